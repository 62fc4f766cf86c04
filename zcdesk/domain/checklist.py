"""The checklist (材料核验): merged lines, their marks, and what each key may do to a row.

A clerk cannot add a required material (S1 职责1): lines come from the catalogue alone, a voluntary
paper never counts. `Mark` is what the clerk did, `Line` what the catalogue asks, `Row` both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from zcdesk.domain.matter import Form, Material, Matter, Necessity, Source
from zcdesk.errors import NotAllowed

ONE_FORM = "一表"
"""Key of the row that stands for the application forms of several matters (一表式收件)."""

_FORM_NAME = re.compile(r"(申请表|申请书|登记表|申报表|申请登记表|登记申请书)(（.*）)?$")


class RowState(StrEnum):
    """The states of a row; 原件已核 is a second fact beside them (`Mark.compared`)."""

    PENDING = "pending"
    RECEIVED = "received"
    SHARED = "shared"
    ON_FILE = "on_file"
    DEFERRED = "deferred"
    MISSING = "missing"
    DEFECTIVE = "defective"
    NOT_APPLICABLE = "not_applicable"
    ASKED = "asked"


class Mark(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was done with one row.

    Attributes:
        given: sheets on the desk.
        reason: why missing, defective, not applicable, or asked for although shareable.
        due: ISO date a deferred material is promised for.
        signed: how the promise was signed: `` (not yet), `paper`, `screen`.
        demanded: paper was asked for although it could be shared; `reason` says why.
        officer, answer: who of the department confirmed the row, and what they said.
        pages: digests of scanned pages.
        since: receipt number of the earlier case an on-file material came with.
    """

    state: RowState = RowState.PENDING
    compared: bool = False
    given: int = 0
    reason: str = ""
    due: str = ""
    signed: str = ""
    demanded: bool = False
    officer: str = ""
    answer: str = ""
    pages: tuple[str, ...] = ()
    note: str = ""
    since: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One paper asked for, merged over the matters that want it.

    Attributes:
        key: identity of the paper within the sitting.
        used_by: numbers of the matters (1-based) that want it.
        replaces: names of the forms a one-form row stands for.
    """

    key: str
    material: Material
    used_by: tuple[int, ...]
    replaces: tuple[str, ...] = ()
    voluntary: bool = False


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A line with its mark and its number on the screen."""

    no: int
    line: Line
    mark: Mark

    @property
    def key(self) -> str:
        return self.line.key

    @property
    def name(self) -> str:
        return self.line.material.name

    @property
    def compares(self) -> bool:
        """Whether the original must be seen, as the paper is now handed in."""
        return self.line.material.compares_original and self.mark.state in _ON_PAPER

    @property
    def is_settled(self) -> bool:
        """Whether the row lets the case be received."""
        state = self.mark.state
        if self.line.voluntary:
            return True
        if state is RowState.RECEIVED:
            return self.mark.compared or not self.line.material.compares_original
        if state is RowState.DEFERRED:
            return bool(self.mark.due)
        return state in (RowState.SHARED, RowState.ON_FILE, RowState.NOT_APPLICABLE)

    @property
    def is_plain(self) -> bool:
        """A row that `A` may take: still open, nothing to compare, no question to answer."""
        return (
            self.mark.state is RowState.PENDING
            and not self.line.voluntary
            and not self.line.material.compares_original
            and self.line.material.necessity is not Necessity.CONDITIONAL
        )

    @property
    def can_defer(self) -> bool:
        return self.line.material.necessity is Necessity.DEFERRABLE


_ON_PAPER = (
    RowState.PENDING,
    RowState.RECEIVED,
    RowState.DEFECTIVE,
    RowState.ASKED,
)


def paper_key(name: str) -> str:
    """Return the identity of a paper: its name without blanks, brackets' shape and width."""
    folded = name.translate(str.maketrans("()［］[]　", "（）（）（） "))
    return re.sub(r"\s+", "", folded)


def is_application_form(name: str) -> bool:
    """Whether a material is the form of its matter, which one form (一表) can stand for."""
    return bool(_FORM_NAME.search(paper_key(name)))


def merge(matters: Sequence[Matter], *, one_form: bool = True) -> tuple[Line, ...]:
    """Merge the lists of several matters: each paper once, the stricter rule, the larger count.

    With `one_form`, the application forms of two or more matters become one row.
    """
    lines: dict[str, Line] = {}
    forms = _forms(matters) if one_form else {}
    joins = len(forms) > 1
    for number, matter in enumerate(matters, 1):
        for material in matter.materials:
            if joins and is_application_form(material.name):
                key, material = ONE_FORM, _one_form(material)
            else:
                key = paper_key(material.name)
            old = lines.get(key)
            lines[key] = _join(old, material, number) if old else _line(key, material, number)
    if joins:
        names = tuple(name for names in forms.values() for name in names)
        lines[ONE_FORM] = msgspec.structs.replace(lines[ONE_FORM], replaces=names)
    return tuple(lines.values())


def count_unmerged(matters: Iterable[Matter]) -> int:
    """Papers the applicant would hand in if every matter asked alone."""
    return sum(len(matter.materials) for matter in matters)


def first_mark(line: Line) -> Mark:
    """The state a row starts in: what can be had by sharing is never asked (S0, S1, S4)."""
    if line.material.waived:
        return Mark(state=RowState.SHARED)
    return Mark()


def build(lines: Sequence[Line], marks: Mapping[str, Mark]) -> tuple[Row, ...]:
    """Number the lines and lay the marks over them."""
    return tuple(
        Row(no=number, line=line, mark=marks.get(line.key) or first_mark(line))
        for number, line in enumerate(lines, 1)
    )


def receive(row: Row) -> Mark:
    """Toggle 已收; a paper taken back loses its comparison, never its scanned pages.

    What is shared or on file is not taken: first it has to be asked for, with a reason (UX-20).
    """
    _wanted(row)
    mark = row.mark
    if mark.state is RowState.RECEIVED:
        return msgspec.structs.replace(mark, state=RowState.PENDING, compared=False, given=0)
    return _to(mark, RowState.RECEIVED, given=row.line.material.count)


def compare(row: Row) -> Mark:
    """Record that the original was seen and equals the copy; the paper is on the desk then."""
    if not row.line.material.compares_original:
        raise NotAllowed("CHK-07", i=row.no)
    _wanted(row)
    return _to(row.mark, RowState.RECEIVED, given=row.line.material.count, compared=True)


def uncompare(row: Row) -> Mark:
    """Take back the comparison; the paper stays on the desk."""
    return msgspec.structs.replace(row.mark, compared=False)


def remark(row: Row, note: str) -> Mark:
    """Write a note on the row, or wipe it."""
    return msgspec.structs.replace(row.mark, note=note.strip())


def add_page(row: Row, digest: str) -> Mark:
    """Append a scanned page."""
    return msgspec.structs.replace(row.mark, pages=(*row.mark.pages, digest))


def defer(row: Row, due: str) -> Mark:
    """Promise a deferrable material for `due` (ISO date)."""
    if not row.can_defer:
        raise NotAllowed("DEF-01", i=row.no)
    return _to(row.mark, RowState.DEFERRED, due=due)


def miss(row: Row, reason: str) -> Mark:
    """Mark the paper missing; a waived one cannot be missing."""
    _wanted(row)
    return _to(row.mark, RowState.MISSING, reason=reason)


def reject(row: Row, reason: str) -> Mark:
    """Mark the paper handed in but wrong (不符)."""
    _wanted(row)
    return _to(row.mark, RowState.DEFECTIVE, reason=reason, given=row.line.material.count)


def exempt(row: Row, reason: str) -> Mark:
    """Mark a conditional row not applicable, with its reason."""
    if row.line.material.necessity is not Necessity.CONDITIONAL:
        raise NotAllowed("CHK-08", i=row.no)
    return _to(row.mark, RowState.NOT_APPLICABLE, reason=reason)


def share(row: Row) -> Mark:
    """Take the material from data sharing again."""
    if not (row.line.material.shareable or row.line.material.source is Source.SHARED):
        raise NotAllowed("CHK-09", i=row.no)
    return _to(row.mark, RowState.SHARED)


def demand(row: Row, reason: str) -> Mark:
    """Ask for a shareable paper all the same; the reason is kept (UX-20)."""
    if row.mark.state not in (RowState.SHARED, RowState.ON_FILE):
        raise NotAllowed("CHK-18", i=row.no)
    if not reason.strip():
        raise NotAllowed("CHK-10", i=row.no)
    return Mark(demanded=True, reason=reason, note=row.mark.note, pages=row.mark.pages)


def ask(row: Row) -> Mark:
    """Put a doubtful row to the department (请部门确认)."""
    _wanted(row)
    return _to(row.mark, RowState.ASKED)


def answer(row: Row, *, officer: str, may_receive: bool, words: str) -> Mark:
    """Record the department's answer: what it confirms must be received on the spot (S1)."""
    if row.mark.state is not RowState.ASKED:
        raise NotAllowed("CHK-11", i=row.no)
    if not officer.strip():
        raise NotAllowed("CHK-12", i=row.no)
    state = RowState.RECEIVED if may_receive else RowState.DEFECTIVE
    return _to(
        row.mark,
        state,
        given=row.line.material.count,
        # the officer judged the paper, so the comparison is the department's
        compared=may_receive,
        officer=officer.strip(),
        answer=words,
        reason="" if may_receive else (words or "部门确认不予收取"),
    )


def open_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows that still keep the case from being received."""
    return tuple(row for row in rows if not row.is_settled)


def lacking(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows for the one-time notice: everything missing or wrong, at once."""
    return tuple(row for row in rows if row.mark.state in (RowState.MISSING, RowState.DEFECTIVE))


def next_open(rows: Sequence[Row], after: int = 0) -> int | None:
    """Number of the next row to look at, wrapping around; None when all are settled."""
    numbers = [row.no for row in rows if not row.is_settled]
    return next((no for no in numbers if no > after), numbers[0] if numbers else None)


def _to(mark: Mark, state: RowState, **changes: object) -> Mark:
    """A fresh mark in `state` that keeps note, pages and a demand's reason."""
    kept: dict[str, object] = {"note": mark.note, "pages": mark.pages, "demanded": mark.demanded}
    if mark.demanded and "reason" not in changes and state is not RowState.SHARED:
        kept["reason"] = mark.reason
    if state is RowState.SHARED:
        kept["demanded"] = False
    return Mark(state=state, **{**kept, **changes})  # type: ignore[arg-type]


def _wanted(row: Row) -> None:
    if row.mark.state in (RowState.SHARED, RowState.ON_FILE):
        raise NotAllowed("CHK-17", i=row.no)


def _forms(matters: Sequence[Matter]) -> dict[int, tuple[str, ...]]:
    found = {
        number: tuple(m.name for m in matter.materials if is_application_form(m.name))
        for number, matter in enumerate(matters, 1)
    }
    return {number: names for number, names in found.items() if names}


def _one_form(material: Material) -> Material:
    return msgspec.structs.replace(
        material, name="综合申请表（一表）", form=Form.ORIGINAL, copies=None
    )


def _line(key: str, material: Material, number: int) -> Line:
    return Line(key=key, material=material, used_by=(number,))


def _join(old: Line, new: Material, number: int) -> Line:
    was = old.material
    days = [m.deferral_days for m in (was, new) if m.deferral_days is not None]
    material = msgspec.structs.replace(
        was,
        form=_stricter_form(was.form, new.form),
        copies=max(was.count, new.count),
        necessity=_stricter_need(was.necessity, new.necessity),
        deferral_days=min(days) if days else None,
        # one register can supply the paper, so no matter may ask for it
        source=Source.SHARED if Source.SHARED in (was.source, new.source) else was.source,
        shareable=was.shareable or new.shareable,
        condition=was.condition or new.condition,
        needs_seal=was.needs_seal or new.needs_seal,
        needs_signature=was.needs_signature or new.needs_signature,
    )
    used = old.used_by if number in old.used_by else (*old.used_by, number)
    return msgspec.structs.replace(old, material=material, used_by=used)


def _stricter_form(a: Form, b: Form) -> Form:
    """原件核对 beats a copy; an original and a copy wanted together are both."""
    if a is b:
        return a
    if Form.ELECTRONIC in (a, b):
        return b if a is Form.ELECTRONIC else a
    return Form.BOTH


def _stricter_need(a: Necessity, b: Necessity) -> Necessity:
    order = (Necessity.REQUIRED, Necessity.CONDITIONAL, Necessity.DEFERRABLE)
    return min(a, b, key=order.index)

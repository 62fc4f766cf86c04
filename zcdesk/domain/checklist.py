"""The checklist (材料核验): rows, their marks, and what each key may do to a row.

A clerk cannot add a required material (S1 职责1): lines come from the catalogue alone, a voluntary
paper never counts. `Mark` is what the clerk did, `Line` (`lines`) what is asked for, `Row` both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from zcdesk.domain.lines import ONE_FORM as ONE_FORM
from zcdesk.domain.lines import Line as Line
from zcdesk.domain.lines import count_unmerged as count_unmerged
from zcdesk.domain.lines import is_application_form as is_application_form
from zcdesk.domain.lines import merge as merge
from zcdesk.domain.lines import paper_key as paper_key
from zcdesk.domain.matter import Necessity, Source
from zcdesk.domain.reasons import CONFIRMED_NOT
from zcdesk.errors import NotAllowed


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
        reason: why missing, defective or not applicable, else why it was demanded.
        due: ISO date a deferred material is promised for.
        signed: how the promise was signed: `` (not yet), `paper`, `screen`.
        demanded: paper was asked for although it could be shared; `demand_reason` says why, also
            after the row got a reason of its own.
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
    demand_reason: str = ""
    officer: str = ""
    answer: str = ""
    pages: tuple[str, ...] = ()
    note: str = ""
    since: str = ""


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


def first_mark(line: Line) -> Mark:
    """The state a row starts in: what can be had by sharing is never asked (S0, S1, S4)."""
    if line.material.waived:
        return Mark(state=RowState.SHARED)
    return Mark()


def build(
    lines: Sequence[Line], marks: Mapping[str, Mark], first: Callable[[Line], Mark] = first_mark
) -> tuple[Row, ...]:
    """Number the lines and lay the marks over them."""
    return tuple(
        Row(no=number, line=line, mark=_laid(line, marks.get(line.key), first(line)))
        for number, line in enumerate(lines, 1)
    )


def receive(row: Row) -> Mark:
    """Toggle 已收; a paper taken back loses its comparison, never its scanned pages.

    What is shared or on file is not taken: first it has to be asked for, with a reason (UX-20).
    """
    _wanted(row)
    if row.mark.state is RowState.RECEIVED:
        return _to(row.mark, RowState.PENDING)
    return _to(row.mark, RowState.RECEIVED, given=row.line.material.count)


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


def drop_page(row: Row) -> Mark:
    """Take the last scanned page away."""
    return msgspec.structs.replace(row.mark, pages=row.mark.pages[:-1])


def defer(row: Row, due: str) -> Mark:
    """Promise a deferrable material for `due` (ISO date)."""
    if not row.can_defer:
        raise NotAllowed("DEF-01", i=row.no)
    _wanted(row)
    return _to(row.mark, RowState.DEFERRED, due=due)


def miss(row: Row, reason: str) -> Mark:
    """Mark the paper missing; a waived one cannot be missing."""
    _wanted(row)
    return _to(row.mark, RowState.MISSING, reason=reason)


def reject(row: Row, reason: str) -> Mark:
    """Mark the paper handed in but wrong (不符); the applicant is told what is wrong."""
    _wanted(row)
    _reasoned(row, reason)
    return _to(row.mark, RowState.DEFECTIVE, reason=reason, given=row.line.material.count)


def exempt(row: Row, reason: str) -> Mark:
    """Mark a conditional row not applicable, with its reason."""
    if row.line.material.necessity is not Necessity.CONDITIONAL:
        raise NotAllowed("CHK-08", i=row.no)
    _reasoned(row, reason)
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
    asked = Mark(demanded=True, demand_reason=reason, note=row.mark.note, pages=row.mark.pages)
    return _to(asked, RowState.PENDING)


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
    said = {"officer": officer.strip(), "answer": words, "given": row.line.material.count}
    if may_receive:
        # the officer judged the paper, so the comparison is the department's
        return _to(
            row.mark, RowState.RECEIVED, compared=row.line.material.compares_original, **said
        )
    return _to(row.mark, RowState.DEFECTIVE, reason=words.strip() or CONFIRMED_NOT, **said)


def open_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows that still keep the case from being received."""
    return tuple(row for row in rows if not row.is_settled)


def lacking(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows for the one-time notice: everything missing or wrong, at once, on the list only."""
    wrong = (RowState.MISSING, RowState.DEFECTIVE)
    return tuple(row for row in rows if row.mark.state in wrong and not row.line.voluntary)


def falls_short(row: Row) -> bool:
    """Whether the list wants the row and it is not there: what an applicant insists without."""
    unsigned = row.mark.state is RowState.DEFERRED and not row.mark.signed
    return not row.is_settled or unsigned


def _laid(line: Line, mark: Mark | None, first: Mark) -> Mark:
    """Return the mark, or the first one where the line does not permit it any more.

    The stored mark stays: when the matter that changed the line goes again, it is back (UX-24).
    """
    if mark is None:
        return first
    if _permits(line, mark, first):
        return mark
    return msgspec.structs.replace(first, note=mark.note, pages=mark.pages)


def _permits(line: Line, mark: Mark, first: Mark) -> bool:
    material = line.material
    match mark.state:
        case RowState.RECEIVED:
            return mark.given >= material.count
        case RowState.SHARED:
            return material.shareable or material.source is Source.SHARED
        case RowState.ON_FILE:
            return (first.state, first.since) == (mark.state, mark.since)
        case RowState.NOT_APPLICABLE:
            return material.necessity is Necessity.CONDITIONAL
        case RowState.DEFERRED if material.necessity is not Necessity.DEFERRABLE:
            return False
        case _:
            return mark.demanded or not material.waived


def _to(mark: Mark, state: RowState, **changes: object) -> Mark:
    """A fresh mark in `state` that keeps note, pages and a demand with its reason."""
    kept: dict[str, object] = {"note": mark.note, "pages": mark.pages}
    if mark.demanded and state is not RowState.SHARED:
        why = mark.demand_reason
        kept |= {"demanded": True, "demand_reason": why, "reason": why}
    return Mark(state=state, **{**kept, **changes})  # type: ignore[arg-type]


def _wanted(row: Row) -> None:
    if row.mark.state in (RowState.SHARED, RowState.ON_FILE):
        raise NotAllowed("CHK-17", i=row.no)


def _reasoned(row: Row, reason: str) -> None:
    if not reason.strip():
        raise NotAllowed("CHK-19", i=row.no)

"""The open visit at a window: a draft value, saved at every step, never synced.

Every change returns a new value, so undo is keeping the old one. Acts begin at 收件 and 告知; what
becomes of a visit there is `zcdesk.operations`' work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from zcdesk.domain import checklist
from zcdesk.domain.case import Delivery, Fee
from zcdesk.domain.checklist import Line, Mark, Row, RowState
from zcdesk.domain.matter import Material, Matter, Secrecy
from zcdesk.domain.person import Agency, Person
from zcdesk.errors import NotAllowed

APPLICANTS_MAX = 200


class Phase(StrEnum):
    CALLED = "called"
    SERVING = "serving"
    DONE = "done"


class OpenTicket(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the window shows of the ticket being served.

    Attributes:
        second: another number the same person took that day, see `cut_off.second_of`.
    """

    id: str
    number: str
    fence: int = 0
    matter: str = ""
    category: str = ""
    why: str = ""
    priority: bool = False
    appointment: str = ""
    taken_at: str = ""
    called_at: str = ""
    walk_in: bool = False
    second: str = ""


class Applicant(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One applicant of the sitting.

    Attributes:
        only: keys of the matters this applicant applies for; empty = all of the sitting's.
        marks: what was done with this applicant's own rows, by line key.
        on_file: line key → receipt number of papers handed in earlier and still valid.
        reuse_declined: told of them, the applicant wants none used again.
        confirmed: the clerk has seen this applicant's whole list (batches).
    """

    id: str
    person: Person = Person()
    only: tuple[str, ...] = ()
    marks: dict[str, Mark] = {}
    on_file: dict[str, str] = {}
    reuse_declined: bool = False
    voluntary: tuple[str, ...] = ()


class Chosen(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A matter of the sitting, in the version it was chosen in.

    Attributes:
        no_list_reason: why a matter without a list is taken in all the same.
        newer: a version published since it was chosen; the visit keeps its own.
        package: key of the 一件事 it was chosen with.
    """

    matter: Matter
    fee: Fee = Fee()
    no_list_reason: str = ""
    newer: int = 0
    package: str = ""


class Visit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything about the open visit.

    Attributes:
        id: the sitting's identity, also before anything is received.
        common: line keys of papers that serve every applicant; their marks are in `marks`.
        current: index of the applicant whose list is on the screen.
        one_form, form_required, phone_required: hall policy at the time the visit began.
        authority: the agent's authority was checked (委托书已核).
        removed: names of papers no longer wanted, to be given back.
        online: number of the online application it goes on with.
        parcel: number of the parcel it was opened from; nobody is at the window then.
    """

    id: str
    window: str
    started_at: str
    phase: Phase = Phase.SERVING
    ticket: OpenTicket | None = None
    presenter: Person = Person()
    agency: Agency = Agency.SELF
    authority: bool = False
    applicants: tuple[Applicant, ...] = (Applicant(id="1"),)
    current: int = 0
    matters: tuple[Chosen, ...] = ()
    common: tuple[str, ...] = ()
    marks: dict[str, Mark] = {}
    form: dict[str, str] = {}
    delivery: Delivery = Delivery()
    post_address: str = ""
    one_form: bool = True
    form_required: bool = False
    phone_required: bool = False
    removed: tuple[str, ...] = ()
    online: str = ""
    parcel: str = ""
    note: str = ""

    @property
    def applicant(self) -> Applicant:
        return self.applicants[self.current]

    @property
    def is_batch(self) -> bool:
        return len(self.applicants) > 1


def matters_of(visit: Visit, applicant: Applicant) -> tuple[Matter, ...]:
    """The matters one applicant applies for."""
    return tuple(
        chosen.matter
        for chosen in visit.matters
        if not applicant.only or chosen.matter.key in applicant.only
    )


def lines_of(visit: Visit, applicant: Applicant) -> tuple[Line, ...]:
    """The merged list of one applicant, voluntary papers last."""
    asked = checklist.merge(matters_of(visit, applicant), one_form=visit.one_form)
    offered = tuple(
        Line(
            key=f"自愿:{checklist.paper_key(name)}",
            material=Material(name=name),
            used_by=(),
            voluntary=True,
        )
        for name in applicant.voluntary
    )
    return asked + offered


def rows_of(visit: Visit, applicant: Applicant | None = None) -> tuple[Row, ...]:
    """The checklist of one applicant (default: the one on the screen)."""
    who = applicant or visit.applicant
    lines = lines_of(visit, who)
    marks: dict[str, Mark] = {}
    for line in lines:
        mark = visit.marks.get(line.key) if line.key in visit.common else who.marks.get(line.key)
        if mark is not None:
            marks[line.key] = mark
    return checklist.build(lines, marks, lambda line: _first(line, who))


def set_mark(visit: Visit, key: str, mark: Mark) -> Visit:
    """Lay a mark on a row of the applicant on the screen, or of all if the paper serves all."""
    if key in visit.common:
        return msgspec.structs.replace(visit, marks={**visit.marks, key: mark})
    who = visit.applicant
    return _with_applicant(visit, msgspec.structs.replace(who, marks={**who.marks, key: mark}))


def receive_all(visit: Visit) -> Visit:
    """`A`: every plain row received; never a comparison, never a conditional row (UX-21)."""
    for row in rows_of(visit):
        if row.is_plain:
            visit = set_mark(visit, row.key, checklist.receive(row))
    return visit


def toggle_common(visit: Visit, row: Row) -> Visit:
    """Let one paper serve every applicant of the sitting, or each hand in their own again."""
    if row.key in visit.common:
        common = tuple(key for key in visit.common if key != row.key)
        marks = {key: mark for key, mark in visit.marks.items() if key != row.key}
        visit = msgspec.structs.replace(visit, common=common, marks=marks)
        return set_mark(visit, row.key, row.mark)
    return msgspec.structs.replace(
        visit, common=(*visit.common, row.key), marks={**visit.marks, row.key: row.mark}
    )


def add_matter(visit: Visit, matter: Matter, package: str = "") -> Visit:
    """Add a matter; a secret one is refused before anything is stored (rules 2)."""
    _may_join(visit.matters, matter)
    return _with_matters(visit, (*visit.matters, Chosen(matter=matter, package=package)))


def add_package(visit: Visit, key: str, matters: Iterable[Matter]) -> Visit:
    """Add the matters of a 一件事; one that is in the sitting already joins the package."""
    for matter in matters:
        here = next((c for c in visit.matters if c.matter.key == matter.key), None)
        if here is None:
            visit = add_matter(visit, matter, key)
        else:
            visit = set_chosen(visit, msgspec.structs.replace(here, package=key))
    return visit


def remove_matter(visit: Visit, key: str) -> Visit:
    """Take a matter out; papers only it used are to be given back."""
    return _with_matters(visit, tuple(c for c in visit.matters if c.matter.key != key))


def replace_matter(visit: Visit, key: str, matter: Matter) -> Visit:
    """Put another matter in the place of `key`, or a newer version of the same."""
    _may_join((c for c in visit.matters if c.matter.key != key), matter)
    old = next(c for c in visit.matters if c.matter.key == key)
    new = Chosen(matter=matter)
    if matter.key == key:
        new = msgspec.structs.replace(old, matter=matter, newer=0)
    matters = tuple(new if c is old else c for c in visit.matters)
    wanted = tuple(
        msgspec.structs.replace(a, only=tuple(matter.key if k == key else k for k in a.only))
        for a in visit.applicants
    )
    return _with_matters(msgspec.structs.replace(visit, applicants=wanted), matters)


def note_versions(visit: Visit, published: Mapping[str, int]) -> Visit:
    """Note which matters have a newer version; the visit keeps its own all the same (UX-26)."""
    seen = tuple((c, published.get(c.matter.key, 0)) for c in visit.matters)
    return msgspec.structs.replace(
        visit,
        matters=tuple(
            msgspec.structs.replace(c, newer=v if v > c.matter.version else 0) for c, v in seen
        ),
    )


def set_chosen(visit: Visit, chosen: Chosen) -> Visit:
    """Replace what is recorded about one matter: fee, reason."""
    return msgspec.structs.replace(
        visit,
        matters=tuple(
            chosen if old.matter.key == chosen.matter.key else old for old in visit.matters
        ),
    )


def set_person(visit: Visit, person: Person, on_file: Mapping[str, str] | None = None) -> Visit:
    """Give the applicant on the screen their particulars, and what is on file of them."""
    who = msgspec.structs.replace(
        visit.applicant,
        person=person,
        on_file=dict(visit.applicant.on_file if on_file is None else on_file),
    )
    return _with_applicant(visit, who)


def decline_reuse(visit: Visit, declined: bool) -> Visit:
    """Record whether the applicant, told of it, refuses that earlier papers are used again."""
    who = msgspec.structs.replace(visit.applicant, reuse_declined=declined)
    return _with_applicant(visit, who)


def set_presenter(visit: Visit, person: Person, agency: Agency) -> Visit:
    """Say who presents; oneself needs no authority."""
    return msgspec.structs.replace(
        visit,
        presenter=Person() if agency is Agency.SELF else person,
        agency=agency,
        authority=visit.authority and agency is visit.agency,
    )


def add_applicants(visit: Visit, persons: tuple[Person, ...]) -> Visit:
    """Append applicants of a roster; an empty first applicant gives way to them."""
    kept = tuple(a for a in visit.applicants if not a.person.is_empty)
    if len(kept) + len(persons) > APPLICANTS_MAX:
        raise NotAllowed("ROS-05", most=APPLICANTS_MAX)
    first = max((int(a.id) for a in visit.applicants), default=0) + 1
    added = tuple(
        Applicant(id=str(first + offset), person=person) for offset, person in enumerate(persons)
    )
    return msgspec.structs.replace(visit, applicants=kept + added or visit.applicants, current=0)


def remove_applicant(visit: Visit, applicant_id: str) -> Visit:
    """Take one applicant out, keeping the screen on who is shown; the last one stays, emptied."""
    before = [a.id for a in visit.applicants[: visit.current]]
    rest = tuple(a for a in visit.applicants if a.id != applicant_id)
    current = min(len(before) - (applicant_id in before), max(len(rest) - 1, 0))
    return msgspec.structs.replace(visit, applicants=rest or (Applicant(id="1"),), current=current)


def select(visit: Visit, index: int) -> Visit:
    """Show another applicant's list."""
    return msgspec.structs.replace(visit, current=index % len(visit.applicants))


def add_voluntary(visit: Visit, name: str) -> Visit:
    """Note a paper the applicant hands in of their own will: it never counts (S1 职责1)."""
    text = name.strip()
    known = {checklist.paper_key(known) for known in visit.applicant.voluntary}
    if not text or checklist.paper_key(text) in known:
        return visit
    who = msgspec.structs.replace(visit.applicant, voluntary=(*visit.applicant.voluntary, text))
    with_line = _with_applicant(visit, who)
    row = next(r for r in rows_of(with_line) if r.line.voluntary and r.name == text)
    return set_mark(with_line, row.key, checklist.receive(row))


def sign_promises(visit: Visit, how: str) -> Visit:
    """Record that every promise of every applicant was signed (`paper` or `screen`)."""
    at = visit.current
    for index, who in enumerate(visit.applicants):
        visit = select(visit, index)
        for row in rows_of(visit, who):
            if row.mark.state is RowState.DEFERRED:
                visit = set_mark(visit, row.key, msgspec.structs.replace(row.mark, signed=how))
    return select(visit, at)


def next_unfinished(visit: Visit) -> int | None:
    """Index of the next applicant with open rows after the one on the screen, wrapping."""
    count = len(visit.applicants)
    order = [(visit.current + step) % count for step in range(1, count + 1)]
    return next(
        (i for i in order if checklist.open_rows(rows_of(visit, visit.applicants[i]))), None
    )


def _first(line: Line, who: Applicant) -> Mark:
    if line.key in who.on_file and not (who.reuse_declined or line.material.waived):
        return Mark(state=RowState.ON_FILE, since=who.on_file[line.key])
    return checklist.first_mark(line)


def _with_applicant(visit: Visit, who: Applicant) -> Visit:
    return msgspec.structs.replace(
        visit, applicants=tuple(who if a.id == who.id else a for a in visit.applicants)
    )


def _may_join(others: Iterable[Chosen], matter: Matter) -> None:
    if matter.secrecy is Secrecy.SECRET:
        raise NotAllowed("MAT-06", name=matter.name)
    if any(chosen.matter.key == matter.key for chosen in others):
        raise NotAllowed("MAT-07", name=matter.name)


def _with_matters(visit: Visit, matters: tuple[Chosen, ...]) -> Visit:
    """Change the matters; papers on the desk that none of them wants are to be given back."""
    after = msgspec.structs.replace(visit, matters=matters)
    wanted = {row.name for who in after.applicants for row in rows_of(after, who)}
    back = dict.fromkeys((*visit.removed, *_given_names(visit)))
    return msgspec.structs.replace(after, removed=tuple(n for n in back if n not in wanted))


def _given_names(visit: Visit) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for who in visit.applicants:
        for row in rows_of(visit, who):
            if row.mark.state in (RowState.RECEIVED, RowState.DEFECTIVE):
                names[row.name] = None
    return tuple(names)

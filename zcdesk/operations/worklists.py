"""Work lists and search: each is one range of one index, so they open at once in a full hall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Row, Select, func, select

from zcdesk.domain.case import Case, CaseState, Particulars
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.deadlines import Limit, LimitKind, running
from zcdesk.domain.identity import normalise_number
from zcdesk.operations.case_papers import masked_name
from zcdesk.operations.session import Session, policy
from zcdesk.store import persons
from zcdesk.store.index import LAST
from zcdesk.store.schema import case_index, number_index, task_index

if TYPE_CHECKING:
    from zcdesk.domain.hall import Policy
    from zcdesk.store.reader import Reader

SHOWN = 200


class WorkRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a list.

    Attributes:
        name: the applicant's, masked; empty once the record was erased.
        due: ISO time of the task, empty where it has no limit.
        limit: the case's nearest limit, as the page colours it.
        about: id or key of the stage, question, material or reminder.
        reviewer: staff number of who has the case open.
        note: what the task is about in words: a question, a stage, a step, a reminder.
        confirm: somebody sits at a window and waits for one key (远程确认).
    """

    case: str
    kind: str
    number: str
    matter: str
    department: str
    state: CaseState
    name: str
    received_at: str
    due: str = ""
    window: str = ""
    about: str = ""
    reviewer: str = ""
    shelf: str = ""
    note: str = ""
    confirm: bool = False
    limit: Limit | None = None


def tasks(
    session: Session,
    *kinds: TaskKind,
    departments: tuple[str, ...] = (),
    window: str = "",
    until: str = "",
    limit: int = SHOWN,
    offset: int = 0,
) -> tuple[WorkRow, ...]:
    """Return what is to be done, the nearest limit first.

    Args:
        departments: only these; empty = all. Reviewers pass their own.
        until: only what is due before this ISO time.
        offset: how many of the nearest to leave out, for the next page of a long list.
    """
    with session.reading() as store:
        rules = policy(store)
        found = _nearest(store, _ranges(kinds, departments, window, until), offset + limit)[offset:]
        return tuple(
            _row(session, store, rules, row.subject, row.kind, row.due, row.window, row.about)
            for row in found
        )


def _ranges(
    kinds: tuple[TaskKind, ...], departments: tuple[str, ...], window: str, until: str
) -> Iterator[Select[Any]]:
    """Yield one range of one index for each kind and department: it comes sorted as it lies."""
    table = task_index.c
    for kind in kinds:
        wanted = select(task_index).where(table.kind == kind.value)
        if window:
            wanted = wanted.where(table.window == window)
        if until:
            wanted = wanted.where(table.due < until)
        if not departments:
            yield wanted
        for department in departments:
            yield wanted.where(table.department == department)


def _nearest(store: Reader, ranges: Iterable[Select[Any]], most: int) -> list[Row[Any]]:
    """Return the nearest of several ranges; asked for at once they would be sorted whole."""
    table = task_index.c
    order = (table.due, table.subject, table.no)
    found = [store.select(one.order_by(*order).limit(most)).all() for one in ranges]
    return list(islice(merge(*found, key=lambda row: (row.due, row.subject, row.no)), most))


def counts(
    session: Session,
    *kinds: TaskKind,
    departments: tuple[str, ...] = (),
    window: str = "",
) -> dict[TaskKind, int]:
    """Return how much is on each list; without `kinds` on all of them."""
    table = task_index.c
    wanted = select(table.kind, func.count().label("how_many")).group_by(table.kind)
    wanted = wanted.where(table.kind.in_([kind.value for kind in kinds or TaskKind]))
    if departments:
        wanted = wanted.where(table.department.in_(departments))
    if window:
        wanted = wanted.where(table.window == window)
    with session.reading() as store:
        found = {TaskKind(row.kind): int(row.how_many) for row in store.select(wanted).all()}
    return {kind: found.get(kind, 0) for kind in kinds or TaskKind}


def by_number(session: Session, number: str) -> tuple[WorkRow, ...]:
    """Find cases by any number they carry: case, receipt, void receipt, platform, waybill."""
    text = number.strip().upper()
    table = number_index.c
    wanted = select(table.subject, table.kind).where(table.number == text).limit(SHOWN)
    with session.reading() as store:
        rules = policy(store)
        found = [(row.subject, row.kind) for row in store.select(wanted).all()]
        typed = (one for one in persons.find_typed(store, text) if one.startswith("case:"))
        found += [(one, "typed") for one in typed]
        return tuple(_row(session, store, rules, subject, kind) for subject, kind in found)


def search(session: Session, text: str) -> tuple[WorkRow, ...]:
    """One box: a number of a case, an identity number, a name, a phone or the tail of either."""
    said = text.strip()
    if not said:
        return ()
    if found := by_number(session, said):
        return found
    with session.reading() as store:
        rules = policy(store)
        hits = persons.find(store, normalise_number(said)) or persons.find_word(store, said.upper())
        subjects = tuple(dict.fromkeys(s for _, s in hits if s.startswith("case:")))
        return tuple(_row(session, store, rules, s, "person") for s in subjects[:SHOWN])


def of_subjects(session: Session, subjects: tuple[str, ...]) -> tuple[WorkRow, ...]:
    """Return the lines of cases that were found some other way, in that order."""
    with session.reading() as store:
        rules = policy(store)
        return tuple(_row(session, store, rules, subject, "found") for subject in subjects)


def without_platform_number(session: Session) -> tuple[WorkRow, ...]:
    """Return the open cases the district platform does not know yet (待登记平台)."""
    known = select(number_index.c.subject).where(number_index.c.kind == "platform")
    table = case_index.c
    wanted = (
        select(table.subject)
        .where(table.open == 1)
        .where(table.subject.not_in(known))
        .order_by(table.due)
        .limit(SHOWN)
    )
    with session.reading() as store:
        rules = policy(store)
        return tuple(
            _row(session, store, rules, s, "platform") for s in store.select(wanted).scalars().all()
        )


def _limit(session: Session, rules: Policy, case: Case, kind: str) -> Limit | None:
    """Return the limit a list shows: the paper's hand-over concerns who hands it over alone."""
    paper = LimitKind.HANDOVER if kind != TaskKind.HAND_OVER.value else None
    found = running(case, session.calendar, rules.limits, session.now())
    return next((limit for limit in found if limit.kind is not paper), None)


def note_of(case: Case, about: str) -> str:
    """Say in words what a task is about; empty where the case itself says it."""
    named = (
        *((q.id, q.text) for q in case.questions),
        *((s.id, s.name) for s in case.stages),
        *((s.id, s.name) for s in case.steps),
        *((r.id, r.demand) for r in case.reminders),
    )
    return next((text for id_, text in named if id_ == about), "")


def _row(
    session: Session,
    store: Reader,
    rules: Policy,
    subject: str,
    kind: str,
    due: str = "",
    window: str = "",
    about: str = "",
) -> WorkRow:
    case = store.state(subject, Case)
    assert case is not None
    record = persons.get(store, case.intake.applicant, Particulars)
    return WorkRow(
        case=case.id,
        kind=kind,
        number=case.intake.number,
        matter=case.intake.matter_name,
        department=case.department,
        state=case.state,
        name=masked_name(record.applicant.name) if record else "",
        received_at=case.received_at,
        due="" if due == LAST else due,
        window=window,
        about=about,
        reviewer=case.reviewer,
        shelf=case.result.shelf if case.result else "",
        note=note_of(case, about),
        confirm=any(q.id == about and q.confirm for q in case.questions),
        limit=_limit(session, rules, case, kind),
    )

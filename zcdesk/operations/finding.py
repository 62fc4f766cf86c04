"""One box finds a case (ux 2.14): any number of it, today's ticket, a person, a matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from zcdesk.domain.case import Case
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.operations import casework, worklists
from zcdesk.operations.handover_desk import number_of
from zcdesk.operations.session import Session, entries
from zcdesk.operations.tickets import today
from zcdesk.operations.worklists import SHOWN, WorkRow
from zcdesk.store.schema import case_index, number_index, task_index, ticket_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

LEAST = 2
"""Characters a matter's name is looked for by; one would list half the catalogue."""


def find(session: Session, text: str) -> tuple[WorkRow, ...]:
    """Return the cases a text or a scanned payload may mean, the latest first."""
    said = text.strip()
    if not said:
        return ()
    with session.reading() as store:
        casework.must_hold(session, store, *casework.READERS)
    if found := worklists.search(session, number_of(said) if "/" in said else said):
        return tuple(sorted(found, key=lambda row: row.received_at, reverse=True))
    with session.reading() as store:
        subjects = _of_ticket(store, today(session), said.upper()) or _of_matter(store, said)
    return worklists.of_subjects(session, subjects)


def scanned(session: Session, code: str) -> tuple[str, bool]:
    """Return what a scanned receipt leads to: a case, and whether papers are awaited for it.

    Returns:
        The id of the case whose papers are awaited, else of the first; "" when it is none of ours.
    """
    c, t = number_index.c, task_index.c
    kinds = (TaskKind.CORRECT.value, TaskKind.SUPPLEMENT.value)
    with session.reading() as store:
        wanted = select(c.subject).where(c.number == number_of(code)).order_by(c.subject)
        subjects = tuple(dict.fromkeys(store.select(wanted).scalars().all()))
        owing = select(t.subject).where(t.subject.in_(subjects), t.kind.in_(kinds))
        owed = store.select(owing.order_by(t.due)).scalars().first()
    found = owed or (subjects[0] if subjects else "")
    return str(found).partition(":")[2], owed is not None


def departments(session: Session) -> tuple[str, ...]:
    """Return every department of the catalogue: where a case can go on."""
    with session.reading() as store:
        return tuple(sorted({entry.matter.department for entry in entries(store)}))


def _of_ticket(store: Reader, day: str, number: str) -> tuple[str, ...]:
    c = ticket_index.c
    wanted = select(c.sitting).where(c.day == day, c.number == number, c.sitting != "")
    sittings = store.select(wanted).scalars().all()
    cases = select(case_index.c.subject).where(case_index.c.sitting.in_(sittings))
    return tuple(store.select(cases.order_by(case_index.c.number)).scalars().all())


def _of_matter(store: Reader, text: str) -> tuple[str, ...]:
    keys = [
        entry.matter.key
        for entry in entries(store)
        if entry.matter.code == text or (len(text) >= LEAST and text in entry.matter.name)
    ]
    c = case_index.c
    wanted = select(c.subject).where(c.matter.in_(keys))
    found = store.select(wanted.order_by(c.received_at.desc()).limit(SHOWN)).scalars().all()
    return tuple(subject for subject in found if store.state(subject, Case) is not None)

"""Days at a hall, told in a clerk's words: each line is one thing a person does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from fix_hall import Clock
from fix_visit import settle, somebody

from zcdesk.domain import checklist
from zcdesk.domain.case import Case
from zcdesk.domain.checklist import Mark, Row
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.ticket import Outcome, Ticket, TicketStatus
from zcdesk.domain.visit import (
    Visit,
    add_applicants,
    add_matter,
    rows_of,
    select,
    set_mark,
    set_person,
    set_presenter,
)
from zcdesk.operations import catalogue, drafts, intake, printing, queue, tickets
from zcdesk.operations.intake import Received
from zcdesk.operations.session import Session
from zcdesk.store import project
from zcdesk.store.verify import verify


@dataclass
class Desk:
    """A clerk at a window; `number` counts the people who came, so each is somebody else."""

    session: Session
    clock: Clock
    number: int = 0

    def take(self, category: str = "社会民生", **how: object) -> str:
        self.clock.pass_(seconds=30)
        return tickets.take_ticket(self.session, category, **how).ticket.number

    def call(self) -> Visit:
        """Call the next; the person arrives."""
        self.clock.pass_(minutes=2)
        visit = queue.call_next(self.session)
        assert visit is not None, "nobody waits"
        self.clock.pass_(seconds=20)
        return queue.arrive(self.session, visit, "card")

    def person(self) -> Person:
        self.number += 1
        return somebody(self.number)

    def choose(self, visit: Visit, *keys: str, person: Person | None = None) -> Visit:
        """Identify the person and choose the matters; every step is saved."""
        visit = set_person(visit, person or self.person())
        for key in keys:
            visit = add_matter(visit, catalogue.matter(self.session, key))
            intake.save(self.session, visit)
        return visit

    def mark(self, visit: Visit, name: str, act: Callable[[Row], Mark]) -> Visit:
        row = next(r for r in rows_of(visit) if r.name == name)
        visit = set_mark(visit, row.key, act(row))
        intake.save(self.session, visit)
        return visit

    def receive(self, visit: Visit) -> Received:
        self.clock.pass_(minutes=3)
        return intake.receive(self.session, settle(visit))

    def serve(self, *keys: str, person: Person | None = None) -> Received:
        """Call the next, take in and print."""
        done = self.receive(self.choose(self.call(), *keys, person=person))
        self.print(done)
        return done

    def print(self, done: Received, outcome: str = "confirmed") -> None:
        for task in done.prints:
            job = printing.begin(self.session, task, "热敏#1")
            printing.finish(self.session, job, outcome)

    def batch(self, visit: Visit, key: str, people: int) -> Visit:
        """One clerk of a unit for many, every list looked at."""
        visit = add_matter(visit, catalogue.matter(self.session, key))
        visit = add_applicants(visit, tuple(self.person() for _ in range(people)))
        visit = set_presenter(visit, self.person(), Agency.UNIT_CLERK)
        visit = msgspec.structs.replace(visit, authority=True)
        for index in range(people):
            visit = settle(select(visit, index))
        return visit

    def consult(self) -> None:
        queue.leave(self.session, self.call(), Outcome.CONSULTED)


def missing(row: Row) -> Mark:
    return checklist.miss(row, "未带")


def cases(session: Session) -> list[Case]:
    with session.reading() as store:
        return [case for _, case in store.states(Case)]


def all_tickets(session: Session) -> list[Ticket]:
    with session.reading() as store:
        return [ticket for _, ticket in store.states(Ticket)]


def assert_whole(session: Session) -> None:
    """Every chain leads to its end, and the tables say what the acts say."""
    report = verify(session.store)
    assert report.findings == ()
    with session.reading() as store:
        before = project.read_digest(store)
    project.rebuild(session.store, at=session.now())
    with session.reading() as store:
        assert project.read_digest(store) == before


def assert_consistent(session: Session, windows: tuple[str, ...]) -> None:
    """Tickets, drafts, cases and numbers tell one story."""
    with session.reading() as store:
        held = {
            kind: {v.ticket.id for w in windows for v in drafts.all_of(store, w, kind) if v.ticket}
            for kind in (drafts.OPEN, drafts.PARKED)
        }
    found = all_tickets(session)
    in_state = {s: {t.id for t in found if t.status is s} for s in TicketStatus}
    assert held[drafts.OPEN] == in_state[TicketStatus.CALLED] | in_state[TicketStatus.SERVING]
    assert held[drafts.PARKED] == in_state[TicketStatus.PARKED]
    assert all(t.outcome for t in found if t.status is TicketStatus.CLOSED)
    numbers = [(t.day, t.number) for t in found]
    assert len(set(numbers)) == len(numbers)
    taken = [case.intake.number for case in cases(session)]
    assert len(set(taken)) == len(taken)

"""Any day: two windows do whatever comes, the program dies between, nothing is lost or doubled."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec
import pytest
from fix_catalogue import publish as publish_matter
from fix_hall import Clock
from fix_workday import Desk, all_tickets, assert_consistent, assert_whole, cases, missing

from zcdesk.domain import checklist
from zcdesk.domain.ticket import Outcome, TicketStatus
from zcdesk.domain.visit import (
    Visit,
    receive_all,
    rows_of,
    set_chosen,
    set_mark,
    sign_promises,
)
from zcdesk.errors import CodedError
from zcdesk.operations import catalogue, drafts, intake, queue, tickets
from zcdesk.operations.session import Session

WINDOWS = ("3", "5")


@dataclass
class Day:
    """What chance decides; a step that the rules refuse must leave everything as it was."""

    open_hall: Callable[[], Session]
    session: Session
    clock: Clock
    chance: random.Random
    codes: list[str] = field(default_factory=list)
    people: int = 0
    refused: int = 0

    def step(self) -> None:
        self.clock.pass_(seconds=self.chance.randrange(1, 240))
        desk = Desk(self._at(self.chance.choice(WINDOWS)), self.clock, self.people)
        act = self.chance.choice(STEPS)
        before = self._numbers()
        try:
            act(self, desk)
        except CodedError:
            self.refused += 1
            assert self._numbers() == before
        self.people = desk.number

    def restart(self) -> None:
        self.session = self.open_hall().as_clerk("0312")

    def visit_at(self, desk: Desk) -> Visit | None:
        return intake.reopen(desk.session)

    def _at(self, window: str) -> Session:
        return self.session.at_window(window).as_clerk("0312" if window == "3" else "0313")

    def _numbers(self) -> tuple[int, int]:
        return len(cases(self.session)), len(all_tickets(self.session))


def take(day: Day, desk: Desk) -> None:
    category = day.chance.choice(("社会民生", "投资建设"))
    if day.chance.random() < 0.3:
        desk.take(category, priority=True, why="残疾")
    else:
        desk.take(category)


def call(day: Day, desk: Desk) -> None:
    visit = queue.call_next(desk.session)
    if visit is not None and day.chance.random() < 0.8:
        queue.arrive(desk.session, visit, "card")


def walk_in(day: Day, desk: Desk) -> None:
    queue.walk_in(desk.session)


def choose(day: Day, desk: Desk) -> None:
    if (visit := day.visit_at(desk)) is not None:
        desk.choose(visit, day.chance.choice(("1-1", "1-2", "4-1")))


def press(day: Day, desk: Desk) -> None:
    """Some key on some row."""
    visit = day.visit_at(desk)
    if visit is None or not (rows := rows_of(visit)):
        return
    row = day.chance.choice(rows)
    act = day.chance.choice((checklist.receive, checklist.compare, missing, checklist.ask))
    intake.save(desk.session, receive_all(set_mark(visit, row.key, act(row))))


def receive(day: Day, desk: Desk) -> None:
    visit = day.visit_at(desk)
    if visit is not None:
        desk.print(intake.receive(desk.session, visit))


def finish(day: Day, desk: Desk) -> None:
    """Mend whatever is still open, and take in."""
    visit = day.visit_at(desk)
    if visit is None or not visit.matters:
        return
    for chosen in visit.matters:
        if not chosen.matter.has_list:
            reasoned = msgspec.structs.replace(chosen, no_list_reason="部门电话确认")
            visit = set_chosen(visit, reasoned)
    for row in checklist.open_rows(rows_of(visit)):
        material = row.line.material
        act = checklist.compare if material.compares_original else checklist.receive
        visit = set_mark(visit, row.key, act(row))
    desk.print(intake.receive(desk.session, sign_promises(visit, "paper")))


def insist(day: Day, desk: Desk) -> None:
    if (visit := day.visit_at(desk)) is not None:
        intake.insist(desk.session, visit)


def notify(day: Day, desk: Desk) -> None:
    visit = day.visit_at(desk)
    if visit is not None and (rows := rows_of(visit)):
        for row in rows:
            if not row.is_settled:
                visit = set_mark(visit, row.key, missing(row))
        visit = set_mark(visit, rows[-1].key, missing(rows[-1]))
        day.codes.append(intake.notify(desk.session, visit).code)


def come_back(day: Day, desk: Desk) -> None:
    if day.codes:
        intake.come_back(desk.session, day.chance.choice(day.codes))


def miss(day: Day, desk: Desk) -> None:
    if (visit := day.visit_at(desk)) is not None:
        queue.miss(desk.session, visit)


def call_back(day: Day, desk: Desk) -> None:
    ended = [t.id for t in all_tickets(day.session) if t.status is TicketStatus.NO_SHOW]
    if ended:
        act = day.chance.choice((queue.call_back, queue.requeue))
        act(desk.session, day.chance.choice(ended))


def park(day: Day, desk: Desk) -> None:
    if (visit := day.visit_at(desk)) is not None:
        queue.park(desk.session, visit, "回去取原件")


def resume(day: Day, desk: Desk) -> None:
    with day.session.reading() as store:
        parked = [v.id for w in WINDOWS for v in drafts.all_of(store, w, drafts.PARKED)]
    if parked:
        queue.resume(desk.session, day.chance.choice(parked))


def transfer(day: Day, desk: Desk) -> None:
    if (visit := day.visit_at(desk)) is not None:
        where = day.chance.choice(
            ({"category": "投资建设"}, {"to_window": "5"}, {"to_window": "3"})
        )
        queue.transfer(desk.session, visit, **where)


def leave(day: Day, desk: Desk) -> None:
    if (visit := day.visit_at(desk)) is not None:
        queue.leave(desk.session, visit, day.chance.choice(list(Outcome)))


def publish(day: Day, desk: Desk) -> None:
    found = catalogue.matter(desk.session, "1-2")
    days = day.chance.randrange(5, 20)
    publish_matter(
        desk.session.as_clerk("0001"), msgspec.structs.replace(found, promised_days=days)
    )


STEPS: tuple[Callable[[Day, Desk], None], ...] = (
    *(take,) * 4,
    *(call,) * 5,
    *(choose,) * 7,
    *(press,) * 2,
    *(finish,) * 4,
    walk_in,
    receive,
    insist,
    notify,
    come_back,
    miss,
    call_back,
    park,
    resume,
    transfer,
    leave,
    publish,
)


@pytest.mark.req("UX-39")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_day(session, clock, open_hall, seed: int) -> None:
    day = Day(open_hall, session, clock, random.Random(seed))
    for number in range(250):
        day.step()
        if number % 50 == 49:
            day.restart()
        assert_consistent(day.session, WINDOWS)
    assert day.refused
    assert len(cases(day.session)) >= 5
    assert {t.outcome for t in all_tickets(day.session)} >= {"received", "notified"}
    assert_whole(day.session)


@pytest.mark.parametrize("seed", [4, 5])
def test_everybody_who_took_a_number_can_be_served_in_the_end(
    session, clock, open_hall, seed: int
) -> None:
    """Whatever happened before, no ticket hangs: it ended, or one of the windows can take it up."""
    day = Day(open_hall, session, clock, random.Random(seed))
    for _ in range(80):
        day.step()
    for window in WINDOWS:
        desk = Desk(day._at(window), clock, day.people)
        for _ in range(200):
            if (visit := intake.reopen(desk.session)) is not None:
                queue.leave(desk.session, visit, Outcome.LEFT)
            view = tickets.view(desk.session)
            if view.parked:
                queue.resume(desk.session, view.parked[0].visit_id)
            elif view.missed:
                queue.call_back(desk.session, view.missed[0].id)
            elif queue.call_next(desk.session) is None:
                break
    assert {t.status for t in all_tickets(day.session)} == {TicketStatus.CLOSED}
    assert_whole(day.session)

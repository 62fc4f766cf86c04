"""A hall in the middle of its day: several windows, a queue, cases late and new, ratings."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from fix_cases import People, people, received
from fix_hall import Chance, Clock, open_store, session_on
from fix_visit import settle, somebody
from fix_workday import Desk

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import ClerkSet
from zcdesk.domain.rating import Level, RatingChannel
from zcdesk.domain.ticket import Outcome
from zcdesk.domain.window import WindowSet
from zcdesk.operations import intake, queue, ratings, windows
from zcdesk.operations.session import Session
from zcdesk.store.place import Place

SCOPES = {
    "1": ("社会民生",),
    "2": ("市场准入",),
    "5": ("投资建设",),
    "6": ("人社服务",),
}
CLERKS = {"1": "刘洋", "2": "李强", "5": "陈建", "6": "周倩"}


@dataclass
class Hall:
    """A staffed hall; `at(n)` is the desk of one window, `boss` the supervisor's session."""

    session: Session
    clock: Clock
    staff: People
    desks: dict[str, Desk] = field(default_factory=dict)

    @property
    def boss(self) -> Session:
        return self.staff.supervisor

    def at(self, number: str) -> Desk:
        return self.desks[number]

    def open(self, number: str) -> None:
        windows.open_window(self.at(number).session)

    def finish(self, number: str, *keys: str, rate: Level | None = None, **bad: object) -> None:
        """Call the next at a window, take in (or only advise), end, and let them rate."""
        desk = self.at(number)
        visit = desk.call()
        if keys:
            desk.clock.pass_(minutes=4)
            intake.receive(desk.session, settle(desk.choose(visit, *keys)))
        else:
            desk.clock.pass_(minutes=3)
            queue.leave(desk.session, visit, Outcome.CONSULTED)
        if rate is not None:
            assert visit.ticket is not None
            ratings.rate(
                desk.session, visit.id, rate, RatingChannel.PAD, ticket=visit.ticket.id, **bad
            )


def staffed(session: Session, clock: Clock) -> Hall:
    """Set up the windows and hire everybody."""
    made = Hall(session, clock, people(session))
    with session.transaction() as tx:
        for number, scope in SCOPES.items():
            tx.append(
                NewAct(subject=f"window:{number}", body=WindowSet(number=number, categories=scope))
            )
            staff_no = f"07{int(number):02d}"
            body = ClerkSet(staff_no=staff_no, name=CLERKS[number])
            tx.append(NewAct(subject=f"clerk:{staff_no}", body=body))
    made.desks = {
        "3": Desk(session, clock, 100),
        **{
            number: Desk(session.at_window(number).as_clerk(f"07{int(number):02d}"), clock, 200)
            for number in SCOPES
        },
    }
    return made


def busy(hall: Hall) -> Hall:
    """Late cases of this month, a queue too long in one category, one window idle."""
    clock = hall.clock
    today = clock.at
    clock.at = today.replace(day=2)
    for serial in range(2):
        received(hall.session, "1-2", person=somebody(300 + serial))
    clock.at = today.replace(day=17)
    received(hall.session, "1-2", person=somebody(303))
    clock.at = today.replace(hour=8, minute=28)
    for number in ("1", "2", "3", "5"):
        hall.open(number)
    first = hall.at("3")
    for _ in range(5):
        first.take("社会民生")
    for number, level in (("1", Level.VERY_GOOD), ("3", Level.GOOD), ("1", Level.VERY_GOOD)):
        hall.finish(number, "1-1", rate=level)
    first.take("市场准入")
    hall.finish("2", rate=Level.FAIR)
    hall.finish("3", rate=Level.BAD, reasons=("等太久",))
    windows.pause_window(hall.at("2").session, "用餐")
    for _ in range(6):
        first.take("社会民生")
    clock.pass_(minutes=4)
    first.take("市场准入")
    first.take("人社服务")
    first.take("投资建设")
    hall.finish("5")
    hall.finish("1", "1-1")
    clock.pass_(minutes=26)
    hall.at("1").call()
    hall.at("3").call()
    first.take("社会民生")
    clock.pass_(minutes=2)
    return hall


@pytest.fixture
def live_hall(session: Session, clock: Clock) -> Hall:
    return staffed(session, clock)


@pytest.fixture
def busy_hall(live_hall: Hall) -> Hall:
    return busy(live_hall)


@pytest.fixture
def busy_page_hall(page_session: Session, clock: Clock) -> Hall:
    """The same hall under a desk of pages."""
    return busy(staffed(page_session, clock))


@contextmanager
def any_hall(root: Path, prepared: Path) -> Iterator[Hall]:
    """A hall for one example of a property; closed behind it."""
    shutil.copytree(prepared, root / "hall")
    clock, chance = Clock(), Chance(random.Random(7))
    store = open_store(Place.under(root / "hall"), clock(), chance)
    try:
        yield staffed(session_on(store, clock, chance).as_clerk("0312"), clock)
    finally:
        store.close()

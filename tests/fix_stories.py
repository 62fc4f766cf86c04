"""The whole hall of `zcdesk.demo.house` at one computer: one program, one store, lanes inline.

Everybody sits down there in turn and plays the stories of `zcdesk.demo.stories`; the clock is the
test's, so a story takes as long as its keys. What stands in the store afterwards is asked through
the operations that every page reads by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from fix_cases import BUREAU, HEALTH, people
from fix_hall import Clock
from fix_ui import Hand, HandTimer

from zcdesk.demo.clerk import DemoClerk
from zcdesk.demo.driver import Driver
from zcdesk.demo.house import Cast, House
from zcdesk.demo.stories import STORIES, Steps, finish
from zcdesk.domain.custody import Hand as Holder
from zcdesk.domain.deadlines import running
from zcdesk.domain.message import MessageKind
from zcdesk.exchange.http import Endpoint
from zcdesk.exchange.licences import look_up
from zcdesk.exchange.simulators.licences import LicenceLibrary
from zcdesk.operations import clerks, messages, online
from zcdesk.operations.session import Session
from zcdesk.store.verify import verify

CAST = Cast(
    health=HEALTH,
    bureau=BUREAU,
    deferrable="1-1",
    plain="1-2",
    code="1002",
    instant="4-1",
    form="申请表",
    original="居民身份证",
    licence="营业执照",
)


class Fingers(Driver):
    """Keys without waiting for clocks: the gate is told that a key was meant alone."""

    def __init__(self, window: Any, gate: Any, hand: Hand) -> None:
        super().__init__(window, SimpleNamespace(pending=0))  # type: ignore[arg-type]
        self._gate, self._hand = gate, hand

    def settle(self, quiet_s: float = 0) -> None:
        from PySide6.QtCore import QCoreApplication

        self._gate.settle()
        self._hand.move(0.5)
        QCoreApplication.processEvents()


class Chair:
    """The computer of the tests: who sits down is there, and questions are asked at once."""

    def __init__(self, workplace: Any, session: Session, driver: Driver) -> None:
        self._workplace, self._session, self._driver = workplace, session, driver

    def sit(self, staff_no: str) -> None:
        session = self._session.as_clerk(staff_no)
        self._workplace.begin(session, clerks.clerk_of(session))
        self._driver.settle()

    def ask(self, question: Callable[[Session], Any]) -> Any:
        return question(self._session)

    def file_online(self, document: bytes) -> None:
        online.take_in(self._session, document, "folder")


class Telling:
    """A story being told: goes on from step to step."""

    def __init__(self, hall: Hall, play: Callable[[House], Steps]) -> None:
        self._hall = hall
        self._story = next(one for one in STORIES if one.play is play)
        self._steps = play(hall)
        self._case = ""

    def to(self, name: str) -> str:
        """Play until a step was done; return the id of the case."""
        for step, case in self._steps:
            self._case = case
            if step == name:
                return case
        raise AssertionError(f"the story never came to {name}")

    def end(self) -> str:
        """Play to the end, which must be as scripted; return the id of the case."""
        case = finish(self._steps, self._case)
        assert self._story.differs(self._hall, case) == ""
        return case


class Hall(House):
    """Everybody's desk, and what the tests ask about a case."""

    def __init__(self, clerk: DemoClerk, session: Session) -> None:
        super().__init__(clerk, CAST, Chair(clerk.workplace, session, clerk.driver))
        self.session = session

    def tell(self, play: Callable[[House], Steps]) -> Telling:
        return Telling(self, play)

    def told(self, case_id: str) -> list[MessageKind]:
        return [one.kind for one in messages.of_case(self.session, case_id)]

    def limit(self, case_id: str, kind: str) -> Any:
        from zcdesk.operations.session import policy

        with self.session.reading() as store:
            limits = policy(store).limits
        found = running(self.case(case_id), self.session.calendar, limits, self.session.now())
        return next(one for one in found if one.kind == kind)

    def ends(self, case_id: str, kind: str) -> str:
        """When a running limit ends, as `2026-11-24 15:00`."""
        return f"{self.limit(case_id, kind).at:%Y-%m-%d %H:%M}"

    def came_out(self, title: str, *words: str) -> None:
        """Some paper of this title with these words came out of the printer."""
        of_title = [text for text in self.texts if title in text]
        assert of_title, f"no {title}"
        flat = [text.replace("\n", "").replace(" ", "") for text in of_title]
        wanted = [word.replace(" ", "") for word in words]
        assert any(all(word in text for word in wanted) for text in flat), flat[-1]

    def hands(self, case_id: str) -> set[Holder]:
        return {bundle.hand for bundle in self.case(case_id).bundles}

    @property
    def texts(self) -> list[str]:
        """What came out of the thermal printer, as text."""
        from zcdesk.forms.decode import decode

        return [decode(one, 48).text for one in self.workplace.desk.devices["printer"].documents]


@pytest.fixture
def hall(
    page_session: Session,
    page_desk: Any,
    dressed: Callable[..., Any],
    clock: Clock,
    hand: Hand,
    hand_timer: HandTimer,
) -> Iterator[Hall]:
    from zcdesk.devices.simulated import SimulatedScanner
    from zcdesk.ui.input import KeyGate
    from zcdesk.ui.workplace import Workplace

    people(page_session)
    gate = KeyGate(hand, hand_timer)
    workplace = Workplace(
        session=page_session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices={**page_desk.devices, "scanner": SimulatedScanner()},
        gate=gate,
    )
    dressed(workplace.shell, size=(1366, 697))
    library = LicenceLibrary()
    endpoint = Endpoint(url=library.served.url, timeout=30)
    workplace.desk.licences = lambda: lambda query: look_up(endpoint, query, {})
    driver = Fingers(workplace.shell, gate, hand)
    reader = workplace.desk.devices["reader"]
    yield Hall(DemoClerk(driver, workplace, clock, reader), page_session)  # type: ignore[arg-type]
    library.served.close()
    workplace.end()
    assert verify(page_session.store).findings == ()

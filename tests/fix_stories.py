"""The whole hall at one computer: one program, one store, everybody of it logs in there in turn.

Key events go to the real window (`zcdesk.demo`); lanes run inline and the clock is the test's, so
a story takes as long as its keys. What stands in the store afterwards is asked through the
operations that every page reads by.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from fix_cases import case_now, people
from fix_hall import Clock
from fix_ui import Hand, HandTimer
from fix_visit import somebody

from zcdesk.demo.clerk import DemoClerk
from zcdesk.demo.desks import (
    HandoverDesk,
    LedgerDesk,
    MailDesk,
    OnlineDesk,
    ResultDesk,
    ReviewDesk,
    SupplementDesk,
)
from zcdesk.demo.driver import Driver
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.custody import Hand as Holder
from zcdesk.domain.deadlines import running
from zcdesk.domain.message import MessageKind
from zcdesk.domain.person import Person
from zcdesk.operations import casefile, clerks, messages, online
from zcdesk.operations.session import Session
from zcdesk.store.verify import verify

CLERK, HEALTH_OFFICER, HEALTH_CHIEF, BUREAU_OFFICER = "0312", "0401", "0402", "0403"
RESULT_CLERK, SUPERVISOR = "0501", "0601"
FETCHER = somebody(700)
"""Who fetches the papers for a department."""


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


class Hall:
    """Everybody's desk, and what became of a case.

    Attributes:
        counter: the clerk at window 3, with the words of `zcdesk.demo`.
        printed: the texts of all papers that came out, in order.
    """

    def __init__(self, workplace: Any, session: Session, clock: Clock, driver: Driver) -> None:
        self.workplace, self.session, self.clock = workplace, session, clock
        self.counter = DemoClerk(driver, workplace, clock, workplace.desk.devices["reader"])  # type: ignore[arg-type]
        at = (self.counter, self.case)
        self._handover, self._mail = HandoverDesk(*at), MailDesk(*at)
        self._promises, self._office = SupplementDesk(*at), ReviewDesk(*at)
        self._results, self._ledgers = ResultDesk(*at), LedgerDesk(*at)
        self._online = OnlineDesk(*at)
        self._people = 10
        self.here = ""

    # --- who is at the computer ---

    def log_in(self, staff_no: str) -> None:
        """Somebody else sits down."""
        if self.here == staff_no:
            return
        self.here = staff_no
        session = self.session.as_clerk(staff_no)
        self.workplace.begin(session, clerks.clerk_of(session))
        self.counter.driver.settle()

    @property
    def window(self) -> DemoClerk:
        self.log_in(CLERK)
        return self.counter

    @property
    def handover(self) -> HandoverDesk:
        self.log_in(CLERK)
        return self._handover

    @property
    def mail(self) -> MailDesk:
        self.log_in(CLERK)
        return self._mail

    def online(self, staff_no: str = CLERK) -> OnlineDesk:
        self.log_in(staff_no)
        return self._online

    @property
    def promises(self) -> SupplementDesk:
        self.log_in(CLERK)
        return self._promises

    @property
    def results(self) -> ResultDesk:
        self.log_in(RESULT_CLERK)
        return self._results

    def office(self, staff_no: str = HEALTH_OFFICER) -> ReviewDesk:
        self.log_in(staff_no)
        return self._office

    # --- steps every story shares ---

    def person(self) -> Person:
        self._people += 1
        return somebody(self._people)

    def take_in(
        self,
        matter: str,
        who: Person,
        *,
        defers: bool = False,
        scans: int = 0,
        post_to: str = "",
    ) -> str:
        """Somebody comes with a matter; return the id of the case."""
        clerk = self.window
        self.to_counter()
        clerk.take_number(self.category(matter), matter=matter)
        clerk.call()
        clerk.lay_card(who)
        clerk.adopt()
        clerk.give_list_reason()
        driver = clerk.driver
        if scans:
            driver.press("Home", *["S"] * scans)
        if defers:
            driver.press("End", "R", "Enter")
        driver.press("F4")
        driver.until(lambda: clerk.front == "applicant", "the applicant did not open")
        driver.tab_to("applicant_phone")
        driver.write(who.phone)
        driver.press("F9", "A")
        clerk.settle_rows()
        driver.press("F9")
        driver.until(lambda: clerk.front == "check", "the check page did not open")
        if defers:
            driver.press("2")
        if post_to:
            self._wants_post(post_to)
        clerk.confirm()
        return self.newest()

    def take_in_parcel(self, matter: str, sender: Person, waybill: str) -> str:
        """A parcel comes: registered, opened, settled; nobody stands at the window."""
        clerk = self.window
        self.to_counter()
        self.mail.register(waybill, sender)
        clerk.find({"1-1": "1001", "1-2": "1002"}[matter])
        clerk.driver.press("A")
        clerk.settle_rows()
        clerk.finish()
        return self.newest()

    def file_online(self, number: str, matter: str, who: Person, *materials: str) -> None:
        """Somebody applies on the province's site; its file lies in the watched folder."""
        scan = self.workplace.desk.devices["scanner"].scan

        def paper() -> dict[str, str]:
            data = scan().data
            return {
                "kind": "image/png",
                "content": base64.b64encode(data).decode(),
                "sha256": hashlib.sha256(data).hexdigest(),
            }

        document = {
            "format": "zcdesk.online/1",
            "number": number,
            "filed_at": "2026-11-23T21:00:00+08:00",
            "matter": matter,
            "applicant": {
                "name": who.name,
                "id_kind": "resident",
                "id_number": who.id_number,
                "phone": who.phone,
            },
            "materials": [{"name": name, "files": [paper()]} for name in materials],
        }
        online.take_in(self.session, json.dumps(document).encode(), "folder")

    def take_in_online(self, number: str) -> str:
        """The applicant shows the code at the window; only what is left is asked."""
        self.online().take(number)
        self.counter.driver.press("A")
        self.counter.settle_rows()
        self.counter.finish()
        return self.newest()

    def give_authority(self, department: str, officer: str, matters: str) -> None:
        """The supervisor registers a 授权委托书 for window 3."""
        self.log_in(SUPERVISOR)
        self._ledgers.write(
            department=department, officer=officer, windows="3", matters=matters, number="委1"
        )

    def to_counter(self) -> None:
        driver, shell = self.counter.driver, self.workplace.shell
        for _ in range(12):
            if shell.current == "counter":
                break
            driver.press("Ctrl+PgUp")
        assert shell.current == "counter"

    def category(self, matter: str) -> str:
        return "投资建设" if matter.startswith("4-") else "社会民生"

    def _wants_post(self, address: str) -> None:
        """The result shall come by post: said on the check page."""
        from zcdesk.ui.counter.check_rows import Part

        driver = self.counter.driver
        driver.press(str(Part.DELIVERY.value))
        driver.compose("dz", address)
        self.clock.pass_(seconds=5)
        driver.press("Enter")

    def to_department(self, case_id: str) -> None:
        self.handover.pass_on(self.case(case_id).department, (case_id,), FETCHER)

    def decide(self, case_id: str, staff_no: str = HEALTH_OFFICER, **decision: object) -> None:
        """Write the decision and send the result to the counter."""
        office = self.office(staff_no)
        office.open(case_id, "review")
        office.act("J", **decision)
        office.open(case_id, "review")
        office.act("F9")

    def hand_out(self, case_id: str, who: Person, **how: str) -> None:
        """Result onto the shelf, out to who came, its receipt back, the case into the archive."""
        self.results.take(case_id)
        self.clock.pass_(hours=1)
        self.results.issue(case_id, who, **how)
        self.results.file(case_id, FETCHER)

    # --- what became of it ---

    def newest(self) -> str:
        with self.session.reading() as store:
            found = [case for _, case in store.states(Case)]
        return max(found, key=lambda case: case.intake.receipt).id

    def case(self, case_id: str) -> Case:
        return case_now(self.session, case_id)

    def state(self, case_id: str) -> CaseState:
        return self.case(case_id).state

    def papers(self, case_id: str) -> list[str]:
        """Kinds of papers that were queued for a case, in order."""
        return [one.paper for one in casefile.view(self.session, case_id).prints]

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
    driver = Fingers(workplace.shell, gate, hand)
    made = Hall(workplace, page_session, clock, driver)
    yield made
    workplace.end()
    assert verify(page_session.store).findings == ()

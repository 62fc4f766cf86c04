"""A clerk of the demo: what a person does at the window, as keys, cards and waiting.

Reads the screen's own values to know what to press, as a person reads the screen; changes nothing
except through keys, the card on the reader and the number dispenser.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from zcdesk.demo.driver import Driver
from zcdesk.demo.hall import DemoClock
from zcdesk.demo.score import Score
from zcdesk.devices.simulated import SimulatedReader
from zcdesk.domain.checklist import Row, open_rows
from zcdesk.domain.matter import Necessity
from zcdesk.domain.person import Person
from zcdesk.domain.ticket import Channel
from zcdesk.domain.visit import Phase, Visit, rows_of
from zcdesk.ui.workplace import Workplace

SOCIAL = "社会民生"


class DemoClerk:
    """Works at one window.

    Attributes:
        driver: the hands; workplace: the window they work at; clock: the hall's time.
        score: what the scenarios cost; shoot: takes a picture of the window
            under a name, or of another window given beside.
    """

    def __init__(
        self, driver: Driver, workplace: Workplace, clock: DemoClock, reader: SimulatedReader
    ) -> None:
        self.driver = driver
        self.workplace = workplace
        self.clock = clock
        self.reader = reader
        self.score = Score(driver)
        self.shoot: Callable[..., None] = _no_picture

    @property
    def visit(self) -> Visit:
        """The visit at the window."""
        visit = self.workplace.counter.open_visit
        if visit is None:
            raise RuntimeError("nobody is at the window")
        return visit

    @property
    def front(self) -> str:
        """What is in front at the counter."""
        return self.workplace.counter.front

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.workplace.counter.serving.checklist.row

    def take_number(self, category: str = SOCIAL, **how: Any) -> None:
        """Somebody takes a number at the dispenser."""
        desk = self.workplace.desk
        how.setdefault("channel", Channel.KIOSK)
        desk.do(desk.operations.tickets.take_ticket, category, owner=self.workplace, **how)
        self.driver.settle(0.01)

    def call(self) -> None:
        """Call the next number."""
        self.driver.press("F2")
        self.driver.until(self._is_called, "the call opened no visit")
        self.clock.pass_(seconds=20)

    def lay_card(self, person: Person) -> None:
        """The citizen puts the card on the reader: no key, and no card carries a phone."""
        self.reader.lay_down(msgspec.structs.replace(person, phone=""))
        self.driver.until(self._is_identified, "the card filled nothing")

    def adopt(self) -> None:
        """Take the matter the ticket carries."""
        self.driver.press("Enter")
        self.driver.until(lambda: bool(self.visit.matters), "the matter was not taken")

    def find(self, query: str) -> None:
        """Find a matter by what is typed and take it."""
        count = len(self.visit.matters)
        self.driver.press("F6")
        self.driver.write(query)
        self.driver.press("Enter")
        self.driver.until(lambda: len(self.visit.matters) == count + 1, f"{query} found nothing")

    def favourite(self, digit: str) -> None:
        """Take a favourite of this window."""
        self.driver.press("F6", digit, "Enter")
        self.driver.until(lambda: bool(self.visit.matters), "the favourite was not taken")

    def settle_rows(self) -> None:
        """Go through what `A` left open, row by row, until nothing is."""
        for _ in range(60):
            left = open_rows(rows_of(self.visit))
            if not left:
                return
            row = self.row
            if row is None or row.is_settled:
                self.driver.press("Down")
            elif row.line.material.compares_original:
                self.driver.press("Y")
            elif row.line.material.necessity is Necessity.CONDITIONAL:
                self.driver.press("X", "1")
            else:
                self.driver.press("Space")
        raise RuntimeError("the list was not settled")

    def scan(self, pages: int) -> None:
        """Take pages of the row under the cursor with the document camera."""
        for count in range(1, pages + 1):
            self.driver.press("S")
            self.driver.until(lambda n=count: self._pages() == n, "no page came")  # type: ignore[misc]

    def look_up_licences(self) -> None:
        """Ask the library of licences for what the list allows to be shared."""
        before = self.visit
        self.driver.press("L")
        self.driver.until(lambda: self.visit != before, "the library filled nothing")

    def finish(self) -> None:
        """Check and print."""
        self.driver.press("F9")
        self.driver.until(lambda: self.front == "check", "the check page did not open")
        self.confirm()

    def confirm(self) -> None:
        """Confirm on the check page, which does not listen in its first moment."""
        self.clock.pass_(seconds=1)
        self.driver.press("Enter")
        self.driver.until(lambda: self.front == "done", "nothing was received")
        self.driver.until(self._is_printed, "the receipt did not come out")

    def give_list_reason(self) -> None:
        """Say why a matter without a list is taken in all the same, where it is asked."""
        chosen = self.visit.matters[-1]
        if not chosen.matter.has_list and not chosen.no_list_reason:
            self.driver.press("1")

    def import_roster(self, file: Path) -> None:
        """Import a roster: who laid the card presents, their letter was seen."""
        driver = self.driver
        driver.press("F4")
        driver.until(lambda: self.front == "applicant", "the applicant did not open")
        driver.tab_to("applicant_roster")
        driver.press("Space")
        driver.until(lambda: self.front == "roster", "the roster page did not open")
        driver.paste(str(file))
        driver.press("Enter")
        driver.until(lambda: driver.has_focus("roster_authority"), "the roster was not read")
        driver.press("Space", "F9")
        driver.until(lambda: self.visit.is_batch, "nobody was imported")
        if self.front != "serving":
            driver.press("Esc")
        driver.until(lambda: self.front == "serving", "the roster page stayed")

    def give_up(self) -> None:
        """Leave a visit that went wrong as a clerk would, so that the day goes on."""
        driver = self.driver
        for _ in range(3):
            driver.press("Esc")
        visit = self.workplace.counter.open_visit
        if visit is None:
            return
        if visit.phase is Phase.CALLED:
            driver.press("Shift+F3")
        else:
            driver.press("F2", "3")
        driver.until(lambda: self.workplace.counter.open_visit is None, "the visit stayed open")

    def _pages(self) -> int:
        return len(self.row.mark.pages) if self.row is not None else 0

    def _is_called(self) -> bool:
        visit = self.workplace.counter.open_visit
        return visit is not None and visit.phase is Phase.CALLED

    def _is_identified(self) -> bool:
        visit = self.workplace.counter.open_visit
        return visit is not None and visit.applicant.person.is_identified

    def _is_printed(self) -> bool:
        return not self.driver.jobs.pending


def _no_picture(_: str, __: QWidget | None = None) -> None:
    """Nobody wants a picture."""

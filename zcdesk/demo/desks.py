"""The desks of a window after the visit: hand-over, promises, ledgers, mail, online, platform."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from zcdesk.demo.driver import StuckError
from zcdesk.demo.hands import Hands
from zcdesk.domain.person import Person
from zcdesk.ui import modules
from zcdesk.ui.handover.passing import Step

HAND_OVER = 5
"""Ceiling of S-12 in keys (ux 1.3)."""


class HandoverDesk(Hands):
    """The window passes a department its pile."""

    page_name = modules.HANDOVER

    def pass_on(self, department: str, cases: Iterable[str], taker: Person) -> None:
        """Scan off a pile, print its list, and let who fetches it sign by card (S-12)."""
        self.go()
        pile = tuple(cases)
        self.to_row(self.page.stacks, lambda row: _lies_in(row, department, pile))
        with self.at.score.count("S-12", HAND_OVER):
            self.driver.press("Enter")
            for case_id in pile:
                self.scan(self.receipt(case_id))
            self.at.shoot("handover-pile")
            self.driver.press("F9")
            if self.page.choices.is_open:
                self.driver.press("1")
            self.driver.until(lambda: self.page.passing.step is Step.SIGN, "no list was printed")
            self.card(taker)
            self.at.shoot("handover-sign")
            self.driver.press("Enter")
            self.driver.until(lambda: self.page.passing.step is Step.PICK, "nobody signed")


class SupplementDesk(Hands):
    """Any window takes in what was promised or asked for."""

    page_name = modules.SUPPLEMENTS

    def bring(self, case_id: str) -> None:
        """Scan the receipt; everything asked for is there, its original was compared."""
        self.go()
        self.scan(self.receipt(case_id))
        self.driver.until(lambda: self.page.choices.is_open, "nothing is awaited")
        self.at.shoot("supplement")
        self.driver.press("1")
        self.driver.until(lambda: not self.page.choices.is_open, "it was not taken in")

    def judge(self, case_id: str, verdict: str, **fields: object) -> None:
        """Say what becomes of a broken promise: `1` longer, `2` without it, `3` the end."""
        self.go()
        self.to_row(self.page.view, lambda row: row.case == case_id)
        self.driver.press("X", verdict)
        self.fill(**fields)
        self.at.shoot("promise-broken")
        self.driver.press("Ctrl+Enter")
        self.driver.until(lambda: not self.page.form.isVisible(), self.page.form.message.full_text)


class LedgerDesk(Hands):
    """Authorities, seals and blanks."""

    page_name = modules.LEDGERS

    def write(self, **fields: object) -> None:
        """Write a new line into the ledger in front."""
        self.go()
        form = self.page.form
        self.driver.press("F9")
        self.driver.until(lambda: form.is_open, "no line to write")
        self.fill(**fields)
        self.at.shoot("ledger-line")
        self.driver.press("Enter")
        self.driver.until(lambda: not form.is_open, form.message.full_text)


class OnlineDesk(Hands):
    """Online applications: the department looks first, the window takes them in."""

    page_name = modules.ONLINE

    def pass_(self, number: str, *bring: str) -> None:
        """Pass an application; these papers are wanted on paper."""
        self.go()
        review = self.page.review
        self.to_row(review.list, lambda row: row.number == number)
        self.driver.press("Enter")
        self.driver.until(lambda: self.driver.has_focus("online_papers"), "it did not open")
        for name in bring:
            self.to_row(review.paper_view, partial(_is_called, name))
            self.driver.press("Space")
        self.at.shoot("online-review")
        self.driver.press("F9")
        still = [row.number for row in review.inbox.rows]
        if number in still:
            raise StuckError("it was not passed")

    def take(self, number: str) -> None:
        """Type the code the applicant shows; it opens like a visit."""
        self.go()
        self.driver.write(number)
        self.driver.press("Enter")
        self.driver.until(lambda: self.at.front == "serving", "the application did not open")
        self.at.shoot("online-taken")


class MailDesk(Hands):
    """Parcels with applications."""

    page_name = modules.MAIL

    def register(self, waybill: str, sender: Person) -> None:
        """Scan a waybill and name who sent it; it opens like a visit."""
        driver = self.driver
        self.scan(waybill)
        driver.until(lambda: self.at.workplace.shell.current == self.page_name, "no parcel")
        driver.press("F4")
        with driver.uncounted():
            driver.compose("jjr", sender.name)
        driver.press("Enter")
        with driver.uncounted():
            driver.write(sender.id_number)
        driver.press("Enter")
        with driver.uncounted():
            driver.write(sender.phone)
        self.at.shoot("mail-parcel")
        driver.press("F9")
        driver.until(lambda: self.at.front == "serving", "the parcel did not open")


class PlatformDesk(Hands):
    """Cases another system wants typed in again: the 二次录入 strip above its window."""

    page_name = modules.EXCHANGE

    def type_in(self, case_id: str, number: str) -> None:
        """Copy a case field by field, and bring back the number the platform gave."""
        self.go()
        registering, driver = self.page.registering, self.driver
        self.to_row(registering.view, lambda row: row.case == case_id)
        driver.press("Enter")
        strip = registering.strip
        driver.until(lambda: strip.isVisible() and strip.view.hasFocus(), "no strip")
        self.at.clock.pass_(seconds=90)
        driver.press("Space", "Space")
        self.at.shoot("strip", strip)
        driver.press(*["Space"] * (len(strip.model.rows) - 2))
        driver.until(lambda: driver.has_focus("reentry_back"), "the strip did not reach its end")
        driver.write(number)
        driver.press("F9")
        driver.until(lambda: not strip.isVisible(), strip.back.message)
        driver.window.activateWindow()  # as a window manager does
        driver.until(driver.window.isActiveWindow, "the main window did not come back")


class Finder(Hands):
    """Whoever looks for a case."""

    page_name = modules.CASES

    def find(self, case_id: str) -> None:
        """Scan the receipt of a case: its page opens."""
        self.go()
        self.scan(self.receipt(case_id))
        self.driver.until(self.page.detail.isVisible, "the case did not open")
        self.at.shoot("case-page")
        self.driver.press("Esc")


class DutyDesk(Hands):
    """Who leads the hall."""

    page_name = modules.DUTY

    def look(self) -> None:
        """Look at the hall as it is, at what is late, and at the figures."""
        self.go()
        places = {tab.name: place for place, tab in enumerate(self.page.tabs, 1)}
        for name in ("urging", "figures", "live"):
            self.driver.press(str(places[name] % 10))
            if self.page.strip.value != name:
                raise StuckError(f"{name} did not come to the front")
            self.at.shoot(f"duty-{name}")


def _lies_in(row: Any, department: str, cases: tuple[str, ...]) -> bool:
    waiting = row.pile.cases if row.pile is not None else ()
    return row.department == department and set(cases) <= set(waiting)


def _is_called(name: str, line: Any) -> bool:
    return bool(line.name == name)

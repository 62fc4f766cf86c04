"""The desks after the visit, as keys, cards and scans: hand-over, review, results, promises, post.

Like the clerk at the counter (`demo.clerk`), who works here changes nothing but through the real
window; what stands on it decides which key comes next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from zcdesk.demo.clerk import DemoClerk
from zcdesk.demo.driver import Driver, StuckError
from zcdesk.domain.case import Case
from zcdesk.domain.person import Person
from zcdesk.ui import modules
from zcdesk.ui.handover.passing import Step
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.field import Combo, Spin
from zcdesk.ui.widgets.rows_view import RowsView

ARMED_S = 1
"""After this the confirmation of a hand-out listens."""


class Hands:
    """What every desk needs: pages by key, codes under the scanner, cards, rows and fields.

    Attributes:
        at: the person at this computer, with driver, window, clock and card reader.
        case: reads a case as it stands; a person reads it on the papers in hand.
    """

    page_name = ""

    def __init__(self, at: DemoClerk, case: Callable[[str], Case]) -> None:
        self.at = at
        self.case = case

    @property
    def driver(self) -> Driver:
        """The keys."""
        return self.at.driver

    @property
    def page(self) -> Any:
        """The page of this desk."""
        return self.at.workplace.shell.page(self.page_name)

    def go(self) -> None:
        """Walk along the rail to this desk's page."""
        shell = self.at.workplace.shell
        for _ in modules.MODULES:
            if shell.current == self.page_name:
                break
            self.driver.press("Ctrl+PgDown")
        if shell.current != self.page_name:
            raise StuckError(f"{self.page_name} is not on the rail")
        self.driver.settle()

    def scan(self, text: str) -> None:
        """Hold a code under the scanner."""
        self.at.workplace.gate.scanned.emit(text)
        self.driver.settle(0.02)

    def receipt(self, case_id: str) -> str:
        """Return what the code on the receipt of a case holds."""
        seen = self.case(case_id).intake
        return f"R/{seen.receipt}/{seen.query_code}"

    def card(self, person: Person) -> None:
        """Somebody lays a card on the reader, and it was read."""
        read: list[object] = []
        desk = self.at.workplace.desk
        desk.card_read.connect(read.append)
        self.at.reader.lay_down(person)
        self.driver.until(lambda: bool(read), "the card was not read")
        desk.card_read.disconnect(read.append)
        self.driver.settle()

    def to_row(self, view: RowsView, wanted: Callable[[Any], bool]) -> None:
        """Move the cursor to a row."""
        rows = view.rows_model.rows
        place = next((i for i, row in enumerate(rows) if wanted(row)), -1)
        if place < 0:
            raise StuckError(f"{view.objectName()} does not show it")
        self.driver.press("Home", *["Down"] * place)
        if not wanted(view.current):
            raise StuckError(f"no way to the row in {view.objectName()}")

    def fill(self, **values: object) -> None:
        """Fill in fields of an act by their names, with Tab from one to the next."""
        for name, value in values.items():
            self.driver.tab_to(f"act_{name}")
            edit = self.at.workplace.shell.focusWidget()
            field = _named(edit, f"act_{name}")
            if isinstance(field, Choice):
                self._turn(lambda f=field, v=value: f.value == v, "Right", name)  # type: ignore[misc]
            elif isinstance(field, Combo):
                self._turn(lambda f=field, v=value: f.currentData() == v, "Down", name)  # type: ignore[misc]
            elif isinstance(field, Spin):
                field.selectAll()
                self.driver.write(str(value))
            else:
                self.driver.compose("wz", str(value))

    def _turn(self, is_there: Callable[[], bool], key: str, name: str) -> None:
        for _ in range(40):
            if is_there():
                return
            self.driver.press(key)
        raise StuckError(f"{name} does not offer it")


class HandoverDesk(Hands):
    """The window passes a department its pile."""

    page_name = modules.HANDOVER

    def pass_on(self, department: str, cases: Iterable[str], taker: Person) -> None:
        """Scan off a pile, print its list, and let who fetches it sign by card (S-12)."""
        self.go()
        self.to_row(self.page.stacks, lambda row: row.department == department)
        self.driver.press("Enter")
        for case_id in cases:
            self.scan(self.receipt(case_id))
        self.driver.press("F9")
        if self.page.choices.is_open:
            self.driver.press("1")
        self.driver.until(lambda: self.page.passing.step is Step.SIGN, "no list was printed")
        self.card(taker)
        self.driver.press("Enter")
        self.driver.until(lambda: self.page.passing.step is Step.PICK, "nobody signed")


class ReviewDesk(Hands):
    """A department's officer."""

    page_name = modules.REVIEW
    lists = {"accept": "1", "review": "2", "returned": "3", "asked": "4"}  # noqa: RUF012

    def open(self, case_id: str, tab: str = "accept") -> None:
        """Open a case from one of the lists."""
        self.go()
        page = self.page
        while page.opened is not None:
            self.driver.press("Esc")
        self.driver.press(self.lists[tab])
        self.to_row(page.inbox.view, lambda row: row.case == case_id)
        self.driver.press("Enter")
        self.driver.until(lambda: self.is_open(case_id), "the case did not open")

    def is_open(self, case_id: str) -> bool:
        """Whether this case lies on the desk."""
        return self.page.opened is not None and self.page.opened.case.id == case_id

    def see_all(self) -> None:
        """Turn through every page; what has no problem fits."""
        page = self.page
        self.driver.press("A")
        self.driver.until(lambda: not page.opened.case.unseen, "pages were not shown")
        self.driver.settle()

    def accept(self, case_id: str, **fields: object) -> None:
        """Accept a clean case (S-13)."""
        self.open(case_id)
        self.see_all()
        self.act("F9", **fields)

    def find_problem(self, material: str, reason: str = "1") -> None:
        """Say of a material of the open case what is wrong."""
        self.to_row(self.page.materials, lambda line: line.material.name == material)
        self.driver.press("W", reason)

    def act(self, key: str, **fields: object) -> None:
        """Do an act of the open case: its key, its fields, Enter."""
        form = self.page.acting.form
        self.driver.press(key)
        if not form.is_open:
            raise StuckError(f"{key} opened nothing")
        self.fill(**fields)
        self.driver.press("Enter")
        self.driver.until(lambda: not form.is_open, f"{key}: {form.message.full_text}")
        self.driver.settle()

    def lay_stages(self, *stages: tuple[str, str, bool]) -> None:
        """Lay down review stages side by side: name, department, whether it leads."""
        driver, form = self.driver, self.page.acting.stages
        driver.press("L")
        for row, (name, department, leads) in zip(form.rows, stages, strict=False):
            _focus_by_tab(driver, row.name)
            driver.compose("hj", name)
            _focus_by_tab(driver, row.department)
            self._turn_to(row.department, department)
            if leads:
                _focus_by_tab(driver, row.lead)
                driver.press("Space")
        driver.press("Enter")
        driver.until(lambda: not form.is_open, form.message.full_text)

    def _turn_to(self, combo: Combo, text: str) -> None:
        place = combo.findText(text)
        key = "Down" if place > combo.currentIndex() else "Up"
        self._turn(lambda: combo.currentText() == text, key, text)


class ResultDesk(Hands):
    """The result counter."""

    page_name = modules.RESULTS

    def take(self, case_id: str, *, problem: bool = False) -> None:
        """Compare a result a department brought; take it, or refuse it with the first reason."""
        self.go()
        self.driver.press("F6")
        self.scan(self.receipt(case_id))
        self.driver.until(lambda: self.page.take.isVisible(), "no result was brought")
        self.driver.press(*(("H", "1") if problem else ("A", "Enter")))
        self.driver.until(lambda: not self.page.take.isVisible(), "the result was not taken")

    def issue(self, case_id: str, came: Person, *, authority: str = "") -> None:
        """Hand a result out to who came (S-11); an agent shows an authority."""
        driver, issue = self.driver, self.page.issue
        self.go()
        driver.press("F6")
        self.scan(self.receipt(case_id))
        driver.until(issue.isVisible, "nothing waits on the shelf")
        self.card(came)
        for digit in range(len(issue.pickup.to_collect)):
            driver.press(str(digit + 1))
        driver.press("Enter")
        self.at.clock.pass_(seconds=ARMED_S)
        if authority:
            driver.until(lambda: driver.has_focus("authority"), "no authority was asked for")
            driver.compose("wts", authority)
            driver.press("Enter", "Space", "Enter")
        driver.press("Enter")
        driver.until(lambda: not issue.isVisible(), "the result was not handed out")

    def post(self, case_id: str, waybill: str) -> None:
        """Pack a result: its code, the label, the envelope."""
        self.go()
        self.driver.press("F7")
        self.scan(self.receipt(case_id))
        self.scan(waybill)
        self.scan(waybill)

    def came_back(self, waybill: str, reason: str = "1") -> None:
        """The post brings a letter back."""
        self.go()
        self.driver.press("F7")
        self.scan(waybill)
        self.driver.press("H", reason)

    def arrived(self, waybill: str) -> None:
        """The post says it was delivered today."""
        self.go()
        self.driver.press("F7")
        self.scan(waybill)
        self.driver.press("Enter", "Enter")

    def file(self, case_id: str, taker: Person) -> None:
        """Pass the signed receipts to the department, then put the case file into the archive."""
        driver, filing = self.driver, self.page.filing
        self.go()
        driver.press("F8")
        self.to_row(filing.view, lambda one: one.row.case == case_id)
        driver.press("F9")
        driver.until(lambda: bool(filing.lists.is_signing), "no list of receipts")
        self.card(taker)
        driver.press("F9")
        driver.until(lambda: not filing.lists.is_signing, "nobody signed")
        driver.press("F8")
        _focus_by_tab(driver, filing.archive.view)
        self.to_row(filing.archive.view, lambda row: row.case == case_id)
        driver.press("Enter")


class SupplementDesk(Hands):
    """Any window takes in what was promised or asked for."""

    page_name = modules.SUPPLEMENTS

    def bring(self, case_id: str) -> None:
        """Scan the receipt; everything asked for is there, its original was compared."""
        self.go()
        self.scan(self.receipt(case_id))
        self.driver.until(lambda: self.page.choices.is_open, "nothing is awaited")
        self.driver.press("1")
        self.driver.until(lambda: not self.page.choices.is_open, "it was not taken in")

    def judge(self, case_id: str, verdict: str, **fields: object) -> None:
        """Say what becomes of a broken promise: `1` longer, `2` without it, `3` the end."""
        self.go()
        self.to_row(self.page.view, lambda row: row.case == case_id)
        self.driver.press("X", verdict)
        self.fill(**fields)
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


class MailDesk(Hands):
    """Parcels with applications."""

    page_name = modules.MAIL

    def register(self, waybill: str, sender: Person) -> None:
        """Scan a waybill and name who sent it; it opens like a visit (S-14)."""
        driver = self.driver
        self.scan(waybill)
        driver.until(lambda: self.at.workplace.shell.current == self.page_name, "no parcel")
        driver.press("F4")
        driver.compose("jjr", sender.name)
        driver.press("Enter")
        driver.write(sender.id_number)
        driver.press("Enter")
        driver.write(sender.phone)
        driver.press("F9")
        driver.until(lambda: self.at.front == "serving", "the parcel did not open")


def _is_called(name: str, line: Any) -> bool:
    return bool(line.name == name)


def _named(widget: QWidget | None, name: str) -> QWidget | None:
    while widget is not None and widget.objectName() != name:
        widget = widget.parentWidget()
    return widget


def _focus_by_tab(driver: Driver, wanted: QWidget) -> None:
    for _ in range(60):
        if wanted.hasFocus():
            return
        driver.press("Tab")
    raise StuckError(f"no way to {wanted.objectName()} by Tab")

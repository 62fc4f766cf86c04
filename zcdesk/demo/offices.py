"""The desks behind the windows: a department's officer, and the counter that hands out results."""

from __future__ import annotations

from zcdesk.demo.driver import StuckError
from zcdesk.demo.hands import Hands
from zcdesk.domain.person import Person
from zcdesk.ui import modules
from zcdesk.ui.widgets.field import Combo

ARMED_S = 1
"""After this the confirmation of a hand-out listens."""
HAND_OUT, ACCEPT = 4, 6
"""Ceilings of S-11 and S-13 in keys (ux 1.3)."""


class ReviewDesk(Hands):
    """A department's officer."""

    page_name = modules.REVIEW
    lists = {"accept": "1", "review": "2", "returned": "3", "asked": "4"}  # noqa: RUF012

    def open(self, case_id: str, tab: str = "accept") -> None:
        """Open a case from one of the lists."""
        self.find(case_id, tab)
        self._open_found(case_id)

    def find(self, case_id: str, tab: str) -> None:
        """Walk to a case in one of the lists."""
        self.go()
        page = self.page
        while page.opened is not None:
            self.driver.press("Esc")
        self.driver.press(self.lists[tab])
        self.to_row(page.inbox.view, lambda row: row.case == case_id)
        self.at.shoot("review-inbox")

    def _open_found(self, case_id: str) -> None:
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
        self.find(case_id, "accept")
        with self.at.score.count("S-13", ACCEPT):
            self._open_found(case_id)
            self.see_all()
            if self.page.opened.case.pages:
                self.at.shoot("review-case")
            self.act("F9", **fields)

    def find_problem(self, material: str, reason: str = "1") -> None:
        """Say of a material of the open case what is wrong."""
        self.to_row(self.page.materials, lambda line: line.material.name == material)
        self.driver.press("W", reason)
        self.at.shoot("review-problem")

    def act(self, key: str, **fields: object) -> None:
        """Do an act of the open case: its key, its fields, Enter."""
        form = self.page.acting.form
        self.driver.press(key)
        if not form.is_open:
            raise StuckError(f"{key} opened nothing")
        self.fill(**fields)
        if fields:
            self.at.shoot(f"review-act-{key.lower()}")
        self.driver.press("Enter")
        self.driver.until(lambda: not form.is_open, f"{key}: {form.message.full_text}")
        self.driver.settle()

    def lay_stages(self, *stages: tuple[str, str, bool]) -> None:
        """Lay down review stages side by side: name, department, whether it leads."""
        driver, form = self.driver, self.page.acting.stages
        driver.press("L")
        for row, (name, department, leads) in zip(form.rows, stages, strict=False):
            self.focus(row.name)
            driver.compose("hj", name)
            self.focus(row.department)
            self._turn_to(row.department, department)
            if leads:
                self.focus(row.lead)
                driver.press("Space")
        self.at.shoot("review-stages")
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
        self.at.shoot("result-compare")
        self.driver.press(*(("H", "1") if problem else ("A", "Enter")))
        self.driver.until(lambda: not self.page.take.isVisible(), "the result was not taken")

    def issue(self, case_id: str, came: Person) -> None:
        """Hand a result out to its applicant (S-11)."""
        self.go()
        self.driver.press("F6")
        with self.at.score.count("S-11", HAND_OUT):
            self._show(case_id, came)
            self.at.shoot("result-issue")
            self._confirm()

    def issue_to_agent(self, case_id: str, agent: Person, authority: str) -> None:
        """Hand a result out to somebody else, who shows an authority."""
        driver = self.driver
        self.go()
        driver.press("F6")
        self._show(case_id, agent)
        driver.press("Enter")
        driver.until(lambda: driver.has_focus("authority"), "no authority was asked for")
        driver.compose("wts", authority)
        self.at.shoot("result-agent")
        driver.press("Enter", "Space")
        self._confirm()

    def _show(self, case_id: str, came: Person) -> None:
        issue = self.page.issue
        self.scan(self.receipt(case_id))
        self.driver.until(issue.isVisible, "nothing waits on the shelf")
        self.card(came)
        for digit in range(len(issue.pickup.to_collect)):
            self.driver.press(str(digit + 1))

    def _confirm(self) -> None:
        issue = self.page.issue
        self.driver.press("Enter")
        self.at.clock.pass_(seconds=ARMED_S)
        self.driver.press("Enter")
        self.driver.until(lambda: not issue.isVisible(), "the result was not handed out")

    def post(self, case_id: str, waybill: str) -> None:
        """Pack a result: its code, the label, the envelope."""
        self.go()
        self.driver.press("F7")
        self.scan(self.receipt(case_id))
        self.scan(waybill)
        self.at.shoot("result-post")
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
        self.at.shoot("result-filing")
        self.card(taker)
        driver.press("F9")
        driver.until(lambda: not filing.lists.is_signing, "nobody signed")
        driver.press("F8")
        self.focus(filing.archive.view)
        self.to_row(filing.archive.view, lambda row: row.case == case_id)
        self.at.shoot("result-archive")
        driver.press("Enter")

"""The result counter over a staffed hall with a real store, and results on their way to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec
import pytest
from fix_cases import GRANT, SEEN, People, accepted, on_shelf, people, received

from zcdesk.domain.comparison import Certificate
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Person
from zcdesk.operations import casework, results, review
from zcdesk.operations.session import Session

COUNTER = "0501"


@dataclass
class Counter:
    """The page, the desk it stands on, and everybody of the hall."""

    page: Any
    desk: Any
    staff: People
    printed: list[PaperKind] = field(default_factory=list)

    def scan(self, text: str) -> None:
        self.desk.scanned.emit(text)

    def card(self, person: Person) -> None:
        self.desk.card_read.emit(person)

    def case(self, case_id: str) -> Any:
        with self.staff.clerk.reading() as store:
            return casework.case_of(store, case_id)

    def number(self, case_id: str) -> str:
        return str(self.case(case_id).intake.number)

    def code(self, case_id: str) -> str:
        """What the QR code of the receipt holds."""
        return f"R/{self.case(case_id).intake.receipt.replace('-', '')}/K7Q2M4"

    def sent(self, person: Person | None = None, held: Certificate | None = None) -> str:
        """Let a department bring a result."""
        id_ = received(self.staff.clerk, person=person)
        accepted(self.staff, id_)
        review.decide(self.staff.reviewer, id_, GRANT)
        results.send(self.staff.reviewer, (id_,), {id_: held} if held else {})
        return id_

    def plain(self) -> str:
        """Put a result on the shelf for which nothing is to be taken in."""
        id_ = received(self.staff.clerk)
        accepted(self.staff, id_)
        review.decide(self.staff.reviewer, id_, msgspec.structs.replace(GRANT, collect=()))
        results.send(self.staff.reviewer, (id_,))
        results.check_in(self.staff.counter, id_, "B-08", SEEN)
        return id_

    def shelved(self, person: Person | None = None, *, post: bool = False) -> str:
        """Put a result on the shelf."""
        id_ = received(self.staff.clerk, person=person, post=post)
        on_shelf(self.staff, id_)
        return id_


@pytest.fixture
def results_desk(page_session: Session, page_desk: Any, show: Any) -> Counter:
    from zcdesk.domain.hall import Clerk, Role
    from zcdesk.ui.printing import Printing, PrintState
    from zcdesk.ui.results.page import ResultsPage

    staff = people(page_session)
    who = Clerk(staff_no=COUNTER, name="周倩", roles=(Role.RESULT_CLERK,))
    page_desk.set_session(staff.counter, who)
    page_desk.printing = Printing(page_desk)
    page = ResultsPage(page_desk)
    show(page)
    page.activate()
    made = Counter(page, page_desk, staff)

    def outcome(of: Any) -> None:
        if of.state in (PrintState.SENT, PrintState.CONFIRMED):
            made.printed.append(of.task.kind)

    page_desk.printing.outcome.connect(outcome)
    return made

"""A pilot's counter follows another caller: its calls begin visits here, one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.ticket import Outcome
from zcdesk.operations import policies, queue
from zcdesk.ui.caller_feed import follow
from zcdesk.ui.workplace import Workplace


@pytest.fixture
def workplace(page_desk, page_session, dressed):
    made = Workplace(
        session=page_session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices=page_desk.devices,
    )
    dressed(made.shell, size=(1366, 697))
    made.begin(page_session, Clerk(staff_no="0312", name="张敏", roles=(Role.CLERK,)))
    yield made
    made.end()


def test_a_call_for_this_window_begins_a_visit_and_waits_while_one_is_served(
    workplace, page_session, tmp_path: Path
) -> None:
    policies.change(page_session.as_clerk("0001"), {"queue.outside_numbers": True})
    calls = tmp_path / "calls.txt"
    calls.touch()
    followed = follow(f"file:{calls}", workplace)

    def call(line: str) -> None:
        with calls.open("a") as file:
            file.write(f"{line}\n")
        followed.look()

    window = page_session.window
    call("B009 99")
    assert workplace.counter.open_visit is None
    call(f"A045 0{window} 09:12:31")
    first = workplace.counter.open_visit
    assert first.ticket.number == "A045"
    call(f"A046 {window}")
    assert workplace.counter.open_visit.ticket.number == "A045"
    assert followed.waiting == "A046"
    queue.leave(page_session, first, Outcome.VOIDED)
    workplace.counter.visit.end()
    workplace.lock()
    followed.look()
    assert followed.waiting == "A046"
    workplace.shell.uncover()
    followed.look()
    assert workplace.counter.open_visit.ticket.number == "A046"
    assert followed.waiting == ""

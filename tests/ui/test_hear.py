"""The next number called from another program: for a window's clerk, and never behind a lock."""

from __future__ import annotations

import pytest

from zcdesk.domain.hall import Clerk, Role
from zcdesk.operations import tickets
from zcdesk.ui.intercom import NEXT
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
    tickets.take_ticket(page_session, "社会民生")
    yield made
    made.end()


def test_the_next_number_is_called_and_the_counter_stands_in_front(workplace) -> None:
    workplace.shell.show_page("shift")
    workplace.hear("board")
    assert workplace.counter.open_visit is None
    workplace.hear(NEXT)
    assert workplace.counter.open_visit.ticket.number == "A001"
    assert workplace.shell.current == "counter"


def test_behind_a_lock_nothing_is_called(workplace) -> None:
    workplace.lock()
    workplace.hear(NEXT)
    assert workplace.counter.open_visit is None


def test_a_desk_that_closed_does_not_lock_itself_later(workplace) -> None:
    """Its store is closed by then."""
    asked = []
    workplace.locking.locked.connect(lambda: asked.append(True))
    assert workplace.locking.auto._timer.isActive()
    workplace.end()
    assert not workplace.locking.auto._timer.isActive()
    workplace.locking.session_lock.locked.emit()
    assert asked == []

"""A window leaves its PC only with nothing open, by an administrator, and the act says so."""

from __future__ import annotations

import pytest

from zcdesk.domain.window import Window, WindowMode
from zcdesk.errors import NotAllowed
from zcdesk.operations import moving, queue


def test_the_window_is_closed_by_the_administrator_with_the_reason(session) -> None:
    moving.close(session.as_clerk("0001"))
    with session.reading() as store:
        found = store.state("window:3", Window)
    assert (found.mode, found.reason) == (WindowMode.CLOSED, moving.REASON)


def test_a_clerk_may_not(session) -> None:
    with pytest.raises(NotAllowed, match="CAS-02"):
        moving.close(session.as_clerk("0312"))


@pytest.mark.parametrize("parked", [False, True])
def test_with_a_visit_open_or_parked_it_stays(session, parked: bool) -> None:
    visit = queue.walk_in(session)
    if parked:
        queue.park(session, visit)
    with pytest.raises(NotAllowed, match="NET-46") as error:
        moving.close(session.as_clerk("0001"))
    assert error.value.fields == {"count": 1}

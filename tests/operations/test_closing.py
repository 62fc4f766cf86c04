"""日清: differences are named one by one; the day's sums come back from the acts."""

from __future__ import annotations

import pytest
from fix_cases import bring, received
from fix_workday import all_tickets, cases

from zcdesk.domain.case import ENDED, CaseState
from zcdesk.domain.ticket import TicketStatus
from zcdesk.errors import NotAllowed
from zcdesk.operations import closing, live_rows, mending, results
from zcdesk.store import project


@pytest.mark.req("R030")
def test_every_difference_is_named_and_counted_again(busy_hall) -> None:
    boss, day = busy_hall.boss, busy_hall.clock.at.date().isoformat()
    checks = {check.name: check for check in closing.view(boss).checks}
    today = [c for c in cases(boss) if c.received_at.startswith(day)]
    open_ = [t for t in all_tickets(boss) if t.day == day and t.status is not TicketStatus.CLOSED]
    assert len(checks["tickets"].missing) == len(open_)
    assert checks["cases"].whole == len(today)
    assert checks["cases"].agrees
    assert set(checks["platform"].missing) == {
        f"case:{c.id}" for c in cases(boss) if not c.platform_number and c.state not in ENDED
    }
    assert len(checks["receipts"].missing) == len(today)  # nothing was printed in this hall
    for name, check in checks.items():
        assert len(check.missing) <= check.whole
        if not check.agrees:
            assert len(live_rows.behind(boss, f"missing/{name}").rows) == len(check.missing)
    mending.register_platform(busy_hall.session, today[0].id, "PT-1")
    after = {check.name: check for check in closing.view(boss).checks}
    assert f"case:{today[0].id}" not in after["platform"].missing


@pytest.mark.req("R030")
def test_what_an_earlier_day_left_open_does_not_fall_out_of_the_next_closing(busy_hall) -> None:
    """Cases without a platform number and results that never came, of any day before."""
    boss, clock, staff = busy_hall.boss, busy_hall.clock, busy_hall.staff
    decided = bring(staff, CaseState.DECIDED, received(busy_hall.at("2").session, "1-1"))
    before = {check.name: check.missing for check in closing.view(boss).checks}
    assert f"case:{decided}" in before["results"]
    clock.pass_(days=1)
    fresh = received(busy_hall.at("5").session, "1-2")
    after = {check.name: check for check in closing.view(boss).checks}
    assert after["platform"].missing == (*before["platform"], f"case:{fresh}")
    assert after["platform"].whole == len(after["platform"].missing)
    assert after["results"].missing == before["results"]
    mending.register_platform(staff.clerk, decided, "PT-2")
    results.send(staff.reviewer, (decided,))
    after = {check.name: check.missing for check in closing.view(boss).checks}
    assert f"case:{decided}" not in after["platform"]
    assert f"case:{decided}" in after["results"], "sent is not at the counter"


def test_a_difference_needs_a_word_why_and_the_closing_is_kept(busy_hall) -> None:
    boss = busy_hall.boss
    with pytest.raises(NotAllowed, match="DAY-01"):
        closing.close(boss)
    closed = closing.close(boss, "平台接口停用")
    assert (closed.remark, closed.times) == ("平台接口停用", 1)
    assert {d.name for d in closed.differences} == {
        check.name for check in closing.view(boss).checks if not check.agrees
    }
    assert closing.close(boss, "再次核对").times == 2
    for session in (busy_hall.session, busy_hall.staff.reviewer):
        with pytest.raises(NotAllowed, match="CAS-02"):
            closing.close(session, "x")


@pytest.mark.req("R150")
def test_the_sums_of_a_closed_day_come_back_from_the_acts(busy_hall) -> None:
    boss, clock = busy_hall.boss, busy_hall.clock
    closed = closing.close(boss, "核对完")
    received_then = [c for c in closed.counts if c.kind == "received"]
    assert sum(c.count for c in received_then) == sum(
        c.received_at.startswith(closed.date) for c in cases(boss)
    )
    clock.pass_(days=1)
    received(busy_hall.at("5").session, "1-2")
    project.rebuild(boss.store, at=boss.now())
    with boss.reading() as store:
        assert closing.counts(store, closed.date) == closed.counts

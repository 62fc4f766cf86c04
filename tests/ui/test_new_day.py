"""What begins with a day holds from its first second, at a desk nobody touched over midnight."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from zcdesk.domain.act import NewAct
from zcdesk.domain.entry import MatterPublished
from zcdesk.domain.ticket import TicketStatus
from zcdesk.operations import catalogue, policies, tickets
from zcdesk.ui.watch import Watch
from zcdesk.ui.workplace import Workplace


def publish_from(session, key: str, day: str, promised: int) -> None:
    """Publish the next version of a matter from a day on."""
    now = catalogue.matter(session, key)
    fresh = msgspec.structs.replace(now, version=now.version + 1, promised_days=promised)
    with session.as_clerk("0001").transaction() as tx:
        body = MatterPublished(matter=fresh, approver="0001", effective=day)
        tx.append(NewAct(subject=f"matter:{key}", body=body))


def just_before_midnight(clock) -> str:
    """Move the clock to the day's last second; return the next day."""
    last = dt.time(23, 59, 59)
    clock.at = dt.datetime.combine(clock.at.date(), last, clock.at.tzinfo)
    return (clock.at.date() + dt.timedelta(days=1)).isoformat()


@pytest.mark.req("R109", "R145")
def test_a_version_and_a_policy_hold_from_midnight_on(counter) -> None:
    desk, clock = counter.desk, counter.clock
    desk.refresh()
    next_day = just_before_midnight(clock)
    admin = desk.session.as_clerk("0001")
    publish_from(desk.session, "1-5", next_day, 9)
    policies.change(admin, {"limits.acceptance_days": 4}, effective=next_day)
    watch = Watch(desk)
    watch.tick()
    days = desk.policy.limits.acceptance_days
    assert counter.page.taking.view.matters["1-5"].promised_days == 20
    assert days != 4

    clock.pass_(seconds=1)
    watch.tick()
    assert counter.page.taking.view.matters["1-5"].promised_days == 9
    assert desk.policy.limits.acceptance_days == 4


def test_the_next_act_finds_the_new_day_too_when_the_clock_jumped(counter) -> None:
    desk, clock = counter.desk, counter.clock
    day = just_before_midnight(clock)
    publish_from(desk.session, "1-5", day, 9)
    begun: list[str] = []
    desk.day_begun.connect(lambda: begun.append(f"{desk.now():%F}"))
    clock.pass_(hours=9)
    counter.ticket("1-5")
    counter.press("F2")
    assert begun == [day]
    assert counter.page.taking.view.matters["1-5"].promised_days == 9
    clock.pass_(hours=-9)
    Watch(desk).tick()
    assert counter.page.taking.view.matters["1-5"].promised_days == 20, "the clock was put right"


def test_yesterdays_numbers_end_at_a_desk_that_stays_on(
    page_desk, page_session, dressed, clock
) -> None:
    made = Workplace(
        session=page_session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices=page_desk.devices,
    )
    dressed(made.shell, size=(1366, 697))
    try:
        made.begin(page_session, made.clerk)
        ticket = tickets.take_ticket(page_session, "社会民生").ticket
        just_before_midnight(clock)
        made.watch.tick()
        with page_session.reading() as store:
            assert tickets.must(store, f"ticket:{ticket.id}").status is TicketStatus.WAITING
        clock.pass_(seconds=1)
        made.watch.tick()
        with page_session.reading() as store:
            assert tickets.must(store, f"ticket:{ticket.id}").status is TicketStatus.CLOSED
    finally:
        made.end()

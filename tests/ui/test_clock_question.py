"""Whose PC shows a date that cannot be right is told so, and a manager may say that it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from zcdesk.domain.hall import Role
from zcdesk.domain.ticket import TicketStatus
from zcdesk.operations import clocks, tickets
from zcdesk.ui.workplace import Workplace


@pytest.fixture
def made(page_desk, page_session, dressed) -> Iterator[Workplace]:
    """A workplace on a PC whose clock is watched, and right so far."""
    clocks.watch(page_session)
    assert clocks.doubt(page_session) is None
    made = Workplace(
        session=page_session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices=page_desk.devices,
    )
    dressed(made.shell, size=(1366, 697))
    yield made
    made.end()


def test_a_date_that_leapt_is_said_and_one_key_of_a_manager_believes_it(
    made, page_session, clock, told
) -> None:
    band = made.shell.band
    made.begin(page_session, made.clerk)
    ticket = tickets.take_ticket(page_session, "社会民生").ticket
    clock.pass_(days=400, minutes=1)
    made.watch.tick()
    assert told.codes == ["SYS-44"]
    assert "2026-11-24" in band.text.full_text
    assert [one.text() for one in band.buttons] == ["知道了"], "no clerk settles it"

    manager = page_session.as_clerk("0001")
    clerk = made.desk.operations.clerks.clerk_of(manager)
    assert Role.ADMINISTRATOR in clerk.roles
    made.begin(manager, clerk)
    assert [one.text() for one in band.buttons] == ["日期无误"]
    with page_session.reading() as store:
        assert tickets.must(store, f"ticket:{ticket.id}").status is TicketStatus.WAITING
    band.buttons[0].click()
    assert clocks.doubt(manager) is None
    assert band.notices == ()
    with page_session.reading() as store:
        assert tickets.must(store, f"ticket:{ticket.id}").status is TicketStatus.CLOSED


def test_a_date_that_was_put_right_takes_its_sentence_away(made, page_session, clock, told) -> None:
    made.begin(page_session, made.clerk)
    clock.pass_(days=400, minutes=1)
    made.watch.tick()
    assert [one.message.code for one in made.shell.band.notices] == ["ZC-SYS-44"]
    clock.pass_(days=-400, minutes=1)
    made.watch.tick()
    assert made.shell.band.notices == ()

"""Messages of a hall with several stations: each leaves once, from whichever station is there."""

from __future__ import annotations

import pytest
from fix_cases import case_now, hand_over, people, received
from fix_hall import Clock
from fix_sync_hall import Windows

from zcdesk.domain.message import Handed, MessageKind, MessageState
from zcdesk.exchange import templates
from zcdesk.operations import acceptance, messages, reminders, standby
from zcdesk.operations.session import Session

WORDS = templates.load()


@pytest.fixture
def two(windows: Windows) -> tuple[Session, Session]:
    """The window where a case was returned, and another; both know it."""
    first, second = windows.first, windows.joined("5")
    assert standby.take_up(second) == 0
    staff = people(first)
    case_id = received(first)
    hand_over(staff, case_id)
    acceptance.saw(staff.reviewer, case_id, case_now(first, case_id).pages)
    acceptance.accept(staff.reviewer, case_id)
    meet(windows, first, second)
    return first, second


def meet(windows: Windows, *sessions: Session) -> None:
    for _ in range(2):
        for session in sessions:
            windows.round(session)


def case_of(session: Session) -> str:
    with session.reading() as store:
        from zcdesk.domain.case import Case

        return next(case.id for _, case in store.states(Case))


def sent(session: Session) -> tuple[str, ...]:
    """Send what is due at a station; return the ids the gateway was given."""
    out = messages.take_due(session, WORDS)
    done = (Handed(request=one.request, state=MessageState.SENT) for one in out)
    messages.record(session, "http", done)
    return tuple(one.request for one in out)


def states(session: Session) -> list[tuple[MessageKind, MessageState]]:
    return [(t.kind, t.state) for t in messages.of_case(session, case_of(session))]


SENT = [(MessageKind.ACCEPTED, MessageState.SENT)]


def test_the_station_of_the_act_sends_and_the_other_drops_it(
    windows: Windows, two: tuple[Session, Session], clock: Clock
) -> None:
    first, second = two
    assert standby.take_up(second) == 1
    assert standby.take_up(second) == 0
    assert sent(second) == ()
    assert len(sent(first)) == 1
    meet(windows, first, second)
    clock.pass_(minutes=31)
    assert sent(second) == ()
    assert states(first) == states(second) == SENT
    assert messages.unsent(second) == ()


def test_another_station_sends_for_one_that_is_off(
    windows: Windows, two: tuple[Session, Session], clock: Clock
) -> None:
    first, second = two
    standby.take_up(second)
    clock.pass_(minutes=29)
    assert sent(second) == ()
    clock.pass_(minutes=2)
    (request,) = sent(second)
    meet(windows, second, first)
    assert messages.unsent(first) == ()
    assert sent(first) == ()
    assert states(first) == states(second) == SENT
    with first.reading() as store:
        from zcdesk.store import messages as outbox

        assert outbox.get(store, request) is not None  # a gateway would know it again


def test_a_station_without_an_outbox_shows_what_another_told(
    windows: Windows, two: tuple[Session, Session]
) -> None:
    first, second = two
    sent(first)
    meet(windows, first, second)
    assert states(second) == SENT
    assert standby.take_up(second) == 0


def test_two_stations_remind_once(
    windows: Windows, two: tuple[Session, Session], clock: Clock
) -> None:
    first, second = two
    sent(first)
    clock.pass_(days=5)
    meet(windows, first, second)
    assert reminders.remind(second) == 1
    assert sent(second) == ()
    assert reminders.remind(first) == 1
    assert len(sent(first)) == 1
    meet(windows, first, second)
    clock.pass_(minutes=31)
    assert sent(second) == ()
    assert reminders.remind(second) == 0

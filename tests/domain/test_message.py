"""Words, quiet hours, retries of messages: nothing personal in a text, nothing sent at night."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import message as m
from zcdesk.domain.identity import with_check_digit
from zcdesk.domain.message import (
    Handed,
    Message,
    MessageKind,
    MessagePolicy,
    MessageState,
    Template,
)
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import Invalid

POLICY = MessagePolicy()
NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=HALL_ZONE)
TIMES = st.datetimes(dt.datetime(2026, 1, 1), dt.datetime(2027, 1, 1)).map(
    lambda at: at.replace(tzinfo=HALL_ZONE)
)
ACCEPTED = Template(MessageKind.ACCEPTED, "【{hall}】“{matter}”（{number}）已受理，{due}办结")
GIVEN = {"hall": "示例厅", "matter": "示例事项", "number": "320213-26-7K2-00057-A", "due": "明日"}


def waiting(**more) -> Message:
    given = Message(
        id="m-1",
        subject="case:1",
        kind=MessageKind.ACCEPTED,
        cause="a-1",
        state=MessageState.QUEUED,
        at=NOON.isoformat(),
        next_at=NOON.isoformat(),
        person="p-1",
        digest="d",
    )
    return msgspec.structs.replace(given, **more)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("没有结尾 {hall", "MSG-01"),
        ("  ", "MSG-01"),
        ("两\n行", "MSG-01"),
        ("您的姓名 {name}", "MSG-02"),
        ("{hall.__class__}", "MSG-02"),
        ("{hall!r}", "MSG-02"),
        ("{hall:>500}", "MSG-02"),
        ("{material}", "MSG-02"),
        ("长" * 101, "MSG-03"),
    ],
)
def test_a_template_that_would_break_is_refused(text: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        m.check_template(Template(MessageKind.ACCEPTED, text))
    assert refused.value.code == code
    assert refused.value.field == "accepted"


def test_a_template_is_filled() -> None:
    assert m.words(ACCEPTED, GIVEN) == (
        "【示例厅】“示例事项”（320213-26-7K2-00057-A）已受理，明日办结"
    )


def test_a_missing_value_and_an_identity_number_are_never_sent() -> None:
    with pytest.raises(Invalid) as lacks:
        m.words(ACCEPTED, {"hall": "x"})
    assert lacks.value.code == "MSG-04"
    numbers = [with_check_digit(f"32021319880612{n:03d}") for n in range(20)]
    assert any(number.endswith("X") for number in numbers)
    for number in (*numbers, *(n.lower() for n in numbers)):
        with pytest.raises(Invalid) as personal:
            m.words(ACCEPTED, {**GIVEN, "matter": f"{number}的事"})
        assert personal.value.code == "MSG-05"


@given(st.text(min_size=1, max_size=600))
def test_no_text_is_longer_than_three_parts(matter: str) -> None:
    try:
        text = m.words(ACCEPTED, {**GIVEN, "matter": matter})
    except Invalid:
        return
    assert len(text) <= m.LONGEST
    assert "\n" not in text
    assert text.endswith("已受理，明日办结")


@given(TIMES, st.times(), st.times())
def test_nothing_leaves_in_quiet_hours(at: dt.datetime, start: dt.time, end: dt.time) -> None:
    policy = MessagePolicy(
        quiet_from=start.replace(second=0, microsecond=0),
        quiet_until=end.replace(second=0, microsecond=0),
    )
    free = m.after_quiet(policy, at)
    assert at <= free <= at + dt.timedelta(days=1)
    assert m.after_quiet(policy, free) == free


@pytest.mark.parametrize(
    ("at", "free"),
    [("07:59", "08:00"), ("08:00", "08:00"), ("19:59", "19:59"), ("20:00", "08:00")],
)
def test_the_default_night(at: str, free: str) -> None:
    when = NOON.replace(hour=int(at[:2]), minute=int(at[3:]))
    assert f"{m.after_quiet(POLICY, when):%H:%M}" == free


def test_waits_grow_and_end() -> None:
    waits = [m.wait_after(POLICY, n).total_seconds() / 60 for n in range(1, 9)]
    assert waits == [2, 4, 8, 16, 32, 64, 120, 120]
    assert m.wait_after(POLICY, 10**6) == dt.timedelta(minutes=120)


def test_a_message_is_tried_until_it_has_failed() -> None:
    one, at, attempts = waiting(), NOON.replace(hour=8), 0
    nothing = Handed(request="m-1", state=MessageState.UNKNOWN, why="EXC-02")
    one = msgspec.structs.replace(one, next_at=at.isoformat())
    while one.state in m.OPEN:
        assert m.is_due(one, POLICY, at)
        one = m.settled(m.begun(one, f"第{attempts}次", at), nothing, "http", POLICY, at)
        at, attempts = dt.datetime.fromisoformat(one.next_at), attempts + 1
    assert (one.state, attempts, one.why) == (MessageState.FAILED, POLICY.tries, "EXC-02")
    assert one.text == "第0次"


def test_a_late_try_waits_for_the_morning() -> None:
    at = NOON.replace(hour=19, minute=59)
    later = Handed(request="m-1", state=MessageState.QUEUED, why="EXC-01")
    one = m.settled(m.begun(waiting(), "x", at), later, "http", POLICY, at)
    assert one.next_at.startswith("2026-11-25T08:00")
    assert not m.is_due(one, POLICY, at)


@pytest.mark.parametrize("state", MessageState)
def test_what_arrived_stays_arrived(state: MessageState) -> None:
    there = waiting(state=MessageState.DELIVERED)
    assert m.reported(there, state, NOON) is there
    after = m.reported(waiting(state=MessageState.SENT), state, NOON)
    known = (MessageState.DELIVERED, MessageState.FAILED)
    assert after.state is (state if state in known else MessageState.SENT)


def test_a_kill_leaves_an_unknown_message_that_is_tried_again() -> None:
    one = m.interrupted(m.begun(waiting(), "x", NOON))
    assert one.state is MessageState.UNKNOWN
    assert m.is_due(one, POLICY, NOON)

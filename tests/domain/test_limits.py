"""The default hall policy at work: hand-over slots, the 最迟 date, deferrals, limits by rule."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk import calendar
from zcdesk.domain.limits import (
    LimitPolicy,
    Rule,
    acceptance_limit,
    check_deferral,
    deferral_due,
    handover_slot,
    latest_date,
    rule_due,
)
from zcdesk.domain.matter import Unit
from zcdesk.domain.worktime import HALL_ZONE, add_days, days_between, is_working
from zcdesk.errors import Invalid

CAL = calendar.load()
POLICY = LimitPolicy()
MOMENTS = st.datetimes(datetime(1950, 1, 1), datetime(2199, 1, 1), timezones=st.just(HALL_ZONE))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HALL_ZONE)


@pytest.mark.req("R155", "R156")
@pytest.mark.parametrize(
    ("taken", "due"),
    [
        ("2026-11-20 09:00", "2026-11-20 15:00"),
        ("2026-11-20 11:59:59", "2026-11-20 15:00"),
        ("2026-11-20 12:00", "2026-11-23 10:00"),
        ("2026-11-20 16:30", "2026-11-23 10:00"),
        ("2026-11-23 12:00", "2026-11-24 10:00"),
        ("2026-11-21 09:00", "2026-11-23 10:00"),
        ("2026-11-22 15:00", "2026-11-23 10:00"),
        ("2026-02-14 09:00", "2026-02-14 15:00"),
        ("2026-02-14 14:00", "2026-02-24 10:00"),
        ("2026-09-30 12:00", "2026-10-08 10:00"),
    ],
)
def test_paper_is_handed_over_by_its_slot(taken: str, due: str):
    slot = handover_slot(CAL, POLICY, at(taken))

    assert slot.at == at(due)
    assert slot.at.utcoffset() == timedelta(hours=8)
    assert slot.explain[-1].date == slot.at.date()
    assert not slot.provisional


def test_a_slot_says_why():
    assert handover_slot(CAL, POLICY, at("2026-11-20 09:00")).why == (
        "12:00 前收件，当日 15:00 前移交"
    )
    assert handover_slot(CAL, POLICY, at("2026-11-21 09:00")).why == (
        "休息日收件，下一工作日 10:00 前移交"
    )


@pytest.mark.req("R156")
def test_slots_follow_the_policy_and_the_halls_clock():
    policy = LimitPolicy(noon=time(11, 30), afternoon_due=time(9, 0), rest_day_due=time(15, 0))

    assert handover_slot(CAL, policy, at("2026-11-20 11:30")).at == at("2026-11-23 09:00")
    assert handover_slot(CAL, policy, at("2026-11-21 09:00")).at == at("2026-11-23 15:00")
    utc = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
    assert handover_slot(CAL, POLICY, utc).at == at("2026-11-23 10:00")
    assert handover_slot(CAL, POLICY, utc - timedelta(minutes=1)).at == at("2026-11-20 15:00")


@pytest.mark.req("R155", "R156")
@given(MOMENTS)
def test_a_slot_is_in_the_future_of_a_working_day_and_within_the_next(moment: datetime):
    slot = handover_slot(CAL, POLICY, moment)

    assert moment < slot.at
    assert is_working(CAL, slot.at.date()).counts
    assert days_between(CAL, moment.date(), slot.at.date()) <= 1


@pytest.mark.req("R152", "R153")
def test_acceptance_is_two_working_days_or_as_the_hall_sets():
    friday = at("2026-11-20 16:00")

    assert acceptance_limit(CAL, POLICY, friday).due == date(2026, 11, 24)
    assert acceptance_limit(CAL, LimitPolicy(acceptance_days=1), friday).due == date(2026, 11, 23)


def test_acceptance_from_the_hand_over_starts_at_the_slot():
    policy = LimitPolicy(accept_from_handover=True)

    late = acceptance_limit(CAL, policy, at("2026-11-20 16:00"))
    early = acceptance_limit(CAL, policy, at("2026-11-20 09:00"))

    assert (late.due, early.due) == (date(2026, 11, 25), date(2026, 11, 24))
    assert late.start == date(2026, 11, 20)
    assert rule_due(CAL, policy, Rule.ACCEPT, at("2026-11-20 16:00")).at == at("2026-11-25 17:00")
    assert [line.why for line in late.explain if "移交" in line.why] == ["材料移交日，不计入"]


def test_the_latest_date_counts_from_the_latest_acceptance():
    count = latest_date(CAL, POLICY, at("2026-11-20 09:00"), 10)

    assert count.due == date(2026, 12, 8)
    assert count.start == date(2026, 11, 20)
    assert [line.why for line in count.explain if "不计入" in line.why] == [
        "收件日，不计入",
        "最迟受理日，不计入",
    ]


def test_the_latest_date_knows_calendar_days_and_the_end_of_the_table():
    calendar_days = latest_date(CAL, POLICY, at("2026-09-08 09:00"), 21, Unit.CALENDAR)

    assert calendar_days.due == date(2026, 10, 8)
    assert latest_date(CAL, POLICY, at("2026-11-20 09:00"), 30).provisional
    assert not latest_date(CAL, POLICY, at("2026-11-20 09:00"), 20).provisional


@given(MOMENTS, st.integers(0, 90), st.sampled_from(list(Unit)))
def test_the_latest_date_is_never_before_the_date_of_an_early_acceptance(
    moment: datetime, n: int, unit: Unit
):
    latest = latest_date(CAL, POLICY, moment, n, unit)

    assert latest.due >= add_days(CAL, moment.date(), n, unit).due
    assert latest.explain[0].date == moment.date()
    assert latest.explain[-1].date == latest.due
    assert latest.provisional == any(line.provisional for line in latest.explain)


@pytest.mark.req("R162", "UX-22")
@pytest.mark.parametrize(
    ("material", "promised", "default", "most"),
    [
        (10, 20, 5, 10),
        (3, 20, 3, 3),
        (None, None, 5, 20),
        (30, None, 5, 20),
        (10, 10, 5, 8),
        (10, 5, 3, 3),
        (10, 2, 0, 0),
        (10, 0, 0, 0),
    ],
)
def test_a_deferral_has_a_default_and_a_latest_date(
    material: int | None, promised: int | None, default: int, most: int
):
    received = at("2026-11-02 09:00")
    deferral = deferral_due(CAL, POLICY, material, promised, received)

    assert deferral.days == most
    assert deferral.possible == (most > 0)
    assert deferral.default.due == add_days(CAL, received.date(), default).due
    assert deferral.latest.due == add_days(CAL, received.date(), most).due


def test_a_deferral_names_the_cap_that_bound():
    received = at("2026-11-02 09:00")

    assert "手册" in deferral_due(CAL, POLICY, 3, 30, received).why
    assert "承诺时限 2 个工作日" in deferral_due(CAL, POLICY, 10, 8, received).why
    assert "本厅" in deferral_due(CAL, POLICY, 40, None, received).why


def test_a_calendar_promise_caps_a_deferral_in_working_days():
    deferral = deferral_due(CAL, POLICY, 20, 10, at("2026-11-02 09:00"), Unit.CALENDAR)

    assert deferral.latest.due == date(2026, 11, 10)


def test_a_deferral_capped_by_a_provisional_promise_is_provisional():
    deferral = deferral_due(CAL, POLICY, 20, 3, at("2026-12-29 09:00"))

    assert deferral.latest.due == date(2026, 12, 30)
    assert deferral.latest.provisional


def test_a_date_outside_the_deferral_is_refused():
    received = at("2026-11-02 09:00")
    deferral = deferral_due(CAL, POLICY, 10, 20, received)

    check_deferral(deferral, received, date(2026, 11, 16))
    check_deferral(deferral, received, date(2026, 11, 3))
    with pytest.raises(Invalid) as late:
        check_deferral(deferral, received, date(2026, 11, 17))
    assert (late.value.code, late.value.fields) == ("DEF-02", {"n": 10, "date": "2026-11-16"})
    with pytest.raises(Invalid) as early:
        check_deferral(deferral, received, date(2026, 11, 2))
    assert early.value.code == "DEF-04"
    none = deferral_due(CAL, POLICY, 10, 1, received)
    with pytest.raises(Invalid):
        check_deferral(none, received, date(2026, 11, 2))


@given(MOMENTS, st.none() | st.integers(1, 40), st.integers(0, 60), st.sampled_from(list(Unit)))
def test_a_deferred_material_always_leaves_the_gap(
    moment: datetime, material: int | None, promised: int, unit: Unit
):
    deferral = deferral_due(CAL, POLICY, material, promised, moment, unit)
    promise = add_days(CAL, moment.date(), promised, unit).due

    assert deferral.default.due <= deferral.latest.due
    if deferral.possible:
        assert days_between(CAL, deferral.latest.due, promise) >= POLICY.deferral_gap
        assert deferral.days <= min(material or 20, 20)


@pytest.mark.req("R153", "R158", "R159", "R160")
@pytest.mark.parametrize(
    ("rule", "due"),
    [
        (Rule.ACCEPT, "2026-11-24 17:00"),
        (Rule.DEEMED_ACCEPTED, "2026-11-27 17:00"),
        (Rule.ONLINE_REVIEW, "2026-11-24 17:00"),
        (Rule.ARCHIVE, "2026-11-23 17:00"),
        (Rule.RESULT_CORRECTION, "2026-11-23 17:00"),
        (Rule.EXTENSION, "2026-12-04 17:00"),
        (Rule.RATING_FIRST_CONTACT, "2026-11-23 17:00"),
        (Rule.RATING_CLOSE, "2026-11-27 17:00"),
        (Rule.HANDOVER, "2026-11-23 10:00"),
    ],
)
def test_each_rule_has_its_default(rule: Rule, due: str):
    found = rule_due(CAL, POLICY, rule, at("2026-11-20 14:00"))

    assert found.rule is rule
    assert found.at == at(due)
    assert found.why
    assert found.explain


def test_a_promise_needs_its_days():
    with pytest.raises(Invalid) as caught:
        rule_due(CAL, POLICY, Rule.PROMISED, at("2026-11-20 14:00"))
    assert (caught.value.code, caught.value.field) == ("CAL-10", "days")

    due = rule_due(CAL, POLICY, Rule.PROMISED, at("2026-11-20 14:00"), 30, Unit.CALENDAR)
    assert due.at == at("2026-12-21 17:00")
    assert rule_due(CAL, POLICY, Rule.ACCEPT, at("2026-11-20 14:00"), 1).at == at(
        "2026-11-23 17:00"
    )


@pytest.mark.parametrize(
    "changes",
    [{"acceptance_days": -1}, {"deferral_max": 9999}, {"deferral_default": 6, "deferral_max": 5}],
)
def test_a_policy_without_sense_is_refused(changes: dict[str, int]):
    with pytest.raises(Invalid):
        LimitPolicy(**changes)

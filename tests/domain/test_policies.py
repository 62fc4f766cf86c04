"""Which policies are in force when: a pure function of what was decided and the time."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from fix_acts import act_on
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.hall import IntakePolicy, Policy, PolicySet
from zcdesk.domain.limits import LimitPolicy
from zcdesk.domain.policies import (
    Policies,
    PolicyChanged,
    changed,
    differences,
    fold,
    settings_of,
)
from zcdesk.domain.policy_settings import SETTINGS, check, read, show
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import Invalid

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=HALL_ZONE)


def made(*bodies: PolicySet | PolicyChanged) -> Policies:
    state: Policies | None = None
    for hour, body in enumerate(bodies, 8):
        act = msgspec.structs.replace(
            act_on("policy", body), at=f"2026-11-24T{hour:02}:00:00.000+08:00"
        )
        state = fold(state, act, body)
    assert state is not None
    return state


def days(n: int, effective: str = "") -> PolicyChanged:
    return PolicyChanged(changes={"limits.acceptance_days": n}, effective=effective)


def test_a_change_begins_with_its_day_and_not_a_moment_before() -> None:
    known = made(PolicySet(policy=Policy()), days(1, "2026-12-01"))
    midnight = dt.datetime(2026, 12, 1, tzinfo=HALL_ZONE)
    assert known.at(midnight - dt.timedelta(milliseconds=1)).limits.acceptance_days == 2
    assert known.at(midnight).limits.acceptance_days == 1
    assert [step.begins for step in known.ahead(NOON)] == ["2026-12-01"]
    assert known.ahead(midnight) == ()


def test_two_changes_planned_apart_do_not_undo_each_other() -> None:
    later = days(1, "2026-12-01")
    other = PolicyChanged(changes={"intake.reuse_days": 30})
    after = made(PolicySet(policy=Policy()), later, other).at(NOON + dt.timedelta(days=30))
    assert (after.limits.acceptance_days, after.intake.reuse_days) == (1, 30)


def test_of_two_for_one_day_the_later_act_counts() -> None:
    known = made(days(1, "2026-12-01"), days(3, "2026-12-01"))
    assert known.at(NOON + dt.timedelta(days=30)).limits.acceptance_days == 3


def test_setting_all_of_them_leaves_what_is_planned() -> None:
    whole = PolicySet(policy=Policy(intake=IntakePolicy(one_form=False)))
    after = made(days(1, "2026-12-01"), whole).at(NOON + dt.timedelta(days=30))
    assert (after.intake.one_form, after.limits.acceptance_days) == (False, 1)


def test_a_change_that_no_longer_fits_is_left_out_and_nothing_else() -> None:
    less = PolicyChanged(changes={"limits.deferral_max": 3}, effective="2026-12-01")
    other = PolicyChanged(changes={"intake.receipt_copies": 2}, effective="2026-12-02")
    after = made(less, other).at(NOON + dt.timedelta(days=30))
    assert (after.limits.deferral_max, after.intake.receipt_copies) == (20, 2)


@given(st.dictionaries(st.text(max_size=30), st.integers() | st.text(), max_size=4), st.text())
def test_whatever_an_act_says_the_policies_can_be_asked(changes, effective) -> None:
    known = made(PolicyChanged(changes=changes, effective=effective))
    assert isinstance(known.at(NOON), Policy)


def test_every_setting_of_the_policies_is_in_the_table_with_a_default_it_allows() -> None:
    assert set(SETTINGS) == set(settings_of(Policy()))
    for path, setting in SETTINGS.items():
        check(path, setting.default)
        assert setting.source


@pytest.mark.parametrize("path", sorted(SETTINGS))
def test_what_is_shown_is_read_back(path: str) -> None:
    before = SETTINGS[path].default
    value = read(path, show(path, before))
    assert changed(Policy(), {path: value}) == Policy()


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("limits.nothing", "1", "POL-01"),
        ("limits.acceptance_days", "两天", "POL-02"),
        ("limits.acceptance_days", "9", "POL-03"),
        ("limits.deemed_accepted_days", "6", "POL-03"),
        ("limits.noon", "25:00", "POL-02"),
        ("intake.one_form", "也许", "POL-02"),
        ("messages.kinds", "飞鸽", "POL-02"),
        ("platform.number_form", "(", "PLT-03"),
        ("calling.quiet", "12:00-13:30 150%", "POL-02"),
        ("calling.quiet", "12点起", "POL-02"),
        ("calling.quiet", "99:00-13:30 50%", "POL-02"),
    ],
)
def test_a_value_a_hall_cannot_have_is_refused(path: str, text: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(path, text)
    assert refused.value.code == code


def test_differences_name_what_differs_and_nothing_else() -> None:
    other = Policy(limits=LimitPolicy(acceptance_days=1, noon=dt.time(11, 30)))
    assert differences(Policy(), other) == {
        "limits.acceptance_days": (2, 1),
        "limits.noon": ("12:00:00", "11:30:00"),
    }

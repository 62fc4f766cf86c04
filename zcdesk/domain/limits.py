"""Limits (时限) of rules.md 4 and 5: the default hall policy and the dates that follow from it.

Every answer carries the days it passed over and why. Never a limit as a constant in code: each
number is a field of `LimitPolicy`, which a hall may set otherwise.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from zcdesk.domain.matter import Unit
from zcdesk.domain.worktime import (
    HALL_ZONE,
    MAX_DAYS,
    Count,
    Line,
    WorkCalendar,
    add_days,
    days_between,
    hall_time,
    is_working,
    previous_working,
)
from zcdesk.errors import Invalid


class LimitPolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A hall's numbers; days are working days, times the hall's clock.

    Attributes:
        acceptance_days: the department accepts or returns, from the push (S1; S0 says 1).
        accept_from_handover: count acceptance from the paper's hand-over, not the push.
        deemed_accepted_days: 视为受理 at the end of this day (行政许可法 32).
        noon: intake before it is the morning's; the very minute is the afternoon's.
        morning_due: hand-over of the morning's paper, the same day.
        afternoon_due: hand-over of later paper, on the next working day.
        rest_day_due: hand-over of a rest day's paper, on the next working day.
        closing: the end of a working day, when limits end.
        deferral_default: days offered for a deferred material.
        deferral_max: days at most.
        deferral_gap: days a deferred material must come before the promised limit.
        extension_days: one extension with approval (行政许可法 42).
        delivery_days: from the decision to its delivery (行政许可法 44).
        correction_days: offered to the applicant for a correction.
        due_soon_days: working days before its end a limit shows as due soon.
        slot_warning_minutes: the same for a hand-over slot.
    """

    acceptance_days: int = 2
    accept_from_handover: bool = False
    deemed_accepted_days: int = 5
    noon: dt.time = dt.time(12, 0)
    morning_due: dt.time = dt.time(15, 0)
    afternoon_due: dt.time = dt.time(10, 0)
    rest_day_due: dt.time = dt.time(10, 0)
    closing: dt.time = dt.time(17, 0)
    deferral_default: int = 5
    deferral_max: int = 20
    deferral_gap: int = 2
    online_review_days: int = 2
    archive_days: int = 1
    result_correction_days: int = 1
    extension_days: int = 10
    delivery_days: int = 10
    correction_days: int = 5
    due_soon_days: int = 1
    slot_warning_minutes: int = 30
    rating_contact_days: int = 1
    rating_close_days: int = 5
    complaint_days: int = 5
    consultation_days: int = 1

    def __post_init__(self) -> None:
        for field in self.__struct_fields__:
            value = getattr(self, field)
            if isinstance(value, int) and not 0 <= value <= MAX_DAYS:
                raise Invalid("CAL-08", field, n=value, most=MAX_DAYS)
        if self.deferral_default > self.deferral_max:
            raise Invalid(
                "CAL-08", "deferral_default", n=self.deferral_default, most=self.deferral_max
            )


class Rule(StrEnum):
    """The limits that can be asked for by name."""

    HANDOVER = "handover"
    ACCEPT = "accept"
    DEEMED_ACCEPTED = "deemed-accepted"
    ONLINE_REVIEW = "online-review"
    ARCHIVE = "archive"
    RESULT_CORRECTION = "result-correction"
    PROMISED = "promised"
    EXTENSION = "extension"
    RATING_FIRST_CONTACT = "rating-first-contact"
    RATING_CLOSE = "rating-close"
    COMPLAINT = "complaint"
    CONSULTATION = "consultation"


_POLICY_FIELD = {
    Rule.ACCEPT: "acceptance_days",
    Rule.DEEMED_ACCEPTED: "deemed_accepted_days",
    Rule.ONLINE_REVIEW: "online_review_days",
    Rule.ARCHIVE: "archive_days",
    Rule.RESULT_CORRECTION: "result_correction_days",
    Rule.EXTENSION: "extension_days",
    Rule.RATING_FIRST_CONTACT: "rating_contact_days",
    Rule.RATING_CLOSE: "rating_close_days",
    Rule.COMPLAINT: "complaint_days",
    Rule.CONSULTATION: "consultation_days",
}


class Due(msgspec.Struct, frozen=True):
    """When something must be done, to the minute.

    Attributes:
        at: aware, on the hall's clock.
        why: the rule in one clause.
    """

    rule: Rule
    at: dt.datetime
    why: str
    provisional: bool
    explain: tuple[Line, ...]


class Deferral(msgspec.Struct, frozen=True):
    """How late a deferred material may be.

    Attributes:
        default: the date to offer.
        latest: the last date allowed.
        days: working days from receipt to `latest`; 0 = nothing can be deferred.
        why: which of the caps bound.
    """

    default: Count
    latest: Count
    days: int
    why: str

    @property
    def possible(self) -> bool:
        return self.days > 0


def end_of(policy: LimitPolicy, day: dt.date) -> dt.datetime:
    """Return the moment a limit ending on `day` ends: closing time (民法典 203)."""
    return dt.datetime.combine(day, policy.closing, HALL_ZONE)


def handover_slot(cal: WorkCalendar, policy: LimitPolicy, at: dt.datetime) -> Due:
    """Return when paper taken in at `at` must be handed over to its department."""
    at = hall_time(at)
    day, noon = at.date(), f"{policy.noon:%H:%M}"
    works = is_working(cal, day).counts
    if works and at.time() < policy.noon:
        count = add_days(cal, day, 0, called="收件日")
        clock, why = policy.morning_due, f"{noon} 前收件，当日 {policy.morning_due:%H:%M} 前移交"
    else:
        count = add_days(cal, day, 1, called="收件日")
        clock = policy.afternoon_due if works else policy.rest_day_due
        taken = f"{noon} 及以后收件" if works else "休息日收件"
        why = f"{taken}，下一工作日 {clock:%H:%M} 前移交"
    due = dt.datetime.combine(count.due, clock, HALL_ZONE)
    return Due(Rule.HANDOVER, due, why, count.provisional, count.explain)


def acceptance_limit(cal: WorkCalendar, policy: LimitPolicy, received_at: dt.datetime) -> Count:
    """Return the last day on which the department may lawfully accept."""
    if not policy.accept_from_handover:
        day = hall_time(received_at).date()
        return add_days(cal, day, policy.acceptance_days, called="收件日")
    slot = handover_slot(cal, policy, received_at)
    limit = add_days(cal, slot.at.date(), policy.acceptance_days, called="材料移交日")
    return _joined(slot.explain, limit)


def latest_date(
    cal: WorkCalendar,
    policy: LimitPolicy,
    received_at: dt.datetime,
    promised_days: int,
    unit: Unit = Unit.WORKING,
) -> Count:
    """Return the 最迟 date of the receipt: the promise counted from the latest acceptance.

    The firm date is known only at acceptance and stands on the 受理通知书.
    """
    accepted = acceptance_limit(cal, policy, received_at)
    promise = add_days(cal, accepted.due, promised_days, unit, called="最迟受理日")
    return _joined(accepted.explain, promise)


def deferral_due(
    cal: WorkCalendar,
    policy: LimitPolicy,
    material_days: int | None,
    promised_days: int | None,
    received_at: dt.datetime,
    unit: Unit = Unit.WORKING,
) -> Deferral:
    """Return the default and the latest date for a deferred material.

    The promise is taken as running from the day of receipt, the earliest acceptance there is, so
    the material comes in time however soon the department accepts.

    Args:
        material_days: working days its handbook allows; None = no word, the hall's maximum.
        promised_days: the matter's promise in `unit`; None = none known, so no such cap.
    """
    day = hall_time(received_at).date()
    caps = [(policy.deferral_max, f"本厅最长 {policy.deferral_max} 个工作日", False)]
    if material_days is not None:
        caps.append((material_days, f"手册规定 {material_days} 个工作日", False))
    if promised_days is not None:
        promise = add_days(cal, day, promised_days, unit, called="收件日")
        end = promise.due
        for _ in range(policy.deferral_gap):
            end = previous_working(cal, end)
        why = f"须早于承诺时限 {policy.deferral_gap} 个工作日"
        caps.append((max(0, days_between(cal, day, end)), why, promise.provisional))
    days, why, provisional = min(caps, key=lambda cap: cap[0])
    default, latest = (
        add_days(cal, day, n, called="收件日") for n in (min(policy.deferral_default, days), days)
    )
    if provisional:
        latest = msgspec.structs.replace(latest, provisional=True)
    return Deferral(default, latest, days, why)


def check_deferral(deferral: Deferral, received_at: dt.datetime, wanted: dt.date) -> None:
    """Refuse a date after the latest one, or one that is not after the receipt."""
    latest = deferral.latest.due
    if wanted > latest or not deferral.possible:
        raise Invalid("DEF-02", "deadline", n=deferral.days, date=latest.isoformat())
    if wanted <= hall_time(received_at).date():
        raise Invalid("DEF-04", "deadline", date=wanted.isoformat())


def rule_due(
    cal: WorkCalendar,
    policy: LimitPolicy,
    rule: Rule,
    at: dt.datetime,
    days: int | None = None,
    unit: Unit = Unit.WORKING,
) -> Due:
    """Return when `rule` falls due for something that happened at `at`.

    Args:
        days: replaces the policy's number; needed for `Rule.PROMISED`, without sense for a slot.
    """
    if rule is Rule.HANDOVER:
        return handover_slot(cal, policy, at)
    n = getattr(policy, _POLICY_FIELD[rule]) if days is None and rule in _POLICY_FIELD else days
    if n is None:
        raise Invalid("CAL-10", "days", rule=rule.value)
    if rule is Rule.ACCEPT and policy.accept_from_handover and days is None:
        count = acceptance_limit(cal, policy, at)
    else:
        count = add_days(cal, hall_time(at).date(), n, unit)
    why = f"自起算日的次日起第 {n} 个{unit.value}结束前"
    return Due(rule, end_of(policy, count.due), why, count.provisional, count.explain)


def _joined(before: tuple[Line, ...], count: Count) -> Count:
    """Return `count` explained from the beginning of the count before it."""
    lines = before + count.explain
    provisional = any(line.provisional for line in lines)
    return msgspec.structs.replace(
        count, start=lines[0].date, explain=lines, provisional=provisional
    )

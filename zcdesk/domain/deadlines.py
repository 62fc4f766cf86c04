"""Every running limit of a case: when, in what state, by which rule, and how it was counted.

What was told to an applicant (the dates in the acts) stands; the count behind it is shown with
today's calendar. A date told as provisional is counted anew once the year is announced.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

import msgspec

from zcdesk.domain import limits
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.case_parts import Term
from zcdesk.domain.custody import Content, Hand, held
from zcdesk.domain.limits import Due, LimitPolicy, Rule, end_of
from zcdesk.domain.matter import Unit
from zcdesk.domain.worktime import (
    HALL_ZONE,
    Count,
    Line,
    WorkCalendar,
    add_days,
    days_between,
    hall_time,
    previous_working,
)


class LimitKind(StrEnum):
    """Which limit; the value is its word."""

    HANDOVER = "材料移交"
    ACCEPTANCE = "受理"
    DEEMED = "视为受理"
    CORRECTION = "补正"
    DEFERRED = "容缺补交"
    PROMISED = "承诺办结"
    STATUTORY = "法定办结"
    STAGE = "审查环节"
    STEP = "特别程序"
    RESULT_CORRECTION = "结果更正"
    DELIVERY = "送达"
    RECEIPT = "送达回执移交"
    REPLY = "督办答复"
    ONLINE_REVIEW = "网上预审"
    RATING_CONTACT = "差评回访"
    RATING_CLOSE = "差评整改"
    COMPLAINT = "投诉办理"
    CONSULTATION = "咨询答复"


class LimitState(StrEnum):
    NORMAL = "正常"
    DUE_SOON = "临期"
    OVERDUE = "超期"
    STOPPED = "停表"
    PROVISIONAL = "暂定"


class Limit(msgspec.Struct, frozen=True, kw_only=True):
    """One running limit.

    Attributes:
        at: aware, on the hall's clock; None while the clock stands and no end is known.
        rule: where the limit comes from, in one clause.
        explain: the days from its start to its end; empty where a date was simply set.
        about: the stage, step, material or reminder it belongs to.
    """

    kind: LimitKind
    at: dt.datetime | None
    state: LimitState
    rule: str
    provisional: bool = False
    explain: tuple[Line, ...] = ()
    about: str = ""


def running(
    case: Case, calendar: WorkCalendar, policy: LimitPolicy, now: dt.datetime
) -> tuple[Limit, ...]:
    """Return every limit that runs or stands in a case, the nearest first."""
    watch = Watch(calendar, policy, hall_time(now))
    found = tuple(_found(case, watch))
    return tuple(sorted(found, key=lambda x: (x.at is None, x.at or watch.now, x.kind)))


def nearest(
    case: Case, calendar: WorkCalendar, policy: LimitPolicy, now: dt.datetime
) -> Limit | None:
    """Return the limit somebody has to look at first, or None when none runs."""
    return next(iter(running(case, calendar, policy, now)), None)


def of_rule(
    kind: LimitKind,
    rule: Rule,
    start: dt.datetime,
    calendar: WorkCalendar,
    policy: LimitPolicy,
    now: dt.datetime,
) -> Limit:
    """Return a limit that belongs to no case: online pre-review, a bad rating's follow-up."""
    due = limits.rule_due(calendar, policy, rule, start)
    return Watch(calendar, policy, hall_time(now)).limit(
        kind, due.at, due.why, due.explain, provisional=due.provisional
    )


class Watch(msgspec.Struct, frozen=True):
    """What limits are seen against: calendar, policy and the present moment."""

    calendar: WorkCalendar
    policy: LimitPolicy
    now: dt.datetime

    def limit(
        self,
        kind: LimitKind,
        at: dt.datetime,
        rule: str,
        explain: tuple[Line, ...] = (),
        *,
        provisional: bool = False,
        about: str = "",
    ) -> Limit:
        return Limit(
            kind=kind,
            at=at,
            state=self.state(at, provisional=provisional, minutes=kind is LimitKind.HANDOVER),
            rule=rule,
            provisional=provisional,
            explain=explain,
            about=about,
        )

    def state(self, at: dt.datetime, *, provisional: bool, minutes: bool) -> LimitState:
        """Tell how near a moment is: slots warn by minutes, limits by working days."""
        if self.now > at:
            return LimitState.OVERDUE
        if minutes:
            warned = at - dt.timedelta(minutes=self.policy.slot_warning_minutes)
        else:
            warned = warn_day(self.calendar, at.date(), self.policy.due_soon_days)
        if self.now >= warned:
            return LimitState.DUE_SOON
        return LimitState.PROVISIONAL if provisional else LimitState.NORMAL

    def term(
        self, kind: LimitKind, term: Term, rule: str, counted: Count | None, about: str = ""
    ) -> Limit:
        """Return the limit of a date an act has told; a provisional one is counted anew."""
        at, provisional = dt.datetime.fromisoformat(term.at), term.provisional
        if provisional and counted is not None:
            at, provisional = end_of(self.policy, counted.due), counted.provisional
        explain = counted.explain if counted else ()
        return self.limit(kind, at, rule, explain, provisional=provisional, about=about)


@lru_cache(maxsize=4096)
def warn_day(calendar: WorkCalendar, day: dt.date, days: int) -> dt.datetime:
    """Return the beginning of the day from which a limit ending on `day` shows as due soon."""
    for _ in range(days):
        day = previous_working(calendar, day)
    return dt.datetime.combine(day, dt.time(0), HALL_ZONE)


@lru_cache(maxsize=4096)
def count(calendar: WorkCalendar, start: dt.date, n: int, unit: Unit, called: str) -> Count:
    """Count days as `add_days` does; many cases begin on one day, so answers are kept."""
    return add_days(calendar, start, n, unit, called=called)


def term_of(due: Due) -> Term:
    """Write a due moment the way acts keep it."""
    return Term(at=due.at.isoformat(), provisional=due.provisional)


def promise(
    calendar: WorkCalendar,
    policy: LimitPolicy,
    accepted: dt.datetime,
    promised: tuple[int, Unit],
    statutory: tuple[int, Unit] | None = None,
) -> tuple[Term, Term]:
    """Return the firm date of a promise and the statutory one; never promised after statutory."""
    day = hall_time(accepted).date()
    due = count(calendar, day, *promised, "受理日")
    if statutory is None:
        return _term(policy, due), Term()
    law = count(calendar, day, *statutory, "受理日")
    return _term(policy, min(due, law, key=lambda c: c.due)), _term(policy, law)


def moved(
    term: Term, calendar: WorkCalendar, policy: LimitPolicy, stopped: str, ended: dt.datetime
) -> Term:
    """Move a date by the working days the clock stood still (行政许可法 45)."""
    if not term:
        return term
    begun = hall_time(dt.datetime.fromisoformat(stopped)).date()
    days = days_between(calendar, begun, hall_time(ended).date())
    due = dt.datetime.fromisoformat(term.at).date()
    later = count(calendar, due, days, Unit.WORKING, "原到期日")
    return Term(
        at=end_of(policy, later.due).isoformat(),
        provisional=term.provisional or later.provisional,
    )


def extended(term: Term, calendar: WorkCalendar, policy: LimitPolicy, days: int) -> Term:
    """Move a date by an extension's working days."""
    due = dt.datetime.fromisoformat(term.at).date()
    later = count(calendar, due, days, Unit.WORKING, "原到期日")
    return Term(
        at=end_of(policy, later.due).isoformat(),
        provisional=term.provisional or later.provisional,
    )


def after(
    calendar: WorkCalendar,
    policy: LimitPolicy,
    start: dt.datetime,
    days: int,
    unit: Unit = Unit.WORKING,
) -> Term:
    """Return the end of the last of `days` after `start`."""
    return _term(policy, count(calendar, hall_time(start).date(), days, unit, "起算日"))


def _term(policy: LimitPolicy, counted: Count) -> Term:
    return Term(at=end_of(policy, counted.due).isoformat(), provisional=counted.provisional)


def _found(case: Case, watch: Watch) -> Iterator[Limit]:
    yield from _papers(case, watch)
    if case.state is CaseState.RECEIVED:
        yield from _answer(case, watch)
    if case.state is CaseState.RETURNED and case.until:
        yield watch.term(LimitKind.CORRECTION, case.until, "部门在补正通知书中指定", None)
    if case.state in (CaseState.ACCEPTED, CaseState.PAUSED, CaseState.DECIDED, CaseState.SENT):
        yield from _review(case, watch)
    yield from _result(case, watch)
    if case.is_open:
        for material in case.deferred:
            if material.due:
                day = dt.date.fromisoformat(material.due)
                yield watch.limit(
                    LimitKind.DEFERRED,
                    end_of(watch.policy, day),
                    "容缺受理承诺书",
                    about=material.name,
                )
    for reminder in case.reminders:
        if not reminder.answer and reminder.reply_by:
            at = dt.datetime.fromisoformat(reminder.reply_by)
            yield watch.limit(LimitKind.REPLY, at, "督办单", about=reminder.demand)


def _papers(case: Case, watch: Watch) -> Iterator[Limit]:
    waiting = held(case.bundles, {Hand.WINDOW}, {Content.MATERIALS})
    if not waiting or not case.is_open:
        return
    since = hall_time(dt.datetime.fromisoformat(min(b.since for b in waiting)))
    slot = _slot(watch.calendar, watch.policy, since.replace(second=0, microsecond=0))
    yield watch.limit(
        LimitKind.HANDOVER, slot.at, slot.why, slot.explain, provisional=slot.provisional
    )


_slot = lru_cache(maxsize=4096)(limits.handover_slot)


def _answer(case: Case, watch: Watch) -> Iterator[Limit]:
    start = hall_time(dt.datetime.fromisoformat(case.completed_at)).date()
    for kind, term, days, rule in (
        (LimitKind.ACCEPTANCE, case.accept_due, watch.policy.acceptance_days, "本厅受理时限"),
        (
            LimitKind.DEEMED,
            case.deemed_due,
            watch.policy.deemed_accepted_days,
            "行政许可法第三十二条",
        ),
    ):
        if term:
            counted = count(watch.calendar, start, days, Unit.WORKING, "收件日")
            yield watch.term(kind, term, rule, counted)


def _review(case: Case, watch: Watch) -> Iterator[Limit]:
    intake = case.intake
    start = hall_time(dt.datetime.fromisoformat(case.accepted_at)).date()
    terms = (
        (LimitKind.PROMISED, case.due, intake.promised_days, intake.unit, "自受理之日起的承诺时限"),
        (
            LimitKind.STATUTORY,
            case.statutory,
            intake.statutory_days,
            intake.statutory_unit,
            "法定办结时限",
        ),
    )
    for kind, term, days, unit, rule in terms:
        if not term:
            continue
        counted = count(watch.calendar, start, days, unit, "受理日") if days is not None else None
        limit = watch.term(kind, term, _why(case, rule), counted if _plain(case) else None)
        yield _stopped(limit) if case.stopped_at else limit
    for stage in case.stages:
        if stage.begun and not stage.done and stage.due:
            limit = watch.term(LimitKind.STAGE, stage.due, "本环节时限", None, stage.name)
            yield _stopped(limit) if case.stopped_at else limit
    for step in case.running_steps:
        begun = hall_time(dt.datetime.fromisoformat(step.begun))
        if step.days:
            counted = count(watch.calendar, begun.date(), step.days, Unit.WORKING, "启动日")
            at = end_of(watch.policy, counted.due)
            yield watch.limit(
                LimitKind.STEP,
                at,
                step.basis or "行政许可法第四十五条",
                counted.explain,
                provisional=counted.provisional,
                about=step.name,
            )


def _plain(case: Case) -> bool:
    """Whether the date is the count itself, moved by nothing."""
    return case.extension is None and not case.steps


def _why(case: Case, rule: str) -> str:
    parts = [rule]
    if case.steps:
        parts.append("扣除特别程序时间")
    if case.extension:
        parts.append(f"经批准延长 {case.extension.days} 个工作日")
    return "，".join(parts)


def _stopped(limit: Limit) -> Limit:
    return msgspec.structs.replace(limit, state=LimitState.STOPPED, at=None)


def _result(case: Case, watch: Watch) -> Iterator[Limit]:
    if case.state is CaseState.DECIDED and case.result and case.result.correct_by:
        yield watch.term(
            LimitKind.RESULT_CORRECTION, case.result.correct_by, "结果不予接收后更正", None
        )
    if case.decision and case.state in (CaseState.SHELVED, CaseState.POSTED):
        start = hall_time(dt.datetime.fromisoformat(case.decision.at)).date()
        counted = count(watch.calendar, start, watch.policy.delivery_days, Unit.WORKING, "决定日")
        yield watch.limit(
            LimitKind.DELIVERY,
            end_of(watch.policy, counted.due),
            "行政许可法第四十四条",
            counted.explain,
            provisional=counted.provisional,
        )
    delivered = case.state is CaseState.DELIVERED and case.dispatch is not None
    if delivered and case.dispatch and not case.dispatch.transferred and case.dispatch.receipt_due:
        yield watch.term(LimitKind.RECEIPT, case.dispatch.receipt_due, "送达后移交部门", None)

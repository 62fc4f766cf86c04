"""Running limits of a case: when, how near, why; and dates that move."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from fix_case_acts import (
    ACCEPTED,
    AT,
    DUE,
    HEALTH,
    REVIEWER,
    SAMPLES,
    SEEN,
    SUPERVISOR,
    TAKEN,
    case_in,
    step,
)
from hypothesis import given
from hypothesis import strategies as st

from zcdesk import calendar
from zcdesk.domain import case_acts as on
from zcdesk.domain import case_ends as end
from zcdesk.domain import deadlines
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.case_parts import Stage, Term
from zcdesk.domain.deadlines import Limit, LimitKind, LimitState, moved, promise, running
from zcdesk.domain.limits import LimitPolicy, Rule
from zcdesk.domain.matter import Unit
from zcdesk.domain.worktime import HALL_ZONE

CAL = calendar.load()
POLICY = LimitPolicy()
START = dt.datetime.fromisoformat(AT)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{text}+08:00")


def found(case: Case, now: str) -> dict[LimitKind, Limit]:
    return {limit.kind: limit for limit in running(case, CAL, POLICY, at(now))}


def test_a_received_case_waits_for_its_hand_over_its_answer_and_its_promise() -> None:
    limits = found(step(None, TAKEN), "2026-11-24T10:05")
    assert {kind: limit.at and f"{limit.at:%m-%d %H:%M}" for kind, limit in limits.items()} == {
        LimitKind.HANDOVER: "11-24 15:00",
        LimitKind.ACCEPTANCE: "11-26 17:00",
        LimitKind.DEFERRED: "12-01 17:00",
        LimitKind.DEEMED: "12-01 17:00",
    }
    assert all(limit.state is LimitState.NORMAL for limit in limits.values())
    assert limits[LimitKind.DEFERRED].about == "检验报告"
    numbered = [line.number for line in limits[LimitKind.DEEMED].explain if line.counts]
    assert numbered == [1, 2, 3, 4, 5]
    assert any("周六" in line.why for line in limits[LimitKind.DEEMED].explain)


@pytest.mark.parametrize(
    ("now", "handover", "acceptance"),
    [
        ("2026-11-24T14:29", LimitState.NORMAL, LimitState.NORMAL),
        ("2026-11-24T14:30", LimitState.DUE_SOON, LimitState.NORMAL),
        ("2026-11-24T15:01", LimitState.OVERDUE, LimitState.NORMAL),
        ("2026-11-25T00:00", LimitState.OVERDUE, LimitState.DUE_SOON),
        ("2026-11-26T17:01", LimitState.OVERDUE, LimitState.OVERDUE),
    ],
)
def test_limits_warn_and_pass(now: str, handover: LimitState, acceptance: LimitState) -> None:
    limits = found(step(None, TAKEN), now)
    assert limits[LimitKind.HANDOVER].state is handover
    assert limits[LimitKind.ACCEPTANCE].state is acceptance


def test_the_nearest_comes_first_and_an_archived_case_has_none() -> None:
    case = step(None, TAKEN)
    first = deadlines.nearest(case, CAL, POLICY, START)
    assert first is not None
    assert first.kind is LimitKind.HANDOVER
    assert deadlines.nearest(case_in(CaseState.ARCHIVED), CAL, POLICY, START) is None


@pytest.mark.req("R161")
def test_an_accepted_case_has_its_promise_and_the_law() -> None:
    body = msgspec.structs.replace(ACCEPTED, statutory=Term(at="2026-12-22T17:00:00+08:00"))
    case = step(step(step(None, TAKEN), SEEN), body)
    limits = found(case, "2026-11-25T09:00")
    assert limits[LimitKind.PROMISED].at == dt.datetime.fromisoformat(DUE.at)
    assert LimitKind.STATUTORY in limits
    assert LimitKind.ACCEPTANCE not in limits


def test_a_special_step_stops_the_clock_and_moves_the_date() -> None:
    case = case_in(CaseState.PAUSED)
    promised = found(case, "2026-11-26T09:00")[LimitKind.PROMISED]
    assert (promised.state, promised.at) == (LimitState.STOPPED, None)
    later = moved(DUE, CAL, POLICY, case.stopped_at, at("2026-11-27T15:00"))
    assert later.at == "2026-12-09T17:00:00+08:00"  # three working days more
    body = msgspec.structs.replace(SAMPLES[on.CaseStepEnded], due=later)
    after = found(step(case, body), "2026-11-27T16:00")[LimitKind.PROMISED]
    assert (after.state, after.rule) == (
        LimitState.NORMAL,
        "自受理之日起的承诺时限，扣除特别程序时间",
    )
    assert moved(Term(), CAL, POLICY, AT, START) == Term()


def test_a_step_of_known_length_has_an_end_of_its_own() -> None:
    step_ = msgspec.structs.replace(SAMPLES[on.CaseStepBegun], days=3)
    case = step(case_in(CaseState.ACCEPTED), step_)
    limit = found(case, "2026-11-25T09:00")[LimitKind.STEP]
    assert limit.at == at("2026-11-27T17:00")


def test_a_stage_has_its_own_limit() -> None:
    stage = Stage(id="t", name="消防", department=HEALTH, due=Term(at="2026-11-27T17:00:00+08:00"))
    case = step(case_in(CaseState.ACCEPTED), on.CaseStagesSet(**REVIEWER, stages=(stage,)))
    limit = found(case, "2026-11-25T09:00")[LimitKind.STAGE]
    assert (limit.about, limit.state) == ("消防", LimitState.NORMAL)


@pytest.mark.req("R161")
def test_after_the_decision_the_result_has_limits_too() -> None:
    refused = step(case_in(CaseState.SENT), SAMPLES[end.CaseResultRefused])
    assert LimitKind.RESULT_CORRECTION in found(refused, "2026-11-25T09:00")
    shelved = found(case_in(CaseState.SHELVED), "2026-11-25T09:00")
    assert shelved[LimitKind.DELIVERY].at == at("2026-12-08T17:00")
    issued = msgspec.structs.replace(SAMPLES[end.CaseIssued], receipt_due=DUE)
    delivered = step(case_in(CaseState.SHELVED), issued)
    assert LimitKind.RECEIPT in found(delivered, "2026-11-25T09:00")
    passed = step(delivered, SAMPLES[end.CaseReceiptPassed])
    assert found(passed, "2026-11-25T09:00") == {}


def test_a_return_and_a_reminder_wait_for_an_answer() -> None:
    assert LimitKind.CORRECTION in found(case_in(CaseState.RETURNED), "2026-11-25T09:00")
    remind = msgspec.structs.replace(SAMPLES[end.CaseReminded], **SUPERVISOR)
    assert found(step(None, TAKEN), "2026-11-25T09:00").get(LimitKind.REPLY) is None
    limits = found(step(step(None, TAKEN), remind), "2026-11-25T09:00")
    assert limits[LimitKind.REPLY].state is LimitState.OVERDUE


@given(
    st.datetimes(dt.datetime(2026, 1, 5), dt.datetime(2026, 12, 1)),
    st.tuples(st.integers(0, 60), st.sampled_from(Unit)),
    st.tuples(st.integers(0, 60), st.sampled_from(Unit)),
)
def test_the_promise_is_never_later_than_the_law(
    accepted: dt.datetime, promised: tuple[int, Unit], statutory: tuple[int, Unit]
) -> None:
    due, law = promise(CAL, POLICY, accepted.replace(tzinfo=HALL_ZONE), promised, statutory)
    assert due.at <= law.at
    alone, none = promise(CAL, POLICY, accepted.replace(tzinfo=HALL_ZONE), promised)
    assert due.at <= alone.at
    assert not none


def test_a_year_nobody_announced_is_provisional_until_it_is() -> None:
    far = at("2031-03-03T09:00")
    due, _ = promise(CAL, POLICY, far, (8, Unit.WORKING))
    assert due.provisional
    intake = msgspec.structs.replace(
        TAKEN, accept_due=due, deemed_due=Term(), materials=(), promised_days=8
    )
    limit = running(step(None, intake, far.isoformat()), CAL, POLICY, far)[0]
    assert (limit.state, limit.provisional) == (LimitState.PROVISIONAL, True)


def test_an_extension_counts_from_the_date_before() -> None:
    assert deadlines.extended(DUE, CAL, POLICY, 10).at == "2026-12-18T17:00:00+08:00"


def test_limits_without_a_case_are_seen_the_same_way() -> None:
    limit = deadlines.of_rule(
        LimitKind.ONLINE_REVIEW, Rule.ONLINE_REVIEW, START, CAL, POLICY, at("2026-11-26T17:30")
    )
    assert (limit.at, limit.state) == (at("2026-11-26T17:00"), LimitState.OVERDUE)

"""Following up bad ratings: by whom, by when, and never with a name in the list."""

from __future__ import annotations

import msgspec
import pytest
from fix_cases import received
from fix_visit import somebody

from zcdesk.domain.act import NewAct
from zcdesk.domain.deadlines import LimitKind, LimitState
from zcdesk.domain.facts import of_rating
from zcdesk.domain.fold import decode_body
from zcdesk.domain.hall import ClerkSet, Revealed, Role
from zcdesk.domain.rating import Level, RatingChannel
from zcdesk.domain.rating_follow import (
    Finding,
    FollowState,
    RatingAnswered,
    RatingCalledBack,
    RatingContacted,
    RatingMended,
    RatingReviewed,
    RatingVerified,
)
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import casework, ratings, ratings_follow

REACHED = RatingContacted(reached=True)
MALICIOUS = RatingVerified(finding=Finding.MALICIOUS, note="同一人一周内五次")


@pytest.fixture
def bad(staff) -> str:
    """A visit with a case, rated badly; its identity."""
    case = received(staff.clerk)
    with staff.clerk.reading() as store:
        sitting = casework.case_of(store, case).intake.sitting
    ratings.rate(staff.clerk, sitting, Level.BAD, RatingChannel.PAD, reasons=("等候时间长",))
    return sitting


@pytest.mark.req("R095")
def test_the_list_is_by_deadline_and_an_ended_one_leaves_it(staff, bad: str, clock) -> None:
    one = staff.supervisor
    (row,) = ratings_follow.rows(one)
    assert (row.limit.kind, row.limit.at.isoformat()) == (
        LimitKind.RATING_CONTACT,
        "2026-11-25T17:00:00+08:00",
    )
    row = ratings_follow.step(one, bad, REACHED)
    assert (row.limit.kind, row.limit.at.day) == (LimitKind.RATING_CLOSE, 1)
    for step in (
        RatingVerified(finding=Finding.TRUE, note="等了 50 分钟"),
        RatingMended(note="加开一个窗口"),
        RatingAnswered(note="电话说明并致歉"),
        RatingCalledBack(content=True, note="认可"),
    ):
        row = ratings_follow.step(one, bad, step)
    assert row.rating.follow.state is FollowState.CLOSED
    assert (row.limit, ratings_follow.rows(one)) == (None, ())
    assert [r.rating.sitting for r in ratings_follow.rows(one, ended=True)] == [bad]
    assert row.names == {"0601": "孙主任"}


def test_a_contact_after_its_day_is_late(staff, bad: str, clock) -> None:
    clock.pass_(days=2)
    (row,) = ratings_follow.rows(staff.supervisor)
    assert row.limit.state is LimitState.OVERDUE


@pytest.mark.parametrize("who", ["clerk", "reviewer", "chief", "counter"])
def test_clerks_and_departments_neither_see_nor_do_it(staff, bad: str, who: str) -> None:
    one = getattr(staff, who)
    for act in (
        lambda: ratings_follow.rows(one),
        lambda: ratings_follow.row(one, bad),
        lambda: ratings_follow.step(one, bad, REACHED),
        lambda: ratings_follow.reveal(one, bad),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert refused.value.code == "CAS-02"


def test_the_auditor_reads_and_does_nothing(staff, bad: str) -> None:
    with staff.clerk.transaction() as tx:
        body = ClerkSet(staff_no="0801", name="审计", roles=(Role.AUDITOR,))
        tx.append(NewAct(subject="clerk:0801", body=body))
    auditor = staff.clerk.as_clerk("0801")
    assert len(ratings_follow.rows(auditor)) == 1
    with pytest.raises(NotAllowed):
        ratings_follow.step(auditor, bad, REACHED)


def test_what_does_not_count_needs_a_second_person_and_leaves_the_figures(staff, bad) -> None:
    one, two = staff.supervisor, staff.clerk.as_clerk("0001")
    ratings_follow.step(one, bad, REACHED)
    before = ratings_follow.step(one, bad, MALICIOUS)
    assert of_rating(before.rating)
    agreed = RatingReviewed(agrees=True, note="情况属实")
    with pytest.raises(NotAllowed) as refused:
        ratings_follow.step(one, bad, agreed)
    assert refused.value.code == "RAT-04"
    done = ratings_follow.step(two, bad, agreed)
    assert done.rating.follow.state is FollowState.EXCLUDED
    assert of_rating(done.rating) == ()


def test_a_step_out_of_turn_and_one_without_words_are_refused(staff, bad: str) -> None:
    for step, code, kind in (
        (RatingMended(note="加开"), "RAT-03", Conflict),
        (RatingVerified(finding=Finding.TRUE, note=" "), "RAT-05", NotAllowed),
    ):
        with pytest.raises(kind) as refused:
            ratings_follow.step(staff.supervisor, bad, step)
        assert refused.value.code == code
    assert ratings_follow.row(staff.supervisor, bad).rating.follow.steps == ()


def test_the_list_holds_no_name_and_looking_is_recorded(staff, bad: str) -> None:
    (row,) = ratings_follow.rows(staff.supervisor)
    person = somebody()
    assert person.name not in msgspec.json.encode(row.rating).decode()
    assert person.phone not in str(row)
    assert ratings_follow.reveal(staff.supervisor, bad) == (person.name, person.phone)
    with staff.clerk.reading() as store:
        last = decode_body(store.acts("clerk:0601")[-1])
    assert last == Revealed(field="phone", about=f"rating:{bad}")


def test_a_visit_without_a_case_has_nobody_to_call(staff) -> None:
    with pytest.raises(UserError) as refused:
        ratings_follow.reveal(staff.supervisor, "nobody")
    assert refused.value.code == "RAT-06"

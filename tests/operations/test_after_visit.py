"""What goes wrong after the visit is refused or settled in words, and nothing is lost."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec
import pytest
from fix_cases import (
    BUREAU,
    GIVER,
    GRANT,
    HEALTH,
    SEEN,
    TAKER,
    People,
    accepted,
    bring,
    case_now,
    hand_over,
    received,
)
from fix_catalogue import publish
from fix_hall import Clock
from fix_visit import somebody

from zcdesk.domain.authority import BookEntry, BookKind
from zcdesk.domain.case import CaseState
from zcdesk.domain.case_ends import CasePostDelivered
from zcdesk.domain.case_parts import Lack, Stage, Verdict
from zcdesk.domain.custody import Hand
from zcdesk.domain.fold import decode_body
from zcdesk.domain.handover import HandoverState, Left
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.papers_counter import Change
from zcdesk.domain.person import Agency, Person
from zcdesk.errors import UserError
from zcdesk.operations import (
    acceptance,
    catalogue,
    handover,
    issuing,
    mending,
    registers,
    results,
    review,
    supplements,
    worklists,
)
from zcdesk.operations.issuing import Receiver
from zcdesk.store import persons

LACKS = (Lack(name="申请表", defective=True, reason="缺签名"),)


def refused(call, *args, **more) -> str:
    with pytest.raises(UserError) as error:
        call(*args, **more)
    return error.value.code


@pytest.mark.req("R105", "R155", "R130")
def test_a_pile_is_handed_over_once_and_only_to_its_department(staff: People) -> None:
    case_id = received(staff.clerk)
    (pile,) = handover.piles(staff.clerk)
    assert (pile.department, pile.slot, pile.cases) == (HEALTH, "上午件", (case_id,))
    assert pile.due.startswith("2026-11-24T15:00")
    assert refused(handover.make, staff.clerk, BUREAU, (case_id,)) == "HND-07"
    made = handover.make(staff.clerk, HEALTH, (case_id,))
    assert refused(handover.make, staff.clerk, HEALTH, (case_id,)) == "HND-08"
    assert refused(handover.sign, staff.clerk, made.id, GIVER, handover.Side()) == "HND-04"
    signed = handover.sign(staff.clerk, made.id, GIVER, TAKER)
    assert (signed.state, signed.passed) == (HandoverState.SIGNED, (case_id,))
    assert refused(handover.sign, staff.clerk, made.id, GIVER, TAKER) == "HND-06"
    assert refused(handover.make, staff.clerk, HEALTH, (case_id,)) == "HND-02"
    assert handover.piles(staff.clerk) == ()
    assert refused(handover.make, staff.clerk, HEALTH, ()) == "HND-03"


def test_a_case_the_department_leaves_stays_at_the_window(staff: People) -> None:
    one, two = received(staff.clerk), received(staff.clerk)
    made = handover.make(staff.clerk, HEALTH, (one, two))
    signed = handover.sign(staff.clerk, made.id, GIVER, TAKER, (Left(case=two, reason="少一份"),))
    assert signed.passed == (one,)
    assert case_now(staff.clerk, two).bundles[0].hand is Hand.WINDOW
    assert handover.piles(staff.clerk)[0].cases == (two,)


def test_a_case_voided_between_list_and_signature_does_not_stop_the_others(staff: People) -> None:
    one, two = received(staff.clerk), received(staff.clerk)
    made = handover.make(staff.clerk, HEALTH, (one, two))
    mending.void(staff.clerk, two, "重复收件")
    signed = handover.sign(staff.clerk, made.id, GIVER, TAKER)
    assert [x.case for x in signed.left] == [two]
    assert case_now(staff.clerk, one).bundles[0].hand is Hand.DEPARTMENT


def test_a_half_finished_hand_over_is_seen_at_closing_and_given_up(staff: People) -> None:
    case_id = received(staff.clerk)
    made = handover.make(staff.clerk, HEALTH, (case_id,))
    assert handover.piles(staff.clerk) == ()
    assert [id_ for id_, _ in handover.unsigned(staff.clerk)] == [made.id]
    handover.drop(staff.clerk, made.id, "部门未到")
    assert handover.unsigned(staff.clerk) == ()
    assert handover.piles(staff.clerk)[0].cases == (case_id,)
    assert refused(handover.drop, staff.clerk, made.id, "再次") == "HND-06"


@pytest.mark.req("R130", "R153")
def test_a_newer_list_changes_nothing_for_a_case_taken_in_before(staff: People) -> None:
    """A new version is published while the department reads: days and list stay as promised."""
    case_id = received(staff.clerk)
    hand_over(staff, case_id)
    before = case_now(staff.clerk, case_id)
    shorter = msgspec.structs.replace(
        catalogue.matter(staff.clerk, "1-1"), promised_days=3, materials=()
    )
    assert publish(staff.clerk.as_clerk("0001"), shorter).version == 2
    acceptance.accept(staff.reviewer, case_id)
    review.decide(staff.reviewer, case_id, GRANT)
    after = case_now(staff.clerk, case_id)
    assert (after.intake.matter_version, after.materials) == (1, before.materials)
    assert after.due.at == "2026-12-04T17:00:00+08:00", "eight working days, not three"


def test_of_two_departments_only_the_one_in_charge_decides(staff: People) -> None:
    """Both have a stage; the second decision, whoever's, is refused in words."""
    case_id = received(staff.clerk)
    accepted(staff, case_id)
    stages = (
        Stage(id="s1", name="审查", department=HEALTH, turn=1, lead=True),
        Stage(id="s2", name="意见", department=BUREAU, turn=1),
    )
    review.set_stages(staff.reviewer, case_id, stages)
    review.finish_stage(staff.other, case_id, "s2", True, "")
    review.finish_stage(staff.reviewer, case_id, "s1", True, "")
    assert refused(review.decide, staff.other, case_id, GRANT)
    review.decide(staff.reviewer, case_id, GRANT)
    assert refused(review.decide, staff.chief, case_id, GRANT)
    assert case_now(staff.clerk, case_id).decision.officer == "李工"


def test_accepting_sets_the_firm_date(staff: People) -> None:
    case_id = received(staff.clerk)
    hand_over(staff, case_id)
    done = acceptance.accept(staff.reviewer, case_id)
    assert done.case.due.at.startswith("2026-12-04T17:00")
    assert done.case.statutory.at > done.case.due.at
    assert done.prints[0].kind is PaperKind.ACCEPTANCE
    assert refused(acceptance.accept, staff.reviewer, case_id) == "CAS-01"
    assert refused(acceptance.return_, staff.reviewer, case_id, LACKS) == "CAS-01"


def test_roles_and_departments_are_checked_here_too(staff: People) -> None:
    case_id = received(staff.clerk)
    assert refused(acceptance.accept, staff.other, case_id) == "CAS-04"
    assert refused(acceptance.return_, staff.clerk, case_id, LACKS) == "CAS-02"
    assert refused(mending.remind, staff.clerk, case_id, "快", staff.clerk.now()) == "CAS-02"
    assert refused(acceptance.accept, staff.reviewer, "nobody") == "CAS-06"


def test_two_reviewers_on_one_case_see_each_other(staff: People) -> None:
    case_id = received(staff.clerk)
    assert acceptance.take(staff.reviewer, case_id).reviewer == "0401"
    assert acceptance.take(staff.reviewer, case_id).reviewer == "0401"
    assert refused(acceptance.take, staff.chief, case_id) == "REV-11"
    acceptance.release(staff.reviewer, case_id)
    assert acceptance.take(staff.chief, case_id).reviewer == "0402"


@pytest.mark.req("R104", "R131", "R154")
def test_returned_corrected_returned_again_with_a_new_point(staff: People) -> None:
    case_id = received(staff.clerk)
    hand_over(staff, case_id)
    assert refused(acceptance.return_, staff.reviewer, case_id, ()) == "ACC-03"
    vague = (Lack(name="其他材料"),)
    assert refused(acceptance.return_, staff.reviewer, case_id, vague) == "CAT-01"
    acceptance.return_(staff.reviewer, case_id, LACKS)
    assert refused(acceptance.accept, staff.reviewer, case_id) == "CAS-01"
    assert refused(supplements.correct, staff.clerk, case_id, ()) == "SUP-02"
    supplements.correct(staff.clerk, case_id, ("申请表",))
    again = acceptance.return_(staff.reviewer, case_id, (*LACKS, Lack(name="平面图")))
    paper = again.prints[0].paper
    assert [line.new_point for line in paper.lacks] == [False, True]
    assert paper.times == 2


def test_after_five_working_days_the_law_accepts(staff: People, clock: Clock) -> None:
    case_id = received(staff.clerk)
    assert refused(acceptance.deem, staff.clerk, case_id) == "ACC-02"
    clock.pass_(days=8)
    assert refused(acceptance.return_, staff.reviewer, case_id, LACKS) == "CAS-03"
    assert acceptance.deem_all(staff.clerk) == (case_id,)
    case = case_now(staff.clerk, case_id)
    assert (case.state, case.accepted_at[:10]) == (CaseState.ACCEPTED, "2026-11-24")
    assert case.due.at.startswith("2026-12-04")
    assert acceptance.deem_all(staff.clerk) == ()


def test_a_wrong_push_is_sent_to_the_right_department(staff: People) -> None:
    case_id = received(staff.clerk)
    assert refused(acceptance.forward, staff.clerk, case_id, HEALTH, "误推") == "ACC-05"
    acceptance.forward(staff.clerk, case_id, BUREAU, "误推")
    assert acceptance.accept(staff.other, case_id).case.department == BUREAU
    assert handover.piles(staff.clerk)[0].department == BUREAU


@pytest.mark.req("R055", "R091")
def test_stages_side_by_side_and_a_step_that_stops_the_clock(staff: People, clock: Clock) -> None:
    case_id = received(staff.clerk)
    accepted(staff, case_id)
    stages = (
        Stage(id="a", name="消防", department=BUREAU, days=3),
        Stage(id="b", name="牵头", department=HEALTH, days=5, lead=True),
    )
    staged = review.set_stages(staff.reviewer, case_id, stages)
    assert staged.stages[0].due.at.startswith("2026-11-27")
    assert refused(review.decide, staff.reviewer, case_id, GRANT) == "REV-08"
    review.finish_stage(staff.other, case_id, "a", agrees=True)
    review.finish_stage(staff.reviewer, case_id, "b", agrees=True)
    begun = review.begin_step(staff.reviewer, case_id, "专家评审", "工艺复杂", days=5)
    before = begun.case.due.at
    clock.pass_(days=2)
    ended = review.end_step(staff.reviewer, case_id, begun.case.steps[0].id, "通过")
    assert (before[:10], ended.due.at[:10]) == ("2026-12-04", "2026-12-08")
    longer = review.extend(staff.reviewer, case_id, "需补充调查", "赵局", days=5)
    assert longer.case.due.at.startswith("2026-12-15")
    assert refused(review.extend, staff.reviewer, case_id, "再", "赵局") == "REV-10"
    assert refused(review.extend, staff.reviewer, case_id, "", "赵局") == "REV-13"


@pytest.mark.req("R136", "R137", "R138", "R159")
def test_a_result_is_compared_corrected_and_issued_to_the_right_person(staff: People) -> None:
    case_id = bring(staff, CaseState.SENT)
    back = results.refuse(staff.counter, case_id, "地址不符")
    assert (back.state, back.result.correct_by.at[:10]) == (CaseState.DECIDED, "2026-11-25")
    results.send(staff.reviewer, (case_id,))
    results.check_in(staff.counter, case_id, "B-07", SEEN)
    her = Receiver(person=somebody())
    other = Receiver(person=somebody(2))
    assert refused(issuing.issue, staff.counter, case_id, other) == "RES-03"
    agent = Receiver(person=somebody(2), agency=Agency.AGENT)
    assert refused(issuing.issue, staff.counter, case_id, agent) == "RES-04"
    assert refused(issuing.issue, staff.counter, case_id, her) == "RES-05"
    named = Receiver(person=somebody(2), agency=Agency.AGENT, authority="委托书 2026-11-20")
    done = issuing.issue(staff.counter, case_id, named, collected=("原卫生许可证",))
    assert done.case.dispatch.receipt_due.at.startswith("2026-11-25")
    assert done.prints[0].kind is PaperKind.DELIVERY
    assert refused(issuing.issue, staff.counter, case_id, her) == "RES-02"


@pytest.mark.req("R134", "R064")
def test_the_post_takes_what_two_scans_agree_on_and_may_bring_it_back(staff: People) -> None:
    case_id = bring(staff, CaseState.SHELVED)
    assert refused(results.post, staff.counter, case_id, "EMS1", "EMS2") == "RES-09"
    results.post(staff.counter, case_id, "EMS1", "EMS1")
    assert worklists.by_number(staff.clerk, "EMS1")[0].case == case_id
    back = results.post_returned(staff.counter, case_id, "查无此人", "B-01")
    assert (back.state, back.result.shelf) == (CaseState.SHELVED, "B-01")


def test_who_signed_for_the_post_stands_in_a_record_and_in_no_act(staff: People) -> None:
    case_id = bring(staff, CaseState.SHELVED)
    results.post(staff.counter, case_id, "EMS1", "EMS1")
    name = "签收人甲"
    results.confirm_post(staff.counter, case_id, date(2026, 12, 5), name)
    with staff.counter.reading() as store:
        acts = store.acts(f"case:{case_id}")
        signed = decode_body(acts[-1])
        assert isinstance(signed, CasePostDelivered)
        assert signed.person is not None
        kept = persons.get(store, signed.person, Person)
    assert kept is not None
    assert kept.name == name
    assert not [act for act in acts if name.encode() in (act.body or b"")]


def test_promises_are_kept_extended_or_judged(staff: People) -> None:
    case_id = received(staff.clerk)
    (owed,) = case_now(staff.clerk, case_id).deferred
    judge = supplements.judge
    assert refused(judge, staff.clerk, case_id, owed.key, Verdict.EXTENDED, "出差") == "SUP-03"
    far = date(2027, 6, 1)
    code = refused(judge, staff.clerk, case_id, owed.key, Verdict.EXTENDED, "出差", until=far)
    assert code == "SUP-05"
    longer = judge(
        staff.clerk, case_id, owed.key, Verdict.EXTENDED, "出差", until=date(2026, 12, 3)
    )
    assert longer.deferred[0].due == "2026-12-03"
    kept = supplements.supplement(staff.clerk.at_window("5"), case_id, owed.key)
    assert (kept.deferred, kept.bundles[-1].holder) == ((), "5")
    assert refused(supplements.supplement, staff.clerk, case_id, owed.key) == "SUP-01"


def test_mending_after_the_hand_over_needs_a_supervisor(staff: People) -> None:
    case_id = received(staff.clerk)
    hand_over(staff, case_id)
    change = (Change(no=1, item="电话", before="138****0000", after="139****0000"),)
    assert refused(mending.amend, staff.clerk, case_id, "电话有误", change) == "MND-03"
    assert refused(mending.void, staff.clerk, case_id, "重复", approver="0312") == "MND-03"
    old = case_now(staff.clerk, case_id).intake.receipt
    done = mending.amend(
        staff.clerk, case_id, "电话有误", change, approver="0601", applicant=somebody(3)
    )
    paper = done.prints[0].paper
    assert (paper.replaces, paper.approver) == (old, "孙主任")
    assert {row.kind for row in worklists.by_number(staff.clerk, old)} <= {"case", "void"}
    assert worklists.search(staff.clerk, somebody(3).name)[0].case == case_id


def test_withdrawn_papers_go_back_once(staff: People) -> None:
    case_id = bring(staff, CaseState.WITHDRAWN)
    done = mending.return_papers(staff.clerk, case_id, (1,), "撤回申请")
    assert done.prints[0].kind is PaperKind.MATERIALS_RETURN
    assert done.case.bundles[0].hand is Hand.APPLICANT
    assert refused(mending.return_papers, staff.clerk, case_id, (1,), "撤回申请") == "CUS-01"


def test_a_reminder_is_a_step_and_is_answered(staff: People) -> None:
    case_id = received(staff.clerk)
    by = staff.supervisor.now() + timedelta(hours=4)
    done = mending.remind(staff.supervisor, case_id, "请尽快受理", by)
    assert done.prints[0].kind is PaperKind.SUPERVISION
    mending.answer_reminder(staff.reviewer, case_id, done.case.reminders[0].id, "今日受理")
    assert case_now(staff.clerk, case_id).reminders[0].answered_by == "0401"


def test_parallel_cases_of_one_applicant_become_one(staff: People) -> None:
    one, two = received(staff.clerk), received(staff.clerk)
    third = received(staff.clerk, person=somebody(2))
    assert refused(mending.merge, staff.reviewer, one, third, "重复") == "MND-04"
    assert mending.merge(staff.reviewer, one, two, "重复").state is CaseState.MERGED
    assert case_now(staff.clerk, two).joined == (f"case:{one}",)


@pytest.mark.req("R050", "R116", "R117")
def test_seals_and_blanks_are_booked_and_no_blank_is_used_that_is_not_there(
    staff: People,
) -> None:
    blank = BookEntry(entry=BookKind.BLANK_USED, name="许可证", department=HEALTH, window="")
    assert refused(registers.enter, staff.clerk, blank) == "BOK-01"
    stock = BookEntry(entry=BookKind.BLANK_IN, name="许可证", department=HEALTH, window="", count=3)
    assert registers.enter(staff.clerk, stock).stock == 3
    book = registers.enter(staff.clerk, blank)
    assert (book.stock, book.entries) == (2, 2)
    assert [line.clerk for line in registers.lines(staff.clerk, book)] == ["张敏", "张敏"]
    seal = BookEntry(entry=BookKind.SEAL, name="业务章", department=HEALTH, window="")
    assert registers.enter(staff.clerk, seal).stock == 0
    assert len(registers.books(staff.clerk, "3")) == 2


def test_the_platform_number_is_registered_once(staff: People) -> None:
    case_id = received(staff.clerk)
    assert [r.case for r in worklists.without_platform_number(staff.clerk)] == [case_id]
    assert refused(mending.register_platform, staff.clerk, case_id, " ") == "PLT-01"
    mending.register_platform(staff.clerk, case_id, "JS320213001")
    assert refused(mending.register_platform, staff.clerk, case_id, "JS2") == "PLT-02"
    assert worklists.without_platform_number(staff.clerk) == ()


def test_a_year_without_a_table_is_told_as_provisional(staff: People, clock: Clock) -> None:
    clock.at = datetime.fromisoformat("2031-03-03T09:00:00+08:00")
    case_id = received(staff.clerk, "1-2")
    hand_over(staff, case_id)
    done = acceptance.accept(staff.other, case_id)
    assert done.case.due.provisional
    assert done.prints[0].paper.matters[0].provisional

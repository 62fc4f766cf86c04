"""Whole stories of rules 4, each from the counter to the archive through the real windows.

Every story ends with the verifier finding nothing (fixture `hall`). Keys go to the one program at
which everybody logs in in turn.
"""

from __future__ import annotations

import pytest
from fix_cases import BUREAU, HEALTH
from fix_stories import BUREAU_OFFICER, FETCHER, HEALTH_CHIEF

from zcdesk.domain.case import CaseState
from zcdesk.domain.case_parts import Outcome
from zcdesk.domain.checklist import RowState
from zcdesk.domain.custody import Content, Hand
from zcdesk.domain.deadlines import LimitState
from zcdesk.domain.message import MessageKind as M
from zcdesk.domain.papers import PaperKind as P

GRANT = {"document_number": "示批决〔2026〕1号", "result": "许可证"}
EMS, BACK = "EA123456789CN", "EB987654321CN"
TOLD = {M.ACCEPTED, M.RESULT_READY}


def assert_filed(hall, case_id: str) -> None:
    """The story is over: its result is with the applicant, everything else in the house."""
    case = hall.case(case_id)
    assert case.state is CaseState.ARCHIVED
    assert case.archive_number
    where = {bundle.content: bundle.hand for bundle in case.bundles}
    assert where[Content.RESULT] is Hand.APPLICANT
    assert where[Content.MATERIALS] is Hand.ARCHIVE
    assert where[Content.RECEIPT] is Hand.ARCHIVE


def test_promised(hall) -> None:
    """承诺件: taken in, fetched, accepted, decided, compared, handed out, filed."""
    who = hall.person()
    case = hall.take_in("1-2", who, scans=2)
    assert hall.ends(case, "材料移交") == "2026-11-24 15:00"
    assert hall.ends(case, "受理") == "2026-11-26 17:00"
    assert hall.ends(case, "视为受理") == "2026-12-01 17:00"
    hall.to_department(case)
    assert hall.hands(case) == {Hand.DEPARTMENT}
    hall.office(BUREAU_OFFICER).accept(case)
    assert hall.case(case).seen == hall.case(case).pages != ()
    assert hall.ends(case, "承诺办结") == "2026-12-08 17:00"
    hall.decide(case, BUREAU_OFFICER, **GRANT)
    hall.hand_out(case, who)
    assert_filed(hall, case)
    assert hall.papers(case) == [P.RECEIPT, P.ACCEPTANCE, P.GRANT, P.DELIVERY, P.ARCHIVE]
    assert set(hall.told(case)) == TOLD
    hall.came_out("收件通知书", who.name, "经营场所使用权证明")
    hall.came_out("材料交接表", hall.case(case).intake.number)
    hall.came_out("受理通知书", "2026年12月8日")
    hall.came_out("送达回执", "许可证")


@pytest.mark.req("R127")
def test_instant(hall) -> None:
    """即办件: inside an authority the window decides in the officer's name, and hands it out."""
    hall.give_authority(BUREAU, "钱工", "4-1")
    who = hall.person()
    case = hall.take_in("4-1", who)
    hall.counter.driver.press("J", "Enter")
    made = hall.case(case).decision
    assert (made.department, made.officer, bool(made.authority)) == (BUREAU, "钱工", True)
    assert hall.state(case) is CaseState.DECIDED
    hall.counter.driver.press("L")
    assert hall.state(case) is CaseState.DELIVERED
    hall.results.file(case, FETCHER)
    assert hall.state(case) is CaseState.ARCHIVED
    assert hall.papers(case) == [P.RECEIPT, P.GRANT, P.DELIVERY, P.ARCHIVE]


def test_deferred_kept(hall) -> None:
    """容缺: promised on paper, brought in time, the promise is kept."""
    who = hall.person()
    case = hall.take_in("1-1", who, defers=True)
    assert hall.ends(case, "容缺补交") == "2026-12-01 17:00"
    hall.came_out("容缺受理承诺书", "水质检验报告")
    hall.to_department(case)
    hall.office().accept(case)
    hall.clock.pass_(days=2)
    hall.promises.bring(case)
    assert not hall.case(case).deferred
    assert hall.hands(case) == {Hand.DEPARTMENT, Hand.WINDOW}
    hall.to_department(case)
    hall.decide(case, **GRANT)
    hall.hand_out(case, who)
    assert_filed(hall, case)


def test_deferred_broken(hall) -> None:
    """容缺 not kept: overdue, judged by a person, ended as the promise says."""
    who = hall.person()
    case = hall.take_in("1-1", who, defers=True)
    hall.to_department(case)
    hall.office().accept(case)
    hall.clock.pass_(days=8)
    assert hall.limit(case, "容缺补交").state is LimitState.OVERDUE
    assert hall.state(case) is CaseState.ACCEPTED, "no date ends a case"
    hall.promises.judge(case, "3", reason="容缺材料逾期未补")
    hall.office().open(case, "review")
    hall.office().act("X", reason="容缺材料逾期未补", basis="容缺受理承诺书")
    assert hall.state(case) is CaseState.TERMINATED
    hall.came_out("终止办理告知书", "容缺材料逾期未补")


def test_returned_and_corrected(hall) -> None:
    """补正: one list, told by message, corrected at the window, handed over again, accepted."""
    who = hall.person()
    case = hall.take_in("1-2", who)
    hall.to_department(case)
    office = hall.office(BUREAU_OFFICER)
    office.open(case)
    office.find_problem("申请表", "2")
    office.act("H")
    assert hall.state(case) is CaseState.RETURNED
    assert hall.ends(case, "补正") == "2026-12-01 17:00"
    assert M.RETURNED in hall.told(case)
    hall.came_out("材料补齐补正通知书", "申请表")
    hall.clock.pass_(days=1)
    hall.promises.bring(case)
    assert hall.state(case) is CaseState.RECEIVED
    assert hall.ends(case, "受理") == "2026-11-27 17:00", "counted anew from what was brought"
    hall.to_department(case)
    hall.office(BUREAU_OFFICER).accept(case)
    hall.decide(case, BUREAU_OFFICER, **GRANT)
    hall.hand_out(case, who)
    assert_filed(hall, case)


@pytest.mark.req("R055")
def test_parallel_with_a_lead(hall) -> None:
    """并联: two departments side by side, the lead comes last."""
    who = hall.person()
    case = hall.take_in("1-1", who)
    hall.to_department(case)
    hall.office().accept(case)
    hall.office().open(case, "review")
    hall.office().lay_stages(("卫生审查", HEALTH, True), ("选址意见", BUREAU, False))
    hall.office(BUREAU_OFFICER).open(case, "asked")
    hall.office(BUREAU_OFFICER).act("F9")
    hall.office().open(case, "asked")
    hall.office().act("F9")
    own, other = hall.case(case).stages
    assert own.agrees
    assert other.agrees
    assert other.done <= own.done
    hall.decide(case, **GRANT)
    hall.hand_out(case, who)
    assert_filed(hall, case)


def test_special_step(hall) -> None:
    """特别程序: the clock stands, and goes on where it stood."""
    who = hall.person()
    case = hall.take_in("1-1", who)
    hall.to_department(case)
    hall.office().accept(case)
    assert hall.ends(case, "承诺办结") == "2026-12-04 17:00"
    hall.office().open(case, "review")
    hall.office().act("T", name="检测", days=5, reason="须检测水质", organiser="区疾控中心")
    assert hall.limit(case, "承诺办结").state is LimitState.STOPPED
    hall.came_out("特别程序告知书", "检测")
    hall.clock.pass_(days=7)
    hall.office().open(case, "review")
    hall.office().act("F9", outcome="合格")
    assert hall.ends(case, "承诺办结") == "2026-12-11 17:00"
    hall.decide(case, **GRANT)
    hall.hand_out(case, who)
    assert_filed(hall, case)


def test_extended_then_refused(hall) -> None:
    """延长 once by the chief, then 不予许可 with its reason; the refusal is handed out, too."""
    who = hall.person()
    case = hall.take_in("1-1", who)
    hall.to_department(case)
    hall.office().accept(case)
    chief = hall.office(HEALTH_CHIEF)
    chief.open(case, "review")
    chief.act("Y", days=10, reason="案情复杂")
    assert hall.ends(case, "承诺办结") == "2026-12-18 17:00"
    hall.came_out("延长审批期限告知书", "案情复杂")
    refusal = {"document_number": "示卫不许〔2026〕1号", "reason": "水质不合格"}
    hall.decide(case, outcome=Outcome.REFUSED, **refusal)
    hall.came_out("不予行政许可决定书", "水质不合格")
    hall.hand_out(case, who)
    assert_filed(hall, case)


def test_not_accepted(hall) -> None:
    """不予受理: with its ground, told by message; no result is ever made."""
    case = hall.take_in("1-1", hall.person())
    hall.to_department(case)
    hall.office().open(case)
    hall.office().act("N", competent="市卫生健康委", reason="属市级权限")
    assert hall.state(case) is CaseState.NOT_ACCEPTED
    assert M.NOT_ACCEPTED in hall.told(case)
    hall.came_out("不予受理通知书", "属市级权限")


def test_mail_in(hall) -> None:
    """邮寄申请: registered, taken in without the applicant, the result goes back by post."""
    who = hall.person()
    case = hall.take_in_parcel("1-2", who, EMS)
    hall.to_department(case)
    hall.office(BUREAU_OFFICER).accept(case)
    hall.decide(case, BUREAU_OFFICER, **GRANT)
    hall.results.take(case)
    hall.results.post(case, BACK)
    assert hall.case(case).dispatch.waybill == BACK
    hall.clock.pass_(days=2)
    hall.results.arrived(BACK)
    assert hall.case(case).dispatch.delivered_at == "2026-11-26"
    hall.results.file(case, FETCHER)
    assert_filed(hall, case)
    assert set(hall.told(case)) == TOLD | {M.RECEIVED, M.POSTED}


@pytest.mark.req("R158")
def test_online(hall) -> None:
    """网上申报: looked at first by the department, taken in by its code with one paper asked."""
    who, number = hall.person(), "JS-2026-000123"
    hall.file_online(number, "1-2", who, "申请表", "居民身份证")
    hall.online(BUREAU_OFFICER).pass_(number, "居民身份证")
    case = hall.take_in_online(number)
    taken = hall.case(case)
    assert taken.intake.online == number
    states = {one.name: one.state for one in taken.materials}
    assert states["申请表"] is RowState.ON_FILE
    assert states["居民身份证"] is RowState.RECEIVED
    hall.to_department(case)
    hall.office(BUREAU_OFFICER).accept(case)
    hall.decide(case, BUREAU_OFFICER, **GRANT)
    hall.hand_out(case, who)
    assert_filed(hall, case)


def test_agent_collects(hall) -> None:
    """代领: somebody else with an authority; the old licence is taken in against the new one."""
    who, agent = hall.person(), hall.person()
    case = hall.take_in("1-1", who)
    hall.to_department(case)
    hall.office().accept(case)
    hall.decide(case, **GRANT, collect="原卫生许可证")
    hall.hand_out(case, agent, authority="委托书 2026-11-20")
    assert_filed(hall, case)
    sent = hall.case(case).dispatch
    assert (sent.receiver, sent.authority) == ("代办", "委托书 2026-11-20")
    hall.came_out("送达回执", agent.name, "原卫生许可证")


def test_post_returned(hall) -> None:
    """邮件退回: back on the shelf with its reason, fetched by the applicant after all."""
    who = hall.person()
    case = hall.take_in("1-1", who, post_to="示例路 1 号")
    assert hall.case(case).intake.delivery.by_post
    hall.to_department(case)
    hall.office().accept(case)
    hall.decide(case, **GRANT)
    hall.results.take(case)
    hall.results.post(case, BACK)
    assert hall.state(case) is CaseState.POSTED
    assert Hand.POST in hall.hands(case)
    hall.clock.pass_(days=3)
    hall.results.came_back(BACK)
    assert hall.case(case).dispatch.returned == "查无此人"
    assert hall.state(case) is CaseState.SHELVED
    hall.results.issue(case, who)
    hall.results.file(case, FETCHER)
    assert_filed(hall, case)
    assert hall.papers(case).count(P.DELIVERY) == 2, "each way out has its own receipt"

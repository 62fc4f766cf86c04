"""Whole stories of rules 4, each from the counter to the archive through the real windows.

The stories are the demo's (`zcdesk.demo.stories`); here every step is looked at. Each ends with
the verifier finding nothing (fixture `hall`). Keys go to the one program at which everybody sits
down in turn.
"""

from __future__ import annotations

import pytest
from fix_cases import BUREAU

from zcdesk.demo import stories
from zcdesk.domain.case import CaseState
from zcdesk.domain.checklist import RowState
from zcdesk.domain.custody import Content, Hand
from zcdesk.domain.deadlines import LimitState
from zcdesk.domain.message import MessageKind as M
from zcdesk.domain.papers import PaperKind as P
from zcdesk.operations import reentering

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


@pytest.mark.req("R015", "R046", "R047", "R125", "R126", "R153")
def test_promised(hall) -> None:
    """承诺件: taken in, fetched, accepted, decided, compared, handed out, filed."""
    story = hall.tell(stories.promised)
    case = story.to("received")
    assert hall.ends(case, "材料移交") == "2026-11-24 15:00"
    assert hall.ends(case, "受理") == "2026-11-26 17:00"
    assert hall.ends(case, "视为受理") == "2026-12-01 17:00"
    story.to("handed over")
    assert hall.hands(case) == {Hand.DEPARTMENT}
    story.to("accepted")
    assert hall.case(case).seen == hall.case(case).pages != ()
    assert hall.ends(case, "承诺办结") == "2026-12-08 17:00"
    assert_filed(hall, story.end())
    assert hall.papers(case) == [P.RECEIPT, P.ACCEPTANCE, P.GRANT, P.DELIVERY, P.ARCHIVE]
    assert set(hall.told(case)) == TOLD
    hall.came_out("收件通知书", hall.came[0].name, "经营场所使用权证明")
    hall.came_out("材料交接表", hall.case(case).intake.number)
    hall.came_out("受理通知书", "2026年12月8日")
    hall.came_out("送达回执", "许可证")


@pytest.mark.req("R127", "R126")
def test_instant(hall) -> None:
    """即办件: inside an authority the window decides in the officer's name, and hands it out."""
    story = hall.tell(stories.instant)
    case = story.to("decided")
    made = hall.case(case).decision
    assert (made.department, made.officer, bool(made.authority)) == (BUREAU, "钱工", True)
    assert hall.state(case) is CaseState.DECIDED
    story.to("handed out")
    assert hall.state(case) is CaseState.DELIVERED
    story.end()
    assert hall.state(case) is CaseState.ARCHIVED
    assert hall.papers(case) == [P.RECEIPT, P.GRANT, P.DELIVERY, P.ARCHIVE]


def test_deferred_kept(hall) -> None:
    """容缺: promised on paper, brought in time, the promise is kept."""
    story = hall.tell(stories.deferred_kept)
    case = story.to("received")
    assert hall.ends(case, "容缺补交") == "2026-12-01 17:00"
    hall.came_out("容缺受理承诺书", "水质检验报告")
    story.to("brought")
    assert not hall.case(case).deferred
    assert hall.hands(case) == {Hand.DEPARTMENT, Hand.WINDOW}
    assert_filed(hall, story.end())


def test_deferred_broken(hall) -> None:
    """容缺 not kept: overdue, judged by a person, ended as the promise says."""
    story = hall.tell(stories.deferred_broken)
    case = story.to("overdue")
    assert hall.limit(case, "容缺补交").state is LimitState.OVERDUE
    assert hall.state(case) is CaseState.ACCEPTED, "no date ends a case"
    story.end()
    assert hall.state(case) is CaseState.TERMINATED
    hall.came_out("终止办理告知书", "容缺材料逾期未补")


@pytest.mark.req("R104", "R131", "R154")
def test_returned_and_corrected(hall) -> None:
    """补正: one list, told by message, corrected at the window, handed over again, accepted."""
    story = hall.tell(stories.returned_and_corrected)
    case = story.to("returned")
    assert hall.state(case) is CaseState.RETURNED
    assert hall.ends(case, "补正") == "2026-12-01 17:00"
    assert M.RETURNED in hall.told(case)
    hall.came_out("材料补齐补正通知书", "申请表")
    story.to("corrected")
    assert hall.state(case) is CaseState.RECEIVED
    assert hall.ends(case, "受理") == "2026-11-27 17:00", "counted anew from what was brought"
    assert_filed(hall, story.end())


@pytest.mark.req("R055", "R018", "R028", "R080", "R135")
def test_parallel_with_a_lead(hall) -> None:
    """并联: two departments side by side, the lead comes last."""
    story = hall.tell(stories.parallel_with_a_lead)
    case = story.to("agreed")
    own, other = hall.case(case).stages
    assert own.agrees
    assert other.agrees
    assert other.done <= own.done
    assert_filed(hall, story.end())


@pytest.mark.req("R125")
def test_special_step(hall) -> None:
    """特别程序: the clock stands, and goes on where it stood."""
    story = hall.tell(stories.special_step)
    case = story.to("accepted")
    assert hall.ends(case, "承诺办结") == "2026-12-04 17:00"
    story.to("stopped")
    assert hall.limit(case, "承诺办结").state is LimitState.STOPPED
    hall.came_out("特别程序告知书", "检测")
    story.to("running")
    assert hall.ends(case, "承诺办结") == "2026-12-11 17:00"
    assert_filed(hall, story.end())


def test_extended_then_refused(hall) -> None:
    """延长 once by the chief, then 不予许可 with its reason; the refusal is handed out, too."""
    story = hall.tell(stories.extended_then_refused)
    case = story.to("extended")
    assert hall.ends(case, "承诺办结") == "2026-12-18 17:00"
    hall.came_out("延长审批期限告知书", "案情复杂")
    assert_filed(hall, story.end())
    hall.came_out("不予行政许可决定书", "水质不合格")


@pytest.mark.req("R131")
def test_not_accepted(hall) -> None:
    """不予受理: with its ground, told by message; no result is ever made."""
    case = hall.tell(stories.not_accepted).end()
    assert hall.state(case) is CaseState.NOT_ACCEPTED
    assert M.NOT_ACCEPTED in hall.told(case)
    hall.came_out("不予受理通知书", "属市级权限")


@pytest.mark.req("R133")
def test_mail_in(hall) -> None:
    """邮寄申请: registered, taken in without the applicant, the result goes back by post."""
    story = hall.tell(stories.mail_in)
    case = story.to("posted")
    assert hall.case(case).dispatch.waybill == stories.BACK
    story.to("arrived")
    assert hall.case(case).dispatch.delivered_at == "2026-11-26"
    assert_filed(hall, story.end())
    assert set(hall.told(case)) == TOLD | {M.RECEIVED, M.POSTED}


@pytest.mark.req("R158", "R022", "R037", "R044", "R147")
def test_online(hall) -> None:
    """网上申报: looked at first by the department, taken in by its code with one paper asked."""
    story = hall.tell(stories.online)
    case = story.to("received")
    taken = hall.case(case)
    assert taken.intake.online == stories.ONLINE
    states = {one.name: one.state for one in taken.materials}
    assert states["申请表"] is RowState.ON_FILE
    assert states["居民身份证"] is RowState.RECEIVED
    assert_filed(hall, story.end())


@pytest.mark.req("R136")
def test_agent_collects(hall) -> None:
    """代领: somebody else with an authority; the old licence is taken in against the new one."""
    case = hall.tell(stories.agent_collects).end()
    assert_filed(hall, case)
    sent = hall.case(case).dispatch
    assert (sent.receiver, sent.authority) == ("代办", "委托书 2026-11-20")
    hall.came_out("送达回执", hall.came[-1].name, "原卫生许可证")


@pytest.mark.req("R047", "R079", "R134")
def test_post_returned(hall) -> None:
    """邮件退回: back on the shelf with its reason, fetched by the applicant after all."""
    story = hall.tell(stories.post_returned)
    case = story.to("received")
    assert hall.case(case).intake.delivery.by_post
    story.to("posted")
    assert hall.state(case) is CaseState.POSTED
    assert Hand.POST in hall.hands(case)
    story.to("returned")
    assert hall.case(case).dispatch.returned == "查无此人"
    assert hall.state(case) is CaseState.SHELVED
    assert_filed(hall, story.end())
    assert hall.papers(case).count(P.DELIVERY) == 2, "each way out has its own receipt"


@pytest.mark.req("R034", "R018", "R038")
def test_licence_looked_up(hall) -> None:
    """电子证照: the library's licence stands for the copy, and the receipt says so."""
    case = hall.tell(stories.licence_looked_up).end()
    states = {one.name: one.state for one in hall.case(case).materials}
    assert states["营业执照"] is RowState.SHARED
    assert states["居民身份证"] is RowState.RECEIVED
    hall.came_out("收件通知书", "营业执照")


@pytest.mark.req("R033")
def test_typed_in_again(hall) -> None:
    """二次录入: the platform's number is on the case, and the minutes it took are kept."""
    case = hall.tell(stories.typed_in_again).end()
    assert hall.case(case).platform_number == stories.PLATFORM
    assert sum(reentering.minutes(hall.session).values()) == 1.5

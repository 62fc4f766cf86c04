"""Complaints and consultations: every state, by whom, in time, and whose words stay private."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from fix_acts import act_on
from fix_cases import BUREAU, HEALTH

from zcdesk.domain.case_parts import PersonRef
from zcdesk.domain.deadlines import LimitState
from zcdesk.domain.inquiry import (
    TABLE,
    Asker,
    Inquiry,
    InquiryAnswered,
    InquiryChannel,
    InquiryForwarded,
    InquiryKind,
    InquiryRecorded,
    InquiryState,
    InquiryTold,
    Topic,
    fold,
)
from zcdesk.errors import Conflict, Invalid, NotAllowed
from zcdesk.operations import inquiries
from zcdesk.operations.inquiries import Taking

WORDS = "昨天排队等了一个小时，窗口说材料不全"
ASKER = Asker(name="测试甲", phone="13861236620", text=WORDS)
COMPLAINT = Taking(
    of=InquiryKind.COMPLAINT,
    channel=InquiryChannel.HOTLINE,
    asker=ASKER,
    topic=Topic.WAITING,
    number="TEST-0001",
)
QUESTION = Taking(
    of=InquiryKind.CONSULTATION, channel=InquiryChannel.WINDOW, asker=ASKER, page="1-2"
)
S = InquiryState
RECORDED = InquiryRecorded(
    of=InquiryKind.COMPLAINT,
    channel=InquiryChannel.BOX,
    asker=PersonRef(ref="r", digest="d"),
    due="2026-12-01T17:00:00.000+08:00",
)
NEXT = {
    (S.RECORDED, InquiryForwarded(department=HEALTH)): S.FORWARDED,
    (S.FORWARDED, InquiryForwarded(department=HEALTH)): S.FORWARDED,
    (S.RECORDED, InquiryAnswered(text="已核实")): S.ANSWERED,
    (S.FORWARDED, InquiryAnswered(text="已核实")): S.ANSWERED,
    (S.ANSWERED, InquiryTold(content=True)): S.CLOSED,
}


@pytest.mark.req("R042")
@pytest.mark.parametrize(
    ("state", "body"), list(itertools.product(InquiryState, dict.fromkeys(b for _, b in NEXT)))
)
def test_every_act_in_every_state(state: InquiryState, body) -> None:
    before = Inquiry(id="i", recorded=RECORDED, at="2026-11-24T09:00", by="0312", state=state)
    after = fold(before, act_on("inquiry:i", body), body)
    assert after is not None
    wanted = NEXT.get((state, body))
    assert after.state is (wanted or state)
    assert (state in TABLE[type(body)]) == (wanted is not None)
    if wanted is None:
        assert after == before


def test_it_is_recorded_once() -> None:
    first = fold(None, act_on("inquiry:i", RECORDED), RECORDED)
    assert fold(first, act_on("inquiry:i", RECORDED), RECORDED) == first
    assert fold(None, act_on("inquiry:i", RECORDED), InquiryTold(content=True)) is None


@pytest.mark.req("R042", "R151")
def test_a_complaint_from_the_hotline_to_the_callback(staff, clock) -> None:
    row = inquiries.record(staff.clerk, COMPLAINT)
    id_ = row.inquiry.id
    assert row.inquiry.recorded.due == "2026-12-01T17:00:00.000+08:00"
    with pytest.raises(NotAllowed):
        inquiries.forward(staff.clerk, id_, HEALTH)
    inquiries.forward(staff.supervisor, id_, HEALTH, "李工")
    assert [r.inquiry.id for r in inquiries.rows(staff.reviewer)] == [id_]
    assert inquiries.rows(staff.other) == ()
    with pytest.raises(NotAllowed):
        inquiries.answer(staff.other, id_, "不归我们")
    clock.pass_(days=1)
    answered = inquiries.answer(staff.reviewer, id_, "已向申请人致歉并加开窗口", upheld=True)
    assert (answered.inquiry.in_time, answered.inquiry.upheld) == (True, True)
    with pytest.raises(Conflict) as twice:
        inquiries.answer(staff.supervisor, id_, "再答一次")
    assert twice.value.code == "INQ-05"
    closed = inquiries.tell(staff.supervisor, id_, content=True)
    assert (closed.inquiry.state, closed.limit) == (S.CLOSED, None)
    assert inquiries.rows(staff.supervisor) == ()
    assert len(inquiries.rows(staff.supervisor, ended=True)) == 1


def test_a_limit_passed_is_late_and_stays_late_once_answered(staff, clock) -> None:
    id_ = inquiries.record(staff.clerk, COMPLAINT).inquiry.id
    clock.pass_(days=9)
    assert inquiries.rows(staff.supervisor)[0].limit.state is LimitState.OVERDUE
    late = inquiries.answer(staff.supervisor, id_, "查清了")
    assert (late.inquiry.in_time, late.limit.state) == (False, LimitState.OVERDUE)


def test_the_hotlines_own_day_goes_before_the_halls(staff) -> None:
    one = Taking(
        of=InquiryKind.COMPLAINT, channel=InquiryChannel.HOTLINE, asker=ASKER, due="2026-11-26"
    )
    assert inquiries.record(staff.clerk, one).inquiry.recorded.due[:16] == "2026-11-26T17:00"


@pytest.mark.req("R046", "R146")
def test_a_question_answered_at_once_is_logged_with_its_page(staff) -> None:
    done = Taking(
        of=InquiryKind.CONSULTATION,
        channel=InquiryChannel.WINDOW,
        asker=Asker(text="开书店要什么"),
        page="1-2",
        answered=True,
    )
    row = inquiries.record(staff.clerk, done)
    assert (row.inquiry.state, row.page) == (S.CLOSED, "出版物零售业务经营许可")
    assert row.inquiry.in_time


@pytest.mark.req("R053", "R146")
def test_a_hard_question_goes_to_the_departments_contact_by_the_clerk(staff) -> None:
    id_ = inquiries.record(staff.clerk, QUESTION).inquiry.id
    row = inquiries.forward(staff.clerk, id_, BUREAU, "钱工")
    assert (row.inquiry.department, row.inquiry.contact) == (BUREAU, "钱工")
    inquiries.answer(staff.other, id_, "要场所证明")
    assert inquiries.tell(staff.clerk, id_, content=True).inquiry.state is S.CLOSED


def test_who_asked_is_in_no_act_and_looking_is_recorded(staff) -> None:
    id_ = inquiries.record(staff.clerk, COMPLAINT).inquiry.id
    with staff.clerk.reading() as store:
        body = store.acts(f"inquiry:{id_}")[0].body.decode()
    for private in (ASKER.name, ASKER.phone, WORDS):
        assert private not in body
    assert inquiries.asker(staff.supervisor, id_) == ASKER
    with pytest.raises(NotAllowed):
        inquiries.asker(staff.reviewer, id_)
    with staff.clerk.reading() as store:
        assert store.acts("clerk:0601")[-1].kind == "clerk.revealed"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"asker": Asker(text=" ")}, "INQ-01"),
        ({"asker": Asker(text="问", phone="12")}, "IDC-18"),
        ({"page": "9-99"}, "INQ-02"),
        ({"due": "2026-11-23"}, "INQ-03"),
        ({"due": "明天"}, "INQ-03"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(staff, changes, code: str) -> None:
    import msgspec

    with pytest.raises(Invalid) as refused:
        inquiries.record(staff.clerk, msgspec.structs.replace(COMPLAINT, **changes))
    assert refused.value.code == code
    assert inquiries.rows(staff.supervisor) == ()


@pytest.mark.req("R179")
def test_the_count_is_what_was_taken_down(staff, clock) -> None:
    first = inquiries.record(staff.clerk, COMPLAINT).inquiry.id
    inquiries.record(staff.clerk, QUESTION)
    inquiries.answer(staff.supervisor, first, "属实", upheld=True)
    clock.pass_(days=1)
    inquiries.record(staff.clerk, COMPLAINT)
    day = dt.date(2026, 11, 24)
    found = inquiries.count(staff.supervisor, InquiryKind.COMPLAINT, day, day)
    assert found.taken == {"待告知": 1}
    assert found.channels == {"12345 热线": 1}
    assert (found.answered, found.in_time, found.upheld) == (1, 1, 1)
    both = inquiries.count(staff.supervisor, InquiryKind.COMPLAINT, day, day + dt.timedelta(days=1))
    assert sum(both.taken.values()) == 2

"""From cases to papers: masked, complete, and the same before and after the number is known."""

from __future__ import annotations

from datetime import datetime

import msgspec
import pytest
from fix_matters import matter, several
from fix_visit import somebody
from hypothesis import given
from hypothesis import strategies as st

from zcdesk import calendar
from zcdesk.domain import checklist
from zcdesk.domain.case import Fee, FeeState
from zcdesk.domain.checklist import RowState
from zcdesk.domain.hall import Hall, Policy
from zcdesk.domain.identity import IdKind, with_check_digit, with_uscc_check
from zcdesk.domain.matter import Confidence, Form, Material, Matter, MatterType, Necessity
from zcdesk.domain.person import Agency, Person, Trust
from zcdesk.domain.qr import BARE_NUMBER
from zcdesk.domain.ticket import Ticket
from zcdesk.domain.visit import (
    Chosen,
    Visit,
    add_applicants,
    add_matter,
    add_voluntary,
    rows_of,
    set_chosen,
    set_mark,
    set_presenter,
)
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.operations import assemble, papers
from zcdesk.operations.assemble import Terms
from zcdesk.operations.papers import Filed, Issuer

AT = datetime(2026, 11, 24, 10, 0, tzinfo=HALL_ZONE)
TERMS = Terms(calendar=calendar.load(), policy=Policy(), at=AT)
ISSUER = Issuer(
    hall=Hall(
        id="h",
        name="示例区政务服务中心",
        region="320213",
        phone_consult="0510-0000 0000",
        phone_complaint="0510-0000 0001",
    ),
    window="3",
    clerk="张敏",
    at=AT,
    acceptance_days=2,
    simulated=True,
)
RECEIPT = "320213-26-7K2-00057-A"


def visit(*chosen: Matter, person: Person | None = None) -> Visit:
    seen = Visit(id="v", window="3", started_at="")
    for one in chosen:
        seen = add_matter(seen, one)
    return add_applicants(seen, (person or somebody(),))


def filed(seen: Visit, terms: Terms = TERMS) -> Filed:
    """The first applicant's cases with their numbers, as they are stored."""
    draft = assemble.drafts(seen, terms)[0]
    several_ = len(draft.cases) > 1
    return Filed(
        draft.particulars,
        tuple(
            msgspec.structs.replace(
                case,
                number=f"{RECEIPT}-{n}" if several_ else RECEIPT,
                receipt=RECEIPT,
                query_code="K7Q2M4",
            )
            for n, case in enumerate(draft.cases, 1)
        ),
    )


def texts(value: object) -> list[str]:
    """Every text of a paper."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, msgspec.Struct):
        return [t for field in value.__struct_fields__ for t in texts(getattr(value, field))]
    return [t for part in value for t in texts(part)] if isinstance(value, tuple) else []


def press(seen: Visit, name: str, act) -> Visit:
    row = next(r for r in rows_of(seen) if r.name == name)
    return set_mark(seen, row.key, act(row))


# --- the receipt ---


@pytest.mark.req("R102")
def test_a_receipt_says_who_what_until_when_and_where_to_ask() -> None:
    one = matter("1-1", Material(name="申请表"), promised_days=8)
    paper = papers.receipt(ISSUER, filed(press(visit(one), "申请表", checklist.receive)))
    assert (paper.head.hall, paper.head.number, paper.head.window, paper.head.clerk) == (
        "示例区政务服务中心",
        RECEIPT,
        "3 号窗口",
        "张敏",
    )
    assert (paper.head.at, paper.head.simulated, paper.head.sample) == (AT, True, True)
    assert paper.head.copy_label == "申请人联"
    (line,) = paper.matters
    assert (line.name, line.department, line.limit_text, line.latest_text) == (
        "事项1-1",
        "区行政审批局",
        "自受理之日起 8 个工作日",
        "最迟 2026年12月8日",
    )
    assert (paper.delivery, paper.query_code, paper.acceptance_days) == ("窗口自取", "K7Q2M4", 2)
    assert paper.qr == "R/320213267K200057A/K7Q2M4"
    assert paper.contact.consult == "0510-0000 0000"


@pytest.mark.parametrize(
    ("type_", "days", "text"),
    [
        (MatterType.PROMISED, None, "办理时限以部门确认为准"),
        (None, None, "办理时限以部门确认为准"),
        (MatterType.INSTANT, 0, "当场办结"),
    ],
)
def test_a_matter_without_a_limit_promises_none(
    type_: MatterType | None, days: int | None, text: str
) -> None:
    (line,) = papers.receipt(
        ISSUER, filed(visit(matter("1-1", type=type_, promised_days=days)))
    ).matters
    assert (line.limit_text, line.latest_text) == (text, "")


def test_a_confirmed_list_is_no_sample() -> None:
    one = matter("1-1", confidence=Confidence.CONFIRMED)
    assert not papers.receipt(ISSUER, filed(visit(one))).head.sample
    both = visit(one, matter("1-2"))
    assert papers.receipt(ISSUER, filed(both)).head.sample


@pytest.mark.req("R121", "UX-24")
def test_several_matters_are_one_receipt_that_says_what_serves_which() -> None:
    seen = visit(
        matter("1-1", Material(name="申请表"), Material(name="身份证")),
        matter("1-2", Material(name="登记表"), Material(name="平面图")),
    )
    paper = papers.receipt(ISSUER, filed(seen))
    assert [m.case_number for m in paper.matters] == [f"{RECEIPT}-1", f"{RECEIPT}-2"]
    assert [(m.no, m.name, m.serves) for m in paper.materials] == [
        (1, "综合申请表（一表）", (1, 2)),
        (2, "身份证", (1,)),
        (3, "平面图", (2,)),
    ]
    alone = papers.receipt(ISSUER, filed(visit(matter("1-1", Material(name="身份证")))))
    assert (alone.materials[0].serves, alone.matters[0].case_number) == ((), "")


# --- one line of the list ---

PAPER = Material(
    name="证明",
    form=Form.BOTH,
    copies=2,
    necessity=Necessity.DEFERRABLE,
    shareable=True,
    reason="核",
)
PROXY = Material(name="证明", necessity=Necessity.CONDITIONAL)


@pytest.mark.parametrize(
    ("material", "acts", "form", "counts", "state"),
    [
        (PAPER, (), "验原件收复印件", (2, 0), "未收"),
        (PAPER, ("receive",), "验原件收复印件", (2, 2), "已收"),
        (PAPER, ("compare",), "验原件收复印件", (2, 2), "已收，已核对原件"),
        (PAPER, ("defer",), "验原件收复印件", (2, 0), "容缺，2026年12月1日前补齐"),
        (PAPER, ("miss",), "验原件收复印件", (2, 0), "未收：未带"),
        (PAPER, ("reject",), "验原件收复印件", (2, 2), "不符：未盖章"),
        (PAPER, ("ask", "answer"), "验原件收复印件", (2, 2), "已收，部门确认（李工）"),
        (PAPER, ("share",), "免交", (None, None), "数据共享取得"),
        (PROXY, ("exempt",), "原件", (None, None), "不适用"),
        (Material(name="证明", form=Form.COPY), ("receive",), "复印件", (1, 1), "已收"),
        (Material(name="证明", form=Form.ELECTRONIC), ("receive",), "电子件", (1, 1), "已收"),
    ],
)
def test_what_stands_behind_each_paper(
    material: Material,
    acts: tuple[str, ...],
    form: str,
    counts: tuple[int | None, int | None],
    state: str,
) -> None:
    do = {
        "receive": checklist.receive,
        "compare": checklist.compare,
        "defer": lambda row: checklist.defer(row, "2026-12-01"),
        "miss": lambda row: checklist.miss(row, "未带"),
        "reject": lambda row: checklist.reject(row, "未盖章"),
        "ask": checklist.ask,
        "answer": lambda row: checklist.answer(row, officer="李工", may_receive=True, words=""),
        "share": checklist.share,
        "exempt": lambda row: checklist.exempt(row, "本人办理"),
    }
    seen = visit(matter("1-1", material))
    for act in acts:
        seen = press(seen, "证明", do[act])
    (line,) = papers.receipt(ISSUER, filed(seen)).materials
    assert (line.form_text, (line.due, line.given), line.state) == (form, counts, state)
    assert line.bold is (acts == ("defer",))


def test_papers_on_file_and_voluntary_ones_are_called_so() -> None:
    seen = visit(matter("1-1", Material(name="证明", form=Form.BOTH)))
    who = msgspec.structs.replace(seen.applicant, on_file={"证明": RECEIPT})
    seen = add_voluntary(msgspec.structs.replace(seen, applicants=(who,)), "荣誉证书")
    found = papers.receipt(ISSUER, filed(seen)).materials
    assert [(m.name, m.form_text, m.state) for m in found] == [
        ("证明", "免交", "本厅已存"),
        ("荣誉证书", "原件", "申请人自愿补充"),
    ]


# --- promise, voucher, notice ---


@pytest.mark.req("R103", "R132")
def test_a_promise_lists_only_what_comes_late_and_what_follows() -> None:
    seen = visit(matter("1-1", Material(name="申请表"), PAPER))
    assert papers.promise(ISSUER, filed(seen)) is None
    seen = press(seen, "证明", lambda row: checklist.defer(row, "2026-12-01"))
    paper = papers.promise(ISSUER, filed(seen))
    assert paper is not None
    assert [m.name for m in paper.materials] == ["证明"]
    assert paper.consequence
    assert paper.qr.startswith("P/")


def test_a_voucher_never_asks_for_what_was_voluntary() -> None:
    seen = add_voluntary(visit(matter("1-1", Material(name="申请表"))), "荣誉证书")
    seen = press(seen, "荣誉证书", lambda row: checklist.reject(row, "模糊"))
    insisting = Terms(TERMS.calendar, TERMS.policy, AT, insisted=True)
    paper = papers.voucher(ISSUER, filed(seen, insisting))
    assert [line.name for line in paper.lacks] == ["申请表"]


def test_a_notice_says_what_is_wrong_and_how_to_mend_it() -> None:
    one = matter("1-1", Material(name="身份证", form=Form.BOTH), Material(name="图", copies=3))
    seen = press(visit(one), "身份证", lambda row: checklist.miss(row, "未带"))
    seen = press(seen, "图", lambda row: checklist.reject(row, "未盖章"))
    paper = papers.notice(
        ISSUER,
        number=RECEIPT,
        code="K7Q2M4",
        particulars=filed(seen).particulars,
        agency=Agency.SELF,
        matters=(one,),
        rows=rows_of(seen),
    )
    assert [(x.name, x.problem, x.reason, x.mend) for x in paper.lacks] == [
        ("身份证", "缺", "未带", "补交验原件收复印件 1 份"),
        ("图", "不符", "未盖章", "按要求更正后重新提交，原件 3 份"),
    ]
    assert all(line.where for line in paper.lacks)
    assert (paper.come_back_code, paper.qr) == ("K7Q2M4", "N/320213267K200057A/K7Q2M4")


# --- people on paper ---

UNIT = Person(
    name="示例供水有限公司",
    id_number=with_uscc_check("91320213MA1A2B3C"),
    phone="0510-82830000",
    is_unit=True,
)


@pytest.mark.req("UX-41", "R045")
def test_numbers_are_masked_and_say_what_they_are() -> None:
    found = papers.party(filed(visit(matter("1-1"), person=UNIT)).particulars, Agency.SELF)
    assert (found.id_label, found.id_masked) == (
        "统一社会信用代码",
        UNIT.id_number[:3] + "*" * 11 + UNIT.id_number[-4:],
    )
    assert found.identity_note == "证件信息手工录入"
    seen = set_presenter(visit(matter("1-1"), person=UNIT), somebody(9), Agency.UNIT_CLERK)
    found = papers.party(filed(seen).particulars, Agency.UNIT_CLERK)
    assert (found.agent_kind, found.agent_id_label, found.agent_phone_masked) == (
        "单位经办人",
        "居民身份证",
        "138****0000",
    )
    assert found.identity_note == ""  # who came was read from a card


@pytest.mark.parametrize(
    ("person", "note"),
    [
        (somebody(), ""),
        (Person(name="王", id_number="1", trust=Trust.MANUAL), "证件信息手工录入"),
        (
            Person(name="王", id_number="1", override="户口簿同号"),
            "证件信息手工录入，校验位不符，窗口已核",
        ),
    ],
)
def test_how_the_identity_was_established_stands_on_the_paper(person: Person, note: str) -> None:
    found = papers.party(filed(visit(matter("1-1"), person=person)).particulars, Agency.SELF)
    assert found.identity_note == note


people = st.builds(
    Person,
    name=st.sampled_from(("王桂兰", "古丽·买买提艾力", "𠮷田")),
    id_kind=st.sampled_from(("", *IdKind)),
    id_number=st.integers(0, 999).map(lambda n: with_check_digit(f"32021319880612{n:03d}"))
    | st.integers(0, 9).map(lambda n: with_uscc_check(f"9132021{n}MA1A2B3C")),
    phone=st.integers(10**8, 10**9 - 1).map(lambda n: f"13{n}"),
    trust=st.sampled_from(Trust),
    override=st.sampled_from(("", "户口簿同号")),
)


@pytest.mark.req("UX-41", "UX-48")
@given(several(2), people, people, st.sampled_from(Agency))
def test_no_paper_shows_a_whole_number(
    chosen: tuple[Matter, ...], who: Person, agent: Person, agency: Agency
) -> None:
    seen = set_presenter(visit(*chosen, person=who), agent, agency)
    done = filed(seen)
    made = [papers.receipt(ISSUER, done), papers.promise(ISSUER, done)]
    made.append(papers.summary(ISSUER, RECEIPT, papers.party(done.particulars, agency), [done]))
    for text in texts(tuple(p for p in made if p is not None)):
        assert who.id_number not in text
        assert agent.phone not in text
        assert not BARE_NUMBER.search(text)


# --- fee and slip ---


def test_a_fee_is_a_state_and_a_code_never_a_sum() -> None:
    one = matter("1-1", fee="工本费")
    two = matter("1-2", fee="占用费")
    seen = set_chosen(visit(one, two), Chosen(matter=one, fee=Fee(state=FeeState.DUE, code="JKM7")))
    seen = set_chosen(seen, Chosen(matter=two, fee=Fee(state=FeeState.PAID)))
    assert (
        papers.receipt(ISSUER, filed(seen)).fee_text == "事项1-1：待缴，缴款码 JKM7；事项1-2：已缴"
    )
    assert papers.receipt(ISSUER, filed(visit(matter("1-3")))).fee_text == ""


@pytest.mark.parametrize(("priority", "shown"), [(True, "残疾"), (False, "")])
def test_a_slip_holds_the_number_and_no_name(priority: bool, shown: str) -> None:
    ticket = Ticket(
        id="t",
        number="VA001",
        day="2026-11-24",
        taken_at=AT.isoformat(),
        order="1",
        priority=priority,
        why="残疾",
    )
    slip = papers.slip(ISSUER.hall, ticket, ahead=4, expected=None, windows=("3",))
    assert (slip.category, slip.ahead, slip.priority) == ("综合", 4, shown)
    assert slip.qr == "T/20261124VA001"


# --- summary ---


def test_the_summary_counts_what_each_handed_in() -> None:
    seen = visit(matter("1-1", Material(name="申请表"), Material(name="图")))
    seen = press(seen, "图", checklist.receive)
    done = filed(seen)
    paper = papers.summary(ISSUER, RECEIPT, papers.party(done.particulars, Agency.SELF), [done])
    (row,) = paper.rows
    assert (row.materials, row.matter, row.number) == (1, "事项1-1", RECEIPT)
    assert paper.qr == "S/320213267K200057A"
    assert RowState.RECEIVED in {m.state for m in done.cases[0].materials}

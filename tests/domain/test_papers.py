"""Papers as values: what they refuse, how they word limits, and that they survive storage."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import papers
from zcdesk.domain.matter import Unit
from zcdesk.domain.papers import (
    CustodyLine,
    LackLine,
    MaterialLine,
    MatterLine,
    NoticePaper,
    Paper,
    PaperHead,
    PaperKind,
    Party,
    PromisePaper,
    ReceiptPaper,
    SummaryRow,
    TicketPaper,
    VoucherPaper,
)
from zcdesk.domain.qr import check_payload, qr_payload
from zcdesk.errors import Invalid
from zcdesk.forms.samples import sample

AT = datetime(2026, 11, 24, 10, 31, tzinfo=timezone(timedelta(hours=8)))
HEAD = PaperHead(hall="示例大厅", number="320213-26-7K2-00057-A", at=AT)
PARTY = Party(name="张三", id_masked="320***********4528")
MATTER = MatterLine(no=1, name="出版物零售业务经营许可", department="区委宣传部", days=8)


def field_of(error: pytest.ExceptionInfo[Invalid]) -> tuple[str, str]:
    return error.value.code, error.value.field


@pytest.mark.parametrize("kind", PaperKind)
def test_every_kind_has_a_title_and_survives_storage(kind: PaperKind) -> None:
    paper = sample(kind)
    assert papers.kind_of(paper) is kind
    assert papers.title(paper) == papers.TITLES[kind]
    stored = msgspec.json.encode(paper)
    assert msgspec.json.decode(stored, type=Paper) == paper


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: PaperHead(hall="", number="1", at=AT), "head.hall"),
        (lambda: PaperHead(hall="厅", number=" ", at=AT), "head.number"),
        (lambda: PaperHead(hall="厅", number="1", at=AT.replace(tzinfo=None)), "head.at"),
        (lambda: PaperHead(hall="厅", number="1", at=AT, reprint=1), "head.reprint_by"),
        (lambda: Party(name="　"), "party.name"),
        (lambda: MatterLine(no=1, name="", department="部", days=1), "matter.name"),
        (lambda: MaterialLine(no=1, name=""), "material.name"),
        (lambda: LackLine(no=1, name="执照", problem=""), "lack.problem"),
        (lambda: SummaryRow(no=1, applicant="张三", matter="", number="1"), "row.matter"),
        (lambda: CustodyLine(no=1, name=""), "custody.name"),
        (lambda: ReceiptPaper(head=HEAD, party=PARTY, matters=()), "paper.matters"),
        (lambda: NoticePaper(head=HEAD, party=PARTY, matters=(MATTER,), lacks=()), "notice.lacks"),
        (
            lambda: VoucherPaper(head=HEAD, party=PARTY, matters=(MATTER,), materials=(), lacks=()),
            "voucher.lacks",
        ),
        (
            lambda: PromisePaper(
                head=HEAD,
                party=PARTY,
                matters=(MATTER,),
                materials=(MaterialLine(no=1, name="报告"),),
            ),
            "material.deferred_until",
        ),
        (lambda: TicketPaper(head=HEAD, category="社会民生", ahead=-1), "ticket.ahead"),
    ],
)
def test_a_missing_value_names_its_field(make: object, field: str) -> None:
    with pytest.raises(Invalid) as error:
        make()  # type: ignore[operator]
    assert field_of(error) == ("PAP-01", field)


@pytest.mark.req("UX-41")
@pytest.mark.parametrize("bare", ["320213199006154528", "32020619920130441X", "13800006620"])
@pytest.mark.parametrize(
    "field", ["name", "id_masked", "phone_masked", "agent_id_masked", "agent_phone_masked"]
)
def test_a_bare_number_never_gets_onto_a_paper(field: str, bare: str) -> None:
    with pytest.raises(Invalid) as error:
        Party(**{"name": "张三", field: f"电话{bare}"})
    assert field_of(error) == ("PAP-02", f"party.{field}")
    assert bare not in str(error.value)


def test_masked_and_public_numbers_are_taken() -> None:
    Party(name="示例公司", id_masked="913***********0096", phone_masked="138****6620")
    SummaryRow(no=1, applicant="张三", matter="护士执业注册", number="320213-26-7K2-00061-V")


@pytest.mark.parametrize(
    ("days", "unit", "text"),
    [
        (8, Unit.WORKING, "自受理之日起 8 个工作日"),
        (60, Unit.CALENDAR, "自受理之日起 60 个自然日"),
        (0, Unit.WORKING, "当场办结"),
        (None, Unit.WORKING, "办理时限以部门确认为准"),
    ],
)
def test_a_limit_has_one_wording(days: int | None, unit: Unit, text: str) -> None:
    line = MatterLine(no=1, name="事项", department="部门", days=days, unit=unit)
    assert (line.limit_text, line.latest_text) == (text, "")


def test_a_receipt_gives_at_most_a_latest_date() -> None:
    line = MatterLine(no=1, name="事项", department="部门", days=8, latest=date(2027, 1, 8))
    assert line.latest_text == "最迟 2027年1月8日"
    assert msgspec.structs.replace(line, provisional=True).latest_text == (
        "最迟 2027年1月8日（暂定）"
    )
    for days in (None, 0):
        assert msgspec.structs.replace(line, days=days).latest_text == ""


def test_a_deferred_material_says_until_when() -> None:
    line = MaterialLine(no=1, name="报告", state_text="容缺", deferred_until=date(2026, 12, 1))
    assert line.state == "容缺，2026年12月1日前补齐"


@pytest.mark.req("UX-32")
def test_a_reprint_and_another_copy_change_only_the_head() -> None:
    paper = sample(PaperKind.RECEIPT)
    again = papers.as_reprint(papers.as_copy(paper, "随件联"), 2, "张敏", AT)
    assert (again.head.copy_label, again.head.reprint, again.head.reprint_by) == (
        "随件联",
        2,
        "张敏",
    )
    assert msgspec.structs.replace(again, head=paper.head) == paper


@pytest.mark.req("UX-48")
def test_a_code_holds_kind_number_and_query_code() -> None:
    payload = qr_payload("R", "320213-26-001-00057-x", "k7q2-m4")
    assert payload == "R/3202132600100057X/K7Q2M4"
    assert qr_payload("T", "A057") == "T/A057"


@pytest.mark.req("UX-48")
@given(st.text(max_size=12), st.text(max_size=8))
def test_a_code_is_plain_ascii_or_refused(number: str, code: str) -> None:
    try:
        payload = qr_payload("R", number, code)
    except Invalid:
        return
    assert set(payload) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:.-/")


@pytest.mark.req("UX-48")
@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (("R", "编号57"), "PAP-03"),
        (("R", "57 58"), "PAP-03"),
        (("X", "57"), "PAP-03"),
        (("R", ""), "PAP-03"),
        (("R", "320213199006154528"), "PAP-02"),
        (("R", "57", "32020619920130441X"), "PAP-02"),
        (("R", "13800006620"), "PAP-02"),
    ],
)
def test_a_code_never_shows_a_person(parts: tuple[str, ...], code: str) -> None:
    with pytest.raises(Invalid) as error:
        qr_payload(*parts)
    assert field_of(error) == (code, "qr")


@pytest.mark.req("UX-48")
@pytest.mark.parametrize("payload", ["r/57", "R/57 ", "R/57\n", "R/５７", "R/57|1"])
def test_a_paper_refuses_a_code_a_scanner_would_garble(payload: str) -> None:
    with pytest.raises(Invalid):
        TicketPaper(head=HEAD, category="社会民生", ahead=0, qr=payload)
    with pytest.raises(Invalid):
        check_payload(payload)

"""Papers of a case's life: what each says, counts and leaves room for, and how it lies on A4."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import msgspec
import pypdf
import pytest

from zcdesk.domain.papers import Paper, PaperKind
from zcdesk.domain.papers_guide import FlowStep
from zcdesk.domain.papers_review import AcceptanceGround
from zcdesk.forms import fonts, render, sheet
from zcdesk.forms.blocks import Code, Flow, FlowBox, Heading, Pairs, Signatures, Table, texts
from zcdesk.forms.content import compose
from zcdesk.forms.data import from_data, to_data
from zcdesk.forms.decode import decode
from zcdesk.forms.flowchart import lay as lay_flow
from zcdesk.forms.pdf import lay
from zcdesk.forms.samples import sample

OFFICIAL = [
    PaperKind.ACCEPTANCE,
    PaperKind.REJECTION,
    PaperKind.CORRECTION,
    PaperKind.SPECIAL_STEP,
    PaperKind.EXTENSION,
    PaperKind.GRANT,
    PaperKind.REFUSAL,
    PaperKind.TERMINATION,
]
LISTS = [PaperKind.HANDOVER, PaperKind.RESULT_HANDOVER, PaperKind.DELIVERY_TRANSFER]
LISTS += [PaperKind.POST_LIST]


def with_(kind: PaperKind, **changes: object) -> Paper:
    made: Paper = msgspec.structs.replace(sample(kind), **changes)
    return made


def said(paper: Paper) -> str:
    return "\n".join(texts(compose(paper)))


@pytest.mark.req("R117")
@pytest.mark.parametrize("kind", OFFICIAL)
def test_a_departments_paper_bears_its_name_date_and_room_for_its_seal(kind: PaperKind) -> None:
    paper = sample(kind)
    blocks = compose(paper).blocks
    heading = next(block for block in blocks if isinstance(block, Heading))
    code = next(block for block in blocks if isinstance(block, Code))
    assert heading.hall == paper.authority != paper.head.hall
    assert code.issued[0] == paper.authority
    day = paper.head.at
    assert code.issued[1] == f"{day.year}年{day.month}月{day.day}日"
    assert "印章" in code.seal
    assert paper.document_number in said(paper)
    assert re.search(r"〔2026〕[1-9]\d*号", paper.document_number)
    plain = msgspec.structs.replace(paper, document_number="")
    assert f"办件编号：{paper.head.number}" in said(plain)


def test_the_firm_date_stands_on_the_acceptance_only() -> None:
    assert "2026年12月7日前作出决定" in said(sample(PaperKind.ACCEPTANCE))
    assert "最迟" not in said(sample(PaperKind.ACCEPTANCE))
    line = msgspec.structs.replace(sample(PaperKind.ACCEPTANCE).matters[0], provisional=True)
    assert "前作出决定（暂定）" in said(with_(PaperKind.ACCEPTANCE, matters=(line,)))
    assert "作出决定" not in said(sample(PaperKind.RECEIPT))


def test_a_case_nobody_answered_is_accepted_by_law() -> None:
    paper = with_(
        PaperKind.ACCEPTANCE, ground=AcceptanceGround.DEEMED, accepted_on=date(2026, 11, 24)
    )
    text = said(paper)
    assert "5 个工作日内没有告知需要补正" in text
    assert "即 2026年11月24日起视为受理" in text


def test_a_second_return_owns_up_to_new_points() -> None:
    text = said(sample(PaperKind.CORRECTION))
    assert "本次为第 2 次告知" in text
    assert "缺\n新提出" in text
    lacks = tuple(
        msgspec.structs.replace(lack, new_point=False)
        for lack in sample(PaperKind.CORRECTION).lacks
    )
    first = said(with_(PaperKind.CORRECTION, times=1, lacks=lacks))
    assert "次告知。" not in first
    assert "新提出" not in first
    assert "请在 2026年12月4日前" in said(with_(PaperKind.CORRECTION, until=date(2026, 12, 4)))


def test_the_clock_stops_and_the_limit_grows_by_the_articles() -> None:
    special = said(sample(PaperKind.SPECIAL_STEP))
    assert "第四十五条" in special
    assert "3 个工作日" in special
    assert "需要的时间另行告知" in special
    assert "《地方条例》" in said(with_(PaperKind.SPECIAL_STEP, basis="《地方条例》第五条"))
    longer = said(sample(PaperKind.EXTENSION))
    assert "第四十二条" in longer
    assert (
        "经本机关负责人批准，办理期限延长 10 个工作日，本机关在 2026年12月21日前作出决定" in longer
    )


@pytest.mark.req("R107")
def test_a_grant_says_how_long_and_a_receipt_of_it_is_signed() -> None:
    text = said(sample(PaperKind.GRANT))
    assert "2026年12月4日至 2030年12月3日" in text
    assert "10 个工作日内颁发、送达" in text
    assert "届满 30 个工作日前" in text
    assert "届满" not in said(with_(PaperKind.GRANT, valid_until=None))
    assert "自 2026年12月4日起长期有效" in said(with_(PaperKind.GRANT, valid_until=None))
    delivery = said(sample(PaperKind.DELIVERY))
    assert "签收的日期为送达日期" in delivery
    assert "原卫生许可证正本" in delivery


def test_an_amended_receipt_cites_the_void_one() -> None:
    paper = sample(PaperKind.AMENDED_RECEIPT)
    text = said(paper)
    assert f"原收件通知书（编号 {paper.replaces}，2026年11月24日）" in text
    assert "窗口自取\n邮寄" in text
    assert "138****6602\n138****6620" in text


def test_lists_count_their_own_rows() -> None:
    assert "共 4 件，材料 14 种，其中原件 8 份、复印件 11 份" in said(sample(PaperKind.HANDOVER))
    results = said(sample(PaperKind.RESULT_HANDOVER))
    assert "共 3 件，核对一致并接收 2 件，不予接收 1 件" in results
    assert "不予接收：证书上的姓名与收件信息不一致" in results
    assert "共 3 种 8 份" in said(sample(PaperKind.MATERIALS_RETURN))
    archive = sample(PaperKind.ARCHIVE)
    assert "共 9 件，纸质 32 页，电子 2 件" in said(archive)
    assert archive.items[5].digest[:16] in said(archive)


@pytest.mark.req("R106")
def test_a_result_not_compared_yet_is_neither_taken_nor_refused() -> None:
    rows = sample(PaperKind.RESULT_HANDOVER).rows
    open_ = tuple(msgspec.structs.replace(row, agrees=None) for row in rows[:1])
    text = said(with_(PaperKind.RESULT_HANDOVER, rows=(*open_, *rows[1:])))
    assert "共 3 件，核对一致并接收 1 件，不予接收 1 件" in text


@pytest.mark.parametrize("count", range(4, 20))
def test_what_is_filled_in_stays_with_who_signs(count: int) -> None:
    entry = sample(PaperKind.REENTRY).entries[0]
    entries = tuple(msgspec.structs.replace(entry, no=no) for no in range(count))
    laid = lay(compose(with_(PaperKind.REENTRY, entries=entries)))
    last = [text.text for text in laid.pages[-1].texts]
    assert "平台编号" in last
    assert "核对人：" in last


@pytest.mark.parametrize("kind", [*LISTS, PaperKind.DELIVERY, PaperKind.MATERIALS_RETURN])
def test_both_sides_sign(kind: PaperKind) -> None:
    block = next(b for b in compose(sample(kind)).blocks if isinstance(b, Signatures))
    assert len(block.labels) == 2


def test_what_is_filled_in_by_hand_has_room() -> None:
    paper = sample(PaperKind.REENTRY)
    pairs = [b for b in compose(paper).blocks if isinstance(b, Pairs)][-1].pairs
    assert [(pair.label, pair.value) for pair in pairs] == [("平台编号", "")]
    assert "平台编号：____" in decode(render(paper, "escpos58"), 32).text
    reply = [b for b in compose(sample(PaperKind.SUPERVISION)).blocks if isinstance(b, Table)][-1]
    assert reply.rows[0].cells[0].count("\n") >= 3


@pytest.mark.parametrize("kind", PaperKind)
def test_only_lists_of_many_columns_lie_across(kind: PaperKind) -> None:
    page = pypdf.PdfReader(io.BytesIO(render(sample(kind)))).pages[0]
    assert (page.mediabox.width > page.mediabox.height) == (kind in LISTS)


def on_the_page(laid: sheet.Sheet) -> list[str]:
    for page in laid.pages:
        for text in page.texts:
            wide = fonts.width(text.text, text.size, bold=text.bold)
            wide += text.tracking * (len(text.text) - 1)
            assert text.x >= sheet.LEFT - 0.01
            assert text.x + wide <= laid.right + 0.01
            assert 20 < text.y < laid.height - 20
    return [text.text for page in laid.pages for text in page.texts]


@pytest.mark.parametrize("kind", PaperKind)
def test_nothing_runs_off_the_page(kind: PaperKind) -> None:
    assert on_the_page(lay(compose(sample(kind))))


FIXED = {"kind", "qr", "unit", "ground", "replaces", "replaced_by"}
WIDE = "无锡市梁溪区示例建设投资发展集团有限公司" * 8


def stretched(part: Any, words: str) -> Any:
    """Put long words in place of every text that is free."""
    if isinstance(part, list):
        return [stretched(one, words) for one in part]
    if isinstance(part, dict):
        return {k: v if k in FIXED else stretched(v, words) for k, v in part.items()}
    is_date = isinstance(part, str) and re.match(r"\d{4}-\d\d-\d\d", part)
    return words if isinstance(part, str) and not is_date else part


@pytest.mark.parametrize(
    "words",
    [WIDE, "W" * 170, "𬎆" * 90, "一 二\n三" * 30],
    ids=["unit", "latin", "rare", "lines"],
)
@pytest.mark.parametrize("kind", PaperKind)
def test_the_longest_words_run_off_nothing(kind: PaperKind, words: str) -> None:
    raw = stretched(to_data(sample(kind)), words)
    raw["head"] |= {"reprint": 2, "reprint_by": words, "reprint_at": "2026-11-24T10:31:00+08:00"}
    paper = from_data(kind, raw)
    document = compose(paper)
    slip = decode(render(paper, "escpos58"), 32)
    assert (slip.overflows, slip.unknown) == ((), ())
    found = re.sub(r"\s", "", "".join(on_the_page(lay(document))))
    unsaid = {raw.get("qr"), *(b.empty for b in document.blocks if isinstance(b, Table))}
    said = [text for block in document.blocks for text in texts(block) if text not in unsaid]
    wanted = {re.sub(r"\s", "", text) for text in said}
    assert all(text in found for text in wanted if len(text) < 20)
    assert found.count(words[:3].replace(" ", "")) >= len(said) / 4


@pytest.mark.parametrize("lines", range(0, 40, 3))
@pytest.mark.parametrize("kind", [*OFFICIAL, PaperKind.PROMISE, PaperKind.DELIVERY])
def test_a_tables_head_never_stands_alone(kind: PaperKind, lines: int) -> None:
    raw = to_data(sample(kind))
    raw["party"]["id_label"] = "证" * 4 * lines  # pushes the table down the page
    for page in lay(compose(from_data(kind, raw))).pages:
        below = max(page.texts, key=lambda text: -text.y if text.y > 50 else -1000)
        assert below.text != "序号"


@pytest.mark.req("R105")
def test_two_hundred_cases_are_handed_over_page_by_page() -> None:
    rows = tuple(
        msgspec.structs.replace(sample(PaperKind.HANDOVER).rows[1], no=no, matter=f"第{no:03d}项")
        for no in range(1, 201)
    )
    laid = lay(compose(with_(PaperKind.HANDOVER, rows=rows)))
    found = "".join(on_the_page(laid))
    assert re.findall(r"第(\d{3})项", found) == [f"{no:03d}" for no in range(1, 201)]
    assert len(laid.pages) > 15
    for page in laid.pages:
        words = [text.text for text in page.texts]
        assert words.count("办件编号") == 1
    last = "".join(text.text for text in laid.pages[-1].texts)
    assert "第200项" in last
    assert "接收人（部门）签字" in last


@pytest.mark.parametrize("count", range(1, 14))
def test_a_list_never_signs_on_an_empty_page(count: int) -> None:
    row = sample(PaperKind.RESULT_HANDOVER).rows[0]
    rows = tuple(msgspec.structs.replace(row, no=no, result=f"结果{no}") for no in range(count))
    laid = lay(compose(with_(PaperKind.RESULT_HANDOVER, rows=rows)))
    last = [text.text for text in laid.pages[-1].texts]
    assert f"结果{count - 1}" in last
    assert any("签字" in text for text in last)


@pytest.mark.req("R112")
@pytest.mark.parametrize("count", [1, 3, 9, 40])
def test_a_flow_of_any_length_stays_on_its_pages(count: int) -> None:
    steps = tuple(
        FlowStep(name=f"环节{n}", by="部门", limit="当场", asides=("退回" * 20, "转办")[: n % 3])
        for n in range(count)
    )
    found = on_the_page(lay(compose(with_(PaperKind.FLOW, steps=steps))))
    assert [text for text in found if text.startswith("环节")] == [f"环节{n}" for n in range(count)]


def test_a_step_higher_than_a_page_is_still_told_whole() -> None:
    words = "".join(f"第{n:04d}句，" for n in range(900))
    laid = sheet.Sheet()
    lay_flow(laid, Flow((FlowBox("受理", ("部门",), (words,)), FlowBox("决定"))))
    found = "".join(text for text in on_the_page(laid) if text not in ("环节", "受理", "部门"))
    assert re.findall(r"第(\d{4})句", found) == [f"{n:04d}" for n in range(900)]


def test_a_guide_without_a_list_says_so() -> None:
    assert "材料清单待办理部门确认" in said(with_(PaperKind.GUIDE, materials=()))
    first, second = (
        b for b in compose(sample(PaperKind.MATERIAL_LIST)).blocks if isinstance(b, Table)
    )
    assert second.rows[0].cells[1] == "营业执照"
    assert "营业执照" not in [row.cells[1] for row in first.rows]
    assert [row.cells[0] for row in first.rows] == list("123456")

"""How every slip breaks its lines, ordinary and crowded, at 58 and 80 mm."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.forms.extreme_papers import crowded
from zcdesk.domain.papers import Paper, PaperKind
from zcdesk.domain.printer_profile import GENERIC
from zcdesk.forms import render
from zcdesk.forms.blocks import texts
from zcdesk.forms.content import compose
from zcdesk.forms.decode import Line, Printed, Qr, decode
from zcdesk.forms.samples import sample
from zcdesk.forms.strip import visible
from zcdesk.forms.wrap import NO_END, NO_START

ARROW = "↓"
WHOLE = re.compile(
    r"\d{4}年\d+月\d+日(?: \d\d:\d\d(?! 前))?|\d\d:\d\d 前|第 \d+ 次|〔\d{4}〕\d+号"
    r"|\d+ (?:个工作日|日|件|份|名|种|次|分钟)|\d{4}-\d{4} \d{4}|[0-9A-Za-z][!-~]*[0-9A-Za-z*]"
    r"|（[^（）]{1,5}）"
)
"""What is read as one: a date, a number and its unit, a code, short brackets."""


def slip_of(paper: Paper, width: int) -> Printed:
    return decode(render(paper, f"escpos{width}"), GENERIC[width])  # type: ignore[arg-type]


@pytest.mark.parametrize("width", GENERIC)
@pytest.mark.parametrize("make", [sample, crowded])
@pytest.mark.parametrize("kind", PaperKind)
def test_lines_are_broken_where_a_reader_would(
    kind: PaperKind, make: Callable[[PaperKind], Paper], width: int
) -> None:
    paper = make(kind)
    slip = slip_of(paper, width)
    lines = [line.strip(" ") for line in slip.text.split("\n")]
    shown = [line for line in lines if line]
    assert [line for line in shown if line[0] in NO_START or line[-1] in NO_END] == []
    assert [line for line in shown if line[0] == "　" and not re.match("　　[^　]", line)] == []
    assert [line for line in shown if len(line.strip("，。；：")) == 1 and line != ARROW] == []
    said = {text for text in texts(compose(paper).blocks) if text != getattr(paper, "qr", "")}
    wanted = {part for text in said for part in WHOLE.findall(visible(text))}
    assert {part for part in wanted if part not in slip.text} == set()


@pytest.mark.parametrize("width", GENERIC)
@pytest.mark.parametrize("kind", PaperKind)
def test_codes_have_white_and_signatures_room(kind: PaperKind, width: int) -> None:
    slip = slip_of(sample(kind), width)
    for number, item in enumerate(slip.items):
        if isinstance(item, Qr):
            assert [slip.items[number - 1], slip.items[number + 1]] == [Line()] * 2
    blanks = [line for line in slip.text.split("\n") if "__" in line]
    assert all(line.count("_") >= 12 for line in blanks)


def test_a_paper_s_day_stands_above_the_days_of_those_who_sign() -> None:
    lines = slip_of(sample(PaperKind.RECEIPT), 58).text.split("\n")
    day, signed = lines.index("2026年11月24日"), lines.index("年　　月　　日")
    assert day < signed
    assert "（收件专用章）" in lines[day - 8 : day]


def test_a_numbered_list_says_what_it_lists() -> None:
    lines = slip_of(sample(PaperKind.RECEIPT), 58).text.split("\n")
    before_first = [before for before, line in pairwise(lines) if line.startswith("1. ")]
    assert before_first == ["办理事项", "申请材料"]


def test_rows_that_are_only_counted_stand_behind_their_number() -> None:
    text = slip_of(sample(PaperKind.RECOVERY), 58).text
    assert "1. 第一组 0123  第二组 4567\n   第三组 89AB  第四组 CDEF\n2. " in text
    assert "收件量\n  本期 3120  上期 2988\n" in slip_of(sample(PaperKind.REPORT), 58).text


def test_parts_of_a_value_are_told_apart() -> None:
    text = slip_of(sample(PaperKind.HANDOVER), 58).text
    assert "     单位卫生管理组织和制度\n       （原1）\n     建设项目" in text


def test_room_for_an_answer_begins_right_below_its_question() -> None:
    text = slip_of(sample(PaperKind.SUPERVISION), 58).text
    assert re.search(r"-\n处理情况（由承办部门填写）：\n(?: *\n){5}", text)


def test_a_value_with_little_room_beside_its_label_stands_below_it() -> None:
    text = slip_of(sample(PaperKind.RECEIPT), 58).text
    assert "   承诺时限：\n     自受理之日起 8 个工作日\n     最迟 2026年12月8日\n" in text
    text = slip_of(sample(PaperKind.NOTICE), 80).text
    assert "   怎样补、到哪里补：\n     提交延续后的许可证，原件核对后退还\n" in text


def test_a_rule_stands_where_one_thing_ends() -> None:
    rule = "-" * 32
    text = slip_of(sample(PaperKind.GUIDE), 58).text
    assert f"书面告知。\n{rule}\n办理地点：" in text
    text = slip_of(sample(PaperKind.REPORT), 58).text
    assert f"{rule}\n一、收件与办结\n收件量\n" in text
    text = slip_of(sample(PaperKind.GRANT), 58).text
    assert "决定准予行政许可：\n许可内容：" in text


def test_what_disagrees_is_set_off_where_it_is_told() -> None:
    slip = slip_of(sample(PaperKind.RESULT_HANDOVER), 80)
    assert re.search(r" 1 份\n   核对：不一致\n   领取时收取：无\n", slip.text)
    told = {
        item.text.strip(): item.glyphs[-1].style.bold
        for item in slip.items
        if isinstance(item, Line) and "核对：" in item.text
    }
    assert told == {"核对：一致": False, "核对：不一致": True}

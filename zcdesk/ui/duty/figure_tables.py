"""Tables behind the figures of a period, as they are shown, copied and exported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from zcdesk.domain.figures import BY_KEY, NOTHING, Figure, Tally, Way, number, text
from zcdesk.domain.sheet import Sheet
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.assessment import Assessed
    from zcdesk.operations.figures import Behind, Measured

TITLES = (
    QT_TRANSLATE_NOOP("figures", "取号量"),
    QT_TRANSLATE_NOOP("figures", "弃号率"),
    QT_TRANSLATE_NOOP("figures", "自助取号率"),
    QT_TRANSLATE_NOOP("figures", "预约量"),
    QT_TRANSLATE_NOOP("figures", "预约履约率"),
    QT_TRANSLATE_NOOP("figures", "等候时间中位数"),
    QT_TRANSLATE_NOOP("figures", "窗口办理时间中位数"),
    QT_TRANSLATE_NOOP("figures", "收件量"),
    QT_TRANSLATE_NOOP("figures", "网上申报率"),
    QT_TRANSLATE_NOOP("figures", "一件事办件量"),
    QT_TRANSLATE_NOOP("figures", "窗口一次性告知"),
    QT_TRANSLATE_NOOP("figures", "一次性告知率"),
    QT_TRANSLATE_NOOP("figures", "材料交接准时率"),
    QT_TRANSLATE_NOOP("figures", "受理答复及时率"),
    QT_TRANSLATE_NOOP("figures", "退回率"),
    QT_TRANSLATE_NOOP("figures", "容缺按期补齐率"),
    QT_TRANSLATE_NOOP("figures", "办结量"),
    QT_TRANSLATE_NOOP("figures", "按时办结率"),
    QT_TRANSLATE_NOOP("figures", "平均审查环节"),
    QT_TRANSLATE_NOOP("figures", "最多跑一次率"),
    QT_TRANSLATE_NOOP("figures", "群众满意率"),
    QT_TRANSLATE_NOOP("figures", "差评按期整改率"),
    QT_TRANSLATE_NOOP("figures", "投诉按期答复率"),
    QT_TRANSLATE_NOOP("figures", "咨询按期答复率"),
    QT_TRANSLATE_NOOP("figures", "二次录入耗时"),
)
MEANINGS = (
    QT_TRANSLATE_NOOP("figures", "当日取出的号"),
    QT_TRANSLATE_NOOP("figures", "未办理即离开或过期的号 ÷ 取号量"),
    QT_TRANSLATE_NOOP("figures", "在自助机或网上自己取的号 ÷ 取号量"),
    QT_TRANSLATE_NOOP("figures", "当日已取号或已失约的预约，取消的不计"),
    QT_TRANSLATE_NOOP("figures", "按时取号的预约 ÷ 预约量"),
    QT_TRANSLATE_NOOP("figures", "从取号（预约从约定时间）到叫号，取中位数"),
    QT_TRANSLATE_NOOP("figures", "从到窗到办结离窗，取中位数"),
    QT_TRANSLATE_NOOP("figures", "收件且未作废、未并案的办件"),
    QT_TRANSLATE_NOOP("figures", "由网上申报转入的办件 ÷ 收件量"),
    QT_TRANSLATE_NOOP("figures", "按一件事套餐一次收下的办件"),
    QT_TRANSLATE_NOOP("figures", "窗口开出的一次性告知书"),
    QT_TRANSLATE_NOOP("figures", "退回补正后没有再提新问题的办件 ÷ 退回补正的办件"),
    QT_TRANSLATE_NOOP("figures", "在规定时点前交接的办件 ÷ 应交接的办件"),
    QT_TRANSLATE_NOOP("figures", "时限内受理、退回或不予受理 ÷ 全部答复"),
    QT_TRANSLATE_NOOP("figures", "首次答复为退回补正的办件 ÷ 首次答复的办件"),
    QT_TRANSLATE_NOOP("figures", "按期补交的容缺材料 ÷ 到期的容缺材料"),
    QT_TRANSLATE_NOOP("figures", "作出决定的办件"),
    QT_TRANSLATE_NOOP("figures", "承诺期限内决定的办件 ÷ 有期限且已决定的办件"),
    QT_TRANSLATE_NOOP("figures", "已决定办件的审查环节数，取平均"),
    QT_TRANSLATE_NOOP("figures", "申请人至多到场一次的办件 ÷ 已送达的办件"),
    QT_TRANSLATE_NOOP("figures", "基本满意以上的评价 ÷ 全部评价"),
    QT_TRANSLATE_NOOP("figures", "期限内整改、答复并回访的差评 ÷ 计入的差评"),
    QT_TRANSLATE_NOOP("figures", "期限内答复的投诉 ÷ 收到的投诉"),
    QT_TRANSLATE_NOOP("figures", "期限内答复的咨询 ÷ 收到的咨询"),
    QT_TRANSLATE_NOOP("figures", "把办件再录入其他系统所用的分钟数"),
)
"""Marked here for translation; `domain.figures` is where they are said."""

_MARKED = (
    QT_TRANSLATE_NOOP("sheets", "指标"),
    QT_TRANSLATE_NOOP("sheets", "本期"),
    QT_TRANSLATE_NOOP("sheets", "上期"),
    QT_TRANSLATE_NOOP("sheets", "去年同期"),
    QT_TRANSLATE_NOOP("sheets", "分子"),
    QT_TRANSLATE_NOOP("sheets", "分母"),
    QT_TRANSLATE_NOOP("sheets", "日期"),
    QT_TRANSLATE_NOOP("sheets", "计入"),
    QT_TRANSLATE_NOOP("sheets", "说明"),
    QT_TRANSLATE_NOOP("sheets", "姓名"),
    QT_TRANSLATE_NOOP("sheets", "权重"),
    QT_TRANSLATE_NOOP("sheets", "得分"),
    QT_TRANSLATE_NOOP("sheets", "件次"),
)
PARTS = ("received", "decided", "on_time", "answer", "returned", "handover", "promise", "reentry")
DESKS = ("received", "handling", "returned", "notices", "satisfied")


MINUTES = QT_TRANSLATE_NOOP("figures", "分钟")


def title_of(figure: Figure) -> str:
    """Return the name of a figure in the language of the program."""
    return words("figures", figure.title)


def figure_words(figure: Figure, value: float | None) -> str:
    """Write a figure for a screen, its unit in the language of the program."""
    said, _, unit = text(figure, value).partition(" ")
    return f"{said} {words('figures', MINUTES)}" if unit else said


def measured(title: str, rows: tuple[Measured, ...]) -> Sheet:
    """Every figure of a period with what it was made of."""
    return Sheet(
        title=title,
        headings=("指标", "本期", "上期", "去年同期", "分子", "分母"),
        rows=tuple(
            (
                title_of(one.figure),
                figure_words(one.figure, one.value),
                figure_words(one.figure, one.before),
                figure_words(one.figure, one.year_ago),
                one.tally.hits if one.figure.way is Way.RATE else "",
                one.tally.total,
            )
            for one in rows
        ),
        keys=tuple(f"behind/{one.key}///" for one in rows),
    )


def behind(title: str, rows: tuple[Behind, ...], *, more: bool) -> Sheet:
    """What is behind one figure; a case opens."""
    yes = words("sheets", QT_TRANSLATE_NOOP("sheets", "是"))
    return Sheet(
        title=title,
        headings=("日期", "编号", "部门", "窗口", "计入", "说明"),
        rows=tuple(
            (
                one.day,
                one.number or one.subject.partition(":")[2][:8],
                one.department,
                one.window,
                yes if one.hit else "—",
                one.about if not one.subject.startswith("rating:") else "",
            )
            for one in rows
        ),
        keys=tuple(one.subject if one.subject.startswith("case:") else "" for one in rows),
        more=more,
    )


def grouped(
    title: str, heading: str, found: Mapping[str, Mapping[str, Tally]], keys: tuple[str, ...]
) -> Sheet:
    """One row for each department or window, one column for each figure."""
    shown = [BY_KEY[key] for key in keys]
    part = "{}//" if heading == "部门" else "/{}/"
    return Sheet(
        title=title,
        headings=(heading, *(title_of(figure) for figure in shown)),
        rows=tuple((name, *(_text(figure, found[name]) for figure in shown)) for name in found),
        keys=tuple(f"behind/received/{part.format(name)}" for name in found),
    )


def reasons(title: str, found: tuple[tuple[str, int], ...]) -> Sheet:
    """Why cases were returned."""
    return Sheet(title=title, headings=("原因", "件次"), rows=found, keys=("",) * len(found))


def assessed(title: str, rows: tuple[Assessed, ...], least: int) -> Sheet:
    """The assessment sheet; a person opens to their numbers, a number to its cases."""
    shown = tuple(one.figure for one in rows[0].indicators) if rows else ()
    few = words("sheets", QT_TRANSLATE_NOOP("sheets", "不足 {n} 件")).format(n=least)
    return Sheet(
        title=title,
        headings=("姓名", *(title_of(figure) for figure in shown), "得分"),
        rows=tuple(
            (
                one.name,
                *(
                    few if i.value is None and i.count < least else figure_words(i.figure, i.value)
                    for i in one.indicators
                ),
                "—" if one.score is None else f"{one.score:.1f}",
            )
            for one in rows
        ),
        keys=tuple(f"person/{one.staff_no}" for one in rows),
    )


def person(one: Assessed, least: int) -> Sheet:
    """One person's numbers, each of which opens to its cases."""
    few = words("sheets", QT_TRANSLATE_NOOP("sheets", "不足 {n} 件")).format(n=least)
    return Sheet(
        title=one.name,
        headings=("指标", "本期", "分母", "权重"),
        rows=tuple(
            (
                title_of(i.figure),
                few if i.value is None and i.count < least else figure_words(i.figure, i.value),
                i.count,
                i.weight,
            )
            for i in one.indicators
        ),
        keys=tuple(f"behind/{i.key}///{one.staff_no}" for i in one.indicators),
    )


def _text(figure: Figure, tallies: Mapping[str, Tally]) -> str:
    return figure_words(figure, number(figure, tallies.get(figure.kind.value, NOTHING)))

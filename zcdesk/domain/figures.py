"""The figures a hall lives by (rules 6), each defined once: which facts, counted how.

A figure of a period is a denominator of facts of one kind and the hits among them, so it can
always be opened to the cases behind it. A rate of nothing is no number, never 0 or 100.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import msgspec

from zcdesk.domain.facts import FactKind


class Way(StrEnum):
    """How facts become one number.

    Attributes:
        COUNT: how many facts. RATE: hits among them. MEDIAN: of their seconds, in minutes.
        MINUTES: their seconds added up, in minutes. MEAN: of their values.
    """

    COUNT = "count"
    RATE = "rate"
    MEDIAN = "median"
    MINUTES = "minutes"
    MEAN = "mean"


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure.

    Attributes:
        title: as papers print it. means: the definition in one sentence, for screen and report.
        rises: whether more is better; None where neither is.
        by_department, by_clerk: what it can be told apart by.
    """

    key: str
    title: str
    kind: FactKind
    way: Way
    means: str
    rises: bool | None = None
    by_department: bool = True
    by_clerk: bool = False


_K, _W = FactKind, Way

FIGURES: tuple[Figure, ...] = (
    Figure(
        key="tickets",
        title="取号量",
        kind=_K.TAKEN,
        way=_W.COUNT,
        means="当日取出的号",
        by_department=False,
    ),
    Figure(
        key="gone",
        title="弃号率",
        kind=_K.TAKEN,
        way=_W.RATE,
        means="未办理即离开或过期的号 ÷ 取号量",
        rises=False,
        by_department=False,
    ),
    Figure(
        key="by_self",
        title="自助取号率",
        kind=_K.BY_SELF,
        way=_W.RATE,
        means="在自助机或网上自己取的号 ÷ 取号量",
        rises=True,
        by_department=False,
    ),
    Figure(
        key="bookings",
        title="预约量",
        kind=_K.BOOKED,
        way=_W.COUNT,
        means="当日已取号或已失约的预约，取消的不计",
        by_department=False,
    ),
    Figure(
        key="kept",
        title="预约履约率",
        kind=_K.BOOKED,
        way=_W.RATE,
        means="按时取号的预约 ÷ 预约量",
        rises=True,
        by_department=False,
    ),
    Figure(
        key="wait",
        title="等候时间中位数",
        kind=_K.WAITED,
        way=_W.MEDIAN,
        means="从取号（预约从约定时间）到叫号，取中位数",
        rises=False,
        by_department=False,
    ),
    Figure(
        key="handling",
        title="窗口办理时间中位数",
        kind=_K.SERVED,
        way=_W.MEDIAN,
        means="从到窗到办结离窗，取中位数",
        rises=False,
        by_department=False,
        by_clerk=True,
    ),
    Figure(
        key="received",
        title="收件量",
        kind=_K.RECEIVED,
        way=_W.COUNT,
        means="收件且未作废、未并案的办件",
        by_clerk=True,
    ),
    Figure(
        key="online",
        title="网上申报率",
        kind=_K.RECEIVED,
        way=_W.RATE,
        means="由网上申报转入的办件 ÷ 收件量",
        rises=True,
    ),
    Figure(
        key="packages",
        title="一件事办件量",
        kind=_K.PACKAGED,
        way=_W.COUNT,
        means="按一件事套餐一次收下的办件",
        rises=True,
        by_clerk=True,
    ),
    Figure(
        key="notices",
        title="窗口一次性告知",
        kind=_K.NOTICED,
        way=_W.COUNT,
        means="窗口开出的一次性告知书",
        by_department=False,
        by_clerk=True,
    ),
    Figure(
        key="told_once",
        title="一次性告知率",
        kind=_K.TOLD_ONCE,
        way=_W.RATE,
        means="退回补正后没有再提新问题的办件 ÷ 退回补正的办件",
        rises=True,
        by_clerk=True,
    ),
    Figure(
        key="handover",
        title="材料交接准时率",
        kind=_K.HANDED,
        way=_W.RATE,
        means="在规定时点前交接的办件 ÷ 应交接的办件",
        rises=True,
    ),
    Figure(
        key="answer",
        title="受理答复及时率",
        kind=_K.ANSWERED,
        way=_W.RATE,
        means="时限内受理、退回或不予受理 ÷ 全部答复",
        rises=True,
    ),
    Figure(
        key="returned",
        title="退回率",
        kind=_K.RETURNED,
        way=_W.RATE,
        means="首次答复为退回补正的办件 ÷ 首次答复的办件",
        rises=False,
        by_clerk=True,
    ),
    Figure(
        key="promise",
        title="容缺按期补齐率",
        kind=_K.PROMISE,
        way=_W.RATE,
        means="按期补交的容缺材料 ÷ 到期的容缺材料",
        rises=True,
        by_clerk=True,
    ),
    Figure(
        key="decided",
        title="办结量",
        kind=_K.DECIDED,
        way=_W.COUNT,
        means="作出决定的办件",
    ),
    Figure(
        key="on_time",
        title="按时办结率",
        kind=_K.ON_TIME,
        way=_W.RATE,
        means="承诺期限内决定的办件 ÷ 有期限且已决定的办件",
        rises=True,
    ),
    Figure(
        key="steps",
        title="平均审查环节",
        kind=_K.DECIDED,
        way=_W.MEAN,
        means="已决定办件的审查环节数，取平均",
        rises=False,
    ),
    Figure(
        key="one_visit",
        title="最多跑一次率",
        kind=_K.ONE_VISIT,
        way=_W.RATE,
        means="申请人至多到场一次的办件 ÷ 已送达的办件",
        rises=True,
        by_clerk=True,
    ),
    Figure(
        key="satisfied",
        title="群众满意率",
        kind=_K.RATED,
        way=_W.RATE,
        means="基本满意以上的评价 ÷ 全部评价",
        rises=True,
        by_department=False,
        by_clerk=True,
    ),
    Figure(
        key="mended",
        title="差评按期整改率",
        kind=_K.MENDED,
        way=_W.RATE,
        means="期限内整改、答复并回访的差评 ÷ 计入的差评",
        rises=True,
        by_department=False,
    ),
    Figure(
        key="complaints",
        title="投诉按期答复率",
        kind=_K.COMPLAINED,
        way=_W.RATE,
        means="期限内答复的投诉 ÷ 收到的投诉",
        rises=True,
    ),
    Figure(
        key="consultations",
        title="咨询按期答复率",
        kind=_K.CONSULTED,
        way=_W.RATE,
        means="期限内答复的咨询 ÷ 收到的咨询",
        rises=True,
    ),
    Figure(
        key="reentry",
        title="二次录入耗时",
        kind=_K.REENTERED,
        way=_W.MINUTES,
        means="把办件再录入其他系统所用的分钟数",
        rises=False,
    ),
)
"""In the order they are shown."""

BY_KEY: Mapping[str, Figure] = MappingProxyType({figure.key: figure for figure in FIGURES})

TIMED = frozenset(figure.kind for figure in FIGURES if figure.way is Way.MEDIAN)
"""Facts whose single values are wanted, not only their sums."""


class Tally(msgspec.Struct, frozen=True, omit_defaults=True):
    """Facts of one kind, counted: how many, the hits, the values' sum and their median."""

    total: int = 0
    hits: int = 0
    value: int = 0
    median: float = 0.0


NOTHING = Tally()


def number(figure: Figure, tally: Tally) -> float | None:
    """Return the figure: a count, a share from 0 to 1, minutes or a mean; None of nothing."""
    if figure.way is Way.COUNT:
        return float(tally.total)
    if figure.way is Way.MINUTES:
        return tally.value / 60
    if not tally.total:
        return None
    if figure.way is Way.RATE:
        return tally.hits / tally.total
    return tally.median / 60 if figure.way is Way.MEDIAN else tally.value / tally.total


def text(figure: Figure, value: float | None) -> str:
    """Write a figure as papers and screens show it; a dash where there is nothing to count."""
    if value is None:
        return "—"
    match figure.way:
        case Way.COUNT:
            return f"{value:.0f}"
        case Way.RATE:
            return f"{value * 100:.1f}%"
        case Way.MEDIAN | Way.MINUTES:
            return f"{value:.0f} 分钟" if value >= 10 or value == 0 else f"{value:.1f} 分钟"
        case Way.MEAN:
            return f"{value:.1f}"


class FigurePolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hall policy of figures.

    Attributes:
        least: below so many cases no figure of a person is shown.
        class_share: matters one window class should be able to take, in percent (S4: 70).
        online_share: cases to be filed online, in percent (S4: 90).
        weight_told_once …: what an indicator weighs on the assessment sheet, 0 = nothing.
    """

    least: int = 10
    class_share: int = 70
    online_share: int = 90
    weight_told_once: int = 20
    weight_returned: int = 20
    weight_promise: int = 10
    weight_one_visit: int = 20
    weight_satisfied: int = 30

    @property
    def weights(self) -> tuple[tuple[str, int], ...]:
        """Every indicator (key of its figure) with its weight."""
        return tuple((key, getattr(self, f"weight_{key}")) for key in WEIGHED)


WEIGHED = ("told_once", "returned", "promise", "one_visit", "satisfied")
"""What may be weighed: shares a person has a hand in, never how many or how fast."""

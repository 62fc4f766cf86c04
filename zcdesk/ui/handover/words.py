"""What the hand-over desk says of piles, cases and strangers: words and chips, no widget."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.handover import Pile
    from zcdesk.operations.handover_desk import PileCase, Stranger

_CONTEXT = "handover"

REFUSALS = (
    QT_TRANSLATE_NOOP("handover", "与交接表不符"),
    QT_TRANSLATE_NOOP("handover", "材料不全"),
    QT_TRANSLATE_NOOP("handover", "不属本部门"),
    QT_TRANSLATE_NOOP("handover", "领取人暂不接收"),
)
DROPS = (
    QT_TRANSLATE_NOOP("handover", "部门今日不来取"),
    QT_TRANSLATE_NOOP("handover", "清单有误，重新制作"),
)
"""Why; the Chinese words go into the record."""

_STRANGERS = {
    "unknown": QT_TRANSLATE_NOOP("handover", "不是本大厅的件"),
    "void": QT_TRANSLATE_NOOP("handover", "回执已作废，现为 {about}"),
    "elsewhere": QT_TRANSLATE_NOOP("handover", "属{about}"),
    "later": QT_TRANSLATE_NOOP("handover", "属另一批，{about} 前移交"),
    "listed": QT_TRANSLATE_NOOP("handover", "已在未签字的表 {about} 上"),
    "gone": QT_TRANSLATE_NOOP("handover", "纸质材料不在窗口，可能已移交"),
}
_ANY = (
    *_STRANGERS.values(),
    QT_TRANSLATE_NOOP("handover", "待签字"),
    QT_TRANSLATE_NOOP("handover", "已迟 {n} 分"),
    QT_TRANSLATE_NOOP("handover", "剩 {n} 分"),
    QT_TRANSLATE_NOOP("handover", "今 {time}"),
    QT_TRANSLATE_NOOP("handover", "未扫到"),
    QT_TRANSLATE_NOOP("handover", "已扫"),
    QT_TRANSLATE_NOOP("handover", "待移交"),
    QT_TRANSLATE_NOOP("handover", "不移交"),
    QT_TRANSLATE_NOOP("handover", "迟 {n} 天"),
)
MINUTES_SHOWN = 120


class Mark(Enum):
    """How one case of the pile stands."""

    OPEN = "open"
    SCANNED = "scanned"
    LISTED = "listed"
    REFUSED = "refused"


class Stack(NamedTuple):
    """One row at the left: a pile that waits, or a list that was printed and not signed."""

    department: str
    cases: int
    slot: str
    due: str
    pile: Pile | None = None
    list_id: str = ""
    number: str = ""

    @property
    def key(self) -> str:
        """What identifies it."""
        return self.list_id or f"{self.department}/{self.due}"


class Line(NamedTuple):
    """One case and how it stands; `reason` of a refusal."""

    case: PileCase
    mark: Mark = Mark.OPEN
    reason: str = ""


def due_chip(stack: Stack, now: datetime, warn_minutes: int) -> ChipState:
    """Say how much time is left: amber when near, red when late."""
    at = datetime.fromisoformat(stack.due)
    minutes = int((at - now).total_seconds() // 60)
    late, soon = minutes < 0, minutes <= warn_minutes
    tone = Tone.DANGER if late else Tone.WARN if soon else Tone.NEUTRAL
    if stack.list_id:
        return ChipState("clock-exclamation", said("待签字"), Tone.DANGER if late else Tone.WARN)
    if late:
        days = (now.date() - at.date()).days
        word = said("迟 {n} 天").format(n=days) if days else said("已迟 {n} 分").format(n=-minutes)
        return ChipState("alert-triangle", word, tone)
    if soon or minutes <= MINUTES_SHOWN:
        icon = "clock-exclamation" if soon else "clock"
        return ChipState(icon, said("剩 {n} 分").format(n=minutes), tone)
    return ChipState("clock", clock(stack.due, now), tone)


def clock(due: str, now: datetime) -> str:
    """Say a due time: the hour today, day and hour else."""
    at = datetime.fromisoformat(due)
    today = said("今 {time}").format(time=f"{at:%H:%M}")
    return today if at.date() == now.date() else f"{at:%m-%d %H:%M}"


def mark_chip(mark: Mark) -> ChipState:
    """Say how a case of the list stands."""
    match mark:
        case Mark.SCANNED:
            return ChipState("circle-check", said("已扫"), Tone.OK)
        case Mark.LISTED:
            return ChipState("clipboard-list", said("待移交"), Tone.INFO)
        case Mark.REFUSED:
            return ChipState("circle-x", said("不移交"), Tone.DANGER)
        case _:
            return ChipState("circle-dashed", said("未扫到"), Tone.NEUTRAL)


def stranger_words(stranger: Stranger, now: datetime) -> str:
    """Say why a scanned copy is not of this pile."""
    about = stranger.about
    if stranger.why.value == "later":
        about = clock(about, now)
    return said(_STRANGERS[stranger.why.value]).format(about=about)


def said(text: str) -> str:
    """Return a marked text in the language of the program."""
    return words(_CONTEXT, text)

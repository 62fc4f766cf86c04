"""Words and chips of the review desk: how much time is left, what a row is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.deadlines import Limit, LimitState
from zcdesk.ui.case_words import limit_chip
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.worklists import WorkRow

_CONTEXT = "review"

_TASKS = {
    TaskKind.ACCEPT: QT_TRANSLATE_NOOP("review", "待受理"),
    TaskKind.CORRECT: QT_TRANSLATE_NOOP("review", "已退回"),
    TaskKind.DECIDE: QT_TRANSLATE_NOOP("review", "待决定"),
    TaskKind.STEP: QT_TRANSLATE_NOOP("review", "特别程序"),
    TaskKind.SEND_RESULT: QT_TRANSLATE_NOOP("review", "待送结果"),
    TaskKind.ANSWER: QT_TRANSLATE_NOOP("review", "征求意见"),
    TaskKind.STAGE: QT_TRANSLATE_NOOP("review", "协办"),
    TaskKind.REPLY: QT_TRANSLATE_NOOP("review", "督办"),
    TaskKind.SETTLE: QT_TRANSLATE_NOOP("review", "冲突"),
}
_LEFT = QT_TRANSLATE_NOOP("review", "剩 {n} 天")
_TODAY = QT_TRANSLATE_NOOP("review", "今天 {time}")
_LATE = QT_TRANSLATE_NOOP("review", "超期 {n} 天")
_LATE_TODAY = QT_TRANSLATE_NOOP("review", "超期 今天")
_PROVISIONAL = QT_TRANSLATE_NOOP("review", "暂定 {date}")
_CONFIRM = QT_TRANSLATE_NOOP("review", "远程确认")
_READING = QT_TRANSLATE_NOOP("review", "{name} 在看")


def short(number: str) -> str:
    """Return the end of a case number, which differs within a hall's year: serial and check."""
    return "-".join(number.split("-")[3:])


def task_word(kind: str) -> str:
    """Return the word of a row's task."""
    return words(_CONTEXT, _TASKS[TaskKind(kind)])


def time_left(limit: Limit | None, now: dt.datetime) -> ChipState | None:
    """Return how much time a limit leaves, in working days where the count is known."""
    if limit is None:
        return None
    chip = limit_chip(limit.state)
    if limit.at is None:
        return chip
    today = now.date()
    if limit.state is LimitState.OVERDUE:
        n = (today - limit.at.date()).days
        said = words(_CONTEXT, _LATE).format(n=n) if n else words(_CONTEXT, _LATE_TODAY)
    elif limit.at.date() == today:
        said = words(_CONTEXT, _TODAY).format(time=f"{limit.at:%H:%M}")
    elif limit.state is LimitState.PROVISIONAL:
        said = words(_CONTEXT, _PROVISIONAL).format(date=f"{limit.at:%m-%d}")
    else:
        said = words(_CONTEXT, _LEFT).format(n=days_left(limit, today))
    return chip._replace(word=said)


def days_left(limit: Limit, today: dt.date) -> int:
    """Return the days until a limit ends: those that count, where its count is known."""
    assert limit.at is not None
    counted = [line for line in limit.explain if line.counts and line.date > today]
    return len(counted) if limit.explain else (limit.at.date() - today).days


def row_chip(row: WorkRow, names: dict[str, str]) -> ChipState | None:
    """Return what stands out about a row: a window waits, or somebody has it open."""
    if row.confirm:
        return ChipState("bell-ringing", words(_CONTEXT, _CONFIRM), Tone.WARN)
    if row.reviewer:
        name = names.get(row.reviewer, row.reviewer)
        return ChipState("eye", words(_CONTEXT, _READING).format(name=name), Tone.NEUTRAL)
    return None

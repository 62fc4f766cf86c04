"""Words, chips and forms of what is awaited; no widget."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from zcdesk.domain.case_acts import CasePromiseJudged
from zcdesk.domain.case_parts import Verdict
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.ui.mending.offers import Ask, Call, Offer, Values
from zcdesk.ui.message_words import message_chip
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.awaited import Awaited

TABS = (
    ("all", QT_TRANSLATE_NOOP("supplements", "全部")),
    ("today", QT_TRANSLATE_NOOP("supplements", "今日到期")),
    ("late", QT_TRANSLATE_NOOP("supplements", "已逾期")),
    ("untold", QT_TRANSLATE_NOOP("supplements", "待通知")),
    ("moved", QT_TRANSLATE_NOOP("supplements", "已补齐待转")),
)
_KINDS = {
    TaskKind.SUPPLEMENT: ("clock-hour-4", QT_TRANSLATE_NOOP("supplements", "容缺"), Tone.DEFER),
    TaskKind.CORRECT: ("alert-triangle", QT_TRANSLATE_NOOP("supplements", "补正"), Tone.WARN),
    TaskKind.HAND_OVER: ("package", QT_TRANSLATE_NOOP("supplements", "待转"), Tone.INFO),
}
CALLS = (
    QT_TRANSLATE_NOOP("supplements", "电话"),
    QT_TRANSLATE_NOOP("supplements", "当面"),
)
VERDICTS = (
    QT_TRANSLATE_NOOP("supplements", "延期"),
    QT_TRANSLATE_NOOP("supplements", "按现有材料办理"),
    QT_TRANSLATE_NOOP("supplements", "终止办理"),
)
_OTHER = (
    QT_TRANSLATE_NOOP("supplements", "短信{state} {day}"),
    QT_TRANSLATE_NOOP("supplements", "今天"),
    QT_TRANSLATE_NOOP("supplements", "逾期 {n} 天"),
    QT_TRANSLATE_NOOP("supplements", "不限期"),
    QT_TRANSLATE_NOOP("supplements", "待通知"),
    QT_TRANSLATE_NOOP("supplements", "到期"),
    QT_TRANSLATE_NOOP("supplements", "件号"),
    QT_TRANSLATE_NOOP("supplements", "申请人"),
    QT_TRANSLATE_NOOP("supplements", "缺什么"),
    QT_TRANSLATE_NOOP("supplements", "状态"),
    QT_TRANSLATE_NOOP("supplements", "通知"),
    QT_TRANSLATE_NOOP("supplements", "部门"),
    QT_TRANSLATE_NOOP("supplements", "补正和容缺"),
)
_REASON = Ask(
    "reason",
    QT_TRANSLATE_NOOP("offers", "原因"),
    options=(
        QT_TRANSLATE_NOOP("offers", "出具机关尚未办好"),
        QT_TRANSLATE_NOOP("offers", "材料不影响审查"),
    ),
)


def _judge(verdict: Verdict) -> Any:
    def run(ops: Any, row: Awaited, v: Values) -> Call:
        named: dict[str, Any] = {}
        if verdict is Verdict.EXTENDED:
            named = {"until": date.fromisoformat(v["until"]), "officer": v["officer"]}
        return ops.supplements.judge, (row.case, row.about, verdict, v["reason"]), named

    return run


JUDGE = {
    Verdict.EXTENDED: Offer(
        "extend",
        "calendar",
        QT_TRANSLATE_NOOP("offers", "延期"),
        CasePromiseJudged,
        (
            Ask("until", QT_TRANSLATE_NOOP("offers", "延到哪天（年-月-日）"), "date"),
            _REASON,
            Ask(
                "officer",
                QT_TRANSLATE_NOOP("offers", "同意的部门人员（超过天数时填）"),
                optional=True,
            ),
        ),
        _judge(Verdict.EXTENDED),
    ),
    Verdict.GO_ON: Offer(
        "go_on",
        "player-play",
        QT_TRANSLATE_NOOP("offers", "按现有材料办理"),
        CasePromiseJudged,
        (_REASON,),
        _judge(Verdict.GO_ON),
    ),
    Verdict.END: Offer(
        "end",
        "circle-x",
        QT_TRANSLATE_NOOP("offers", "按承诺终止办理"),
        CasePromiseJudged,
        (_REASON,),
        _judge(Verdict.END),
    ),
}
"""What a person may decide about a promise; the program never does."""


def belongs(row: Awaited, tab: str, now: datetime) -> bool:
    """Tell whether a row stands on a tab."""
    came = row.kind is TaskKind.HAND_OVER
    match tab:
        case "moved":
            return came
        case "today":
            return not came and row.is_today(now)
        case "late":
            return not came and row.is_late(now)
        case "untold":
            return not came and not row.told
        case _:
            return not came


def due_chip(row: Awaited, now: datetime) -> ChipState:
    """Say until when: amber today, red once it is over."""
    if not row.due:
        return ChipState("clock", said("不限期"), Tone.NEUTRAL)
    at = datetime.fromisoformat(row.due)
    if row.kind is TaskKind.HAND_OVER:
        late = row.is_late(now)
        return ChipState("clock", f"{at:%m-%d %H:%M}", Tone.DANGER if late else Tone.NEUTRAL)
    if row.is_late(now):
        days = (now.date() - at.date()).days
        return ChipState("alert-triangle", said("逾期 {n} 天").format(n=days), Tone.DANGER)
    if row.is_today(now):
        return ChipState("clock-exclamation", said("今天"), Tone.WARN)
    return ChipState("clock", f"{at:%m-%d}", Tone.NEUTRAL)


def kind_chip(row: Awaited) -> ChipState:
    """Say what it is: a promise, a correction, or waiting for its department."""
    icon, word, tone = _KINDS[row.kind]
    return ChipState(icon, said(word), tone)


def told_chip(row: Awaited) -> ChipState:
    """Say how the applicant was told."""
    if not row.told:
        return ChipState("phone", said("待通知"), Tone.WARN)
    when = f"{datetime.fromisoformat(row.told_at):%m-%d}"
    if row.sent is None:
        return ChipState("phone", f"{said(row.told)} {when}", Tone.OK)
    chip = message_chip(row.sent)
    return chip._replace(word=said("短信{state} {day}").format(state=chip.word, day=when))


def said(text: str) -> str:
    """Return a marked text in the language of the program."""
    return words("supplements", text)

"""How a case and its limits stand: one icon, one word and one colour, whichever page shows them."""

from __future__ import annotations

from zcdesk.domain.case import CaseState
from zcdesk.domain.deadlines import LimitKind, LimitState
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_CASE = {
    CaseState.RECEIVED: ("file-text", QT_TRANSLATE_NOOP("case", "已收件"), Tone.INFO),
    CaseState.RETURNED: ("arrow-back-up", QT_TRANSLATE_NOOP("case", "待补正"), Tone.WARN),
    CaseState.ACCEPTED: ("rubber-stamp", QT_TRANSLATE_NOOP("case", "审查中"), Tone.INFO),
    CaseState.PAUSED: ("player-pause", QT_TRANSLATE_NOOP("case", "特别程序"), Tone.WARN),
    CaseState.DECIDED: ("gavel", QT_TRANSLATE_NOOP("case", "已决定"), Tone.INFO),
    CaseState.SENT: ("clock", QT_TRANSLATE_NOOP("case", "结果移交中"), Tone.INFO),
    CaseState.SHELVED: ("clock", QT_TRANSLATE_NOOP("case", "待领取"), Tone.INFO),
    CaseState.POSTED: ("mail", QT_TRANSLATE_NOOP("case", "邮寄中"), Tone.INFO),
    CaseState.DELIVERED: ("circle-check", QT_TRANSLATE_NOOP("case", "已送达"), Tone.OK),
    CaseState.ARCHIVED: ("archive", QT_TRANSLATE_NOOP("case", "已归档"), Tone.OK),
    CaseState.NOT_ACCEPTED: ("ban", QT_TRANSLATE_NOOP("case", "不予受理"), Tone.DANGER),
    CaseState.WITHDRAWN: ("arrow-back-up", QT_TRANSLATE_NOOP("case", "已撤回"), Tone.NEUTRAL),
    CaseState.TERMINATED: ("ban", QT_TRANSLATE_NOOP("case", "已终止"), Tone.DANGER),
    CaseState.VOID: ("ban", QT_TRANSLATE_NOOP("case", "已作废"), Tone.DANGER),
    CaseState.MERGED: ("archive", QT_TRANSLATE_NOOP("case", "已并入"), Tone.NEUTRAL),
    CaseState.TRANSFERRED: ("archive", QT_TRANSLATE_NOOP("case", "已移送"), Tone.NEUTRAL),
}
_LIMIT = {
    LimitState.NORMAL: ("circle-check", QT_TRANSLATE_NOOP("case", "正常"), Tone.OK),
    LimitState.DUE_SOON: ("clock", QT_TRANSLATE_NOOP("case", "临期"), Tone.WARN),
    LimitState.OVERDUE: ("clock-exclamation", QT_TRANSLATE_NOOP("case", "超期"), Tone.DANGER),
    LimitState.STOPPED: ("player-pause", QT_TRANSLATE_NOOP("case", "停表"), Tone.NEUTRAL),
    LimitState.PROVISIONAL: ("calendar", QT_TRANSLATE_NOOP("case", "暂定"), Tone.INFO),
}
LIMIT_KINDS = (  # the value of each is its word
    QT_TRANSLATE_NOOP("case", "材料移交"),
    QT_TRANSLATE_NOOP("case", "受理"),
    QT_TRANSLATE_NOOP("case", "视为受理"),
    QT_TRANSLATE_NOOP("case", "补正"),
    QT_TRANSLATE_NOOP("case", "容缺补交"),
    QT_TRANSLATE_NOOP("case", "承诺办结"),
    QT_TRANSLATE_NOOP("case", "法定办结"),
    QT_TRANSLATE_NOOP("case", "审查环节"),
    QT_TRANSLATE_NOOP("case", "特别程序"),
    QT_TRANSLATE_NOOP("case", "结果更正"),
    QT_TRANSLATE_NOOP("case", "送达"),
    QT_TRANSLATE_NOOP("case", "送达回执移交"),
    QT_TRANSLATE_NOOP("case", "督办答复"),
    QT_TRANSLATE_NOOP("case", "网上预审"),
    QT_TRANSLATE_NOOP("case", "差评回访"),
    QT_TRANSLATE_NOOP("case", "差评整改"),
    QT_TRANSLATE_NOOP("case", "投诉办理"),
    QT_TRANSLATE_NOOP("case", "咨询答复"),
)


def case_chip(state: CaseState) -> ChipState:
    """Say how a case stands."""
    icon, word, tone = _CASE[state]
    return ChipState(icon, words("case", word), tone)


def limit_chip(state: LimitState) -> ChipState:
    """Say how a limit stands."""
    icon, word, tone = _LIMIT[state]
    return ChipState(icon, words("case", word), tone)


def limit_word(kind: LimitKind) -> str:
    """Say which limit it is."""
    return words("case", kind.value)

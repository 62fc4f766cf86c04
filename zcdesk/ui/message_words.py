"""What an applicant was told and how far it came: one word each, whichever page shows it."""

from __future__ import annotations

from zcdesk.domain.message import MessageKind, MessageState
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_KINDS = {
    MessageKind.RECEIVED: QT_TRANSLATE_NOOP("message", "邮件收件通知"),
    MessageKind.ACCEPTED: QT_TRANSLATE_NOOP("message", "受理通知"),
    MessageKind.RETURNED: QT_TRANSLATE_NOOP("message", "补正通知"),
    MessageKind.NOT_ACCEPTED: QT_TRANSLATE_NOOP("message", "不予受理通知"),
    MessageKind.DECIDED: QT_TRANSLATE_NOOP("message", "决定通知"),
    MessageKind.RESULT_READY: QT_TRANSLATE_NOOP("message", "领取通知"),
    MessageKind.DEFERRAL_DUE: QT_TRANSLATE_NOOP("message", "容缺到期提醒"),
    MessageKind.CORRECTION_DUE: QT_TRANSLATE_NOOP("message", "补正到期提醒"),
    MessageKind.POSTED: QT_TRANSLATE_NOOP("message", "寄出通知"),
    MessageKind.RATING: QT_TRANSLATE_NOOP("message", "评价回访"),
    MessageKind.NOTICE: QT_TRANSLATE_NOOP("message", "一次性告知"),
    MessageKind.AMENDED: QT_TRANSLATE_NOOP("message", "更正通知"),
    MessageKind.VOIDED: QT_TRANSLATE_NOOP("message", "作废通知"),
}
_STATES = {
    MessageState.QUEUED: ("clock", QT_TRANSLATE_NOOP("message", "待发送"), Tone.INFO),
    MessageState.SENDING: ("clock", QT_TRANSLATE_NOOP("message", "发送中"), Tone.INFO),
    MessageState.SENT: ("check", QT_TRANSLATE_NOOP("message", "已发送"), Tone.OK),
    MessageState.DELIVERED: ("circle-check", QT_TRANSLATE_NOOP("message", "已送达"), Tone.OK),
    MessageState.FAILED: ("circle-x", QT_TRANSLATE_NOOP("message", "发送失败"), Tone.DANGER),
    MessageState.UNKNOWN: ("help", QT_TRANSLATE_NOOP("message", "结果未知，会再发"), Tone.WARN),
    MessageState.STOPPED: ("ban", QT_TRANSLATE_NOOP("message", "不再发"), Tone.NEUTRAL),
    MessageState.BY_PHONE: ("phone", QT_TRANSLATE_NOOP("message", "已打电话"), Tone.OK),
}


def message_word(kind: MessageKind) -> str:
    """Say what a message is about."""
    return words("message", _KINDS[kind])


def message_chip(state: MessageState) -> ChipState:
    """Say how far a message came."""
    icon, word, tone = _STATES[state]
    return ChipState(icon, words("message", word), tone)

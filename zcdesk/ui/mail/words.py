"""What the states of a parcel are called on screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zcdesk.domain.parcel import ParcelState, Reply
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.parcels import ParcelRow

_STATES = {
    ParcelState.PASSED_ON: ("package", QT_TRANSLATE_NOOP("mail", "部门已签收"), Tone.OK),
    ParcelState.TAKEN: ("circle-check", QT_TRANSLATE_NOOP("mail", "已收件"), Tone.OK),
    ParcelState.NOTIFIED: ("alert-triangle", QT_TRANSLATE_NOOP("mail", "已一次性告知"), Tone.WARN),
    ParcelState.VOID: ("ban", QT_TRANSLATE_NOOP("mail", "已作废"), Tone.NEUTRAL),
}
_TO_OPEN = ("clock", QT_TRANSLATE_NOOP("mail", "待拆封办理"), Tone.INFO)
_TO_SIGN = ("writing-sign", QT_TRANSLATE_NOOP("mail", "待部门签收"), Tone.WARN)
_TO_POST = ("truck-delivery", QT_TRANSLATE_NOOP("mail", "待回寄"), Tone.WARN)
_REPLIES = {
    Reply.MESSAGE: QT_TRANSLATE_NOOP("mail", "短信"),
    Reply.POST: QT_TRANSLATE_NOOP("mail", "回寄"),
}


def state_chip(row: ParcelRow) -> ChipState:
    """Return what has to be done with a parcel, or what became of it."""
    if row.owes_post:
        icon, word, tone = _TO_POST
    elif row.state is ParcelState.WAITING:
        icon, word, tone = _TO_SIGN if row.department else _TO_OPEN
    else:
        icon, word, tone = _STATES[row.state]
    return ChipState(icon, words("mail", word), tone)


def reply_word(reply: Reply) -> str:
    """How the sender is answered."""
    return words("mail", _REPLIES[reply])


def state_word(row: ParcelRow) -> str:
    """The word of that chip."""
    return state_chip(row).word

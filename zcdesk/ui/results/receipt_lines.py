"""What the receiver reads above the signature: the 送达回执 in everyday words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zcdesk.domain.identity import mask_id
from zcdesk.domain.person import Agency
from zcdesk.domain.pickup import Pickup
from zcdesk.ui.labels import agency_word
from zcdesk.ui.second.lines import Line
from zcdesk.ui.words import QT_TRANSLATE_NOOP, noted, words

if TYPE_CHECKING:
    from zcdesk.operations.result_counter import Ready

_PAPER = QT_TRANSLATE_NOOP("results", "文书")
_RECEIPT = QT_TRANSLATE_NOOP("results", "送达回执（签收下列结果）")
_RECEIVER = QT_TRANSLATE_NOOP("results", "领取人")
_APPLICANT = QT_TRANSLATE_NOOP("results", "申请人")
_RESULT = QT_TRANSLATE_NOOP("results", "结果")
_COPIES = QT_TRANSLATE_NOOP("results", "{document}，{n} 份（件号 {number}）")
_COLLECTED = QT_TRANSLATE_NOOP("results", "已交回")


def receipt_lines(now: Pickup, ready: tuple[Ready, ...]) -> tuple[Line, ...]:
    """Return the lines of what is picked; the digest over them is what is signed."""
    came = now.came
    who = f"{came.name}  {mask_id(came.id_number)}" if came else ""
    if now.agency is not Agency.SELF:
        who = noted(who, agency_word(now.agency))
    given = (
        _word(_COPIES).format(document=one.document, n=one.copies, number=one.number)
        for one in ready
        if one.case in now.picked
    )
    back = "、".join(name for case, name in now.to_collect if (case, name) in now.collected)
    found = (
        Line(_PAPER, _word(_RECEIPT)),
        Line(_APPLICANT, now.applicant.name),
        Line(_RECEIVER, who),
        *(Line(_RESULT, words_, "ok") for words_ in given),
        Line(_COLLECTED, back),
    )
    return tuple(Line(_word(label), text, tone) for label, text, tone in found if text)


def _word(text: str) -> str:
    return words("results", text)

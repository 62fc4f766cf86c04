"""Words of the result counter's states and fields, in the language of the program."""

from __future__ import annotations

from zcdesk.domain.comparison import CertificateField, Point, Verdict
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_FIELDS = {
    CertificateField.HOLDER: QT_TRANSLATE_NOOP("results", "持证人"),
    CertificateField.ID_NUMBER: QT_TRANSLATE_NOOP("results", "证件号码"),
    CertificateField.ADDRESS: QT_TRANSLATE_NOOP("results", "地址"),
    CertificateField.NAME: QT_TRANSLATE_NOOP("results", "证照名称"),
    CertificateField.NUMBER: QT_TRANSLATE_NOOP("results", "证照编号"),
    CertificateField.VALID: QT_TRANSLATE_NOOP("results", "有效期"),
}
_VERDICTS = {
    Verdict.AGREES: ("circle-check", QT_TRANSLATE_NOOP("results", "一致"), Tone.OK),
    Verdict.BY_EYE: ("eye", QT_TRANSLATE_NOOP("results", "目视一致"), Tone.OK),
    Verdict.DIFFERS: ("circle-x", QT_TRANSLATE_NOOP("results", "不一致"), Tone.DANGER),
    Verdict.OPEN: ("circle-dashed", QT_TRANSLATE_NOOP("results", "待核对"), Tone.NEUTRAL),
}
REASONS = (
    QT_TRANSLATE_NOOP("results", "信息有误"),
    QT_TRANSLATE_NOOP("results", "证照缺页或破损"),
    QT_TRANSLATE_NOOP("results", "漏盖印章"),
    QT_TRANSLATE_NOOP("results", "份数不符"),
    QT_TRANSLATE_NOOP("results", "送错窗口"),
)
"""Why a result is not taken; recorded in Chinese, whatever the screen speaks."""


def field_word(field: CertificateField) -> str:
    return words("results", _FIELDS[field])


def verdict_chip(point: Point) -> ChipState:
    icon, word, tone = _VERDICTS[point.verdict]
    return ChipState(icon, words("results", word), tone)


def verdict_words() -> tuple[str, ...]:
    return tuple(words("results", word) for _, word, _ in _VERDICTS.values())


def reason_words() -> tuple[str, ...]:
    return tuple(words("results", reason) for reason in REASONS)

"""Words of the domain's own values on screens, in the language of the program.

Papers and records keep the Chinese value itself; only what a clerk reads goes through here.
"""

from __future__ import annotations

from zcdesk.domain.identity import IdKind, id_label
from zcdesk.domain.matter import Unit
from zcdesk.domain.person import Agency
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_MARKED = (
    QT_TRANSLATE_NOOP("labels", "工作日"),
    QT_TRANSLATE_NOOP("labels", "自然日"),
    QT_TRANSLATE_NOOP("labels", "本人"),
    QT_TRANSLATE_NOOP("labels", "代办"),
    QT_TRANSLATE_NOOP("labels", "单位经办人"),
    QT_TRANSLATE_NOOP("labels", "代办员"),
    QT_TRANSLATE_NOOP("labels", "居民身份证"),
    QT_TRANSLATE_NOOP("labels", "居民身份证（15 位）"),
    QT_TRANSLATE_NOOP("labels", "港澳台居民居住证"),
    QT_TRANSLATE_NOOP("labels", "外国人永久居留身份证"),
    QT_TRANSLATE_NOOP("labels", "外国人永久居留身份证（15 位）"),
    QT_TRANSLATE_NOOP("labels", "护照"),
    QT_TRANSLATE_NOOP("labels", "外国护照"),
    QT_TRANSLATE_NOOP("labels", "港澳居民来往内地通行证"),
    QT_TRANSLATE_NOOP("labels", "台湾居民来往大陆通行证"),
    QT_TRANSLATE_NOOP("labels", "统一社会信用代码"),
    QT_TRANSLATE_NOOP("labels", "社会民生"),
    QT_TRANSLATE_NOOP("labels", "市场准入"),
    QT_TRANSLATE_NOOP("labels", "人社服务"),
    QT_TRANSLATE_NOOP("labels", "投资建设"),
)


def unit_word(unit: Unit) -> str:
    """What a limit counts."""
    return words("labels", unit.value)


def agency_word(agency: Agency) -> str:
    """Who presents."""
    return words("labels", agency.value)


def id_word(kind: IdKind) -> str:
    """The kind of a card or code."""
    return words("labels", id_label(kind))


def category_word(category: str) -> str:
    """A window category."""
    return words("labels", category)

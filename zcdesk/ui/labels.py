"""Words of the domain's own values on screens, in the language of the program.

Papers and records keep the Chinese value itself; only what a clerk reads goes through here.
"""

from __future__ import annotations

from enum import StrEnum

from zcdesk.domain.identity import IdKind, id_label
from zcdesk.domain.matter import Unit
from zcdesk.domain.person import Agency
from zcdesk.domain.window import Window, WindowKind
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
    QT_TRANSLATE_NOOP("labels", "待联系"),
    QT_TRANSLATE_NOOP("labels", "待核实"),
    QT_TRANSLATE_NOOP("labels", "待复核"),
    QT_TRANSLATE_NOOP("labels", "待整改"),
    QT_TRANSLATE_NOOP("labels", "待答复"),
    QT_TRANSLATE_NOOP("labels", "待回访"),
    QT_TRANSLATE_NOOP("labels", "已办结"),
    QT_TRANSLATE_NOOP("labels", "不计入"),
    QT_TRANSLATE_NOOP("labels", "属实"),
    QT_TRANSLATE_NOOP("labels", "不属实"),
    QT_TRANSLATE_NOOP("labels", "恶意差评"),
    QT_TRANSLATE_NOOP("labels", "误评"),
    QT_TRANSLATE_NOOP("labels", "投诉"),
    QT_TRANSLATE_NOOP("labels", "咨询"),
    QT_TRANSLATE_NOOP("labels", "窗口"),
    QT_TRANSLATE_NOOP("labels", "12345 热线"),
    QT_TRANSLATE_NOOP("labels", "大厅电话"),
    QT_TRANSLATE_NOOP("labels", "意见箱"),
    QT_TRANSLATE_NOOP("labels", "网上"),
    QT_TRANSLATE_NOOP("labels", "服务态度"),
    QT_TRANSLATE_NOOP("labels", "等候时间"),
    QT_TRANSLATE_NOOP("labels", "材料要求"),
    QT_TRANSLATE_NOOP("labels", "超期未办"),
    QT_TRANSLATE_NOOP("labels", "办理结果"),
    QT_TRANSLATE_NOOP("labels", "其他"),
    QT_TRANSLATE_NOOP("labels", "待处理"),
    QT_TRANSLATE_NOOP("labels", "已转办"),
    QT_TRANSLATE_NOOP("labels", "待告知"),
    QT_TRANSLATE_NOOP("labels", "不收费"),
    QT_TRANSLATE_NOOP("labels", "待缴"),
    QT_TRANSLATE_NOOP("labels", "已缴"),
    QT_TRANSLATE_NOOP("labels", "减免"),
    QT_TRANSLATE_NOOP("labels", "已退"),
    QT_TRANSLATE_NOOP("labels", "结果未知"),
    QT_TRANSLATE_NOOP("labels", "用章"),
    QT_TRANSLATE_NOOP("labels", "空白证照领入"),
    QT_TRANSLATE_NOOP("labels", "空白证照使用"),
    QT_TRANSLATE_NOOP("labels", "空白证照作废"),
    QT_TRANSLATE_NOOP("labels", "无差别"),
    QT_TRANSLATE_NOOP("labels", "只出件"),
    QT_TRANSLATE_NOOP("labels", "{scope}，另 {n} 项"),
    QT_TRANSLATE_NOOP("labels", "只办 {n} 项"),
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


def ground_word(ground: str) -> str:
    """Why a number goes ahead, as it was chosen when the number was taken."""
    return words("tickets", ground)


def scope_word(window: Window) -> str:
    """What a window takes in, by the scope it has now."""
    if window.takes_all:
        return words("labels", "无差别")
    if window.kind is WindowKind.RESULT:
        return words("labels", "只出件")
    said = "、".join(map(category_word, window.categories))
    if not window.matters:
        return said
    single = "{scope}，另 {n} 项" if said else "只办 {n} 项"
    return words("labels", single).format(scope=said, n=len(window.matters))


def value_word(value: StrEnum) -> str:
    """A value whose own words are Chinese: states of follow-ups, kinds of inquiries."""
    return words("labels", value.value)

"""Words of catalogue administration: the parts of a matter, its fields, states of a proposal."""

from __future__ import annotations

from typing import NamedTuple

from zcdesk.catalogue.lint import Finding
from zcdesk.domain.proposal import ProposalState
from zcdesk.ui.finding_words import finding_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import ChipState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

MATERIALS = "materials"
PREVIEW = "preview"


class Part(NamedTuple):
    """One part of a matter: what it is called, and the fields it asks, two to a line."""

    name: str
    word: str
    fields: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Its name in the language of the program."""
        return words("catalogue", self.word)


PARTS = (
    Part(
        "basic",
        QT_TRANSLATE_NOOP("catalogue", "基本"),
        (
            "name",
            "department",
            "code",
            "categories",
            "type",
            "secrecy",
            "aliases",
            "result",
            "prerequisites",
        ),
    ),
    Part(MATERIALS, QT_TRANSLATE_NOOP("catalogue", "材料")),
    Part(
        "limits",
        QT_TRANSLATE_NOOP("catalogue", "时限与收费"),
        ("statutory_days", "statutory_unit", "promised_days", "promised_unit", "fee", "fee_stage"),
    ),
    Part("form", QT_TRANSLATE_NOOP("catalogue", "表单"), ("fields",)),
    Part(
        "evidence",
        QT_TRANSLATE_NOOP("catalogue", "依据与来源"),
        ("legal_basis", "evidence", "confidence", "text_read", "note"),
    ),
    Part(PREVIEW, QT_TRANSLATE_NOOP("catalogue", "预览")),
)
"""Every field an editor fills in; versions, authors and days are the hall's own work."""

WIDE = frozenset(
    {"name", "aliases", "legal_basis", "evidence", "note", "fields", "acceptance", "condition"}
)
"""Fields that take a whole line."""

HEADS = {
    "name": QT_TRANSLATE_NOOP("catalogue", "名称"),
    "department": QT_TRANSLATE_NOOP("catalogue", "实施部门"),
    "code": QT_TRANSLATE_NOOP("catalogue", "编码"),
    "categories": QT_TRANSLATE_NOOP("catalogue", "窗口类别（用、分开）"),
    "type": QT_TRANSLATE_NOOP("catalogue", "办件类型"),
    "secrecy": QT_TRANSLATE_NOOP("catalogue", "密级"),
    "aliases": QT_TRANSLATE_NOOP("catalogue", "群众说法（用、分开）"),
    "result": QT_TRANSLATE_NOOP("catalogue", "办理结果"),
    "prerequisites": QT_TRANSLATE_NOOP("catalogue", "前置事项（事项键）"),
    "statutory_days": QT_TRANSLATE_NOOP("catalogue", "法定时限"),
    "statutory_unit": QT_TRANSLATE_NOOP("catalogue", "法定时限单位"),
    "promised_days": QT_TRANSLATE_NOOP("catalogue", "承诺时限"),
    "promised_unit": QT_TRANSLATE_NOOP("catalogue", "承诺时限单位"),
    "fee": QT_TRANSLATE_NOOP("catalogue", "收费"),
    "fee_stage": QT_TRANSLATE_NOOP("catalogue", "收费环节"),
    "fields": QT_TRANSLATE_NOOP("catalogue", "一表字段（用、分开）"),
    "legal_basis": QT_TRANSLATE_NOOP("catalogue", "法定依据"),
    "evidence": QT_TRANSLATE_NOOP("catalogue", "清单来源"),
    "confidence": QT_TRANSLATE_NOOP("catalogue", "可信程度"),
    "text_read": QT_TRANSLATE_NOOP("catalogue", "原文已读"),
    "note": QT_TRANSLATE_NOOP("catalogue", "备注"),
    "lead": QT_TRANSLATE_NOOP("catalogue", "牵头部门"),
    "needed": QT_TRANSLATE_NOOP("catalogue", "都要办的事项"),
    "form": QT_TRANSLATE_NOOP("catalogue", "材料形式"),
    "copies": QT_TRANSLATE_NOOP("catalogue", "份数"),
    "necessity": QT_TRANSLATE_NOOP("catalogue", "必要性"),
    "source": QT_TRANSLATE_NOOP("catalogue", "来源渠道"),
    "deferral_days": QT_TRANSLATE_NOOP("catalogue", "容缺天数"),
    "shareable": QT_TRANSLATE_NOOP("catalogue", "可共享"),
    "reason": QT_TRANSLATE_NOOP("catalogue", "仍收理由"),
    "condition": QT_TRANSLATE_NOOP("catalogue", "适用情形"),
    "acceptance": QT_TRANSLATE_NOOP("catalogue", "受理要点"),
    "sample": QT_TRANSLATE_NOOP("catalogue", "样表"),
    "needs_signature": QT_TRANSLATE_NOOP("catalogue", "需签名"),
    "needs_seal": QT_TRANSLATE_NOOP("catalogue", "需盖章"),
}

_VALUES = (
    QT_TRANSLATE_NOOP("catalogue", "即办"),
    QT_TRANSLATE_NOOP("catalogue", "承诺"),
    QT_TRANSLATE_NOOP("catalogue", "工作日"),
    QT_TRANSLATE_NOOP("catalogue", "自然日"),
    QT_TRANSLATE_NOOP("catalogue", "不收费"),
    QT_TRANSLATE_NOOP("catalogue", "收件时"),
    QT_TRANSLATE_NOOP("catalogue", "受理时"),
    QT_TRANSLATE_NOOP("catalogue", "出证时"),
    QT_TRANSLATE_NOOP("catalogue", "公开"),
    QT_TRANSLATE_NOOP("catalogue", "敏感"),
    QT_TRANSLATE_NOOP("catalogue", "涉密"),
    QT_TRANSLATE_NOOP("catalogue", "部门已确认"),
    QT_TRANSLATE_NOOP("catalogue", "有公开来源"),
    QT_TRANSLATE_NOOP("catalogue", "据法条整理"),
    QT_TRANSLATE_NOOP("catalogue", "未核实"),
    QT_TRANSLATE_NOOP("catalogue", "原件"),
    QT_TRANSLATE_NOOP("catalogue", "复印件"),
    QT_TRANSLATE_NOOP("catalogue", "验原件收复印件"),
    QT_TRANSLATE_NOOP("catalogue", "电子件"),
    QT_TRANSLATE_NOOP("catalogue", "必要"),
    QT_TRANSLATE_NOOP("catalogue", "按情形"),
    QT_TRANSLATE_NOOP("catalogue", "可容缺"),
    QT_TRANSLATE_NOOP("catalogue", "申请人自备"),
    QT_TRANSLATE_NOOP("catalogue", "数据共享"),
    QT_TRANSLATE_NOOP("catalogue", "前件已交"),
    QT_TRANSLATE_NOOP("catalogue", "部门核发"),
    QT_TRANSLATE_NOOP("catalogue", "是"),
    QT_TRANSLATE_NOOP("catalogue", "否"),
)
"""What a field may be chosen to be; `catalogue.columns` has the Chinese of tables."""

MATERIAL_NAME = QT_TRANSLATE_NOOP("catalogue", "材料 {n}·{field}")

STATES = {
    ProposalState.DRAFT: ("pencil", QT_TRANSLATE_NOOP("catalogue", "草稿"), Tone.INFO),
    ProposalState.SUBMITTED: ("user-check", QT_TRANSLATE_NOOP("catalogue", "待复核"), Tone.WARN),
    ProposalState.RETURNED: (
        "arrow-back-up",
        QT_TRANSLATE_NOOP("catalogue", "已退回"),
        Tone.DANGER,
    ),
    ProposalState.APPROVED: ("circle-check", QT_TRANSLATE_NOOP("catalogue", "已发布"), Tone.OK),
    ProposalState.DROPPED: ("ban", QT_TRANSLATE_NOOP("catalogue", "已放弃"), Tone.NEUTRAL),
}


def head(key: str) -> str:
    """Return what a field is called."""
    return words("catalogue", HEADS[key])


def value_words(label: str) -> str:
    """Return one of the values a field may be chosen to be; other words stay as they are."""
    return words("catalogue", label) if label in _VALUES else label


def field_words(field: str) -> str:
    """Return what a finding's field is called: `materials[3].name` is 材料 3·名称."""
    place, _, key = field.rpartition("].")
    name = words("catalogue", HEADS[key]) if key in HEADS else key
    if not place:
        return name
    number = place.removeprefix("materials[")
    return words("catalogue", MATERIAL_NAME).format(n=number, field=name)


def finding_line(finding: Finding) -> str:
    """Return what is wrong and what to write instead, in one line."""
    said = words("catalogue", QT_TRANSLATE_NOOP("catalogue", "{message}，{instead}"))
    message, instead = map(finding_words, (finding.message, finding.instead))
    return said.format(message=message, instead=instead)


def state_chip(state: ProposalState) -> ChipState:
    """Return icon, word and colour of a proposal's state."""
    icon, word, tone = STATES[state]
    return ChipState(icon, words("catalogue", word), tone)

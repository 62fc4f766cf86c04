"""A matter (事项) of the catalogue and its materials (材料), as one immutable version.

Values only: reading catalogue files is `zcdesk.catalogue`'s work, merging lists `checklist`'s.
Code tables follow GB/T 39046-2020; where no department has confirmed a list, it is a sample (示例).
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class WindowCategory(StrEnum):
    """The four window categories (分领域综窗) the annexes of the seed lay down."""

    SOCIAL = "社会民生"
    MARKET = "市场准入"
    LABOUR = "人社服务"
    INVESTMENT = "投资建设"


class MatterType(StrEnum):
    """办件类型: decided at the window, or promised by the department."""

    INSTANT = "即办"
    PROMISED = "承诺"


class Unit(StrEnum):
    """What a limit counts: a statute that says only 日 does not mean working days."""

    WORKING = "工作日"
    CALENDAR = "自然日"


class Form(StrEnum):
    """材料形式: `BOTH` = the original is seen, the copy is kept (验原件收复印件)."""

    ORIGINAL = "original"
    COPY = "copy"
    BOTH = "both"
    ELECTRONIC = "electronic"


class Necessity(StrEnum):
    REQUIRED = "required"
    CONDITIONAL = "conditional"
    DEFERRABLE = "deferrable"


class Source(StrEnum):
    """Where a material comes from; `SHARED` may not be asked of the applicant."""

    APPLICANT = "applicant"
    SHARED = "shared"
    EARLIER = "earlier"
    ISSUED = "issued"


class Confidence(StrEnum):
    """How far a list is proved; only `CONFIRMED` drops the mark 示例."""

    CONFIRMED = "confirmed"
    SOURCED = "sourced"
    STATUTE = "statute"
    UNVERIFIED = "unverified"


class Secrecy(StrEnum):
    OPEN = "open"
    SENSITIVE = "sensitive"
    SECRET = "secret"  # noqa: S105


class FeeStage(StrEnum):
    """When the matter wants its fee paid; the program itself takes no money."""

    NONE = "none"
    INTAKE = "intake"
    ACCEPTANCE = "acceptance"
    ISSUE = "issue"


class Material(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of a matter's list.

    Attributes:
        copies: sheets asked for; None where the source names none (then one).
        deferral_days: working days a deferrable material may be late.
        shareable: could be had by data sharing.
        reason: why a shareable material is asked of the applicant all the same.
        condition: the question that decides whether a conditional material applies.
        legal_basis: the rule this material rests on; empty = the matter's own.
        evidence, confidence: where this line was read, and how sure that is; empty = as the
            matter's whole list.
    """

    name: str
    form: Form = Form.ORIGINAL
    copies: int | None = None
    necessity: Necessity = Necessity.REQUIRED
    source: Source = Source.APPLICANT
    deferral_days: int | None = None
    shareable: bool = False
    reason: str = ""
    condition: str = ""
    legal_basis: str = ""
    acceptance: str = ""
    sample: str = ""
    needs_signature: bool = False
    needs_seal: bool = False
    note: str = ""
    evidence: str = ""
    confidence: Confidence | None = None

    @property
    def count(self) -> int:
        """Sheets to hand in, at least one."""
        return self.copies or 1

    @property
    def compares_original(self) -> bool:
        """Whether the clerk must see the original beside the copy."""
        return self.form is Form.BOTH

    @property
    def waived(self) -> bool:
        """免交: obtained by sharing, so never asked unless a reason is recorded."""
        return self.source is Source.SHARED or (self.shareable and not self.reason)


class Matter(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One version of one matter.

    Attributes:
        key: stable identity, `annex-seq` of its first row (`1-73`), or the hall's own.
        code: four digits the clerk types; unique in a hall.
        rows: every annex row it came from, `("1-73", "4-25")`.
        categories: window categories that may take it in.
        promised_days: None = no limit known: 办理时限以部门确认为准, a catalogue defect.
        aliases: citizens' words (开书店).
        initials, pinyin: search keys lower-case, every reading, joined by blanks.
        defects: sentences that say what a department still has to confirm.
        fields: keys of the one form (一表) this matter asks; see `form_fields`.
        prerequisites: keys of matters that must end first (前后置).
    """

    key: str
    code: str
    name: str
    department: str
    categories: tuple[WindowCategory, ...]
    rows: tuple[str, ...] = ()
    version: int = 1
    type: MatterType | None = None
    statutory_days: int | None = None
    statutory_unit: Unit = Unit.WORKING
    promised_days: int | None = None
    promised_unit: Unit = Unit.WORKING
    legal_basis: str = ""
    materials: tuple[Material, ...] = ()
    fee: str = ""
    fee_stage: FeeStage = FeeStage.NONE
    result: str = ""
    secrecy: Secrecy = Secrecy.OPEN
    aliases: tuple[str, ...] = ()
    initials: str = ""
    pinyin: str = ""
    evidence: str = ""
    confidence: Confidence = Confidence.UNVERIFIED
    text_read: bool = False
    note: str = ""
    valid_from: str = ""
    author: str = ""
    approver: str = ""
    defects: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()

    @property
    def effective_type(self) -> MatterType:
        """A matter of unknown type counts as promised."""
        return self.type or MatterType.PROMISED

    @property
    def is_sample(self) -> bool:
        """示例 until a department has confirmed the list."""
        return self.confidence is not Confidence.CONFIRMED

    @property
    def has_list(self) -> bool:
        return bool(self.materials)


def defects_of(matter: Matter) -> tuple[str, ...]:
    """Say what a department still has to confirm before the entry is whole."""
    found = []
    if matter.promised_days is None and matter.effective_type is not MatterType.INSTANT:
        statutory = f"（法定 {matter.statutory_days} 个{matter.statutory_unit}）"
        known = statutory if matter.statutory_days is not None else ""
        found.append(f"没有承诺时限{known}，办理时限以部门确认为准")
    if not matter.has_list:
        found.append("没有材料清单，收件须写明理由并请部门确认")
    return tuple(found)

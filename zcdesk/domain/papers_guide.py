"""Papers about a matter, for people who only ask: guide, take-home list, flow chart.

Made from the catalogue's version of the matter. Never about an applicant, and never a fact the
catalogue does not hold: what it does not say is left out or named as unconfirmed.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from zcdesk.domain.matter import Form, Material, Matter, MatterType, Necessity, Source, Unit
from zcdesk.domain.papers_counter import HeadedPaper
from zcdesk.domain.papers_parts import NO_LIMIT, Contact, Count, Part, missing
from zcdesk.errors import Invalid

_FORMS = {
    Form.ORIGINAL: "原件",
    Form.COPY: "复印件",
    Form.BOTH: "验原件收复印件",
    Form.ELECTRONIC: "电子件",
}
_NEEDS = {
    Necessity.REQUIRED: "必要",
    Necessity.CONDITIONAL: "有条件",
    Necessity.DEFERRABLE: "可容缺",
}
_SOURCES = {
    Source.APPLICANT: "申请人自备",
    Source.SHARED: "数据共享",
    Source.EARLIER: "已存档案",
    Source.ISSUED: "有关部门核发",
}


class GuideMaterial(Part, frozen=True, kw_only=True):
    """One material of a guide; `waived`: got by data sharing, so not to be brought."""

    no: Count
    name: str
    form_text: str = ""
    copies: Count = 1
    need: str = ""
    source: str = ""
    note: str = ""
    waived: bool = False

    def faults(self) -> Iterator[Invalid]:
        yield from missing("material", name=self.name)


class FlowStep(Part, frozen=True, kw_only=True):
    """One box of a flow; `asides`: ways that leave it."""

    name: str
    by: str = ""
    limit: str = ""
    asides: tuple[str, ...] = ()

    def faults(self) -> Iterator[Invalid]:
        yield from missing("step", name=self.name)


class Place(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where and when to come."""

    address: str = ""
    hours: str = ""


class MatterPaper(HeadedPaper, frozen=True, kw_only=True):
    """What the papers about a matter share; `code`: the matter's own in the hall."""

    matter: str
    department: str
    code: str = ""
    version: Count = 1
    place: Place = Place()
    contact: Contact = Contact()

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("matter", matter=self.matter, department=self.department)


class GuidePaper(MatterPaper, frozen=True, kw_only=True, tag="guide"):
    """办事指南. Limits are texts: 8 个工作日, 当场办结, or that nobody confirmed one."""

    type_text: str = ""
    windows: tuple[str, ...] = ()
    basis: str = ""
    conditions: str = ""
    statutory: str = ""
    promised: str = ""
    materials: tuple[GuideMaterial, ...] = ()
    steps: tuple[FlowStep, ...] = ()
    special: str = ""
    fee: str = ""
    result: str = ""
    delivery: str = ""


class MaterialListPaper(MatterPaper, frozen=True, kw_only=True, tag="material-list"):
    """申请材料清单 to take home: what to bring, and what need not be brought."""

    materials: tuple[GuideMaterial, ...]
    promised: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("list", materials=self.materials)


class FlowPaper(MatterPaper, frozen=True, kw_only=True, tag="flow"):
    """办理流程图."""

    steps: tuple[FlowStep, ...]

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("flow", steps=self.steps)


def guide_materials(matter: Matter) -> tuple[GuideMaterial, ...]:
    """Put a matter's materials in the words of a guide."""
    return tuple(_material(no, material) for no, material in enumerate(matter.materials, 1))


def guide_steps(matter: Matter, acceptance_days: int) -> tuple[FlowStep, ...]:
    """Give the way a case of the matter takes, from the window to the result."""
    intake = FlowStep(
        name="申请与收件",
        by="综合窗口",
        limit="当场",
        asides=("材料不齐：出具一次性告知书", "可容缺的：签订承诺书后收件"),
    )
    issue = FlowStep(name="出件", by="综合出件窗口", limit="窗口领取或者邮寄")
    if matter.effective_type is MatterType.INSTANT:
        return (intake, FlowStep(name="审查与决定", by=matter.department, limit="当场办结"), issue)
    return (
        intake,
        FlowStep(
            name="受理",
            by=matter.department,
            limit=f"收件后 {acceptance_days} 个工作日内",
            asides=("需要补正：一次告知全部内容", "依法不予受理：说明理由和救济途径"),
        ),
        FlowStep(
            name="审查",
            by=matter.department,
            asides=("听证、检验、专家评审等所需时间不计入期限，书面告知",),
        ),
        FlowStep(
            name="决定",
            by=matter.department,
            limit=promised_text(matter),
            asides=("不予许可：说明理由和救济途径",),
        ),
        issue,
    )


def promised_text(matter: Matter) -> str:
    """Word the promised limit."""
    if matter.effective_type is MatterType.INSTANT or matter.promised_days == 0:
        return "当场办结"
    if matter.promised_days is None:
        return NO_LIMIT
    return f"自受理之日起 {_days(matter.promised_days, matter.promised_unit)}"


def statutory_text(matter: Matter) -> str:
    """Word the statutory limit; empty where the catalogue knows none."""
    if matter.statutory_days is None:
        return ""
    return _days(matter.statutory_days, matter.statutory_unit)


def _days(count: int, unit: Unit) -> str:
    return f"{count} 个{unit.value}"


def _material(no: int, material: Material) -> GuideMaterial:
    notes = [material.condition, material.acceptance, material.note]
    if material.necessity is Necessity.DEFERRABLE and material.deferral_days:
        notes.insert(0, f"{material.deferral_days} 个工作日内补齐")
    return GuideMaterial(
        no=no,
        name=material.name,
        form_text="免交" if material.waived else _FORMS[material.form],
        copies=material.count,
        need=_NEEDS[material.necessity],
        source=_SOURCES[material.source],
        note="；".join(note for note in notes if note),
        waived=material.waived,
    )

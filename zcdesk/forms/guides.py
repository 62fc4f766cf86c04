"""Papers about a matter as blocks: guide, take-home list, flow chart.

Their words come from the texts a hall may edit. Never about an applicant.
"""

from __future__ import annotations

from zcdesk.domain.papers_guide import (
    FlowPaper,
    GuideMaterial,
    GuidePaper,
    MaterialListPaper,
    MatterPaper,
)
from zcdesk.forms import tables
from zcdesk.forms.blocks import (
    Align,
    Block,
    Caption,
    Code,
    Column,
    Flow,
    FlowBox,
    Foot,
    Pair,
    Pairs,
    Paragraph,
    Row,
    Section,
    Slip,
    Table,
)
from zcdesk.forms.frame import foot
from zcdesk.forms.wording import Say


def guide(paper: GuidePaper, say: Say) -> tuple[Block, ...]:
    facts = (
        Pair("事项名称", paper.matter),
        Pair("办理部门", paper.department),
        Pair("办件类型", paper.type_text),
        Pair("办理窗口", "、".join(paper.windows)),
        Pair("法定时限", paper.statutory),
        Pair("承诺时限", paper.promised),
        Pair("收费", paper.fee),
        Pair("办理结果", paper.result),
        Pair("取件方式", paper.delivery),
    )
    parts: list[Block] = [_numbered(paper), _filled(facts)]
    for key, text in (
        ("basis", paper.basis),
        ("conditions", paper.conditions),
    ):
        if text:
            parts += [Section(say(key)), Paragraph(text)]
    waived = any(line.waived for line in paper.materials)
    parts += [
        _materials(paper.materials, say("materials"), say("no_materials")),
        *((Paragraph(say("waived")),) if waived else ()),
        *_steps(paper, say),
        Paragraph(say("limits")),
    ]
    if paper.special:
        parts += [Section(say("special")), Paragraph(paper.special)]
    return (*parts, *_where(paper, say), *_foot(paper, say))


def material_list(paper: MaterialListPaper, say: Say) -> tuple[Block, ...]:
    bring = tuple(line for line in paper.materials if not line.waived)
    waived = tuple(line for line in paper.materials if line.waived)
    columns = (
        tables.NUMBER,
        Column("材料名称", 40, Align.LEFT, Slip.NAME),
        Column("来源", 20),
        Column("说明", 33, Align.LEFT, Slip.OWN_LINE),
    )
    rows = tuple(
        Row((str(no), one.name, one.source or tables.DASH, one.note or tables.DASH))
        for no, one in enumerate(waived, 1)
    )
    facts = (
        Pair("事项名称", paper.matter),
        Pair("办理部门", paper.department),
        Pair("承诺时限", paper.promised),
    )
    return (
        _numbered(paper),
        _filled(facts),
        _to_bring(bring, say("bring")),
        *((Table(columns, rows, say("waived")),) if waived else ()),
        Paragraph(say("body")),
        *_where(paper, say),
        *_foot(paper, say),
    )


def flow(paper: FlowPaper, say: Say) -> tuple[Block, ...]:
    facts = (Pair("事项名称", paper.matter), Pair("办理部门", paper.department))
    boxes = tuple(
        FlowBox(step.name, tuple(filter(None, (step.by, step.limit))), step.asides)
        for step in paper.steps
    )
    return (
        _numbered(paper),
        _filled(facts),
        Flow(boxes),
        Paragraph(say("body")),
        *_contact(paper, say),
        *_foot(paper, say),
    )


def _numbered(paper: MatterPaper) -> Caption:
    return Caption(f"事项编码：{paper.code or paper.head.number}", paper.head.copy_label)


def _filled(pairs: tuple[Pair, ...]) -> Pairs:
    return Pairs(tuple(pair for pair in pairs if pair.value))


def _materials(lines: tuple[GuideMaterial, ...], title: str, empty: str) -> Table:
    columns = (
        tables.NUMBER,
        Column("材料名称", 35, Align.LEFT, Slip.NAME),
        Column("形式", 14),
        Column("份数", 8, slip=Slip.LABELLED),
        Column("要求", 10),
        Column("来源和说明", 26, Align.LEFT, Slip.OWN_LINE),
    )
    rows = tuple(
        Row(
            (
                *(str(one.no), one.name, one.form_text or tables.DASH),
                tables.DASH if one.waived else str(one.copies),
                one.need or tables.DASH,
                "\n".join(filter(None, (one.source, one.note))) or tables.DASH,
            )
        )
        for one in lines
    )
    return Table(columns, rows, title, empty)


def _to_bring(lines: tuple[GuideMaterial, ...], title: str) -> Table:
    """List what to bring, each with a box to tick at home."""
    columns = (
        tables.NUMBER,
        Column("材料名称", 38, Align.LEFT, Slip.NAME),
        Column("形式", 14),
        Column("份数", 8, slip=Slip.LABELLED),
        Column("说明", 26, Align.LEFT, Slip.OWN_LINE),
        Column("备好", 7, slip=Slip.LABELLED),
    )
    rows = []
    for no, one in enumerate(lines, 1):
        note = "\n".join(filter(None, (one.need, one.note))) or tables.DASH
        form = one.form_text or tables.DASH
        rows.append(Row((str(no), one.name, form, str(one.copies), note, "□")))
    return Table(columns, tuple(rows), title)


def _steps(paper: GuidePaper, say: Say) -> tuple[Block, ...]:
    if not paper.steps:
        return ()
    columns = (
        tables.NUMBER,
        Column("环节", 15, Align.LEFT, Slip.NAME),
        Column("办理主体", 22, slip=Slip.VALUE),
        Column("时限", 25, slip=Slip.OWN_LINE),
        Column("说明", 31, Align.LEFT, Slip.OWN_LINE),
    )
    rows = tuple(
        Row(
            (
                *(str(no), step.name, step.by or tables.DASH, step.limit or tables.DASH),
                "\n".join(step.asides) or tables.DASH,
            )
        )
        for no, step in enumerate(paper.steps, 1)
    )
    return (Table(columns, rows, say("steps")),)


def _where(paper: MatterPaper, say: Say) -> tuple[Block, ...]:
    pairs = (Pair("办理地点", paper.place.address), Pair("办理时间", paper.place.hours))
    found = _filled(pairs)
    return (*((found,) if found.pairs else ()), *_contact(paper, say))


def _contact(paper: MatterPaper, say: Say) -> tuple[Block, ...]:
    lines = []
    if paper.contact.consult:
        lines.append(say("consult", phone=paper.contact.consult))
    if paper.contact.complaint:
        lines.append(say("complaint", phone=paper.contact.complaint))
    return (Code(paper.qr, tuple(lines)),) if lines or paper.qr else ()


def _foot(paper: MatterPaper, say: Say) -> tuple[Foot, ...]:
    return (foot(paper.head, say, version=paper.version),)

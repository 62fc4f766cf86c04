"""Lists that pass with paper from hand to hand, as blocks; both sides sign.

Their words come from the texts a hall may edit. Never a total that is not counted from the rows.
"""

from __future__ import annotations

from itertools import groupby

from zcdesk.domain.papers import MaterialLine, day_text
from zcdesk.domain.papers_lists import (
    ArchivePaper,
    DeliveryPaper,
    DeliveryTransferPaper,
    Hand,
    HandoverPaper,
    MaterialsReturnPaper,
    PassedPaper,
    PostListPaper,
    ReentryPaper,
    ResultHandoverPaper,
    ResultRow,
)
from zcdesk.forms import tables
from zcdesk.forms.blocks import (
    Align,
    Block,
    Column,
    Pair,
    Pairs,
    Paragraph,
    Row,
    Signatures,
    Slip,
    Table,
)
from zcdesk.forms.frame import caption, code, foot
from zcdesk.forms.wording import Say

# S1 (五)1 and 3: results mended, and signed receipts handed on, within one working day.
MEND_DAYS = TRANSFER_DAYS = 1
DIGEST = 16

_CASE = (
    tables.NUMBER,
    Column("办件编号", 22, slip=Slip.OWN_LINE),
    Column("申请人", 16, Align.LEFT, Slip.NAME),
    Column("办理事项", 19, Align.LEFT, Slip.OWN_LINE),
)


def handover(paper: HandoverPaper, say: Say) -> tuple[Block, ...]:
    noted = any(row.note for row in paper.rows)
    columns = (
        *_CASE,
        Column("材料（原件、复印件份数）", 40, Align.LEFT, Slip.OWN_LINE),
        *((Column("备注", 22, slip=Slip.OWN_LINE),) if noted else ()),
    )
    rows = tuple(
        Row(
            (
                *(str(row.no), row.number, row.applicant, row.matter),
                "\n".join(line.text for line in row.materials) or tables.DASH,
                *((row.note or tables.DASH,) if noted else ()),
            )
        )
        for row in paper.rows
    )
    piles = [line for row in paper.rows for line in row.materials]
    text = say(
        "body",
        cases=len(paper.rows),
        materials=len(piles),
        originals=sum(line.originals for line in piles),
        copies=sum(line.copies for line in piles),
    )
    return (
        caption(paper.head, "编号"),
        _passed(paper, Pair("接收部门", paper.department), Pair("批次", paper.slot)),
        Table(columns, rows),
        Paragraph(text),
        Signatures(("移交人（窗口）签字", "接收人（部门）签字"), payload=paper.qr),
        foot(paper.head, say),
    )


def result_handover(paper: ResultHandoverPaper, say: Say) -> tuple[Block, ...]:
    columns = (
        *_CASE,
        Column("办理结果", 24, Align.LEFT, Slip.OWN_LINE),
        Column("核对", 9, slip=Slip.OWN_LINE),
        Column("领取时收取", 17, Align.LEFT, Slip.OWN_LINE),
        Column("领取方式", 10, slip=Slip.OWN_LINE),
    )
    rows = tuple(_result(row) for row in paper.rows)
    refused = sum(row.agrees is False for row in paper.rows)
    text = say(
        "body",
        cases=len(paper.rows),
        taken=sum(row.agrees is True for row in paper.rows),
        refused=refused,
        days=MEND_DAYS,
    )
    return (
        caption(paper.head, "编号"),
        _passed(paper, Pair("移交部门", paper.department)),
        Table(columns, rows),
        Paragraph(text),
        Signatures(("移交人（部门）签字", "接收人（综合出件）签字"), payload=paper.qr),
        foot(paper.head, say),
    )


def _result(row: ResultRow) -> Row:
    about = (row.result, row.document_number, f"{row.copies} 份")
    agreed = {True: "一致", False: "不一致", None: tables.DASH}[row.agrees]
    notes = [f"不予接收：{row.refused}"] if row.refused else []
    matter = "\n".join((row.matter, *notes, *filter(None, (row.note,))))
    return Row(
        (
            *(str(row.no), row.number, row.applicant, matter),
            "\n".join(filter(None, about)),
            agreed,
            "\n".join(row.collect) or "无",
            row.delivery or tables.DASH,
        ),
        frozenset({5}) if row.agrees is False else frozenset(),
    )


def delivery(paper: DeliveryPaper, say: Say) -> tuple[Block, ...]:
    columns = (
        tables.NUMBER,
        Column("送达的文书、证件", 47, Align.LEFT, Slip.NAME),
        Column("文号、编号", 34),
        Column("份数", 12, slip=Slip.LABELLED),
    )
    rows = tuple(
        Row((str(one.no), one.name, one.number or tables.DASH, str(one.copies)))
        for one in paper.documents
    )
    receiver = f"{paper.receiver}（{paper.receiver_role}）" if paper.receiver_role else ""
    extra = (
        Pair("送达机关", paper.authority),
        Pair("送达方式", paper.way),
        Pair("送达地点", paper.place),
        Pair("邮单号", paper.waybill),
        Pair("代收人", receiver or paper.receiver),
        Pair("代收人证件", paper.receiver_id_masked),
        Pair("手写签名影像", paper.screen),
    )
    collected = (_pile(paper.collected, say("collected")),) if paper.collected else ()
    return (
        caption(paper.head, "办件编号"),
        tables.pairs(paper.head, paper.party, "送达", extra=extra, name_label="受送达人"),
        tables.matters(paper.matters, limits=False),
        Table(columns, rows),
        *collected,
        Paragraph(say("body")),
        Pairs((Pair(say("refused"), ""), Pair(say("witness"), ""))),
        Signatures(("受送达人（代收人）签收", "送达人签字"), payload=paper.qr),
        foot(paper.head, say, days=TRANSFER_DAYS),
    )


def delivery_transfer(paper: DeliveryTransferPaper, say: Say) -> tuple[Block, ...]:
    columns = (
        *_CASE,
        Column("送达文书", 24, Align.LEFT, Slip.OWN_LINE),
        Column("送达日期", 14, slip=Slip.OWN_LINE),
        Column("送达方式", 16, slip=Slip.OWN_LINE),
    )
    rows = tuple(
        Row(
            (
                *(str(row.no), row.number, row.applicant, row.matter),
                "\n".join(filter(None, (row.document, row.note))),
                day_text(row.delivered_on),
                "\n".join(filter(None, (row.way, row.waybill))) or tables.DASH,
            )
        )
        for row in paper.rows
    )
    return (
        caption(paper.head, "编号"),
        _passed(paper, Pair("接收部门", paper.department)),
        Table(columns, rows),
        Paragraph(say("body", cases=len(paper.rows))),
        Signatures(("移交人（综合出件）签字", "接收人（部门）签字"), payload=paper.qr),
        foot(paper.head, say),
    )


def post_list(paper: PostListPaper, say: Say) -> tuple[Block, ...]:
    columns = (
        tables.NUMBER,
        Column("运单号", 19, slip=Slip.NAME),
        Column("办件编号", 22, slip=Slip.OWN_LINE),
        Column("收件人", 12, Align.LEFT, Slip.OWN_LINE),
        Column("办理事项", 22, Align.LEFT, Slip.OWN_LINE),
        Column("内件", 22, Align.LEFT, Slip.OWN_LINE),
        Column("份数", 8, slip=Slip.OWN_LINE),
    )
    rows = tuple(
        Row(
            (
                *(str(row.no), row.waybill, row.number, row.applicant, row.matter),
                "\n".join(filter(None, (row.document, row.note))),
                str(row.copies),
            )
        )
        for row in paper.rows
    )
    pairs = (
        Pair("交寄日期", day_text(paper.day)),
        Pair("制表", f"{paper.head.window}　{paper.head.clerk}".strip("　")),
        Pair("制表时间", tables.moment(paper.head.at)),
        *_hands(paper.giver, paper.taker),
    )
    return (
        caption(paper.head, "编号"),
        Pairs(tuple(pair for pair in pairs if pair.value)),
        Table(columns, rows),
        Paragraph(say("body", cases=len(paper.rows))),
        Signatures(("交寄人（综合出件）签字", "揽收人（寄递企业）签字"), payload=paper.qr),
        foot(paper.head, say),
    )


def materials_return(paper: MaterialsReturnPaper, say: Say) -> tuple[Block, ...]:
    values = {
        "occasion": paper.occasion,
        "kinds": len(paper.materials),
        "copies": sum(line.given or 0 for line in paper.materials),
        "way": paper.way,
    }
    posted = {"waybill": paper.waybill, **values}
    text = say("posted", **posted) if paper.waybill else say("body", **values)
    return (
        caption(paper.head, "办件编号"),
        tables.pairs(paper.head, paper.party, "退还"),
        tables.matters(paper.matters, limits=False),
        _pile(paper.materials),
        Paragraph(text),
        code(say, paper.qr, paper.contact, seal=False),
        Signatures(("领取人签字", "退还人签字")),
        foot(paper.head, say),
    )


def reentry(paper: ReentryPaper, say: Say) -> tuple[Block, ...]:
    columns = (
        tables.NUMBER,
        Column("录入项", 26, Align.LEFT, Slip.NAME),
        Column("内容", 52, Align.LEFT, Slip.OWN_LINE),
        Column("核对", 15, slip=Slip.OWN_LINE),
    )
    blocks: list[Block] = []
    for section, entries in groupby(paper.entries, lambda entry: entry.section):
        rows = tuple(
            Row((str(one.no), one.label, one.value or tables.DASH, "□")) for one in entries
        )
        blocks.append(Table(columns, rows, section))
    materials = (_pile(paper.materials, say("materials")),) if paper.materials else ()
    return (
        caption(paper.head, "办件编号"),
        tables.pairs(paper.head, paper.party, "收件"),
        tables.matters(paper.matters, limits=True),
        Paragraph(say("entries", system=paper.system), indent=False),
        *blocks,
        *materials,
        Pairs((Pair(say("platform"), ""),)),
        Paragraph(say("body")),
        Signatures(("录入人", "核对人"), payload=paper.qr),
        foot(paper.head, say),
    )


def archive(paper: ArchivePaper, say: Say) -> tuple[Block, ...]:
    columns = (
        tables.NUMBER,
        Column("文件材料", 22, Align.LEFT, Slip.NAME),
        Column("文号、编号", 27),
        Column("日期", 17.5, slip=Slip.OWN_LINE),
        Column("页数", 7, slip=Slip.LABELLED),
        Column("载体", 7),
        Column("摘要", 12.5, slip=Slip.OWN_LINE),
    )
    rows = tuple(
        Row(
            (
                *(str(one.no), one.name, one.number or tables.DASH),
                day_text(one.day) if one.day else tables.DASH,
                str(one.pages) if one.pages else tables.DASH,
                one.medium,
                one.digest[:DIGEST] or tables.DASH,
            )
        )
        for one in paper.items
    )
    extra = (
        Pair("保管期限", paper.retention),
        Pair("办理结果", paper.outcome),
        Pair("办结日期", day_text(paper.closed_on) if paper.closed_on else ""),
        *_hands(paper.giver, paper.taker),
    )
    electronic = [one for one in paper.items if one.medium == "电子"]
    text = say(
        "body",
        items=len(paper.items),
        pages=sum(one.pages for one in paper.items if one not in electronic),
        files=len(electronic),
    )
    return (
        caption(paper.head, "办件编号"),
        tables.pairs(paper.head, paper.party, "整理", extra=extra),
        tables.matters(paper.matters, limits=False),
        Table(columns, rows),
        Paragraph(text),
        Signatures(("移交人签字", "接收人签字"), payload=paper.qr),
        foot(paper.head, say),
    )


def _passed(paper: PassedPaper, *first: Pair) -> Pairs:
    """Say who passes a list to whom, until when it had to be and when it was."""
    due = Pair("应交接时间", f"{tables.moment(paper.due)} 前" if paper.due else "")
    place = f"{paper.head.window}　{paper.head.clerk}".strip("　")
    pairs = (
        *first,
        Pair("制表", place),
        due,
        Pair("制表时间", tables.moment(paper.head.at)),
        *_hands(paper.giver, paper.taker),
    )
    return Pairs(tuple(pair for pair in pairs if pair.value))


def _hands(giver: Hand, taker: Hand) -> tuple[Pair, Pair]:
    return Pair("移交人", giver.text), Pair("接收人", taker.text)


def _pile(lines: tuple[MaterialLine, ...], title: str = "") -> Table:
    columns = (
        tables.NUMBER,
        Column("材料名称", 47, Align.LEFT, Slip.NAME),
        Column("形式", 16),
        Column("份数", 10, slip=Slip.LABELLED),
        Column("备注", 20, slip=Slip.OWN_LINE),
    )
    rows = tuple(
        Row(
            (
                *(str(line.no), line.name, line.form_text or tables.DASH),
                tables.count(line.given),
                "\n".join(filter(None, (line.state, line.note))) or tables.DASH,
            )
        )
        for line in lines
    )
    return Table(columns, rows, title)

"""Papers of the window as blocks: receipt, notice, promise, voucher, summary, ticket, shift.

Their words come from the texts a hall may edit. Never a firm date for a limit on a receipt.
"""

from __future__ import annotations

from zcdesk.domain.papers import (
    Contact,
    NoticePaper,
    PromisePaper,
    ReceiptPaper,
    ShiftPaper,
    SummaryPaper,
    TicketPaper,
    VoucherPaper,
    day_text,
)
from zcdesk.domain.papers_counter import AmendedReceiptPaper, VoidPaper
from zcdesk.forms import tables
from zcdesk.forms.blocks import (
    Align,
    Big,
    Block,
    Code,
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


def receipt(paper: ReceiptPaper, say: Say) -> tuple[Block, ...]:
    return (caption(paper.head, "办件编号"), *_receipt_body(paper, say))


def amended_receipt(paper: AmendedReceiptPaper, say: Say) -> tuple[Block, ...]:
    number, day = paper.replaces, day_text(paper.replaced_on)
    text = say("changed", number=number, day=day, reason=paper.reason)
    if paper.approver:
        text = say("approved", approver=paper.approver) + text
    columns = (
        tables.NUMBER,
        Column("更正的项目", 25, Align.LEFT, Slip.NAME),
        Column("更正前", 34, Align.LEFT, Slip.OWN_LINE),
        Column("更正后", 34, Align.LEFT, Slip.OWN_LINE),
    )
    rows = tuple(
        Row((str(one.no), one.item, one.before or tables.DASH, one.after or tables.DASH))
        for one in paper.changes
    )
    return (
        caption(paper.head, "办件编号"),
        Paragraph(text),
        Table(columns, rows),
        *_receipt_body(paper, say),
    )


def _receipt_body(paper: ReceiptPaper, say: Say) -> tuple[Block, ...]:
    text = say("body", days=paper.acceptance_days)
    if any(line.deferred_until for line in paper.materials):
        text += say("deferred")
    extra = (Pair("取件方式", paper.delivery), Pair("缴费", paper.fee_text))
    return (
        tables.pairs(paper.head, paper.party, "收件", paper.matters, extra),
        tables.matters(paper.matters, limits=True),
        tables.materials(paper.materials, len(paper.matters)),
        Paragraph(text),
        code(say, paper.qr, paper.contact, paper.query_code),
        Signatures(("申请人（经办人）签收",), day_text(paper.head.at)),
        foot(paper.head, say),
    )


def void(paper: VoidPaper, say: Say) -> tuple[Block, ...]:
    text = say("body", number=paper.head.number, reason=paper.reason)
    if paper.approver:
        text += say("approved", approver=paper.approver)
    after = say("replaced", number=paper.replaced_by) if paper.replaced_by else say("ended")
    return (
        caption(paper.head, "办件编号"),
        tables.pairs(paper.head, paper.party, "办理"),
        tables.matters(paper.matters, limits=False),
        Paragraph(text),
        Paragraph(after),
        code(say, "", paper.contact),
        Signatures(("申请人（经办人）签收",), day_text(paper.head.at)),
        foot(paper.head, say),
    )


def notice(paper: NoticePaper, say: Say) -> tuple[Block, ...]:
    return (
        caption(paper.head, "告知编号"),
        tables.pairs(paper.head, paper.party, "告知"),
        tables.matters(paper.matters, limits=False),
        Paragraph(say("body")),
        tables.lacks(paper.lacks),
        Paragraph(say("come_back")),
        code(say, paper.qr, paper.contact, paper.come_back_code),
        Signatures(("告知人", "申请人（经办人）签收"), day_text(paper.head.at)),
        foot(paper.head, say),
    )


def promise(paper: PromisePaper, say: Say) -> tuple[Block, ...]:
    columns = (
        tables.NUMBER,
        Column("容缺材料", 45, Align.LEFT, Slip.NAME),
        Column("形式", 14),
        Column("份数", 10, slip=Slip.LABELLED),
        Column("补齐期限", 24, slip=Slip.OWN_LINE),
    )
    rows = tuple(
        Row(
            (
                str(line.no),
                line.name,
                line.form_text or tables.DASH,
                tables.count(line.due),
                f"{day_text(line.deferred_until)}前" if line.deferred_until else tables.DASH,
            ),
            frozenset({4}),
        )
        for line in paper.materials
    )
    return (
        caption(paper.head, "办件编号"),
        tables.pairs(paper.head, paper.party, "受理"),
        tables.matters(paper.matters, limits=True),
        Table(columns, rows),
        Paragraph(say("opening")),
        Paragraph(say("first")),
        Paragraph(say("second")),
        Paragraph(say("third", consequence=paper.consequence)),
        Paragraph(say("fourth")),
        code(say, paper.qr, paper.contact),
        Signatures(("承诺人（签字或者盖章）", "窗口受理人员"), day_text(paper.head.at)),
        foot(paper.head, say),
    )


def voucher(paper: VoucherPaper, say: Say) -> tuple[Block, ...]:
    return (
        caption(paper.head, "凭证编号"),
        tables.pairs(paper.head, paper.party, "接收"),
        tables.matters(paper.matters, limits=False),
        tables.materials(paper.materials, len(paper.matters), say("received")),
        tables.lacks(paper.lacks, say("lacking")),
        Paragraph(say("body", days=paper.acceptance_days)),
        code(say, paper.qr, paper.contact, paper.query_code),
        Signatures(("接收人", "递交人签字"), day_text(paper.head.at)),
        foot(paper.head, say),
    )


def summary(paper: SummaryPaper, say: Say) -> tuple[Block, ...]:
    noted = any(row.note for row in paper.rows)
    columns = (
        tables.NUMBER,
        Column("申请人", 15, Align.LEFT, Slip.NAME),
        Column("证件号码", 24, slip=Slip.VALUE),
        Column("办理事项", 17, Align.LEFT, Slip.OWN_LINE),
        Column("办件编号", 27.5, slip=Slip.OWN_LINE),
        Column("材料", 7, slip=Slip.LABELLED),
        *((Column("备注", 13, slip=Slip.OWN_LINE),) if noted else ()),
    )
    rows = tuple(
        Row(
            (
                str(row.no),
                row.applicant,
                row.id_masked or tables.DASH,
                row.matter,
                row.number,
                str(row.materials),
                *((row.note or tables.DASH,) if noted else ()),
            )
        )
        for row in paper.rows
    )
    text = say(
        "body",
        people=len({(row.applicant, row.id_masked) for row in paper.rows}),
        cases=len(paper.rows),
        materials=sum(row.materials for row in paper.rows),
        shared=len(paper.shared),
    )
    shared = (tables.materials(paper.shared, 1, say("shared")),) if paper.shared else ()
    return (
        caption(paper.head, "汇总编号"),
        tables.pairs(paper.head, paper.presenter, "收件", name_label="递交人"),
        *shared,
        Table(columns, rows, say("cases")),
        Paragraph(text),
        code(say, paper.qr, Contact()),
        Signatures(("递交人签字", "窗口受理人员"), day_text(paper.head.at)),
        foot(paper.head, say),
    )


def ticket(paper: TicketPaper, say: Say) -> tuple[Block, ...]:
    wait = say("no_wait") if paper.wait_minutes is None else _wait(paper)
    pairs = (
        Pair("前面等候", "" if paper.ahead is None else f"{paper.ahead} 人"),
        Pair("预计等待", wait),
        Pair("办理窗口", "、".join(paper.windows)),
        Pair("预约时间", paper.appointment),
        Pair("取号时间", tables.moment(paper.head.at)),
    )
    scan = (Code(paper.qr, (say("scan"), say("upload"))),) if paper.qr else ()
    under = f"{paper.category}　{paper.priority}".rstrip("　")
    alone = (Paragraph(say("alone"), indent=False),) if paper.ahead is None else ()
    return (
        Big(paper.head.number, under),
        Pairs(tuple(pair for pair in pairs if pair.value)),
        *alone,
        Paragraph(say("body"), indent=False),
        *scan,
    )


def _wait(paper: TicketPaper) -> str:
    least, most = paper.wait_minutes or 0, paper.wait_most
    if most is None or most == least:
        return f"约 {least} 分钟"
    return f"约 {least}—{most} 分钟" if least else f"{most} 分钟以内"


def shift(paper: ShiftPaper, say: Say) -> tuple[Block, ...]:
    pairs = (
        Pair("交班人", paper.giver),
        Pair("接班人", paper.taker),
        Pair("窗口", paper.head.window),
        Pair("交接时间", tables.moment(paper.head.at)),
        Pair("交接事由", paper.occasion),
        Pair("说明", paper.note),
    )
    return (
        caption(paper.head, "编号"),
        Pairs(tuple(pair for pair in pairs if pair.value)),
        tables.custody(say("visits"), "来访", paper.visits),
        tables.custody(say("parked"), "办件或者材料", paper.parked),
        tables.custody(say("originals"), "原件", paper.originals),
        tables.custody(say("seals"), "名称", paper.seals),
        Paragraph(say("body")),
        Signatures(("交班人签字", "接班人签字"), day_text(paper.head.at)),
        foot(paper.head, say),
    )

"""Turns a paper into blocks: which words stand where, the same for A4 and thermal slip.

Paper texts are law and therefore Chinese, outside translation. Never a layout measure here.
"""

from __future__ import annotations

from typing import assert_never

from zcdesk.domain.papers import (
    Contact,
    NoticePaper,
    Paper,
    PaperHead,
    PromisePaper,
    ReceiptPaper,
    ShiftPaper,
    SummaryPaper,
    TicketPaper,
    VoucherPaper,
    day_text,
    title,
)
from zcdesk.forms import tables
from zcdesk.forms.blocks import (
    Align,
    Big,
    Block,
    Caption,
    Code,
    Column,
    Document,
    Foot,
    Heading,
    Pair,
    Pairs,
    Paragraph,
    Row,
    Signatures,
    Slip,
    Table,
)


def compose(paper: Paper) -> Document:
    """Lay down what the paper says, in order."""
    return Document(title(paper), paper.head.number, (_heading(paper), *_body(paper)))


def _body(paper: Paper) -> tuple[Block, ...]:
    match paper:
        case ReceiptPaper():
            return _receipt(paper)
        case NoticePaper():
            return _notice(paper)
        case PromisePaper():
            return _promise(paper)
        case VoucherPaper():
            return _voucher(paper)
        case SummaryPaper():
            return _summary(paper)
        case TicketPaper():
            return _ticket(paper)
        case ShiftPaper():
            return _shift(paper)
        case _ as never:
            assert_never(never)


def _receipt(paper: ReceiptPaper) -> tuple[Block, ...]:
    deferred = any(line.deferred_until for line in paper.materials)
    text = (
        "以上材料已由本窗口收取并移交办理部门，办理部门在 "
        f"{paper.acceptance_days} 个工作日内决定受理或者一次告知补正。"
    )
    if deferred:
        text += "容缺材料请在所列日期前到任一综合窗口补交；逾期未补齐的，终止办理并书面告知。"
    extra = (Pair("取件方式", paper.delivery), Pair("缴费", paper.fee_text))
    return (
        _caption(paper.head, "办件编号"),
        tables.pairs(paper.head, paper.party, "收件", paper.matters, extra),
        tables.matters(paper.matters, limits=True),
        tables.materials(paper.materials, len(paper.matters)),
        Paragraph(text),
        _code(
            "扫码查询办理进度", "查询码", paper.query_code, paper.qr, paper.contact, "收件专用章"
        ),
        Signatures(("申请人（经办人）签收",), day_text(paper.head.at)),
        _foot(paper.head, "一式两份，一份交申请人，一份随材料移交。办理期限以受理通知书为准。"),
    )


def _notice(paper: NoticePaper) -> tuple[Block, ...]:
    return (
        _caption(paper.head, "告知编号"),
        tables.pairs(paper.head, paper.party, "告知"),
        tables.matters(paper.matters, limits=False),
        Paragraph("上述事项的申请材料已经核对，尚缺或者不符合要求的全部材料如下，现一次告知："),
        tables.lacks(paper.lacks),
        Paragraph(
            "补齐后请带本告知书到任一综合窗口，凭下方代码取当日优先号，不用重新排队；"
            "本次已经核对和填写的内容均予保留。对上述内容有疑问的，可以要求窗口请办理部门当场确认。"
        ),
        _code(
            "扫码恢复本次办理",
            "优先号凭码",
            paper.come_back_code,
            paper.qr,
            paper.contact,
            "业务专用章",
        ),
        Signatures(("告知人", "申请人（经办人）签收"), day_text(paper.head.at)),
        _foot(paper.head, "一式两份，一份交申请人，一份留存。"),
    )


def _promise(paper: PromisePaper) -> tuple[Block, ...]:
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
        _caption(paper.head, "办件编号"),
        tables.pairs(paper.head, paper.party, "受理"),
        tables.matters(paper.matters, limits=True),
        Table(columns, rows),
        Paragraph("就上列容缺材料，申请人自愿申请容缺受理，并作如下承诺："),
        Paragraph("一、已经知悉上列材料的名称、形式、补齐期限和逾期后果；"),
        Paragraph("二、在所列期限内到任一综合窗口补齐，补交的材料真实、合法、有效；"),
        Paragraph(f"三、逾期未补齐或者补交的材料不符合要求的，同意{paper.consequence}；"),
        Paragraph("四、审批结果在容缺材料补齐后领取。"),
        _code("扫码查询和补交", "", "", paper.qr, paper.contact, "业务专用章"),
        Signatures(("承诺人（签字或者盖章）", "窗口受理人员"), day_text(paper.head.at)),
        _foot(paper.head, "一式两份，一份交申请人，一份存入办件档案。"),
    )


def _voucher(paper: VoucherPaper) -> tuple[Block, ...]:
    return (
        _caption(paper.head, "凭证编号"),
        tables.pairs(paper.head, paper.party, "接收"),
        tables.matters(paper.matters, limits=False),
        tables.materials(paper.materials, len(paper.matters), "已接收的材料"),
        tables.lacks(paper.lacks, "窗口认为尚缺或者不符合要求的材料"),
        Paragraph(
            "窗口已当面说明上述情况，申请人坚持递交，窗口予以接收并移交办理部门。"
            f"是否受理由办理部门决定：{paper.acceptance_days} 个工作日内作出受理、"
            "一次告知补正或者不予受理的决定，并书面告知。本凭证只证明材料已经接收，不表示已经受理。"
        ),
        _code(
            "扫码查询办理进度", "查询码", paper.query_code, paper.qr, paper.contact, "收件专用章"
        ),
        Signatures(("接收人", "递交人签字"), day_text(paper.head.at)),
        _foot(paper.head, "一式两份，一份交申请人，一份随材料移交。"),
    )


def _summary(paper: SummaryPaper) -> tuple[Block, ...]:
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
    people = len({(row.applicant, row.id_masked) for row in paper.rows})
    total = sum(row.materials for row in paper.rows)
    shared = (tables.materials(paper.shared, 1, "共用材料"),) if paper.shared else ()
    return (
        _caption(paper.head, "汇总编号"),
        tables.pairs(paper.head, paper.presenter, "收件", name_label="递交人"),
        *shared,
        Table(columns, rows, "申请人和办件"),
        Paragraph(
            f"以上共 {people} 名申请人、{len(paper.rows)} 件、材料 {total} 份，"
            f"共用材料 {len(paper.shared)} 种。各申请人的收件通知书另行出具。",
        ),
        _code("扫码查询整批办件", "", "", paper.qr, Contact(), "收件专用章"),
        Signatures(("递交人签字", "窗口受理人员"), day_text(paper.head.at)),
        _foot(paper.head, "一式两份，一份交递交人，一份留存。"),
    )


def _ticket(paper: TicketPaper) -> tuple[Block, ...]:
    wait = "以现场叫号为准" if paper.wait_minutes is None else f"约 {paper.wait_minutes} 分钟"
    pairs = (
        Pair("前面等候", f"{paper.ahead} 人"),
        Pair("预计等待", wait),
        Pair("办理窗口", "、".join(paper.windows)),
        Pair("预约时间", paper.appointment),
        Pair("取号时间", tables.moment(paper.head.at)),
    )
    code = (Code(paper.qr, ("扫码查看排队进度", "提前上传申请材料")),) if paper.qr else ()
    under = f"{paper.category}　{paper.priority}".rstrip("　")
    return (
        Big(paper.head.number, under),
        Pairs(tuple(pair for pair in pairs if pair.value)),
        Paragraph("请留意屏幕和语音叫号，过号请到导办台。", indent=False),
        *code,
    )


def _shift(paper: ShiftPaper) -> tuple[Block, ...]:
    pairs = (
        Pair("交班人", paper.giver),
        Pair("接班人", paper.taker),
        Pair("窗口", paper.head.window),
        Pair("交接时间", tables.moment(paper.head.at)),
        Pair("交接事由", paper.occasion),
        Pair("说明", paper.note),
    )
    return (
        _caption(paper.head, "编号"),
        Pairs(tuple(pair for pair in pairs if pair.value)),
        tables.custody("办理中的来访", "来访", paper.visits),
        tables.custody("挂起的办件和材料", "办件或者材料", paper.parked),
        tables.custody("在手的原件", "原件", paper.originals),
        tables.custody("印章和空白证照", "名称", paper.seals),
        Paragraph("以上各项当面点清，自双方签字时起由接班人保管。"),
        Signatures(("交班人签字", "接班人签字"), day_text(paper.head.at)),
        _foot(paper.head, "一式两份，交接双方各执一份。"),
    )


def _heading(paper: Paper) -> Heading:
    head = paper.head
    marks = []
    if head.reprint and head.reprint_at:
        marks.append(f"补打 第{head.reprint}次 {head.reprint_at:%Y-%m-%d %H:%M} {head.reprint_by}")
    if head.simulated:
        marks.append("演示")
    if head.sample:
        marks.append("示例")
    return Heading(head.hall, title(paper), tuple(marks))


def _caption(head: PaperHead, label: str) -> Caption:
    return Caption(f"{label}：{head.number}", head.copy_label)


def _code(invitation: str, label: str, code: str, qr: str, contact: Contact, seal: str) -> Code:
    lines = [invitation] if qr else []
    if code:
        lines.append(f"{label}：{code}（请妥善保管）")
    if contact.consult:
        lines.append(f"咨询电话：{contact.consult}")
    if contact.complaint:
        lines.append(f"监督投诉：{contact.complaint}")
    return Code(qr, tuple(lines), f"（{seal}）")


def _foot(head: PaperHead, copies: str) -> Foot:
    notes = [copies]
    if head.sample:
        notes.append("材料清单尚未经办理部门确认，仅作示例。")
    if head.simulated:
        notes.append("本页为演示打印，不作凭证。")
    return Foot("".join(notes))

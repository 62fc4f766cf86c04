"""Papers of a department about one case as blocks: acceptance, return, decision, reminder.

Their words come from the texts a hall may edit; terms of the law come from `frame`.
"""

from __future__ import annotations

from datetime import date

from zcdesk.domain.papers import MatterLine, day_text
from zcdesk.domain.papers_review import (
    AcceptanceGround,
    AcceptancePaper,
    CorrectionPaper,
    ExtensionPaper,
    GrantPaper,
    OfficialPaper,
    RefusalPaper,
    RejectionPaper,
    SpecialStepPaper,
    SupervisionPaper,
    TerminationPaper,
    WithdrawalPaper,
)
from zcdesk.forms import tables
from zcdesk.forms.blocks import (
    Align,
    Block,
    Caption,
    Column,
    Pair,
    Pairs,
    Paragraph,
    Row,
    Signatures,
    Slip,
    Table,
)
from zcdesk.forms.frame import (
    DEEMED_DAYS,
    ISSUE_DAYS,
    RENEW_DAYS,
    caption,
    code,
    foot,
    issued,
    remedy,
)
from zcdesk.forms.wording import Say

SIGNED = "申请人（经办人）签收"


def acceptance(paper: AcceptancePaper, say: Say) -> tuple[Block, ...]:
    received, accepted = day_text(paper.received_on), day_text(paper.accepted_on)
    if paper.ground is AcceptanceGround.DEEMED:
        opening = say("deemed", received_on=received, deemed_days=DEEMED_DAYS)
    else:
        opening = say(
            "opening",
            received_on=received,
            ground=say(paper.ground.name.lower()),
            basis=_basis(paper, say),
            accepted_on=accepted,
        )
    late = any(line.deferred_until for line in paper.materials)
    return (
        *_opened(paper),
        _decided_by(paper.matters),
        *((tables.materials(paper.materials, len(paper.matters)),) if paper.materials else ()),
        Paragraph(opening),
        Paragraph(say("limit") + (say("late") if late else "")),
        *_closed(paper, say, paper.query_code),
    )


def rejection(paper: RejectionPaper, say: Say) -> tuple[Block, ...]:
    opening = say(
        "opening",
        received_on=day_text(paper.received_on),
        ground=paper.ground.value,
        basis=_basis(paper, say),
    )
    competent = (Paragraph(say("competent", competent=paper.competent)),) if paper.competent else ()
    return (
        *_opened(paper),
        tables.matters(paper.matters, limits=False),
        Paragraph(opening),
        Paragraph(say("reason", reason=paper.reason)),
        *competent,
        Paragraph(say("returned")),
        remedy(paper.remedy, say),
        *_closed(paper, say),
    )


def correction(paper: CorrectionPaper, say: Say) -> tuple[Block, ...]:
    again = (Paragraph(say("again", times=paper.times)),) if paper.times > 1 else ()
    where = say("until", until=day_text(paper.until)) if paper.until else say("where")
    return (
        *_opened(paper),
        tables.matters(paper.matters, limits=False),
        Paragraph(say("opening", received_on=day_text(paper.received_on))),
        *again,
        tables.lacks(paper.lacks, new_point=say("new_point")),
        Paragraph(where),
        Paragraph(say("clock")),
        *_closed(paper, say, paper.come_back_code, signers=("告知人", SIGNED)),
    )


def special_step(paper: SpecialStepPaper, say: Say) -> tuple[Block, ...]:
    columns = (
        tables.NUMBER,
        Column("程序", 13, Align.LEFT, Slip.NAME),
        Column("组织单位", 19, slip=Slip.OWN_LINE),
        Column("依据", 25, Align.LEFT, Slip.OWN_LINE),
        Column("开始日期", 19, slip=Slip.OWN_LINE),
        Column("所需时间", 17, slip=Slip.OWN_LINE),
    )
    rows = tuple(
        Row(
            (
                str(step.no),
                step.name,
                step.organiser or tables.DASH,
                step.basis or tables.DASH,
                _day(step.begins),
                say("unknown") if step.days is None else f"{step.days} 个{step.unit.value}",
            )
        )
        for step in paper.steps
    )
    return (
        *_opened(paper),
        tables.matters(paper.matters, limits=True),
        Paragraph(say("opening", accepted_on=day_text(paper.accepted_on))),
        Table(columns, rows),
        *((Paragraph(say("reason", reason=paper.reason)),) if paper.reason else ()),
        Paragraph(say("clock", basis=_basis(paper, say, "default_basis"))),
        *_closed(paper, say, paper.query_code),
    )


def extension(paper: ExtensionPaper, say: Say) -> tuple[Block, ...]:
    opening = say(
        "opening",
        accepted_on=day_text(paper.accepted_on),
        due_before=day_text(paper.due_before),
        reason=paper.reason,
    )
    decision = say(
        "decision",
        basis=_basis(paper, say, "default_basis"),
        approver=paper.approver,
        days=paper.days,
        unit=paper.unit.value,
        due_after=day_text(paper.due_after),
    )
    return (
        *_opened(paper),
        tables.matters(paper.matters, limits=False),
        Paragraph(opening),
        Paragraph(decision),
        *_closed(paper, say, paper.query_code),
    )


def grant(paper: GrantPaper, say: Say) -> tuple[Block, ...]:
    opening = say("opening", accepted_on=day_text(paper.accepted_on), basis=_basis(paper, say))
    granted = (
        Pair("许可内容", paper.granted),
        Pair("许可条件", paper.conditions),
        Pair("许可证件", paper.certificate),
        Pair("证件编号", paper.certificate_number),
        Pair("有效期", _span(paper.valid_from, paper.valid_until)),
        Pair("送达方式", paper.delivery),
    )
    last = say("issue", issue_days=ISSUE_DAYS) if paper.certificate else ""
    if paper.valid_until:
        last += say("renew", renew_days=RENEW_DAYS)
    return (
        *_opened(paper),
        tables.matters(paper.matters, limits=False),
        Paragraph(opening),
        Pairs(tuple(pair for pair in granted if pair.value)),
        *((Paragraph(last),) if last else ()),
        *_closed(paper, say, paper.query_code),
    )


def refusal(paper: RefusalPaper, say: Say) -> tuple[Block, ...]:
    opening = say("opening", accepted_on=day_text(paper.accepted_on), basis=_basis(paper, say))
    return (
        *_opened(paper),
        tables.matters(paper.matters, limits=False),
        Paragraph(opening),
        Paragraph(say("reason", reason=paper.reason)),
        Paragraph(say("returned")),
        remedy(paper.remedy, say),
        *_closed(paper, say),
    )


def termination(paper: TerminationPaper, say: Say) -> tuple[Block, ...]:
    opening = say(
        "opening",
        received_on=day_text(paper.received_on),
        reason=paper.reason,
        basis=_basis(paper, say),
        ended_on=day_text(paper.ended_on),
    )
    return (
        *_opened(paper),
        tables.matters(paper.matters, limits=False),
        Paragraph(opening),
        Paragraph(say("again")),
        remedy(paper.remedy, say),
        *_closed(paper, say),
    )


def withdrawal(paper: WithdrawalPaper, say: Say) -> tuple[Block, ...]:
    delivery = (Paragraph(say("materials", delivery=paper.delivery)),) if paper.delivery else ()
    body = say("body", received_on=day_text(paper.received_on), reason=paper.reason)
    signed = (Pair("手写签名影像", paper.screen),)
    return (
        caption(paper.head, "办件编号"),
        tables.pairs(paper.head, paper.party, "收取", extra=signed),
        tables.matters(paper.matters, limits=False),
        Paragraph(say("addressed", authority=paper.authority), indent=False),
        Paragraph(body),
        Paragraph(say("known")),
        *delivery,
        code(say, paper.qr, paper.contact, seal=False),
        Signatures(("申请人（签字或者盖章）", "窗口受理人员")),
        foot(paper.head, say),
    )


def supervision(paper: SupervisionPaper, say: Say) -> tuple[Block, ...]:
    who = Pairs(
        (
            Pair("申请人", paper.party.name),
            Pair("当前环节", paper.stage),
            Pair("应办结时间", tables.moment(paper.due)),
            Pair("办件状态", paper.state),
            Pair("督办次数", f"第 {paper.times} 次"),
            Pair("回复期限", f"{tables.moment(paper.reply_by)} 前"),
            Pair("督办要求", paper.demand),
            Pair("签发人", paper.issued_by),
            Pair("签发时间", tables.moment(paper.head.at)),
        )
    )
    reply = Table((Column(say("reply"), 1, Align.LEFT, Slip.OWN_LINE),), (Row(("\n\n\n\n",)),))
    return (
        caption(paper.head, "办件编号"),
        Paragraph(say("opening", department=paper.department, officer=paper.officer), indent=False),
        Paragraph(say("body", state=paper.state)),
        tables.matters(paper.matters, limits=True),
        who,
        reply,
        Signatures(("签发人", "处理人"), payload=paper.qr),
        foot(paper.head, say),
    )


def _opened(paper: OfficialPaper) -> tuple[Block, ...]:
    """Begin with the 文号, whose copy it is, and whom it concerns."""
    head = paper.head
    number = paper.document_number or f"办件编号：{head.number}"
    extra = (Pair("办件编号", head.number),) if paper.document_number else ()
    return (
        Caption(number, head.copy_label),
        tables.pairs(head, paper.party, "告知", extra=extra),
    )


def _closed(
    paper: OfficialPaper, say: Say, secret: str = "", *, signers: tuple[str, ...] = (SIGNED,)
) -> tuple[Block, ...]:
    return (
        code(say, paper.qr, paper.contact, secret, issued=issued(paper)),
        Signatures(signers),
        foot(paper.head, say),
    )


def _basis(paper: OfficialPaper, say: Say, default: str = "") -> str:
    rule = paper.basis or (say(default) if default else "")
    return say("basis", basis=rule) if rule else ""


def _decided_by(matters: tuple[MatterLine, ...]) -> Table:
    """Name the matters with the firm date of each."""
    columns = (
        tables.NUMBER,
        Column("办理事项", 41, Align.LEFT, Slip.NAME),
        Column("办理部门", 20),
        Column("办理期限", 32, slip=Slip.OWN_LINE),
    )
    rows = []
    for line in matters:
        name = f"{line.name}\n办件编号 {line.case_number}" if line.case_number else line.name
        firm = ""
        if line.latest and line.days:
            provisional = "（暂定）" if line.provisional else ""
            firm = f"{day_text(line.latest)}前作出决定{provisional}"
        limit = "\n".join(filter(None, (line.limit_text, firm)))
        rows.append(Row((str(line.no), name, line.department, limit), frozenset({3})))
    return Table(columns, tuple(rows))


def _span(first: date | None, last: date | None) -> str:
    if first and last:
        return f"{day_text(first)}至 {day_text(last)}"
    if last:
        return f"至 {day_text(last)}"
    return f"自 {day_text(first)}起长期有效" if first else ""


def _day(day: date | None) -> str:
    return day_text(day) if day else tables.DASH

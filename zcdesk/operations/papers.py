"""From cases to the papers that leave the printer: values for `zcdesk.forms`, all masked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from zcdesk.domain.case import Case, CaseMaterial, CaseReceived, FeeState, Particulars
from zcdesk.domain.checklist import Row, RowState
from zcdesk.domain.forecast import Forecast
from zcdesk.domain.hall import Hall
from zcdesk.domain.identity import id_label, mask_id, mask_phone
from zcdesk.domain.matter import Form, Matter
from zcdesk.domain.papers import (
    Contact,
    LackLine,
    MaterialLine,
    MatterLine,
    NoticePaper,
    PaperHead,
    Party,
    PromisePaper,
    ReceiptPaper,
    SummaryPaper,
    SummaryRow,
    TicketPaper,
    VoucherPaper,
    qr_payload,
)
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.readiness import kind_of
from zcdesk.domain.ticket import Ticket

PENDING_NUMBER = "待生成"
PENDING_NAME = "待填写"
"""Stand in a preview where the number and the name will be."""

FORM_TEXT = {
    Form.ORIGINAL: "原件",
    Form.COPY: "复印件",
    Form.BOTH: "验原件收复印件",
    Form.ELECTRONIC: "电子件",
}


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues a paper, where and when; `reprint` 0 is the original."""

    hall: Hall
    window: str
    clerk: str
    at: datetime
    acceptance_days: int
    simulated: bool = False


@dataclass(frozen=True, slots=True)
class Filed:
    """One applicant's cases with their personal record: what a receipt is made of."""

    particulars: Particulars
    cases: tuple[CaseReceived, ...]


def receipt(issuer: Issuer, filed: Filed, copy_label: str = "申请人联") -> ReceiptPaper:
    """Make the 收件通知书 of one applicant's cases."""
    first = filed.cases[0]
    return ReceiptPaper(
        head=_head(issuer, first.receipt, copy_label, sample=any(c.sample for c in filed.cases)),
        party=party(filed.particulars, first.agency),
        matters=_matters(filed.cases),
        materials=tuple(_materials(filed.cases)),
        delivery=first.delivery.text,
        fee_text=fee_text(filed.cases),
        acceptance_days=issuer.acceptance_days,
        query_code=first.query_code,
        qr=_qr("R", first.receipt, first.query_code),
        contact=contact(issuer.hall),
    )


def voucher(issuer: Issuer, filed: Filed) -> VoucherPaper:
    """Make the 材料接收凭证 of an applicant who insists; the department decides."""
    first = filed.cases[0]
    lines = tuple(_materials(filed.cases))
    return VoucherPaper(
        head=_head(issuer, first.receipt, "", sample=any(c.sample for c in filed.cases)),
        party=party(filed.particulars, first.agency),
        matters=_matters(filed.cases),
        materials=lines,
        lacks=_lacks_of_cases(filed.cases),
        acceptance_days=issuer.acceptance_days,
        query_code=first.query_code,
        qr=_qr("V", first.receipt, first.query_code),
        contact=contact(issuer.hall),
    )


def promise(issuer: Issuer, filed: Filed) -> PromisePaper | None:
    """Make the 容缺受理承诺书, or None when nothing is deferred."""
    late = tuple(line for line in _materials(filed.cases) if line.deferred_until is not None)
    if not late:
        return None
    first = filed.cases[0]
    return PromisePaper(
        head=_head(issuer, first.receipt, "", sample=any(c.sample for c in filed.cases)),
        party=party(filed.particulars, first.agency),
        matters=_matters(filed.cases),
        materials=late,
        qr=_qr("P", first.receipt, first.query_code),
        contact=contact(issuer.hall),
    )


def notice(
    issuer: Issuer,
    *,
    number: str,
    code: str,
    particulars: Particulars,
    agency: Agency,
    matters: Sequence[Matter],
    rows: Iterable[Row],
) -> NoticePaper:
    """Make the 一次性告知书: everything missing or wrong, at once."""
    return NoticePaper(
        head=_head(issuer, number, "", sample=any(m.is_sample for m in matters)),
        party=party(particulars, agency),
        matters=tuple(
            MatterLine(
                no=no,
                name=m.name,
                department=m.department,
                days=m.promised_days,
                unit=m.promised_unit,
                sample=m.is_sample,
            )
            for no, m in enumerate(matters, 1)
        ),
        lacks=tuple(_lack(no, row) for no, row in enumerate(rows, 1)),
        come_back_code=code,
        qr=_qr("N", number, code),
        contact=contact(issuer.hall),
    )


def summary(issuer: Issuer, number: str, presenter: Party, filed: Sequence[Filed]) -> SummaryPaper:
    """Make the one 汇总清单 of a batch."""
    shared = tuple(line for line, material in _lines(filed[0].cases) if material.shared_by_all)
    rows = tuple(
        SummaryRow(
            no=no,
            applicant=f.particulars.applicant.name or PENDING_NAME,
            id_masked=mask_id(f.particulars.applicant.id_number),
            matter="、".join(c.matter_name for c in f.cases),
            number=f.cases[0].receipt or PENDING_NUMBER,
            materials=sum(m.given > 0 for m in _distinct(f.cases)),
        )
        for no, f in enumerate(filed, 1)
    )
    return SummaryPaper(
        head=_head(issuer, number, ""),
        presenter=presenter,
        rows=rows,
        shared=shared,
        qr=_qr("S", number, ""),
    )


def slip(
    hall: Hall,
    ticket: Ticket,
    *,
    ahead: int | None,
    expected: Forecast | None,
    windows: tuple[str, ...],
) -> TicketPaper:
    """Make the 取号单: no name; the wait as a range, or that nobody can know it.

    Args:
        ahead: None where the hall's queue could not be asked.
    """
    return TicketPaper(
        head=PaperHead(
            hall=hall.name,
            number=ticket.number,
            at=datetime.fromisoformat(ticket.taken_at),
            simulated=ticket.simulated,
        ),
        category=ticket.category or "综合",
        ahead=ahead,
        wait_minutes=expected.least if expected else None,
        wait_most=expected.most if expected else None,
        windows=windows,
        priority=ticket.why if ticket.priority else "",
        appointment=ticket.appointment,
        qr=qr_payload("T", f"{ticket.day.replace('-', '')}{ticket.number}"),
    )


def party(particulars: Particulars, agency: Agency) -> Party:
    """Mask the applicant and the one who came for them."""
    who, agent = particulars.applicant, particulars.presenter
    return Party(
        name=who.name or PENDING_NAME,
        id_label=_label(who),
        id_masked=mask_id(who.id_number),
        phone_masked=mask_phone(who.phone) if who.phone else "",
        agent_name=agent.name if agent else "",
        agent_kind=agency.value if agent else "",
        agent_id_label=_label(agent) if agent else "",
        agent_id_masked=mask_id(agent.id_number) if agent else "",
        agent_phone_masked=mask_phone(agent.phone) if agent and agent.phone else "",
        identity_note=_identity_note(agent or who),
    )


def fee_text(cases: Iterable[CaseReceived]) -> str:
    """Say the fee's state in words; the program never names a sum."""
    said = []
    for case in cases:
        if case.fee.state is FeeState.NONE:
            continue
        code = f"，缴款码 {case.fee.code}" if case.fee.code else ""
        said.append(f"{case.matter_name}：{case.fee.state.value}{code}")
    return "；".join(said)


def _label(person: Person) -> str:
    return id_label(kind_of(person)) if person.id_number else ""


def _identity_note(person: Person) -> str:
    if person.override:
        return "证件信息手工录入，校验位不符，窗口已核"
    return "" if person.trust.value != "手工" else "证件信息手工录入"


def _head(issuer: Issuer, number: str, copy_label: str, *, sample: bool = False) -> PaperHead:
    return PaperHead(
        hall=issuer.hall.name,
        number=number or PENDING_NUMBER,
        at=issuer.at,
        window=f"{issuer.window} 号窗口",
        clerk=issuer.clerk,
        copy_label=copy_label,
        simulated=issuer.simulated,
        sample=sample,
    )


def contact(hall: Hall) -> Contact:
    """Whom to ask, and where to complain."""
    return Contact(consult=hall.phone_consult, complaint=hall.phone_complaint)


def materials_of(case: Case) -> tuple[MaterialLine, ...]:
    """The materials of a case as they stand now."""
    return tuple(_line(no, m, ()) for no, m in enumerate(case.materials, 1))


def _qr(letter: str, number: str, code: str) -> str:
    return qr_payload(letter, number, code) if number else ""


def _matters(cases: Sequence[CaseReceived]) -> tuple[MatterLine, ...]:
    return tuple(
        MatterLine(
            no=no,
            name=case.matter_name,
            department=case.department,
            days=case.promised_days,
            unit=case.unit,
            latest=date.fromisoformat(case.latest) if case.latest else None,
            provisional=case.provisional,
            case_number="" if case.number == case.receipt else case.number,
            platform_number="",
            sample=case.sample,
        )
        for no, case in enumerate(cases, 1)
    )


def _distinct(cases: Sequence[CaseReceived]) -> tuple[CaseMaterial, ...]:
    return tuple({m.key: m for case in cases for m in case.materials}.values())


def _lines(cases: Sequence[CaseReceived]) -> Iterable[tuple[MaterialLine, CaseMaterial]]:
    serves: dict[str, list[int]] = {}
    for number, case in enumerate(cases, 1):
        for material in case.materials:
            serves.setdefault(material.key, []).append(number)
    for no, material in enumerate(_distinct(cases), 1):
        used = tuple(serves[material.key]) if len(cases) > 1 else ()
        yield _line(no, material, used), material


def _materials(cases: Sequence[CaseReceived]) -> Iterable[MaterialLine]:
    return (line for line, _ in _lines(cases))


def _line(no: int, material: CaseMaterial, serves: tuple[int, ...]) -> MaterialLine:
    waived = material.state in (RowState.SHARED, RowState.ON_FILE)
    counted = not waived and material.state is not RowState.NOT_APPLICABLE
    deferred = material.state is RowState.DEFERRED and material.due
    return MaterialLine(
        no=no,
        name=material.name,
        form_text="免交" if waived else FORM_TEXT[Form(material.form)],
        due=material.due_count if counted else None,
        given=material.given if counted else None,
        state_text=state_text(material),
        note=material.note or _reused(material),
        serves=serves,
        deferred_until=date.fromisoformat(material.due) if deferred else None,
        bold=bool(deferred),
    )


def _reused(material: CaseMaterial) -> str:
    """Say where a paper used again came from; the applicant was told and did not refuse."""
    if material.state is not RowState.ON_FILE or not material.since:
        return ""
    return f"经告知申请人，沿用 {material.since} 的材料"


def state_text(material: CaseMaterial) -> str:
    """Say how a row stands, as papers print it."""
    if material.voluntary:
        return "申请人自愿补充"
    match material.state:
        case RowState.RECEIVED if material.officer:
            return f"已收，部门确认（{material.officer}）"
        case RowState.RECEIVED:
            return "已收，已核对原件" if material.compared else "已收"
        case RowState.SHARED:
            return "数据共享取得"
        case RowState.ON_FILE:
            return "本厅已存"
        case RowState.NOT_APPLICABLE:
            return "不适用"
        case RowState.DEFECTIVE:
            return f"不符：{material.reason}"
        case RowState.DEFERRED:
            return "容缺"
        case _:
            return f"未收：{material.reason}" if material.reason else "未收"


def _lacks_of_cases(cases: Sequence[CaseReceived]) -> tuple[LackLine, ...]:
    wrong = tuple(
        m
        for m in _distinct(cases)
        if not m.voluntary
        and (
            m.state in (RowState.MISSING, RowState.DEFECTIVE, RowState.PENDING, RowState.ASKED)
            or (m.state is RowState.RECEIVED and m.form == Form.BOTH and not m.compared)
        )
    )
    return tuple(
        LackLine(
            no=no,
            name=m.name,
            problem="不符" if m.state is RowState.DEFECTIVE else "缺",
            reason=m.reason or ("原件未核" if m.state is RowState.RECEIVED else "未提交"),
        )
        for no, m in enumerate(wrong, 1)
    )


def _lack(no: int, row: Row) -> LackLine:
    defective = row.mark.state is RowState.DEFECTIVE
    return LackLine(
        no=no,
        name=row.name,
        problem="不符" if defective else "缺",
        reason=row.mark.reason,
        mend=_mend(row, defective=defective),
        where="本大厅任一综合窗口",
    )


def _mend(row: Row, *, defective: bool) -> str:
    form = FORM_TEXT[row.line.material.form]
    if defective:
        return f"按要求更正后重新提交，{form} {row.line.material.count} 份"
    return f"补交{form} {row.line.material.count} 份"

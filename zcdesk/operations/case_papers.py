"""From a case and an act on it to the paper it produces: values for `zcdesk.forms`, masked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.case_parts import ON_SCREEN, Decision, Lack, Outcome, Step
from zcdesk.domain.identity import mask_id
from zcdesk.domain.papers import (
    LackLine,
    MaterialLine,
    MatterLine,
    PaperHead,
    qr_payload,
)
from zcdesk.domain.papers_lists import DeliveryPaper, DocumentLine, MaterialsReturnPaper
from zcdesk.domain.papers_review import (
    AcceptanceGround,
    AcceptancePaper,
    CorrectionPaper,
    ExtensionPaper,
    GrantPaper,
    RefusalPaper,
    RejectionGround,
    RejectionPaper,
    SpecialStep,
    SpecialStepPaper,
    SupervisionPaper,
    TerminationPaper,
    WithdrawalPaper,
)
from zcdesk.domain.person import Person
from zcdesk.operations.papers import Issuer, contact, materials_of, party


def day(text: str) -> date:
    """Return the date of an ISO time or date."""
    return datetime.fromisoformat(text).date()


def common(issuer: Issuer, case: Case, whose: Particulars) -> dict[str, Any]:
    """What every paper about one case carries."""
    intake = case.intake
    head = PaperHead(
        hall=issuer.hall.name,
        number=intake.number,
        at=issuer.at,
        window=f"{issuer.window} 号窗口" if issuer.window else "",
        clerk=issuer.clerk,
        simulated=issuer.simulated,
        sample=intake.sample,
    )
    line = MatterLine(
        no=1,
        name=intake.matter_name,
        department=case.department,
        days=intake.promised_days,
        unit=intake.unit,
        latest=day(case.due.at) if case.due else None,
        provisional=case.due.provisional,
        platform_number=case.platform_number,
        sample=intake.sample,
    )
    return {
        "head": head,
        "party": party(whose, intake.agency),
        "matters": (line,),
        "contact": contact(issuer.hall),
        "qr": qr_payload("R", intake.receipt, intake.query_code),
    }


def official(
    issuer: Issuer, case: Case, whose: Particulars, number: str = "", basis: str = ""
) -> dict[str, Any]:
    """What a department's own papers carry beside that."""
    return {
        **common(issuer, case, whose),
        "authority": case.department,
        "document_number": number,
        "basis": basis,
        "query_code": case.intake.query_code,
    }


def acceptance(issuer: Issuer, case: Case, whose: Particulars, number: str) -> AcceptancePaper:
    return AcceptancePaper(
        **official(issuer, case, whose, number),
        received_on=day(case.received_at),
        accepted_on=day(case.accepted_at),
        ground=AcceptanceGround(case.ground),
        materials=materials_of(case),
    )


def correction(issuer: Issuer, case: Case, whose: Particulars, number: str) -> CorrectionPaper:
    return CorrectionPaper(
        **official(issuer, case, whose, number),
        received_on=day(case.completed_at),
        lacks=lack_lines(case.lacks),
        times=case.returns,
        until=day(case.until.at) if case.until else None,
    )


def lack_lines(lacks: tuple[Lack, ...]) -> tuple[LackLine, ...]:
    return tuple(
        LackLine(
            no=no,
            name=lack.name,
            problem="不符" if lack.defective else "缺",
            reason=lack.reason,
            mend=lack.mend,
            where="本大厅任一综合窗口",
            new_point=lack.new,
        )
        for no, lack in enumerate(lacks, 1)
    )


def rejection(issuer: Issuer, case: Case, whose: Particulars, number: str) -> RejectionPaper:
    assert case.ending is not None
    return RejectionPaper(
        **official(issuer, case, whose, number, case.ending.basis),
        received_on=day(case.received_at),
        ground=RejectionGround(case.ground),
        reason=case.ending.reason,
        competent=case.ending.other,
    )


def special_step(issuer: Issuer, case: Case, whose: Particulars, step: Step) -> SpecialStepPaper:
    line = SpecialStep(
        no=1,
        name=step.name,
        organiser=step.organiser,
        basis=step.basis,
        begins=day(step.begun),
        days=step.days or None,
    )
    return SpecialStepPaper(
        **official(issuer, case, whose),
        accepted_on=day(case.accepted_at),
        steps=(line,),
        reason=step.reason,
    )


def extension(issuer: Issuer, case: Case, whose: Particulars, number: str) -> ExtensionPaper:
    made = case.extension
    assert made is not None
    return ExtensionPaper(
        **official(issuer, case, whose, number),
        accepted_on=day(case.accepted_at),
        reason=made.reason,
        approver=made.approver,
        days=made.days,
        due_before=day(made.before.at),
        due_after=day(made.after.at),
    )


def decision(issuer: Issuer, case: Case, whose: Particulars) -> GrantPaper | RefusalPaper:
    made = case.decision
    assert made is not None
    shared = official(issuer, case, whose, made.document_number, made.basis)
    accepted = day(case.accepted_at)
    if made.outcome is Outcome.REFUSED:
        return RefusalPaper(**shared, accepted_on=accepted, reason=made.reason)
    return GrantPaper(
        **shared,
        accepted_on=accepted,
        granted=made.granted,
        conditions=made.conditions,
        certificate=made.result,
        certificate_number=made.certificate_number,
        valid_from=day(made.valid_from) if made.valid_from else None,
        valid_until=day(made.valid_until) if made.valid_until else None,
        delivery=case.intake.delivery.text,
    )


def termination(issuer: Issuer, case: Case, whose: Particulars, number: str) -> TerminationPaper:
    assert case.ending is not None
    return TerminationPaper(
        **official(issuer, case, whose, number, case.ending.basis),
        received_on=day(case.received_at),
        ended_on=day(case.ending.at),
        reason=case.ending.reason,
    )


def withdrawal(
    issuer: Issuer, case: Case, whose: Particulars, reason: str, *, on_screen: bool = False
) -> WithdrawalPaper:
    return WithdrawalPaper(
        **common(issuer, case, whose),
        authority=case.department,
        reason=reason,
        received_on=day(case.received_at),
        delivery=case.intake.delivery.text,
        screen=_signed(case) if on_screen else "",
    )


def delivery(
    issuer: Issuer,
    case: Case,
    whose: Particulars,
    *,
    receiver: Person | None = None,
    role: str = "",
    waybill: str = "",
    collected: tuple[str, ...] = (),
) -> DeliveryPaper:
    made = case.decision
    assert made is not None
    return DeliveryPaper(
        **common(issuer, case, whose),
        authority=case.department,
        documents=(
            DocumentLine(
                no=1,
                name=document_name(made),
                number=made.certificate_number or made.document_number,
                copies=made.copies,
            ),
        ),
        way="邮寄" if waybill else "窗口领取",
        place="" if waybill else issuer.hall.name,
        waybill=waybill,
        receiver=receiver.name if receiver else "",
        receiver_role=role if receiver else "",
        receiver_id_masked=mask_id(receiver.id_number) if receiver else "",
        collected=tuple(
            MaterialLine(no=no, name=name, given=1) for no, name in enumerate(collected, 1)
        ),
        screen=_signed(case) if case.dispatch and case.dispatch.proof == ON_SCREEN else "",
    )


DIGEST = 8
"""Characters of a digest on paper: enough to find the record by."""


def _signed(case: Case) -> str:
    """Say when and where the receiver signed on a screen, and by which digests it is found."""
    made = case.signatures[-1]
    at = datetime.fromisoformat(made.at)
    shown, image = (d.removeprefix("sha256:")[:DIGEST] for d in (made.shown, made.image))
    return f"{at:%Y-%m-%d %H:%M} {made.station} 号窗口，内容摘要 {shown}，影像摘要 {image}"


def document_name(made: Decision) -> str:
    """What the result is called on lists and receipts."""
    return made.result or f"{made.outcome.value}行政许可决定书"


def materials_return(
    issuer: Issuer,
    case: Case,
    whose: Particulars,
    *,
    occasion: str,
    names: tuple[str, ...],
    waybill: str,
) -> MaterialsReturnPaper:
    return MaterialsReturnPaper(
        **common(issuer, case, whose),
        occasion=occasion,
        materials=tuple(
            MaterialLine(no=no, name=name, given=1) for no, name in enumerate(names, 1)
        ),
        way="邮寄退还" if waybill else "当面退还",
        waybill=waybill,
    )


def supervision(
    issuer: Issuer,
    case: Case,
    whose: Particulars,
    *,
    due: datetime,
    state: str,
    times: int,
) -> SupervisionPaper:
    made = case.reminders[-1]
    return SupervisionPaper(
        **common(issuer, case, whose),
        department=case.department,
        officer=case.reviewer,
        stage=made.stage,
        due=due,
        state=state,
        demand=made.demand,
        reply_by=datetime.fromisoformat(made.reply_by),
        issued_by=issuer.clerk,
        times=times,
    )


def masked_name(name: str) -> str:
    """A name for lists others see: the first character and the length."""
    return name[:1] + "*" * (len(name) - 1)

"""更正、作废、撤回、终止、移送、并案、退还、督办: every one with a reason, none without a trace."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.case import Case, Delivery, search_words
from zcdesk.domain.case_ends import (
    CaseAmended,
    CaseJoined,
    CaseMerged,
    CasePapersArrived,
    CasePapersReturned,
    CasePlatformNumbered,
    CaseReminded,
    CaseReminderAnswered,
    CaseSettled,
    CaseSigned,
    CaseTerminated,
    CaseTransferred,
    CaseVoided,
    CaseWithdrawn,
)
from zcdesk.domain.case_parts import CaseMaterial, Signature
from zcdesk.domain.custody import Hand
from zcdesk.domain.deadlines import nearest
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.identity import normalise_number
from zcdesk.domain.message import MessageKind
from zcdesk.domain.numbers import ALPHABET
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.papers_counter import AmendedReceiptPaper, Change, VoidPaper
from zcdesk.domain.person import Person
from zcdesk.domain.sitting import Sitting
from zcdesk.errors import NotAllowed
from zcdesk.operations import case_papers, casework, messages, papers
from zcdesk.operations.casework import Done, Signed
from zcdesk.operations.papers import Filed
from zcdesk.operations.session import Session, clerk, policy
from zcdesk.store import persons

if TYPE_CHECKING:
    from zcdesk.store.transaction import Transaction

CODE_LENGTH = 6


def amend(
    session: Session,
    case_id: str,
    reason: str,
    changes: tuple[Change, ...],
    *,
    approver: str = "",
    applicant: Person | None = None,
    delivery: Delivery | None = None,
    materials: tuple[CaseMaterial, ...] | None = None,
) -> Done:
    """更正: the old receipt is void, a corrected one cites it.

    Args:
        changes: item with its masked value before and after, as the receipt prints them.
        approver: staff number of the supervisor, needed after the hand-over (policy).
    """
    must_say(reason)
    if not changes:
        raise NotAllowed("MND-02")
    with session.transaction() as tx:
        before = casework.case_of(tx, case_id)
        approved = _approved(session, tx, before, approver)
        whose, ref = casework.particulars(tx, before), None
        if applicant is not None:
            whose = msgspec.structs.replace(whose, applicant=applicant)
            ref = persons.put(
                tx,
                f"case:{case_id}",
                whose,
                id_number=normalise_number(applicant.id_number),
                words=search_words(whose),
            )
        case, done = casework.act(
            session,
            tx,
            case_id,
            CaseAmended,
            reason=reason,
            items=tuple(change.item for change in changes),
            receipt=tx.take_number().text,
            replaces=before.intake.receipt,
            query_code="".join(ALPHABET[byte & 31] for byte in tx.random(CODE_LENGTH)),
            approver=approved,
            applicant=ref,
            delivery=delivery,
            materials=materials,
        )
        old = before.intake.receipt
        messages.tell(session, tx, case, MessageKind.AMENDED, done.id, receipt=old)
        standing = msgspec.structs.replace(case.intake, materials=case.materials)
        made = papers.receipt(casework.issuer(session, tx), Filed(whose, (standing,)))
        fields = {f: getattr(made, f) for f in made.__struct_fields__}
        paper = AmendedReceiptPaper(
            **fields,
            replaces=before.intake.receipt,
            replaced_on=tx.at.date(),
            reason=reason,
            changes=changes,
            approver=approved,
        )
        times = len(case.void_receipts)
        return Done(case=case, prints=(casework.print_of(tx, case, paper, times),))


def void(
    session: Session, case_id: str, reason: str, *, approver: str = "", replaced_by: str = ""
) -> Done:
    """作废: a duplicate or a wrong intake; its receipt no longer counts."""
    must_say(reason)
    with session.transaction() as tx:
        before = casework.case_of(tx, case_id)
        approved = _approved(session, tx, before, approver)
        case, done = casework.act(
            session,
            tx,
            case_id,
            CaseVoided,
            reason=reason,
            approver=approved,
            replaced_by=replaced_by,
        )
        messages.tell(session, tx, case, MessageKind.VOIDED, done.id)
        shared = case_papers.common(
            casework.issuer(session, tx), case, casework.particulars(tx, case)
        )
        paper = VoidPaper(**shared, reason=reason, approver=approved, replaced_by=replaced_by)
        return Done(case=case, prints=(casework.print_of(tx, case, paper),))


def withdraw(session: Session, case_id: str, reason: str, *, signed: Signed | None = None) -> Done:
    """撤回 by the applicant, who signs the 撤回申请书.

    Args:
        signed: on the citizen's screen; None = on the paper.
    """
    must_say(reason)
    image = session.store.blobs.put(signed.png) if signed else ""
    with session.transaction() as tx:
        case, _ = casework.act(session, tx, case_id, CaseWithdrawn, reason=reason)
        if signed is not None:
            kind, who = PaperKind.WITHDRAWAL, case.intake.agency.value
            case = casework.sign(session, tx, case, kind, signed, image, who)
        paper = case_papers.withdrawal(
            casework.issuer(session, tx),
            case,
            casework.particulars(tx, case),
            reason,
            on_screen=signed is not None,
        )
        return Done(case=case, prints=(casework.print_of(tx, case, paper),))


def terminate(
    session: Session, case_id: str, reason: str, *, basis: str = "", document_number: str = ""
) -> Done:
    """终止办理: ended without a decision, told in writing."""
    must_say(reason)
    with session.transaction() as tx:
        case, _ = casework.act(
            session,
            tx,
            case_id,
            CaseTerminated,
            reason=reason,
            basis=basis,
            document_number=document_number,
        )
        paper = case_papers.termination(
            casework.issuer(session, tx), case, casework.particulars(tx, case), document_number
        )
        return Done(case=case, prints=(casework.print_of(tx, case, paper),))


def transfer(session: Session, case_id: str, to: str, reason: str) -> Case:
    """移送 to an authority outside the hall."""
    must_say(reason)
    with session.transaction() as tx:
        return casework.act(session, tx, case_id, CaseTransferred, to=to, reason=reason)[0]


def merge(session: Session, case_id: str, into: str, reason: str) -> Case:
    """并案: a parallel case of the same applicant goes on in `into`; figures count once."""
    must_say(reason)
    if case_id == into:
        raise NotAllowed("MND-04")
    with session.transaction() as tx:
        one, other = (
            casework.particulars(tx, casework.case_of(tx, i)).applicant for i in (case_id, into)
        )
        if normalise_number(one.id_number) != normalise_number(other.id_number):
            raise NotAllowed("MND-04")
        casework.act(session, tx, into, CaseJoined, other=f"case:{case_id}")
        return casework.act(session, tx, case_id, CaseMerged, into=f"case:{into}", reason=reason)[0]


def return_papers(
    session: Session, case_id: str, bundles: tuple[int, ...], occasion: str, waybill: str = ""
) -> Done:
    """材料退还, in person or by post; with it the hall's custody ends."""
    with session.transaction() as tx:
        case, _ = casework.act(
            session,
            tx,
            case_id,
            CasePapersReturned,
            occasion=occasion,
            bundles=bundles,
            waybill=waybill,
        )
        names = tuple(name for b in case.bundles if b.no in bundles for name in b.items)
        paper = case_papers.materials_return(
            casework.issuer(session, tx),
            case,
            casework.particulars(tx, case),
            occasion=occasion,
            names=names,
            waybill=waybill,
        )
        gone = sum(b.hand in (Hand.APPLICANT, Hand.POST) for b in case.bundles)
        return Done(case=case, prints=(casework.print_of(tx, case, paper, gone),))


def papers_arrived(
    session: Session, case_id: str, bundles: tuple[int, ...], *, came_back: bool = False
) -> Case:
    """The post delivered returned materials, or brought them back to this window."""
    with session.transaction() as tx:
        window = session.window if came_back else ""
        return casework.act(
            session, tx, case_id, CasePapersArrived, bundles=bundles, window=window
        )[0]


def remind(
    session: Session, case_id: str, demand: str, reply_by: datetime, stage: str = ""
) -> Done:
    """督办: a supervisor's reminder, itself a recorded step, with its 督办单."""
    must_say(demand)
    with session.transaction() as tx:
        return remind_in(session, tx, case_id, demand, reply_by, stage)


def remind_in(
    session: Session,
    tx: Transaction,
    case_id: str,
    demand: str,
    reply_by: datetime,
    stage: str = "",
) -> Done:
    """Remind inside a transaction of the caller's, as one of several."""
    before = casework.case_of(tx, case_id)
    limit = nearest(before, session.calendar, policy(tx).limits, tx.at)
    case, _ = casework.act(
        session,
        tx,
        case_id,
        CaseReminded,
        reminder=tx.new_id(),
        stage=stage or (limit.kind.value if limit else before.state_text),
        demand=demand,
        reply_by=reply_by.isoformat(),
    )
    times = len(case.reminders)
    paper = case_papers.supervision(
        casework.issuer(session, tx),
        case,
        casework.particulars(tx, case),
        due=limit.at if limit and limit.at else reply_by,
        state=limit.state.value if limit else "无在计时限",
        times=times,
    )
    return Done(case=case, prints=(casework.print_of(tx, case, paper, times),))


def answer_reminder(session: Session, case_id: str, reminder: str, text: str) -> Case:
    """Answer a supervisor's reminder."""
    must_say(text)
    with session.transaction() as tx:
        return casework.act(
            session, tx, case_id, CaseReminderAnswered, reminder=reminder, answer=text
        )[0]


def register_platform(session: Session, case_id: str, number: str) -> Case:
    """Note the district platform's number of a case."""
    if not number.strip():
        raise NotAllowed("PLT-01")
    with session.transaction() as tx:
        return casework.act(session, tx, case_id, CasePlatformNumbered, number=number.strip())[0]


def sign(session: Session, case_id: str, signature: Signature) -> Case:
    """Keep a signature image, bound to the digest of what was shown."""
    with session.transaction() as tx:
        at = tx.at_text
        bound = msgspec.structs.replace(signature, at=at, station=session.window)
        return casework.act(session, tx, case_id, CaseSigned, signature=bound)[0]


def sign_all(session: Session, sitting_id: str, png: bytes, shown: str, signer: str) -> None:
    """Keep one signature image for every case of a sitting (收件核对), all of them or none.

    Args:
        png: the strokes; `shown`: digest of the lines they were drawn under.
        signer: role of who signed, never a name.
    """
    image = session.store.blobs.put(png)
    with session.transaction() as tx:
        signature = Signature(
            paper=PaperKind.RECEIPT.value,
            shown=shown,
            image=image,
            signer=signer,
            station=session.window,
            at=tx.at_text,
        )
        sitting = tx.state(f"sitting:{sitting_id}", Sitting)
        for case_id in sitting.case_ids if sitting else ():
            casework.act(session, tx, case_id, CaseSigned, signature=signature)


def settle(session: Session, case_id: str, act: str, how: str) -> Case:
    """A person settled an act that came too late to be applied."""
    must_say(how)
    with session.transaction() as tx:
        return casework.act(session, tx, case_id, CaseSettled, act=act, how=how)[0]


def must_say(reason: str) -> None:
    """Refuse an act on a case that says nothing: MND-01."""
    if not reason.strip():
        raise NotAllowed("MND-01")


def _approved(session: Session, tx: Transaction, case: Case, approver: str) -> str:
    """Return who approved, by name; after the hand-over a supervisor must."""
    if Role.SUPERVISOR in clerk(tx, session.clerk).roles:
        return clerk(tx, session.clerk).name
    passed = any(b.items and b.hand is not Hand.WINDOW for b in case.bundles)
    if not approver:
        if passed and policy(tx).case.mend_needs_approval:
            raise NotAllowed("MND-03")
        return ""
    who = tx.state(f"clerk:{approver}", Clerk)
    if who is None or Role.SUPERVISOR not in who.roles:
        raise NotAllowed("MND-03")
    return who.name

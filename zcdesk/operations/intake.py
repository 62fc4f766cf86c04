"""Taking in: 收件, 坚持递交, 一次性告知, and what is known of a person already.

The case is committed before anything is printed: a dead printer can never lose one (ux 0.6).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain import checklist, readiness
from zcdesk.domain.act import NewAct
from zcdesk.domain.case import Particulars, search_words
from zcdesk.domain.deferral import check_promises
from zcdesk.domain.identity import normalise_number
from zcdesk.domain.message import MessageKind
from zcdesk.domain.numbers import ALPHABET
from zcdesk.domain.papers import Paper, PaperKind, PromisePaper
from zcdesk.domain.person import Agency
from zcdesk.domain.sitting import (
    LackingLine,
    SittingNotified,
    SittingReceived,
    SittingReferred,
)
from zcdesk.domain.ticket import Outcome
from zcdesk.domain.visit import Applicant, Phase, Visit, matters_of, rows_of
from zcdesk.errors import NotAllowed, UserError
from zcdesk.operations import (
    assemble,
    drafts,
    messages,
    online,
    papers,
    parcels,
    printing,
    queue,
    tickets,
)
from zcdesk.operations.papers import Filed
from zcdesk.operations.printing import PrintTask
from zcdesk.operations.session import Session, clerk, hall, policy
from zcdesk.store import persons

if TYPE_CHECKING:
    from zcdesk.domain.checklist import Row
    from zcdesk.domain.papers import Party
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

CODE_LENGTH = 6


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """What a 收件 made: the closed visit, printed numbers and the papers to print."""

    visit: Visit
    receipts: tuple[str, ...]
    cases: tuple[str, ...]
    prints: tuple[PrintTask, ...]
    insisted: bool = False


class Notified(msgspec.Struct, frozen=True, kw_only=True):
    """What a 一次性告知 made; `code` restores the visit by one scan."""

    number: str
    code: str
    prints: tuple[PrintTask, ...]


def save(session: Session, visit: Visit) -> None:
    """Keep the open visit as it stands."""
    with session.transaction() as tx:
        queue.must_be_here(tx, visit)
        drafts.put(tx, visit, drafts.OPEN)


def reopen(session: Session) -> Visit | None:
    """Return the visit that was open when the program ended, if any."""
    with session.reading() as store:
        visit = drafts.open_visit(store, session.window)
        return drafts.with_versions(store, visit) if visit else None


def look_for_newer(session: Session, visit: Visit) -> Visit:
    """Note which matters of the visit were published anew; its lists stay as they are (UX-26)."""
    with session.reading() as store:
        return drafts.with_versions(store, visit)


def receive(session: Session, visit: Visit) -> Received:
    """Take the whole sitting in: cases, receipts, ticket and draft in one transaction."""
    _refuse(readiness.blockers(visit, session.now().date()))
    with session.transaction() as tx:
        check_promises(visit, session.calendar, policy(tx).limits, session.now())
        return _take_in(session, tx, visit, insisted=False)


def insist(session: Session, visit: Visit) -> Received:
    """坚持递交: take in what there is; the department decides (窗口无否决权).

    Who lacks nothing is taken in as usual.
    """
    rows = (row for who in visit.applicants for row in rows_of(visit, who))
    if not any(checklist.falls_short(row) for row in rows):
        return receive(session, visit)
    _refuse(readiness.identity_blockers(visit, session.now().date()))
    with session.transaction() as tx:
        return _take_in(session, tx, visit, insisted=True)


def notify(session: Session, visit: Visit) -> Notified:
    """Tell everything missing or wrong at once and end the visit until it comes back.

    Each applicant of a batch who lacks something has a notice; one code restores the sitting.

    Raises:
        NotAllowed: CHK-16 nothing to tell; CHK-24 rows nobody looked at; IDC-24 nobody to tell.
    """
    if left := readiness.unjudged(visit, session.now().date()):
        raise NotAllowed("CHK-24", n=len(left))
    told = [(who, rows) for who in visit.applicants if (rows := _lacking(visit, who))]
    if not told:
        raise NotAllowed("CHK-16")
    if not all(who.person.name for who, _ in told):
        raise NotAllowed("IDC-24")
    with session.transaction() as tx:
        code = _code(tx)
        tasks = tuple(_notice(session, tx, visit, who, rows, code) for who, rows in told)
        is_told = not visit.parcel or parcels.note_notified(tx, visit, tasks[0].number)
        if is_told:
            for (who, _), task in zip(told, tasks, strict=True):
                _message_notice(session, tx, visit, who, task.number, code)
        queue.close(session, tx, visit, Outcome.NOTIFIED)
        drafts.put_noticed(tx, visit, code)
    return Notified(number=tasks[0].number, code=code, prints=tasks)


def come_back(session: Session, code: str) -> Visit:
    """Restore a noticed visit by its code, ahead of the queue (当日优先)."""
    wanted = "".join(c for c in code.upper() if c in ALPHABET)
    with session.transaction() as tx:
        drafts.must_be_free(tx, session.window)
        before = drafts.noticed(tx, wanted)
        if before is None:
            raise UserError("QUE-13")
        subject = tickets.take_own(tx, session)
        before = msgspec.structs.replace(before, window=session.window)
        return queue.claim_own(session, tx, subject, drafts.with_versions(tx, before))


def refer(session: Session, matter_key: str) -> None:
    """Send somebody with a secret matter to its own window: counted, nothing else is kept."""
    with session.transaction() as tx:
        body = SittingReferred(window=session.window, matter=matter_key)
        tx.append(NewAct(subject=f"sitting:{tx.new_id()}", body=body))


def preview(session: Session, visit: Visit, kind: PaperKind) -> tuple[Paper, ...]:
    """Return the papers as they would be printed now, numbers still open."""
    with session.reading() as store:
        issuer = _issuer(session, store)
        terms = _terms(session, store, insisted=kind is PaperKind.VOUCHER)
        filed = [Filed(d.particulars, d.cases) for d in assemble.drafts(visit, terms) if d.cases]
    match kind:
        case PaperKind.RECEIPT:
            return tuple(papers.receipt(issuer, f) for f in filed)
        case PaperKind.VOUCHER:
            short = (f for f in filed if any(case.insisted for case in f.cases))
            return tuple(papers.voucher(issuer, f) for f in short)
        case PaperKind.PROMISE:
            return tuple(p for f in filed if (p := papers.promise(issuer, f)) is not None)
        case PaperKind.SUMMARY if len(filed) > 1:
            return (papers.summary(issuer, "", _presenter(visit), filed),)
        case _:
            return ()


def promises(session: Session, visit: Visit) -> tuple[PromisePaper, ...]:
    """Return the promises to sign, one per applicant; they cite the ticket, not yet a number."""
    ticket = visit.ticket.number if visit.ticket else visit.id[-6:].upper()
    found = preview(session, visit, PaperKind.PROMISE)
    return tuple(
        msgspec.structs.replace(p, head=msgspec.structs.replace(p.head, number=f"取号 {ticket}"))
        for p in found
        if isinstance(p, PromisePaper)
    )


def _refuse(found: tuple[readiness.Blocker, ...]) -> None:
    if found:
        raise NotAllowed(found[0].code, **found[0].fields)


def _take_in(session: Session, tx: Transaction, visit: Visit, *, insisted: bool) -> Received:
    terms = _terms(session, tx, insisted=insisted)
    filed = tuple(_file(session, tx, draft) for draft in assemble.drafts(visit, terms))
    receipts = tuple(f.cases[0].receipt for f, _ in filed)
    cases = tuple(case.number for f, _ in filed for case in f.cases)
    insisted = any(case.insisted for f, _ in filed for case in f.cases)
    body = SittingReceived(
        ticket=visit.ticket.number if visit.ticket else "",
        window=session.window,
        receipts=receipts,
        case_ids=tuple(id_ for _, ids in filed for id_ in ids),
        insisted=insisted,
        simulated=session.simulated,
    )
    tx.append(NewAct(subject=f"sitting:{visit.id}", body=body))
    if visit.online:
        online.note_taken(tx, visit, body.case_ids)
    if visit.parcel:
        parcels.note_taken(session, tx, visit, body)
    outcome = Outcome.INSISTED if insisted else Outcome.RECEIVED
    queue.close(session, tx, visit, outcome)
    done = msgspec.structs.replace(visit, phase=Phase.DONE)
    tasks = _prints(_issuer(session, tx), visit, [f for f, _ in filed])
    prints = tuple(printing.queue(tx, task) for task in tasks)
    return Received(visit=done, receipts=receipts, cases=cases, prints=prints, insisted=insisted)


def _file(
    session: Session, tx: Transaction, draft: assemble.Draft
) -> tuple[Filed, tuple[str, ...]]:
    """Number and record one applicant's cases."""
    receipt, code = tx.take_number().text, _code(tx)
    several = len(draft.cases) > 1
    done, ids = [], []
    for line, case in enumerate(draft.cases, 1):
        case_id = tx.new_id()
        ref = persons.put(
            tx,
            f"case:{case_id}",
            draft.particulars,
            id_number=normalise_number(draft.particulars.applicant.id_number),
            words=search_words(draft.particulars),
        )
        body = msgspec.structs.replace(
            case,
            number=f"{receipt}-{line}" if several else receipt,
            receipt=receipt,
            query_code=code,
            applicant=ref,
        )
        about = f"department:{case.department}"
        tx.append(NewAct(subject=f"case:{case_id}", body=body, audience=about))
        done.append(body)
        ids.append(case_id)
    return Filed(draft.particulars, tuple(done)), tuple(ids)


def _prints(issuer: papers.Issuer, visit: Visit, filed: list[Filed]) -> tuple[PrintTask, ...]:
    tasks = [_proof(issuer, visit, f) for f in filed]
    if len(filed) > 1:
        number = filed[0].cases[0].receipt
        paper = papers.summary(issuer, number, _presenter(visit), filed)
        tasks.append(
            PrintTask(sitting=visit.id, kind=PaperKind.SUMMARY, number=number, paper=paper)
        )
    return tuple(tasks)


def _proof(issuer: papers.Issuer, visit: Visit, filed: Filed) -> PrintTask:
    """One applicant's 收件通知书, or the 材料接收凭证 of one who insisted."""
    number = filed.cases[0].receipt
    if any(case.insisted for case in filed.cases):
        voucher = papers.voucher(issuer, filed)
        return PrintTask(sitting=visit.id, kind=PaperKind.VOUCHER, number=number, paper=voucher)
    receipt = papers.receipt(issuer, filed)
    return PrintTask(sitting=visit.id, kind=PaperKind.RECEIPT, number=number, paper=receipt)


def _notice(
    session: Session,
    tx: Transaction,
    visit: Visit,
    who: Applicant,
    rows: tuple[Row, ...],
    code: str,
) -> PrintTask:
    """Record and queue one applicant's 一次性告知书."""
    number, matters = tx.take_number().text, matters_of(visit, who)
    body = SittingNotified(
        ticket=visit.ticket.number if visit.ticket else "",
        window=session.window,
        number=number,
        code=code,
        matters=tuple(m.key for m in matters),
        lines=tuple(_lacking_line(row) for row in rows),
        simulated=session.simulated,
    )
    tx.append(NewAct(subject=f"sitting:{visit.id}", body=body))
    paper = papers.notice(
        _issuer(session, tx),
        number=number,
        code=code,
        particulars=_particulars(visit, who),
        agency=visit.agency,
        matters=matters,
        rows=rows,
    )
    task = PrintTask(sitting=visit.id, kind=PaperKind.NOTICE, number=number, paper=paper)
    return printing.queue(tx, task)


def _message_notice(
    session: Session, tx: Transaction, visit: Visit, who: Applicant, number: str, code: str
) -> None:
    """Queue the message that goes with a notice; without a number to send it to, none."""
    whose = _particulars(visit, who)
    has_phone = bool(whose.applicant.phone or (whose.presenter and whose.presenter.phone))
    if not has_phone or not messages.is_wanted(tx, MessageKind.NOTICE):
        return
    subject = f"sitting:{visit.id}"
    messages.queue(
        session,
        tx,
        subject,
        MessageKind.NOTICE,
        number,
        persons.put(tx, subject, whose),
        matter=messages.matter_words(matters_of(visit, who)),
        number=number,
        code=code,
    )


def _terms(session: Session, store: Reader, *, insisted: bool) -> assemble.Terms:
    return assemble.Terms(
        calendar=session.calendar,
        policy=policy(store),
        at=session.now(),
        insisted=insisted,
        simulated=session.simulated,
    )


def _issuer(session: Session, store: Reader) -> papers.Issuer:
    return papers.Issuer(
        hall=hall(store),
        window=session.window,
        clerk=clerk(store, session.clerk).name,
        at=session.now(),
        acceptance_days=policy(store).limits.acceptance_days,
        simulated=session.simulated,
    )


def _particulars(visit: Visit, who: Applicant) -> Particulars:
    own = visit.agency is Agency.SELF
    return Particulars(applicant=who.person, presenter=None if own else visit.presenter)


def _presenter(visit: Visit) -> Party:
    """Who hands in for the whole batch."""
    own = visit.agency is Agency.SELF
    who = visit.applicant.person if own else visit.presenter
    return papers.party(Particulars(applicant=who), visit.agency)


def _lacking(visit: Visit, who: Applicant) -> tuple[Row, ...]:
    return checklist.lacking(rows_of(visit, who))


def _lacking_line(row: Row) -> LackingLine:
    return LackingLine(
        name=row.name,
        defective=row.mark.state is checklist.RowState.DEFECTIVE,
        reason=row.mark.reason,
    )


def _code(tx: Transaction) -> str:
    """A short code nobody can guess from the number."""
    return "".join(ALPHABET[byte & 31] for byte in tx.random(CODE_LENGTH))

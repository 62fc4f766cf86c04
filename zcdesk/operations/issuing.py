"""发放: results go to the applicant or to who may fetch them, each with its 送达回执.

One person's results go out together or not at all; what is refused names the case it is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.case import Case, CaseState, Particulars
from zcdesk.domain.case_ends import CaseIssued, CasePosted
from zcdesk.domain.case_parts import ON_PAPER, ON_SCREEN
from zcdesk.domain.deadlines import after
from zcdesk.domain.identity import normalise_number
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Agency, Person
from zcdesk.errors import NotAllowed
from zcdesk.operations import case_papers, casework
from zcdesk.operations.casework import Done, Signed
from zcdesk.operations.printing import PrintTask
from zcdesk.operations.session import Session, policy
from zcdesk.store import persons

if TYPE_CHECKING:
    from zcdesk.store.transaction import Transaction


class Receiver(msgspec.Struct, frozen=True, kw_only=True):
    """Who came to fetch a result.

    Attributes:
        agency: 本人, 代办, 单位经办人; anybody but the applicant needs `authority`.
        authority: how it was proved: number or date of the 委托书.
        covers: ids of the cases the authority names; empty = every result of the applicant.
    """

    person: Person
    agency: Agency = Agency.SELF
    authority: str = ""
    covers: tuple[str, ...] = ()


class Issued(msgspec.Struct, frozen=True, kw_only=True):
    """What went out, and its papers."""

    cases: tuple[Case, ...]
    prints: tuple[PrintTask, ...]


def issue(
    session: Session,
    case_id: str,
    receiver: Receiver,
    *,
    collected: tuple[str, ...] = (),
) -> Done:
    """Hand out one result against a signature on paper; see `issue_all`."""
    done = issue_all(session, (case_id,), receiver, collected={case_id: collected})
    return Done(case=done.cases[0], prints=done.prints)


def issue_all(
    session: Session,
    case_ids: tuple[str, ...],
    receiver: Receiver,
    *,
    collected: Mapping[str, tuple[str, ...]],
    signed: Signed | None = None,
) -> Issued:
    """发放 after the identity check, all of them or none.

    Args:
        collected: by case, the names of the materials taken in.
        signed: the receiver's signature on the citizen's screen; None = on the paper.

    Raises:
        NotAllowed: RES-02 already issued, RES-03 not this person's, RES-04 no authority, RES-05
            something was not collected, RES-13 the authority does not name the case.
    """
    image = session.store.blobs.put(signed.png) if signed else ""
    with session.transaction() as tx:
        out = [
            _issue(session, tx, case_id, receiver, collected.get(case_id, ()), signed, image)
            for case_id in case_ids
        ]
    return Issued(
        cases=tuple(one.case for one in out),
        prints=tuple(task for one in out for task in one.prints),
    )


def _issue(
    session: Session,
    tx: Transaction,
    case_id: str,
    receiver: Receiver,
    collected: tuple[str, ...],
    signed: Signed | None,
    image: str,
) -> Done:
    case = casework.case_of(tx, case_id)
    whose = casework.particulars(tx, case)
    _must_wait(case)
    must_be_theirs(whose.applicant, receiver)
    if receiver.covers and case_id not in receiver.covers:
        raise NotAllowed("RES-13", number=case.intake.number)
    ref = None
    if receiver.agency is not Agency.SELF:
        ref = persons.put(tx, f"case:{case_id}", receiver.person)
    gone, _ = casework.act(
        session,
        tx,
        case_id,
        CaseIssued,
        window=session.window,
        receiver=receiver.agency.value,
        person=ref,
        authority=receiver.authority,
        collected=collected,
        proof=ON_SCREEN if signed else ON_PAPER,
        receipt_due=after(
            session.calendar, policy(tx).limits, tx.at, policy(tx).limits.archive_days
        ),
    )
    if signed is not None:
        who = receiver.agency.value
        gone = casework.sign(session, tx, gone, PaperKind.DELIVERY, signed, image, who)
    return _with_paper(session, tx, gone, whose, receiver, collected)


def _with_paper(
    session: Session,
    tx: Transaction,
    case: Case,
    whose: Particulars,
    receiver: Receiver,
    collected: tuple[str, ...],
) -> Done:
    own = receiver.agency is Agency.SELF
    paper = case_papers.delivery(
        casework.issuer(session, tx),
        case,
        whose,
        receiver=None if own else receiver.person,
        role=receiver.agency.value,
        collected=collected,
    )
    return Done(case=case, prints=(casework.print_of(tx, case, paper, times_out(tx, case)),))


def times_out(tx: Transaction, case: Case) -> int:
    """Count how often a result left the counter: each time has a 送达回执 of its own."""
    ways = (CaseIssued.kind, CasePosted.kind)
    return sum(act.kind in ways for act in tx.acts(f"case:{case.id}"))


def _must_wait(case: Case) -> None:
    """Say when it went out, rather than that the state does not allow it."""
    if case.state in (CaseState.DELIVERED, CaseState.ARCHIVED) and case.dispatch:
        raise NotAllowed("RES-02", time=case.dispatch.at[:16].replace("T", " "))


def must_be_theirs(applicant: Person, receiver: Receiver) -> None:
    """Compare who came with whose it is; a unit's clerk and an agent need their authority."""
    if receiver.agency is Agency.SELF and not applicant.is_unit:
        came = normalise_number(receiver.person.id_number)
        if not came or came != normalise_number(applicant.id_number):
            raise NotAllowed("RES-03")
        return
    if not receiver.authority.strip() or not receiver.person.is_identified:
        raise NotAllowed("RES-04")

"""The one way an act comes onto a case: who acts, whether they may, and the act itself.

Every operation on a case goes through `act`: state, role, department and every other condition
are asked of `domain.case_rules`, the same table the fold and the screens read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from zcdesk.domain.act import Act, NewAct
from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.case_acts import CaseAct
from zcdesk.domain.case_ends import CaseSigned
from zcdesk.domain.case_parts import Signature
from zcdesk.domain.case_rules import TABLE, refusal
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.papers import Paper, PaperKind, kind_of
from zcdesk.errors import NotAllowed, UserError
from zcdesk.operations import printing
from zcdesk.operations.papers import Issuer
from zcdesk.operations.printing import PrintTask
from zcdesk.operations.session import Session, clerk, hall, policy
from zcdesk.store import persons

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

OFFICE = frozenset({Role.REVIEWER, Role.CHIEF})
READERS = (
    Role.CLERK,
    Role.AGENT_OFFICER,
    Role.REVIEWER,
    Role.CHIEF,
    Role.RESULT_CLERK,
    Role.SUPERVISOR,
    Role.AUDITOR,
)
"""Who may look for cases and read them; a guide or an editor has no business with them."""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What an operation on a case made: the case as it is now, and papers to print."""

    case: Case
    prints: tuple[PrintTask, ...] = ()


class Signed(msgspec.Struct, frozen=True, kw_only=True):
    """手写签名影像 of a citizen: the picture, and the digest of the very lines above it."""

    png: bytes
    shown: str


def case_of(store: Reader, case_id: str) -> Case:
    """Return a case by its id."""
    found = store.state(f"case:{case_id}", Case)
    if found is None:
        raise UserError("CAS-06")
    return found


def particulars(store: Reader, case: Case) -> Particulars:
    """Return whose case it is.

    Raises:
        UserError: the personal record was erased.
    """
    found = persons.get(store, case.intake.applicant, Particulars)
    if found is None:
        raise UserError("CAS-07")
    return found


def act(
    session: Session, tx: Transaction, case_id: str, kind: type[CaseAct], **fields: Any
) -> tuple[Case, Act]:
    """Record an act on a case in the first capacity of the clerk that allows it.

    Raises:
        NotAllowed: nobody in the clerk's roles may, or the state does not allow it (any more).
    """
    case = case_of(tx, case_id)
    first: str | None = None
    for role, department in capacities(clerk(tx, session.clerk), kind):
        body = kind(role=role, department=department, **fields)
        code = refusal(case, body, tx.at_text)
        if code is None:
            about = f"department:{case.department}"
            made = tx.append(NewAct(subject=f"case:{case_id}", body=body, audience=about))
            return case_of(tx, case_id), made
        first = first or code
    raise NotAllowed(first or "CAS-02", n=len(case.unseen), number=case.intake.number)


def may(case: Case, who: Clerk, kind: type[CaseAct]) -> bool:
    """Tell a page whether to offer an act: state, role and department, nothing else."""
    return any(
        case.state in TABLE[kind].states and (role not in OFFICE or department)
        for role, department in capacities(who, kind)
    )


def capacities(who: Clerk, kind: type[CaseAct]) -> Iterator[tuple[Role, str]]:
    """Yield every (role, department) in which somebody could do an act of this kind."""
    for role in who.roles:
        if role not in TABLE[kind].roles:
            continue
        if role in OFFICE:
            for department in who.departments:
                yield role, department
        else:
            yield role, ""


def must_hold(session: Session, store: Reader, *roles: Role) -> Clerk:
    """Return the clerk of the session, who must hold one of the roles."""
    who = clerk(store, session.clerk)
    if not set(roles) & set(who.roles):
        raise NotAllowed("CAS-02")
    return who


def issuer(session: Session, store: Reader) -> Issuer:
    """Say who issues a paper now."""
    return Issuer(
        hall=hall(store),
        window=session.window,
        clerk=clerk(store, session.clerk).name,
        at=session.now(),
        acceptance_days=policy(store).limits.acceptance_days,
        simulated=session.simulated,
    )


def print_of(tx: Transaction, case: Case, paper: Paper, times: int = 1) -> PrintTask:
    """Queue a paper about a case; the n-th of one kind is a paper of its own, not a copy."""
    number = case.intake.number if times < 2 else f"{case.intake.number}/{times}"
    task = PrintTask(sitting=case.intake.sitting, kind=kind_of(paper), number=number, paper=paper)
    return printing.queue(tx, task)


def sign(
    session: Session,
    tx: Transaction,
    case: Case,
    kind: PaperKind,
    signed: Signed,
    image: str,
    who: str,
) -> Case:
    """Keep what was signed on the citizen's screen instead of on a paper.

    Args:
        image: where the picture was put (`blobs.put`), before the transaction.
        who: role of who signed, never a name.
    """
    signature = Signature(
        paper=kind.value,
        shown=signed.shown,
        image=image,
        signer=who,
        station=session.window,
        at=tx.at_text,
    )
    return act(session, tx, case.id, CaseSigned, signature=signature)[0]


def spool(tx: Transaction, subject: str, kind: PaperKind, number: str, paper: Paper) -> PrintTask:
    """Queue a list that belongs to no single case."""
    return printing.queue(tx, PrintTask(sitting=subject, kind=kind, number=number, paper=paper))

"""Lists between departments and the result counter: results in, signed receipts out, both signed.

The counter's side is signed by being logged in; the department's by card, PIN, pen or on paper,
as at the hand-over desk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.case import CaseState
from zcdesk.domain.hall import Role
from zcdesk.domain.handover import Handover, HandoverKind, Side
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework, handover, handover_desk, results
from zcdesk.operations.handover_desk import Proof, Taker
from zcdesk.operations.session import Session

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


class OpenList(msgspec.Struct, frozen=True, kw_only=True):
    """A list nobody signed yet.

    Attributes:
        brings: the department brings results; else it fetches receipts.
        left: results of it that were not compared yet.
        numbers: of its cases, as the list prints them.
    """

    id: str
    number: str
    department: str
    brings: bool
    numbers: tuple[str, ...]
    left: int = 0


def open_lists(session: Session) -> tuple[OpenList, ...]:
    """Return the lists of results and receipts that wait for signatures, the oldest first."""
    found = (
        *handover.unsigned(session, HandoverKind.RESULTS),
        *handover.unsigned(session, HandoverKind.RECEIPTS),
    )
    with session.reading() as store:
        casework.must_hold(session, store, Role.RESULT_CLERK)
        return tuple(_open(store, id_, one) for id_, one in found)


def sign(session: Session, list_id: str, other: Taker) -> None:
    """Both sides sign; `other` is who came from the department.

    Raises:
        NotAllowed: RES-21 results of the list were not compared, HND-04 no proof, HND-10 not of
            that department, SEC-02 a wrong PIN.
    """
    with session.reading() as store:
        own = casework.must_hold(session, store, Role.RESULT_CLERK)
        open_ = handover.must_be_open(store, list_id)
        left = _open(store, list_id, open_).left
    if left:
        raise NotAllowed("RES-21", n=left)
    theirs = handover_desk.side_of(session, open_, other)
    ours = Side(clerk=own.staff_no, name=own.name, proof=Proof.PIN.value)
    brings = open_.kind is HandoverKind.RESULTS
    giver, taker = (theirs, ours) if brings else (ours, theirs)
    results.sign_list(session, list_id, giver, taker)


def _open(store: Reader, id_: str, one: Handover) -> OpenList:
    cases = tuple(casework.case_of(store, case_id) for case_id in one.cases)
    brings = one.kind is HandoverKind.RESULTS
    return OpenList(
        id=id_,
        number=one.number,
        department=one.department,
        brings=brings,
        numbers=tuple(case.intake.number for case in cases),
        left=sum(case.state is CaseState.SENT for case in cases) if brings else 0,
    )

"""Who was at the window: a login that waits for the server's word, and a supervisor's instead."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Role
from zcdesk.domain.shift import REASONS, Shift, ShiftBegan, ShiftConfirmed
from zcdesk.domain.statement import LoginStatement, encode
from zcdesk.errors import NotAllowed
from zcdesk.operations.session import Session, clerk
from zcdesk.store import shifts

if TYPE_CHECKING:
    from zcdesk.store.transaction import Transaction
    from zcdesk.store.verifiers import Checked


class Unverified(msgspec.Struct, frozen=True, kw_only=True):
    """A shift nobody vouches for yet.

    Attributes:
        at: ISO time of the login. reason: what the server said; empty = it was not asked yet.
    """

    id: str
    clerk: str
    window: str
    at: str
    reason: str


def begin(tx: Transaction, window: str, checked: Checked) -> None:
    """Sign the login with the clerk's own key, where the hall has a server that signs shifts."""
    if not tx.standing.epoch or checked.signer is None or not shifts.server_key(tx):
        return
    shift, who = tx.new_id(), checked.verifier
    said = LoginStatement(
        tx.hall_id, shift, who.clerk, tx.standing.origin, window, who.version, tx.at_text
    )
    proof = base64.b64encode(checked.signer.sign(encode(said))).decode()
    body = ShiftBegan(clerk=who.clerk, window=window, version=who.version, proof=proof)
    tx.append(NewAct(subject=f"shift:{shift}", body=body))
    shifts.await_word(tx, shift)


def unverified(session: Session) -> tuple[Unverified, ...]:
    """Return every shift of the hall without a good token and without a supervisor's word."""
    with session.reading() as store:
        public = shifts.server_key(store)
        return tuple(
            Unverified(
                id=subject.partition(":")[2],
                clerk=shift.clerk,
                window=shift.window,
                at=shift.at,
                reason=REASONS.get(shift.refused, shift.refused),
            )
            for subject, shift in store.states(Shift)
            if not shift.confirmed_by and not shifts.is_vouched(shift, subject, public)
        )


def confirm(session: Session, shift: str, remark: str) -> None:
    """A supervisor says who it was; nobody confirms their own login.

    Raises:
        NotAllowed: not a supervisor, or the clerk of the shift.
    """
    with session.transaction() as tx:
        found = tx.state(f"shift:{shift}", Shift)
        is_own = found is not None and found.clerk == session.clerk
        if is_own or Role.SUPERVISOR not in clerk(tx, session.clerk).roles:
            raise NotAllowed("SEC-04")
        tx.append(NewAct(subject=f"shift:{shift}", body=ShiftConfirmed(remark=remark)))

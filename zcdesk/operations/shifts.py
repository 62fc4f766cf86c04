"""Who was at the window: a login that waits for the server's word, and a supervisor's instead."""

from __future__ import annotations

import base64
from collections.abc import Iterator
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
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction
    from zcdesk.store.verifiers import Checked


LOOKED_AT = 300
"""Shifts looked through for those nobody vouches for: some days of a large hall."""


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
    """Return the hall's shifts, newest first, that neither server nor supervisor vouches for."""
    with session.reading() as store:
        return tuple(
            Unverified(
                id=subject.partition(":")[2],
                clerk=shift.clerk,
                window=shift.window,
                at=shift.at,
                reason=REASONS.get(shift.refused, shift.refused),
            )
            for subject, shift in unverified_in(store)
        )


def unverified_in(store: Reader) -> Iterator[tuple[str, Shift]]:
    """Yield (subject, shift) of those nobody vouches for, among the newest of the hall."""
    public = shifts.server_key(store)
    for subject in shifts.newest(store, LOOKED_AT):
        shift = store.state(subject, Shift)
        if shift is None or shift.confirmed_by:
            continue
        if not shifts.is_vouched(shift, subject, public):
            yield subject, shift


def confirm(session: Session, shift: str, remark: str) -> None:
    """A supervisor says who it was; nobody confirms their own login.

    Raises:
        NotAllowed: not a supervisor, or the clerk of the shift.
    """
    with session.transaction() as tx:
        confirm_in(tx, f"shift:{shift}", remark)


def confirm_in(tx: Transaction, subject: str, remark: str) -> None:
    """Do so inside an open transaction, whose clerk it is."""
    found = tx.state(subject, Shift)
    is_own = found is not None and found.clerk == tx.clerk
    if is_own or Role.SUPERVISOR not in clerk(tx, tx.clerk).roles:
        raise NotAllowed("SEC-04")
    tx.append(NewAct(subject=subject, body=ShiftConfirmed(remark=remark)))

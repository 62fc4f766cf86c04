"""What is signed: the end of a hall's order, a login at a window, and the server's word on it.

A statement is the exact bytes that were signed; its first field names its kind and version, so no
signature of one kind can stand for another.
"""

from __future__ import annotations

import msgspec


class HeadStatement(msgspec.Struct, frozen=True, array_like=True, tag="zcdesk head 1"):
    """Where a hall's order stood.

    Attributes:
        epoch_start: position at which the epoch began; what an older epoch signed beyond it was
            lost in a restore and binds nobody.
        at: ISO time of the signer.
    """

    hall: str
    epoch: int
    epoch_start: int
    position: int
    chain: str
    at: str


class LoginStatement(msgspec.Struct, frozen=True, array_like=True, tag="zcdesk login 1"):
    """A clerk came on duty; signed with the key that only their secret gives.

    Attributes:
        origin: the station incarnation it was signed at. version: of the secret's verifier.
    """

    hall: str
    shift: str
    clerk: str
    origin: str
    window: str
    version: int
    at: str


class ShiftStatement(msgspec.Struct, frozen=True, array_like=True, tag="zcdesk shift 1"):
    """The server's token: who is at which station, from when until when (ISO times)."""

    hall: str
    shift: str
    clerk: str
    station: str
    since: str
    until: str


def encode(statement: msgspec.Struct) -> bytes:
    """Return the bytes to sign."""
    return msgspec.json.encode(statement)

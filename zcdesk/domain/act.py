"""The act (办理记录): envelope, body, hash and chain.

An act is immutable. Its hash covers the envelope and the hash of the body, so an erased body
leaves a stub that still verifies (architecture 4). Nothing here stores or sends an act.
"""

from __future__ import annotations

import hashlib
from typing import ClassVar

import msgspec

ALGORITHM = "sha256"
GENESIS = ""
"""`prev` of the first act of an incarnation and `base` of the first act on a subject."""

BODY_LARGEST = 256 * 1024
"""Bytes of a body that a hall's server takes."""

ENVELOPE_LARGEST = 8 * 1024
"""Bytes of an envelope that it takes."""


class Body(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The content of an act; each kind is one subclass, listed in `kinds.KINDS`."""

    kind: ClassVar[str] = ""
    shape: ClassVar[int] = 1


class Act(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One immutable record; it holds no containers, so the collector need not look into it.

    Attributes:
        id: UUIDv7, made where the act happened.
        origin: the station incarnation that wrote it; `seq` is gapless within it, from 1.
        at: ISO 8601 with offset, from the station's clock; `clock_ok` says whether it was trusted.
        subject: `case:…`, `ticket:…`, `matter:…`, `window:…`, `clerk:…`, `rating:…`,
            `sitting:…`, `shift:…`, `hall`, `policy`.
        base: hash of the last act on that subject the author saw, sent or not.
        shape: version of the body's shape.
        audience: who may have the body: `hall`, `category:…`, `department:…`; no personal data.
        prev: hash of the previous act of the same origin.
        body: the exact bytes that were hashed; None once erased.
    """

    id: str
    hall: str
    origin: str
    seq: int
    clerk: str
    at: str
    clock_ok: bool
    subject: str
    base: str
    kind: str
    shape: int
    audience: str
    prev: str
    body_hash: str
    hash: str
    body: bytes | None


class NewAct(msgspec.Struct, frozen=True, kw_only=True):
    """What an operation wants recorded; the store adds origin, number and hashes."""

    subject: str
    body: Body
    audience: str = "hall"


class Position(msgspec.Struct, frozen=True, gc=False):
    """A place in the hall's one order: always the number *and* the running chain hash."""

    number: int
    chain: str


START = Position(0, GENESIS)


def digest(data: bytes) -> str:
    """Hash `data`, with the algorithm named in the result (`sha256:…`)."""
    return f"{ALGORITHM}:{hashlib.sha256(data).hexdigest()}"


def encode_body(body: Body) -> bytes:
    """Return the canonical JSON bytes of a body: UTF-8, keys in order, as they are hashed.

    Names are not Unicode-normalised: the character on the card is the person's name.
    """
    return msgspec.json.encode(body, order="deterministic")


def envelope(act: Act) -> bytes:
    """Return the bytes of everything but the body and the two hashes."""
    return msgspec.json.encode(
        (
            act.id,
            act.hall,
            act.origin,
            act.seq,
            act.clerk,
            act.at,
            act.clock_ok,
            act.subject,
            act.base,
            act.kind,
            act.shape,
            act.audience,
            act.prev,
        )
    )


def act_hash(act: Act) -> str:
    """Hash envelope ‖ H(body)."""
    return digest(envelope(act) + act.body_hash.encode())


def seal(
    new: NewAct,
    *,
    id: str,  # noqa: A002 - the field's name
    hall: str,
    origin: str,
    seq: int,
    clerk: str,
    at: str,
    clock_ok: bool,
    base: str,
    prev: str,
) -> Act:
    """Make the finished act, hashes included."""
    body = encode_body(new.body)
    act = Act(
        id=id,
        hall=hall,
        origin=origin,
        seq=seq,
        clerk=clerk,
        at=at,
        clock_ok=clock_ok,
        subject=new.subject,
        base=base,
        kind=new.body.kind,
        shape=new.body.shape,
        audience=new.audience,
        prev=prev,
        body_hash=digest(body),
        hash="",
        body=body,
    )
    return msgspec.structs.replace(act, hash=act_hash(act))


def next_chain(chain: str, act: Act) -> str:
    """Return the hall's running chain hash after `act`."""
    return digest(f"{chain}|{act.hash}".encode("ascii"))


def flaw(act: Act) -> str | None:
    """Say what is wrong with an act's own hashes, or None."""
    if act.body is not None and digest(act.body) != act.body_hash:
        return "body"
    if act_hash(act) != act.hash:
        return "envelope"
    return None


def is_too_large(act: Act) -> bool:
    """Tell whether no hall's server would take an act for its size."""
    return len(act.body or b"") > BODY_LARGEST or len(envelope(act)) > ENVELOPE_LARGEST


def is_unfit(act: Act) -> bool:
    """Tell whether an act read from a file can never be placed: too large, or altered by hand."""
    # The file may hold anything where a hand altered it, words in place of bytes too.
    if not isinstance(act.body, bytes | None):
        return True
    return flaw(act) is not None or is_too_large(act)

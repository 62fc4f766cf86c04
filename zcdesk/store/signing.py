"""Signatures: the server's own key in a file (Ed25519 or SM2), a clerk's from their secret.

The server's key never enters its database: a station's login, and whoever reads the database,
cannot sign. A second digest in SM3 stands beside each signed head; public keys and digests name
their algorithm.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from zcdesk.domain.act import Position
from zcdesk.domain.statement import HeadStatement
from zcdesk.store import algorithms, sm2
from zcdesk.store.place import write_durably
from zcdesk.store.walk import Fault, Finding

SM2 = "sm2:"
KEY_FILE, HALL_KEY_FILE = "signing.key", "hall.key"


class Signing(Protocol):
    """A private key; `public` is what everybody may know, as text."""

    public: str

    def sign(self, statement: bytes) -> bytes: ...


class Signer:
    """An Ed25519 key as 32 bytes."""

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = base64.b64encode(self._key.public_key().public_bytes_raw()).decode()

    @staticmethod
    def in_folder(folder: Path, kind: str = "") -> Signing:
        """Load the server's key, made when it is not there, readable by its owner only.

        Args:
            kind: what to make it for, `sm2` or Ed25519; one that is there stays what it is.
        """
        path = folder / KEY_FILE
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            text = base64.b64encode(secrets.token_bytes(32)).decode()
            write_durably(path, ((SM2 if kind == "sm2" else "") + text).encode("ascii"))
            path.chmod(0o600)
        text = path.read_text("ascii")
        seed = base64.b64decode(text.removeprefix(SM2))
        return Sm2Signer(seed) if text.startswith(SM2) else Signer(seed)

    def sign(self, statement: bytes) -> bytes:
        return self._key.sign(statement)


class Sm2Signer:
    """An SM2 key as 32 bytes; its public half begins with `sm2:`."""

    def __init__(self, seed: bytes) -> None:
        self._seed = seed
        self.public = SM2 + base64.b64encode(sm2.public_of(seed)).decode()

    def sign(self, statement: bytes) -> bytes:
        return sm2.sign(self._seed, statement)


def hall_key(folder: Path) -> str:
    """Load the key that wraps the keys of personal records, made when it is not there; base64.

    It goes to the stations in their login files and never to the server.
    """
    path = folder / HALL_KEY_FILE
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_durably(path, base64.b64encode(secrets.token_bytes(32)))
        path.chmod(0o600)
    return path.read_text("ascii")


def is_signed(public: str, statement: bytes, signature: bytes) -> bool:
    """Tell whether a statement was signed by this key; a key or signature that is none is a no."""
    try:
        if public.startswith(SM2):
            return sm2.verify(base64.b64decode(public.removeprefix(SM2)), statement, signature)
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public))
        key.verify(signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def sm3(data: bytes) -> str:
    """Return `sm3:…`."""
    return f"sm3:{algorithms.sm3(data).hex()}"


class Heads:
    """The signed heads of one hall, compared with an order while it is walked.

    Attributes:
        findings: positions where a head is not signed by the key or says something else.
    """

    def __init__(
        self, public: str, rows: Iterable[tuple[bytes, bytes]], epoch: int, epoch_start: int
    ) -> None:
        """Take signed heads as (statement, signature).

        Args:
            public: key they must be signed by; empty = only what they say is compared.
            epoch, epoch_start: of the order now; what an older epoch signed beyond the beginning
                of a later one was lost in a restore and binds nobody.
        """
        self.findings: list[Finding] = []
        heads = [head for row in rows if (head := self._read(public, *row))]
        starts = {(head.epoch, head.epoch_start) for head in heads} | {(epoch, epoch_start)}
        self._said = {
            head.position: head.chain
            for head in heads
            if not any(later > head.epoch and at < head.position for later, at in starts)
        }

    def compare(self, here: Position) -> None:
        """Compare the order at one place."""
        if self._said.pop(here.number, here.chain) != here.chain:
            self.findings.append(Finding(fault=Fault.SIGNED, position=here.number))

    def end(self) -> None:
        """Name heads beyond the order's end: it was longer once."""
        self.findings += [Finding(fault=Fault.SIGNED, position=n) for n in sorted(self._said)]

    def _read(self, public: str, statement: bytes, signature: bytes) -> HeadStatement | None:
        try:
            head = msgspec.json.decode(statement, type=HeadStatement)
        except msgspec.DecodeError:
            self.findings.append(Finding(fault=Fault.SIGNED))
            return None
        if public and not is_signed(public, statement, signature):
            self.findings.append(Finding(fault=Fault.SIGNED, position=head.position))
            return None
        return head

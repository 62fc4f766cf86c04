"""Ed25519 signatures: the server's own key in a file, a clerk's key derived from their secret.

The server's key never enters its database: a station's login, and whoever reads the database,
cannot sign. Where the system's OpenSSL has SM3, a second digest in it stands beside each signed
head, the algorithm named in it.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Iterable
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from zcdesk.domain.act import Position
from zcdesk.domain.statement import HeadStatement
from zcdesk.store.place import write_durably
from zcdesk.store.walk import Fault, Finding

KEY_FILE, HALL_KEY_FILE = "signing.key", "hall.key"


class Signer:
    """A private key as 32 bytes; `public` is what everybody may know, as text."""

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = base64.b64encode(self._key.public_key().public_bytes_raw()).decode()

    @classmethod
    def in_folder(cls, folder: Path) -> Signer:
        """Load the server's key, made when it is not there, readable by its owner only."""
        path = folder / KEY_FILE
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            seed = Ed25519PrivateKey.generate().private_bytes_raw()
            write_durably(path, base64.b64encode(seed))
            path.chmod(0o600)
        return cls(base64.b64decode(path.read_bytes()))

    def sign(self, statement: bytes) -> bytes:
        return self._key.sign(statement)


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
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public))
        key.verify(signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def sm3(data: bytes) -> str:
    """Return `sm3:…`, or nothing where the system has no SM3."""
    try:
        return f"sm3:{hashlib.new('sm3', data).hexdigest()}"
    except ValueError:
        return ""


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

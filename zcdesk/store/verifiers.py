"""What a clerk's secret is checked against: argon2id, counted failures, a lock for a while.

argon2id makes the seed of an Ed25519 key, and only its public half is kept: so a verifier can be
sent to a station or a server, which with it can check a login's signature and forge none. No
acts: the table can be replaced as a whole. Never a secret itself, here or in a log.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from sqlalchemy import bindparam, delete, select

from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.schema import verifier

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.signing import Signer
    from zcdesk.store.transaction import Transaction


SALT_BYTES = 16
MEMORY, TIMES, LANES = 65536, 3, 4
"""Kibibytes, passes and lanes of argon2id: the second choice of RFC 9106."""

_WITH_KEY, _WITHOUT_KEY = "$argon2id-ed25519$", "$argon2id$"


class Verifier(msgspec.Struct, frozen=True):
    """One clerk's verifier.

    Attributes:
        version: grows with each new secret; acts of a login carry it.
        failures: wrong secrets in a row.
        locked_until: ISO time before which no secret is looked at; empty = not locked.
    """

    clerk: str
    hash: str
    version: int
    failures: int = 0
    locked_until: str = ""

    def is_locked(self, at: datetime) -> bool:
        return bool(self.locked_until) and at < datetime.fromisoformat(self.locked_until)


class LockOut(msgspec.Struct, frozen=True):
    """After `failures` wrong secrets in a row the clerk is locked out for `minutes`."""

    failures: int = 5
    minutes: int = 15


_COLUMNS = tuple(verifier.c[name] for name in Verifier.__struct_fields__)
_GET = Prepared(select(*_COLUMNS).where(verifier.c.clerk == bindparam("clerk")))
_ALL = Prepared(select(*_COLUMNS).order_by(verifier.c.clerk))
_PUT = upsert(verifier)
_DROP = Prepared(delete(verifier).where(verifier.c.clerk == bindparam("clerk")))


def get(reader: Reader, clerk: str) -> Verifier | None:
    row = reader.run(_GET, (clerk,)).fetchone()
    return Verifier(*row) if row else None


def all_of(reader: Reader) -> tuple[Verifier, ...]:
    return tuple(Verifier(*row) for row in reader.run(_ALL).fetchall())


def replace(tx: Transaction, given: Iterable[Verifier]) -> None:
    """Hold exactly these clerks' verifiers; failures and locks of those that stay go on."""
    known = {one.clerk: one for one in all_of(tx)}
    wanted = {one.clerk: one for one in given}
    for clerk in known.keys() - wanted.keys():
        tx.run(_DROP, (clerk,))
    for clerk, one in wanted.items():
        if clerk not in known or known[clerk].version < one.version:
            _put(tx, one)


def set_secret(tx: Transaction, clerk: str, secret: str) -> int:
    """Give a clerk a new secret, which also unlocks; return the verifier's version."""
    before = get(tx, clerk)
    version = before.version + 1 if before else 1
    _put(tx, Verifier(clerk, verifier_of(secret, tx.random(SALT_BYTES)), version))
    return version


class Checked(NamedTuple):
    """A verifier after a secret was compared with it; with the secret's key if it was right."""

    verifier: Verifier
    signer: Signer | None = None


def check(tx: Transaction, clerk: str, secret: str, lock_out: LockOut) -> Checked | None:
    """Compare a secret and count a failure; return the verifier as it is then, None if unknown.

    While locked nothing is compared, so nobody learns by trying on.
    """
    found = get(tx, clerk)
    if found is None or found.is_locked(tx.at):
        return None if found is None else Checked(found)
    if found.hash.startswith(_WITHOUT_KEY) and _is_right(found.hash, secret):
        # Made before verifiers had a key.
        set_secret(tx, clerk, secret)
        found = get(tx, clerk) or found
    signer = signer_of(found.hash, secret)
    if signer is None:
        failures = 0 if found.locked_until else found.failures
        return Checked(_put(tx, _failed(found, failures + 1, tx.at, lock_out)))
    return Checked(_put(tx, msgspec.structs.replace(found, failures=0, locked_until="")), signer)


def public_key(hash_: str) -> str:
    """Return the public key a verifier ends in; empty if it has none."""
    parts = hash_.split("$")
    return parts[4] if len(parts) == 5 and hash_.startswith(_WITH_KEY) else ""


def signer_of(hash_: str, secret: str) -> Signer | None:
    """Return the key a secret gives, if it is the verifier's."""
    public = public_key(hash_)
    if not public:
        return None
    signer = _derived(secret, base64.b64decode(hash_.split("$")[3]))
    return signer if signer.public == public else None


def verifier_of(secret: str, salt: bytes) -> str:
    """Make a verifier's text: method, cost, salt, public key."""
    cost = f"m={MEMORY},t={TIMES},p={LANES}"
    return f"{_WITH_KEY}{cost}${base64.b64encode(salt).decode()}${_derived(secret, salt).public}"


def _derived(secret: str, salt: bytes) -> Signer:
    from argon2.low_level import Type, hash_secret_raw

    from zcdesk.store.signing import Signer

    seed = hash_secret_raw(secret.encode(), salt, TIMES, MEMORY, LANES, 32, Type.ID)
    return Signer(seed)


def _is_right(hash_: str, secret: str) -> bool:
    import argon2

    try:
        return argon2.PasswordHasher().verify(hash_, secret)
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


def unlock(tx: Transaction, clerk: str) -> None:
    """Take a lock away (主管解锁)."""
    found = get(tx, clerk)
    if found is not None:
        _put(tx, msgspec.structs.replace(found, failures=0, locked_until=""))


def _failed(found: Verifier, failures: int, at: datetime, lock_out: LockOut) -> Verifier:
    until = ""
    if failures >= lock_out.failures:
        until = (at + timedelta(minutes=lock_out.minutes)).isoformat(timespec="seconds")
    return msgspec.structs.replace(found, failures=failures, locked_until=until)


def _put(tx: Transaction, changed: Verifier) -> Verifier:
    tx.run(_PUT, msgspec.structs.astuple(changed))
    return changed

"""What a clerk's secret is checked against: argon2id, counted failures, a lock for a while.

No acts: the table can be replaced as a whole. Never a secret itself, here or in a log.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import bindparam, select

from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.schema import verifier

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction


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
_PUT = upsert(verifier)


def get(reader: Reader, clerk: str) -> Verifier | None:
    row = reader.run(_GET, (clerk,)).fetchone()
    return Verifier(*row) if row else None


def set_secret(tx: Transaction, clerk: str, secret: str) -> int:
    """Give a clerk a new secret, which also unlocks; return the verifier's version."""
    import argon2

    before = get(tx, clerk)
    version = before.version + 1 if before else 1
    _put(tx, Verifier(clerk, argon2.PasswordHasher().hash(secret), version))
    return version


def check(tx: Transaction, clerk: str, secret: str, lock_out: LockOut) -> Verifier | None:
    """Compare a secret and count a failure; return the verifier as it is then, None if unknown.

    The secret was right if and only if the returned `failures` is 0 and it is not locked at the
    transaction's time. While locked nothing is compared, so nobody learns by trying on.
    """
    import argon2

    found = get(tx, clerk)
    if found is None or found.is_locked(tx.at):
        return found
    failures = 0 if found.locked_until else found.failures
    try:
        argon2.PasswordHasher().verify(found.hash, secret)
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return _put(tx, _failed(found, failures + 1, tx.at, lock_out))
    return _put(tx, msgspec.structs.replace(found, failures=0, locked_until=""))


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

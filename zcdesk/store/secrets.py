"""Secrets this station needs at other systems: tokens of gateways, by name.

Sealed with a key of their own inside the encrypted file, so that neither a settings file nor a
backup of settings holds one. Never shown again once given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.schema import secret
from zcdesk.store.vault import NONCE_BYTES, unseal

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

_PURPOSE = "secret"
_PUT = upsert(secret)
_GET = Prepared(select(secret.c.nonce, secret.c.sealed).where(secret.c.name == bindparam("name")))
_NAMES = Prepared(select(secret.c.name).order_by(secret.c.name))
_DROP = Prepared(delete(secret).where(secret.c.name == bindparam("name")))


def put(tx: Transaction, name: str, value: str) -> None:
    """Keep a secret over its older value."""
    nonce = tx.random(NONCE_BYTES)
    sealed = tx.vault.seal(tx.vault.subkey(_PURPOSE), nonce, value.encode(), name)
    tx.run(_PUT, (name, nonce, sealed))


def get(reader: Reader, name: str) -> str | None:
    """Return a secret, None where there is none or it was altered."""
    row = reader.run(_GET, (name,)).fetchone()
    plain = unseal(reader.vault.subkey(_PURPOSE), row[0], row[1], name) if row else None
    return plain.decode() if plain is not None else None


def names(reader: Reader) -> tuple[str, ...]:
    """Return the names of the secrets there are."""
    return tuple(row[0] for row in reader.run(_NAMES).fetchall())


def drop(tx: Transaction, name: str) -> None:
    """Forget a secret."""
    tx.run(_DROP, (name,))

"""Personal records beside the acts: one key each, so that losing the key is the deletion.

An act names a record by reference and salted digest only. Never a personal value in an act, an
index table or a log; a number is found again by a keyed digest, not by itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

import msgspec
from sqlalchemy import bindparam, delete, insert, select, update

from zcdesk.domain.case import PersonRef
from zcdesk.errors import StoreError
from zcdesk.store import faults
from zcdesk.store.engine import Prepared
from zcdesk.store.schema import person, person_key, person_word
from zcdesk.store.vault import NONCE_BYTES, seal, unseal

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

S = TypeVar("S", bound=msgspec.Struct)

SALT_BYTES = 16
KEY_BYTES = 32

_ADD = Prepared(insert(person))
_ADD_KEY = Prepared(insert(person_key))
_GET = Prepared(
    select(person.c.salt, person.c.digest, person.c.nonce, person.c.sealed, person_key.c.key)
    .join(person_key, person_key.c.ref == person.c.ref)
    .where(person.c.ref == bindparam("ref"))
)
_FIND = Prepared(
    select(person.c.ref, person.c.subject)
    .where(person.c.lookup == bindparam("lookup"))
    .order_by(person.c.ref)
)
_ADD_WORD = Prepared(insert(person_word))
_FIND_WORD = Prepared(
    select(person.c.ref, person.c.subject)
    .join(person_word, person_word.c.ref == person.c.ref)
    .where(person_word.c.lookup == bindparam("lookup"))
    .order_by(person.c.ref.desc())
    .limit(bindparam("limit"))
)
_DROP_WORDS = Prepared(delete(person_word).where(person_word.c.ref == bindparam("ref")))
_DROP_KEY = Prepared(delete(person_key).where(person_key.c.ref == bindparam("ref")))
_BLANK = Prepared(
    update(person)
    .where(person.c.ref == bindparam("of"))
    .values(salt=b"", lookup="", nonce=b"", sealed=b"")
)


def put(
    tx: Transaction,
    subject: str,
    record: msgspec.Struct,
    *,
    id_number: str = "",
    words: Iterable[str] = (),
) -> PersonRef:
    """Keep a record of a case or sitting under a key of its own.

    Args:
        id_number: what the person is found by again, as normalised by the caller; empty = never.
        words: what else finds the record (see `find_word`); kept as keyed digests only.
    """
    ref, salt, key = tx.new_id(), tx.random(SALT_BYTES), tx.random(KEY_BYTES)
    nonce = tx.random(NONCE_BYTES)
    plain = msgspec.json.encode(record, order="deterministic")
    digest = salted(salt, plain)
    lookup = tx.vault.lookup("person", id_number) if id_number else ""
    tx.run(_ADD, (ref, subject, salt, digest, lookup, nonce, seal(key, nonce, plain, ref)))
    tx.run(_ADD_KEY, (ref, key))
    for word in sorted({word for word in words if word}):
        tx.run(_ADD_WORD, (tx.vault.lookup("word", word), ref))
    tx.touch("person")
    return PersonRef(ref=ref, digest=digest)


def get(reader: Reader, ref: PersonRef, of: type[S]) -> S | None:
    """Return a record, or None once it is erased.

    Raises:
        StoreError: the record is not the one the act was made with.
    """
    row = reader.run(_GET, (ref.ref,)).fetchone()
    if row is None:
        return None
    plain = opened(ref.ref, *row)
    if plain is None or row[1] != ref.digest:
        raise StoreError(faults.DAMAGED, file=ref.ref)
    return msgspec.json.decode(plain, type=of)


def find(reader: Reader, id_number: str) -> tuple[tuple[str, str], ...]:
    """Return (ref, subject) of every record kept under this number, oldest first."""
    return tuple(reader.run(_FIND, (reader.vault.lookup("person", id_number),)).fetchall())


def find_word(reader: Reader, word: str, limit: int = 200) -> tuple[tuple[str, str], ...]:
    """Return (ref, subject) of the newest records kept under this very word."""
    digest = reader.vault.lookup("word", word)
    return tuple(reader.run(_FIND_WORD, (digest, limit)).fetchall())


def erase(tx: Transaction, ref: str) -> bool:
    """Destroy a record for good, its salt too; what names it still verifies. False if it was gone.

    The caller records the erasing as an act.
    """
    gone: int = tx.run(_DROP_KEY, (ref,)).rowcount
    tx.run(_BLANK, (ref,))
    tx.run(_DROP_WORDS, (ref,))
    tx.touch("person")
    return gone > 0


def salted(salt: bytes, plain: bytes) -> str:
    return f"sha256:{hashlib.sha256(salt + plain).hexdigest()}"


def opened(
    ref: str, salt: bytes, digest: str, nonce: bytes, sealed: bytes, key: bytes
) -> bytes | None:
    """Return the plain record, or None if any part of it was altered."""
    plain = unseal(key, nonce, sealed, ref)
    return plain if plain is not None and salted(salt, plain) == digest else None

"""Personal records beside the acts: one key each, so that losing the key is the deletion.

An act names a record by reference and salted digest only. Never a personal value in an act, an
index table or a log; a number is found again by a keyed digest, not by itself.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

import msgspec
from sqlalchemy import (
    Integer,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)

from zcdesk.domain.case import Particulars, PersonRef, search_words
from zcdesk.domain.identity import normalise_number
from zcdesk.domain.typed import Words
from zcdesk.errors import NotAllowed, StoreError
from zcdesk.store import faults, meta
from zcdesk.store.engine import Prepared
from zcdesk.store.schema import (
    acts,
    case_index,
    incarnation,
    message,
    person,
    person_key,
    person_sent,
    person_word,
    print_job,
)
from zcdesk.store.vault import NONCE_BYTES, unseal

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

S = TypeVar("S", bound=msgspec.Struct)

WORDS = "words-"
"""Begins the reference of a record of what was typed (`domain.typed`); behind every person's."""

SALT_BYTES = 16
KEY_BYTES = 32
SEALED_LARGEST = 64 * 1024
"""Bytes of a sealed record that a hall's server takes."""

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
_FIND_TYPED = Prepared(
    select(person.c.subject)
    .join(person_word, person_word.c.ref == person.c.ref)
    .where(person_word.c.lookup == bindparam("lookup"), person.c.ref >= WORDS)
    .order_by(person.c.ref)
    .limit(bindparam("limit"))
)
_DROP_WORDS = Prepared(delete(person_word).where(person_word.c.ref == bindparam("ref")))
# Overwritten first: a deleted row's bytes may lie in the file until its page is used again.
_ZERO_KEY = Prepared(
    update(person_key).where(person_key.c.ref == bindparam("of")).values(key=bytes(KEY_BYTES))
)
_DROP_JOBS = Prepared(
    delete(print_job).where(
        print_job.c.subject.in_(
            (
                bindparam("subject"),
                select(case_index.c.sitting)
                .where(case_index.c.subject == bindparam("of"))
                .scalar_subquery(),
            )
        )
    )
)
# What was told about the case: its words go, that and when it was told stays.
_BLANK_MESSAGES = Prepared(
    update(message)
    .where(message.c.subject == bindparam("of"))
    .values(
        text="",
        fields=func.json_object(
            "number", func.coalesce(func.json_extract(message.c.fields, "$.number"), "")
        ),
    )
)
_SUBJECT = Prepared(select(person.c.subject).where(person.c.ref == bindparam("ref")))
_OWN_SUBJECT = Prepared(
    select(person.c.subject)
    .join(acts, acts.c.subject == person.c.subject)
    .join(incarnation, incarnation.c.origin == acts.c.origin)
    .where(person.c.ref == bindparam("ref"), func.instr(acts.c.body, person.c.ref) > 0)
    .limit(1)
)
_ROW = literal_column("person.rowid", Integer)
# Rows are added at the end and stay: those up to the mark need not be looked through again.
_UNSENT = Prepared(
    select(
        _ROW,
        person.c.ref,
        person.c.subject,
        person.c.salt,
        person.c.digest,
        person.c.nonce,
        person.c.sealed,
        person_key.c.key,
        # Of the act that names it: who may read the act may read what belongs to it.
        select(acts.c.audience)
        .where(acts.c.subject == person.c.subject)
        .order_by((func.instr(acts.c.body, person.c.ref) > 0).desc(), acts.c.pk)
        .limit(1)
        .scalar_subquery(),
    )
    .join(person_key, person_key.c.ref == person.c.ref)
    .where(bindparam("mark") < _ROW, person.c.ref.not_in(select(person_sent.c.ref)))
    # One of a time that knew no limit stays here and stops none behind it.
    .where(func.length(person.c.sealed) <= SEALED_LARGEST)
    .order_by(_ROW)
    .limit(bindparam("limit"))
)
_LAST_ROW = Prepared(select(func.max(_ROW)).select_from(person))
_SENT = Prepared(insert(person_sent).prefix_with("OR IGNORE"))
_FORGET_SENT = Prepared(delete(person_sent))
_HAS = Prepared(select(person.c.ref).where(person.c.ref == bindparam("ref")))
_KEPT = Prepared(select(person_key.c.ref).where(person_key.c.ref == bindparam("ref")))
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
    prefix: str = "",
) -> PersonRef:
    """Keep a record of a case or sitting under a key of its own.

    Args:
        id_number: what the person is found by again, as normalised by the caller; empty = never.
        words: what else finds the record (see `find_word`); kept as keyed digests only.
        prefix: what its reference begins with.

    Raises:
        NotAllowed: it is larger than a hall's server takes.
    """
    ref, salt, key = prefix + tx.new_id(), tx.random(SALT_BYTES), tx.random(KEY_BYTES)
    nonce = tx.random(NONCE_BYTES)
    plain = msgspec.json.encode(record, order="deterministic")
    digest = salted(salt, plain)
    lookup = tx.vault.lookup("person", id_number) if id_number else ""
    sealed = tx.vault.seal(key, nonce, plain, ref)
    if len(sealed) > SEALED_LARGEST:
        raise NotAllowed(faults.TOO_LARGE, limit=SEALED_LARGEST // 1024)
    tx.run(_ADD, (ref, subject, salt, digest, lookup, nonce, sealed))
    tx.run(_ADD_KEY, (ref, key))
    _index(tx, ref, words)
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


def plain(reader: Reader, ref: str, digest: str = "") -> bytes | None:
    """Return a record as it was encoded, None once it is erased or altered.

    Args:
        digest: that the act names it by; empty = whatever it was.
    """
    row = reader.run(_GET, (ref,)).fetchone()
    return opened(ref, *row) if row and digest in ("", row[1]) else None


def is_kept(reader: Reader, ref: str) -> bool:
    """Whether a record's key is here still."""
    return reader.run(_KEPT, (ref,)).fetchone() is not None


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
    row = tx.run(_SUBJECT, (ref,)).fetchone()
    if row is not None:
        # What was printed of the person names them too.
        tx.run(_DROP_JOBS, (row[0], row[0]))
        tx.run(_BLANK_MESSAGES, (row[0],))
    tx.run(_ZERO_KEY, (ref,))
    gone: int = tx.run(_DROP_KEY, (ref,)).rowcount
    tx.run(_BLANK, (ref,))
    tx.run(_DROP_WORDS, (ref,))
    tx.touch("person")
    return gone > 0


def subject_of(reader: Reader, ref: str) -> str:
    row = reader.run(_SUBJECT, (ref,)).fetchone()
    return str(row[0]) if row else ""


def own_subject(reader: Reader, ref: str) -> str:
    """Return the subject of a record an own act names; empty for others' and unknown ones."""
    row = reader.run(_OWN_SUBJECT, (ref,)).fetchone()
    return str(row[0]) if row else ""


def find_typed(reader: Reader, number: str, limit: int = 200) -> tuple[str, ...]:
    """Return the subjects of which this number was recorded (a waybill, a certificate's)."""
    digest = reader.vault.lookup("word", number)
    rows = reader.run(_FIND_TYPED, (digest, limit)).fetchall()
    return tuple(dict.fromkeys(str(row[0]) for row in rows))


class Travelling(msgspec.Struct, frozen=True):
    """A record on its way between stations, sealed, its key wrapped with the hall's key."""

    ref: str
    subject: str
    audience: str
    salt: bytes
    digest: str
    nonce: bytes
    sealed: bytes
    wrapped: bytes


def unsent(tx: Transaction, limit: int) -> tuple[Travelling, ...]:
    """Return records the hall's server has not; none while the hall's key is not known here."""
    hall_key = base64.b64decode(meta.get(tx, meta.HALL_KEY))
    if not hall_key:
        return ()
    known = int(meta.get(tx, meta.PERSONS_SENT) or 0)
    rows = tx.run(_UNSENT, (known, limit)).fetchall()
    mark = rows[0][0] - 1 if rows else tx.run(_LAST_ROW).fetchone()[0] or 0
    if mark != known:
        meta.put(tx, meta.PERSONS_SENT, str(mark))
    found = []
    for _, ref, subject, salt, digest, nonce, sealed, key, audience in rows:
        mix = tx.random(NONCE_BYTES)
        wrapped = mix + tx.vault.seal(hall_key, mix, key, f"key|{ref}")
        about = (ref, subject, audience or "hall", salt, digest, nonce, sealed, wrapped)
        found.append(Travelling(*about))
    return tuple(found)


def sent(tx: Transaction, refs: Iterable[str]) -> None:
    for ref in refs:
        tx.run(_SENT, (ref,))


def send_again(tx: Transaction) -> None:
    """After the server fell back to an older copy: it may lack any record and any content."""
    tx.run(_FORGET_SENT)
    meta.put(tx, meta.PERSONS_SENT, "0")
    meta.put(tx, meta.PERSONS, "0")
    meta.put(tx, meta.ERASED, "0")


def take(
    tx: Transaction,
    ref: str,
    subject: str,
    salt: bytes,
    digest: str,
    nonce: bytes,
    sealed: bytes,
    wrapped: bytes | None,
) -> bool:
    """Keep another station's record; False if it is here, erased, or not what it says."""
    hall_key = base64.b64decode(meta.get(tx, meta.HALL_KEY))
    if wrapped is None or not hall_key or tx.run(_HAS, (ref,)).fetchone():
        return False
    mix = wrapped[:NONCE_BYTES]
    key = unseal(hall_key, mix, wrapped[NONCE_BYTES:], f"key|{ref}")
    plain = key and opened(ref, salt, digest, nonce, sealed, key)
    if not key or not plain:
        return False
    number, words = _found_by(ref, plain)
    lookup = tx.vault.lookup("person", number) if number else ""
    tx.run(_ADD, (ref, subject, salt, digest, lookup, nonce, sealed))
    _index(tx, ref, words)
    tx.run(_ADD_KEY, (ref, key))
    tx.run(_SENT, (ref,))
    tx.touch("person")
    return True


def _found_by(ref: str, plain: bytes) -> tuple[str, tuple[str, ...]]:
    """Return by which number and words a record is found again; most kinds are by none."""
    try:
        if ref.startswith(WORDS):
            return "", msgspec.json.decode(plain, type=Words).numbers
        found = msgspec.json.decode(plain, type=Particulars)
    except msgspec.DecodeError:
        return "", ()
    return normalise_number(found.applicant.id_number), search_words(found)


def _index(tx: Transaction, ref: str, words: Iterable[str]) -> None:
    for word in sorted({word for word in words if word}):
        tx.run(_ADD_WORD, (tx.vault.lookup("word", word), ref))


def salted(salt: bytes, plain: bytes) -> str:
    return f"sha256:{hashlib.sha256(salt + plain).hexdigest()}"


def opened(
    ref: str, salt: bytes, digest: str, nonce: bytes, sealed: bytes, key: bytes
) -> bytes | None:
    """Return the plain record, or None if any part of it was altered."""
    plain = unseal(key, nonce, sealed, ref)
    return plain if plain is not None and salted(salt, plain) == digest else None

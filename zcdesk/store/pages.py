"""Scanned pages as the hall's server keeps them: sealed so that they go with personal records.

A page's key comes from the oldest record that names it and from the page's digest, so every station
seals the page to the same bytes; for each record that names it this key is wrapped with that
record's. Whoever has none of the records has no page, and a record that is destroyed takes its
pages along, wherever copies of them lie. A picture behind which no person's record stands, such as
a department's signature on a list, is sealed with the hall's key: the server cannot read it either.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, bindparam, select

from zcdesk.domain.act import digest as digest_of
from zcdesk.store import meta
from zcdesk.store.blobs import DIGEST, note_whose
from zcdesk.store.engine import Prepared
from zcdesk.store.persons import WORDS
from zcdesk.store.schema import acts, page_of, person, person_key
from zcdesk.store.vault import NONCE_BYTES, Vault, unseal

if TYPE_CHECKING:
    from collections.abc import Callable

    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

MARK = b"zcpage1:"
"""Begins every sealed page; the server takes nothing else for one."""

HALLS = ""
"""Stands for the hall's key where no record's does."""

RECORDED = frozenset(("case", "online", "parcel", "inquiry"))
"""Kinds of subject that have a personal record, here or at others."""

_ONCE = bytes(NONCE_BYTES)
"""A page's key seals that one page alone, so its nonce need not differ."""

_OWNERS = Prepared(
    select(page_of.c.subject, person.c.ref, person_key.c.key)
    .outerjoin(person, and_(person.c.subject == page_of.c.subject, person.c.ref < WORDS))
    .outerjoin(person_key, person_key.c.ref == person.c.ref)
    .where(page_of.c.digest == bindparam("digest"))
    .order_by(person.c.ref)
)
_BODIES = Prepared(
    select(acts.c.pk, acts.c.subject, acts.c.body)
    .where(acts.c.pk > bindparam("after"))
    .order_by(acts.c.pk)
    .limit(bindparam("limit"))
)
_RECORDS = Prepared(
    select(person.c.ref, person_key.c.key)
    .outerjoin(person_key, person_key.c.ref == person.c.ref)
    .where(person.c.subject == bindparam("subject"), person.c.ref < WORDS)
)


class Owner(NamedTuple):
    """A record that names a page, with its key; `ref` is `HALLS` where that is the hall's."""

    ref: str
    key: bytes


class Kept(NamedTuple):
    """One way a page lies at the server: the name of its sealed content, its key for one record."""

    ref: str
    content: str
    wrapped: bytes


class Sealed(NamedTuple):
    """A page ready to travel: what the server keeps, and its name for every record."""

    content: bytes
    names: tuple[Kept, ...]


def owners(reader: Reader, digest: str, *, every: bool = False) -> tuple[Owner, ...] | None:
    """Return whose a page is, the oldest record first.

    Args:
        every: all records of a subject, for opening: it was sealed while another was the oldest
            one known (a case taken in at two windows, a record by a clock that is behind).

    Empty where nobody's key is here: destroyed, or never meant for this station. None where no act
    is known that names the page; see `look_through`.
    """
    rows = reader.run(_OWNERS, (digest,)).fetchall()
    if not rows:
        return None
    found: dict[str, Owner] = {}
    for subject, ref, key in rows:
        if key is not None:
            found.setdefault(ref if every else subject, Owner(ref, bytes(key)))
    if found:
        return tuple(sorted(found.values()))
    if any(ref is not None or subject.partition(":")[0] in RECORDED for subject, ref, _ in rows):
        return ()
    hall_key = base64.b64decode(meta.get(reader, meta.HALL_KEY))
    return (Owner(HALLS, hall_key),) if hall_key else ()


def look_through(tx: Transaction, wanted: set[str], after: int, limit: int = 500) -> int | None:
    """Note which of some contents the next acts name; return where to go on, None at the end."""
    rows = tx.run(_BODIES, (after, limit)).fetchall()
    for _, subject, body in rows:
        for found in DIGEST.findall(body or b""):
            if (digest := found.decode()) in wanted:
                note_whose(tx, digest, subject)
    return int(rows[-1][0]) if len(rows) == limit else None


def is_erased(reader: Reader, subject: str) -> bool:
    """Return whether every record of a subject was destroyed, and its pages with them."""
    rows = reader.run(_RECORDS, (subject,)).fetchall()
    return bool(rows) and all(key is None for _, key in rows)


def seal(
    vault: Vault,
    random: Callable[[int], bytes],
    whose: Sequence[Owner],
    digest: str,
    data: bytes,
    page_key: bytes = b"",
) -> Sealed:
    """Seal a page for its owners, with the algorithms of the vault's profile.

    Args:
        page_key: that it is sealed with already; empty = its oldest owner's.
    """
    page_key = page_key or Vault(whose[0].key).subkey(f"page|{digest}")
    content = MARK + vault.seal(page_key, _ONCE, data, digest)
    label = digest_of(content)
    names = tuple(name(vault, random, one, digest, label, page_key) for one in whose)
    return Sealed(content, names)


def name(
    vault: Vault,
    random: Callable[[int], bytes],
    owner: Owner,
    digest: str,
    content: str,
    page_key: bytes,
) -> Kept:
    """Return a page's name for one record: its key wrapped with that record's."""
    nonce = random(NONCE_BYTES)
    wrapped = nonce + vault.seal(_wrapping(owner), nonce, page_key, f"{owner.ref}|{digest}")
    return Kept(owner.ref, content, wrapped)


def page_key(whose: Iterable[Owner], digest: str, kept: Kept) -> bytes | None:
    """Return the key of a page if one of its owners has it."""
    for one in whose:
        if one.ref == kept.ref:
            nonce, sealed = kept.wrapped[:NONCE_BYTES], kept.wrapped[NONCE_BYTES:]
            return unseal(_wrapping(one), nonce, sealed, f"{one.ref}|{digest}")
    return None


def opened(key: bytes, digest: str, content: bytes) -> bytes | None:
    """Return the page, or None if the content is not its seal."""
    data = unseal(key, _ONCE, content.removeprefix(MARK), digest)
    return data if data is not None and digest_of(data) == digest else None


def _wrapping(owner: Owner) -> bytes:
    return Vault(owner.key).subkey("page key")

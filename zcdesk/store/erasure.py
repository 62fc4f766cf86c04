"""Destroying personal records with everything this station keeps that names the same people.

The key of a record goes first; then its scanned pages, the papers that were printed of it or list
it, unfinished visits that hold it. What was written up to the subject's last act is looked through:
a namesake's later papers stay. Acts stay, and still verify.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from sqlalchemy import bindparam, delete, func, select

from zcdesk.domain.act import NewAct
from zcdesk.domain.erasure import Counts, ErasureDone, digest_of, mark_of
from zcdesk.store import blobs, contents, faults, meta, persons
from zcdesk.store.engine import Prepared
from zcdesk.store.schema import acts, draft, print_job

if TYPE_CHECKING:
    from datetime import datetime

    from zcdesk.store.store import Store
    from zcdesk.store.transaction import Transaction

_NAMING = frozenset(("name", "id_number", "phone", "address", "representative"))
"""Fields of a record whose values are somebody's."""

_LEAST = 2
"""Characters of a value that can be looked for: one alone stands in too many words."""

_LAST = Prepared(select(func.max(acts.c.at)).where(acts.c.subject == bindparam("subject")))
_JOBS = Prepared(
    select(print_job.c.id, print_job.c.at, print_job.c.content).where(
        print_job.c.at <= bindparam("until")
    )
)
_DRAFTS = Prepared(
    select(draft.c.id, draft.c.at, draft.c.value).where(draft.c.at <= bindparam("until"))
)
_JOBS_OF = Prepared(select(func.count()).select_from(print_job))
_DROP_JOB = Prepared(delete(print_job).where(print_job.c.id == bindparam("id")))
_DROP_DRAFT = Prepared(delete(draft).where(draft.c.id == bindparam("id")))


class Destroyed(NamedTuple):
    """What a call destroyed; the files of the pages are dropped after the commit."""

    refs: tuple[str, ...]
    pages: frozenset[str]
    counts: Counts


class _Person(NamedTuple):
    """Values of one record, and the ISO time up to which they are looked for."""

    values: tuple[bytes, ...]
    until: str


def destroy(tx: Transaction, refs: Iterable[str]) -> Destroyed:
    """Destroy records inside an open transaction; the caller records it as acts."""
    done: list[str] = []
    pages: set[str] = set()
    people: list[_Person] = []
    before = _count(tx)
    for ref in refs:
        subject, person = persons.subject_of(tx, ref), _person(tx, ref)
        if not persons.erase(tx, ref):
            continue
        done.append(ref)
        own = contents.only_of(tx, subject)
        for page in own:
            if blobs.describe(tx, page) is not None:
                blobs.note_whose(tx, page, subject)  # so that copies lose it too
        pages |= own
        people += [person] if person else []
    known = sum(blobs.describe(tx, page) is not None for page in pages)
    for page in pages:
        blobs.forget(tx, page)
    drafts = _sweep(tx, people)
    if done:
        meta.put(tx, meta.SCOUR, "1")
    papers = before - _count(tx)
    counts = Counts(records=len(done), pages=known, papers=papers, drafts=drafts)
    return Destroyed(tuple(done), frozenset(pages), counts)


def record(tx: Transaction, gone: Destroyed, rule: str) -> str:
    """Write the act of what was destroyed, in the same transaction; return its subject."""
    marks = tuple(sorted(mark_of(ref) for ref in gone.refs))
    subject = f"erasure:{tx.new_id()}"
    body = ErasureDone(
        day=tx.at_text[:10], rule=rule, counts=gone.counts, refs=marks, digest=digest_of(marks)
    )
    tx.append(NewAct(subject=subject, body=body))
    return subject


def drop_pages(store: Store, gone: Destroyed) -> None:
    """Drop the files of the pages, once the transaction is through."""
    for page in gone.pages:
        store.blobs.drop(page)


def scour(store: Store, at: datetime) -> bool:
    """Write the file anew without what deleted rows left in its free parts; False if not due.

    It takes seconds for each 100 MB and holds a copy in memory: for after closing.
    """
    with store.reading() as reader:
        if not meta.get(reader, meta.SCOUR):
            return False
    with faults.translated(store.place.data):
        store.handle.raw.execute("VACUUM")
        store.handle.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    with store.transaction(clerk="", at=at) as tx:
        meta.put(tx, meta.SCOUR, "")
    return True


def _count(tx: Transaction) -> int:
    return int(tx.run(_JOBS_OF).fetchone()[0])


def _person(tx: Transaction, ref: str) -> _Person | None:
    """Read whose record it is while it can be read."""
    plain = persons.plain(tx, ref)
    if plain is None:
        return None
    last = tx.run(_LAST, (persons.subject_of(tx, ref),)).fetchone()[0] or tx.at_text
    found = {value for value in _values(msgspec.json.decode(plain)) if len(value) >= _LEAST}
    values = tuple(msgspec.json.encode(value)[1:-1] for value in sorted(found))
    return _Person(values, str(last)[:10] + "U")


def _values(part: object, name: str = "") -> Iterable[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _values(value, str(key))
    elif isinstance(part, list):
        for value in part:
            yield from _values(value, name)
    elif isinstance(part, str) and name in _NAMING:
        yield part


def _sweep(tx: Transaction, people: list[_Person]) -> int:
    """Delete papers and unfinished visits that name any of them; return how many visits."""
    if not people:
        return 0
    until = max(person.until for person in people)
    drafts = 0
    for rows, drop in ((_JOBS, _DROP_JOB), (_DRAFTS, _DROP_DRAFT)):
        for id_, at, content in tx.run(rows, (until,)).fetchall():
            if any(at <= one.until and any(v in content for v in one.values) for one in people):
                tx.run(drop, (id_,))
                drafts += drop is _DROP_DRAFT
    return drafts

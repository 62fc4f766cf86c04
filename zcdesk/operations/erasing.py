"""Deleting personal records of a one-PC hall in time; a hall with a server has its schedule there.

The key of a record is destroyed and with it every paper that waited or could be printed again;
the acts stay and still verify. Each erasing is itself an act.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import RecordErased
from zcdesk.errors import NotAllowed
from zcdesk.operations.session import Session, policy
from zcdesk.store import blobs, contents, persons
from zcdesk.store.schema import acts, person, person_key

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

SERVERS = "SEC-05"


def erase_due(session: Session) -> int:
    """Erase what the hall's policy no longer keeps; return how many records.

    Raises:
        NotAllowed: the hall has a server, whose schedule decides.
    """
    if session.store.head.epoch:
        raise NotAllowed(SERVERS)
    with session.reading() as store:
        days = policy(store).case.record_days
        due = _due(store, (session.now() - timedelta(days=days)).isoformat()) if days else []
    for ref, subject in due:
        with session.transaction() as tx:
            pages = contents.only_of(tx, subject)
            persons.erase(tx, ref)
            for page in pages:
                blobs.forget(tx, page)
            tx.append(NewAct(subject=subject, body=RecordErased(ref=ref, reason=f"{days}d")))
        for page in pages:
            session.store.blobs.drop(page)
    return len(due)


def _due(store: Reader, before: str) -> list[tuple[str, str]]:
    """Return (ref, subject) of records whose subject's last act is older than an ISO time."""
    rows: Any = store.select(
        select(person.c.ref, person.c.subject)
        .join(person_key, person_key.c.ref == person.c.ref)
        .join(acts, acts.c.subject == person.c.subject)
        .group_by(person.c.ref, person.c.subject)
        .having(func.max(acts.c.at) < before)
        .order_by(person.c.ref)
    )
    return [(str(ref), str(subject)) for ref, subject in rows]

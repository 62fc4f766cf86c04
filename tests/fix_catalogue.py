"""A changed matter in force at once, for tests that ask what happens then and not how it came."""

from __future__ import annotations

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.entry import MatterPublished
from zcdesk.domain.matter import Matter
from zcdesk.operations.session import Session, entry_of


def publish(session: Session, wanted: Matter) -> Matter:
    """Append the act an approval ends with; return the new version."""
    with session.as_clerk("0001").transaction() as tx:
        entry = entry_of(tx, wanted.key)
        fresh = msgspec.structs.replace(wanted, version=(entry.newest if entry else 0) + 1)
        body = MatterPublished(matter=fresh, approver="0001")
        tx.append(NewAct(subject=f"matter:{fresh.key}", body=body))
    return fresh

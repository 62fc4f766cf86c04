"""Tables of what travels to systems that are not ours: local work of this station, never synced."""

from __future__ import annotations

from sqlalchemy import Table, UniqueConstraint

from zcdesk.store.columns import METADATA, blob, number, text

# The outbox: a phone number is read from `person` when a message leaves, and is never in here.
message = Table(
    "message",
    METADATA,
    text("id", key=True),
    text("subject"),
    text("kind"),
    text("cause"),
    text("state"),
    text("at"),
    text("next_at"),
    text("person"),
    text("digest"),
    text("fields"),
    number("attempts"),
    text("text"),
    text("gateway"),
    text("reference"),
    text("why"),
    text("changed_at"),
    UniqueConstraint("subject", "kind", "cause"),
    UniqueConstraint("state", "next_at", "id"),
)

# What this station has told the district platform, and how the platform has each case.
platform_errand = Table(
    "platform_errand",
    METADATA,
    text("subject", key=True),
    text("number"),
    number("waits"),
    text("told"),
    number("attempts"),
    text("next_at"),
    text("why"),
    text("reason"),
    text("theirs"),
    UniqueConstraint("waits", "next_at", "subject"),
)

# What this station needs to reach other systems, sealed with a key of its own.
secret = Table("secret", METADATA, text("name", key=True), blob("nonce"), blob("sealed"))

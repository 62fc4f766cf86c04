"""Every table of the store's file, declared once.

Acts and what numbers, keys and the hall's order rest on are kept for ever; the read tables at the
end are disposable and come back from the acts. Never a column with personal data in the clear
outside `draft` and the sealed `person`: the file is encrypted, but its copies travel.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from zcdesk.store.columns import METADATA as METADATA
from zcdesk.store.columns import blob as _bytes
from zcdesk.store.columns import number as _number
from zcdesk.store.columns import text as _text
from zcdesk.store.schema_exchange import message as message
from zcdesk.store.schema_exchange import platform_errand as platform_errand
from zcdesk.store.schema_exchange import secret as secret
from zcdesk.store.schema_queue import booking_index as booking_index
from zcdesk.store.schema_queue import queue_word, register, reservation
from zcdesk.store.schema_queue import ticket_index as ticket_index

SCHEMA_VERSION = 10
"""`PRAGMA user_version` of a file this program writes; a greater one is refused untouched."""

# A rowid table: with bodies of a kilobyte WITHOUT ROWID cost 3.3 times the space (sync 2.1).
acts = Table(
    "acts",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _text("hall"),
    _text("origin"),
    _number("seq"),
    _text("clerk"),
    _text("at"),
    _number("clock_ok"),
    _text("subject"),
    _text("base"),
    _text("kind"),
    _number("shape"),
    _text("audience"),
    _text("prev"),
    _text("body_hash"),
    _text("hash"),
    Column("body", LargeBinary),
    UniqueConstraint("origin", "seq"),
    Index("acts_subject", "subject"),
)

hall_log = Table(
    "hall_log",
    METADATA,
    Column("act", Integer, ForeignKey("acts.pk"), primary_key=True),
    _text("hall"),
    _number("position"),
    _text("chain"),
    UniqueConstraint("hall", "position"),
)

hall_head = Table(
    "hall_head", METADATA, _text("hall", key=True), _number("position"), _text("chain")
)

# There once the hall has a server: how far its order is copied here (as `hall_head`), and the
# newest epoch seen of it.
cursor = Table(
    "cursor",
    METADATA,
    _text("hall", key=True),
    _number("position"),
    _text("chain"),
    _number("epoch"),
)

# `first` and `before`: number of the last transaction's first act and the hash it follows.
incarnation = Table(
    "incarnation",
    METADATA,
    _text("origin", key=True),
    _text("machine"),
    _text("began_at"),
    _text("reason"),
    _number("is_open"),
    _number("seq"),
    _text("hash"),
    _number("first"),
    _text("before"),
    _text("trusted_at"),
)

number_block = Table(
    "number_block",
    METADATA,
    _text("code", key=True),
    _text("origin"),
    _number("year"),
    _number("next_serial"),
)

number_taken = Table(
    "number_taken",
    METADATA,
    _text("code", key=True),
    _number("serial", key=True),
    Column("act", Integer, ForeignKey("acts.pk"), nullable=False),
)

meta = Table("meta", METADATA, _text("key", key=True), _text("value"))

draft = Table(
    "draft",
    METADATA,
    _text("id", key=True),
    _text("window"),
    _text("kind"),
    _text("at"),
    _bytes("value"),
    Index("draft_window", "window"),
)

person = Table(
    "person",
    METADATA,
    _text("ref", key=True),
    _text("subject"),
    _bytes("salt"),
    _text("digest"),
    _text("lookup"),
    _bytes("nonce"),
    _bytes("sealed"),
    Index("person_lookup", "lookup"),
    Index("person_subject", "subject"),
)

# Keyed digests of what a person is found by beside the number: name, tails of number and phone.
person_word = Table(
    "person_word",
    METADATA,
    _text("lookup", key=True),
    _text("ref", key=True),
    Index("person_word_ref", "ref"),
)

person_key = Table("person_key", METADATA, _text("ref", key=True), _bytes("key"))

verifier = Table(
    "verifier",
    METADATA,
    _text("clerk", key=True),
    _text("hash"),
    _number("version"),
    _number("failures"),
    _text("locked_until"),
)

blob = Table(
    "blob", METADATA, _text("digest", key=True), _number("size"), _text("kind"), _text("at")
)

# Contents that have yet to travel: `way` is `send` or `fetch`, from or to this station.
blob_due = Table(
    "blob_due",
    METADATA,
    _text("digest", key=True),
    _text("way"),
    _text("at"),
    Index("blob_due_way", "way", "at"),
)

# Whose acts name a content: its page at the hall's server goes with their personal records.
page_of = Table("page_of", METADATA, _text("digest", key=True), _text("subject", key=True))

# Others' acts that the server had and lost again: kept until they come back from their author.
cut_act = Table(
    "cut_act", METADATA, _text("hash", key=True), _text("origin"), _number("seq"), _bytes("act")
)

# Ends of the hall's order as the server's key signed them; this copy is held against them.
signed_head = Table(
    "signed_head",
    METADATA,
    _number("epoch", key=True),
    _number("position", key=True),
    _bytes("statement"),
    _bytes("signature"),
    _text("sm3"),
)

# Own shifts the server has not answered for yet.
open_shift = Table("open_shift", METADATA, _text("shift", key=True))

# Personal records the hall's server has.
person_sent = Table("person_sent", METADATA, _text("ref", key=True))

# One original (copy 0) and one of each reprint: a bounced key cannot queue a second (UX-31).
print_job = Table(
    "print_job",
    METADATA,
    _text("id", key=True),
    _text("paper"),
    _text("subject"),
    _text("number"),
    _number("copy"),
    _text("printer"),
    _text("state"),
    _text("at"),
    _text("clerk"),
    _bytes("content"),
    UniqueConstraint("subject", "paper", "number", "copy"),
    Index("print_job_state", "state", "at"),
)

# Acts a person should look at that somebody at this desk has looked at.
seen_act = Table("seen_act", METADATA, _text("act", key=True), _text("clerk"), _text("at"))

# --- read tables: made from acts, thrown away at will ---

# `pk` orders subjects by their first act; `version` is that of the program that wrote the row.
IS_AMISS = text("contested > 0 OR unknown > 0")
"""Of `subject_state`: with these very words its index is used, which holds few rows or none."""

subject_state = Table(
    "subject_state",
    METADATA,
    Column("pk", Integer, primary_key=True),
    Column("subject", Text, nullable=False, unique=True),
    _text("type"),
    _text("head"),
    _number("position"),
    _number("unknown"),
    _number("contested"),
    _number("version"),
    Column("state", LargeBinary),
    Index("subject_state_type", "type"),
    Index("subject_state_version", "version"),
)
# Looked at after every round: without it each would read the states of a whole hall.
subject_amiss = Index("subject_state_amiss", subject_state.c.subject, sqlite_where=IS_AMISS)

case_index = Table(
    "case_index",
    METADATA,
    _text("subject", key=True),
    _text("number"),
    _text("receipt_number"),
    _text("sitting"),
    _text("state"),
    _text("matter"),
    _text("department"),
    _text("window"),
    _text("clerk"),
    _text("received_at"),
    _text("person"),
    _text("deferral_due"),
    _text("due"),
    _number("open"),
    _text("finished_at"),
    Index("case_index_number", "number"),
    Index("case_index_receipt", "receipt_number"),
    Index("case_index_sitting", "sitting"),
    Index("case_index_state", "state", "received_at"),
    Index("case_index_window", "window", "received_at"),
    Index("case_index_person", "person"),
    Index("case_index_deferral", "deferral_due"),
    Index("case_index_open", "open", "due", "department"),
    Index("case_index_finished", "finished_at"),
    Index("case_index_received", "received_at"),
    Index("case_index_department", "department", "received_at"),
)

# What somebody still has to do, one row each: every work list is one range of one index.
task_index = Table(
    "task_index",
    METADATA,
    _text("subject", key=True),
    _number("no", key=True),
    _text("kind"),
    _text("department"),
    _text("window"),
    _text("due"),
    _text("about"),
    _text("number"),
    Index("task_index_list", "kind", "department", "due", "subject", "no"),
    Index("task_index_kind", "kind", "due", "subject", "no"),
    Index("task_index_window", "window", "kind", "due", "subject", "no"),
)

# Every number a case is known by, the void ones too: what is scanned or typed finds it.
number_index = Table(
    "number_index",
    METADATA,
    _text("subject", key=True),
    _number("no", key=True),
    _text("number"),
    _text("kind"),
    Index("number_index_number", "number"),
)

handover_index = Table(
    "handover_index",
    METADATA,
    _text("subject", key=True),
    _text("number"),
    _text("kind"),
    _text("department"),
    _text("state"),
    _text("made_at"),
    _text("due"),
    Index("handover_index_state", "kind", "state", "made_at"),
    Index("handover_index_made", "made_at"),
)

# Bad ratings, complaints and consultations that somebody still has to see to.
concern_index = Table(
    "concern_index",
    METADATA,
    _text("subject", key=True),
    _text("kind"),
    _text("at"),
    _number("open"),
    Index("concern_index_open", "kind", "open", "at"),
)

# What each subject adds to the figures (`domain.facts`): a figure of a period is one range.
fact_index = Table(
    "fact_index",
    METADATA,
    _text("subject", key=True),
    _number("no", key=True),
    _text("kind"),
    _text("day"),
    _number("hit"),
    _number("value"),
    _text("department"),
    _text("window"),
    _text("clerk"),
    _text("about"),
    Index("fact_index_day", "kind", "day", "department", "window", "clerk", "hit", "value"),
)

matter_index = Table(
    "matter_index",
    METADATA,
    _text("subject", key=True),
    _text("key"),
    _text("code"),
    Index("matter_index_code", "code"),
    Index("matter_index_key", "key"),
)

INDEX_TABLES = (
    ticket_index,
    booking_index,
    case_index,
    task_index,
    number_index,
    handover_index,
    concern_index,
    matter_index,
    fact_index,
)
"""Filled by `index.INDEXES`; each keyed by `subject`, those with several rows by `no` too."""

READ_TABLES = (subject_state, *INDEX_TABLES)

ADDED: tuple[tuple[int, tuple[Table, ...], tuple[Column[int], ...]], ...] = (
    (1, (cut_act,), (subject_state.c.contested,)),
    (2, (message, secret, person_word), ()),
    (3, (platform_errand,), ()),
    (4, (signed_head, open_shift, person_sent), ()),
    (5, (register, reservation, queue_word, seen_act), ()),
    (6, (blob_due,), ()),
    (7, (page_of,), ()),
    (8, (booking_index,), ()),
)
"""(version that lacked them, tables, number columns), oldest first; columns begin at 0."""

ADDED_INDEXES = ((9, subject_amiss),)
"""(version that lacked it, index of a table that was there)."""

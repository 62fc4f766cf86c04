"""Tables of the queue: the whole of it in a hall of one PC, what this station holds in others.

The last two are read tables: disposable, and made again from the acts.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, Table, UniqueConstraint

from zcdesk.store.columns import METADATA
from zcdesk.store.columns import blob as _bytes
from zcdesk.store.columns import number as _number
from zcdesk.store.columns import text as _text

hall_ticket = Table(
    "hall_ticket",
    METADATA,
    _text("ticket", key=True),
    _text("day"),
    _text("series"),
    _number("serial"),
    _text("category"),
    _text("state"),
    _number("priority"),
    _text("taken_at"),
    _text("appointment_at"),
    _text("window"),
    _number("place"),
    _number("fence"),
    _text("held_by"),
    UniqueConstraint("day", "series", "serial"),
    Index("hall_ticket_waiting", "day", "state"),
)

hall_request = Table(
    "hall_request",
    METADATA,
    _text("request", key=True),
    _text("verb"),
    _text("at"),
    _bytes("answer"),
)

# The last number given in each gapless register of a one-PC hall.
register = Table(
    "register", METADATA, _text("register", key=True), _number("year", key=True), _number("last")
)

# Tickets of the server's queue held here; `until` by the clock of `boot`, 0 once it was called.
reservation = Table(
    "reservation",
    METADATA,
    _text("ticket", key=True),
    _number("fence"),
    _text("boot"),
    Column("until", Float, nullable=False),
)

# What the server's queue has yet to hear, in order.
queue_word = Table(
    "queue_word",
    METADATA,
    Column("pk", Integer, primary_key=True),
    _text("request"),
    _bytes("word"),
)

ticket_index = Table(
    "ticket_index",
    METADATA,
    _text("subject", key=True),
    _text("day"),
    _text("category"),
    _text("number"),
    _text("status"),
    _text("taken_at"),
    _text("called_at"),
    _text("ended_at"),
    _text("appointment_at"),
    _number("priority"),
    _text("queue_order"),
    _text("window"),
    _text("sitting"),
    Index("ticket_index_day", "day", "status"),
)

# Bookings by their code and by the card they were made with.
booking_index = Table(
    "booking_index",
    METADATA,
    _text("subject", key=True),
    _text("day"),
    _text("at"),
    _text("code"),
    _text("holder"),
    _text("state"),
    Index("booking_index_code", "code", "day"),
    Index("booking_index_day", "day", "at"),
    Index("booking_index_holder", "holder"),
)

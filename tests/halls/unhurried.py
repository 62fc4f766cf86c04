"""Imported by a program of the hall in a process of its own, before it starts.

A busy machine is slow, and its server is slow with it, not gone: what a real desk takes for a lost
network after some seconds, it takes here for what it is.
"""

from __future__ import annotations

from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.ui import syncing

PATIENCE = 60
"""Seconds for a call; only a server that is stopped is not heard, and that at once."""

syncing.PATIENCE_MS = PATIENCE * 1000
assert PostgresHall.__init__.__kwdefaults__
PostgresHall.__init__.__kwdefaults__["deadline"] = float(PATIENCE)

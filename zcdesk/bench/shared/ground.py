"""A real server and acts to send it: one per run, in a folder of its own, thrown away after."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from zcdesk.bench.figure import NotMeasurable
from zcdesk.domain.act import GENESIS, Act, NewAct, seal
from zcdesk.domain.ids import uuid7
from zcdesk.domain.ticket import Outcome as Ended
from zcdesk.domain.ticket import TicketArrived, TicketCalled, TicketClosed, TicketTaken
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import SurroundingsError
from zcdesk.sync import admin, schema
from zcdesk.sync.embedded import Embedded, free_port

HALL, REGION = "hall-320213", "320213"
NOBODY = 65534
SETTINGS = ("max_connections=250", "shared_buffers=256MB")
START = datetime(2026, 11, 24, 8, 30, tzinfo=HALL_ZONE)
FILL = "办理" * 330
"""Makes bodies of the kilobytes that sync 4 measures with; a ticket keeps none of it."""


@dataclass
class Server:
    """The administrator's URL of a running server with the schema and one hall."""

    url: str

    def station(self, name: str) -> str:
        """Return the URL of a new station."""
        return admin.add_station(self.url, HALL, name, role=f"b_{secrets.token_hex(5)}").url


@contextmanager
def running() -> Iterator[Server]:
    """Run a server on the loopback as nobody who is root.

    Raises:
        NotMeasurable: the embedded server is not installed here.
    """
    home = Path(tempfile.mkdtemp(prefix="zcdesk-bench-pg-"))
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root:
        os.chown(home, NOBODY, -1)
    made = Embedded(home, free_port(), account=NOBODY if is_root else None, settings=SETTINGS)
    try:
        try:
            url = made.start()
        except SurroundingsError as error:
            raise NotMeasurable(f"no server ({error.code})") from error
        schema.upgrade(url)
        admin.add_hall(url, HALL, first_code=0)
        yield Server(url)
    finally:
        made.stop("immediate")
        shutil.rmtree(home, ignore_errors=True)


class Author:
    """Writes the acts of one incarnation: tickets taken, called, arrived, closed."""

    def __init__(self, origin: str, hall: str = HALL, start: datetime = START) -> None:
        self.origin, self._hall, self._last, self._count = origin, hall, "", 0
        self._start = start
        self._ticket, self._base = "", GENESIS

    def acts(self, count: int) -> list[Act]:
        return [self._one() for _ in range(count)]

    def _one(self) -> Act:
        step = self._count % 4
        at = self._start + timedelta(seconds=self._count)
        if not step:
            self._ticket, self._base = f"ticket:{uuid7(at, secrets.token_bytes(10))}", GENESIS
        body = (
            TicketTaken(number=f"A{self._count // 4 % 1000:03d}", category="社会民生"),
            TicketCalled(window="3", fence=1, request=FILL),
            TicketArrived(window="3", by=FILL),
            TicketClosed(window="3", outcome=Ended.CONSULTED, reason=FILL),
        )[step]
        self._count += 1
        act = seal(
            NewAct(subject=self._ticket, body=body),
            id=uuid7(at, secrets.token_bytes(10)),
            hall=self._hall,
            origin=self.origin,
            seq=self._count,
            clerk="0312",
            at=at.isoformat(timespec="milliseconds"),
            clock_ok=True,
            base=self._base,
            prev=self._last,
        )
        self._last = self._base = act.hash
        return act

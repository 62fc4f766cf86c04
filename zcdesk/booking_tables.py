"""Tables of bookings from a folder that is watched: one round of exchange.

What is in a table is read without the store and recorded in its lane; none of it is kept here.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

from zcdesk.domain.booking_rows import Fault
from zcdesk.errors import CodedError, Invalid, UserError
from zcdesk.exchange import inbox
from zcdesk.exchange.inbox import Came, Gathered, Judged
from zcdesk.exchange.settings import Bookings
from zcdesk.operations import booking_file, bookings
from zcdesk.operations.session import Session

Words = Callable[[CodedError], str]
Table = booking_file.Rows | str
"""A table's judged rows, or why it is none."""


@dataclass
class BookingRound:
    """Bookings from the watched folder: a table at a time, whole or not at all.

    A table some rows of which cannot be taken goes aside with those rows named; the others count.
    """

    settings: Bookings
    words: Words
    now: Callable[[], datetime]
    name: str = "bookings"

    def take(self, session: Session) -> None:
        """Nothing of ours goes out."""

    def send(self, due: None) -> tuple[Gathered, tuple[Table, ...]]:
        found = inbox.gather(
            Path(self.settings.folder), self.now(), booking_file.SUFFIXES, _is_workbook
        )
        return found, tuple(self._read(came) for came in found.files)

    def record(
        self, session: Session, came: tuple[Gathered, tuple[Table, ...]]
    ) -> tuple[Judged, ...]:
        pairs = zip(came[0].files, came[1], strict=True)
        return tuple(self._record(session, file, table) for file, table in pairs)

    def finish(self, rest: tuple[Judged, ...]) -> int:
        inbox.move_aside(Path(self.settings.folder), rest, self.now())
        return len(rest)

    def _read(self, came: Came) -> Table:
        try:
            return booking_file.judged(came.path.name, came.raw)
        except UserError as error:
            return self.words(error)

    def _record(self, session: Session, came: Came, table: Table) -> Judged:
        if isinstance(table, str):
            return Judged(came.path, "bad", table)
        done = bookings.take_in(session, table, "folder")
        why = "\n".join(row_words(fault, self.words) for fault in done.refused)
        return Judged(came.path, "bad" if why else "taken", why)


def row_words(fault: Fault, words: Words) -> str:
    """Say what is wrong with a row of a table of bookings."""
    return f"第 {fault.no} 行：{words(Invalid(fault.code, '', **fault.fields))}"


def _is_workbook(raw: bytes) -> bool:
    """Whether a table is whole for sure: a workbook's end tells; a text has no end of its own."""
    return raw[:2] == b"PK" and zipfile.is_zipfile(BytesIO(raw))

"""Online applications from a table of the shared database (`online-application.sql`).

Reads and answers under a deadline. A row is answered after it was taken in, so a cut in between
offers it again, and the same document is one application.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from zcdesk.errors import SurroundingsError

if TYPE_CHECKING:
    import psycopg

UNREACHABLE = "EXC-14"
AT_ONCE = 20
_DEADLINE_MS = 10_000
_WAITING = (
    "SELECT id, document FROM exchange.online_application"
    " WHERE state = 'waiting' ORDER BY id LIMIT %s"
)
_ANSWER = (
    "UPDATE exchange.online_application SET state = %s, reason = %s, judged_at = now()"
    " WHERE id = %s AND state = 'waiting'"
)


class Row(NamedTuple):
    """A document that waits."""

    id: int
    raw: bytes


class Answer(NamedTuple):
    """What became of a row: `taken`, `repeated` or `bad` with its reason."""

    id: int
    state: str
    reason: str = ""


def waiting(url: str, most: int = AT_ONCE) -> tuple[Row, ...]:
    """Return documents that wait, the oldest first.

    Raises:
        SurroundingsError: EXC-14, the database or its table is not to be had.
    """
    with _connected(url) as connection:
        rows = connection.execute(_WAITING, (most,)).fetchall()
    return tuple(Row(id_, document.encode()) for id_, document in rows)


def answer(url: str, answers: Iterable[Answer]) -> None:
    """Say what became of rows; one that somebody answered before is left."""
    with _connected(url) as connection:
        for one in answers:
            connection.execute(_ANSWER, (one.state, one.reason[:4000], one.id))


@contextmanager
def _connected(url: str) -> Iterator[psycopg.Connection[Any]]:
    import psycopg  # only where such a table is set up

    options = f"-c statement_timeout={_DEADLINE_MS}"
    try:
        with psycopg.connect(url, connect_timeout=5, options=options) as connection:
            yield connection
    except psycopg.Error as error:
        raise SurroundingsError(UNREACHABLE) from error

"""The hall behind its server: each call one autocommitted function call under a deadline.

A call whose answer was lost has an unknown outcome; the only reaction is the same call again.
Never a statement of our own beside the server's functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, TypeVar

import msgspec
import psycopg
from psycopg.types.json import Jsonb

from zcdesk.domain.act import Act, Position, envelope
from zcdesk.domain.numbers import incarnation_code
from zcdesk.errors import Conflict, SurroundingsError
from zcdesk.store.hall import (
    FOREIGN,
    FORK,
    GAP,
    OVERSIZE,
    TWICE,
    UNSOUND,
    Acknowledged,
    Back,
    Choose,
    Claim,
    Placed,
    Pulled,
    Refused,
    Waiting,
    Wish,
)
from zcdesk.store.pages import Kept
from zcdesk.sync.schema import PROTOCOL
from zcdesk.sync.watchdog import Watchdog, shut_down

T = TypeVar("T")

UNREACHABLE = "NET-20"
OLDER_EPOCH = "NET-17"
UNKNOWN_STATION = "NET-18"
REVOKED = "NET-19"
NOT_A_HALL = "NET-10"
NO_ENTRY = "NET-42"
STRANGE_SERVER = "NET-43"
OTHER_VERSION = "NET-44"
TOO_OLD = "NET-27"
"""The hall's administrator asks for a newer program than this one."""

DEADLINE = 5.0
"""Seconds after which any call is over, whatever the network does."""

RACES = 20
"""How often a claim is tried again after another window was quicker."""

_REASONS = {"fork": FORK, "gap": GAP, "foreign": FOREIGN, "oversize": OVERSIZE}
_STATES = {"ZC001": UNKNOWN_STATION, "ZC002": REVOKED, "ZC004": OLDER_EPOCH}
_NOT_OURS = ("3F000", "42P01", "42501")
_OTHER_VERSION = "42883"
_KNOWN_ALREADY = "23505"
# libpq tells no state when it does not get in, only words, which our servers say in English.
_REFUSED = (("password authentication failed", NO_ENTRY), ("certificate", STRANGE_SERVER))
_ACT = ", ".join(Act.__struct_fields__)
# Binary: as words every byte of a body would cross as two.
_PUSH = "SELECT api.push(%s, %s, %b::bytea[], %b::text[], %b::text[], %b::bytea[])"
# One act is the usual case, and lists are slow to write for the wire.
_PUSH_ONE = (
    "SELECT api.push(%s, %s, ARRAY[%b::bytea], ARRAY[%b::text], ARRAY[%b::text], ARRAY[%b::bytea])"
)
_ACTS = f"SELECT position, chain, {_ACT} FROM api.acts(%s, %s, %s, %s)"  # noqa: S608
_ASK_PULL = "ZC005"
_PULL = f"SELECT epoch, position, chain, {_ACT} FROM api.pull(%s, %s, %s)"  # noqa: S608


class Clock(msgspec.Struct, frozen=True):
    """What the server says it is, and the end of its order."""

    at: datetime
    head: Position
    epoch: int


class PostgresHall:
    """`Hall` over one connection, opened when it is needed and dropped after any failure.

    Attributes:
        deadline: seconds a call may take.
    """

    def __init__(
        self,
        url: str,
        *,
        deadline: float = DEADLINE,
        watchdog: Watchdog | None = None,
        pooled: bool = False,
    ) -> None:
        self._url, self.deadline, self._pooled = url, deadline, pooled
        self._watchdog = watchdog or Watchdog()
        self._connection: psycopg.Connection[Any] | None = None
        self._epoch = 0
        self._has_acts = True

    def close(self) -> None:
        """Let go of the connection; the next call opens another."""
        if self._connection is not None:
            with suppress(psycopg.Error, OSError):
                self._connection.close()
            self._connection = None

    def shut(self) -> None:
        """End the call that is under way, from any thread; the next one opens another."""
        connection = self._connection
        if connection is not None and not connection.closed:
            with suppress(psycopg.Error, OSError):
                shut_down(connection.fileno())

    # --- the log ---

    def push(self, acts: Sequence[Act], epoch: int = 0) -> tuple[Acknowledged, ...]:
        rows = [(envelope(act), act.body_hash, act.hash, act.body) for act in acts]
        if len(rows) == 1:
            answer = self._value(_PUSH_ONE, PROTOCOL, epoch, *rows[0])
        else:
            columns = [list(column) for column in zip(*rows, strict=True)] or [[]] * 4
            answer = self._value(_PUSH, PROTOCOL, epoch, *columns)
        for refusal in answer["refused"]:
            code = _REASONS.get(refusal["reason"], UNSOUND)
            raise Refused(code, refusal["origin"], refusal["seq"])
        if answer["least_protocol"] > PROTOCOL:
            # What was sent is in the order; the rest waits for a newer program here.
            raise SurroundingsError(TOO_OLD)
        return msgspec.convert(tuple(answer["accepted"]), tuple[Acknowledged, ...])

    def pull(self, after: Position, limit: int) -> Pulled:
        if self._epoch and self._has_acts and after.number:
            found = self._acts(after, limit)
            if found is not None:
                return found
        rows = self._rows(_PULL, after.number, after.chain, limit)
        self._epoch = rows[0][0] if rows else 0
        if rows and rows[0][3] is None:
            points = tuple(Position(row[1], row[2]) for row in rows)
            return Pulled(diverged=points, epoch=self._epoch)
        return Pulled(_placed(rows, 1), epoch=self._epoch)

    def _acts(self, after: Position, limit: int) -> Pulled | None:
        """Return what follows; None where the server has something else to tell, or is older."""
        try:
            rows = self._rows(_ACTS, self._epoch, after.number, after.chain, limit)
        except SurroundingsError as error:
            self._has_acts = error.code != OTHER_VERSION
            if self._has_acts and error.fields.get("state") != _ASK_PULL:
                raise
            return None
        return Pulled(_placed(rows, 0), epoch=self._epoch if rows else 0)

    def heads(self) -> Position:
        return self.clock().head

    def clock(self) -> Clock:
        """Return the server's time, the end of its order and its epoch."""
        number, chain, epoch, now = self._rows("SELECT * FROM api.heads()")[0]
        return Clock(now, Position(number, chain), epoch)

    # --- the queue ---

    def take_ticket(self, request: str, wish: Wish) -> Waiting:
        sent = Jsonb(msgspec.structs.asdict(wish))
        try:
            placed = self._value("SELECT api.take_ticket(%s, %s)", request, sent)
        except SurroundingsError as error:
            if error.fields.get("state") == _KNOWN_ALREADY:
                raise Conflict(TWICE) from error
            raise
        return msgspec.convert(placed, Waiting)

    def waiting(self, day: str) -> tuple[Waiting, ...]:
        rows = self._rows("SELECT api.waiting(%s)", day)
        return tuple(msgspec.convert(row[0], Waiting) for row in rows)

    def claim(
        self, request: str, window: str, day: str, choose: Choose, lease: int | None = None
    ) -> Claim | None:
        """Choose here, hold there; tried again while another window is quicker."""
        known = self._claim(request, window, None, lease)
        for _ in range(RACES):
            if known is not None:
                return known
            waiting = self.waiting(day)
            ticket = choose(waiting) if waiting else None
            if ticket is None:
                return None
            known = self._claim(request, window, ticket, lease)
            if known is None and ticket not in {one.ticket for one in waiting}:
                return None
        return known

    def claim_next(
        self, request: str, window: str, day: str, categories: Sequence[str], lease: int | None
    ) -> Claim | None:
        """Hold the oldest ticket of some categories.

        Args:
            lease: seconds after which it goes to others again; None = until it is released.
        """
        found = self._value(
            "SELECT api.claim_next(%s, %s, %s, %s, %s)",
            request,
            window,
            day,
            list(categories),
            lease,
        )
        return None if found is None else msgspec.convert(found, Claim)

    def keep(self, ticket: str, fence: int, lease: int | None) -> bool:
        return bool(self._value("SELECT api.keep(%s, %s, %s)", ticket, fence, lease))

    def hand_over(self, id_: str, digest: str, minutes: int) -> bool:
        """End this station and keep its window for who has the code; False: the id is taken."""
        return bool(self._value("SELECT api.hand_over(%s, %s, %s)", id_, digest, minutes))

    def reclaim(self, request: str, window: str, ticket: str) -> Claim | None:
        found = self._value("SELECT api.reclaim(%s, %s, %s)", request, window, ticket)
        return None if found is None else msgspec.convert(found, Claim)

    def release(self, request: str, ticket: str, fence: int, back: Back | None) -> bool:
        sent = None if back is None else Jsonb(msgspec.structs.asdict(back))
        return bool(self._value("SELECT api.release(%s, %s, %s, %s)", request, ticket, fence, sent))

    def grant_code(self, request: str, year: int) -> str:
        return incarnation_code(self._value("SELECT api.grant_code(%s, %s)", request, year))

    def take_register_number(self, request: str, register: str, year: int) -> int:
        sql = "SELECT api.take_register_number(%s, %s, %s)"
        return int(self._value(sql, request, register, year))

    # --- attachments ---

    def put_blob(self, digest: str, offset: int, chunk: bytes, total: int) -> int:
        wanted = self._value(
            "SELECT api.blob_put(%s, %s, %s, %s)", digest, offset, bytes(chunk), total
        )
        return int(wanted)

    def get_blob(self, digest: str, offset: int, limit: int) -> bytes:
        return bytes(self._value("SELECT api.blob_get(%s, %s, %s)", digest, offset, limit))

    def put_page(self, digest: str, kept: Kept) -> bool:
        """Name a sealed content as a page; False: not now, it or the record is not there yet."""
        sql = "SELECT api.page_put(%s, %s, %s, %s)"
        return bool(self._value(sql, digest, kept.ref, kept.content, kept.wrapped))

    def pages(self, digest: str) -> tuple[Kept, ...]:
        """Return under which seals a page is there, of the records this station may have."""
        rows = self._rows("SELECT ref, content, wrapped FROM api.pages(%s)", digest)
        return tuple(Kept(ref, content, bytes(wrapped)) for ref, content, wrapped in rows)

    def unsealed(self, after: str) -> tuple[str, ...]:
        """Return the next pages after one that lie there in the clear."""
        return tuple(row[0] for row in self._rows("SELECT api.unsealed(%s)", after))

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Call one of the server's functions that is no part of the port; see `beside`."""
        return self._rows(sql, *values)

    # --- internals ---

    def _claim(
        self, request: str, window: str, ticket: str | None, lease: int | None
    ) -> Claim | None:
        found = self._value("SELECT api.claim(%s, %s, %s, %s)", request, window, ticket, lease)
        return None if found is None else msgspec.convert(found, Claim)

    def _value(self, sql: str, *values: object) -> Any:
        return self._rows(sql, *values)[0][0]

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            connection = self._open()
            with self._watchdog.watching(connection.fileno(), self.deadline):
                return connection.execute(sql, values, binary=True).fetchall()
        except (psycopg.Error, OSError) as error:
            self.close()
            raise _coded(error) from error

    def _open(self) -> psycopg.Connection[Any]:
        if self._connection is None or self._connection.closed:
            self._connection = psycopg.connect(
                self._url,
                autocommit=True,
                connect_timeout=max(2, int(self.deadline)),
                # A pooler that forgets prepared statements needs None here (sync pitfall 46).
                prepare_threshold=None if self._pooled else 5,
                application_name="zcdesk",
                # A standby may lag: asked, it would take back what is here already.
                target_session_attrs="read-write",
            )
        return self._connection


def _placed(rows: Sequence[Sequence[Any]], at: int) -> tuple[Placed, ...]:
    """Read rows of position, chain and act, which begin at a column."""
    return tuple(Placed(Position(row[at], row[at + 1]), _act(row[at + 2 :])) for row in rows)


def _act(row: Sequence[Any]) -> Act:
    return Act(**dict(zip(Act.__struct_fields__, row, strict=True)))


def _coded(error: Exception) -> SurroundingsError:
    """Say in our codes why the hall did not answer."""
    state = getattr(error, "sqlstate", None) or ""
    if state in _STATES:
        return SurroundingsError(_STATES[state])
    if state in _NOT_OURS:
        return SurroundingsError(NOT_A_HALL, state=state)
    if state == _OTHER_VERSION:
        return SurroundingsError(OTHER_VERSION)
    said = str(error)
    code = next((code for words, code in _REFUSED if words in said), UNREACHABLE)
    return SurroundingsError(code, state=state)

"""The hall of one PC: its authority is tables in the same file, used in the clerk's transaction.

A position is given when the act is written, so what is pushed is placed already. Never used
outside an open transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import msgspec
from sqlalchemy import bindparam, func, insert, select, update

from zcdesk.domain.act import START, Act, Position
from zcdesk.domain.numbers import incarnation_code
from zcdesk.errors import Conflict
from zcdesk.store import numbers
from zcdesk.store.engine import Prepared, upsert
from zcdesk.store.hall import (
    FORK,
    TWICE,
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
from zcdesk.store.incarnation import CODES
from zcdesk.store.reader import ACT_COLUMNS, act_of
from zcdesk.store.schema import acts, hall_log
from zcdesk.store.schema_queue import hall_request, hall_ticket, register

if TYPE_CHECKING:
    from zcdesk.store.blobs import Blobs
    from zcdesk.store.transaction import Transaction

T = TypeVar("T")

WAITING, HELD, ENDED = "waiting", "held", "ended"

_TICKET = hall_ticket.c
_FIELDS = Waiting.__struct_fields__
_WAITING_FIELDS = tuple(_TICKET[name] for name in _FIELDS)
_ANSWER = Prepared(
    select(hall_request.c.answer).where(
        hall_request.c.request == bindparam("request"), hall_request.c.verb == bindparam("verb")
    )
)
_REMEMBER = Prepared(insert(hall_request))
_LAST_SERIAL = Prepared(
    select(func.max(_TICKET.serial)).where(
        _TICKET.day == bindparam("day"), _TICKET.series == bindparam("series")
    )
)
_ADD_TICKET = Prepared(insert(hall_ticket))
_WAITING = Prepared(
    select(*_WAITING_FIELDS)
    .where(_TICKET.day == bindparam("day"), _TICKET.state == WAITING)
    .order_by(_TICKET.taken_at, _TICKET.serial)
)
_HOLD = Prepared(
    update(hall_ticket)
    .where(_TICKET.ticket == bindparam("of"), _TICKET.state == bindparam("was"))
    .values(state=HELD, held_by=bindparam("held_by"), fence=_TICKET.fence + 1)
    .returning(_TICKET.fence)
)
_SET_FENCE = Prepared(
    update(hall_ticket).where(_TICKET.ticket == bindparam("of")).values(fence=bindparam("fence"))
)
_TICKET_ROW = Prepared(select(*_WAITING_FIELDS).where(_TICKET.ticket == bindparam("ticket")))
_LAST_IN_REGISTER = Prepared(
    select(register.c.last).where(
        register.c.register == bindparam("register"), register.c.year == bindparam("year")
    )
)
_MOVE_REGISTER = upsert(register)
_HELD = Prepared(
    select(_TICKET.window, _TICKET.category).where(
        _TICKET.ticket == bindparam("ticket"),
        _TICKET.fence == bindparam("fence"),
        _TICKET.state == HELD,
    )
)
_RELEASE = Prepared(
    update(hall_ticket)
    .where(_TICKET.ticket == bindparam("of"))
    .values(
        category=bindparam("category"),
        state=bindparam("state"),
        window=bindparam("window"),
        place=bindparam("place"),
        held_by="",
    )
)
_POINT = Prepared(
    select(hall_log.c.position, hall_log.c.chain).where(
        hall_log.c.hall == bindparam("hall"), hall_log.c.position == bindparam("position")
    )
)
_AFTER = Prepared(
    select(*ACT_COLUMNS, hall_log.c.position, hall_log.c.chain)
    .join(hall_log, hall_log.c.act == acts.c.pk)
    .where(hall_log.c.hall == bindparam("hall"), hall_log.c.position > bindparam("position"))
    .order_by(hall_log.c.position)
    .limit(bindparam("limit"))
)
_KNOWN = Prepared(
    select(acts.c.hash).where(acts.c.origin == bindparam("origin"), acts.c.seq == bindparam("seq"))
)


class LocalHall:
    """`Hall` over the tables of one file, inside one transaction."""

    def __init__(
        self,
        tx: Transaction,
        hall: str,
        *,
        granted: Callable[[], int],
        grant: Callable[[int], None],
        blobs: Blobs,
    ) -> None:
        self._tx, self._hall = tx, hall
        self._granted, self._grant = granted, grant
        self._blobs = blobs

    def push(self, acts: Sequence[Act], epoch: int = 0) -> tuple[Acknowledged, ...]:
        """Acknowledge what is here; acts of the one PC are placed when they are written."""
        self._tx.flush()
        known: dict[str, Acknowledged] = {}
        for act in acts:
            row = self._tx.run(_KNOWN, (act.origin, act.seq)).fetchone()
            if row is not None and row[0] != act.hash:
                raise Refused(FORK, act.origin, act.seq)
            if row is not None:
                known[act.origin] = Acknowledged(act.origin, act.seq, act.hash)
        return tuple(known.values())

    def pull(self, after: Position, limit: int) -> Pulled:
        self._tx.flush()
        if self._point(after.number) != after:
            return Pulled(diverged=self._points_before(after.number))
        rows = self._tx.run(_AFTER, (self._hall, after.number, limit)).fetchall()
        return Pulled(tuple(Placed(Position(*row[-2:]), act_of(row)) for row in rows))

    def heads(self) -> Position:
        return self._tx.standing.position

    def take_ticket(self, request: str, wish: Wish) -> Waiting:
        ticket = self._once(request, "take_ticket", Waiting, lambda: self._take(wish))
        assert ticket is not None
        return ticket

    def waiting(self, day: str) -> tuple[Waiting, ...]:
        rows = self._tx.run(_WAITING, (day,)).fetchall()
        return tuple(Waiting(**dict(zip(_FIELDS, row, strict=True))) for row in rows)

    def claim(
        self, request: str, window: str, day: str, choose: Choose, lease: int | None = None
    ) -> Claim | None:
        """Choose and hold; a hall of one PC needs no lease, since nobody else can be waiting."""

        def choose_and_hold() -> Claim | None:
            waiting = self.waiting(day)
            ticket = choose(waiting) if waiting else None
            return None if ticket is None else self._hold(ticket, window, WAITING)

        return self._once(request, "claim", Claim, choose_and_hold)

    def reclaim(self, request: str, window: str, ticket: str) -> Claim | None:
        return self._once(request, "reclaim", Claim, lambda: self._hold(ticket, window, ENDED))

    def keep(self, ticket: str, fence: int, lease: int | None) -> bool:
        return self._tx.run(_HELD, (ticket, fence)).fetchone() is not None

    def release(self, request: str, ticket: str, fence: int, back: Back | None) -> bool:
        return bool(self._once(request, "release", bool, lambda: self._let_go(ticket, fence, back)))

    def grant_code(self, request: str, year: int) -> str:
        code = self._once(request, "grant_code", str, self._next_code)
        assert code is not None
        return code

    def take_register_number(self, request: str, register: str, year: int) -> int:
        def next_number() -> int:
            row = self._tx.run(_LAST_IN_REGISTER, (register, year)).fetchone()
            number: int = (row[0] if row else 0) + 1
            self._tx.run(_MOVE_REGISTER, (register, year, number))
            return number

        number = self._once(request, "take_register_number", int, next_number)
        assert number is not None
        return number

    def put_blob(self, digest: str, offset: int, chunk: bytes, total: int) -> int:
        return self._blobs.add(digest, offset, chunk, total)

    def get_blob(self, digest: str, offset: int, limit: int) -> bytes:
        return self._blobs.read(digest, offset, limit)

    # --- internals ---

    def _once(self, request: str, verb: str, of: type[T], do: Callable[[], T | None]) -> T | None:
        """Do what a request asks, or answer as the first time; "none chosen" may be asked again."""
        known = self._answer(request, verb, of)
        if known is not None:
            return known
        answer = do()
        if answer is not None:
            blob = msgspec.msgpack.encode(answer)
            self._tx.run(_REMEMBER, (request, verb, self._tx.at_text, blob))
        return answer

    def _answer(self, request: str, verb: str, of: type[T]) -> T | None:
        row = self._tx.run(_ANSWER, (request, verb)).fetchone()
        return None if row is None else msgspec.msgpack.decode(row[0], type=of)

    def _ticket(self, ticket: str) -> Waiting | None:
        row = self._tx.run(_TICKET_ROW, (ticket,)).fetchone()
        return None if row is None else Waiting(**dict(zip(_FIELDS, row, strict=True)))

    def _set_fence(self, ticket: str, fence: int) -> None:
        self._tx.run(_SET_FENCE, _SET_FENCE.row({"of": ticket, "fence": fence}))

    def _take(self, wish: Wish) -> Waiting:
        if self._ticket(wish.ticket) is not None:
            raise Conflict(TWICE)
        serial = (self._tx.run(_LAST_SERIAL, (wish.day, wish.series)).fetchone()[0] or 0) + 1
        fields = msgspec.structs.asdict(wish)
        row = {**fields, "serial": serial, "state": WAITING, "place": 0, "fence": 0, "held_by": ""}
        self._tx.run(_ADD_TICKET, _ADD_TICKET.row(row))
        return Waiting(**fields, serial=serial, place=0)

    def _hold(self, ticket: str, window: str, was: str) -> Claim | None:
        rows = self._tx.run(_HOLD, _HOLD.row({"held_by": window, "of": ticket, "was": was}))
        row = rows.fetchone()
        return None if row is None else Claim(ticket, window, row[0])

    def _let_go(self, ticket: str, fence: int, back: Back | None) -> bool:
        row = self._tx.run(_HELD, (ticket, fence)).fetchone()
        if row is None:
            return False
        window, category = row
        values = {
            "category": (back and back.category) or category,
            "state": ENDED if back is None else WAITING,
            "window": (back and back.window) or window,
            "place": 0 if back is None else back.place,
            "of": ticket,
        }
        self._tx.run(_RELEASE, _RELEASE.row(values))
        return True

    def _next_code(self) -> str:
        number = (self._granted() + 1) % CODES
        while numbers.is_given(self._tx, incarnation_code(number)):
            number = (number + 1) % CODES
        # Noted outside the file first: a restored copy must not give it again.
        self._grant(number)
        return incarnation_code(number)

    def _point(self, number: int) -> Position | None:
        if number == 0:
            return START
        row = self._tx.run(_POINT, (self._hall, number)).fetchone()
        return Position(*row) if row else None

    def _points_before(self, number: int) -> tuple[Position, ...]:
        """Return older points, powers of two back, to find the last common one by."""
        end = min(number, self.heads().number)
        found = (self._point(end - (1 << back)) for back in range(16) if 1 << back < end)
        return (*(point for point in found if point), START)

"""The hall in memory: for the simulator and for tests of everything above the port.

The same rules as the server's functions, in plain Python; the contract suite holds them together.
Never used where anything must outlive the process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import msgspec

from zcdesk.domain.act import GENESIS, START, Act, Position, flaw, is_too_large, next_chain
from zcdesk.domain.numbers import ALPHABET, incarnation_code
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

T = TypeVar("T")

CODES = len(ALPHABET) ** 3
OLDER_EPOCH = "NET-17"
REVOKED = "NET-19"


@dataclass
class _Ticket:
    waiting: Waiting
    state: str = "waiting"
    fence: int = 0
    held_by: str = ""
    station: str = ""


@dataclass
class Ground:
    """What the hall knows; several stations' `MemoryHall`s stand on one.

    Attributes:
        log: acts in the hall's order. tails: origin → (station, number, hash).
        revoked: stations that are let in no more.
    """

    hall: str
    log: list[Placed] = field(default_factory=list)
    tails: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    hashes: dict[tuple[str, int], str] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    answers: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    tickets: dict[str, _Ticket] = field(default_factory=dict)
    serials: dict[tuple[str, str], int] = field(default_factory=dict)
    registers: dict[tuple[str, int], int] = field(default_factory=dict)
    codes: set[int] = field(default_factory=set)
    next_code: int = 0
    blobs: dict[str, bytes] = field(default_factory=dict)
    parts: dict[tuple[str, str], bytes] = field(default_factory=dict)
    revoked: set[str] = field(default_factory=set)
    epoch: int = 1

    @property
    def head(self) -> Position:
        return self.log[-1].position if self.log else START

    def copy(self) -> Ground:
        """Return the state as a backup or a lagging standby holds it."""
        return replace(
            self,
            log=list(self.log),
            tails=dict(self.tails),
            hashes=dict(self.hashes),
            ids=set(self.ids),
            answers=dict(self.answers),
            tickets={name: replace(ticket) for name, ticket in self.tickets.items()},
            serials=dict(self.serials),
            registers=dict(self.registers),
            codes=set(self.codes),
            blobs=dict(self.blobs),
            parts=dict(self.parts),
            revoked=set(self.revoked),
        )


class MemoryHall:
    """`Hall` for one station over a common ground."""

    def __init__(self, ground: Ground, station: str) -> None:
        self._ground, self.station = ground, station

    @property
    def ground(self) -> Ground:
        """What the hall knows, for a station that is still let in."""
        if self.station in self._ground.revoked:
            raise SurroundingsError(REVOKED)
        return self._ground

    def push(self, acts: Sequence[Act], epoch: int = 0) -> tuple[Acknowledged, ...]:
        ground = self.ground
        if epoch > ground.epoch:
            raise SurroundingsError(OLDER_EPOCH)
        refused: Refused | None = None
        blocked: set[str] = set()
        for act in acts:
            if act.origin in blocked:
                continue
            code = self._fault(act)
            if code is not None:
                blocked.add(act.origin)
                refused = refused or Refused(code, act.origin, act.seq)
        if refused is not None:
            raise refused
        own = dict.fromkeys(act.origin for act in acts)
        return tuple(Acknowledged(o, *ground.tails[o][1:]) for o in own)

    def _fault(self, act: Act) -> str | None:
        """Place one act, or say why it cannot be; known ones are passed over."""
        ground = self.ground
        if act.hall != ground.hall:
            return FOREIGN
        if is_too_large(act):
            return OVERSIZE
        if flaw(act) is not None:
            return UNSOUND
        owner, seq, tail = ground.tails.setdefault(act.origin, (self.station, 0, GENESIS))
        if owner != self.station:
            return FOREIGN
        if act.seq <= seq:
            return None if ground.hashes[act.origin, act.seq] == act.hash else FORK
        if act.seq > seq + 1:
            return GAP
        if act.prev != tail:
            return FORK
        if act.id in ground.ids:
            return FORK
        ground.tails[act.origin] = (owner, act.seq, act.hash)
        ground.hashes[act.origin, act.seq] = act.hash
        ground.ids.add(act.id)
        head = ground.head
        place = Position(head.number + 1, next_chain(head.chain, act))
        ground.log.append(Placed(place, act))
        return None

    def pull(self, after: Position, limit: int) -> Pulled:
        log, epoch = self.ground.log, self.ground.epoch
        if self._point(after.number) != after:
            end = min(after.number, self.ground.head.number)
            steps = (0, *(1 << back for back in range(41)))
            numbers = dict.fromkeys(end - step for step in steps if step < end)
            points = (self._point(number) for number in numbers)
            return Pulled(diverged=(*(p for p in points if p), START), epoch=epoch)
        return Pulled(tuple(log[after.number : after.number + limit]), epoch=epoch)

    def heads(self) -> Position:
        return self.ground.head

    def take_ticket(self, request: str, wish: Wish) -> Waiting:
        def take() -> Waiting:
            if wish.ticket in self.ground.tickets:
                raise Conflict(TWICE)
            series = (wish.day, wish.series)
            serial = self.ground.serials[series] = self.ground.serials.get(series, 0) + 1
            made = Waiting(**msgspec.structs.asdict(wish), serial=serial, place=0)
            self.ground.tickets[wish.ticket] = _Ticket(made)
            return made

        taken = self._once(request, "take_ticket", take)
        assert taken is not None
        return taken

    def waiting(self, day: str) -> tuple[Waiting, ...]:
        found = (t.waiting for t in self.ground.tickets.values() if t.state == "waiting")
        return tuple(
            sorted((w for w in found if w.day == day), key=lambda w: (w.taken_at, w.serial))
        )

    def claim(
        self, request: str, window: str, day: str, choose: Choose, lease: int | None = None
    ) -> Claim | None:
        """Choose and hold; this hall has no clock, so no lease of its ever ends."""

        def choose_and_hold() -> Claim | None:
            waiting = self.waiting(day)
            ticket = choose(waiting) if waiting else None
            return None if ticket is None else self._hold(ticket, window, "waiting")

        return self._once(request, "claim", choose_and_hold)

    def reclaim(self, request: str, window: str, ticket: str) -> Claim | None:
        return self._once(request, "reclaim", lambda: self._hold(ticket, window, "ended"))

    def keep(self, ticket: str, fence: int, lease: int | None) -> bool:
        found = self.ground.tickets.get(ticket)
        return found is not None and (found.state, found.fence, found.station) == (
            "held",
            fence,
            self.station,
        )

    def release(self, request: str, ticket: str, fence: int, back: Back | None) -> bool:
        return bool(self._once(request, "release", lambda: self._let_go(ticket, fence, back)))

    def grant_code(self, request: str, year: int) -> str:
        def grant() -> str:
            number = (self.ground.next_code + 1) % CODES
            while number in self.ground.codes:
                number = (number + 1) % CODES
            self.ground.codes.add(number)
            self.ground.next_code = number
            return incarnation_code(number)

        code = self._once(request, "grant_code", grant)
        assert code is not None
        return code

    def take_register_number(self, request: str, register: str, year: int) -> int:
        def give() -> int:
            key = (register, year)
            number = self.ground.registers[key] = self.ground.registers.get(key, 0) + 1
            return number

        number = self._once(request, "take_register_number", give)
        assert number is not None
        return number

    def put_blob(self, digest: str, offset: int, chunk: bytes, total: int) -> int:
        if digest in self.ground.blobs:
            return total
        key = (self.station, digest)
        have = self.ground.parts.setdefault(key, b"")
        if offset != len(have) or len(have) + len(chunk) > total:
            return len(have)
        have = self.ground.parts[key] = have + chunk
        if len(have) < total:
            return len(have)
        del self.ground.parts[key]
        if f"sha256:{hashlib.sha256(have).hexdigest()}" != digest:
            return 0
        self.ground.blobs[digest] = have
        return total

    def get_blob(self, digest: str, offset: int, limit: int) -> bytes:
        return self.ground.blobs.get(digest, b"")[offset : offset + limit]

    # --- internals ---

    def _once(self, request: str, verb: str, do: Callable[[], T | None]) -> T | None:
        key = (self.station, verb, request)
        if key in self.ground.answers:
            known: T = self.ground.answers[key]
            return known
        answer = do()
        if answer is not None:
            self.ground.answers[key] = answer
        return answer

    def _hold(self, ticket: str, window: str, was: str) -> Claim | None:
        found = self.ground.tickets.get(ticket)
        if found is None or found.state != was:
            return None
        found.state, found.held_by, found.station = "held", window, self.station
        found.fence += 1
        return Claim(ticket, window, found.fence)

    def _let_go(self, ticket: str, fence: int, back: Back | None) -> bool:
        found = self.ground.tickets.get(ticket)
        if found is None or (found.state, found.fence) != ("held", fence):
            return False
        if found.station != self.station:
            return False
        found.held_by = found.station = ""
        found.state = "ended" if back is None else "waiting"
        was = found.waiting
        found.waiting = msgspec.structs.replace(
            was,
            window=(back and back.window) or was.window,
            category=(back and back.category) or was.category,
            place=0 if back is None else back.place,
        )
        return True

    def _point(self, number: int) -> Position | None:
        if number == 0:
            return START
        log = self.ground.log
        return log[number - 1].position if number <= len(log) else None

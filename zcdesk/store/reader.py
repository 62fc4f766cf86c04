"""Reading: states of subjects, acts, index rows.

A state is read from its read table, or folded afresh from its acts where the table was made by an
older version of the program. Never a write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar, overload

import msgspec
from sqlalchemy import Result, Select, bindparam, select

from zcdesk.domain.act import GENESIS, Act, Body
from zcdesk.store import typed
from zcdesk.store.engine import Handle, Prepared
from zcdesk.store.rules import Rules, State
from zcdesk.store.schema import acts, hall_log, subject_state
from zcdesk.store.vault import Vault

S = TypeVar("S", bound=msgspec.Struct)

HELD = "held:"
"""Begins the origin of an act set aside for a person, in front of its own: no other station will
ever have it, so no state is made of it."""

IS_HELD = acts.c.origin.between(HELD, "held;")
ACT_COLUMNS = tuple(acts.c[name] for name in Act.__struct_fields__)
_PLACED = acts.outerjoin(hall_log, hall_log.c.act == acts.c.pk)
_ORDER = (hall_log.c.position.is_(None), hall_log.c.position, acts.c.pk)

STATE_ROW = Prepared(
    select(
        subject_state.c.state,
        subject_state.c.head,
        subject_state.c.position,
        subject_state.c.unknown,
        subject_state.c.contested,
        subject_state.c.version,
    ).where(subject_state.c.subject == bindparam("subject"))
)
ACTS_OF = Prepared(
    select(*ACT_COLUMNS, hall_log.c.position)
    .select_from(_PLACED)
    .where(acts.c.subject == bindparam("subject"), ~IS_HELD)
    .order_by(*_ORDER)
)
_HELD = Prepared(select(*ACT_COLUMNS).where(IS_HELD).order_by(acts.c.origin, acts.c.seq))
ACT_BY_ID = Prepared(select(*ACT_COLUMNS).where(acts.c.id == bindparam("id")))
STATE_COLUMNS = (subject_state.c.subject, subject_state.c.state, subject_state.c.version)
STATES_OF = Prepared(
    select(*STATE_COLUMNS)
    .where(subject_state.c.type == bindparam("type"))
    .order_by(subject_state.c.pk)
)


class Folded(NamedTuple):
    """A subject as its acts leave it.

    Attributes:
        head: hash of its last act; the `base` of the next.
        position: the last act's place in the hall's order; 0 = not placed yet.
        unknown: an act this version does not know or cannot read is among them.
        contested: how many of its acts came second on a base that only one could have.
    """

    state: State | None
    head: str
    position: int
    unknown: bool
    contested: int = 0


NOTHING = Folded(None, GENESIS, 0, False)


def act_of(row: tuple[Any, ...]) -> Act:
    """Make the act of a row of `ACT_COLUMNS`."""
    values = dict(zip(Act.__struct_fields__, row, strict=False))
    return Act(**{**values, "clock_ok": bool(values["clock_ok"])})


def origin_of(aside: str) -> str:
    """Return the incarnation that wrote an act now aside under `word:hash:incarnation`."""
    return aside.rpartition(":")[2]


def advance(rules: Rules, before: Folded, act: Act, position: int) -> Folded:
    """Fold one stored act onto a subject; one that nobody can read is kept and changes nothing."""
    try:
        body = rules.decode_body(act)
        is_read = act.kind in rules.kinds
    except (msgspec.DecodeError, UnicodeError):
        # A newer program's, or a broken one's: never a stop for the acts behind it (sync 2.4).
        body, is_read = None, False
    unknown = before.unknown or not is_read
    state = rules.fold(before.state, act, body)
    return Folded(state, act.hash, position, unknown, before.contested)


def fold_in_order(rules: Rules, placed: Iterable[tuple[Act, int]]) -> Folded:
    """Fold all acts of one subject; a contested one is kept and changes nothing."""
    folded = NOTHING
    bases: set[str] = set()
    for act, position in placed:
        if act.kind in rules.exclusive and act.base in bases:
            unknown, contested = folded.unknown, folded.contested + 1
            folded = Folded(folded.state, act.hash, position, unknown, contested)
            continue
        if act.kind in rules.exclusive:
            bases.add(act.base)
        folded = advance(rules, folded, act, position)
    return folded


class Reader:
    """What the store knows now; use it on the store lane, inside `Store.reading`.

    Attributes:
        vault: the keys that open sealed values.
        at: what time it is for whoever reads; None where nobody asks what is in force.
    """

    at: datetime | None = None

    def __init__(self, handle: Handle, rules: Rules, vault: Vault) -> None:
        self.rules = rules
        self.vault = vault
        self._handle = handle

    @overload
    def state(self, subject: str) -> State | None: ...
    @overload
    def state(self, subject: str, of: type[S]) -> S | None: ...
    def state(self, subject: str, of: type[Any] = State) -> Any:
        """Return the state of a subject with what was typed, None where nothing is known of it."""
        state = self.folded(subject).state
        if state is not None and not isinstance(state, of):
            raise TypeError(f"{subject} is a {type(state).__name__}, not a {of.__name__}")
        return None if state is None else typed.state(self, subject, state)

    def states(self, of: type[S]) -> Iterator[tuple[str, S]]:
        """Yield (subject, state) of every subject whose state is of this type, oldest first."""
        for type_ in (name for name, known in self.rules.states.items() if known is of):
            yield from self.states_by(STATES_OF, (type_,), of)

    def states_by(
        self, prepared: Prepared, values: tuple[Any, ...], of: type[S]
    ) -> Iterator[tuple[str, S]]:
        """Yield (subject, state) of what a query of `STATE_COLUMNS` finds, in its order."""
        self.flush()
        for subject, state, version in self.run(prepared, values).fetchall():
            is_old = version != self.rules.version
            found = self.refold(subject).state if is_old else self._decode(subject, state)
            if isinstance(found, of):
                yield subject, typed.state(self, subject, found, None if is_old else state)

    def head(self, subject: str) -> str:
        """Return the hash of the subject's last act."""
        return self.folded(subject).head

    def is_read_only(self, subject: str) -> bool:
        """Tell whether a newer program has written what this one cannot judge."""
        return self.folded(subject).unknown

    def folded(self, subject: str) -> Folded:
        row = self._handle.run(STATE_ROW, (subject,)).fetchone()
        if row is None:
            return NOTHING
        state, head, position, unknown, contested, version = row
        if version != self.rules.version:
            return self.refold(subject)
        return Folded(self._decode(subject, state), head, position, bool(unknown), contested)

    def refold(self, subject: str) -> Folded:
        """Fold a subject from its acts, whatever the read table says."""
        rows = self._handle.run(ACTS_OF, (subject,))
        return fold_in_order(self.rules, ((act_of(row), row[-1] or 0) for row in rows))

    def acts(self, subject: str) -> tuple[Act, ...]:
        """Return the acts on a subject in the hall's order."""
        self.flush()
        return tuple(act_of(row) for row in self.run(ACTS_OF, (subject,)))

    def body(self, act: Act) -> Body | None:
        """Read an act's body, with the words that were typed; None for an unknown kind."""
        return typed.body(self, act)

    def act(self, id_: str) -> Act | None:
        self.flush()
        row = self.run(ACT_BY_ID, (id_,)).fetchone()
        return act_of(row) if row else None

    def held(self) -> tuple[Act, ...]:
        """Return the acts set aside for a person, as they were written or altered."""
        self.flush()
        found = (act_of(row) for row in self.run(_HELD))
        return tuple(msgspec.structs.replace(a, origin=origin_of(a.origin)) for a in found)

    def select(self, statement: Select[Any]) -> Result[Any]:
        """Run a Core query over the tables of `schema`."""
        self.flush()
        return self._handle.execute(statement)

    def check_pages(self) -> list[tuple[Any, ...]]:
        """Return what the engine finds wrong in the file, page by page; slow."""
        return self._handle.check_pages()

    def flush(self) -> None:
        """Nothing waits to be written when one only reads."""

    def run(self, prepared: Prepared, values: tuple[Any, ...] = ()) -> Any:
        """Run a prepared statement; returns the driver's cursor."""
        return self._handle.run(prepared, values)

    def run_many(self, prepared: Prepared, rows: Sequence[tuple[Any, ...]]) -> None:
        self._handle.run_many(prepared, rows)

    def _decode(self, subject: str, state: bytes | None) -> Any:
        if state is None:
            return None
        return msgspec.msgpack.decode(
            state, type=self.rules.states[self.rules.subject_type(subject)]
        )

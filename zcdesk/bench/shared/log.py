"""Push and pull: the hall's functions beside bare statements on a table of the same shape."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field

import msgspec
import psycopg

from zcdesk.bench.figure import Clock, Figure, Limit, figure, take_turns
from zcdesk.bench.figure import Runs as Pair
from zcdesk.bench.shared.ground import HALL, Author, Server
from zcdesk.domain.act import START, Act, Position
from zcdesk.sync import admin
from zcdesk.sync.postgres_hall import PostgresHall

PUSH, BATCH, PULL = "push: one act", "push: 50 acts", "pull of 500: functions and rows' walls"
GROWTH = "push with a long history behind"
HALF = Limit("ratio", 2)
WALLS = Limit("ratio", 1.15)
FLAT = Limit("ratio", 1.3)
PUSH_HOW = "through the hall's function; beside the same rows inserted by a bare client"
PULL_HOW = "api.acts as a station; beside the same rows selected by the table's owner"
GROWTH_HOW = "50 acts into a hall that holds many; beside the same into one that is new"

_COLUMNS = tuple(Act.__struct_fields__)
_BARE = "CREATE TABLE public.bare (LIKE core.act INCLUDING ALL)"
_NAMES = ", ".join(("position", "chain", *_COLUMNS))
_MARKS = ", ".join(["%s"] * (2 + len(_COLUMNS)))
_INSERT = f"INSERT INTO public.bare ({_NAMES}) VALUES ({_MARKS})"  # noqa: S608 - own names


@dataclass
class Bare:
    """Inserts acts as plain rows, as fast as a client can without the hall's rules."""

    url: str
    _position: int = 0
    _connection: psycopg.Connection[object] = field(init=False)

    def __post_init__(self) -> None:
        self._connection = psycopg.connect(self.url, autocommit=True)
        self._connection.execute(_BARE)

    def insert(self, acts: Sequence[Act]) -> None:
        rows = []
        for act in acts:
            self._position += 1
            values = msgspec.structs.astuple(act)
            rows.append((self._position, secrets.token_hex(32), *values))
        with self._connection.cursor() as cursor:
            if len(rows) == 1:
                cursor.execute(_INSERT, rows[0])
            else:
                with self._connection.transaction():
                    cursor.executemany(_INSERT, rows)

    def close(self) -> None:
        self._connection.execute("DROP TABLE public.bare")
        self._connection.close()


def pushes(server: Server, clock: Clock, times: int) -> tuple[Figure, ...]:
    """Measure single and batched pushes."""
    author, other = Author("bench-push"), Author("bench-bare")
    with closing(PostgresHall(server.station("push"))) as hall, closing(Bare(server.url)) as bare:

        def pushed(count: int) -> float:
            acts = author.acts(count)
            start = clock()
            hall.push(acts)
            return clock() - start

        def inserted(count: int) -> float:
            acts = other.acts(count)
            start = clock()
            bare.insert(acts)
            return clock() - start

        found = []
        for name, count in ((PUSH, 1), (BATCH, 50)):
            kept = take_turns(lambda n=count: pushed(n), lambda n=count: inserted(n), times)  # type: ignore[misc]
            runs = Pair(tuple(a for a, _ in kept), tuple(b for _, b in kept))
            found.append(figure(name, runs, how=PUSH_HOW, unit="ms", scale=1000, limit=HALF))
    return tuple(found)


def pulls(server: Server, clock: Clock, times: int) -> Figure:
    """Measure what the functions and the rows' walls cost on a pull of 500."""
    sql = (
        f"SELECT {_NAMES} FROM core.act WHERE hall = %s AND position > %s"  # noqa: S608
        " ORDER BY position LIMIT 500"
    )
    # Both through the same client: the figure is what the functions and the walls cost.
    with (
        closing(PostgresHall(server.station("pull"))) as hall,
        closing(PostgresHall(server.url)) as owner,
    ):
        with admin.connect(server.url) as connection:
            connection.execute("ANALYZE core.act")
        chains = owner.ask("SELECT chain FROM core.act WHERE hall = %s AND position = 100", HALL)
        after = Position(100, str(chains[0][0])) if chains else START

        def pulled() -> float:
            start = clock()
            hall.ask(
                f"SELECT {_NAMES} FROM api.acts(1, %s, %s, 500)",  # noqa: S608 - own names
                after.number,
                after.chain,
            )
            return clock() - start

        def selected() -> float:
            start = clock()
            owner.ask(sql, HALL, after.number)
            return clock() - start

        kept = take_turns(pulled, selected, times, warm_up=8)
    runs = Pair(tuple(a for a, _ in kept), tuple(b for _, b in kept))
    return figure(PULL, runs, how=PULL_HOW, unit="ms", scale=1000, limit=WALLS)


def growth(server: Server, clock: Clock, times: int, history: int) -> Figure:
    """Measure pushes into a hall with `history` acts beside pushes into a new one."""
    new = f"hall-{secrets.randbelow(900000) + 100000}"
    admin.add_hall(server.url, new, first_code=0)
    fresh = admin.add_station(server.url, new, "new", role=f"b_{secrets.token_hex(5)}").url
    old_author, new_author = Author("bench-old"), Author("bench-new", new)
    with closing(PostgresHall(server.station("old"))) as old, closing(PostgresHall(fresh)) as young:
        while old.heads().number < history:
            old.push(old_author.acts(200))

        def into(hall: PostgresHall, author: Author) -> float:
            acts = author.acts(50)
            start = clock()
            hall.push(acts)
            return clock() - start

        kept = take_turns(lambda: into(old, old_author), lambda: into(young, new_author), times)
    runs = Pair(tuple(a for a, _ in kept), tuple(b for _, b in kept))
    name = f"{GROWTH} ({history:,} acts)"
    return figure(name, runs, how=GROWTH_HOW, unit="ms", scale=1000, limit=FLAT)

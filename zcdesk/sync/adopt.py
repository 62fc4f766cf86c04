"""Moving a one-PC hall to a server: every act to the same place, the queue and the codes with it.

May be repeated after any interruption; the store takes its places from the server only once the
server's order is the store's, to the last hash. Never an act written or changed. A content that
is too large for any server, from a time that knew no limit, stays on this PC: its act goes
without, as one whose content was erased.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import func, select

from zcdesk.domain.act import BODY_LARGEST, START, Act, digest, is_unfit
from zcdesk.errors import Conflict, UserError
from zcdesk.store.hall import Placed
from zcdesk.store.incarnation import code_number
from zcdesk.store.persons import SEALED_LARGEST
from zcdesk.store.schema import acts, number_block, person
from zcdesk.store.schema_queue import hall_ticket, register
from zcdesk.store.store import Store
from zcdesk.sync import admin, login, schema
from zcdesk.sync.admin import StationLogin
from zcdesk.sync.attachments import Attachments
from zcdesk.sync.beside import Beside, exchange
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.station_copy import StoreCopy

BATCH = 200
JOINED = "NET-22"
DIFFERS = "NET-23"
ALTERED = "NET-55"

_TICKET = tuple(column.name for column in hall_ticket.columns)


def adopt(
    store: Store,
    url: str,
    *,
    role: str,
    now: Callable[[], datetime],
    progress: Callable[[int], None] = lambda position: None,
    keys: Path | None = None,
) -> StationLogin:
    """Bring a hall to the server at an administrator's URL; return the station's login.

    Args:
        keys: folder of the hall's keys; None = personal records and pages stay on this PC and no
            shift is signed.

    Raises:
        UserError: the store has a server already, that server holds another history, or an act
            was altered in the file; the hall stays on this PC then.
    """
    if store.head.epoch:
        raise UserError(JOINED)
    schema.upgrade(url)
    admin.add_hall(url, store.hall)
    mine = _login(store, url, role)
    hall = PostgresHall(mine.url)
    try:
        _push(store, hall, now, progress)
        if hall.heads() != store.head.position:
            raise Conflict(DIFFERS, hall=store.hall)
        _move_queue(store, url, mine.role)
        copy = StoreCopy(store, now)
        with admin.connect(url) as connection:
            connection.execute(
                "UPDATE core.hall_head SET shifts_from = %s WHERE hall = %s",
                (store.head.position.number, store.hall),
            )
        copy.adopt(hall.clock().epoch)
        beside = Beside(store, now)
        if keys is not None:
            mine = login.with_keys(mine, keys)
            beside.learn(mine)
        # Whoever worked here goes on; other stations are the administrator's to say.
        for one in beside.verifiers():
            admin.set_stations(url, store.hall, one.clerk, [mine.role])
        exchange(beside, hall)
        Attachments(copy, lambda work: work()).send(hall)  # each behind the records that name it
    finally:
        hall.close()
    return mine


def _login(store: Store, url: str, role: str) -> StationLogin:
    path = store.place.data / login.FILE
    if path.exists():
        return login.load(path)
    mine = admin.add_station(url, store.hall, store.station.name, role=role)
    login.save(path, mine)
    return mine


def _push(
    store: Store, hall: PostgresHall, now: Callable[[], datetime], progress: Callable[[int], None]
) -> None:
    after = START
    while True:
        with store.transaction(clerk="", at=now()) as tx:
            pulled = tx.hall.pull(after, BATCH).acts
        if not pulled:
            return
        hall.push([_fit(placed) for placed in pulled])
        after = pulled[-1].position
        progress(after.number)


def _fit(placed: Placed) -> Act:
    """Return an act as a server takes it.

    Raises:
        Conflict: it was altered by hand, or not even its envelope fits.
    """
    act = placed.act
    body = act.body if isinstance(act.body, bytes) else b""
    if len(body) > BODY_LARGEST and digest(body) == act.body_hash:
        act = msgspec.structs.replace(act, body=None)
    if is_unfit(act):
        raise Conflict(ALTERED, number=placed.position.number)
    return act


def left_here(store: Store) -> int:
    """Count the contents and personal records that no server takes for their size."""
    with store.reading() as reader:
        counts = [
            reader.select(select(func.count()).where(func.length(column) > most)).fetchone()
            for column, most in ((acts.c.body, BODY_LARGEST), (person.c.sealed, SEALED_LARGEST))
        ]
    return sum(row[0] for row in counts if row)


def _move_queue(store: Store, url: str, role: str) -> None:
    """Copy tickets, series, registers and given codes; held tickets stay held by this station."""
    with store.reading() as reader:
        tickets = reader.select(select(*(hall_ticket.c[name] for name in _TICKET))).fetchall()
        registers = reader.select(
            select(register.c.register, register.c.year, register.c.last)
        ).fetchall()
        codes = reader.select(select(number_block.c.code, number_block.c.year)).fetchall()
    given = [(code_number(str(code)), int(year)) for code, year in map(tuple, codes)]
    with admin.connect(url) as connection, connection.transaction(), connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO core.ticket (hall, ticket, day, series, serial, category, state,"
            ' priority, taken_at, appointment_at, "window", place, fence, held_by, role)'
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
            " ON CONFLICT DO NOTHING",
            [_ticket(store.hall, tuple(row), role) for row in tickets],
        )
        cursor.execute(
            "INSERT INTO core.series SELECT hall, day, series, max(serial) FROM core.ticket"
            " WHERE hall = %s GROUP BY hall, day, series"
            " ON CONFLICT (hall, day, series) DO UPDATE SET last = excluded.last",
            (store.hall,),
        )
        cursor.executemany(
            "INSERT INTO core.register (hall, register, year, last) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (hall, register, year) DO UPDATE SET last = excluded.last",
            [(store.hall, *row) for row in registers],
        )
        cursor.executemany(
            "INSERT INTO core.code (hall, number, role, year) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT DO NOTHING",
            [(store.hall, number, role, year) for number, year in given],
        )


def _ticket(hall: str, row: tuple[Any, ...], role: str) -> tuple[Any, ...]:
    values = dict(zip(_TICKET, row, strict=True))
    return (hall, *values.values(), role if values["state"] == "held" else "")

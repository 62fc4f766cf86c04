"""A station that may have more than before: bodies and personal records it had only as stubs.

What a station may have is the server's word. When it changes, the station walks once through what
it holds and asks for what is missing; a walk that was cut goes on where it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from zcdesk.errors import SurroundingsError
from zcdesk.sync.postgres_hall import OTHER_VERSION, PostgresHall

if TYPE_CHECKING:
    from zcdesk.sync.beside import Beside

AT_ONCE = 200
STEPS = 25
"""Steps of one exchange; the rest comes with the next."""


def widen(here: Beside, hall: PostgresHall) -> int:
    """Notice new audiences and fetch what they bring; return how many bodies came."""
    try:
        told = hall.ask("SELECT api.audiences()")[0][0]
    except SurroundingsError as error:
        if error.code == OTHER_VERSION:
            return 0  # A server of before this: what it gives it gave at once.
        raise
    here.may_have(msgspec.json.encode(told and sorted(told)).decode())
    count = 0
    for _ in range(STEPS):
        wanted = here.stubs()
        if wanted is None:
            break
        rows: list[tuple[int, bytes]] = []
        for first in range(0, len(wanted), AT_ONCE):
            part = list(wanted[first : first + AT_ONCE])
            rows += [(at, bytes(body)) for at, body in _bodies(hall, part)]
        count += here.fill(rows)
    return count


def _bodies(hall: PostgresHall, positions: Sequence[int]) -> list[tuple[int, bytes]]:
    return [(row[0], row[1]) for row in hall.ask("SELECT * FROM api.bodies(%s)", positions)]

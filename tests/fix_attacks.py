"""A clerk with psql and a station's login, and what the server lets stations ask for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
from fix_postgres import HallServer
from fix_sync_acts import acts, wish

from zcdesk.sync.postgres_hall import PostgresHall

HALL, OTHER = "hall-320213", "hall-999999"

API = {
    "acts",
    "audiences",
    "bodies",
    "blob_get",
    "blob_put",
    "claim",
    "claim_next",
    "erased",
    "grant_code",
    "hand_over",
    "keep",
    "take_register_number",
    "heads",
    "page_put",
    "pages",
    "person_put",
    "persons",
    "pull",
    "push",
    "put_verifier",
    "reclaim",
    "release",
    "shift_tokens",
    "signed_heads",
    "take_ticket",
    "time",
    "unsealed",
    "verifiers",
    "waiting",
    "whoami",
}


@pytest.fixture
def clerk(hall_server: HallServer) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A raw session under a station's login, in a hall with work in it."""
    url = hall_server.add(HALL, "W01")
    with closing(PostgresHall(url)) as hall:
        hall.push(acts(3))
        hall.take_ticket("r1", wish("a"))
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection

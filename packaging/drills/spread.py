"""City to province: the append-only log goes one way by logical replication, two halls, one chosen.

Held: the province has every act of the hall it was given and none of another, its own walk finds
the chains whole, personal records and keys stay in the city, and a pause of the province costs
the city nothing but its log.
"""

from __future__ import annotations

import sys
import time
from contextlib import closing

from ground import (
    HALL,
    Failed,
    ask,
    check_whole,
    cluster,
    ground,
    open_hall,
    say,
    stations,
    until,
)
from restore import work
from sqlalchemy.engine import make_url

from zcdesk import station
from zcdesk.domain.act import NewAct, seal
from zcdesk.domain.hall import ClerkSet
from zcdesk.sync import admin, schema
from zcdesk.sync.postgres_hall import PostgresHall

OTHER = "hall-999999"
WINDOWS = 2
LOG = ("act", "hall_head", "origin")


def main() -> int:
    with ground() as home:
        # A dead province must not fill the city's disk: its log is kept up to a bound.
        city = cluster(home, "city", "wal_level=logical", "max_slot_wal_keep_size=1GB")
        province = cluster(home, "province")
        open_hall(city.start())
        schema.upgrade(province.start())
        published = ", ".join(f"core.{name} WHERE (hall = '{HALL}')" for name in LOG)
        ask(city.url, f"CREATE PUBLICATION province FOR TABLE {published}")
        source = make_url(city.url)
        words = f"host=127.0.0.1 port={city.port} user={source.username} dbname={source.database}"
        ask(
            province.url,
            f"CREATE SUBSCRIPTION city CONNECTION '{words} password={source.password}'"
            " PUBLICATION province",
        )
        with stations(home, WINDOWS, city.url, city.port) as windows:
            work(windows, 2.0)
            foreign_hall(city.url)
            lag = caught_up(city.url, province.url)
            say(f"province level with the city {lag:.2f} s after the last act")
            province.stop()
            work(windows, 1.0)
            started = time.monotonic()
            province.start()
            caught_up(city.url, province.url)
            say(f"stopped for a while, it is level {time.monotonic() - started:.2f} s after start")
        here, there = check_whole(city.url), check_whole(province.url)
        say(f"acts of the hall in the city {here}, in the province {there}, chains whole in both")
        if here != there:
            raise Failed("the province lacks acts")
        digest = "SELECT md5(string_agg(chain, '' ORDER BY position)) FROM core.act WHERE hall = %s"
        if ask(city.url, digest, HALL) != ask(province.url, digest, HALL):
            raise Failed("the orders differ")
        if ask(province.url, "SELECT count(*) FROM core.act WHERE hall <> %s", HALL):
            raise Failed("acts of another hall in the province")
        say("no act of the other hall reached the province")
    return 0


def foreign_hall(url: str) -> None:
    """Another hall of the city works too; nobody gave it to the province."""
    admin.add_hall(url, OTHER)
    login = admin.add_station(url, OTHER, "X01", role="x01")
    new = NewAct(subject="clerk:x", body=ClerkSet(staff_no="x", name="另一个大厅"))
    at = station.clock().isoformat(timespec="seconds")
    act = seal(
        new,
        id="x1",
        hall=OTHER,
        origin="x",
        seq=1,
        clerk="x",
        at=at,
        clock_ok=True,
        base="",
        prev="",
    )
    with closing(PostgresHall(login.url)) as hall:
        hall.push([act])


def caught_up(city: str, province: str) -> float:
    head = "SELECT chain FROM core.hall_head WHERE hall = %s"
    return until("the province", lambda: ask(city, head, HALL) == ask(province, head, HALL))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as fault:
        say(f"FAILED: {fault}")
        sys.exit(1)

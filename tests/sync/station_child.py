"""Run by test_real_faults: a station that works and does its rounds until it is killed.

Prints the id of each act once its transaction has returned. Usage: station_child.py FOLDER URL
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from fix_store import AT, Stores, fill

from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy


def main(folder: Path, url: str) -> None:
    stores = Stores(folder, random=random.Random().randbytes)
    store = stores.open() if stores.place.database.exists() else stores.create()
    copy = StoreCopy(store, lambda: AT)
    if not copy.epoch:
        copy.join(1)
    hall = PostgresHall(url, deadline=60.0)
    while True:
        for _ in range(3):
            sys.stdout.write(fill(store).id + "\n")
            sys.stdout.flush()
        once(copy, hall)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

"""What a station of some version does in a process of its own; the version is the PYTHONPATH's.

`make DATA`, `work DATA`, `look DATA`, `round DATA`, `adopt DATA URL [KEYS]`, `join DATA LOGIN`,
`scan DATA TEXT`, `see DATA CASE DIGEST`: each a line of JSON with these words, answered by one.
Kept to what both versions know.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from fix_cases import received

from zcdesk import paths, station
from zcdesk.domain.case import Case
from zcdesk.errors import CodedError
from zcdesk.operations.session import Session
from zcdesk.operations.setup import read_answers
from zcdesk.store.schema import SCHEMA_VERSION
from zcdesk.store.verify import verify
from zcdesk.sync import joining, login
from zcdesk.sync.adopt import adopt
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

MATTER = "1-10"
PostgresHall.__init__.__kwdefaults__["deadline"] = 60.0  # seconds: a busy machine fails no test


def main(what: str, data: Path, *more: str) -> dict[str, Any]:
    if what == "make":
        answers = read_answers(paths.resources_dir() / "demo" / "answers.toml")
        with closing(station.create(data, answers).store):
            pass
        return run("work", data)
    if what == "join":
        joining.join(Path(more[0]), lambda h, n: station.join(data, h, n), station.clock)
        return run("look", data)
    return run(what, data, *more)


def run(what: str, data: Path, *more: str) -> dict[str, Any]:
    session = station.open_session(data).as_clerk("0312")
    try:
        return {"schema": SCHEMA_VERSION, **DO[what](session, *more)}
    finally:
        session.store.close()


def work(session: Session) -> dict[str, Any]:
    if not session.window:
        session = session.at_window("3")
    received(session, MATTER)
    return look(session)


def look(session: Session) -> dict[str, Any]:
    with session.reading() as store:
        numbers = sorted(case.intake.number for _, case in store.states(Case))
    head = session.store.head
    return {
        "numbers": numbers,
        "clean": verify(session.store).is_clean,
        "position": head.position.number,
        "chain": head.position.chain,
        "waiting": StoreCopy(session.store, session.now).waiting().count,
    }


def meet(session: Session) -> dict[str, Any]:
    data = session.store.place.data
    with closing(PostgresHall(login.load(data / login.FILE).url)) as hall:
        outcome = once(StoreCopy(session.store, session.now), hall)
    return {"code": outcome.code, **look(session)}


def move(session: Session, url: str, keys: str = "") -> dict[str, Any]:
    more: dict[str, Any] = {"keys": Path(keys)} if keys else {}
    adopt(session.store, url, role=f"s_{os.urandom(4).hex()}", now=session.now, **more)
    return look(session)


def scan(session: Session, text: str) -> dict[str, Any]:
    """Take a case in with one page of this text, and bring the page to the server."""
    import msgspec
    from fix_visit import settle, somebody, visiting

    from zcdesk.domain.visit import rows_of, set_mark
    from zcdesk.operations import intake, scans

    if not session.window:
        session = session.at_window("3")
    visit = settle(visiting(session, MATTER, person=somebody()))
    digest = scans.keep_page(session, text.encode())
    row = rows_of(visit)[0]
    mark = msgspec.structs.replace(row.mark, pages=(digest,))
    done = intake.receive(session, set_mark(visit, row.key, mark))
    with session.reading() as store:
        sitting = done.visit.id
        found = [case.id for _, case in store.states(Case) if case.intake.sitting == sitting]
    return {"case": found[0], "digest": digest, **carry(session)}


def see(session: Session, case_id: str, digest: str) -> dict[str, Any]:
    """Ask for a page; its text is the answer, or nothing while it cannot be had."""
    from zcdesk.operations import scans

    before = carry(session)
    scans.want(session, case_id, (digest,))
    carry(session)
    data = scans.page(session, digest)
    return {**before, "page": None if data is None else data.decode()}


def carry(session: Session) -> dict[str, Any]:
    """A whole round of the desk: acts, what travels beside them, pages."""
    from zcdesk.sync import attachments
    from zcdesk.sync.beside import Beside, exchange

    data, copy = session.store.place.data, StoreCopy(session.store, session.now)
    with closing(PostgresHall(login.load(data / login.FILE).url)) as hall:
        code = once(copy, hall).code
        exchange(Beside(session.store, session.now), hall)
        pages = attachments.Attachments(copy, lambda work: work())
        pages.fetch_wanted(hall)
        pages.send(hall)
        if hasattr(attachments, "pages"):  # sealed on their way from this version on
            from zcdesk.sync.clear_pages import ClearPages

            ClearPages(pages, session.store.blobs).seal(hall)
    return {"code": code, **look(session)}


DO = {"work": work, "look": look, "round": meet, "adopt": move, "scan": scan, "see": see}


def answer(what: str, data: str, *more: str) -> dict[str, Any]:
    try:
        return main(what, Path(data), *more)
    except CodedError as error:
        return {"error": error.code}


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(*json.loads(line))) + "\n")
        sys.stdout.flush()

"""Scanned pages of a hall with a server: sent behind everything, fetched when somebody looks."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec
import pytest
from fix_cases import people
from fix_sync_hall import Windows
from fix_visit import settle, somebody, visiting

from zcdesk.domain.case import Case
from zcdesk.domain.visit import rows_of, set_mark
from zcdesk.errors import NotAllowed, SurroundingsError
from zcdesk.operations import intake, scans
from zcdesk.operations.session import Session
from zcdesk.store import blobs
from zcdesk.store.blobs import PIECE
from zcdesk.sync.attachments import Attachments
from zcdesk.sync.link import Link
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.station_copy import StoreCopy

PAGES = (b"\xff\xd8 first page", b"\xff\xd8" + bytes(range(256)) * 2048)
"""The second is two pieces exactly."""


@dataclass
class Pair:
    """The desk where pages were scanned and another, each with its tie."""

    here: Session
    there: Session
    links: tuple[Link, Link]
    case_id: str
    digests: tuple[str, ...]

    def rounds(self, count: int = 1) -> frozenset[str]:
        """Return what the other desk heard of."""
        heard: frozenset[str] = frozenset()
        for _ in range(count):
            self.links[0].round()
            heard |= self.links[1].round().topics
        return heard

    def has(self, session: Session) -> list[bool]:
        return [scans.page(session, one) is not None for one in self.digests]


def scanned(session: Session) -> tuple[str, tuple[str, ...]]:
    """Take a case in with two pages of one material."""
    visit = settle(visiting(session, "1-1", person=somebody()))
    digests = tuple(scans.keep_page(session, page) for page in PAGES)
    row = rows_of(visit)[0]
    intake.receive(
        session, set_mark(visit, row.key, msgspec.structs.replace(row.mark, pages=digests))
    )
    with session.reading() as store:
        return next(case.id for _, case in store.states(Case)), digests


def link(windows: Windows, session: Session) -> Link:
    """Tie a desk to the server; its clock stands still, so that no round has to be short."""
    url = windows.login(session).url
    copy = StoreCopy(session.store, session.now)
    here = {"clock": lambda: 0.0, "attention": lambda: 0, "choice": lambda _: None}
    return Link(copy, lambda: PostgresHall(url), lambda work: work(), **here)


@pytest.fixture
def pair(windows: Windows) -> Iterator[Pair]:
    here, there = windows.first, windows.joined("5")
    people(here)
    case_id, digests = scanned(here)
    links = link(windows, here), link(windows, there)
    yield Pair(here, there, links, case_id, digests)
    for one in links:
        if one._hall is not None:
            one._hall.close()


@pytest.mark.req("R128")
def test_a_page_travels_behind_its_case_and_only_where_somebody_looks(
    pair: Pair, windows: Windows
) -> None:
    assert "content" not in pair.rounds(2)
    named = windows.server.run("SELECT digest FROM core.page")
    assert {row[0] for row in named} >= set(pair.digests)
    assert windows.server.run("SELECT DISTINCT form FROM core.blob") == [("sealed",)]
    assert pair.has(pair.here) == [True, True]
    assert pair.has(pair.there) == [False, False]
    assert scans.want(pair.there, pair.case_id, pair.digests) == pair.digests
    assert "content" in pair.rounds()
    assert [scans.page(pair.there, one) for one in pair.digests] == list(PAGES)
    assert scans.want(pair.there, pair.case_id, pair.digests) == ()
    assert "content" not in pair.rounds()
    with pair.there.reading() as store:
        assert blobs.due(store, blobs.SEND, 9) == blobs.due(store, blobs.FETCH, 9) == ()
        assert blobs.describe(store, pair.digests[1]) == (len(PAGES[1]), blobs.FETCH)


def test_what_nobody_sent_yet_stays_wanted_and_comes_later(pair: Pair) -> None:
    # The page waits while the case is known already: its window was cut off in between.
    pair.links[0]._attachments.send = lambda *_: 0  # type: ignore[method-assign]
    pair.rounds()
    assert scans.want(pair.there, pair.case_id, pair.digests[:1])
    assert "content" not in pair.rounds()
    del pair.links[0]._attachments.send
    pair.links[1]._attachments._absent.clear()
    assert "content" in pair.rounds(2)
    assert pair.has(pair.there) == [True, False]


@pytest.mark.parametrize(
    ("staff_no", "may"),
    [("0312", True), ("0401", True), ("0601", True), ("0403", False), ("0501", True)],
)
def test_only_who_may_see_the_case_has_its_pages_fetched(
    pair: Pair, staff_no: str, may: bool
) -> None:
    pair.rounds(2)
    who = pair.there.as_clerk(staff_no)
    if may:
        assert scans.want(who, pair.case_id, pair.digests[:1])
        return
    with pytest.raises(NotAllowed, match="CAS-02"):
        scans.want(who, pair.case_id, pair.digests[:1])
    pair.rounds()
    assert pair.has(pair.there) == [False, False]


def test_a_page_of_another_case_is_not_fetched(pair: Pair) -> None:
    pair.rounds(2)
    other = f"sha256:{hashlib.sha256(b'another').hexdigest()}"
    with pytest.raises(NotAllowed, match="CAS-02"):
        scans.want(pair.there, pair.case_id, (other,))


def test_a_desks_round_seals_what_an_older_neighbour_left_in_the_clear(
    pair: Pair, windows: Windows
) -> None:
    pair.links[0]._attachments.send = lambda *_: 0  # type: ignore[method-assign]
    pair.links[0]._clear.seal = lambda *_: 0  # type: ignore[method-assign]
    pair.rounds()
    hall = pair.links[0]._opened()
    for digest, page in zip(pair.digests, PAGES, strict=True):
        for at in range(0, len(page), PIECE):
            hall.put_blob(digest, at, page[at : at + PIECE], len(page))
    pair.links[1]._clear._looked = float("-inf")
    pair.rounds()
    assert windows.server.run("SELECT DISTINCT form FROM core.blob") == [("sealed",)]
    assert {str(row[0]) for row in windows.server.run("SELECT digest FROM core.page")} == {
        *pair.digests
    }


class Cut:
    """A hall whose line breaks after so many pieces."""

    def __init__(self, hall: PostgresHall, pieces: int) -> None:
        self._hall, self._left = hall, pieces

    def _spend(self) -> None:
        if not self._left:
            raise SurroundingsError("NET-20")
        self._left -= 1

    def put_blob(self, *values: object) -> int:
        self._spend()
        return self._hall.put_blob(*values)  # type: ignore[arg-type]

    def get_blob(self, *values: object) -> bytes:
        self._spend()
        return self._hall.get_blob(*values)  # type: ignore[arg-type]

    def __getattr__(self, name: str) -> object:
        return getattr(self._hall, name)


def until_whole(step: Callable[[Cut], int], hall: PostgresHall, pieces: int) -> int:
    """Repeat over a line that breaks after so many pieces; return how often it broke."""
    for times in range(20):
        try:
            if step(Cut(hall, pieces)):
                return times
        except SurroundingsError:
            continue
    raise AssertionError("it begins again each time")


def test_a_line_that_breaks_after_each_piece_brings_it_all_the_same(
    windows: Windows,
) -> None:
    here, there = windows.first, windows.joined("5")
    data = os.urandom(5 * PIECE + 17)
    digest = here.store.blobs.put(data)
    with here.transaction() as tx:
        blobs.register(tx, digest, len(data), "scan", "handover:1")
    with there.transaction() as tx:
        blobs.want(tx, digest, "handover:1")
    sides = [
        Attachments(StoreCopy(one.store, one.now), lambda work: work()) for one in (here, there)
    ]
    halls = [PostgresHall(windows.login(one).url) for one in (here, there)]
    # Asking how far it got is a call of its own.
    assert until_whole(lambda cut: sides[0].send(as_hall(cut)), halls[0], 2) == 5
    assert until_whole(lambda cut: sides[1].fetch_wanted(as_hall(cut)), halls[1], 1) == 5
    assert there.store.blobs.get(digest) == data
    for hall in halls:
        hall.close()


def as_hall(cut: Cut) -> PostgresHall:
    return cut  # type: ignore[return-value]


def test_a_file_this_disk_lost_comes_back_from_the_server(pair: Pair) -> None:
    pair.rounds(2)
    first = pair.digests[0]
    with pair.here.transaction() as tx:
        blobs.send_again(tx)
    pair.here.store.blobs.drop(first)
    pair.rounds(2)
    assert pair.has(pair.here) == [True, True]

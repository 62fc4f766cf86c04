"""Each reference does the same as what it stands beside."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import ImageChops

from zcdesk.bench import bare_page, commit, hall, paper, process, search
from zcdesk.bench.figure import NotMeasurable
from zcdesk.bench.hall import STAFF_NO, secret
from zcdesk.bench.plan import Plan
from zcdesk.bench.search import Scan
from zcdesk.bench.tape import Call, Tape, play
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.search import MatterIndex
from zcdesk.forms import render, samples
from zcdesk.forms.content import compose
from zcdesk.forms.pdf import lay
from zcdesk.operations import printing
from zcdesk.store.engine import driver

ONE = Plan(
    cases=0,
    starts=1,
    opens=1,
    visits=1,
    searches=20,
    keys=1,
    commits=2,
    papers=2,
    idle=1,
    week=1,
)


def ticks() -> Iterator[float]:
    return (float(n) for n in count())


@pytest.mark.parametrize("kind", [PaperKind.RECEIPT, PaperKind.FLOW])
def test_the_bare_page_shows_what_the_program_s_does(kind):
    sample = samples.sample(kind)
    bare = bare_page.draw(lay(compose(sample)))
    pages = [pypdfium2.PdfDocument(data)[0] for data in (bare, render(sample))]
    ours, theirs = (page.render(scale=2).to_pil().convert("L") for page in pages)
    apart = ImageChops.difference(ours, theirs).point(lambda grey: 255 if grey > 128 else 0)
    assert apart.getbbox() is None
    assert ours.getextrema() == (0, 255)


def test_a_receipt_ismeasured_by_the_clock():
    clock = ticks()
    time, size = paper.pdf(ONE, lambda: next(clock))
    assert (time.value, time.reference, time.ratio, time.runs) == (1000, 1000, 1, 2)
    assert size.met
    assert size.value > 20


def test_the_first_byte_is_waited_for_at_the_printer(tmp_path: Path, monkeypatch):
    """From the order on: layout and spool are in it, and the line, as in the bare one beside it."""
    now = 0.0

    def taking(seconds: float, work: Callable[..., Any]) -> Callable[..., Any]:
        def slow(*what: Any, **how: Any) -> Any:
            nonlocal now
            now += seconds
            return work(*what, **how)

        return slow

    monkeypatch.setattr(paper, "render", taking(5, paper.render))
    monkeypatch.setattr(printing, "begin", taking(3, printing.begin))
    monkeypatch.setattr(socket, "create_connection", taking(1, socket.create_connection))
    with hall.ground(tmp_path):
        found = paper._first_byte(ONE, lambda: now, tmp_path)
    assert (found.value, found.reference, found.runs) == (9000, 1000, 2)


def test_children_draw_the_first_paper_and_a_day_of_slips():
    assert 0 < process.watch("paper")["paper"] < process.PATIENCE_S
    seen = process.watch("slips", "120")
    assert 1e6 < seen["before"] < seen["after"] + 1e7


def test_a_tape_asks_the_bare_driver_the_same():
    ours, bare = driver.connect(":memory:"), driver.connect(":memory:")
    tape = Tape(ours)
    tape.execute("CREATE TABLE jar (n INTEGER)")
    tape.executemany("INSERT INTO jar VALUES (?)", ((n,) for n in range(3)))
    cursor = tape.cursor()
    cursor.execute("INSERT INTO jar VALUES (?)", [7])
    assert cursor.execute("SELECT sum(n) FROM jar").fetchone() == (10,)
    assert tape.in_transaction
    asked = tape.take()
    assert asked[1] == Call("INSERT INTO jar VALUES (?)", ((0,), (1,), (2,)), many=True)
    assert [one.sql[:6] for one in asked] == ["CREATE", "INSERT", "INSERT", "SELECT"]
    assert tape.take() == ()
    play(bare, asked)
    assert bare.execute("SELECT sum(n) FROM jar").fetchone() == (10,)
    ours.close()
    bare.close()


def test_both_files_end_with_the_same_acts(busy_hall: Path, tmp_path: Path):
    clock = ticks()
    with closing(commit.Bench(busy_hall, tmp_path, lambda: next(clock))) as bench:
        before = bench.ours.head
        assert [bench.serve(), bench.repeat(), bench.repeat()] == [(1, 1)] * 3
        head = bench.ours.head
        rows = bench.bare.execute("SELECT max(pk), count(*) FROM acts").fetchone()
        place = bench.bare.execute("SELECT position, chain FROM hall_head").fetchone()
        own = bench.bare.execute("SELECT seq, hash FROM incarnation WHERE is_open").fetchone()
    assert head.next_pk - before.next_pk >= 6
    assert own == (head.seq, head.hash)
    assert rows == (head.next_pk - 1,) * 2
    assert place == (head.position.number, head.position.chain)


def test_what_is_compared_is_one_transaction_from_begin_to_commit(busy_hall, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(commit.Bench, "_commit", lambda _, statements: asked.append(statements))
    with closing(commit.Bench(busy_hall, tmp_path, lambda: 0.0)) as bench:
        bench.repeat()
    assert len(asked) == 2
    for statements in asked:
        sql = [one.sql for one in statements]
        assert sql[0].startswith("BEGIN")
        assert sql[-1] == "COMMIT"
        assert sum(text.startswith(("BEGIN", "COMMIT")) for text in sql) == 2
        assert any(text.startswith("INSERT INTO acts") for text in sql)


def test_the_large_catalogue_has_codes_and_names_of_its_own():
    entries = search.catalogue(400)
    assert len({m.code for m in entries}) == len({m.key for m in entries}) == 400
    assert len({m.name for m in entries}) == 400
    typed = list(search.keystrokes(entries))
    assert len(typed) > 500
    index, scan = MatterIndex(entries), Scan(entries)
    for query in ("1399", entries[399].name[:6]):
        assert entries[399].key in {hit.key for hit in index.find(query, limit=400)}
        assert 399 in scan.find(query)
    assert scan.find("没有这件事") == []


def test_search_figures_come_from_the_clock():
    clock = ticks()
    half, worst = search.measure(ONE, lambda: next(clock))
    assert (half.value, worst.value, worst.runs, worst.met) == (1000, 1000, 20, False)


def test_a_child_sees_its_empty_window():
    seen = process.watch("empty")
    assert set(seen) == {"shown", "shown resident"}
    assert seen["shown"] > 0
    assert seen["shown resident"] > 1e6


def test_a_child_follows_the_program_to_its_counter(busy_hall: Path):
    seen = process.watch("counter", str(busy_hall), STAFF_NO, secret())
    assert 0 < seen["login"] < seen["counter"]


def test_a_child_that_fails_says_why(tmp_path: Path):
    with pytest.raises(NotMeasurable, match="nonsense"):
        process.watch("nonsense", str(tmp_path))


def test_a_child_that_never_comes_there_is_given_up(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(process, "PATIENCE_S", 1.5)
    with pytest.raises(NotMeasurable, match="counter was not reached"):
        process.watch("counter", str(tmp_path / "no hall here"), STAFF_NO, "wrong")

"""A watched folder: half-written, bad, repeated and strange files, and a kill in between."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import StoreError, SurroundingsError, UserError
from zcdesk.exchange import inbox
from zcdesk.exchange.inbox import Looked

NOW = datetime.now(HALL_ZONE)


class Taker:
    """Takes documents; knows what it had."""

    def __init__(self) -> None:
        self.had: list[bytes] = []

    def __call__(self, raw: bytes) -> bool:
        if b"bad" in raw or not raw.strip():
            raise UserError("ONL-01")
        self.had.append(raw)
        return self.had.count(raw) == 1


def let_lie(path: Path) -> None:
    """Let a file not have changed for as long as counts."""
    long_ago = NOW.timestamp() - inbox.SETTLED
    os.utime(path, (long_ago, long_ago))


def look(folder: Path, take) -> Looked:
    return inbox.look(folder, take, lambda error: f"原因 {error.code}", NOW)


def test_whole_files_are_taken_once(tmp_path: Path) -> None:
    take = Taker()
    inbox.put(tmp_path, "b", b'{"n": 2}')
    inbox.put(tmp_path, "a", b'{"n": 1}')
    (tmp_path / "notes.txt").write_text("x")
    assert look(tmp_path, take) == Looked(taken=("a.json", "b.json"))
    assert look(tmp_path, take) == Looked()
    inbox.put(tmp_path, "a", b'{"n": 1}')
    assert look(tmp_path, take) == Looked(repeated=("a.json",))
    assert len(list((tmp_path / inbox.DONE).iterdir())) == 3


def test_a_file_being_written_is_left_until_it_is_whole(tmp_path: Path) -> None:
    take, path = Taker(), tmp_path / "a.json"
    path.write_bytes(b'{"n":')
    assert look(tmp_path, take) == Looked(waiting=("a.json",))
    path.write_bytes(b'{"n": 1}')
    assert look(tmp_path, take) == Looked(taken=("a.json",))
    path.write_bytes(b'{"cut')
    let_lie(path)
    assert look(tmp_path, take) == Looked(taken=("a.json",))  # the taker judges it
    path.write_bytes(b"")
    assert look(tmp_path, take) == Looked(waiting=("a.json",))
    let_lie(path)
    assert look(tmp_path, take) == Looked(bad=("a.json",))


def test_a_bad_file_lies_aside_with_its_reason_and_stops_no_other(tmp_path: Path) -> None:
    take = Taker()
    inbox.put(tmp_path, "1", b'"bad"')
    inbox.put(tmp_path, "2", b"{}")
    assert look(tmp_path, take) == Looked(bad=("1.json",), taken=("2.json",))
    names = sorted(path.name.split("-")[-1] for path in (tmp_path / inbox.BAD).iterdir())
    assert names == ["1.json", "1.reason.txt"]
    (reason,) = (tmp_path / inbox.BAD).glob("*.reason.txt")
    assert reason.read_text("utf-8") == "原因 ONL-01\n"


def test_trouble_of_our_own_leaves_the_file_where_it_is(tmp_path: Path) -> None:
    inbox.put(tmp_path, "a", b"{}")

    def full(raw: bytes) -> bool:
        raise StoreError("SYS-01")

    with pytest.raises(StoreError):
        look(tmp_path, full)
    assert look(tmp_path, Taker()) == Looked(taken=("a.json",))


def test_links_and_pipes_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("{}")
    (tmp_path / "link.json").symlink_to(tmp_path / "secret")
    os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "folder.json").mkdir()
    assert look(tmp_path, Taker()) == Looked()


def test_no_folder_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError) as failed:
        look(tmp_path / "none", Taker())
    assert failed.value.code == "EXC-11"

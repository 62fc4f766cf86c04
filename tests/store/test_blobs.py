"""Attachments: sealed on the disk, whole or not there, resumed where they were cut."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from fix_store import action, chance
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.errors import StoreError
from zcdesk.store import blobs as module
from zcdesk.store.blobs import Blobs, describe, forget, register
from zcdesk.store.store import Store
from zcdesk.store.vault import Vault

PAGE = "王桂兰的身份证".encode() * 40


def digest_of(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs", Vault(bytes(32)), chance())


@pytest.mark.parametrize("size", [0, 1, module.PIECE, module.PIECE + 1, 3 * module.PIECE])
def test_what_is_put_is_got(blobs: Blobs, size: int) -> None:
    data = chance()(size)
    digest = blobs.put(data)
    assert digest == digest_of(data)
    assert blobs.get(digest) == data
    assert blobs.put(data) == digest
    assert blobs.read(digest, size // 2, 10) == data[size // 2 : size // 2 + 10]


def test_neither_content_nor_digest_shows_on_the_disk(blobs: Blobs, tmp_path: Path) -> None:
    digest = blobs.put(PAGE)
    (file,) = (tmp_path / "blobs").iterdir()
    assert "王".encode() not in file.read_bytes()
    assert digest[7:] not in file.name
    assert Blobs(tmp_path / "blobs", Vault(bytes(31) + b"1")).get(digest) is None


@given(st.lists(st.integers(1, 400), min_size=1, max_size=8), st.integers(0, 5))
def test_an_upload_goes_on_where_it_was_cut(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], torn: int
) -> None:
    folder = tmp_path_factory.mktemp("blobs")
    data = chance(sum(sizes))(sum(sizes))
    digest, offset = digest_of(data), 0
    for size in sizes:
        fresh = Blobs(folder, Vault(bytes(32)))
        assert fresh.get(digest) is None
        assert fresh.add(digest, offset + 1, b"x", len(data)) == offset
        offset = fresh.add(digest, offset, data[offset : offset + size], len(data))
        parts = list(folder.glob("*.part"))
        if parts and torn:
            with open(parts[0], "ab") as file:
                file.write(bytes(torn))
    assert offset == len(data)
    assert Blobs(folder, Vault(bytes(32))).get(digest) == data
    assert list(folder.glob("*.part")) == []


def test_an_upload_that_is_not_its_digest_begins_again(blobs: Blobs) -> None:
    digest = digest_of(b"right")
    assert blobs.add(digest, 0, b"wrong", 5) == 0
    assert blobs.get(digest) is None
    assert blobs.add(digest, 0, b"right", 5) == 5
    assert blobs.get(digest) == b"right"


def test_an_altered_file_is_not_given_out(blobs: Blobs, tmp_path: Path) -> None:
    digest = blobs.put(PAGE)
    (file,) = (tmp_path / "blobs").iterdir()
    data = bytearray(file.read_bytes())
    for at in (0, 10, len(data) - 1):
        altered = bytearray(data)
        altered[at] ^= 1
        file.write_bytes(altered)
        assert blobs.get(digest) is None
    file.write_bytes(data)
    assert blobs.get(digest) == PAGE
    blobs.drop(digest)
    assert blobs.get(digest) is None


def test_a_disk_that_fails_is_told(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(fd: int) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patched:
        patched.setattr(module.os, "fsync", fails)
        with pytest.raises(StoreError) as told:
            blobs.put(PAGE)
        assert told.value.code == "SYS-04"
    assert blobs.get(blobs.put(PAGE)) == PAGE


def test_the_store_registers_what_it_holds(jars: Store) -> None:
    digest = jars.blobs.put(PAGE)
    with action(jars) as tx:
        register(tx, digest, len(PAGE), "scan", "jar:a")
    with jars.reading() as reader:
        assert describe(reader, digest) == (len(PAGE), "scan")
    with action(jars) as tx:
        forget(tx, digest)
    with jars.reading() as reader:
        assert describe(reader, digest) is None

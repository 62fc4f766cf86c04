"""A full, read-only, damaged or foreign disk: one code, nothing lost, and on it goes afterwards."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from fix_store import AT, STATION, Filled, Jar, Stores, action, fill, jar_rules

from zcdesk.domain.act import NewAct
from zcdesk.errors import StoreError
from zcdesk.store import drafts, engine, faults, place
from zcdesk.store.keys import read_salt
from zcdesk.store.schema import SCHEMA_VERSION
from zcdesk.store.store import Store
from zcdesk.store.verify import verify

PATHS = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")


def refusal(do: object, *given: object) -> str:
    """Return the code `do` is refused with."""
    with pytest.raises(StoreError) as refused:
        do(*given)  # type: ignore[operator]
    return refused.value.code


def big(store: Store) -> None:
    with action(store) as tx:
        drafts.put(tx, "big", window="3", kind="visit", value=bytes(200_000))
        tx.append(NewAct(subject="jar:a", body=Filled(amount=1)))


def amount(store: Store) -> int | None:
    with store.reading() as reader:
        jar = reader.state("jar:a", Jar)
        return jar.amount if jar else None


def test_a_full_disk_refuses_loudly_and_work_goes_on_with_room(jars: Store) -> None:
    fill(jars)
    pages = jars.handle.pragma("page_count")
    jars.handle.pragma(f"max_page_count = {pages + 1}")
    before = jars.head
    assert refusal(big, jars) == "SYS-04"
    assert jars.head == before
    assert amount(jars) == 1
    # The handle was dropped, and with it the limit: there is room again.
    big(jars)
    assert amount(jars) == 2
    assert verify(jars).is_clean


@POSIX
def test_a_write_that_fails_for_real_leaves_what_was_saved(tmp_path: Path) -> None:
    """The system itself refuses to let the files grow, for root as for anybody."""
    script = f"""
import json, resource, sys
sys.path[:0] = {PATHS!r}
from pathlib import Path
from fix_store import Filled, Stores, action, fill
from zcdesk.domain.act import NewAct
from zcdesk.errors import StoreError
from zcdesk.store import drafts
from zcdesk.store.verify import verify

stores = Stores(Path({str(tmp_path)!r}))
store = stores.create()
for _ in range(3):
    fill(store)
wal = Path(str(stores.place.database) + "-wal")
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
said = []
for room in (0, 4096, 20_000, 60_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (wal.stat().st_size + room, hard))
    head = store.head
    try:
        with action(store) as tx:
            drafts.put(tx, "big", window="3", kind="visit", value=bytes(200_000))
            tx.append(NewAct(subject="jar:a", body=Filled(amount=1)))
    except StoreError as error:
        said.append(error.code)
    assert store.head == head
    with store.reading() as reader:
        said.append(len(reader.acts("jar:a")))
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
act = fill(store)
print(json.dumps([said, act.seq, verify(store).is_clean, stores.open().notices]))
"""
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == [["SYS-06", 3] * 4, 4, True, []]


class Failed(driver.OperationalError):
    """What the driver raises when the system cannot write (SQLITE_IOERR_FSYNC)."""

    sqlite_errorcode = 1034


@pytest.mark.parametrize("landed", [True, False])
def test_a_commit_of_unknown_outcome_is_looked_up_and_never_tried_again(
    jars: Store, stores: Stores, monkeypatch: pytest.MonkeyPatch, landed: bool
) -> None:
    fill(jars)
    commits = []

    def failing(handle: engine.Handle) -> None:
        commits.append(handle)
        if landed:
            handle.raw.execute("COMMIT")
        raise Failed("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr(engine.Handle, "commit", failing)
        if landed:
            assert fill(jars).seq == 2
        else:
            assert refusal(fill, jars) == "SYS-06"
    assert len(commits) == 1
    assert amount(jars) == 1 + landed
    assert jars.testimony is not None
    assert jars.testimony.seq == 1 + landed
    assert fill(jars).seq == 2 + landed
    assert commits[0] is not jars.handle
    assert verify(jars).is_clean
    assert stores.open().notices == ()


def test_a_disk_without_room_is_called_full(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    error = Failed("disk I/O error")
    assert (known := faults.store_error(error, tmp_path)) is not None
    assert known.code == "SYS-06"
    usage = shutil.disk_usage(tmp_path)._replace(free=4096)
    monkeypatch.setattr(faults.shutil, "disk_usage", lambda _: usage)
    assert (known := faults.store_error(error, tmp_path)) is not None
    assert known.code == "SYS-04"


def test_a_bug_of_ours_is_not_blamed_on_the_disk(jars: Store) -> None:
    with pytest.raises(driver.IntegrityError), action(jars) as tx:
        tx._handle.raw.execute("INSERT INTO hall_log VALUES (999, 'h', 1, '')")
    assert fill(jars).seq == 1


def test_a_read_only_file_refuses_and_is_still_read(jars: Store) -> None:
    fill(jars)
    jars.handle.pragma("query_only = ON")
    assert refusal(fill, jars) == "SYS-05"
    assert amount(jars) == 1
    assert fill(jars).seq == 2


@POSIX
def test_a_store_on_a_read_only_disk_says_so(jars: Store, stores: Stores, tmp_path: Path) -> None:
    fill(jars)
    stores.close()
    script = f"""
import subprocess, sys
sys.path[:0] = {PATHS!r}
from pathlib import Path
from fix_store import Stores
from zcdesk.errors import StoreError
folder = {str(stores.root)!r}
for flags in (["--bind", folder, folder], ["-o", "remount,ro,bind", folder]):
    if subprocess.run(["mount", *flags], capture_output=True).returncode:
        sys.exit(77)
try:
    Stores(Path(folder)).open()
except StoreError as error:
    print(error.code)
"""
    try:
        ran = subprocess.run(
            ["unshare", "--user", "--map-root-user", "--mount", sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if ran.returncode in (1, 77) and not ran.stdout:
        pytest.skip("this kernel lends no mounts of its own")
    assert (ran.stdout.strip(), ran.stderr) == ("SYS-05", "")
    assert fill(stores.open()).seq == 2


def test_every_refusal_to_open_a_file_has_its_code(tmp_path: Path) -> None:
    import errno

    codes = {
        name: place.disk_error(OSError(getattr(errno, name), name), tmp_path).code
        for name in ("EROFS", "EACCES", "ENOSPC", "EDQUOT", "EIO")
    }
    assert codes == {
        "EROFS": "SYS-05",
        "EACCES": "SYS-05",
        "ENOSPC": "SYS-04",
        "EDQUOT": "SYS-04",
        "EIO": "SYS-06",
    }


@pytest.mark.parametrize("keep", [0, 100, 4096, 20_000])
def test_a_truncated_file_is_damaged(jars: Store, stores: Stores, keep: int) -> None:
    fill(jars)
    stores.close()
    data = stores.place.database.read_bytes()
    stores.place.database.write_bytes(data[:keep])
    assert refusal(stores.open) == "SYS-01"
    assert stores.place.database.read_bytes() == data[:keep]


def test_a_flipped_bit_anywhere_is_found(jars: Store, stores: Stores) -> None:
    for amount_ in range(30):
        fill(jars, "abc"[amount_ % 3], amount_)
    stores.close()
    data = stores.place.database.read_bytes()
    refused = set()
    for page in range(len(data) // 4096):
        altered = bytearray(data)
        altered[page * 4096 + 2000] ^= 0x10
        stores.place.database.write_bytes(altered)
        try:
            report = verify(stores.open())
        except StoreError as error:
            refused.add(error.code)
        else:
            assert [f.fault.value for f in report.findings][:1] == ["file"]
            assert f"page {page + 1}" in report.findings[0].detail
        stores.close()
    assert refused == {"SYS-01"}
    stores.place.database.write_bytes(data)
    assert verify(stores.open()).is_clean


def test_a_damaged_page_met_at_work_is_told(jars: Store, stores: Stores) -> None:
    with action(jars) as tx:
        tx.append(NewAct(subject="jar:a", body=Filled(amount=1)))
        drafts.put(tx, "d", window="3", kind="visit", value=b"x")
    stores.close()
    data = bytearray(stores.place.database.read_bytes())
    store = stores.open()
    root = store.handle.raw.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'draft'"
    ).fetchone()[0]
    stores.close()
    data[(root - 1) * 4096 + 50] ^= 1
    stores.place.database.write_bytes(data)
    store = stores.open()
    with pytest.raises(StoreError) as told, store.reading() as reader:
        drafts.of_window(reader, "3")
    assert told.value.code == "SYS-01"
    assert refusal(fill, store) == "SYS-01"
    assert amount(store) == 1


def test_a_file_without_the_act_it_ends_with_is_damaged(jars: Store, stores: Stores) -> None:
    fill(jars)
    fill(jars)
    jars.handle.raw.execute("UPDATE acts SET hash = 'sha256:0' WHERE seq = 2")
    assert refusal(stores.open) == "SYS-01"


def test_a_lost_file_never_comes_back_empty(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        engine.connect(tmp_path / "lost.db", bytes(32))
    assert list(tmp_path.iterdir()) == []


def test_a_newer_file_is_left_untouched(jars: Store, stores: Stores) -> None:
    fill(jars)
    jars.handle.pragma(f"user_version = {SCHEMA_VERSION + 1}")
    stores.close()
    before = stores.place.database.read_bytes()
    with pytest.raises(StoreError) as refused:
        stores.open()
    assert (refused.value.code, refused.value.fields) == (
        "SYS-02",
        {"found": SCHEMA_VERSION + 1, "known": SCHEMA_VERSION},
    )
    assert stores.place.database.read_bytes() == before
    assert sorted(p.name for p in stores.place.data.iterdir()) == ["store.db", "store.lock"]


def test_a_second_instance_is_refused_and_harms_nothing(jars: Store, stores: Stores) -> None:
    fill(jars)
    with pytest.raises(StoreError) as refused:
        Stores(stores.root).open()
    assert refused.value.code == "SYS-03"
    if sys.platform != "win32":
        assert refused.value.fields["pid"] == str(os.getpid())
    assert fill(jars).seq == 2
    stores.close()
    assert fill(Stores(stores.root).open()).seq == 3


def test_a_lock_of_a_dead_process_is_free(jars: Store, stores: Stores) -> None:
    stores.close()
    stores.place.lock.write_text(" 999999\n")
    assert fill(stores.open()).seq == 1


def test_a_program_that_holds_the_file_is_waited_for_shortly(jars: Store, stores: Stores) -> None:
    file = stores.place.database
    other = engine.connect(file, stores.keys.load(read_salt(file)))
    other.begin()
    assert refusal(fill, jars) == "SYS-03"
    other.rollback()
    other.close()
    assert fill(jars).seq == 1


def test_a_store_is_never_made_over_another(jars: Store, stores: Stores) -> None:
    fill(jars)
    stores.close()
    assert refusal(stores.create) == "SYS-26"
    assert amount(stores.open()) == 1


def test_a_place_without_a_store_says_so(stores: Stores) -> None:
    assert refusal(stores.open) == "SYS-25"
    assert not stores.place.data.exists()


def test_a_file_that_is_no_store_is_damaged(stores: Stores) -> None:
    stores.place.data.mkdir(parents=True)
    stores.place.database.write_bytes(b"SQLite format 3\0" * 512)
    assert refusal(stores.open) == "SYS-07"


def test_making_a_store_is_all_or_nothing(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    from zcdesk.store import founding

    def fails(*_: object) -> None:
        raise OSError(28, "no space")

    with monkeypatch.context() as patched:
        patched.setattr(founding.incarnation, "begin_hall", fails)
        assert refusal(stores.create) == "SYS-04"
    assert not stores.place.database.exists()
    assert fill(stores.create()).seq == 1


def test_an_old_sqlite_is_refused(stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine.driver, "sqlite_version_info", (3, 51, 2))
    assert (
        refusal(
            lambda: Store.create(stores.place, STATION, at=AT, rules=jar_rules(), keys=stores.keys)
        )
        == "SYS-08"
    )
    assert not stores.place.data.exists()


def test_the_file_tells_nothing_in_the_clear(jars: Store, stores: Stores) -> None:
    with action(jars) as tx:
        tx.append(NewAct(subject="jar:a", body=Filled(amount=1, label="王桂兰")))
        drafts.put(tx, "d", window="3", kind="visit", value="王桂兰".encode())
    files = [path for path in stores.root.rglob("*") if path.is_file()]
    assert any(path.name == "store.db-wal" for path in files)
    assert not [p for p in files if "王桂兰".encode() in p.read_bytes()]
    settings = {
        name: jars.handle.pragma(name)
        for name in ("journal_mode", "synchronous", "temp_store", "foreign_keys", "secure_delete")
    }
    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "temp_store": 2,
        "foreign_keys": 1,
        "secure_delete": 2,
    }

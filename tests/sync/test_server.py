"""The administrator's side: init, adopt, backup and restore, verify, and the commands."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import psycopg
import pytest
from fix_postgres import HallServer, Server, account, folder, free_port
from fix_store import AT, STATION, Filled, Stores, action, chance, fill
from fix_sync_acts import DAY, acts, wish
from sqlalchemy.engine import make_url

from zcdesk import cli, settings, station
from zcdesk.domain.act import START, NewAct
from zcdesk.errors import StoreError, SurroundingsError, UserError
from zcdesk.store import blobs, pages
from zcdesk.store.project import read_digest
from zcdesk.store.verify import verify
from zcdesk.sync import admin, backup, inspect, login, schema
from zcdesk.sync.adopt import adopt
from zcdesk.sync.embedded import Embedded
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

HALL = STATION.hall
ROOT = Path(__file__).parents[2]


def role() -> str:
    return f"s_{os.urandom(5).hex()}"


@pytest.fixture
def empty(postgres: Server) -> Iterator[str]:
    """A database with nothing in it."""
    name = f"e_{os.urandom(5).hex()}"
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    url = make_url(postgres.url).set(database=name).render_as_string(hide_password=False)
    yield url
    HallServer(url).drop()


# --- schema ---


def test_the_schema_is_laid_once_and_upgrading_again_changes_nothing(empty: str) -> None:
    assert schema.current(empty) == ""
    assert schema.upgrade(empty) == schema.newest() == schema.current(empty)
    admin.add_hall(empty, HALL)
    assert schema.upgrade(empty) == schema.newest()
    assert [one.hall for one in inspect.status(empty)] == [HALL]


def test_another_programs_database_is_left_alone(empty: str) -> None:
    with psycopg.connect(empty, autocommit=True) as connection:
        connection.execute("CREATE TABLE public.theirs (a int)")
    with pytest.raises(SurroundingsError, match="NET-10"):
        schema.upgrade(empty)
    assert schema.current(empty) == ""


def test_a_name_is_given_once_and_strange_ones_never(hall_server: HallServer) -> None:
    one = role()
    admin.add_hall(hall_server.url, HALL)
    admin.add_station(hall_server.url, HALL, "W01", role=one)
    for hall, name, login_role in (
        (HALL, "W02", one),
        (HALL, "W01", role()),
        ("hall-none", "W03", role()),
        (HALL, "W04", "zc_owner"),
        (HALL, "W05", 'x" SUPERUSER'),
        (HALL, "W06", "postgres"),
    ):
        if login_role == "postgres":
            login_role = "zc_admin"
        with pytest.raises(UserError):
            admin.add_station(hall_server.url, hall, name, role=login_role)
    assert len(hall_server.run("SELECT role FROM core.station")) == 1


# --- adopt ---


def used_hall(stores: Stores) -> None:
    """A one-PC hall with two incarnations, numbers, a queue and an attachment."""
    store = stores.create()
    for amount in range(3):
        fill(store, "a", amount)
    stores.close()
    copy = stores.copy_data(stores.root / "copy")
    fill(stores.open(), "b")
    stores.close()
    stores.put_back(copy)
    store = stores.open()
    digest = store.blobs.put(b"scan" * 100_000)
    with action(store) as tx:
        tx.take_number(2026)
        tx.append(NewAct(subject="jar:c", body=Filled(amount=1)))
        blobs.register(tx, digest, 400_000, "scan", "handover:1")
        for name in ("a", "bb", "ccc"):
            tx.hall.take_ticket(name, wish(name))
        assert tx.hall.claim("c1", "3", DAY, lambda w: w[0].ticket) is not None


@pytest.mark.req("R128")
def test_a_one_pc_hall_moves_to_a_server_and_loses_nothing(
    stores: Stores, hall_server: HallServer
) -> None:
    used_hall(stores)
    store = stores.open_ones[-1]
    position = store.head.position
    with store.reading() as reader:
        digest = read_digest(reader)
    keys = stores.root.parent / "keys"
    mine = adopt(store, hall_server.url, role=role(), now=lambda: AT, keys=keys)
    assert store.head.position == position
    assert store.head.epoch == 1
    assert verify(store).is_clean
    with closing(PostgresHall(mine.url)) as hall:
        assert hall.heads() == position
        assert [w.ticket for w in hall.waiting(DAY)] == ["ticket:bb", "ticket:ccc"]
        assert hall.take_ticket("r9", wish("d")).serial == 4
        assert hall.release("l1", "ticket:a", 1, None)
        scan = "sha256:" + hashlib.sha256(b"scan" * 100_000).hexdigest()
        (kept,) = hall.pages(scan)
        owner = pages.Owner(pages.HALLS, base64.b64decode(mine.hall_key))
        key = pages.page_key((owner,), scan, kept)
        assert key is not None
        assert pages.opened(key, scan, hall.get_blob(kept.content, 0, 1 << 20)) == b"scan" * 100_000
        fill(store, "d")
        assert once(StoreCopy(store, lambda: AT), hall).sent == 1
        given = hall_server.run("SELECT number FROM core.code WHERE role = %s", mine.role)
        assert len(given) == len(set(given)) == 4
    with store.reading() as reader:
        assert read_digest(reader) != digest
    other = Stores(stores.root.parent / "two", machine="pc-2", random=chance(3))
    copy = StoreCopy(other.create(), lambda: AT)
    copy.join(1)
    with closing(PostgresHall(hall_server.add(HALL, "W09"))) as hall:
        assert once(copy, hall).received == position.number + 1
    with store.reading() as left, copy.store.reading() as right:
        assert read_digest(left) == read_digest(right)
    other.close()
    with pytest.raises(UserError, match="NET-22"):
        adopt(store, hall_server.url, role=role(), now=lambda: AT)


def test_an_interrupted_move_is_taken_up_again(
    stores: Stores, hall_server: HallServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = stores.create()
    for _ in range(450):
        fill(store)
    mine = role()

    def stop(position: int) -> None:
        if position == 400:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        adopt(store, hall_server.url, role=mine, now=lambda: AT, progress=stop)
    assert store.head.epoch == 0
    fill(store)
    adopt(store, hall_server.url, role=mine, now=lambda: AT)
    assert store.head.epoch == 1
    assert inspect.status(hall_server.url)[0].position == 451
    assert inspect.flaws(hall_server.url, HALL) == ()


def test_a_server_with_another_history_is_not_joined(
    stores: Stores, hall_server: HallServer
) -> None:
    store = stores.create()
    fill(store)
    with closing(PostgresHall(hall_server.add(HALL, "X"))) as other:
        other.push(acts(1))
    with pytest.raises(UserError, match="NET-23"):
        adopt(store, hall_server.url, role=role(), now=lambda: AT)
    assert store.head.epoch == 0
    fill(store)
    assert verify(store).is_clean


# --- backup and restore ---


def test_a_restored_server_is_whole_and_the_stations_bring_what_it_lacks(
    stores: Stores, hall_server: HallServer, empty: str, tmp_path: Path
) -> None:
    copy = StoreCopy(stores.create(), lambda: AT)
    copy.join(1)
    with closing(PostgresHall(hall_server.add(HALL, "W01"))) as hall:
        for _ in range(3):
            fill(copy.store)
        once(copy, hall)
        made = backup.backup(hall_server.url, tmp_path / "b", tmp_path / "keys")
        assert made.heads == {HALL: 3}
        for _ in range(2):
            fill(copy.store)
        once(copy, hall)
        url = make_url(hall._url)
    backup.restore(empty, tmp_path / "b", tmp_path / "keys")
    assert inspect.flaws(empty, HALL) == ()
    new = url.set(database=make_url(empty).database).render_as_string(hide_password=False)
    codes = set(copy.store.spare_codes)
    with closing(PostgresHall(new)) as hall:
        outcome = once(copy, hall)
        assert (outcome.code, outcome.cut, outcome.sent) == ("", 2, 2)
        assert hall.grant_code("new", 2026) not in codes
    assert copy.epoch == 2
    assert inspect.status(empty)[0].position == 5
    with pytest.raises(UserError, match="NET-24"):
        backup.restore(empty, tmp_path / "b", tmp_path / "keys")


def test_a_damaged_backup_restores_nothing(
    hall_server: HallServer, empty: str, tmp_path: Path
) -> None:
    hall_server.add(HALL, "W01")
    backup.backup(hall_server.url, tmp_path, tmp_path / "keys")
    with open(tmp_path / "station", "ab") as file:
        file.write(b"x")
    with pytest.raises(StoreError, match="NET-25"):
        backup.restore(empty, tmp_path, tmp_path / "keys")
    assert schema.current(empty) == ""


# --- verify ---


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        ("UPDATE core.act SET clerk = 'x' WHERE position = 3", {(3, "envelope")}),
        ("UPDATE core.act SET body = 'x' WHERE position = 3", {(3, "body")}),
        ("DELETE FROM core.act WHERE position = 3", {(3, "removed")}),
        ("DELETE FROM core.act WHERE position = 5", {(5, "removed")}),
        ("UPDATE core.act SET chain = 'x' WHERE position = 3", {(3, "order")}),
        ("UPDATE core.hall_head SET chain = 'x'", {(5, "altered"), (5, "order")}),
        (
            "INSERT INTO core.act SELECT hall, 6, 'x', 'forged', origin, 6, clerk, at, clock_ok,"
            " subject, base, kind, shape, audience, hash, body_hash, hash, body, received"
            " FROM core.act WHERE position = 5",
            {(6, "envelope")},
        ),
    ],
)
def test_what_was_done_to_the_servers_rows_is_named_by_position(
    hall_server: HallServer, harm: str, found: set[tuple[int, str]]
) -> None:
    with closing(PostgresHall(hall_server.add(HALL, "W01"))) as hall:
        hall.push(acts(5))
        assert len(hall.pull(START, 9).acts) == 5
    assert inspect.flaws(hall_server.url, HALL) == ()
    hall_server.run(harm)
    flaws = {(one.position, one.fault.value) for one in inspect.flaws(hall_server.url, HALL)}
    assert flaws
    assert flaws <= found


# --- commands ---


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = cli.main(words)
    return code, capsys.readouterr().out


def test_from_an_empty_database_to_a_second_window_by_commands(
    empty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, hall = ("--url", empty), ("--hall", HALL)
    assert run(capsys, "server", "init", *url, *hall)[0] == 0
    logins = []
    for name in ("W01", "W02"):
        out = tmp_path / f"{name}.json"
        words = ("--name", name, "--role", role(), "--out", str(out))
        code, said = run(capsys, "server", "add-station", *url, *hall, *words)
        assert code == 0
        mine = login.load(out)
        assert (make_url(mine.url).password or "") not in said
        assert out.stat().st_mode & 0o077 == 0
        logins.append(out)
        data = ("--data", str(tmp_path / name))
        assert run(capsys, "sync", "join", *data, "--login", str(out))[0] == 0
        code, said = run(capsys, "sync", "once", *data)
        assert (code, json.loads(said)["code"]) == (0, "")
        code, said = run(capsys, "sync", "status", *data)
        assert code == 0
        assert "纪元 1" in said
    code, said = run(capsys, "server", "status", *url, "--json")
    assert json.loads(said)[0]["stations"] == 2
    assert run(capsys, "server", "verify", *url)[0] == 0
    gone = ("--role", login.load(logins[1]).role)
    assert run(capsys, "server", "revoke-station", *url, *gone)[0] == 0
    code, said = run(capsys, "sync", "once", "--data", str(tmp_path / "W02"))
    assert (code, json.loads(said)["code"]) == (1, "NET-20")
    words = ("--folder", str(tmp_path / "b"), "--escrow", str(tmp_path / "k"))
    assert run(capsys, "server", "backup", *url, *words)[0] == 0
    assert run(capsys, "server", "upgrade", *url)[0] == 0
    assert run(capsys, "server", "epoch", *url, *hall)[0] == 0
    assert "纪元 2" in run(capsys, "sync", "status", "--data", str(tmp_path / "W01"))[1]
    with pytest.raises(UserError, match="NET-15"):
        admin.bump_epoch(empty, "hall-none")


def test_a_pc_joins_unattended_by_an_answers_file(
    empty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, data = tmp_path / "w5.json", tmp_path / "pc"
    assert run(capsys, "server", "init", "--url", empty, "--hall", HALL)[0] == 0
    words = ("--hall", HALL, "--name", "5", "--role", role(), "--out", str(out))
    assert run(capsys, "server", "add-station", "--url", empty, *words)[0] == 0
    mine = login.load(out)
    # The login was made where the server has another name; the file says how it is reached here.
    moved = make_url(mine.url).set(host="db.invalid", port=1)
    login.save(out, msgspec.structs.replace(mine, url=moved.render_as_string(hide_password=False)))
    answers = tmp_path / "join.toml"
    answers.write_text(
        f'trial = false\n[join]\nlogin = "w5.json"\nserver = "127.0.0.1:{make_url(empty).port}"\n'
        '[join.devices]\nprinter = "sim:printer"\n'
    )
    code, said = run(capsys, "setup", "--answers", str(answers), "--data", str(data))
    assert (code, HALL in said) == (0, True)
    kept = settings.load(data)
    assert (kept.window, kept.devices) == ("5", {"printer": "sim:printer"})
    code, said = run(capsys, "sync", "once", "--data", str(data))
    assert (code, json.loads(said)["code"]) == (0, "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[join]\nlogin = "none.json"', "NET-21"),
        ('[join]\nlogin = "none.json"\nport = 1', "SET-18"),
        ('[join]\nlogin = "none.json"\n[hall]\nname = "x"', "SET-18"),
    ],
)
def test_a_joining_answers_file_that_is_wrong_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: str
) -> None:
    answers = tmp_path / "join.toml"
    answers.write_text(text)
    assert cli.main(["setup", "--answers", str(answers), "--data", str(tmp_path / "pc")]) != 0
    assert code in capsys.readouterr().err
    assert not station.exists(tmp_path / "pc")


def test_the_embedded_server_comes_back_after_a_kill_and_is_for_this_pc_only() -> None:
    home, port = folder(), free_port()
    made = Embedded(home / "pg", port, account=account())
    if account() is not None:
        made.data.mkdir(mode=0o700)
    try:
        url = made.start()
        schema.upgrade(url)
        admin.add_hall(url, HALL)
        pid = int((made.cluster / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGKILL)
        assert made.start() == url
        assert [one.hall for one in inspect.status(url)] == [HALL]
        with admin.connect(url) as connection:
            row = connection.execute("SHOW listen_addresses").fetchone()
        assert row == ("127.0.0.1",)
        assert made.is_running()
    finally:
        made.stop()
        assert not made.is_running()
        shutil.rmtree(home)


def test_the_start_command_serves_a_user_and_refuses_root(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        with pytest.raises(SurroundingsError, match="NET-12"):
            Embedded(tmp_path / "x", free_port()).start()
        assert not (tmp_path / "x").exists()
    else:
        runs_until_told(tmp_path)


def runs_until_told(tmp_path: Path) -> None:
    port = free_port()
    words = [sys.executable, "-m", "zcdesk", "server", "start", "--port", str(port)]
    process = subprocess.Popen(
        [*words, "--folder", str(tmp_path / "pg")], stdout=subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout
    try:
        assert str(port) in process.stdout.readline().decode()
        url = Embedded(tmp_path / "pg", port).url
        assert schema.current(url) == schema.newest()
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0
        process.stdout.close()


def test_a_join_that_reaches_nobody_leaves_nothing_behind(
    empty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "login.json"
    schema.upgrade(empty)
    admin.add_hall(empty, HALL)
    mine = admin.add_station(empty, HALL, "W01", role=role())
    lost = make_url(mine.url).set(port=1).render_as_string(hide_password=False)
    login.save(out, msgspec.structs.replace(mine, url=lost))
    words = ("sync", "join", "--data", str(tmp_path / "pc"), "--login", str(out))
    with pytest.raises(SurroundingsError, match="NET-20"):
        command_join(words)
    assert not (tmp_path / "pc" / "store.db").exists()
    login.save(out, mine)
    assert cli.main(words) == 0


def command_join(words: tuple[str, ...]) -> None:
    """Run a command past the words the interface has for its errors."""
    args = cli._parser().parse_args(words)
    args.run(args)

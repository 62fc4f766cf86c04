"""Whoever changes an act afterwards, on the server or in a station's file, is found by position."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest
from fix_postgres import HallServer
from fix_store import AT, Stores, fill
from fix_sync_acts import acts
from fix_sync_hall import HALL, Windows

from zcdesk import cli
from zcdesk.domain.act import START, act_hash, next_chain
from zcdesk.store.signing import Signer, is_signed, sm3
from zcdesk.store.store import Store
from zcdesk.store.verify import order, verify
from zcdesk.store.walk import Fault
from zcdesk.sync import admin, inspect, sign
from zcdesk.sync.admin import StationLogin
from zcdesk.sync.beside import Beside, exchange
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy

SIGNER = Signer(bytes(range(32)))


def sign_now(server: HallServer, signer: Signer = SIGNER) -> int:
    return sign.sign_heads(server.url, signer, lambda: AT)


def found(server: HallServer) -> set[tuple[str, int]]:
    flaws = inspect.flaws(server.url, HALL, SIGNER.public)
    return {(flaw.fault.value, flaw.position) for flaw in flaws}


@pytest.fixture
def copy(stores: Stores, hall_server: HallServer) -> Iterator[tuple[Store, PostgresHall]]:
    """A station's store with ten acts in the order, two heads signed at 5 and 10 and kept."""
    store = stores.create()
    here = Beside(store, lambda: AT)
    here.learn(StationLogin("s", HALL, "W01", "", signer=SIGNER.public))
    StoreCopy(store, lambda: AT).join(1)
    with closing(PostgresHall(hall_server.add(HALL, "W01"))) as hall:
        for _ in range(2):
            for _ in range(5):
                fill(store)
            once(StoreCopy(store, lambda: AT), hall)
            assert sign_now(hall_server) == 1
        assert exchange(here, hall).heads == 2
        yield store, hall


def rewritten(server: HallServer, position: int) -> None:
    """Change one act as an administrator of the database can, every hash and chain after it too."""
    with closing(PostgresHall(server.add(HALL, "spy"))) as spy:
        order = [placed.act for placed in spy.pull(START, 100).acts]
    chain, prev = "", ""
    for number, act in enumerate(order, 1):
        clerk = "9999" if number == position else act.clerk
        changed = msgspec.structs.replace(act, clerk=clerk, prev=prev)
        changed = msgspec.structs.replace(changed, hash=act_hash(changed))
        chain, prev = next_chain(chain, changed), changed.hash
        server.run(
            "UPDATE core.act SET clerk = %s, prev = %s, hash = %s, chain = %s WHERE position = %s",
            clerk,
            changed.prev,
            changed.hash,
            chain,
            number,
        )
    server.run("UPDATE core.hall_head SET chain = %s", chain)
    server.run("UPDATE core.origin SET hash = %s WHERE seq > 0", prev)


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        ("UPDATE core.act SET body = '{}' WHERE position = 7", {("body", 7)}),
        ("UPDATE core.act SET at = 'x' WHERE position = 7", {("envelope", 7)}),
        ("DELETE FROM core.act WHERE position = 7", {("removed", 7)}),
        ("DELETE FROM core.act WHERE position = 10", {("removed", 10), ("signed", 10)}),
        ("UPDATE core.signed_head SET statement = 'x' WHERE position = 5", {("signed", 0)}),
        (
            "UPDATE core.signed_head SET statement = convert_to(replace(convert_from(statement,"
            " 'UTF8'), 'sha256:', 'sha256:0'), 'UTF8') WHERE position = 5",
            {("signed", 5)},
        ),
    ],
)
@pytest.mark.usefixtures("copy")
def test_each_harm_on_the_server_is_named(
    hall_server: HallServer, harm: str, named: set[tuple[str, int]]
) -> None:
    assert found(hall_server) == set()
    hall_server.run(harm)
    assert found(hall_server) == named


def test_an_order_written_anew_from_end_to_end_is_found_by_what_was_signed(
    copy: tuple[Store, PostgresHall], hall_server: HallServer
) -> None:
    """Case 61: every hash fits again, but the signed heads and each window's copy do not."""
    rewritten(hall_server, 7)
    assert inspect.flaws(hall_server.url, HALL, "")[0].fault is Fault.SIGNED
    assert found(hall_server) == {("signed", 10)}
    store, _ = copy
    with store.reading() as reader:
        copied = order(reader, HALL)
        assert next(inspect.differences(hall_server.url, copied, HALL)) == 7
    assert verify(store).is_clean


def test_a_head_signed_by_another_key_is_not_believed(
    copy: tuple[Store, PostgresHall], hall_server: HallServer
) -> None:
    """Whoever rewrote the order signs it with a key of their own."""
    rewritten(hall_server, 3)
    hall_server.run("DELETE FROM core.signed_head")
    assert sign_now(hall_server, Signer(bytes(32))) == 1
    assert found(hall_server) == {("signed", 10)}
    assert copy


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        ("UPDATE acts SET clerk = 'x' WHERE seq = 4", (Fault.ENVELOPE, 4)),
        ("UPDATE acts SET body = x'7b7d' WHERE seq = 4", (Fault.BODY, 4)),
        ("UPDATE hall_log SET chain = 'x' WHERE position = 4", (Fault.ORDER, 4)),
        ("UPDATE signed_head SET signature = x'00' WHERE position = 5", (Fault.SIGNED, 5)),
    ],
)
def test_each_harm_in_a_stations_file_is_named(
    copy: tuple[Store, PostgresHall], harm: str, named: tuple[Fault, int]
) -> None:
    """With the file's key in hand: case 59."""
    store, _ = copy
    assert verify(store).is_clean
    store.handle.raw.execute(harm)
    assert (verify(store).findings[0].fault, verify(store).findings[0].position) == named


def test_a_new_epoch_frees_from_what_was_signed_beyond_its_beginning(
    copy: tuple[Store, PostgresHall], hall_server: HallServer
) -> None:
    """A restore to position 7: the head signed at 10 binds nobody once the epoch is signed."""
    store, hall = copy
    hall_server.run("DELETE FROM core.act WHERE position > 7")
    hall_server.run(
        "UPDATE core.hall_head SET position = 7,"
        " chain = (SELECT chain FROM core.act WHERE position = 7)"
    )
    hall_server.run(
        "UPDATE core.origin SET seq = 7, hash = (SELECT hash FROM core.act WHERE position = 7)"
        " WHERE seq = 10"
    )
    assert found(hall_server) == {("signed", 10)}
    admin.bump_epoch(hall_server.url, HALL)
    sign_now(hall_server)
    assert found(hall_server) == set()
    outcome = once(StoreCopy(store, lambda: AT), hall)
    assert (outcome.cut, outcome.sent) == (3, 3)
    exchange(Beside(store, lambda: AT), hall)
    assert verify(store).is_clean


def test_a_hall_at_work_is_walked_as_of_one_moment(hall_server: HallServer) -> None:
    """What is pushed while the walk goes on is no fault."""
    url, over = hall_server.add(HALL, "W01"), threading.Event()

    def work() -> None:
        with closing(PostgresHall(url)) as hall:
            last = None
            while not over.is_set():
                last = acts(1, after=last)[-1]
                hall.push([last])

    pusher = threading.Thread(target=work)
    pusher.start()
    try:
        walks = [inspect.flaws(hall_server.url, HALL) for _ in range(40)]
    finally:
        over.set()
        pusher.join()
    assert walks == [()] * 40


def test_an_hour_without_acts_needs_no_new_head(hall_server: HallServer) -> None:
    with closing(PostgresHall(hall_server.add(HALL, "W01"))) as hall:
        hall.push(acts(2))
    assert sign_now(hall_server) == 1
    assert sign_now(hall_server) == 0
    ((statement, signature, digest),) = hall_server.run(
        "SELECT statement, signature, sm3 FROM core.signed_head"
    )
    assert isinstance(statement, bytes)
    assert isinstance(signature, bytes)
    assert is_signed(SIGNER.public, statement, signature)
    assert not is_signed(SIGNER.public, statement + b" ", signature)
    assert digest == sm3(statement + signature)


def test_the_commands_sign_and_verify(windows: Windows, capsys: pytest.CaptureFixture[str]) -> None:
    windows.round(windows.first)
    url = ("--url", windows.server.url, "--keys", str(windows.keys))
    assert cli.main(["server", "sign-heads", *url]) == 0
    assert windows.signer.public in capsys.readouterr().out
    assert cli.main(["server", "verify", *url]) == 0
    second = windows.joined("5")
    windows.round(second)
    data = str(second.store.place.data)
    windows.stores.pop().close()
    assert cli.main(["server", "verify", *url, "--data", data]) == 0
    windows.server.run("UPDATE core.act SET clerk = 'x' WHERE position = 3")
    assert cli.main(["server", "verify", *url]) == 1
    assert "次序 3" in capsys.readouterr().out
    windows.server.run("UPDATE core.act SET hash = 'x' WHERE position = 4")
    assert cli.main(["server", "verify", *url, "--data", data]) == 1
    assert "次序 4：服务器与本机副本不同" in capsys.readouterr().out

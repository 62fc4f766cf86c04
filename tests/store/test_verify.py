"""Altered, removed, put in: `verify` names the exact act and place, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from fix_store import AT, Filled, Stores, action

from zcdesk.domain.act import GENESIS, NewAct, act_hash, digest, next_chain, seal
from zcdesk.store import command
from zcdesk.store.reader import act_of
from zcdesk.store.store import Store
from zcdesk.store.verify import verify
from zcdesk.store.walk import Fault

Tamper = Callable[[Any], None]


@pytest.fixture
def raw(jars: Store) -> Any:
    """Ten acts on three jars, and the raw connection somebody with the key might use."""
    for start in (0, 3, 6):
        with action(jars) as tx:
            for number in range(start, start + 3):
                body = Filled(amount=number)
                tx.append(NewAct(subject=f"jar:{'abc'[number % 3]}", body=body))
    with action(jars) as tx:
        tx.take_number()
        tx.append(NewAct(subject="jar:a", body=Filled(amount=9)))
    connection = jars.handle.raw
    connection.execute("PRAGMA foreign_keys = OFF")
    return connection


def found(store: Store) -> list[tuple[str, int, int]]:
    return [(f.fault.value, f.seq, f.position) for f in verify(store).findings]


def rehashed(raw: Any, seq: int, **changes: object) -> None:
    """Alter an act so that it agrees with itself again."""
    names = [row[1] for row in raw.execute("PRAGMA table_info(acts)")][1:]
    row = raw.execute(f"SELECT {','.join(names)} FROM acts WHERE seq = ?", (seq,)).fetchone()
    act = msgspec.structs.replace(act_of(row), **changes)
    assert act.body is not None
    act = msgspec.structs.replace(act, body_hash=digest(act.body))
    act = msgspec.structs.replace(act, hash=act_hash(act))
    for name in names:
        raw.execute(f"UPDATE acts SET {name} = ? WHERE seq = ?", (getattr(act, name), seq))


def rechained(raw: Any, since: int) -> None:
    """Alter the hall's order from a position on so that it agrees with the acts again."""
    names = [row[1] for row in raw.execute("PRAGMA table_info(acts)")][1:]
    columns = ",".join(f"acts.{name}" for name in names)
    chain = GENESIS
    for *row, position in raw.execute(
        f"SELECT {columns}, position FROM acts JOIN hall_log ON act = pk ORDER BY position"
    ).fetchall():
        chain = next_chain(chain, act_of(tuple(row)))
        if position >= since:
            raw.execute("UPDATE hall_log SET chain = ? WHERE position = ?", (chain, position))
    raw.execute("UPDATE hall_head SET chain = ?", (chain,))


@pytest.mark.usefixtures("raw")
def test_an_untouched_store_is_clean(jars: Store) -> None:
    report = verify(jars)
    assert report.is_clean
    assert (report.acts, report.incarnations, report.position.number) == (10, 1, 10)
    text, code = command.verify_text(jars)
    assert (code, "10 条" in text, "全部完好" in text) == (0, True, True)


TAMPERED: list[tuple[str, Tamper, list[tuple[str, int, int]]]] = [
    (
        "a body",
        lambda raw: raw.execute("UPDATE acts SET body = ? WHERE seq = 4", (b'{"amount":99}',)),
        [("body", 4, 4)],
    ),
    (
        "an envelope",
        lambda raw: raw.execute("UPDATE acts SET clerk = '0007' WHERE seq = 5"),
        [("envelope", 5, 5)],
    ),
    (
        "the trust in a clock",
        lambda raw: raw.execute("UPDATE acts SET clock_ok = 0 WHERE seq = 5"),
        [("envelope", 5, 5)],
    ),
    (
        "a body and every hash of its own",
        lambda raw: rehashed(raw, 6, body=b'{"amount":99}'),
        [("altered", 6, 6)],
    ),
    (
        "the last act with every hash of its own",
        lambda raw: rehashed(raw, 10, body=b'{"amount":99}'),
        [("altered", 10, 10)],
    ),
    (
        "an act taken out",
        lambda raw: raw.execute("DELETE FROM acts WHERE seq = 7"),
        [("removed", 7, 7)],
    ),
    (
        "an act taken out with its place",
        lambda raw: (
            raw.execute("DELETE FROM hall_log WHERE position = 7"),
            raw.execute("DELETE FROM acts WHERE seq = 7"),
        ),
        [("removed", 7, 7)],
    ),
    (
        "two acts taken out",
        lambda raw: raw.execute("DELETE FROM acts WHERE seq IN (2, 3)"),
        [("removed", 2, 2), ("removed", 3, 3)],
    ),
    (
        "the first act taken out",
        lambda raw: raw.execute("DELETE FROM acts WHERE seq = 1"),
        [("removed", 1, 1)],
    ),
    (
        "the last act taken out with its place and number",
        lambda raw: (
            raw.execute("DELETE FROM hall_log WHERE position = 10"),
            raw.execute("DELETE FROM number_taken"),
            raw.execute("UPDATE number_block SET next_serial = 1"),
            raw.execute("DELETE FROM acts WHERE seq = 10"),
        ),
        [("removed", 10, 10)],
    ),
    (
        "a number's record taken out",
        lambda raw: raw.execute("DELETE FROM number_taken"),
        [("number", 0, 0)],
    ),
    (
        "the end of the order",
        lambda raw: raw.execute("UPDATE hall_head SET chain = 'sha256:0'"),
        [("order", 0, 10)],
    ),
    (
        "the last place in the order",
        lambda raw: raw.execute("UPDATE hall_log SET chain = 'sha256:0' WHERE position = 10"),
        [("order", 0, 10)],
    ),
    (
        "an act, its hashes and all of the order after it",
        lambda raw: (rehashed(raw, 6, body=b'{"amount":99}'), rechained(raw, 6)),
        [("altered", 6, 6)],
    ),
    (
        "the last act, its hashes and its place",
        lambda raw: (rehashed(raw, 10, body=b'{"amount":99}'), rechained(raw, 10)),
        [("altered", 10, 10)],
    ),
    (
        "two places in the order",
        lambda raw: raw.execute("UPDATE hall_log SET chain = 'sha256:0' WHERE position IN (3, 5)"),
        [("order", 0, 3), ("order", 0, 5)],
    ),
    (
        "two acts with every hash of their own",
        lambda raw: (
            rehashed(raw, 6, body=b'{"amount":99}'),
            rehashed(raw, 7, body=b'{"amount":99}'),
        ),
        [("altered", 6, 6), ("altered", 7, 7)],
    ),
    (
        "a place in the order",
        lambda raw: raw.execute("UPDATE hall_log SET chain = 'sha256:0' WHERE position = 3"),
        [("order", 0, 3)],
    ),
]


@pytest.mark.parametrize(
    ("tamper", "named"), [t[1:] for t in TAMPERED], ids=[t[0] for t in TAMPERED]
)
def test_tampering_is_named_exactly(
    jars: Store, raw: Any, tamper: Tamper, named: list[tuple[str, int, int]]
) -> None:
    tamper(raw)
    assert found(jars) == named
    text, code = command.verify_text(jars)
    assert code == 1
    assert all(f"次序 {position}" in text for _, _, position in named if position)


def test_an_act_put_in_is_named(jars: Store, raw: Any) -> None:
    forged = seal(
        NewAct(subject="jar:a", body=Filled(amount=1000)),
        id="01a20b11-0000-7000-8000-000000000000",
        hall=jars.hall,
        origin=jars.head.origin,
        seq=11,
        clerk="0312",
        at=AT.isoformat(timespec="milliseconds"),
        clock_ok=True,
        base=GENESIS,
        prev=jars.head.hash,
    )
    marks = ",".join("?" * len(msgspec.structs.astuple(forged)))
    raw.execute(f"INSERT INTO acts VALUES (NULL,{marks})", msgspec.structs.astuple(forged))
    assert found(jars) == [("inserted", 11, 0)]
    raw.execute(
        "INSERT INTO hall_log SELECT pk, 'hall-320213', 11, 'sha256:0' FROM acts WHERE seq = 11"
    )
    raw.execute("UPDATE hall_head SET position = 11, chain = 'sha256:0'")
    assert ("altered", 11, 11) in found(jars)


def test_a_whole_rewritten_end_disagrees_with_the_witness(
    jars: Store, raw: Any, stores: Stores
) -> None:
    """Somebody with the key and this program's knowledge rewrites the last act everywhere."""
    rehashed(raw, 10, body=b'{"amount":99}')
    rechained(raw, 10)
    hash_, origin = raw.execute("SELECT hash, origin FROM acts WHERE seq = 10").fetchone()
    raw.execute("UPDATE incarnation SET hash = ? WHERE origin = ?", (hash_, origin))
    assert found(jars) == [("witness", 10, 0)]
    assert [notice.code for notice in stores.open().notices] == ["SYS-21"]


def test_an_erased_body_is_no_fault(jars: Store, raw: Any) -> None:
    raw.execute("UPDATE acts SET body = NULL WHERE seq = 4")
    assert found(jars) == []


def test_findings_are_told_without_personal_data(jars: Store, raw: Any) -> None:
    raw.execute("UPDATE acts SET body = ? WHERE seq = 4", ('{"label":"王桂兰"}'.encode(),))
    text, code = command.verify_json(jars)
    assert code == 1
    assert "王桂兰" not in text
    assert msgspec.json.decode(text)["findings"][0]["detail"] == "jar:a"
    assert {fault.value for fault in Fault} == set(command._SAID)

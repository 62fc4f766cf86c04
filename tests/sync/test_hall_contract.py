"""One contract for the three halls: in memory, one PC's tables, the server."""

from __future__ import annotations

import hashlib

import msgspec
import pytest
from fix_halls import Halls
from fix_store import AT, Filled
from fix_sync_acts import HALL, acts, random

from zcdesk.domain.act import GENESIS, START, Act, NewAct, Position, act_hash, next_chain, seal
from zcdesk.domain.ids import uuid7
from zcdesk.errors import SurroundingsError
from zcdesk.store.hall import (
    FOREIGN,
    FORK,
    GAP,
    OVERSIZE,
    UNSOUND,
    Acknowledged,
    Hall,
    Refused,
)

# --- the log ---


def test_the_order_is_dense_and_its_chain_is_the_domains(halls: Halls) -> None:
    made = halls.fill(5)
    pulled = halls.one.pull(START, 100)
    chain, expected = GENESIS, []
    for number, act in enumerate(made, 1):
        chain = next_chain(chain, act)
        expected.append((Position(number, chain), act))
    assert [(p.position, p.act) for p in pulled.acts] == expected
    assert halls.one.heads() == expected[-1][0]


def test_a_pull_goes_on_from_its_cursor_by_pieces(halls: Halls) -> None:
    halls.fill(7)
    found: list[Act] = []
    cursor = START
    while piece := halls.one.pull(cursor, 3).acts:
        assert len(piece) <= 3
        found += [placed.act for placed in piece]
        cursor = piece[-1].position
    assert len({act.id for act in found}) == 7
    assert halls.one.pull(cursor, 3).acts == ()


def test_a_repeated_push_changes_nothing(halls: Halls) -> None:
    made = halls.fill(3)
    head = halls.one.heads()
    assert halls.one.push(made) == (Acknowledged(made[0].origin, 3, made[-1].hash),)
    assert halls.one.push(made[:2])
    assert halls.one.heads() == head


def test_a_cursor_off_the_order_gets_points_of_it(halls: Halls) -> None:
    halls.fill(9)
    points = {p.position.number: p.position for p in halls.one.pull(START, 100).acts}
    for wrong in (Position(9, "sha256:" + "0" * 64), Position(40, "sha256:" + "0" * 64)):
        pulled = halls.one.pull(wrong, 100)
        assert pulled.acts == ()
        assert pulled.diverged[-1] == START
        assert all(points[p.number] == p for p in pulled.diverged[:-1])
        assert len(pulled.diverged) >= 4
        numbers = [p.number for p in pulled.diverged]
        assert numbers == sorted(numbers, reverse=True)


def test_the_same_number_with_another_content_is_a_fork(halls: Halls) -> None:
    made = list(halls.fill(3))
    other = seal_again(made[1], amount=99)
    with pytest.raises(Refused) as refused:
        halls.one.push([other])
    assert (refused.value.code, refused.value.origin, refused.value.seq) == (
        FORK,
        other.origin,
        2,
    )


def seal_again(act: Act, amount: int) -> Act:
    return seal(
        NewAct(subject=act.subject, body=Filled(amount=amount)),
        **{
            name: getattr(act, name)
            for name in ("hall", "origin", "seq", "clerk", "at", "clock_ok", "base", "prev")
        },
        id=uuid7(AT, random(10)),
    )


@pytest.mark.req("R128")
def test_what_is_refused_and_what_is_not(pair: tuple[Hall, Hall]) -> None:
    one, two = pair
    good = acts(4)
    one.push(good[:2])
    replace = msgspec.structs.replace
    strange = acts(1, origin="o9")[0]
    cases = {
        GAP: good[3],
        UNSOUND: replace(good[2], clerk="9999"),
        FORK: seal_again(replace(good[2], prev=good[0].hash), 1),
        FOREIGN: replace(strange, hall="hall-999999"),
    }
    for code, act in cases.items():
        with pytest.raises(Refused) as refused:
            one.push([act])
        assert refused.value.code == code
    with pytest.raises(Refused) as refused:
        two.push([good[2]])
    assert refused.value.code == FOREIGN
    one.push(good[2:])
    assert len(one.pull(START, 100).acts) == 4


def test_those_before_and_beside_a_refused_act_are_taken(pair: tuple[Hall, Hall]) -> None:
    one, _ = pair
    mine, other = acts(4), acts(2, origin="o2")
    batch = [*mine[:2], mine[3], *other]
    with pytest.raises(Refused) as refused:
        one.push(batch)
    assert (refused.value.code, refused.value.seq) == (GAP, 4)
    assert [p.act.seq for p in one.pull(START, 10).acts] == [1, 2, 1, 2]


def test_an_act_twice_in_one_call_is_placed_once(pair: tuple[Hall, Hall]) -> None:
    one, _ = pair
    mine, other = acts(3), acts(2, origin="o2")
    given = one.push([mine[0], other[0], mine[0], mine[1], other[1], mine[1], mine[2]])
    assert {(each.origin, each.seq, each.hash) for each in given} == {
        ("o1", 3, mine[2].hash),
        ("o2", 2, other[1].hash),
    }
    placed = [p.act for p in one.pull(START, 9).acts]
    assert placed == [mine[0], other[0], mine[1], other[1], mine[2]]


def test_what_is_known_already_may_stand_before_what_is_new(pair: tuple[Hall, Hall]) -> None:
    """An answer that was lost: the station sends from before it again, and more."""
    one, _ = pair
    mine = acts(6)
    one.push(mine[:2])
    one.push(mine)
    assert [p.act for p in one.pull(START, 9).acts] == mine
    assert one.push(mine) == one.push(mine[4:])


def test_one_id_for_two_acts_of_a_call_is_a_fork(pair: tuple[Hall, Hall]) -> None:
    one, _ = pair
    first_, second = acts(1)[0], acts(1, origin="o2")[0]
    plain = msgspec.structs.replace(second, id=first_.id)
    same = msgspec.structs.replace(plain, hash=act_hash(plain))
    with pytest.raises(Refused) as refused:
        one.push([first_, same])
    assert (refused.value.code, refused.value.origin) == (FORK, "o2")
    assert [p.act for p in one.pull(START, 9).acts] == [first_]


def test_an_act_too_large_is_refused_by_name(pair: tuple[Hall, Hall]) -> None:
    one, _ = pair
    body = Filled(amount=1, label="x" * 300_000)
    act = acts(1)[0]
    big = seal(
        NewAct(subject="jar:a", body=body),
        id=act.id,
        hall=HALL,
        origin="o1",
        seq=1,
        clerk="",
        at=act.at,
        clock_ok=True,
        base="",
        prev="",
    )
    with pytest.raises(Refused) as refused:
        one.push([big])
    assert refused.value.code == OVERSIZE


def test_strange_characters_in_an_envelope_keep_their_hash(pair: tuple[Hall, Hall]) -> None:
    one, _ = pair
    odd = "".join(chr(n) for n in (*range(1, 0x100), 0x2028, 0x2029, 0xFEFF, 0x1F600, 0x20BB7))
    act = acts(1)[0]
    sealed = seal(
        NewAct(subject="jar:" + odd, body=Filled(amount=1, label="\0" + odd)),
        id=act.id,
        hall=HALL,
        origin="o1",
        seq=1,
        clerk=odd,
        at=act.at,
        clock_ok=False,
        base="",
        prev="",
    )
    one.push([sealed])
    assert one.pull(START, 1).acts[0].act == sealed


def test_unknown_kinds_unreadable_bodies_and_erased_ones_are_taken(pair: tuple[Hall, Hall]) -> None:
    one, _ = pair
    replace = msgspec.structs.replace
    made: list[Act] = []
    for body in (b"\xff\xfe\0", b'{"a":', b"[]", b"[" * 200_000, None):
        last = made[-1] if made else None
        hash_ = "sha256:" + hashlib.sha256(body or b"gone").hexdigest()
        plain = replace(
            acts(1, after=last)[0], kind="newer.kind", shape=7, body=body, body_hash=hash_
        )
        made.append(replace(plain, hash=act_hash(plain)))
    one.push(made)
    assert [p.act for p in one.pull(START, 9).acts] == made


def test_an_authority_left_behind_refuses(pair: tuple[Hall, Hall]) -> None:
    one, _ = pair
    with pytest.raises(SurroundingsError) as old:
        one.push(acts(1), epoch=2)
    assert old.value.code == "NET-17"
    assert one.heads() == START


def test_an_act_that_came_again_under_another_origin_is_placed_once(
    pair: tuple[Hall, Hall],
) -> None:
    one, _ = pair
    made = acts(2)
    one.push(made)
    again = seal(
        NewAct(subject="jar:a", body=Filled(amount=1)),
        id=made[1].id,
        hall=HALL,
        origin="o2",
        seq=1,
        clerk="0312",
        at=made[1].at,
        clock_ok=True,
        base=GENESIS,
        prev=GENESIS,
    )
    for _ in range(2):
        with pytest.raises(Refused, match=FORK):
            one.push([again])
    more = acts(1, origin="o2")
    one.push(more)
    assert [p.act.id for p in one.pull(START, 9).acts] == [made[0].id, made[1].id, more[0].id]

"""One contract for the three halls: in memory, one PC's tables, the server."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass

import msgspec
import pytest
from fix_postgres import HallServer
from fix_store import AT, Filled, Stores, action
from fix_sync_acts import DAY, HALL, acts, random, wish

from zcdesk.domain.act import GENESIS, START, Act, NewAct, Position, act_hash, next_chain, seal
from zcdesk.domain.act import digest as digest_of
from zcdesk.domain.ids import uuid7
from zcdesk.errors import Conflict, SurroundingsError
from zcdesk.store import pages
from zcdesk.store.hall import (
    FOREIGN,
    FORK,
    GAP,
    OVERSIZE,
    TWICE,
    UNSOUND,
    Acknowledged,
    Back,
    Claim,
    Hall,
    Refused,
    Waiting,
)
from zcdesk.store.vault import Vault
from zcdesk.sync.memory_hall import Ground, MemoryHall
from zcdesk.sync.postgres_hall import PostgresHall


def first(waiting: Sequence[Waiting]) -> str | None:
    return waiting[0].ticket


@dataclass
class Halls:
    """One station's hall, and a second station's where the kind of hall has one."""

    one: Hall
    two: Hall
    fill: Callable[[int], Sequence[Act]]


@contextmanager
def opened(kind: str, request: pytest.FixtureRequest) -> Iterator[Halls]:
    """Open a hall of one kind."""

    def fill(count: int) -> Sequence[Act]:
        made = acts(count)
        one.push(made)
        return made

    with ExitStack() as stack:
        if kind == "local":
            stores: Stores = request.getfixturevalue("stores")
            tx = stack.enter_context(action(stores.create()))
            new = NewAct(subject="jar:a", body=Filled(amount=1))
            yield Halls(tx.hall, tx.hall, lambda count: [tx.append(new) for _ in range(count)])
            return
        if kind == "memory":
            ground = Ground(HALL)
            one: Hall = MemoryHall(ground, "s1")
            two: Hall = MemoryHall(ground, "s2")
        else:
            server: HallServer = request.getfixturevalue("hall_server")
            one, two = (
                stack.enter_context(closing(PostgresHall(server.add(HALL, name))))
                for name in ("W01", "W02")
            )
        yield Halls(one, two, fill)


@pytest.fixture(params=["memory", "local", "postgres"])
def halls(request: pytest.FixtureRequest) -> Iterator[Halls]:
    with opened(request.param, request) as made:
        yield made


@pytest.fixture(params=["memory", "postgres"])
def pair(request: pytest.FixtureRequest) -> Iterator[tuple[Hall, Hall]]:
    """Two stations of one hall; a one-PC hall has none."""
    with opened(request.param, request) as made:
        yield made.one, made.two


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


# --- the queue ---


def test_numbers_are_dense_per_day_and_series(halls: Halls) -> None:
    hall = halls.one
    wishes = (wish("a"), wish("b"), wish("c", "B"), wish("d"))
    assert [hall.take_ticket(f"r{at}", one).serial for at, one in enumerate(wishes)] == [1, 2, 1, 3]
    taken = hall.take_ticket("r9", wish("e", window="3", appointment_at="09:30"))
    assert (taken.serial, taken.window, taken.appointment_at, taken.place) == (4, "3", "09:30", 0)


@pytest.mark.req("R128")
def test_a_repeated_request_gets_the_same_answer(halls: Halls) -> None:
    hall = halls.one
    taken = hall.take_ticket("r1", wish("a"))
    hall.take_ticket("r2", wish("b"))
    assert hall.take_ticket("r1", wish("zzz")) == taken
    claim = hall.claim("c1", "3", DAY, first)
    assert hall.claim("c1", "5", DAY, first) == claim == Claim("ticket:a", "3", 1)
    assert hall.release("l1", "ticket:a", 1, None) is True
    assert hall.release("l1", "ticket:a", 1, None) is True
    again = hall.reclaim("e1", "3", "ticket:a")
    assert hall.reclaim("e1", "3", "ticket:a") == again == Claim("ticket:a", "3", 2)
    code = hall.grant_code("g1", 2026)
    assert hall.grant_code("g1", 2026) == code
    assert len({code, *(hall.grant_code(f"g{n}", 2026) for n in range(2, 6))}) == 5


def test_a_ticket_that_is_in_the_queue_is_not_put_there_again(halls: Halls) -> None:
    taken = halls.one.take_ticket("r1", wish("a"))
    with pytest.raises(Conflict, match=TWICE):
        halls.one.take_ticket("r2", wish("a", "B"))
    assert halls.one.take_ticket("r1", wish("a")) == taken
    assert halls.one.take_ticket("r3", wish("b")).serial == 2


def test_two_stations_that_ask_for_one_ticket_get_one(pair: tuple[Hall, Hall]) -> None:
    one, two = pair
    one.take_ticket("ticket:a", wish("a"))
    with pytest.raises(Conflict, match=TWICE):
        two.take_ticket("ticket:a", wish("a"))
    assert len(two.waiting(DAY)) == 1


def test_nothing_chosen_may_be_asked_again(halls: Halls) -> None:
    hall = halls.one
    assert hall.claim("c1", "3", DAY, first) is None
    hall.take_ticket("r1", wish("a"))
    assert hall.claim("c1", "3", DAY, lambda _: None) is None
    assert hall.claim("c1", "3", DAY, lambda _: "ticket:none") is None
    assert hall.claim("c1", "3", DAY, first) == Claim("ticket:a", "3", 1)


def test_a_held_ticket_is_nobody_elses(halls: Halls) -> None:
    hall = halls.one
    other = halls.two
    hall.take_ticket("r1", wish("a"))
    assert hall.claim("c1", "3", DAY, first) is not None
    assert other.claim("c2", "5", DAY, lambda _: "ticket:a") is None
    assert other.reclaim("c3", "5", "ticket:a") is None
    assert other.waiting(DAY) == ()


def test_a_released_ticket_returns_where_it_is_sent(halls: Halls) -> None:
    hall = halls.one
    for name in ("a", "bb"):
        hall.take_ticket(name, wish(name))
    held = hall.claim("c1", "3", DAY, first)
    assert held is not None
    assert hall.release(
        "l1", held.ticket, held.fence, Back(window="5", category="市场准入", place=2)
    )
    assert [(w.ticket, w.window, w.category, w.place) for w in hall.waiting(DAY)] == [
        ("ticket:a", "5", "市场准入", 2),
        ("ticket:bb", "", "社会民生", 0),
    ]


def test_an_old_fence_releases_nothing(halls: Halls) -> None:
    hall = halls.one
    hall.take_ticket("r1", wish("a"))
    hall.claim("c1", "3", DAY, first)
    assert hall.release("l1", "ticket:a", 1, None)
    assert hall.reclaim("c2", "5", "ticket:a") == Claim("ticket:a", "5", 2)
    assert not hall.release("l2", "ticket:a", 1, None)
    assert not hall.release("l3", "ticket:a", 3, None)
    assert hall.release("l4", "ticket:a", 2, None)


def test_another_station_cannot_release_what_it_does_not_hold(pair: tuple[Hall, Hall]) -> None:
    one, two = pair
    one.take_ticket("r1", wish("a"))
    one.claim("c1", "3", DAY, first)
    assert not two.release("l1", "ticket:a", 1, None)
    assert one.waiting(DAY) == ()


# --- attachments ---


def test_an_attachment_travels_in_pieces_and_is_checked(halls: Halls) -> None:
    data = random(10_000)
    name = "sha256:" + hashlib.sha256(data).hexdigest()
    hall = halls.one
    assert hall.put_blob(name, 0, data[:4000], len(data)) == 4000
    assert hall.put_blob(name, 0, data[:4000], len(data)) == 4000
    assert hall.get_blob(name, 0, 100) == b""
    assert hall.put_blob(name, 4000, data[4000:], len(data)) == len(data)
    assert hall.put_blob(name, 0, b"", len(data)) == len(data)
    other = halls.two
    pieces = [other.get_blob(name, at, 3000) for at in range(0, 12_001, 3000)]
    assert b"".join(pieces) == data
    assert pieces[-1] == b""
    assert hall.get_blob(name, 3999, 2) == data[3999:4001]


def test_an_attachment_that_is_not_its_name_begins_again(halls: Halls) -> None:
    name = "sha256:" + hashlib.sha256(b"right").hexdigest()
    assert halls.one.put_blob(name, 0, b"wrong", 5) == 0
    assert halls.one.get_blob(name, 0, 10) == b""
    assert halls.one.put_blob(name, 0, b"right", 5) == 5
    assert halls.one.get_blob(name, 0, 10) == b"right"


def test_a_sealed_page_comes_out_of_every_hall_as_it_went_in(halls: Halls) -> None:
    data = random(5000)
    digest, owner = digest_of(data), pages.Owner("r1", random(32))
    sealed = pages.seal(Vault(bytes(32)), random, (owner,), digest, data)
    (name,) = sealed.names
    length = len(sealed.content)
    assert halls.one.put_blob(name.content, 0, sealed.content, length) == length
    assert halls.two.get_blob(digest, 0, length) == b""
    brought = halls.two.get_blob(name.content, 0, length)
    key = pages.page_key((owner,), digest, name)
    assert key is not None
    assert pages.opened(key, digest, brought) == data


# --- leases and registers ---


def test_a_claim_is_kept_by_its_last_fence_only(halls: Halls) -> None:
    halls.one.take_ticket("t", wish("a"))
    claim = halls.one.claim("c1", "3", DAY, first, 60)
    assert claim is not None
    assert halls.one.keep(claim.ticket, claim.fence, 60)
    assert halls.one.keep(claim.ticket, claim.fence, None)
    assert not halls.one.keep(claim.ticket, claim.fence + 1, 60)
    assert halls.one.release("r1", claim.ticket, claim.fence, Back())
    assert not halls.one.keep(claim.ticket, claim.fence, 60)
    again = halls.one.claim("c2", "3", DAY, first, 60)
    assert again is not None
    assert again.fence == claim.fence + 1
    assert not halls.one.keep(claim.ticket, claim.fence, None)


def test_nobody_keeps_what_another_station_holds(pair: tuple[Hall, Hall]) -> None:
    one, two = pair
    one.take_ticket("t", wish("a"))
    claim = one.claim("c1", "3", DAY, first, 60)
    assert claim is not None
    assert not two.keep(claim.ticket, claim.fence, 60)


@pytest.mark.req("R128")
def test_register_numbers_have_no_gaps_and_a_request_has_one(halls: Halls) -> None:
    given = [halls.one.take_register_number(f"case-{n}", "收文", 2026) for n in (1, 2, 1, 3)]
    assert given == [1, 2, 1, 3]
    assert halls.two.take_register_number("other", "收文", 2026) == 4
    assert halls.one.take_register_number("case-9", "收文", 2027) == 1
    assert halls.one.take_register_number("case-9a", "发文", 2026) == 1

"""The hall's contract, held by the one-PC hall: same request same answer, one ticket one window."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from fix_store import AT, Filled, Stores, action, fill
from hypothesis import given, settings
from hypothesis import strategies as st

from zcdesk.domain.act import GENESIS, START, NewAct, Position
from zcdesk.errors import Conflict
from zcdesk.store.hall import Acknowledged, Back, Claim, Hall, Waiting, Wish
from zcdesk.store.store import Store

DAY = "2026-11-24"


def wish(name: str, series: str = "A", day: str = DAY, **more: object) -> Wish:
    return Wish(
        ticket=f"ticket:{name}",
        day=day,
        series=series,
        category="社会民生",
        taken_at=f"{day}T09:{len(name):02}:00+08:00",
        **more,
    )


def first(waiting: Sequence[Waiting]) -> str | None:
    return waiting[0].ticket


def test_numbers_are_dense_per_day_and_series(jars: Store) -> None:
    with action(jars) as tx:
        hall: Hall = tx.hall
        serials = [
            hall.take_ticket(f"r{at}", one).serial
            for at, one in enumerate(
                (wish("a"), wish("b"), wish("c", "B"), wish("d"), wish("e", day="2026-11-25"))
            )
        ]
    assert serials == [1, 2, 1, 3, 1]


def test_a_repeated_request_gets_the_same_answer(jars: Store, stores: Stores) -> None:
    with action(jars) as tx:
        taken = tx.hall.take_ticket("r1", wish("a"))
        tx.hall.take_ticket("r2", wish("b"))
        claim = tx.hall.claim("c1", "3", DAY, first)
        code = tx.hall.grant_code("g1", 2026)
        released = tx.hall.release("l1", "ticket:a", 1, None)
    with action(stores.open()) as tx:
        assert tx.hall.take_ticket("r1", wish("zzz")) == taken
        assert tx.hall.claim("c1", "5", DAY, first) == claim == Claim("ticket:a", "3", 1)
        assert tx.hall.grant_code("g1", 2026) == code
        assert tx.hall.release("l1", "ticket:a", 1, None) is released is True
        assert [w.ticket for w in tx.hall.waiting(DAY)] == ["ticket:b"]
        assert tx.hall.grant_code("g2", 2026) != code


def test_nothing_chosen_may_be_asked_again(jars: Store) -> None:
    with action(jars) as tx:
        assert tx.hall.claim("c1", "3", DAY, first) is None
        tx.hall.take_ticket("r1", wish("a"))
        assert tx.hall.claim("c1", "3", DAY, lambda _: None) is None
        assert tx.hall.claim("c1", "3", DAY, first) == Claim("ticket:a", "3", 1)


def test_a_held_ticket_is_nobody_elses(jars: Store) -> None:
    with action(jars) as tx:
        tx.hall.take_ticket("r1", wish("a"))
        assert tx.hall.claim("c1", "3", DAY, first) is not None
        assert tx.hall.claim("c2", "5", DAY, lambda _: "ticket:a") is None
        assert tx.hall.reclaim("c3", "5", "ticket:a") is None


def test_a_released_ticket_returns_where_it_is_sent(jars: Store) -> None:
    with action(jars) as tx:
        for name in ("a", "bb"):
            tx.hall.take_ticket(name, wish(name))
        held = tx.hall.claim("c1", "3", DAY, first)
        assert held is not None
        back = Back(window="5", category="市场准入", place=2)
        assert tx.hall.release("l1", held.ticket, held.fence, back)
        assert [(w.ticket, w.window, w.category, w.place) for w in tx.hall.waiting(DAY)] == [
            ("ticket:a", "5", "市场准入", 2),
            ("ticket:bb", "", "社会民生", 0),
        ]


def test_an_old_fence_releases_nothing(jars: Store) -> None:
    with action(jars) as tx:
        tx.hall.take_ticket("r1", wish("a"))
        tx.hall.claim("c1", "3", DAY, first)
        assert tx.hall.release("l1", "ticket:a", 1, None)
        again = tx.hall.reclaim("c2", "5", "ticket:a")
        assert again == Claim("ticket:a", "5", 2)
        assert not tx.hall.release("l2", "ticket:a", 1, None)
        assert not tx.hall.release("l3", "ticket:a", 3, None)
        assert tx.hall.release("l4", "ticket:a", 2, None)


def test_a_claim_of_an_action_that_fails_never_happened(jars: Store) -> None:
    with action(jars) as tx:
        tx.hall.take_ticket("r1", wish("a"))

    def claim_and_fail() -> None:
        with action(jars) as tx:
            tx.hall.claim("c1", "3", DAY, first)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        claim_and_fail()
    with action(jars) as tx:
        assert tx.hall.claim("c1", "5", DAY, first) == Claim("ticket:a", "5", 1)


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["take", "claim", "end", "back", "reclaim"]),
        st.sampled_from("357"),
        st.integers(0, 3),
        st.booleans(),
    ),
    max_size=25,
)


@settings(max_examples=settings.default.max_examples // 2)
@given(MOVES)
def test_no_ticket_is_ever_held_twice(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[str, str, int, bool]]
) -> None:
    """Whatever the windows do, and however often a reply is lost and the call repeated."""
    stores = Stores(tmp_path_factory.mktemp("hall"))
    held: dict[str, Claim] = {}
    ended: set[str] = set()
    fences: dict[str, int] = {}
    with action(stores.create()) as tx:
        for at, (move, window, which, repeated) in enumerate(moves):
            request = f"{move}{at}"
            for _ in range(1 + repeated):
                claim: Claim | None = None
                if move == "take":
                    tx.hall.take_ticket(request, wish(str(at)))
                elif move == "claim":
                    claim = tx.hall.claim(
                        request, window, DAY, lambda w, n=which: w[n % len(w)].ticket
                    )
                elif move == "reclaim" and ended:
                    claim = tx.hall.reclaim(request, window, sorted(ended)[which % len(ended)])
                elif held or move in ("end", "back"):
                    mine = sorted(held)[which % len(held)] if held else "ticket:none"
                    fence = held[mine].fence if held else 1
                    back = Back() if move == "back" else None
                    known = mine in held
                    assert tx.hall.release(request, mine, fence, back) is known
                    if known:
                        tx.hall.release(f"again{at}", mine, fence, back)
                        del held[mine]
                        ended |= {mine} if back is None else set()
                        break
            if claim is not None:
                assert claim.ticket not in held
                assert claim.fence == fences.get(claim.ticket, 0) + 1
                held[claim.ticket], fences[claim.ticket] = claim, claim.fence
                ended.discard(claim.ticket)
        waiting = {w.ticket for w in tx.hall.waiting(DAY)}
        assert not waiting & (set(held) | ended)
        taken = {f"ticket:{at}" for at, one in enumerate(moves) if one[0] == "take"}
        assert waiting | set(held) | ended == taken
    stores.close()


def test_what_is_written_is_placed_and_acknowledged(jars: Store) -> None:
    one, two = fill(jars), fill(jars, "b")
    with action(jars) as tx:
        three = tx.append(NewAct(subject="jar:c", body=Filled(amount=1)))
        heads = tx.hall.heads()
        pulled = tx.hall.pull(START, 2)
        assert [placed.act for placed in pulled.acts] == [one, two]
        rest = tx.hall.pull(pulled.acts[-1].position, 10)
        assert [placed.act for placed in rest.acts] == [three]
        assert rest.acts[-1].position == heads
        assert tx.hall.pull(heads, 10).acts == ()
        assert tx.hall.push((one, two, three)) == (Acknowledged(one.origin, 3, three.hash),)


def test_a_fork_is_refused(jars: Store) -> None:
    import msgspec

    forked = msgspec.structs.replace(fill(jars), hash="sha256:other")
    with pytest.raises(Conflict), action(jars) as tx:
        tx.hall.push((forked,))


def test_a_cursor_that_is_not_on_the_order_is_told_older_points(jars: Store) -> None:
    with action(jars) as tx:
        for number in range(40):
            tx.append(NewAct(subject="jar:a", body=Filled(amount=number)))
        for wrong in (Position(40, "sha256:0"), Position(41, "sha256:0"), Position(9, GENESIS)):
            told = tx.hall.pull(wrong, 10)
            assert told.acts == ()
            assert told.diverged[-1] == START
            assert all(tx.hall.pull(point, 1).diverged == () for point in told.diverged)
        numbers = [point.number for point in tx.hall.pull(Position(40, "x"), 1).diverged]
        assert numbers == [39, 38, 36, 32, 24, 8, 0]


def test_attachments_pass_the_port(jars: Store) -> None:
    from zcdesk.domain.act import digest

    data = b"page " * 1000
    with action(jars) as tx:
        name = digest(data)
        assert tx.hall.put_blob(name, 0, data[:2000], len(data)) == 2000
        assert tx.hall.put_blob(name, 2000, data[2000:], len(data)) == len(data)
        assert tx.hall.get_blob(name, 4990, 100) == data[4990:]
        assert tx.hall.get_blob(name, 5000, 100) == b""
        assert AT.isoformat()[:10] == DAY

"""One contract for every hall: its queue, attachments, claims and registers."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest
from fix_halls import Halls
from fix_sync_acts import DAY, random, wish

from zcdesk.domain.act import digest as digest_of
from zcdesk.errors import Conflict
from zcdesk.store import pages
from zcdesk.store.hall import (
    TWICE,
    Back,
    Claim,
    Hall,
    Waiting,
)
from zcdesk.store.vault import Vault


def first(waiting: Sequence[Waiting]) -> str | None:
    return waiting[0].ticket


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

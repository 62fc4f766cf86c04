"""A joined window and the server's queue: what it holds, tells, and calls when it is alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing

import pytest
from fix_postgres import HallServer
from fix_store import AT, Stores, action, chance
from fix_sync_acts import DAY, HALL, wish

from zcdesk.domain.act import NewAct
from zcdesk.domain.ticket import TicketTaken
from zcdesk.errors import SurroundingsError
from zcdesk.store import boottime, reserve
from zcdesk.store.hall import Back, Claim, Waiting
from zcdesk.store.rules import hall_rules
from zcdesk.sync.memory_hall import Ground, MemoryHall
from zcdesk.sync.news import Choice
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.queue import HELD_SECONDS, Queue
from zcdesk.sync.queue_copy import QueueCopy
from zcdesk.sync.round import once
from zcdesk.sync.station_copy import StoreCopy


class Oldest:
    """The choice of a window that calls the oldest; `others` windows do the same."""

    window, day, is_open = "3", DAY, True

    def __init__(self, others: int = 0) -> None:
        self.others = others

    def next(self, held: Sequence[str]) -> str | None:
        return min(held, default=None)

    def numbered(self, held: Sequence[str], number: str) -> str | None:
        return next((one for one in held if one.endswith(number)), None)

    def behind(self, held: Sequence[str]) -> str | None:
        left = sorted(held)[self.others :]
        return left[0] if left else None


class Window:
    """One joined store with its side of the queue."""

    def __init__(self, stores: Stores, hall: MemoryHall | PostgresHall) -> None:
        self.hall = hall
        self.store = stores.create()
        self.copy = StoreCopy(self.store, lambda: AT)
        self.copy.join(1)
        self.now = 0.0
        self.choice: Choice | None = Oldest()
        self.queue = Queue(
            QueueCopy(self.store, lambda: AT),
            lambda work: work(),
            lambda _window: self.choice,
            lambda: self.now,
        )

    def take(self, name: str) -> str:
        """Take a number at the server and record it here, as the desk does."""
        placed = self.hall.take_ticket(f"take-{name}", wish(name))
        number = f"{placed.series}{placed.serial:03d}"
        with action(self.store) as tx:
            tx.append(
                NewAct(subject=placed.ticket, body=TicketTaken(number=number, category="社会民生"))
            )
        return placed.ticket

    def call(self, request: str = "c") -> Claim | None:
        with action(self.store) as tx:
            return tx.hall.claim(request, "3", DAY, _first)

    def held(self) -> list[str]:
        with self.store.reading() as reader:
            return [one.ticket for one in reserve.reserved(reader)]

    def release(self, claim: Claim, back: Back | None) -> None:
        with action(self.store) as tx:
            assert tx.hall.release("r" + claim.ticket, claim.ticket, claim.fence, back)


def _first(waiting: Sequence[Waiting]) -> str | None:
    return min((one.ticket for one in waiting), default=None)


@pytest.fixture
def window(stores: Stores) -> Iterator[Callable[[str], Window]]:
    """A maker of windows of one hall in memory."""
    ground, made = Ground(HALL), list[Stores]()

    def make(name: str) -> Window:
        own = Stores(
            stores.root.parent / name, hall_rules(), machine=name, random=chance(len(made) + 3)
        )
        made.append(own)
        return Window(own, MemoryHall(ground, name))

    yield make
    for own in made:
        own.close()


def test_a_ticket_held_is_called_without_the_server_and_told_later(
    window: Callable[[str], Window],
) -> None:
    three = window("w3")
    ticket = three.take("a")
    three.queue.tend(three.hall)
    assert three.held() == [ticket]
    claim = three.call()
    assert claim == Claim(ticket, "3", 1)
    assert three.held() == []
    three.release(claim, None)
    assert three.hall.ground.tickets[ticket].state == "held"
    three.queue.tell(three.hall)
    assert three.hall.ground.tickets[ticket].state == "ended"


def test_what_is_sent_on_is_the_servers_again(window: Callable[[str], Window]) -> None:
    three, five = window("w3"), window("w5")
    ticket = three.take("a")
    three.queue.fetch(three.hall)
    claim = three.call()
    assert claim is not None
    three.release(claim, Back(window="5"))
    three.queue.tell(three.hall)
    assert [one.window for one in five.hall.waiting(DAY)] == ["5"]
    assert three.call("c2") is None
    once(three.copy, three.hall)
    once(five.copy, five.hall)
    five.queue.fetch(five.hall)
    assert five.call() == Claim(ticket, "3", 2)


def test_a_passed_number_comes_back_under_the_fence_the_server_gives(
    window: Callable[[str], Window],
) -> None:
    three = window("w3")
    ticket = three.take("a")
    three.queue.fetch(three.hall)
    claim = three.call()
    assert claim is not None
    three.release(claim, None)
    with action(three.store) as tx:
        again = tx.hall.reclaim("back", "3", ticket)
    assert again == Claim(ticket, "3", 2)
    three.queue.tell(three.hall)
    found = three.hall.ground.tickets[ticket]
    assert (found.state, found.fence) == ("held", 2)


def test_one_of_the_own_series_that_others_go_on_with_enters_the_queue(
    window: Callable[[str], Window],
) -> None:
    three, five = window("w3"), window("w5")
    with action(three.store) as tx:
        own = tx.hall.take_ticket("t", wish("own", "W03-", window="3"))
        claim = tx.hall.claim("c", "3", DAY, _first)
    assert claim is not None
    three.release(claim, Back(window="5"))
    assert five.hall.waiting(DAY) == ()
    three.queue.tell(three.hall)
    assert [(one.ticket, one.window) for one in five.hall.waiting(DAY)] == [(own.ticket, "5")]


def test_a_ticket_behind_those_the_others_call_is_reserved(window: Callable[[str], Window]) -> None:
    three = window("w3")
    tickets = [three.take(name) for name in ("a", "bb", "ccc")]
    three.choice = Oldest(others=1)
    three.queue.tend(three.hall)
    assert three.held() == [tickets[1]]
    three.choice = Oldest(others=3)
    three.now = HELD_SECONDS
    three.queue.tend(three.hall)
    assert three.held() == []
    assert len(three.hall.waiting(DAY)) == 3


def test_a_window_that_closes_keeps_nobody_waiting(window: Callable[[str], Window]) -> None:
    three = window("w3")
    ticket = three.take("a")
    three.queue.tend(three.hall)
    three.choice = None
    three.queue.tend(three.hall)
    assert three.held() == []
    assert [one.ticket for one in three.hall.waiting(DAY)] == [ticket]


class Deaf:
    """A hall whose answer to the next claim is lost."""

    def __init__(self, hall: MemoryHall) -> None:
        self._hall, self.lose = hall, True

    def claim(self, *what: object) -> Claim | None:
        found = self._hall.claim(*what)  # type: ignore[arg-type]
        if self.lose:
            self.lose = False
            raise SurroundingsError("NET-20")
        return found

    def __getattr__(self, name: str) -> object:
        return getattr(self._hall, name)


@pytest.mark.req("R128")
def test_a_claim_whose_answer_was_lost_gives_the_same_ticket(
    window: Callable[[str], Window],
) -> None:
    three = window("w3")
    tickets = [three.take(name) for name in ("a", "bb")]
    deaf = Deaf(three.hall)
    with pytest.raises(SurroundingsError):
        three.queue.fetch(deaf)  # type: ignore[arg-type]
    assert three.held() == []
    three.queue.fetch(deaf)  # type: ignore[arg-type]
    assert three.held() == tickets[:1]
    assert [one.ticket for one in three.hall.waiting(DAY)] == tickets[1:]


def test_an_answer_that_is_no_longer_true_is_not_believed(window: Callable[[str], Window]) -> None:
    three = window("w3")
    ticket = three.take("a")
    deaf = Deaf(three.hall)
    with pytest.raises(SurroundingsError):
        three.queue.fetch(deaf)  # type: ignore[arg-type]
    # Meanwhile its lease ended and another window has it.
    three.hall.ground.tickets[ticket].fence += 1
    three.hall.ground.tickets[ticket].station = "w5"
    three.queue.fetch(deaf)  # type: ignore[arg-type]
    assert three.held() == []
    assert three.call() is None


@pytest.mark.parametrize("why", ["over", "restarted"])
def test_a_lease_that_is_over_calls_nobody(
    window: Callable[[str], Window], monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    three = window("w3")
    three.take("a")
    three.queue.tend(three.hall)
    if why == "over":
        later = boottime.seconds() + reserve.LEASE - reserve.MARGIN
        monkeypatch.setattr(boottime, "seconds", lambda: later)
    else:
        monkeypatch.setattr(boottime, "boot_id", lambda: "another start")
    assert three.call() is None


def test_two_windows_and_a_real_server_hold_different_tickets(
    stores: Stores, hall_server: HallServer
) -> None:
    made = []
    for name in ("w3", "w5"):
        own = Stores(stores.root.parent / name, hall_rules(), machine=name, random=chance(7))
        made.append((own, Window(own, PostgresHall(hall_server.add(HALL, name)))))
    (own_three, three), (own_five, five) = made
    with closing(three.hall), closing(five.hall):  # type: ignore[type-var]
        tickets = [three.take(name) for name in ("a", "bb")]
        once(three.copy, three.hall)
        once(five.copy, five.hall)
        three.queue.fetch(three.hall)
        five.queue.fetch(five.hall)
        assert three.held() + five.held() == tickets
        calls = [three.call(), five.call()]
        assert calls == [Claim(ticket, "3", 1) for ticket in tickets]
        three.queue.tell(three.hall)
        rows = hall_server.run("SELECT lease_until IS NULL FROM core.ticket ORDER BY serial")
        assert rows == [(True,), (False,)]
    own_three.close()
    own_five.close()

"""Kiosks cut off from a real server: each number is one ticket of the hall's queue, whatever came
between its slip and its record."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime

import pytest
from fix_hall import Clock
from fix_sync_hall import Windows
from fix_sync_proxy import Proxy
from sqlalchemy.engine import make_url

from zcdesk.domain.act import NewAct
from zcdesk.domain.checkdigit import with_check_digit
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.ticket import Channel, Outcome, Ticket, TicketStatus
from zcdesk.domain.visit import Visit
from zcdesk.domain.window import WindowSet
from zcdesk.errors import Conflict, SurroundingsError
from zcdesk.operations import attention, booking_file, bookings, choosing, queue, tickets, wishes
from zcdesk.operations.attention import Reason
from zcdesk.operations.progress import Tries
from zcdesk.operations.session import Session
from zcdesk.operations.windows import open_window
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.queue import Queue
from zcdesk.sync.queue_copy import QueueCopy

CARD = with_check_digit("32021319900101123")
DAY = "2026-11-24"
SOCIAL = "社会民生"


class Place:
    """A station of the hall: a kiosk, or a window somebody works at."""

    def __init__(self, windows: Windows, session: Session) -> None:
        self.windows = windows
        self.online = True
        self.session = replace(session, is_online=lambda: self.online)

    def url(self) -> str:
        return self.windows.login(self.session).url

    def queue(self) -> Queue:
        copy = QueueCopy(self.session.store, self.session.now)
        choose = lambda _: choosing.choice(self.session)  # noqa: E731
        return Queue(copy, lambda work: work(), choose, lambda: 0.0)

    def round(self) -> None:
        """Tell the queue, then push and pull, as `Link.round` does."""
        with closing(PostgresHall(self.url())) as hall:
            self.queue().tell(hall)
        self.windows.round(self.session)

    def take(self, **how: object) -> str:
        """Take a number as `Desk.take_ticket` does while the server answers."""
        asked = wishes.wish(self.session, SOCIAL, **how)  # type: ignore[arg-type]
        with closing(PostgresHall(self.url())) as hall:
            placed = hall.take_ticket(asked.ticket, asked)
        return tickets.take_ticket(self.session, SOCIAL, placed=placed, **how).ticket.number  # type: ignore[arg-type]

    def take_alone(self, **how: object) -> str:
        return tickets.take_ticket(self.session, SOCIAL, alone=True, **how).ticket.number  # type: ignore[arg-type]

    def call(self) -> Visit | None:
        with closing(PostgresHall(self.url())) as hall:
            side = self.queue()
            side.fetch(hall)
            visit = queue.call_next(self.session)
            side.tell(hall)
        return visit

    def serve_all(self) -> list[str]:
        """Call until nobody waits; return the numbers in the order they were called."""
        called = []
        while (visit := self.call()) is not None:
            assert visit.ticket is not None
            called.append(visit.ticket.number)
            queue.leave(self.session, visit, Outcome.CONSULTED)
        return called

    def all(self) -> list[Ticket]:
        with self.session.reading() as store:
            return sorted(tickets.of_day(store, DAY), key=lambda t: t.number)

    def one(self, number: str) -> Ticket:
        (found,) = (t for t in self.all() if t.number == number)
        return found


Hall = Callable[[str], Place]


@pytest.fixture
def hall(windows: Windows, clock: Clock) -> Hall:
    """A maker of stations that know of window 5; window 3 moved the hall to its server."""
    clock.at = datetime.fromisoformat(f"{DAY}T09:00:00+08:00")
    with windows.first.as_clerk("0001").transaction() as tx:
        body = WindowSet(number="5", categories=(WindowCategory.SOCIAL,))
        tx.append(NewAct(subject="window:5", body=body))
    windows.round(windows.first)

    def make(name: str) -> Place:
        place = Place(windows, windows.first)
        if name != "3":
            place = Place(windows, windows.joined(name).as_clerk("0313" if name == "5" else ""))
        place.round()
        if name == "5":
            open_window(place.session)
        return place

    return make


@pytest.mark.req("R093", "R096", "R128")
def test_two_kiosks_cut_off_at_once_and_everybody_is_called_in_turn(
    hall: Hall, clock: Clock
) -> None:
    five, eight, nine = hall("5"), hall("8"), hall("9")

    def at(minute: int, take: Callable[..., str], **how: object) -> str:
        clock.at = datetime.fromisoformat(f"{DAY}T09:{minute:02}:00+08:00")
        return take(**how)

    given = [
        at(1, five.take),
        at(2, nine.take_alone),
        at(3, eight.take_alone),
        at(4, five.take),
        at(5, nine.take_alone),
        at(6, nine.take_alone, priority=True, why="孕妇"),
    ]
    assert given == ["A001", "LA9001", "LA8001", "A002", "LA9002", "LA9003"]
    assert five.all() != eight.all()
    for one in (nine, eight, nine, five):
        one.round()
    # At the time each was taken; who may go ahead does, though nothing in the letters says so.
    assert five.serve_all() == ["LA9003", *given[:5]]
    five.round()
    rows = five.windows.server.run("SELECT ticket FROM core.ticket WHERE state <> 'ended'")
    assert rows == []


@pytest.mark.req("R096")
def test_a_wait_counts_from_the_slip_not_from_the_line(hall: Hall, clock: Clock) -> None:
    five, nine = hall("5"), hall("9")
    slip = nine.take_alone()
    clock.pass_(minutes=41)
    five.take(priority=True, why="孕妇")
    five.take(priority=True, why="孕妇")
    nine.round()
    five.round()
    # Aged: every other turn at least, though its act came last.
    assert five.serve_all()[1] == slip


def test_a_lost_answer_puts_nobody_in_the_queue_twice(hall: Hall, proxy_to: type[Proxy]) -> None:
    five, nine = hall("5"), hall("9")
    slip = nine.take_alone()
    proxy = proxy_to(make_url(nine.url()).port or 5432)
    with closing(PostgresHall(proxy.url(nine.url()), deadline=60.0)) as lossy:
        lossy.heads()
        proxy.mode = "deaf"
        over = threading.Event()

        def cut_when_answered() -> None:
            while not proxy.swallowed and not over.wait(0.01):
                pass
            proxy.cut()

        cutter = threading.Thread(target=cut_when_answered)
        cutter.start()
        with pytest.raises(SurroundingsError):
            nine.queue().tell(lossy)
        over.set()
        cutter.join()
    assert five.windows.server.run("SELECT count(*) FROM core.ticket") == [(1,)]
    for _ in range(2):
        nine.round()
    five.round()
    assert five.serve_all() == [slip]
    assert five.windows.server.run("SELECT count(*) FROM core.ticket") == [(1,)]


def test_a_slip_served_at_a_window_before_the_kiosk_was_heard_of_is_not_called_again(
    hall: Hall, clock: Clock
) -> None:
    five, nine = hall("5"), hall("9")
    slip = nine.take_alone(priority=True, why="军人")
    clock.pass_(minutes=20)
    visit = queue.call_number(five.session, slip.lower())
    assert visit.ticket is not None
    assert (visit.ticket.number, visit.ticket.category) == (slip, SOCIAL)
    five.round()
    nine.round()
    five.round()
    # The kiosk's record, which came second, tells when it was taken and why it may go ahead.
    ticket = five.one(slip)
    assert (ticket.status, ticket.window) == (TicketStatus.SERVING, "5")
    assert (ticket.channel, ticket.why, ticket.taken_at[11:16]) == (Channel.KIOSK, "军人", "09:00")
    queue.leave(five.session, visit, Outcome.CONSULTED)
    five.round()
    nine.round()
    assert [t.status for t in nine.all()] == [TicketStatus.CLOSED]
    assert five.serve_all() == []
    with pytest.raises(Conflict, match="QUE-08"):
        queue.call_number(five.session, slip)
    # What is given next is behind it, at a kiosk that learnt of it from the server too.
    assert nine.take_alone() == "LA9002"


def test_a_slip_the_guide_entered_meanwhile_is_the_same_and_the_second_entry_is_told(
    hall: Hall, clock: Clock
) -> None:
    three, five, nine = hall("3"), hall("5"), hall("9")
    slip = nine.take_alone()
    clock.pass_(minutes=30)
    five.take()
    entry = {"number": slip, "channel": Channel.BY_HAND}
    assert three.take(**entry) == slip
    with pytest.raises(Conflict, match="QUE-18"):
        three.take(**entry)
    # Another desk that has not heard of it: the server has.
    with pytest.raises(Conflict, match="QUE-16"):
        five.take(**entry)
    for one in (three, nine, five):
        one.round()
    assert five.one(slip).taken_at[11:16] == "09:00"
    assert five.serve_all() == [slip, "A001"]


def test_a_window_that_is_cut_off_too_serves_who_shows_a_slip(hall: Hall) -> None:
    five, nine = hall("5"), hall("9")
    known, unknown = nine.take_alone(), ""
    nine.round()
    five.round()
    unknown = nine.take_alone()
    with pytest.raises(Conflict, match="QUE-08"):
        queue.call_number(five.session, known)  # connected, the server must give it
    five.online = False
    for slip in (known, unknown):
        visit = queue.call_number(five.session, slip)
        queue.leave(five.session, visit, Outcome.CONSULTED)
        with pytest.raises(Conflict, match="QUE-08"):
            queue.call_number(five.session, slip)
    five.online = True
    for one in (nine, five, nine):
        one.round()
    assert [t.status for t in nine.all()] == [TicketStatus.CLOSED] * 2
    assert nine.all() == five.all()
    assert five.serve_all() == []


def test_a_number_typed_for_another_slip_is_called_when_its_own_holder_comes(
    hall: Hall, clock: Clock
) -> None:
    five, nine = hall("5"), hall("9")
    nine.take_alone()
    visit = queue.call_number(five.session, "LA9002")  # mistyped for LA9001
    clock.pass_(minutes=5)
    queue.leave(five.session, visit, Outcome.CONSULTED)
    clock.pass_(minutes=5)
    assert nine.take_alone() == "LA9002"
    for one in (five, nine, five):
        one.round()
    assert five.serve_all() == ["LA9001", "LA9002"]


def test_so_is_one_the_guide_mistook_and_a_window_called(hall: Hall, clock: Clock) -> None:
    three, five, nine = hall("3"), hall("5"), hall("9")
    assert nine.take_alone() == "LA9001"
    three.take(number="LA9002", channel=Channel.BY_HAND)  # mistyped for LA9001
    three.round()
    five.round()
    assert five.serve_all() == ["LA9002"]
    five.round()
    clock.pass_(minutes=5)
    assert nine.take_alone() == "LA9002"
    for one in (nine, nine, five):
        one.round()
    assert five.serve_all() == ["LA9001", "LA9002"]


def test_who_took_a_second_number_cut_off_is_served_once_and_the_clerk_is_told(
    hall: Hall,
) -> None:
    five, nine = hall("5"), hall("9")
    five.take(card=CARD)
    slip = nine.take_alone(card=CARD)
    with pytest.raises(Conflict, match="QUE-14"):
        nine.take_alone(card=CARD)
    nine.round()
    five.round()
    visit = five.call()
    assert visit is not None
    assert visit.ticket is not None
    assert (visit.ticket.number, visit.ticket.second) == ("A001", slip)


@pytest.mark.req("R093")
def test_a_booking_taken_twice_keeps_both_slips_and_says_so(hall: Hall, clock: Clock) -> None:
    three, five, nine = hall("3"), hall("5"), hall("9")
    table = f"预约码,日期,时段,业务\nYY0001,{DAY},09:00-09:30,{SOCIAL}\n"
    rows = booking_file.judged("a.csv", table.encode())
    bookings.import_rows(three.session.as_clerk("0001"), rows)
    for one in (three, five, nine):
        one.round()
    offer = bookings.by_code(nine.session, Tries(), "YY0001")
    how = {"appointment": offer.appointment, "booking": offer.code}
    slip = nine.take_alone(**how)
    assert slip == "LA9001"
    with pytest.raises(Conflict, match="BKG-04"):
        nine.take_alone(**how)
    assert five.take(**how) == "YA001"
    for one in (five, nine, five):
        one.round()
    (booking,) = bookings.day_list(five.session, DAY)
    assert booking.number == "YA001"
    # Both slips are good; that there are two is for somebody to see.
    (found,) = attention.all_of(five.session)
    assert (found.reason, found.kind) == (Reason.CONTESTED, "booking.taken")
    assert sorted(five.serve_all()) == [slip, "YA001"]


def test_cut_off_over_night_yesterdays_numbers_are_not_todays(hall: Hall, clock: Clock) -> None:
    five, nine = hall("5"), hall("9")
    nine.take_alone()
    clock.pass_(days=1)
    assert nine.take_alone() == "LA9001"
    nine.round()
    five.round()
    assert five.serve_all() == ["LA9001"]
    with five.session.reading() as store:
        (old,) = tickets.of_day(store, DAY)
    assert old.status is TicketStatus.WAITING

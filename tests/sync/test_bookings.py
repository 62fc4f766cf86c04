"""Bookings in a hall with a server: made known at one place, each good for one number anywhere."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime

import pytest
from fix_hall import Clock
from fix_sync_hall import Windows

from zcdesk.domain.act import NewAct
from zcdesk.domain.booking import Booking, BookingState
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.window import WindowSet
from zcdesk.errors import CodedError, Conflict, SurroundingsError
from zcdesk.operations import booking_file, bookings, choosing, queue, tickets, wishes
from zcdesk.operations.progress import Tries
from zcdesk.operations.session import Session
from zcdesk.operations.windows import open_window
from zcdesk.store.hall import Waiting, Wish
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.queue import Queue
from zcdesk.sync.queue_copy import QueueCopy

CARD = "110101199003078750"
DAY = "2026-11-24"
SOCIAL = "社会民生"


class Place:
    """A station of the hall, as its desk or its kiosk takes numbers."""

    def __init__(self, windows: Windows, session: Session) -> None:
        self.windows, self.session = windows, session

    def round(self) -> None:
        self.windows.round(self.session)

    def wish(self, **how: str) -> Wish:
        offer = bookings.by_code(self.session, Tries(), "YY0001")
        return wishes.wish(self.session, offer.category, **words(offer), **how)

    def ask(self, wish: Wish) -> Waiting:
        """Ask the server as `Desk.take_ticket` does: under the ticket's own identity."""
        with closing(PostgresHall(self.windows.login(self.session).url)) as hall:
            return hall.take_ticket(wish.ticket, wish)

    def take(self, **how: str) -> str:
        offer = bookings.by_code(self.session, Tries(), "YY0001")
        how |= words(offer)
        placed = self.ask(self.wish(**{k: v for k, v in how.items() if k == "card"}))
        taken = tickets.take_ticket(self.session, offer.category, placed=placed, **how)  # type: ignore[arg-type]
        return taken.ticket.number

    def call(self) -> str:
        """Call the next, as a joined desk does: held by the server first."""
        copy = QueueCopy(self.session.store, self.session.now)
        choice = choosing.choice(self.session)
        side = Queue(copy, lambda work: work(), lambda _: choice, lambda: 0.0)
        with closing(PostgresHall(self.windows.login(self.session).url)) as hall:
            side.fetch(hall)
            visit = queue.call_next(self.session)
            side.tell(hall)
        assert visit is not None
        assert visit.ticket is not None
        return visit.ticket.number

    def booking(self) -> Booking:
        (one,) = bookings.day_list(self.session, DAY)
        return one


def words(offer: bookings.Offer) -> dict[str, str]:
    return {"appointment": offer.appointment, "matter": offer.matter, "booking": offer.code}


@pytest.fixture
def places(windows: Windows, clock: Clock) -> tuple[Place, Place, Place]:
    """Window 3, which takes the table in, window 5, and a kiosk; all know of one booking."""
    clock.at = datetime.fromisoformat(f"{DAY}T08:30:00+08:00")
    made = tuple(
        Place(windows, one)
        for one in (windows.first, windows.joined("5").as_clerk("0313"), windows.joined("9"))
    )
    with windows.first.as_clerk("0001").transaction() as tx:
        body = WindowSet(number="5", categories=(WindowCategory.SOCIAL,))
        tx.append(NewAct(subject="window:5", body=body))
    table = f"预约码,日期,时段,业务,证件号码\nYY0001,{DAY},09:00-09:30,{SOCIAL},{CARD}\n"
    rows = booking_file.judged("a.csv", table.encode())
    bookings.import_rows(windows.first.as_clerk("0001"), rows)
    for one in made:
        one.round()
    three, five, kiosk = made
    open_window(five.session)
    return three, five, kiosk


@pytest.mark.req("R093", "R128")
def test_a_booking_made_known_at_one_place_is_taken_at_the_kiosk_and_called_at_another(
    places: tuple[Place, Place, Place], clock: Clock
) -> None:
    three, five, kiosk = places
    offer = bookings.by_card(kiosk.session, CARD)
    assert offer is not None
    assert offer.code == "YY0001"
    assert kiosk.take(card=CARD) == "YA001"
    clock.pass_(minutes=31)
    for one in (kiosk, five):
        one.round()
    assert five.call() == "YA001"
    for one in (five, three):
        one.round()
    for one in places:
        booking = one.booking()
        assert (booking.state, booking.number) == (BookingState.TAKEN, "YA001")
    with three.session.reading() as store:
        (ticket,) = tickets.of_day(store, DAY)
    assert (ticket.number, ticket.window, ticket.appointment[11:16]) == ("YA001", "5", "09:00")
    for one in (three, five):
        with pytest.raises(Conflict, match="BKG-04"):
            one.take()


def test_two_places_that_take_it_at_the_same_moment_give_one_number(
    places: tuple[Place, Place, Place],
) -> None:
    three, five, kiosk = places
    kiosk.windows.server.wait_for_locks()
    both = threading.Barrier(3)
    came: dict[Place, str] = {}

    def take(place: Place) -> Callable[[], None]:
        wish = place.wish()

        def at_once() -> None:
            both.wait()
            try:
                placed = place.ask(wish)
            except Conflict as error:
                came[place] = error.code
            else:
                came[place] = tickets.text(placed)

        return at_once

    # Each has asked its own copy already, which knows of nobody else.
    threads = [threading.Thread(target=take(one)) for one in (three, five, kiosk)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(came.values()) == ["QUE-16", "QUE-16", "YA001"]
    (winner,) = (place for place, what in came.items() if what == "YA001")
    # Its answer may have been lost: asked again, it is the same number, and nobody else's.
    assert winner.take() == "YA001"
    assert kiosk.windows.server.run("SELECT count(*) FROM core.ticket") == [(1,)]
    for one in (winner, *places):
        one.round()
    for one in places:
        with pytest.raises(Conflict, match="BKG-04"):
            one.take()


def test_a_refusal_known_here_leaves_nothing_in_the_queue_of_the_server(
    places: tuple[Place, Place, Place],
) -> None:
    three, five, kiosk = places
    ordinary = wishes.wish(three.session, SOCIAL, card=CARD)
    with closing(PostgresHall(three.windows.login(three.session).url)) as hall:
        placed = hall.take_ticket(ordinary.ticket, ordinary)
    tickets.take_ticket(three.session, SOCIAL, card=CARD, placed=placed)
    three.round()
    kiosk.round()
    # The same person at another station: the digest of the card is the hall's.
    with pytest.raises(CodedError, match="QUE-14"):
        kiosk.take(card=CARD)
    assert len(three.windows.server.run("SELECT ticket FROM core.ticket")) == 1
    five.round()
    assert five.take() == "YA001"


def test_what_the_server_was_asked_in_vain_leaves_the_booking_open(
    places: tuple[Place, Place, Place],
) -> None:
    _, five, kiosk = places
    role = five.windows.login(kiosk.session).role
    five.windows.server.run(f'ALTER ROLE "{role}" NOLOGIN')
    with pytest.raises(SurroundingsError):
        kiosk.take()
    assert kiosk.booking().state is BookingState.OPEN
    assert five.take() == "YA001"
    five.windows.server.run(f'ALTER ROLE "{role}" LOGIN')
    five.round()
    kiosk.round()
    assert kiosk.booking().number == "YA001"

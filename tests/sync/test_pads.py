"""A call pad at a window without a desk, in a hall with a server: the desk calls for it."""

from __future__ import annotations

from contextlib import closing

from fix_sync_hall import Windows

from zcdesk.domain.act import NewAct
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.window import WindowSet
from zcdesk.operations import choosing, pads, tickets, wishes
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.queue import Queue
from zcdesk.sync.queue_copy import QueueCopy

SOCIAL = WindowCategory.SOCIAL.value


def test_what_its_window_may_call_is_held_for_it_first(windows: Windows) -> None:
    session = windows.first
    with session.as_clerk("0001").transaction() as tx:
        body = WindowSet(number="5", categories=(SOCIAL,))
        tx.append(NewAct(subject="window:5", body=body))
    pads.log_in(session, "5", "313")
    copy = QueueCopy(session.store, session.now)

    def choice(window: str) -> choosing.Choice:
        return choosing.choice(session.at_window(window or session.window))

    side = Queue(copy, lambda work: work(), choice, lambda: 0.0)
    with closing(PostgresHall(windows.login(session).url)) as hall:
        for _ in range(3):
            wish = wishes.wish(session, SOCIAL)
            placed = hall.take_ticket(wish.ticket, wish)
            tickets.take_ticket(session, SOCIAL, placed=placed)
        assert pads.call(session, "5") is None, "nothing is held here"
        called = []
        for _ in range(3):
            side.fetch(hall, window="5")
            visit = pads.call(session, "5")
            assert visit is not None
            assert visit.ticket is not None
            called.append((visit.ticket.number, visit.window))
            side.tell(hall)
    assert called == [("A001", "5"), ("A002", "5"), ("A003", "5")]
    rows = windows.server.run("SELECT held_by FROM core.ticket WHERE state = 'held'")
    assert rows == [("5",)]

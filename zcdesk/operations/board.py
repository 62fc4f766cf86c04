"""What the hall board shows: numbers, windows, waits; never anything of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.forecast import Forecast
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.ticket import Ticket, TicketStatus
from zcdesk.domain.window import Window, WindowKind, WindowMode
from zcdesk.operations import outlook, tickets
from zcdesk.operations.session import Session, hall

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

CALLS = 8
"""The newest calls a board can show."""

_CALLED = frozenset({TicketStatus.CALLED, TicketStatus.SERVING})


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """A number and the window it is called to.

    Attributes:
        at: ISO time it was last spoken; `fence` grows with each call of the ticket.
    """

    ticket: str
    number: str
    window: str
    at: str
    fence: int
    recalls: int = 0


class CategoryLine(msgspec.Struct, frozen=True):
    """One category: how many wait, and what a newcomer has to expect."""

    category: str
    count: int
    forecast: Forecast | None


class BoardView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything on the board.

    Attributes:
        at: ISO time it was read; calls: the newest first.
        missed: the last numbers passed over.
        paused: (window, reason) of those that are paused.
        results: numbers of the windows where results are handed out.
    """

    hall: str
    at: str
    calls: tuple[Call, ...] = ()
    lines: tuple[CategoryLine, ...] = ()
    missed: tuple[str, ...] = ()
    paused: tuple[tuple[str, str], ...] = ()
    results: tuple[str, ...] = ()
    simulated: bool = False


def view(session: Session) -> BoardView:
    """Read what the board shows now."""
    with session.reading() as store:
        today = tickets.of_day(store, tickets.today(session))
        windows = sorted((w for _, w in store.states(Window)), key=lambda w: w.number)
        name = hall(store)
        lines = categories(store, session, today)
    missed = sorted(
        (t for t in today if t.status is TicketStatus.NO_SHOW), key=lambda t: t.called_at
    )
    return BoardView(
        hall=name.name,
        at=session.now().isoformat(timespec="seconds"),
        calls=_calls(today),
        lines=lines,
        missed=tuple(t.number for t in missed[-CALLS:]),
        paused=tuple((w.number, w.reason) for w in windows if w.mode is WindowMode.PAUSED),
        results=tuple(w.number for w in windows if w.kind is WindowKind.RESULT),
        simulated=name.simulated,
    )


def categories(store: Reader, session: Session, today: list[Ticket]) -> tuple[CategoryLine, ...]:
    """Return every category with its count and forecast."""
    expected = outlook.forecasts(store, session, today)
    return tuple(
        CategoryLine(
            category.value,
            sum(t.status is TicketStatus.WAITING and t.category == category.value for t in today),
            expected[category.value],
        )
        for category in WindowCategory
    )


def _calls(today: list[Ticket]) -> tuple[Call, ...]:
    called = sorted((t for t in today if t.status in _CALLED and t.spoken_at), key=_spoken)
    return tuple(
        Call(
            ticket=t.id,
            number=t.number,
            window=t.window,
            at=t.spoken_at,
            fence=t.fence,
            recalls=t.recalls,
        )
        for t in called[: -CALLS - 1 : -1]
        if t.channel != "walk_in"
    )


def _spoken(ticket: Ticket) -> str:
    return ticket.spoken_at

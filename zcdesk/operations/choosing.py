"""Who a window may call and in which order, as a value that leaves the store's lane.

The same choice serves a one-PC hall inside its transaction and a joined desk that asks the hall's
server: only tickets its own copy knows as waiting are ever chosen.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.queue import QueuePolicy, Waiting, choose
from zcdesk.domain.window import Window, WindowMode
from zcdesk.operations import tickets
from zcdesk.operations.session import Session, policy, window

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the choice of the next ticket rests on.

    Attributes:
        within: subject → ticket, of those that wait and this window may call.
        numbers: printed number → subject, of all that wait.
        streak: see `choose`.
        others: other open windows that call some of the same tickets.
    """

    window: str
    day: str
    now: datetime
    policy: QueuePolicy
    streak: int
    others: int
    is_open: bool
    within: dict[str, Waiting]
    numbers: dict[str, str]

    def next(self, held: Iterable[str]) -> str | None:
        """Return which of these tickets is called next."""
        among = [self.within[ticket] for ticket in held if ticket in self.within]
        found = choose(among, now=self.now, policy=self.policy, ahead_streak=self.streak)
        return f"ticket:{found}" if found else None

    def numbered(self, held: Iterable[str], number: str) -> str | None:
        """Return the one of these tickets that has this number."""
        wanted = self.numbers.get(number.strip().upper())
        return wanted if wanted in set(held) else None

    def behind(self, held: Iterable[str]) -> str | None:
        """Return the ticket to reserve: behind those the other windows will call before.

        A window that serves somebody for an hour must not keep back the person whose turn is next.
        """
        left = set(held)
        for _ in range(self.others):
            first = self.next(left)
            if first is None:
                return None
            left.discard(first)
        return self.next(left)


def choice(session: Session) -> Choice:
    """Read what the choice of this window rests on."""
    with session.reading() as reader:
        return of(reader, session)


def of(reader: Reader, session: Session) -> Choice:
    mine = window(reader, session.window).at(session.now())
    rules = policy(reader).queue
    waiting = tickets.waiting_of(reader, tickets.today(session))
    return Choice(
        window=session.window,
        day=tickets.today(session),
        now=session.now(),
        policy=rules,
        streak=tickets.ahead_streak(reader, session, rules),
        others=sum(_shares(mine, other.at(session.now())) for _, other in reader.states(Window)),
        is_open=mine.mode is WindowMode.OPEN,
        within={
            f"ticket:{t.id}": tickets.candidate(t) for t in waiting if tickets.in_scope(mine, t)
        },
        numbers={t.number: f"ticket:{t.id}" for t in waiting},
    )


def _shares(mine: Window, other: Window) -> bool:
    if other.number == mine.number or other.mode is not WindowMode.OPEN:
        return False
    if mine.takes_all or other.takes_all:
        return True
    both = {*mine.categories, *mine.matters} & {*other.categories, *other.matters}
    return bool(both)

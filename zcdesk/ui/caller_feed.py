"""The counter follows another system's calls: a number called to this window begins its visit.

For a pilot beside an existing caller. While somebody is served, or the desk is locked, a call
waits: the last one is taken up once the counter is idle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from zcdesk.domain.caller_feed import Called, bare
from zcdesk.errors import CodedError
from zcdesk.ui.jobs import device

if TYPE_CHECKING:
    from zcdesk.devices.caller_feed import CallerFeed
    from zcdesk.ui.workplace import Workplace

EVERY_MS = 300
LANE = device("caller-feed")


def follow(url: str, workplace: Workplace) -> FollowedCalls:
    """Follow the feed at an address for as long as the desk runs."""
    from zcdesk.devices.caller_feed import CallerFeed

    return FollowedCalls(CallerFeed(url), workplace)


class FollowedCalls(QObject):
    """Hears a feed and lets the counter begin with what it calls here.

    Attributes:
        waiting: the last number called here that is not taken up yet.
    """

    def __init__(self, feed: CallerFeed, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.waiting = ""
        self._feed, self._workplace = feed, workplace
        self._is_asked = False
        self._is_lost = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask what was called, and take up what waits."""
        if not self._is_asked:
            self._is_asked = True
            self._workplace.desk.jobs.run(
                LANE, self._feed.calls, owner=self, done=self._on_calls, failed=self._on_lost
            )
        self._take_up()

    def _on_calls(self, calls: tuple[Called, ...]) -> None:
        self._is_asked = self._is_lost = False
        mine = bare(self._workplace.desk.session.window)
        for one in calls:
            if one.window == mine:
                self.waiting = one.number
        self._take_up()

    def _on_lost(self, error: CodedError) -> None:
        self._is_asked = False
        if not self._is_lost:
            self._is_lost = True
            self._workplace.desk.notices.show(error)

    def _take_up(self) -> None:
        place = self._workplace
        free = place.counter.open_visit is None and not place.shell.is_covered
        if self.waiting and free and not place.counter.calls.is_busy:
            number, self.waiting = self.waiting, ""
            place.counter.calls.number(number)

"""Whose turn it is: the queue's keys, judged by the visit that is open.

A key that would lose something asks first, in the page; a verb that was done can be taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zcdesk.domain.readiness import blockers
from zcdesk.domain.ticket import Outcome
from zcdesk.domain.visit import Phase
from zcdesk.ui.counter.calls import Calls
from zcdesk.ui.counter.open_visit import OpenVisit
from zcdesk.ui.counter.queue_menu import QueueMenu
from zcdesk.ui.counter.taking import Taking
from zcdesk.ui.desk import Desk
from zcdesk.ui.texts import message

if TYPE_CHECKING:
    from zcdesk.operations.tickets import QueueView


class Turns(QObject):
    """Joins the queue's verbs, their menu and the open visit."""

    def __init__(
        self,
        desk: Desk,
        visit: OpenVisit,
        calls: Calls,
        taking: Taking,
        menu: QueueMenu,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit = visit
        self._calls = calls
        self._taking = taking
        self._menu = menu
        menu.no_show_wanted.connect(self.no_show)
        menu.park_wanted.connect(self.park)
        menu.walk_in_wanted.connect(self.walk_in)
        menu.transfer_wanted.connect(self.transfer)
        menu.pause_wanted.connect(calls.pause)
        menu.leave_wanted.connect(self.leave)
        menu.missed_wanted.connect(self.ask_missed)
        menu.requeue_wanted.connect(calls.requeue)
        menu.enter_wanted.connect(calls.enter)
        menu.day_end_wanted.connect(calls.end_day)
        calls.nobody.connect(self._on_nobody)

    def next(self) -> None:
        """`F2`: call the next; with a visit open ask what becomes of it (QUE-05)."""
        seen = self._visit.value
        if seen is None:
            self._calls.next()
            return
        if seen.phase is Phase.CALLED:
            number = seen.ticket.number if seen.ticket else ""
            self._menu.ask_called(self.tr("{no} 还没有到窗口").format(no=number))
            return
        left = len(blockers(seen, self._desk.now().date()))
        self._menu.ask_leave(message("QUE-05", n=left).text, has_matter=bool(seen.matters))

    def open_menu(self) -> None:
        """`Shift+F2`: the rare verbs."""
        view = self._taking.view
        all_windows = view.windows if view is not None else {}
        windows = tuple(number for number in all_windows if number != self._desk.session.window)
        named = (name for one in all_windows.values() for name in one.categories)
        categories = tuple(dict.fromkeys(named))
        self._menu.open_menu(self._visit.value, categories, windows)

    def ask_missed(self) -> None:
        """Ask which of the passed numbers goes back into the queue."""
        self._desk.look(self._desk.operations.tickets.view, owner=self, done=self._on_missed)

    def recall(self) -> None:
        """`F3`: call the same number again."""
        seen = self._visit.value
        if seen is not None and seen.ticket is not None and not seen.ticket.walk_in:
            self._calls.recall(seen)

    def no_show(self) -> None:
        """`Shift+F3`: pass the number over."""
        seen = self._visit.value
        if seen is not None and seen.ticket is not None:
            self._calls.miss(seen)

    def park(self) -> None:
        """Set the visit aside."""
        if self._visit.value is not None:
            self._calls.park(self._visit.value)

    def transfer(self, category: str, window: str) -> None:
        """Send the ticket on."""
        if self._visit.value is not None:
            self._calls.transfer(self._visit.value, category, window)

    def leave(self, outcome: Outcome) -> None:
        """End the visit without a receipt."""
        if self._visit.value is not None:
            self._calls.leave(self._visit.value, outcome)

    def walk_in(self) -> None:
        """Serve somebody without a number."""
        if self._visit.value is None:
            self._calls.walk_in()

    def _on_missed(self, view: QueueView) -> None:
        self._menu.ask_missed(view.missed, self._desk.policy.queue.return_places)

    def _on_nobody(self) -> None:
        self._desk.notices.say("QUE-01")

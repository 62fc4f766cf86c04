"""Says that this PC's date cannot be right, and lets a manager say that it is.

Looked at when somebody begins to work here and whenever the date changes; it takes nothing from
the clerk, whose work goes on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zcdesk.ui.desk import Desk

if TYPE_CHECKING:
    from zcdesk.operations.clocks import Doubt


class ClockQuestion(QObject):
    """Asks on behalf of one desk.

    Signals:
        settled: a person believed the clock: what waited for it may be done.
    """

    settled = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._said = ""
        desk.session_changed.connect(self.look)
        desk.day_begun.connect(self.look)

    def look(self) -> None:
        """Find out whether the clock can be right."""
        self._desk.do(self._desk.operations.clocks.doubt, owner=self, done=self._on_found)

    def _on_found(self, doubt: Doubt | None) -> None:
        if self._said and (doubt is None or doubt.code != self._said):
            self._desk.notices.settle(self._said)
        self._said = doubt.code if doubt is not None else ""
        if doubt is not None:
            ways = {"believe": self._believe} if doubt.may_settle else {}
            self._desk.notices.say(doubt.code, ways, now=doubt.now, last=doubt.last)

    def _believe(self) -> None:
        self._desk.do(self._desk.operations.clocks.believe, owner=self, done=self._on_believed)

    def _on_believed(self, _: object) -> None:
        self._said = ""
        self._desk.notices.note(self.tr("日期已确认"))
        self.settled.emit()

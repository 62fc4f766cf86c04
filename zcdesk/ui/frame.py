"""The one top-level window of the program, which tells when it is painted for the first time."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from zcdesk.ui import theme

KEYS_FIRST_MS = 1
"""Behind the first picture whatever was typed meanwhile goes in before anything else begins."""


class Frame(QWidget):
    """The one top-level window: login, first set-up or the workplace fill it in turn.

    Signals:
        painted: it stands on the screen for the first time, and took what was typed meanwhile.
    """

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_painted = False
        theme.may_be_low(self)
        self._stack = QStackedLayout(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the first picture is out."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(KEYS_FIRST_MS, self, self.painted.emit)

    def put(self, page: QWidget) -> None:
        """Fill the window with `page`."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
            theme.rescale(page, theme.look(self))
        self._stack.setCurrentWidget(page)
        self.setWindowTitle(page.windowTitle() or self.windowTitle())
        page.setFocus()

"""A screen on the wall: read again and again, with a clock, closed by Esc; nobody works at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.keys import BY_ID

_FULL_SCREEN = BY_ID["shell.full_screen"]


class WallScreen(QWidget):
    """What the hall's board and the leaders' screen have in common.

    A kind of it tells `question` and `ground`, shows what was read in `show_view`, and in `tick`
    what the time changes.

    Attributes:
        read_at: when the hall was read last; a read that fails leaves it, so the age shows.
    """

    ground = "window"
    """Colour behind everything."""

    def __init__(
        self, desk: Desk, read_ms: int, tick_ms: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = False
        self.read_at = desk.now()
        self._reads, self._ticks = QTimer(self), QTimer(self)
        self._reads.setInterval(read_ms)
        self._ticks.setInterval(tick_ms)
        self._reads.timeout.connect(self.look)
        self._ticks.timeout.connect(self.tick)

    def start(self) -> None:
        """Begin to read and to tell the time."""
        self._reads.start()
        self._ticks.start()
        self.look()
        self.tick()

    def look(self) -> None:
        """Read the hall; one question at a time."""
        if not self._asked:
            self._asked = True
            self._desk.do(
                self.question, owner=self, done=self.take, failed=self._on_failed, behind=True
            )

    def take(self, view: Any) -> None:
        """Take what was read; cut off from the hall's server it is as old as it was."""
        self._asked = False
        syncing = self._desk.syncing
        if syncing is None or syncing.is_online:
            self.read_at = self._desk.now()
        self.show_view(view)

    @property
    def text_scale(self) -> float:
        """How large its words are."""
        return 1.0

    @property
    def question(self) -> Callable[..., Any]:
        """The operation that reads the hall."""
        raise NotImplementedError

    def show_view(self, view: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def tick(self) -> None:
        """Some time has passed."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the screen; the key the station has for it, F11 by itself, fills it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif QKeySequence(event.keyCombination()) == QKeySequence(_FULL_SCREEN.key):
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing more once nobody can see it."""
        super().hideEvent(event)
        self._reads.stop()
        self._ticks.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        QPainter(self).fillRect(self.rect(), theme.look(self).colour(self.ground))

    def _on_failed(self, _error: CodedError) -> None:
        self._asked = False

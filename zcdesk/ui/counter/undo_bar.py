"""The bar that offers to take a queue verb back, for as long as the hall's policy says."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.counter.calls import Undo
from zcdesk.ui.desk import Desk
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.text import Text


class UndoBar(QWidget):
    """Hidden while there is nothing to take back.

    Signals:
        undo_wanted(): the button.
    """

    undo_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undo_bar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._desk = desk
        self._undo: Undo | None = None
        self._until = 0.0
        self.words = Text("", "body", elide=True)
        self.button = Button(self.tr("撤销"), icon="arrow-back-up", key="Ctrl+Z")
        self.button.setObjectName("undo_button")
        self.button.clicked.connect(self.undo_wanted)
        row = QHBoxLayout(self)
        theme.spaced(row, (12, 4, 6, 4), 8)
        row.addWidget(Glyph("info-circle", Tone.INFO, 20))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.withdraw)
        self.hide()

    def offer(self, undo: Undo) -> None:
        """Offer to take `undo` back for the policy's seconds."""
        seconds = self._desk.policy.queue.undo_seconds
        self._undo = undo
        self._until = self._desk.now().timestamp() + seconds
        words = self.tr("{what}，{n} 秒内可以撤销").format(what=undo.words, n=seconds)
        self.words.set_text(words)
        self._timer.start(seconds * 1000)
        self.show()

    def take(self) -> Undo | None:
        """Return what can still be taken back, and offer it no more."""
        undo = self._undo if self._desk.now().timestamp() <= self._until else None
        self.withdraw()
        return undo

    def withdraw(self) -> None:
        """Offer nothing."""
        self._undo = None
        self._timer.stop()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.look(self).colour(Tone.INFO.chip))
        painter.setBrush(theme.look(self).colour(Tone.INFO.chip))
        painter.drawRoundedRect(self.rect(), 8, 8)

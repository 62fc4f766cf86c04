"""The band at the top of the kiosk: whose it is, and what time."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.widgets.elder import KEY, TARGET, elder_font, grown


class Head(QWidget):
    """Hall and clock on a band of the brand's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hall = self.clock = ""
        self._tile: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def hold(self, tile: QWidget) -> None:
        """Keep a tile at the right end of the band."""
        self._tile = tile
        row = QHBoxLayout(self)
        theme.spaced(row, (0, 6, 24, 6), 0)
        row.addStretch(1)
        row.addWidget(tile)

    def show_words(self, hall: str, clock: str) -> None:
        """Show the hall's name and the time."""
        self.hall, self.clock = hall, clock
        self.setAccessibleName(f"{hall} {clock}")
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line and room around it."""
        return QSize(grown(self, 600), grown(self, 68 if self._tile is None else TARGET + 12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw band and words."""
        at, gap = theme.look(self), grown(self, 28)
        painter = QPainter(self)
        painter.fillRect(self.rect(), at.colour("brand_fill"))
        painter.setPen(at.colour("on_fill"))
        painter.setFont(elder_font(self, KEY - 8, bold=True))
        end = 0 if self._tile is None else self.width() - self._tile.x()
        room, middle = self.rect().adjusted(gap, 0, -gap - end, 0), Qt.AlignmentFlag.AlignVCenter
        wide = painter.fontMetrics().horizontalAdvance(self.clock)
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, self.clock)
        words = painter.fontMetrics().elidedText(
            self.hall, Qt.TextElideMode.ElideRight, room.width() - wide - gap
        )
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, words)

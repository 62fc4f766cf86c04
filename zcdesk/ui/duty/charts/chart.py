"""What every chart can do: name its marks, tell them on hover, open what is behind one.

Arrow keys go from mark to mark, Enter or a click opens one. A screen reader hears the title and
then every mark in words. Patterns tell apart what colours tell apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Look
from zcdesk.ui.words import joined

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

FADED = 0.4
"""How much is left of what is too old to be believed."""

_ON = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class Mark(NamedTuple):
    """One thing of a chart: where it is, the figure behind it, and what it says."""

    room: QRectF
    key: str
    words: str


class Chart(QWidget):
    """A chart draws itself in `draw` and returns its marks.

    Signals:
        opened(str): the key of the mark somebody wants to see behind.
    """

    opened = Signal(str)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = title
        self.marks: tuple[Mark, ...] = ()
        self.place = 0
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def draw(self, painter: QPainter, room: QRectF, at: Look) -> Sequence[Mark]:
        """Draw into `room` and return what can be pointed at, in reading order."""
        raise NotImplementedError

    def changed(self, said: Sequence[str]) -> None:
        """New figures are there: tell them and draw again."""
        self.setAccessibleDescription(joined(said))
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw, and show where the focus is."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else FADED)
        self.marks = tuple(self.draw(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), at))
        self.place = min(self.place, max(0, len(self.marks) - 1))
        if self.hasFocus() and self.marks:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(at.colour("focus"), 2))
            painter.drawRoundedRect(self.marks[self.place].room.adjusted(-1, -1, 1, 1), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the marks; Enter opens one."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.marks and not event.isAutoRepeat():
                self.opened.emit(self.marks[self.place].key)
        elif key in _ON and self.marks:
            self.place = (self.place + _ON[key]) % len(self.marks)
            mark = self.marks[self.place]
            QToolTip.showText(self.mapToGlobal(mark.room.center().toPoint()), mark.words, self)
            self.update()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        mark = self._under(event.position())
        self.setToolTip(mark.words if mark else "")
        shape = Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what is under the pointer."""
        mark = self._under(event.position())
        if mark is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(mark.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the window's look changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _under(self, point: QPointF) -> Mark | None:
        return next((mark for mark in self.marks if mark.room.contains(point)), None)


def write(
    painter: QPainter,
    room: QRectF,
    words: str,
    at: Look,
    *,
    style: str = "body",
    ink: str = "text",
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Write one line, elided to its room."""
    font = at.font(style)
    painter.setFont(font)
    painter.setPen(at.colour(ink))
    said = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, align, said)


def width_of(words: str, at: Look, style: str = "body") -> float:
    """Return how wide a line is."""
    return QFontMetricsF(at.font(style)).horizontalAdvance(words)


def fill(
    painter: QPainter, room: QRectF, colour: QColor, ground: QColor, pattern: Qt.BrushStyle
) -> None:
    """Fill a bar: solid, or a pattern on its own ground so that it is told apart in grey."""
    painter.setPen(Qt.PenStyle.NoPen)
    if pattern is not Qt.BrushStyle.SolidPattern:
        painter.fillRect(room, ground)
    painter.fillRect(room, QBrush(colour, pattern))

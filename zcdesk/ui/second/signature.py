"""An area to sign in, by pen, finger or mouse; the picture goes with the digest of what was read.

Nothing is kept here: who asked for the signature stores it, or nobody does.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.widgets.elder import BODY, elder_font, grown

PEN = 3.5
"""Width of the stroke in pixels at the least elder size."""

LEAST_LENGTH = 40.0
"""A shorter mark is a slip of the hand, not a signature."""


class SignatureArea(QWidget):
    """Collects strokes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signature")
        self.setAccessibleName(self.tr("签字区"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        expand = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expand, expand)
        self._strokes: list[list[QPointF]] = []

    @property
    def is_signed(self) -> bool:
        """Whether there is enough to be a signature."""
        return self.length >= LEAST_LENGTH

    @property
    def length(self) -> float:
        """Length of all strokes in pixels."""
        return sum(
            (b - a).manhattanLength() for stroke in self._strokes for a, b in pairwise(stroke)
        )

    def clear(self) -> None:
        """Take everything away."""
        self._strokes = []
        self.update()

    def png(self) -> bytes:
        """Return the strokes, black on white, as PNG."""
        image = QImage(self.size(), QImage.Format.Format_Grayscale8)
        image.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(image)
        self._paint_strokes(painter, QColor(Qt.GlobalColor.black))
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows only bytes
        return bytes(data.data())

    def sizeHint(self) -> QSize:
        """Ask for a wide, low area."""
        return QSize(grown(self, 330), grown(self, 150))

    def minimumSizeHint(self) -> QSize:
        """Leave a name its room."""
        return QSize(grown(self, 240), grown(self, 100))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke; pens and fingers come as the mouse too."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._strokes.append([event.position()])
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if self._strokes and event.buttons() & Qt.MouseButton.LeftButton:
            self._strokes[-1].append(event.position())
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the area, its line and the strokes."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(at.colour("border"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(at.colour("surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 10, 10)
        if not self._strokes:
            painter.setPen(at.colour("text2"))
            painter.setFont(elder_font(self, BODY))
            words = self.tr("请在这里签字")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        self._paint_strokes(painter, at.colour("text"))

    def _paint_strokes(self, painter: QPainter, ink: QColor) -> None:
        pen = QPen(ink, grown(self, PEN * 10) / 10)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            path = QPainterPath(stroke[0])
            for point in stroke[1:]:
                path.lineTo(point)
            painter.drawPath(path)

"""C1, where is it too long: a bar of minutes for each category, the line of the limit across."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from zcdesk.operations.live import CategoryNow
from zcdesk.ui import theme
from zcdesk.ui.duty.charts.chart import Chart, Mark, fill, width_of, write
from zcdesk.ui.labels import category_word
from zcdesk.ui.theme import Look


class WaitBars(Chart):
    """`bars.show_waits(view.categories, view.limit)`, the longest first as it comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chart_waits", "", parent)
        self.title = self.tr("各类等候")
        self.setAccessibleName(self.title)
        self.rows: tuple[CategoryNow, ...] = ()
        self.limit = 0

    def show_waits(self, rows: tuple[CategoryNow, ...], limit: int) -> None:
        """Show new figures."""
        self.rows, self.limit = rows, limit
        self.changed([self.said(row) for row in rows])

    def said(self, row: CategoryNow) -> str:
        """Tell one category in words."""
        words = self.tr("{category} {n} 人等候，最长 {m} 分").format(
            category=category_word(row.category), n=row.count, m=row.longest
        )
        return words + self.tr("，超过限度") if self._is_long(row) else words

    def sizeHint(self) -> QSize:
        """Ask for a line for each category."""
        return QSize(320, theme.look(self).px(22) * max(4, len(self.rows)))

    def minimumSizeHint(self) -> QSize:
        """Accept lines as thin as their words."""
        return QSize(220, theme.look(self).px(20) * max(4, len(self.rows)))

    def draw(self, painter: QPainter, room: QRectF, at: Look) -> list[Mark]:
        """Draw a line for each category."""
        if not self.rows:
            return []
        names = max(width_of(category_word(r.category), at) for r in self.rows) + at.space(8)
        figures = width_of(self.tr("{n} 人 · {m} 分").format(n=888, m=888), at, "strong")
        figures += at.px(28)
        bar = QRectF(room.left() + names, room.top(), room.width() - names - figures, 0)
        most = max(self.limit * 1.3, *(row.longest for row in self.rows), 1)
        step = min(room.height() / len(self.rows), at.px(34))
        marks = []
        for place, row in enumerate(self.rows):
            line = QRectF(room.left(), room.top() + place * step, room.width(), step)
            self._line(painter, line, bar, row, row.longest / most, at)
            marks.append(Mark(line, f"waiting/{row.category}", self.said(row)))
        x = bar.left() + bar.width() * self.limit / most
        painter.setPen(QPen(at.colour("text2"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.top() + step * len(self.rows)))
        return marks

    def _line(
        self,
        painter: QPainter,
        line: QRectF,
        bar: QRectF,
        row: CategoryNow,
        share: float,
        at: Look,
    ) -> None:
        write(painter, line, category_word(row.category), at)
        thick = min(line.height() - 6, at.px(16))
        track = QRectF(bar.left(), line.center().y() - thick / 2, bar.width(), thick)
        painter.fillRect(track, at.colour("subtle"))
        long = self._is_long(row)
        filled = QRectF(track.left(), track.top(), track.width() * share, thick)
        pattern = Qt.BrushStyle.FDiagPattern if long else Qt.BrushStyle.SolidPattern
        colour = at.colour("warn" if long else "brand")
        fill(painter, filled, colour, at.colour("chip_warn"), pattern)
        if long:
            painter.setPen(QPen(colour, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(filled)
        words = self.tr("{n} 人 · {m} 分").format(n=row.count, m=row.longest)
        said = line.adjusted(bar.right() - line.left() + at.space(8), 0, 0, 0)
        ink, style = ("warn", "strong") if long else ("text", "body")
        write(painter, said, words, at, style=style, ink=ink)
        if long:
            left = said.left() + width_of(words, at, style) + 4
            side = at.px(16)
            top = line.center().y() - side / 2
            theme.paint_icon(painter, "alert-triangle", colour.name(), left, top, side)

    def _is_long(self, row: CategoryNow) -> bool:
        return bool(row.count) and row.longest >= self.limit

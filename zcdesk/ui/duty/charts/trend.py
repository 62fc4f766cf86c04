"""How one figure went over the last periods: a bar each, its value above, its period below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from zcdesk.domain import period
from zcdesk.domain.figures import Figure, text
from zcdesk.ui import theme
from zcdesk.ui.duty.charts.chart import Chart, Mark, fill, write
from zcdesk.ui.theme import Look

Point = tuple[str, float | None]
"""Key of the period, and the figure then."""


class TrendChart(Chart):
    """`chart.show_trend(figure, points)`; a mark is keyed by its period."""

    def __init__(self, title: str) -> None:
        super().__init__("chart_trend", title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.figure: Figure | None = None
        self.points: tuple[Point, ...] = ()

    def show_trend(self, figure: Figure, points: tuple[Point, ...]) -> None:
        """Show another figure, the latest period last."""
        self.figure, self.points = figure, points
        self.changed([self._said(point) for point in points])

    def sizeHint(self) -> QSize:
        """Ask for a low strip."""
        at = theme.look(self)
        return QSize(at.px(480), at.px(112))

    def minimumSizeHint(self) -> QSize:
        """Keep two lines of words and a bar."""
        at = theme.look(self)
        return QSize(at.px(240), at.px(100))

    def draw(self, painter: QPainter, room: QRectF, at: Look) -> Sequence[Mark]:
        """Draw the bars; a period without data has none, and a dash."""
        if not self.points or self.figure is None:
            return ()
        line = at.px(20)
        width = room.width() / len(self.points)
        most = max((value or 0 for _, value in self.points), default=0) or 1
        tall = room.height() - 2 * line
        middle = Qt.AlignmentFlag.AlignCenter
        marks = []
        last = len(self.points) - 1
        for place, (key, value) in enumerate(self.points):
            column = QRectF(room.left() + place * width, room.top(), width, room.height())
            high = tall * (value or 0) / most
            bar = QRectF(0, 0, min(width * 0.5, at.px(44)), high)
            bar.moveCenter(column.center())
            bar.moveBottom(room.bottom() - line)
            now = place == last
            pattern = Qt.BrushStyle.SolidPattern if now else Qt.BrushStyle.Dense4Pattern
            fill(painter, bar, at.colour("brand"), at.colour("subtle"), pattern)
            above = QRectF(column.left(), bar.top() - line, width, line)
            style = "strong" if now else "small"
            write(painter, above, text(self.figure, value), at, style=style, align=middle)
            below = QRectF(column.left(), room.bottom() - line, width, line)
            write(painter, below, short(key), at, style="small", ink="text2", align=middle)
            marks.append(Mark(column, key, self._said((key, value))))
        return marks

    def _said(self, point: Point) -> str:
        key, value = point
        return f"{short(key)} {text(self.figure, value)}" if self.figure else key


def short(key: str) -> str:
    """Return the end of a period's key that tells it from its neighbours."""
    span = period.read(key).span
    return key if span is period.Span.YEAR else key[2:] if span is not period.Span.DAY else key[5:]

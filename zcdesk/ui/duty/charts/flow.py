"""C2, is the queue growing: numbers taken and numbers called, each quarter of an hour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from zcdesk.domain.hall_now import Quarter
from zcdesk.ui import theme
from zcdesk.ui.duty.charts.chart import Chart, Mark, width_of, write
from zcdesk.ui.theme import Look

SHOWN = 40
"""Quarters of an hour that fit: ten hours."""
ABOVE = 4
"""Pixels above the highest point."""
DOT = 3.0
"""Half the width of a line's end, in pixels: a day of one quarter is a point, not a line."""


class FlowLines(Chart):
    """`lines.show_quarters(view.quarters)`; the ends carry their names, the ground the gap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chart_flow", "", parent)
        self.title = self.tr("到达与办理（每 15 分）")
        self.setAccessibleName(self.title)
        self.quarters: tuple[Quarter, ...] = ()

    def show_quarters(self, quarters: tuple[Quarter, ...]) -> None:
        """Show new figures."""
        self.quarters = quarters[-SHOWN:]
        self.changed([self.said(quarter) for quarter in self.quarters])

    def said(self, quarter: Quarter) -> str:
        """Tell one quarter of an hour in words."""
        return self.tr("{time} 起：取号 {taken}，办理 {called}").format(
            time=quarter.start[11:16], taken=quarter.taken, called=quarter.called
        )

    def sizeHint(self) -> QSize:
        """Ask for a low, wide area."""
        return QSize(320, theme.look(self).px(56))

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(220, theme.look(self).px(38))

    def draw(self, painter: QPainter, room: QRectF, at: Look) -> list[Mark]:
        """Draw both lines and the area between them."""
        if not self.quarters:
            write(painter, room, self.tr("今天还没有人取号"), at, ink="text2")
            return []
        last = self.quarters[-1]
        names = (
            self.tr("办理 {n}").format(n=last.called),
            self.tr("取号 {n}").format(n=last.taken),
        )
        ends = max(width_of(name, at, "strong") for name in names) + at.space(14)
        hours = at.px(18)
        area = room.adjusted(at.space(4), ABOVE, -ends, -hours)
        most = max(max(q.taken, q.called) for q in self.quarters) or 1
        step = area.width() / max(1, len(self.quarters) - 1)
        first = area.right() - (len(self.quarters) - 1) * step  # the day's only one ends there too

        def point(place: int, count: int) -> QPointF:
            return QPointF(first + place * step, area.bottom() - area.height() * count / most)

        taken = [point(n, q.taken) for n, q in enumerate(self.quarters)]
        called = [point(n, q.called) for n, q in enumerate(self.quarters)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(at.colour("chip_warn"))
        painter.drawPolygon(QPolygonF([*taken, *reversed(called)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(at.colour("divider"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QPen(at.colour("warn"), 2, Qt.PenStyle.DashLine))
        painter.drawPolyline(QPolygonF(taken))
        painter.setPen(QPen(at.colour("brand"), 2.5))
        painter.drawPolyline(QPolygonF(called))
        for end, ink in ((taken[-1], "warn"), (called[-1], "brand")):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(at.colour(ink))
            painter.drawEllipse(end, DOT, DOT)
        self._ends(painter, area, (called[-1].y(), taken[-1].y()), names, at)
        self._hours(painter, area, first, step, at)
        return self._marks(area, first, step)

    def _ends(
        self,
        painter: QPainter,
        area: QRectF,
        heights: tuple[float, float],
        names: tuple[str, str],
        at: Look,
    ) -> None:
        """Write the names where the lines end, apart from each other and inside the chart."""
        called, taken = heights
        line = at.px(18)
        if abs(called - taken) < line:
            middle = (called + taken) / 2
            up = -1 if called <= taken else 1
            called, taken = middle + up * line / 2, middle - up * line / 2
        over = max(0.0, area.top() - ABOVE - (min(called, taken) - line / 2))
        under = max(0.0, max(called, taken) + over + line / 2 - area.bottom())
        called, taken = called + over - under, taken + over - under
        left = area.right() + at.space(8)
        for y, words, ink in ((called, names[0], "brand"), (taken, names[1], "warn")):
            room = QRectF(left, y - line / 2, width_of(words, at, "strong") + 2, line)
            write(painter, room, words, at, style="strong", ink=ink)

    def _hours(self, painter: QPainter, area: QRectF, first: float, step: float, at: Look) -> None:
        """Write the full hours below, as many as find room."""
        wide = width_of("00:00", at, "small") + at.space(6)
        free, end = area.left() - wide, area.right() + at.space(8)
        for place, quarter in enumerate(self.quarters):
            x = first + place * step
            # the names of the lines stand right of the last quarter
            if quarter.start[14:16] == "00" and x - wide / 2 >= free and x + wide / 2 <= end:
                room = QRectF(x - wide / 2, area.bottom() + 2, wide, at.px(16))
                centre = Qt.AlignmentFlag.AlignCenter
                write(
                    painter,
                    room,
                    quarter.start[11:16],
                    at,
                    style="small",
                    ink="text2",
                    align=centre,
                )
                free = x + wide / 2

    def _marks(self, area: QRectF, first: float, step: float) -> list[Mark]:
        wide = max(step if len(self.quarters) > 1 else 0.0, 8.0)
        return [
            Mark(
                QRectF(first + n * step - wide / 2, area.top(), wide, area.height()),
                f"flow/{quarter.start}",
                self.said(quarter),
            )
            for n, quarter in enumerate(self.quarters)
        ]

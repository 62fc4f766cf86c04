"""Lines with a chip: paper that waits for a department, devices that fail, ratings to look at."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from zcdesk.ui import theme
from zcdesk.ui.duty.charts.chart import Chart, Mark, write
from zcdesk.ui.theme import Look
from zcdesk.ui.widgets.chip import ChipState, chip_size, paint_chip


class ChipLine(NamedTuple):
    """One line: words, a chip at the right, and the figure behind it."""

    words: str
    chip: ChipState
    key: str = ""


class ChipLines(Chart):
    """`lines.show_lines(rows)`; `calm` stands there while there are none."""

    def __init__(self, name: str, title: str, calm: str, parent: QWidget | None = None) -> None:
        super().__init__(name, title, parent)
        self.calm = calm
        self.rows: tuple[ChipLine, ...] = ()

    def show_lines(self, rows: tuple[ChipLine, ...]) -> None:
        """Show new lines, the most urgent first."""
        self.rows = rows
        self.changed([f"{row.words} {row.chip.word}" for row in rows] or [self.calm])

    def sizeHint(self) -> QSize:
        """Ask for two lines; what is over is shared out."""
        return QSize(260, theme.look(self).px(30) * 2)

    def minimumSizeHint(self) -> QSize:
        """Keep the most urgent line, and the one that says how many more there are."""
        return QSize(180, theme.look(self).px(30) * min(2, max(1, len(self.rows))) + 4)

    def draw(self, painter: QPainter, room: QRectF, at: Look) -> list[Mark]:
        """Draw the lines that fit; the last says how many do not."""
        step = at.px(30)
        if not self.rows:
            line = QRectF(room.left(), room.top(), room.width(), step)
            write(painter, line, self.calm, at, ink="text2")
            return []
        fits = max(1, int(room.height() / step))
        shown = self.rows if len(self.rows) <= fits else self.rows[: fits - 1]
        marks = []
        for place, row in enumerate(shown):
            line = QRectF(room.left(), room.top() + place * step, room.width(), step)
            chip = min(float(chip_size(row.chip, at).width()), line.width() * 0.6)
            write(painter, line.adjusted(0, 0, -chip - at.space(8), 0), row.words, at)
            paint_chip(painter, line.adjusted(line.width() - chip, 0, 0, 0).toRect(), row.chip, at)
            marks.append(Mark(line, row.key, f"{row.words} {row.chip.word}"))
        if len(shown) < len(self.rows):
            line = QRectF(room.left(), room.top() + len(shown) * step, room.width(), step)
            rest = self.tr("还有 {n} 项").format(n=len(self.rows) - len(shown))
            write(painter, line, rest, at, ink="text2")
        return marks

"""What stands on the hall board, painted for ten metres: digits of 80 px on 1080 lines at least.

Every size is a share of the screen; nothing moves, nothing blinks. Numbers only, never a name.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from zcdesk.operations.board import BoardView, Call, CategoryLine
from zcdesk.ui import theme
from zcdesk.ui.expected import wait_words
from zcdesk.ui.labels import category_word
from zcdesk.ui.words import joined

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)
BANNER, ROW, HEAD, FOOT = 168, 88, 40, 40
"""Pixels of letters on 1080 lines: the call, a row, a heading, the foot."""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter


def unit(widget: QWidget) -> float:
    """Return how large a pixel of the design is on this board."""
    size = widget.window().size()
    base = LANDSCAPE if size.width() >= size.height() else PORTRAIT
    return min(size.width() / base[0], size.height() / base[1])


class Part(QWidget):
    """One area of the board, drawn by `paint`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, QRectF(self.rect()), unit(self))

    def paint(self, painter: QPainter, room: QRectF, u: float) -> None:
        """Draw into `room`; `u` is the board's unit."""
        raise NotImplementedError

    def ground(self, painter: QPainter, room: QRectF, fill: str, radius: float = 0) -> None:
        """Fill a rectangle."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.look(self).colour(fill))
        painter.drawRoundedRect(room, radius, radius)

    def write(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        size: float,
        ink: str = "board_text",
        *,
        at: Qt.AlignmentFlag = LEFT,
        bold: bool = True,
    ) -> float:
        """Write one line, smaller where it would not fit; return its width."""
        font = self.font_of(size, bold=bold)
        wide = QFontMetricsF(font).horizontalAdvance(words)
        if wide > room.width() > 0:
            font = self.font_of(size * room.width() / wide * 0.99, bold=bold)
            wide = QFontMetricsF(font).horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(theme.look(self).colour(ink))
        painter.drawText(room, at, words)
        return wide

    def font_of(self, size: float, *, bold: bool = True) -> QFont:
        """Return the board's font in a pixel size."""
        font = theme.look(self).font("title" if bold else "body")
        font.setPixelSize(max(8, round(size)))
        return font


class Banner(Part):
    """The newest call, or that nothing was called yet."""

    def __init__(self) -> None:
        super().__init__("board_banner")
        self._call: Call | None = None
        self.is_fresh = False
        self.stopped = self._hall = ""

    @property
    def call(self) -> Call | None:
        """The call that stands here."""
        return self._call

    def show_call(
        self, call: Call | None, *, fresh: bool, stopped: str = "", hall: str = ""
    ) -> None:
        """Show a call; a fresh one stands on a light ground.

        Args:
            stopped: words instead, while nothing is known any more.
            hall: its name in the corner, where there is no head above.
        """
        self._call, self.is_fresh, self.stopped, self._hall = call, fresh, stopped, hall
        self.setAccessibleName(stopped or self.words)
        self.update()

    @property
    def words(self) -> str:
        """What is called, in a sentence."""
        if self._call is None:
            return self.tr("请取号等候，叫到您时请到窗口")
        sentence = self.tr("{no} 请到 {w} 号窗口")
        return sentence.format(no=self._call.number, w=self._call.window)

    def paint(self, painter: QPainter, room: QRectF, u: float) -> None:
        """Draw number and window; the number is the larger part."""
        ground, ink, number = ("board_row", "board_text", "board_call")
        if self.is_fresh and not self.stopped:
            ground, ink, number = ("board_call", "board", "board")
        self.ground(painter, room, ground)
        inner = room.adjusted(60 * u, 0, -60 * u, 0)
        if self.stopped or self._call is None:
            self.write(painter, inner, self.stopped or self.words, 96 * u, ink, at=MIDDLE)
            return
        if room.width() < room.height() * 4:
            self._paint_stacked(painter, inner, u, (ink, number))
            return
        corner = QRectF(inner.right() - 620 * u, inner.y() + 24 * u, 620 * u, 40 * u)
        self.write(painter, corner, self._hall, 32 * u, ink, at=RIGHT, bold=False)
        wide = self.write(painter, inner, self._call.number, BANNER * u, number)
        rest = inner.adjusted(wide + 60 * u, 0, 0, 0)
        words = self.tr("请到")
        wide = self.write(painter, rest, words, 80 * u, ink)
        window = self.tr("{w} 号窗口").format(w=self._call.window)
        self.write(painter, rest.adjusted(wide + 40 * u, 0, 0, 0), window, 140 * u, ink)

    def _paint_stacked(
        self, painter: QPainter, room: QRectF, u: float, inks: tuple[str, str]
    ) -> None:
        assert self._call is not None
        top, bottom = QRectF(room), QRectF(room)
        top.setHeight(room.height() * 0.56)
        bottom.setTop(top.bottom())
        self.write(painter, top, self._call.number, 1.15 * BANNER * u, inks[1], at=MIDDLE)
        words = self.tr("请到 {w} 号窗口").format(w=self._call.window)
        self.write(painter, bottom.adjusted(0, 0, 0, -20 * u), words, 100 * u, inks[0], at=MIDDLE)


class Calls(Part):
    """The last calls: number and window."""

    def __init__(self, rows: int) -> None:
        super().__init__("board_calls")
        self.rows = rows
        self.calls: tuple[Call, ...] = ()

    def show_calls(self, calls: tuple[Call, ...]) -> None:
        """Show the newest first."""
        self.calls = calls[: self.rows]
        spoken = self.tr("{no} 到 {w} 号窗口")
        self.setAccessibleName(joined(spoken.format(no=c.number, w=c.window) for c in self.calls))
        self.update()

    def paint(self, painter: QPainter, room: QRectF, u: float) -> None:
        """Draw heading and rows."""
        head = QRectF(room.x(), room.y(), room.width(), 76 * u)
        inner = head.adjusted(40 * u, 0, -40 * u, 0)
        self.write(painter, inner, self.tr("号码"), HEAD * u, "board_second")
        self.write(painter, inner, self.tr("窗口"), HEAD * u, "board_second", at=RIGHT)
        high = (room.height() - head.height()) / self.rows
        for place in range(self.rows):
            row = QRectF(room.x(), head.bottom() + place * high, room.width(), high - 12 * u)
            self.ground(painter, row, "board_row", 14 * u)
            if place < len(self.calls):
                call, line = self.calls[place], row.adjusted(40 * u, 0, -40 * u, 0)
                left = QRectF(line.x(), line.y(), line.width() * 0.62, line.height())
                size = min(ROW * u, row.height() * 0.78)
                self.write(painter, left, call.number, size, "board_call")
                right = QRectF(left.right(), line.y(), line.width() * 0.38, line.height())
                self.write(painter, right, call.window, size, at=RIGHT)


class Lines(Part):
    """Each category: how many wait, and how long about."""

    def __init__(self) -> None:
        super().__init__("board_lines")
        self.view: BoardView | None = None

    def show_view(self, view: BoardView) -> None:
        """Show the waits."""
        self.view = view
        said = self.tr("{name} 等候 {n} 人，{wait}")
        self.setAccessibleName(
            joined(
                said.format(
                    name=category_word(line.category), n=line.count, wait=wait_words(line.forecast)
                )
                for line in view.lines
            )
        )
        self.update()

    def paint(self, painter: QPainter, room: QRectF, u: float) -> None:
        """Draw heading and one block for each category."""
        head = QRectF(room.x(), room.y(), room.width(), 76 * u)
        self.write(
            painter, head.adjusted(32 * u, 0, 0, 0), self.tr("等候"), HEAD * u, "board_second"
        )
        lines = self.view.lines if self.view else ()
        high = (room.height() - head.height()) / max(1, len(lines))
        for place, line in enumerate(lines):
            block = QRectF(room.x(), head.bottom() + place * high, room.width(), high - 12 * u)
            self.ground(painter, block, "board_row", 14 * u)
            self._paint_line(painter, block.adjusted(32 * u, 8 * u, -32 * u, -8 * u), line, u)

    def _paint_line(self, painter: QPainter, room: QRectF, line: CategoryLine, u: float) -> None:
        """Draw one category, in one line where the block is low."""
        people = self.tr("{n} 人").format(n=line.count)
        wait = wait_words(line.forecast)
        name, is_low = category_word(line.category), room.height() < 100 * u
        top = QRectF(room.x(), room.y(), room.width(), room.height() * (1 if is_low else 0.56))
        wide = self.write(painter, top, people, 60 * u, at=RIGHT)
        if is_low:
            left = top.adjusted(0, 0, -room.width() * 0.62, 0)
            middle = top.adjusted(room.width() * 0.38, 0, -max(wide, 160 * u) - 24 * u, 0)
            self.write(painter, left, name, 56 * u)
            self.write(painter, middle, wait, 42 * u, "board_second", bold=False)
            return
        below = QRectF(room.x(), top.bottom(), room.width(), room.height() * 0.44)
        self.write(painter, top.adjusted(0, 0, -wide - 24 * u, 0), name, 56 * u)
        self.write(painter, below, wait, 42 * u, "board_second", bold=False)


class Foot(Part):
    """Standing words on the left, the clock and how old the data are on the right."""

    def __init__(self) -> None:
        super().__init__("board_foot")
        self.words = self.clock = self.age = ""

    def show_words(self, words: str) -> None:
        """Show other words."""
        self.words = words
        self._name()

    def show_clock(self, clock: str, age: str) -> None:
        """Show the time, and the time of the data."""
        self.clock, self.age = clock, age
        self._name()

    def paint(self, painter: QPainter, room: QRectF, u: float) -> None:
        """Draw both."""
        self.ground(painter, room, "board_row")
        inner = room.adjusted(40 * u, 0, -40 * u, 0)
        wide = self.write(painter, inner, self.clock, 56 * u, at=RIGHT)
        age = inner.adjusted(0, 0, -wide - 28 * u, 0)
        wide += self.write(painter, age, self.age, 28 * u, "board_second", at=RIGHT, bold=False)
        left = inner.adjusted(0, 0, -wide - 70 * u, 0)
        self.write(painter, left, self.words, FOOT * u, bold=False)

    def _name(self) -> None:
        self.setAccessibleName(f"{self.words} {self.age} {self.clock}".strip())
        self.update()

"""C3, who is busy and who idle: each window's day as a strip, patterned so it prints in grey."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from zcdesk.domain.hall_now import Doing, Span, WindowNow
from zcdesk.ui import theme
from zcdesk.ui.duty.charts.chart import Chart, Mark, fill, width_of, write
from zcdesk.ui.duty.sheet_words import cell_words
from zcdesk.ui.record_words import record_words
from zcdesk.ui.theme import Look
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

WORDS = {
    Doing.SERVING: QT_TRANSLATE_NOOP("duty", "办理"),
    Doing.IDLE: QT_TRANSLATE_NOOP("duty", "空闲"),
    Doing.PAUSED: QT_TRANSLATE_NOOP("duty", "暂停"),
    Doing.CLOSED: QT_TRANSLATE_NOOP("duty", "关闭"),
}
LOOKS = {
    Doing.SERVING: ("brand", "brand", Qt.BrushStyle.SolidPattern),
    Doing.IDLE: ("subtle", "subtle", Qt.BrushStyle.SolidPattern),
    Doing.PAUSED: ("warn", "chip_warn", Qt.BrushStyle.BDiagPattern),
    Doing.CLOSED: ("border", "window", Qt.BrushStyle.Dense7Pattern),
}
"""Colour, ground and pattern: solid, empty, hatched, dotted."""


class WindowStrips(Chart):
    """`strips.show_windows(view.windows, view.start, view.at)`.

    Attributes:
        shown_names: whether the clerks' names stand there; the leaders' screen shows none.
    """

    def __init__(self, *, names: bool = True, parent: QWidget | None = None) -> None:
        super().__init__("chart_windows", "", parent)
        self.title = self.tr("窗口状态")
        self.setAccessibleName(self.title)
        self.shown_names = names
        self.windows: tuple[WindowNow, ...] = ()
        self._start = self._now = ""

    def show_windows(self, windows: tuple[WindowNow, ...], start: str, now: str) -> None:
        """Show new figures."""
        self.windows, self._start, self._now = windows, start, now
        self.changed([self.said(window) for window in windows])

    def said(self, window: WindowNow) -> str:
        """Tell one window in words."""
        who = window.clerk if self.shown_names else ""
        said = self.tr("{n} 号 {clerk} {doing}，受理 {scope}").format(
            n=window.number, clerk=who, doing=self.doing(window), scope=cell_words(window.scope)
        )
        if window.lent:
            said += self.tr("，到 {time} 自动恢复").format(time=window.lent[11:16])
        return said

    def doing(self, window: WindowNow) -> str:
        """Tell what a window does, and for how long."""
        word = words("duty", WORDS[window.doing])
        if window.doing is Doing.CLOSED:
            return word
        spent = datetime.fromisoformat(self._now) - datetime.fromisoformat(window.since)
        minutes = max(0, int(spent.total_seconds() // 60))
        about = f" {window.ticket}" if window.ticket else ""
        if window.reason:
            about = self.tr("（{reason}）").format(reason=record_words(window.reason))
        return self.tr("{doing}{about} {n} 分").format(doing=word, about=about, n=minutes)

    def sizeHint(self) -> QSize:
        """Ask for a line for each window."""
        return QSize(420, theme.look(self).px(22) * max(4, len(self.windows)))

    def minimumSizeHint(self) -> QSize:
        """Accept lines as thin as their words."""
        return QSize(300, theme.look(self).px(20) * max(4, len(self.windows)))

    def draw(self, painter: QPainter, room: QRectF, at: Look) -> list[Mark]:
        """Draw a strip for each window, and what they mean."""
        if not self.windows:
            return []
        called = [self.tr("{n} 号").format(n=window.number) for window in self.windows]
        numbers = max(width_of(said, at, "strong") for said in called)
        numbers += at.space(8)
        names = 0.0
        if self.shown_names:
            names = max(width_of(w.clerk, at) for w in self.windows) + at.space(10)
            names = min(names, room.width() * 0.15)
        widest = max(width_of(self.doing(w), at) for w in self.windows)
        said = min(widest + at.space(12), room.width() * 0.4)
        step = min(room.height() / len(self.windows), at.px(34))
        marks = []
        for place, window in enumerate(self.windows):
            line = QRectF(room.left(), room.top() + place * step, room.width(), step)
            write(painter, line, called[place], at, style="strong")
            name = QRectF(line.left() + numbers, line.top(), names, step)
            if self.shown_names:
                write(painter, name, window.clerk, at, ink="text2")
            thick = min(step - 5, at.px(16))
            left = name.right() if self.shown_names else line.left() + numbers
            strip = QRectF(left, line.center().y() - thick / 2, line.right() - left - said, thick)
            self._strip(painter, strip, window.spans, at)
            room_said = QRectF(strip.right() + at.space(8), line.top(), said - at.space(8), step)
            ink = "warn" if window.doing is Doing.PAUSED else "text"
            write(painter, room_said, self.doing(window), at, ink=ink)
            marks.append(Mark(line, f"window/{window.number}", self.said(window)))
        return marks

    def _strip(self, painter: QPainter, room: QRectF, spans: tuple[Span, ...], at: Look) -> None:
        begin = datetime.fromisoformat(self._start)
        whole = (datetime.fromisoformat(self._now) - begin).total_seconds() or 1.0

        def x(time: str) -> float:
            spent = (datetime.fromisoformat(time) - begin).total_seconds()
            return room.left() + room.width() * min(1.0, max(0.0, spent / whole))

        for span in spans:
            ink, ground, pattern = LOOKS[span.doing]
            piece = QRectF(x(span.start), room.top(), x(span.end) - x(span.start), room.height())
            fill(painter, piece, at.colour(ink), at.colour(ground), pattern)
            if span.doing is Doing.SERVING and piece.width() > 3:
                # two visits one behind the other are two blocks, not one
                edge = QRectF(piece.right() - 1, piece.top(), 1, piece.height())
                painter.fillRect(edge, at.colour("surface"))
        painter.setPen(QPen(at.colour("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)


class StripLegend(QWidget):
    """What the patterns of the strips mean, in a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = "、".join(words("duty", word) for word in WORDS.values())
        self.setAccessibleName(said)

    def sizeHint(self) -> QSize:
        """Ask for the room of all of them."""
        at = theme.look(self)
        wide = sum(width_of(words("duty", w), at, "small") + at.px(26) for w in WORDS.values())
        return QSize(round(wide), at.px(18))

    def minimumSizeHint(self) -> QSize:
        """Keep it whole."""
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        """Draw a box and a word for each."""
        at = theme.look(self)
        painter = QPainter(self)
        left, side = 0.0, at.px(12)
        for doing, word in WORDS.items():
            ink, ground, pattern = LOOKS[doing]
            box = QRectF(left + 0.5, (self.height() - side) / 2, side, side)
            fill(painter, box, at.colour(ink), at.colour(ground), pattern)
            painter.setPen(QPen(at.colour("border"), 1))
            painter.drawRect(box)
            said = words("duty", word)
            wide = width_of(said, at, "small")
            room = QRectF(box.right() + at.px(4), 0, wide + 2, self.height())
            write(painter, room, said, at, style="small", ink="text2")
            left = room.right() + at.px(8)

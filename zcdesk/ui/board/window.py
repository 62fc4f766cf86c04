"""The hall board's window: full screen, landscape or tall, read again every two seconds.

It obeys only the highest fence of a ticket, so a window that slept calls nobody back; and when
nothing new is known for fifteen seconds it says so instead of showing what was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from zcdesk.operations.board import BoardView, Call
from zcdesk.ui.board.parts import MIDDLE, Banner, Calls, Foot, Lines, Part, unit
from zcdesk.ui.desk import Desk
from zcdesk.ui.record_words import record_words
from zcdesk.ui.wall import WallScreen

LOOK_MS, CLOCK_MS = 2000, 500
FRESH = dt.timedelta(seconds=2)
STALE = dt.timedelta(seconds=15)
PAGE = dt.timedelta(seconds=8)
"""How long one page of the standing words is shown."""

ROWS = 5


class _Head(Part):
    """The hall's name above a tall board."""

    def __init__(self) -> None:
        super().__init__("board_head")
        self.name = ""

    def show_name(self, name: str) -> None:
        """Show the hall's name."""
        self.name = name
        self.setAccessibleName(name)
        self.update()

    def paint(self, painter: QPainter, room: QRectF, u: float) -> None:
        """Draw it in the middle."""
        self.write(painter, room.adjusted(40 * u, 0, -40 * u, 0), self.name, 52 * u, at=MIDDLE)


class BoardWindow(WallScreen):
    """Shows calls and waits of the hall.

    Attributes:
        shown: what it read last; `is_stale` once that is too old to be believed.
    """

    ground = "board"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, LOOK_MS, CLOCK_MS, parent)
        self._fences: dict[str, int] = {}
        self._newest = ""
        self._fresh_until = desk.now()
        self.shown: BoardView | None = None
        self.is_stale = False
        self.setWindowTitle(self.tr("综窗台 · 大厅屏"))
        self.setObjectName("board")
        self.head, self.banner = _Head(), Banner()
        self.calls, self.lines, self.foot = Calls(ROWS), Lines(), Foot()
        for part in (self.head, self.banner, self.calls, self.lines, self.foot):
            part.setParent(self)
        desk.changed.connect(lambda _topics: self.look())

    @property
    def question(self) -> Callable[..., Any]:
        """Calls and waits."""
        return self._desk.operations.board.view  # type: ignore[no-any-return]  # loaded late

    def show_view(self, view: BoardView) -> None:
        """Show what was read, without calls older than one already shown."""
        kept = tuple(call for call in view.calls if self._is_latest(call))
        self.shown = view
        if kept and self._key(kept[0]) > self._newest:
            if self._newest:
                self._fresh_until = self._desk.now() + FRESH
            self._newest = self._key(kept[0])
        self.calls.show_calls(kept)
        self.lines.show_view(view)
        self.head.show_name(view.hall)
        self.tick()

    def tick(self) -> None:
        """Half a second has passed: the clock, the age of the data, the light ground of a call."""
        now = self._desk.now()
        self.is_stale = now - self.read_at > STALE
        stopped = self.tr("显示暂停，请听语音或看窗口屏") if self.is_stale else ""
        newest = self.calls.calls[0] if self.calls.calls else None
        hall = self.shown.hall if self.shown and self.width() >= self.height() else ""
        fresh = now < self._fresh_until
        self.banner.show_call(newest, fresh=fresh, stopped=stopped, hall=hall)
        age = self.tr("数据 {time}").format(time=f"{self.read_at:%H:%M:%S}")
        self.foot.show_clock(f"{now:%H:%M}", age)
        pages = self._words()
        self.foot.show_words(pages[int(now.timestamp() // PAGE.total_seconds()) % len(pages)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the parts out for a wide or a tall screen."""
        super().resizeEvent(event)
        wide, high, u = self.width(), self.height(), unit(self)
        gap = round(24 * u)
        foot = round(92 * u)
        self.foot.setGeometry(0, high - foot, wide, foot)
        if wide >= high:
            banner = round(250 * u)
            self.head.setGeometry(0, 0, wide, 0)
            self.banner.setGeometry(0, 0, wide, banner)
            left = round(wide * 0.6)
            middle = high - foot - banner - gap
            self.calls.setGeometry(gap, banner, left - gap, middle)
            self.lines.setGeometry(left + gap, banner, wide - left - 2 * gap, middle)
            return
        head, banner = round(110 * u), round(400 * u)
        self.head.setGeometry(0, 0, wide, head)
        self.banner.setGeometry(0, head, wide, banner)
        room = high - head - banner - foot - gap
        calls = round(room * 0.56)
        self.calls.setGeometry(gap, head + banner, wide - 2 * gap, calls)
        self.lines.setGeometry(gap, head + banner + calls, wide - 2 * gap, room - calls)

    def _is_latest(self, call: Call) -> bool:
        """Whether this call of its ticket is the newest one ever seen here."""
        seen = self._fences.get(call.ticket, 0)
        self._fences[call.ticket] = max(seen, call.fence)
        return call.fence >= seen

    @staticmethod
    def _key(call: Call) -> str:
        return f"{call.at}|{call.number}|{call.recalls}"

    def _words(self) -> tuple[str, ...]:
        """Standing words, one page after the other."""
        view = self.shown
        if view is None:
            return ("",)
        pages = [
            self.tr("{w} 号窗口暂停服务：{why}").format(w=w, why=record_words(why))
            for w, why in view.paused
        ]
        if view.missed:
            numbers = "、".join(view.missed)
            pages.append(self.tr("过号 {numbers} 请到导办台").format(numbers=numbers))
        if view.results:
            windows = "、".join(view.results)
            pages.append(self.tr("领证请到 {w} 号窗口").format(w=windows))
        pages.append(self.tr("请留意屏幕和语音，过号请到导办台"))
        if view.simulated:
            pages.append(self.tr("演示：这里的号码都是模拟的"))
        return tuple(pages)

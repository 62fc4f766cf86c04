"""The leaders' screen: the duty manager's figures full screen, read-only, without a name.

For 1920×1080 and 3840×1080. When nothing new is known it keeps the last figures, faded, with the
time they are of.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.operations.live import LiveView
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.duty.live import READ_MS, STALE, TICK_MS
from zcdesk.ui.duty.overview import Overview
from zcdesk.ui.wall import WallScreen
from zcdesk.ui.widgets.text import Text

WALL, WIDE_WALL = (1280, 720), (1860, 540)
"""What the figures need at scale 1, on one screen and on two beside each other."""
WIDE = 2.6
"""From this many times as wide as high a wall is wide."""


class LeadersWindow(WallScreen):
    """Shows the hall to whoever looks up.

    Attributes:
        shown: what was read last; `is_stale` once that is older than half a minute.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, READ_MS, TICK_MS, parent)
        self.shown: LiveView | None = None
        self.is_stale = False
        self.setWindowTitle(self.tr("综窗台 · 大厅运行"))
        self.setObjectName("leaders")
        self.name, self.clock = Text("", "display"), Text("", "display")
        self.overview = Overview(names=False)
        self.overview.offer_acts(may=False)
        self.overview.bad.hide()
        for part in self.overview.findChildren(QWidget):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.overview.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        head = QHBoxLayout()
        theme.spaced(head, gap=16)
        head.addWidget(self.name, 1)
        head.addWidget(self.overview.data_time)
        head.addWidget(self.clock)
        column = QVBoxLayout(self)
        theme.spaced(column, (16, 8, 16, 8), 8)
        column.addLayout(head)
        column.addWidget(self.overview, 1)

    @property
    def text_scale(self) -> float:
        """As large as the figures fit: who looks up stands far away."""
        wide, high = WIDE_WALL if self._is_wide else WALL
        return max(1.0, round(min(self.width() / wide, self.height() / high), 2))

    @property
    def _is_wide(self) -> bool:
        return self.width() > WIDE * self.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the wall: three columns on a wide one, and the largest text."""
        super().resizeEvent(event)
        self.overview.lay_wide(self._is_wide)
        if theme.look(self).scale != self.text_scale:
            theme.apply(self, theme.look(self).theme, self.text_scale)

    @property
    def question(self) -> Callable[..., Any]:
        """The duty manager's figures, without a name."""
        return self._desk.operations.live.board  # type: ignore[no-any-return]  # loaded late

    def show_view(self, view: LiveView) -> None:
        """Show what was read."""
        self.shown = view
        name = self.tr("{hall}（演示）") if view.simulated else "{hall}"
        self.name.set_text(name.format(hall=view.hall))
        self.overview.show_view(view)
        self.tick()

    def tick(self) -> None:
        """A second has passed: the clock and the age of the data."""
        now = self._desk.now()
        self.clock.set_text(f"{now:%Y-%m-%d %H:%M}")
        self.is_stale = now - self.read_at > STALE
        words = self.tr("数据停在 {time}") if self.is_stale else self.tr("数据时间 {time}")
        said = words.format(time=f"{self.read_at:%H:%M:%S}")
        self.overview.show_age(said, is_stale=self.is_stale)

"""Trainee mode: what one says to the citizen at this moment (窗口用语), in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.text import Text

if TYPE_CHECKING:
    from zcdesk.ui.counter.page import CounterPage


class Speech(QWidget):
    """Follows the counter while the station is in trainee mode; takes no room otherwise."""

    def __init__(self, page: CounterPage) -> None:
        super().__init__(page)
        self._page = page
        self.line = Text("", "small", Tone.INFO, elide=True)
        row = QHBoxLayout(self)
        theme.spaced(row, (8, 0, 8, 0), 6)
        row.addWidget(Glyph("message-circle", Tone.INFO))
        row.addWidget(self.line, 1)
        page.front_changed.connect(self.look)
        page.visit.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Say what fits what is in front."""
        said = self._said() if self._page.is_trainee else ""
        self.line.set_text(said)
        self.setVisible(bool(said))

    def _said(self) -> str:
        match self._page.front:
            case "notice":
                return self.tr("可以说：您还缺材料，我把清单打印给您")
            case "check" | "applicant":
                return self.tr("可以说：请您核对屏幕上的信息")
            case "done":
                return self.tr("可以说：请收好回执，慢走，再见")
            case "serving":
                return self.tr("可以说：您好，请坐，请问办理什么业务？")
            case _:
                return ""

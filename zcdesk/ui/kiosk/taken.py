"""The number that was taken: on paper, and on the screen in case there is no paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.domain.forecast import Forecast
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.expected import wait_words
from zcdesk.ui.labels import category_word
from zcdesk.ui.widgets.elder import KEY, NUMBER, BigText, Face, Tile, grown

if TYPE_CHECKING:
    from zcdesk.operations.tickets import Taken

LOW = 520
"""Elder pixels of height from which on everything has its room."""


class TakenPage(QWidget):
    """One number, large.

    Signals:
        done(): the person has read it.
    """

    done = Signal()

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_taken")
        self.title = BigText(self.tr("您的号码"), KEY)
        self.number = BigText("", NUMBER + 24, bold=True, colour="brand")
        self.number.setObjectName("kiosk_number")
        self.about = BigText("", KEY, bold=True)
        self.wait = BigText("", KEY)
        self.where = BigText("")
        self.paper = BigText("", bold=True)
        self.paper.setObjectName("kiosk_paper")
        self.ready = Tile(Face(self.tr("好的"), key="Enter"), small=True)
        self.ready.setCheckable(False)
        self.ready.clicked.connect(self.done)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=10)
        column.addStretch(1)
        for text in (self.title, self.number, self.about, self.wait, self.where, self.paper):
            column.addWidget(text)
        column.addStretch(2)
        column.addWidget(self.ready)
        keys.bind("page.open", self, self.done.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the number whole on a low screen: it needs no word above it."""
        super().resizeEvent(event)
        self.title.setVisible(self.height() >= grown(self, LOW))

    def clear(self) -> None:
        """Forget the number."""
        for text in (self.number, self.about, self.wait, self.where, self.paper):
            text.set_text("")

    def activate(self) -> None:
        """Take the focus."""
        self.ready.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_taken(self, taken: Taken) -> None:
        """Show a number."""
        paper = taken.paper
        self.number.set_text(taken.ticket.number)
        about = self.tr("{name} · 前面 {n} 人")
        if paper.ahead is None:
            about = self.tr("{name} · 断网时取的号，有效")
        self.about.set_text(about.format(name=category_word(taken.ticket.category), n=paper.ahead))
        forecast = None
        if paper.wait_minutes is not None:
            forecast = Forecast(paper.wait_minutes, paper.wait_most or 0)
        said = self.tr("预计：{wait}").format(wait=wait_words(forecast))
        if paper.ahead is None:
            said = self.tr("等多久以现场叫号为准")
        self.wait.set_text(said)
        windows = "、".join(paper.windows)
        self.where.set_text(self.tr("请留意 {windows} 号窗口的屏幕和语音").format(windows=windows))
        self.say_paper(self.tr("正在打印取号单…"))

    def say_paper(self, said: str) -> None:
        """Say how the slip fares."""
        self.paper.set_text(said)

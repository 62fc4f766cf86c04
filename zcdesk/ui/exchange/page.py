"""对接: what other systems still owe or are owed, each on a list of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from zcdesk.ui.desk import Desk
from zcdesk.ui.exchange.differences import Differences
from zcdesk.ui.exchange.messages import UnsentMessages
from zcdesk.ui.exchange.registering import Registering
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.text import Text

_TOPICS = frozenset({"case", "platform", "message", "reentry"})


class ExchangePage(QWidget):
    """Three lists, one key each.

    Signals:
        closed(): back to where the clerk works.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("对接")
        self.setObjectName("exchange_page")
        self.setProperty("kind", "page")
        self.registering = Registering(desk)
        self.differences = Differences(desk)
        self.messages = UnsentMessages(desk)
        self._lists = (self.registering, self.differences, self.messages)
        self.tabs = Choice(
            (
                (0, self.tr("1 待登记平台")),
                (1, self.tr("2 与平台不一致")),
                (2, self.tr("3 未发出的短信")),
            )
        )
        self.stack = QStackedWidget()
        self._build()
        self._bind()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read the list in front."""
        self._front().refresh()
        self._take_focus()

    def _take_focus(self) -> None:
        (self._front().focus_widget or self.tabs).setFocus()

    def _on_rows(self, _row: object) -> None:
        """A list that was empty when it came to the front has rows now."""
        focus = QApplication.focusWidget()
        if focus is not None and (focus is self.tabs or self.tabs.isAncestorOf(focus)):
            self._take_focus()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is: one list."""

    def _front(self) -> Registering | Differences | UnsentMessages:
        return self._lists[self.stack.currentIndex()]

    def _build(self) -> None:
        panel = Panel(self.title)
        for part in self._lists:
            self.stack.addWidget(part)
        panel.body.addWidget(self.tabs)
        panel.body.addWidget(self.stack, 1)
        footer = Footer()
        said = self.tr("平台连不上也照常办理，恢复后自动补登；没有编号的件日终会列出")
        footer.say(Text(said, "small", Tone.NEUTRAL, elide=True), 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self.closed)
        footer.act(back)
        footer.under(panel, self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("exchange.tab", self, self._pick)
        keys.bind("exchange.register", self.registering, self.registering.register)
        keys.bind("exchange.close", self, self.closed.emit)
        self.tabs.changed.connect(self._on_tab)
        for view in (self.registering.view, self.differences.view, self.messages.list.view):
            view.current_changed.connect(self._on_rows)
        self._desk.scanned.connect(self._on_scan)
        self._desk.changed.connect(self._on_changed)

    def _pick(self, digit: int) -> bool:
        if digit > len(self._lists):
            return False
        self.tabs.set_value(digit - 1)
        return True

    def _on_tab(self, place: object) -> None:
        self.stack.setCurrentIndex(int(str(place)))
        self.activate()

    def _on_scan(self, text: str) -> None:
        if self.isVisible() and self._front() is self.registering:
            self.registering.take_scan(text)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if self.isVisible() and topics & _TOPICS:
            self._front().refresh()

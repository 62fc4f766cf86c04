"""The ticket page: stands in for the kiosk of a one-PC hall; the guide or the citizen uses it.

Always in elder sizes. The slip shows a number and no name. One press, one number: a tile sleeps
until its number is out.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.papers import PaperKind
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.tickets import QueueView, Taken

GROUNDS = (
    QT_TRANSLATE_NOOP("tickets", "普通"),
    QT_TRANSLATE_NOOP("tickets", "65 岁以上"),
    QT_TRANSLATE_NOOP("tickets", "行动不便"),
    QT_TRANSLATE_NOOP("tickets", "孕妇"),
    QT_TRANSLATE_NOOP("tickets", "军人"),
)
"""Ordinary, and the grounds on which a number goes ahead (rules 3)."""


class TicketPage(QWidget):
    """Tiles of the categories; keys 1 to 4 do the same.

    Signals:
        taken(Taken): a number was given out.
    """

    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("取号")
        self.setObjectName("ticket_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ground = Choice(tuple((g, words("tickets", g)) for g in GROUNDS))
        self.tiles: dict[str, Button] = {}
        self.waits: dict[str, Text] = {}
        self.number = Text("", "display", Tone.INFO)
        self.told = Text("", "title", Tone.NEUTRAL, wrap=True)
        self._build()
        desk.changed.connect(self._on_changed)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the tiles."""
        return (("1–4", self.tr("取一个号")),)

    def activate(self) -> None:
        """Wait for the next person."""
        self.setFocus()
        self._look()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is: the tiles share whatever width there is."""

    def take(self, category: str) -> None:
        """Give out a number of `category` for the ground that is chosen."""
        tile = self.tiles[category]
        if not tile.isEnabled():
            return
        tile.setEnabled(False)
        ground = str(self.ground.value)
        self._desk.do(
            self._desk.operations.tickets.take_ticket,
            category,
            owner=self,
            done=partial(self._on_taken, tile),
            failed=partial(self._on_refused, tile),
            priority=ground != GROUNDS[0],
            why="" if ground == GROUNDS[0] else ground,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a number with 1 to 4."""
        place = event.key() - Qt.Key.Key_1
        names = list(self.tiles)
        if 0 <= place < len(names) and not event.isAutoRepeat():
            self.take(names[place])
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        tiles = QGridLayout()
        theme.spaced(tiles, gap=16, row_gap=16)
        for place, category in enumerate(WindowCategory):
            tiles.addWidget(self._tile(place, category.value), place // 2, place % 2)
        who = QHBoxLayout()
        theme.spaced(who, gap=12)
        who.addWidget(Text(self.tr("优先服务"), "title"))
        who.addWidget(self.ground)
        who.addStretch(1)
        out = Panel(self.tr("您的号码"))
        out.body.addWidget(self.number)
        out.body.addWidget(self.told)
        out.body.addStretch(1)
        theme.sized(out, width=320)
        left = QVBoxLayout()
        theme.spaced(left, gap=16)
        left.addLayout(who)
        left.addLayout(tiles, 1)
        row = QHBoxLayout(self)
        theme.spaced(row, (8, 8, 8, 8), 16)
        row.addLayout(left, 1)
        row.addWidget(out)

    def _tile(self, place: int, category: str) -> Panel:
        panel = Panel()
        button = Button(words("tickets", category), Kind.PRIMARY, icon="ticket", key=str(place + 1))
        theme.sized(button, height=64)
        button.clicked.connect(lambda: self.take(category))
        self.tiles[category] = button
        self.waits[category] = Text("", "title", Tone.NEUTRAL)
        panel.body.addStretch(1)
        panel.body.addWidget(button)
        panel.body.addWidget(self.waits[category], 0, Qt.AlignmentFlag.AlignHCenter)
        panel.body.addStretch(1)
        return panel

    def _look(self) -> None:
        self._desk.do(self._desk.operations.tickets.view, owner=self, done=self._on_queue)

    def _on_queue(self, view: QueueView) -> None:
        counts = {w.category: w.count for w in view.waiting}
        for category, text in self.waits.items():
            text.set_text(self.tr("等候 {n} 人").format(n=counts.get(category, 0)))

    def _on_taken(self, tile: Button, taken: Taken) -> None:
        tile.setEnabled(True)
        self.ground.set_value(GROUNDS[0])
        self.number.set_text(taken.ticket.number)
        windows = "、".join(taken.paper.windows)
        self.told.set_text(
            self.tr("{category}，前面 {n} 人。请到 {windows} 号窗口，留意屏幕和语音").format(
                category=words("tickets", taken.ticket.category),
                n=taken.paper.ahead,
                windows=windows,
            )
        )
        self._print(taken)
        self.taken.emit(taken)

    def _on_refused(self, tile: Button, error: CodedError) -> None:
        tile.setEnabled(True)
        self._desk.notices.show(error)

    def _print(self, taken: Taken) -> None:
        if self._desk.printing is None:
            return
        from zcdesk.operations.printing import PrintTask

        task = PrintTask(
            sitting=f"ticket-{taken.ticket.id}",
            kind=PaperKind.TICKET,
            number=taken.ticket.number,
            paper=taken.paper,
        )
        self._desk.printing.print((task,))

    def _on_changed(self, topics: frozenset[str]) -> None:
        if "ticket" in topics and self.isVisible():
            self._look()

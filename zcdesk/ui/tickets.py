"""The ticket page: stands in for the kiosk of a one-PC hall; the guide or the citizen uses it.

Always in elder sizes. The slip shows a number and no name. One press, one number: the tiles sleep
until the number is out.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.papers import PaperKind
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.expected import wait_words
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.printing import PrintOutcome, PrintState
from zcdesk.ui.widgets.elder import NUMBER, BigText, Face, Picks, Tile
from zcdesk.ui.widgets.panel import Panel
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

CATEGORIES = {
    WindowCategory.SOCIAL: QT_TRANSLATE_NOOP("tickets", "社会民生"),
    WindowCategory.MARKET: QT_TRANSLATE_NOOP("tickets", "市场准入"),
    WindowCategory.LABOUR: QT_TRANSLATE_NOOP("tickets", "人社服务"),
    WindowCategory.INVESTMENT: QT_TRANSLATE_NOOP("tickets", "投资建设"),
}
SLOT = 30
SLOTS = 4
"""Minutes between two times an appointment may be for, and how many are offered."""

SHOWN_MS = 8000
"""How long a number stands there after it was given out."""

_BAD = (PrintState.FAILED, PrintState.UNKNOWN)


class TicketPage(QWidget):
    """Tiles of the categories; keys 1 to 4 do the same.

    Signals:
        taken(Taken): a number was given out.
    """

    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._ticket = ""
        self.title = self.tr("取号")
        self.setObjectName("ticket_page")
        self.setProperty("kind", "page")
        self.tiles: dict[str, Tile] = {}
        self.grounds = Picks(self.tr("优先"), tuple((g, words("tickets", g)) for g in GROUNDS))
        self.times = Picks(self.tr("预约"), ())
        self.number = BigText("", NUMBER, bold=True, colour="brand")
        self.number.setObjectName("taken_number")
        self.told = BigText()
        self.told.setObjectName("taken_words")
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SHOWN_MS)
        self.timer.timeout.connect(self._invite)
        self._build()
        self._invite()
        desk.keys.bind("page.pick", self, self._on_digit)
        desk.changed.connect(self._on_changed)
        if desk.printing is not None:
            desk.printing.attend(self)
            desk.printing.outcome.connect(self._on_outcome)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Wait for the next person."""
        self.grounds.reset()
        self.times.set_options(self._slots())
        next(iter(self.tiles.values())).setFocus()
        self._look()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is: the tiles share whatever width there is."""

    def take(self, category: str) -> None:
        """Give out a number of `category` for the ground and the time that are chosen."""
        if not self.tiles[category].isEnabled():
            return
        self._wake(False)
        ground = self.grounds.value
        self._desk.take_ticket(
            category,
            owner=self,
            done=self._on_taken,
            failed=self._on_refused,
            priority=ground != GROUNDS[0],
            why="" if ground == GROUNDS[0] else ground,
            appointment=self.times.value,
        )

    def _build(self) -> None:
        tiles = QGridLayout()
        theme.spaced(tiles, gap=16, row_gap=16)
        for place, (category, name) in enumerate(CATEGORIES.items()):
            tile = Tile(Face(words("tickets", name), key=str(place + 1)))
            tile.setObjectName(f"tile_{place + 1}")
            tile.clicked.connect(partial(self._on_tile, category.value))
            self.tiles[category.value] = tile
            tiles.addWidget(tile, place // 2, place % 2)
        out = Panel()
        out.body.addWidget(self.number)
        out.body.addWidget(self.told)
        out.body.addStretch(1)
        out.setFixedWidth(340)
        middle = QHBoxLayout()
        theme.spaced(middle, gap=16)
        middle.addLayout(tiles, 1)
        middle.addWidget(out)
        column = QVBoxLayout(self)
        theme.spaced(column, (8, 8, 8, 8), 16)
        column.addWidget(self.grounds)
        column.addLayout(middle, 1)
        column.addWidget(self.times)

    def _slots(self) -> tuple[tuple[str, str], ...]:
        """Now, and the next times somebody may have an appointment for."""
        now = self._desk.now()
        first = now.replace(second=0, microsecond=0) + dt.timedelta(minutes=-(now.minute % SLOT))
        times = (first + dt.timedelta(minutes=SLOT * n) for n in range(SLOTS))
        offered = tuple((at.isoformat(timespec="seconds"), f"{at:%H:%M}") for at in times)
        return (("", self.tr("没有预约")), *offered)

    def _wake(self, awake: bool) -> None:
        for tile in self.tiles.values():
            tile.setEnabled(awake)

    def _invite(self) -> None:
        self.number.set_text("")
        self.told.set_text(self.tr("请按要办的业务取号，号码会打印出来"))

    def _look(self) -> None:
        self._desk.look(self._desk.operations.tickets.view, owner=self, done=self._on_queue)

    def _on_tile(self, category: str) -> None:
        self.take(category)

    def _on_digit(self, digit: int) -> bool:
        names = list(self.tiles)
        if digit > len(names):
            return False
        self.take(names[digit - 1])
        return True

    def _on_queue(self, view: QueueView) -> None:
        waiting = {w.category: w for w in view.waiting}
        for category, tile in self.tiles.items():
            wait = waiting.get(category)
            below = self.tr("等候 {n} 人").format(n=wait.count if wait else 0)
            if wait is not None:
                below += f" · {wait_words(wait.forecast)}"
            tile.set_face(tile.face._replace(below=below))

    def _on_taken(self, taken: Taken) -> None:
        self._wake(True)
        self.grounds.reset()
        self.times.reset()
        self._ticket = taken.ticket.number
        self.number.set_text(taken.ticket.number)
        said = self.tr("前面 {n} 人，请到 {windows} 号窗口。请留意屏幕和语音")
        windows = "、".join(taken.paper.windows)
        self.told.set_text(said.format(n=taken.paper.ahead, windows=windows))
        self.timer.start()
        self._print(taken)
        self.taken.emit(taken)

    def _on_refused(self, error: CodedError) -> None:
        self._wake(True)
        self._desk.notices.show(error)

    def _print(self, taken: Taken) -> None:
        if self._desk.printing is None:
            return
        from zcdesk.operations.printing import PrintTask  # loads the store; not on the way in

        task = PrintTask(
            sitting=f"ticket-{taken.ticket.id}",
            kind=PaperKind.TICKET,
            number=taken.ticket.number,
            paper=taken.paper,
        )
        self._desk.printing.print((task,))

    def _on_outcome(self, outcome: PrintOutcome) -> None:
        """Without paper the number still counts: say so here, not to the clerk."""
        mine = outcome.task.kind is PaperKind.TICKET and outcome.task.number == self._ticket
        if mine and outcome.state in _BAD:
            self.told.set_text(self.tr("取号纸没有出来，请记住这个号码，或请工作人员帮忙"))

    def _on_changed(self, topics: frozenset[str]) -> None:
        if "ticket" in topics and self.isVisible():
            self._look()

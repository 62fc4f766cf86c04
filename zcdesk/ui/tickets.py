"""The ticket page: stands in for the kiosk of a one-PC hall; the guide or the citizen uses it.

Always in elder sizes. The slip shows a number and no name. One press, one number: the tiles sleep
until the number is out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.booking import CODE_MOST, Turn
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Person
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.expected import wait_words
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.printing import PrintOutcome, PrintState
from zcdesk.ui.widgets.elder import NUMBER, BigText, Face, Tile
from zcdesk.ui.widgets.field import CodeEdit
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.picks import Picks
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.bookings import Offer
    from zcdesk.operations.progress import Tries
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
        self._had_keys: QWidget | None = None
        self.title = self.tr("取号")
        self.setObjectName("ticket_page")
        self.setProperty("kind", "page")
        self.tiles: dict[str, Tile] = {}
        self.grounds = Picks(self.tr("优先"), tuple((g, words("tickets", g)) for g in GROUNDS))
        self.times = Picks(self.tr("预约"), ())
        self.code = CodeEdit(self.tr("预约码：扫码，或输入后按 Enter；也可放身份证"), upper=True)
        self.code.setObjectName("booking_code")
        self.code.setAccessibleName(self.tr("预约码"))
        self.code.setMaxLength(CODE_MOST)
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
        self.code.returnPressed.connect(self._on_code)
        desk.scanned.connect(self._on_scan)
        desk.card_read.connect(self._on_card)
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
        self._take(category, self._on_taken, appointment=self.times.value)

    def take_booked(self, offer: Offer) -> None:
        """Give out the number of a booking for the ground that is chosen."""
        how = {"matter": offer.matter, "appointment": offer.appointment, "booking": offer.code}
        self._take(offer.category, partial(self._on_booked, offer), **how)

    def _take(self, category: str, done: Callable[[Taken], object], **how: Any) -> None:
        self._wake(False)
        ground = self.grounds.value
        self._desk.take_ticket(
            category,
            owner=self,
            done=done,
            failed=self._on_refused,
            priority=ground != GROUNDS[0],
            why="" if ground == GROUNDS[0] else ground,
            **how,
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
        out.setMinimumWidth(200)
        out.setMaximumWidth(340)
        middle = QHBoxLayout()
        theme.spaced(middle, gap=16)
        middle.addLayout(tiles, 3)
        middle.addWidget(out, 1)
        column = QVBoxLayout(self)
        theme.spaced(column, (8, 8, 8, 8), 16)
        column.addWidget(self.grounds)
        column.addLayout(middle, 1)
        column.addWidget(self.times)
        column.addWidget(self.code)

    def _slots(self) -> tuple[tuple[str, str], ...]:
        """Now, and the next times somebody may have an appointment for."""
        now = self._desk.now()
        first = now.replace(second=0, microsecond=0) + dt.timedelta(minutes=-(now.minute % SLOT))
        times = (first + dt.timedelta(minutes=SLOT * n) for n in range(SLOTS))
        offered = tuple((at.isoformat(timespec="seconds"), f"{at:%H:%M}") for at in times)
        return (("", self.tr("没有预约")), *offered)

    def _wake(self, awake: bool) -> None:
        """Let the tiles sleep or wake; who slept had the keys and has them again."""
        if not awake:
            self._had_keys = self.focusWidget()
        for tile in self.tiles.values():
            tile.setEnabled(awake)
        if awake and self._had_keys is not None:
            self._had_keys.setFocus()

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

    def _on_code(self) -> None:
        if code := self.code.text().strip():
            find = partial(self._desk.operations.bookings.by_code, tries=self._tries, text=code)
            self._desk.do(find, owner=self, done=self.take_booked, failed=self._on_refused)

    def _on_scan(self, text: str) -> None:
        if self.isVisible():
            self.code.setText(text)
            self._on_code()

    def _on_card(self, person: Person) -> None:
        """A card lies on the reader: the number its holder booked for today, if there is one."""
        if not self.isVisible():
            return

        def found(offer: Offer | None) -> None:
            if offer is None:
                self.told.set_text(self.tr("这张证件今天没有可取的预约"))
            else:
                self.take_booked(offer)

        by_card = self._desk.operations.bookings.by_card
        self._desk.do(by_card, person.id_number, owner=self, done=found, failed=self._on_refused)

    @cached_property
    def _tries(self) -> Tries:
        from zcdesk.operations.progress import Tries

        return Tries()

    def _on_booked(self, offer: Offer, taken: Taken) -> None:
        self.code.clear()
        self._on_taken(taken)
        if offer.turn is Turn.LATE:
            said = self.tr("预约 {time} 已过，这是普通号。")
            self.told.set_text(said.format(time=offer.at) + self.told.full_text)

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

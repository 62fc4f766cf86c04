"""The kiosk's first page: a number in two touches, and the way to everything else.

All that is touched lies in the lower two thirds of a tall screen, within reach of a wheelchair.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.booking import Turn
from zcdesk.operations.board import BoardView, Call
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.expected import wait_words
from zcdesk.ui.labels import category_word
from zcdesk.ui.tickets import CATEGORIES, GROUNDS
from zcdesk.ui.widgets.elder import (
    BODY,
    KEY,
    LEAST,
    BigText,
    Face,
    Tile,
    elder_font,
    grown,
)
from zcdesk.ui.widgets.picks import Picks
from zcdesk.ui.words import joined, words

if TYPE_CHECKING:
    from zcdesk.operations.bookings import Offer

GUIDE, PROGRESS, RATE, BOOKED = "guide", "progress", "rate", "booked"


class NowCalled(QWidget):
    """Whom the windows called last, so that nobody at the kiosk misses a call."""

    SHOWN = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_now")
        self.calls: tuple[Call, ...] = ()
        self._is_known = True

    def show_calls(self, calls: tuple[Call, ...], *, is_known: bool = True) -> None:
        """Show the newest ones, or that they cannot be told from here."""
        self._is_known = is_known
        self.calls = calls[: self.SHOWN]
        spoken = self.tr("{no} 到 {w} 号窗口")
        self.setAccessibleName(joined(spoken.format(no=c.number, w=c.window) for c in self.calls))
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Stand aside on a low screen."""
        return QSize(grown(self, 300), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw one card for each call, where there is room for it."""
        if self.height() < grown(self, LEAST):
            return
        at, gap = theme.look(self), grown(self, 16)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(at.colour("text2"))
        painter.setFont(elder_font(self, BODY))
        head = painter.fontMetrics().height() + gap
        said = self.tr("正在叫号") if self.calls else self.tr("还没有叫号")
        if not self._is_known:
            said = self.tr("叫号请看大厅屏、听语音")
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(self.rect(), top, said)
        wide = (self.width() - (self.SHOWN - 1) * gap) // self.SHOWN
        high = min(self.height() - head, grown(self, 2 * LEAST))
        for place, call in enumerate(self.calls):
            self._paint_card(painter, QRect(place * (wide + gap), head, wide, high), call)

    def _paint_card(self, painter: QPainter, card: QRect, call: Call) -> None:
        at, middle = theme.look(self), Qt.AlignmentFlag.AlignCenter
        painter.setPen(at.colour("divider"))
        painter.setBrush(at.colour("surface"))
        painter.drawRoundedRect(card.toRectF().adjusted(1, 1, -1, -1), 12, 12)
        half = card.height() // 2
        painter.setPen(at.colour("brand"))
        painter.setFont(elder_font(self, KEY + 8, bold=True))
        painter.drawText(card.adjusted(0, 4, 0, -half + 8), middle, call.number)
        painter.setPen(at.colour("text"))
        painter.setFont(elder_font(self, BODY))
        window = self.tr("请到 {w} 号窗口").format(w=call.window)
        painter.drawText(card.adjusted(0, half, 0, -4), middle, window)


class HomePage(QWidget):
    """Categories, the grounds of a priority, what a card has booked, and four services.

    Signals:
        category_chosen(str, str): a number of this category, on this ground (empty = ordinary).
        booking_chosen(Offer, str): the number of this booking, on this ground.
        service_chosen(str): `BOOKED`, `GUIDE`, `PROGRESS` or `RATE`.
    """

    category_chosen = Signal(str, str)
    booking_chosen = Signal(object, str)
    service_chosen = Signal(str)

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_home")
        self._is_known = True
        self.welcome = BigText(self.tr("您好，请按要办的业务取号"), KEY, bold=True)
        self.card = BigText("", KEY, bold=True, colour="brand")
        self.booked = Tile(Face(""), small=True)
        self.booked.setCheckable(False)
        self.booked.setObjectName("kiosk_booked_tile")
        self._offer: Offer | None = None
        self.now = NowCalled()
        self.first = BigText(self.tr("可以优先的，请先选一项"), bold=True)
        self.grounds = Picks("", tuple((ground, words("tickets", ground)) for ground in GROUNDS))
        self.tiles: dict[str, Tile] = {}
        self.services: dict[str, Tile] = {}
        self._build()
        keys.bind("page.pick", self, self._on_digit)
        self.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the last calls where the screen is tall."""
        super().resizeEvent(event)
        self.now.setVisible(self.height() > self.width())

    def clear(self) -> None:
        """Forget who stood here."""
        self.grounds.reset()
        self.show_card("")
        self._offer = None
        self.booked.hide()
        self.welcome.setVisible(self._is_known)
        self.first.show()

    def activate(self) -> None:
        """Wait for the next person."""
        next(iter(self.tiles.values())).setFocus()

    def show_card(self, said: str) -> None:
        """Say what the card that was laid down did; nothing invites to lay one down."""
        self.card.set_text(said)
        self.card.setVisible(bool(said))

    def show_booking(self, offer: Offer) -> None:
        """Offer the number that was booked for today; before its time only say from when on."""
        what = {"time": offer.at, "opens": offer.opens, "name": category_word(offer.category)}
        if offer.turn is Turn.EARLY:
            said = self.tr("您预约了 {time} {name}，{opens} 起可以取号")
            self.show_card(said.format_map(what))
            return
        self._offer = offer
        said = self.tr("按预约取号：{time} {name}")
        self.booked.set_face(Face(said.format_map(what), key="Enter"))
        for words_ in (self.welcome, self.first):
            words_.hide()  # or a low screen has no room for what is touched
        self.booked.show()
        self.booked.setFocus()

    def show_waits(self, view: BoardView, *, is_known: bool = True) -> None:
        """Show on each tile who waits and how long about.

        Args:
            is_known: False while the hall cannot be asked: nothing old is shown for the present.
        """
        self._is_known = is_known
        # Its room is the line's above that says why, or a low screen has too little.
        self.welcome.setVisible(is_known and self._offer is None)
        for line in view.lines if is_known else ():
            people = self.tr("等候 {n} 人").format(n=line.count)
            tile = self.tiles[line.category]
            tile.set_face(tile.face._replace(below=f"{people} · {wait_words(line.forecast)}"))
        if not is_known:
            for tile in self.tiles.values():
                tile.set_face(tile.face._replace(below=self.tr("以现场叫号为准")))
        self.now.show_calls(view.calls if is_known else (), is_known=is_known)

    def wake(self, awake: bool) -> None:
        """Let the tiles sleep while a number is on its way: one press, one number."""
        for tile in (*self.tiles.values(), self.booked):
            tile.setEnabled(awake)

    def _build(self) -> None:
        tiles = QGridLayout()
        theme.spaced(tiles, gap=16, row_gap=16)
        for place, category in enumerate(CATEGORIES):
            tile = Tile(Face(category_word(category.value), key=str(place + 1)))
            tile.setObjectName(f"kiosk_tile_{place + 1}")
            tile.clicked.connect(partial(self._on_category, category.value))
            self.tiles[category.value] = tile
            tiles.addWidget(tile, place // 2, place % 2)
            tiles.setColumnStretch(place % 2, 1)
        services = QHBoxLayout()
        theme.spaced(services, gap=16)
        for place, (name, words_) in enumerate(
            (
                (GUIDE, self.tr("办事指南")),
                (PROGRESS, self.tr("进度查询")),
                (RATE, self.tr("服务评价")),
                (BOOKED, self.tr("预约取号")),
            )
        ):
            tile = Tile(Face(words_, key=str(len(CATEGORIES) + place + 1)), small=True)
            tile.setCheckable(False)
            tile.setObjectName(f"kiosk_{name}")
            tile.clicked.connect(partial(self.service_chosen.emit, name))
            self.services[name] = tile
            services.addWidget(tile, 1)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=20)
        column.addWidget(self.welcome)
        column.addWidget(self.card)
        self.booked.clicked.connect(self._on_booked)
        column.addWidget(self.now, 2)
        column.addWidget(self.first)
        column.addWidget(self.grounds)
        column.addWidget(self.booked)
        column.addLayout(tiles, 4)
        column.addLayout(services)

    def _on_booked(self) -> None:
        if self._offer is not None:
            self.booking_chosen.emit(self._offer, self._ground())

    def _ground(self) -> str:
        ground = self.grounds.value
        return "" if ground == GROUNDS[0] else ground

    def _on_category(self, category: str) -> None:
        self.category_chosen.emit(category, self._ground())

    def _on_digit(self, digit: int) -> bool:
        tiles = [*self.tiles.values(), *self.services.values()]
        if not 0 < digit <= len(tiles) or not tiles[digit - 1].isEnabled():
            return False
        tiles[digit - 1].click()
        return True

"""Finding a matter: by category, six to a page, no more than a finger wants to choose from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.matter import Matter
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.labels import category_word
from zcdesk.ui.tickets import CATEGORIES
from zcdesk.ui.widgets.elder import KEY, Bar, BigText, Face, Tile
from zcdesk.ui.widgets.picks import Picks

ROWS = 6


class GuidePage(QWidget):
    """Lists the matters of a category.

    Signals:
        chosen(Matter): this one.
    """

    chosen = Signal(object)

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_guide")
        self._matters: tuple[Matter, ...] = ()
        self._page = 0
        self._grid, self._columns = QGridLayout(), 1
        self.title = BigText(self.tr("办事指南：请选要办的事"), KEY, bold=True)
        self.categories = Picks("", tuple((c.value, category_word(c.value)) for c in CATEGORIES))
        self.rows = [Bar(Face("")) for _ in range(ROWS)]
        self.place = BigText("")
        self.back = Tile(Face(self.tr("上一页")), small=True)
        self.more = Tile(Face(self.tr("下一页"), key="9"), small=True)
        self._build()
        keys.bind("page.pick", self, self._on_digit)

    def clear(self) -> None:
        """Begin at the first page of the first category."""
        self.categories.reset()
        self._turn(0)

    def activate(self) -> None:
        """Take the focus."""
        self.rows[0].setFocus()

    def show_matters(self, matters: tuple[Matter, ...]) -> None:
        """Offer these."""
        self._matters = matters
        self._turn(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use two columns where the page is wider than high."""
        super().resizeEvent(event)
        columns = 2 if self.width() > self.height() else 1
        if columns != self._columns:
            self._columns = columns
            for place, row in enumerate(self.rows):
                self._grid.addWidget(row, *divmod(place, columns))

    @property
    def shown(self) -> tuple[Matter, ...]:
        """The matters of the page in front."""
        start = self._page * ROWS
        return self._of_category()[start : start + ROWS]

    def _build(self) -> None:
        for place, row in enumerate(self.rows):
            row.setObjectName(f"kiosk_matter_{place + 1}")
            row.clicked.connect(partial(self._on_row, place))
        for tile in (self.back, self.more):
            tile.setCheckable(False)
        self.back.clicked.connect(lambda: self._turn(self._page - 1))
        self.more.clicked.connect(lambda: self._turn(self._page + 1))
        for tile in self.categories.tiles:
            tile.clicked.connect(lambda: self._turn(0))
        pages = QHBoxLayout()
        theme.spaced(pages, gap=16)
        pages.addWidget(self.back, 1)
        pages.addWidget(self.place)
        pages.addWidget(self.more, 1)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=12)
        column.addWidget(self.title)
        column.addWidget(self.categories)
        theme.spaced(self._grid, gap=12, row_gap=12)
        column.addLayout(self._grid, 1)
        column.addLayout(pages)
        # Filled last: of a layout that is put into another one full, PySide keeps the items, and
        # takes an event for one that a row left behind when it moved to another column.
        for place, row in enumerate(self.rows):
            self._grid.addWidget(row, place, 0)

    def _of_category(self) -> tuple[Matter, ...]:
        wanted = self.categories.value
        return tuple(m for m in self._matters if wanted in {c.value for c in m.categories})

    def _turn(self, page: int) -> None:
        last = max(0, (len(self._of_category()) - 1) // ROWS)
        self._page = min(max(0, page), last)
        for place, row in enumerate(self.rows):
            shown = self.shown
            row.setEnabled(place < len(shown))
            face = Face("")
            if place < len(shown):
                matter = shown[place]
                face = Face(matter.name, matter.department, str(place + 1))
            row.set_face(face)
        self.place.set_text(f"{self._page + 1} / {last + 1}")
        self.back.setEnabled(self._page > 0)
        self.more.setEnabled(self._page < last)

    def _on_row(self, place: int) -> None:
        if place < len(self.shown):
            self.chosen.emit(self.shown[place])

    def _on_digit(self, digit: int) -> bool:
        if digit == 9:
            self._turn(self._page + 1)
            return True
        if not 0 < digit <= len(self.shown):
            return False
        self.chosen.emit(self.shown[digit - 1])
        return True

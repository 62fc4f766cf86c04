"""A code typed by finger: as a rule the characters our own numbers are made of."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from zcdesk.domain.numbers import ALPHABET
from zcdesk.ui import theme
from zcdesk.ui.widgets.elder import Face, Tile

COLUMNS = 11
_EXPAND = QSizePolicy.Policy.Expanding


class Keypad(QWidget):
    """Signals:
    typed(str): a character; erased(): the last one goes.
    """

    typed = Signal(str)
    erased = Signal()

    def __init__(self, alphabet: str = ALPHABET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        theme.spaced(grid, gap=6, row_gap=6)
        for place, char in enumerate(alphabet):
            tile = self._tile(char)
            tile.clicked.connect(partial(self.typed.emit, char))
            grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
        erase = self._tile("⌫")
        erase.setAccessibleName(self.tr("删除"))
        erase.clicked.connect(self.erased)
        grid.addWidget(erase, *divmod(len(alphabet), COLUMNS))

    def _tile(self, word: str) -> Tile:
        tile = Tile(Face(word), small=True)
        tile.setCheckable(False)
        tile.setSizePolicy(_EXPAND, _EXPAND)
        return tile

"""A choice among a few, in elder sizes."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.widgets.elder import BigText, Face, Tile


class Picks(QWidget):
    """A row of small tiles of which one is chosen: `Picks(label, ((value, word), …))`."""

    def __init__(
        self,
        label: str,
        options: tuple[tuple[str, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: tuple[str, ...] = ()
        self._row = QHBoxLayout(self)
        theme.spaced(self._row, gap=8)
        if label:
            self._row.addWidget(BigText(label, bold=True))
        self._first = self._row.count()
        self._row.addStretch(1)
        self.set_options(options)

    @property
    def value(self) -> str:
        """What is chosen."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else ""

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles, in order."""
        found = self._group.buttons()
        return tuple(tile for tile in found if isinstance(tile, Tile))

    def set_options(self, options: tuple[tuple[str, str], ...]) -> None:
        """Offer other values; the first is chosen."""
        for tile in self.tiles:
            self._group.removeButton(tile)
            self._row.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._values = tuple(value for value, _ in options)
        for place, (_, word) in enumerate(options):
            tile = Tile(Face(word), small=True)
            self._group.addButton(tile, place)
            self._row.insertWidget(self._first + place, tile)
        self.reset()

    def reset(self) -> None:
        """Choose the first."""
        if self._values:
            self._group.button(0).setChecked(True)

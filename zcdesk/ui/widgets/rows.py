"""Read-only tables over frozen rows: the model, computed once when rows arrive.

No item is ever editable: an editable model would switch the input method on and the digits of the
checklist would go to its candidate window (ux.md 3.3).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from heapq import nlargest
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.words import listed

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

ID_ROLE = Qt.ItemDataRole.UserRole
CELL_ROLE = Qt.ItemDataRole.UserRole + 1

_LOOKED_AT = 200
"""So many rows are asked how wide their chips and words are."""
_MEASURED = 3
"""So many of the longest are measured: how long a text is to encode tells nearly which it is."""


class Column(NamedTuple, Generic[Row]):
    """One column of a table.

    Attributes:
        heading: translated heading.
        text: gives the cell's words.
        align: LEFT, RIGHT or CENTRE.
        width: at scale 1; 0 takes the room that is left.
        chip: gives a chip to paint instead of the words, or None for the words.
        style: type style of the theme.
        tone: gives the colour of the words, or None for plain text.
    """

    heading: str
    text: Callable[[Row], str]
    align: Qt.AlignmentFlag = LEFT
    width: int = 0
    chip: Callable[[Row], ChipState | None] | None = None
    style: str = "list"
    tone: Callable[[Row], Tone | None] | None = None


class Cell(NamedTuple):
    """What the delegate draws in one cell."""

    text: str
    chip: ChipState | None
    style: str
    tone: Tone | None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """A table of frozen rows: `model.set_rows(rows)` whenever they changed.

    Args:
        key: gives what identifies a row; selection follows it.
        spoken: gives the one sentence a screen reader says for a row.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        spoken: Callable[[Row], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._spoken = spoken or self._joined
        self._rows: tuple[Row, ...] = ()
        self._ids: tuple[Hashable, ...] = ()
        self._cells: list[tuple[tuple[Cell, ...], str]] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`; where the same rows stand only the changed ones are drawn again."""
        new = tuple(rows)
        ids = tuple(self._key(row) for row in new)
        if ids == self._ids:
            changed = [i for i, row in enumerate(new) if row != self._rows[i]]
            self._rows = new
            for place in changed:
                self._cells[place] = self._computed(new[place])
                last = self.index(place, len(self.columns) - 1)
                self.dataChanged.emit(self.index(place, 0), last)
            return
        self.beginResetModel()
        self._rows, self._ids = new, ids
        self._cells = [self._computed(row) for row in new]
        self.endResetModel()

    def renew(self) -> None:
        """Say every row anew, where the words hang on more than the row itself."""
        self._cells = [self._computed(row) for row in self._rows]
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, place: int) -> Row | None:
        """Return the row at `place`, None outside the table."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place(self, identity: Hashable) -> int:
        """Return where the row of that identity stands, -1 if nowhere."""
        return self._ids.index(identity) if identity in self._ids else -1

    def identity(self, place: int) -> Hashable:
        """Return the identity of the row at `place`, None outside the table."""
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def chips(self, place: int) -> tuple[ChipState, ...]:
        """Return the chips of a column, each word once, of as many rows as anybody looks at."""
        cells = (self._cells[row][0][place].chip for row in range(min(len(self._rows), _LOOKED_AT)))
        return tuple({chip.word: chip for chip in cells if chip is not None}.values())

    def longest(self, place: int) -> list[str]:
        """Return the few longest words of a column, of as many rows as anybody looks at."""
        cells = (self._cells[row][0][place] for row in range(min(len(self._rows), _LOOKED_AT)))
        said = {cell.text for cell in cells if cell.chip is None}
        return nlargest(_MEASURED, said, key=lambda text: len(text.encode()))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be selected and nothing else."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Look up one role of one cell."""
        if not index.isValid():
            return None
        cells, sentence = self._cells[index.row()]
        cell = cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.chip.word if cell.chip is not None else cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return sentence
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.columns[index.column()].align
            case _ if role == CELL_ROLE:
                return cell
            case _ if role == ID_ROLE:
                return self._ids[index.row()]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return heading and alignment of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].align
        return None

    def _computed(self, row: Row) -> tuple[tuple[Cell, ...], str]:
        cells = []
        for column in self.columns:
            text = column.text(row)
            theme.cover(text)
            chip = column.chip(row) if column.chip is not None else None
            tone = column.tone(row) if column.tone is not None else None
            cells.append(Cell(text, chip, column.style, tone))
        return tuple(cells), self._spoken(row)

    def _joined(self, row: Row) -> str:
        return listed(text for column in self.columns if (text := column.text(row)))

"""The table view of the product: whole rows, one current row, nothing to edit.

The current row is the place the clerk works at: with the focus it carries the brand bar at its
left. Letters and digits are commands (see `bindings`), never a search that jumps.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from zcdesk.ui import theme
from zcdesk.ui.widgets.chip import chip_size, paint_chip
from zcdesk.ui.widgets.rows import CELL_ROLE, Cell, RowsModel
from zcdesk.ui.widgets.rows_width import Wish, shared

Index = QModelIndex | QPersistentModelIndex

_BAR = 3
_LEAST_OPEN, _LEAST_FIXED = 140, 64
"""Widths at scale 1 below which a column says nothing any more."""


class RowsDelegate(QStyledItemDelegate):
    """Draws cells: words in the column's style and tone, or a chip."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell, the row's ground and the line below it."""
        view = self.parent()
        assert isinstance(view, RowsView)
        at = theme.look(view)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = view.hasFocus()
        painter.save()
        if selected:
            painter.fillRect(rect, at.colour("selection" if focused else "subtle"))
        else:
            line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
            painter.fillRect(line, at.colour("divider"))
        if selected and index.column() == 0:
            bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
            painter.fillRect(bar, at.colour("brand" if focused else "border"))
        cell = index.data(CELL_ROLE)
        if isinstance(cell, Cell):
            pad = at.space(8)
            self._paint_cell(painter, rect.adjusted(pad, 0, -pad, 0), cell, index)
        painter.restore()

    def _paint_cell(self, painter: QPainter, room: QRect, cell: Cell, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, RowsView)
        at = theme.look(view)
        if cell.chip is not None:
            paint_chip(painter, room, cell.chip, at)
            return
        font = at.font(cell.style)
        painter.setFont(font)
        painter.setPen(at.colour(cell.tone.value if cell.tone is not None else "text"))
        words = QFontMetrics(font).elidedText(cell.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, view.rows_model.columns[index.column()].align, words)


class RowsView(QTableView):
    """A view over a `RowsModel`; set_rows on the model keeps the current row by its identity.

    Signals:
        current_changed(object): another row is current; carries the row or None.
        opened(object): Enter or a double click on a row.
    """

    current_changed = Signal(object)
    opened = Signal(object)

    def __init__(self, model: RowsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = model
        self._kept: Hashable = None
        self._kept_place = 0
        self.setProperty("kind", "rows")
        self.setModel(model)
        self.setItemDelegate(RowsDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(theme.px(24))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        model.modelAboutToBeReset.connect(self._on_reset_begins)
        model.modelReset.connect(self._on_reset_done)
        model.modelReset.connect(self._share_width)
        model.dataChanged.connect(self._share_width)
        self.doubleClicked.connect(self._on_double_clicked)
        self._measure()

    @property
    def current(self) -> Any:
        """The row the clerk works at, None if there is none."""
        return self.rows_model.row(self.currentIndex().row())

    @property
    def current_place(self) -> int:
        """Where that row stands, -1 if there is none."""
        return self.currentIndex().row()

    def set_current(self, place: int) -> None:
        """Make the row at `place` current and bring it into view."""
        count = self.rows_model.rowCount()
        if count:
            index = self.rows_model.index(max(0, min(place, count - 1)), 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def set_compact(self, compact: bool) -> None:
        """Use rows of 32 instead of 40."""
        self.setProperty("compact", compact)
        self._measure()

    def show_column(self, place: int, on: bool) -> None:
        """Show or hide a column; the others share its room."""
        if self.isColumnHidden(place) is on:
            self.setColumnHidden(place, not on)
            self._share_width()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the page which row is current."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.current_changed.emit(self.rows_model.row(current.row()))

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: a letter is a command, not a search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; Home and End go to the first and last row."""
        last = self.rows_model.rowCount() - 1
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.current is not None:
                self.opened.emit(self.current)
            case Qt.Key.Key_Home:
                self.set_current(0)
            case Qt.Key.Key_End:
                self.set_current(last)
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Space:
                event.ignore()
            case _ if event.text().isprintable() and event.text():
                event.ignore()  # a letter or digit belongs to the page around the list
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the window's look changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the columns without a width."""
        super().resizeEvent(event)
        self._share_width()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole text of a cell that is cut."""
        if event.type() == QEvent.Type.ToolTip:
            self.viewport().setToolTip(self._cut_text(event))
        return super().viewportEvent(event)

    def _cut_text(self, event: QEvent) -> str:
        index = self.indexAt(event.pos())  # type: ignore[attr-defined]
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return ""
        at = theme.look(self)
        room = self.columnWidth(index.column()) - 2 * at.space(8)
        if cell.chip is not None:
            return cell.chip.word if chip_size(cell.chip, at).width() > room else ""
        return (
            cell.text
            if QFontMetrics(at.font(cell.style)).horizontalAdvance(cell.text) > room
            else ""
        )

    def _measure(self) -> None:
        at = theme.look(self)
        compact = bool(self.property("compact"))
        self.verticalHeader().setDefaultSectionSize(min(at.px(32), at.row) if compact else at.row)
        self.horizontalHeader().setFixedHeight(at.head)
        self._share_width()

    def _share_width(self) -> None:
        shown = [
            place
            for place in range(len(self.rows_model.columns))
            if not self.isColumnHidden(place)  # setting a width would show it
        ]
        wishes = [self._wish(place) for place in shown]
        least = theme.look(self).px(_LEAST_OPEN)
        widths = shared(wishes, self.viewport().width(), least)
        for place, width in zip(shown, widths, strict=True):
            self.setColumnWidth(place, width)

    def _wish(self, place: int) -> Wish:
        """A heading or a chip longer than its column widens it: neither is ever cut."""
        at = theme.look(self)
        column = self.rows_model.columns[place]
        pad = 2 * at.space(8) + 2
        metrics = QFontMetrics(at.font(column.style))
        said = self.rows_model.longest(place)
        whole = max((metrics.horizontalAdvance(text) + pad for text in said), default=0)
        words = self.horizontalHeader().fontMetrics().horizontalAdvance(column.heading) + pad
        if not column.width:
            return Wish(0, 0, max(whole, words) if whole else 0)
        chips = self.rows_model.chips(place) if column.chip is not None else ()
        chip = max((chip_size(one, at).width() + pad for one in chips), default=0)
        needed = max(words, chip)
        least = max(needed, at.px(_LEAST_FIXED))
        return Wish(max(at.px(column.width), needed), least, max(whole, needed))

    def _on_reset_begins(self) -> None:
        place = self.currentIndex().row()
        self._kept = self.rows_model.identity(place)
        self._kept_place = max(0, place)

    def _on_reset_done(self) -> None:
        place = self.rows_model.place(self._kept) if self._kept is not None else -1
        if self.rows_model.rowCount():
            self.set_current(place if place >= 0 else self._kept_place)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows_model.row(index.row()))

"""The list of matters: found by code, initials, name or citizens' words, and by how they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.domain.proposal import ProposalState
from zcdesk.domain.search import MatterIndex
from zcdesk.operations.catalogue_sheet import MatterRow
from zcdesk.ui import theme
from zcdesk.ui.catalogue.words import state_chip
from zcdesk.ui.counter.search import SearchBox
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import ChipState, Column, Combo, Empty, RowsModel, RowsView

ALL = "all"
SUBMITTED = "submitted"

_KEPT: dict[str, Callable[[MatterRow], bool]] = {
    ALL: lambda row: True,
    "open": lambda row: row.proposal is not None,
    SUBMITTED: lambda row: (
        row.proposal is not None and row.proposal.state is ProposalState.SUBMITTED
    ),
    "sample": lambda row: row.matter.is_sample,
    "no_window": lambda row: row.no_window,
    "withdrawn": lambda row: bool(row.withdrawn),
}


class MatterList(QWidget):
    """The list with its box and filters.

    Signals:
        current_changed(object): the row in front, None where there is none.
        opened(object): Enter or a double click.
    """

    current_changed = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[MatterRow, ...] = ()
        self.unsaved: frozenset[str] = frozenset()
        self._index = MatterIndex(())
        self.box = SearchBox()
        self.box.setObjectName("catalogue_find")
        self.box.setPlaceholderText(self.tr("编码、拼音首字母、名称"))
        self.box.setAccessibleName(self.tr("查找事项"))
        self.department, self.standing = Combo(), Combo()
        self.department.setAccessibleName(self.tr("部门"))
        self.standing.setAccessibleName(self.tr("情况"))
        self.standing.setObjectName("catalogue_standing")
        self.model: RowsModel[MatterRow] = RowsModel(
            (
                Column(self.tr("事项"), lambda row: row.matter.name),
                Column(self.tr("编码"), lambda row: row.matter.code, width=52),
                Column(self.tr("情况"), self._state_text, width=94, chip=self._state),
            ),
            key=lambda row: row.matter.key,
        )
        self.view = RowsView(self.model)
        self.view.set_compact(True)
        self.view.setObjectName("catalogue_list")
        self.view.setAccessibleName(self.tr("事项"))
        self.empty = Empty("category", self.tr("没有符合的事项"))
        self._build()

    @property
    def current(self) -> MatterRow | None:
        """The row in front."""
        found: MatterRow | None = self.view.current
        return found

    def show_rows(self, rows: tuple[MatterRow, ...]) -> None:
        """Show other rows; the one in front stays if it is still there."""
        self.rows = rows
        self._index = MatterIndex(row.matter for row in rows)
        departments = Counter(row.matter.department for row in rows)
        options = [(f"{name} {n}", name) for name, n in sorted(departments.items())]
        _fill(self.department, [(self.tr("全部部门 {n}").format(n=len(rows)), ""), *options])
        counts = {name: sum(map(keep, rows)) for name, keep in _KEPT.items()}
        named = {
            ALL: self.tr("全部情况"),
            "open": self.tr("有修改稿 {n}"),
            SUBMITTED: self.tr("待复核 {n}"),
            "sample": self.tr("示例 {n}"),
            "no_window": self.tr("没有窗口 {n}"),
            "withdrawn": self.tr("未受理 {n}"),
        }
        _fill(self.standing, [(named[name].format(n=counts[name]), name) for name in _KEPT])
        self.refresh()

    def show_standing(self, name: str) -> None:
        """Show only the matters that stand so."""
        self.standing.setCurrentIndex(self.standing.findData(name))

    def go_to(self, key: str) -> None:
        """Bring a matter to the front."""
        place = self.model.place(key)
        if place < 0:
            self.box.clear()
            self.department.setCurrentIndex(0)
            self.standing.setCurrentIndex(0)
            place = self.model.place(key)
        self.view.set_current(max(place, 0))

    def refresh(self) -> None:
        """Show what box and filters leave."""
        by_key = {row.matter.key: row for row in self.rows}
        query = self.box.query.strip()
        hits = self._index.find(query, limit=len(self.rows)) if query else ()
        found = [by_key[hit.key] for hit in hits] if query else list(self.rows)
        department = self.department.currentData() or ""
        keep = _KEPT[self.standing.currentData() or ALL]
        left = tuple(
            row
            for row in found
            if keep(row) and (not department or row.matter.department == department)
        )
        before = self.current
        self.model.set_rows(left)
        self.view.setVisible(bool(left))
        self.empty.setVisible(not left)
        if left and (self.current is None or query):
            self.view.set_current(0)
        if self.current != before:
            self.current_changed.emit(self.current)

    def set_unsaved(self, keys: frozenset[str]) -> None:
        """Mark the matters whose changes are not saved yet."""
        if keys != self.unsaved:
            self.unsaved = keys
            self.model.renew()

    def _state(self, row: MatterRow) -> ChipState:
        if row.matter.key in self.unsaved:
            return ChipState("pencil", self.tr("未保存"), Tone.WARN)
        if row.proposal is not None:
            return state_chip(row.proposal.state)
        if row.withdrawn:
            return ChipState("ban", self.tr("未受理"), Tone.NEUTRAL)
        if row.no_window:
            return ChipState("alert-triangle", self.tr("没有窗口"), Tone.DANGER)
        words = self.tr("第 {v} 版").format(v=row.version)
        if row.begins:
            return ChipState("calendar", row.begins[5:], Tone.INFO)
        if row.matter.is_sample:
            return ChipState("flag", self.tr("示例"), Tone.NEUTRAL)
        return ChipState("circle-check", words, Tone.OK)

    def _state_text(self, row: MatterRow) -> str:
        return self._state(row).word

    def _build(self) -> None:
        column = QVBoxLayout(self)
        theme.spaced(column, gap=6)
        column.addWidget(self.box)
        column.addWidget(self.department)
        column.addWidget(self.standing)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.empty.hide()
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.query_changed.connect(self.refresh)
        self.box.stepped.connect(lambda by: self.view.set_current(self.view.current_place + by))
        self.box.returnPressed.connect(lambda: self.opened.emit(self.current))
        self.department.currentIndexChanged.connect(self.refresh)
        self.standing.currentIndexChanged.connect(self.refresh)
        self.view.current_changed.connect(self.current_changed)
        self.view.opened.connect(self.opened)


def _fill(combo: Combo, options: list[tuple[str, str]]) -> None:
    """Offer other choices; the one that was made stays if it is still there."""
    kept = combo.currentData()
    combo.blockSignals(True)
    combo.clear()
    for label, value in options:
        combo.addItem(label, value)
    combo.setCurrentIndex(max(0, combo.findData(kept)))
    combo.blockSignals(False)

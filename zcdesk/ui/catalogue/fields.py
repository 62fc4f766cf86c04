"""Fields of a matter or of one material, with what the check says of each below it.

A field holds what was typed, right or wrong: the check reads the same words a department's table
would hold, so page and import cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from zcdesk.catalogue.columns import Choice as OneOf
from zcdesk.catalogue.columns import Column, Flag, Whole, is_blank
from zcdesk.domain.matter import Material, Matter
from zcdesk.ui import theme
from zcdesk.ui.catalogue.words import WIDE, head, value_words
from zcdesk.ui.widgets import CodeEdit, Combo, Field, LineEdit


class FieldForm(QWidget):
    """The fields of some columns, two to a line; `empty` is a value that says nothing yet.

    Signals:
        edited(str, object): key of a field and what it holds now; not when filled by `fill`.
    """

    edited = Signal(str, object)

    def __init__(
        self, columns: Iterable[Column], empty: Matter | Material, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._defaults = {one.key: getattr(empty, one.key) for one in self._columns}
        self.fields: dict[str, Field] = {}
        self._filling = False
        grid = QGridLayout(self)
        theme.spaced(grid, (0, 0, 6, 0), 8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row = place = 0
        for column in self._columns:
            field = Field(head(column.key), self._edit(column))
            field.edit.setObjectName(f"catalogue_{column.key}")
            self.fields[column.key] = field
            wide = column.key in WIDE
            if wide and place:
                row, place = row + 1, 0
            grid.addWidget(field, row, place, 1, 2 if wide else 1)
            row, place = (row + 1, 0) if wide or place else (row, 1)
        grid.setRowStretch(row + 1, 1)

    def fill(self, values: Mapping[str, object]) -> None:
        """Show other values."""
        self._filling = True
        for column in self._columns:
            edit = self.fields[column.key].edit
            raw = values.get(column.key)
            if isinstance(edit, Combo):
                value = _member(column, raw, self._defaults[column.key])
                edit.setCurrentIndex(max(0, edit.findData(value)))
            elif isinstance(edit, LineEdit):
                edit.setText(shown(column, raw))
                edit.setCursorPosition(0)
        self._filling = False

    def say(self, found: Mapping[str, str]) -> None:
        """Say what the check found, by field; nothing at the others."""
        for key, field in self.fields.items():
            field.say(found.get(key, ""))

    def set_read_only(self, on: bool) -> None:
        """Let nobody type."""
        for field in self.fields.values():
            if isinstance(field.edit, LineEdit):
                field.edit.setReadOnly(on)
            else:
                field.edit.setEnabled(not on)

    def _edit(self, column: Column) -> QWidget:
        match column.kind:
            case OneOf(labels=labels):
                options = [(value_words(label), member.value) for member, label in labels.items()]
                if self._defaults[column.key] is None:
                    options.insert(0, (self.tr("未写明"), ""))
                return self._combo(column, options)
            case Flag():
                return self._combo(column, [(self.tr("否"), "否"), (self.tr("是"), "是")])
            case Whole():
                edit: LineEdit = CodeEdit()
            case _:
                edit = CodeEdit() if column.key == "code" else LineEdit()
        edit.textChanged.connect(partial(self._on_edited, column.key))
        return edit

    def _combo(self, column: Column, options: list[tuple[str, str]]) -> Combo:
        combo = Combo()
        for label, value in options:
            combo.addItem(label, value)
        combo.activated.connect(
            lambda _at, key=column.key, box=combo: self._on_edited(key, box.currentData())
        )
        return combo

    def _on_edited(self, key: str, value: object) -> None:
        if not self._filling:
            self.edited.emit(key, value)


def shown(column: Column, raw: object) -> str:
    """Return a raw value as one line of text, as it was typed if it is none."""
    if is_blank(raw):
        return ""
    try:
        text = column.kind.show(column.kind.read(raw))
    except ValueError:
        return str(raw)
    return "" if text is None else str(text).replace("\n", "、")


def _member(column: Column, raw: object, default: object) -> str:
    """Return the value of a choice a raw one stands for."""
    if isinstance(column.kind, Flag):
        return shown(column, raw)
    if is_blank(raw):
        return str(getattr(default, "value", ""))
    try:
        return str(getattr(column.kind.read(raw), "value", ""))
    except ValueError:
        return ""

"""The materials of a matter: their list, and the fields of the one in front."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.catalogue.columns import MATERIAL, MATERIAL_BY_KEY
from zcdesk.domain.matter import Material
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.catalogue.draft import Draft, Values, place_of
from zcdesk.ui.catalogue.fields import FieldForm, shown
from zcdesk.ui.catalogue.words import value_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    CENTRE,
    Button,
    ChipState,
    Column,
    Empty,
    Kind,
    RowsModel,
    RowsView,
)
from zcdesk.ui.widgets.scroll import Scroll


class Line(NamedTuple):
    """One material in the list; `wrong` how many things are to mend in it."""

    place: int
    values: Values
    wrong: int = 0


class MaterialsPart(QWidget):
    """List above, fields below; `F2` or Enter goes to the fields, Esc back to the list.

    Signals:
        edited(): something was typed, put in, moved or taken out.
    """

    edited = Signal()

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._said: dict[str, str] = {}
        self._read_only = False
        self.model: RowsModel[Line] = RowsModel(self._columns(), key=lambda line: line.place)
        self.view = RowsView(self.model)
        self.view.set_compact(True)
        self.view.setObjectName("catalogue_materials")
        self.view.setAccessibleName(self.tr("材料"))
        self.empty = Empty("list-check", self.tr("还没有材料"), self.tr("添加材料"), key="Ins")
        self.form = FieldForm(MATERIAL, Material(name=""))
        self.fields = Scroll(self.form)
        self.buttons = (
            Button(self.tr("添加"), Kind.QUIET, icon="plus", key="Ins"),
            Button(self.tr("删去"), Kind.QUIET, icon="trash", key="Del"),
            Button(self.tr("上移"), Kind.QUIET, key="Ctrl+↑"),
            Button(self.tr("下移"), Kind.QUIET, key="Ctrl+↓"),
        )
        self._build()
        self.view.current_changed.connect(self._show_line)
        self.view.opened.connect(lambda _line: self.go_to("name"))
        self.form.edited.connect(self._on_edited)
        self.empty.acted.connect(self.add)
        for button, slot in zip(
            self.buttons,
            (self.add, self.remove, lambda: self.shift(-1), lambda: self.shift(1)),
            strict=True,
        ):
            button.clicked.connect(slot)
        keys.bind("catalogue.add", self.view, self.add)
        keys.bind("catalogue.remove", self.view, self.remove)
        keys.bind("catalogue.up", self.view, lambda: self.shift(-1))
        keys.bind("catalogue.down", self.view, lambda: self.shift(1))
        keys.bind("catalogue.edit", self.view, lambda: self.go_to("name"))
        keys.bind("catalogue.list", self.fields, self.view.setFocus)

    def show_draft(self, draft: Draft, *, read_only: bool) -> None:
        """Begin with the first material of another matter."""
        self._draft = draft
        self._read_only = read_only
        self.form.set_read_only(read_only)
        for button in self.buttons:
            button.setEnabled(not read_only)
        self._fill()
        self.view.set_current(0)
        self._show_line(self.view.current)

    def say(self, said: dict[str, str]) -> None:
        """Say what the check found, at each line and field."""
        self._said = said
        self._fill()
        self._say_line(self.view.current_place)

    def go_to(self, key: str, place: int = -1) -> None:
        """Take the focus to a field of a material."""
        if place >= 0:
            self.view.set_current(place)
        if key in self.form.fields:
            self.form.fields[key].edit.setFocus()

    def add(self) -> None:
        """Put an empty material behind the one in front, and begin with its name."""
        if self._draft is None or self._read_only:
            return
        place = self.view.current_place + 1 if self._draft.materials else 0
        self._draft.add(place)
        self._fill()
        self.edited.emit()
        self.view.set_current(place)
        self._show_line(self.view.current)
        self.go_to("name")

    def remove(self) -> None:
        """Take the material in front out."""
        place = self.view.current_place
        if self._draft is None or self._read_only or not 0 <= place < len(self._draft.materials):
            return
        self._draft.remove(place)
        self._fill()
        self.edited.emit()
        self._show_line(self.view.current)

    def shift(self, by: int) -> None:
        """Move the material in front."""
        place = self.view.current_place
        if self._draft is None or self._read_only or place < 0:
            return
        to = self._draft.move(place, by)
        self._fill()
        self.view.set_current(to)
        self._show_line(self.view.current)
        self.edited.emit()

    def _fill(self) -> None:
        assert self._draft is not None
        wrong: dict[int, int] = {}
        for field in self._said:
            place, _ = place_of(field)
            wrong[place] = wrong.get(place, 0) + 1
        lines = tuple(
            Line(place, dict(values), wrong.get(place, 0))
            for place, values in enumerate(self._draft.materials)
        )
        self.model.set_rows(lines)
        for part in (self.view, self.fields):
            part.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def _show_line(self, line: Line | None) -> None:
        if line is None or self._draft is None:
            return
        self.form.fill(self._draft.materials[line.place])
        self._say_line(line.place)

    def _say_line(self, place: int) -> None:
        found = ((place_of(field), words) for field, words in self._said.items())
        self.form.say({key: words for (at, key), words in found if at == place})

    def _on_edited(self, key: str, value: object) -> None:
        place = self.view.current_place
        if self._draft is not None and place >= 0:
            self._draft.set_material(place, key, value)
            self.edited.emit()

    def _columns(self) -> tuple[Column[Line], ...]:
        return (
            Column("", lambda line: str(line.place + 1), CENTRE, 36),
            Column(self.tr("材料名称"), lambda line: _cell(line, "name")),
            Column(self.tr("形式"), lambda line: _cell(line, "form", self.tr("原件")), width=124),
            Column(self.tr("份"), lambda line: _cell(line, "copies", "1"), CENTRE, 40),
            Column(
                self.tr("必要性"), lambda line: _cell(line, "necessity", self.tr("必要")), width=76
            ),
            Column(
                self.tr("来源"), lambda line: _cell(line, "source", self.tr("申请人自备")), width=96
            ),
            Column(self.tr("检查"), _verdict, width=88, chip=self._chip),
        )

    def _chip(self, line: Line) -> ChipState | None:
        if not line.wrong:
            return ChipState("circle-check", self.tr("通过"), Tone.OK)
        return ChipState("circle-x", self.tr("要改"), Tone.DANGER)

    def _build(self) -> None:
        bar = QHBoxLayout()
        theme.spaced(bar, gap=4)
        for button in self.buttons:
            bar.addWidget(button)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=6)
        column.addWidget(self.view, 2)
        column.addWidget(self.empty, 2)
        column.addLayout(bar)
        column.addWidget(self.fields, 3)


def _cell(line: Line, key: str, default: str = "") -> str:
    return value_words(shown(MATERIAL_BY_KEY[key], line.values.get(key))) or default


def _verdict(line: Line) -> str:
    return str(line.wrong) if line.wrong else ""

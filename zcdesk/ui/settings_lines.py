"""Lines of settings: what is set, its choices beside it, and what has to be known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.text import Text


class Line(NamedTuple):
    """One setting: its name, its word, value and words of each choice, and a note."""

    name: str
    word: str
    options: tuple[tuple[object, str], ...]
    note: str = ""


class Lines(QWidget):
    """Shows lines and tells what somebody chose.

    Attributes:
        choices: by name.

    Signals:
        changed(str, object): the setting of that name is to have that value.
    """

    changed = Signal(str, object)

    def __init__(self, lines: tuple[Line, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[str, Choice] = {}
        self._grid = QGridLayout(self)
        theme.spaced(self._grid, gap=16)
        for place, line in enumerate(lines):
            self._put(place, line)
        self._grid.setColumnStretch(2, 1)
        if lines:
            self.setFocusProxy(self.choices[lines[0].name])

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show what is set now; nobody is told."""
        for name, choice in self.choices.items():
            if name in values and values[name] != choice.value:
                choice.blockSignals(True)
                choice.set_value(values[name])
                choice.blockSignals(False)

    def _put(self, place: int, line: Line) -> None:
        choice = Choice(line.options)
        choice.setAccessibleName(line.word)
        choice.changed.connect(partial(self.changed.emit, line.name))
        self.choices[line.name] = choice
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(Text(line.word, "strong"), place, 0, middle)
        self._grid.addWidget(choice, place, 1, middle)
        self._grid.addWidget(Text(line.note, "small", Tone.NEUTRAL, wrap=True), place, 2, middle)

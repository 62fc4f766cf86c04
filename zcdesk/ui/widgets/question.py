"""The one question the program asks in a dialog: before what cannot be taken back.

It opens without a nested event loop; the safe answer has the focus, and Enter never means yes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.text import Text


class Confirm(QDialog):
    """The dialog; `yes` and `no` are its buttons."""

    def __init__(self, parent: QWidget, words: str, yes: str, no: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("综窗台"))
        self.yes = Button(yes, Kind.DANGER)
        self.no = Button(no or self.tr("不，返回"))
        said = Text(words, "body", wrap=True)
        theme.sized(said, min_width=360)
        top = QHBoxLayout()
        theme.spaced(top, gap=12)
        top.addWidget(Glyph("alert-triangle", Tone.DANGER, 28), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(said, 1)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        column = QVBoxLayout(self)
        theme.spaced(column, (16, 16, 16, 12), 16)
        column.addLayout(top)
        column.addLayout(row)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self.setAccessibleName(words)
        self.no.setFocus()


def confirm(
    parent: QWidget, words: str, yes: str, on_yes: Callable[[], object], no: str = ""
) -> Confirm:
    """Ask `words` over the window of `parent`; `yes` names the act and runs `on_yes`."""
    asked = Confirm(parent.window(), words, yes, no)
    at = theme.look(parent)
    asked.setStyleSheet(theme.sheet(at))
    theme.rescale(asked, at)
    asked.accepted.connect(on_yes)
    asked.open()
    return asked

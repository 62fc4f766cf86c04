"""Containers: the rounded panel with a title, the dividing line, the page footer.

They hold layout and look only; what is in them belongs to the page.
"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.text import Text


class Panel(QFrame):
    """A white rounded box: `panel = Panel(self.tr("材料核验")); panel.body.addWidget(view)`.

    Attributes:
        head: row of title, note and aside; add chips or buttons here.
        title, note, aside: labels; `note` stands beside the title, `aside` at the right end.
        body: column of the content.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.title = Text(title, "heading")
        self.note = Text("", "body", Tone.NEUTRAL, elide=True)
        self.aside = Text("", "small", Tone.NEUTRAL)
        self.head = QHBoxLayout()
        theme.spaced(self.head, gap=10)
        self.head.addWidget(self.title)
        self.head.addWidget(self.note, 1)
        self.head.addWidget(self.aside)
        self.body = QVBoxLayout()
        theme.spaced(self.body, gap=8)
        column = QVBoxLayout(self)
        theme.spaced(column, (10, 8, 10, 8), 8)
        column.addLayout(self.head)
        column.addLayout(self.body, 1)
        if not title:
            self.show_head(False)

    def set_title(self, title: str, note: str = "", aside: str = "") -> None:
        """Change the texts of the head."""
        self.title.set_text(title)
        self.note.set_text(note)
        self.aside.set_text(aside)
        self.show_head(bool(title or note or aside))

    def show_head(self, on: bool) -> None:
        """Show or hide the row of the title."""
        for label in (self.title, self.note, self.aside):
            label.setVisible(on)


class Line(QFrame):
    """A thin dividing line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "line")
        self.setFixedHeight(1)


class Footer(QFrame):
    """The row at the bottom of a page: what is left at the left, acts at the right.

    `footer.say(widget)` adds at the left, `footer.act(button)` at the right end;
    `footer.under(body, page)` lays the page out.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._says = QHBoxLayout()
        self._acts = QHBoxLayout()
        row = QHBoxLayout(self)
        theme.spaced(row, (10, 7, 10, 7), 8)
        theme.spaced(self._says, gap=8)
        theme.spaced(self._acts, gap=8)
        row.addLayout(self._says, 1)
        row.addLayout(self._acts)

    def say(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget at the left."""
        self._says.addWidget(widget, stretch)

    def act(self, button: QWidget) -> None:
        """Add a button at the right; the primary one comes last."""
        self._acts.addWidget(button)

    def under(self, body: QWidget | QLayout, page: QWidget) -> None:
        """Fill `page` with `body` and stand below it."""
        column = QVBoxLayout(page)
        theme.spaced(column, gap=8)
        if isinstance(body, QLayout):
            column.addLayout(body, 1)
        else:
            column.addWidget(body, 1)
        column.addWidget(self)


def centre(page: QWidget, card: QWidget, *below: QLayout) -> None:
    """Stand `card` in the middle of `page`, and what belongs `below` it.

    Stretches instead of an alignment, which would ignore the height of wrapped messages.
    """
    middle = QHBoxLayout()
    middle.addStretch(1)
    middle.addWidget(card)
    middle.addStretch(1)
    column = QVBoxLayout(page)
    theme.spaced(column, (16, 8, 16, 8), 12)
    column.addStretch(1)
    for row in (middle, *below):
        column.addLayout(row)
    column.addStretch(1)

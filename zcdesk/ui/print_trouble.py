"""The band of a page that printed: what is wrong with the printer, and the ways out by key.

The page owns the focus and gives its keys to this; it shows nothing while all is well.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.printing import Printing, PrintOutcome, PrintState
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Button, Glyph, Kind, Text


class PrintTrouble(QWidget):
    """`trouble.show_trouble(printing.trouble)` whenever something became of a paper."""

    def __init__(self, printing: Printing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printing = printing
        self._unsure = False
        self.setObjectName("print_trouble")
        self.words = Text("", "strong", wrap=True)
        self.words.setObjectName("print_trouble_words")
        self._code = Text("", "small", Tone.NEUTRAL)
        self.retry = self._button(self.tr("重试"), "Enter", Kind.PRIMARY, self._printing.retry)
        self.other = self._button(self.tr("换打印机"), "2", Kind.PLAIN, self._on_other)
        self.later = self._button(self.tr("稍后打"), "3", Kind.PLAIN, self._printing.put_off)
        self.out = self._button(self.tr("出来了"), "Enter", Kind.PRIMARY, self._printing.confirm)
        again = self.tr("没有，重打")
        self.not_out = self._button(again, "prints.again", Kind.PLAIN, self._printing.retry)
        self._icon = Glyph("printer-off", Tone.DANGER, 24)
        self._build()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the clerk is asked for a way out."""
        return not self.isHidden()

    def show_trouble(self, trouble: PrintOutcome | None) -> None:
        """Show the trouble of the moment, or nothing."""
        self.setVisible(trouble is not None)
        if trouble is None or trouble.error is None:
            return
        said = describe(trouble.error)
        self._unsure = trouble.state is PrintState.UNKNOWN
        self.words.set_text(said.text)
        self._code.set_text(said.code)
        tone = Tone.WARN if self._unsure else Tone.DANGER
        self._icon.show_icon("help" if self._unsure else "printer-off", tone)
        for button in (self.out, self.not_out):
            button.setVisible(self._unsure)
        for button in (self.retry, self.later):
            button.setVisible(not self._unsure)
        self.other.setVisible(not self._unsure and self._printing.has_other())
        self.setAccessibleName(said.text)
        self.update()

    def on_enter(self) -> bool:
        """Take the first way out; False if there is nothing to answer."""
        return self._press(self.out if self._unsure else self.retry)

    def on_digit(self, digit: int) -> bool:
        """2 another printer, 3 later."""
        return not self._unsure and self._press({2: self.other, 3: self.later}.get(digit))

    def on_again(self) -> bool:
        """R: no paper came out, print again."""
        return self._unsure and self._press(self.not_out)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the coloured ground."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(at.colour((Tone.WARN if self._unsure else Tone.DANGER).chip))
        painter.drawRoundedRect(self.rect(), 8, 8)

    def _build(self) -> None:
        words = QHBoxLayout()
        theme.spaced(words, gap=10)
        words.addWidget(self._icon)
        words.addWidget(self.words, 1)
        words.addWidget(self._code)
        ways = QHBoxLayout()
        theme.spaced(ways, gap=8)
        for button in (self.retry, self.out, self.not_out, self.other, self.later):
            ways.addWidget(button)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        theme.spaced(column, (16, 12, 16, 12), 10)
        column.addLayout(words)
        column.addLayout(ways)

    def _button(self, words: str, key: str, kind: Kind, slot: object) -> Button:
        button = Button(words, kind, key=key)
        button.clicked.connect(lambda: slot())  # type: ignore[operator]
        return button

    def _press(self, button: Button | None) -> bool:
        if not self.is_open or button is None or button.isHidden():
            return False
        button.click()
        return True

    def _on_other(self) -> None:
        self._printing.retry(other=True)

"""Input fields: a label above, the input, and the message that belongs to it below.

Where Chinese is never typed the input method is off and full-width characters become plain ones;
names are kept exactly as entered.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.text import Text

_MESSAGE_ICONS = {
    Tone.DANGER: "exclamation-circle",
    Tone.WARN: "alert-triangle",
    Tone.OK: "circle-check",
}


class LineEdit(QLineEdit):
    """A field for names and other Chinese text; what is typed is kept as it is."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(theme.cover)

    def mark_wrong(self, wrong: bool) -> None:
        """Draw the border red or normal."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)


class CodeEdit(LineEdit):
    """A field for numbers, codes, dates and the like: input method off, text made plain.

    `secret=True` hides what is typed.
    """

    def __init__(
        self,
        placeholder: str = "",
        *,
        secret: bool = False,
        upper: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, parent)
        self._upper = upper
        self.setProperty("plain_input", True)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        else:
            self.textEdited.connect(self._on_edited)
        self._switch_off()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the input method off: Qt decides it anew with every change of state."""
        super().changeEvent(event)
        self._switch_off()

    def _switch_off(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)

    def _on_edited(self, text: str) -> None:
        plain = plain_text(text, upper=self._upper)
        if plain != text:
            behind = len(text) - self.cursorPosition()
            self.setText(plain)
            self.setCursorPosition(max(0, len(plain) - behind))


def plain_text(text: str, *, upper: bool = False) -> str:
    """Return `text` with full-width forms folded (NFKC) and blanks at the ends dropped."""
    from unicodedata import normalize  # not needed before the first key

    plain = normalize("NFKC", text).strip()
    return plain.upper() if upper else plain


class Combo(QComboBox):
    """A list of choices that the wheel cannot change by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the choice has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow in the theme's colour."""
        super().paintEvent(event)
        at = theme.look(self)
        side = at.px(16)
        painter = QPainter(self)
        left = self.width() - side - at.space(8)
        top = (self.height() - side) / 2
        theme.paint_icon(painter, "chevron-down", at.tokens.text2, left, top, side)


class Spin(QSpinBox):
    """A small number; wheel and input method as in the other fields."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.lineEdit().setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the number has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Field(QWidget):
    """Label, input and message: `Field(self.tr("手机"), CodeEdit())`.

    Attributes:
        label: the label above.
        edit: the input; any widget.
    """

    def __init__(
        self, label: str, edit: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.label = Text(label, "small", Tone.NEUTRAL, elide=True)  # it pushes no input away
        self.edit: QWidget = edit if edit is not None else LineEdit()
        self.label.setBuddy(self.edit)
        self.edit.setAccessibleName(label)
        for inner in self.edit.findChildren(QLineEdit):  # of a number: it is what is spoken
            inner.setAccessibleName(label)
        self.setFocusProxy(self.edit)
        self._message = _Message()
        column = QVBoxLayout(self)
        theme.spaced(column, gap=4)
        column.addWidget(self.label)
        column.addWidget(self.edit)
        column.addWidget(self._message)
        column.addStretch(1)

    @property
    def message(self) -> str:
        """The words below the input, empty if none."""
        return self._message.words.full_text

    def text(self) -> str:
        """Return what a line edit holds."""
        return self.edit.text() if isinstance(self.edit, QLineEdit) else ""

    def set_text(self, text: str) -> None:
        """Fill a line edit."""
        if isinstance(self.edit, QLineEdit):
            self.edit.setText(text)

    def say(self, words: str, tone: Tone = Tone.DANGER) -> None:
        """Put a message below the input; empty words take it away."""
        self._message.say(words, tone)
        if isinstance(self.edit, LineEdit):
            self.edit.mark_wrong(bool(words) and tone is Tone.DANGER)
        self.edit.setAccessibleDescription(words)


class _Message(QWidget):
    """Icon and words below an input."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Text("", "small", wrap=True)
        self._icon = Glyph(side=16)
        row = QHBoxLayout(self)
        theme.spaced(row, (0, 2, 0, 0), 4)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, words: str, tone: Tone) -> None:
        self.words.set_text(words)
        self.words.set_tone(tone)
        self._icon.show_icon(_MESSAGE_ICONS.get(tone, "info-circle"), tone)
        self.setVisible(bool(words))

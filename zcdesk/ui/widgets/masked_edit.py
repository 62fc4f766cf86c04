"""An input for identity and phone numbers that hides what it holds once that is in order.

Without the focus, and at first with it, only the masked number stands there. Holding Ctrl shows
it; a key that edits shows it too, and each look at a stored number is reported once.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from zcdesk.ui.widgets.field import CodeEdit

_EDITS = (
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class MaskedEdit(CodeEdit):
    """`MaskedEdit(mask_id)`; what it holds is `value`, what it shows may be less.

    Signals:
        value_edited(str): the clerk typed.
        revealed(): a number that was hidden is shown in clear.
    """

    value_edited = Signal(str)
    revealed = Signal()

    def __init__(
        self,
        mask: Callable[[str], str],
        placeholder: str = "",
        *,
        upper: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, upper=upper, parent=parent)
        self._mask = mask
        self._value = ""
        self._may_hide = False
        self._hidden = False
        self._peeking = False
        # after CodeEdit's own slot, which makes the text plain first
        self.textEdited.connect(self._on_typed)

    @property
    def value(self) -> str:
        """The whole number."""
        return self._value

    @property
    def is_hidden(self) -> bool:
        """Whether only the masked number stands there."""
        return self._hidden

    def set_value(self, value: str) -> None:
        """Hold another number, in clear until `hide_when` says it may hide."""
        self._value = value
        self._hidden = False
        self.setText(value)

    def hide_when(self, complete: bool) -> None:
        """Let the number hide when the field is left: it is in order."""
        self._may_hide = complete
        if complete and not self.hasFocus():
            self._hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stay hidden, ready to be typed over."""
        super().focusInEvent(event)
        if self._hidden:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide what is in order."""
        super().focusOutEvent(event)
        self._peeking = False
        if self._may_hide:
            self._hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show before editing; a digit types a new number over the hidden one."""
        if event.key() == Qt.Key.Key_Control and self._hidden:
            self._show()
            self._peeking = True
        elif self._peeking and event.key() != Qt.Key.Key_Control:
            # Ctrl was the first half of a shortcut, not a wish to look
            self._peeking = False
            self._hide()
        elif self._hidden and event.key() in _EDITS:
            self._show()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Hide again when Ctrl goes up."""
        if event.key() == Qt.Key.Key_Control and self._peeking:
            self._peeking = False
            self._hide()
            self.selectAll()
        super().keyReleaseEvent(event)

    def _hide(self) -> None:
        if self._value and not self._hidden:
            self._hidden = True
            self.setText(self._mask(self._value))

    def _show(self) -> None:
        self._hidden = False
        self.setText(self._value)
        self.revealed.emit()

    def _on_typed(self, _text: str) -> None:
        self._hidden = False
        self._value = self.text()
        self.value_edited.emit(self._value)

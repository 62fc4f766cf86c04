"""A masked number that shows itself only while Ctrl is held on it.

The whole value is asked for at that moment and forgotten when the key goes up; each look is
reported once, for the hall log.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.text import Text


class MaskedText(Text):
    """`MaskedText(self.tr("证件号"), masked, lambda: whole)`; hold Ctrl under the mouse or focus.

    Where looking is an act of its own, `fetch(show)` asks for it and calls `show` with the value.

    Signals:
        revealed(): the whole value was shown once more.
    """

    revealed = Signal()

    def __init__(
        self,
        name: str,
        masked: str = "",
        whole: Callable[[], str] | None = None,
        fetch: Callable[[Callable[[str], None]], None] | None = None,
        style: str = "body",
        tone: Tone | None = Tone.NEUTRAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(masked, style, tone, elide=True, parent=parent)
        self._name = name
        self._masked = masked
        self._whole = whole
        self._fetch = fetch
        self._is_shown = False
        self._listening = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription(self.tr("按住 Ctrl 显示"))
        self.set_value(masked, whole)

    @property
    def is_revealed(self) -> bool:
        """Whether the whole value stands on the screen now."""
        return self._is_shown

    def set_value(self, masked: str, whole: Callable[[], str] | None) -> None:
        """Show another masked number; `whole` gives the unmasked one when asked."""
        self._masked, self._whole = masked, whole
        self._is_shown = False
        self.set_text(masked)
        self.setAccessibleName(f"{self._name} {masked}")

    def enterEvent(self, event: QEnterEvent) -> None:
        """Listen for Ctrl while under the mouse."""
        super().enterEvent(event)
        self._listen(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide again when the mouse leaves."""
        super().leaveEvent(event)
        self._listen(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Listen for Ctrl while focused."""
        super().focusInEvent(event)
        self._listen(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide again when the focus leaves."""
        super().focusOutEvent(event)
        self._listen(self.underMouse() and self.isActiveWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show while Ctrl is down; leaving the window counts as letting go."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # Any other key makes it a shortcut such as Ctrl+L, not a wish to look.
            self._show(event.key() == Qt.Key.Key_Control)
        elif (
            kind == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Control
        ) or kind in (QEvent.Type.WindowDeactivate, QEvent.Type.ApplicationDeactivate):
            self._show(False)
        return False

    def hideEvent(self, event: object) -> None:
        """Never stay open behind another page."""
        self._listen(False)

    def _on_fetched(self, text: str) -> None:
        """Show what was asked for, unless the key went up in the meantime."""
        if self._is_shown:
            self.setText(text)
            self.revealed.emit()

    def _listen(self, on: bool) -> None:
        app = QApplication.instance()
        if app is None or on == self._listening:
            return
        self._listening = on
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)
            self._show(False)

    def _show(self, on: bool) -> None:
        if on == self._is_shown or (on and self._whole is None and self._fetch is None):
            return
        self._is_shown = on
        if on and self._fetch is not None:
            self._fetch(self._on_fetched)
            return
        if on and self._whole is not None:
            self.setText(self._whole())
            self.revealed.emit()
        else:
            self.set_text(self._masked)
            self.setAccessibleName(f"{self._name} {self._masked}")

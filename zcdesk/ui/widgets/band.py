"""The band: one message in the page, at the place of the trouble, with its ways out as buttons.

It never takes the focus by itself and never covers what the clerk works on.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, IconButton
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.text import Text

_ICONS = {
    Tone.DANGER: "exclamation-circle",
    Tone.WARN: "alert-triangle",
    Tone.OK: "circle-check",
    Tone.INFO: "bulb",
}


class Band(QWidget):
    """An L2 message; hidden while it has nothing to say.

    Signals:
        acted(int): the clerk pressed the button with this place in `actions`.
        dismissed(): the clerk put it away.
    """

    acted = Signal(int)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.WARN
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._icon = Glyph()
        self.text = Text("", "body", wrap=True)
        self.code = Text("", "small", Tone.NEUTRAL)
        self._actions = QHBoxLayout()
        theme.spaced(self._actions, gap=8)
        self._close = IconButton("x", self.tr("收起"))
        row = QHBoxLayout(self)
        theme.spaced(row, (12, 6, 6, 6), 8)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.code)
        row.addLayout(self._actions)
        row.addWidget(self._close)
        self._close.clicked.connect(self._on_closed)
        self.hide()

    @property
    def tone(self) -> Tone:
        """Its colour's meaning."""
        return self._tone

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The ways out, first the safest."""
        found = (self._actions.itemAt(i).widget() for i in range(self._actions.count()))
        return tuple(button for button in found if isinstance(button, Button))

    def say(
        self,
        words: str,
        actions: tuple[str, ...] = (),
        *,
        tone: Tone = Tone.WARN,
        code: str = "",
        count: int = 1,
    ) -> None:
        """Show `words` with one button per action; no words hide the band.

        Args:
            count: how often it happened; above 1 it stands behind the words as ×n.
        """
        self._tone = tone
        self._words = words
        self.text.set_text(f"{words}  ×{count}" if count > 1 else words)
        self.code.set_text(code)
        self.code.setVisible(bool(code))
        self._icon.show_icon(_ICONS.get(tone, "info-circle"), tone)
        if tuple(button.text() for button in self.buttons) != actions:
            self._build_actions(actions)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()

    def clear(self) -> None:
        """Hide the band."""
        self.say("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the coloured ground."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(at.colour(self._tone.chip))
        painter.drawRoundedRect(self.rect(), 8, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy text and code with Ctrl+C for the phone call to the technicians."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(f"{self._words} {self.code.full_text}".strip())
            return
        super().keyPressEvent(event)

    def _build_actions(self, actions: tuple[str, ...]) -> None:
        for button in self.buttons:
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()
        for place, words in enumerate(actions):
            button = Button(words)
            button.clicked.connect(lambda _checked=False, at=place: self.acted.emit(at))
            self._actions.addWidget(button)

    def _on_closed(self) -> None:
        self.clear()
        self.dismissed.emit()

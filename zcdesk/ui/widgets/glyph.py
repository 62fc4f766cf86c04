"""A single toned icon as a widget, beside text or above it; always with words near it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone


class Glyph(QWidget):
    """`Glyph("alert-triangle", Tone.WARN, 20)`; the side is at scale 1."""

    def __init__(
        self,
        name: str = "",
        tone: Tone = Tone.NEUTRAL,
        side: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def name(self) -> str:
        """Name of the icon shown."""
        return self._name

    def show_icon(self, name: str, tone: Tone) -> None:
        """Change icon and tone."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the scaled side."""
        side = theme.look(self).px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        if self._name:
            at = theme.look(self)
            ink = at.colour(self._tone.value).name()
            theme.paint_icon(QPainter(self), self._name, ink, 0, 0, at.px(self._side))

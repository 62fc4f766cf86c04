"""Labels: styled, toned, cut with an ellipsis when short of room, and key caps.

A label never clips: what does not fit is elided and stands whole in the tool tip.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Look, Tone

_LEAST_SAID = 5
"""Fewer characters of a sentence say nothing."""


class Text(QLabel):
    """A label with a type style of the theme and a tone.

    `Text(self.tr("申请人"), "heading")`; `elide=True` for texts of unknown length.
    """

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        tone: Tone | None = None,
        *,
        elide: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._full = ""
        self._elide = elide
        self.setProperty("type", style)
        self.setProperty("tone", _tone_name(tone))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    @property
    def full_text(self) -> str:
        """The whole text, also when only part of it is shown."""
        return self._full

    def set_text(self, text: str) -> None:
        """Show `text`; rare characters load the fallback font."""
        if text == self._full:
            self._fit()
            return
        theme.cover(text)
        self._full = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def set_style(self, style: str) -> None:
        """Change the type style."""
        if self.property("type") != style:
            self.setProperty("type", style)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_tone(self, tone: Tone | None) -> None:
        """Change the colour to that of `tone`."""
        name = _tone_name(tone)
        if self.property("tone") != name:
            self.setProperty("tone", name)
            self.style().unpolish(self)
            self.style().polish(self)

    def sizeHint(self) -> QSize:
        """Ask for the room of the whole text."""
        if not self._elide:
            return super().sizeHint()
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._full) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Accept less than the whole text where eliding is allowed."""
        if not self._elide:
            return super().minimumSizeHint()
        metrics = self.fontMetrics()
        least = metrics.horizontalAdvance(self._full[:3] + "…")
        return QSize(min(least, metrics.horizontalAdvance(self._full) + 2), metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Cut the text again when its font changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        shown = self._full
        if self._elide and self.width() > 0:
            mode = Qt.TextElideMode.ElideRight
            shown = self.fontMetrics().elidedText(self._full, mode, self.width())
            if len(shown) < _LEAST_SAID < len(self._full) // 2:
                shown = ""  # a beginning that tells nothing only looks broken
            self.setToolTip(self._full if shown != self._full else "")
        if shown != self.text():
            self.setText(shown)


class KeyCap(QWidget):
    """The picture of a key, as in the buttons."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the room of the key's caption."""
        return cap_size(self._key, theme.look(self))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        at = theme.look(self)
        painter = QPainter(self)
        paint_cap(painter, self.rect(), self._key, at, at.colour("text2"), at.colour("subtle"))


def cap_size(key: str, at: Look) -> QSize:
    """Return the size of a key cap."""
    metrics = QFontMetrics(at.font("small"))
    height = at.px(20)
    return QSize(max(height, metrics.horizontalAdvance(key) + 2 * at.space(5)), height)


def paint_cap(
    painter: QPainter, rect: QRect, key: str, at: Look, ink: QColor, fill: QColor | None
) -> None:
    """Draw a key cap filling `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(at.font("small"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def _tone_name(tone: Tone | None) -> str:
    return tone.name.lower() if tone is not None else "plain"

"""Buttons with an icon, a text and the cap of the key that does the same.

A button is never a dialog's default and keeps the keyboard focus where it was when clicked: the
focus belongs to the list the clerk works in.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.key_command import window_cap
from zcdesk.ui.widgets.pressable import Pressable
from zcdesk.ui.widgets.text import cap_size, paint_cap
from zcdesk.ui.words import noted


class Kind(Enum):
    """How much a button asks for attention; one PRIMARY at most on a page."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"
    QUIET = "quiet"


class _Ink(NamedTuple):
    """Token names of one state of a button."""

    fill: str | None
    edge: str | None
    text: str
    hover: str


_INKS = {
    Kind.PLAIN: _Ink("surface", "border", "text", "subtle"),
    Kind.PRIMARY: _Ink("brand_fill", None, "on_fill", "brand_hover"),
    Kind.DANGER: _Ink("danger_fill", None, "on_fill", "danger_hover"),
    Kind.QUIET: _Ink(None, None, "text", "subtle"),
}
_OFF = _Ink("window", "divider", "disabled", "window")
_CHOSEN = _Ink("selection", "brand", "brand", "selection")
"""Of several that can be checked the one that is, as in a segmented choice."""


class Button(Pressable):
    """`Button(self.tr("重呼"), key="F3")`, `Button(text, Kind.PRIMARY, icon="printer")`.

    `key` is a window's key as it is by itself, or the id of a command: `key="prints.decide"`. What
    is shown is the key that does it here.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.PLAIN,
        *,
        icon: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon = icon
        self._key = key
        self._speaks = True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def kind(self) -> Kind:
        """How much it asks for attention."""
        return self._kind

    @property
    def key(self) -> str:
        """Caption of the key that does the same."""
        if "." in self._key:
            from zcdesk.ui.keys import CAPS  # all tables: the login, painted first, has no letters

            return CAPS[self._key]
        return window_cap(self._key)

    def set_kind(self, kind: Kind) -> None:
        """Change how much it asks for attention."""
        self._kind = kind
        self.update()

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self._hint()

    def set_worded(self, on: bool) -> None:
        """Show the words, or icon and key alone: the words then stand in the tool tip."""
        if on != self._speaks:
            self._speaks = on
            self.updateGeometry()
            self._hint()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of icon, words and key cap."""
        at = theme.look(self)
        width = QFontMetrics(at.font(self._style())).horizontalAdvance(self._said())
        width += self._icon_room() + self._cap_room() + 2 * at.space(14)
        return QSize(max(width, at.control), at.control)

    def minimumSizeHint(self) -> QSize:
        """Accept an elided text, but keep icon, key and a target of 32."""
        at = theme.look(self)
        short = self.text()[:2] + "…" if self._speaks else ""
        least = QFontMetrics(at.font(self._style())).horizontalAdvance(short)
        width = least + self._icon_room() + self._cap_room() + 2 * at.space(8)
        return QSize(min(width, self.sizeHint().width()), at.control)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the whole text in the tool tip when it is cut."""
        super().resizeEvent(event)
        self._hint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, icon, words and key cap."""
        at = theme.look(self)
        ink = self._ink()
        fill = ink.fill
        if self.isEnabled() and ink is not _CHOSEN and (self.underMouse() or self.isDown()):
            fill = "selection" if self.isDown() and self._kind is Kind.PLAIN else ink.hover
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(at.colour(ink.edge), 1) if ink.edge else Qt.PenStyle.NoPen)
        painter.setBrush(at.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        self._paint_content(painter, ink)

    def _paint_content(self, painter: QPainter, ink: _Ink) -> None:
        at = theme.look(self)
        font = at.font(self._style())
        metrics = QFontMetrics(font)
        room = self.width() - 2 * at.space(8) - self._icon_room() - self._cap_room()
        words = metrics.elidedText(self._said(), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(words)
        left = (self.width() - width - self._icon_room() - self._cap_room()) // 2
        painter.setPen(at.colour(ink.text))
        if self._icon:
            side = at.px(18)
            top = (self.height() - side) / 2
            theme.paint_icon(painter, self._icon, at.colour(ink.text).name(), left, top, side)
            left += self._icon_room()
        painter.setFont(font)
        painter.drawText(
            QRect(left, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, words
        )
        if self._key:
            size = cap_size(self.key, at)
            top = (self.height() - size.height()) // 2
            cap = QRect(QPoint(left + width + at.space(8), top), size)
            filled = ink.fill == "surface"
            edge = at.colour(ink.text if not filled else "text2")
            paint_cap(painter, cap, self.key, at, edge, at.colour("subtle") if filled else None)

    def _ink(self) -> _Ink:
        if not self.isEnabled():
            return _OFF
        return _CHOSEN if self.isChecked() else _INKS[self._kind]

    def _style(self) -> str:
        is_strong = self.isChecked() or self._kind in (Kind.PRIMARY, Kind.DANGER)
        return "strong" if is_strong else "body"

    def _icon_room(self) -> int:
        at = theme.look(self)
        if not self._icon:
            return 0
        return at.px(18) + (at.space(6) if self._said() else 0)

    def _cap_room(self) -> int:
        at = theme.look(self)
        return cap_size(self.key, at).width() + at.space(8) if self._key else 0

    def _hint(self) -> None:
        short = self.width() < self.minimumSizeHint().width() or self.width() < (
            self.sizeHint().width() - 2 * theme.look(self).space(6)
        )
        self.setToolTip(self.text() if short or not self._speaks else "")

    def _said(self) -> str:
        return self.text() if self._speaks else ""


class IconButton(Button):
    """A square button that is only an icon; `name` is spoken and shown as its tool tip."""

    def __init__(
        self,
        icon: str,
        name: str,
        kind: Kind = Kind.QUIET,
        *,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind, icon=icon, key=key, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a square of the control height."""
        side = theme.look(self).control
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never shrink."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Say the name, and the key as it is now, when the mouse rests here."""
        if event.type() == QEvent.Type.ToolTip:
            self._hint()
        return super().event(event)

    def _paint_content(self, painter: QPainter, ink: _Ink) -> None:
        at = theme.look(self)
        side = at.px(18)
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        theme.paint_icon(painter, self._icon, at.colour(ink.text).name(), left, top, side)

    def _hint(self) -> None:
        name = self.accessibleName()
        self.setToolTip(noted(name, self.key) if self._key else name)

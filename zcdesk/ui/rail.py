"""The navigation rail: one item per module, icon and word; what a role may not use is not there.

In a low window the words of all modules give way; where somebody has more roles than the icons
have room, the rail scrolls, and the module in front is always in sight.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from zcdesk.ui import theme
from zcdesk.ui.widgets.scroll import Scroll

_SMALL_ICON, _SMALL_LINE = 18, 19
"""Least heights of icon and word at scale 1."""


class NavItem(NamedTuple):
    """One module: the page it shows, and its icon and word."""

    page: str
    icon: str
    word: str


class Rail(QFrame):
    """Shows the modules.

    Signals:
        chosen(str): the clerk wants this page.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self._items: tuple[NavItem, ...] = ()
        self._group = QButtonGroup(self)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        theme.spaced(self._column, (4, 8, 4, 8), 2)
        self._column.addStretch(1)
        self._scroll = Scroll(inside)
        whole = QVBoxLayout(self)
        theme.spaced(whole)
        whole.addWidget(self._scroll)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def items(self) -> tuple[NavItem, ...]:
        """The modules shown, top to bottom."""
        return self._items

    def set_items(self, items: tuple[NavItem, ...]) -> None:
        """Show these modules."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._items = items
        for place, item in enumerate(items):
            button = _RailButton(item)
            self._group.addButton(button, place)
            self._column.insertWidget(place, button)
        self._take_width()

    def set_current(self, page: str) -> None:
        """Mark the module of `page`; a page that is no module leaves the mark where it is."""
        for place, item in enumerate(self._items):
            if item.page == page:
                self._group.button(place).setChecked(True)
        self._keep_in_sight()

    def beside(self, page: str, steps: int) -> str:
        """Return the module `steps` after the one of `page`, round the end."""
        pages = [item.page for item in self._items]
        if not pages:
            return page
        here = pages.index(page) if page in pages else 0
        return pages[(here + steps) % len(pages)]

    def changeEvent(self, event: QEvent) -> None:
        """Take the width of the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._take_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the module in front in sight."""
        super().resizeEvent(event)
        self._take_width()
        self._keep_in_sight()

    def _take_width(self) -> None:
        """Be as wide as the longest word asks, or as an icon where there is no height for words."""
        at = theme.look(self)
        metrics = QFontMetrics(at.font("small_strong"))
        longest = max((metrics.horizontalAdvance(item.word) for item in self._items), default=0)
        whole = max(at.space(72), longest + 2 * at.space(8))
        speaks = self._has_words()
        for button in self._group.buttons():
            assert isinstance(button, _RailButton)
            button.speaks = speaks
            button.update()
        self.setFixedWidth(whole if speaks else least(at) + 2 * at.space(12))

    def _has_words(self) -> bool:
        """Whether every module has the height of icon and word: all of them speak, or none."""
        at = theme.look(self)
        each = at.px(_SMALL_ICON) + at.px(_SMALL_LINE)
        gaps = 2 * at.space(8) + at.space(2) * len(self._items)
        return self.height() >= each * len(self._items) + gaps

    def _keep_in_sight(self) -> None:
        chosen = self._group.checkedButton()
        if chosen is not None:
            self._scroll.widget().adjustSize()
            self._scroll.ensureWidgetVisible(chosen, 0, chosen.height())

    def _on_clicked(self, place: int) -> None:
        self.chosen.emit(self._items[place].page)


def least(at: theme.Look) -> int:
    """Return the side of an icon alone, still large enough to be pointed at (32)."""
    return max(32, at.px(20))


class _RailButton(QAbstractButton):
    """One module; its word stands below the icon where the rail speaks, and in the tool tip."""

    def __init__(self, item: NavItem) -> None:
        super().__init__()
        self._item = item
        self.speaks = True
        self.setText(item.word)
        self.setAccessibleName(item.word)
        self.setToolTip(item.word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(16777215)

    def sizeHint(self) -> QSize:
        at = theme.look(self)
        return QSize(at.px(44), at.space(12) + at.px(44))

    def minimumSizeHint(self) -> QSize:
        """Accept the icon alone."""
        side = least(theme.look(self))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(at.colour("chip_info" if chosen else "subtle"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        ink = at.colour("brand" if chosen else "text2")
        side, line, gap = at.px(22), at.px(20), at.space(2)
        if self.height() < side + line + 3 * gap:
            side, line, gap = at.px(_SMALL_ICON), at.px(_SMALL_LINE), 0  # a word keeps to its icon
        block = side + line + gap if self.speaks else side
        top = (self.height() - block) // 2
        left = (self.width() - side) / 2
        theme.paint_icon(painter, self._item.icon, ink.name(), left, top, side)
        if self.speaks:
            painter.setPen(ink)
            painter.setFont(at.font("small_strong" if chosen else "small"))
            room = QRect(0, top + side + gap, self.width(), line)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._item.word)

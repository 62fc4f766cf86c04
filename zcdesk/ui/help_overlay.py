"""The F1 overlay: exactly the keys that act at this moment, each with what it does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.key_command import Command
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import KeyCap, Text, cap_size

MOST_ROWS = 11


class HelpOverlay(QWidget):
    """Lies over its parent until F1, Esc or a click."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._commands: tuple[Command, ...] = ()
        self._before: QWidget | None = None
        self.panel = Panel(self.tr("快捷键"))
        listed = QWidget()
        self._grid = QGridLayout(listed)
        theme.spaced(self._grid, (4, 4, 4, 4), 12, 6)
        self._scroll = _Listed(listed)
        self.panel.body.addWidget(self._scroll)
        column = QVBoxLayout(self)
        theme.spaced(column, (8, 8, 8, 8))
        column.addStretch(1)
        column.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        parent.installEventFilter(self)
        self.hide()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands listed."""
        return self._commands

    def open_for(self, title: str, commands: tuple[Command, ...]) -> None:
        """List `commands` for the page called `title`."""
        self._commands = commands
        self._before = self.window().focusWidget()
        note = self.tr("{page}，按 F1 或 Esc 关闭").format(page=title or self.tr("全部"))
        self.panel.set_title(self.tr("快捷键"), note)
        self.setGeometry(self._over.rect())
        self._fill()
        self.raise_()
        self.show()
        self.setFocus()

    def close_overlay(self) -> None:
        """Hide, and give the focus back."""
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with F1, Esc or Enter, go on with the arrows; nothing else acts below."""
        keys, bar = Qt.Key, self._scroll.verticalScrollBar()
        if event.key() in (keys.Key_F1, keys.Key_Escape, keys.Key_Return, keys.Key_Enter):
            self.close_overlay()
        elif event.key() in (keys.Key_Down, keys.Key_PageDown):
            bar.setValue(bar.value() + self._scroll.height() // 2)
        elif event.key() in (keys.Key_Up, keys.Key_PageUp):
            bar.setValue(bar.value() - self._scroll.height() // 2)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close with a click."""
        self.close_overlay()

    def event(self, event: QEvent) -> bool:
        """Keep every key from the shortcuts below."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._fill()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies below."""
        at = theme.look(self)
        is_dark = at.theme is not theme.Theme.LIGHT
        shade = at.colour("window" if is_dark else "text")
        shade.setAlpha(190 if is_dark else 96)
        QPainter(self).fillRect(self.rect(), shade)

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        columns = min(max(3, -(-len(self._commands) // MOST_ROWS)), self._columns_that_fit())
        rows = -(-len(self._commands) // columns)
        for place, command in enumerate(self._commands):
            column, row = divmod(place, max(1, rows))
            cap = KeyCap(command.cap)
            self._grid.addWidget(cap, row, 2 * column, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(Text(command.words), row, 2 * column + 1)
        theme.rescale(self._scroll, theme.look(self))
        self._scroll.verticalScrollBar().setValue(0)

    def _columns_that_fit(self) -> int:
        """How many pairs of key and words stand beside each other; the rest scrolls."""
        at = theme.look(self)
        metrics = QFontMetrics(at.font("body"))
        caps = max((cap_size(one.cap, at).width() for one in self._commands), default=0)
        said = max((metrics.horizontalAdvance(one.words) for one in self._commands), default=0)
        return max(1, (self.width() - at.px(64)) // max(1, caps + said + 2 * at.space(12)))


class _Listed(Scroll):
    """Asks for the room of all keys, and scrolls where there is less."""

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint() + QSize(self.verticalScrollBar().sizeHint().width(), 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return done

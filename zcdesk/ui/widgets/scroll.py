"""A column that scrolls when it must, on the ground of whatever it lies in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class Scroll(QScrollArea):
    """`Scroll(widget)`: as wide as its room, no bar at the bottom; what has the focus is seen.

    `sideways=True`: columns that cannot be narrower scroll beside each other.
    """

    def __init__(
        self, inside: QWidget, parent: QWidget | None = None, *, sideways: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        if not sideways:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        # a scroll area fills its widget with the window's colour, which is not the panel's
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the focus in sight."""
        super().resizeEvent(event)
        self._on_focus(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the focus in sight when what lies around it grows."""
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.Resize:
            self._on_focus(None, QApplication.focusWidget())
        return done

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.widget().isAncestorOf(new):
            self.ensureWidgetVisible(new)


class Columns(QWidget):
    """What a sideways `Scroll` holds: as high as its room, at least its minimum height.

    Wrapped words in a column would else make all of them as high as they would like to be.
    """

    def heightForWidth(self, width: int) -> int:
        """Ask for no more than the least."""
        return self.minimumHeight()

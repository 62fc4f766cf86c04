"""A column that scrolls when it must, on the ground of whatever it lies in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class Scroll(QScrollArea):
    """`Scroll(widget)`: as wide as its room, never a bar at the bottom, never the focus."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        # a scroll area fills its widget with the window's colour, which is not the panel's
        inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

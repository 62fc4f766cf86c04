"""Pages on top of each other, of which one is in front."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class Front(QStackedWidget):
    """A stack that asks for the room of the page in front; a hidden page takes none from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Ask for what the page in front asks for."""
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Accept what the page in front accepts."""
        page = self.currentWidget()
        if page is None:
            return super().minimumSizeHint()
        hint, least = page.minimumSizeHint(), page.minimumSize()
        return QSize(least.width() or hint.width(), least.height() or hint.height())

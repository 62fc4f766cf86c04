"""Looks at a page as a person does: what is cut, what lies outside, what Tab reaches."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from zcdesk import paths
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.text import Text

SIZES = [
    (1.0, (1366, 697)),
    (1.0, (1093, 545)),
    (1.0, (1280, 649)),
    (1.0, (1536, 793)),
    (1.25, (1366, 697)),
    (1.5, (1366, 697)),
]


class Stretched(QTranslator):
    """English half as long again, in brackets: what stands outside them is not translated."""

    def __init__(self, parent: QApplication) -> None:
        super().__init__(parent)
        self._english = QTranslator(self)
        assert self._english.load("zcdesk_en_US", str(paths.translations_dir()))

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        english = self._english.translate(context, source, disambiguation, n)
        more = (" and on" * len(english))[: (len(english) + 1) // 2]
        return f"[{english}{more}]" if english else ""


def clipped(root: QWidget) -> list[str]:
    """Return labels and buttons that show less than they say and do not say it in a tool tip."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        metrics = QFontMetrics(label.font())
        lines = (
            1 if not label.wordWrap() else label.heightForWidth(label.width()) // metrics.height()
        )
        low = label.height() < min(label.sizeHint().height(), lines * metrics.height()) - 2
        wide = not label.wordWrap() and metrics.horizontalAdvance(label.text()) > label.width() + 1
        whole = label.full_text if isinstance(label, Text) else label.text()
        if low or wide or (label.text() != whole and label.toolTip() != whole):
            found.append(f"{label.text()!r} {label.size().toTuple()}")
    for button in root.findChildren(Button):
        small = button.width() < button.minimumSizeHint().width()
        if button.isVisible() and (small or button.height() < button.sizeHint().height()):
            found.append(f"button {button.text()!r}")
    return found


def inside(widget: QWidget, window: QWidget) -> bool:
    """Tell whether the whole widget can be seen in the window."""
    corner = widget.mapTo(window, QPoint(0, 0))
    return window.rect().contains(widget.rect().translated(corner)) and widget.isVisible()


def reachable(page: QWidget) -> set[QWidget]:
    """Return what Tab visits, beginning at the focus."""
    seen: list[QWidget] = []
    start = QApplication.focusWidget()
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is start or now in seen:
            break
        seen.append(now)
    return {*seen, start}


def overlapped(root: QWidget) -> list[str]:
    """Return pairs of labels, buttons and fields of one parent that lie on each other."""
    found = []
    for parent in (root, *root.findChildren(QWidget)):
        if not parent.isVisible():
            continue
        seen = [
            child
            for child in parent.children()
            if isinstance(child, QLabel | QAbstractButton | QLineEdit | QComboBox)
            and child.isVisible()
            and not child.geometry().isEmpty()
        ]
        for place, one in enumerate(seen):
            for other in seen[place + 1 :]:
                common = one.geometry() & other.geometry()
                if common.width() > 2 and common.height() > 2:
                    names = [w.objectName() or w.accessibleName() for w in (one, other)]
                    found.append(" / ".join(names))
    return found

"""The focus ring: 2 px, outside the focused control with a 2 px gap, above everything else.

One per window. Inputs show focus by their border and row views by the current row instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from zcdesk.ui.theme.look import look

_WIDTH = 2
_GAP = 2
_OWN_CUE = (QLineEdit, QComboBox, QAbstractSpinBox)
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class FocusRing(QWidget):
    """Frame that follows the focus inside one window; takes no input itself."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._rows: QItemSelectionModel | None = None
        self._watched: list[QWidget] = []
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self._on_focus(None, window.focusWidget())

    @property
    def target(self) -> QWidget | None:
        """The widget the ring is drawn around, if any."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target when it or anything around it moves."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look(self).colour("focus"), _WIDTH))
        inset = _WIDTH // 2
        frame = self.rect().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, 8, 8)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._unwatch_rows()
        self._target = new if new is not None and self._may_have_ring(new) else None
        if isinstance(self._target, QAbstractItemView):
            self._rows = self._target.selectionModel()
            self._rows.currentChanged.connect(self._place)
        self._watched = list(_lineage(self._target, self.parentWidget()))
        for widget in self._watched:
            widget.installEventFilter(self)
        self._place()

    def _unwatch_rows(self) -> None:
        if self._rows is not None and isValid(self._rows):
            self._rows.currentChanged.disconnect(self._place)
        self._rows = None

    def _may_have_ring(self, widget: QWidget) -> bool:
        if isinstance(widget, _OWN_CUE) or widget.window() is not self.parentWidget():
            return False
        if isinstance(widget, QAbstractItemView):
            return True
        return widget is not self.parentWidget() and not isinstance(widget, QAbstractScrollArea)

    def _place(self) -> None:
        target, window = self._target, self.parentWidget()
        if target is None or window is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        if isinstance(target, QAbstractItemView) and target.currentIndex().isValid():
            self.hide()  # its current row shows the focus
            return
        if target.size() == window.size():
            self.hide()  # what fills the window needs no ring to be found
            return
        inner = QRect(target.mapTo(window, target.rect().topLeft()), target.size())
        reach = _GAP + _WIDTH
        seen = self._seen(target)
        # at the edge of a scrolled view it lies closer: a ring that is cut looks broken
        frame = inner.adjusted(-reach, -reach, reach, reach) & seen.boundingRect()
        self.setGeometry(frame)
        # Only the frame itself: what lies inside stays free to repaint without the ring.
        ring = QRegion(self.rect()) - QRegion(self.rect().adjusted(reach, reach, -reach, -reach))
        self.setMask(ring & seen.translated(-frame.topLeft()))
        self.raise_()
        self.show()
        self.update()

    def _seen(self, target: QWidget) -> QRegion:
        """The part of the window where the ring may show: not outside a scrolled view."""
        window = self.window()
        seen = QRegion(window.rect())
        for widget in _lineage(target.parentWidget(), window):
            if isinstance(widget, QAbstractScrollArea):
                port = widget.viewport()
                corner = port.mapTo(window, port.rect().topLeft())
                seen &= QRegion(QRect(corner, port.size()))
        return seen


def _lineage(widget: QWidget | None, window: QWidget | None) -> Iterator[QWidget]:
    """Yield `widget` and what it lies in, up to but without `window`."""
    while widget is not None and widget is not window:
        yield widget
        widget = widget.parentWidget()

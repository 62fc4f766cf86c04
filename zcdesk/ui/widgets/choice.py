"""One of a few: a segmented choice; and yes or no: a check box. Arrow keys move, Space chooses."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.widgets.flow import FlowLayout

_BY_ARROWS = Qt.FocusPolicy.NoFocus
"""Of a segment not chosen: by Tab one comes to the chosen one, from before and from behind."""


class Choice(QWidget):
    """`Choice((("A", self.tr("A岗")), ("B", self.tr("B岗顶岗"))))`.

    One that `flows` goes on in more lines, each part standing for itself: tabs of a page.

    Signals:
        changed(object): the clerk chose another value.
    """

    changed = Signal(object)

    def __init__(
        self,
        options: tuple[tuple[object, str], ...],
        parent: QWidget | None = None,
        *,
        flows: bool = False,
    ) -> None:
        super().__init__(parent)
        self._values = tuple(value for value, _ in options)
        self._group = QButtonGroup(self)
        row = FlowLayout(self) if flows else QHBoxLayout(self)
        theme.spaced(row, gap=4 if flows else 0)
        last = len(options) - 1
        for place, (_, words) in enumerate(options):
            segment = _Segment(words, first=flows or place == 0, last=flows or place == last)
            self._group.addButton(segment, place)
            segment.setFocusPolicy(Qt.FocusPolicy.TabFocus if place == 0 else _BY_ARROWS)
            row.addWidget(segment)
        if options:
            self._group.button(0).setChecked(True)
            self.setFocusProxy(self._group.button(0))
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if flows:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def value(self) -> object:
        """The value chosen."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose `value` without a signal if it is chosen already."""
        self._group.button(self._values.index(value)).setChecked(True)

    def _on_toggled(self, place: int, on: bool) -> None:
        segment = self._group.button(place)
        segment.updateGeometry()
        segment.setFocusPolicy(Qt.FocusPolicy.TabFocus if on else _BY_ARROWS)
        if on:
            self.setFocusProxy(self._group.button(place))
            self.changed.emit(self._values[place])


class _Segment(QAbstractButton):
    """One part of a segmented choice."""

    def __init__(self, words: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCheckable(True)
        self._first, self._last = first, last
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        at = theme.look(self)
        width = QFontMetrics(at.font("strong")).horizontalAdvance(self.text())
        return QSize(width + 2 * at.space(12), at.control)

    def minimumSizeHint(self) -> QSize:
        """The chosen word stays whole; another one is cut where there is no room, with a tip."""
        at, whole = theme.look(self), self.sizeHint()
        metrics = QFontMetrics(at.font("strong"))
        if self.isChecked():
            least = metrics.horizontalAdvance(self.text()) + 2 * at.space(4) + 2
        else:
            least = metrics.horizontalAdvance(self.text()[:2] + "…") + 2 * at.space(6)
        return QSize(min(least, whole.width()), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        at = theme.look(self)
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(at.colour("brand" if chosen else "border"), 1))
        fill = "selection" if chosen else "subtle" if self.underMouse() else "surface"
        painter.setBrush(at.colour(fill))
        # Inner edges lie outside the widget, so neighbours share one line and no round corner.
        left = 0.5 if self._first else -8.0
        right = -0.5 if self._last else 8.0
        painter.drawRoundedRect(self.rect().toRectF().adjusted(left, 0.5, right, -0.5), 6, 6)
        if not self._first:
            painter.drawLine(0, 1, 0, self.height() - 2)
        ink = "disabled" if not self.isEnabled() else "brand" if chosen else "text"
        painter.setPen(at.colour(ink))
        painter.setFont(at.font("strong" if chosen else "body"))
        room = self.width() - 2 * at.space(4)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)


class Check(QAbstractButton):
    """A check box: `Check(self.tr("代办"))`; `toggled(bool)` as in Qt."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Ask for box and words, at least a target of 32."""
        at = theme.look(self)
        width = QFontMetrics(at.font("body")).horizontalAdvance(self.text())
        return QSize(at.px(20) + at.space(8) + width + 2, max(32, at.px(24 if at.low else 32)))

    def minimumSizeHint(self) -> QSize:
        """Accept words cut with a tool tip, but keep the box and a few of them."""
        at = theme.look(self)
        least = QFontMetrics(at.font("body")).horizontalAdvance(self.text()[:4] + "…")
        whole = self.sizeHint()
        return QSize(min(whole.width(), at.px(20) + at.space(8) + least), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box and words."""
        at = theme.look(self)
        side = at.px(18)
        box = QRect(1, (self.height() - side) // 2, side, side)
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(at.colour("brand_fill" if on else "border"), 1.5))
        painter.setBrush(at.colour("brand_fill" if on else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            inner = at.px(14)
            shift = (side - inner) / 2
            ink = at.tokens.on_fill
            theme.paint_icon(painter, "check", ink, box.x() + shift, box.y() + shift, inner)
        painter.setPen(at.colour("text" if self.isEnabled() else "disabled"))
        painter.setFont(at.font("body"))
        room = self.rect().adjusted(side + at.space(8), 0, 0, 0)
        metrics = painter.fontMetrics()
        said = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if said != self.text() else "")
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)

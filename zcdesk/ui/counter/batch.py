"""The applicants of a batch: who is on the screen, how many are ready, and the way to the next.

One small square for each applicant, green with a tick when nothing is open; the number and the
words say the same.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolTip, QWidget

from zcdesk.domain import checklist
from zcdesk.domain.identity import mask_id
from zcdesk.domain.visit import Visit, rows_of
from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.text import Text


class BatchBar(QWidget):
    """Shown when the sitting has more than one applicant.

    Signals:
        next_wanted(): the next applicant with something open.
        chosen(int): that applicant.
    """

    next_wanted = Signal()
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batch_bar")
        self.place = Text("", "heading", Tone.INFO)
        self.place.setObjectName("batch_place")
        self.name = Text("", "strong", elide=True)
        self.number = Text("", "body", Tone.NEUTRAL, elide=True)
        self.done = Text("", "small", Tone.NEUTRAL)
        self.squares = _Squares()
        self.squares.chosen.connect(self.chosen)
        self.next = Button(self.tr("下一位"), key="checklist.next")
        self.next.setObjectName("batch_next")
        self.next.clicked.connect(self.next_wanted)
        row = QHBoxLayout(self)
        theme.spaced(row, gap=10)
        for widget in (self.place, self.name, self.number):
            row.addWidget(widget)
        row.addWidget(self.squares, 1)
        row.addWidget(self.done)
        row.addWidget(self.next)
        self.hide()

    def show_visit(self, visit: Visit) -> None:
        """Show who of how many is on the screen."""
        self.setVisible(visit.is_batch)
        if not visit.is_batch:
            return
        ready = tuple(not checklist.open_rows(rows_of(visit, a)) for a in visit.applicants)
        names = tuple(a.person.name for a in visit.applicants)
        person = visit.applicant.person
        self.place.set_text(f"{visit.current + 1}/{len(visit.applicants)}")
        self.name.set_text(person.name)
        self.number.set_text(mask_id(person.id_number))
        self.done.set_text(
            self.tr("已办完 {n}，还有 {m}").format(n=sum(ready), m=len(ready) - sum(ready))
        )
        self.squares.show_all(ready, names, visit.current)
        self.next.setEnabled(any(not r for i, r in enumerate(ready) if i != visit.current))


class _Squares(QWidget):
    """The applicants as squares; Left and Right move, a click chooses.

    Signals:
        chosen(int): that applicant.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._ready: tuple[bool, ...] = ()
        self._names: tuple[str, ...] = ()
        self._current = 0
        self.setObjectName("batch_squares")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_all(self, ready: tuple[bool, ...], names: tuple[str, ...], current: int) -> None:
        self._ready, self._names, self._current = ready, names, current
        self.setAccessibleName(
            self.tr("第 {i} 位，共 {n} 位，已办完 {k} 位").format(
                i=current + 1, n=len(ready), k=sum(ready)
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.look(self).px(120), theme.look(self).px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.look(self).px(60), theme.look(self).px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self.chosen.emit((self._current - 1) % len(self._ready))
            case Qt.Key.Key_Right:
                self.chosen.emit((self._current + 1) % len(self._ready))
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().toPoint())
        if place >= 0:
            self.chosen.emit(place)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = self._at(event.pos())
            QToolTip.showText(event.globalPos(), self._names[place] if place >= 0 else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, ready in enumerate(self._ready):
            box = self._square(place)
            if box.right() > self.width():
                break
            current = place == self._current
            edge = "brand" if current else "ok" if ready else "border"
            painter.setPen(QPen(at.colour(edge), 2 if current else 1))
            fill = "chip_ok" if ready else "selection" if current else None
            painter.setBrush(at.colour(fill) if fill else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            if ready:
                side = box.width() - 4
                theme.paint_icon(
                    painter, "check", at.tokens.ok, box.left() + 2, box.top() + 2, side
                )

    def _square(self, place: int) -> QRect:
        at = theme.look(self)
        gap = at.px(3)
        each = max(1, self.width()) / max(1, len(self._ready)) - gap
        side = int(max(at.px(6), min(at.px(16), each)))
        return QRect(place * (side + gap), (self.height() - side) // 2, side, side)

    def _at(self, spot: QPoint) -> int:
        for place in range(len(self._ready)):
            box = self._square(place).adjusted(-1, -self.height(), 2, self.height())
            if box.contains(spot):
                return place
        return -1

"""The line that says a kiosk is cut off: numbers go on with an L, what else is shown may be old.

It comes and goes by itself with the rounds of the desk; a one-PC hall has no server to lose.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.widgets.elder import BODY, elder_font, grown

_WRAP = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class CutOffLine(QWidget):
    """Hidden while the hall's server answers.

    Signals:
        changed(): the server went, or is back.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_wanted, self._was_cut_off = True, self.is_cut_off
        self.words = self.tr("联系不上大厅服务器：照常取号，号码前加 L；进度可能不是最新的")
        self.setObjectName("kiosk_cut_off")
        self.setAccessibleName(self.words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setVisible(self.is_cut_off)
        if desk.syncing is not None:
            desk.syncing.told.connect(self._on_told)

    @property
    def is_cut_off(self) -> bool:
        """Whether the numbers given now begin with L."""
        return self._desk.syncing is not None and self._desk.syncing.is_cut_off

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words and some room around them."""
        metrics = QFontMetrics(elder_font(self, BODY, bold=True))
        room = QRect(0, 0, max(1, width - self._left - grown(self, 28)), 9999)
        return metrics.boundingRect(room, _WRAP, self.words).height() + grown(self, 24)

    def sizeHint(self) -> QSize:
        """Ask for the width there is."""
        width = self.width() or grown(self, 600)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and words on a ground of their own."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), at.colour("chip_warn"))
        side = grown(self, 32)
        ink = at.colour("warn")
        top = (self.height() - side) // 2
        theme.paint_icon(painter, "cloud-off", ink.name(), grown(self, 28), top, side)
        painter.setPen(ink)
        painter.setFont(elder_font(self, BODY, bold=True))
        room = self.rect().adjusted(self._left, 0, -grown(self, 28), 0)
        painter.drawText(room, _WRAP, self.words)

    @property
    def _left(self) -> int:
        return grown(self, 28 + 32 + 16)

    def look(self, *, wanted: bool) -> None:
        """Stand there or not, as the page in front has use for it: a number says it of itself."""
        self._is_wanted = wanted
        self.setVisible(self.is_cut_off and wanted)

    def _on_told(self, _news: object) -> None:
        if self._was_cut_off != self.is_cut_off:
            self._was_cut_off = self.is_cut_off
            self.look(wanted=self._is_wanted)
            self.changed.emit()

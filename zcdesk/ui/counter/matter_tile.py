"""One matter of the sitting as a card, or as a tab where there is little room.

It tells how far the matter's papers are, always with icon, word and colour.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from zcdesk.domain.checklist import Row, RowState
from zcdesk.domain.matter import Matter, MatterType
from zcdesk.domain.visit import Chosen
from zcdesk.ui import theme
from zcdesk.ui.labels import unit_word
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState, chip_size, paint_chip
from zcdesk.ui.words import QT_TRANSLATE_NOOP, listed, words

_LIMIT = QT_TRANSLATE_NOOP("matters", "承诺 {n} {unit}")
_INSTANT = QT_TRANSLATE_NOOP("matters", "即办")
_NO_LIMIT = QT_TRANSLATE_NOOP("matters", "时限以部门确认为准")
_SAMPLE = QT_TRANSLATE_NOOP("matters", "示例")
_NO_LIST = QT_TRANSLATE_NOOP("matters", "无清单，须写原因")
_BY_REASON = QT_TRANSLATE_NOOP("matters", "无清单，已写原因")
_NONE_YET = QT_TRANSLATE_NOOP("matters", "0/{m} 未开始")
_READY = QT_TRANSLATE_NOOP("matters", "{n}/{m} 齐")
_LACKS = QT_TRANSLATE_NOOP("matters", "{n}/{m} 差 {k}")
_WRAP = int(Qt.TextFlag.TextWordWrap)


def progress(chosen: Chosen, number: int, rows: Sequence[Row]) -> ChipState:
    """Return how far the papers of matter `number` are."""
    if not chosen.matter.has_list:
        if chosen.no_list_reason:
            return ChipState("file-check", words("matters", _BY_REASON), Tone.OK)
        return ChipState("file-off", words("matters", _NO_LIST), Tone.WARN)
    own = [row for row in rows if number in row.line.used_by]
    settled = sum(row.is_settled for row in own)
    touched = any(row.mark.state is not RowState.PENDING and not _by_itself(row) for row in own)
    if settled == len(own):
        return ChipState("circle-check", _counted(_READY, settled, own), Tone.OK)
    if not touched:
        return ChipState("circle-dashed", _counted(_NONE_YET, settled, own), Tone.NEUTRAL)
    return ChipState("list-check", _counted(_LACKS, settled, own), Tone.WARN)


def _by_itself(row: Row) -> bool:
    """Tell whether the row stands as it began: shared and on file need no hand."""
    return row.mark.state in (RowState.SHARED, RowState.ON_FILE)


def _counted(text: str, settled: int, own: Sequence[Row]) -> str:
    return words("matters", text).format(n=settled, m=len(own), k=len(own) - settled)


def limit_text(matter: Matter) -> str:
    """Return department, type and promise in one short line."""
    if matter.effective_type is MatterType.INSTANT:
        limit = words("matters", _INSTANT)
    elif matter.promised_days is None:
        limit = words("matters", _NO_LIMIT)
    else:
        limit = words("matters", _LIMIT).format(
            n=matter.promised_days, unit=unit_word(matter.promised_unit)
        )
    return f"{matter.department} · {limit}"


class MatterTile(QAbstractButton):
    """One matter; `compact` draws it on one line.

    Signals:
        remove_wanted: Delete or the cross.
    """

    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._chosen: Chosen | None = None
        self._chip = ChipState("circle-dashed", "", Tone.NEUTRAL)
        self.compact = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def chip(self) -> ChipState:
        """How far its papers are."""
        return self._chip

    def show_matter(self, number: int, chosen: Chosen, chip: ChipState, *, compact: bool) -> None:
        """Show matter `number` of the sitting."""
        short = chip.word.partition(" ")[0] if chosen.matter.has_list else chip.word
        self._number, self._chosen, self.compact = number, chosen, compact
        self._chip = chip._replace(word=short) if compact else chip
        # Fixed would hold a card to the height its name needs at the width of the hint
        vertical = QSizePolicy.Policy.Fixed if compact else QSizePolicy.Policy.Minimum
        across = QSizePolicy.Policy.Maximum if compact else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, vertical)
        policy.setHeightForWidth(not compact)
        self.setSizePolicy(policy)
        name = chosen.matter.name
        self.setAccessibleName(listed((f"{number} {name}", chip.word)))
        self.setToolTip(f"{name}\n{limit_text(chosen.matter)}")
        theme.cover(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the name's lines and the two below, or for one line."""
        at = theme.look(self)
        if self.compact:
            name = QFontMetrics(at.font("body")).horizontalAdvance(self._title())
            return QSize(name + chip_size(self._chip, at).width() + at.space(32), at.control)
        return QSize(at.px(200), self.heightForWidth(at.px(200)))

    def minimumSizeHint(self) -> QSize:
        """Keep a few characters and the chip."""
        at = theme.look(self)
        if self.compact:
            least = QFontMetrics(at.font("body")).horizontalAdvance(self._title()[:3])
            return QSize(least + chip_size(self._chip, at).width() + at.space(32), at.control)
        return QSize(at.px(120), 0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow card is higher."""
        return not self.compact

    def heightForWidth(self, width: int) -> int:
        """Return the height the name needs at `width`."""
        at = theme.look(self)
        inner = width - 2 * at.space(10)
        lines = self._name_rect(at.font("strong"), QRect(0, 0, inner, 1000)).height()
        small = QFontMetrics(at.font("small")).height()
        return int(lines + small + chip_size(self._chip, at).height() + at.space(28))

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the window's look changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the matter out of the sitting; Enter selects like Space."""
        match event.key():
            case Qt.Key.Key_Delete if not event.isAutoRepeat():
                self.remove_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.isAutoRepeat():
                self.click()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        if self._chosen is None:
            return
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        fill = "selection" if chosen else "subtle" if self.underMouse() else None
        painter.setPen(QPen(at.colour("brand"), 1) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(at.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.compact:
            self._paint_line(painter)
        else:
            self._paint_card(painter)

    def _paint_card(self, painter: QPainter) -> None:
        assert self._chosen is not None
        at = theme.look(self)
        pad = at.space(10)
        font = at.font("strong" if self.isChecked() else "body")
        room = QRect(pad, at.space(8), self.width() - 2 * pad, 1000)
        lines = self._name_rect(at.font("strong"), room)
        painter.setFont(font)
        painter.setPen(at.colour("text"))
        painter.drawText(lines, _WRAP, self._title())
        small = at.font("small")
        metrics = QFontMetrics(small)
        top = lines.bottom() + at.space(2)
        painter.setFont(small)
        painter.setPen(at.colour("text2"))
        line = metrics.elidedText(
            limit_text(self._chosen.matter), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(pad, top + metrics.ascent(), line)
        size = chip_size(self._chip, at)
        spot = QRect(QPoint(pad, top + metrics.height() + at.space(6)), size)
        paint_chip(painter, spot, self._chip, at)

    def _paint_line(self, painter: QPainter) -> None:
        at = theme.look(self)
        pad = at.space(10)
        size = chip_size(self._chip, at)
        font = at.font("strong" if self.isChecked() else "body")
        metrics = QFontMetrics(font)
        room = QRect(pad, 0, self.width() - size.width() - 2 * pad - at.space(8), self.height())
        painter.setFont(font)
        painter.setPen(at.colour("text"))
        name = metrics.elidedText(self._title(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        spot = QRect(room.right() + at.space(8), 0, size.width(), self.height())
        paint_chip(painter, spot, self._chip, at)

    def _title(self) -> str:
        name = self._chosen.matter.name if self._chosen else ""
        return f"{self._number} {name}" if self._number else name

    def _name_rect(self, font: QFont, room: QRect) -> QRect:
        found = QFontMetrics(font).boundingRect(room, _WRAP, self._title())
        return QRect(room.topLeft(), QSize(room.width(), found.height()))

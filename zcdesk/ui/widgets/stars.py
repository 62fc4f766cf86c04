"""Five levels to choose from (好差评), and what a bad one is about; for kiosk and second screen.

Voluntary: there is always a way not to. A good one is given with one touch, a bad one with its
reason.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from zcdesk.domain.rating import Level
from zcdesk.ui import theme
from zcdesk.ui.widgets.elder import KEY, BigText, Face, Tile
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_EXPAND = QSizePolicy.Policy.Expanding

LEVELS = {
    Level.VERY_GOOD: QT_TRANSLATE_NOOP("stars", "非常满意"),
    Level.GOOD: QT_TRANSLATE_NOOP("stars", "满意"),
    Level.FAIR: QT_TRANSLATE_NOOP("stars", "基本满意"),
    Level.BAD: QT_TRANSLATE_NOOP("stars", "不满意"),
    Level.VERY_BAD: QT_TRANSLATE_NOOP("stars", "非常不满意"),
}
REASONS = (
    QT_TRANSLATE_NOOP("stars", "办理时间太长"),
    QT_TRANSLATE_NOOP("stars", "没有一次说清"),
    QT_TRANSLATE_NOOP("stars", "材料要求不一致"),
    QT_TRANSLATE_NOOP("stars", "服务态度不好"),
    QT_TRANSLATE_NOOP("stars", "设备不好用"),
    QT_TRANSLATE_NOOP("stars", "其他原因"),
)


class Stars(QWidget):
    """Asks for a level, and with a bad one for reasons.

    Signals:
        rated(Level, reasons): a level was given.
        later(): not now.
    """

    rated = Signal(object, object)
    later = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: Level | None = None
        self.title = BigText(self.tr("请对这次服务打分"), KEY, bold=True)
        self.told = BigText(self.tr("打分由您决定，您的选择不会显示在工作人员屏幕上"))
        # Said later in the language this was built in: a kiosk's may be another than the desk's.
        self._asks = self.tr("请对这次服务打分")
        self._why = self.tr("哪里没有做好？可以选几项")
        self.tiles: dict[Level, Tile] = {}
        self.reasons: dict[str, Tile] = {}
        self.send = Tile(Face(self.tr("提交")))
        self.not_now = Tile(Face(self.tr("以后再评"), key="Esc"), small=True)
        self.not_now.setCheckable(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._levels())
        self._stack.addWidget(self._reasons())
        self.send.clicked.connect(self._on_send)
        self.not_now.clicked.connect(self.later)
        head = QHBoxLayout()
        theme.spaced(head, gap=16)
        head.addWidget(self.title, 1)
        head.addWidget(self.not_now)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=12)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self._stack, 1)

    def ask(self) -> None:
        """Ask anew, with nothing of an answer before."""
        self._level = None
        for tile in self.reasons.values():
            tile.setChecked(False)
        self.title.set_text(self._asks)
        self._stack.setCurrentIndex(0)
        self.send.setEnabled(False)

    def focus_first(self) -> None:
        """Put the focus on the best level."""
        self.tiles[Level.VERY_GOOD].setFocus()

    def pick(self, digit: int) -> bool:
        """Answer by digit: 1 is the first level or reason; tell whether there is one."""
        if self._stack.currentIndex() == 0:
            tiles = list(self.tiles.values())
        else:
            tiles = [*self.reasons.values(), self.send]
        if not 0 < digit <= len(tiles) or not tiles[digit - 1].isEnabled():
            return False
        tiles[digit - 1].click()
        return True

    def _levels(self) -> QWidget:
        page = QWidget()
        row = QVBoxLayout(page)
        theme.spaced(row, gap=12)
        for place, (level, name) in enumerate(LEVELS.items()):
            stars = "★" * level + "☆" * (5 - level)
            tile = Tile(Face(f"{stars}  {words('stars', name)}", key=str(place + 1)), small=True)
            tile.setCheckable(False)
            tile.setObjectName(f"level_{int(level)}")
            tile.setAccessibleName(words("stars", name))
            tile.setSizePolicy(_EXPAND, _EXPAND)
            tile.clicked.connect(partial(self._on_level, level))
            self.tiles[level] = tile
            row.addWidget(tile)
        return page

    def _reasons(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        theme.spaced(grid, gap=12, row_gap=12)
        for place, reason in enumerate(REASONS):
            tile = Tile(Face(words("stars", reason), key=str(place + 1)), small=True)
            tile.setObjectName(f"reason_{place + 1}")
            tile.setSizePolicy(_EXPAND, _EXPAND)
            tile.toggled.connect(self._on_reason)
            self.reasons[reason] = tile
            grid.addWidget(tile, place // 2, place % 2)
        self.send.set_face(Face(self.tr("提交"), key=str(len(REASONS) + 1)))
        grid.addWidget(self.send, len(REASONS) // 2, 0, 1, 2)
        return page

    def _on_level(self, level: Level) -> None:
        if not level.is_bad:
            self.rated.emit(level, ())
            return
        self._level = level
        self.title.set_text(self._why)
        self._stack.setCurrentIndex(1)
        next(iter(self.reasons.values())).setFocus()

    def _on_reason(self) -> None:
        self.send.setEnabled(any(tile.isChecked() for tile in self.reasons.values()))

    def _on_send(self) -> None:
        chosen = tuple(reason for reason, tile in self.reasons.items() if tile.isChecked())
        if self._level is not None and chosen:
            self.rated.emit(self._level, chosen)

"""One matter: how long, what to bring, what need not be; to read, to print, to queue for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScroller, QVBoxLayout, QWidget

from zcdesk.domain.matter import Matter
from zcdesk.domain.papers_guide import GuideMaterial, guide_materials, promised_text
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.kiosk.guide_words import guide_words
from zcdesk.ui.widgets.elder import KEY, BigText, Face, Tile
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.scroll import Scroll

TAKE, PRINT_LIST, PRINT_GUIDE = "take", "list", "guide"


class MatterPage(QWidget):
    """Shows one matter.

    Signals:
        wanted(str, Matter): `TAKE` a number for it, `PRINT_LIST` or `PRINT_GUIDE`.
    """

    wanted = Signal(str, object)

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_matter")
        self._matter: Matter | None = None
        self.name = BigText("", KEY, bold=True)
        self.facts = BigText("", colour="text2")
        self.told = BigText("", bold=True, colour="brand")
        self._lines = QVBoxLayout()
        theme.spaced(self._lines, gap=12)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addLayout(self._lines)
        column.addStretch(1)
        self.area = Scroll(inside)
        gesture = QScroller.ScrollerGestureType.LeftMouseButtonGesture
        QScroller.grabGesture(self.area.viewport(), gesture)
        self.tiles: dict[str, Tile] = {}
        self._build()
        keys.bind("page.pick", self, self._on_digit)

    def clear(self) -> None:
        """Forget the matter."""
        self._matter = None
        self.told.set_text("")
        self.told.hide()

    def activate(self) -> None:
        """Take the focus."""
        self.tiles[TAKE].setFocus()

    def show_matter(self, matter: Matter) -> None:
        """Show it from its top."""
        self.clear()
        self._matter = matter
        self.name.set_text(matter.name)
        fee = matter.fee or self.tr("不收费")
        self.facts.set_text(f"{matter.department} · {guide_words(promised_text(matter))} · {fee}")
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in self._words(matter):
            self._lines.addWidget(line)
        self.area.verticalScrollBar().setValue(0)
        self.tiles[PRINT_LIST].setEnabled(matter.has_list)

    def say(self, said: str) -> None:
        """Say how a paper fares."""
        self.told.set_text(said)
        self.told.setVisible(bool(said))

    @property
    def lines(self) -> tuple[str, ...]:
        """The words of the list."""
        found = (self._lines.itemAt(n).widget() for n in range(self._lines.count()))
        return tuple(line.full_text for line in found if isinstance(line, BigText))

    def _build(self) -> None:
        tiles = QHBoxLayout()
        theme.spaced(tiles, gap=16)
        for place, (name, said) in enumerate(
            (
                (TAKE, self.tr("取这件事的号")),
                (PRINT_LIST, self.tr("打印材料清单")),
                (PRINT_GUIDE, self.tr("打印办事指南")),
            )
        ):
            tile = Tile(Face(said, key=str(place + 1)), small=True)
            tile.setCheckable(False)
            tile.setObjectName(f"kiosk_matter_{name}")
            tile.clicked.connect(partial(self._on_tile, name))
            self.tiles[name] = tile
            tiles.addWidget(tile, 1)
        panel = Panel()
        panel.body.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=14)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addWidget(panel, 1)
        column.addWidget(self.told)
        column.addLayout(tiles)

    def _words(self, matter: Matter) -> list[BigText]:
        lines = guide_materials(matter)
        bring = [line for line in lines if not line.waived]
        waived = [line for line in lines if line.waived]
        if not lines:
            return [BigText(self.tr("这件事还没有公布材料清单，请到导办台咨询"))]
        found = [BigText(self.tr("要带的材料"), bold=True)]
        found += [BigText(self._line(no, line)) for no, line in enumerate(bring, 1)]
        if waived:
            names = "、".join(line.name for line in waived)
            found.append(BigText(self.tr("不用带的（系统可取得）"), bold=True))
            found.append(BigText(names, colour="share"))
        if matter.is_sample:
            said = self.tr("清单为示例，待部门确认，以窗口告知为准")
            found.append(BigText(said, colour="warn"))
        return found

    def _line(self, no: int, line: GuideMaterial) -> str:
        copies = self.tr("{n} 份").format(n=line.copies)
        form, need = guide_words(line.form_text), guide_words(line.need)
        return f"{no}  {line.name}  ·  {form} {copies}  ·  {need}"

    def _on_tile(self, name: str) -> None:
        if self._matter is not None:
            self.wanted.emit(name, self._matter)

    def _on_digit(self, digit: int) -> bool:
        tiles = list(self.tiles.values())
        if not 0 < digit <= len(tiles) or not tiles[digit - 1].isEnabled():
            return False
        tiles[digit - 1].click()
        return True

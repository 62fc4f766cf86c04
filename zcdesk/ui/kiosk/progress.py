"""How far a case is: by the receipt's number and code, or by the card; and rating that visit.

What is shown is masked and names nobody; the code is hidden again as soon as it was asked with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.kiosk.keypad import Keypad
from zcdesk.ui.kiosk.standing import standing_words
from zcdesk.ui.widgets.elder import KEY, BigText, Face, Tile, elder_font
from zcdesk.ui.widgets.field import CodeEdit
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.stars import Stars

if TYPE_CHECKING:
    from zcdesk.operations.progress import Progress

MOST = 40


class ProgressPage(QWidget):
    """Asks for a code, shows cases, takes a rating.

    Signals:
        asked(str): find this number and code.
        rated(Level, reasons, Progress): a rating of what was found.
    """

    asked = Signal(str)
    rated = Signal(object, object, object)

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_progress")
        self._found: Progress | None = None
        self.is_rating = False
        self.title = BigText("", KEY, bold=True)
        self.told = BigText("", colour="warn", bold=True)
        self.told.setObjectName("kiosk_told")
        self.edit = CodeEdit(self.tr("收件号 + 查询码，或扫码"), upper=True)
        self.edit.setObjectName("kiosk_code")
        self.edit.setAccessibleName(self.tr("收件号和查询码"))
        self.edit.setMaxLength(MOST)
        self.keypad = Keypad()
        self.go = Tile(Face(self.tr("查询"), key="Enter"), small=True)
        self.go.setCheckable(False)
        self.rate = Tile(Face(self.tr("评价这次服务"), key="1"))
        self.rate.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.stars = Stars()
        self._lines = QVBoxLayout()
        self._stack = QStackedWidget()
        self._build()
        self._bind(keys)

    def clear(self) -> None:
        """Forget code, cases and rating."""
        self._found = None
        self.edit.clear()
        self.say("")
        self._drop_lines()
        self.stars.ask()
        self._stack.setCurrentIndex(0)

    def begin(self, *, rating: bool) -> None:
        """Ask for a code, to show the cases or to rate at once."""
        self.clear()
        self.is_rating = rating
        self.title.show()
        self.title.set_text(
            self.tr("服务评价：请输入收件通知书上的号码和查询码")
            if rating
            else self.tr("进度查询：请刷身份证，或输入收件通知书上的号码和查询码")
        )

    def activate(self) -> None:
        """Take the focus to where work goes on."""
        if self._stack.currentIndex() == 0:
            self.edit.setFocus()
        elif self._stack.currentIndex() == 2:
            self.stars.focus_first()
        else:
            self.rate.setFocus()

    def say(self, said: str) -> None:
        """Say what went wrong, or thanks."""
        self.told.set_text(said)
        self.told.setVisible(bool(said))

    @property
    def lines(self) -> tuple[str, ...]:
        """What is shown of the cases."""
        found = (self._lines.itemAt(n).widget() for n in range(self._lines.count()))
        return tuple(line.full_text for line in found if isinstance(line, BigText))

    def show_found(self, found: Progress) -> None:
        """Show cases; a rating goes on to its question."""
        self._found = found
        self.edit.clear()
        self.say("")
        self._drop_lines()
        for case in found.cases:
            self._lines.addWidget(BigText(case.matter_name, bold=True))
            self._lines.addWidget(BigText(case.number, colour="text2"))
            for said in standing_words(case):
                self._lines.addWidget(BigText(said))
        if not found.cases:
            self._lines.addWidget(BigText(self.tr("没有查到在本大厅的办件")))
        self.rate.setVisible(found.may_rate)
        self.title.set_text(self.tr("查询结果"))
        self.title.show()
        self._stack.setCurrentIndex(1)
        if self.is_rating:
            self._open_stars()
        self.activate()

    def _build(self) -> None:
        ask = QWidget()
        column = QVBoxLayout(ask)
        theme.spaced(column, gap=10)
        row = QHBoxLayout()
        theme.spaced(row, gap=16)
        row.addWidget(self.edit, 1)
        row.addWidget(self.go)
        column.addLayout(row)
        column.addStretch(1)
        column.addWidget(self.keypad, 1)
        found = Panel()
        theme.spaced(self._lines, gap=10)
        found.body.addLayout(self._lines)
        found.body.addStretch(1)
        result = QWidget()
        lines = QVBoxLayout(result)
        theme.spaced(lines, gap=16)
        lines.addWidget(found, 1)
        lines.addWidget(self.rate)
        for page in (ask, result, self.stars):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        theme.spaced(whole, gap=10)
        whole.addWidget(self.title)
        whole.addWidget(self.told)
        whole.addWidget(self._stack, 1)

    def _bind(self, keys: Keys) -> None:
        self.keypad.typed.connect(self.edit.insert)
        self.keypad.erased.connect(self.edit.backspace)
        self.go.clicked.connect(self._on_go)
        self.rate.clicked.connect(self._open_stars)
        self.stars.rated.connect(self._on_rated)
        self.stars.later.connect(self.clear)
        keys.bind("page.open", self, self._on_go)
        keys.bind("page.pick", self, self._on_digit)

    def resize_edit(self) -> None:
        """Give the field the page's letters."""
        font = elder_font(self, KEY, bold=True)
        self.edit.setStyleSheet(
            f"font-size: {font.pixelSize()}px; min-height: {font.pixelSize() * 2}px;"
        )

    def _open_stars(self) -> None:
        if self._found is None:
            return
        if not self._found.may_rate:
            self.say(self.tr("这次办理已经评价过，谢谢"))
            return
        self.stars.ask()
        self.title.hide()
        self._stack.setCurrentIndex(2)
        self.activate()

    def _drop_lines(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _on_go(self) -> bool:
        if self._stack.currentIndex() != 0:
            return False
        if self.edit.text().strip():
            self.asked.emit(self.edit.text())
        else:
            self.say(self.tr("请先输入号码和查询码"))
        return True

    def _on_rated(self, level: object, reasons: object) -> None:
        self.rated.emit(level, reasons, self._found)

    def _on_digit(self, digit: int) -> bool:
        if self._stack.currentIndex() == 2:
            return self.stars.pick(digit)
        if self._stack.currentIndex() == 1 and digit == 1 and self.rate.isVisible():
            self._open_stars()
            return True
        return False

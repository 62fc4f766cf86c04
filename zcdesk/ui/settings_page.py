"""设置: how this station looks and helps; every change takes effect at once and is kept.

Only what belongs to the person and the PC. The hall's rules are policies (管理、制度), devices
have a page of their own.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from zcdesk.settings import Settings
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.settings_keys import KeysSection
from zcdesk.ui.settings_sections import AboutSection, HereSection, Section
from zcdesk.ui.theme import SCALES, Theme, Tone
from zcdesk.ui.theme.system import SYSTEM
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text

DEFAULTS = Settings()


class _Line(NamedTuple):
    """One setting: its name in `settings.Settings`, words, choices, and what is to be said."""

    name: str
    word: str
    options: tuple[tuple[object, str], ...]
    note: str = ""


class SettingsPage(QWidget):
    """Shows the station's settings, one choice each; beside them keys, this PC, and what it is.

    Attributes:
        strip: chooses the part in front; `parts` are those beside the looks, by name.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("设置")
        self.setObjectName("settings_page")
        self.setProperty("kind", "page")
        self.choices: dict[str, Choice] = {}
        parts = (
            ("look", self.tr("外观与帮助")),
            ("keys", self.tr("快捷键")),
            ("here", self.tr("这台电脑")),
            ("about", self.tr("关于")),
        )
        self.strip = Choice(parts, flows=True)
        self.strip.setAccessibleName(self.title)
        self.parts: dict[str, Section] = {
            "keys": KeysSection(desk),
            "here": HereSection(desk),
            "about": AboutSection(desk),
        }
        self.reset_button = Button(self.tr("恢复默认"), icon="refresh")
        self.reset_button.clicked.connect(self.reset)
        self._stack = QStackedWidget()
        self._stack.addWidget(Scroll(self._looks()))
        for name, part in self.parts.items():
            self._stack.addWidget(part if name == "keys" else Scroll(part))
        panel = Panel(self.title)
        panel.set_title(self.title, self.tr("改了马上生效，只管这台电脑"))
        panel.body.addWidget(self.strip)
        panel.body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addWidget(panel, 1)
        self.strip.changed.connect(self._on_part)
        self.setFocusProxy(next(iter(self.choices.values())))

    def reset(self) -> None:
        """Look and help as on the first day."""
        for name, choice in self.choices.items():
            choice.set_value(getattr(DEFAULTS, name))

    def _on_part(self, name: object) -> None:
        part = self.parts.get(str(name))
        self._stack.setCurrentIndex(0 if part is None else 1 + list(self.parts).index(str(name)))
        if part is not None:
            part.activate()

    def _looks(self) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        theme.spaced(grid, (8, 12, 8, 8), 16)
        for place, line in enumerate(self._lines()):
            self._put(grid, place, line)
        grid.addWidget(self.reset_button, grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return inside

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Say how a choice is made."""
        return ((self.tr("方向键"), self.tr("换选项")), ("Tab", self.tr("下一项")))

    def activate(self) -> None:
        """Show what is set now; the first choice takes the focus."""
        for name, choice in self.choices.items():
            value = getattr(self._desk.settings, name, None)
            if value is not None and value != choice.value:
                choice.blockSignals(True)
                choice.set_value(value)
                choice.blockSignals(False)
        for part in self.parts.values():
            part.activate()
        self.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is: one list."""

    def _lines(self) -> tuple[_Line, ...]:
        sizes = (self.tr("标准"), self.tr("大"), self.tr("特大"))
        off_on = ((False, self.tr("关")), (True, self.tr("开")))
        return (
            _Line("scale", self.tr("字号"), tuple(zip(SCALES, sizes, strict=True))),
            _Line(
                "theme",
                self.tr("主题"),
                (
                    (Theme.LIGHT.value, self.tr("浅色")),
                    (Theme.DARK.value, self.tr("深色")),
                    (Theme.CONTRAST.value, self.tr("高对比")),
                    (SYSTEM, self.tr("跟随系统")),
                ),
            ),
            _Line(
                "screens",
                self.tr("公众屏主题"),
                (
                    ("", self.tr("标准")),
                    (Theme.LIGHT.value, self.tr("浅色")),
                    (Theme.DARK.value, self.tr("深色")),
                    (Theme.CONTRAST.value, self.tr("高对比")),
                ),
                self.tr("大厅屏、自助机、群众屏；标准：大厅屏深色，其他浅色"),
            ),
            _Line(
                "tight_rows",
                self.tr("行高"),
                ((False, self.tr("标准")), (True, self.tr("紧凑"))),
                self.tr("紧凑时列表一屏多看几行"),
            ),
            _Line(
                "language",
                self.tr("语言"),
                (("zh_CN", "中文"), ("en_US", "English")),
                self.tr("重新打开综窗台后生效；文书都是中文"),
            ),
            _Line(
                "trainee",
                self.tr("新手模式"),
                off_on,
                self.tr("一直打开办理指引，写出常见错误和可以说的话"),
            ),
            _Line(
                "second_screen",
                self.tr("群众屏"),
                off_on,
                self.tr("第二个显示器朝向群众；重新打开综窗台后生效"),
            ),
        )

    def _put(self, grid: QGridLayout, place: int, line: _Line) -> None:
        """Add a line: what is set, the choice, and beside it what has to be known."""
        choice = Choice(line.options)
        choice.setAccessibleName(line.word)
        choice.changed.connect(partial(self._on_changed, line.name))
        self.choices[line.name] = choice
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(Text(line.word, "strong"), place, 0, middle)
        grid.addWidget(choice, place, 1, middle)
        grid.addWidget(Text(line.note, "small", Tone.NEUTRAL, wrap=True), place, 2, middle)

    def _on_changed(self, name: str, value: Any) -> None:
        settings = self._desk.settings
        if settings is not None and getattr(settings, name) != value:
            self._desk.keep_settings(replace(settings, **{name: value}))
            if name == "tight_rows":
                theme.tighten(bool(value))
                at = theme.look(self)
                theme.apply(self.window(), at.theme, at.scale)

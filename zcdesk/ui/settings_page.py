"""设置: how this station looks and helps; every change takes effect at once and is kept.

Only what belongs to the person and the PC. The hall's rules are policies (管理、制度), devices
have a page of their own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zcdesk.settings import Settings
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.settings_calling import CallingSection
from zcdesk.ui.settings_keys import KeysSection
from zcdesk.ui.settings_lines import Line, Lines
from zcdesk.ui.settings_printing import PrintingSection
from zcdesk.ui.settings_privacy import PrivacySection
from zcdesk.ui.settings_sections import AboutSection, HereSection, Section
from zcdesk.ui.theme import SCALES, Theme
from zcdesk.ui.theme.system import SYSTEM
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.scroll import Scroll

DEFAULTS = Settings()


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
        self.lines = Lines(self._lines())
        self.choices = self.lines.choices
        self.lines.changed.connect(self._on_changed)
        parts = (
            ("look", self.tr("外观与帮助")),
            ("calling", self.tr("声音与叫号")),
            ("printing", self.tr("打印")),
            ("privacy", self.tr("隐私与锁屏")),
            ("keys", self.tr("快捷键")),
            ("here", self.tr("这台电脑")),
            ("about", self.tr("关于")),
        )
        self.strip = Choice(parts, flows=True)
        self.strip.setAccessibleName(self.title)
        self.parts: dict[str, Section] = {
            "calling": CallingSection(desk),
            "printing": PrintingSection(desk),
            "privacy": PrivacySection(desk),
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
        panel.set_title(self.title, self.tr("改了马上生效；字号跟着人走，其他只管这台电脑"))
        panel.body.addWidget(self.strip)
        panel.body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addWidget(panel, 1)
        self.strip.changed.connect(self._on_part)
        self.setFocusProxy(self.lines)

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
        column = QVBoxLayout(inside)
        theme.spaced(column, (8, 12, 8, 8), 16)
        column.addWidget(self.lines)
        column.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return inside

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Say how a choice is made."""
        return ((self.tr("方向键"), self.tr("换选项")), ("Tab", self.tr("下一项")))

    def activate(self) -> None:
        """Show what is set now; the first choice takes the focus."""
        settings = self._desk.settings
        if settings is not None:
            self.lines.show_values({name: getattr(settings, name) for name in self.choices})
        for part in self.parts.values():
            part.activate()
        self.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is: one list."""

    def _lines(self) -> tuple[Line, ...]:
        sizes = (self.tr("标准"), self.tr("大"), self.tr("特大"))
        off_on = ((False, self.tr("关")), (True, self.tr("开")))
        return (
            Line(
                "scale",
                self.tr("字号"),
                tuple(zip(SCALES, sizes, strict=True)),
                self.tr("您在哪台电脑登录都是这个字号"),
            ),
            Line(
                "theme",
                self.tr("主题"),
                (
                    (Theme.LIGHT.value, self.tr("浅色")),
                    (Theme.DARK.value, self.tr("深色")),
                    (Theme.CONTRAST.value, self.tr("高对比")),
                    (SYSTEM, self.tr("跟随系统")),
                ),
            ),
            Line(
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
            Line(
                "tight_rows",
                self.tr("行高"),
                ((False, self.tr("标准")), (True, self.tr("紧凑"))),
                self.tr("紧凑时列表一屏多看几行"),
            ),
            Line(
                "language",
                self.tr("语言"),
                (("zh_CN", "中文"), ("en_US", "English")),
                self.tr("重新打开综窗台后生效；文书都是中文"),
            ),
            Line(
                "trainee",
                self.tr("新手模式"),
                off_on,
                self.tr("一直打开办理指引，写出常见错误和可以说的话"),
            ),
            Line(
                "second_screen",
                self.tr("群众屏"),
                off_on,
                self.tr("第二个显示器朝向群众；重新打开综窗台后生效"),
            ),
        )

    def _on_changed(self, name: str, value: Any) -> None:
        settings = self._desk.settings
        if settings is not None and getattr(settings, name) != value:
            self._desk.keep_settings(replace(settings, **{name: value}))
            if name == "tight_rows":
                theme.tighten(bool(value))
                at = theme.look(self)
                theme.apply(self.window(), at.theme, at.scale)

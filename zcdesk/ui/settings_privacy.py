"""隐私与锁屏: when this PC locks itself, never later than the hall's rule, and what is hidden."""

from __future__ import annotations

from PySide6.QtCore import Qt

from zcdesk.ui.desk import Desk
from zcdesk.ui.settings_lines import Line, Lines
from zcdesk.ui.settings_sections import Section
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.text import Text


class PrivacySection(Section):
    """The lock of this PC, and how numbers are hidden."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        rule = (0, self.tr("按规定"))
        half, one = (30, self.tr("半分钟")), (60, self.tr("1 分"))
        two, three = (120, self.tr("2 分")), (180, self.tr("3 分"))
        self.lines = Lines(
            (
                Line("lock_idle", self.tr("空闲多久锁屏"), (rule, half, one, two)),
                Line("lock_serving", self.tr("办理中多久锁屏"), (rule, one, two, three)),
            )
        )
        self.lines.changed.connect(self.keep_one)
        self.rule = Text("", "body", wrap=True)
        self.own = Button(self.tr("改口令、设 PIN"), icon="lock", key="Ctrl+U")
        told = (
            self.tr(
                "没有操作的时间由系统告诉；系统锁屏时这里也锁。锁屏上没有申请人，群众屏同时清空。"
            ),
            self.tr("证件号、手机号一直遮着。按住 Ctrl 才看全，每看一次都有记录。"),
            self.tr("诊断包和日志里没有姓名、证件号和手机号。"),
        )
        self.column.addWidget(self.lines)
        self.column.addWidget(self.rule)
        self.column.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        for words in told:
            self.column.addWidget(Text(words, "small", Tone.NEUTRAL, wrap=True))
        self.column.addStretch(1)
        self.own.clicked.connect(desk.account_wanted)
        self.setFocusProxy(self.lines)

    def activate(self) -> None:
        """Show what is set, and what the hall's rule is."""
        settings = self._desk.settings
        self.lines.show_values({name: getattr(settings, name, 0) for name in self.lines.choices})
        lock = self._desk.policy.lock
        said = self.tr(
            "大厅的规定：空闲 {idle} 秒、办理中 {serving} 秒没有操作就锁屏（管理、制度）。"
            "这台电脑只能比规定更早锁，不能更晚。"
        )
        self.rule.set_text(said.format(idle=lock.idle_seconds, serving=lock.serving_seconds))

"""打印: which printer first, whether at once, and each printer's paper."""

from __future__ import annotations

from zcdesk.devices.kinds import DeviceKind
from zcdesk.ui.desk import Desk
from zcdesk.ui.settings_device import DeviceLines
from zcdesk.ui.settings_lines import Line, Lines
from zcdesk.ui.settings_sections import Section
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.text import Text

_KINDS = (DeviceKind.PRINTER.value, DeviceKind.SECOND_PRINTER.value)


class PrintingSection(Section):
    """How papers of this window come out.

    Attributes:
        devices: lines by kind of printer.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.devices: dict[str, DeviceLines] = {}
        self.lines = Lines(
            (
                Line(
                    "second_first",
                    self.tr("文书先打到"),
                    ((False, self.tr("打印机")), (True, self.tr("备用打印机"))),
                    self.tr("打不出来时，“换打印机”是另一台"),
                ),
                Line(
                    "prints_later",
                    self.tr("收件以后"),
                    ((False, self.tr("马上打印")), (True, self.tr("我按键再打"))),
                    self.tr("按键再打：先放在“已收件”页和“补打”里，件已经保存"),
                ),
            )
        )
        self.lines.changed.connect(self.keep_one)
        self.rules = Text("", "small", Tone.NEUTRAL, wrap=True)
        self.none = Text(
            self.tr("没有接打印机。到“设备”页连接；没有打印机也能收件，文书先存着。"),
            "body",
            Tone.NEUTRAL,
            wrap=True,
        )
        for part in (self.lines, self.none, self.rules):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.setFocusProxy(self.lines)

    def activate(self) -> None:
        """Show what is set, and the printers there are now."""
        settings = self._desk.settings
        names = self.lines.choices
        self.lines.show_values({name: getattr(settings, name, False) for name in names})
        for old in self.devices.values():
            old.setParent(None)
            old.deleteLater()
        there = [kind for kind in _KINDS if kind in self._desk.devices]
        shop = self._desk.workshop
        test = self.tr("打一张测试页")
        self.devices = {} if shop is None else {k: DeviceLines(self._desk, k, test) for k in there}
        for place, part in enumerate(self.devices.values()):
            self.column.insertWidget(1 + place, part)
        self.none.setVisible(not there)
        copies = self.tr("收件通知书每次打 {n} 份，是规定：管理、制度、收件通知书份数。")
        self.rules.set_text(copies.format(n=self._desk.policy.intake.receipt_copies))

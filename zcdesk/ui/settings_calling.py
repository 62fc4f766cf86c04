"""声音与叫号: what this PC sounds like, and how its voice calls."""

from __future__ import annotations

from zcdesk.devices.kinds import CALLERS
from zcdesk.ui.desk import Desk
from zcdesk.ui.settings_device import DeviceLines
from zcdesk.ui.settings_lines import Line, Lines
from zcdesk.ui.settings_sections import Section
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.text import Text


class CallingSection(Section):
    """The prompt of the desk, and each voice that can be adjusted.

    Attributes:
        devices: lines by kind of device.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.devices: dict[str, DeviceLines] = {}
        off_on = ((False, self.tr("关")), (True, self.tr("开")))
        note = self.tr("出了要您处理的事，电脑响一声；音量在系统里调")
        self.lines = Lines((Line("sounds", self.tr("提示音"), off_on, note),))
        self.lines.changed.connect(self.keep_one)
        self.none = Text(
            self.tr("没有可以调的语音叫号器。到“设备”页连接，连上以后音量、遍数和语言在这里调。"),
            "body",
            Tone.NEUTRAL,
            wrap=True,
        )
        quiet = self.tr("全大厅小声叫号的时段（如午间）是规定：管理、制度、轻声时段。")
        self.column.addWidget(self.lines)
        self.column.addWidget(self.none)
        self.column.addWidget(Text(quiet, "small", Tone.NEUTRAL, wrap=True))
        self.column.addStretch(1)
        self.setFocusProxy(self.lines)

    def activate(self) -> None:
        """Show what is set, and the voices there are now."""
        self.lines.show_values({"sounds": getattr(self._desk.settings, "sounds", False)})
        for old in self.devices.values():
            old.setParent(None)
            old.deleteLater()
        shop = self._desk.workshop
        kinds = [one.value for one in CALLERS if shop is not None and shop.adjustable(one.value)]
        self.devices = {kind: DeviceLines(self._desk, kind, self.tr("试听")) for kind in kinds}
        for place, part in enumerate(self.devices.values()):
            self.column.insertWidget(1 + place, part)
        self.none.setVisible(not kinds)

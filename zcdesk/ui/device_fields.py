"""How a device is connected, as fields: model, port, address, a profile of the hall's own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.devices.kinds import ModelChoice, PortFound, Wanted
from zcdesk.ui import theme
from zcdesk.ui.device_words import device_words
from zcdesk.ui.widgets.field import CodeEdit, Combo, Field, LineEdit


class DeviceFields(QWidget):
    """Shows a `Wanted` and gives the one that was entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more = ""
        self.model = Combo()
        self.model.setObjectName("device_model")
        self.model.setAccessibleName(self.tr("型号"))
        self.found = Combo()
        self.found.setObjectName("device_found")
        self.found.setAccessibleName(self.tr("检测到的端口"))
        self.port = Field(self.tr("端口"), CodeEdit(self.tr("COM3、/dev/ttyUSB0、tcp:地址:端口")))
        self.address = Field(self.tr("地址（总线上的编号，呼叫器可填 1-8）"), CodeEdit())
        self.profile = Field(self.tr("本厅自带的设备描述文件（有则不看型号）"), LineEdit())
        for field, name in ((self.port, "port"), (self.address, "address"), (self.profile, "file")):
            field.edit.setObjectName(f"device_{name}")
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        for widget in (self.model, self.found, self.port, self.address, self.profile):
            column.addWidget(widget)
        self.found.hide()
        self.found.activated.connect(self._on_found)

    def show_wanted(self, wanted: Wanted, choices: tuple[ModelChoice, ...]) -> None:
        """Show how a device is connected and what it could be."""
        self.model.clear()
        for one in choices:
            trial = self.tr("（试验）") if one.is_experimental else ""
            title = device_words(one.title) or self.tr("不选型号（激光打印机、PDF 文件夹）")
            self.model.addItem(f"{title}{trial}", one.name)
        self.model.setVisible(bool(choices))
        self.model.setCurrentIndex(max(self.model.findData(wanted.model), 0))
        self.port.set_text(wanted.port)
        self.address.set_text(wanted.address)
        self.profile.set_text(wanted.profile)
        self._more = wanted.more

    def offer(self, ports: tuple[PortFound, ...]) -> None:
        """Offer the ports that are free; the one that answered comes first."""
        self.found.clear()
        for one in sorted(ports, key=lambda one: not one.model):
            if not one.holder and one.fault is None:
                self.found.addItem(f"{one.name}  {device_words(one.title)}".strip(), one)
        self.found.setVisible(self.found.count() > 0)

    def wanted(self) -> Wanted:
        """Return what was entered."""
        return Wanted(
            port=self.port.text().strip(),
            model=self.model.currentData() or "",
            profile=self.profile.text().strip(),
            address=self.address.text().strip(),
            more=self._more,
        )

    def _on_found(self, place: int) -> None:
        found: PortFound = self.found.itemData(place)
        self.port.set_text(found.url)
        if (at := self.model.findData(found.model)) >= 0:
            self.model.setCurrentIndex(at)

"""The devices of this window (ux 2.17): how each stands, a test a person can judge, its traffic.

Ports are found by asking who is there, never by guessing; what is changed takes effect at once
and is kept. Everything that may take time runs in the device's own lane.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.devices.kinds import NOT_SET_UP, DeviceState, Fitted, PortFound, Status, Workshop, fault
from zcdesk.errors import CodedError
from zcdesk.ui import jobs, theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.device_fields import DeviceFields
from zcdesk.ui.device_place import connection_words
from zcdesk.ui.device_watch import NAMES, STATES, DeviceWatch, state_words
from zcdesk.ui.device_words import device_words
from zcdesk.ui.keys import CAPS
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import labelled, words

LINES = 12
"""Lines of traffic on show."""

_ICONS = {
    DeviceState.OK: "circle-check",
    DeviceState.WARN: "alert-triangle",
    DeviceState.FAULT: "circle-x",
    DeviceState.NONE: "circle-dashed",
    DeviceState.UNKNOWN: "help",
}


class DevicesPage(QWidget):
    """Lists the devices, tests, watches and connects them.

    Signals:
        closed(): back to the counter.
        heard(str): a line of traffic, from a device's own thread.
    """

    closed = Signal()
    heard = Signal(str)

    def __init__(
        self, desk: Desk, workshop: Workshop, watch: DeviceWatch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workshop = workshop
        self._watch = watch
        self._watched = ""
        self._shown = ""
        self._lines: list[str] = []
        self.title = self.tr("设备")
        self.setObjectName("devices_page")
        self.setProperty("kind", "page")
        self.model: RowsModel[Fitted] = RowsModel(
            (
                Column(self.tr("设备"), lambda one: words("watch", NAMES[one.kind]), width=120),
                Column(self.tr("状态"), self._word, width=140, chip=self._chip),
                Column(self.tr("连接"), connection_words),
            ),
            lambda one: one.kind,
            lambda one: f"{words('watch', NAMES[one.kind])} {self._word(one)}",
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("devices")
        self.view.setAccessibleName(self.title)
        self.fields = DeviceFields()
        self.test_button = Button(self.tr("测试"), icon="player-play", key="devices.test")
        self.watch_button = Button(self.tr("监视"), icon="eye", key="devices.monitor")
        self.search_button = Button(self.tr("检测端口"), icon="search", key="devices.search")
        self.save_button = Button(
            self.tr("连接并保存"), Kind.PRIMARY, icon="plug-connected", key="F9"
        )
        self.said = Text("", "body", wrap=True)
        self.traffic = Text("", "small", Tone.NEUTRAL, wrap=True)
        self.events = Text("", "small", Tone.NEUTRAL, wrap=True)
        for name in ("said", "traffic", "events"):
            getattr(self, name).setObjectName(f"device_{name}")
        self._build()
        self._bind()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Show the devices as they stand now."""
        self.refresh()
        self.view.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is: list and panel share the width."""

    def open(self, kind: str = "") -> None:
        """Come from a chip of the top bar, to that device."""
        self.activate()
        place = self.model.place(kind)
        if place >= 0:
            self.view.set_current(place)

    def refresh(self) -> None:
        """Show list and events anew; what is typed stays."""
        place = max(self.view.current_place, 0)
        self.model.set_rows(tuple(one for one in self._workshop.fitted() if one.kind in NAMES))
        self.view.set_current(place)
        said = (f"{event.at:%H:%M} {event.words}" for event in list(self._watch.events)[:4])
        self.events.set_text(self.tr("最近：") + (" · ".join(said) or self.tr("没有变化")))

    def test(self) -> None:
        """Have the device under the cursor do something a person can judge."""
        if (kind := self._kind()) is None:
            return
        self._say(self.tr("正在测试，请按提示放卡、按键或看、听……"))
        self._run(kind, partial(self._workshop.test, kind, self._desk.session.window), self._tell)

    def monitor(self) -> None:
        """Show the traffic of the device under the cursor, or look away."""
        if (kind := self._kind()) is None:
            return
        before, self._watched = self._watched, ""
        if before:
            self._workshop.look(before, None)
        self._lines = []
        self.traffic.set_text("")
        if before == kind:
            self._say(self.tr("已停止监视"))
        elif self._workshop.look(kind, self.heard.emit):
            self._watched = kind
            self._say(self.tr("正在监视，> 是发出，< 是收到"))
        else:
            self._say(self.tr("这个设备没有可监视的线路"))

    def search(self) -> None:
        """Ask on every free port who is there."""
        self._say(self.tr("正在逐个端口询问……"))
        self.search_button.setEnabled(False)
        self._run("ports", self._workshop.search, self._on_ports)

    def save(self) -> None:
        """Connect the device under the cursor as the fields say."""
        if (kind := self._kind()) is None:
            return
        wanted = self.fields.wanted()
        if not wanted.port:
            self._run(kind, partial(self._workshop.remove, kind), partial(self._on_removed, kind))
            return
        connect = partial(self._workshop.connect, kind, wanted)
        self._run(kind, connect, partial(self._on_connected, kind))

    def _run(self, lane: str, job: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self._desk.jobs.run(jobs.device(lane), job, owner=self, done=done, failed=self._on_failed)

    def _kind(self) -> str | None:
        current: Fitted | None = self.view.current
        return current.kind if current is not None else None

    def _say(self, said: str) -> None:
        self.said.set_text(said)

    def _tell(self, came: str) -> None:
        self._say(device_words(came))

    def _on_failed(self, error: CodedError) -> None:
        self.search_button.setEnabled(True)
        self._say(describe(error).text)

    def _on_ports(self, found: tuple[PortFound, ...]) -> None:
        self.search_button.setEnabled(True)
        self.fields.offer(found)
        lines = [self._port_words(one) for one in found]
        self._say("\n".join(lines) or self.tr("没有串口，请看连线"))

    def _port_words(self, one: PortFound) -> str:
        if one.holder:
            return self.tr("{port}：正被 {by} 使用").format(port=one.name, by=one.holder)
        if one.fault is not None:
            return labelled(one.name, describe(one.fault).text)
        if one.model:
            said = self.tr("{port}：{title}，{baud}")
            return said.format(port=one.name, title=device_words(one.title), baud=one.baud)
        return self.tr("{port}：没有认得的设备回答").format(port=one.name)

    def _on_connected(self, kind: str, device: Any) -> None:
        self._desk.fit(kind, device)
        self._say(self.tr("已保存，按 {keys[devices.test]} 测试").format(keys=CAPS))
        self._shown = ""
        self.refresh()

    def _on_removed(self, kind: str, _: object) -> None:
        self._desk.fit(kind, None)
        self._say(self.tr("已停用"))
        self.refresh()

    def _on_row(self) -> None:
        """Show in the fields how the device under the cursor is connected."""
        kind = self._kind()
        if kind is not None and kind != self._shown:
            self._shown = kind
            self.fields.show_wanted(self._workshop.wanted(kind), self._workshop.choices(kind))

    def _on_heard(self, line: str) -> None:
        self._lines = [*self._lines, line][-LINES:]
        self.traffic.set_text("\n".join(self._lines))

    def _state(self, one: Fitted) -> Status:
        if one.fault is not None:
            return fault(one.fault.code)
        known = self._watch.status.get(one.kind)
        return known if one.is_here and known is not None else NOT_SET_UP

    def _word(self, one: Fitted) -> str:
        return state_words(self._state(one))

    def _chip(self, one: Fitted) -> ChipState:
        state = self._state(one)
        return ChipState(_ICONS[state.state], self._word(one), STATES[state.state][0])

    def _build(self) -> None:
        listed = Panel()
        listed.set_title(self.title, self.tr("坏掉的设备不影响办件，接好后自动恢复"))
        listed.body.addWidget(self.view, 1)
        listed.body.addWidget(self.events)
        side = Panel(self.tr("连接"))
        told = QWidget()
        lines = QVBoxLayout(told)
        theme.spaced(lines, gap=8)
        lines.addWidget(self.fields)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        for button in (self.test_button, self.watch_button, self.search_button):
            row.addWidget(button)
        row.addStretch(1)
        lines.addLayout(row)
        lines.addWidget(self.said)
        lines.addWidget(self.traffic)
        lines.addStretch(1)
        side.body.addWidget(Scroll(told), 1)
        theme.sized(side, width=440)
        middle = QHBoxLayout()
        theme.spaced(middle, gap=8)
        middle.addWidget(listed, 1)
        middle.addWidget(side)
        footer = Footer()
        hint = self.tr("端口清空再保存，即停用这个设备")
        footer.say(Text(hint, "small", Tone.NEUTRAL, elide=True), 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self.closed)
        footer.act(back)
        footer.act(self.save_button)
        footer.under(middle, self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("devices.test", self.view, self.test)
        keys.bind("devices.monitor", self.view, self.monitor)
        keys.bind("devices.search", self.view, self.search)
        keys.bind("devices.save", self, self.save)
        keys.bind("devices.close", self, self.closed.emit)
        self.test_button.clicked.connect(self.test)
        self.watch_button.clicked.connect(self.monitor)
        self.search_button.clicked.connect(self.search)
        self.save_button.clicked.connect(self.save)
        self.view.current_changed.connect(lambda _: self._on_row())
        self.heard.connect(self._on_heard)
        self._watch.chips_changed.connect(self._on_chips)

    def _on_chips(self, _: object) -> None:
        if self.isVisible():
            self.refresh()

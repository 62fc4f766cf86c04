"""The devices page: how each stands, tested, watched, connected, all by keys."""

from __future__ import annotations

from typing import Any

import pytest
from page_looks import SIZES, clipped

from zcdesk.devices.kinds import READY, Fitted, ModelChoice, PortFound, Wanted, fault
from zcdesk.errors import DeviceError, Invalid


class Bench:
    """A workshop that notes what it was asked."""

    def __init__(self) -> None:
        self.devices: dict[str, Any] = {}
        self.asked: list[tuple[Any, ...]] = []
        self.say: Any = None
        self.error: Exception | None = None

    def fitted(self) -> tuple[Fitted, ...]:
        return (
            Fitted("voice", "serial:COM3?model=syn6288", "语音", True),
            Fitted("reader", "serial:COM4?model=sam-v", "读卡器", True),
            Fitted("gun", "", "", False),
            Fitted("pads", "nonsense", "", False, DeviceError("DEV-05", url="nonsense")),
        )

    def choices(self, kind: str) -> tuple[ModelChoice, ...]:
        return (ModelChoice("syn6288", "语音合成 SYN6288", False), ModelChoice("x", "某型号", True))

    def search(self) -> tuple[PortFound, ...]:
        return (
            PortFound("COM3", "serial:COM3", holder="minicom"),
            PortFound("COM5", "serial:COM5"),
            PortFound("COM7", "serial:usb:1:2", "x", "某型号", 9600),
        )

    def wanted(self, kind: str) -> Wanted:
        return Wanted(f"serial:COM-{kind}", "syn6288", address="2", more="volume=80")

    def connect(self, kind: str, wanted: Wanted) -> Any:
        if self.error is not None:
            raise self.error
        self.asked.append((kind, wanted))
        return f"new {kind}"

    def remove(self, kind: str) -> None:
        self.asked.append((kind, None))

    def test(self, kind: str, window: str) -> str:
        if self.error is not None:
            raise self.error
        return f"请听 {kind} {window}"

    def look(self, kind: str, say: Any) -> bool:
        self.say = say
        return kind == "voice"


@pytest.fixture
def make_page(make_counter):
    def make(**how: Any) -> Any:
        from zcdesk.ui.device_watch import DeviceWatch
        from zcdesk.ui.devices_page import DevicesPage

        counter = make_counter(**how)
        counter.desk.devices = {}
        watch = DeviceWatch(counter.desk)
        watch.status = {"voice": READY, "reader": fault("IDC-02")}
        counter.bench = Bench()
        counter.devices = DevicesPage(counter.desk, counter.bench, watch)
        counter.shell.add_page("devices", counter.devices, "plug-connected", "设备")
        counter.shell.show_page("devices")
        return counter

    return make


def test_every_state_is_icon_word_and_colour(make_page):
    page = make_page().devices
    chips = [page._chip(row) for row in page.model.rows]
    assert [chip.word for chip in chips] == ["正常", "断开", "未配置", "地址不认识"]
    assert len({(chip.icon, chip.tone) for chip in chips}) == 3


@pytest.mark.req("UX-36")
def test_a_test_says_what_to_look_for_and_a_failure_what_to_do(make_page):
    counter = make_page()
    counter.press("T")
    assert counter.devices.said.full_text == "请听 voice 3"
    counter.bench.error = DeviceError("DEV-06", device="语音")
    counter.press("T")
    assert "没有回应" in counter.devices.said.full_text


def test_traffic_is_shown_until_looked_away(make_page):
    counter = make_page()
    counter.press("M")
    counter.bench.say("12:00:00 > FD 00 02 21 DE")
    assert "FD 00 02 21 DE" in counter.devices.traffic.full_text
    counter.press("M")
    assert counter.bench.say is None
    assert counter.devices.traffic.full_text == ""


def test_a_port_that_answered_fills_the_fields_and_is_saved(make_page):
    counter = make_page()
    page = counter.devices
    counter.press("P")
    said = page.said.full_text
    assert "minicom" in said
    assert "某型号" in said
    assert page.fields.found.count() == 2, "a port in use is not offered"
    page.fields._on_found(0)
    counter.press("F9")
    wanted = Wanted("serial:usb:1:2", "x", address="2", more="volume=80")
    assert counter.bench.asked == [("voice", wanted)]
    assert counter.desk.devices == {"voice": "new voice"}


def test_an_empty_port_takes_the_device_away_and_a_refusal_keeps_it(make_page):
    counter = make_page()
    counter.desk.devices["voice"] = "old"
    counter.bench.error = Invalid("DEV-05", "port", url="x")
    counter.press("F9")
    assert "没有这种设备地址" in counter.devices.said.full_text
    assert counter.desk.devices == {"voice": "old"}
    counter.devices.fields.port.set_text("")
    counter.press("F9")
    assert counter.bench.asked == [("voice", None)]
    assert counter.desk.devices == {}


def test_what_is_typed_stays_while_states_change(make_page):
    counter = make_page()
    counter.devices.fields.port.set_text("COM8")
    counter.devices._watch.chips_changed.emit(())
    assert counter.devices.fields.port.text() == "COM8"
    counter.press("Down")
    assert counter.devices.fields.port.text() == "serial:COM-reader"


@pytest.mark.parametrize(("scale", "size"), SIZES)
def test_nothing_is_clipped(make_page, scale, size):
    counter = make_page(scale=scale, size=size)
    counter.press("T")
    assert clipped(counter.devices) == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("serial:/dev/ttyUSB0?model=syn6288&address=3", "语音 · 串口 ttyUSB0"),
        ("serial:COM3", "语音 · 串口 COM3"),
        ("tcp:192.0.2.7:9100?as=escpos80", "语音 · 网络 192.0.2.7:9100"),
        ("ipp://localhost/printers/laser?tray=tray-2", "语音 · 打印队列 laser"),
        ("system:%E6%BF%80%E5%85%89", "语音 · 系统打印机 激光"),
        ("file:/srv/papers/out?as=pdf", "语音 · 文件夹 out"),
        ("camera:fswebcam -q {file}", "语音 · 拍照程序 fswebcam"),
        ("serial:COM3 + serial:COM4", "语音 · 串口 COM3、串口 COM4"),
        ("sim:printer?as=escpos58", "语音 · 模拟"),
        ("nonsense?x=1", "语音 · nonsense"),
        ("", "未连接"),
    ],
)
def test_where_a_device_hangs_is_said_in_words(url: str, said: str) -> None:
    from zcdesk.ui.device_place import connection_words

    assert connection_words(Fitted("voice", url, "语音", True)) == said

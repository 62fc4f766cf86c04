"""声音与叫号, 打印, 隐私与锁屏: what is set holds at once, at the real device, and is kept."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from zcdesk.devices.equipment import Equipment
from zcdesk.domain.hall import Clerk, Role
from zcdesk.errors import DeviceError
from zcdesk.settings import Settings
from zcdesk.ui.settings_page import SettingsPage
from zcdesk.ui.workplace import Workplace

URLS = {
    "voice": "sim:syn6288",
    "printer": "sim:printer?name=热敏",
    "second_printer": "system:HP?tray=lower",
}


@pytest.fixture
def kept() -> list[dict[str, str]]:
    return []


@pytest.fixture
def page(page_desk, show, kept) -> SettingsPage:
    page_desk.settings = Settings(window="3")
    urls = {kind: url for kind, url in URLS.items() if not url.startswith("system:")}
    page_desk.workshop = Equipment(urls, kept.append)
    page_desk.devices = dict(page_desk.workshop.devices)
    page = SettingsPage(page_desk)
    show(page)
    page.activate()
    return page


def test_a_voice_is_adjusted_and_works_so_from_then_on(page, kept) -> None:
    page.strip.set_value("calling")
    lines = page.parts["calling"].devices["voice"]
    assert lines.lines.choices["times"].value == "2"
    before = page._desk.devices["voice"]
    lines.lines.choices["times"].set_value("1")
    lines.lines.choices["volume"].set_value("40")
    assert kept[-1]["voice"] == "sim:syn6288?times=1&volume=40"
    assert page._desk.devices["voice"] is not before
    assert page._desk.devices["voice"] is page._desk.workshop.devices["voice"]
    assert lines.said.full_text
    lines.test_button.click()
    assert "A000" in lines.said.full_text


def test_a_printer_gets_another_width_and_prints_a_test_page(page, kept) -> None:
    page.strip.set_value("printing")
    lines = page.parts["printing"].devices["printer"]
    lines.lines.choices["as"].set_value("escpos58")
    assert kept[-1]["printer"] == "sim:printer?name=热敏&as=escpos58"
    assert page._desk.devices["printer"].as_ == "escpos58"
    lines.test_button.click()
    assert len(page._desk.devices["printer"].documents) == 1


def test_what_a_device_refuses_is_said_and_shown_as_it_was(page, monkeypatch) -> None:
    page.strip.set_value("calling")
    lines = page.parts["calling"].devices["voice"]

    def refuse(kind: str, changes: dict[str, str]) -> None:
        raise DeviceError("DEV-02", port="COM3")

    monkeypatch.setattr(page._desk.workshop, "adjust", refuse)
    lines.lines.choices["times"].set_value("3")
    assert lines.lines.choices["times"].value == "2"
    assert "COM3" in lines.said.full_text


def test_no_window_of_its_own_opens_for_a_device(page) -> None:
    shown: list[QWidget] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            is_show = event.type() is QEvent.Type.Show
            if is_show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(watched)
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    page.activate()
    QApplication.instance().removeEventFilter(watch)
    assert page.parts["printing"].devices
    assert shown == []


def test_without_devices_the_way_to_them_is_told(page_desk, show) -> None:
    page_desk.settings, page_desk.workshop = Settings(), Equipment({}, list)
    page_desk.devices = {}
    page = SettingsPage(page_desk)
    show(page)
    for name in ("calling", "printing"):
        page.strip.set_value(name)
        assert page.parts[name].none.isVisible()
        assert page.parts[name].devices == {}


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("calling", "sounds", True),
        ("printing", "second_first", True),
        ("printing", "prints_later", True),
        ("privacy", "lock_idle", 30),
        ("privacy", "lock_serving", 120),
    ],
)
def test_a_choice_is_kept_and_shown_again(page, part: str, name: str, value: object) -> None:
    page.strip.set_value(part)
    page.parts[part].lines.choices[name].set_value(value)
    assert getattr(page._desk.settings, name) == value
    page._desk.settings = Settings()
    page.parts[part].activate()
    assert page.parts[part].lines.choices[name].value == getattr(Settings(), name)


@pytest.fixture
def workplace(page_desk, page_session, dressed):
    made = Workplace(
        session=page_session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices=page_desk.devices,
        settings=Settings(keys={"F2": "Ctrl+N"}),
    )
    dressed(made.shell, size=(1366, 697))
    made.begin(page_session, Clerk(staff_no="0312", name="张敏", roles=(Role.CLERK,)))
    yield made
    made.end()
    made.keys.give({})


@pytest.mark.req("UX-43")
def test_the_rule_of_the_hall_is_the_latest_a_pc_locks(workplace) -> None:
    desk, limits = workplace.desk, workplace.locking._limits
    lock = msgspec.structs.replace(desk.policy.lock, idle_seconds=90, serving_seconds=240)
    desk.policy = msgspec.structs.replace(desk.policy, lock=lock)
    assert limits() == (90, 240)
    desk.keep_settings(Settings(lock_idle=30, lock_serving=120))
    assert limits() == (30, 120)
    desk.keep_settings(Settings(lock_idle=120, lock_serving=3600))
    assert limits() == (90, 240)


def test_it_sounds_only_where_wanted(workplace, monkeypatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    workplace.desk.notices.show(DeviceError("PRT-01", printer="热敏"))
    assert heard == []
    workplace.desk.keep_settings(Settings(sounds=True))
    workplace.desk.notices.show(DeviceError("PRT-03", printer="热敏"))
    assert heard == ["beep"]


def test_the_desk_begins_with_the_keys_of_its_station(workplace, press) -> None:
    workplace.counter.setFocus()
    caps = [cap for cap, _ in workplace.shell.hint_line.hints]
    assert "Ctrl+N" in caps
    assert "F2" not in caps


def test_the_way_to_ones_own_secret_is_here(workplace) -> None:
    workplace.shell.show_page("settings")
    workplace.shell.page("settings").parts["privacy"].own.click()
    assert workplace.shell.current == "account"

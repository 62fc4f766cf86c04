"""The wizard by keyboard alone: each step checks itself, it can be left and gone on with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fix_hall import ANSWERS
from fix_publisher import Publisher
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zcdesk import settings, station
from zcdesk.app import App
from zcdesk.devices.kinds import PortFound
from zcdesk.domain.hall import Role
from zcdesk.first_run import progress
from zcdesk.ui.jobs import STORE
from zcdesk.ui.theme import Theme
from zcdesk.ui.wizard.after import OFFERED
from zcdesk.ui.wizard.page import DEVICES, HALL, LOOKS, SCREEN, TRIAL, WINDOW

ENTER, BACK, LEAVE = Qt.Key.Key_Return, Qt.Key.Key_PageUp, Qt.Key.Key_Escape


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    return tmp_path / "data"


@pytest.fixture
def publisher(tmp_path):
    return Publisher(tmp_path / "publisher")


@pytest.fixture
def start(data, qtbot):
    started = []

    def begin():
        app = App(data)
        started.append(app)
        qtbot.addWidget(app.frame)
        app.show()
        app.frame.activateWindow()
        qtbot.waitUntil(app.frame.isActiveWindow)
        qtbot.waitUntil(lambda: bool(app.beginning and app.beginning.first_run))
        return app, app.beginning.first_run.page

    yield begin
    for app in started:
        app.close()


@pytest.fixture
def speaking_chinese_after(qapp):
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def write(text):
    QApplication.focusWidget().setText(text)  # QTest's keys know no Chinese
    press(ENTER)


def to_the_window(page):
    press(ENTER)
    page.hall.inputs()[0].setFocus()
    for text in ("示例区政务服务中心", "320213", "0510-0000 0000", ""):
        write(text)


def made_hall(data, **changes):
    station.create(data, ANSWERS).store.close()
    settings.save(data, replace(settings.load(data), **changes))
    progress.save(data, progress.Progress(step=DEVICES))


@pytest.mark.req("UX-50")
def test_from_an_empty_folder_to_a_tried_case_by_keys_alone(start, data, tmp_path, qtbot) -> None:
    app, page = start()
    assert page.step == LOOKS
    to_the_window(page)
    assert page.step == WINDOW
    for text in ("3", "0312", "张敏", "invented-1", "invented-1", "", "", ""):
        write(text)
    qtbot.waitUntil(lambda: page.step == DEVICES)
    write(f"file:{tmp_path / 'out'}")
    for _ in OFFERED[1:]:
        press(ENTER)
    assert page.step == SCREEN
    press(ENTER)
    assert page.step == TRIAL
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(page.trial.button.isEnabled)
    assert "已打印" in page.trial.told.full_text
    press(ENTER)
    qtbot.waitUntil(lambda: app.login.isVisible())
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert not progress.is_unfinished(data)
    kept = settings.load(data)
    assert (kept.window, kept.devices) == ("3", {"printer": f"file:{tmp_path / 'out'}"})


def test_a_step_says_at_its_field_what_to_do(start) -> None:
    _, page = start()
    press(ENTER)
    page.next()
    assert page.hall.fields["hall"].message
    page.hall.fields["hall"].set_text("厅")
    page.hall.fields["region"].set_text("3202")
    page.next()
    assert (page.step, page.hall.fields["hall"].message) == (HALL, "")
    assert "6 位" in page.hall.fields["region"].message
    page.hall.fields["region"].set_text("320213")
    page.next()
    for name in ("window", "staff_no", "name"):
        page.window_step.fields[name].set_text("3")
    page.window_step.secrets["secret"].set_text("short")
    page.next()
    assert "8" in page.window_step.secrets["secret"].message
    page.window_step.secrets["secret"].set_text("invented-1")
    page.next()
    assert page.window_step.secrets["again"].message
    press(BACK)
    assert page.step == HALL


def test_left_and_gone_on_with_but_never_with_a_secret(start, data) -> None:
    app, page = start()
    to_the_window(page)
    page.window_step.fields["staff_no"].set_text("0312")
    page.window_step.secrets["secret"].set_text("invented-1")
    press(LEAVE)
    assert not app.frame.isVisible()
    assert b"invented-1" not in (data / progress.FILE).read_bytes()
    app.close()
    _, page = start()
    assert page.step == WINDOW
    assert page.hall.fields["hall"].text() == "示例区政务服务中心"
    assert page.window_step.fields["staff_no"].text() == "0312"
    assert not station.exists(data)


def test_with_a_hall_it_goes_on_after_the_hall_and_leads_to_the_login(start, data, qtbot) -> None:
    made_hall(data)
    app, page = start()
    assert page.step == DEVICES
    press(BACK)
    assert page.step == DEVICES
    press(LEAVE)
    qtbot.waitUntil(lambda: app.login.isVisible())
    assert progress.is_unfinished(data)


def test_devices_are_found_tested_and_a_wrong_address_is_kept_out(
    start, data, tmp_path, qtbot, monkeypatch
) -> None:
    ports = (PortFound("COM2", "serial:COM2", "syn6288", "语音", 9600),)
    monkeypatch.setattr("zcdesk.devices.equipment.Equipment.search", lambda self: ports)
    monkeypatch.setattr("zcdesk.devices.queues.default", lambda: f"file:{tmp_path / 'out'}")
    made_hall(data, devices={"hall_screen": "sim:caller"})
    _, page = start()
    press(Qt.Key.Key_F5)
    qtbot.waitUntil(page.devices.find_button.isEnabled)
    assert page.devices.addresses() == {
        "printer": f"file:{tmp_path / 'out'}",
        "voice": "serial:COM2?model=syn6288&baud=9600",
    }
    assert page.devices.fields["reader"].message
    press(Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: "测试页" in page.devices.fields["printer"].message)
    page.devices.fields["gun"].set_text("maker:x")
    page.next()
    assert (page.step, bool(page.devices.fields["gun"].message)) == (DEVICES, True)
    page.devices.fields["gun"].set_text("")
    page.next()
    kept = settings.load(data).devices
    assert set(kept) == {"hall_screen", "printer", "voice"}


def test_a_trial_that_fails_says_the_way_back_and_one_may_finish(start, data, tmp_path, qtbot):
    (tmp_path / "out").write_text("in the way")
    made_hall(data, devices={"printer": f"file:{tmp_path / 'out'}"})
    app, page = start()
    page.show_step(TRIAL)
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(page.trial.button.isEnabled)
    assert "PgUp" in page.trial.told.full_text
    press(ENTER)
    qtbot.waitUntil(lambda: app.login.isVisible())


def test_looks_and_language_are_seen_at_once_and_kept(start, data, speaking_chinese_after) -> None:
    app, page = start()
    page.looks.theme_choice.set_value(Theme.DARK)
    assert settings.load(data).theme == "dark"
    page.looks.language.set_value("en_US")
    other = app.beginning.first_run.page
    assert other is not page
    assert other.title == "First set-up"
    assert settings.load(data).language == "en_US"
    other.looks.language.set_value("zh_CN")
    assert app.beginning.first_run.page.title == "首次设置"


def test_a_code_that_cannot_be_one_is_said_at_its_field(start, data, qtbot) -> None:
    _, page = start()
    press(ENTER)
    page.hall.way.set_value(True)
    page.hall.fields["server"].set_text("127.0.0.1:1")
    page.hall.fields["code"].set_text("123")
    page.next()
    qtbot.waitUntil(lambda: bool(page.hall.fields["code"].message))
    assert "20 位" in page.hall.fields["code"].message
    assert not station.exists(data)


def test_whose_updates_count_is_asked_and_said_with_the_clerk_who_takes_in(
    start, data, publisher, tmp_path, qtbot
) -> None:
    app, page = start()
    to_the_window(page)
    for text in ("3", "0001", "王主任", "invented-1", "invented-1", "0312", "张敏"):
        write(text)
    page.next()
    assert "8" in page.window_step.clerk["clerk_secret"].message
    page.hall.fields["key"].set_text(str(tmp_path / "nothing.pub"))
    page.window_step.clerk["clerk_secret"].set_text("invented-2")
    page.next()
    qtbot.waitUntil(lambda: bool(page.hall.fields["key"].message))
    assert page.step == HALL
    assert not station.exists(data)
    page.hall.fields["key"].set_text(str(publisher.folder / "release.pub"))
    page.next()
    page.next()
    qtbot.waitUntil(lambda: page.step == DEVICES)
    qtbot.waitUntil(lambda: bool(page.trial.updates.full_text))
    assert publisher.public[:16] in page.trial.updates.full_text
    session = app.session

    def found():
        with session.reading() as store:
            roles = {n: store.state(f"clerk:{n}").roles for n in ("0001", "0312")}
            return roles, store.state("release").public

    people, public = app.jobs.ask(STORE, found)
    assert public == publisher.public
    assert Role.CLERK not in people["0001"]
    assert people["0312"] == (Role.CLERK,)


def test_a_device_that_does_not_answer_is_given_its_model(start, data) -> None:
    made_hall(data)
    _, page = start()
    step = page.devices
    voice = step.fields["voice"]
    voice.edit.setFocus()
    assert "语音" in step.model.itemText(0)
    place = next(p for p in range(step.model.count()) if step.model.itemData(p) == "syn6288")
    step.model.activated.emit(place)
    assert voice.text() == "?model=syn6288"
    assert "端口" in voice.message
    voice.set_text("serial:/dev/ttyUSB0?model=other&baud=9600")
    voice.edit.setFocus()
    step.model.activated.emit(place)
    assert voice.text() == "serial:/dev/ttyUSB0?model=syn6288&baud=9600"

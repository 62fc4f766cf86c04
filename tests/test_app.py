"""The running desk from an empty folder to a locked window, with real lanes."""

from __future__ import annotations

import itertools
import shutil
import threading
import time
from dataclasses import replace

import pytest
from fix_hall import ANSWERS, SECRET
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from zcdesk import settings, station
from zcdesk.app import App
from zcdesk.demo.people import person
from zcdesk.devices.simulated import SimulatedReader
from zcdesk.operations import own_secret, recovery


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    return tmp_path / "data"


@pytest.fixture
def start(data, qtbot):
    """Start a desk; it is closed after the test."""
    started = []

    def begin(**how):
        app = App(data, **how)
        started.append(app)
        qtbot.addWidget(app.frame)
        app.show()
        app.frame.activateWindow()
        qtbot.waitUntil(app.frame.isActiveWindow)
        return app

    yield begin
    for app in started:
        app.close()


@pytest.fixture
def hall(data):
    """A hall in use in the folder of the desk."""
    station.create(data, ANSWERS).store.close()


def type_in(text):
    """Type at a person's pace: faster would be a scanner's burst."""
    QTest.keyClicks(QApplication.focusWidget(), text, delay=40)


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def log_in(app, qtbot, secret=SECRET):
    qtbot.waitUntil(lambda: app.login.staff_no.edit.hasFocus())
    type_in("0312")
    press(Qt.Key.Key_Return)
    type_in(secret)
    press(Qt.Key.Key_Return)


def first_run(app, qtbot):
    qtbot.waitUntil(lambda: bool(app.beginning and app.beginning.first_run))
    return app.beginning.first_run.page


def test_an_empty_folder_opens_the_wizard_and_ends_at_the_counter(start, qtbot):
    app = start()
    page = first_run(app, qtbot)
    page.next()
    page.hall.fields["hall"].set_text("示例区政务服务中心")
    page.hall.fields["region"].set_text("320213")
    page.next()
    for name, text in {"window": "3", "staff_no": "0312", "name": "张敏"}.items():
        page.window_step.fields[name].set_text(text)
    for field in page.window_step.secrets.values():
        field.set_text(SECRET)
    page.next()
    qtbot.waitUntil(lambda: app.session is not None)
    for _ in range(3):
        page.next()
    log_in(app, qtbot)
    qtbot.waitUntil(lambda: app.workplace is not None)
    qtbot.waitUntil(lambda: app.workplace.counter.taking.view is not None)
    assert len(app.workplace.counter.taking.view.matters) == 156


def test_a_window_closed_before_its_store_is_opened_opens_none(data, hall, qtbot):
    app = App(data)
    qtbot.addWidget(app.frame)
    with qtbot.waitSignal(app.frame.painted):
        app.show()
        app.close()
    assert not hasattr(app, "jobs")


def test_a_wrong_secret_is_said_below_it(start, hall, qtbot):
    app = start()
    log_in(app, qtbot, "wrong-one")
    qtbot.waitUntil(lambda: bool(app.login.secret.message))
    assert app.workplace is None


@pytest.mark.req("UX-43")
def test_a_locked_window_shows_no_applicant_and_takes_no_key_or_card(start, hall, qtbot):
    reader = SimulatedReader()
    app = start(devices={"reader": reader})
    log_in(app, qtbot)
    qtbot.waitUntil(lambda: app.workplace is not None)
    place = app.workplace
    qtbot.waitUntil(lambda: place.counter.taking.view is not None)
    place.counter.calls.walk_in()
    qtbot.waitUntil(lambda: place.counter.open_visit is not None)
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert place.shell.is_covered
    visit = place.counter.open_visit
    press(Qt.Key.Key_F2)
    # What was asked before the lock would take the card, and is forgotten behind it.
    qtbot.waitUntil(lambda: "reader/card" not in place.watch.devices._asked)
    reader.lay_down(person(30))
    place.watch.devices.look()
    assert place.counter.open_visit is visit
    type_in(SECRET)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not place.shell.is_covered)
    qtbot.waitUntil(lambda: place.counter.open_visit.applicant.person.is_identified)


@pytest.mark.req("UX-43")
def test_somebody_else_takes_a_locked_window_over_and_the_open_visit_goes_on(start, hall, qtbot):
    app = start(devices={})
    log_in(app, qtbot)
    qtbot.waitUntil(lambda: app.workplace is not None)
    place = app.workplace
    qtbot.waitUntil(lambda: place.counter.taking.view is not None)
    place.counter.calls.walk_in()
    qtbot.waitUntil(lambda: place.counter.open_visit is not None)
    was = place.counter.open_visit
    place.locking.session_lock.on_active(True)
    assert place.shell.is_covered
    place.locking.page.take_over.click()
    qtbot.waitUntil(lambda: app.login.isVisible())
    app.login.login_requested.emit("0313", SECRET, True)
    qtbot.waitUntil(lambda: place.clerk.staff_no == "0313")
    qtbot.waitUntil(lambda: not place.shell.is_covered)
    qtbot.waitUntil(lambda: place.counter.open_visit is not None)
    assert place.counter.open_visit.id == was.id


@pytest.mark.req("UX-39")
def test_the_open_visit_is_back_after_a_restart(start, hall, qtbot):
    app = start()
    log_in(app, qtbot)
    qtbot.waitUntil(lambda: app.workplace is not None)
    place = app.workplace
    qtbot.waitUntil(lambda: place.counter.taking.view is not None)
    place.counter.calls.walk_in()
    qtbot.waitUntil(lambda: place.counter.open_visit is not None)
    was = place.counter.open_visit
    app.close()
    again = start()
    log_in(again, qtbot)
    qtbot.waitUntil(lambda: again.workplace is not None)
    qtbot.waitUntil(lambda: again.workplace.counter.open_visit is not None)
    assert again.workplace.counter.open_visit == was


def test_a_second_desk_on_the_same_data_is_refused_in_words(start, hall, data, qtbot):
    first = start()
    qtbot.waitUntil(lambda: first.session is not None)
    second = start()
    qtbot.waitUntil(lambda: bool(second.login.secret.message))
    assert second.session is None


class Hanging:
    """A device that never answers, whatever is asked of it."""

    name, as_, profile = "挂起的设备", "escpos80", None

    def __init__(self):
        self.asked = threading.Event()
        self.released = threading.Event()

    def _hang(self, *_):
        self.asked.set()
        self.released.wait(60)

    status = read = print = scan = _hang

    def begin(self, _):
        return self._hang


@pytest.mark.req("UX-17")
def test_the_window_works_on_while_every_device_hangs(start, hall, qtbot):
    devices = {kind: Hanging() for kind in ("printer", "reader", "caller", "scanner")}
    app = start(devices=devices)
    log_in(app, qtbot)
    qtbot.waitUntil(lambda: app.workplace is not None)
    place = app.workplace
    qtbot.waitUntil(lambda: place.counter.taking.view is not None)
    qtbot.waitUntil(lambda: all(d.asked.is_set() for d in devices.values()))
    beats = []
    heart = QTimer(place)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))
    heart.start(10)
    desk = place.desk
    desk.do(desk.operations.tickets.take_ticket, "社会民生", owner=place, matter="1-1")
    press(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: place.counter.open_visit is not None)
    qtbot.waitUntil(lambda: len(beats) > 20)
    # Each device hangs for a minute: had one been waited for, the heart had stood as long.
    assert max(b - a for a, b in itertools.pairwise(beats)) < 30
    for device in devices.values():
        device.released.set()


@pytest.mark.req("R128")
def test_a_first_start_joins_a_hall_that_has_a_server(start, data, tmp_path, qtbot, hall_server):
    """A login file is all it takes; windows, people and matters come from the server."""
    from zcdesk.sync import admin, login
    from zcdesk.sync.adopt import adopt

    other = station.create(tmp_path / "first", ANSWERS)
    adopt(other.store, hall_server.url, role=f"r_{tmp_path.name[-1]}3", now=station.clock)
    role = f"r_{tmp_path.name[-1]}5"
    made = admin.add_station(hall_server.url, other.store.hall, "5", role=role)
    admin.set_stations(hall_server.url, other.store.hall, "0312", [role])
    position = other.store.head.position.number
    other.store.close()
    file = tmp_path / "login.json"
    login.save(file, made)

    app = start()
    page = first_run(app, qtbot)
    page.next()
    page.hall.way.set_value(True)
    page.hall.fields["login"].set_text(str(tmp_path / "no.json"))
    page.next()
    qtbot.waitUntil(lambda: "登录" in page.hall.fields["login"].message)
    assert not station.exists(data)
    page.hall.fields["login"].set_text(str(file))
    page.next()
    assert QApplication.focusWidget() is page.leave_button
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "已停止" in page.hall.fields["login"].message)
    assert not station.exists(data)
    assert not (data / login.FILE).exists()
    page.next()
    qtbot.waitUntil(lambda: app.session is not None)
    page.leave()
    assert app.session.window == "5"
    assert app.session.store.head.position.number >= position
    log_in(app, qtbot)
    qtbot.waitUntil(lambda: app.workplace is not None)
    qtbot.waitUntil(
        lambda: "network" in app.workplace.shell.topbar.chips and app.syncing.is_online,
    )


@pytest.mark.req("UX-43")
def test_the_citizens_screen_is_followed_where_the_settings_ask_for_it(start, hall, data, qtbot):
    settings.save(data, replace(settings.load(data), second_screen=True))
    app = start(devices={})
    log_in(app, qtbot)
    qtbot.waitUntil(lambda: app.workplace is not None)
    second = app.workplace.second
    assert second is not None
    monitor = app.frame.screen()
    second._screens = lambda: [monitor, monitor]
    second.look_at_screens()
    qtbot.waitUntil(lambda: "欢迎您" in second.screen.words)
    app.workplace.lock()
    assert second.screen.words == ""


def test_a_lost_key_is_told_and_the_paper_brings_it_back(data, hall, start, qtbot, tmp_path):
    """The keystore is destroyed: the desk asks for the paper, and opens the same data with it."""
    session = station.open_session(data)
    made = recovery.make(session.as_clerk("0001"))
    seq = session.store.head.seq
    session.store.close()
    shutil.rmtree(tmp_path / "station" / "keys")
    app = start()
    qtbot.waitUntil(lambda: app.beginning is not None)
    page = app.beginning.page
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "数据恢复纸" in said
    page.code.set_text("ABCD")
    page.submit()
    qtbot.waitUntil(lambda: "错字" in page.code.message)
    assert page.code.text() == ""
    page.code.set_text(" ".join(cell for row in made.tables[0].rows for cell in row[1:]))
    page.submit()
    qtbot.waitUntil(lambda: app.session is not None)
    assert app.session.store.head.seq == seq
    assert app.login.isVisible()


@pytest.mark.req("UX-43")
def test_a_locked_desk_opens_with_the_pin_and_after_wrong_ones_with_the_secret_alone(
    start, hall, qtbot
):
    app = start(devices={})
    log_in(app, qtbot)
    qtbot.waitUntil(lambda: app.workplace is not None)
    place, shell = app.workplace, app.workplace.shell
    place.desk.do(own_secret.set_pin, SECRET, "739204", owner=place)
    place.lock()
    page = place.locking.page
    qtbot.waitUntil(lambda: "PIN" in page.secret.label.full_text)
    type_in("739204\r")
    qtbot.waitUntil(lambda: not shell.is_covered)
    place.lock()
    qtbot.waitUntil(lambda: "PIN" in page.secret.label.full_text)
    for words in ("还可以试 2 次", "还可以试 1 次", "请输入口令"):
        page.secret.set_text("111222")
        page.submit()
        qtbot.waitUntil(lambda w=words: w in page.secret.message)
    qtbot.waitUntil(lambda: "PIN" not in page.secret.label.full_text)
    page.secret.set_text(SECRET)
    page.submit()
    qtbot.waitUntil(lambda: not shell.is_covered)

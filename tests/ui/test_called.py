"""Voice, screens, pads and rating pad at a desk: each in its lane, none in the clerk's way."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from zcdesk.demo import people
from zcdesk.devices.kinds import READY, Call, PadEvent, PadKey, Replaced, Status, fault
from zcdesk.domain.rating import Level, Rating
from zcdesk.domain.ticket import Outcome
from zcdesk.domain.visit import Phase
from zcdesk.domain.window import WindowMode
from zcdesk.operations import clerks, pads, tickets, windows


class Screen:
    """Keeps what it was told; `replaced` is what it could not show."""

    def __init__(self, name: str = "窗口屏", replaced: tuple[Replaced, ...] = ()) -> None:
        self.name = name
        self.calls: list[Call] = []
        self.texts: list[str] = []
        self.replaced = replaced
        self.state = READY

    def begin(self, call: Call) -> Any:
        self.calls.append(call)
        return lambda: self.replaced

    def say(self, text: str) -> tuple[Replaced, ...]:
        self.texts.append(text)
        return ()

    def status(self) -> Any:
        return self.state


class PadBus:
    name = "呼叫器"

    def __init__(self, windows_: dict[int, str]) -> None:
        self.windows = windows_
        self.pressed: list[PadEvent] = []
        self.told: list[tuple[Any, ...]] = []

    def press(self, address: int, key: PadKey, number: str = "", stars: int = 0) -> None:
        self.pressed.append(PadEvent(address=address, key=key, number=number, stars=stars))

    def events(self) -> tuple[PadEvent, ...]:
        came, self.pressed = tuple(self.pressed), []
        return came

    def show(self, address: int, ticket: str) -> None:
        self.told.append((address, ticket))

    def send(self, address: int, frame: str, **values: int) -> None:
        self.told.append((address, frame, *values.values()))


class Stars:
    name = "评价器"

    def __init__(self, *stars: int | None) -> None:
        self.stars = list(stars)
        self.asked = self.cancelled = 0

    def ask(self, seconds: float) -> int | None:
        self.asked += 1
        return self.stars.pop(0)

    def cancel(self) -> None:
        self.cancelled += 1


@pytest.fixture
def fitted(counter):
    """A counter with a voice, two screens and pads for windows 3 and 5."""
    from zcdesk.ui.pads import Pads

    counter.desk.devices = {}
    counter.desk.devices |= {
        "voice": Screen("语音"),
        "window_screen": Screen(),
        "hall_screen": Screen("大厅屏"),
        "pads": PadBus({3: "3", 5: "5"}),
    }
    counter.pads = Pads(counter.desk, counter.page)
    counter.pads.start()
    return counter


def press(counter, address, key, number="", stars=0):
    counter.desk.devices["pads"].press(address, key, number, stars)
    counter.pads.look()


def test_a_call_reaches_every_device_and_lunch_is_softer(fitted):
    fitted.ticket()
    fitted.press("F2")
    ticket = fitted.visit.ticket
    call = Call("A001", "3", ticket=ticket.id, fence=ticket.fence)
    devices = fitted.desk.devices
    names = ("voice", "window_screen", "hall_screen")
    assert [devices[n].calls for n in names] == [[call]] * 3
    fitted.clock.at = fitted.clock.at.replace(hour=12, minute=10)
    fitted.press("F3")
    again = devices["voice"].calls[-1]
    assert (again.recall, again.percent) == (True, 50)
    assert fitted.clock().time() > time(12)


def test_a_busy_device_has_three_waiting_and_an_older_call_of_a_ticket_goes(fitted):
    from zcdesk.domain.visit import OpenTicket
    from zcdesk.ui.callers import Callers
    from zcdesk.ui.jobs import InlineJobs

    held = InlineJobs(held=True)
    fitted.desk.jobs = held
    callers = Callers(fitted.desk)
    for number, fence in (("A001", 1), ("A002", 1), ("A002", 2), ("A003", 1), ("A004", 1)):
        callers.call(OpenTicket(id=number, number=number, fence=fence))
    callers.call(OpenTicket(id="A005", number="A005", fence=1))
    held.release()
    said = [(c.number, c.fence) for c in fitted.desk.devices["voice"].calls]
    assert said == [("A001", 1), ("A003", 1), ("A004", 1), ("A005", 1)]


def test_the_clerk_is_told_which_character_was_replaced(fitted):
    fitted.desk.devices["hall_screen"].replaced = (Replaced("𬱖", "□"),)
    fitted.ticket()
    fitted.press("F2")
    assert any("大厅屏" in note and "𬱖→□" in note for note in fitted.notes)


def test_the_window_s_own_screen_says_how_it_stands(fitted):
    screen = fitted.desk.devices["window_screen"]
    windows.open_window(fitted.desk.session)
    fitted.page.calls.look_at_window()
    fitted.page.calls.pause("用餐")
    fitted.page.calls.look_at_window()
    assert screen.texts == ["3号窗口 欢迎光临", "暂停服务"]


@pytest.mark.req("R093")
def test_the_own_pad_does_what_the_keys_do(fitted):
    fitted.ticket()
    fitted.ticket()
    press(fitted, 3, PadKey.CALL)
    assert fitted.visit.ticket.number == "A001"
    assert fitted.desk.devices["pads"].told == [(3, "A001")]
    fitted.clock.pass_(seconds=10)
    press(fitted, 3, PadKey.RECALL)
    assert [c.recall for c in fitted.desk.devices["voice"].calls] == [False, True]
    press(fitted, 3, PadKey.CALL)
    assert fitted.page.menu.isVisible(), "with somebody called the pad asks as F2 does"
    press(fitted, 3, PadKey.PASS)
    assert fitted.page.open_visit is None
    press(fitted, 3, PadKey.CALL)
    press(fitted, 3, PadKey.TRANSFER, "5")
    assert fitted.page.open_visit is None
    press(fitted, 3, PadKey.PAUSE)
    assert windows.window_of(fitted.desk.session).mode is WindowMode.PAUSED
    press(fitted, 3, PadKey.RESUME)
    assert windows.window_of(fitted.desk.session).mode is WindowMode.OPEN


def test_a_locked_desk_hears_only_the_pads_of_other_windows(fitted):
    fitted.ticket()
    fitted.pads.lock()
    press(fitted, 3, PadKey.CALL)
    press(fitted, 3, PadKey.LOGIN, "0312")
    assert fitted.page.open_visit is None
    assert fitted.desk.devices["pads"].told == [(3, "login-refused")]
    press(fitted, 5, PadKey.LOGIN, "0312")
    assert (5, "login-ok") in fitted.desk.devices["pads"].told


def test_another_window_s_pad_runs_its_queue_and_is_called_aloud(fitted):
    tickets.take_ticket(fitted.desk.session, "投资建设")
    press(fitted, 5, PadKey.CALL)
    assert fitted.codes == ["PAD-01"] or any("5" in note for note in fitted.notes)
    press(fitted, 5, PadKey.LOGIN, "0312")
    press(fitted, 5, PadKey.CALL)
    devices = fitted.desk.devices
    assert [(c.number, c.window) for c in devices["voice"].calls] == [("D001", "5")]
    assert devices["window_screen"].calls == [], "the strip over this window is this window's"
    assert devices["pads"].told[-2:] == [(5, "D001"), (5, "waiting", 0)]
    assert fitted.page.open_visit is None
    press(fitted, 5, PadKey.FINISH)
    assert pads.waiting(fitted.desk.session, "5") == 0


def test_at_a_joined_desk_the_server_is_asked_for_the_pad_s_window(fitted):
    asked: list[tuple[str, str]] = []

    class Server:
        is_online = True

        def fetch(self, number, *, owner, done, window=""):
            asked.append((number, window))
            done(True)

        def nudge(self):
            pass

    tickets.take_ticket(fitted.desk.session, "投资建设")
    fitted.desk.syncing = Server()
    press(fitted, 5, PadKey.LOGIN, "0312")
    press(fitted, 5, PadKey.CALL)
    assert asked == [("", "5")]
    assert [c.number for c in fitted.desk.devices["voice"].calls] == ["D001"]


def test_who_was_served_is_asked_for_a_rating_the_clerk_never_sees(fitted):
    from zcdesk.ui.ratings import Ratings

    rater = Stars(1, None)
    fitted.desk.devices["rater"] = rater
    ratings = Ratings(fitted.desk)
    fitted.page.served.connect(ratings.ask)
    served = []
    fitted.page.served.connect(served.append)
    fitted.ticket()
    fitted.press("F2")
    fitted.page.arrival.by_key()
    fitted.notes.clear()
    fitted.page.turns.leave(Outcome.CONSULTED)
    with fitted.desk.session.reading() as store:
        rating = store.state(f"rating:{served[0].id}", Rating)
    assert (rating.level, rating.needs_follow_up) == (Level.VERY_BAD, True)
    assert (fitted.notes, fitted.codes) == ([], [])
    fitted.ticket()
    fitted.press("F2")
    assert fitted.visit.phase is Phase.CALLED
    fitted.press("Shift+F3")
    assert rater.asked == 1, "who never came rates nothing"


def test_a_rating_pressed_at_the_call_pad_belongs_to_the_visit_just_ended(fitted):
    from zcdesk.ui.ratings import Ratings

    ratings = Ratings(fitted.desk)
    fitted.page.served.connect(ratings.ask)
    fitted.page.visit.changed.connect(lambda: ratings.look_at(fitted.page.open_visit))
    fitted.pads.rated.connect(ratings.pressed)
    served = []
    fitted.page.served.connect(served.append)
    press(fitted, 3, PadKey.RATING, stars=5)
    fitted.ticket()
    fitted.press("F2")
    fitted.page.arrival.by_key()
    press(fitted, 3, PadKey.RATING, stars=1)
    fitted.page.turns.leave(Outcome.CONSULTED)
    press(fitted, 3, PadKey.RATING, stars=4)
    press(fitted, 3, PadKey.RATING, stars=1)
    with fitted.desk.session.reading() as store:
        found = [state for _, state in store.states(Rating)]
        mine = store.state(f"rating:{served[0].id}", Rating)
    assert found == [mine]
    assert mine.level is Level.GOOD, "the first press counts; those before are nobody's"


def test_a_keyboard_of_five_keys_rates_who_was_served_and_nobody_else(fitted):
    from threading import Thread

    from zcdesk.devices.rating_keys import RatingKeys
    from zcdesk.ui.ratings import Ratings

    pad = fitted.desk.devices["rater"] = RatingKeys("1,2,3,4,5")
    ratings = Ratings(fitted.desk)
    fitted.page.served.connect(ratings.ask)
    served = []
    fitted.page.served.connect(served.append)
    assert set(ratings.keys()) == set("12345")
    fitted.ticket()
    fitted.press("F2")
    fitted.page.arrival.by_key()
    ratings.key_pressed("5")

    def press_when_asked() -> None:
        while not pad._is_asked:
            pass
        ratings.key_pressed("2")

    citizen = Thread(target=press_when_asked)
    citizen.start()
    fitted.page.turns.leave(Outcome.CONSULTED)
    citizen.join(60)
    with fitted.desk.session.reading() as store:
        assert store.state(f"rating:{served[0].id}", Rating).level is Level.GOOD
    ratings.key_pressed("1")
    ratings.key_pressed("F13")
    del fitted.desk.devices["rater"]
    ratings.key_pressed("1")
    assert tuple(ratings.keys()) == ()


@pytest.mark.req("UX-35")
def test_a_device_lost_and_back_is_said_once_each(fitted):
    from zcdesk.ui.device_watch import DeviceWatch

    del fitted.desk.devices["pads"]
    watch = DeviceWatch(fitted.desk)
    chips: list[Any] = []
    watch.chips_changed.connect(chips.append)
    voice = fitted.desk.devices["voice"]
    for state in (READY, READY, fault("DEV-01"), fault("DEV-01"), READY):
        voice.state = state
        watch.look()
    words = [next(c.word for c in row if c.device == "caller") for row in chips]
    assert "语音断开" in words
    assert [n for n in fitted.notes if n.startswith("语音")] == [
        "语音断开，其他照常，接好后自动恢复",
        "语音已恢复",
    ]
    assert [event.words for event in watch.events] == ["语音正常", "语音断开"]


def test_what_was_asked_before_the_lock_is_not_heard_behind_it(fitted):
    from zcdesk.ui.device_watch import DeviceWatch

    watch, heard = DeviceWatch(fitted.desk), []

    class Slow:
        """Somebody locks the desk while it answers."""

        name = "慢"

        def codes(self) -> tuple[str, ...]:
            watch.stop()
            return ("T/A001",)

        def read(self):
            watch.stop()
            return people.person(1)

        def status(self) -> Status:
            return READY

    fitted.desk.scanned.connect(heard.append)
    fitted.desk.card_read.connect(heard.append)
    fitted.desk.devices = {"gun": Slow(), "reader": Slow()}
    for look in (watch.look_at_gun, watch.look_at_reader):
        watch.start()
        look()
    watch.end()
    assert heard == []


def test_a_serial_scanner_is_heard(fitted):
    from zcdesk.ui.device_watch import DeviceWatch

    class Gun:
        name = "扫码枪"

        def codes(self) -> tuple[str, ...]:
            return ("T/A001",)

    heard: list[str] = []
    fitted.desk.scanned.connect(heard.append)
    fitted.desk.devices["gun"] = Gun()
    DeviceWatch(fitted.desk).look_at_gun()
    assert heard == ["T/A001"]
    assert clerks.clerk_of(fitted.desk.session).staff_no == "0312"

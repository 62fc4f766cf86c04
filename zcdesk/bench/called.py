"""A call from the key to the wire, and the window's pulse while every device hangs.

Runs in a process of its own: a hall and the real window; screens and voice are at the far ends of
pseudo-terminals, in another. While calls are measured somebody takes a number every few hundredths
of a second and every screen follows, so the store's lane is at work half of the time.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from zcdesk.app import App
from zcdesk.bench.far import FarEnds, Heard
from zcdesk.bench.hall import ground
from zcdesk.demo import hall
from zcdesk.demo.driver import CountingJobs, Driver
from zcdesk.demo.hall import SECRET, STAFF_NO, DemoClock
from zcdesk.devices import bx_frames as bx
from zcdesk.devices.kinds import DeviceKind
from zcdesk.devices.urls import from_url
from zcdesk.devices.wire import open_wire
from zcdesk.ui import theme
from zcdesk.ui.notices import Notices

BUSY_MS, BEAT_MS = 30, 10
CALLERS = (DeviceKind.VOICE, DeviceKind.WINDOW_SCREEN, DeviceKind.HALL_SCREEN)
PATIENCE_S = 30.0


class Hanging:
    """A device that answers nothing and never comes back from a question."""

    name, as_, profile, windows = "挂起的设备", "escpos80", None, {3: "3"}

    def __init__(self) -> None:
        self.released = Event()

    def _hang(self, *_: object) -> None:
        self.released.wait(60)

    status = read = print = scan = say = events = codes = show = send = _hang

    def begin(self, _: object) -> Callable[[], object]:
        return self._hang


def run(count: int) -> None:
    """Measure and tell, in one line of JSON.

    Args:
        count: calls.
    """
    with (
        tempfile.TemporaryDirectory(prefix="zcdesk-called-") as folder,
        ground(Path(folder)),
    ):
        theme.start(sys.argv[:1])
        far = FarEnds(Path(folder))
        try:
            seen = _measured(Path(folder) / "data", far, count)
        finally:
            far.close()
    sys.stdout.write(json.dumps(seen) + "\n")


def _measured(data: Path, far: FarEnds, count: int) -> dict[str, Any]:
    clock, notices = DemoClock(), Notices()
    hall.found(data, clock)
    devices = {kind.value: from_url(far.urls[kind]) for kind in CALLERS}
    jobs = CountingJobs(notices.show)
    app = App(
        data,
        opener=lambda: hall.opened(data, clock),
        devices=devices,
        jobs=jobs,
        notices=notices,
    )
    driver = Driver(app.frame, jobs)
    app.show()
    driver.until(lambda: app.session is not None, "the store did not open")
    driver.write(STAFF_NO)
    driver.press("Enter")
    driver.write(SECRET)
    driver.press("Enter")
    driver.until(lambda: app.workplace is not None, "nobody was logged in")
    driver.settle(0.3)
    try:
        return _calls(app, driver, clock, far, count) | _pulse(app, driver)
    finally:
        app.close()


def _calls(
    app: App, driver: Driver, clock: DemoClock, far: FarEnds, count: int
) -> dict[str, list[float]]:
    """Call and pass over, each time until the window's screen has its first byte."""
    values: list[float] = []
    references: list[float] = []
    busy = QTimer()
    busy.setSingleShot(True)
    # The next one comes when the last was given out: a busy store, never one that falls behind.
    busy.timeout.connect(lambda: _take(app, lambda _: busy.start(BUSY_MS)))
    busy.start(0)
    with closing(open_wire(far.urls[DeviceKind.GUN].partition("?")[0])) as wire:
        for _ in range(count):
            _turn(BUSY_MS / 1000)
            screen, plain = far.heard[DeviceKind.WINDOW_SCREEN], far.heard[DeviceKind.GUN]
            values.append(_call(app, driver, screen))
            had = len(plain)
            start = time.monotonic()
            wire.write(b"x")
            _until(lambda: len(plain) > had)  # noqa: B023 - called before the next turn
            references.append(plain[had][0] - start)
            clock.pass_(seconds=10)
            _pass_over(app, driver)
    busy.timeout.disconnect()
    busy.stop()
    driver.settle()
    return {"values": values, "references": references}


def _pulse(app: App, driver: Driver) -> dict[str, list[float]]:
    """Beat while the desk works with its devices, then with every one of them hanging."""
    well = _beats(app, driver)
    workplace = app.workplace
    assert workplace is not None
    stuck = {kind.value: Hanging() for kind in DeviceKind}
    workplace.desk.devices.update(stuck)
    hanging = _beats(app, driver)
    for device in stuck.values():
        device.released.set()
    return {"hanging": hanging, "well": well}


def _beats(app: App, driver: Driver) -> list[float]:
    """Call and pass over a few times; return the gaps between beats of the UI thread."""
    beats: list[float] = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start(BEAT_MS)
    for _ in range(3):
        _take(app)
        while not _is_called(app):
            driver.press_only("F2")
            _turn(0.2)
        _pass_over(app, driver)
    heart.stop()
    return [later - sooner for sooner, later in pairwise(beats)]


def _call(app: App, driver: Driver, screen: Heard) -> float:
    """Press F2 until the counter takes it; return the seconds to the screen's first byte."""
    had = len(screen)
    while True:
        start = time.monotonic()
        driver.press_only("F2")
        _until(partial(_is_over, app, screen, had, start + 1))
        if (at := _shown_at(screen, had)) is not None:
            return at - start


def _shown_at(screen: Heard, had: int) -> float | None:
    """Return when a text came to the screen; it is also asked now and then how it stands."""
    return next((at for at, data in screen[had:] if bx.AREA in data), None)


def _is_over(app: App, screen: Heard, had: int, end: float) -> bool:
    """Whether the screen was written to, or the key went nowhere."""
    went_nowhere = time.monotonic() > end and not _is_called(app)
    return went_nowhere or _shown_at(screen, had) is not None


def _pass_over(app: App, driver: Driver) -> None:
    """Send who was called away; the key is pressed again while the page was not there yet."""
    _until(lambda: _is_called(app))
    while _is_called(app):
        driver.press_only("Shift+F3")
        _turn(0.1)


def _take(app: App, done: Callable[[object], object] | None = None) -> None:
    workplace = app.workplace
    if workplace is not None:
        desk = workplace.desk
        desk.do(desk.operations.tickets.take_ticket, "社会民生", owner=workplace, done=done)


def _is_called(app: App) -> bool:
    return app.workplace is not None and app.workplace.counter.open_visit is not None


def _turn(seconds: float) -> None:
    end = time.monotonic() + seconds
    _until(lambda: time.monotonic() >= end)


def _until(condition: Callable[[], bool]) -> None:
    """Let the window's own loop run, asleep while nothing happens, until it came to that."""
    loop, looking = QEventLoop(), QTimer()
    end = time.monotonic() + PATIENCE_S

    def look() -> None:
        if condition() or time.monotonic() > end:
            loop.quit()

    looking.timeout.connect(look)
    looking.start(1)
    loop.exec()
    looking.stop()
    if not condition():
        raise RuntimeError("the desk did not come to where it is measured")

"""Sets the stage of the device day: a hall, the real window, every device on a line of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from zcdesk.app import App
from zcdesk.demo import hall, seat, tally
from zcdesk.demo.device_day import DeviceDay, Kiosk
from zcdesk.demo.hall import STAFF_NO, DemoClock
from zcdesk.demo.rig import Rig
from zcdesk.demo.tally import Tally
from zcdesk.devices.kinds import DeviceKind
from zcdesk.devices.simulated import SimulatedPrinter
from zcdesk.ui.hall_windows import KIOSK
from zcdesk.ui.kiosk.window import KioskWindow

PATIENCE = 10.0

PRINTERS = {"printer": "sim:printer", "kiosk_printer": "sim:printer?printer=sunmi-v2"}
"""The desk's, and the kiosk's own: a small one that tears its slips off."""


class Played(NamedTuple):
    """A day that was played.

    Attributes:
        tallies: one a device; lag: seconds the last of voice and screen came after the first, at
            worst; urls: what was connected.
    """

    tallies: list[Tally]
    lag: float
    urls: dict[str, str]

    @property
    def is_even(self) -> bool:
        return all(one.is_even for one in self.tallies)

    def report(self) -> str:
        """Lay out what each device was sent, one line a thing."""
        parts = (f"{one}\n" + "".join(f"  {got}\n" for got in one.got) for one in self.tallies)
        return f"voice and screens at most {self.lag:.3f} s apart\n" + "".join(parts)


def play(data: Path) -> Played:
    """Play the day in `data`; raises where the desk does not come to where the script expects."""
    clock = DemoClock()
    hall.found(data, clock)
    with _rig() as rig:
        app = seat.desk(data, clock, rig.urls() | PRINTERS)
        try:
            day = _played(app, clock, rig)
        finally:
            app.close()
        session = hall.opened(data, clock)
        try:
            tallies = tally.compare(session, rig, day.unspoken, day.stars)
            tallies += tally.numbers(session, day.taken, day.slips())
        finally:
            session.store.close()
        return Played(tallies, _lag(rig), rig.urls())


@contextmanager
def _rig() -> Iterator[Rig]:
    with tempfile.TemporaryDirectory(prefix="zcdesk-lines-") as lines:
        rig = Rig(Path(lines), PATIENCE)
        try:
            yield rig
        finally:
            rig.close()


def _played(app: App, clock: DemoClock, rig: Rig) -> DeviceDay:
    driver = seat.driver_of(app)
    seat.open_up(app, driver)
    seat.log_in(app, driver, STAFF_NO)
    assert app.workplace is not None
    app.hall_windows.open(KIOSK)
    kiosk = app.hall_windows.window(KIOSK)
    assert isinstance(kiosk, KioskWindow)
    printer = app.all_devices["kiosk_printer"]
    assert isinstance(printer, SimulatedPrinter)
    app.frame.activateWindow()  # a citizen's touch takes no key away from the clerk
    driver.until(app.frame.isActiveWindow, "the desk's window did not come to the front")
    day = DeviceDay(driver, app.workplace, Kiosk(kiosk, printer), clock, rig)
    day.play()
    return day


def _lag(rig: Rig) -> float:
    """Return how far the voice was from the hall screen at worst, for calls both had."""
    voice = [at for at, data in rig[DeviceKind.VOICE].heard if data[3:4] == b"\x01"]
    hall_screen = [at for at, data in rig[DeviceKind.HALL_SCREEN].heard if data[:1] == b"\xa0"]
    return max((min(abs(at - other) for other in hall_screen) for at in voice), default=0.0)

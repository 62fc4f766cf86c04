"""Sets the stage: the demo hall, the real window, simulated devices; then plays or lets play."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer

from zcdesk.app import App
from zcdesk.demo import after_stage, device_stage, hall, papers, seat
from zcdesk.demo.clerk import DemoClerk
from zcdesk.demo.day import Day
from zcdesk.demo.hall import SECRET, STAFF_NO, DemoClock
from zcdesk.demo.people import person
from zcdesk.demo.pictures import Pictures
from zcdesk.demo.summary import Left, Whole
from zcdesk.devices.simulated import SimulatedReader
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.mishaps import hook
from zcdesk.ui import theme
from zcdesk.ui.language import install_language

ARRIVALS_MS = 45_000
CARD_EVERY_MS = 3_000
MATTERS = ("1-49", "1-71", "2-3", "1-61", "4-28", "3-9")


def play(data: Path, out: Path) -> int:
    """Play the scripted day; 0 only if every visit ended as scripted within its ceiling."""
    clock = DemoClock()
    hall.found(data, clock)
    theme.start(sys.argv[:1])
    app, reader = _app(data, clock)
    driver = seat.driver_of(app)
    seat.open_up(app, driver)
    shots = Pictures(app.frame, out / "pictures")
    shots.take("login", settle=lambda: driver.settle(0.02))
    seat.log_in(app, driver, STAFF_NO)
    assert app.workplace is not None
    day = Day(DemoClerk(driver, app.workplace, clock, reader), shots, out)
    day.play()
    app.close()
    session = hall.opened(data, clock)
    left = Left(papers.write_all(session, out / "papers"), papers.count_acts(session))
    session.store.close()
    after = after_stage.play(data.with_name("after"), out)
    whole = Whole(day, left, after)
    whole.write(out / "summary.json")
    sys.stdout.write("\n".join(whole.lines()) + "\n")
    return 0 if _devices_match(data.with_name("devices"), out) and whole.is_good else 1


def _devices_match(data: Path, out: Path) -> bool:
    """Play the device day in a hall of its own; what was sent stands in `devices.txt`."""
    try:
        played = device_stage.play(data)
    except (RuntimeError, AssertionError) as stuck:
        sys.stdout.write(f"NOT AS SCRIPTED devices: {stuck}\n")
        return False
    lines = [str(one) for one in played.tallies]
    sys.stdout.write("\n".join(lines) + "\n")
    (out / "devices.txt").write_text(played.report(), encoding="utf-8")
    return played.is_even


def show(data: Path) -> int:
    """Open the demo hall on the screen, with people coming and cards on the reader."""
    clock = DemoClock(datetime.now(HALL_ZONE))
    hall.found(data, clock)
    qt = theme.start(sys.argv[:1])
    install_language(qt, "zh_CN")
    app, reader = _app(data, lambda: datetime.now(HALL_ZONE))
    app.login.note.set_text(
        app.tr("演示：工号 {no}，口令 {secret}").format(no=STAFF_NO, secret=SECRET)
    )
    app.login.note.show()
    sys.excepthook = hook(app)
    crowd = Crowd(app, reader)
    app.show()
    code = qt.exec()
    crowd.stop()
    app.close()
    return code


class Crowd:
    """People of the demo on the screen: they take numbers, and lay their card when called."""

    def __init__(self, app: App, reader: SimulatedReader) -> None:
        self._app, self._reader = app, reader
        self._count = 0
        self._people, self._laid = 0, ""
        self._arrivals = QTimer(app)
        self._arrivals.timeout.connect(self.arrive)
        self._arrivals.start(ARRIVALS_MS)
        self._cards = QTimer(app)
        self._cards.timeout.connect(self.lay_card)
        self._cards.start(CARD_EVERY_MS)
        self._first = QTimer(app)
        self._first.timeout.connect(self._begin)
        self._first.start(500)

    def stop(self) -> None:
        for timer in (self._arrivals, self._cards, self._first):
            timer.stop()

    def arrive(self) -> None:
        """Somebody takes a number."""
        workplace = self._app.workplace
        if workplace is None:
            return
        self._count += 1
        workplace.desk.do(
            workplace.desk.operations.tickets.take_ticket,
            "社会民生",
            owner=workplace,
            matter=MATTERS[self._count % len(MATTERS)],
            priority=self._count % 7 == 0,
            why="65 岁以上" if self._count % 7 == 0 else "",
        )

    def lay_card(self) -> None:
        """Whoever is at the window lays the card on the reader, once, early key or late."""
        workplace = self._app.workplace
        visit = workplace.counter.open_visit if workplace else None
        if visit is None or visit.id == self._laid or visit.applicant.person.is_identified:
            return
        self._laid = visit.id
        self._people += 1
        self._reader.lay_down(person(self._people % 300))

    def _begin(self) -> None:
        if self._app.workplace is not None:
            self._first.stop()
            for _ in range(8):
                self.arrive()


def _app(data: Path, clock: Any) -> tuple[App, SimulatedReader]:
    app = seat.desk(data, clock, hall.answers().devices)
    reader = app.all_devices["reader"]
    assert isinstance(reader, SimulatedReader)
    return app, reader

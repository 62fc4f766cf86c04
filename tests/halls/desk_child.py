"""A running desk in a process of its own, obeying lines on its standard input.

Each line is one JSON order; each answer one JSON line. The desk is the real one: its window, its
lanes, its store and its tie to the server; only the person is replaced.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import unhurried  # noqa: F401 - for what it sets
from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from zcdesk import app as desk_app
from zcdesk.devices.urls import from_url
from zcdesk.domain.queue import Waiting
from zcdesk.domain.visit import Phase
from zcdesk.operations import booking_file, bookings, choosing, tickets
from zcdesk.store import reserve
from zcdesk.ui import theme

TICK_MS = 20
PATIENCE = 10_000
"""Ticks; only a desk that stands still takes so long."""


class Child:
    """One desk and the orders to it."""

    def __init__(self, data: Path) -> None:
        self.qt = theme.start(sys.argv[:1])
        devices = {"caller": from_url("sim:caller"), "printer": from_url("sim:printer")}
        self.app = desk_app.App(data, devices=devices)
        self.app.show()
        self.heard = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self.heard.activated.connect(self._on_line)

    def run(self) -> int:
        code = self.qt.exec()
        self.app.close()
        return code

    def _on_line(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QApplication.quit()
            return
        order = json.loads(line)
        getattr(self, f"do_{order.pop('do')}")(**order)

    def _answer(self, **what: Any) -> None:
        sys.stdout.write(json.dumps(what, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def _when(
        self, ready: Callable[[], bool], then: Callable[[], None], left: int = PATIENCE
    ) -> None:
        if ready():
            then()
        elif left:
            QTimer.singleShot(TICK_MS, lambda: self._when(ready, then, left - 1))
        else:
            self._answer(error="nothing came")

    def do_log_in(self, staff_no: str, secret: str) -> None:
        self.app.login.login_requested.emit(staff_no, secret, False)

        def stay() -> None:
            # Nobody touches its keys, so it would lock itself while a busy machine is at it.
            self._place.locking.auto.stop()
            self._answer(ok=True)

        self._when(lambda: self.app.workplace is not None, stay)

    def do_take(self, category: str) -> None:
        page = self._place.shell.page("tickets")
        taken: list[str] = []
        page.taken.connect(lambda one: taken.append(one.ticket.number))
        page.take(category)
        self._when(lambda: bool(taken), lambda: self._answer(number=taken[0]))

    def do_call(self) -> None:
        counter, calls = self._place.counter, self._place.counter.calls
        came: list[str] = []
        calls.opened.connect(lambda visit: came.append(visit.ticket.number))
        calls.nobody.connect(lambda: came.append(""))
        calls.next()
        self._when(lambda: bool(came), lambda: self._answer(number=came[0]))
        assert counter is not None

    def do_call_number(self, number: str) -> None:
        """Type a number, as the person at the window shows it."""
        came: list[str] = []
        self._place.counter.calls.opened.connect(lambda visit: came.append(visit.ticket.number))
        self._place.counter.arrival.by_number(number)
        self._when(lambda: bool(came), lambda: self._answer(number=came[0]))

    def do_walk_in(self) -> None:
        came: list[str] = []
        self._place.counter.calls.walk_in(lambda visit: came.append(visit.ticket.number))
        self._when(lambda: bool(came), lambda: self._answer(number=came[0]))

    def do_book(self, text: str) -> None:
        """Take a table of bookings in, as the folder that is watched does."""
        rows = booking_file.judged("bookings.csv", text.encode())
        self._place.desk.do(
            bookings.take_in,
            rows,
            "folder",
            owner=self.app,
            done=lambda done: self._answer(made=done.made),
        )

    def do_scan(self, code: str) -> None:
        """A booking's code lies under the scanner of an idle window."""
        self._place.desk.scanned.emit(code)
        counter = self._place.counter

        def is_served() -> bool:
            seen = counter.open_visit
            return seen is not None and seen.phase is Phase.SERVING

        self._when(is_served, lambda: self._answer(number=counter.open_visit.ticket.number))

    def do_leave(self) -> None:
        from zcdesk.domain.ticket import Outcome

        counter = self._place.counter
        ended: list[bool] = []
        counter.calls.ended.connect(lambda _: ended.append(True))
        counter.calls.leave(counter.open_visit, Outcome.CONSULTED)
        self._when(lambda: bool(ended), lambda: self._answer(ok=True))

    def do_look(self) -> None:
        """Answer what the desk shows and holds."""
        place = self._place
        session = place.desk.session

        def read() -> dict[str, Any]:
            with session.reading() as reader:
                found = tickets.of_day(reader, tickets.today(session))
                held = [one.ticket for one in reserve.reserved(reader) if one.is_callable]
                mine = choosing.of(reader, session)
            booked = bookings.day_list(session)
            return {
                "bookings": {b.made.code: [b.state.value, b.number] for b in booked},
                "tickets": {t.number: [t.status.value, t.window, t.channel.value] for t in found},
                "held": len(held),
                "waiting": len(mine.numbers),
                "line": [one.number for one in sorted(mine.within.values(), key=_order)],
                "position": session.store.head.position.number,
            }

        def say(read: dict[str, Any]) -> None:
            chip = place.shell.topbar.chips.get("network")
            news = self.app.syncing.news if self.app.syncing else None
            shown = place.shell.topbar.state
            self._answer(
                **read,
                chip=chip.state.word if chip and chip.state else "",
                online=bool(news and news.is_online),
                unsent=news.outcome.unsent if news else -1,
                shown_waiting=shown.waiting,
                bands=[n.message.text for n in place.shell.band.notices],
            )

        self.app.jobs.run("store", read, owner=self.app, done=say)

    def do_shot(self, file: str) -> None:
        self._answer(ok=self.app.frame.grab().save(file))

    @property
    def _place(self) -> Any:
        assert self.app.workplace is not None
        return self.app.workplace


def _order(one: Waiting) -> str:
    return one.order


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(Child(Path(sys.argv[1])).run())

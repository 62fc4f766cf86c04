"""From the key to voice and screens: never before the call is durable, never twice."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import QObject

from zcdesk.devices.kinds import Call, PadEvent, PadKey, Replaced
from zcdesk.domain.ticket import Ticket, TicketStatus
from zcdesk.operations import pads, tickets
from zcdesk.store.engine import Handle, connect
from zcdesk.ui.jobs import InlineJobs


class TornError(driver.OperationalError):
    """What SQLite says of a write that failed (SQLITE_IOERR_WRITE)."""

    sqlite_errorcode = 778


class Witnessing:
    """A voice that looks, at each call, at what a cut of power would leave of the store.

    Attributes:
        found: (number said, how the ticket stands in a copy of the files of that moment).
    """

    name = "语音"

    def __init__(self, counter: Any, folder: Path) -> None:
        self._store, self._folder = counter.desk.session.store, folder
        self._copies = itertools.count()
        self.found: list[tuple[str, str]] = []

    def begin(self, call: Call) -> Callable[[], tuple[Replaced, ...]]:
        copy = self._folder / f"copy-{next(self._copies)}"
        shutil.copytree(self._store.place.data, copy)
        handle = connect(copy / self._store.place.database.name, self._store.key)
        query = "SELECT status FROM ticket_index WHERE subject = ?"
        (status,) = handle.raw.execute(query, (f"ticket:{call.ticket}",)).fetchone()
        handle.close()
        self.found.append((call.number, status))
        return tuple


@pytest.fixture
def voice(counter, tmp_path):
    made = Witnessing(counter, tmp_path)
    counter.desk.devices = {"voice": made}
    return made


@pytest.fixture
def torn(monkeypatch):
    """Let the next commit fail, before or after it reached the file."""

    def tear(*, landed: bool) -> None:
        commit = Handle.commit

        def fail(self: Handle) -> None:
            monkeypatch.setattr(Handle, "commit", commit)
            if landed:
                commit(self)
            raise TornError("disk I/O error")

        monkeypatch.setattr(Handle, "commit", fail)

    return tear


def test_a_number_is_said_once_it_would_survive_a_cut_of_power(counter, voice):
    counter.ticket()
    counter.press("F2")
    assert voice.found == [("A001", "called")]
    counter.clock.pass_(seconds=10)
    counter.press("F3")
    assert voice.found == [("A001", "called")] * 2


def test_a_number_whose_call_was_not_kept_is_not_said(counter, voice, torn):
    counter.ticket()
    torn(landed=False)
    counter.press("F2")
    assert voice.found == []
    assert counter.visit is None
    assert counter.codes, "the clerk is told why nobody was called"
    counter.press("F2")
    assert voice.found == [("A001", "called")], "called again, it is said once"


def test_a_call_that_raised_and_is_in_the_file_is_said_once(counter, voice, torn):
    counter.ticket()
    torn(landed=True)
    counter.press("F2")
    assert voice.found == [("A001", "called")]
    assert counter.visit.ticket.number == "A001"


def test_a_recall_that_was_not_kept_is_not_said(counter, voice, torn):
    counter.ticket()
    counter.press("F2")
    counter.clock.pass_(seconds=10)
    torn(landed=False)
    counter.press("F3")
    assert len(voice.found) == 1


def test_another_window_s_pad_is_said_behind_its_commit_too(counter, voice, torn):
    from zcdesk.ui.pads import Pads

    class Bus:
        name, windows = "呼叫器", {3: "3", 5: "5"}

        def __init__(self) -> None:
            self.pressed: list[PadEvent] = []

        def events(self) -> tuple[PadEvent, ...]:
            came, self.pressed = tuple(self.pressed), []
            return came

        def show(self, address: int, ticket: str) -> None: ...
        def send(self, address: int, frame: str, **values: int) -> None: ...

    bus = counter.desk.devices["pads"] = Bus()
    counter.pads = Pads(counter.desk, counter.page)
    pads.log_in(counter.desk.session, "5", "0312")
    tickets.take_ticket(counter.desk.session, "投资建设")
    bus.pressed.append(PadEvent(address=5, key=PadKey.CALL))
    torn(landed=False)
    counter.pads.look()
    assert voice.found == []
    bus.pressed.append(PadEvent(address=5, key=PadKey.CALL))
    counter.pads.look()
    assert voice.found == [("D001", "called")]


def test_the_call_is_said_before_the_counter_opens(counter, voice):
    order: list[str] = []
    counter.page.calls.opened.connect(lambda _: order.append("opened"))
    begin = voice.begin
    voice.begin = lambda call: order.append("said") or begin(call)
    counter.ticket()
    counter.press("F2")
    assert order == ["said", "opened"]


def test_what_a_screen_shows_is_read_behind_what_a_person_waits_for(counter):
    held = InlineJobs(held=True)
    counter.desk.jobs = held
    owner, seen = QObject(), []
    counter.desk.look(tickets.view, owner=owner, done=lambda view: seen.append(view.total))
    counter.desk.do(tickets.take_ticket, "社会民生", owner=owner)
    held.release()
    assert seen == [1]


def test_every_state_of_the_day_is_read_at_once_rows_of_an_older_version_too(counter):
    counter.ticket()
    counter.ticket()
    counter.press("F2")
    session = counter.desk.session
    store, day = session.store, tickets.today(session)

    def read() -> tuple[list[str], list[str]]:
        with session.reading() as reader:
            waiting = [t.number for t in tickets.waiting_of(reader, day)]
            return sorted(t.number for t in tickets.of_day(reader, day)), waiting

    assert read() == (["A001", "A002"], ["A002"])
    store.handle.raw.execute("UPDATE subject_state SET version = 0, state = x'00'")
    assert read() == (["A001", "A002"], ["A002"])
    with session.reading() as reader:
        found = {t.number: t for t in tickets.of_day(reader, day)}
    assert found["A001"].status is TicketStatus.CALLED
    assert isinstance(found["A002"], Ticket)

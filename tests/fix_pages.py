"""One page at a desk with a real store: lanes inline, a window around it, fingers on the keys."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from fix_hall import ANSWERS, SECRET, Chance, Clock, matters

from zcdesk import calendar
from zcdesk.domain import checklist
from zcdesk.domain.checkdigit import with_check_digit
from zcdesk.domain.matter import Necessity
from zcdesk.domain.person import Person, Trust
from zcdesk.domain.visit import Visit, receive_all, rows_of, select, set_mark
from zcdesk.errors import CodedError
from zcdesk.operations import clerks, setup
from zcdesk.operations.session import Session
from zcdesk.store.founding import Station
from zcdesk.store.keys import Keys
from zcdesk.store.place import Place
from zcdesk.store.store import Store

CARD = Person(
    name="王桂兰",
    id_kind="resident",
    id_number=with_check_digit("32021319580412452"),
    phone="13861236620",
    address="无锡市梁溪区示例路 12 号",
    trust=Trust.CARD,
)
"""Somebody read from a card, whose phone is known."""

SIZES = {"normal": (1278, 600), "wide": (1440, 793), "narrow": (1000, 480)}
"""What the shell leaves to a page in its windows of 1366, 1536 and 1093."""


def settled(visit: Visit, *, deferred: bool = False) -> Visit:
    """Do what a clerk does to the rows of every applicant."""
    for index in range(len(visit.applicants)):
        visit = receive_all(select(visit, index))
        for row in rows_of(visit):
            if row.can_defer and deferred:
                visit = set_mark(visit, row.key, checklist.defer(row, "2026-12-01"))
            elif row.line.material.compares_original:
                visit = set_mark(visit, row.key, checklist.compare(row))
            elif row.line.material.necessity is Necessity.CONDITIONAL:
                visit = set_mark(visit, row.key, checklist.exempt(row, "本次申请不涉及"))
            elif not row.is_settled:
                visit = set_mark(visit, row.key, checklist.receive(row))
    return select(visit, 0)


@dataclass
class Told:
    """What the clerk was told, in order.

    Attributes:
        codes: of errors and messages with a code.
        notes: words of the status line.
    """

    codes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    raised: list[Any] = field(default_factory=list)


class Fingers:
    """Presses keys where the focus is and counts them; modifiers alone do not count."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, *presses: str) -> None:
        """Press each: a name such as `Enter`, `Ctrl+Enter`, `F9`, or text to type."""
        for press in presses:
            self._press(press)

    def type(self, text: str) -> None:
        """Type letter by letter."""
        for letter in text:
            self._press(letter)

    def _press(self, press: str) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        self.count += 1
        target = QApplication.focusWidget()
        assert target is not None, f"nobody takes {press}"
        if len(press) == 1:
            QTest.keyClick(target, press)
            return
        pressed = QKeySequence(press.replace("Enter", "Return"))[0]
        QTest.keyClick(target, Qt.Key(pressed.key()), pressed.keyboardModifiers())


@pytest.fixture
def press() -> Fingers:
    return Fingers()


@pytest.fixture
def told() -> Told:
    return Told()


def _session(store: Store, clock: Clock, seed: int) -> Session:
    return Session(
        store=store,
        now=clock,
        random=Chance(random.Random(seed)),
        calendar=calendar.load(),
        window="3",
        simulated=True,
    )


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a hall with clerks, made once: hashing their secrets takes a second."""
    root = tmp_path_factory.mktemp("founded") / "hall"
    place, clock = Place.under(root), Clock()
    keys = Keys(place.keys, keystore=lambda: None)
    station = Station("hall-320213", "320213", "3")
    store = Store.create(place, station, at=clock(), keys=keys, random=Chance(), machine="pc-1")
    fresh = _session(store, clock, 1)
    setup.set_up(fresh, ANSWERS, matters())
    clerks.log_in(fresh, "0312", SECRET)
    store.close()
    return root


@pytest.fixture
def page_session(founded: Path, tmp_path: Path, clock: Clock) -> Iterator[Session]:
    """A copy of that hall, the clerk 0312 on duty at window 3."""
    shutil.copytree(founded, tmp_path / "hall")
    place = Place.under(tmp_path / "hall")
    keys = Keys(place.keys, keystore=lambda: None)
    store = Store.open(place, at=clock(), keys=keys, random=Chance(), machine="pc-1")
    yield _session(store, clock, 2).as_clerk("0312")
    store.close()


@pytest.fixture
def page_desk(page_session: Session, told: Told, qapp: Any) -> Iterator[Any]:
    """A desk with simulated devices over the hall of `page_session`."""
    from zcdesk.devices.simulated import SimulatedPrinter, SimulatedReader
    from zcdesk.ui import theme
    from zcdesk.ui.bindings import Keys
    from zcdesk.ui.desk import Desk
    from zcdesk.ui.jobs import InlineJobs
    from zcdesk.ui.notices import Notice, Notices

    theme.prepare(qapp)
    notices = Notices(clock=lambda: 0.0)
    notices.listen()

    def failed(error: CodedError) -> None:
        notices.show(error)

    def raised(notice: Notice) -> None:
        told.codes.append(notice.message.code.removeprefix("ZC-"))
        told.raised.append(notice)

    notices.raised.connect(raised)
    notices.noted.connect(lambda words, _tone: told.notes.append(words))
    desk = Desk(
        session=page_session,
        jobs=InlineJobs(failed),
        notices=notices,
        keys=Keys(),
        devices={
            "printer": SimulatedPrinter("热敏#1", "escpos80"),
            "second_printer": SimulatedPrinter("激光", "pdf"),
            "reader": SimulatedReader(),
        },
    )
    yield desk
    desk.deleteLater()


@pytest.fixture
def show(qapp: Any, qtbot: Any) -> Callable[..., Any]:
    """Show a page in a window of its own and make it active."""
    windows: list[Any] = []

    def show_(
        page: Any, size: str = "normal", theme_name: str = "light", scale: float = 1.0
    ) -> Any:
        from PySide6.QtWidgets import QVBoxLayout, QWidget

        from zcdesk.ui import theme

        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        column.addWidget(page)
        window.resize(*SIZES[size])
        if scale > 1:  # what the shell leaves at scale 1 counts as its whole window
            theme.may_be_low(window)
        theme.apply(window, theme.Theme(theme_name), scale)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show_

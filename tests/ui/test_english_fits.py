"""English fits every screen, on and off the counter; stretched words break nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fix_counter import Counter, resident
from page_looks import Stretched, clipped
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from screen_words import data_of, entries, left_over, said, shown

from zcdesk.devices.simulated import PrinterFault
from zcdesk.domain import visit as visits
from zcdesk.domain.person import Agency
from zcdesk.ui import theme
from zcdesk.ui.login import Login
from zcdesk.ui.widgets.chip import chip_size
from zcdesk.ui.widgets.elder import Tile
from zcdesk.ui.widgets.rows import CELL_ROLE
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.wizard.page import WizardPage

CHINESE = re.compile("[\u4e00-\u9fff]")
DESIGN_SIZE = (1366, 697)
KEPT_AS_THEY_ARE = {"社会民生", "市场准入", "申请人", "证件号码", "收件通知书"}
KEPT_AS_THEY_ARE |= {"授权委托书"}
"""Chinese in every language: words of records, of the one form, of papers and materials."""


@dataclass
class Desk:
    """A workplace with a clerk at it, walked through by keys."""

    place: Any
    counter: Counter
    roster: Path

    def screens(self) -> Iterator[str]:
        """Bring the desk to each of its screens in turn."""
        counter = self.counter
        yield from self._idle()
        counter.ticket("1-5", priority=True, why="65岁以上")
        counter.press("F2")
        yield "called"
        counter.desk.card_read.emit(resident())
        counter.press("Enter")
        yield from self._checklist()
        yield from self._drawers()
        yield from self._over_the_counter()
        yield from self._papers()
        yield from self._beside()

    def _idle(self) -> Iterator[str]:
        yield "idle, nobody"
        for key in ("1-5", "1-6"):
            self.counter.ticket(key)
        yield "idle"
        self.counter.press("Shift+F2")
        yield "queue"
        self.counter.press("Esc", "F1")
        yield "help"
        self.counter.press("Esc")

    def _checklist(self) -> Iterator[str]:
        counter = self.counter
        for key in ("1-6", "1-7"):
            counter.page.taking.take(counter.page.taking.view.matters[key])
        yield "merged"
        counter.press("5", "5", "K")
        yield "guidance"
        counter.press("F1")
        yield "help of the checklist"
        counter.press("Esc", "F2")
        yield "leaving"
        counter.press("Esc")

    def _drawers(self) -> Iterator[str]:
        for key in "QWXDBV":
            self.counter.press(key)
            yield f"drawer {key}"
            self.counter.press("Esc")
        self.counter.press("7", "7", "R")
        yield "deferral"
        self.counter.press("Enter")

    def _over_the_counter(self) -> Iterator[str]:
        counter = self.counter
        counter.press("F6")
        counter.write("100")
        yield "search"
        counter.press("Esc", "F7")
        yield "form"
        counter.press("Esc", "F4")
        yield "applicant"
        counter.find("applicant_roster").click()
        counter.find("roster_file").setText(str(self.roster))
        counter.press("Enter")
        yield "roster"
        counter.press("Esc")
        person = msgspec.structs.replace(resident(5), phone="")
        counter.page.set_visit(visits.set_presenter(counter.visit, person, Agency.AGENT))
        counter.press("F4")
        yield "agent"
        counter.press("Esc", "F9")
        yield "check, not ready"
        counter.press("Esc", "Q", "1", "A", "Y", "8", "8", "X", "1", "F8")
        yield "notice"
        counter.press("Esc")

    def _papers(self) -> Iterator[str]:
        counter = self.counter
        counter.press("F2", "1")
        counter.serve()
        counter.press("A", "Y", "8", "8", "X", "1", "7", "7", "R", "Enter", "F9")
        yield "promise"
        counter.press("2")
        yield "check"
        counter.desk.devices["printer"].fault = PrinterFault.NO_PAPER
        counter.press("Enter")
        yield "done, no paper"
        counter.desk.devices["printer"].fault = None
        counter.press("Enter")
        yield "done"

    def _beside(self) -> Iterator[str]:
        shell = self.place.shell
        for page in ("tickets", "shift", "reprint"):
            shell.show_page(page)
            yield page
        self.place.lock()
        yield "lock"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A list of applicants with one wrong number."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(("姓名", "证件号码", "手机"))
    for n in range(2, 6):
        book.active.append((f"示{chr(0x4E00 + n)}芬", resident(n).id_number, ""))
    book.active.append(("示误一", resident(30).id_number[:-3], ""))
    book.save(tmp_path / "roster.xlsx")
    return tmp_path / "roster.xlsx"


@pytest.fixture
def make_desk(
    dressed: Callable[..., Any],
    counter_session: Callable[[], Any],
    clock: Any,
    gate: Any,
    hand: Any,
    keys: Any,
    roster: Path,
) -> Iterator[Callable[[], Desk]]:
    """Build a whole workplace at the design size, the clerk logged in."""
    from zcdesk.devices.simulated import SimulatedPrinter, SimulatedReader
    from zcdesk.domain.hall import Clerk
    from zcdesk.ui.jobs import InlineJobs
    from zcdesk.ui.notices import Notices
    from zcdesk.ui.workplace import Workplace

    places: list[Workplace] = []

    def make() -> Desk:
        notices = Notices(clock=lambda: clock().timestamp())
        session = counter_session()
        place = Workplace(
            session=session,
            jobs=InlineJobs(notices.show),
            notices=notices,
            devices={
                "printer": SimulatedPrinter("热敏#1", "escpos80"),
                "reader": SimulatedReader(),
            },
            gate=gate,
        )
        places.append(place)
        dressed(place.shell, size=DESIGN_SIZE)
        place.begin(session, Clerk(staff_no="0312", name="张敏"))
        keys.reset()
        counter = Counter(place.counter, place.desk, place.shell, clock, gate, hand, keys)
        return Desk(place, counter, roster)

    yield make
    for place in places:
        place.end()


def settle() -> None:
    """Let layouts that answer one another come to rest."""
    for _ in range(4):
        QApplication.processEvents()


def cut(root: QWidget) -> list[str]:
    """Return what `clipped` does not look at: tables, tiles, and what sticks out sideways."""
    found = []
    for view in root.findChildren(RowsView):
        if view.isVisible():
            found += cut_cells(view)
    for tile in root.findChildren(Tile):
        pads = 2 * theme.look(tile).space(12)
        if tile.isVisible() and tile.sizeHint().width() - pads > tile.width():
            found.append(f"tile {tile.face.word!r}")
    for part in (*root.findChildren(QAbstractButton), *root.findChildren(QLineEdit)):
        left = part.mapTo(root, part.rect().topLeft()).x()
        around = part.parentWidget()
        while part.isVisible() and around is not root and around is not None:
            edge = around.mapTo(root, around.rect().topLeft()).x()
            if left < edge or left + part.width() > edge + around.width():
                found.append(f"{part.objectName() or part.accessibleName()} sticks out")
                break
            around = around.parentWidget()
    return found


def cut_cells(view: RowsView) -> list[str]:
    """Return headings, chips and English words of a table that are wider than their column."""
    at = theme.look(view)
    header, found = view.horizontalHeader(), []
    for place, column in enumerate(view.rows_model.columns):
        if view.isColumnHidden(place):
            continue
        heading = QFontMetrics(header.font()).horizontalAdvance(column.heading)
        if heading > header.sectionSize(place):
            found.append(f"heading {column.heading!r}")
        room = view.columnWidth(place) - 2 * at.space(8)
        for row in range(view.rows_model.rowCount()):
            cell = view.rows_model.index(row, place).data(CELL_ROLE)
            words = QFontMetrics(at.font(cell.style)).horizontalAdvance(cell.text)
            if cell.chip is not None:
                words = chip_size(cell.chip, at).width()
            if words > room and (cell.chip or not CHINESE.search(cell.text)):
                found.append(f"cell {cell.chip or cell.text!r}")
    return found


@pytest.mark.req("UX-55")
def test_every_screen_fits_in_english(make_desk, speak) -> None:
    speak("en_US")
    desk = make_desk()
    assert desk.place.shell.size().toTuple() == DESIGN_SIZE
    seen, words = {}, {}
    for name in desk.screens():
        settle()
        seen[name] = clipped(desk.place.shell) + cut(desk.place.shell)
        words |= {text: f"{name}: {where}" for where, text in said(desk.place.shell)}
    assert {name: faults for name, faults in seen.items() if faults} == {}
    assert len(seen) > 25
    people = {f"示{chr(0x4E00 + n)}{last}" for n in range(40) for last in "一芬"} | {"示误一"}
    data = sorted(people | data_of(desk.place.desk.session), key=len, reverse=True)
    assert {text: where for text, where in words.items() if left_over(text, data)} == {}


def step_of_wizard(number):
    """Return what makes the wizard's page at one step."""

    def made():
        page = WizardPage()
        page.show_step(number)
        return page

    return made


@pytest.mark.req("UX-55")
@pytest.mark.parametrize("page", [lambda: Login("Window 3"), *map(step_of_wizard, range(6))])
def test_the_pages_before_work_fit_in_english(dressed, speak, page) -> None:
    speak("en_US")
    made = dressed(page(), size=DESIGN_SIZE)
    settle()
    assert clipped(made) + cut(made) == []
    assert [text for text in shown(made) if CHINESE.search(text)] == []


@pytest.mark.req("UX-55")
def test_half_as_long_again_breaks_nothing_and_leaves_nothing_untranslated(
    make_desk, qapp, speak
) -> None:
    speak("en_US")
    stretched = Stretched(qapp)
    qapp.installTranslator(stretched)
    desk = make_desk()
    chinese = {source for _, source, _, _ in entries()} - KEPT_AS_THEY_ARE
    for name in desk.screens():
        settle()
        words = list(shown(desk.place.shell))
        assert any(text.startswith("[") for text in words), name
        assert [text for text in words if text in chinese] == [], name

"""Cases in every state, devices, and the windows citizens see: all English where it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from fix_played import EVERYBODY, ROLES, Played
from fix_visit import somebody
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from screen_words import data_of, left_over, said

from zcdesk.devices.equipment import Equipment
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.hall import Clerk
from zcdesk.domain.visit import add_matter, set_person
from zcdesk.operations import catalogue, drafts
from zcdesk.ui import theme
from zcdesk.ui.board.window import BoardWindow
from zcdesk.ui.cases.page import CasesPage
from zcdesk.ui.cases.tables import TABS
from zcdesk.ui.device_watch import DeviceWatch
from zcdesk.ui.devices_page import DevicesPage
from zcdesk.ui.kiosk.window import KioskWindow
from zcdesk.ui.printing import Printing
from zcdesk.ui.second.lines import lines_of
from zcdesk.ui.second.window import SecondScreen

Look = Callable[[QWidget], dict[str, str]]


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is drawn and stands in no label."""
    words: list[str] = []
    draw = QPainter.drawText

    def drawn(painter: QPainter, *given: object) -> object:
        words.extend(one for one in given if isinstance(one, str))
        return draw(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", drawn)
    return words


@pytest.fixture
def look(played: Played, painted: list[str]) -> Iterator[Look]:
    """Give every Chinese word of a window that the hall did not write, and where it stands."""
    data = sorted(data_of(played.session), key=len, reverse=True)

    def look_(window: QWidget) -> dict[str, str]:
        painted.clear()
        window.grab()
        words = {text: where for where, text in said(window, hidden=True)}
        words |= {text.partition("…")[0]: "painted" for text in painted if text not in words}
        return {
            text: where
            for text, where in words.items()
            if left_over(text, data) and not any(text in one for one in data)
        }

    return look_


@pytest.fixture
def everybody(played: Played, page_desk) -> Clerk:
    clerk = Clerk(staff_no=EVERYBODY, name="吴全能", roles=ROLES)
    page_desk.printing = Printing(page_desk)
    page_desk.set_session(played.session, clerk)
    return clerk


@pytest.mark.req("UX-55")
def test_a_case_in_every_state_is_told_in_english(
    played, everybody, page_desk, english, show, look
) -> None:
    page = CasesPage(page_desk)
    show(page)
    page.begin()
    with played.session.reading() as store:
        cases = {case.state: case for _, case in store.states(Case)}
        cases |= {case.id: case for _, case in store.states(Case) if case.refused}
    assert set(CaseState) <= cases.keys()
    found: dict[str, str] = {}
    for case in cases.values():
        page.open_case(case.id)
        for name in TABS:
            page.detail.tabs.set_value(name)
            view = page.detail.tables[name].view
            for place in range(view.rows_model.rowCount()):
                view.set_current(place)
                found |= dict.fromkeys(look(page), f"{case.state} {name}")
    assert found == {}


@pytest.mark.req("UX-55")
def test_devices_and_their_models_are_named_in_english(
    everybody, page_desk, english, show, look
) -> None:
    urls = {"voice": "serial:/dev/ttyS9?model=syn6288", "printer": "simulated:", "gun": "nonsense"}
    page = DevicesPage(page_desk, Equipment(urls, lambda _: None), DeviceWatch(page_desk))
    show(page)
    page.activate()
    found: dict[str, str] = {}
    for place, row in enumerate(page.model.rows):
        page.view.set_current(place)
        found |= dict.fromkeys(look(page), row.kind)
    assert found == {}


@pytest.mark.req("UX-55", "R100")
def test_the_board_and_the_citizens_screen_are_english(
    everybody, page_desk, english, dressed, qtbot, look
) -> None:
    board = BoardWindow(page_desk)
    dressed(board, size=(1920, 1080))
    board.start()
    assert look(board) == {}
    screen = SecondScreen()
    theme.apply(screen, theme.Theme.LIGHT, 1.0)
    screen.resize(1024, 600)
    qtbot.addWidget(screen)
    assert look(screen) == {}
    with page_desk.session.reading() as store:
        visit = drafts.open_visit(store, "1")
    assert visit is not None
    for matter in ("1-1", "4-1"):
        visit = add_matter(visit, catalogue.matter(page_desk.session, matter))
    visit = set_person(visit, somebody(80))
    screen.show_record("Window 1", "A001", lines_of(visit), check=True)
    assert look(screen) == {}
    screen.ask_rating("Window 1")
    assert look(screen) == {}


@pytest.mark.req("UX-55", "R098")
def test_the_kiosk_is_english_for_whoever_reads_it(
    played, everybody, page_desk, qapp, dressed, press, look
) -> None:
    page_desk.set_session(played.session.as_clerk(""))
    kiosk = KioskWindow(page_desk, language="en_US")
    dressed(kiosk, size=(1080, 1920))
    kiosk.start()
    found = look(kiosk)
    for keys in ("1", "5", "1"):  # a number with its slip, then a guide
        press(keys)
        found |= look(kiosk)
        if kiosk.page is kiosk.taken:
            press("Enter")
    with played.session.reading() as store:
        paused = next(one for _, one in store.states(Case) if one.state is CaseState.PAUSED)
    kiosk.go_home()
    press("6")
    kiosk.progress.edit.setText(f"{paused.intake.receipt} {paused.intake.query_code}")
    press("Enter")
    assert len(kiosk.progress.lines) > 3
    assert look(kiosk) | found == {}

"""A kiosk whose hall's server is out of reach: numbers with an L, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fix_kiosk import slips
from fix_pages import CARD
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from zcdesk.errors import SurroundingsError
from zcdesk.operations import tickets
from zcdesk.store import reserve
from zcdesk.sync.news import News, Outcome
from zcdesk.ui.kiosk.window import KioskWindow
from zcdesk.ui.notices import Notices
from zcdesk.ui.printing import Printing
from zcdesk.ui.syncing import Syncing
from zcdesk.ui.tickets import TicketPage
from zcdesk.ui.tongue import CHINESE, ENGLISH
from zcdesk.ui.widgets.elder import FINGER, BigText, elder_font

FINE = News(outcome=Outcome())
LINE = "号码前加 L"


class Tie:
    """A server that can be taken away; it says `code` then."""

    def __init__(self, session: Any) -> None:
        self.session, self.code, self.asked = session, "", 0

    def round(self) -> News:
        return News(outcome=Outcome(code=self.code), is_online=False) if self.code else FINE

    def hurry(self) -> None:
        """Nothing is under way."""

    def take(self, request: str, wish: Any) -> Any:
        self.asked += 1
        if self.code:
            raise SurroundingsError(self.code)
        with self.session.transaction() as tx:
            return tx.hall.take_ticket(request, wish)

    def close(self) -> None:
        """No call is under way."""


@pytest.fixture
def tie(page_desk, page_session) -> Iterator[Tie]:
    made = Tie(page_session.as_clerk(""))
    page_desk.set_session(page_session.as_clerk(""))
    page_desk.syncing = Syncing(made, page_desk.jobs, Notices())
    yield made
    page_desk.syncing.end()


@pytest.fixture
def joined(tie, page_desk, dressed) -> KioskWindow:
    page_desk.printing = Printing(page_desk)
    window = KioskWindow(page_desk)
    window.given = []
    window.errands.taken.connect(lambda taken: window.given.append(taken.ticket))
    dressed(window, size=(1080, 1920))
    window.start()
    return window


def lose(window: KioskWindow, tie: Tie, code: str = "NET-20") -> None:
    tie.code = code
    window._desk.syncing._run()


@pytest.mark.req("R093", "R096", "UX-57")
def test_cut_off_it_says_so_gives_numbers_with_an_l_and_returns_by_itself(
    joined, tie, press
) -> None:
    lose(joined, tie, "")
    press("1", "Enter")
    assert joined.given[-1].number == "A001"
    assert joined.cut_off.isHidden()
    assert "等候 1 人" in joined.home.tiles["社会民生"].face.below

    lose(joined, tie)
    assert joined.cut_off.isVisible()
    assert LINE in joined.cut_off.accessibleName()
    assert [t.face.below for t in joined.home.tiles.values()] == ["以现场叫号为准"] * 4
    before = tie.asked
    press("1")
    assert tie.asked == before, "who is known to be gone is not waited for"
    assert joined.given[-1].number == joined.taken.number.full_text == "LA3001"
    assert "前面" not in joined.taken.about.full_text
    assert "以现场叫号为准" in joined.taken.wait.full_text
    assert joined.cut_off.isHidden(), "the number says it of itself"
    assert joined.taken.paper.full_text == "请取走取号单"
    slip = slips(joined)[-1]
    assert "LA3001" in slip
    assert "前面等候" not in slip
    assert "取号时大厅服务器联系不上" in slip
    press("Enter")
    assert joined.cut_off.isVisible()
    press("2")
    assert joined.given[-1].number == "LB3001"

    lose(joined, tie, "")
    assert joined.cut_off.isHidden()
    press("Enter", "1")
    assert joined.given[-1].number == "A002"
    assert "前面等候" in slips(joined)[-1]


def test_the_first_who_meets_the_loss_has_a_number_too(joined, tie, press) -> None:
    tie.code = "NET-20"
    press("1")
    assert (joined.given[-1].number, tie.asked) == ("LA3001", 1)
    with tie.session.reading() as reader:
        (pending,) = reserve.pending(reader)
    assert (pending.request, pending.word.wish.taken_at) == (
        f"ticket:{joined.given[-1].id}",
        joined.given[-1].taken_at,
    )


@pytest.mark.parametrize("code", ["NET-19", "NET-18", "NET-17"])
def test_a_server_that_says_no_is_no_line_that_is_cut(joined, tie, code) -> None:
    lose(joined, tie, code)
    assert joined.cut_off.isHidden()
    joined._take("社会民生", "")
    assert joined.given == []
    assert joined.told_line.full_text


def test_a_clock_set_back_gives_no_number(joined, tie, clock) -> None:
    joined._take("社会民生", "")
    lose(joined, tie)
    clock.pass_(hours=-3)
    joined.go_home()
    joined._take("社会民生", "")
    assert len(joined.given) == 1
    assert joined.told_line.full_text == "联系不上大厅的服务器，没有取到号，请到导办台领手写号"


def test_a_card_that_holds_a_number_gets_no_second_here(joined, tie, press) -> None:
    lose(joined, tie)
    joined.errands._card = CARD
    press("1")
    assert (joined.given[0].number, joined.given[0].why) == ("LA3001", "65 岁以上")
    joined.errands._card = CARD
    press("Enter")
    joined.errands._card = CARD
    press("1")
    assert len(joined.given) == 1
    assert "您已经取过 LA3001" in joined.told_line.full_text


def test_a_desk_that_is_cut_off_names_the_guide(tie, page_desk, dressed, told) -> None:
    tie.code = "NET-20"
    page = TicketPage(page_desk)
    dressed(page, size=(1366, 700))
    page.take("社会民生")
    assert told.notes[-1] == "联系不上大厅的服务器，没有取到号，请到导办台领手写号"
    with tie.session.reading() as store:
        assert tickets.of_day(store, tickets.today(tie.session)) == []


@pytest.mark.req("UX-53")
@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_on_a_low_screen_with_larger_letters_nothing_is_cut(
    tie, page_desk, dressed, language
) -> None:
    page_desk.printing = Printing(page_desk)
    window = KioskWindow(page_desk, language)
    dressed(window, size=(1366, 768))
    window.start()
    window._set_larger(True)
    lose(window, tie)
    QApplication.processEvents()
    shown = [t for t in window.home.findChildren(BigText) if t.isVisible() and t.full_text]
    for tile in window.home.tiles.values():
        assert tile.height() >= FINGER
    window._take("社会民生", "")
    QApplication.processEvents()
    shown += [t for t in window.taken.findChildren(BigText) if t.isVisible() and t.full_text]
    assert len(shown) >= 6
    number = window.taken.number
    for text in shown:
        ink = QFontMetrics(elder_font(text, text._size, bold=True)).tightBoundingRect("L8")
        needed = text.heightForWidth(text.width()) if text is not number else ink.height() * 1.4
        assert text.height() >= needed, text.full_text

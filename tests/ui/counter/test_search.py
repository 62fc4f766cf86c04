"""Matter search driven by keys and by an input method that has not committed yet."""

from __future__ import annotations

import msgspec
import pytest
from fix_catalogue import publish
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.visit import Visit, add_matter
from zcdesk.operations import catalogue
from zcdesk.ui.counter.search import SearchPanel

READINGS = {
    "1-1": "yin'yong'shui'gong'shui'dan'wei'wei'sheng'xu'ke",
    "1-2": "chu'ban'wu'ling'shou'ye'wu'jing'ying'xu'ke / kai'shu'dian",
    "4-1": "qi'ye'tou'zi'xiang'mu'bei'an",
    "1-9": "she'mi'shi'xiang",
}
VISIT = Visit(id="v", window="3", started_at="2026-11-24T09:00:00+08:00")


@pytest.fixture
def panel(page_session, page_desk, show) -> SearchPanel:
    for matter in catalogue.catalogue(page_session).matters.values():
        aliases = ("开书店",) if matter.key == "1-2" else ()
        publish(
            page_session.as_clerk("0001"),
            msgspec.structs.replace(matter, pinyin=READINGS[matter.key], aliases=aliases),
        )
    panel = SearchPanel(page_desk)
    show(panel)
    panel.open(VISIT, catalogue.catalogue(page_session))
    panel.taken = []
    panel.chosen.connect(lambda matter, replace: panel.taken.append((matter.key, replace)))
    return panel


def shown(panel: SearchPanel) -> list[str]:
    return [found.matter.key for found in panel.list.rows_model.rows]


def compose(preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(QApplication.focusWidget(), event)


@pytest.mark.req("UX-01")
def test_four_digits_and_enter_take_the_matter_at_once(panel, press) -> None:
    press.type("1001")
    press("Enter")
    assert panel.taken == [("1-1", False)]
    assert press.count == 5


@pytest.mark.req("UX-01")
@pytest.mark.parametrize("typed", ["cbw", "cbwls", "chubanwu", "书店"])
def test_initials_pinyin_and_citizens_words(panel, press, typed: str) -> None:
    if typed.isascii():
        press.type(typed)
    else:
        compose("", typed)
    press("Enter")
    assert panel.taken == [("1-2", False)]


@pytest.mark.req("UX-06")
def test_the_list_follows_pinyin_that_is_not_committed(panel, press) -> None:
    compose("chu'ban'wu")
    assert panel.box.text() == ""
    assert shown(panel)[0] == "1-2"
    compose("yin'yong")
    assert shown(panel)[0] == "1-1"


@pytest.mark.req("UX-05", "UX-06")
def test_nothing_is_taken_while_composing_and_nothing_is_lost(panel, press) -> None:
    compose("chu'ban'wu")
    for key in ("Enter", "Ctrl+Enter", "1"):
        press(key)
    assert panel.taken == []
    compose("", "出版物")
    assert panel.box.text().endswith("出版物")


def test_what_was_typed_before_stays_in_front_of_the_preedit(panel, press) -> None:
    press.type("cb")
    compose("wu")
    assert panel.box.query == "cbwu"
    assert shown(panel) == ["1-2"]


@pytest.mark.req("UX-01")
def test_an_empty_box_offers_the_favourites_by_number(panel, press) -> None:
    assert shown(panel) == ["1-2"]
    press("1")
    assert panel.current.key == "1-2"
    press("Enter")
    assert panel.taken == [("1-2", False)]
    assert press.count == 2


def test_a_digit_after_letters_picks_a_line(panel, press) -> None:
    press.type("xk")
    lines = shown(panel)
    assert len(lines) == 2
    press("2")
    assert panel.taken == [(lines[1], False)]


def test_digits_after_a_digit_extend_the_code(panel, press) -> None:
    press.type("10")
    assert set(shown(panel)) >= {"1-1", "1-2"}
    assert all(found.no == 0 for found in panel.list.rows_model.rows)
    press.type("02")
    assert panel.taken == []
    press("Enter")
    assert panel.taken == [("1-2", False)]


def test_full_width_digits_are_a_code_too(panel, press) -> None:
    compose("", "１００２")
    press("Enter")
    assert panel.taken == [("1-2", False)]


@pytest.mark.req("UX-57")
def test_nothing_found_says_so_and_offers_the_departments(panel, press) -> None:
    press.type("zzz")
    assert panel.current is None
    assert "没有“zzz”" in panel._empty.sentence.full_text
    press("Enter")
    assert panel.taken == []
    press("Tab")
    assert panel.department.hasFocus()
    press("Enter")
    assert panel.box.hasFocus()


def test_the_department_filter_narrows_even_an_empty_search(panel, press) -> None:
    press("Tab")
    while panel.department.currentText() != "区行政审批局":
        press("Down")
    assert shown(panel) == ["1-2", "4-1"]
    press("Enter", "Down", "Enter")
    assert panel.taken == [("4-1", False)]


def test_ctrl_enter_replaces(panel, press) -> None:
    press.type("1001")
    press("Ctrl+Enter")
    assert panel.taken == [("1-1", True)]


def test_up_and_down_move_without_leaving_the_box(panel, press) -> None:
    press.type("xk")
    lines = shown(panel)
    press("Down", "Enter")
    assert panel.taken == [(lines[1], False)]
    assert QApplication.focusWidget() is panel.box


@pytest.mark.req("R092")
def test_a_secret_matter_is_referred_never_taken(panel, press) -> None:
    referred: list[str] = []
    panel.referred.connect(lambda matter: referred.append(matter.key))
    press.type("1009")
    press("Enter")
    assert (referred, panel.taken) == (["1-9"], [])


@pytest.mark.req("R070")
def test_a_matter_of_another_window_is_shown_with_the_way_there(
    page_session, panel, press, told
) -> None:
    view = catalogue.catalogue(page_session.at_window("5"))
    panel.open(VISIT, view)
    press.type("1001")
    (found,) = panel.list.rows_model.rows
    assert found.where == ("3",)
    assert "请到 3 号窗口" in panel.list.rows_model.index(0, 4).data()
    press("Enter")
    assert panel.taken == []
    assert "3 窗口" in "".join(told.notes)


def test_a_matter_already_in_the_sitting_is_not_added_twice(
    page_session, panel, press, told
) -> None:
    view = catalogue.catalogue(page_session)
    panel.open(add_matter(VISIT, view.matters["1-1"]), view)
    press.type("1001")
    assert panel.list.rows_model.rows[0].taken
    press("Enter")
    assert panel.taken == []
    assert told.notes or told.codes == ["MAT-07"]


def test_esc_closes(panel, press, qtbot) -> None:
    with qtbot.waitSignal(panel.closed):
        press("Esc")


@pytest.mark.req("UX-50")
@pytest.mark.parametrize(("size", "card"), [("wide", True), ("normal", True), ("narrow", True)])
def test_the_card_steps_aside_only_where_it_has_no_room(page_desk, show, size, card) -> None:
    panel = SearchPanel(page_desk)
    window = show(panel, size)
    assert panel.card.isVisible() is card
    window.resize(860, 480)
    assert not panel.card.isVisible()


@pytest.mark.req("UX-15")
def test_five_thousand_matters_answer_each_key(page_session, panel, press) -> None:
    """How fast they answer is a figure of `zcdesk bench`."""
    view = catalogue.catalogue(page_session)
    one = view.matters["1-2"]
    many = {
        f"x-{n}": msgspec.structs.replace(
            one, key=f"x-{n}", code=f"{n:04}", categories=(WindowCategory.SOCIAL,)
        )
        for n in range(5000)
    }
    big = catalogue.CatalogueView(
        index=catalogue.MatterIndex(many.values()),
        matters=many,
        favourites=(),
        today=(),
        windows=view.windows,
        own=None,
    )
    panel.open(VISIT, big)
    press(*"cbwlsyw")
    press("Enter")
    assert len(panel.taken) == 1

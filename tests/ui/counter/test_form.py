"""The one form: what is known is shown, what is not is asked once, Enter finds the next gap."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from zcdesk.domain.checkdigit import with_check_digit
from zcdesk.domain.matter import Matter, WindowCategory
from zcdesk.domain.person import Person, Trust
from zcdesk.domain.visit import Visit, add_matter, set_person
from zcdesk.ui.counter.form import FormPage

CARD = Person(
    name="王桂兰",
    id_kind="resident",
    id_number=with_check_digit("32021319580412452"),
    phone="13861236620",
    address="无锡市梁溪区示例路 12 号",
    trust=Trust.CARD,
)


def matter(key: str, *fields: str) -> Matter:
    return Matter(
        key=key,
        code=key,
        name=f"事项{key}",
        department="区行政审批局",
        categories=(WindowCategory.SOCIAL,),
        fields=fields,
    )


FIRST = matter("1", "place_name", "place_address", "place_area", "business_scope")
SECOND = matter("2", "place_address", "business_scope", "staff_count", "representative")


@pytest.fixture
def visit() -> Visit:
    empty = Visit(id="v", window="3", started_at="2026-11-24T09:00:00+08:00")
    return set_person(add_matter(add_matter(empty, FIRST), SECOND), CARD)


@pytest.fixture
def page(page_desk, show, visit) -> FormPage:
    page = FormPage(page_desk)
    page.seen = [visit]
    page.changed.connect(page.seen.append)
    show(page)
    page.open(visit)
    return page


def focused() -> str:
    return QApplication.focusWidget().objectName()


def ime(text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    assert QApplication.focusWidget() is not None
    QApplication.sendEvent(QApplication.focusWidget(), event)


@pytest.mark.req("UX-25", "R121")
def test_each_field_of_two_matters_is_asked_once_and_the_card_answers_its_own(page) -> None:
    asked = [edit.objectName() for edit in page.findChildren(QLineEdit)]
    assert asked == [
        "form_place_name",
        "form_place_address",
        "form_place_area",
        "form_business_scope",
        "form_staff_count",
    ]
    assert page.progress.full_text == "一表 10 项，已填 4"
    assert "必填还差 4" in page.sources.full_text
    assert "去重前 16 项" in page.sources.full_text
    assert "读卡 3 · 手工 1" in page.sources.full_text


@pytest.mark.req("UX-25")
def test_enter_goes_to_the_next_empty_required_field(page, press) -> None:
    assert focused() == "form_place_address"
    ime("示例路 1 号")
    press("Enter")
    assert focused() == "form_place_area"
    press.type("35")
    press("Enter")
    assert focused() == "form_business_scope"
    press("Enter")
    assert focused() == "form_staff_count"
    press("1", "Enter")
    assert focused() == "form_business_scope"
    ime("图书零售")
    press("Enter")
    assert focused() == "form_done"
    assert page.seen[-1].form == {
        "place_address": "示例路 1 号",
        "place_area": "35",
        "business_scope": "图书零售",
        "staff_count": "1",
    }
    assert page.progress.full_text == "一表 10 项，已填 8"


def test_ctrl_down_goes_through_the_sections(page, press) -> None:
    press("Ctrl+Down")
    assert focused() == "form_business_scope"
    press("Ctrl+Down")
    assert focused() == "form_place_name"


@pytest.mark.req("UX-39")
def test_what_was_typed_is_kept_and_a_removed_matters_words_too(page, press, visit) -> None:
    ime("示例路 1 号")
    press("Tab")
    assert page.seen[-1].form["place_address"] == "示例路 1 号"
    only_second = msgspec.structs.replace(page.seen[-1], matters=page.seen[-1].matters[1:])
    only_second = msgspec.structs.replace(
        only_second, form={**only_second.form, "place_area": "35"}
    )
    page.open(only_second)
    press.type("x")
    press("Tab")
    assert page.seen[-1].form["place_area"] == "35"


def test_full_width_digits_in_a_number_field(page, press) -> None:
    page.findChild(QLineEdit, "form_place_area").setFocus()
    edit = QApplication.focusWidget()
    edit.setText("３５")
    edit.textEdited.emit("３５")
    press("Enter")
    assert page.seen[-1].form["place_area"] == "35"


@pytest.mark.req("UX-41")
def test_numbers_are_masked(page) -> None:
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert CARD.id_number not in shown
    assert CARD.phone not in shown
    assert "138****6620" in shown


def test_f9_and_esc_leave_with_what_was_typed(page, press, qtbot) -> None:
    for key in ("F9", "Esc"):
        page.findChild(QLineEdit, "form_place_area").setFocus()
        press("7")
        with qtbot.waitSignal(page.closed):
            press(key)
    assert page.seen[-1].form == {"place_area": "77"}


@pytest.mark.req("UX-57")
def test_without_a_matter_it_says_what_is_missing(page, visit) -> None:
    page.open(msgspec.structs.replace(visit, matters=()))
    assert any("还没有事项" in label.text() for label in page.findChildren(QLabel))
    assert focused() == "form_done"


@pytest.mark.req("UX-50")
def test_two_columns_where_three_do_not_fit(page, qtbot) -> None:
    assert page._laid == 3
    page.window().resize(900, 500)
    assert page._laid == 2
    assert page.findChild(QLineEdit, "form_place_area") is not None

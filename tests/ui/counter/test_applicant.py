"""The applicant by keys or card, with everything that can go wrong in a number or a name."""

from __future__ import annotations

import re

import msgspec
import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from zcdesk.domain.checkdigit import with_check_digit, with_uscc_check
from zcdesk.domain.names import DOT
from zcdesk.domain.person import Agency, Person, Trust
from zcdesk.domain.readiness import Place, blockers
from zcdesk.domain.visit import Visit, set_person
from zcdesk.operations import queue
from zcdesk.ui.counter.applicant import ApplicantPanel

NUMBER = with_check_digit("32021319580412452")
WRONG = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
PHONE = "13861236620"
CARD = Person(
    name="王桂兰",
    id_kind="resident",
    id_number=NUMBER,
    address="无锡市梁溪区示例路 12 号",
    trust=Trust.CARD,
    birth="1958-04-12",
)


@pytest.fixture
def visit(page_session) -> Visit:
    return queue.walk_in(page_session)


@pytest.fixture
def panel(page_desk, show, visit) -> ApplicantPanel:
    panel = ApplicantPanel(page_desk)
    panel.seen = [visit]
    panel.is_closed = False
    panel.changed.connect(panel.seen.append)
    panel.closed.connect(lambda: setattr(panel, "is_closed", True))
    show(panel)
    panel.open(visit)
    return panel


def person(panel: ApplicantPanel) -> Person:
    return panel.seen[-1].applicant.person


def ime(text: str) -> None:
    """Type Chinese as an input method commits it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    assert QApplication.focusWidget() is not None
    QApplication.sendEvent(QApplication.focusWidget(), event)


def focused() -> str:
    return QApplication.focusWidget().objectName()


def texts(panel: ApplicantPanel) -> list[str]:
    labels = [label.text() for label in panel.findChildren(QLabel)]
    edits = [edit.text() for edit in panel.findChildren(QLineEdit) if not edit.hasFocus()]
    return labels + edits


@pytest.mark.req("R128", "UX-01")
def test_a_typed_identity_takes_forty_keys_and_closes(panel, press) -> None:
    assert focused() == "applicant_name"
    ime("王桂兰")  # eight keys of pinyin
    press("Tab")
    press.type(NUMBER)
    press("Tab")
    press.type(PHONE)
    press("Enter")
    assert panel.is_closed
    assert 1 + 8 + press.count <= 42
    found = person(panel)
    assert (found.name, found.id_number, found.phone) == ("王桂兰", NUMBER, PHONE)
    assert (found.id_kind, found.birth, found.sex) == ("resident", "1958-04-12", "女")
    assert found.trust is Trust.MANUAL
    places = {b.place for b in blockers(panel.seen[-1], panel._desk.now().date())}
    assert Place.APPLICANT not in places


@pytest.mark.req("UX-39")
def test_each_field_left_is_saved_with_the_visit(panel, press) -> None:
    ime("王桂兰")
    press("Tab")
    assert person(panel).name == "王桂兰"
    press.type(NUMBER[:10])
    press("Tab")
    assert person(panel).id_number == NUMBER[:10]


@pytest.mark.req("R128")
def test_a_half_typed_number_says_how_many_digits_there_are(panel, press) -> None:
    press("Tab")
    press.type(NUMBER[:15])
    assert "15 位" in panel.fields.number.message
    press("Tab")
    assert "15 位" in panel.fields.number.message
    press("Enter")
    assert not panel.is_closed


def test_a_letter_in_a_number_names_its_place(panel, press) -> None:
    press("Tab")
    press.type("32O2")
    assert "第 3 位" in panel.fields.number.message


@pytest.mark.req("R128")
def test_a_wrong_check_digit_asks_for_a_reason_in_place(panel, press) -> None:
    ime("王桂兰")
    press("Tab")
    press.type(WRONG)
    assert "第 18 位" in panel.fields.number.message
    press("Enter")
    assert focused() == "applicant_override"
    ime("户口簿上同号")
    press("Enter")
    assert focused() == "applicant_phone"
    press.type(PHONE)
    press("Enter")
    assert panel.is_closed
    assert (person(panel).id_number, person(panel).override) == (WRONG, "户口簿上同号")
    mended = msgspec.structs.replace(person(panel), id_number=NUMBER)  # the reason is void
    panel.open(set_person(panel.seen[-1], mended))
    assert panel.fields.person.override == ""


def test_full_width_digits_blanks_and_small_x(panel, press) -> None:
    press("Tab")
    number = with_check_digit("32021319900101001")
    ime(number.translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)}))
    panel.fields.number.edit.textEdited.emit(panel.fields.number.edit.text())
    press("Tab")
    assert person(panel).id_number == number


def test_look_alike_dots_become_the_legal_one(panel, press) -> None:
    for dot in "•‧・．":
        panel.fields.name.edit.clear()
        panel.fields.name.edit.setFocus()
        ime(f"古丽{dot}买买提")
        press("Tab")
        assert person(panel).name == f"古丽{DOT}买买提"


@pytest.mark.parametrize(("length", "said"), [(60, ""), (61, "61")])
def test_a_name_of_sixty_characters_is_kept_whole(panel, press, length, said) -> None:
    ime("古" * length)
    press("Tab")
    assert len(person(panel).name) == length
    assert said in panel.fields.name.message
    assert bool(panel.fields.name.message) == bool(said)


def test_a_rare_character_is_noted_and_kept(panel, press) -> None:
    ime("张𤧞")
    press("Tab")
    assert person(panel).name == "张𤧞"
    assert "生僻字" in panel.fields.name.message


@pytest.mark.req("UX-25")
def test_a_card_fills_the_fields_and_asks_for_the_phone_alone(panel, press) -> None:
    panel._desk.devices["reader"].lay_down(CARD)
    press("F4")
    assert person(panel) == msgspec.structs.replace(CARD, sex="女")
    assert focused() == "applicant_phone"
    assert panel.trust.state.word == "已读卡"
    press.type(PHONE)
    press("Enter")
    assert panel.is_closed


def test_a_card_laid_down_while_the_panel_is_open(panel, page_desk) -> None:
    page_desk.card_read.emit(CARD)
    assert person(panel).name == "王桂兰"
    panel.window().hide()
    page_desk.card_read.emit(msgspec.structs.replace(CARD, name="别人"))
    assert person(panel).name == "王桂兰"


def test_typing_over_a_card_is_typing(panel, press) -> None:
    panel.take_card(CARD)
    panel.fields.number.edit.setFocus()
    press.type(WRONG)
    press("Tab")
    assert (person(panel).trust, person(panel).id_number) == (Trust.MANUAL, WRONG)


def test_a_card_lying_there_is_read_when_the_panel_opens(panel, visit) -> None:
    panel._desk.devices["reader"].lay_down(CARD)
    panel.open(visit)
    assert person(panel).name == "王桂兰"


@pytest.mark.logs_warnings
def test_no_card_and_no_reader_say_so_only_when_asked(panel, visit, press, told) -> None:
    panel.open(visit)
    assert told.codes == []
    press("F4")
    panel._desk.devices["reader"].gone = True
    panel.open(visit)
    press("F4")
    assert told.codes == ["IDC-01", "IDC-02"]


@pytest.mark.req("UX-41")
def test_numbers_stand_masked_once_they_are_in_order(panel, press) -> None:
    ime("王桂兰")
    press("Tab")
    press.type(NUMBER)
    press("Tab")
    press.type(PHONE)
    press("Shift+Tab")
    shown = "\n".join(texts(panel))
    assert not re.search(r"\d{11,}", shown)
    assert "138****6620" in shown
    assert panel.fields.number.edit.text().startswith("320****")


@pytest.mark.req("UX-42")
def test_ctrl_shows_a_hidden_number_while_it_is_held_and_is_logged(
    panel, page_session, qtbot
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    panel.take_card(CARD)
    field = panel.fields.number.edit
    field.setFocus()
    assert field.is_hidden
    before = page_session.store.head.seq
    QTest.keyPress(field, Qt.Key.Key_Control)
    assert field.text() == NUMBER
    QTest.keyRelease(field, Qt.Key.Key_Control)
    assert field.is_hidden
    assert page_session.store.head.seq == before + 1


def test_typing_over_a_hidden_number_begins_anew(panel, press) -> None:
    panel.take_card(CARD)
    panel.fields.number.edit.setFocus()
    press("4")
    assert panel.fields.number.edit.text() == "4"


def test_an_edit_key_shows_the_number_first(panel, press) -> None:
    panel.take_card(CARD)
    panel.fields.number.edit.setFocus()
    press("End", "Backspace")
    assert panel.fields.number.edit.text() == NUMBER[:-1]


@pytest.mark.req("R052")
def test_somebody_else_comes_with_authority(panel, press) -> None:
    panel.take_card(msgspec.structs.replace(CARD, phone=PHONE))
    panel.agency.set_value(Agency.AGENT)
    assert panel.agent.isVisible()
    agent = Person(
        name="陈立",
        id_kind="resident",
        id_number=with_check_digit("32021319900101001"),
        phone="13900001234",
        trust=Trust.CARD,
    )
    panel.take_card(agent)
    visit = panel.seen[-1]
    assert (visit.presenter.name, visit.applicant.person.name) == ("陈立", "王桂兰")
    assert focused() == "applicant_authority"
    press("Space", "Enter")
    assert panel.is_closed
    assert panel.seen[-1].authority
    panel.agency.set_value(Agency.SELF)
    assert panel.seen[-1].presenter.is_empty
    assert not panel.seen[-1].authority


def test_a_unit_has_a_code_and_its_card_is_the_clerks(panel, press) -> None:
    panel.unit.set_value(True)
    assert panel.fields.number.label.full_text == "统一社会信用代码"
    panel.fields.name.edit.setFocus()
    ime("示例供水有限公司")
    press("Tab")
    press.type(with_uscc_check("91320213MA1A2B3C").lower())
    press("Tab")
    panel.take_card(CARD)
    visit = panel.seen[-1]
    assert visit.applicant.person.is_unit
    assert visit.applicant.person.id_number == with_uscc_check("91320213MA1A2B3C")
    assert (visit.agency, visit.presenter.name) == (Agency.UNIT_CLERK, "王桂兰")


@pytest.mark.req("R144")
def test_what_the_hall_knows_is_shown_and_reused(panel, page_session, visit) -> None:
    from zcdesk.domain import checklist
    from zcdesk.domain.visit import add_matter, receive_all, rows_of, set_mark, sign_promises
    from zcdesk.operations import catalogue, intake

    taken = set_person(visit, msgspec.structs.replace(CARD, phone=PHONE))
    taken = add_matter(taken, catalogue.matter(page_session, "1-1"))
    taken = receive_all(taken)
    for row in rows_of(taken):
        if row.can_defer:
            taken = set_mark(taken, row.key, checklist.defer(row, "2026-12-01"))
        elif row.line.material.compares_original:
            taken = set_mark(taken, row.key, checklist.compare(row))
    done = intake.receive(page_session, sign_promises(taken, "paper"))
    panel.open(queue.walk_in(page_session))
    panel.take_card(CARD)
    said = "\n".join(panel.known.lines)
    assert "容缺待补：水质检验报告，2026-12-01 前" in said
    assert "已留存材料 1 份" in said
    assert done.receipts[0] in said
    assert panel.seen[-1].applicant.on_file == {"居民身份证": done.receipts[0]}
    assert "请告知申请人" in said
    panel.known.declined.click()
    assert panel.seen[-1].applicant.reuse_declined
    panel.open(panel.seen[-1])
    assert panel.known.declined.isChecked()


def test_a_roster_is_one_button_away(panel, qtbot) -> None:
    button = panel.findChild(type(panel.done), "applicant_roster")
    with qtbot.waitSignal(panel.roster_requested):
        button.click()


@pytest.mark.req("UX-12", "UX-57")
def test_no_button_waits_for_enter_and_the_card_says_what_will_stand_there(panel) -> None:
    from PySide6.QtWidgets import QPushButton

    assert all(not b.autoDefault() for b in panel.findChildren(QPushButton))
    assert "录入证件号码后" in panel.known.lines[0]

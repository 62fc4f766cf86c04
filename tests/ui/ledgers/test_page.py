"""The ledgers: authorities given and revoked by who may, seals and blanks booked."""

from __future__ import annotations

import pytest
from fix_cases import BUREAU, people

from zcdesk.operations import clerks, instant, registers
from zcdesk.ui.ledgers.page import LedgersPage
from zcdesk.ui.ledgers.sheets import BLANKS, SEALS


@pytest.fixture
def hall(page_session):
    return people(page_session)


@pytest.fixture
def open_as(page_desk, show):
    def open_(session) -> LedgersPage:
        page_desk.set_session(session, clerks.clerk_of(session))
        page = LedgersPage(page_desk)
        show(page)
        page.activate()
        return page

    return open_


def fill(page: LedgersPage, **texts: str) -> None:
    for name, text in texts.items():
        page.form.fields[name].set_text(text)


@pytest.mark.req("R127", "R115")
def test_a_supervisor_gives_and_revokes_an_authority(open_as, hall, press) -> None:
    page = open_as(hall.supervisor)
    assert page.empty.isVisible()
    press("F9")
    page.form.fields["department"].edit.setCurrentText(BUREAU)
    fill(page, officer="钱工", matters="4-1", number="委〔2026〕1")
    press("Enter")
    assert "窗口" in page.form.message.full_text, "an authority needs a window or a person"
    fill(page, windows="3")
    press("Enter")
    (given,) = instant.authorities(hall.clerk)
    assert (given.given.officer, given.given.windows) == ("钱工", ("3",))
    assert page.view.rows_model.rows[0].chip.word == "有效"
    page.view.setFocus()
    press("X")
    fill(page, reason="人员调整")
    press("Enter")
    assert instant.authorities(hall.clerk)[0].revoked == "人员调整"
    assert page.view.rows_model.rows[0].chip.word == "已撤销"


def test_a_clerk_sees_authorities_and_writes_none(open_as, hall, press) -> None:
    page = open_as(hall.clerk)
    press("F9")
    assert not page.form.is_open
    assert not page.write.isVisible()


@pytest.mark.req("R116")
def test_seals_and_blanks_are_booked(open_as, hall, press) -> None:
    page = open_as(hall.clerk)
    page.tabs.set_value(SEALS)
    press("F9")
    fill(page, name="行政许可专用章", document="受理通知书")
    press("Enter")
    (seal,) = registers.books(hall.clerk)
    assert (seal.name, seal.entries) == ("行政许可专用章", 1)
    page.tabs.set_value(BLANKS)
    assert page.view.rows_model.rows == ()
    press("F9")
    fill(page, name="卫生许可证")
    press("Enter")
    assert "0" in page.form.message.full_text, "no blank can be used that is not there"
    press("Esc")
    assert not page.form.is_open

"""The page of one's own secret and PIN, and the PIN at the lock of the running desk."""

from __future__ import annotations

import pytest
from fix_hall import SECRET
from page_looks import clipped, inside
from PySide6.QtWidgets import QApplication

from zcdesk.operations import clerks, own_secret
from zcdesk.ui.own_secret import OwnSecretPage

NEW, PIN = "another-7", "739204"


@pytest.mark.parametrize(("size", "scale"), [("narrow", 1.0), ("normal", 1.5)])
def test_nothing_is_cut_and_every_field_is_reached(page_desk, show, size, scale) -> None:
    page = OwnSecretPage(page_desk)
    window = show(page, size, "light", scale)
    page.activate()
    QApplication.processEvents()
    assert clipped(window) == []
    page.pin_again.setFocus()
    assert inside(page.pin_again, window)


@pytest.fixture
def page(page_desk, show) -> OwnSecretPage:
    page = OwnSecretPage(page_desk)
    page.times = []
    page.closed.connect(lambda: page.times.append(1))
    show(page)
    page.activate()
    return page


def test_the_secret_is_changed_by_keys_alone(page, press, page_session) -> None:
    for word in (SECRET, NEW):
        press.type(word)
        press("Enter")
    press.type(NEW)
    press("Enter")
    clerks.unlock(page_session, page_session.clerk, NEW)
    assert [field.text() for field in page._fields()] == [""] * 5


def test_a_pin_is_chosen_and_given_up(page, page_session) -> None:
    clerks.log_in(page_session.as_clerk(""), page_session.clerk, SECRET)
    for field, word in ((page.secret, SECRET), (page.pin, PIN), (page.pin_again, PIN)):
        field.set_text(word)
    page.choose.click()
    own_secret.unlock_by_pin(page_session, PIN)
    page.secret.set_text(SECRET)
    page.give_up.click()
    assert own_secret.pin_digits(page_session) == 0


def test_what_is_refused_is_said_where_it_belongs(page) -> None:
    page.change.click()
    assert page.secret.message == "请填写"
    for field, word in ((page.secret, SECRET), (page.new, NEW), (page.again, "other")):
        field.set_text(word)
    page.change.click()
    assert page.again.message == "两次输入不一样"
    page.again.set_text(NEW)
    page.secret.set_text("guessed-9")
    page.change.click()
    assert "口令" in page.secret.message
    assert page.new.message == ""
    for field, word in ((page.secret, SECRET), (page.new, "kurz"), (page.again, "kurz")):
        field.set_text(word)
    page.change.click()
    assert "至少 8 位" in page.new.message


def test_esc_goes_back(page, press) -> None:
    press("Esc")
    assert page.times == [1]

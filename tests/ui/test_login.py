"""The login page answers in place, keeps no secret and is painted before the store loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from zcdesk.ui.login import Login
from zcdesk.ui.theme import SCALES, Theme, Tone
from zcdesk.ui.widgets import Text

ROOT = Path(__file__).parent.parent.parent
KEY = Qt.Key
HEAVY = {"sqlalchemy", "sqlcipher3", "reportlab", "pypinyin", "openpyxl", "escpos", "serial"}


@pytest.fixture
def login(dressed) -> Login:
    made = Login("3号窗口")
    made.asked = []
    made.login_requested.connect(lambda *wanted: made.asked.append(wanted))
    dressed(made, size=(1024, 540))
    made.setFocus()
    return made


def type_in(*keys: str | Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        QTest.keyClicks(focus, key) if isinstance(key, str) else QTest.keyClick(focus, key)


def test_number_enter_secret_enter_logs_in(login) -> None:
    type_in("0312", KEY.Key_Return, "geheim-1", KEY.Key_Enter)
    assert login.asked == [("0312", "geheim-1", False)]
    assert login.secret.text() == ""


def test_a_second_enter_while_logging_in_does_nothing(login) -> None:
    type_in("0312", KEY.Key_Return, "geheim-1", KEY.Key_Return)
    type_in("geheim-1", KEY.Key_Return)
    assert len(login.asked) == 1
    login.say("工号或口令不符，请再输一次")
    type_in("geheim-1", KEY.Key_Return)
    assert len(login.asked) == 2


def test_standing_in_is_asked_for(login) -> None:
    login.post.set_value(True)
    type_in("0313", KEY.Key_Return, "geheim-2", KEY.Key_Return)
    assert login.asked == [("0313", "geheim-2", True)]


def test_what_is_missing_is_said_at_its_field(login) -> None:
    login.submit()
    assert login.staff_no.message == "请填工号"
    assert login.secret.message == "请填口令"
    assert login.staff_no.edit.hasFocus()
    type_in("0312")
    login.submit()
    assert login.staff_no.message == ""
    assert login.secret.edit.hasFocus()
    assert login.asked == []


def test_an_answer_stands_below_the_secret(login) -> None:
    type_in("0312", KEY.Key_Return, "falsch-1", KEY.Key_Return)
    login.say("工号或口令不符，请再输一次")
    assert login.secret.message == "工号或口令不符，请再输一次"
    assert login.secret.edit.hasFocus()


def test_who_takes_over_finds_an_empty_login(login) -> None:
    login.post.set_value(True)
    type_in("0312", KEY.Key_Return, "falsch-1", KEY.Key_Return)
    login.say("工号或口令不符，请再输一次")
    login.clear()
    login.setFocus()
    type_in("0313", KEY.Key_Return, "geheim-2", KEY.Key_Return)
    assert login.asked[1:] == [("0313", "geheim-2", False)]
    assert login.secret.message == ""


@pytest.mark.req("UX-07")
def test_the_input_method_is_off_in_every_field(login) -> None:
    fields = login.findChildren(QLineEdit)
    assert len(fields) == 3
    for field in fields:
        assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


@pytest.mark.parametrize(
    ("letter", "shift", "on"), [("a", False, False), ("A", True, False), ("A", False, True)]
)
def test_caps_lock_is_noticed_from_what_keys_give(login, letter, shift, on) -> None:
    login.secret.setFocus()
    press(login, letter, shift=shift)
    assert login.secret.message == ("大写锁定已开" if on else "")
    press(login, "a")
    assert login.secret.message == ""
    press(login, "a", shift=True)
    assert login.secret.message == "大写锁定已开"
    assert login.secret._message.words.property("tone") == Tone.WARN.name.lower()


def press(login: Login, letter: str, *, shift: bool = False) -> None:
    """A letter as the keyboard sends it, whatever Caps Lock made of it."""
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_A, modifier, letter)
    QCoreApplication.sendEvent(login.secret.edit, event)


def test_size_and_theme_are_offered_and_told(login) -> None:
    chosen: list[tuple[Theme, float]] = []
    login.look_chosen.connect(lambda which, scale: chosen.append((which, scale)))
    login.set_look(Theme.DARK, 1.25)
    assert chosen == []
    login.size_choice.set_value(1.5)
    login.theme_choice.set_value(Theme.LIGHT)
    assert chosen == [(Theme.DARK, 1.5), (Theme.LIGHT, 1.5)]


@pytest.mark.req("UX-13")
def test_tab_walks_from_number_to_looks(login) -> None:
    login.staff_no.setFocus()
    seen = []
    while (focus := QApplication.focusWidget()) not in seen:
        seen.append(focus)
        assert focus.isVisible()
        assert focus.isEnabled()
        QTest.keyClick(focus, KEY.Key_Tab)
    names = [widget.accessibleName() for widget in seen]
    assert names[:2] == ["工号", "口令"]
    assert names.index("A岗") < names.index("登录") < names.index("标准") < names.index("浅色")


@pytest.mark.req("UX-12")
def test_no_button_is_a_default(login) -> None:
    assert not any(button.autoDefault() for button in login.findChildren(QPushButton))


@pytest.mark.req("UX-50", "UX-53")
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_it_fits_the_smallest_window(dressed, theme_name: str, scale: float) -> None:
    login = Login("12号窗口（绿色通道）")
    dressed(login, theme_name, scale, (1024, 540))
    login.say("口令连续 5 次不符，10 分钟后再试，或请主管解锁")
    login.set_busy(False, "正在准备数据，可以先输入")
    QApplication.sendPostedEvents()
    assert login.size().toTuple() == (1024, 540)
    for label in login.findChildren(Text):
        if label.isVisible():
            assert label.fontInfo().pixelSize() >= round(13 * scale)
            if label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width())
    for button in (*login.findChildren(QPushButton), login.size_choice, login.theme_choice):
        corner = button.mapTo(login, button.rect().bottomRight())
        assert login.rect().contains(corner)
        assert button.height() >= 32


def test_it_loads_nothing_heavy() -> None:
    code = (
        "import sys; from zcdesk.ui import theme; app = theme.start(sys.argv);"
        "from zcdesk.ui.login import Login; page = Login('3');"
        "theme.apply(page, theme.Theme.LIGHT); page.show(); app.processEvents();"
        "print(' '.join({name.partition('.')[0] for name in sys.modules}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(ran.stdout.split())
    assert "PySide6" in loaded
    assert loaded & (HEAVY | {"msgspec", "yaml", "xlsxwriter", "pypdfium2", "PIL"}) == set()

"""Fields, choices and masked numbers: what is typed, what is kept, what is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Check,
    Choice,
    CodeEdit,
    Combo,
    Field,
    LineEdit,
    MaskedText,
    Spin,
    plain_text,
)

KEY = Qt.Key
IME = Qt.WidgetAttribute.WA_InputMethodEnabled
WHOLE = "110101199003070074"
MASKED = "110***********0074"


@pytest.fixture
def stack(dressed):
    """Show widgets one below the other."""

    def show(*widgets: QWidget, **named) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        return dressed(window, **named)

    return show


@pytest.mark.req("UX-07")
def test_the_input_method_is_off_where_chinese_is_never_typed(stack) -> None:
    code, secret, spin, name = CodeEdit(), CodeEdit(secret=True), Spin(1, 9), LineEdit()
    stack(code, secret, spin, name)
    for field in (code, secret, spin, spin.lineEdit()):
        assert not field.testAttribute(IME)
    assert name.testAttribute(IME)


@pytest.mark.req("UX-07")
def test_the_input_method_stays_off_when_a_field_is_locked_and_freed(stack) -> None:
    code = CodeEdit()
    stack(code)
    code.setReadOnly(True)
    code.setReadOnly(False)
    code.setEnabled(False)
    code.setEnabled(True)
    code.setEchoMode(QLineEdit.EchoMode.Password)
    code.setEchoMode(QLineEdit.EchoMode.Normal)
    theme.apply(code.window(), theme.Theme.DARK, 1.5)
    assert not code.testAttribute(IME)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("１１０１０１", "110101"),
        (" 138 ", "138"),
        ("（０５１０）", "(0510)"),
        ("１１０ｘ", "110x"),
    ],
)
def test_full_width_becomes_plain_in_number_fields(typed: str, kept: str) -> None:
    assert plain_text(typed) == kept


def test_a_number_field_keeps_the_cursor_while_making_plain(stack) -> None:
    code = CodeEdit(upper=True)
    stack(code)
    code.setFocus()
    code.setText("110074")
    code.setCursorPosition(3)
    for letter in "ｘ１":
        code.insert(letter)
    assert code.text() == "110X1074"
    assert code.cursorPosition() == 5


def test_a_name_field_keeps_what_is_typed(stack) -> None:
    name = LineEdit()
    stack(name)
    name.setFocus()
    name.insert("古丽·买买提 䶮Ａ")
    assert name.text() == "古丽·买买提 䶮Ａ"


def test_a_secret_is_never_changed(stack) -> None:
    secret = CodeEdit(secret=True)
    stack(secret)
    secret.insert(" a１ ")
    assert secret.text() == " a１ "


def test_a_message_stands_below_its_field(stack) -> None:
    field = Field("身份证号", CodeEdit())
    stack(field)
    field.say("身份证号现有 14 位，应为 18 位")
    assert field.message == "身份证号现有 14 位，应为 18 位"
    assert field.edit.property("wrong") is True
    assert field.edit.accessibleDescription() == field.message
    field.say("大写锁定已开", Tone.WARN)
    assert field.edit.property("wrong") is False
    field.say("")
    assert field.message == ""


@pytest.mark.req("UX-56")
def test_a_field_is_spoken_by_its_label(stack) -> None:
    field = Field("姓名")
    assert field.edit.accessibleName() == "姓名"
    assert field.label.buddy() is field.edit


def wheel(widget: QWidget) -> None:
    spot = QPointF(widget.rect().center())
    event = QWheelEvent(
        spot,
        QPointF(widget.mapToGlobal(QPoint(3, 3))),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.req("UX-58")
def test_the_wheel_changes_nothing_without_the_focus(stack) -> None:
    combo, spin, other = Combo(), Spin(1, 9), LineEdit()
    combo.addItems(["甲", "乙", "丙"])
    spin.setValue(5)
    stack(combo, spin, other)
    other.setFocus()
    wheel(combo)
    wheel(spin)
    assert (combo.currentIndex(), spin.value()) == (0, 5)
    assert other.hasFocus()
    combo.setFocus()
    wheel(combo)
    assert combo.currentIndex() == 1


def test_a_choice_gives_its_value_and_moves_with_arrows(stack) -> None:
    choice = Choice(((False, "A岗"), (True, "B岗顶岗")))
    heard: list[object] = []
    choice.changed.connect(heard.append)
    stack(choice)
    choice.setFocus()
    assert choice.value is False
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Space)
    assert choice.value is True
    assert heard == [True]
    choice.set_value(False)
    assert choice.value is False


def test_a_check_box_toggles_with_space(stack) -> None:
    check = Check("代办")
    stack(check)
    check.setFocus()
    QTest.keyClick(check, KEY.Key_Space)
    assert check.isChecked()


@pytest.fixture
def masked(stack):
    label = MaskedText("证件号", MASKED, lambda: WHOLE)
    label.looks = []
    label.revealed.connect(lambda: label.looks.append(1))
    stack(label, LineEdit())
    label.setFocus()
    return label


@pytest.mark.req("UX-42")
def test_a_masked_number_shows_only_while_ctrl_is_held(masked) -> None:
    assert masked.text() == MASKED
    QTest.keyPress(masked, KEY.Key_Control)
    assert (masked.text(), masked.is_revealed) == (WHOLE, True)
    QTest.keyRelease(masked, KEY.Key_Control)
    assert (masked.text(), masked.is_revealed) == (MASKED, False)


@pytest.mark.req("UX-42")
def test_each_look_is_reported_once(masked) -> None:
    for _ in range(2):
        for _ in range(3):
            QTest.keyPress(masked, KEY.Key_Control)
        QTest.keyRelease(masked, KEY.Key_Control)
    assert len(masked.looks) == 2


@pytest.mark.req("UX-42")
def test_a_shortcut_with_ctrl_hides_it_again(masked) -> None:
    QTest.keyPress(masked, KEY.Key_Control)
    QTest.keyPress(masked, KEY.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert masked.text() == MASKED


@pytest.mark.req("UX-42")
def test_leaving_the_number_or_the_window_hides_it(masked) -> None:
    QTest.keyPress(masked, KEY.Key_Control)
    masked.clearFocus()
    assert masked.text() == MASKED
    QTest.keyPress(masked, KEY.Key_Control)
    assert masked.text() == MASKED
    masked.setFocus()
    QTest.keyPress(masked, KEY.Key_Control)
    masked.hide()
    assert masked.text() == MASKED


@pytest.mark.req("UX-42")
def test_without_focus_or_mouse_ctrl_shows_nothing(masked) -> None:
    masked.clearFocus()
    QTest.keyPress(masked.window(), KEY.Key_Control)
    assert masked.text() == MASKED
    assert masked.looks == []


def test_the_whole_number_is_never_spoken(masked) -> None:
    QTest.keyPress(masked, KEY.Key_Control)
    QTest.keyRelease(masked, KEY.Key_Control)
    assert WHOLE not in masked.accessibleName() + masked.toolTip() + masked.full_text

"""Buttons, chips, labels, bands and the rest: never cut without a word, never by accident."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Theme, Tone
from zcdesk.ui.widgets import (
    Band,
    Button,
    Check,
    Chip,
    ChipButton,
    ChipState,
    Elapsed,
    Empty,
    IconButton,
    Kind,
    Panel,
    ProgressLine,
    Text,
    confirm,
)

KEY = Qt.Key


@pytest.fixture
def row(dressed):
    """Show widgets side by side."""

    def show(*widgets: QWidget, **named) -> QWidget:
        window = QWidget()
        line = QHBoxLayout(window)
        for widget in widgets:
            line.addWidget(widget)
        return dressed(window, **named)

    return show


@pytest.mark.req("UX-12")
def test_no_button_is_a_default_nor_clicked_by_enter_elsewhere(row) -> None:
    clicks: list[int] = []
    button, field = Button("作废", Kind.DANGER), QLineEdit()
    button.clicked.connect(lambda: clicks.append(1))
    row(field, button)
    field.setFocus()
    QTest.keyClick(field, KEY.Key_Return)
    assert clicks == []
    assert not button.autoDefault()
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Return)
    QTest.keyClick(button, KEY.Key_Space)
    assert clicks == [1, 1]


def test_a_click_leaves_the_focus_in_the_list(row) -> None:
    button, field = Button("重呼", key="F3"), QLineEdit()
    row(field, button)
    field.setFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.hasFocus()


@pytest.mark.req("UX-53")
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_targets_are_at_least_32(row, scale: float) -> None:
    state = ChipState("printer", "打印机正常", Tone.OK)
    targets = (
        Button("挂起"),
        IconButton("eye", "查看"),
        ChipButton(state, icon_only=True),
        ChipButton(state),
        Check("代办"),
    )
    row(*targets, scale=scale)
    for target in targets:
        assert min(target.width(), target.height()) >= 32 * scale - 1


@pytest.mark.req("UX-56")
def test_what_is_only_an_icon_is_spoken(row) -> None:
    icon = IconButton("eye", "查看")
    chip = ChipButton(ChipState("volume", "叫号器正常", Tone.OK), icon_only=True)
    row(icon, chip)
    assert (icon.accessibleName(), icon.toolTip()) == ("查看", "查看")
    assert (chip.accessibleName(), chip.toolTip()) == ("叫号器正常", "叫号器正常")


@pytest.mark.req("UX-50")
def test_what_is_cut_stands_whole_in_the_tool_tip(row) -> None:
    long = "生活饮用水集中式供水单位卫生许可（新证）延续与变更"
    label, button = Text(long, elide=True), Button("核对并打印收件通知书", key="F9")
    chip = Chip(ChipState("id", "已读卡 · 人证已核对", Tone.OK))
    window = row(label, button, chip, size=(1000, 80))
    assert label.text() == long
    for widget, whole in ((label, long), (button, "核对并打印收件通知书")):
        widget.setFixedWidth(widget.sizeHint().width() // 2)
        QApplication.sendPostedEvents()
        assert widget.toolTip() == whole
    assert label.text().endswith("…")
    assert label.full_text == long
    chip.setFixedWidth(80)
    window.grab()
    assert chip.toolTip() == "已读卡 · 人证已核对"


def test_a_label_changes_its_tone_alive(row) -> None:
    label = Text("26 分", "small")
    row(label)
    plain = label.palette().windowText().color().name()
    label.set_tone(Tone.WARN)
    assert label.palette().windowText().color() == theme.look(label).colour("warn") != plain


@pytest.fixture
def band(row):
    made = Band()
    made.did = []
    made.acted.connect(made.did.append)
    row(made)
    return made


def test_a_band_offers_its_ways_out_in_order(band) -> None:
    band.say("打印机缺纸", ("重试", "换打印机", "稍后打"), tone=Tone.DANGER, code="ZC-PRT-01")
    assert [button.text() for button in band.buttons] == ["重试", "换打印机", "稍后打"]
    QTest.mouseClick(band.buttons[1], Qt.MouseButton.LeftButton)
    assert band.did == [1]
    assert band.code.full_text == "ZC-PRT-01"


def test_a_band_counts_and_goes(band) -> None:
    band.say("打印机缺纸", count=3)
    assert band.text.full_text == "打印机缺纸  ×3"
    band.clear()
    assert not band.isVisible()


def test_a_band_is_copied_with_its_code(band) -> None:
    band.say("打印机缺纸", ("重试",), code="ZC-PRT-01")
    band.buttons[0].setFocus()
    QTest.keyClick(band.buttons[0], KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "打印机缺纸 ZC-PRT-01"


def test_a_band_never_takes_the_focus(row) -> None:
    band, field = Band(), QLineEdit()
    row(band, field)
    field.setFocus()
    band.say("网络断开", ("查看",))
    assert field.hasFocus()


def test_an_empty_state_says_what_comes_and_what_to_do(row) -> None:
    empty, acts = Empty("search", "还没有事项", "添加事项", key="F6"), []
    empty.acted.connect(lambda: acts.append(1))
    row(empty)
    QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert acts == [1]
    assert empty.icon.sizeHint().width() == 48
    assert empty.sentence.full_text == "还没有事项"


def test_progress_shows_only_what_takes_time(row) -> None:
    line, heard = ProgressLine(), []
    line.slow.connect(lambda: heard.append("slow"))
    line.stuck.connect(lambda: heard.append("stuck"))
    row(line)
    line.start()
    assert [timer.interval() for timer in line._steps] == [100, 1000, 5000]
    assert not line.is_shown
    for timer in line._steps:
        timer.timeout.emit()
    assert line.is_shown
    assert heard == ["slow", "stuck"]
    line.stop()
    assert not line.is_shown
    assert not any(timer.isActive() for timer in line._steps)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "00:00"), (192, "03:12"), (3601, "1:00:01"), (-5, "00:00")]
)
def test_elapsed_time_is_minutes_and_seconds(row, hand, seconds: int, words: str) -> None:
    label = Elapsed(hand)
    row(label)
    label.start()
    hand.move(seconds)
    label.tick()
    assert label.text() == words


def test_a_second_that_passes_lays_nothing_out_anew(row, hand) -> None:
    label = Elapsed(hand)
    window, laid = row(label), []

    class Layouts(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            laid.extend([watched] if event.type() is QEvent.Type.LayoutRequest else [])
            return False

    def after(seconds: float) -> int:
        QApplication.processEvents()
        laid.clear()
        hand.move(seconds)
        label.tick()
        QApplication.processEvents()
        return len(laid)

    eye = Layouts()
    window.installEventFilter(eye)
    label.start()
    assert after(1) == 0
    assert label.text() == "00:01"
    assert after(3600) > 0  # an hour more has a digit more
    theme.apply(window, Theme.LIGHT, 1.5)
    assert label.width() >= label.fontMetrics().horizontalAdvance("1:00:01")
    assert label.height() >= label.fontMetrics().height()


def test_elapsed_time_turns_amber(row, hand) -> None:
    label = Elapsed(hand, amber_after=60)
    row(label)
    label.start()
    assert label.property("tone") == "neutral"
    hand.move(60)
    label.tick()
    assert label.property("tone") == "warn"
    label.stop()
    assert label.text() == ""


def test_a_question_is_safe_by_default(row) -> None:
    window, did = row(Panel("本次事项")), []
    asked = confirm(window, "作废后号码不能恢复", "作废", lambda: did.append(1))
    assert asked.isVisible()
    assert asked.no.hasFocus() or asked.focusWidget() is asked.no
    QTest.keyClick(asked.no, KEY.Key_Return)
    assert did == []
    assert not asked.isVisible()
    again = confirm(window, "作废后号码不能恢复", "作废", lambda: did.append(1))
    QTest.mouseClick(again.yes, Qt.MouseButton.LeftButton)
    assert did == [1]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.req("UX-12", "UX-53")
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_question_keeps_the_rules_of_the_house(row, scale: float) -> None:
    window = row(Panel("本次事项"), scale=scale)
    asked = confirm(window, "作废后号码不能恢复", "作废", lambda: None)
    buttons = asked.findChildren(QPushButton)
    assert len(buttons) == 2
    assert not any(button.autoDefault() or button.isDefault() for button in buttons)
    assert asked.findChild(Text).fontInfo().pixelSize() == round(14 * scale)
    assert theme.look(asked).theme is Theme.LIGHT
    asked.reject()

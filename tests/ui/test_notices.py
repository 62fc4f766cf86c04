"""What the clerk is told: at the right loudness, counted, kept for a window, with ways out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from zcdesk.errors import DeviceError, UserError
from zcdesk.ui.notices import NOTE_MS, NoticeBand, Notices
from zcdesk.ui.theme import Tone


@pytest.fixture
def notices(qapp, hand) -> Notices:
    made = Notices(clock=hand)
    made.raised_ones, made.noted_ones = [], []
    made.raised.connect(made.raised_ones.append)
    made.noted.connect(lambda words, tone: made.noted_ones.append(words))
    return made


def test_notices_before_a_window_are_kept_for_it(notices) -> None:
    notices.note("已恢复上次的办件")
    notices.show(DeviceError("PRT-01"))
    notices.show(DeviceError("PRT-01"))
    assert notices.raised_ones == notices.noted_ones == []
    notices.listen()
    assert notices.noted_ones == ["已恢复上次的办件"]
    assert [notice.times for notice in notices.raised_ones] == [2]


def test_the_level_of_the_code_decides_the_form(notices) -> None:
    notices.listen()
    notices.show(UserError("QUE-01"))
    notices.show(DeviceError("PRT-01"))
    assert notices.noted_ones == ["现在没有人等候，有人取号会自动提示"]
    assert [notice.message.code for notice in notices.raised_ones] == ["ZC-PRT-01"]


def test_the_same_code_within_10_seconds_is_counted(notices, hand) -> None:
    notices.listen()
    for _ in range(3):
        notices.say("QUE-01")
        notices.show(DeviceError("PRT-01"))
        hand.move(4)
    assert notices.noted_ones[-1].endswith("×3")
    assert [notice.times for notice in notices.raised_ones] == [1, 2, 3]
    hand.move(10)
    notices.show(DeviceError("PRT-01"))
    assert notices.raised_ones[-1].times == 1


def test_only_actions_the_page_handles_are_offered(notices) -> None:
    notices.listen()
    notices.show(DeviceError("PRT-01"), {"later": lambda: None, "retry": lambda: None})
    assert notices.raised_ones[0].choices == (("retry", "重试"), ("later", "稍后办"))


@pytest.fixture
def band(dressed, notices) -> NoticeBand:
    made = NoticeBand()
    dressed(made, size=(1000, 60))
    notices.raised.connect(made.add)
    notices.settled.connect(made.settle)
    notices.listen()
    return made


def test_a_page_has_one_band_and_older_messages_wait_behind(band, notices) -> None:
    did: list[str] = []
    notices.show(DeviceError("DEV-01"), {"connect": lambda: did.append("connect")})
    notices.show(DeviceError("PRT-01"), {"retry": lambda: did.append("retry")})
    assert band.tone is Tone.DANGER
    assert band.text.full_text == "打印机缺纸。编号已生成，件已保存（另有 1 条）"
    QTest.mouseClick(band.buttons[0], Qt.MouseButton.LeftButton)
    assert did == ["retry"]
    assert band.text.full_text == "叫号器断开，叫号照常，请口头叫号"
    QTest.mouseClick(band.buttons[0], Qt.MouseButton.LeftButton)
    assert did == ["retry", "connect"]
    assert not band.isVisible()


def test_the_same_trouble_stands_once_and_is_counted(band, notices) -> None:
    notices.show(DeviceError("PRT-01"))
    notices.show(DeviceError("PRT-01"))
    assert band.text.full_text == "打印机缺纸。编号已生成，件已保存  ×2"
    assert len(band.notices) == 1


def test_a_message_goes_when_its_cause_is_gone(band, notices) -> None:
    notices.show(DeviceError("PRT-01"))
    notices.settle("PRT-01")
    assert not band.isVisible()
    notices.show(DeviceError("PRT-01"))
    assert band.notices[0].times == 1


def test_a_message_can_be_put_away(band, notices) -> None:
    notices.show(DeviceError("PRT-01"))
    notices.show(DeviceError("DEV-01"))
    band.dismissed.emit()
    assert [notice.message.code for notice in band.notices] == ["ZC-PRT-01"]
    band.dismissed.emit()
    assert band.notices == ()


@pytest.mark.req("UX-59")
def test_an_error_nobody_handles_here_can_be_acknowledged(band, notices) -> None:
    notices.show(DeviceError("PRT-01"))
    assert [button.text() for button in band.buttons] == ["知道了"]
    QTest.mouseClick(band.buttons[0], Qt.MouseButton.LeftButton)
    assert not band.isVisible()


def test_nothing_here_opens_a_dialog(band, notices, qapp) -> None:
    for code in ("QUE-01", "PRT-01", "NET-01", "SYS-01"):
        notices.show(DeviceError(code, n=1))
    assert qapp.activeModalWidget() is None


def test_the_status_line_holds_4_seconds(shell) -> None:
    shell.notices.note("已撤销")
    assert shell.hint_line.note == "已撤销"
    assert shell._status.timer.interval() == NOTE_MS == 4000
    shell._status.timer.timeout.emit()
    assert shell.hint_line.note == ""


def test_what_was_refused_goes_with_its_page_and_a_device_stays(shell) -> None:
    shell.notices.show(DeviceError("PRT-01"))
    shell.notices.say("RES-03")
    assert shell.band.text.full_text.startswith("来人与申请人不是同一人")
    shell.show_page("one")
    assert len(shell.band.notices) == 2
    shell.show_page("two")
    assert [notice.message.code for notice in shell.band.notices] == ["ZC-PRT-01"]


def test_a_choice_waits_over_pages_and_goes_with_the_clerk(band, notices) -> None:
    notices.show(DeviceError("PRT-01"))
    notices.show(UserError("QUE-12", no="A007"), {"park": lambda: None})
    band.leave_page()
    assert len(band.notices) == 2
    band.leave_clerk()
    assert [notice.message.code for notice in band.notices] == ["ZC-PRT-01"]

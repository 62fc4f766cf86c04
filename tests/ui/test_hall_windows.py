"""The hall's windows of a desk come and go with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from shiboken6 import delete

from zcdesk.settings import Settings
from zcdesk.ui import key_command, theme
from zcdesk.ui.hall_windows import BOARD, KIOSK, HallWindows
from zcdesk.ui.jobs import InlineJobs
from zcdesk.ui.theme import Theme


def test_a_window_that_outlives_the_desk_goes_quietly(qapp, page_session, qtbot) -> None:
    theme.prepare(qapp)
    halls = HallWindows(page_session, InlineJobs(lambda error: None), {}, qapp)
    halls.open(BOARD)
    (window,) = halls._open.values()
    with qtbot.captureExceptions() as raised:
        delete(halls)
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert raised == []


def test_the_screens_have_the_looks_that_are_set(qapp, page_session) -> None:
    """By themselves a dark board and a light kiosk; what is set holds at once and for new ones."""
    theme.prepare(qapp)
    halls = HallWindows(page_session, InlineJobs(lambda error: None), {}, qapp)

    def looks() -> dict[str, Theme]:
        return {name: theme.look(halls.window(name)).theme for name in halls._open}

    halls.open(BOARD)
    halls.open(KIOSK)
    assert looks() == {BOARD: Theme.DARK, KIOSK: Theme.LIGHT}
    halls.dress(Settings(screens="contrast"))
    assert looks() == dict.fromkeys((BOARD, KIOSK), Theme.CONTRAST)
    halls.window(BOARD).close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    halls.open(BOARD)
    assert looks()[BOARD] is Theme.CONTRAST
    halls.close()


def test_an_open_board_hears_the_key_the_station_has_now(qapp, page_session) -> None:
    theme.prepare(qapp)
    halls = HallWindows(page_session, InlineJobs(lambda error: None), {}, qapp)
    halls.open(BOARD)
    board = halls.window(BOARD)
    try:
        key_command.give({"F11": "F9", "F9": "F11"})
        QTest.keyClick(board, Qt.Key.Key_F11)
        assert board.isFullScreen()
        QTest.keyClick(board, Qt.Key.Key_F9)
        assert not board.isFullScreen()
    finally:
        key_command.give({})
        halls.close()

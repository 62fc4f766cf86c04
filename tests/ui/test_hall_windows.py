"""The hall's windows of a desk come and go with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from shiboken6 import delete

from zcdesk.ui import theme
from zcdesk.ui.hall_windows import BOARD, HallWindows
from zcdesk.ui.jobs import InlineJobs


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

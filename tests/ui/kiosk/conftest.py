"""A kiosk in its window."""

from __future__ import annotations

import pytest

from zcdesk.ui.kiosk.window import KioskWindow
from zcdesk.ui.printing import Printing


@pytest.fixture
def kiosk(page_desk, page_session, dressed) -> KioskWindow:
    page_desk.set_session(page_session.as_clerk(""))
    page_desk.printing = Printing(page_desk)
    window = KioskWindow(page_desk)
    window.given, window.words = [], []
    window.errands.taken.connect(lambda taken: window.given.append(taken.ticket))
    window.told.connect(window.words.append)
    dressed(window, size=(1080, 1920))
    window.start()
    return window

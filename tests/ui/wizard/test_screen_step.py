"""Which screen faces the citizen is found by a letter on each; a mirrored one is refused."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from zcdesk.ui.wizard.after import ScreenStep


@pytest.fixture
def two_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two monitors; the test's platform has one, which stands for both."""
    only = QGuiApplication.primaryScreen()
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [only, only])


@pytest.mark.req("UX-45")
def test_a_mirrored_screen_never_faces_the_citizen(qtbot, two_screens) -> None:
    step = ScreenStep()
    qtbot.addWidget(step)
    step.begin()
    assert [label.text() for label in step._shown] == ["K", "M"]
    for seen, words in (("both", "复制模式"), ("K", "工作人员的主屏")):
        step.choice.set_value(seen)
        assert not step.is_right()
        assert words in step.told.text()
        assert not step.has_screen
    step.choice.set_value("M")
    assert step.is_right()
    assert step.has_screen
    assert step._shown == []


def test_one_screen_shows_no_letter_and_faces_nobody(qtbot) -> None:
    step = ScreenStep()
    qtbot.addWidget(step)
    step.begin()
    assert step._shown == []
    assert step.is_right()
    assert not step.has_screen

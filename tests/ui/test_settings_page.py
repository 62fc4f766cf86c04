"""What is set at a station takes effect at once, is kept, and leaves the rest alone."""

from __future__ import annotations

import pytest
from page_looks import clipped

from zcdesk.settings import Settings
from zcdesk.ui.settings_page import SettingsPage


@pytest.fixture
def page(page_desk, show) -> SettingsPage:
    page_desk.settings = Settings(window="3", theme="dark", scale=1.25)
    page = SettingsPage(page_desk)
    page.kept = []
    page_desk.settings_changed.connect(page.kept.append)
    show(page)
    page.activate()
    return page


def test_it_shows_what_is_set_and_changes_one_thing_by_keys(page, press) -> None:
    assert page.choices["theme"].value == "dark"
    assert page.choices["scale"].value == 1.25
    assert page.kept == []
    press("Right")
    assert page.kept == [Settings(window="3", theme="dark", scale=1.5)]
    press("Tab", "Right")
    assert page.kept[-1] == Settings(window="3", theme="contrast", scale=1.5)


def test_trainee_mode_is_switched_on(page) -> None:
    page.choices["trainee"].set_value(True)
    assert page._desk.settings.trainee


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("contrast", 1.5)])
def test_nothing_is_cut(page_desk, show, look, scale) -> None:
    page_desk.settings = Settings()
    page = SettingsPage(page_desk)
    window = show(page, "normal", look, scale)
    page.activate()
    assert not clipped(window)

"""What is set at a station takes effect at once, is kept, and leaves the rest alone."""

from __future__ import annotations

import zipfile

import pytest
from page_looks import clipped
from PySide6.QtCore import QStandardPaths

from zcdesk import __version__
from zcdesk.domain.hall import Clerk, Role
from zcdesk.settings import Settings
from zcdesk.ui.keys import COMMANDS
from zcdesk.ui.settings_page import SettingsPage
from zcdesk.ui.widgets.text import Text
from zcdesk.upkeep.keeping import Keeper


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


def test_everything_goes_back_to_the_first_day(page) -> None:
    page.choices["trainee"].set_value(True)
    page.reset_button.click()
    kept = page._desk.settings
    assert (kept.theme, kept.scale, kept.trainee, kept.window) == ("light", 1.0, False, "3")


def test_rows_of_lists_stand_tight_at_once(page) -> None:
    page.strip.set_value("keys")
    view = page.parts["keys"].view
    view.set_compact(False)
    wide = view.verticalHeader().defaultSectionSize()
    try:
        page.choices["tight_rows"].set_value(True)
        assert page._desk.settings.tight_rows
        assert view.verticalHeader().defaultSectionSize() < wide
    finally:
        page.choices["tight_rows"].set_value(False)
    assert view.verticalHeader().defaultSectionSize() == wide


def test_every_key_is_listed_once_with_what_it_does(page) -> None:
    page.strip.set_value("keys")
    part = page.parts["keys"]
    assert [row.command.id for row in part.view.rows_model.rows] == [one.id for one in COMMANDS]
    assert str(len(COMMANDS)) in part.told.full_text


def test_this_pc_tells_what_it_is_and_an_administrator_sets_its_folders(page, tmp_path) -> None:
    desk, part = page._desk, page.parts["here"]
    desk.keeping = Keeper(tmp_path, lambda: None)
    page.strip.set_value("here")
    assert f"综窗台 {__version__}" in part.told.full_text
    assert str(tmp_path) in part.told.full_text
    assert "没有服务器" in part.told.full_text
    assert not part.save.isEnabled()
    desk.set_session(desk.session, Clerk(staff_no="1", name="王", roles=(Role.ADMINISTRATOR,)))
    page.activate()
    part.fields["backup"].set_text(str(tmp_path / "gone"))
    part.save.click()
    assert part.fields["backup"].message
    assert desk.settings.backup == ""
    part.fields["backup"].set_text(str(tmp_path))
    part.save.click()
    assert part.fields["backup"].message == ""
    assert desk.settings.backup == str(tmp_path)
    assert desk.settings.window == "3"


def test_this_pc_is_looked_over_and_a_bundle_written(page, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "mine"))
    page._desk.keeping = Keeper(tmp_path / "data", lambda: None)
    page.strip.set_value("here")
    part = page.parts["here"]
    part.look_button.click()
    assert part.look_button.isEnabled()
    assert "版本" in part.found.full_text
    (file,) = (tmp_path / "mine" / "综窗台导出").iterdir()
    assert file.name in part.found.full_text
    with zipfile.ZipFile(file) as packed:
        assert "findings.json" in packed.namelist()


def test_what_it_is_made_of_is_named_with_its_licences(page) -> None:
    page.strip.set_value("about")
    texts = " ".join(text.full_text for text in page.parts["about"].findChildren(Text))
    for word in (__version__, "Apache", "LGPL-3.0", "PySide6", "psycopg", "OFL-1.1", "licences"):
        assert word in texts


@pytest.mark.parametrize(
    "part", ["look", "calling", "printing", "privacy", "keys", "here", "about"]
)
@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("contrast", 1.5)])
def test_nothing_is_cut(page_desk, show, look, scale, part) -> None:
    page_desk.settings = Settings()
    page = SettingsPage(page_desk)
    window = show(page, "normal", look, scale)
    page.activate()
    page.strip.set_value(part)
    assert not clipped(window)

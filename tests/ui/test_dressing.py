"""The text size goes with the person, the theme stays with the PC."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from zcdesk import settings
from zcdesk.domain.hall import TextSizeChosen
from zcdesk.operations import clerks
from zcdesk.operations.session import Session
from zcdesk.settings import Settings
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.dressing import Dressing
from zcdesk.ui.frame import Frame
from zcdesk.ui.login import Login
from zcdesk.ui.theme import Theme


def at_once(function: Callable[[], Any], done: Callable[[Any], object] = lambda _: None) -> None:
    done(function())


@pytest.fixture
def station(qtbot: Any, tmp_path: Path) -> Callable[[Settings], Dressing]:
    """A PC with settings of its own."""

    def begin(own: Settings) -> Dressing:
        settings.save(tmp_path, own)
        frame, login = Frame(), Login("3")
        qtbot.addWidget(frame)
        qtbot.addWidget(login)
        made = Dressing(frame, tmp_path, at_once)
        made.greet(login)
        made.show()
        login.look_chosen.connect(made.choose)
        made.page = login  # type: ignore[attr-defined]
        return made

    return begin


def scale(one: Dressing) -> float:
    """What the window, the login page and the settings say alike."""
    shown = theme.look(one._frame).scale
    assert one.page.size_choice.value == shown == one.in_force.scale  # type: ignore[attr-defined]
    return shown


def log_in(one: Dressing, desk: Desk, session: Session, staff_no: str) -> None:
    who = session.as_clerk(staff_no)
    desk.set_session(who)
    one.begin(desk, who, clerks.size_of(who))


@pytest.mark.req("UX-55")
def test_a_size_chosen_at_the_login_is_the_persons_at_every_pc(
    station, page_desk, page_session, tmp_path
) -> None:
    here = station(Settings(scale=1.25))
    assert scale(here) == 1.25
    here.page.size_choice.set_value(1.5)
    assert scale(here) == 1.5
    log_in(here, page_desk, page_session, "0312")
    assert page_desk.settings.scale == scale(here) == 1.5
    here.end()
    assert scale(here) == 1.25
    log_in(here, page_desk, page_session, "0001")  # who never chose one
    assert scale(here) == 1.25
    assert settings.load(tmp_path).scale == 1.25
    there = station(Settings(scale=1.0))
    log_in(there, page_desk, page_session, "0312")
    assert scale(there) == 1.5


def test_what_is_changed_at_work_is_kept_for_the_person_and_the_theme_for_the_pc(
    station, page_desk, page_session, tmp_path
) -> None:
    here = station(Settings(window="3"))
    log_in(here, page_desk, page_session, "0312")
    here.keep(page_desk, Settings(window="3", theme="dark", scale=1.25))
    assert (scale(here), theme.look(here._frame).theme) == (1.25, Theme.DARK)
    assert settings.load(tmp_path) == Settings(window="3", theme="dark")
    here.take_over(page_desk, page_session.as_clerk("0001"))
    assert (scale(here), theme.look(here._frame).theme) == (1.0, Theme.DARK)
    here.take_over(page_desk, page_session.as_clerk("0312"))
    assert page_desk.settings.scale == scale(here) == 1.25


def test_one_choice_is_recorded_once_and_the_same_again_is_none(
    station, page_desk, page_session
) -> None:
    def recorded() -> int:
        with page_session.reading() as store:
            return len(list(store.acts("size:0312")))

    here = station(Settings())
    here.page.size_choice.set_value(1.5)
    here.page.theme_choice.set_value(Theme.CONTRAST)
    log_in(here, page_desk, page_session, "0312")
    assert recorded() == 1
    here.end()
    log_in(here, page_desk, page_session, "0312")
    here.keep(page_desk, Settings(theme="contrast", scale=1.5, trainee=True))
    assert recorded() == 1


def test_a_size_this_version_does_not_have_is_none(station, page_desk, page_session) -> None:
    here = station(Settings(scale=1.25))
    clerks.choose_size(page_session, 9.0)
    assert clerks.size_of(page_session) == 9.0
    here.begin(page_desk, page_session, clerks.size_of(page_session))
    assert scale(here) == 1.25
    assert TextSizeChosen.kind == "size.chosen"

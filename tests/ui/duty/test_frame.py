"""The frame of the duty manager's page: tabs by role, one key each."""

from __future__ import annotations

import pytest

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Clerk, ClerkSet, Role
from zcdesk.errors import NotAllowed
from zcdesk.ui.duty.page import DutyPage
from zcdesk.ui.duty.tabs import TABS, tabs_for
from zcdesk.ui.shell import Shell


@pytest.fixture
def page(page_desk, page_session, show) -> DutyPage:
    with page_session.transaction() as tx:
        body = ClerkSet(staff_no="0601", name="孙主任", roles=(Role.SUPERVISOR,))
        tx.append(NewAct(subject="clerk:0601", body=body))
    clerk = Clerk(staff_no="0601", name="孙主任", roles=(Role.SUPERVISOR,))
    page_desk.set_session(page_session.as_clerk("0601"), clerk)
    page = DutyPage(page_desk)
    show(page)
    page.activate()
    return page


def test_every_tab_is_named_once_and_can_be_built(page) -> None:
    assert len({tab.name for tab in TABS}) == len(TABS)
    for tab in page.tabs:
        page.show_tab(tab.name)
        assert page.strip.value == tab.name
        assert page.current is not None


def test_a_digit_opens_a_tab_and_one_too_many_nothing(page, press) -> None:
    for place, tab in enumerate(page.tabs[:10], start=1):
        press(str(place % 10))
        assert page.strip.value == tab.name
    before = page.current
    page.tabs = page.tabs[:8]
    press("9")
    assert page.current is before


def test_a_key_goes_through_all_tabs_also_where_no_digit_is_left(page, press) -> None:
    names = [tab.name for tab in page.tabs]
    assert len(names) > 10
    press("0")
    seen = [page.strip.value]
    for _ in names:
        press("Ctrl+Tab")
        seen.append(page.strip.value)
    assert seen == [*names[9:], *names[:10]]


@pytest.mark.parametrize("role", list(Role))
def test_only_who_looks_after_the_hall_sees_it(role) -> None:
    sees = role in (Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR)
    assert bool([tab for tab in tabs_for((role,)) if tab.name == "live"]) is sees


def test_what_was_refused_on_one_tab_is_not_told_on_another(page_desk, page, qtbot) -> None:
    shell = Shell(page_desk.keys, page_desk.notices)
    qtbot.addWidget(shell)
    shell.add_page("duty", page)
    shell.show_page("duty")
    page_desk.notices.show(NotAllowed("SCP-07"))
    assert shell.band.notices
    page.show_tab(page.strip.value)
    assert shell.band.notices, "the same tab again changes nothing"
    page.show_tab("closing")
    assert not shell.band.notices


@pytest.mark.req("UX-50")
def test_all_tabs_fit_a_narrow_window_in_more_lines(page, page_desk, show) -> None:
    everything = tuple(Role)
    page_desk.set_session(page_desk.session, Clerk(staff_no="0601", name="孙", roles=everything))
    assert len(page.tabs) == len(TABS)
    window = show(page, "narrow", "light", 1.5)
    assert page.minimumSizeHint().width() <= window.width()
    assert page.strip.heightForWidth(window.width()) > page.strip.heightForWidth(9999)

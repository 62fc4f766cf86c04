"""Roles decide which modules the rail shows; only a window's clerk opens the window."""

from __future__ import annotations

import pytest
from fix_cases import received

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Clerk, ClerkSet, Role
from zcdesk.domain.window import WindowMode
from zcdesk.operations import windows
from zcdesk.ui import theme
from zcdesk.ui.modules import MODULES, Module, meets_citizens, modules_for, works_at_window
from zcdesk.ui.workplace import Workplace


@pytest.fixture
def workplace(page_desk, page_session, dressed):
    made = Workplace(
        session=page_session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices=page_desk.devices,
    )
    dressed(made.shell, size=(1366, 697))

    def begin(*roles: Role, departments: tuple[str, ...] = ()) -> Workplace:
        with page_session.transaction() as tx:
            body = ClerkSet(staff_no="0777", name="吴工", roles=roles, departments=departments)
            tx.append(NewAct(subject="clerk:0777", body=body))
        clerk = Clerk(staff_no="0777", name="吴工", roles=roles, departments=departments)
        made.begin(page_session.as_clerk("0777"), clerk)
        return made

    yield begin
    made.end()


def test_every_module_is_for_somebody_and_named_once() -> None:
    assert all(module.roles for module in MODULES)
    assert len({module.page for module in MODULES}) == len(MODULES)


def test_a_window_clerk_sees_the_window_and_it_opens(workplace, page_session) -> None:
    place = workplace(Role.CLERK)
    assert [item.page for item in place.shell.rail.items][:2] == ["counter", "tickets"]
    assert place.shell.current == "counter"
    assert windows.window_of(page_session).mode is WindowMode.OPEN
    assert place.shell.topbar.state_chip.isVisible()


def test_only_the_page_in_front_is_built_at_the_login(workplace, monkeypatch) -> None:
    built = []
    build = Module.build
    monkeypatch.setattr(Module, "build", lambda m, desk: built.append(m.page) or build(m, desk))
    place = workplace(Role.CLERK, Role.SUPERVISOR)
    assert built == []  # the counter stands already
    place.shell.show_page("tickets")
    place.shell.show_page("counter")
    place.shell.show_page("tickets")
    workplace(Role.GUIDE)
    assert built == ["tickets"]


def test_a_page_opened_late_looks_and_goes_back_like_any_other(workplace) -> None:
    place = workplace(Role.CLERK)
    theme.apply(place.shell, theme.Theme.DARK, 1.5)
    place.shell.show_page("cases")
    page = place.shell.page("cases")
    assert theme.look(page) == theme.look(place.shell)
    assert (theme.look(page).theme, theme.look(page).scale) == (theme.Theme.DARK, 1.5)
    assert page.box.edit.height() == theme.look(page).control
    page.closed.emit()
    assert place.shell.current == "counter"


def test_a_waybill_leads_to_the_mail_only_whoever_handles_it(workplace) -> None:
    place = workplace(Role.CLERK)
    place.counter.arrival.parcel_scanned.emit("SF1234567890128")
    assert place.shell.current == "mail"
    place = workplace(Role.AGENT_OFFICER)
    place.counter.arrival.parcel_scanned.emit("SF1234567890128")
    assert place.shell.current == "counter"


def test_an_office_worker_opens_no_window(workplace, page_session) -> None:
    place = workplace(Role.EDITOR, departments=("区卫生健康委",))
    assert windows.window_of(page_session).mode is WindowMode.CLOSED
    assert place.shell.current == "catalogue"
    assert not place.shell.topbar.state_chip.isVisible()
    assert not place.shell.topbar.waiting.isVisible()
    assert place.shell.topbar.window_label.full_text == "区卫生健康委"


def test_pages_follow_who_logs_in(workplace) -> None:
    workplace(Role.GUIDE)
    place = workplace(Role.CLERK, Role.GUIDE)
    both = [m.page for m in modules_for([Role.CLERK, Role.GUIDE])]
    assert [item.page for item in place.shell.rail.items] == both
    place = workplace(Role.GUIDE)
    pages = ["tickets", "bookings", "inquiries", "settings"]
    assert [item.page for item in place.shell.rail.items] == pages
    assert place.shell.current == "tickets"


def test_a_taker_keeps_all_roles(workplace, page_session) -> None:
    place = workplace(Role.CLERK)
    page = place.shell.page("shift")
    page.handed.emit(Clerk(staff_no="0001", name="王主任"))
    assert place.clerk.roles == (Role.ADMINISTRATOR,)
    assert not works_at_window(place.clerk.roles)


def test_a_reviewer_works_at_the_review_desk_and_opens_no_window(workplace, page_session) -> None:
    place = workplace(Role.REVIEWER, departments=("区卫生健康委",))
    rail = [item.page for item in place.shell.rail.items]
    assert rail[0] == "review"
    assert {"ledgers", "online", "exchange"} <= set(rail)
    assert place.shell.current == "review"
    assert windows.window_of(page_session).mode is WindowMode.CLOSED
    assert place.shell.topbar.window_label.full_text == "区卫生健康委"
    place.lock()
    assert "区卫生健康委" in place.locking.page.heading.full_text


def test_what_should_be_looked_at_leads_to_its_case(workplace, page_session) -> None:
    case_id = received(page_session)
    place = workplace(Role.CLERK)
    place.shell.page("attention").case_wanted.emit(case_id)
    assert place.shell.current == "cases"
    assert place.shell.page("cases").detail.isVisible()
    place = workplace(Role.EDITOR)
    place.shell.page("attention").case_wanted.emit(case_id)
    assert place.shell.current == "catalogue"


def test_a_result_clerk_begins_at_the_result_counter(workplace, page_session) -> None:
    place = workplace(Role.RESULT_CLERK)
    assert place.shell.rail.items[0].page == "results"
    assert place.shell.current == "results"
    assert windows.window_of(page_session).mode is WindowMode.CLOSED
    assert meets_citizens(place.clerk.roles)

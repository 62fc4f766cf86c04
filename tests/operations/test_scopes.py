"""Moving a scope for a time: the next call follows, the clock alone gives it back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from zcdesk.domain.window import WindowMode
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import queue, scopes, tickets, windows
from zcdesk.operations.scopes import Scope

BOTH = Scope(categories=("投资建设", "社会民生"))


def until(hall, **span: float):
    return hall.clock.at + timedelta(**span)


@pytest.mark.req("R021")
def test_the_next_call_follows_a_lent_scope_and_it_ends_by_the_clock(live_hall) -> None:
    hall = live_hall
    hall.open("5")
    desk = hall.at("5")
    for _ in range(3):
        hall.at("3").take("社会民生")
    assert queue.call_next(desk.session) is None
    scopes.lend(hall.boss, "5", BOTH, until=until(hall, hours=2))
    visit = desk.call()
    assert visit.ticket.category == "社会民生"
    queue.miss(desk.session, visit)
    hall.clock.pass_(hours=2)
    assert queue.call_next(desk.session) is None
    assert tickets.view(desk.session).first is None


def test_a_single_matter_brings_only_its_own_tickets(live_hall) -> None:
    hall = live_hall
    hall.open("5")
    hall.at("3").take("社会民生")
    hall.at("3").take("社会民生", matter="1-2")
    key, name = scopes.matter(hall.boss, "1002")
    assert (key, name) == ("1-2", "出版物零售业务经营许可")
    scope = Scope(categories=("投资建设",), matters=(key,))
    scopes.lend(hall.boss, "5", scope, until=until(hall, hours=1))
    visit = hall.at("5").call()
    assert visit.ticket.number == "A002"
    queue.miss(hall.at("5").session, visit)
    assert queue.call_next(hall.at("5").session) is None
    with pytest.raises(UserError, match="MAT-08"):
        scopes.matter(hall.boss, "9999")


def test_a_planned_scope_begins_at_its_time(live_hall) -> None:
    hall = live_hall
    start = until(hall, hours=1)
    scopes.lend(hall.boss, "5", BOTH, start=start, until=start + timedelta(hours=1))
    number = hall.at("5").session
    assert windows.window_of(number).categories == ("投资建设",)
    hall.clock.pass_(hours=1)
    assert windows.window_of(number).categories == BOTH.categories
    with pytest.raises(NotAllowed, match="SCP-02"):
        scopes.lend(hall.boss, "5", BOTH, until=hall.clock.at)


def test_two_managers_at_one_window_the_later_is_told(live_hall) -> None:
    hall = live_hall
    first = next(w for w in scopes.view(hall.boss).windows if w.number == "5")
    scopes.lend(hall.boss, "5", BOTH, until=until(hall, hours=1), seen=first.scopings)
    hall.clock.pass_(seconds=5)
    admin = hall.session.as_clerk("0001")
    with pytest.raises(Conflict, match="SCP-03") as told:
        scopes.set_scope(admin, "5", Scope(categories=("人社服务",)), seen=first.scopings)
    assert told.value.fields["who"] == "孙主任"
    assert windows.window_of(hall.at("5").session).categories == BOTH.categories
    scopes.give_back(admin, "5")
    assert windows.window_of(hall.at("5").session).categories == ("投资建设",)
    with pytest.raises(NotAllowed, match="SCP-04"):
        scopes.give_back(admin, "5")


@pytest.mark.req("R024")
def test_a_matter_left_without_any_window_is_named(live_hall) -> None:
    hall = live_hall
    scopes.set_scope(hall.boss, "3", Scope(categories=("社会民生",)))
    told = scopes.effect(hall.boss, "5", Scope(categories=("人社服务",)))
    assert told.left_categories == ("投资建设",)
    assert told.left_out == ("企业投资项目备案",)
    single = scopes.effect(hall.boss, "5", Scope(categories=("人社服务",), matters=("4-1",)))
    assert single.left_out == ()
    assert scopes.effect(hall.boss, "5", Scope()).left_categories == ()


@pytest.mark.req("R021")
def test_the_forecast_falls_where_a_window_helps(busy_hall) -> None:
    told = scopes.effect(busy_hall.boss, "5", BOTH)
    before, after = told.waits["社会民生"]
    assert after.most < before.most


def test_opened_and_paused_from_afar_a_window_keeps_its_clerk(live_hall) -> None:
    hall = live_hall
    hall.open("5")
    paused = scopes.set_mode(hall.boss, "5", WindowMode.PAUSED, "会议")
    assert (paused.mode, paused.clerk, paused.reason) == (WindowMode.PAUSED, "0705", "会议")
    assert scopes.set_mode(hall.boss, "5", WindowMode.OPEN).clerk == "0705"
    with pytest.raises(NotAllowed, match="WIN-01"):
        scopes.set_mode(hall.boss, "5", WindowMode.PAUSED, " ")


def test_a_clerk_and_an_auditor_change_nothing(live_hall) -> None:
    for session in (live_hall.session, live_hall.staff.reviewer):
        for change in (
            lambda s=session: scopes.set_scope(s, "5", BOTH),
            lambda s=session: scopes.give_back(s, "5"),
            lambda s=session: scopes.set_mode(s, "5", WindowMode.CLOSED),
            lambda s=session: scopes.add_category(s, "5", "社会民生"),
        ):
            with pytest.raises(NotAllowed, match="CAS-02"):
                change()
    with pytest.raises(UserError, match="SCP-06"):
        scopes.set_scope(live_hall.boss, "5", Scope(categories=("没有的",)))
    with pytest.raises(NotAllowed, match="SCP-05"):
        scopes.add_category(live_hall.boss, "5", "投资建设")

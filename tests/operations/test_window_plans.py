"""The window plans of the five halls, and of a small place: each is answers and no code.

The matters of other halls than 梁溪 are invented here, named after what their documents name.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

import msgspec
import pytest
from fix_hall import ANSWERS, Chance, Clock, open_store, session_on
from fix_matters import matter

from zcdesk.domain.matter import Matter, WindowCategory
from zcdesk.domain.ticket import Ticket
from zcdesk.domain.window import WindowKind
from zcdesk.errors import Invalid
from zcdesk.operations import catalogue, queue, setup, tickets
from zcdesk.operations.session import Session
from zcdesk.operations.setup import WindowAnswer
from zcdesk.store.place import Place

SOCIAL, MARKET = WindowCategory.SOCIAL, WindowCategory.MARKET
LABOUR, BUILD = WindowCategory.LABOUR, WindowCategory.INVESTMENT


def named(key: str, name: str, category: WindowCategory = SOCIAL) -> Matter:
    return matter(key, name=name, categories=(category,))


MATTERS = {
    one.key: one
    for one in (
        named("5-01", "不动产交易告知"),
        named("5-02", "契税申报"),
        named("5-03", "不动产登记"),
        named("5-04", "公积金归集"),
        named("5-05", "公积金提取"),
        named("5-06", "公积金贷款"),
        named("5-07", "普通护照"),
        named("5-08", "往来港澳通行证"),
        named("5-09", "往来台湾通行证"),
        named("5-10", "外国人居留"),
        named("6-01", "企业设立登记", MARKET),
        named("6-02", "食品经营许可", MARKET),
        named("6-03", "企业注销登记", MARKET),
        named("7-01", "企业投资项目备案", BUILD),
        named("7-02", "施工许可", BUILD),
        named("8-01", "就业登记", LABOUR),
        named("9-01", "老年人优待证"),
    )
}
ESTATE, FUND = ("5-01", "5-02", "5-03"), ("5-04", "5-05", "5-06")
ABROAD = ("5-07", "5-08", "5-09", "5-10")
START_UP = ("6-01", "6-02")
EVERY = tuple(MATTERS)


class Planned(msgspec.Struct, frozen=True):
    """A window and the keys of the matters it shall take."""

    kind: WindowKind
    takes: tuple[str, ...]
    categories: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()


def field(category: WindowCategory) -> Planned:
    takes = tuple(key for key, one in MATTERS.items() if category in one.categories)
    return Planned(WindowKind.FIELD, takes, categories=(category.value,))


def single(kind: WindowKind, *keys: str) -> Planned:
    return Planned(kind, keys, matters=keys)


EVERYTHING = Planned(WindowKind.GENERAL, EVERY)
PLANS: Mapping[str, tuple[Planned, ...]] = {
    "梁溪": (*(field(one) for one in WindowCategory), EVERYTHING),
    "无锡经开": (EVERYTHING, Planned(WindowKind.RESULT, ())),
    "薛城": (
        field(MARKET),
        field(BUILD),
        single(WindowKind.SPECIAL, *ESTATE),
        single(WindowKind.SPECIAL, *FUND),
        single(WindowKind.SPECIAL, *ABROAD),
        single(WindowKind.SPECIAL, "8-01"),
        EVERYTHING,
    ),
    "内乡": (
        single(WindowKind.SPECIAL, *ESTATE, *FUND, *ABROAD),
        EVERYTHING,
        single(WindowKind.THEME, *START_UP),
        single(WindowKind.GREEN, "9-01", "8-01"),
    ),
    "昆都仑": (field(BUILD), field(MARKET), field(SOCIAL), EVERYTHING),
    "社区": (Planned(WindowKind.ALL_ROUND, EVERY), Planned(WindowKind.ALL_ROUND, EVERY)),
}


def answered(plan: tuple[Planned, ...]) -> tuple[WindowAnswer, ...]:
    return tuple(
        WindowAnswer(number=str(n), kind=one.kind, categories=one.categories, matters=one.matters)
        for n, one in enumerate(plan, 1)
    )


@pytest.fixture
def empty(place: Place) -> Iterator[Session]:
    """A station before its hall is set up."""
    clock, chance = Clock(), Chance(random.Random(1))
    fresh = session_on(open_store(place, clock(), chance), clock, chance)
    yield fresh
    fresh.store.close()


def waiting(one: Matter) -> Ticket:
    """Return the ticket of somebody who came for a matter."""
    at = "2026-11-24T09:00:00.000+08:00"
    category = one.categories[0].value
    ticket = Ticket(id="t", number="A001", day=at[:10], taken_at=at, order=at)
    return msgspec.structs.replace(ticket, category=category, matter=one.key)


def set_up(fresh: Session, windows: tuple[WindowAnswer, ...]) -> Session:
    admin = ANSWERS.clerks[:1]
    given = msgspec.structs.replace(ANSWERS, windows=windows, station="1", clerks=admin)
    setup.set_up(fresh, given, MATTERS.values())
    return fresh.as_clerk("0001")


@pytest.mark.req("R015", "R016", "R017", "R040", "R065", "R072", "R074", "R075", "R076", "R077")
@pytest.mark.req("R078", "R079", "R080", "R081", "R082", "R083", "R084", "R085", "R086", "R090")
@pytest.mark.req("R168", "R176")
@pytest.mark.parametrize("name", PLANS)
def test_each_window_takes_and_calls_what_its_plan_says(empty: Session, name: str) -> None:
    plan = PLANS[name]
    hall = set_up(empty, answered(plan))
    views = {n: catalogue.catalogue(hall.at_window(str(n))) for n in range(1, len(plan) + 1)}
    for n, planned in enumerate(plan, 1):
        assert {key for key in EVERY if views[n].takes(MATTERS[key])} == set(planned.takes)
        assert views[n].windows[str(n)].kind is planned.kind
    for key, one in MATTERS.items():
        takers = tuple(str(n) for n, planned in enumerate(plan, 1) if key in planned.takes)
        assert views[1].elsewhere(one) == takers
        ticket = waiting(one)
        for n in range(1, len(plan) + 1):
            assert tickets.in_scope(views[1].windows[str(n)], ticket) == (str(n) in takers)


@pytest.mark.req("R040")
def test_a_number_for_an_estate_is_called_at_its_window_alone(empty: Session) -> None:
    hall = set_up(empty, answered((single(WindowKind.SPECIAL, *ESTATE), field(BUILD))))
    tickets.take_ticket(hall, SOCIAL.value, matter="5-03")
    tickets.take_ticket(hall, SOCIAL.value, matter="5-07")
    assert queue.call_next(hall.at_window("2")) is None
    called = queue.call_next(hall.at_window("1"))
    assert called is not None
    assert called.ticket is not None
    assert called.ticket.number == "A001"


def test_a_matter_the_catalogue_does_not_have_sets_nothing_up(empty: Session) -> None:
    wrong = (WindowAnswer(number="1", kind=WindowKind.SPECIAL, matters=("5-03", "0-00")),)
    with pytest.raises(Invalid) as refused:
        set_up(empty, wrong)
    assert (refused.value.code, refused.value.fields) == ("SET-09", {"key": "0-00"})
    assert not setup.is_set_up(empty)

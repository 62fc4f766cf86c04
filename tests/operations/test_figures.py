"""Every figure against an independent count over the log, on random days."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta

import pytest
from fix_case_acts import HEALTH, TAKEN
from fix_days import FIRE, YEAR, brute, expected, filled, raw_log, session_on
from fix_store import AT, Stores, action
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zcdesk.domain import period
from zcdesk.domain.act import NewAct
from zcdesk.domain.figures import BY_KEY, FIGURES, text
from zcdesk.domain.period import Span
from zcdesk.domain.rating import Level, RatingChannel, RatingGiven
from zcdesk.domain.ticket import (
    Outcome,
    TicketArrived,
    TicketCalled,
    TicketClosed,
    TicketTaken,
)
from zcdesk.operations import figures
from zcdesk.store import project
from zcdesk.store.project import read_digest
from zcdesk.store.rules import hall_rules


@pytest.mark.req("R177", "R178", "R179", "R180")
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10**6), span=st.sampled_from(Span), days=st.integers(0, 25))
def test_every_figure_is_what_an_independent_count_of_the_log_gives(
    tmp_path_factory, seed, span, days
):
    store = filled(Stores(tmp_path_factory.mktemp("figures")), random.Random(seed))
    session = session_on(store)
    shown = period.of(span, AT.date() + timedelta(days))
    try:
        for department in ("", HEALTH, FIRE):
            counted = brute(store, shown.first, shown.last, session.now().date())
            for one in figures.measure(session, shown, department):
                mine = [
                    fact
                    for fact in counted[one.figure.kind.value]
                    if not department or fact[2] == department
                ]
                assert one.value == pytest.approx(expected(one.figure, mine)), one.key
                assert one.tally.total == len(mine)
                opened = figures.behind(session, one.key, shown, department=department, limit=999)
                assert len(opened) == len(mine)
                assert sum(b.hit for b in opened) == sum(hit for hit, *_ in mine)
        with store.reading() as reader:
            live = read_digest(reader)
        project.rebuild(store, at=AT)
        with store.reading() as reader:
            assert read_digest(reader) == live
    finally:
        store.close()


@pytest.mark.req("R177", "R178")
def test_every_part_and_every_period_before_is_counted_again(stores: Stores) -> None:
    """Departments, windows, clerks, reasons and the trend, each from the raw log."""
    store = filled(stores, random.Random(7))
    session = session_on(store)
    today = session.now().date()
    counted = brute(store, YEAR.first, YEAR.last, today)
    parts = figures.by_department(session, YEAR)
    for figure in FIGURES:
        for department in (HEALTH, FIRE):
            mine = [fact for fact in counted[figure.kind.value] if fact[2] == department]
            tally = parts.get(department, {}).get(figure.kind.value)
            assert (tally.total if tally else 0) == len(mine), figure.key
            assert (tally.hits if tally else 0) == sum(hit for hit, *_ in mine), figure.key
    whole = [
        [event for event in events if event[0] in ("case.received", "case.returned")]
        for subject, events in raw_log(store).items()
        if subject.startswith("case:") and "case.voided" not in {kind for kind, *_ in events}
    ]
    taken = [(clerk, body) for events in whole for kind, _, clerk, body in events[:1]]
    for found, of in (
        (figures.by_clerk(session, YEAR), Counter(clerk for clerk, _ in taken)),
        (figures.by_window(session, YEAR), Counter(body["window"] for _, body in taken)),
    ):
        assert {key: t["received"].total for key, t in found.items() if "received" in t} == of
    lacks = [lack for events in whole for *_, body in events[1:] for lack in body["lacks"]]
    # A reason that was typed instead of picked is counted as such, never told.
    why = Counter("其他（另行写明）" if lack.get("reason") else "不符合要求" for lack in lacks)
    assert dict(figures.reasons(session, YEAR)) == why
    month = period.of(Span.MONTH, AT.date() + timedelta(40))
    for figure in FIGURES:
        for key, value in figures.trend(session, figure.key, month, count=4):
            then = period.read(key)
            facts = brute(store, then.first, then.last, today)[figure.kind.value]
            assert value == (pytest.approx(expected(figure, facts)) if facts else None), key


def test_a_rating_is_the_clerks_whose_ticket_it_was(stores: Stores) -> None:
    stores.rules = hall_rules()
    store = stores.create()
    for number, clerk in (("a", "0312"), ("b", "0313")):
        with store.transaction(clerk=clerk, at=AT, random=random.randbytes) as tx:
            for body in (
                TicketTaken(number="A001", category="社会民生"),
                TicketCalled(window="3", fence=1, request="r"),
                TicketArrived(window="3", sitting=number),
                TicketClosed(window="3", outcome=Outcome.CONSULTED),
            ):
                tx.append(NewAct(subject=f"ticket:{number}", body=body))
    with action(store) as tx:
        level = {"a": Level.BAD, "b": Level.GOOD}
        for number in "ab":
            body = RatingGiven(
                level=level[number], channel=RatingChannel.PAD, window="3", ticket=number
            )
            tx.append(NewAct(subject=f"rating:{number}", body=body))
    session = session_on(store)
    found = figures.by_clerk(session, YEAR)
    assert [found[c]["rated"].hits for c in ("0312", "0313")] == [0, 1]
    (mine,) = figures.behind(session, "satisfied", YEAR, clerk="0312")
    assert mine.subject == "rating:a"


def test_what_falls_due_today_may_still_be_done(stores: Stores) -> None:
    stores.rules = hall_rules()
    store = stores.create()
    with action(store) as tx:
        tx.append(NewAct(subject="case:1", body=TAKEN))
    today = period.of(Span.DAY, AT.date())
    at_noon = session_on(store, AT.replace(hour=12))
    tomorrow = session_on(store, AT + timedelta(1))
    assert "handed" not in figures.of_hall(at_noon, today)
    assert figures.of_hall(tomorrow, today)["handed"].total == 1
    assert figures.of_hall(tomorrow, today)["handed"].hits == 0


def test_a_period_without_anything_has_no_rates_and_no_errors(stores: Stores) -> None:
    stores.rules = hall_rules()
    session = session_on(stores.create())
    shown = figures.measure(session, period.of(Span.YEAR, date(2031, 5, 5)))
    assert {one.key for one in shown} == set(BY_KEY)
    rates = [one for one in shown if one.figure.way.value in ("rate", "median", "mean")]
    assert rates
    assert all(one.value is None and text(one.figure, one.value) == "—" for one in rates)
    assert len(FIGURES) == len(BY_KEY)

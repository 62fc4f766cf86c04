"""Figures of what comes after the visit: the right thing is measured, and it is there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import count
from pathlib import Path

import pytest

from zcdesk import station
from zcdesk.bench import after
from zcdesk.domain.case import Case
from zcdesk.domain.fold import decode_body, fold


@pytest.fixture
def session(busy_hall: Path) -> Iterator[object]:
    opened = station.open_session(busy_hall).as_clerk(after.OFFICER)
    yield opened
    opened.store.close()


def test_fifty_acts_fold_to_a_case_that_was_looked_at(session) -> None:
    with session.reading() as store:
        case = next(case for _, case in store.states(Case))
    acts = after.fifty(session, case)
    assert len(acts) == len({act.id for act in acts}) == after.ACTS
    state = reduce(lambda state, act: fold(state, act, decode_body(act)), acts, None)
    assert isinstance(state, Case)
    assert state.id == case.id
    assert [finding.fits for finding in state.findings] == [True]
    assert state.refused == ()


def test_both_desks_show_cases_and_all_four_are_figures(busy_hall, monkeypatch, qapp) -> None:
    for name, few in (("RUNS", 2), ("COUNTS", 1), ("OPEN_CASES", 50)):
        monkeypatch.setattr(after, name, few)
    ticks = count()
    figures = after.measure(lambda: float(next(ticks)), busy_hall)
    assert [one.name for one in figures] == [name for name, _, _ in after.TARGETS]
    assert all(one.value is not None for one in figures)

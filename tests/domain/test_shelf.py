"""The first place nothing lies at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.hall import CasePolicy
from zcdesk.domain.shelf import free_place

POLICY = CasePolicy(shelves=("A", "B"), places=3)
ALL = [f"{shelf}-{no:02d}" for shelf in "AB" for no in (1, 2, 3)]


@given(st.sets(st.sampled_from([*ALL, "抽屉"])))
def test_the_place_proposed_is_free_and_the_first(taken) -> None:
    free = [place for place in ALL if place not in taken]
    assert free_place(POLICY, taken) == (free[0] if free else "")

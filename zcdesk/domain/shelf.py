"""Places of the result shelf (柜位): `B-07` is the seventh place of shelf B."""

from __future__ import annotations

from collections.abc import Collection

from zcdesk.domain.hall import CasePolicy


def free_place(policy: CasePolicy, taken: Collection[str]) -> str:
    """Return the first place nothing lies at; empty when every one is taken."""
    every = (
        f"{shelf}-{place:02d}" for shelf in policy.shelves for place in range(1, policy.places + 1)
    )
    return next((place for place in every if place not in taken), "")

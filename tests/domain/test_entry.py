"""A catalogue entry: versions only go up, a published one is never changed."""

from __future__ import annotations

import msgspec
import pytest
from fix_acts import act_on
from fix_matters import matter
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import entry
from zcdesk.domain.act import Body
from zcdesk.domain.entry import Entry, MatterPublished, MatterWithdrawn


def after(*bodies: Body) -> Entry | None:
    state: Entry | None = None
    for body in bodies:
        state = entry.fold(state, act_on("matter:1-1", body), body)
    return state


def published(version: int, days: int = 10) -> MatterPublished:
    return MatterPublished(matter=matter("1-1", version=version, promised_days=days))


@pytest.mark.req("UX-26")
@given(st.lists(st.integers(1, 5), min_size=1, max_size=8))
def test_the_highest_version_is_in_force_whatever_comes_late(versions: list[int]) -> None:
    found = after(*(published(v, days=place) for place, v in enumerate(versions)))
    assert found is not None
    assert found.matter.version == max(versions)
    assert found.matter.promised_days == versions.index(max(versions))  # the first of that version


def test_a_withdrawn_matter_comes_back_only_as_a_new_version() -> None:
    gone = after(published(1), MatterWithdrawn(reason="下放街道"))
    assert gone is not None
    assert gone.withdrawn == "下放街道"
    assert after(published(1), MatterWithdrawn(reason="下放街道"), published(1)) == gone
    back = after(published(1), MatterWithdrawn(reason="下放街道"), published(2))
    assert back is not None
    assert (back.withdrawn, back.matter.version) == ("", 2)


def test_what_was_never_published_cannot_be_withdrawn() -> None:
    assert after(MatterWithdrawn(reason="下放街道")) is None


def test_an_entry_says_when_and_by_whom() -> None:
    found = after(published(1))
    assert found is not None
    assert (found.published_at, found.by) == ("2026-11-24T10:00:00+08:00", "0312")
    assert msgspec.json.decode(msgspec.json.encode(found), type=Entry) == found

"""A catalogue entry: versions only go up, a published one is never changed."""

from __future__ import annotations

import datetime as dt

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


def on(day: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T00:00:00+08:00")


def later(version: int, day: str) -> MatterPublished:
    return MatterPublished(matter=matter("1-1", version=version), effective=day)


def test_a_version_begins_with_its_day_and_the_one_before_holds_until_then() -> None:
    found = after(published(1), later(2, "2026-12-01"))
    assert found is not None
    assert (found.matter.version, found.newest) == (1, 2)
    eve = on("2026-12-01") - dt.timedelta(microseconds=1)
    assert found.at(eve) == found
    assert found.at(on("2026-12-01")).matter.version == 2
    assert found.at(on("2026-12-01")).ahead == ()


def test_of_versions_that_have_begun_the_last_holds_whatever_their_days() -> None:
    found = after(published(1), later(2, "2026-12-10"), later(3, "2026-12-01"))
    assert found is not None
    assert found.at(on("2026-12-05")).matter.version == 3
    assert found.at(on("2026-12-20")).matter.version == 3  # version 2 was overtaken
    assert after(published(1), later(2, "2026-12-10"), published(2)) == found.__class__(
        matter=found.matter, published_at=found.published_at, by=found.by, ahead=found.ahead[:1]
    )


def test_a_new_matter_with_a_day_is_taken_in_nowhere_before_it() -> None:
    found = after(later(1, "2026-12-01"))
    assert found is not None
    assert found.withdrawn == entry.NOT_YET
    assert found.at(on("2026-12-01")).withdrawn == ""


def test_withdrawing_gives_up_what_was_to_come() -> None:
    gone = after(published(1), later(2, "2026-12-01"), MatterWithdrawn(reason="下放街道"))
    assert gone is not None
    assert gone.at(on("2027-01-01")).withdrawn == "下放街道"


def test_a_day_that_is_over_or_none_begins_at_once() -> None:
    for day in ("2026-11-24", "2020-01-01", "soon"):
        found = after(published(1), later(2, day))
        assert found is not None
        assert (found.matter.version, found.ahead) == (2, ())

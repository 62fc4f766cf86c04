"""Identities made locally: unique, in the order of their milliseconds, of the standard's shape."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.ids import uuid7

times = st.datetimes(datetime(1970, 1, 2), datetime(2199, 12, 31), timezones=st.just(UTC))
chances = st.binary(min_size=10, max_size=10)


@given(times, chances)
def test_it_is_a_version_7_uuid_that_holds_its_time(at: datetime, random: bytes) -> None:
    made = uuid.UUID(uuid7(at, random))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == int(at.timestamp() * 1000)
    assert uuid7(at, random) == str(made)


@given(times, chances, chances)
def test_later_ones_sort_behind(at: datetime, first: bytes, second: bytes) -> None:
    assert uuid7(at, first) < uuid7(at + timedelta(milliseconds=2), second)


def test_within_a_millisecond_chance_tells_them_apart() -> None:
    at = datetime(2026, 11, 24, tzinfo=UTC)
    made = {uuid7(at, n.to_bytes(10, "big")) for n in range(2000)}
    assert len(made) == 2000

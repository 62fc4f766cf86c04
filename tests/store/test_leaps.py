"""A clock that leapt ahead is told from a weekend, a holiday and a PC that slept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from fix_store import AT, Stores, fill

from zcdesk import calendar
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.store.leaps import Leaps
from zcdesk.store.store import Store

YEARS, _ = calendar.load_folder(None)
FRIDAY = "2026-09-18T17:40:00.000+08:00"


@dataclass
class Uptime:
    """Seconds since the PC was started, which a test lets pass."""

    seconds: float = 100.0

    def __call__(self) -> float:
        return self.seconds


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HALL_ZONE)


@pytest.mark.parametrize(
    ("last", "now", "is_ahead"),
    [
        ("", "2036-01-01T08:30", False),  # a new hall has nothing to compare with
        (FRIDAY, "2026-09-21T08:30", False),  # a weekend
        ("2026-09-30T17:40:00.000+08:00", "2026-10-08T08:30", False),  # 国庆节
        (FRIDAY, "2026-09-28T08:30", False),  # five days nobody came, one of them a holiday
        (FRIDAY, "2026-10-09T08:30", True),
        (FRIDAY, "2027-09-18T08:30", True),
        (FRIDAY, "9999-12-30T08:30", True),
        (FRIDAY, "2026-09-01T08:30", False),  # behind is told elsewhere
    ],
)
def test_over_a_restart_the_calendar_tells(last: str, now: str, is_ahead: bool) -> None:
    judged = Leaps(YEARS, Uptime())
    assert judged.is_ahead(day(now), last) is is_ahead
    assert judged.is_ahead(day(now), last) is is_ahead


def test_while_the_program_runs_the_time_since_the_start_tells() -> None:
    uptime = Uptime()
    judged = Leaps(YEARS, uptime)
    begun = day("2026-09-18T08:30")
    assert not judged.is_ahead(begun, FRIDAY.replace("18T", "17T"))
    assert not judged.is_ahead(begun + timedelta(minutes=50), FRIDAY)  # put right by the network
    assert judged.is_ahead(begun + timedelta(days=1), FRIDAY)
    uptime.seconds += 3 * 86_400  # left on over the weekend, or asleep
    assert not judged.is_ahead(begun + timedelta(days=3), FRIDAY)
    assert judged.is_ahead(begun + timedelta(days=368), FRIDAY)
    judged.believe(begun + timedelta(days=368))
    assert not judged.is_ahead(begun + timedelta(days=368, minutes=1), FRIDAY)
    assert not judged.is_ahead(begun + timedelta(days=3), FRIDAY)


def test_a_clock_that_was_behind_and_is_put_right_did_not_leap() -> None:
    judged = Leaps(YEARS, Uptime())
    assert not judged.is_ahead(day("2020-01-01T00:03"), FRIDAY)
    assert not judged.is_ahead(day("2026-09-21T08:30"), FRIDAY)


def test_acts_under_a_clock_that_leapt_are_marked_until_it_is_right(
    jars: Store, stores: Stores
) -> None:
    fill(jars)
    store = stores.open(AT)
    store.continuity.leaps = Leaps(YEARS, Uptime())
    leapt = AT + timedelta(days=365)
    assert fill(store, at=AT + timedelta(minutes=1)).clock_ok
    assert not fill(store, at=leapt).clock_ok
    assert store.notices == ()
    assert fill(store, at=AT + timedelta(minutes=3)).clock_ok, "nothing was believed meanwhile"
    with store.transaction(clerk="0312", at=leapt) as tx:
        tx.trust_clock()
    assert fill(store, at=leapt + timedelta(minutes=1)).clock_ok
    assert not fill(store, at=AT + timedelta(minutes=4)).clock_ok
    assert [one.code for one in store.notices] == ["SYS-20"]

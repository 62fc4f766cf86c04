"""`zcdesk calendar`: every rule against dates counted by hand and by an independent counter."""

from __future__ import annotations

import random
import sys
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from fix_calendar import due, run

from zcdesk import calendar
from zcdesk.domain.limits import Rule

HALL = timezone(timedelta(hours=8))
DAYS = {
    "accept": 2,
    "deemed-accepted": 5,
    "online-review": 2,
    "archive": 1,
    "result-correction": 1,
    "extension": 10,
    "rating-first-contact": 1,
    "rating-close": 5,
    "complaint": 5,
    "consultation": 1,
}

# Typed in from the notices of 2025 and 2026; 2027 has none yet, so only its statutory days.
OFF = """2025-12-31..2025-12-30 2026-01-01..2026-01-03 2026-02-15..2026-02-23
2026-04-04..2026-04-06 2026-05-01..2026-05-05 2026-06-19..2026-06-21 2026-09-25..2026-09-27
2026-10-01..2026-10-07 2027-01-01..2027-01-01 2027-02-05..2027-02-08 2027-04-05..2027-04-05
2027-05-01..2027-05-02 2027-06-09..2027-06-09 2027-09-15..2027-09-15 2027-10-01..2027-10-03"""
WORKED = "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"


@pytest.mark.req("R155", "R156", "UX-29")
@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-24T08:30", "2026-11-24T15:00:00+08:00"),
        ("2026-11-24T11:59:59", "2026-11-24T15:00:00+08:00"),
        ("2026-11-24T12:00:00", "2026-11-25T10:00:00+08:00"),
        ("2026-11-24T16:59", "2026-11-25T10:00:00+08:00"),
        ("2026-11-27T12:00", "2026-11-30T10:00:00+08:00"),
        ("2026-11-28T09:00", "2026-11-30T10:00:00+08:00"),
        ("2026-11-29T15:00", "2026-11-30T10:00:00+08:00"),
        ("2026-09-30T14:00", "2026-10-08T10:00:00+08:00"),
        ("2026-10-03T09:00", "2026-10-08T10:00:00+08:00"),
        ("2026-10-10T09:00", "2026-10-10T15:00:00+08:00"),
        ("2026-10-10T13:00", "2026-10-12T10:00:00+08:00"),
        ("2026-02-14T13:00", "2026-02-24T10:00:00+08:00"),
        ("2026-12-31T13:00", "2027-01-04T10:00:00+08:00"),
    ],
)
def test_paper_is_handed_over_by_its_slot(at: str, expected: str) -> None:
    answer = due("handover", at)
    assert answer["due"] == expected
    assert answer["provisional"] is expected.startswith("2027")


@pytest.mark.req("R158", "R159", "R160")
@pytest.mark.parametrize(
    ("rule", "at", "more", "expected"),
    [
        ("accept", "2026-11-24T10:31", (), "2026-11-26"),
        ("accept", "2026-11-26T10:31", (), "2026-11-30"),
        ("accept", "2026-11-28T10:31", (), "2026-12-01"),
        ("accept", "2026-09-18T10:00", (), "2026-09-21"),
        ("accept", "2026-09-30T23:59", (), "2026-10-09"),
        ("deemed-accepted", "2026-11-24T10:31", (), "2026-12-01"),
        ("deemed-accepted", "2026-02-13T09:00", (), "2026-02-27"),
        ("online-review", "2026-05-08T18:00", (), "2026-05-11"),
        ("archive", "2026-11-27T17:00", (), "2026-11-30"),
        ("result-correction", "2026-09-19T09:00", (), "2026-09-20"),
        ("promised", "2026-11-24T10:31", ("--days", "8"), "2026-12-04"),
        ("promised", "2026-11-24T10:31", ("--days", "0"), "2026-11-24"),
        ("promised", "2026-11-28T10:31", ("--days", "0"), "2026-11-30"),
        ("promised", "2026-11-28T10:31", ("--days", "1"), "2026-11-30"),
        ("extension", "2026-12-04T17:00", (), "2026-12-18"),
        ("extension", "2026-12-04T17:00", ("--days", "15"), "2026-12-25"),
        ("rating-first-contact", "2026-04-03T10:00", (), "2026-04-07"),
        ("rating-close", "2026-04-03T10:00", (), "2026-04-13"),
        # calendar days: the receipt's day is not counted, a last day of rest is rolled on
        ("promised", "2026-11-24T09:00", ("--days", "3", "--unit", "calendar"), "2026-11-27"),
        ("promised", "2026-11-24T09:00", ("--days", "4", "--unit", "calendar"), "2026-11-30"),
        ("promised", "2026-11-24T09:00", ("--days", "5", "--unit", "calendar"), "2026-11-30"),
        ("promised", "2026-09-20T09:00", ("--days", "11", "--unit", "calendar"), "2026-10-08"),
        ("promised", "2026-09-20T09:00", ("--days", "20", "--unit", "calendar"), "2026-10-10"),
        ("promised", "2026-11-28T09:00", ("--days", "1", "--unit", "calendar"), "2026-11-30"),
        ("promised", "2026-11-28T09:00", ("--days", "2", "--unit", "calendar"), "2026-12-01"),
    ],
)
def test_a_limit_ends_on_the_day_counted_by_hand(
    rule: str, at: str, more: tuple[str, ...], expected: str
) -> None:
    answer = due(rule, at, *more)
    assert answer["due"] == f"{expected}T17:00:00+08:00"
    assert answer["provisional"] is False


def test_every_rule_can_be_asked_for() -> None:
    assert {*DAYS, "handover", "promised"} == {rule.value for rule in Rule}


@pytest.mark.parametrize(
    ("given", "same"),
    [
        ("2026-11-24T03:59:59Z", "2026-11-24T11:59:59"),
        ("2026-11-24T04:00Z", "2026-11-24T12:00"),
        ("2026-11-23T23:30-05:00", "2026-11-24T12:30"),
        ("2026-11-25T00:10+14:00", "2026-11-24T18:10"),
        ("2026-11-24 10:31", "2026-11-24T10:31+08:00"),
    ],
)
def test_other_zones_are_brought_to_the_halls(given: str, same: str) -> None:
    assert due("handover", given) == due("handover", same)


def test_a_year_without_a_notice_makes_the_result_provisional() -> None:
    assert due("promised", "2026-12-30T09:00", "--days", "1")["provisional"] is False
    over = due("promised", "2026-12-30T09:00", "--days", "2")
    assert over["provisional"] is True
    assert over["due"] == "2027-01-04T17:00:00+08:00"
    assert over["explain"][-1]["why"] == "周一，暂按工作日计"  # type: ignore[index]
    assert over["explain"][2]["why"].startswith("元旦")  # type: ignore[index]
    assert due("handover", "2027-03-01T09:00")["provisional"] is True
    # the last day that counts lies in 2026, but the one looked at before it does not matter
    assert due("accept", "2026-12-29T09:00")["provisional"] is False


def table() -> tuple[set[date], set[date]]:
    off = set()
    for span in OFF.split():
        first, last = (date.fromisoformat(end) for end in span.split(".."))
        off |= {first + timedelta(n) for n in range((last - first).days + 1)}
    return off, {date.fromisoformat(day) for day in WORKED.split()}


OFF_DAYS, WORKED_DAYS = table()


def works(day: date) -> bool:
    return day in WORKED_DAYS or (day.isoweekday() <= 5 and day not in OFF_DAYS)


def counted(start: date, n: int, unit: str) -> date:
    """Find a limit's last day from a list of days, as a clerk would with a finger on a calendar."""
    later = [start + timedelta(k) for k in range(1, 400)]
    working = [day for day in later if works(day)]
    if unit == "working":
        return working[n - 1] if n else (start if works(start) else working[0])
    first = 1 if works(start) else (working[0] - start).days
    end = start + timedelta(first + n - 1) if n else start
    return end if works(end) else next(day for day in later if day > end and works(day))


def test_a_thousand_limits_agree_with_the_finger_on_the_calendar() -> None:
    dice = random.Random(20261124)
    cal, _ = calendar.load_folder(None)
    from zcdesk.domain.limits import LimitPolicy, rule_due
    from zcdesk.domain.matter import Unit

    units = {"working": Unit.WORKING, "calendar": Unit.CALENDAR}
    for _ in range(1000):
        day = date(2026, 1, 1) + timedelta(dice.randrange(500))
        at = datetime.combine(day, time(dice.randrange(24), dice.randrange(60)), HALL)
        rule, unit = dice.choice([*DAYS, "promised"]), dice.choice([*units])
        n = dice.choice([None, dice.randrange(60)]) if rule in DAYS else dice.randrange(90)
        got = rule_due(cal, LimitPolicy(), Rule(rule), at, n, units[unit])
        expected = counted(day, DAYS[rule] if n is None else n, unit)
        assert got.at == datetime.combine(expected, time(17), HALL), (rule, at, n, unit)
        assert got.provisional == (expected.year > 2026 or day.year > 2026)


@pytest.mark.parametrize("unit", ["working", "calendar"])
def test_the_explanation_accounts_for_every_day(unit: str) -> None:
    answer = due("promised", "2026-09-18T10:00", "--days", "12", "--unit", unit)
    lines = answer["explain"]
    dates = [date.fromisoformat(line["date"]) for line in lines]  # type: ignore[union-attr]
    assert dates == [dates[0] + timedelta(n) for n in range(len(dates))]
    assert dates[0] == date(2026, 9, 18)
    assert dates[-1].isoformat() == str(answer["due"])[:10]
    assert sum(line["counts"] for line in lines) == 12  # type: ignore[union-attr]
    if unit == "working":
        assert [line["counts"] for line in lines[1:]] == [works(day) for day in dates[1:]]  # type: ignore[index]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--rule 应是 handover、"),
        (("--rule", "受理"), "--rule 应是 handover、"),
        (("--rule", "ACCEPT", "--at", "2026-11-24T10:00"), "--rule"),
        (("--rule", "accept"), "--at 应写成时间"),
        (("--rule", "accept", "--at", "昨天"), "--at 应写成时间"),
        (("--rule", "accept", "--at", "2026-02-30T10:00"), "--at 应写成时间"),
        (("--rule", "accept", "--at", "2026-11-24T25:00"), "--at 应写成时间"),
        (("--rule", "accept", "--at", "0001-01-01T00:00+14:00"), "--at 应写成时间"),
        (("--rule", "accept", "--at", "1899-12-31T10:00"), "1899 年超出日历"),
        (("--rule", "accept", "--at", "2301-01-01T10:00"), "2301 年超出日历"),
        (("--rule", "handover", "--at", "2026-11-24"), "收件的时刻"),
        (("--rule", "handover", "--at", "2026-11-24T10:00", "--days", "1"), "不数日子"),
        (("--rule", "promised", "--at", "2026-11-24T10:00"), "请用 --days 写明"),
        (("--rule", "promised", "--at", "2026-11-24T10:00", "--days", "-1"), "0 到 3650"),
        (("--rule", "promised", "--at", "2026-11-24T10:00", "--days=-1"), "0 到 3650"),
        (("--rule", "promised", "--at", "2026-11-24T10:00", "--days", "3651"), "0 到 3650"),
        (("--rule", "promised", "--at", "2026-11-24T10:00", "--days", "9" * 5000), "0 到 3650"),
        (("--rule", "promised", "--at", "2026-11-24T10:00", "--days", "2.5"), "0 到 3650"),
        (("--rule", "promised", "--at", "2026-11-24T10:00", "--days", "五"), "0 到 3650"),
        (("--rule", "accept", "--at", "2026-11-24T10:00", "--unit", "天"), "--unit 应是"),
    ],
)
def test_wrong_use_is_one_sentence(words: tuple[str, ...], said: str) -> None:
    code, out, err = run("due", *words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_in_plain_words_each_day_stands_on_a_line() -> None:
    code, out, _ = run("due", "--rule", "accept", "--at", "2026-12-30T10:00")
    assert code == 0
    assert out.splitlines()[0].startswith("2027-01-04 17:00")
    assert "暂定" in out
    assert len(out.splitlines()) == 7


def test_due_opens_no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("sqlalchemy", "sqlcipher3", "zcdesk.station"):
        monkeypatch.setitem(sys.modules, name, None)
    assert datetime.fromisoformat(str(due("accept", "2026-11-24T10:00")["due"])) == datetime(
        2026, 11, 26, 9, tzinfo=UTC
    )

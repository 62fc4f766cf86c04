"""`zcdesk calendar`: every rule against dates counted by hand and by an independent counter."""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from zcdesk import calendar, cli
from zcdesk.calendar import command
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


def run(*words: str, years: Path | None = None) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers(required=True))
    out, err = io.StringIO(), io.StringIO()
    code = command.run(parser.parse_args(["calendar", *words]), years=years, out=out, err=err)
    return code, out.getvalue(), err.getvalue()


def due(rule: str, at: str, *more: str, years: Path | None = None) -> dict[str, object]:
    code, out, err = run("due", "--rule", rule, "--at", at, "--json", *more, years=years)
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert list(answer) == ["due", "provisional", "explain"]
    assert all(list(line) == ["date", "counts", "why"] for line in answer["explain"])
    assert all(isinstance(line["counts"], bool) and line["why"] for line in answer["explain"])
    return answer


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


def notice(folder: Path, year: int = 2027, *, file: str = "notice.json", **day: object) -> Path:
    rows = [
        {"date": f"{year}-01-01", "is-off-day": True, "name": "元旦"},
        {"date": f"{year}-01-02", "is-off-day": True, "name": "元旦"},
        {"date": f"{year}-01-03", "is-off-day": False, "name": "元旦", **day},
    ]
    path = folder / file
    text = json.dumps({"year": year, "days": rows}, ensure_ascii=False, indent=1)
    path.write_text(text, encoding="utf-8")
    return path


def test_an_imported_notice_is_what_the_desk_reads(tmp_path: Path) -> None:
    years = tmp_path / "data" / calendar.YEARS
    file = notice(tmp_path)
    code, out, _ = run("import", str(file), years=years)
    assert (code, out) == (0, "已导入 2027 年的安排：放假 2 天，调休上班 1 天\n")
    assert (years / "2027.json").read_bytes() == file.read_bytes()
    assert [path.name for path in years.iterdir()] == ["2027.json"]
    answer = due("accept", "2026-12-31T10:00", years=years)
    assert (answer["due"], answer["provisional"]) == ("2027-01-04T17:00:00+08:00", False)
    cal, damaged = calendar.load_folder(years)
    assert damaged == ()
    assert 2027 in cal.official


def test_a_second_notice_replaces_the_first_whole(tmp_path: Path) -> None:
    years = tmp_path / calendar.YEARS
    run("import", str(notice(tmp_path)), years=years)
    other = notice(tmp_path, file="2027.json", date="2027-03-06")
    code, out, _ = run("import", str(other), years=years)
    assert code == 0
    assert out.startswith("已替换 2027 年")
    assert (years / "2027.json").read_bytes() == other.read_bytes()
    cal, _ = calendar.load_folder(years)
    assert date(2027, 1, 3) not in cal.special


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"date": "2027-02-30"}, "notice.json 第 15 行 days[3].date 缺少或者写得不对"),
        ({"is-off-day": "no"}, "notice.json 第 16 行 days[3].isOffDay"),
        ({"name": ""}, "notice.json 第 17 行 days[3].name"),
        ({"date": "2028-01-01"}, "第 15 行 days[3].date 2028-01-01 不属于 2027 年"),
        ({"date": "2027-01-02"}, "第 15 行 days[3].date 2027-01-02 出现两次"),
    ],
)
def test_a_damaged_notice_is_refused_by_line_and_field(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    years = tmp_path / calendar.YEARS
    code, out, err = run("import", str(notice(tmp_path, **change)), years=years)
    assert (code, out) == (1, "")
    assert said in err
    assert not years.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{\n "year": 2027,\n "days": [,]\n}', "broken.json 第 3 行不是能读懂的 JSON"),
        ("", "broken.json 第 1 行不是能读懂的 JSON"),
        (None, "broken.json 打不开"),
    ],
)
def test_an_unreadable_notice_leaves_the_old_one(
    tmp_path: Path, text: str | None, said: str
) -> None:
    years = tmp_path / calendar.YEARS
    run("import", str(notice(tmp_path)), years=years)
    before = (years / "2027.json").read_bytes()
    if text is not None:
        (tmp_path / "broken.json").write_text(text, encoding="utf-8")
    code, _, err = run("import", str(tmp_path / "broken.json"), years=years)
    assert code == 2
    assert said in err
    assert (years / "2027.json").read_bytes() == before


@pytest.mark.parametrize(("field", "line"), [("year", 2), ("days", 0)])
def test_a_fault_outside_the_rows_names_its_line_too(tmp_path: Path, field: str, line: int) -> None:
    content = {"year": 2027, "days": [], "x": 1} | {field: "?"}
    if field == "days":
        del content["days"]
    path = tmp_path / "a.json"
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    code, _, err = run("import", str(path), years=tmp_path / "years")
    assert code == 1
    assert (f"第 {line} 行" in err) == bool(line)
    assert f" {field} 缺少" in err


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    code, _, err = run("import", str(notice(tmp_path)), years=tmp_path / "data" / "calendar")
    assert code == 2
    assert "写不进去" in err
    assert err.count("\n") == 1


def test_a_full_disk_leaves_the_old_notice_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    years = tmp_path / calendar.YEARS
    run("import", str(notice(tmp_path)), years=years)
    before = (years / "2027.json").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    code, _, err = run("import", str(notice(tmp_path, date="2027-03-06")), years=years)
    assert code == 2
    assert "No space left" in err
    assert (years / "2027.json").read_bytes() == before
    assert [path.name for path in years.iterdir()] == ["2027.json"]


def test_one_damaged_notice_does_not_stop_the_others(tmp_path: Path) -> None:
    notice(tmp_path, 2027, file="2027.json")
    notice(tmp_path, 2028, file="2028.json", date="x")
    cal, damaged = calendar.load_folder(tmp_path)
    assert 2027 in cal.official
    assert 2028 not in cal.official
    assert [(fault.code, fault.fields["file"]) for fault in damaged] == [("CAL-03", "2028.json")]
    code, out, err = run("due", "--rule", "accept", "--at", "2027-06-01T09:00", years=tmp_path)
    assert code == 0
    assert out
    assert err == "2028.json 第 15 行 days[3].date 缺少或者写得不对，已跳过\n"


def test_the_commands_hang_on_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = notice(tmp_path)
    assert cli.main(["calendar", "import", str(file), "--data", str(tmp_path / "d")]) == 0
    asked = ["calendar", "due", "--rule", "accept", "--at", "2026-12-31T10:00", "--json"]
    capsys.readouterr()
    assert cli.main(asked) == 0
    assert json.loads(capsys.readouterr().out)["provisional"] is True
    assert cli.main([*asked, "--data", str(tmp_path / "d")]) == 0
    assert json.loads(capsys.readouterr().out)["provisional"] is False
    assert cli.main(["--data", str(tmp_path / "d"), *asked]) == 0
    assert json.loads(capsys.readouterr().out)["provisional"] is False
    assert cli.main(["calendar", "due", "--rule", "x"]) == 2


def test_due_opens_no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("sqlalchemy", "sqlcipher3", "zcdesk.station"):
        monkeypatch.setitem(sys.modules, name, None)
    assert datetime.fromisoformat(str(due("accept", "2026-11-24T10:00")["due"])) == datetime(
        2026, 11, 26, 9, tzinfo=UTC
    )

"""`zcdesk calendar import`: a yearly notice is read whole or not at all."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from fix_calendar import due, run

from zcdesk import calendar, cli


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

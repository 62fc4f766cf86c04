"""An imported yearly file: taken whole, or refused with the place of the fault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.calendar.yearfile import MAX_BYTES, parse_year, read_year_file
from zcdesk.domain.worktime import YearTable
from zcdesk.errors import UserError

DAY = {"date": "2027-01-01", "name": "元旦", "isOffDay": True}


def refused(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        read_year_file(path)
    assert caught.value.fields["file"] == path.name
    return caught.value


def written(folder: Path, content: object) -> Path:
    path = folder / "2027.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def with_day(**changes: object) -> dict[str, object]:
    return {"year": 2027, "days": [DAY, {**DAY, "date": "2027-01-02", **changes}]}


def test_days_come_sorted_with_name_and_source(tmp_path: Path):
    table = read_year_file(written(tmp_path, {"year": 2027, "days": [with_day()["days"][1], DAY]}))

    assert [str(day.date) for day in table.days] == ["2027-01-01", "2027-01-02"]
    assert (table.days[0].name, table.days[0].off) == ("元旦", True)
    assert (table.year, table.source) == (2027, "2027.json")


def test_other_keys_of_the_public_files_are_ignored(tmp_path: Path):
    content = {"$schema": "x", "papers": ["y"], "year": 2027, "days": [{**DAY, "z": 1}]}

    assert read_year_file(written(tmp_path, content)).year == 2027


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_what_windows_editors_save_is_read(tmp_path: Path, encoding: str):
    path = tmp_path / "2027.json"
    text = json.dumps({"year": 2027, "days": [DAY]}, ensure_ascii=False)
    path.write_text(text, encoding=encoding)

    assert read_year_file(path).days[0].name == "元旦"


def test_missing_file_and_folder_cannot_be_read(tmp_path: Path):
    assert refused(tmp_path / "none.json").code == "CAL-01"
    assert refused(tmp_path).code == "CAL-01"


@pytest.mark.parametrize("data", [b"", b"\x00\xff\xfe", b"PK\x03\x04", b"[" * 100_000])
def test_a_file_that_is_not_json_is_named_damaged(tmp_path: Path, data: bytes):
    path = tmp_path / "2027.json"
    path.write_bytes(data)

    assert refused(path).code == "CAL-02"


def test_damage_is_told_by_line_and_column(tmp_path: Path):
    path = tmp_path / "2027.json"
    path.write_text('{\n  "year": 2027,\n  "days": [,]\n}', encoding="utf-8")

    error = refused(path)

    assert (error.code, error.fields["line"], error.fields["column"]) == ("CAL-02", 3, 12)


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path: Path):
    path = tmp_path / "2027.json"
    path.write_bytes(b" " * (MAX_BYTES + 1))

    assert refused(path).code == "CAL-02"


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ([], "year"),
        ({"days": [DAY]}, "year"),
        ({"year": "2027", "days": [DAY]}, "year"),
        ({"year": True, "days": [DAY]}, "year"),
        ({"year": 20270, "days": [DAY]}, "year"),
        ({"year": 2027}, "days"),
        ({"year": 2027, "days": {"a": 1}}, "days"),
        ({"year": 2027, "days": ["2027-01-01"]}, "days[1].date"),
        (with_day(date="2027-02-30"), "days[2].date"),
        (with_day(date=None), "days[2].date"),
        (with_day(isOffDay="yes"), "days[2].isOffDay"),
        (with_day(is_off_day=False), "days[2].isOffDay"),
        ({"year": 2027, "days": [{"date": "2027-01-01", "name": "x"}]}, "days[1].isOffDay"),
        (with_day(name=" "), "days[2].name"),
        (with_day(name=7), "days[2].name"),
    ],
)
def test_a_wrong_field_is_named(tmp_path: Path, content: object, field: str):
    error = refused(written(tmp_path, content))

    assert (error.code, error.fields["field"]) == ("CAL-03", field)


@pytest.mark.parametrize("day", ["2026-11-30", "2028-01-01", "2025-12-31"])
def test_a_date_of_another_year_is_refused(tmp_path: Path, day: str):
    error = refused(written(tmp_path, with_day(date=day)))

    assert (error.code, error.fields["date"], error.fields["row"]) == ("CAL-04", day, 2)


@pytest.mark.parametrize("days", [[], [{**DAY, "date": "2026-12-31"}]])
def test_a_year_not_announced_yet_is_refused(tmp_path: Path, days: list[object]):
    assert refused(written(tmp_path, {"year": 2027, "days": days})).code == "CAL-05"


def test_a_date_twice_is_refused(tmp_path: Path):
    error = refused(written(tmp_path, with_day(date="2027-01-01", isOffDay=False)))

    assert (error.code, error.fields["date"]) == ("CAL-06", "2027-01-01")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["year", "days", "date", "name", "isOffDay"]), inner, max_size=5
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_content_is_a_table_or_a_coded_refusal(content: object):
    outcome: YearTable | str
    try:
        outcome = parse_year(content, "x.json")
    except UserError as error:
        outcome = error.code

    assert isinstance(outcome, YearTable) or outcome.startswith("CAL-0")

"""A roster from a hospital, its damaged, locked and misshapen relatives, and the template."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from zcdesk.domain.checkdigit import with_check_digit, with_uscc_check
from zcdesk.domain.names import DOT
from zcdesk.domain.visit import APPLICANTS_MAX
from zcdesk.errors import Invalid, UserError
from zcdesk.operations.roster import HEADS, read_roster, template

TODAY = date(2026, 11, 24)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"


NURSES = tuple(
    (
        f"{SURNAMES[n]}淑芬",
        "居民身份证",
        with_check_digit(f"320213{1980 + n}{n % 12 + 1:02}{n + 1:02}{100 + n}"),
        f"138000{n:05}",
        "",
    )
    for n in range(20)
)


def write(path: Path, *rows: tuple[object, ...], heads: tuple[str, ...] = HEADS) -> Path:
    book = Workbook()
    sheet = book.active
    for row in (heads, *rows):
        sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def hospital(tmp_path: Path) -> Path:
    return write(tmp_path / "护士名册.xlsx", *NURSES)


def codes(path: Path) -> list[tuple[int, tuple[str, ...]]]:
    rows = read_roster(path, TODAY).rows
    return [(row.no, tuple(p.code for p in row.problems)) for row in rows]


@pytest.mark.req("R045")
def test_twenty_nurses_come_in_without_a_fault(hospital: Path) -> None:
    roster = read_roster(hospital, TODAY)
    assert len(roster.good) == 20
    assert [row.no for row in roster.rows] == list(range(2, 22))
    first = roster.good[0]
    assert (first.name, first.id_kind, first.phone) == ("赵淑芬", "resident", "13800000000")
    assert first.id_number == NURSES[0][2]
    assert first.birth == f"{first.id_number[6:10]}-01-01"


def test_columns_in_any_order_under_a_title_with_other_names(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    number = NURSES[3][2]
    write(
        path,
        ("", "", "", ""),
        ("序号", "联系电话", "身份证号*", "姓 名"),
        (1, 13800000003, number, "李淑芬"),
        heads=("示例医院 2026 年护士注册名册", "", "", ""),
    )
    (row,) = read_roster(path, TODAY).rows
    assert (row.no, row.problems) == (4, ())
    assert (row.person.name, row.person.phone) == ("李淑芬", "13800000003")


def test_each_row_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    good = NURSES[0][2]
    last = "0" if good[-1] != "0" else "1"
    path = write(
        tmp_path / "x.xlsx",
        ("王一", "居民身份证", good, "13800000001"),
        ("王二", "居民身份证", good[:-1] + last, ""),
        ("王三", "", good[:15], ""),
        ("", "", NURSES[1][2], ""),
        ("王五", "", NURSES[2][2], "1380000"),
        ("王六", "", "", ""),
        ("王一", "居民身份证", good, ""),
        ("", None, "   ", ""),
        ("王九", "老年证", NURSES[5][2], ""),
    )
    assert codes(path) == [
        (2, ()),
        (3, ("IDC-03",)),
        (4, ("IDC-04",)),
        (5, ("IDC-23",)),
        (6, ("IDC-17",)),
        (7, ("ROS-10",)),
        (8, ("ROS-07",)),
        (10, ("ROS-11",)),
    ]
    roster = read_roster(path, TODAY)
    assert [p.name for p in roster.good] == ["王一"]
    assert [p.name for p in roster.doubtful] == ["王二", "王九"]
    assert roster.rows[6].problems[0].values == {"row": 2}


def test_a_number_the_spreadsheet_has_rounded_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "x.xlsx", ("王一", "", int(NURSES[0][2][:17] + "0"), ""))
    assert codes(path) == [(2, ("ROS-09",))]
    assert read_roster(path, TODAY).rows[0].person.id_number == ""


def test_full_width_digits_and_look_alike_dots(tmp_path: Path) -> None:
    number = NURSES[0][2]
    wide = number.translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)})
    path = write(tmp_path / "x.xlsx", ("古丽•买买提", "", wide, "１３８００００００００"))
    (person,) = read_roster(path, TODAY).good
    assert person.name == f"古丽{DOT}买买提"
    assert (person.id_number, person.phone) == (number, "13800000000")


@pytest.mark.parametrize("length", [60, 61])
def test_a_minority_name_of_sixty_characters(tmp_path: Path, length: int) -> None:
    path = write(tmp_path / "x.xlsx", ("古" * length, "", NURSES[0][2], ""))
    assert codes(path) == [(2, () if length == 60 else ("IDC-21",))]


def test_units_by_their_credit_code(tmp_path: Path) -> None:
    code = with_uscc_check("91320213MA1A2B3C")
    path = write(tmp_path / "x.xlsx", ("示例供水有限公司", "营业执照", code, "0510-82830000"))
    (person,) = read_roster(path, TODAY).good
    assert person.is_unit
    assert (person.id_kind, person.id_number) == ("uscc", code)


def test_applicants_of_the_sitting_are_not_taken_twice(hospital: Path) -> None:
    present = read_roster(hospital, TODAY).good[:2]
    rows = read_roster(hospital, TODAY, present).rows
    assert [p.code for row in rows for p in row.problems] == ["ROS-08", "ROS-08"]


def refused(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        read_roster(path, TODAY)
    return caught.value


def test_files_that_are_no_workbook(tmp_path: Path, hospital: Path) -> None:
    text, cut, other, empty = (tmp_path / f"{name}.xlsx" for name in ("a", "b", "c", "d"))
    text.write_text("姓名,证件号码\n王一,1\n")
    cut.write_bytes(hospital.read_bytes()[:-700])
    with ZipFile(other, "w") as archive:
        archive.writestr("readme.txt", "not a workbook")
    empty.write_bytes(b"")
    for path in (text, cut, other, empty):
        assert (refused(path).code, refused(path).fields) == ("ROS-01", {"file": path.name})


def test_every_torn_workbook_is_one_sentence(tmp_path: Path, hospital: Path) -> None:
    whole = hospital.read_bytes()
    for part in range(0, len(whole), 331):
        path = tmp_path / "torn.xlsx"
        path.write_bytes(whole[:part] + b"\x00" * 40 + whole[part + 40 :])
        try:
            read_roster(path, TODAY)
        except UserError as error:
            assert error.code in {"ROS-01", "ROS-03", "ROS-04"}  # noqa: PT017


def test_a_locked_file(hospital: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(self: Path, mode: str = "r") -> object:
        raise PermissionError(13, "the spreadsheet program holds it", str(self))

    monkeypatch.setattr(Path, "open", locked)
    assert refused(hospital).code == "ROS-02"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.xlsx").code == "ROS-06"


def test_headings_nobody_understands(tmp_path: Path) -> None:
    path = write(tmp_path / "x.xlsx", ("甲", "乙"), heads=("员工", "工号"))
    error = refused(path)
    assert isinstance(error, Invalid)
    assert (error.code, error.fields) == ("ROS-03", {"heads": "员工、工号"})


def test_a_roster_without_rows(tmp_path: Path) -> None:
    assert refused(write(tmp_path / "x.xlsx")).code == "ROS-04"


def test_more_than_a_sitting_holds(tmp_path: Path) -> None:
    people = (("王一", "", with_check_digit(f"32021319850101{n:03}"), "") for n in range(201))
    error = refused(write(tmp_path / "x.xlsx", *people))
    assert (error.code, error.fields) == ("ROS-05", {"most": APPLICANTS_MAX})


def test_the_template_reads_back_once_filled(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    template(path)
    assert refused(path).code == "ROS-04"
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for column, value in enumerate(NURSES[0], 1):
        sheet.cell(2, column, value)
    assert sheet["C2"].number_format == "@"
    book.save(path)
    assert len(read_roster(path, TODAY).good) == 1


def test_a_template_over_an_open_file(tmp_path: Path) -> None:
    (tmp_path / "dir.xlsx").mkdir()
    with pytest.raises(UserError) as caught:
        template(tmp_path / "dir.xlsx")
    assert caught.value.code == "ROS-06"

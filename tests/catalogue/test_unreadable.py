"""Files that are no catalogue: each gets one clear reason, none gets through, none takes long."""

from __future__ import annotations

import os
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from zcdesk.catalogue import BadCell, Unreadable, load_shipped, read, write_xlsx
from zcdesk.catalogue.files import read_raw
from zcdesk.catalogue.lint import lint
from zcdesk.catalogue.plain_yaml import read_plain
from zcdesk.catalogue.xlsx_file import to_bytes
from zcdesk.errors import UserError

BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

TEXTS = {
    "empty.yaml": "",
    "list.yaml": "- 1\n- 2\n",
    "no-matters.yaml": "annex: 1\ntitle: x\n",
    "matters-text.yaml": "matters: 你好\n",
    "matter-text.yaml": "matters:\n- 你好\n",
    "materials-text.yaml": "matters:\n- seq: 1\n  materials: 你好\n",
    "material-text.yaml": "matters:\n- seq: 1\n  materials: [你好]\n",
    "broken.yaml": "matters:\n- {seq: 1\n",
    "tab.yaml": "matters:\n\t- seq: 1\n",
    "two.yaml": "matters: []\n---\nmatters: []\n",
    "twice.yaml": "matters: []\nmatters: []\n",
    "object.yaml": "matters: !!python/object/apply:os.system ['true']\n",
    "bomb.yaml": BOMB + "matters: *i\n",
    "cycle.yaml": "matters: &m [*m]\n",
    "unknown-anchor.yaml": "matters: *nobody\n",
    "deep.yaml": "matters: " + "[" * 5000 + "]" * 5000 + "\n",
    "deep-map.yaml": "".join(" " * n + "a:\n" for n in range(300)),
    "key.yaml": "matters: {[1, 2]: 3}\n",
    "empty.csv": "",
    "foreign.csv": "日期,金额\n2026-01-01,3\n",
    "wide.csv": "department,name\n区教育局,校车使用许可,多一列\n",
    "quote.csv": 'department,name\n区教育局,"校车\n',
    "text.xlsx": "这不是工作簿",
    "list.txt": "其他材料",
}


@pytest.mark.parametrize("name", TEXTS)
def test_unreadable_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXTS[name], encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        read_raw(path)
    assert caught.value.code == "CAT-10"
    assert caught.value.file == str(path)
    assert caught.value.reason


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("bomb.yaml", "展开后的内容太多"),
        ("cycle.yaml", "没有定义完"),
        ("deep.yaml", "嵌套太深"),
        ("object.yaml", "不支持的标签"),
    ],
)
def test_what_would_harm_is_named(tmp_path: Path, name: str, reason: str) -> None:
    path = tmp_path / name
    path.write_text(TEXTS[name], encoding="utf-8")
    with pytest.raises(Unreadable, match=reason):
        read_raw(path)


@pytest.mark.parametrize(
    ("name", "line"),
    [("tab.yaml", 2), ("two.yaml", 2), ("twice.yaml", 2), ("wide.csv", 2)],
)
def test_the_line_is_named(tmp_path: Path, name: str, line: int) -> None:
    path = tmp_path / name
    path.write_text(TEXTS[name], encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        read_raw(path)
    assert caught.value.fields["row"] == line
    assert f"第 {line} 行" in caught.value.reason


@pytest.mark.parametrize("suffix", [".yaml", ".csv", ".xlsx"])
@pytest.mark.parametrize(
    "data",
    [
        "matters: 其他材料".encode("gb18030"),
        "matters: []".encode("utf-16"),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        os.urandom(3000),
        b"PK\x03\x04" + b"\0" * 50,
    ],
)
def test_binary_or_another_encoding(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"file{suffix}"
    path.write_bytes(data)
    with pytest.raises(Unreadable):
        lint(path)


@pytest.mark.parametrize("name", ["nothing.yaml", "nothing.csv", "nothing.xlsx", "nothing"])
def test_missing_file_and_folder(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with pytest.raises(Unreadable, match="不存在"):
        read_raw(path)
    path.mkdir()
    with pytest.raises(Unreadable, match="文件夹"):
        read_raw(path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with names")
    os.mkfifo(path)
    with pytest.raises(Unreadable):
        read_raw(path)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as stream:
        stream.truncate(64 * 1024 * 1024)
    with pytest.raises(Unreadable, match="MB"):
        read_raw(path)


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    book.close()
    return target.getvalue()


@pytest.mark.parametrize(
    ("sheets", "sheet", "row"),
    [
        ({"Sheet1": [["日期", "金额"]]}, "事项", None),
        ({"事项": [["实施部门"]], "材料": []}, "事项", 1),
        ({"事项": [["实施部门", "事项名称"], ["区教育局", "甲"]], "材料": [["份数"]]}, "材料", 1),
    ],
)
def test_a_foreign_workbook(
    tmp_path: Path, sheets: dict[str, list[list[object]]], sheet: str, row: int | None
) -> None:
    path = tmp_path / "foreign.xlsx"
    path.write_bytes(workbook(sheets))
    with pytest.raises(Unreadable) as caught:
        read_raw(path)
    assert caught.value.fields["sheet"] == sheet
    assert caught.value.fields.get("row") == row


def test_a_bad_cell_is_named_with_sheet_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "bad.xlsx"
    heads: list[object] = ["事项键", "材料名称", "份数"]
    path.write_bytes(
        workbook(
            {
                "事项": [["事项键", "实施部门", "事项名称"], ["1-8", "区教育局", "校车使用许可"]],
                "材料": [heads, ["1-8", "书面申请", 1], [], ["1-8", "行驶证", "若干"]],
            }
        )
    )
    with pytest.raises(BadCell) as caught:
        read(path)
    assert caught.value.fields == {
        "file": str(path),
        "sheet": "材料",
        "row": "4",
        "column": "份数",
        "field": "materials[2].copies",
        "reason": "应为份数，只写数字",
    }
    places = [(found.row, found.field) for found in lint(path)]
    assert places == [("事项!2", "legal_basis"), ("材料!4", "materials[2].copies")]


def test_a_material_without_its_matter(tmp_path: Path) -> None:
    path = tmp_path / "stray.xlsx"
    path.write_bytes(
        workbook(
            {
                "事项": [["事项键", "实施部门", "事项名称"], ["1-8", "区教育局", "校车使用许可"]],
                "材料": [["事项键", "材料名称"], ["1-9", "书面申请"]],
            }
        )
    )
    assert [(found.row, found.rule) for found in lint(path)] == [("材料!2", "stray")]
    with pytest.raises(BadCell):
        read(path)


def test_a_material_finds_its_matter_by_name(tmp_path: Path) -> None:
    path = tmp_path / "named.xlsx"
    path.write_bytes(
        workbook(
            {
                "事项": [["实施部门", "事项名称"], ["区教育局", "校车使用许可"]],
                "材料": [["事项名称", "材料名称"], ["校车使用许可", "书面申请"]],
            }
        )
    )
    (matter,) = read(path)
    assert [line.name for line in matter.materials] == ["书面申请"]


def test_a_workbook_with_a_doctype_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "doctype.xlsx"
    with (
        zipfile.ZipFile(BytesIO(to_bytes(load_shipped()[:1]))) as old,
        zipfile.ZipFile(path, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("workbook.xml"):
                data = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + data[55:]
            new.writestr(name, data)
    with pytest.raises(Unreadable):
        read_raw(path)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("xl/workbook.xml", b"\0" * (130 * 1024 * 1024))
    with pytest.raises(Unreadable, match="过大"):
        read_raw(path)


WORKBOOK = to_bytes(load_shipped()[:3])


@pytest.fixture(scope="module")
def damaged_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damaged") / "damaged.xlsx"


@given(data=st.data())
def test_a_damaged_workbook_never_breaks_the_program(
    data: st.DataObject, damaged_file: Path
) -> None:
    if data.draw(st.booleans()):
        damaged = WORKBOOK[: data.draw(st.integers(0, len(WORKBOOK) - 1))]
    else:
        at = data.draw(st.integers(0, len(WORKBOOK) - 9))
        damaged = WORKBOOK[:at] + data.draw(st.binary(min_size=8, max_size=8)) + WORKBOOK[at + 8 :]
    damaged_file.write_bytes(damaged)
    with suppress(Unreadable):
        lint(damaged_file)


@given(data=st.data())
def test_damaged_parts_of_a_workbook_never_break_the_program(
    data: st.DataObject, damaged_file: Path
) -> None:
    with (
        zipfile.ZipFile(BytesIO(WORKBOOK)) as old,
        zipfile.ZipFile(damaged_file, "w") as new,
    ):
        chosen = data.draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            part = old.read(name)
            if name == chosen:
                at = data.draw(st.integers(0, len(part)))
                cut = data.draw(st.integers(0, 40))
                part = part[:at] + data.draw(st.binary(max_size=6)) + part[at + cut :]
            new.writestr(name, part)
    with suppress(Unreadable):
        lint(damaged_file)


@given(st.text(alphabet=st.sampled_from(list("matters:-[]{}&*!#'\"|>? \n\t,name1件")), max_size=60))
def test_any_yaml_text_is_read_or_refused(text: str) -> None:
    with suppress(Unreadable):
        read_plain(text, "x.yaml")


def test_the_shipped_catalogue_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="重新安装"):
        load_shipped(tmp_path)


def test_a_text_too_long_for_a_cell_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        write_xlsx(tmp_path / "x.xlsx", [replace(load_shipped()[0], note="长" * 40_000)])
    assert caught.value.code == "CAT-12"
    assert not (tmp_path / "x.xlsx").exists()

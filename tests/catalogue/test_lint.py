"""Each rule of the lint: one file that breaks it, one that does not, and where it points."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from zcdesk.catalogue import read
from zcdesk.catalogue.files import write_xlsx, write_yaml
from zcdesk.catalogue.lint import Finding, lint
from zcdesk.domain.matter import Material, Matter, Unit

GOOD: dict[str, Any] = {
    "seq": 7,
    "department": "区教育局",
    "name": "校车使用许可",
    "type": "承诺",
    "statutory_days": 20,
    "statutory_unit": "工作日",
    "promised_days": 12,
    "legal_basis": "校车安全管理条例第14条",
    "materials": [
        {"name": "书面申请", "form": "original", "copies": 1, "necessity": "required"},
        {"name": "校车运行方案", "form": "original", "necessity": "required"},
    ],
    "confidence": "statute",
}


def judge(folder: Path, matter: dict[str, Any], *more: dict[str, Any]) -> tuple[Finding, ...]:
    path = folder / "annex.yaml"
    text = yaml.safe_dump({"annex": 1, "matters": [matter, *more]}, allow_unicode=True)
    path.write_text(text, encoding="utf-8")
    return lint(path)


def with_line(**changes: object) -> dict[str, Any]:
    """Return the good matter with its second material changed."""
    first, second = GOOD["materials"]
    return GOOD | {"materials": [first, second | changes]}


def test_a_good_file_is_clean(tmp_path: Path) -> None:
    assert judge(tmp_path, GOOD) == ()


@pytest.mark.req("R141")
def test_a_catch_all_names_file_row_field_and_what_to_write(tmp_path: Path) -> None:
    (found,) = judge(tmp_path, with_line(name="行驶证、驾驶证等材料"))
    assert found == Finding(
        str(tmp_path / "annex.yaml"),
        "7",
        "materials[2].name",
        "catch-all",
        "“行驶证、驾驶证等材料”属兜底表述（等材料）",
        "把每份材料单列一行：“行驶证”、“驾驶证”，其余逐一写出名称，不写“等”",
    )


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"name": "要求提交的其他文件"}, "materials[2].name", "catch-all"),
        ({"name": "书面 申请"}, "materials[2].name", "twice"),
        ({"name": "《书面申请》"}, "materials[2].name", "twice"),
        ({"name": "　"}, "materials[2].name", "empty"),
        ({"name": None}, "materials[2].name", "empty"),
        ({"name": ["a", "b"]}, "materials[2].name", "value"),
        ({"necessity": "deferrable"}, "materials[2].deferral_days", "deferral"),
        ({"necessity": "deferrable", "deferral_days": 0}, "materials[2].deferral_days", "value"),
        ({"shareable": True}, "materials[2].reason", "shareable"),
        (
            {"shareable": True, "source": "applicant", "reason": " "},
            "materials[2].reason",
            "shareable",
        ),
        ({"shareable": "也许"}, "materials[2].shareable", "value"),
        ({"necessity": "maybe"}, "materials[2].necessity", "value"),
        ({"source": "neighbour"}, "materials[2].source", "value"),
        ({"form": "hologram"}, "materials[2].form", "value"),
        ({"copies": 0}, "materials[2].copies", "value"),
        ({"copies": -2}, "materials[2].copies", "value"),
        ({"copies": "两份"}, "materials[2].copies", "value"),
        ({"copies": True}, "materials[2].copies", "value"),
        ({"copies": 1.5}, "materials[2].copies", "value"),
        ({"sharable": True}, "materials[2].sharable", "key"),
    ],
)
def test_a_bad_material(tmp_path: Path, changes: dict[str, Any], field: str, rule: str) -> None:
    (found,) = judge(tmp_path, with_line(**changes))
    assert (found.row, found.field, found.rule) == ("7", field, rule)
    assert found.message
    assert found.instead


@pytest.mark.parametrize(
    "changes",
    [
        {"necessity": "deferrable", "deferral_days": 5},
        {"shareable": True, "source": "shared"},
        {"shareable": True, "source": "applicant", "reason": "租赁场所没有共享数据"},
        {"shareable": False, "source": "applicant"},
        {"copies": None},
        {"copies": "２"},
        {"necessity": "可容缺", "deferral_days": 5},
        {"electronic_licence": "yes"},
    ],
)
def test_a_good_material(tmp_path: Path, changes: dict[str, Any]) -> None:
    assert judge(tmp_path, with_line(**changes)) == ()


@pytest.mark.req("R140")
@pytest.mark.parametrize("basis", [None, "", "  ", "无", "暂无", "待定", "/"])
def test_materials_without_a_legal_basis(tmp_path: Path, basis: str | None) -> None:
    (found,) = judge(tmp_path, GOOD | {"legal_basis": basis})
    assert (found.field, found.rule) == ("legal_basis", "basis")
    assert "书面申请" in found.message


def test_a_basis_of_their_own_is_enough_and_no_list_needs_none(tmp_path: Path) -> None:
    own = [line | {"legal_basis": "条例第14条"} for line in GOOD["materials"]]
    assert judge(tmp_path, GOOD | {"legal_basis": None, "materials": own}) == ()
    assert judge(tmp_path, GOOD | {"legal_basis": None, "materials": []}) == ()
    (found,) = judge(
        tmp_path, GOOD | {"legal_basis": None, "materials": own[:1] + GOOD["materials"][1:]}
    )
    assert "校车运行方案" in found.message
    assert "书面申请" not in found.message


@pytest.mark.parametrize(
    ("statutory", "unit", "promised", "own", "over"),
    [
        (20, "工作日", 20, None, False),
        (20, "工作日", 21, None, True),
        (30, "自然日", 30, None, False),
        (30, "自然日", 31, None, True),
        (30, "自然日", 25, "工作日", True),
        (30, "自然日", 21, "工作日", False),
        (20, "工作日", 28, "自然日", False),
        (20, "工作日", 29, "自然日", True),
        (None, None, 90, None, False),
        (0, "工作日", 1, None, True),
    ],
)
def test_promised_over_statutory(
    tmp_path: Path,
    statutory: int | None,
    unit: str | None,
    promised: int,
    own: str | None,
    over: bool,
) -> None:
    limits = {
        "statutory_days": statutory,
        "statutory_unit": unit,
        "promised_days": promised,
        "promised_unit": own,
    }
    found = judge(tmp_path, GOOD | limits)
    assert [finding.rule for finding in found] == (["limit"] if over else [])
    assert all(finding.field == "promised_days" for finding in found)


@pytest.mark.parametrize(
    ("changes", "field", "rule"),
    [
        ({"name": ""}, "name", "empty"),
        ({"department": None}, "department", "empty"),
        ({"type": "随便"}, "type", "value"),
        ({"statutory_unit": "个月"}, "statutory_unit", "value"),
        ({"statutory_days": "二十"}, "statutory_days", "value"),
        ({"confidence": "certain"}, "confidence", "value"),
        ({"code": "12"}, "code", "code"),
        ({"fields": ["name", "shoe_size"]}, "fields", "value"),
        ({"note": "有\x07铃"}, "note", "value"),
        ({"alias": ["接送车"]}, "alias", "key"),
    ],
)
def test_a_bad_matter(tmp_path: Path, changes: dict[str, Any], field: str, rule: str) -> None:
    found = judge(tmp_path, GOOD | changes)
    assert [(one.row, one.field, one.rule) for one in found] == [("7", field, rule)]


def test_a_code_belongs_to_one_matter(tmp_path: Path) -> None:
    other = GOOD | {"seq": 8, "name": "教师资格认定", "code": "1007"}
    (found,) = judge(tmp_path, GOOD | {"code": 1007}, other)
    assert (found.row, found.field, found.rule) == ("8", "code", "code")
    assert "校车使用许可" in found.message


@pytest.mark.parametrize("changes", [{"name": "教师资格认定"}, {"seq": 8}])
def test_a_row_twice(tmp_path: Path, changes: dict[str, Any]) -> None:
    (found,) = judge(tmp_path, GOOD, GOOD | changes)
    assert found.rule == "row"


def test_one_finding_does_not_hide_another(tmp_path: Path) -> None:
    bad = with_line(name="其他材料", necessity="deferrable", shareable=True, copies=0)
    rules = {finding.rule for finding in judge(tmp_path, bad | {"promised_days": 40})}
    assert rules == {"catch-all", "deferral", "shareable", "value", "limit"}


def test_a_repeated_anchor_of_a_dumped_file_is_no_bomb(tmp_path: Path) -> None:
    line = GOOD["materials"][0]
    (found,) = judge(tmp_path, GOOD | {"materials": [line, line]})
    assert found.rule == "twice"


def test_values_are_judged_like_the_file_they_make(tmp_path: Path) -> None:
    bad = Matter(
        key="1-7",
        code="1007",
        name="校车使用许可",
        department="区教育局",
        categories=(),
        statutory_days=30,
        statutory_unit=Unit.CALENDAR,
        promised_days=25,
        materials=(Material(name="其他材料", shareable=True),),
    )
    write_yaml(tmp_path / "a.yaml", [bad])
    write_xlsx(tmp_path / "a.xlsx", [bad])
    for findings in (lint([bad]), lint(tmp_path / "a.yaml"), lint(tmp_path / "a.xlsx")):
        assert [f.rule for f in findings] == ["limit", "basis", "catch-all", "shareable"]
    assert lint(tmp_path / "a.xlsx")[2].row == "材料!2"
    assert read(tmp_path / "a.xlsx")[0].materials == bad.materials


def test_a_csv_with_a_material_to_a_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "seq,实施部门,事项名称,法定依据,材料名称,copies,材料备注\n"
        "1,区教育局,校车使用许可,条例第14条,书面申请,1,\n"
        "1,区教育局,校车使用许可,条例第14条,其他材料,0,某注\n"
        "2,区教育局,教师资格认定,,,,\n",
        encoding="utf-8-sig",
    )
    found = lint(path)
    assert [(f.row, f.field, f.rule) for f in found] == [
        ("3", "materials[2].copies", "value"),
        ("3", "materials[2].name", "catch-all"),
    ]
    good = path.read_text("utf-8-sig").replace("其他材料,0", "行驶证,2")
    path.write_text(good, encoding="utf-8")
    assert lint(path) == ()
    bus, teacher = read(path)
    assert [(m.name, m.copies, m.note) for m in bus.materials] == [
        ("书面申请", 1, ""),
        ("行驶证", 2, "某注"),
    ]
    assert teacher.materials == ()


@pytest.mark.parametrize(
    "text",
    [
        "annex,seq,department,name\n1,1,区教育局,甲许可\n1,2,区教育局,甲许可\n",
        "department,name\n区教育局,甲许可\n区教育局,甲许可\n",
    ],
)
def test_a_csv_lists_a_matter_twice(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    (found,) = lint(path)
    assert (found.row, found.rule) == ("3", "row")

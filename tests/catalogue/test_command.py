"""`zcdesk catalogue` as a person in a terminal uses it."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from zcdesk.catalogue import load_shipped, read, shipped_files, write
from zcdesk.catalogue.command import add_parser, needs_store, run
from zcdesk.catalogue.convert import to_matters
from zcdesk.catalogue.lint import Finding
from zcdesk.catalogue.raw import RawFile
from zcdesk.domain.matter import Matter

BAD = """matters:
- seq: 3
  department: 区教育局
  name: 校车使用许可
  materials:
  - name: 相关证明材料
"""


def parse(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    return parser.parse_args(["catalogue", *words])


def call(*words: str, **callables: object) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = run(parse(*words), out=out, err=err, **callables)  # type: ignore[arg-type]
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def bad(tmp_path: Path) -> str:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, encoding="utf-8")
    return str(path)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"nothing")
    return str(path)


@pytest.mark.req("R141")
def test_lint_of_the_shipped_catalogue_is_clean() -> None:
    assert call("lint") == (0, f"检查了 {len(shipped_files())} 个文件，没有发现问题\n", "")


def test_lint_prints_one_line_for_each_finding(bad: str) -> None:
    code, out, err = call("lint", bad)
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        f"{bad}:3 legal_basis “相关证明材料”没有法定依据"
        " → 写明法律、法规或规章的名称和条款；没有依据的材料应删除",
        f"{bad}:3 materials[1].name “相关证明材料”属兜底表述（相关证明材料）"
        " → 写出材料的具体名称，一份一行；没有具体材料的删去本行",
    ]


def test_an_unreadable_file_is_2_and_hides_nothing(bad: str, broken: str) -> None:
    code, out, err = call("lint", broken, bad)
    assert code == 2
    assert len(out.splitlines()) == 2
    assert err == f"{broken}：不是 xlsx 工作簿，或设有打开密码\n"


def test_lint_as_json(bad: str, broken: str) -> None:
    code, out, err = call("lint", "--json", broken, bad)
    told = json.loads(out)
    assert (code, err) == (2, "")
    assert (told["exit"], told["count"]) == (2, 2)
    assert told["files"][0]["error"].endswith("打开密码")
    assert told["files"][1]["findings"][1]["field"] == "materials[1].name"
    assert json.loads(call("lint", "--json")[1])["count"] == 0


@pytest.mark.parametrize("suffix", ["yaml", "xlsx"])
def test_export_of_the_shipped_catalogue(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"out.{suffix}"
    code, out, _ = call("export", "--shipped", "--out", str(path))
    assert (code, out) == (0, f"已导出 156 个事项到 {path}\n")
    assert read(path) == load_shipped()


def test_export_of_the_hall(tmp_path: Path) -> None:
    path = tmp_path / "out.yaml"
    two = load_shipped()[:2]
    assert call("export", "--out", str(path), current_matters=lambda: two)[0] == 0
    assert read(path) == two


def test_export_where_it_cannot_be(tmp_path: Path) -> None:
    assert call("export", "--out", str(tmp_path / "a.yaml"))[0] == 2
    assert call("export", "--shipped", "--out", str(tmp_path / "a.txt"))[0] == 2
    code, out, err = call("export", "--shipped", "--out", str(tmp_path / "no" / "a.yaml"))
    assert (code, out) == (2, "")
    assert "写不进去" in err


def test_import_hands_the_matters_over(tmp_path: Path) -> None:
    path = tmp_path / "in.xlsx"
    write(path, load_shipped())
    taken: list[Matter] = []

    def take(raw: RawFile) -> SimpleNamespace:
        taken.extend(to_matters(raw))
        return SimpleNamespace(findings=(), proposed=taken[:150], same=6)

    said = call("import", "--by", "0001", str(path), import_table=take)
    assert said[:2] == (0, "已提交复核 150 个事项，6 个没有变化\n")
    assert tuple(taken) == load_shipped()
    said = call("import", "--by", "0001", "--approve", "2", str(path), import_table=take)
    assert said[1].startswith("已发布 150 个事项")


def test_what_the_hall_finds_keeps_the_file_out_too(tmp_path: Path) -> None:
    path = tmp_path / "in.yaml"
    write(path, load_shipped()[:1])
    found = Finding(str(path), "1", "code", "code", "编码 1001 已用", "换一个编码")

    def take(_: RawFile) -> SimpleNamespace:
        return SimpleNamespace(findings=(found,), proposed=(), same=0)

    code, out, err = call("import", "--by", "0001", str(path), import_table=take)
    assert (code, "换一个编码" in out, "没有导入" in err) == (1, True, True)


@pytest.mark.req("R141")
def test_import_refuses_a_file_with_findings(bad: str, broken: str) -> None:
    taken: list[RawFile] = []

    def take(raw: RawFile) -> SimpleNamespace:
        taken.append(raw)
        return SimpleNamespace(findings=(), proposed=(), same=0)

    code, out, err = call("import", "--by", "0001", bad, import_table=take)
    assert (code, len(out.splitlines())) == (1, 2)
    assert "没有导入" in err
    assert call("import", "--by", "0001", broken, import_table=take)[0] == 2
    assert taken == []


def test_diff(tmp_path: Path) -> None:
    old, new = str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml")
    write(old, load_shipped()[:2])
    write(new, load_shipped()[:1])
    assert call("diff", old, old)[:2] == (0, "")
    assert call("diff", old, new)[:2] == (1, "1-2 - 事项 华侨回国定居审批\n")
    assert call("diff", old, str(tmp_path / "none.yaml"))[0] == 2


def test_only_import_and_export_open_a_store() -> None:
    assert needs_store(parse("import", "--by", "0001", "f"))
    assert needs_store(parse("export", "--out", "f"))
    assert not needs_store(parse("export", "--shipped", "--out", "f"))
    assert not needs_store(parse("lint"))
    assert not needs_store(parse("diff", "a", "b"))

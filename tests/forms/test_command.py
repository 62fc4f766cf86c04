"""`zcdesk form`: list, sample, schema, render and texts, and what they say when they refuse."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path
from typing import Any

import pypdf
import pytest

from zcdesk import cli
from zcdesk.domain.papers import TITLES, PaperKind
from zcdesk.forms import LAYOUTS, command, fonts, render
from zcdesk.forms.samples import sample


def run(*words: object) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers(required=True))
    out, err = io.StringIO(), io.StringIO()
    code = command.run(parser.parse_args(["form", *map(str, words)]), out=out, err=err)
    return code, out.getvalue(), err.getvalue()


def sampled(name: str) -> dict[str, Any]:
    code, out, err = run("sample", name)
    assert (code, err) == (0, "")
    made: dict[str, Any] = json.loads(out)
    return made


def drawn(folder: Path, name: str, data: object, *more: object) -> tuple[int, str, str]:
    file = folder / "data.json"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return run("render", name, "--data", file, "--out", folder / "paper", *more)


def test_the_list_names_every_paper() -> None:
    code, out, _ = run("list", "--json")
    rows = json.loads(out)
    assert code == 0
    assert [row["name"] for row in rows] == [kind.value for kind in PaperKind]
    assert [row["title"] for row in rows] == list(TITLES.values())
    assert all(row["layouts"] == list(LAYOUTS) for row in rows)
    plain = run("list")[1].splitlines()
    assert [line.split()[0] for line in plain] == [row["name"] for row in rows]


@pytest.mark.parametrize("kind", PaperKind)
def test_a_sample_can_be_rendered_as_it_is(kind: PaperKind, tmp_path: Path) -> None:
    data = sampled(kind.value)
    for layout in LAYOUTS:
        code, out, err = drawn(tmp_path, kind.value, data, "--as", layout)
        assert (code, err) == (0, "")
        made = (tmp_path / "paper").read_bytes()
        assert made == render(sample(kind), layout)
        assert str(len(made)) in out
        assert len(made) < 120_000
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data.json", "paper"]


def test_the_schema_is_told() -> None:
    code, out, _ = run("schema", "receipt")
    assert code == 0
    assert json.loads(out)["$schema"].endswith("2020-12/schema")


def test_wrong_data_are_told_field_by_field(tmp_path: Path) -> None:
    data = sampled("correction") | {"times": "两次", "lacks": [{"no": 1}]}
    data["head"]["number"] = ""
    code, out, err = drawn(tmp_path, "correction", data)
    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "head.number：不能留空",
        "lacks[0].name：必须填写",
        "lacks[0].problem：必须填写",
        "times：应是 0 或者正整数，不加引号",
    ]
    assert not (tmp_path / "paper").exists()


def test_data_that_are_no_object_are_refused(tmp_path: Path) -> None:
    code, _, err = drawn(tmp_path, "receipt", [1])
    assert (code, err) == (1, "data.json：应是一个 JSON 对象，花括号开头\n")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "打不开"),
        (b'{\n "kind": ,\n}', "第 2 行第 10 列不是能读懂的 JSON"),
        (b"", "第 1 行第 1 列不是能读懂的 JSON"),
        (b"[" * 100_000, "不是能读懂的 JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "不是能读懂的 JSON"),
        (b"\xb2\xc4\xc1\xcf", "不是 UTF-8 编码"),
        (b" " * (command.MAX_BYTES + 1), "太大"),
    ],
)
def test_an_unreadable_file_is_one_sentence(tmp_path: Path, data: bytes | None, said: str) -> None:
    file = tmp_path / "data.json"
    if data is not None:
        file.write_bytes(data)
    code, out, err = run("render", "receipt", "--data", file, "--out", tmp_path / "paper")
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("words", [("sample", "收件"), ("schema", "nix"), ("sample", "Receipt")])
def test_an_unknown_paper_is_wrong_use(words: tuple[str, str]) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert "zcdesk form list" in err


def test_a_place_that_cannot_be_written_keeps_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text(json.dumps(sampled("ticket")))
    for out in (tmp_path / "none" / "paper", tmp_path / "data.json" / "paper", tmp_path):
        code, _, err = run("render", "ticket", "--data", tmp_path / "data.json", "--out", out)
        assert code == 2
        assert "写不进去" in err
    assert [path.name for path in tmp_path.iterdir()] == ["data.json"]


def test_a_missing_font_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZCDESK_RESOURCES", str(tmp_path))
    monkeypatch.setattr(fonts, "_loaded", {})
    (tmp_path / "forms").mkdir()
    from zcdesk.forms.wording import shipped

    shipped()
    code, _, err = drawn(tmp_path, "receipt", sampled("receipt"))
    assert code == 2
    assert err == "字体 NotoSerifSC-Regular.ttf 缺失，请重新安装\n"


def test_a_character_without_a_glyph_is_noticed(tmp_path: Path) -> None:
    data = sampled("void") | {"applicant_name": "王\U00031350"}
    code, _, err = drawn(tmp_path, "void", data)
    assert code == 0
    assert err == "字体里没有这些字符，已按编码写出：U+31350\n"


def test_a_halls_words_are_checked_and_printed(tmp_path: Path) -> None:
    hall = tmp_path / "hall.toml"
    hall.write_text('version = "2026-12"\n[void]\nended = "不再办理。"\n', encoding="utf-8")
    assert run("texts", "--check", hall)[0] == 0
    data = sampled("void")
    del data["replaced_by"]
    code, _, _ = drawn(tmp_path, "void", data, "--texts", hall)
    assert code == 0
    assert "不再办理。" in pypdf.PdfReader(tmp_path / "paper").pages[0].extract_text()

    hall.write_text('version = "1"\n[void]\nbody = "作废"\nx = "y"\n', encoding="utf-8")
    for words in (
        ("texts", "--check", hall),
        (
            "render",
            "void",
            "--data",
            tmp_path / "data.json",
            "--out",
            tmp_path / "other",
            "--texts",
            hall,
        ),
    ):
        code, _, err = run(*words)
        assert code == 1
        assert err.splitlines() == [
            "void.body：缺少 {number}",
            "void.body：缺少 {reason}",
            "void.x：没有这一条",
        ]
    assert not (tmp_path / "other").exists()
    assert run("texts", "--check", tmp_path / "none.toml")[0] == 2


def test_the_shipped_words_can_be_taken_as_a_start(tmp_path: Path) -> None:
    code, out, _ = run("texts")
    assert code == 0
    (tmp_path / "hall.toml").write_text(out, encoding="utf-8")
    assert run("texts", "--check", tmp_path / "hall.toml")[0] == 0


def test_the_commands_hang_on_the_program(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["form", "sample", "handover"]) == 0
    said = capsysbinary.readouterr().out
    assert "吴䶮" in said.decode("utf-8")
    (tmp_path / "data.json").write_bytes(said)
    out = tmp_path / "handover.pdf"
    words = ["form", "render", "handover", "--data", str(tmp_path / "data.json")]
    assert cli.main([*words, "--as", "pdf", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")
    with pytest.raises(SystemExit) as stopped:
        cli.main([*words, "--as", "docx", "--out", str(out)])
    assert stopped.value.code == 2


def test_texts_are_published_once_they_are_checked(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('version = "7"\n[receipt]\nfoot = "请妥善保管。"\n', "utf-8")
    published: list[object] = []
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers(required=True))
    args = parser.parse_args(["form", "texts", "--publish", str(file), "--by", "0001"])
    out = io.StringIO()
    code = command.run(args, publish=lambda *given: published.append(given), out=out)
    assert code == command.DONE
    assert published == [("7", {"receipt": {"foot": "请妥善保管。"}})]
    assert "版本 7" in out.getvalue()
    file.write_text('version = "8"\n[receipt]\nfoot = "{nothing}"\n', "utf-8")
    err = io.StringIO()
    assert (
        command.run(args, publish=lambda *given: published.append(given), err=err)
        == command.REFUSED
    )
    assert "receipt.foot" in err.getvalue()
    assert len(published) == 1

"""Every code has its words in both languages, short, kind to the clerk, with a way out."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from zcdesk.domain.problem import block
from zcdesk.errors import DeviceError, Invalid, UserError
from zcdesk.ui.texts import Action, ErrorText, Level, describe, message, table

ROOT = Path(__file__).parent.parent.parent
CODE = re.compile(r"\"([A-Z]{3}-[0-9]{2})\"")
FIELD = re.compile(r"\{([^{}]+)\}")
FORBIDDEN = ("异常", "无效", "非法", "失败代码", "操作失败", "空指针", "超时", "输入错误", "抱歉")
MOST = 40


def raised() -> set[str]:
    """The codes that stand anywhere in the program."""
    files = (ROOT / "zcdesk").rglob("*.py")
    return {
        code
        for path in files
        if not path.name.startswith("texts")
        for code in CODE.findall(path.read_text("utf-8"))
    }


@pytest.mark.req("UX-59")
def test_every_code_of_the_program_has_words() -> None:
    found = raised()
    assert len(found) > 80
    assert found - set(table()) == set()


def faults_of_chinese(text: ErrorText) -> list[str]:
    """Return what is wrong with the Chinese words of one code."""
    shown = FIELD.sub("某", text.zh)
    found = [word for word in FORBIDDEN if word in text.zh]
    if not 0 < len(shown) <= MOST:
        found.append(f"{len(shown)} characters")
    return found + ["！" for char in text.zh if char in "！!"]


def faults_of_english(text: ErrorText) -> list[str]:
    """Return what is wrong with the English words of one code."""
    words = re.findall("[a-z]+", text.en.lower())
    found = [word for word in ("please", "sorry", "invalid", "illegal") if word in words]
    if not words or re.search("[\u4e00-\u9fff]", text.en):
        found.append("not English")
    return found + sorted(set(FIELD.findall(text.en)) - set(FIELD.findall(text.zh)))


def faults_of_actions(text: ErrorText) -> list[str]:
    """Return what is wrong with the ways out of one code."""
    found = [a.name for a in text.actions if a.zh in ("确定", "好的", "OK") or not a.en]
    if not text.actions and text.level in (Level.CAUTION, Level.FAULT, Level.STOP):
        found.append("no way out")
    return found + [a.name for a in text.actions if text.actions.count(a) > 1]


@pytest.mark.req("UX-59")
@pytest.mark.parametrize("check", [faults_of_chinese, faults_of_english, faults_of_actions])
def test_all_words_keep_the_rules(check) -> None:
    assert {code: found for code, text in table().items() if (found := check(text))} == {}


def test_no_code_is_given_twice() -> None:
    named = [
        code
        for part in sorted((ROOT / "zcdesk" / "ui").glob("texts_*.py"))
        for code in import_module(f"zcdesk.ui.{part.stem}").TEXTS
    ]
    assert [code for code, times in Counter(named).items() if times > 1] == []
    assert set(named) == set(table())


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (faults_of_chinese, ErrorText(Level.NOTE, "操作失败", "x")),
        (faults_of_chinese, ErrorText(Level.NOTE, "长" * 41, "x")),
        (faults_of_chinese, ErrorText(Level.NOTE, "", "x")),
        (faults_of_english, ErrorText(Level.NOTE, "读不到", "Invalid input")),
        (faults_of_english, ErrorText(Level.NOTE, "读不到", "读不到")),
        (faults_of_english, ErrorText(Level.NOTE, "读不到", "Not read: {why}")),
        (faults_of_actions, ErrorText(Level.FAULT, "读不到", "Not read")),
        (faults_of_actions, ErrorText(Level.FAULT, "读", "x", (Action("ok", "确定", "OK"),))),
    ],
)
def test_the_rules_find_what_breaks_them(check, text: ErrorText) -> None:
    assert check(text)


def test_an_error_becomes_a_message() -> None:
    said = describe(DeviceError("PRT-01", printer="热敏#1"))
    assert said.code == "ZC-PRT-01"
    assert said.level is Level.FAULT
    assert said.text == "打印机缺纸。编号已生成，件已保存"
    assert said.actions[0] == ("retry", "重试")


def test_fields_stand_in_the_words() -> None:
    assert describe(Invalid("IDC-04", "number", n=14)).text == "身份证号现有 14 位，应为 18 位"
    assert describe(UserError("CHK-07", row=4)).text == "第 4 项不要求核对原件"


def test_a_finding_of_the_domain_is_described_alike() -> None:
    found = block("IDC-17", n=10, need=11)
    assert describe(found).text == "手机号现有 10 位，应为 11 位"


@pytest.mark.logs_warnings
def test_an_unknown_code_is_said_with_its_number() -> None:
    said = message("XYZ-42")
    assert said.level is Level.FAULT
    assert "XYZ-42" in said.text


@pytest.mark.logs_warnings
def test_a_missing_field_hides_no_message() -> None:
    assert message("IDC-04").text == "身份证号现有 … 位，应为 18 位"


def test_three_printer_faults_are_three_messages() -> None:
    words = {message(code).text for code in ("PRT-01", "PRT-03", "PRT-04")}
    assert len(words) == 3
    assert "缺纸" not in message("PRT-04").text

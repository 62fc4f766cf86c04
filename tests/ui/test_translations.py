"""English is whole, says what the Chinese says, and gives way to Chinese where it is missing."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from screen_words import entries, shown

from zcdesk import paths
from zcdesk.ui import texts
from zcdesk.ui.keys import CAPS
from zcdesk.ui.login import Login

ROOT = Path(__file__).parent.parent.parent
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n")
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.req("UX-55")
def test_every_entry_is_translated_and_none_is_left_over() -> None:
    assert len(entries()) > 800
    for context, chinese, english, state in entries():
        assert state == "", (context, chinese, state)
        assert english.strip(), (context, chinese)
        assert english[:1].isspace() == (chinese[:1].isspace() or chinese[:1] in "（"), chinese


@pytest.mark.req("UX-55")
def test_the_placeholders_are_those_of_the_chinese() -> None:
    for context, chinese, english, _ in entries():
        assert set(PLACEHOLDER.findall(english)) == set(PLACEHOLDER.findall(chinese)), (
            context,
            chinese,
        )
        fields: dict[str, object] = dict.fromkeys(re.findall(r"\{(\w+)", chinese), 1)
        english.format_map({**fields, "keys": CAPS})


@pytest.mark.req("UX-55")
def test_english_is_english() -> None:
    """No Chinese is left in it, but for the sign that parts the entries of a list."""
    left = [
        (c, e) for c, _, e, _ in entries() if CHINESE.search(e) or re.search("[，。；：（）]", e)
    ]
    assert left == []


@pytest.mark.req("UX-55")
def test_what_an_error_says_is_the_english_that_stands_beside_it() -> None:
    said = {chinese: english for context, chinese, english, _ in entries() if context == "errors"}
    known = {text.zh: text.en for text in texts.table().values()}
    for part in sorted((ROOT / "zcdesk" / "ui").glob("texts*.py")):
        named = vars(import_module(f"zcdesk.ui.{part.stem}")).values()
        known |= {a.zh: a.en for a in named if isinstance(a, texts.Action)}
    assert {chinese: said.get(chinese) for chinese in known} == known
    assert set(said) - set(known) == {texts.UNKNOWN}


@pytest.mark.req("UX-55")
@pytest.mark.parametrize("language", ["zh_CN", "en_US"])
def test_without_compiled_texts_all_is_chinese(
    dressed, speak, tmp_path, monkeypatch, language
) -> None:
    monkeypatch.setattr(paths, "translations_dir", lambda: tmp_path)
    speak(language)
    for context, chinese, _, _ in entries():
        assert QCoreApplication.translate(context, chinese) == chinese
        latin = re.search("[A-Za-z]", PLACEHOLDER.sub("", chinese))
        assert CHINESE.search(chinese) or not latin, (context, chinese)
    made = dressed(Login("3号窗口"), size=(1366, 697))
    assert {"工号", "口令", "窗口", "登录"} <= set(shown(made))


@pytest.mark.req("UX-55")
def test_the_committed_texts_are_what_the_sources_give() -> None:
    command = [sys.executable, str(ROOT / "packaging" / "dev.py"), "translate", "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

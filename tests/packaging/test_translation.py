from __future__ import annotations

from pathlib import Path

import pytest
import translation

PAGE = """
from PySide6.QtWidgets import QWidget

class Page(QWidget):
    def __init__(self):
        super().__init__()
        self.save = self.tr("保存")
        self.left = self.tr("剩 {n} 件").format(n=3)
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, list[Path]]:
    """A page, its finished `.ts` and its `.qm`."""
    page, ts, qm = tmp_path / "page.py", tmp_path / "x.ts", tmp_path / "qm" / "x.qm"
    page.write_text(PAGE, encoding="utf-8")
    translation.update(ts, [page])
    for chinese, english in (("保存", "Save"), ("剩 {n} 件", "{n} left")):
        translate(ts, chinese, english)
    translation.release(ts, qm)
    return ts, qm, [page]


def translate(ts: Path, chinese: str, english: str) -> None:
    text = ts.read_text("utf-8")
    start = text.index(f"<source>{chinese}</source>")
    head, tail = text[:start], text[start:]
    old = tail[tail.index("<translation") : tail.index("</translation>")]
    ts.write_text(head + tail.replace(old, f"<translation>{english}", 1), "utf-8")


def test_finished_texts_pass(files: tuple[Path, Path, list[Path]]) -> None:
    assert translation.faults(*files) == []
    assert files[1].stat().st_size > 50


def test_a_new_text_is_missed(files: tuple[Path, Path, list[Path]]) -> None:
    ts, qm, (page,) = files
    page.write_text(PAGE.replace('"保存"', '"保存草稿"'), encoding="utf-8")
    found = translation.faults(ts, qm, [page])
    assert any("older than the sources" in fault for fault in found)
    assert any("保存草稿" in fault for fault in found)


def test_an_old_compiled_file_is_found(files: tuple[Path, Path, list[Path]]) -> None:
    ts, qm, pages = files
    translate(ts, "保存", "Keep")
    assert any("x.qm is older" in fault for fault in translation.faults(ts, qm, pages))


@pytest.mark.parametrize("english", ["left", "{m} left", "  "])
def test_a_wrong_text_is_found(files: tuple[Path, Path, list[Path]], english: str) -> None:
    ts, qm, pages = files
    translate(ts, "剩 {n} 件", english)
    translation.release(ts, qm)
    assert len(translation.faults(ts, qm, pages)) == 1


def test_a_missing_file_is_found(files: tuple[Path, Path, list[Path]], tmp_path: Path) -> None:
    _, qm, pages = files
    assert translation.faults(tmp_path / "none.ts", qm, pages) != []


def test_no_interface_no_faults(tmp_path: Path) -> None:
    assert translation.sources(tmp_path) == []
    assert translation.faults(tmp_path / "none.ts", tmp_path / "none.qm", []) == []


def test_the_english_that_stands_beside_an_error_is_taken_over(
    files: tuple[Path, Path, list[Path]],
) -> None:
    ts, qm, pages = files
    before = ts.read_bytes()
    translation.put(ts, "Other", {"保存": "Keep"})
    translation.put(ts, "Page", {"保存": "Save"})
    assert ts.read_bytes() == before
    translation.put(ts, "Page", {"保存": "Keep"})
    translation.update(ts, pages)
    translation.release(ts, qm)
    assert translation.faults(ts, qm, pages) == []
    assert "<translation>Keep</translation>" in ts.read_text("utf-8")
    assert "<translation>{n} left</translation>" in ts.read_text("utf-8")


def test_errors_have_their_english() -> None:
    said = translation.english_of_errors()
    assert len(said) > 300
    assert all(said.values())

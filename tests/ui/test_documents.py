"""Exports lie among a person's documents; a demo's do not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from zcdesk.ui.documents import documents, exports


def test_exports_lie_among_the_documents(monkeypatch) -> None:
    monkeypatch.delenv("ZCDESK_DOCUMENTS", raising=False)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: "/mine/docs")
    assert documents() == Path("/mine/docs")
    assert exports("a.pdf") == Path("/mine/docs/综窗台导出/a.pdf")


def test_a_demo_says_where_its_own_lie(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("ZCDESK_DOCUMENTS", str(tmp_path))
    assert exports("报表") == tmp_path / "综窗台导出" / "报表"

"""Mapped fonts draw what copied fonts draw."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from zcdesk.forms import fonts, mapped

TEXT = "收件通知书 ABC 123 （古丽·买买提艾力）䶮𬱖 fi ﬁ Å"


def drawn(font: TTFont, monkeypatch: pytest.MonkeyPatch) -> bytes:
    # ReportLab takes the font it knows for a second one with the same name or face.
    known = {name: one for name, one in pdfmetrics._fonts.items() if name != "Trial"}
    monkeypatch.setattr(pdfmetrics, "_fonts", known)
    monkeypatch.setattr(pdfmetrics, "_dynFaceNames", {})
    pdfmetrics.registerFont(font)
    assert pdfmetrics.getFont("Trial") is font
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, initialFontName="Trial")
    canvas.drawString(50, 700, TEXT)
    canvas.save()
    return out.getvalue()


def test_a_mapped_font_gives_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    path = fonts.font_path(fonts.REGULAR)
    plain = drawn(TTFont("Trial", str(path), asciiReadable=False), monkeypatch)
    assert drawn(mapped.load("Trial", path), monkeypatch) == plain
    assert len(plain) > 5000

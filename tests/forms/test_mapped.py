"""Mapped fonts draw what copied fonts draw."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops
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


def picture(data: bytes) -> Image.Image:
    made: Image.Image = pypdfium2.PdfDocument(data)[0].render(scale=4).to_pil().convert("L")
    return made


def test_a_mapped_font_draws_the_same_in_less_space(monkeypatch: pytest.MonkeyPatch) -> None:
    path = fonts.font_path(fonts.REGULAR)
    plain = drawn(TTFont("Trial", str(path), asciiReadable=False), monkeypatch)
    light = drawn(mapped.load("Trial", path), monkeypatch)
    assert 5000 < len(light) < 0.9 * len(plain)
    between = ImageChops.difference(picture(plain), picture(light))
    assert picture(light).getextrema()[0] < 64
    # edges may differ by a shade, but no ink stands where none stood
    assert between.getextrema()[1] < 80
    read = [pypdfium2.PdfDocument(one)[0].get_textpage().get_text_range() for one in (plain, light)]
    assert read[0] == read[1]
    assert read[0].startswith(TEXT[:20])

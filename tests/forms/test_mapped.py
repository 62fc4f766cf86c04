"""Mapped fonts draw what copied fonts draw."""

from __future__ import annotations

import io

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from zcdesk.forms import fonts, mapped

TEXT = "收件通知书 ABC 123 （古丽·买买提艾力）䶮𬱖 fi ﬁ Å"


def drawn(font: TTFont) -> bytes:
    pdfmetrics.registerFont(font)
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, initialFontName=font.fontName)
    canvas.drawString(50, 700, TEXT)
    canvas.save()
    return out.getvalue()


def test_a_mapped_font_gives_the_same_file() -> None:
    path = fonts.font_path(fonts.REGULAR)
    plain = drawn(TTFont("Trial", str(path), asciiReadable=False))
    assert drawn(mapped.load("Trial", path)) == plain
    assert len(plain) > 5000

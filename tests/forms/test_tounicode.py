"""The mended text behind the glyphs."""

from __future__ import annotations

from zcdesk.forms import tounicode


def test_only_code_points_beyond_the_bmp_are_rewritten() -> None:
    before = "<00> <0000>\n<01> <4E2D>\n<02> <2CC56>\n<03> <10FFFF>\n<00> <03>"
    after = "<00> <0000>\n<01> <4E2D>\n<02> <D873DC56>\n<03> <DBFFDFFF>\n<00> <03>"
    assert tounicode.utf16(before) == after


def test_reportlab_writes_the_mended_map() -> None:
    from reportlab.pdfbase import ttfonts

    tounicode.mend()
    tounicode.mend()
    written = ttfonts.makeToUnicodeCMap("F", [0x4E2D, 0x2CC56])
    assert "<00> <4E2D>\n<01> <D873DC56>\n" in written

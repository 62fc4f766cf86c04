"""Writes lines for a thermal printer: Chinese text, sizes, codes, cut, as ESC/POS bytes.

Text goes out in the printer's own two-byte characters (GBK); only a character outside them is
sent as a bitmap in the line. Columns are counted as the printer does: one for a single byte, two
for the rest. Never opens a port and never breaks a line: `escpos` does.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from zcdesk.forms import fonts
from zcdesk.forms.bars import printer_data
from zcdesk.forms.blocks import Align

DOTS = 24
"""Height of a line's characters, and width of a Chinese one."""

INIT = b"\x1b@\x1c&"
FEED_AND_CUT = b"\x1bd\x03\x1dVB\x00"
QR_MODULE = 6
BAR_MODULE = 2
BAR_HEIGHT = 64

# Sold as GB 18030, many printers hold only the two-byte part; these have a twin inside it.
_TWINS = {"¥": "￥", "\u00a0": " ", "\t": " ", "‧": "·", "•": "·"}


def visible(text: str) -> str:
    """Spell out what neither the printer nor any of our fonts can draw."""
    return "".join(_visible(char) for char in text)


def columns(text: str) -> int:
    """Count the columns a visible text takes at single width."""
    return sum(len(_gbk(char)) or 2 for char in text)


def is_plain(text: str) -> bool:
    """Whether the printer has every character of `text`."""
    return all(_gbk(char) for char in text)


class Strip:
    """Bytes under way.

    Attributes:
        width: columns of the paper, 32 at 58 mm and 48 at 80 mm.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self._out = bytearray(INIT)
        self._align = Align.LEFT
        self._bold = False
        self._size = (1, 1)

    def line(
        self,
        text: str = "",
        align: Align = Align.LEFT,
        *,
        bold: bool = False,
        scale: int = 1,
        tall: bool = False,
    ) -> None:
        """Print one visible line; `scale` enlarges both ways, `tall` only doubles the height."""
        self._set(align, bold, (scale, 2 if tall else scale))
        for char in text:
            self._out += _gbk(char) or _bitmap(char)
        self._out += b"\n"

    def rule(self) -> None:
        self.line("-" * self.width)

    def feed(self, lines: int) -> None:
        self._out += bytes((0x1B, 0x64, lines))

    def code(self, payload: str) -> None:
        """Print a QR by the printer's own command, level M."""
        self._set(Align.CENTRE, False, (1, 1))
        data = payload.encode("ascii")
        for function, values in (
            (b"A", b"2\x00"),
            (b"C", bytes((QR_MODULE,))),
            (b"E", b"1"),
            (b"P", b"0" + data),
            (b"Q", b"0"),
        ):
            size = (len(values) + 2).to_bytes(2, "little")
            self._out += b"\x1d(k" + size + b"1" + function + values

    def bars(self, text: str) -> None:
        """Print Code 128 by the printer's own command; nothing where the paper is too narrow.

        Two dots to a module are 0.25 mm, the least a laser scanner reads.
        """
        data, modules = printer_data(text)
        if not text or modules * BAR_MODULE > self.width * DOTS // 2 or len(data) > 255:
            return
        self._set(Align.CENTRE, False, (1, 1))
        self._out += bytes((0x1D, 0x48, 0, 0x1D, 0x68, BAR_HEIGHT, 0x1D, 0x77, BAR_MODULE))
        self._out += bytes((0x1D, 0x6B, 73, len(data))) + data

    def finish(self) -> bytes:
        """Feed, cut and give the bytes."""
        return bytes(self._out + FEED_AND_CUT)

    def _set(self, align: Align, bold: bool, size: tuple[int, int]) -> None:
        if align is not self._align:
            self._out += bytes((0x1B, 0x61, align.value))
        if bold is not self._bold:
            self._out += bytes((0x1B, 0x45, int(bold)))
        if size != self._size:
            wide, high = size
            # GS ! enlarges both kinds on most printers, FS ! the Chinese ones on the others
            chinese = 0x04 * (wide > 1) | 0x08 * (high > 1)
            self._out += bytes((0x1D, 0x21, (wide - 1) << 4 | high - 1, 0x1C, 0x21, chinese))
        self._align, self._bold, self._size = align, bold, size


@lru_cache(maxsize=4096)
def _gbk(char: str) -> bytes:
    """Encode a character the printer has; empty where it has none."""
    try:
        return char.encode("gbk")
    except UnicodeEncodeError:
        return b""


@lru_cache(maxsize=4096)
def _visible(char: str) -> str:
    char = _TWINS.get(char, char)
    if char == "\n" or (_gbk(char) and unicodedata.category(char) != "Cc"):
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    if any(fonts.has(name, char) for name in (fonts.SCREEN, fonts.REGULAR, fonts.FALLBACK)):
        return char
    return f"[U+{ord(char):04X}]"


@lru_cache(maxsize=256)
def _bitmap(char: str) -> bytes:
    """Draw a character in the line: 24 columns of 24 dots, `ESC * 33`.

    Printers keep only six to ten characters of the user's own, and a raster image takes a line
    for itself, so neither would do for a name.
    """
    from PIL import Image, ImageDraw, ImageFont

    names = (fonts.SCREEN, fonts.REGULAR, fonts.FALLBACK)
    name = next(name for name in names if fonts.has(name, char))
    font = ImageFont.truetype(str(fonts.font_path(name)), DOTS)
    image = Image.new("L", (DOTS, DOTS))
    ImageDraw.Draw(image).text((DOTS / 2, 0.88 * DOTS), char, 255, font, anchor="ms")
    dark = image.point(lambda grey: 255 if grey > 100 else 0).convert("1")
    columns_of = dark.transpose(Image.Transpose.TRANSPOSE).tobytes()
    return b"\x1b*\x21" + DOTS.to_bytes(2, "little") + columns_of

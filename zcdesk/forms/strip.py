"""Writes lines for a thermal printer: Chinese text, sizes, codes, cut, as ESC/POS bytes.

Text goes out in the printer's own characters (GBK, or GB 18030 where its model has them); only a
character outside them is sent as a bitmap in the line. Columns are counted as the printer does: one
for a single byte, two for the rest. Never opens a port and never breaks a line: `escpos` does.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from zcdesk.domain.printer_profile import GENERIC, Chinese, Draws, Enlarge, PrinterProfile
from zcdesk.forms import fonts
from zcdesk.forms.bars import dark_spans, printer_data
from zcdesk.forms.blocks import Align
from zcdesk.forms.qr import dark_runs

DOTS = 24
"""Height of a line's characters, and width of a Chinese one."""

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


def is_plain(text: str, chinese: Chinese = Chinese.GBK) -> bool:
    """Whether a printer of those Chinese characters has every character of `text`."""
    return all(_encoded(char, chinese) for char in text)


class Strip:
    """Bytes under way.

    Attributes:
        width: columns of the paper, mostly 32 at 58 mm and 48 at 80 mm.
    """

    def __init__(self, printer: PrinterProfile = GENERIC[80]) -> None:
        self.width = printer.columns
        self._printer = printer
        self._out = bytearray(printer.opening)
        self._align = Align.LEFT
        self._bold = False
        self._size = (1, 1)

    def is_plain(self, text: str) -> bool:
        """Whether this printer has every character of `text`, and so can enlarge it."""
        return is_plain(text, self._printer.chinese)

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
            self._out += _encoded(char, self._printer.chinese) or _bitmap(char, bold=bold)
        self._out += b"\n"

    def rule(self) -> None:
        self.line("-" * self.width)

    def feed(self, lines: int) -> None:
        self._out += bytes((0x1B, 0x64, lines))

    def code(self, payload: str) -> None:
        """Print a QR, level M, by the printer's own command or as a raster, without its white."""
        if self._printer.qr is Draws.RASTER:
            runs, modules = dark_runs(payload)
            self._raster(runs, modules, QR_MODULE, QR_MODULE)
            return
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
        """Print Code 128, as `code` does; nothing where the paper is too narrow.

        Two dots to a module are 0.25 mm, the least a laser scanner reads.
        """
        data, modules = printer_data(text)
        if not text or modules * BAR_MODULE > self.width * DOTS // 2 or len(data) > 255:
            return
        if self._printer.bars is Draws.RASTER:
            spans, wide = dark_spans(text)
            self._raster([list(spans)], wide, BAR_MODULE, BAR_HEIGHT)
            return
        self._set(Align.CENTRE, False, (1, 1))
        self._out += bytes((0x1D, 0x48, 0, 0x1D, 0x68, BAR_HEIGHT, 0x1D, 0x77, BAR_MODULE))
        self._out += bytes((0x1D, 0x6B, 73, len(data))) + data

    def finish(self) -> bytes:
        """Feed, cut and give the bytes."""
        return bytes(self._out + self._printer.ending)

    def _raster(
        self, rows: list[list[tuple[int, int]]], modules: int, wide: int, high: int
    ) -> None:
        """Draw dark spans, `wide` by `high` dots to a module, with `GS v 0`.

        Centred by white dots on the left: not every clone centres a raster.
        """
        left = (self._printer.dots - modules * wide) // 2
        size = -(-(left + modules * wide) // 8)
        out = bytearray()
        for row in rows:
            bits = 0
            for start, end in row:
                dark = (1 << (end - start) * wide) - 1
                bits |= dark << size * 8 - left - end * wide
            out += bits.to_bytes(size, "big") * high
        self._set(Align.LEFT, False, (1, 1))
        self._out += raster_head(size, len(rows) * high) + out

    def _set(self, align: Align, bold: bool, size: tuple[int, int]) -> None:
        if align is not self._align:
            self._out += bytes((0x1B, 0x61, align.value))
        if bold is not self._bold:
            self._out += bytes((0x1B, 0x45, int(bold)))
        if size != self._size:
            wide, high = size
            # GS ! enlarges both kinds on most printers, FS ! the Chinese ones on the others
            self._out += bytes((0x1D, 0x21, (wide - 1) << 4 | high - 1))
            if self._printer.enlarge is not Enlarge.GS:
                is_dot = self._printer.enlarge is Enlarge.GS_FS_DOT
                wider, higher = (0x20, 0x10) if is_dot else (0x04, 0x08)
                self._out += bytes((0x1C, 0x21, wider * (wide > 1) | higher * (high > 1)))
        self._align, self._bold, self._size = align, bold, size


@lru_cache(maxsize=4096)
def _gbk(char: str) -> bytes:
    """Encode a character in two bytes at most; empty where it has no such code."""
    try:
        return char.encode("gbk")
    except UnicodeEncodeError:
        return b""


@lru_cache(maxsize=4096)
def _encoded(char: str, chinese: Chinese) -> bytes:
    """Encode a character as the printer has it; empty where it has none.

    Of the four-byte codes printers sold as GB 18030 hold the ideographs of the basic block and of
    Extension A at most, never what lies outside the BMP.
    """
    if chinese is Chinese.GB18030 and ("㐀" <= char <= "䶿" or "一" <= char <= "鿿"):
        return char.encode("gb18030")
    return _gbk(char)


def raster_head(size: int, rows: int) -> bytes:
    """Begin a raster of `size` bytes a row."""
    return b"\x1dv0\x00" + size.to_bytes(2, "little") + rows.to_bytes(2, "little")


@lru_cache(maxsize=4096)
def _visible(char: str) -> str:
    char = _TWINS.get(char, char)
    if char == "\n" or (_gbk(char) and unicodedata.category(char) != "Cc"):
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    drawn = any(fonts.has(name, char) for name in (fonts.SCREEN, fonts.REGULAR, fonts.FALLBACK))
    if drawn and not unicodedata.category(char).startswith("M"):  # a mark alone shows nothing
        return char
    return f"[U+{ord(char):04X}]"


@lru_cache(maxsize=256)
def _bitmap(char: str, *, bold: bool) -> bytes:
    """Draw a character in the line: 24 columns of 24 dots, `ESC * 33`.

    Bold is drawn here as well: the printer emphasizes its own characters only.

    Printers keep only six to ten characters of the user's own, and a raster image takes a line
    for itself, so neither would do for a name.
    """
    from PIL import Image, ImageChops, ImageDraw, ImageFont

    names = (fonts.SCREEN, fonts.REGULAR, fonts.FALLBACK)
    name = next(name for name in names if fonts.has(name, char))
    font = ImageFont.truetype(str(fonts.font_path(name)), DOTS)
    image = Image.new("L", (DOTS, DOTS))
    ImageDraw.Draw(image).text((DOTS / 2, 0.88 * DOTS), char, 255, font, anchor="ms")
    dark = image.point(lambda grey: 255 if grey > 100 else 0)
    if bold:
        beside = Image.new("L", dark.size)
        beside.paste(dark, (1, 0))
        dark = ImageChops.lighter(dark, beside)
    dark = dark.convert("1")
    columns_of = dark.transpose(Image.Transpose.TRANSPOSE).tobytes()
    return b"\x1b*\x21" + DOTS.to_bytes(2, "little") + columns_of

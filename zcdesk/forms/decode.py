"""Reads ESC/POS bytes as a printer would: into text, and into a picture of the slip.

What it does not know and what runs over the edge of the paper is listed, never passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zcdesk.domain.printer_profile import GENERIC, Chinese, Cutter, Draws, Enlarge, PrinterProfile
from zcdesk.forms.bars import printed_text, printer_data
from zcdesk.forms.blocks import Align

if TYPE_CHECKING:
    from PIL.Image import Image

BITMAP = "\ufffc"
"""Stands in the text for a character that was sent as a bitmap."""

CELL = 12
LINE = 24


@dataclass(frozen=True, slots=True)
class Style:
    align: Align = Align.LEFT
    bold: bool = False
    wide: int = 1
    high: int = 1


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character, or an image of `dots` columns where `image` holds its bytes."""

    char: str
    style: Style
    columns: int
    image: bytes = b""


@dataclass(frozen=True, slots=True)
class Line:
    glyphs: tuple[Glyph, ...] = ()
    align: Align = Align.LEFT

    @property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def columns(self) -> int:
        return sum(glyph.columns * glyph.style.wide for glyph in self.glyphs)


@dataclass(frozen=True, slots=True)
class Qr:
    payload: str
    module: int
    align: Align


@dataclass(frozen=True, slots=True)
class Cut:
    feed: int = 0


@dataclass(frozen=True, slots=True)
class Bars:
    """Code 128; `module` and `high` in dots."""

    text: str
    module: int
    high: int
    align: Align


@dataclass(frozen=True, slots=True)
class Raster:
    """An image of its own line: `size` bytes a row, a set bit is a dark dot."""

    size: int
    data: bytes

    @property
    def rows(self) -> int:
        return len(self.data) // self.size


Item = Line | Qr | Bars | Raster | Cut


@dataclass(frozen=True, slots=True)
class Printed:
    """What came out of the printer.

    Attributes:
        unknown: commands and bytes not understood, in hex.
        overflows: text of lines and bars wider than the paper, `raster` for an image.
    """

    width: int
    items: tuple[Item, ...]
    unknown: tuple[str, ...]
    overflows: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(item.text for item in self.items if isinstance(item, Line))

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(item.payload for item in self.items if isinstance(item, Qr))

    @property
    def bars(self) -> tuple[str, ...]:
        return tuple(item.text for item in self.items if isinstance(item, Bars))

    @property
    def is_cut(self) -> bool:
        return bool(self.items) and isinstance(self.items[-1], Cut)


def decode(data: bytes, width: int | PrinterProfile) -> Printed:
    """Read the bytes for a paper of `width` columns.

    Args:
        width: a printer's model tells its columns, and what it does not understand is unknown.
    """
    known = width if isinstance(width, PrinterProfile) else None
    columns = width.columns if isinstance(width, PrinterProfile) else width
    reader = _Reader(data, known or GENERIC[80], is_strict=known is not None)
    reader.run()
    lines = [item for item in reader.items if isinstance(item, Line)]
    over = tuple(line.text for line in lines if line.columns > columns)
    bars = [item for item in reader.items if isinstance(item, Bars)]
    over += tuple(
        item.text for item in bars if printer_data(item.text)[1] * item.module > columns * CELL
    )
    dots = known.dots if known else columns * CELL
    rasters = [item for item in reader.items if isinstance(item, Raster)]
    over += tuple("raster" for item in rasters if item.size * 8 > -(-dots // 8) * 8)
    return Printed(columns, tuple(reader.items), tuple(reader.unknown), over)


class _Reader:
    """A printer's interpreter: where it stands, how it prints, what it has printed."""

    def __init__(self, data: bytes, printer: PrinterProfile, *, is_strict: bool) -> None:
        self.data = data
        self.printer = printer
        self.is_strict = is_strict
        self.at = 0
        self.style = Style()
        self.chinese = False
        self.module = 3
        self.bar_module, self.bar_high = 3, 162  # as the printer starts
        self.stored = ""
        self.line: list[Glyph] = []
        self.items: list[Item] = []
        self.unknown: list[str] = []

    def run(self) -> None:
        while self.at < len(self.data):
            byte = self.take()[0]
            if byte in (0x1B, 0x1C, 0x1D):
                self.command(byte)
            elif byte == 0x0A:
                self.end_line()
            elif byte >= 0x81 and self.chinese:
                self.chinese_char(byte)
            elif 0x20 <= byte < 0x7F:
                self.line.append(Glyph(chr(byte), self.style, 1))
            else:
                self.unknown.append(f"{byte:02X}")
        if self.line:
            self.end_line()

    def take(self, count: int = 1) -> bytes:
        taken = self.data[self.at : self.at + count]
        self.at += count
        if len(taken) < count:
            self.unknown.append(f"cut off after {taken.hex(' ').upper()}")
            taken = taken.ljust(count, b"\0")
        return taken

    def end_line(self) -> None:
        self.items.append(Line(tuple(self.line), self.style.align))
        self.line = []

    def chinese_char(self, lead: int) -> None:
        pair = bytes((lead,)) + self.take()
        charset = "gbk"
        if self.printer.chinese is Chinese.GB18030:
            charset = "gb18030"
            pair += self.take(2) if 0x30 <= pair[1] <= 0x39 else b""
        try:
            char = pair.decode(charset)
        except UnicodeDecodeError:
            self.unknown.append(pair.hex(" ").upper())
            return
        self.line.append(Glyph(char, self.style, 2))

    def command(self, lead: int) -> None:
        code = self.take()[0]
        match lead, code:
            case _ if self.is_strict and self.is_foreign(lead, code):
                self.unknown.append(f"{lead:02X} {code:02X}")
            case 0x1B, 0x40:
                self.style, self.chinese = Style(), not self.printer.fs_mode
            case 0x1C, 0x26 | 0x2E:
                self.chinese = code == 0x26
            case 0x1B, 0x61:
                self.align(self.take()[0])
            case 0x1B, 0x45:
                self.style = replace(self.style, bold=bool(self.take()[0] & 1))
            case 0x1D, 0x21:
                size = self.take()[0]
                self.style = replace(self.style, wide=(size >> 4) + 1, high=(size & 15) + 1)
            case 0x1C, 0x21:
                self.take()  # pairs with GS !, which this printer obeys for Chinese as well
            case 0x1B, 0x64:
                self.items.extend(Line() for _ in range(self.take()[0]))
            case 0x1B, 0x2A:
                self.inline_image()
            case 0x1D, 0x28:
                self.two_dimensional()
            case 0x1D, 0x48 if self.take() == b"\0":
                pass  # no text below the bars: the lines say the number
            case 0x1D, 0x68:
                self.bar_high = self.take()[0]
            case 0x1D, 0x77:
                self.bar_module = self.take()[0]
            case 0x1D, 0x6B:
                self.bars()
            case 0x1D, 0x56:
                mode = self.take()[0]
                if self.is_strict and (mode in (0, 65)) != (self.printer.cutter is Cutter.FULL):
                    self.unknown.append(f"1D 56 {mode:02X}")
                self.items.append(Cut(self.take()[0] if mode in (65, 66) else 0))
            case 0x1D, 0x76:
                self.raster()
            case _:
                self.unknown.append(f"{lead:02X} {code:02X}")

    def is_foreign(self, lead: int, code: int) -> bool:
        """Whether the command is none of this model's."""
        printer = self.printer
        match lead, code:
            case 0x1C, 0x26 | 0x2E:
                return not printer.fs_mode or printer.chinese is Chinese.NONE
            case 0x1C, 0x21:
                return printer.enlarge is Enlarge.GS
            case 0x1D, 0x56:
                return printer.cutter is Cutter.NONE
            case 0x1D, 0x28:
                return printer.qr is Draws.RASTER
            case 0x1D, 0x6B:
                return printer.bars is Draws.RASTER
            case _:
                return False

    def align(self, value: int) -> None:
        if value > 2:
            self.unknown.append(f"1B 61 {value:02X}")
        else:
            self.style = replace(self.style, align=Align(value))

    def inline_image(self) -> None:
        mode, low, high = self.take(3)
        columns = low | high << 8
        if mode != 33:
            self.unknown.append(f"1B 2A {mode:02X}")
            return
        image = self.take(columns * 3)
        self.line.append(Glyph(BITMAP, Style(), -(-columns // CELL), image))

    def raster(self) -> None:
        kind, mode, *size = self.take(6)
        wide, high = size[0] | size[1] << 8, size[2] | size[3] << 8
        if (kind, mode) != (0x30, 0) or not wide:
            self.unknown.append(f"1D 76 {kind:02X} {mode:02X}")
            return
        self.items.append(Raster(wide, self.take(wide * high)))

    def bars(self) -> None:
        system, length = self.take(2)
        data = self.take(length)
        if system != 73 or data[:2] not in (b"{A", b"{B", b"{C"):
            self.unknown.append(f"1D 6B {system:02X}")
            return
        text = printed_text(data)
        self.items.append(Bars(text, self.bar_module, self.bar_high, self.style.align))

    def two_dimensional(self) -> None:
        family, low, high = self.take(3)
        body = self.take(low | high << 8)
        match family, body[:2]:
            case 0x6B, b"1A" | b"1E":
                pass  # model and level: the picture is drawn at the same
            case 0x6B, b"1C":
                self.module = body[2]
            case 0x6B, b"1P":
                self.stored = body[3:].decode("ascii")
            case 0x6B, b"1Q":
                self.items.append(Qr(self.stored, self.module, self.style.align))
            case _:
                self.unknown.append(f"1D 28 {family:02X} {body[:2].hex(' ').upper()}")


def picture(slip: Printed) -> Image:
    """Draw the slip, one dot of the printer to a pixel."""
    from zcdesk.forms.slip_picture import draw

    return draw(slip)

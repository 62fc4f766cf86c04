"""What a model of thermal printer can do, as data: the layout of slips and the driver follow it.

Pure values and the few bytes that open and end every slip (devices.md 7). Shipped models are files
beside the device profiles; a printer nobody describes is the generic one of its paper's width.
"""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

import msgspec

DOTS_A_COLUMN = 12


class Cutter(StrEnum):
    """How a slip is parted from the roll."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"


class Chinese(StrEnum):
    """Which Chinese characters a printer holds; `none`: every slip goes out as a picture."""

    NONE = "none"
    GBK = "gbk"
    GB18030 = "gb18030"


class Enlarge(StrEnum):
    """How Chinese characters are enlarged: `GS !` alone, with `FS !`, or with the bits of `FS !`
    as dot-matrix models have them (bit 4 height, bit 5 width)."""

    GS = "gs"
    GS_FS = "gs+fs"
    GS_FS_DOT = "gs+fs-dot"


class Draws(StrEnum):
    """Who draws a code: the printer by its own command, or this program as a raster."""

    NATIVE = "native"
    RASTER = "raster"


class Answers(StrEnum):
    """Which query of its state a printer answers, if any.

    `dle-eot` tells paper, cover and errors; `gs-r` and `esc-v` of older clones only the paper.
    """

    NONE = "none"
    DLE_EOT = "dle-eot"
    GS_R = "gs-r"
    ESC_V = "esc-v"


class PrinterProfile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One model.

    Attributes:
        paper: millimetres of the roll, 58 or 80.
        dots: printed in a line, 12 to a column.
        feed: lines moved before the cut, or past the tear bar.
        fs_mode: Chinese is entered by `FS &`; False for models that are always in it and would
            print the command.
        baud, line: of a serial cable.
        source: where this was read.
    """

    name: str
    title: str
    paper: int = 80
    dots: int = 576
    cutter: Cutter = Cutter.PARTIAL
    feed: int = 3
    chinese: Chinese = Chinese.GBK
    fs_mode: bool = True
    enlarge: Enlarge = Enlarge.GS_FS
    qr: Draws = Draws.NATIVE
    bars: Draws = Draws.NATIVE
    answers: Answers = Answers.DLE_EOT
    baud: int = 9600
    line: str = "8N1"
    source: str = ""

    @property
    def columns(self) -> int:
        """Columns of single width in a line."""
        return self.dots // DOTS_A_COLUMN

    @property
    def as_(self) -> str:
        """The form it takes a paper in, see `zcdesk.forms`."""
        return f"{'raster' if self.chinese is Chinese.NONE else 'escpos'}{self.paper}"

    @property
    def opening(self) -> bytes:
        """Bytes before a slip: reset, and into Chinese where the model has to be told."""
        is_told = self.fs_mode and self.chinese is not Chinese.NONE
        return b"\x1b@" + (b"\x1c&" if is_told else b"")

    @property
    def ending(self) -> bytes:
        """Bytes after a slip: feed, and cut as the model can."""
        out = bytes((0x1B, 0x64, self.feed)) if self.feed else b""
        match self.cutter:
            case Cutter.PARTIAL:
                return out + b"\x1dVB\x00"
            case Cutter.FULL:
                return out + b"\x1dVA\x00"
            case Cutter.NONE:
                return out


GENERIC = MappingProxyType(
    {
        80: PrinterProfile("generic-80", "通用热敏打印机 80 毫米"),
        58: PrinterProfile("generic-58", "通用热敏打印机 58 毫米", 58, 384),
    }
)
"""By the paper's width: what most printers sold with Chinese characters understand."""

"""The parts a paper is built of, before any layout: headings, pairs, tables, codes, signatures.

`content` makes them, `pdf` and `escpos` lay them out. Never a coordinate, a font or a byte here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum


class Align(Enum):
    LEFT = 0
    CENTRE = 1
    RIGHT = 2


class Slip(Enum):
    """What a table column becomes on a thermal slip, where rows are listed one below the other."""

    LEAD = "number before the name"
    NAME = "first lines of the item"
    VALUE = "in the item's second line, alone"
    LABELLED = "in the item's second line, behind its title"
    OWN_LINE = "a line of its own, behind its title"


@dataclass(frozen=True, slots=True)
class Heading:
    """Hall and title; `marks` stand small above: 补打 第 2 次…, 演示, 示例."""

    hall: str
    title: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Caption:
    """One line: number on the left, whose copy on the right."""

    left: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A label with its value; an empty value is a line to be filled in by hand."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels and values, two side by side where the paper is wide enough."""

    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`share`: part of the width, all shares of a table are scaled to fill it."""

    title: str
    share: float
    align: Align = Align.CENTRE
    slip: Slip = Slip.VALUE


@dataclass(frozen=True, slots=True)
class Row:
    """One row's texts, one for each column; a line break starts a new line in the cell."""

    cells: tuple[str, ...]
    bold: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A bordered table; its head row is repeated on every page it reaches."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    empty: str = "无"


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """The heading of a part of a longer paper."""

    text: str


@dataclass(frozen=True, slots=True)
class FlowBox:
    """One box of a flow: its name, what stands below it, and the ways that leave it."""

    name: str
    lines: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """Boxes one below the other, joined by arrows."""

    boxes: tuple[FlowBox, ...]


@dataclass(frozen=True, slots=True)
class Big:
    """A text to be read from a distance: the ticket's number."""

    text: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR with the lines beside it, and a guide where the seal goes; each part may be absent.

    Attributes:
        issued: whose paper it is and its date, on which the seal is pressed.
    """

    payload: str = ""
    lines: tuple[str, ...] = ()
    seal: str = ""
    issued: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, and the paper's date below the seal, or a small code that names it."""

    labels: tuple[str, ...]
    day: str = ""
    payload: str = ""


@dataclass(frozen=True, slots=True)
class Foot:
    text: str


Block = (
    Heading | Caption | Section | Pairs | Table | Paragraph | Flow | Big | Code | Signatures | Foot
)


@dataclass(frozen=True, slots=True)
class Document:
    """A finished paper: `title` and `number` also name the file; `wide` lies across."""

    title: str
    number: str
    blocks: tuple[Block, ...]
    wide: bool = False


def texts(part: object) -> Iterator[str]:
    """Give every text of a document, a block or a part of one."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from texts(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))

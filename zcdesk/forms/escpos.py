"""Lays a paper out as a thermal slip of 58 or 80 mm and writes it as ESC/POS bytes.

Tables become lists: name first, the other columns below it. Never a line wider than the paper.
"""

from __future__ import annotations

from typing import assert_never

from zcdesk.domain.papers import Paper
from zcdesk.domain.printer_profile import GENERIC, PrinterProfile
from zcdesk.errors import Invalid
from zcdesk.forms.bars import bar_text
from zcdesk.forms.blocks import (
    Align,
    Big,
    Block,
    Caption,
    Code,
    Flow,
    Foot,
    Heading,
    Pairs,
    Paragraph,
    Row,
    Section,
    Signatures,
    Slip,
    Table,
)
from zcdesk.forms.content import compose
from zcdesk.forms.strip import Strip, columns, visible
from zcdesk.forms.tables import DASH
from zcdesk.forms.wording import Wording
from zcdesk.forms.wrap import wrap

COLUMNS = {paper: printer.columns for paper, printer in GENERIC.items()}
BELOW = 2
"""Columns by which stands in what belongs to the line above: values of an item without a number,
further lines of one part of several."""

_BESIDE = 0.6  # of the width: a value with less room beside its label stands below it
_TO_WRITE_ON = 12  # columns: 18 mm, a name of three characters by hand
_SEAL_LINES = 5  # with the line between them 11 of 1/6 inch: a seal of 42 mm


def escpos_bytes(
    paper: Paper,
    width: int,
    wording: Wording | None = None,
    printer: PrinterProfile | None = None,
) -> bytes:
    """Write a paper for a printer of `width` millimetres, 58 or 80.

    Args:
        printer: its model; None = the generic one.
    """
    if width not in GENERIC:
        raise Invalid("PAP-05", "width", width=width)
    strip = Strip(printer or GENERIC[width])
    before: Block | None = None
    for block in compose(paper, wording).blocks:
        if _is_apart(block, before):
            strip.rule()
        _lay(strip, block)
        before = block
    return strip.finish()


def _is_apart(block: Block, before: Block | None) -> bool:
    """Whether a rule stands between a block and the one before it."""
    match block:
        case Paragraph():
            return not isinstance(before, (Paragraph, Section))
        case Pairs():
            if isinstance(before, Paragraph):
                is_form = not any(pair.value for pair in block.pairs)
                return not before.text.endswith("：") and not is_form
            return isinstance(before, Table)
        case _:
            return isinstance(block, (Section, Flow, Table, Code, Foot))


def _lay(strip: Strip, block: Block) -> None:
    match block:
        case Heading():
            _heading(strip, block)
        case Caption():
            _caption(strip, block)
        case Pairs():
            for pair in block.pairs:
                if pair.value:
                    _labelled(strip, pair.label, pair.value)
                else:
                    _blank(strip, pair.label)
        case Table():
            _table(strip, block)
        case Paragraph():
            _text(strip, f"　　{block.text}" if block.indent else block.text)
        case Section():
            _text(strip, block.text, bold=True)
        case Flow():
            _flow(strip, block)
        case Big():
            _enlarged(strip, block.text, 7)
            _enlarged(strip, block.under, 2)
            strip.line()
        case Code():
            _code(strip, block)
        case Signatures():
            _signatures(strip, block)
        case Foot():
            _text(strip, block.text)
        case _ as never:
            assert_never(never)


def _heading(strip: Strip, block: Heading) -> None:
    for mark in block.marks:
        _text(strip, f"【{mark}】", Align.CENTRE)
    _text(strip, block.hall, Align.CENTRE)
    _enlarged(strip, block.title, 2)
    strip.line()


def _caption(strip: Strip, block: Caption) -> None:
    left, right = visible(block.left), visible(block.right)
    free = strip.width - columns(left) - columns(right)
    if right and free > 0:
        strip.line(left + " " * free + right)
    else:
        _text(strip, left)
        if right:
            _text(strip, right, Align.RIGHT)


def _table(strip: Strip, table: Table) -> None:
    if heading := table.caption or _heading_of(table):
        _text(strip, heading, bold=True)
    if not table.rows:
        _text(strip, table.empty)
    for row in table.rows:
        _row(strip, table, row)


def _heading_of(table: Table) -> str:
    """Say what a numbered list lists: the title of its names, which no line repeats."""
    titles = {column.slip: column.title for column in table.columns}
    return titles.get(Slip.NAME, "") if Slip.LEAD in titles else ""


def _row(strip: Strip, table: Table, row: Row) -> None:
    """List one row: number and name, then the short columns in a line, then the long ones."""
    lead = name = ""
    short: list[str] = []
    set_off: list[str] = []
    own: list[tuple[str, str, bool]] = []
    for place, (column, text) in enumerate(zip(table.columns, row.cells, strict=True)):
        match column.slip:
            case Slip.LEAD:
                lead = f"{text}. "
            case Slip.NAME:
                name = text
            case Slip.VALUE if text != DASH:
                (set_off if place in row.bold else short).append(text.replace("\n", "，"))
            case Slip.LABELLED if text != DASH:
                short.append(f"{column.title} {text}")
            case Slip.OWN_LINE if text != DASH:
                own.append((column.title, text, place in row.bold))
            case _:
                pass  # a dash says nothing in a list
    indent = columns(lead) or (BELOW if name else 0)
    named = _wrapped(name, strip.width - columns(lead)) if name else []
    listed = [(line, False) for line in named]
    for parts, bold in ((short, False), (set_off, True)):
        listed += [(line, bold) for line in _side_by_side(parts, strip.width - indent)]
    if lead and not listed:
        listed.append(("", False))
    for number, (line, bold) in enumerate(listed):
        margin = " " * (columns(lead) if number < len(named) else indent)
        strip.line((margin if number else lead) + line, bold=bold)
    for label, text, bold in own:
        _labelled(strip, label, text, indent=indent, bold=bold)


def _side_by_side(parts: list[str], width: int) -> list[str]:
    """Set short texts beside each other; none is broken that fits on a line of its own."""
    lines: list[str] = []
    for part in parts:
        hung = _hung(part, width)
        beside = f"{lines[-1]}  {hung[0]}" if lines else ""
        if beside and len(hung) == 1 and columns(beside) <= width:
            lines[-1] = beside
        else:
            lines += hung
    return lines


def _code(strip: Strip, block: Code) -> None:
    if block.payload:
        _scanned(strip, block.payload)
    for line in block.lines:
        _text(strip, line, Align.CENTRE)
    if block.seal:
        strip.feed(_SEAL_LINES)
        _text(strip, block.seal, Align.CENTRE)
        for text in block.issued:
            _text(strip, text, Align.CENTRE)
        strip.feed(_SEAL_LINES)


def _signatures(strip: Strip, block: Signatures) -> None:
    if block.day:
        _text(strip, block.day, Align.RIGHT)
    for label in block.labels:
        _blank(strip, label)
        _text(strip, "年　　月　　日", Align.RIGHT)
    if block.payload:
        _scanned(strip, block.payload)


def _scanned(strip: Strip, payload: str) -> None:
    """Print the QR, and below it the bars of papers that laser scanners read.

    A line of white above and below is the four modules a QR needs: not every printer leaves them.
    """
    strip.feed(1)
    strip.code(payload)
    strip.feed(1)
    strip.bars(bar_text(payload))


def _blank(strip: Strip, label: str) -> None:
    """Print a label with a line to write on, below it where little room is left."""
    strip.line()
    text = visible(f"{label}：")
    free = strip.width - columns(text)
    if free < _TO_WRITE_ON:
        _text(strip, text)
        text, free = "", strip.width
    strip.line(text + "_" * free)


def _flow(strip: Strip, block: Flow) -> None:
    for number, box in enumerate(block.boxes):
        if number:
            _text(strip, "↓", Align.CENTRE)
        _text(strip, f"【{box.name}】", Align.CENTRE, bold=True)
        for line in box.lines:
            _text(strip, line, Align.CENTRE)
        for aside in box.asides:
            for place, line in enumerate(_wrapped(aside, strip.width - 3)):
                strip.line(("   " if place else "→ ") + line)


def _labelled(strip: Strip, label: str, value: str, *, indent: int = 0, bold: bool = False) -> None:
    """Print a label and its value; the value's further lines stand below its beginning."""
    start = " " * indent + visible(f"{label}：")
    hang = columns(start)
    room = strip.width - hang
    fits = all(columns(visible(part)) <= room for part in value.split("\n"))
    is_number = value.isascii() and " " not in value and columns(value) <= strip.width - indent - 2
    if not fits and (room < strip.width * _BESIDE or is_number):
        for line in _wrapped(f"{label}：", strip.width - indent):
            strip.line(" " * indent + line, bold=bold)
        hang = indent + 2
        start = " " * hang
    for number, line in enumerate(_listed(value, strip.width - hang)):
        strip.line((" " * hang if number else start) + line, bold=bold)


def _listed(value: str, width: int) -> list[str]:
    """Wrap a value; where it has several parts, the further lines of each stand in."""
    parts = value.split("\n")
    if len(parts) == 1:
        return _wrapped(value, width)
    return [line for part in parts for line in _hung(part, width)]


def _hung(text: str, width: int) -> list[str]:
    """Wrap a text among others, its further lines standing in."""
    lines = _wrapped(text, width)
    if len(lines) == 1:
        return lines
    first, *more = _wrapped(text, width - BELOW)
    return [first, *(" " * BELOW + line for line in more)]


def _enlarged(strip: Strip, text: str, scale: int) -> None:
    """Print as large as fits up to `scale`; a bitmap character keeps the line at single size."""
    if not text:
        return
    scale = min(scale, strip.width // columns(visible(text))) if strip.is_plain(text) else 1
    if scale > 1:
        strip.line(visible(text), Align.CENTRE, bold=True, scale=scale)
    elif strip.is_plain(text) and columns(visible(text)) <= strip.width:
        strip.line(visible(text), Align.CENTRE, bold=True, tall=True)
    else:
        _text(strip, text, Align.CENTRE, bold=True)


def _text(strip: Strip, text: str, align: Align = Align.LEFT, *, bold: bool = False) -> None:
    for line in _wrapped(text, strip.width):
        strip.line(line, align, bold=bold)


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(visible(text), width, columns)

"""Tables and label-value grids on a sheet: wrapped cells, repeated heads, rows over pages.

Nothing is ever cut: a row higher than the page goes on on the next one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate

from zcdesk.forms import fonts
from zcdesk.forms.blocks import Align, Pair, Pairs, Table
from zcdesk.forms.sheet import LEFT, TOP, Sheet

SIZE = 10.0
LEADING = 15.5
PAD = 3.4
SIDE = 5.0
GAP = 7.5

_PAIR_SHARES = (14.5, 35.0, 20.5, 30.0)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of one row, wrapped to its width; `text` is what the lines say together."""

    x: float
    width: float
    lines: tuple[str, ...]
    align: Align = Align.CENTRE
    bold: bool = False
    shade: bool = False
    text: str = ""


def cell(
    x: float, width: float, text: str, align: Align, *, bold: bool = False, shade: bool = False
) -> Cell:
    """Wrap `text` into a cell."""
    lines = fonts.lines(text, width - 2 * SIDE, SIZE, bold=bold)
    return Cell(x, width, lines, align, bold, shade, fonts.visible(text))


def height(sheet: Sheet, row: list[Cell]) -> float:
    """Give the height of a row: of its highest cell."""
    return max(len(one.lines) for one in row) * LEADING + 2 * PAD * sheet.air


def lay_table(sheet: Sheet, table: Table, tail: float = 0.0) -> None:
    """Lay a table, its head again on every page it reaches.

    Args:
        tail: height of what must stand on the same page as the last row.
    """
    total = sum(column.share for column in table.columns)
    widths = [column.share * sheet.inner / total for column in table.columns]
    places = list(zip(accumulate(widths, initial=LEFT), widths, strict=False))
    head = [
        cell(x, wide, column.title, Align.CENTRE, shade=True)
        for (x, wide), column in zip(places, table.columns, strict=True)
    ]
    rows = [
        [
            cell(x, wide, text, column.align, bold=number in row.bold)
            for number, (text, column, (x, wide)) in enumerate(
                zip(row.cells, table.columns, places, strict=True)
            )
        ]
        for row in table.rows
    ] or [[cell(LEFT, sheet.inner, table.empty, Align.CENTRE)]]
    caption = _caption(sheet, table.caption)
    above = len(caption) * (LEADING + 2) + height(sheet, head)
    tail += GAP * sheet.air if tail else 0.0
    first = height(sheet, rows[0])
    # a head never stands alone: the first row with it, with all that belongs to that one, or its
    # beginning where no page holds it
    whole = sheet.bottom - TOP - above
    together = first + (tail if len(rows) == 1 else 0.0)
    least = next((high for high in (together, first) if high <= whole), LEADING * 6)
    if above + least > sheet.room:
        sheet.turn()
    for line in caption:
        if sheet.room < LEADING + 2:
            sheet.turn()
        sheet.text(LEFT, sheet.y, line, SIZE + 0.5, bold=True)
        sheet.y += LEADING + 2
    if height(sheet, head) + least > sheet.room:  # caption and head together fill a page
        sheet.turn()
    _row(sheet, head)
    for row in rows[:-1]:
        _flow(sheet, head, row)
    _flow(sheet, head, rows[-1], tail)
    sheet.gap(GAP)


def _caption(sheet: Sheet, text: str) -> tuple[str, ...]:
    return fonts.lines(text, sheet.inner, SIZE + 0.5, bold=True) if text else ()


def lay_pairs(sheet: Sheet, block: Pairs, tail: float = 0.0) -> None:
    """Lay labels and values two by two; a long value has a row of its own, an empty one room.

    Args:
        tail: height of what must stand on the same page as the last row.
    """
    widths = [share * sheet.inner / 100 for share in _PAIR_SHARES]
    *rows, last = _pair_rows(block.pairs, widths)
    for row in rows:
        _flow(sheet, [], row)
    _flow(sheet, [], last, tail + GAP * sheet.air if tail else 0.0)
    sheet.gap(GAP)


def _pair_rows(pairs: tuple[Pair, ...], widths: list[float]) -> list[list[Cell]]:
    x0, x1, x2, x3 = list(accumulate(widths[:3], initial=LEFT))
    rows: list[list[Cell]] = []
    waiting: Pair | None = None

    def single(pair: Pair) -> list[Cell]:
        return [
            cell(x0, widths[0], pair.label, Align.CENTRE, shade=True),
            cell(x1, sum(widths[1:]), pair.value or "\n", Align.LEFT),
        ]

    for pair in pairs:
        long = fonts.width(fonts.visible(pair.value), SIZE, bold=False) > 2 * widths[3]
        if long:
            rows.extend(single(one) for one in (waiting, pair) if one)
            waiting = None
        elif waiting is None:
            waiting = pair
        else:
            rows.append(
                [
                    cell(x0, widths[0], waiting.label, Align.CENTRE, shade=True),
                    cell(x1, widths[1], waiting.value or "\n", Align.LEFT),
                    cell(x2, widths[2], pair.label, Align.CENTRE, shade=True),
                    cell(x3, widths[3], pair.value or "\n", Align.LEFT),
                ]
            )
            waiting = None
    if waiting:
        rows.append(single(waiting))
    return rows


def _flow(sheet: Sheet, head: list[Cell], row: list[Cell], tail: float = 0.0) -> None:
    """Lay one row, on the next page where it does not fit, in parts where no page holds it."""
    whole = sheet.bottom - TOP - (height(sheet, head) if head else 0.0)
    if height(sheet, row) > whole:
        row = _fill(sheet, head, row)
    elif height(sheet, row) + (tail if height(sheet, row) + tail <= whole else 0.0) > sheet.room:
        _turn(sheet, head)
    _row(sheet, row)


def _fill(sheet: Sheet, head: list[Cell], row: list[Cell]) -> list[Cell]:
    """Lay as many lines of a too high row as fit, page after page, and return the rest."""
    while height(sheet, row) > sheet.room:
        fitting = int((sheet.room - 2 * PAD * sheet.air) // LEADING)
        if fitting > 0:
            _row(sheet, [_part(one, slice(fitting)) for one in row])
            row = [_part(one, slice(fitting, None)) for one in row]
        _turn(sheet, head)
    return row


def _part(one: Cell, lines: slice) -> Cell:
    kept = one.lines[lines]
    return replace(one, lines=kept or ("",), text="".join(kept))


def _turn(sheet: Sheet, head: list[Cell]) -> None:
    sheet.turn()
    if head:
        _row(sheet, head)


def _row(sheet: Sheet, row: list[Cell]) -> None:
    high = height(sheet, row)
    for one in row:
        sheet.box(one.x, sheet.y, one.width, high, shade=one.shade)
        y = sheet.y + (high - len(one.lines) * LEADING) / 2 + (LEADING - SIZE) / 2
        with sheet.one(one.text):
            for line in one.lines:
                if line:
                    sheet.text(_x(one, line), y, line, SIZE, bold=one.bold)
                y += LEADING
    sheet.loose += 2 * PAD
    sheet.y += high


def _x(one: Cell, line: str) -> float:
    if one.align is Align.LEFT:
        return one.x + SIDE
    free = one.width - fonts.width(line, SIZE, bold=one.bold)
    return one.x + (free / 2 if one.align is Align.CENTRE else free - SIDE)

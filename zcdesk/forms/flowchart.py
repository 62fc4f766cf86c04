"""A flow drawn as boxes one below the other, with the ways that leave it on the right.

Never a box torn apart: one that does not fit begins on the next page, and where a page is too
small for one the flow becomes a table.
"""

from __future__ import annotations

from dataclasses import dataclass

from zcdesk.forms import fonts, grid
from zcdesk.forms.blocks import Align, Column, Flow, FlowBox, Row, Table
from zcdesk.forms.sheet import LEFT, MM, TOP, Sheet

NAME, SIZE, LEADING = 12.0, 9.5, 14.0
PAD = 7.0
WIDE = 78 * MM
ASIDE = 62 * MM
DOWN = 24.0
BETWEEN = 5.0


@dataclass(frozen=True, slots=True)
class _Laid:
    """A box measured: its name, its own lines, and the lines of each way out."""

    name: tuple[str, ...]
    lines: tuple[str, ...]
    asides: tuple[tuple[str, ...], ...]

    @property
    def own(self) -> float:
        return 2 * PAD + len(self.name) * (NAME + 4) + len(self.lines) * LEADING

    @property
    def beside(self) -> float:
        heights = [len(lines) * LEADING + PAD for lines in self.asides]
        return sum(heights) + BETWEEN * max(0, len(heights) - 1)

    @property
    def high(self) -> float:
        return max(self.own, self.beside)


def lay(sheet: Sheet, flow: Flow) -> None:
    """Lay the boxes, an arrow between each two."""
    boxes = [_measure(box) for box in flow.boxes]
    if any(box.high > sheet.bottom - TOP for box in boxes):
        grid.lay_table(sheet, _table(flow))
        return
    x = LEFT if any(box.asides for box in boxes) else LEFT + (sheet.inner - WIDE) / 2
    for number, box in enumerate(boxes):
        arrow = DOWN * min(sheet.air, 1.4) if number else 0.0
        if box.high + arrow > sheet.room:
            sheet.turn()
        elif arrow:
            sheet.arrow(x + WIDE / 2, sheet.y, x + WIDE / 2, sheet.y + arrow)
            sheet.loose += DOWN
            sheet.y += arrow
        _box(sheet, box, x, round_ends=number in (0, len(boxes) - 1))
        _asides(sheet, box, x)
        sheet.y += box.high
    sheet.gap(10)


def _measure(box: FlowBox) -> _Laid:
    def lines(
        text: str, width: float, size: float = SIZE, *, bold: bool = False
    ) -> tuple[str, ...]:
        return fonts.lines(text, width - 2 * PAD, size, bold=bold)

    return _Laid(
        lines(box.name, WIDE, NAME, bold=True),
        tuple(line for text in box.lines for line in lines(text, WIDE)),
        tuple(lines(text, ASIDE) for text in box.asides),
    )


def _table(flow: Flow) -> Table:
    columns = (Column("环节", 25), Column("", 35), Column("", 40, Align.LEFT))
    rows = tuple(Row((box.name, "\n".join(box.lines), "\n".join(box.asides))) for box in flow.boxes)
    return Table(columns, rows)


def _box(sheet: Sheet, laid: _Laid, x: float, *, round_ends: bool) -> None:
    """Draw the box as high as its row, so that arrows always meet its edges."""
    high = laid.high
    if round_ends:
        sheet.box(x, sheet.y, WIDE, high, radius=min(high / 2, 12))
    else:
        sheet.box(x, sheet.y, WIDE, high)
    y = sheet.y + (high - laid.own) / 2 + PAD
    for line in laid.name:
        wide = fonts.width(line, NAME, bold=True)
        sheet.text(x + (WIDE - wide) / 2, y, line, NAME, bold=True)
        y += NAME + 4
    for line in laid.lines:
        wide = fonts.width(line, SIZE, bold=False)
        sheet.text(x + (WIDE - wide) / 2, y, line, SIZE)
        y += LEADING


def _asides(sheet: Sheet, laid: _Laid, x: float) -> None:
    left = sheet.right - ASIDE
    y = sheet.y + (laid.high - laid.beside) / 2
    for lines in laid.asides:
        high = len(lines) * LEADING + PAD
        sheet.arrow(x + WIDE, y + high / 2, left, y + high / 2)
        sheet.box(left, y, ASIDE, high)
        text = y + PAD / 2 + (LEADING - SIZE) / 2
        for line in lines:
            sheet.text(left + PAD, text, line, SIZE)
            text += LEADING
        y += high + BETWEEN

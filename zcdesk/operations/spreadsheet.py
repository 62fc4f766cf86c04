"""Tables as a workbook (XLSX): what a page shows, cell by cell, numbers as numbers.

Never a formula: a cell that begins with = stays text.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from zcdesk.domain.papers_report import StatisticsPaper

Cell = str | int | float | None

MAX_NAME = 31
"""Characters of a sheet's name, by the format."""


class Grid(NamedTuple):
    """One sheet: its name, the heads of its columns and its rows."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def grids(paper: StatisticsPaper) -> tuple[Grid, ...]:
    """Return the tables of a report as sheets, its numbers as numbers, its notes at the end."""
    tables = tuple(
        Grid(table.title, table.columns, tuple(tuple(map(_cell, row)) for row in table.rows))
        for table in paper.tables
    )
    said = (paper.name, paper.scope, paper.reason, paper.digest, *paper.remarks)
    return (*tables, Grid("说明", ("说明",), tuple((line,) for line in said if line)))


def to_bytes(grids: Sequence[Grid]) -> bytes:
    """Return a workbook with a sheet for each grid."""
    import xlsxwriter

    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    head = book.add_format({"bold": True, "bg_color": "#E8EEF7", "text_wrap": True})
    try:
        for number, grid in enumerate(grids, 1):
            sheet = book.add_worksheet(_name(grid.name, number))
            sheet.write_row(0, 0, grid.heads, head)
            for row, cells in enumerate(grid.rows, 1):
                for column, cell in enumerate(cells):
                    _write(sheet, row, column, cell)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, max(len(grid.heads) - 1, 0), 18)
    finally:
        book.close()
    return target.getvalue()


def _cell(text: str) -> Cell:
    try:
        return int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        return text


def _write(sheet: Any, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, cell)


def _name(name: str, number: int) -> str:
    allowed = "".join(char for char in name if char not in "[]:*?/\\'")
    return allowed[:MAX_NAME] or f"表{number}"

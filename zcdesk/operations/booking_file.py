"""A table of bookings from a file, CSV or XLSX, as rows that were judged.

Needs no session. Nothing is kept of the file, and no name is read out of it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from zcdesk.catalogue.raw import Unreadable
from zcdesk.catalogue.xlsx_file import first_sheet
from zcdesk.domain import booking_rows
from zcdesk.domain.booking_rows import HEADS, Asked, Fault
from zcdesk.errors import UserError
from zcdesk.operations.spreadsheet import Grid, to_bytes

MOST_BYTES, MOST_ROWS = 4 * 1024 * 1024, 5000
SUFFIXES = (".csv", ".xlsx")
_HEAD_ROWS = 10
"""Rows among which the headings are looked for: tables come with a title above."""

Rows = tuple[Asked | Fault, ...]


def read(path: Path) -> Rows:
    """Read and judge a file; see `judged`."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserError("BKG-10", file=path.name, reason="文件打不开") from error
    return judged(path.name, raw)


def judged(name: str, raw: bytes) -> Rows:
    """Judge every row of a table.

    Raises:
        UserError: BKG-10, the file is no table; Invalid: BKG-11, a heading is missing.
    """
    if len(raw) > MOST_BYTES:
        raise UserError("BKG-10", file=name, reason="文件太大")
    lines = enumerate(_lines(name, raw), 1)
    where = _columns(lines)
    rows = tuple(
        booking_rows.judge(no, cells, where)
        for no, cells in lines
        if any(booking_rows.words(cell) for cell in cells)
    )
    if len(rows) > MOST_ROWS:
        raise UserError("BKG-10", file=name, reason=f"超过 {MOST_ROWS} 行")
    return rows


def template() -> bytes:
    """Return an empty table with its headings and one line that shows how."""
    shown = ("YY2026001", "2026-11-24", "09:00-09:30", "社会民生", "", "", "")
    return to_bytes((Grid("预约", HEADS, (shown,)),))


def save_template(path: Path) -> None:
    """Write an empty table to a file."""
    try:
        path.write_bytes(template())
    except OSError as error:
        raise UserError("BKG-10", file=path.name, reason="写不了这个文件") from error


def _columns(lines: Iterable[tuple[int, Sequence[object]]]) -> dict[str, int]:
    """Find the headings and leave `lines` at the row after them."""
    first: UserError | None = None
    for no, cells in lines:
        try:
            return booking_rows.columns(cells)
        except UserError as error:
            first = first or error
        if no >= _HEAD_ROWS:
            break
    raise first or UserError("BKG-10", file="", reason="文件是空的")


def _lines(name: str, raw: bytes) -> Iterable[Sequence[object]]:
    if name.lower().endswith(".xlsx"):
        try:
            return first_sheet(Path(name), raw)[1]
        except Unreadable as error:
            raise UserError("BKG-10", file=name, reason=error.reason) from error
    if b"\0" in raw:
        raise UserError("BKG-10", file=name, reason="不是文本，也不是 xlsx 表格")
    try:
        return list(csv.reader(io.StringIO(_text(raw), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UserError("BKG-10", file=name, reason="不是正确的 CSV") from error


def _text(raw: bytes) -> str:
    """Read UTF-8, or what spreadsheets write in its place here."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")

"""Catalogue files in XLSX: sheet 事项 with a matter to a row, sheet 材料 with a material to a row;
or one sheet of a department's own, with a material to a row and its matter repeated.

A department fills these in; so heads and values are Chinese, every cell is text or a number, and
a cell that cannot be taken is named with file, sheet, row and column. Formulas are never run.
"""

from __future__ import annotations

import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from zcdesk.catalogue import table
from zcdesk.catalogue.columns import MATERIAL, MATTER, Column, fold
from zcdesk.catalogue.convert import key_of
from zcdesk.catalogue.raw import (
    MAX_BYTES,
    RawFile,
    RawMaterial,
    RawMatter,
    Unreadable,
    read_bytes,
)
from zcdesk.domain.matter import Matter
from zcdesk.errors import UserError

MATTERS, MATERIALS = "事项", "材料"
MAX_ROWS = 20_000
_MAX_COLUMNS = 80
_MAX_CELL = 32_767
_OF = "事项键"

_DAMAGE = (
    OSError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    EOFError,
    RuntimeError,
    ParseError,
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
)
"""What openpyxl lets out when a part of the workbook is damaged or none of its own."""


def read_raw(path: Path) -> RawFile:
    """Read both sheets; `Unreadable` if the file is no workbook of this shape."""
    sheets = _sheets(path, read_bytes(path))
    rows = sheets.get(MATTERS)
    if rows is None:
        return _flat(path, *next(iter(sheets.items())))
    matters = [
        RawMatter(f"{MATTERS}!{row}", values)
        for row, values in _rows(path, MATTERS, rows, table.matter_heads(), MATTER)
    ]
    lines = _rows(
        path,
        MATERIALS,
        sheets.get(MATERIALS, ()),
        {fold(_OF): "of", fold("事项名称"): "of_name"} | table.material_heads(),
        MATERIAL,
    )
    return _with_materials(str(path), matters, lines)


def to_bytes(matters: Iterable[Matter]) -> bytes:
    """Return the catalogue as a workbook."""
    import xlsxwriter

    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    head = book.add_format({"bold": True, "bg_color": "#E8EEF7", "text_wrap": True})
    known = tuple(matters)
    try:
        _write(book.add_worksheet(MATTERS), head, [c.head for c in MATTER], _matter_rows(known))
        heads = [_OF, "事项名称", *(column.head for column in MATERIAL)]
        _write(book.add_worksheet(MATERIALS), head, heads, _material_rows(known))
    finally:
        book.close()
    return target.getvalue()


def first_sheet(path: Path, data: bytes) -> tuple[str, list[Sequence[Any]]]:
    """Return name and rows of a workbook's first sheet; `path` only names it in what goes wrong."""
    return next(iter(_sheets(path, data).items()))


def _sheets(path: Path, data: bytes) -> dict[str, list[Sequence[Any]]]:
    _guard(path, data)
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            # openpyxl warns of parts it drops (pictures, validations); none is read here.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
            try:
                return {
                    name: list(
                        book[name].iter_rows(
                            max_row=MAX_ROWS + 1, max_col=_MAX_COLUMNS, values_only=True
                        )
                    )
                    for name in _wanted(book.sheetnames)
                }
            finally:
                book.close()
    except (*_DAMAGE, InvalidFileException) as error:
        raise Unreadable(path, "工作簿已损坏，请用表格软件打开后另存") from error


def _wanted(names: Sequence[str]) -> Sequence[str]:
    """Return the sheets to read: ours, or the first of a department's own workbook."""
    ours = [name for name in names if name in (MATTERS, MATERIALS)]
    return ours if MATTERS in ours else names[:1]


def _flat(path: Path, sheet: str, rows: Sequence[Sequence[Any]]) -> RawFile:
    """Read a department's own sheet: a material to a row, its matter repeated in each."""
    heads = table.find_heads(rows[0], table.flat_heads()) if rows else {}
    if table.missing(heads, MATTER):
        raise Unreadable(path, f"没有工作表“{MATTERS}”", sheet=MATTERS)
    if len(rows) > MAX_ROWS:
        raise Unreadable(path, f"工作表“{sheet}”超过 {MAX_ROWS} 行", sheet=sheet)
    numbered = (
        (f"{sheet}!{number}", row)
        for number, row in enumerate(rows[1:], 2)
        if table.values(row, heads)
    )
    return RawFile(str(path), table.gather(numbered, heads))


def _guard(path: Path, data: bytes) -> None:
    """Refuse what is no workbook, or would grow beyond measure when unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
            names = set(parts.namelist())
            if any(b"<!DOCTYPE" in _start(parts, part) for part in parts.infolist()):
                raise Unreadable(path, "工作簿里有不该有的定义，已停止读取")
    except (zipfile.BadZipFile, ValueError, OSError, struct.error) as error:
        raise Unreadable(path, "不是 xlsx 工作簿，或设有打开密码") from error
    if "[Content_Types].xml" not in names or size > 8 * MAX_BYTES:
        raise Unreadable(path, "不是 xlsx 工作簿，或内容过大")


def _start(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    try:
        with parts.open(part) as stream:
            return stream.read(1024)
    except _DAMAGE:
        return b""  # openpyxl meets the damage itself, if it needs the part


def _rows(
    path: Path,
    sheet: str,
    rows: Sequence[Sequence[Any]],
    known: dict[str, str],
    columns: tuple[Column, ...],
) -> Iterator[tuple[int, dict[str, object]]]:
    if not rows:
        return
    heads = table.find_heads(rows[0], known)
    if lacking := table.missing(heads, columns):
        reason = f"工作表“{sheet}”第 1 行缺少列：{lacking}"
        raise Unreadable(path, reason, sheet=sheet, row=1, column=lacking)
    if len(rows) > MAX_ROWS:
        raise Unreadable(path, f"工作表“{sheet}”超过 {MAX_ROWS} 行", sheet=sheet)
    for number, row in enumerate(rows[1:], 2):
        if told := table.values(row, heads):
            yield number, told


def _with_materials(
    file: str, matters: list[RawMatter], lines: Iterator[tuple[int, dict[str, object]]]
) -> RawFile:
    """Put each material under the matter its row names, by key or else by name."""
    by_key = {key_of(matter): at for at, matter in enumerate(matters)}
    by_name = {str(matter.values.get("name")): at for at, matter in enumerate(matters)}
    gathered: list[list[RawMaterial]] = [[] for _ in matters]
    stray: list[RawMaterial] = []
    for number, told in lines:
        key, name = told.pop("of", None), told.pop("of_name", None)
        at = by_key.get(str(key)) if key is not None else by_name.get(str(name))
        line = RawMaterial(f"{MATERIALS}!{number}", told)
        (stray if at is None else gathered[at]).append(line)
    whole = (
        RawMatter(matter.where, matter.values, tuple(own))
        for matter, own in zip(matters, gathered, strict=True)
    )
    return RawFile(file, tuple(whole), tuple(stray))


def _matter_rows(matters: Iterable[Matter]) -> Iterator[list[object]]:
    for matter in matters:
        yield [column.kind.show(getattr(matter, column.key)) for column in MATTER]


def _material_rows(matters: Iterable[Matter]) -> Iterator[list[object]]:
    for matter in matters:
        for line in matter.materials:
            shown = [column.kind.show(getattr(line, column.key)) for column in MATERIAL]
            yield [matter.key, matter.name, *shown]


def _write(sheet: Any, bold: Any, heads: list[str], rows: Iterable[list[object]]) -> None:
    """Write texts as texts: a name that begins with = is no formula, 0012 no number."""
    for at, head in enumerate(heads):
        sheet.write_string(0, at, head, bold)
    for row, cells in enumerate(rows, 1):
        for at, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(row, at, cell)
            elif isinstance(cell, str):
                if len(cell.encode("utf-16-le")) // 2 > _MAX_CELL:
                    raise UserError("CAT-12", sheet=sheet.get_name(), row=row + 1, column=heads[at])
                sheet.write_string(row, at, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, sheet.dim_rowmax or 1), len(heads) - 1)
    sheet.set_column(0, len(heads) - 1, 16)

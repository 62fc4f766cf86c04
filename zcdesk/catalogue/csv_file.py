"""Catalogue files in CSV: one matter to a row, or one material to a row with its matter repeated.

Read only: lists with many fields per material belong in YAML or XLSX.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from zcdesk.catalogue import table
from zcdesk.catalogue.columns import MATTER
from zcdesk.catalogue.raw import RawFile, Unreadable, read_text


def read_raw(path: Path) -> RawFile:
    """Read a CSV file's rows; the row a finding names is the line in the file."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num, cells))
    except csv.Error as error:
        line = reader.line_num
        raise Unreadable(path, f"第 {line} 行不是正确的 CSV", row=line) from error
    if not rows:
        raise Unreadable(path, "文件是空的")
    heads = table.find_heads(rows[0][1], table.flat_heads())
    if lacking := table.missing(heads, MATTER):
        raise Unreadable(path, f"第 1 行缺少列：{lacking}，不是事项目录", row=1, column=lacking)
    width = len(rows[0][1])
    for line, cells in rows:
        if len(cells) > width:
            raise Unreadable(path, f"第 {line} 行比表头多出 {len(cells) - width} 列", row=line)
    numbered = ((str(line), cells) for line, cells in rows[1:])
    return RawFile(str(path), table.gather(numbered, heads))

"""A catalogue file as it was typed: canonical keys, values not yet judged.

Every format is read into `RawFile`, so that lint can name the row and field of a bad value that
could never become a `Matter`. Nothing here decides whether a value is right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from zcdesk.errors import UserError

MAX_BYTES = 16 * 1024 * 1024


class Unreadable(UserError):
    """The file cannot be read as a catalogue at all.

    Attributes:
        file: the path as it was given.
        reason: a Chinese sentence with the place, e.g. ``第 12 行：…``.
    """

    def __init__(self, file: str | Path, reason: str, **place: object) -> None:
        super().__init__("CAT-10", file=str(file), reason=reason, **place)
        self.file = str(file)
        self.reason = reason


class BadCell(UserError):
    """One value cannot be taken.

    Attributes:
        file, row: where; `sheet` and `column` too where the file is a workbook.
        field: canonical key, materials counted from one: ``materials[3].copies``.
        reason: what the value must be, in Chinese.
    """

    def __init__(self, file: str, row: str, field: str, column: str, reason: str) -> None:
        sheet, _, number = row.rpartition("!")
        super().__init__(
            "CAT-11", file=file, sheet=sheet, row=number, column=column, field=field, reason=reason
        )
        self.file = file
        self.row = row
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class RawMaterial:
    """Attributes: `where` is the row a person finds the line in, e.g. ``材料!12`` or ``73``."""

    where: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class RawMatter:
    where: str
    values: Mapping[str, object]
    materials: tuple[RawMaterial, ...] = ()


@dataclass(frozen=True, slots=True)
class RawFile:
    """Attributes: `stray` are materials whose matter is not in the file."""

    file: str
    matters: tuple[RawMatter, ...]
    stray: tuple[RawMaterial, ...] = ()


def read_bytes(path: Path) -> bytes:
    """Read a whole file of a sensible size."""
    if path.is_dir():
        raise Unreadable(path, "这是文件夹，请指定其中的一个文件")
    try:
        if path.exists() and not path.is_file():
            raise Unreadable(path, "不是普通文件")
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable(path, f"文件大于 {MAX_BYTES // 2**20} MB，不像事项目录")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable(path, "文件不存在") from error
    except (OSError, ValueError) as error:
        raise Unreadable(path, "文件打不开，请检查权限或是否被占用") from error


def read_text(path: Path) -> str:
    """Read a UTF-8 text, with or without a byte order mark."""
    data = read_bytes(path)
    if b"\0" in data:
        raise Unreadable(path, "是二进制文件，不是文本")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(path, f"第 {line} 行不是 UTF-8 编码，请另存为 UTF-8", row=line) from error

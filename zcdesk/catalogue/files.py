"""The catalogue's front door: read, write and merge files, whatever their format.

Reading gives complete `Matter` values (search keys and defects computed); writing replaces a file
as a whole, so a failed write never leaves half of one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from zcdesk.catalogue import csv_file, xlsx_file, yaml_file
from zcdesk.catalogue.convert import merge_rows, to_matters
from zcdesk.catalogue.raw import RawFile, Unreadable
from zcdesk.domain.matter import Matter
from zcdesk.errors import StoreError

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "catalogue"

_READERS = {
    ".yaml": yaml_file.read_raw,
    ".yml": yaml_file.read_raw,
    ".csv": csv_file.read_raw,
    ".xlsx": xlsx_file.read_raw,
}


def shipped_files(folder: Path = SHIPPED) -> tuple[Path, ...]:
    """Return the annexes the program brings, in order."""
    return tuple(sorted(folder.glob("annex*.yaml")))


def load_shipped(folder: Path = SHIPPED) -> tuple[Matter, ...]:
    """Return the shipped catalogue: the rows of the annexes as matters, all of them samples."""
    files = shipped_files(folder)
    if not files:
        raise Unreadable(folder, "程序自带的事项目录不见了，请重新安装")
    return merge_rows(matter for file in files for matter in read(file))


def read_raw(path: str | Path) -> RawFile:
    """Read a file's rows by its suffix; `Unreadable` if it cannot be."""
    file = Path(path)
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        kinds = "、".join(_READERS)
        missing = "文件不存在" if not file.exists() else f"不认识的文件类型，应为 {kinds}"
        raise Unreadable(path, "这是文件夹，请指定其中的一个文件" if file.is_dir() else missing)
    return reader(file)


def read(path: str | Path) -> tuple[Matter, ...]:
    """Read a catalogue file of any format."""
    return to_matters(read_raw(path))


def read_yaml(path: str | Path) -> tuple[Matter, ...]:
    return to_matters(yaml_file.read_raw(Path(path)))


def read_xlsx(path: str | Path) -> tuple[Matter, ...]:
    return to_matters(xlsx_file.read_raw(Path(path)))


def write_yaml(path: str | Path, matters: Iterable[Matter]) -> None:
    _replace(Path(path), yaml_file.to_text(matters).encode())


def write_xlsx(path: str | Path, matters: Iterable[Matter]) -> None:
    _replace(Path(path), xlsx_file.to_bytes(matters))


def write(path: str | Path, matters: Iterable[Matter]) -> None:
    """Write a catalogue file; the suffix decides between YAML and XLSX."""
    suffix = Path(path).suffix.lower()
    if suffix == ".xlsx":
        write_xlsx(path, matters)
    elif suffix in (".yaml", ".yml"):
        write_yaml(path, matters)
    else:
        raise Unreadable(path, "只能导出为 .yaml 或 .xlsx")


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        os.replace(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError("CAT-13", file=str(path), reason=error.strerror or "") from error

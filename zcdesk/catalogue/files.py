"""The catalogue's front door: read, write and merge files, whatever their format.

Reading gives complete `Matter` values (search keys and defects computed); writing replaces a file
as a whole, so a failed write never leaves half of one. Formats load when one is first met.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from zcdesk import paths
from zcdesk.catalogue.convert import merge_rows, to_matters
from zcdesk.catalogue.raw import RawFile, Unreadable, read_bytes
from zcdesk.domain.matter import Matter
from zcdesk.errors import StoreError

KINDS = (".yaml", ".yml", ".csv", ".xlsx")


def shipped_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the annexes the program brings, in order."""
    folder = folder or paths.resources_dir() / "catalogue"
    files = tuple(sorted(folder.glob("annex*.yaml")))
    if not files:
        raise Unreadable(folder, "程序自带的事项目录不见了，请重新安装")
    return files


def load_shipped(folder: Path | None = None) -> tuple[Matter, ...]:
    """Return the shipped catalogue: the rows of the annexes as matters, all of them samples."""
    return merge_rows(matter for file in shipped_files(folder) for matter in read(file))


def read_raw(path: str | Path) -> RawFile:
    """Read a file's rows by its suffix; `Unreadable` if it cannot be."""
    file = Path(path)
    match file.suffix.lower():
        case ".yaml" | ".yml":
            from zcdesk.catalogue import yaml_file

            return yaml_file.read_raw(file)
        case ".csv":
            from zcdesk.catalogue import csv_file

            return csv_file.read_raw(file)
        case ".xlsx":
            from zcdesk.catalogue import xlsx_file

            return xlsx_file.read_raw(file)
        case _:
            read_bytes(file)
            raise Unreadable(path, f"不认识的文件类型，应为 {'、'.join(KINDS)}")


def read(path: str | Path) -> tuple[Matter, ...]:
    """Read a catalogue file of any format."""
    return to_matters(read_raw(path))


def read_yaml(path: str | Path) -> tuple[Matter, ...]:
    from zcdesk.catalogue import yaml_file

    return to_matters(yaml_file.read_raw(Path(path)))


def read_xlsx(path: str | Path) -> tuple[Matter, ...]:
    from zcdesk.catalogue import xlsx_file

    return to_matters(xlsx_file.read_raw(Path(path)))


def write_yaml(path: str | Path, matters: Iterable[Matter]) -> None:
    from zcdesk.catalogue import yaml_file

    _replace(Path(path), yaml_file.to_text(matters).encode())


def write_xlsx(path: str | Path, matters: Iterable[Matter]) -> None:
    from zcdesk.catalogue import xlsx_file

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
        with suppress(OSError):
            part.unlink()
        raise StoreError("CAT-13", file=str(path), reason=error.strerror or "") from error

"""Reads printer profiles from TOML files: the models the program brings, and a hall's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import msgspec

from zcdesk import paths
from zcdesk.devices.described import Wrong, read, text_of
from zcdesk.domain.printer_profile import GENERIC, PrinterProfile

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_LINE = re.compile(r"[5-8][NEOMS][12]")
_DOTS = {58: (360, 464), 80: (504, 640)}
"""Least and most dots of a line that fit on a paper's width at 180 to 203 dots to the inch."""
_MOST_FEED = 20


class _File(msgspec.Struct, forbid_unknown_fields=True):
    printer: PrinterProfile


def load_printer(path: Path) -> PrinterProfile:
    """Read a model from a file; DEV-12 with file, line, field and what is wrong."""
    return read_printer(text_of(path), path.name)


def read_printer(text: str, file: str = "") -> PrinterProfile:
    """Read a model from its text."""
    return read(text, file, _File, _checked)


@lru_cache(maxsize=1)
def printers() -> Mapping[str, PrinterProfile]:
    """Return the models the program brings by name, the generic ones first."""
    files = sorted((paths.resources_dir() / "printers").glob("*.toml"))
    known = (*GENERIC.values(), *map(load_printer, files))
    return MappingProxyType({one.name: one for one in known})


def printer_of(wanted: str) -> PrinterProfile:
    """Return the model of that name, or of that file of a hall's own; ValueError for neither."""
    if wanted.endswith(".toml"):
        return load_printer(Path(wanted))
    found = printers().get(wanted.strip().lower())
    if found is None:
        raise ValueError(wanted)
    return found


def _checked(raw: _File) -> PrinterProfile:
    one = raw.printer
    if not _NAME.fullmatch(one.name):
        raise Wrong(("printer", "name"), "名字只能用小写字母、数字和 -")
    if one.paper not in _DOTS:
        raise Wrong(("printer", "paper"), "纸宽只能是 58 或 80（毫米）")
    least, most = _DOTS[one.paper]
    if not least <= one.dots <= most or one.dots % 8:
        why = f"{one.paper} 毫米纸每行应为 {least} 到 {most} 点，且是 8 的倍数"
        raise Wrong(("printer", "dots"), why)
    if not 0 <= one.feed <= _MOST_FEED:
        raise Wrong(("printer", "feed"), f"走纸应为 0 到 {_MOST_FEED} 行")
    if one.baud not in (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200):
        raise Wrong(("printer", "baud"), "不是串口的速率")
    if not _LINE.fullmatch(one.line):
        raise Wrong(("printer", "line"), "应写成 8N1 的样子：数据位、校验、停止位")
    return one

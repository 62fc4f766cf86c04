"""Reads the words of messages from a TOML file: one line a kind, every one of them checked."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from zcdesk import paths
from zcdesk.domain.message import MessageKind, Template, check_template
from zcdesk.errors import Invalid, StoreError


def shipped() -> Path:
    """Return the program's own templates."""
    return paths.resources_dir() / "messages" / "templates.toml"


def load(path: Path | None = None) -> Mapping[MessageKind, Template]:
    """Read templates; a hall's file may hold some, the others stay the program's.

    Raises:
        Invalid: a line is no template; names its kind and what is wrong.
        StoreError: the file cannot be read.
    """
    own = _read(shipped())
    return MappingProxyType(own if path is None else {**own, **_read(path)})


def _read(path: Path) -> dict[MessageKind, Template]:
    try:
        lines = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise StoreError("EXC-11", file=path.name) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Invalid("MSG-01", path.name, place=path.name, why=str(error)) from error
    known = {kind.value: kind for kind in MessageKind}
    found: dict[MessageKind, Template] = {}
    for name, text in lines.items():
        if name not in known or not isinstance(text, str):
            raise Invalid("MSG-01", name, place=name, why="没有这种短信，或不是文字")
        found[known[name]] = check_template(Template(known[name], text))
    return found

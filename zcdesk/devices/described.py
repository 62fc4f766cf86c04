"""A TOML description of a device read into a struct; a wrong one is refused with line and field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from zcdesk.devices.toml_lines import line_of
from zcdesk.errors import Invalid

WRONG = "DEV-12"

T = TypeVar("T")
S = TypeVar("S")


class Wrong(Exception):
    """Something is wrong at `path`."""

    def __init__(self, path: tuple[str | int, ...], why: str, code: str = WRONG) -> None:
        super().__init__(why)
        self.path = path
        self.why = why
        self.code = code


def read(text: str, file: str, shape: type[S], check: Callable[[S], T]) -> T:
    """Read a description and have it judged.

    Args:
        file: its name, for the message.
        check: makes of the struct what is wanted, `Wrong` where it cannot.

    Raises:
        Invalid: with file, line, field and what is wrong.
    """
    try:
        return check(_parsed(text, shape))
    except Wrong as wrong:
        field = ".".join(str(part) for part in wrong.path)
        line = line_of(text, wrong.path)
        raise Invalid(
            wrong.code, field, file=file, line=line, place=field, why=wrong.why
        ) from wrong
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise Invalid(
            WRONG, "", file=file, line=line, place="", why=f"写法不对：{error}"
        ) from error


def text_of(path: Path) -> str:
    """Return the text of a description's file."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Invalid(WRONG, "", file=path.name, line=0, place="", why="文件读不出") from error


def _parsed(text: str, shape: type[S]) -> S:
    try:
        return msgspec.convert(tomllib.loads(text), shape)
    except msgspec.ValidationError as error:
        why, _, place = str(error).partition(" - at `$")
        path: list[str | int] = []
        for name, index in re.findall(r"\.([A-Za-z0-9_-]+)|\[(\d+)\]", place):
            path.append(int(index) if index else name)
        if unknown := re.search(r"unknown field `([^`]+)`", why):
            path.append(unknown[1])
        raise Wrong(tuple(path), _chinese(why)) from error


def _chinese(why: str) -> str:
    """Say a type error in Chinese; what is not foreseen stays as it is."""
    if found := re.search(r"unknown field `([^`]+)`", why):
        return f"不认识“{found[1]}”"
    if found := re.search(r"missing required field `([^`]+)`", why):
        return f"缺少“{found[1]}”"
    if found := re.search(r"Expected `([^`]+)`, got `([^`]+)`", why):
        return f"应为 {found[1]}，现为 {found[2]}"
    if found := re.search(r"Invalid enum value '([^']*)'", why):
        return f"“{found[1]}”不是可用的值"
    return why

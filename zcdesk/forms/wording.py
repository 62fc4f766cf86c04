"""The words of the papers as data: shipped texts, a hall's own over them, and what is wrong there.

What stands in {braces} is filled in by the program; a hall's text keeps every one of them, so no
date, number or right can be worded away. Never a text of law inside a layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any, Protocol

SHARED = "shared"
MAX_BYTES = 1_000_000
MAX_CHARS = 2000
MAX_SEAL = 20
"""What fits into the guide of 42 mm."""

Texts = Mapping[str, Mapping[str, str]]


class Say(Protocol):
    """Gives one text of a paper, filled in."""

    def __call__(self, key: str, **values: object) -> str: ...


@dataclass(frozen=True, slots=True)
class WordingFault:
    """What is wrong with a hall's texts, and where: `receipt.body`."""

    place: str
    message: str


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Texts in force; `version` is printed nowhere, but names the texts a paper was made with."""

    texts: Texts
    version: str

    def of(self, paper: str) -> Say:
        """Give the texts of one paper; a key it lacks is looked up among the shared ones."""
        own, shared = self.texts.get(paper, {}), self.texts[SHARED]

        def say(key: str, **values: object) -> str:
            text = own.get(key)
            return (shared[key] if text is None else text).format_map(values)

        return say


class Unreadable(Exception):
    """A file of texts that cannot be read at all; carries the sentence that says why."""


def shipped() -> Wording:
    """Give the shipped texts."""
    return _shipped()


def shipped_file() -> Path:
    """Name the file of the shipped texts."""
    from zcdesk.paths import resources_dir

    return resources_dir() / "forms" / "wording.toml"


@lru_cache(maxsize=1)
def _shipped() -> Wording:
    return _wording(read_raw(shipped_file()))


def read_raw(path: Path) -> dict[str, Any]:
    """Read a file of texts without judging it.

    Raises:
        Unreadable: not there, too large, not UTF-8 or not TOML; says the line.
    """
    import tomllib

    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise Unreadable(f"{path.name} 太大，不像是文书用语")
        return tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise Unreadable(f"{path.name} 打不开（{error.strerror}）") from error
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path.name} 不是 UTF-8 编码") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"第 {line[1]} 行" if line else "末尾"
        raise Unreadable(f"{path.name} {where}不是能读懂的 TOML") from error


def check(raw: Mapping[str, Any]) -> tuple[WordingFault, ...]:
    """Judge a hall's texts against the shipped ones."""
    return tuple(_faults(raw))


def over_shipped(raw: Mapping[str, Any]) -> Wording:
    """Lay a hall's checked texts over the shipped ones."""
    if faults := check(raw):
        raise ValueError(faults)
    base = shipped()
    texts = {paper: {**base.texts[paper], **raw.get(paper, {})} for paper in base.texts}
    return Wording(texts, f"{base.version}+{raw['version']}")


@lru_cache(maxsize=8)
def _in_force(version: str, texts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> Wording:
    raw = {paper: dict(own) for paper, own in texts}
    # A program that was updated since may not know a text any more; the rest still holds.
    for fault in check({"version": version, **raw}):
        paper, _, key = fault.place.partition(".")
        raw.get(paper, {}).pop(key, None)
        if not key:
            raw.pop(paper, None)
    base = shipped()
    whole = {paper: {**base.texts[paper], **raw.get(paper, {})} for paper in base.texts}
    return Wording(whole, f"{base.version}+{version}")


def in_force(version: str, texts: Texts) -> Wording:
    """Lay a published version over the shipped texts; what does not fit them any more is left out.

    A paper can then always be printed.
    """
    if not texts:
        return shipped()
    return _in_force(
        version, tuple((paper, tuple(sorted(own.items()))) for paper, own in sorted(texts.items()))
    )


def placeholders(text: str) -> frozenset[str]:
    """Name what a text has filled in.

    Raises:
        ValueError: braces that do not close, or more in them than a name.
    """
    names = set()
    for _, name, layout, conversion in Formatter().parse(text):
        if name is None:
            continue
        if layout or conversion or not (name.isascii() and name.isidentifier()):
            raise ValueError(name)
        names.add(name)
    return frozenset(names)


def _faults(raw: Mapping[str, Any]) -> Iterator[WordingFault]:
    version = raw.get("version")
    if not isinstance(version, str) or not version.strip():
        yield WordingFault("version", '应写明版本，如 "2026-12"')
    known = shipped().texts
    for paper, texts in raw.items():
        if paper == "version":
            continue
        if paper not in known:
            yield WordingFault(paper, f"没有这种文书，应是 {'、'.join(known)} 之一")
        elif not isinstance(texts, Mapping):
            yield WordingFault(paper, f"应写成 [{paper}] 一节")
        else:
            for key, text in texts.items():
                yield from _text_faults(f"{paper}.{key}", known[paper].get(key), text)


def _text_faults(place: str, shipped_text: str | None, text: object) -> Iterator[WordingFault]:
    if shipped_text is None:
        yield WordingFault(place, "没有这一条")
    elif not isinstance(text, str):
        yield WordingFault(place, "应是文字")
    elif not text.strip():
        yield WordingFault(place, "不能留空")
    elif len(text) > (most := MAX_SEAL if place.endswith(".seal") else MAX_CHARS):
        yield WordingFault(place, f"太长，最多 {most} 字")
    elif any(ord(char) < 32 or 0xD800 <= ord(char) < 0xE000 for char in text):
        yield WordingFault(place, "含有换行或者控制字符")
    else:
        yield from _placeholder_faults(place, placeholders(shipped_text), text)


def _placeholder_faults(place: str, wanted: frozenset[str], text: str) -> Iterator[WordingFault]:
    try:
        given = placeholders(text)
    except ValueError:
        yield WordingFault(place, "花括号里只能是程序给出的名称，如 {days}；花括号要成对")
        return
    for name in sorted(wanted - given):
        yield WordingFault(place, f"缺少 {{{name}}}")
    for name in sorted(given - wanted):
        yield WordingFault(place, f"不认识 {{{name}}}")


def _wording(raw: Mapping[str, Any]) -> Wording:
    texts = {paper: dict(part) for paper, part in raw.items() if isinstance(part, Mapping)}
    return Wording(texts, str(raw["version"]))

"""YAML as plain values: mappings, lists, texts, whole numbers, true, false and null.

Built from the parser's events, so that no tag makes an object, repeated keys and endless nesting
are named with their line, and aliases cannot grow a small file into a large one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from zcdesk.catalogue.raw import Unreadable

MAX_DEPTH = 12
MAX_VALUES = 400_000

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")


def read_plain(text: str, file: str | Path) -> Any:
    """Return the one document of a YAML text; `Unreadable` names the line otherwise."""
    try:
        return _Builder(file, yaml.parse(text, Loader=_LOADER)).document()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise Unreadable(file, f"第 {line} 行起不是正确的 YAML", row=line) from error
    except yaml.YAMLError as error:
        raise Unreadable(file, "不是正确的 YAML") from error


class _Builder:
    """Turns events into values and counts every value, repeated ones again."""

    def __init__(self, file: str | Path, events: Iterator[Any]) -> None:
        self._file = file
        self._events = events
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._count = 0

    def document(self) -> Any:
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), 0)
        self._next()
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise self._bad(event, "又开始了一个文档，一个文件只能有一个")
        return value

    def _next(self) -> Any:
        return next(self._events)

    def _value(self, event: Any, depth: int) -> Any:
        self._add(event, 1)
        if isinstance(event, yaml.AliasEvent):
            value, size = self._anchors.get(str(event.anchor), (None, 0))
            if not size:
                raise self._bad(event, f"引用了没有定义完的 *{event.anchor}")
            self._add(event, size)
            return value
        if depth > MAX_DEPTH:
            raise self._bad(event, "嵌套太深")
        if event.tag is not None and event.tag != "!":
            raise self._bad(event, "有不支持的标签，请只写文字和数字")
        before = self._count
        if isinstance(event, yaml.ScalarEvent):
            value = _scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._list(depth)
        else:
            value = self._mapping(depth)
        if event.anchor:
            self._anchors[event.anchor] = (value, self._count - before + 1)
        return value

    def _list(self, depth: int) -> list[Any]:
        items = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._value(event, depth + 1)
            if not isinstance(key, str | int):
                raise self._bad(event, "键应为一个词")
            if str(key) in found:
                raise self._bad(event, f"“{key}”写了两遍")
            found[str(key)] = self._value(self._next(), depth + 1)
        return found

    def _add(self, event: Any, size: int) -> None:
        self._count += size
        if self._count > MAX_VALUES:
            raise self._bad(event, "展开后的内容太多")

    def _bad(self, event: Any, reason: str) -> Unreadable:
        line = event.start_mark.line + 1
        return Unreadable(self._file, f"第 {line} 行{reason}", row=line)


def _scalar(event: yaml.ScalarEvent) -> Any:
    """Return a quoted text as text; a plain one as null, true, false or a number if it is one."""
    text: str = event.value
    if not event.implicit[0]:
        return text
    if text.lower() in _WORDS and text in (text.lower(), text.title(), text.upper()):
        return _WORDS[text.lower()]
    return int(text) if _NUMBER.fullmatch(text) else text

"""Marks texts that stand in tables, outside any widget, for translation.

The marker returns its text unchanged; whoever shows it translates it with the same context.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for lupdate (which knows this name) and return it."""
    return text


def words(context: str, text: str) -> str:
    """Return a marked text in the language of the program."""
    return QCoreApplication.translate(context, text)


def listed(parts: Iterable[str]) -> str:
    """Join what makes one sentence: a, b, c."""
    return words("phrases", QT_TRANSLATE_NOOP("phrases", "，")).join(parts)


def joined(parts: Iterable[str]) -> str:
    """Join what are sentences of their own: a; b; c."""
    return words("phrases", QT_TRANSLATE_NOOP("phrases", "；")).join(parts)


def labelled(label: str, text: str) -> str:
    """Put a label before a text: a: b."""
    return words("phrases", QT_TRANSLATE_NOOP("phrases", "{a}：{b}")).format(a=label, b=text)


def noted(text: str, note: str) -> str:
    """Put a note behind a text: a (b)."""
    return words("phrases", QT_TRANSLATE_NOOP("phrases", "{a}（{b}）")).format(a=text, b=note)

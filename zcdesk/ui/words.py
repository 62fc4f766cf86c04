"""Marks texts that stand in tables, outside any widget, for translation.

The marker returns its text unchanged; whoever shows it translates it with the same context.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for lupdate (which knows this name) and return it."""
    return text


def words(context: str, text: str) -> str:
    """Return a marked text in the language of the program."""
    return QCoreApplication.translate(context, text)

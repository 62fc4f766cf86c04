"""A table of words: what lies behind a figure, as it is shown, copied and exported alike."""

from __future__ import annotations

import msgspec


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One table.

    Attributes:
        rows: as many words each as there are headings; whole numbers stay numbers.
        keys: what each row stands for, as the page opens it: `case:…`, another figure, or
            nothing.
        more: whether there are more rows than are shown.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...] = ()
    keys: tuple[str, ...] = ()
    more: bool = False

"""A tape between the store and its driver: what was asked of SQLite, to be asked again bare.

Sits where the driver's connection sits and passes everything on. Never changes a statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple


class Call(NamedTuple):
    """One call of the driver; `many` has one tuple of values for each run."""

    sql: str
    values: tuple[Any, ...]
    many: bool = False


class Tape:
    """Stands in for a driver's connection.

    Attributes:
        asked: every call since `take` was last called, in order.
    """

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self.asked: list[Call] = []

    def take(self) -> tuple[Call, ...]:
        """Return what was asked, and forget it."""
        taken, self.asked = tuple(self.asked), []
        return taken

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Any:
        self.asked.append(Call(sql, tuple(values)))
        return self._raw.execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> Any:
        kept = [tuple(row) for row in rows]
        self.asked.append(Call(sql, tuple(kept), many=True))
        return self._raw.executemany(sql, kept)

    def cursor(self, *arguments: Any) -> _Cursor:
        return _Cursor(self._raw.cursor(*arguments), self.asked.append)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)


class _Cursor:
    """A cursor, as SQLAlchemy asks for one."""

    def __init__(self, raw: Any, note: Callable[[Call], object]) -> None:
        self._raw, self._note = raw, note

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Any:
        self._note(Call(sql, tuple(values)))
        return self._raw.execute(sql, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)


def play(raw: Any, asked: Iterable[Call]) -> None:
    """Ask a bare connection the same, and fetch what it answers."""
    for sql, values, many in asked:
        if many:
            raw.executemany(sql, values)
        else:
            raw.execute(sql, values).fetchall()

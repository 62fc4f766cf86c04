"""Rows of the read tables on their way to the file, written table by table.

What one action or one batch of a pull changed goes in a few calls of the driver, however many
subjects it touched. Never a row that a state does not tell.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Table, bindparam, delete

from zcdesk.store.engine import Handle, Prepared, upsert
from zcdesk.store.index import Row, index_rows
from zcdesk.store.reader import NOTHING, Folded
from zcdesk.store.rules import Rules
from zcdesk.store.schema import INDEX_TABLES, subject_state

_PUT_STATE = upsert(subject_state, "subject")
_DROP_STATE = Prepared(delete(subject_state).where(subject_state.c.subject == bindparam("subject")))
_PUT_ROW = {table.name: upsert(table) for table in INDEX_TABLES}
_DROP_ROW = {
    table.name: Prepared(delete(table).where(table.c.subject == bindparam("subject")))
    for table in INDEX_TABLES
}
_MANY = frozenset(table.name for table in INDEX_TABLES if "no" in table.c)
"""Tables with any number of rows for a subject: what it had goes before what it has."""


class ReadRows:
    """Collects what subjects amount to; each subject at most once before it is written."""

    def __init__(self, handle: Handle, rules: Rules) -> None:
        self._handle, self._rules = handle, rules
        self._gone: list[tuple[str]] = []
        self._states: list[tuple[Any, ...]] = []
        self._dropped: dict[str, list[tuple[str]]] = {}
        self._rows: dict[str, list[tuple[Any, ...]]] = {}

    def add(self, subject: str, folded: Folded) -> None:
        """Take a subject's state and index rows as they are told."""
        if folded == NOTHING:
            self._gone.append((subject,))
            for table in INDEX_TABLES:
                self._put(table, subject, ())
            return
        type_ = self._rules.subject_type(subject)
        state, head, position, unknown, contested = folded
        blob = None if state is None else msgspec.msgpack.encode(state, order="deterministic")
        self._states.append(
            (subject, type_, head, position, int(unknown), contested, self._rules.version, blob)
        )
        for table, rows in index_rows(self._rules.indexes, type_, subject, state):
            self._put(table, subject, rows)

    def write(self) -> None:
        """Write what was taken."""
        for prepared, rows in ((_DROP_STATE, self._gone), (_PUT_STATE, self._states)):
            if rows:
                self._handle.run_many(prepared, rows)
        for name, subjects in self._dropped.items():
            self._handle.run_many(_DROP_ROW[name], subjects)
        for name, values in self._rows.items():
            self._handle.run_many(_PUT_ROW[name], values)
        self._gone, self._states, self._dropped, self._rows = [], [], {}, {}

    def _put(self, table: Table, subject: str, rows: tuple[Row, ...]) -> None:
        name = table.name
        if not rows or name in _MANY:
            self._dropped.setdefault(name, []).append((subject,))
        if rows:
            put = _PUT_ROW[name]
            self._rows.setdefault(name, []).extend(map(put.row, rows))

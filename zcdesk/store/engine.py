"""The open database connection: key, settings, prepared statements, SQLAlchemy on top.

Hot paths run Core statements compiled once (`Prepared`); everything else goes through a
SQLAlchemy connection over the same handle. BEGIN and COMMIT are ours alone: neither the driver
nor SQLAlchemy ever starts or ends a transaction (sync pitfall 21).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as driver
from sqlalchemy import (
    Column,
    Connection,
    CursorResult,
    Executable,
    Table,
    bindparam,
    create_engine,
    insert,
)
from sqlalchemy.dialects.sqlite import insert as upsert_into
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import ClauseElement

from zcdesk.errors import StoreError
from zcdesk.store import faults
from zcdesk.store.schema import ADDED, ADDED_INDEXES, METADATA, SCHEMA_VERSION

OLDEST_SQLITE = (3, 51, 3)
"""Earlier ones can corrupt a WAL file under two connections (sync 1.2)."""

NO_SUCH_VERSION = "UPD-12"
OLDEST_LOWERED = 1

BUSY_MS = 250
_DIALECT = SQLiteDialect_pysqlite(paramstyle="qmark")


class Prepared:
    """A Core statement compiled once; run with the values of its open parameters, in order.

    Attributes:
        names: the open parameters; constants of the statement are filled in by itself.
    """

    __slots__ = ("_constants", "_pick", "names", "sql")

    def __init__(self, statement: ClauseElement) -> None:
        compiled: Any = statement.compile(dialect=_DIALECT)
        self.sql = str(compiled)
        order: tuple[str, ...] = tuple(getattr(compiled, "positiontup", None) or ())
        self.names = tuple(name for name in order if compiled.binds[name].required)
        self._constants = tuple(
            (at, compiled.binds[name].value)
            for at, name in enumerate(order)
            if name not in self.names
        )
        self._pick = itemgetter(*self.names) if len(self.names) > 1 else None

    def values(self, given: Sequence[Any]) -> Sequence[Any]:
        """Return what the driver wants: the given values with the constants in their places."""
        if not self._constants:
            return given
        full = list(given)
        for at, constant in self._constants:
            full.insert(at, constant)
        return full

    def row(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """Put named values into the statement's order; a missing one is a KeyError."""
        if self._pick is None:
            return tuple(values[name] for name in self.names)
        picked: tuple[Any, ...] = self._pick(values)
        return picked


def insert_into(table: Table) -> Prepared:
    """Insert one row, every column given in the table's order."""
    return Prepared(insert(table))


def upsert(table: Table, key: str = "") -> Prepared:
    """Insert one row, or replace the values of the one with the same key.

    Args:
        key: a unique column, where that is not the primary key; the primary key is then SQLite's.
    """
    own = [column.name for column in table.primary_key]
    names = [c.name for c in table.columns if not key or c.name not in own]
    statement = upsert_into(table).values({name: bindparam(name) for name in names})
    keys = [key] if key else own
    changed = {name: statement.excluded[name] for name in names if name not in keys}
    return Prepared(statement.on_conflict_do_update(index_elements=keys, set_=changed))


class Ran(NamedTuple):
    """A statement that ran, with its values."""

    sql: str
    rows: tuple[tuple[Any, ...], ...]
    many: bool


class Handle:
    """One connection to the file; belongs to the store lane."""

    def __init__(self, path: Path, raw: Any) -> None:
        self.path = path
        self._raw = raw
        self._core: Connection | None = None

    def run(self, prepared: Prepared, values: Sequence[Any] = ()) -> Any:
        """Run a prepared statement; returns the driver's cursor."""
        return self._raw.execute(prepared.sql, prepared.values(values))

    def run_many(self, prepared: Prepared, rows: Iterable[Sequence[Any]]) -> None:
        self._raw.executemany(prepared.sql, list(map(prepared.values, rows)))

    def execute(self, statement: Executable) -> CursorResult[Any]:
        """Run any Core statement through SQLAlchemy."""
        if self._core is None:
            self._core = _core(self._raw)
        return self._core.execute(statement)

    def pragma(self, text: str) -> Any:
        """Run one PRAGMA and return its first value, or None."""
        row = self._raw.execute(f"PRAGMA {text}").fetchone()
        return row[0] if row else None

    def check_pages(self) -> list[tuple[Any, ...]]:
        """Check every page's seal, then the structure; returns what is wrong.

        The seals are read from the file itself. After a power cut a page there may be torn whose
        whole copy is still in the log, so the log is moved first where the disk allows it.
        """
        with suppress(driver.OperationalError):
            self._raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        sealed: list[tuple[Any, ...]] = self._raw.execute(
            "PRAGMA cipher_integrity_check"
        ).fetchall()
        if sealed:
            return sealed
        found: list[tuple[Any, ...]] = self._raw.execute("PRAGMA quick_check").fetchall()
        return [row for row in found if row[0] != "ok"]

    def make_lasting(self, *, is_lasting: bool) -> None:
        """Say whether a commit reaches the disk before it returns; between transactions only.

        One that need not reaches it with the next that must: the log keeps their order.
        """
        self._raw.execute(f"PRAGMA synchronous = {'FULL' if is_lasting else 'NORMAL'}")

    def begin(self) -> None:
        # SQLAlchemy rolls back when it first meets a connection: never inside our transaction.
        if self._core is None:
            self._core = _core(self._raw)
        self._raw.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        self._raw.execute("COMMIT")

    def rollback(self) -> None:
        """Undo the open transaction; SQLite may have done so already."""
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")

    def trace(self, hook: Any) -> None:
        """Call `hook(sql)` before every statement; for tests that stop at each boundary."""
        self._raw.set_trace_callback(hook)

    @contextmanager
    def recording(self) -> Iterator[list[Ran]]:
        """Note every statement that runs, so that a bench can repeat it on the bare driver."""
        noted: list[Ran] = []
        bare, self._raw = self._raw, _Recorder(self._raw, noted)
        try:
            yield noted
        finally:
            self._raw = bare

    @property
    def raw(self) -> Any:
        """The driver's own connection."""
        return self._raw

    def close(self) -> None:
        """Let go of the file; a handle that is not trusted any more may not be able to say so."""
        if self._core is not None:
            with suppress(driver.Error, DBAPIError):
                self._core.close()
            self._core = None
        self._raw.close()


class _Recorder:
    """The driver's connection with a notebook."""

    def __init__(self, raw: Any, noted: list[Ran]) -> None:
        self._raw, self._noted = raw, noted

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Any:
        self._noted.append(Ran(sql, (tuple(values),), many=False))
        return self._raw.execute(sql, values)

    def executemany(self, sql: str, rows: Sequence[Sequence[Any]]) -> Any:
        self._noted.append(Ran(sql, tuple(map(tuple, rows)), many=True))
        return self._raw.executemany(sql, rows)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)


def _core(raw: Any) -> Connection:
    """Put SQLAlchemy over the raw connection, with no say in transactions."""
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: raw,
        poolclass=StaticPool,
        pool_reset_on_return=None,
        isolation_level="AUTOCOMMIT",
    )
    return engine.connect()


def check_sqlite() -> None:
    if driver.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(faults.OLD_SQLITE, version=driver.sqlite_version)


def connect(path: Path, key: bytes, salt: bytes = b"") -> Handle:
    """Open `path` with the raw key; the schema version is checked before anything is written.

    Args:
        key: 32 bytes, used as they are: no passphrase rounds (190 ms) at each start.
        salt: 16 bytes that a new file shall begin with; empty for an existing one.
    """
    check_sqlite()
    with faults.translated(path.parent):
        # Never makes a file unless told its salt: a lost one must not come back empty.
        address = f"{path.absolute().as_uri()}?mode={'rwc' if salt else 'rw'}"
        wait = BUSY_MS / 1000
        raw = driver.connect(address, isolation_level=None, timeout=wait, uri=True)
        handle = Handle(path, raw)
        try:
            handle.pragma("cipher_log_level = NONE")
            handle.pragma(f"key = \"x'{key.hex()}{salt.hex()}'\"")
            version = handle.pragma("user_version")
            if version > SCHEMA_VERSION:
                raise StoreError(faults.NEWER, found=version, known=SCHEMA_VERSION)
            _settle(handle)
            if 0 < version < SCHEMA_VERSION:
                _upgrade(handle, version)
        except BaseException:
            handle.close()
            raise
    return handle


def _settle(handle: Handle) -> None:
    for setting in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "temp_store = MEMORY",
        "cache_size = -16000",
        "foreign_keys = ON",
        "cell_size_check = ON",
        f"busy_timeout = {BUSY_MS}",
        "journal_size_limit = 16777216",
        "secure_delete = FAST",
    ):
        handle.pragma(setting)


def _upgrade(handle: Handle, version: int) -> None:
    """Add what a file of an older version lacks; all of it or, after a kill, nothing.

    What is there already is left: a program that went back left its tables to the older one.
    """
    handle.begin()
    try:
        known = {row[0] for row in handle.raw.execute("SELECT name FROM sqlite_master")}
        for lacking, tables, columns in ADDED:
            if version <= lacking:
                for table in tables:
                    if table.name not in known:
                        _lay_table(handle, table)
                for column in columns:
                    _add_column(handle, column)
        for lacking, index in ADDED_INDEXES:
            if version <= lacking and index.name not in known:
                handle.run(Prepared(CreateIndex(index)))
        handle.pragma(f"user_version = {SCHEMA_VERSION}")
        handle.commit()
    except BaseException:
        handle.rollback()
        raise


def _add_column(handle: Handle, column: Column[int]) -> None:
    there = handle.raw.execute(f"PRAGMA table_info({column.table.name})").fetchall()
    if column.name not in {row[1] for row in there}:
        handle.raw.execute(
            f"ALTER TABLE {column.table.name} ADD COLUMN {column.name} INTEGER NOT NULL DEFAULT 0"
        )


def lower(handle: Handle, version: int) -> None:
    """Mark the file as of an older version, whose program opens it then and leaves the rest alone.

    Every version so far only added tables, indexes, and columns with a value of their own; acts and
    states of kinds the older program does not know are kept and passed on by it.

    Raises:
        StoreError: UPD-12, no version like that, or one that is not older.
    """
    if not OLDEST_LOWERED <= version <= handle.pragma("user_version"):
        raise StoreError(NO_SUCH_VERSION, version=version)
    handle.begin()
    handle.pragma(f"user_version = {version}")
    handle.commit()


def lay_tables(handle: Handle) -> None:
    """Create every table in a new file; call inside a transaction."""
    for table in METADATA.sorted_tables:
        _lay_table(handle, table)
    handle.pragma(f"user_version = {SCHEMA_VERSION}")


def _lay_table(handle: Handle, table: Table) -> None:
    for statement in _making(table):
        handle.run(statement)


@cache
def _making(table: Table) -> tuple[Prepared, ...]:
    indexes = sorted(table.indexes, key=lambda index: str(index.name))
    return (Prepared(CreateTable(table)), *(Prepared(CreateIndex(index)) for index in indexes))

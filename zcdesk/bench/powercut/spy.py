"""A SQLite VFS that passes everything on to the system's own and logs what changes the disk.

Only the functions that write are replaced, in copies of SQLite's own tables of functions, so locks
and shared memory are the real ones. Belongs to one process that measures; never part of a desk.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from sqlcipher3 import _sqlite3

from zcdesk.bench.powercut.log import Log, Remove, Sync, Truncate, Write

_P, _INT, _I64 = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_CONTENT = 0x00000100 | 0x00080000
"""SQLITE_OPEN_MAIN_DB and SQLITE_OPEN_WAL: the files that hold what must last."""

# Names stay pointers: SQLite keeps more behind a file's name than its characters.
_Open = ctypes.CFUNCTYPE(_INT, _P, _P, _P, _INT, _P)
_Delete = ctypes.CFUNCTYPE(_INT, _P, _P, _INT)
_Write = ctypes.CFUNCTYPE(_INT, _P, _P, _INT, _I64)
_Truncate = ctypes.CFUNCTYPE(_INT, _P, _I64)
_Sync = ctypes.CFUNCTYPE(_INT, _P, _INT)
_Close = ctypes.CFUNCTYPE(_INT, _P)


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs`; functions that are not replaced stay bare pointers."""

    _fields_: ClassVar[Any] = [
        ("version", _INT),
        ("file_size", _INT),
        ("path_max", _INT),
        ("next", _P),
        ("name", ctypes.c_char_p),
        ("data", _P),
        ("open", _P),
        ("delete", _P),
        ("others", _P * 15),
    ]


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods`."""

    _fields_: ClassVar[Any] = [
        ("version", _INT),
        ("close", _P),
        ("read", _P),
        ("write", _P),
        ("truncate", _P),
        ("sync", _P),
        ("others", _P * 13),
    ]


@contextmanager
def spying(log: Log) -> Iterator[None]:
    """Note in `log` what every connection opened meanwhile does to its disk.

    The connections must be closed before this ends.
    """
    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = (ctypes.c_char_p,)
    system = library.sqlite3_vfs_find(None)
    spy = _Spy(system, log)
    library.sqlite3_vfs_register(ctypes.byref(spy.vfs), 1)
    try:
        yield
    finally:
        library.sqlite3_vfs_register(system, 1)
        library.sqlite3_vfs_unregister(ctypes.byref(spy.vfs))


class _Spy:
    """One VFS over the system's; keeps its functions alive as long as SQLite may call them."""

    def __init__(self, system: Any, log: Log) -> None:
        self._system, self._log = system, log
        self._paths: dict[int, Path] = {}
        self._tables: dict[int, _Methods] = {}
        self._kept: list[Any] = []
        self.vfs = _Vfs.from_buffer_copy(system.contents)
        self.vfs.name = b"zcdesk-spy"
        self.vfs.open = self._keep(_Open(self._open))
        self.vfs.delete = self._keep(_Delete(self._delete))

    def _keep(self, function: Any) -> int:
        self._kept.append(function)
        return ctypes.cast(function, _P).value or 0

    def _open(self, _: int, name: int | None, file: int, flags: int, out: int) -> int:
        system = self._system
        really = _Open(system.contents.open)
        code = really(ctypes.addressof(system.contents), name, file, flags, out)
        if code == 0 and name is not None and flags & _CONTENT:
            methods = ctypes.cast(file, ctypes.POINTER(_P))
            methods[0] = ctypes.addressof(self._table(methods[0] or 0))
            self._paths[file] = _path(name)
        return int(code)

    def _delete(self, _: int, name: int, is_synced: int) -> int:
        system = self._system
        self._log.append(Remove(_path(name), bool(is_synced)))
        really = _Delete(system.contents.delete)
        return int(really(ctypes.addressof(system.contents), name, is_synced))

    def _table(self, address: int) -> _Methods:
        """Return a copy of a table of functions in which those that write are noted first."""
        known = self._tables.get(address)
        if known is not None:
            return known
        real = _Methods.from_address(address)
        write, truncate = _Write(real.write), _Truncate(real.truncate)
        sync, close = _Sync(real.sync), _Close(real.close)

        def writing(file: int, data: int, size: int, offset: int) -> int:
            piece = ctypes.string_at(data, size)
            self._log.append(Write(self._paths[file], offset, piece))
            return int(write(file, data, size, offset))

        def truncating(file: int, size: int) -> int:
            self._log.append(Truncate(self._paths[file], size))
            return int(truncate(file, size))

        def syncing(file: int, flags: int) -> int:
            code = int(sync(file, flags))
            self._log.append(Sync(self._paths[file]))
            return code

        def closing(file: int) -> int:
            self._paths.pop(file, None)
            return int(close(file))

        table = _Methods.from_buffer_copy(real)
        table.write, table.truncate = self._keep(_Write(writing)), self._keep(_Truncate(truncating))
        table.sync, table.close = self._keep(_Sync(syncing)), self._keep(_Close(closing))
        self._kept += [write, truncate, sync, close]
        self._tables[address] = table
        return table


def _path(name: int) -> Path:
    return Path(ctypes.string_at(name).decode())

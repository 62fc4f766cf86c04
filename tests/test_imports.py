"""The table of ARCHITECTURE.md, read off the sources: who may import what.

Every import counts, wherever it stands: a lazy one inside a function breaks a ring just as well.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "zcdesk"

EVERYWHERE = {"zcdesk.errors", "zcdesk.__version__", "msgspec"}
VALUES = {"zcdesk.domain"}
PLACES = {"zcdesk.paths", "zcdesk.settings"}
ANYTHING = {"*"}

ALLOWED: dict[str, set[str]] = {
    "zcdesk.domain": set(),
    "zcdesk.catalogue": VALUES | {"yaml", "openpyxl", "xlsxwriter", "pypinyin", "zcdesk.paths"},
    "zcdesk.calendar": VALUES | {"chinese_calendar", "zcdesk.paths"},
    "zcdesk.store": VALUES | {"sqlalchemy", "sqlcipher3", "keyring", "argon2", "cryptography"},
    # openpyxl and xlsxwriter: rosters of a batch come and go as spreadsheets (`roster`).
    "zcdesk.operations": VALUES
    | {"zcdesk.store", "zcdesk.catalogue", "sqlalchemy", "openpyxl", "xlsxwriter"},
    "zcdesk.sync": VALUES | {"zcdesk.store", "sqlalchemy", "psycopg", "alembic"},
    "zcdesk.devices": VALUES | {"serial", "escpos", "PIL", "zcdesk.paths"},
    "zcdesk.forms": VALUES | {"reportlab", "PIL", "segno", "fontTools", "zcdesk.paths"},
    "zcdesk.exchange": VALUES | {"zcdesk.paths"},
    "zcdesk.ui": VALUES
    | PLACES
    | {"PySide6", "shiboken6", "pypdfium2"}
    | {"zcdesk.operations", "zcdesk.forms", "zcdesk.catalogue"}
    | {"zcdesk.devices.kinds", "zcdesk.devices.status", "zcdesk.devices.caller_feed"}
    | {"zcdesk.sync.news"},
    "zcdesk.errors": set(),
    "zcdesk.paths": {"platformdirs"},
    "zcdesk.settings": VALUES | {"zcdesk.paths"},
    "zcdesk.log": PLACES,
    "zcdesk.station": ANYTHING,
    "zcdesk.late": ANYTHING,
    "zcdesk.rounds": ANYTHING,
    "zcdesk.booking_tables": ANYTHING,
    "zcdesk.booking_command": ANYTHING,
    "zcdesk.report_command": ANYTHING,
    "zcdesk.exchanging": ANYTHING,
    "zcdesk.upkeeping": ANYTHING,
    "zcdesk.mishaps": ANYTHING,
    "zcdesk.app": ANYTHING,
    "zcdesk.beginning": ANYTHING,
    "zcdesk.cli": ANYTHING,
    "zcdesk.spoken": ANYTHING,
    "zcdesk.hall": ANYTHING,
    "zcdesk.doctor": ANYTHING,
    "zcdesk.upkeep": ANYTHING,
    "zcdesk.first_run": ANYTHING,
    "zcdesk.demo": ANYTHING,
    "zcdesk.bench": ANYTHING,
    "zcdesk.__main__": ANYTHING,
}

# The domain folds values; these parts of the standard library reach outside them.
OUTSIDE = {"os", "io", "pathlib", "socket", "sqlite3", "subprocess", "threading", "time", "random"}
OUTSIDE |= {"secrets", "logging", "tempfile", "asyncio", "urllib", "http", "shutil", "uuid"}

# The login window is painted before any of these is loaded; modules on its way are listed here.
HEAVY = "sqlalchemy sqlcipher3 reportlab escpos pypinyin openpyxl xlsxwriter yaml pypdfium2 serial"
DESK = (
    "zcdesk.station",
    "zcdesk.ui.workplace",
    "zcdesk.ui.hall_windows",
    "zcdesk.rounds",
    "zcdesk.upkeep.copies",
    "zcdesk.upkeep.keeping",
)
"""What a desk without a server and without a case has loaded a minute after its login."""

SELDOM = "psycopg reportlab escpos pypinyin openpyxl xlsxwriter pypdfium2 PIL http.server alembic"
LOGIN_PATH = (
    "zcdesk",
    "zcdesk.errors",
    "zcdesk.paths",
    "zcdesk.settings",
    "zcdesk.cli",
    "zcdesk.spoken",
    "zcdesk.app",
    "zcdesk.late",
)


def imports(tree: ast.Module, module: str, *, is_package: bool) -> Iterator[tuple[int, str]]:
    """Yield (line, absolute dotted name) of everything `module` imports."""
    parts = module.split(".")
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=source, names=names, level=level):
                upwards = parts[: len(parts) - level + is_package] if level else []
                start = ".".join([*upwards, *([source] if source else [])])
                yield from ((node.lineno, f"{start}.{alias.name}") for alias in names)
            case ast.Call(
                func=ast.Attribute(attr="import_module") | ast.Name(id="__import__"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield node.lineno, name


def is_allowed(name: str, owner: str, allowed: set[str]) -> bool:
    """Tell whether a module of `owner` (`zcdesk.store`) may import `name`."""
    if "*" in allowed:
        return True
    top = name.partition(".")[0]
    if top == "zcdesk" or top not in sys.stdlib_module_names:
        if name == "zcdesk":
            return True
        whole = allowed | EVERYWHERE | {owner}
        return any(name == one or name.startswith(f"{one}.") for one in whole)
    return not (owner == "zcdesk.domain" and top in OUTSIDE)


def faults(source: str, module: str, *, is_package: bool = False) -> list[str]:
    """Return the imports of one module that the table forbids."""
    owner = ".".join(module.split(".")[:2])
    if owner == "zcdesk":
        owner, allowed = module, set[str]()
    elif owner in ALLOWED:
        allowed = ALLOWED[owner]
    else:
        return [f"{module}: {owner} is not in the table"]
    found = imports(ast.parse(source), module, is_package=is_package)
    return [
        f"{module}:{line} may not import {n}"
        for line, n in found
        if not is_allowed(n, owner, allowed)
    ]


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def test_every_import_is_in_the_table() -> None:
    found = [
        fault
        for name, path in modules()
        for fault in faults(path.read_text("utf-8"), name, is_package=path.stem == "__init__")
    ]
    assert found == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("zcdesk.domain.case", "import sqlalchemy"),
        ("zcdesk.domain.case", "from zcdesk.store import acts"),
        ("zcdesk.domain.case", "from zcdesk import store"),
        ("zcdesk.domain.case", "from ..store import acts"),
        ("zcdesk.domain.case", "import random"),
        ("zcdesk.domain.case", "def f():\n    import PySide6.QtCore"),
        ("zcdesk.domain.case", "import importlib\nimportlib.import_module('zcdesk.store')"),
        ("zcdesk.operations.call", "import sqlcipher3"),
        ("zcdesk.forms.receipt", "from PySide6.QtGui import QFont"),
        ("zcdesk.exchange.http", "from zcdesk.store import messages"),
        ("zcdesk.ui.counter", "from zcdesk.store import engine"),
        ("zcdesk.ui.counter", "import sqlalchemy as sa"),
        ("zcdesk.ui.counter", "import serial"),
        ("zcdesk.ui.counter", "from zcdesk.devices import Printer"),
        ("zcdesk.ui.counter", "from zcdesk.devices.kinds_of_old import x"),
        ("zcdesk.errors", "import zcdesk.domain"),
        ("zcdesk.newcomer", "import os"),
    ],
)
def test_the_table_forbids(module: str, source: str) -> None:
    assert len(faults(source, module)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("zcdesk.domain.case", "import msgspec\nfrom zcdesk.errors import Invalid"),
        ("zcdesk.domain.case", "from .act import Act\nfrom zcdesk.domain import act"),
        ("zcdesk.store.acts", "import sqlalchemy as sa\nfrom cryptography.x import y\nimport os"),
        ("zcdesk.ui.counter", "from zcdesk.devices import kinds\nfrom zcdesk import __version__"),
        ("zcdesk.app", "import zcdesk.store, sqlalchemy, serial"),
    ],
)
def test_the_table_allows(module: str, source: str) -> None:
    assert faults(source, module) == []


def test_relative_imports_of_a_package_start_at_itself() -> None:
    assert faults("from .rows import x", "zcdesk.store", is_package=True) == []
    assert faults("from ..store import x", "zcdesk.domain", is_package=True) != []


def loaded(names: tuple[str, ...], heavy: str) -> str:
    """Return which of `heavy` a fresh Python has loaded after importing `names`."""
    code = (
        f"import sys, {', '.join(names)}; print(*sorted(set({heavy.split()!r}) & set(sys.modules)))"
    )
    run = [sys.executable, "-c", code]
    return subprocess.run(run, capture_output=True, text=True, check=True, cwd=ROOT).stdout.strip()


def test_the_way_to_login_and_counter_loads_nothing_that_is_not_wanted() -> None:
    assert loaded(LOGIN_PATH, HEAVY) == ""
    assert loaded(DESK, SELDOM) == ""
    assert loaded(("json",), "json yaml") == "json"

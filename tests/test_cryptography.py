"""The list of every use of cryptography is the program's imports, no more and no less."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
LIST = ROOT / "docs" / "cryptography.md"
USES = ("hashlib", "hmac", "secrets", "ssl", "cryptography", "argon2", "keyring", "sqlcipher3")
TAKEN_AT = {"sqlcipher3": "engine.py"}
"""The driver's error types are imported in more files; the file is opened in one."""

OWN = re.compile(r"`(zcdesk/[a-z0-9_/]+\.py)`")


def uses(source: str, name: str = "") -> set[str]:
    """Return which kinds of cryptography a source imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        found |= {name.partition(".")[0] for name in names}
        if isinstance(node, ast.Constant) and node.value == "crypto":
            found.add("cryptography")  # OpenSSL by ctypes
    return {use for use in found & set(USES) if TAKEN_AT.get(use, name) == name}


def test_every_file_that_uses_cryptography_is_listed_and_no_other() -> None:
    using = {
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "zcdesk").rglob("*.py"))
        if uses(path.read_text("utf-8"), path.name)
    }
    listed = set(OWN.findall(LIST.read_text("utf-8")))
    assert using - listed == set(), "used and not listed"
    assert listed - using == set(), "listed and not used"


def test_an_import_is_found_wherever_it_stands() -> None:
    assert uses("def f():\n    from cryptography.x import y") == {"cryptography"}
    assert uses("import hashlib as h, os") == {"hashlib"}
    assert uses("from . import secrets") == set()
    assert uses("lib = find_library('crypto')") == {"cryptography"}
    assert uses("import sqlcipher3", "faults.py") == set()
    assert uses("import sqlcipher3", "engine.py") == {"sqlcipher3"}

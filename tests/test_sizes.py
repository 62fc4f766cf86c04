"""Files and functions stay small enough to be read at one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILE_LINES = {"zcdesk": 400, "packaging": 400, "tests": 500}
FUNCTION_LINES = 80


def size_faults(source: str, name: str, *, file_lines: int, function_lines: int) -> list[str]:
    """Return what is too long in one file."""
    count = len(source.splitlines())
    found = [f"{name}: {count} lines, at most {file_lines}"] if count > file_lines else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > function_lines:
                found.append(f"{name}:{node.lineno} {node.name}: {length} lines")
    return found


@pytest.mark.parametrize("folder", FILE_LINES)
def test_nothing_is_too_long(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.py"))
    found = [
        fault
        for path in files
        for fault in size_faults(
            path.read_text("utf-8"),
            str(path.relative_to(ROOT)),
            file_lines=FILE_LINES[folder],
            function_lines=FUNCTION_LINES,
        )
    ]
    assert files
    assert found == []


def test_a_long_file_and_a_long_function_are_found() -> None:
    function = "async def f():\n" + "    x = 1\n" * 3
    assert size_faults(function, "a.py", file_lines=4, function_lines=4) == []
    assert size_faults(function, "a.py", file_lines=3, function_lines=4) != []
    assert size_faults(function, "a.py", file_lines=4, function_lines=3) != []
    inner = "class A:\n    def f(self):\n" + "        x = 1\n" * 3
    assert size_faults(inner, "a.py", file_lines=9, function_lines=3) == ["a.py:2 f: 4 lines"]

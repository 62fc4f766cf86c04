"""The table of the 67 faults names tests that are there, or says why there is none."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (\d+) \| (.+?) \| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
SIMULATION = "test_nothing_is_lost_doubled_or_stuck"


def table() -> dict[int, str]:
    text = (ROOT / "docs" / "sync-cases.md").read_text("utf-8")
    rows = ROW.findall(text)
    assert len({number for number, _, _ in rows}) == len(rows)
    return {int(number): tests for number, _, tests in rows}


def defined_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_fault_has_its_row() -> None:
    assert sorted(table()) == list(range(1, 68))


def test_every_row_names_a_test_or_says_why_not() -> None:
    for number, tests in table().items():
        named = TEST.findall(tests) or "simulation" in tests
        why = re.search(r"[Nn]ot here[:,] \w+ \w+ \w+", tests)
        assert named or why, number


def test_every_test_that_is_named_is_there() -> None:
    named = {pair for tests in table().values() for pair in TEST.findall(tests)}
    assert len(named) > 60
    missing = {pair for pair in named if pair[1] not in defined_in(pair[0])}
    assert missing == set()
    assert SIMULATION in defined_in("tests/sync/test_simulation.py")

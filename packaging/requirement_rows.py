"""docs/requirements.md: every requirement beside the tests that prove it.

Rows are data (`docs/requirements-rows.csv`: id, item, issue, reason); tests are found by reading
their `@pytest.mark.req(...)` markers, never by running them. A row of an issue that has no test is
missing, and nothing here can hide it.
"""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import environment

DATA = environment.ROOT / "docs" / "requirements-rows.csv"
PAGE = environment.ROOT / "docs" / "requirements.md"
TESTS = environment.ROOT / "tests"
ISSUES = {
    "A": "the counter",
    "B": "after the visit",
    "C": "the shared database",
    "D": "calling and devices",
    "E": "papers and printers",
    "F": "the manager",
    "G": "on the hall's PCs",
}
SWITCHED_OFF = ("skip", "xfail")


class Row(NamedTuple):
    """One requirement: `issue` is the letter that closed it, `reason` why it is no software."""

    id: str
    item: str
    issue: str
    reason: str


def rows(path: Path = DATA) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(Row(**line) for line in csv.DictReader(file))


def row_faults(table: Iterable[Row]) -> Iterator[str]:
    """Yield rows that say neither or both of: which issue, why none."""
    seen: set[str] = set()
    for row in table:
        if row.id in seen:
            yield f"{row.id} stands twice"
        seen.add(row.id)
        if row.issue and row.issue not in ISSUES:
            yield f"{row.id}: there is no issue {row.issue}"
        if bool(row.issue) == bool(row.reason):
            yield f"{row.id} needs an issue or a reason, and not both"
    expected = [f"R{n:03}" for n in range(1, 181)] + [f"UX-{n:02}" for n in range(1, 61)]
    yield from (f"{name} has no row" for name in expected if name not in seen)


def _marks(nodes: Iterable[ast.AST]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (marker, its text arguments) of every `pytest.mark.<marker>` below `nodes`."""
    for node in (inner for outer in nodes for inner in ast.walk(outer)):
        target = node.func if isinstance(node, ast.Call) else node
        if not (isinstance(target, ast.Attribute) and isinstance(target.value, ast.Attribute)):
            continue
        if target.value.attr == "mark":
            arguments = node.args if isinstance(node, ast.Call) else []
            texts = (a.value for a in arguments if isinstance(a, ast.Constant))
            yield target.attr, tuple(t for t in texts if isinstance(t, str))


def _own_marks(body: Iterable[ast.stmt]) -> list[ast.AST]:
    """Return the values assigned to `pytestmark` in a module's or class's body."""
    assigned = (s for s in body if isinstance(s, ast.Assign))
    return [
        s.value
        for s in assigned
        if any(isinstance(t, ast.Name) and t.id == "pytestmark" for t in s.targets)
    ]


def marked_tests(source: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield (requirement, test) for each test in one file that is really run."""

    def visit(body: list[ast.stmt], prefix: str, outer: list[ast.AST]) -> Iterator[tuple[str, str]]:
        marks = [*outer, *_own_marks(body)]
        for node in body:
            if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
                inner = [*marks, *node.decorator_list]
                yield from visit(node.body, f"{prefix}::{node.name}", inner)
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found = list(_marks([*marks, *node.decorator_list]))
                if not node.name.startswith("test") or any(m in SWITCHED_OFF for m, _ in found):
                    continue
                ids = {i for marker, texts in found if marker == "req" for i in texts}
                yield from ((i, f"{prefix}::{node.name}") for i in sorted(ids))

    yield from visit(ast.parse(source).body, name, [])


def proofs(tests: Path = TESTS) -> dict[str, list[str]]:
    """Return requirement → tests, over every test file."""
    found: dict[str, list[str]] = {}
    for path in sorted(tests.rglob("test_*.py")):
        name = path.relative_to(tests.parent).as_posix()
        for row, test in marked_tests(path.read_text(encoding="utf-8"), name):
            found.setdefault(row, []).append(test)
    return found


def state(row: Row, tests: list[str]) -> str:
    """Return the last column: the tests, `MISSING` or the reason."""
    listed = "<br>".join(f"`{t}`" for t in tests)
    if row.reason:
        return listed or f"no software: {row.reason}"
    return listed or f"**MISSING** ({row.issue})"


def page(table: Iterable[Row], found: dict[str, list[str]]) -> str:
    table = tuple(table)
    states = {row.id: state(row, found.get(row.id, [])) for row in table}
    kinds = {"**MISSING**": 0, "no software": 0}
    for text in states.values():
        for kind in kinds:
            kinds[kind] += text.startswith(kind)
    proved = len(table) - sum(kinds.values())
    lines = [
        "# Requirements and their tests",
        "",
        "Written by `python3 packaging/dev.py requirements` from the markers in `tests/` and from",
        "`requirements-rows.csv`; not edited by hand. A letter names the part of the program.",
        "",
        f"{len(table)} rows: {proved} proved, {kinds['**MISSING**']} missing, "
        f"{kinds['no software']} no software. Parts: "
        + "; ".join(f"{letter} {name}" for letter, name in ISSUES.items())
        + ".",
    ]
    for title, start in (("The hall", "R"), ("The desk under the clerk's hands", "UX-")):
        lines += ["", f"## {title}", "", "| id | item | proof |", "| --- | --- | --- |"]
        chosen = (row for row in table if row.id.startswith(start))
        lines += [f"| {r.id} | {r.item.replace('|', '/')} | {states[r.id]} |" for r in chosen]
    return "\n".join(lines) + "\n"


def write() -> str:
    table, found = rows(), proofs()
    PAGE.write_text(page(table, found), encoding="utf-8")
    return f"{PAGE.relative_to(environment.ROOT)}: {len(missing(table, found))} missing"


def missing(table: Iterable[Row], found: dict[str, list[str]]) -> list[str]:
    return [row.id for row in table if row.issue and row.id not in found]


def faults() -> list[str]:
    """Return everything that keeps the page from being true and complete."""
    table, found = rows(), proofs()
    known = {row.id for row in table}
    result = list(row_faults(table))
    result += [f"{i} is no requirement ({', '.join(found[i])})" for i in found if i not in known]
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page(table, found):
        result.append("docs/requirements.md is stale; run dev.py requirements")
    result += [f"MISSING {name}: no test proves it" for name in missing(table, found)]
    return result

"""Rules of the house that no linter knows, each beside code that breaks it.

A rule is a function from a parsed file to the lines that break it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
Rule = Callable[[ast.Module], Iterator[int]]

# Where a boundary is owned and anything may arrive: a lane's job, a device's loop, the last hook,
# a seed of the simulation, of which every failure is a finding.
BOUNDARIES = (
    "zcdesk/ui/jobs.py",
    "zcdesk/devices/loop.py",
    "zcdesk/app.py",
    "zcdesk/bench/simulation/seeds.py",
)
EMPTY_WORDS = {"manager", "helper", "helpers", "util", "utils", "base", "common", "impl"}
# Where time and chance come from: module or class, and what it is asked for.
SOURCES = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "monotonic", "monotonic_ns", "localtime"},
    "random": {"random", "randint", "randrange", "choice", "shuffle", "sample", "randbytes"},
    "secrets": {"choice", "randbelow", "token_bytes", "token_hex", "token_urlsafe"},
    "os": {"urandom", "getrandom"},
    "uuid": {"uuid1", "uuid4", "uuid6", "uuid7"},
}


def called(node: ast.AST) -> str:
    """Return the last name of what `node` calls: `wait` of `qtbot.wait(1)`."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            return name
    return ""


def waits(tree: ast.Module) -> Iterator[int]:
    """A test waits for something to happen, never for time to pass."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="qtbot"), attr="wait")):
                yield node.lineno
            case ast.Call() if called(node) in {"sleep", "qWait", "qSleep"}:
                yield node.lineno


def only(tree: ast.Module) -> Iterator[int]:
    """No test asks to be run alone, and none stops for a debugger."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "only":
            yield node.lineno
        elif called(node) in {"breakpoint", "set_trace"}:
            yield node.lineno  # type: ignore[attr-defined]


def broad_excepts(tree: ast.Module) -> Iterator[int]:
    """Nothing is caught without a name; `BaseException` may pass through a clean-up."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ExceptHandler):
            continue
        types = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        names = {t.id for t in types if isinstance(t, ast.Name)}
        ends_raised = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
        if None in types or "Exception" in names or ("BaseException" in names and not ends_raised):
            yield node.lineno


def untranslatable(tree: ast.Module) -> Iterator[int]:
    """`tr` takes a text as it stands: nothing put together, or no translator ever sees it."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        plain = bool(node.args) and isinstance(node.args[0], ast.Constant)
        if called(node) == "tr" and not plain:
            yield node.lineno
        elif called(node) in {"translate", "QT_TRANSLATE_NOOP"}:
            yield from (node.lineno for a in node.args if isinstance(a, ast.JoinedStr))


def own_clock(tree: ast.Module) -> Iterator[int]:
    """Time and chance are handed in, so that a fold gives the same answer for ever."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name)
            ) if name in SOURCES.get(owner, ()):
                yield node.lineno
            case ast.Call(
                func=ast.Name(id="uuid1" | "uuid4" | "urandom" | "time_ns" | "monotonic")
            ):
                yield node.lineno


def empty_names(tree: ast.Module) -> Iterator[int]:
    """A class is named for what it is; these words say nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            words = {word.lower() for word in re.findall(r"[A-Z][a-z]*|[a-z]+", node.name)}
            if words & EMPTY_WORDS:
                yield node.lineno


def broken(rule: Rule, *folders: str, but: tuple[str, ...] = ()) -> list[str]:
    """Return the places below `folders` that break `rule`."""
    found = []
    for path in sorted(p for folder in folders for p in (ROOT / folder).rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name not in but:
            found += [f"{name}:{line}" for line in rule(ast.parse(path.read_text("utf-8")))]
    return found


def test_tests_do_not_sleep() -> None:
    assert broken(waits, "tests") == []


def test_no_test_runs_alone() -> None:
    assert broken(only, "tests") == []


def test_only_boundaries_catch_everything() -> None:
    assert broken(broad_excepts, "zcdesk", but=BOUNDARIES) == []


def test_every_interface_text_can_be_translated() -> None:
    assert broken(untranslatable, "zcdesk") == []


def test_rules_read_no_clock_and_throw_no_dice() -> None:
    assert broken(own_clock, "zcdesk/domain", "zcdesk/operations") == []


def test_names_say_something() -> None:
    assert broken(empty_names, "zcdesk") == []
    files = [path for path in (ROOT / "zcdesk").rglob("*") if path.stem in EMPTY_WORDS]
    assert files == []


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (waits, "qtbot.wait(50)"),
        (waits, "import time\ntime.sleep(1)"),
        (waits, "QTest.qWait(10)"),
        (only, "@pytest.mark.only\ndef test_x(): ..."),
        (only, "breakpoint()"),
        (broad_excepts, "try: f()\nexcept Exception: pass"),
        (broad_excepts, "try: f()\nexcept (OSError, Exception) as e: raise"),
        (broad_excepts, "try: f()\nexcept: pass"),
        (broad_excepts, "try: f()\nexcept BaseException: pass"),
        (untranslatable, "self.tr(f'剩 {n} 件')"),
        (untranslatable, "self.tr(text)"),
        (untranslatable, "self.tr('剩 {} 件'.format(n))"),
        (untranslatable, "tr(NAMES[kind])"),
        (untranslatable, "QCoreApplication.translate('texts', f'{a}')"),
        (own_clock, "datetime.now(tz)"),
        (own_clock, "time.time()"),
        (own_clock, "datetime.datetime.now()"),
        (own_clock, "uuid4()"),
        (own_clock, "uuid.uuid4()"),
        (own_clock, "random.choice(x)"),
        (empty_names, "class TicketManager: ..."),
    ],
)
def test_a_rule_finds_what_breaks_it(rule: Rule, source: str) -> None:
    assert len(list(rule(ast.parse(source)))) == 1


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (waits, "qtbot.waitUntil(ready)\nqtbot.waitSignal(s)\nprocess.wait()"),
        (broad_excepts, "try: f()\nexcept OSError: pass"),
        (broad_excepts, "try: f()\nexcept BaseException:\n    undo()\n    raise"),
        (untranslatable, "self.tr('剩 {n} 件').format(n=1)\nself.tr('共 %n 件', '', n)"),
        (untranslatable, "QCoreApplication.translate('texts', TEXTS[code])\nname.translate(table)"),
        (own_clock, "at.time()\nat.date()\nsession.now()\nself.random(10)"),
        (empty_names, "class Database: ..."),
    ],
)
def test_a_rule_leaves_the_rest_alone(rule: Rule, source: str) -> None:
    assert list(rule(ast.parse(source))) == []

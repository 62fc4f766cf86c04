"""The counts of the suites that stand for the shared database: `zcdesk bench --suites`.

Contract, attacks, safeguards and real kills are tests and run where the source tree is; simulation
and power cuts run anywhere. Never a suite counted that did not run.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from zcdesk.bench.powercut import cuts
from zcdesk.bench.simulation import seeds

TESTS = Path(__file__).parents[2] / "tests"
SEEDS, REAL_SEEDS = 300, 20
DAYS, CUTS = 4, 150

SUITES = {
    "contract of the three halls": ("sync/test_hall_contract.py", "sync/test_hall_queue.py"),
    "attacks": (
        "sync/test_attacks.py",
        "sync/test_strangers.py",
        "sync/test_tls.py",
        "sync/test_enrolling.py",
        "sync/test_shifts.py",
    ),
    "tampering and personal data": (
        "sync/test_tamper.py",
        "sync/test_personal.py",
        "store/test_verify.py",
    ),
    "safeguards switched off": ("sync/test_mutants.py",),
    "rounds, claims and a real server": (
        "sync/test_rounds.py",
        "sync/test_claims.py",
        "sync/test_queue.py",
        "sync/test_server.py",
        "sync/test_server_commands.py",
    ),
    "real kills, failing disks, witness": (
        "store/test_kill.py",
        "store/test_faults.py",
        "store/test_witness.py",
        "store/test_unlucky.py",
        "sync/test_real_faults.py",
    ),
}


class Result(NamedTuple):
    """One suite. Attributes: `words`: its counts, or why it did not run."""

    name: str
    words: str
    is_good: bool


def run(tell: Callable[[str], None]) -> tuple[Result, ...]:
    """Run all of them, one after the other; about four minutes on an idle machine."""
    found = []
    for result in _results(tell):
        found.append(result)
        tell(f"{result.name}: {result.words}")
    return tuple(found)


def _results(tell: Callable[[str], None]) -> Iterator[Result]:
    for store, count in ((seeds.MEMORY, SEEDS), (seeds.SQLITE, REAL_SEEDS)):
        tally = seeds.simulate(count * seeds.STEPS, 0, store=store, tell=tell)
        yield Result(f"simulation, {store}", tally.line(), not tally.failures)
    tested = cuts.measure(DAYS, CUTS)
    yield Result("power cuts", tested.line(), not tested.faults)
    for name, files in SUITES.items():
        yield _tests(name, tuple(TESTS / file for file in files if (TESTS / file).exists()))


def _tests(name: str, files: tuple[Path, ...]) -> Result:
    """Run test files in a process of their own and count what they say."""
    if not files:
        return Result(name, "not run: the tests are in the source tree only", False)
    with tempfile.TemporaryDirectory(prefix="zcdesk-suite-") as folder:
        report = Path(folder) / "report.xml"
        words = ["-m", "pytest", "-q", "-n", "1", f"--junitxml={report}", *map(str, files)]
        ran = subprocess.run(  # noqa: S603 - our own tests
            [sys.executable, *words],
            cwd=TESTS.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if not report.exists():
            last = (ran.stdout.strip().splitlines() or ["no output"])[-1]
            return Result(name, f"not run: {last}", False)
        return Result(name, *_counted(report))


def _counted(report: Path) -> tuple[str, bool]:
    counts: Counter[str] = Counter()
    broken: list[str] = []
    root = ET.parse(report).getroot()  # noqa: S314 - written by our run
    for suite in root.iter("testsuite"):
        counts.update({kind: int(suite.get(kind, 0)) for kind in _KINDS})
    for case in root.iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            broken.append(case.get("name", ""))
    failed = counts["failures"] + counts["errors"]
    passed = counts["tests"] - failed - counts["skipped"]
    names = f" ({', '.join(broken)})" if broken else ""
    words = f"{passed} passed, {failed} failed{names}, {counts['skipped']} skipped"
    return words, not failed and passed > 0


_KINDS = ("tests", "failures", "errors", "skipped")

"""The counts of suites: what ran is counted, what did not is said."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from zcdesk import bench
from zcdesk.bench import suite_counts as suites
from zcdesk.bench.powercut import cuts
from zcdesk.bench.simulation import seeds


def test_tests_are_counted_as_they_came_out(tmp_path: Path) -> None:
    file = tmp_path / "test_some.py"
    file.write_text(
        "import pytest\n"
        "def test_good(): pass\n"
        "def test_bad(): assert False\n"
        "@pytest.mark.skip\n"
        "def test_not(): pass\n"
    )
    words = "1 passed, 1 failed (test_bad), 1 skipped"
    assert suites._tests("some", (file,)) == ("some", words, False)
    file.write_text("def test_good(): pass\n")
    assert suites._tests("some", (file,)) == ("some", "1 passed, 0 failed, 0 skipped", True)
    file.write_text("")
    assert not suites._tests("some", (file,)).is_good
    assert suites._tests("some", ()).words.startswith("not run")


def test_every_suite_named_is_there() -> None:
    named = [suites.TESTS / file for files in suites.SUITES.values() for file in files]
    assert [file for file in named if not file.exists()] == []


def test_one_bad_suite_fails_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    good = seeds.Tally(1, 200, (), Counter(), 1.0, 1.0, 1)
    monkeypatch.setattr(seeds, "simulate", lambda *_, **__: good)
    monkeypatch.setattr(cuts, "measure", lambda *_: cuts.Tally(600, Counter()))
    monkeypatch.setattr(suites, "SUITES", {})
    told: list[str] = []
    assert bench.suites(tell=told.append) == 0
    assert told[-1].startswith("power cuts: 600 power cuts: nothing lost")
    bad = cuts.Tally(600, Counter({"acknowledged and lost": 2}))
    monkeypatch.setattr(cuts, "measure", lambda *_: bad)
    assert bench.suites(tell=told.append) == 1
    assert told[-1] == "power cuts: 600 power cuts: 2 × acknowledged and lost"

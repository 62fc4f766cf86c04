"""The table of 等级保护 names settings that exist and evidence that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zcdesk import log
from zcdesk.domain.policy_settings import SETTINGS

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "compliance.md").read_text("utf-8")
SIX_MONTHS = 184


def rows() -> list[list[str]]:
    """Return the cells of the controls."""
    table = TEXT[TEXT.index("| control |") : TEXT.index("## What was tried")]
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0][:20])
def test_each_control_has_a_setting_that_exists_and_evidence_that_is_there(row: list[str]) -> None:
    assert len(row) == 4
    _, _, where, evidence = row
    policies = re.findall(r"`((?:lock|case|intake)\.[a-z_]+)`", where)
    assert [path for path in policies if path not in SETTINGS] == []
    files = re.findall(r"`((?:tests|packaging|docs)/[\w/.]+)`", evidence)
    assert files
    assert [file for file in files if not (ROOT / file).exists()] == []


def test_the_defaults_are_those_the_table_tells() -> None:
    told = {
        "lock.secret_least": 8,
        "lock.secret_kinds": 2,
        "lock.secret_days": 90,
        "lock.failures": 5,
        "lock.lockout_minutes": 10,
    }
    assert {path: SETTINGS[path].default for path in told} == told
    for path in ("lock.idle_seconds", "lock.serving_seconds"):
        assert SETTINGS[path].bounds[1] <= 3600  # no hall can switch the time-out off
    assert SETTINGS["lock.secret_least"].bounds[0] == 8
    assert log.KEPT_DAYS >= SIX_MONTHS

from __future__ import annotations

from pathlib import Path

import pytest
import requirement_rows as rr

SOURCE = """
import pytest
pytestmark = [pytest.mark.req("R001")]

@pytest.mark.req("R002", "UX-31")
def test_plain(): ...

def helper(): ...

@pytest.mark.req("R003")
def not_collected(): ...

@pytest.mark.skip(reason="later")
@pytest.mark.req("R004")
def test_switched_off(): ...

@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.req("R005"))])
def test_with_parameters(x): ...

class TestWindow:
    pytestmark = pytest.mark.req("R006")

    async def test_inner(self): ...

@pytest.mark.req("R007")
class Window:
    def test_not_in_a_test_class(self): ...
"""


def test_markers_are_found_where_they_can_stand() -> None:
    found = set(rr.marked_tests(SOURCE, "t.py"))
    assert found == {
        *(("R001", f"t.py::{t}") for t in ("test_plain", "test_with_parameters")),
        ("R001", "t.py::TestWindow::test_inner"),
        ("R002", "t.py::test_plain"),
        ("UX-31", "t.py::test_plain"),
        ("R005", "t.py::test_with_parameters"),
        ("R006", "t.py::TestWindow::test_inner"),
    }


def test_proofs_are_read_from_every_folder(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "domain"
    folder.mkdir(parents=True)
    (folder / "test_x.py").write_text(SOURCE)
    assert rr.proofs(tmp_path / "tests")["R002"] == ["tests/domain/test_x.py::test_plain"]


@pytest.mark.parametrize(
    ("row", "tests", "expected"),
    [
        (rr.Row("R1", "x", "A", ""), ["t"], "`t`"),
        (rr.Row("R1", "x", "A", ""), [], "**MISSING** (A)"),
        (rr.Row("R1", "x", "", "a date"), [], "no software: a date"),
    ],
)
def test_the_state_of_a_row(row: rr.Row, tests: list[str], expected: str) -> None:
    assert rr.state(row, tests) == expected


def test_a_row_of_an_issue_without_a_test_is_missing() -> None:
    table = [rr.Row("R1", "x", "A", ""), rr.Row("R3", "x", "", "why")]
    assert rr.missing(table, {}) == ["R1"]
    assert rr.missing(table, {"R1": ["t"]}) == []
    assert "1 missing" in rr.page(table, {})


def test_every_requirement_has_one_row_and_one_fate() -> None:
    assert list(rr.row_faults(rr.rows())) == []


def test_a_table_with_holes_is_found() -> None:
    table = list(rr.rows())
    assert list(rr.row_faults(table[1:])) == ["R001 has no row"]
    assert list(rr.row_faults([*table, table[0]])) == ["R001 stands twice"]
    assert list(rr.row_faults([table[0]._replace(issue="B"), *table[1:]])) != []
    assert list(rr.row_faults([table[0]._replace(issue="Z", reason=""), *table[1:]])) != []


def test_an_invented_number_and_a_stale_page_are_faults(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    table = rr.rows()
    proved = {row.id: ["t"] for row in table if row.issue}
    monkeypatch.setattr(rr, "PAGE", tmp_path / "requirements.md")
    monkeypatch.setattr(rr, "proofs", lambda: proved)
    assert rr.faults() == ["docs/requirements.md is stale; run dev.py requirements"]
    rr.PAGE.write_text(rr.page(table, proved), encoding="utf-8")
    assert rr.faults() == []
    proved["R999"] = ["t"]
    assert any("R999" in fault for fault in rr.faults())

"""Status bytes of devices.md 7.2, and streams that mix answers with automatic reports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.devices.escpos_status import QUERY, decode, reply_in

REPORT = b"\x14\x00\x00\x0f"


@pytest.mark.parametrize(
    ("paper", "code"),
    [(0x12, ""), (0x1E, "PRT-02"), (0x72, "PRT-01"), (0x7E, "PRT-01"), (0x16, "")],
)
def test_paper_values(paper: int, code: str) -> None:
    assert decode({4: paper}).code == code


@pytest.mark.req("UX-34")
def test_the_cover_comes_before_the_paper_under_it() -> None:
    assert decode({2: 0x16 | 0x20, 4: 0x72}).code == "PRT-03"


@pytest.mark.parametrize("errors", [0x16, 0x1A, 0x32])
def test_hard_errors(errors: int) -> None:
    assert decode({3: errors}).code == "PRT-08"


@pytest.mark.parametrize("noise", [b"", b"\x10", b"\xff", REPORT, REPORT + b"\xff"])
def test_no_answer_is_no_answer(noise: bytes) -> None:
    assert reply_in(noise) is None


@given(st.lists(st.sampled_from([REPORT, b"\xff", b"\x10\x00\x00\x00"]), max_size=6))
def test_an_answer_is_found_behind_anything(before: list[bytes]) -> None:
    assert reply_in(b"".join(before) + b"\x72") == 0x72


def test_all_states_are_asked_and_told_from_reports() -> None:
    assert b"".join(QUERY.values()) == bytes.fromhex("10 04 01 10 04 02 10 04 03 10 04 04")
    assert reply_in(bytes.fromhex("14 00 00 0F 10 00 00 00")) is None  # twice a ready printer
    assert reply_in(bytes.fromhex("12 00 00 00")) == 0x12  # no report: its first byte is an answer


def test_bytes_inside_a_report_are_no_answer() -> None:
    assert reply_in(b"\x10\x12\x12\x12") is None

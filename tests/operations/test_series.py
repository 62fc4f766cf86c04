"""The form of printed numbers: whatever two places give on one day, it is never the same text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.devices.announce import announcement
from zcdesk.errors import NotAllowed, SurroundingsError
from zcdesk.operations import series

NAMES = st.from_regex(r"[0-9A-Z]{1,3}", fullmatch=True)
LETTERS = st.sampled_from(sorted(series.LETTERS.values()))
SERIALS = st.integers(1, 12_000)


@given(NAMES | st.just(""), LETTERS, SERIALS, NAMES, LETTERS, SERIALS)
def test_no_two_series_ever_print_the_same(
    name: str, letter: str, serial: int, other: str, its: str, number: int
) -> None:
    """An empty name is the series of what is written by hand."""
    one = series.numbered(f"L{letter}{name}", serial)
    two = series.numbered(f"L{its}{other}", number)
    assert (one == two) == ((name, letter, serial) == (other, its, number))


@given(NAMES, st.sampled_from(sorted(series.LETTERS)), SERIALS)
def test_a_slip_tells_its_category_and_what_is_written_by_hand_none(
    name: str, category: str, serial: int
) -> None:
    letters = f"L{series.LETTERS[category]}{name}"
    slip = series.numbered(letters, serial)
    assert series.category_of(f" {slip.lower()} ") == category
    assert series.letters_of(slip) == letters
    assert series.is_printed(slip)
    by_hand = series.numbered(letters[:2], serial)
    assert series.category_of(by_hand) == ""
    assert series.is_printed(by_hand)


@pytest.mark.parametrize("text", ["A058", "LA001", "LX9001", "LA9ab1", "W07-003", "L9001", ""])
def test_nothing_else_is_taken_for_a_slip(text: str) -> None:
    assert series.category_of(text) == ""


def test_it_is_spoken_letter_by_letter_and_digit_by_digit() -> None:
    assert announcement("LA9001", "3") == "请LA九零零一号到三号窗口办理"


@pytest.mark.parametrize("name", ["自助机", "kiosk", "9a", "1234", "K-1"])
def test_without_a_short_name_no_number_of_its_own(
    name: str, session, monkeypatch: Callable[..., None]
) -> None:
    station = session.store.station
    monkeypatch.setattr(session.store, "station", type(station)(station.hall, "320213", name))
    with pytest.raises(SurroundingsError, match="QUE-17"):
        series.cut_off(session, "社会民生")


def test_an_unknown_category_is_refused(session) -> None:
    assert series.cut_off(session, "社会民生") == "LA3"
    with pytest.raises(NotAllowed, match="QUE-11"):
        series.cut_off(session, "婚姻")

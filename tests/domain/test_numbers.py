"""Receipt numbers: unique, read back as printed, and a slip of the finger is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.numbers import (
    ALPHABET,
    SERIAL_MAX,
    Number,
    check_char,
    incarnation_code,
    parse,
)

codes = st.integers(0, 32_767).map(incarnation_code)
numbers = st.builds(
    Number,
    hall=st.integers(0, 999_999).map(lambda n: f"{n:06d}"),
    year=st.integers(0, 99),
    code=codes,
    serial=st.integers(1, SERIAL_MAX),
)


def test_a_number_as_it_is_printed() -> None:
    number = Number("320213", 26, "7K2", 57)
    assert number.text == "320213-26-7K2-00057-A"
    assert number.compact == "320213267K200057A"
    assert parse(" 320213-26-7k2-00057-a ") == number


@given(numbers)
def test_a_number_is_read_back_however_it_is_written(number: Number) -> None:
    for text in (number.text, number.compact, number.text.lower(), number.text.replace("-", " ")):
        assert parse(text) == number


@given(numbers, numbers)
def test_two_numbers_are_never_printed_alike(one: Number, other: Number) -> None:
    assert (one.compact == other.compact) is (one == other)


@given(numbers)
def test_each_single_wrong_character_is_found_but_for_z_and_zero(number: Number) -> None:
    """The two share a remainder mod 31 and can only meet in the code's three characters."""
    right = number.compact
    for place, char in enumerate(right):
        for wrong in ALPHABET.replace(char, ""):
            found = parse(right[:place] + wrong + right[place + 1 :])
            if {char, wrong} == {"0", "Z"} and 8 <= place < 11:
                assert found is not None
            else:
                assert found is None


@given(numbers)
def test_each_swap_of_neighbours_is_found(number: Number) -> None:
    right = number.compact
    for place in range(16):
        one, two = right[place], right[place + 1]
        swapped = right[:place] + two + one + right[place + 2 :]
        if one != two and {one, two} != {"0", "Z"}:
            assert parse(swapped) is None, place


@pytest.mark.parametrize(
    "text",
    [
        "",
        "320213-26-7K2-00057",
        "320213-26-7K2-00057-X",
        "320213-26-7K2-00057-AA",
        "320213-26-7K2-0005A-A",
        "３２０２１３-26-7K2-00057-A",
        "320213-26-7I2-00057-A",
        "王桂兰",
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse(text) is None


@given(st.text(max_size=20) | st.text(ALPHABET + "- ", min_size=17, max_size=19))
def test_anything_scanned_is_judged_without_a_fault(text: str) -> None:
    found = parse(text)
    assert found is None or parse(found.text) == found


def test_a_code_for_each_incarnation() -> None:
    made = {incarnation_code(n) for n in range(32_768)}
    assert len(made) == 32_768
    assert {len(code) for code in made} == {3}
    assert not set("".join(made)) & set("ILOU")
    for wrong in (-1, 32_768):
        with pytest.raises(ValueError, match=str(wrong)):
            incarnation_code(wrong)


def test_the_check_character_is_never_z() -> None:
    assert {check_char(f"{n:05d}") for n in range(2000)} == set(ALPHABET) - {"Z"}

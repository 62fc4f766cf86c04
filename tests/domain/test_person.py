"""Particulars of a person or unit, before masking."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.person import Person, Trust


@pytest.mark.req("R045")
@pytest.mark.parametrize(
    ("person", "empty", "identified"),
    [
        (Person(), True, False),
        (Person(phone="13800000000"), True, False),
        (Person(name="王桂兰"), False, False),
        (Person(id_number="320213195804124521"), False, False),
        (Person(name="王桂兰", id_number="320213195804124521"), False, True),
        (Person(name="示例公司", id_number="91320213MA1A2B3C4D", is_unit=True), False, True),
    ],
)
def test_who_is_known_enough(person: Person, empty: bool, identified: bool) -> None:
    assert (person.is_empty, person.is_identified) == (empty, identified)


@given(st.text())
def test_a_name_is_kept_as_it_was_typed(name: str) -> None:
    person = Person(name=name)
    assert msgspec.json.decode(msgspec.json.encode(person), type=Person).name == name


def test_a_card_is_trusted_most() -> None:
    assert list(Trust) == [Trust.CARD, Trust.LICENCE, Trust.HISTORY, Trust.MANUAL]

"""The one form: every field of every matter once, and nothing asked that is known already."""

from __future__ import annotations

import pytest
from fix_matters import matter
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.matter import Matter
from zcdesk.domain.oneform import FIELDS, Group, count_before, fill, lacking, wanted
from zcdesk.domain.person import Person, Trust

PERSONAL = ("name", "id_number", "phone", "address")
WANG = Person(
    name="王桂兰",
    id_number="320213195804124521",
    phone="13861236620",
    address="梁溪区示例路 1 号",
    trust=Trust.CARD,
)

asking = st.lists(st.sampled_from(sorted(FIELDS)), unique=True, max_size=8).map(tuple)
lists = st.lists(asking, max_size=4).map(
    lambda found: tuple(matter(f"1-{n}", fields=fields) for n, fields in enumerate(found, 1))
)


def test_fields_stand_in_their_groups() -> None:
    order = [FIELDS[key].group for key in FIELDS]
    assert order == sorted(order, key=list(Group).index)
    assert {field.key for field in FIELDS.values()} == set(FIELDS)


@pytest.mark.req("UX-25", "R121")
def test_two_matters_ask_a_field_once() -> None:
    both = (
        matter("1-1", fields=("place_address", "place_area")),
        matter("1-2", fields=("place_area", "business_scope")),
    )
    assert wanted(both) == (*PERSONAL, "place_address", "place_area", "business_scope")
    assert (count_before(both), len(wanted(both))) == (12, 7)


@pytest.mark.req("UX-25")
@given(lists)
def test_no_field_is_asked_twice_and_none_is_left_out(matters: tuple[Matter, ...]) -> None:
    asked = wanted(matters)
    assert len(set(asked)) == len(asked)
    assert set(asked) == {key for one in matters for key in one.fields} | set(PERSONAL)
    assert len(asked) <= max(count_before(matters), len(PERSONAL))


@pytest.mark.req("UX-25")
@given(lists, st.sampled_from(Trust), st.dictionaries(st.sampled_from(sorted(FIELDS)), st.text()))
def test_what_is_known_of_the_person_is_never_asked_and_says_where_it_is_from(
    matters: tuple[Matter, ...], trust: Trust, typed: dict[str, str]
) -> None:
    known = Person(name="王桂兰", id_number="320213195804124521", phone="1", trust=trust)
    fields = {field.key: field for field in fill(matters, known, typed)}
    assert fields["name"].value == "王桂兰"
    assert fields["name"].source == trust
    open_keys = {field.key for field in lacking(fields.values())}
    assert not open_keys & {"name", "id_number", "phone"}
    for field in fields.values():
        assert bool(field.source) is bool(field.value)
        if field.key not in ("name", "id_number", "phone"):
            assert field.value == typed.get(field.key, "")


def test_a_card_tells_no_phone() -> None:
    fields = {field.key: field.source for field in fill((), WANG, {})}
    assert fields == {"name": "读卡", "id_number": "读卡", "phone": "手工", "address": "读卡"}


def test_only_required_fields_are_lacking() -> None:
    fields = fill((matter("1-1", fields=("place_name", "place_area")),), Person(), {})
    assert [field.key for field in lacking(fields)] == [
        "name",
        "id_number",
        "phone",
        "place_area",
    ]


def test_a_key_nobody_knows_is_passed_over() -> None:
    assert wanted((matter("1-1", fields=("shoe_size",)),)) == PERSONAL

"""The invented people of the demo have right numbers, and stay who they are from run to run."""

import datetime as dt

import pytest

from zcdesk.demo.people import person, unit
from zcdesk.domain.identity import IdKind, check_id, check_phone
from zcdesk.domain.names import check_name

TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize("number", range(0, 1000, 7))
def test_every_number_is_well_formed(number):
    somebody = person(number)
    assert check_id(IdKind.RESIDENT, somebody.id_number, today=TODAY).problems == ()
    assert not check_phone(somebody.phone).blocked
    assert not check_name(somebody.name).blocked


def test_nobody_shares_a_number():
    assert len({person(n).id_number for n in range(1000)}) == 1000


@pytest.mark.parametrize("number", range(5))
def test_units_have_right_codes(number):
    assert check_id(IdKind.USCC, unit(number).id_number, today=TODAY).problems == ()


def test_the_first_ones_have_rare_names():
    assert [person(n).name[1:] for n in range(4)] == ["䶮", "㛃", "𬱖", "𠮷"]

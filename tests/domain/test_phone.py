"""Phone numbers as they are typed, told over the counter and copied from cards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.phone import PhoneKind, check_phone


@pytest.mark.parametrize(
    ("typed", "kept", "kind"),
    [
        ("13912345678", "13912345678", PhoneKind.MOBILE),
        ("１３９ 1234-5678", "13912345678", PhoneKind.MOBILE),
        ("+86 139 1234 5678", "13912345678", PhoneKind.MOBILE),
        ("008613912345678", "13912345678", PhoneKind.MOBILE),
        ("8613912345678", "13912345678", PhoneKind.MOBILE),
        ("051082830000", "0510-82830000", PhoneKind.LANDLINE),
        ("（0510）82830000", "0510-82830000", PhoneKind.LANDLINE),
        ("0510 82830000转801", "0510-82830000-801", PhoneKind.LANDLINE),
        ("0510—82830000—801", "0510-82830000-801", PhoneKind.LANDLINE),
        ("0632-7654321", "0632-7654321", PhoneKind.LANDLINE),
        ("01062345678", "010-62345678", PhoneKind.LANDLINE),
        ("021-62345678#12", "021-62345678-12", PhoneKind.LANDLINE),
        ("021-623456-78", "021-62345678", PhoneKind.LANDLINE),
        ("400-672-2705", "4006722705", PhoneKind.SERVICE),
    ],
)
def test_numbers_are_brought_to_their_stored_form(typed: str, kept: str, kind: PhoneKind):
    check = check_phone(typed)

    assert (check.text, check.kind, check.problems) == (kept, kind, ())
    assert check_phone(kept) == check


@pytest.mark.parametrize("n", range(11))
def test_a_half_typed_mobile_number_says_how_many_digits_there_are(n: int):
    check = check_phone("13912345678"[:n])

    assert [(p.code, p.values) for p in check.problems] == [("IDC-17", {"n": n, "need": 11})]
    assert check.partial


@pytest.mark.parametrize(
    ("typed", "code", "partial"),
    [
        ("139123456789", "IDC-17", False),
        ("12912345678", "IDC-18", False),
        ("82830000", "IDC-18", False),
        ("0010-8283000", "IDC-18", False),
        ("0119-82830000", "IDC-18", False),
        ("0510-12830000", "IDC-18", False),
        ("0510", "IDC-19", True),
        ("0510-828300", "IDC-19", True),
        ("010-6234567", "IDC-19", True),
        ("0510-828300001", "IDC-19", False),
        ("139a2345678", "IDC-08", False),
        ("王小明", "IDC-08", False),
        ("1391234567\u0668", "IDC-08", False),
    ],
)
def test_what_is_no_phone_number_blocks(typed: str, code: str, partial: bool):
    check = check_phone(typed)

    assert [p.code for p in check.problems] == [code]
    assert check.blocked
    assert check.partial == partial
    assert check.kind is None


@given(st.text("0123456789 -()+转#４８—", max_size=20) | st.text(max_size=12))
def test_any_text_is_judged_and_its_stored_form_is_stable(text: str):
    check = check_phone(text)

    assert (check.kind is None) == bool(check.problems)
    if check.kind is not None:
        assert check_phone(check.text) == check


def test_a_country_code_is_one_only_at_the_front() -> None:
    assert check_phone("13800000861").text == "13800000861"
    assert check_phone("0086 138 0000 0861").text == "13800000861"

"""Identity numbers: the verified examples, each fault in its place, and what never leaks."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.checkdigit import USCC_CHARS, org_check, uscc_check
from zcdesk.domain.identity import (
    IdKind,
    Severity,
    Sex,
    check_id,
    id_label,
    mask_id,
    mask_name,
    mask_phone,
    normalise_number,
    recognise,
    with_check_digit,
    with_uscc_check,
)

TODAY = date(2026, 11, 20)

# Published specimens and test data; none belongs to a person met at a counter.
CITIZENS = {
    "11010519491231002X": (IdKind.RESIDENT, date(1949, 12, 31), Sex.FEMALE),
    "440524188001010014": (IdKind.RESIDENT, date(1880, 1, 1), Sex.MALE),
    "321083197812162119": (IdKind.RESIDENT, date(1978, 12, 16), Sex.MALE),
    "440308199901101512": (IdKind.RESIDENT, date(1999, 1, 10), Sex.MALE),
    "810000199408230021": (IdKind.RESIDENCE_PERMIT, date(1994, 8, 23), Sex.FEMALE),
    "830000199201300022": (IdKind.RESIDENCE_PERMIT, date(1992, 1, 30), Sex.FEMALE),
    "932682198501010017": (IdKind.FOREIGN_PR, date(1985, 1, 1), None),
    "911124198108030024": (IdKind.FOREIGN_PR, date(1981, 8, 3), None),
}
UNITS = (
    "91350200776049653A",
    "913502000728319549",
    "91440101MA5CJQ4N59",
    "91110108551385082Q",
    "91440300708461136T",
    "91350100M000100Y43",
    "123502001549897397",
    "11440000006939756B",
    "11211300318840894M",
)
WRONG_BUT_REAL = "91350203M0001QAY9B"
INVENTED = with_check_digit("32021319900101001")
OTHERS = {
    "110105491231002": IdKind.RESIDENT_15,
    "CAN110181040801": IdKind.FOREIGN_PR_15,
    "E12345678": IdKind.PASSPORT_CN,
    "EA1234567": IdKind.PASSPORT_CN,
    "TK1234567": IdKind.PASSPORT_FOREIGN,
    "H12345678": IdKind.HKM_PERMIT,
    "M1234567801": IdKind.HKM_PERMIT,
    "01234567": IdKind.TAIWAN_PERMIT,
    "0123456789": IdKind.TAIWAN_PERMIT,
}


def codes(kind: IdKind, text: str, **options: object) -> list[tuple[str, str, int]]:
    return [(p.code, p.severity, p.position) for p in check_id(kind, text, **options).problems]


@pytest.mark.req("R128")
@pytest.mark.parametrize("number", CITIZENS)
def test_verified_citizens_cards_pass_and_tell_birth_and_sex(number: str):
    kind, birth, sex = CITIZENS[number]
    check = check_id(kind, number, today=TODAY)

    assert check.problems == ()
    assert (check.text, check.kind, check.birth, check.sex) == (number, kind, birth, sex)
    assert recognise(number) is kind
    assert with_check_digit(number[:17]) == number


@pytest.mark.req("R128")
@pytest.mark.parametrize("code", UNITS)
def test_verified_credit_codes_pass(code: str):
    check = check_id(IdKind.USCC, code, today=TODAY)

    assert check.problems == ()
    assert (check.birth, check.sex, check.age) == (None, None, None)
    assert recognise(code) is IdKind.USCC
    assert with_uscc_check(code[:17]) == code
    assert with_uscc_check(code[:16]) == code


def test_a_real_code_that_fails_its_check_is_a_warning_with_a_reason():
    check = check_id(IdKind.USCC, WRONG_BUT_REAL)

    assert codes(IdKind.USCC, WRONG_BUT_REAL) == [("IDC-14", Severity.WARN, 18)]
    assert check.needs_reason
    assert not check.blocked
    assert recognise(WRONG_BUT_REAL) is IdKind.USCC


def test_a_wrong_inner_organisation_code_is_a_warning():
    stem = "91320213MA00000A"
    wrong = "0" if org_check(stem[8:]) != "0" else "1"

    assert codes(IdKind.USCC, with_uscc_check(stem + wrong)) == [("IDC-15", Severity.WARN, 17)]


def test_a_failed_check_digit_warns_at_its_place():
    wrong = INVENTED[:17] + ("1" if INVENTED[17] != "1" else "2")

    assert codes(IdKind.RESIDENT, wrong) == [("IDC-03", Severity.WARN, 18)]
    assert check_id(IdKind.RESIDENT, wrong).needs_reason


@pytest.mark.parametrize("n", range(18))
def test_a_half_typed_number_only_says_how_many_digits_there_are(n: int):
    check = check_id(IdKind.RESIDENT, INVENTED[:n], today=TODAY)
    typing = check_id(IdKind.RESIDENT, INVENTED[:n], today=TODAY, partial=True)

    assert [(p.code, p.values) for p in check.problems] == [("IDC-04", {"n": n})]
    assert check.partial
    assert check.blocked
    assert typing.partial
    assert not typing.blocked
    assert [p.code for p in typing.problems] == ["IDC-04"]


def test_a_number_too_long_blocks_even_while_typing():
    check = check_id(IdKind.RESIDENT, INVENTED + "1", partial=True)

    assert [(p.code, p.severity) for p in check.problems] == [("IDC-04", Severity.BLOCK)]
    assert not check.partial


def test_another_kinds_length_names_the_card():
    (problem,) = check_id(IdKind.USCC, "91320213").problems

    assert (problem.code, problem.values) == (
        "IDC-12",
        {"label": "统一社会信用代码", "n": 8, "need": "18"},
    )


@pytest.mark.parametrize(
    ("kind", "text", "position"),
    [
        (IdKind.RESIDENT, "3202131990O1010010", 11),
        (IdKind.RESIDENT, "X20213199001010010", 1),
        (IdKind.RESIDENT, "32021319900101中", 15),
        (IdKind.RESIDENT, "32021319900101\u0660", 15),
        (IdKind.USCC, "91320213MA000000OA", 17),
        (IdKind.USCC, "9132A213MA00000000", 5),
        (IdKind.FOREIGN_PR_15, "CA1110181040801", 3),
        (IdKind.HKM_PERMIT, "A12345678", 1),
        (IdKind.TAIWAN_PERMIT, "0123456A", 8),
        (IdKind.PASSPORT_CN, "112345678", 1),
    ],
)
def test_a_foreign_character_blocks_at_its_place(kind: IdKind, text: str, position: int):
    (problem,) = check_id(kind, text).problems

    assert (problem.code, problem.severity) == ("IDC-08", Severity.BLOCK)
    assert problem.position == problem.values["i"] == position


@pytest.mark.parametrize(
    ("stem", "code"),
    [
        ("32021319900230001", "IDC-09"),
        ("32021319901301001", "IDC-09"),
        ("32021300000000001", "IDC-09"),
        ("32021320261121001", "IDC-10"),
        ("99021319900101001", "IDC-13"),
        ("47021319900101001", "IDC-11"),
    ],
)
def test_dates_and_areas_that_cannot_be_are_warned_of(stem: str, code: str):
    check = check_id(IdKind.RESIDENT, with_check_digit(stem), today=TODAY)

    assert [p.code for p in check.problems] == [code]
    assert not check.blocked


def test_a_birth_on_the_day_itself_is_no_future():
    newborn = with_check_digit("32021320261120001")

    assert check_id(IdKind.RESIDENT, newborn, today=TODAY).problems == ()
    assert check_id(IdKind.RESIDENT, newborn, today=TODAY).age == 0
    assert check_id(IdKind.RESIDENT, newborn).age is None


@pytest.mark.parametrize(
    ("born", "age"), [("19901120", 36), ("19901121", 35), ("19000101", 126), ("20040229", 22)]
)
def test_age_is_in_full_years(born: str, age: int):
    number = with_check_digit(f"320213{born}001")

    assert check_id(IdKind.RESIDENT, number, today=TODAY).age == age


def test_an_abolished_county_does_not_block():
    assert not check_id(IdKind.RESIDENT, with_check_digit("32020419600101001")).blocked


@pytest.mark.parametrize(
    ("asked", "number", "actual"),
    [
        (IdKind.RESIDENT, "810000199408230021", IdKind.RESIDENCE_PERMIT),
        (IdKind.RESIDENT, "932682198501010017", IdKind.FOREIGN_PR),
        (IdKind.RESIDENCE_PERMIT, INVENTED, IdKind.RESIDENT),
    ],
)
def test_another_card_of_the_same_shape_is_recognised_and_told(
    asked: IdKind, number: str, actual: IdKind
):
    check = check_id(asked, number)

    assert check.kind is actual
    assert [(p.code, p.values) for p in check.problems] == [("IDC-13", {"label": id_label(actual)})]


def test_both_formats_of_the_foreigners_card_are_one_kind_to_the_clerk():
    for asked in (IdKind.FOREIGN_PR, IdKind.FOREIGN_PR_15):
        assert check_id(asked, "CAN110181040801").problems == ()
        assert check_id(asked, "932682198501010017").problems == ()


@pytest.mark.parametrize("number", OTHERS)
def test_other_cards_are_recognised_and_pass(number: str):
    kind = OTHERS[number]

    assert recognise(number) is kind
    assert check_id(kind, number).problems == ()


def test_the_old_number_tells_birth_and_sex():
    check = check_id(IdKind.RESIDENT_15, "110105491231002", today=TODAY)

    assert (check.birth, check.sex, check.age) == (date(1949, 12, 31), Sex.FEMALE, 76)


def test_a_rare_passport_form_warns_only():
    assert codes(IdKind.PASSPORT_CN, "D12345678") == [("IDC-16", Severity.WARN, 0)]


def test_typing_accidents_are_mended():
    messy = " １１０１０５－１９４９１２３１ –００２ｘ\u200b "

    assert normalise_number(messy) == "11010519491231002X"
    assert check_id(IdKind.RESIDENT, messy).problems == ()
    assert recognise(messy) is IdKind.RESIDENT


@pytest.mark.parametrize("number", [*CITIZENS, *UNITS])
def test_the_guess_while_typing_settles_and_does_not_jump_about(number: str):
    guesses = [recognise(number[:n]) for n in range(1, 19)]
    changes = sum(a is not b for a, b in itertools.pairwise(guesses))

    assert None not in guesses
    assert changes <= 1


def test_a_code_of_digits_that_holds_a_date_is_told_by_its_check():
    """Region 321020 and an organisation code from 000101 read like a birth on 2000-01-01."""
    stems = (f"91321020000101{n:03d}" for n in range(200))
    both = [(with_uscc_check(stem), with_check_digit(stem)) for stem in stems]
    code, card = next((c, d) for c, d in both if c[17].isdigit() and c != d and d[17] != "X")

    assert recognise(code) is IdKind.USCC
    assert recognise(card) is IdKind.FOREIGN_PR


def test_a_taiwan_permit_is_not_taken_for_a_resident_while_typing():
    guesses = {recognise("0123456789"[:n]) for n in range(1, 11)}

    assert guesses == {IdKind.TAIWAN_PERMIT}


@pytest.mark.parametrize("text", ["", "   ", "王小明", "1" * 19, "A" * 21, "12/34"])
def test_what_is_no_number_is_not_guessed(text: str):
    assert recognise(text) is None


@given(st.text(max_size=24), st.sampled_from(list(IdKind)), st.booleans())
def test_any_text_is_judged_without_an_exception(text: str, kind: IdKind, typing: bool):
    check = check_id(kind, text, today=TODAY, partial=typing)

    assert check.text == normalise_number(text) == normalise_number(check.text)
    assert not (check.blocked and check.needs_reason)
    assert check_id(kind, check.text, today=TODAY, partial=typing) == check
    recognise(text)
    mask_id(text)


@given(st.from_regex(r"[1-6][1-5][0-9]{4}(19|20)[0-9]{9}", fullmatch=True), st.integers(0, 17))
def test_each_wrong_digit_is_found(first17: str, place: int):
    number = with_check_digit(first17)
    for digit in "0123456789":
        if digit != number[place]:
            spoilt = number[:place] + digit + number[place + 1 :]
            assert with_check_digit(spoilt[:17]) != spoilt


@given(st.text(USCC_CHARS, min_size=17, max_size=17), st.integers(0, 17))
def test_each_wrong_character_of_a_credit_code_is_found(first17: str, place: int):
    code = with_uscc_check(first17)
    for char in USCC_CHARS:
        if char != code[place]:
            spoilt = code[:place] + char + code[place + 1 :]
            assert uscc_check(spoilt[:17]) != spoilt[17]


@given(st.text(min_size=8, max_size=24))
def test_a_problem_never_carries_the_number(text: str):
    for kind in IdKind:
        for problem in check_id(kind, text, today=TODAY).problems:
            assert set(problem.values) <= {"n", "need", "label", "i", "char"}
            assert len(str(problem.values.get("char", ""))) <= 1


@pytest.mark.req("UX-41")
@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("11010519491231002X", "110***********002X"),
        ("110105491231002", "110********1002"),
        ("E12345678", "E1****678"),
        ("AB123", "A**23"),
        ("A1", "*1"),
        ("A", "*"),
        ("", ""),
    ],
)
def test_numbers_are_masked(number: str, masked: str):
    assert mask_id(number) == masked


@pytest.mark.req("UX-41")
def test_phones_are_masked():
    assert mask_phone("139 1234 5678") == "139****5678"
    assert mask_phone("0510-82830000") == "051*****0000"


@given(st.text("0123456789X", min_size=2, max_size=20))
def test_a_mask_hides_at_least_a_third(number: str):
    masked = mask_id(number)

    assert len(masked) == len(number)
    assert masked.count("*") * 3 >= len(number)


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("王小明", "王**"),
        ("王明", "王*"),
        ("古丽娜尔·买买提", "古**"),
        ("𬱖小明", "𬱖**"),
        ("王", "*"),
        ("", ""),
    ],
)
def test_boards_show_the_first_character_only(name: str, masked: str):
    assert mask_name(name) == masked


def test_every_kind_has_a_label_of_its_own():
    assert len({id_label(kind) for kind in IdKind}) == len(IdKind)

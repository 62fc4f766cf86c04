"""Identity numbers and phones as a clerk types them: what they are and what is wrong with them.

A failed check digit is a warning to be overridden with a reason, since wrong real numbers exist;
only a wrong length or a character that cannot be there blocks. A problem never carries any part
of the number beyond one wrong character, so it may be shown and logged.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from enum import StrEnum

import msgspec

from zcdesk.domain.checkdigit import (
    id_check,
    org_check,
    uscc_check,
    with_check_digit,
    with_uscc_check,
)
from zcdesk.domain.idshape import PASSPORT_CN_FORM, PROVINCES, SHAPES, IdKind, same_card
from zcdesk.domain.phone import PhoneCheck, PhoneKind, check_phone
from zcdesk.domain.problem import Problem, Severity, block, warn

__all__ = [
    "IdCheck",
    "IdKind",
    "PhoneCheck",
    "PhoneKind",
    "Problem",
    "Severity",
    "Sex",
    "check_id",
    "check_phone",
    "id_label",
    "mask_id",
    "mask_name",
    "mask_phone",
    "normalise_number",
    "recognise",
    "with_check_digit",
    "with_uscc_check",
]


class Sex(StrEnum):
    MALE = "男"
    FEMALE = "女"


class IdCheck(msgspec.Struct, frozen=True, kw_only=True):
    """A number as it will be stored, and what can be read from it.

    Attributes:
        text: normalised number.
        kind: what it is, which may be another card of the same shape than the one asked for.
        partial: right so far, but not all typed; then the length is the only problem.
        age: full years on the day asked about, where that day is known.
    """

    text: str
    kind: IdKind
    problems: tuple[Problem, ...] = ()
    partial: bool = False
    birth: dt.date | None = None
    sex: Sex | None = None
    age: int | None = None

    @property
    def blocked(self) -> bool:
        """It cannot be taken at all."""
        return any(p.severity is Severity.BLOCK for p in self.problems)

    @property
    def needs_reason(self) -> bool:
        """It can be taken, but only with a reason recorded."""
        return not self.blocked and any(p.code in _REASONED for p in self.problems)


_REASONED = frozenset({"IDC-03", "IDC-09", "IDC-10", "IDC-14", "IDC-15"})
_CITIZEN_CARDS = (IdKind.RESIDENT, IdKind.RESIDENCE_PERMIT, IdKind.FOREIGN_PR)


def check_id(
    kind: IdKind, text: str, *, today: dt.date | None = None, partial: bool = False
) -> IdCheck:
    """Judge `text` as a number of `kind`.

    Args:
        today: the hall's date; without it no birth date is in the future and no age is known.
        partial: still being typed, so a number too short is a warning, not a block.
    """
    number = normalise_number(text)
    actual = _actual_kind(kind, number)
    shape = SHAPES[actual]
    wrong = _wrong_character(actual, number)
    if wrong:
        return IdCheck(text=number, kind=actual, problems=(wrong,))
    if len(number) not in shape.lengths:
        short = len(number) < max(shape.lengths)
        length = _length_problem(actual, len(number), quiet=short and partial)
        return IdCheck(text=number, kind=actual, problems=(length,), partial=short)
    problems = [] if same_card(kind, actual) else [warn("IDC-13", label=shape.label)]
    birth: dt.date | None = None
    sex: Sex | None = None
    if actual in _CITIZEN_CARDS:
        birth, found = _birth(number[6:14], today, 7)
        problems += _area(actual, number) + found
        if id_check(number[:17]) != number[17]:
            problems.append(warn("IDC-03", 18))
        # The rule for foreigners' cards gives the sequence no sex.
        sex = None if actual is IdKind.FOREIGN_PR else _sex(number[16])
    elif actual is IdKind.RESIDENT_15:
        birth, found = _birth("19" + number[6:12], today, 7)
        problems += _area(actual, number) + found
        sex = _sex(number[14])
    elif actual is IdKind.USCC:
        problems += _uscc_problems(number)
    elif actual is IdKind.PASSPORT_CN and not PASSPORT_CN_FORM.fullmatch(number):
        problems.append(warn("IDC-16"))
    age = None if birth is None or today is None or birth > today else age_on(birth, today)
    return IdCheck(
        text=number, kind=actual, problems=tuple(problems), birth=birth, sex=sex, age=age
    )


def recognise(text: str) -> IdKind | None:
    """Guess what is being typed, or None where nothing fits yet."""
    number = normalise_number(text)
    if not number or not (number.isascii() and number.isalnum()):
        return None
    letters = len(number) - len(number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if letters:
        return _recognise_lettered(number, letters)
    if number.isdigit():
        return _recognise_digits(number)
    if len(number) == 18 and number[:17].isdigit() and number[17] == "X":
        return _recognise_digits(number)
    if _wrong_character(IdKind.USCC, number) is None and len(number) <= 18:
        return IdKind.USCC
    return IdKind.PASSPORT_FOREIGN if len(number) <= 20 else None


def normalise_number(text: str) -> str:
    """Bring a typed number to its stored form: half width, upper case, no blanks or dashes."""
    plain = unicodedata.normalize("NFKC", text).upper()
    kept = (c for c in plain if not c.isspace() and c != "\u2212" and not _is_filler(c))
    # Again, as taking out a filler may bring a letter and its accent together.
    return unicodedata.normalize("NFKC", "".join(kept))


def _is_filler(char: str) -> bool:
    """Tell dashes, control and zero-width characters."""
    return unicodedata.category(char) in ("Pd", "Cf", "Cc")


def id_label(kind: IdKind) -> str:
    """Return the card's Chinese name, as papers print it."""
    return SHAPES[kind].label


def age_on(birth: dt.date, day: dt.date) -> int:
    """Return full years; one born on 29 February grows older on 1 March."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def mask_id(text: str) -> str:
    """Hide all but the first 3 and last 4 characters, and more of a short number."""
    return _masked(normalise_number(text))


def mask_phone(text: str) -> str:
    """Hide all but the first 3 and last 4 digits, and more of a short number."""
    return _masked(normalise_number(text))


def mask_name(text: str) -> str:
    """Show the first character only, for boards: 王**, without telling a long name's length."""
    name = text.strip()
    return name[:1] + "*" * min(max(len(name) - 1, 1), 2) if len(name) > 1 else "*" * len(name)


def _masked(number: str) -> str:
    n = len(number)
    head, tail = min(3, (n + 1) // 4), min(4, (n + 1) // 3)
    return number[:head] + "*" * (n - head - tail) + number[n - tail :] if n > 1 else "*" * n


def _actual_kind(kind: IdKind, number: str) -> IdKind:
    """Tell cards of one shape apart by their first digits."""
    if kind in (IdKind.FOREIGN_PR, IdKind.FOREIGN_PR_15):
        if number[:1].isalpha():
            return IdKind.FOREIGN_PR_15
        kind = IdKind.FOREIGN_PR
    if kind is IdKind.RESIDENT_15 and len(number) > 15:
        kind = IdKind.RESIDENT
    if kind not in _CITIZEN_CARDS or len(number) < 6:
        return kind
    if number[:6] in ("810000", "820000", "830000"):
        return IdKind.RESIDENCE_PERMIT
    return IdKind.FOREIGN_PR if number[0] == "9" else IdKind.RESIDENT


def _recognise_lettered(number: str, letters: int) -> IdKind | None:
    if letters == 3 and number[3:].isdigit() and 12 < len(number) <= 15:
        return IdKind.FOREIGN_PR_15
    if number[0] in "HM" and len(number) <= 11 and (number[1:] or "0").isdigit():
        return IdKind.HKM_PERMIT
    if number[0] in "EG" and len(number) <= 9 and (number[2:] or "0").isdigit():
        return IdKind.PASSPORT_CN
    if len(number) > 9 and _wrong_character(IdKind.USCC, number) is None and len(number) <= 18:
        return IdKind.USCC
    return IdKind.PASSPORT_FOREIGN if len(number) <= 20 else None


def _recognise_digits(number: str) -> IdKind | None:
    """Tell digits apart: a birth date where a card has one speaks against a credit code."""
    n = len(number)
    if n > 18:
        return None
    dated = number[6:8] in ("18", "19", "20") if n < 14 else _date(number[6:14]) is not None
    if n == 18 and uscc_check(number[:17]) == number[17]:
        dated = dated and id_check(number[:17]) == number[17]
        if not dated:
            return IdKind.USCC
    if number[0] == "9":
        return IdKind.FOREIGN_PR if n >= 8 and dated else IdKind.USCC
    if number[:2] not in PROVINCES and (n in (8, 10) or (number[0] == "0" and n < 10)):
        return IdKind.TAIWAN_PERMIT
    if n == 15 and not dated and _date("19" + number[6:12]):
        return IdKind.RESIDENT_15
    return _actual_kind(IdKind.RESIDENT, number)


def _wrong_character(kind: IdKind, number: str) -> Problem | None:
    chars = SHAPES[kind].chars
    for i, char in enumerate(number):
        if char not in chars[min(i, len(chars) - 1)]:
            return block("IDC-08", i + 1, i=i + 1, char=char)
    return None


def _length_problem(kind: IdKind, n: int, *, quiet: bool) -> Problem:
    report = warn if quiet else block
    if kind in _CITIZEN_CARDS:
        return report("IDC-04", n=n)
    return report("IDC-12", label=SHAPES[kind].label, n=n, need=SHAPES[kind].need)


def _birth(
    digits: str, today: dt.date | None, position: int
) -> tuple[dt.date | None, list[Problem]]:
    born = _date(digits)
    if born is None:
        return None, [warn("IDC-09", position)]
    if today is not None and born > today:
        return born, [warn("IDC-10", position)]
    return born, []


def _date(digits: str) -> dt.date | None:
    """Read `yyyymmdd`; None if there is no such day, or none a living person was born on."""
    try:
        day = dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
    return day if 1850 <= day.year <= 2200 else None


def _area(kind: IdKind, number: str) -> list[Problem]:
    """Warn about a province there never was; a county may be abolished, its numbers stay."""
    if kind in (IdKind.RESIDENT, IdKind.RESIDENT_15) and number[:2] not in PROVINCES:
        return [warn("IDC-11", 1)]
    return []


def _uscc_problems(code: str) -> list[Problem]:
    if uscc_check(code[:17]) != code[17]:
        return [warn("IDC-14", 18)]
    return [] if org_check(code[8:16]) == code[16] else [warn("IDC-15", 17)]


def _sex(digit: str) -> Sex:
    return Sex.MALE if digit in "13579" else Sex.FEMALE

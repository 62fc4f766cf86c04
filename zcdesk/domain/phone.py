"""Phone numbers of mainland China: mobile, land line with area code, 400 and 800 service lines.

A number is stored as it is dialled inside the country, land lines as `0510-82830000-801`.
Never a block for a half-typed number alone: it says how many digits there are.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

import msgspec

from zcdesk.domain.problem import Problem, Severity, block

MOBILE_DIGITS = 11


class PhoneKind(StrEnum):
    MOBILE = "mobile"
    LANDLINE = "landline"
    SERVICE = "service"


class PhoneCheck(msgspec.Struct, frozen=True, kw_only=True):
    """A phone number as it will be stored; `partial` = right so far, not all typed."""

    text: str
    kind: PhoneKind | None = None
    problems: tuple[Problem, ...] = ()
    partial: bool = False

    @property
    def blocked(self) -> bool:
        return any(p.severity is Severity.BLOCK for p in self.problems)


_COUNTRY = re.compile(r"^(?:\+86|0086|86(?=-?1[3-9][0-9]{9}$))-?")
_EXTENSION = re.compile(r"(?<=[0-9]{7})(?:-?转-?|-?#|-)([0-9]{1,6})$")
_FOREIGN_CHARACTER = re.compile(r"[^0-9\-#转]")
_NO_DIGITS = re.compile(r"[^0-9]+")


def check_phone(text: str) -> PhoneCheck:
    """Judge a phone number and bring it to its stored form."""
    plain = _COUNTRY.sub("", _plain(text), count=1) if text else ""
    wrong = _FOREIGN_CHARACTER.search(plain)
    if wrong:
        problem = block("IDC-08", wrong.start() + 1, i=wrong.start() + 1, char=wrong.group())
        return PhoneCheck(text=plain, problems=(problem,))
    if plain.startswith("0"):
        return _landline(plain)
    digits = _NO_DIGITS.sub("", plain)
    if re.fullmatch(r"[48]00[0-9]{7}", digits):
        return PhoneCheck(text=digits, kind=PhoneKind.SERVICE)
    if digits[:1] not in ("", "1") or digits[1:2] in ("0", "1", "2"):
        return PhoneCheck(text=digits, problems=(block("IDC-18"),))
    n = len(digits)
    if n != MOBILE_DIGITS:
        problem = block("IDC-17", n=n, need=MOBILE_DIGITS)
        return PhoneCheck(text=digits, problems=(problem,), partial=n < MOBILE_DIGITS)
    return PhoneCheck(text=digits, kind=PhoneKind.MOBILE)


def _plain(text: str) -> str:
    """Half width, no blanks, every dash and bracket one hyphen between digits."""
    plain = unicodedata.normalize("NFKC", text)
    marks = {"(": "-", ")": "-", "\u2212": "-", "_": "-"}
    kept = (
        "-" if unicodedata.category(c) == "Pd" else marks.get(c, c)
        for c in plain
        if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc")
    )
    return re.sub(r"-+", "-", "".join(kept)).strip("-")


def _landline(plain: str) -> PhoneCheck:
    """Split area code, number and extension; a three-digit area has eight-digit numbers."""
    number, extension = plain, ""
    found = _EXTENSION.search(plain)
    if found and len(_NO_DIGITS.sub("", plain[: found.start()])) > 9:
        number, extension = plain[: found.start()], f"-{found.group(1)}"
    digits = _NO_DIGITS.sub("", number)
    width = 3 if digits[1:2] in ("1", "2") else 4
    area, local = digits[:width], digits[width:]
    text = f"{area}-{local}{extension}" if local else area
    shortest = 8 if width == 3 else 7
    if digits[1:2] == "0" or (digits[1:2] == "1" and digits[2:3] not in ("", "0")):
        return PhoneCheck(text=text, problems=(block("IDC-18", 2),))
    if local and local[0] in "019":
        return PhoneCheck(text=text, problems=(block("IDC-18", width + 1),))
    if not shortest <= len(local) <= 8:
        problem = block("IDC-19", n=len(local), need="8" if width == 3 else "7 或 8")
        return PhoneCheck(text=text, problems=(problem,), partial=len(local) < shortest)
    return PhoneCheck(text=text, kind=PhoneKind.LANDLINE)

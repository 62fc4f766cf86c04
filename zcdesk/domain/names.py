"""Names of persons and units: kept exactly as on the card, cleaned only of typing accidents.

A rare character is never replaced by a variant and NFKC is never applied; what is mended is the
look-alike dot, blanks, and the private-use codes of the old GB 18030 tables. Never cut short.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from types import MappingProxyType

import msgspec

from zcdesk.domain.problem import Problem, Severity, block, warn

PERSON_LENGTH, UNIT_LENGTH = 60, 200
"""Code points; minority names pass the 30 of GB/T 39046."""

DOT = "\u00b7"
"""间隔号, the one legal mark inside a name."""

# Full stops are dots only beside a Chinese character; the others nowhere else mean anything.
_DOTS = "\u2022\u2027\u30fb\uff0e\uff65\u22c5\u2219\u0387\u2024\u2e31\u25cf\ua78f"
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U0003fffd"
_DOT_MARK = re.compile(rf"\s*[{_DOTS}{DOT}]\s*|(?<=[{_HAN}])\s*\.[\s.]*|\s*\.[\s.]*(?=[{_HAN}])")
_DOT_RUN = re.compile(rf"{DOT}+")
_HAN_GAP = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_BLANKS = re.compile(r"\s+")
_PERSON_MARKS = frozenset(f" {DOT}-'’.\u3007")


def _private_use() -> dict[int, str]:
    """Return private-use code → character for what GB 18030 once lacked.

    Python's codec knows the codes that moved in 2000 (䶮 among them); the 24 below moved in
    2005 and 2022, after its table was made.
    """
    moved: dict[int, str] = {}
    for i in range(80):
        trail = 0x50 + i + (0x50 + i >= 0x7F)
        char = bytes((0xFE, trail)).decode("gb18030")
        if not _is_private(char):
            moved[0xE815 + i] = char
    moved |= dict(zip((0xE78D, 0xE78F, 0xE78E), "\ufe10\ufe11\ufe12", strict=True))
    moved |= {0xE790 + i: chr(0xFE13 + i) for i in range(7)}
    hanzi = (0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864)
    moved |= {code: chr(0x9FB4 + i) for i, code in enumerate(hanzi)}
    components = (0xE816, 0xE817, 0xE818, 0xE831, 0xE83B, 0xE855)
    return moved | dict(zip(components, "𠂇𠂉𠃌𡗗𢦏𤇾", strict=True))


def _is_private(char: str) -> bool:
    return unicodedata.category(char) == "Co"


PRIVATE_USE = MappingProxyType(_private_use())


class NameCheck(msgspec.Struct, frozen=True):
    """A name as it will be stored, and what the clerk should look at."""

    name: str
    problems: tuple[Problem, ...] = ()

    @property
    def blocked(self) -> bool:
        return any(p.severity is Severity.BLOCK for p in self.problems)


def check_name(text: str, *, unit: bool = False) -> NameCheck:
    """Clean and judge the name of a person, or of a unit (企业、组织)."""
    name = clean_name(text, unit=unit)
    if not name:
        return NameCheck(name, (block("IDC-23"),))
    problems: list[Problem] = []
    longest = UNIT_LENGTH if unit else PERSON_LENGTH
    if len(name) > longest:
        problems.append(block("IDC-21", n=len(name), most=longest))
    for i, char in enumerate(name, start=1):
        if _is_private(char) or char == "\ufffd":
            problems.append(warn("IDC-20", i, i=i, hex=f"{ord(char):04X}"))
        elif not unit and _is_odd(char):
            problems.append(warn("IDC-22", i, i=i, char=char))
    if not unit and (name[0] == DOT or name[-1] == DOT):
        at = 1 if name[0] == DOT else len(name)
        problems.append(warn("IDC-22", at, i=at, char=DOT))
    return NameCheck(name, tuple(problems))


def clean_name(text: str, *, unit: bool = False) -> str:
    """Mend what typing and card readers spoil, and nothing else."""
    name = _joined(text).translate(PRIVATE_USE)
    name = "".join(c for c in name if c.isspace() or not _is_invisible(c))
    name = _DOT_RUN.sub(DOT, _DOT_MARK.sub(DOT, name)) if not unit else _unit_dots(name)
    if not unit:
        name = _HAN_GAP.sub("", name)
    return _BLANKS.sub(" ", name).strip()


def rare(name: str, drawable: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the characters of `name` that `drawable` refuses, each once, in order."""
    return tuple(dict.fromkeys(c for c in name if not drawable(c)))


def _unit_dots(name: str) -> str:
    """Bring a unit's dots to one form, but leave the full stops and blanks of its own spelling."""
    return re.sub(rf"\s*[{_DOTS}{DOT}]\s*", DOT, name)


def _joined(text: str) -> str:
    """Join surrogate halves, as a careless card reader delivers them; a lone one is lost."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _is_invisible(char: str) -> bool:
    """Tell control and zero-width characters; variation selectors are part of a character."""
    return unicodedata.category(char) in ("Cc", "Cf")


def _is_odd(char: str) -> bool:
    """Tell what a person's name does not hold.

    Python's table may be older than a character, so the ideographic planes are never odd.
    """
    if char in _PERSON_MARKS or 0x20000 <= ord(char) <= 0x3FFFD:
        return False
    return unicodedata.category(char)[0] not in "LM"

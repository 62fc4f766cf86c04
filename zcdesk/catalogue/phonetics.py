"""Search keys of Chinese words: full pinyin and initials, one syllable per letter or character.

A reading is its syllables joined by ``'``; readings are joined by a space, those of aliases follow
a ``/``. Tones, punctuation and blanks never appear, so `domain.search` can count characters.
"""

from __future__ import annotations

from collections.abc import Iterable

# Characters of official names that are read both ways in words a clerk meets daily.
_ALSO = {
    "行": ("hang", "xing"),
    "长": ("chang", "zhang"),
    "重": ("zhong", "chong"),
    "会": ("hui", "kuai"),
    "参": ("can", "shen"),
    "乐": ("le", "yue"),
    "率": ("lv", "shuai"),
    "校": ("xiao", "jiao"),
    "调": ("diao", "tiao"),
    "传": ("chuan", "zhuan"),
    "便": ("bian", "pian"),
    "车": ("che", "ju"),
    "弹": ("dan", "tan"),
    "藏": ("cang", "zang"),
    "畜": ("xu", "chu"),
    "薄": ("bao", "bo"),
    "血": ("xue", "xie"),
    "系": ("xi", "ji"),
    "给": ("gei", "ji"),
    "模": ("mo", "mu"),
    "降": ("jiang", "xiang"),
    "绿": ("lv", "lu"),
    "露": ("lu", "lou"),
    "剥": ("bo", "bao"),
    "削": ("xiao", "xue"),
    "朝": ("chao", "zhao"),
    "殖": ("zhi", "shi"),
}
_MOST_READINGS = 12


def search_keys(name: str, aliases: Iterable[str] = ()) -> tuple[str, str]:
    """Return initials and full pinyin of a name and of the words citizens have for it."""
    own = _readings(name)
    others = tuple(reading for alias in aliases for reading in _readings(alias))
    pinyin = " / ".join(" ".join(dict.fromkeys(group)) for group in (own, others) if group)
    return _initials(own, others), pinyin


def _initials(own: tuple[str, ...], others: tuple[str, ...]) -> str:
    groups = []
    for group in (own, others):
        letters = ("".join(part[0] for part in reading.split("'")) for reading in group)
        groups.append(" ".join(dict.fromkeys(letters)))
    return " / ".join(group for group in groups if group)


def _readings(text: str) -> tuple[str, ...]:
    """Return the usual reading first, then those with one character read the other way."""
    letters = [letter for letter in text if letter.isalnum()]
    if not letters:
        return ()
    usual = _usual(letters)
    found = {"'".join(usual): None}
    for letter in dict.fromkeys(letters):
        for other in _ALSO.get(letter, ()):
            changed = [
                other if at == letter else sound for at, sound in zip(letters, usual, strict=True)
            ]
            if len(found) < _MOST_READINGS:
                found["'".join(changed)] = None
    return tuple(found)


def _usual(letters: list[str]) -> list[str]:
    """Read whole words, so that 银行 and 行政 differ; what has no sound stands for itself."""
    from pypinyin import Style, pinyin

    sounds = pinyin(
        "".join(letters),
        style=Style.NORMAL,
        # Its stub knows texts only; a list is taken as one sound for each letter.
        errors=lambda text: list(text),  # type: ignore[arg-type,return-value]
    )
    return [_own(sound[0]) for sound in sounds]


def _own(sound: str) -> str:
    plain = sound.casefold().replace("ü", "v").replace("ê", "e")
    return "".join(letter for letter in plain if letter.isascii() and letter.isalnum()) or "*"

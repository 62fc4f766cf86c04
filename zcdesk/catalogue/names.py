"""Whether a material's name is a catch-all (兜底): it names no paper, so anything could be asked.

The rule (S2, S4; rules 2) looks at each part of a name between its conjunctions: an open word
(其他, 相关, 等, 要求提交的 …) is refused where it modifies general nouns only (材料, 文件, 证明 …).
Before a concrete noun it is ordinary: 其他组织登记证书, 等级证书, 相关专业学历证书.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from zcdesk.catalogue.words import classes


class Wording(StrEnum):
    """What makes a name a catch-all; lint words its advice by it."""

    OTHER = "其他"
    RELATED = "相关"
    AND_SO_ON = "等"
    DEMANDED = "规定或要求"
    BARE = "泛称"


@dataclass(frozen=True, slots=True)
class CatchAll:
    """Attributes: `words` is the refused part, `kept` the concrete papers named beside it."""

    wording: Wording
    words: str
    kept: tuple[str, ...] = ()


# Patterns over the classes of `words`, one letter for each word.
_MIDDLE = "[wySvdbORnqE]*"
_GENERAL = "[PFM][PFMSwyn]*$"
_KIND = "[wySvdbORnqEcFP]*"
_LOOSE = "[wySvdbORnqEcfFP]*M[wyn]*$"
_ALL_OPEN = "(?:l+[wd]*q|[wySvdbnqORcE])*"
_TAILS = tuple(
    (wording, re.compile(pattern))
    for wording, pattern in (
        (Wording.AND_SO_ON, f"(?<!n)E(?:{_MIDDLE}{_GENERAL}|{_KIND}F[wyn]*$|{_LOOSE}|[wyn]*$)"),
        (Wording.AND_SO_ON, "(?<!n)E[^lyE]{1,8}M[wyn]*$"),
        (Wording.OTHER, f"O(?:{_MIDDLE}{_GENERAL}|{_KIND}F[wyn]*$|{_LOOSE}|[wyvdn]*$)"),
        (Wording.RELATED, f"R(?:{_MIDDLE}{_GENERAL}|{_LOOSE})"),
        (Wording.DEMANDED, f"q[dvw]*[dv]y?{_MIDDLE}{_GENERAL}"),
        (Wording.DEMANDED, f"d[dv]*vy?{_MIDDLE}{_GENERAL}"),
        (Wording.DEMANDED, "(?:q|[qd][dv]*v)y$"),
        # The part is nothing but open and general words.
        (Wording.RELATED, "^(?=.*(?:[OR]|q[dv]*y|d+v))(?:l+[wd]*q|[wySvdbnqOR])*S[wyn]*$"),
        (Wording.RELATED, f"^(?=.*[ORbE]){_ALL_OPEN}{_GENERAL}"),
        (Wording.DEMANDED, f"^(?=.*(?:d[dv]*y?[PFM]|q[ydv])){_ALL_OPEN}{_GENERAL}"),
    )
)
# What the law prescribes, unless a fact is to be proved: 符合法律规定的情形说明 names one.
_LAW = re.compile("l+[wd]*q(?:y|(?=M))[wySvdbORnqEcfFPM]*$")

# Named after two kinds of rules at once, a paper is named by neither.
_STATUTES = re.compile(
    "^(?:按照?|依照|根据|依据)?(?:国家|有关|相关|法律|行政|地方性|部门|国务院|法规|规章|[、和及或等]|以及|或者)*"
    "(?:法律法规|法规|规章|规范性文件|决定)(?:明确|另有|另行)?规定的"
)
_BARE = re.compile(
    "(?:申请|申报|书面|有效|证明|佐证)?(?:(?:材料|资料|文件|证明|证件|手续|附件|东西)的?)+"
)
_STRONG = re.compile(r"[、,;/|:。+&()\[\]【】〔〕{}]|以及|包括|或者")
_WEAK = re.compile("及其(?![他它余])|和|与|及|或|暨|并|含")
_BRACKETS = re.compile(r"[(\[【〔{]([^()\[\]【】〔〕{}]*)[)\]】〕}]")
_NUMBER = re.compile(r"^(?:第?[\d一二三四五六七八九十]+[.)、:]|\([\d一二三四五六七八九十]+\))")
_SKIPPED = re.compile("[\\s\"'“”‘’「」『』《》〈〉<>·…—_*~!?-]")
_SIMPLIFIED = str.maketrans(
    "資證關規應當書補須認為審機門與種類據報實際業務項條國務個還後續電輔憑單檔號於時",
    "资证关规应当书补须认为审机门与种类据报实际业务项条国务个还后续电辅凭单档号于时",
)


def catch_all(name: str) -> CatchAll | None:
    """Return what makes the name a catch-all, or None when it names a paper."""
    text = plain_name(name)
    outside, inside = _unfold(text)
    parts = [part for one in (outside, *inside) for part in _parts(one)]
    for part in parts:
        if found := _judge(part):
            wording, at = found
            return CatchAll(wording, part.text[at:], _kept(outside, part, wording, at))
    if _STATUTES.match(outside):
        return CatchAll(Wording.DEMANDED, outside)
    if not inside and _BARE.fullmatch(outside):
        return CatchAll(Wording.BARE, outside)
    return None


def plain_name(name: str) -> str:
    """Return a name in one width and script, without blanks, quotes, numbers before it."""
    folded = unicodedata.normalize("NFKC", name).translate(_SIMPLIFIED).casefold()
    seen = "".join(letter for letter in folded if unicodedata.category(letter)[0] != "C")
    return _NUMBER.sub("", _SKIPPED.sub("", seen))


def _kept(outside: str, refused: _Part, wording: Wording, at: int) -> tuple[str, ...]:
    """Return the papers named beside the refused part; before 等 stands one more of them."""
    papers = [part.text for part in _parts(outside) if part != refused and not _judge(part)]
    if wording is Wording.AND_SO_ON:
        papers.append(refused.text[:at])
    return tuple(dict.fromkeys(paper for paper in papers if len(paper) > 1))


def _unfold(text: str) -> tuple[str, list[str]]:
    """Return the text outside all brackets and the texts within, the innermost first."""
    inside: list[str] = []
    while found := _BRACKETS.findall(text):
        inside += found
        text = _BRACKETS.sub("", text)
    return text, inside


@dataclass(frozen=True, slots=True)
class _Part:
    """Attributes: `proves` = a fact is named before the part, so rules may be cited in it."""

    text: str
    proves: bool


def _parts(text: str) -> Iterator[_Part]:
    """Split at conjunctions; 符合 before 和 or 及 still governs what follows."""
    for segment in _STRONG.split(text):
        proves = False
        for piece in _WEAK.split(segment):
            proves = proves or "g" in classes(piece)[0]
            if piece:
                yield _Part(piece, proves)


def _judge(part: _Part) -> tuple[Wording, int] | None:
    """Return the wording refused and the place of its first letter in the part."""
    kinds, starts = classes(part.text)
    for wording, tail in _TAILS:
        if found := tail.search(kinds):
            return wording, starts[found.start()]
    if not part.proves and (found := _LAW.search(kinds)):
        return Wording.DEMANDED, starts[found.start()]
    return None

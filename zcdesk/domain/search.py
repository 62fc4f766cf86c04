"""Search over the catalogue: code, initials, pinyin (even uncommitted), Chinese, aliases.

An index is built once from values that carry their search keys; a query only reads it. Nothing
here knows how Chinese sounds: readings come with the entries, one syllable for each letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import itemgetter
from typing import Protocol

import msgspec

from zcdesk.domain.matter import WindowCategory

MAX_QUERY = 40
_RUNS = re.compile(r"[a-z']+|[0-9]+|[^a-z0-9']+")
_NOWHERE = 10**6


class Searchable(Protocol):
    """What an entry must tell; `Matter` does."""

    @property
    def key(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def department(self) -> str: ...
    @property
    def categories(self) -> tuple[WindowCategory, ...]: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def pinyin(self) -> str: ...


class MatchedBy(IntEnum):
    """What the query met, the plainest first."""

    CODE = 0
    INITIALS = 1
    PINYIN = 2
    NAME = 3
    ALIAS = 4
    SCATTERED = 5
    DEPARTMENT = 6
    NOTHING = 7


class Tier(IntEnum):
    """Ranking of ux.md 2.3."""

    EXACT_CODE = 0
    FAVOURITE = 1
    PREFIX = 2
    IN_SCOPE = 3
    REST = 4


class Hit(msgspec.Struct, frozen=True):
    """One matter found.

    Attributes:
        spans: half-open ranges of characters in the name, to show in bold.
        in_scope: whether this window may take the matter in; others are shown, not hidden.
    """

    key: str
    matched_by: MatchedBy
    tier: Tier
    in_scope: bool
    spans: tuple[tuple[int, int], ...] = ()


class _Row(msgspec.Struct, frozen=True):
    """An entry with everything lower-case; `at` maps a letter of `name` to the printed name."""

    order: int
    key: str
    code: str
    name: str
    at: tuple[int, ...]
    aliases: str
    department: str
    sounds: str
    alias_sounds: str
    categories: frozenset[WindowCategory]


class _Met(msgspec.Struct, frozen=True, gc=False):
    """How one word of the query met a row: letters `start` to `end` of its name."""

    by: MatchedBy
    start: int = _NOWHERE
    end: int = _NOWHERE
    spoken: bool = False


class MatterIndex:
    """An immutable index over the entries of one catalogue."""

    def __init__(self, entries: Iterable[Searchable]) -> None:
        self._rows = tuple(_row(order, entry) for order, entry in enumerate(entries))

    def __len__(self) -> int:
        return len(self._rows)

    def find(
        self,
        query: str,
        favourites: Sequence[str] = (),
        scope: Collection[WindowCategory] | None = None,
        singles: Collection[str] = (),
        limit: int = 50,
    ) -> tuple[Hit, ...]:
        """Return the best matters for a query, typed or still in the input method.

        Args:
            favourites: keys of this window's favourites, in their order.
            scope: window categories of this window; None = it may take everything.
            singles: keys of single matters it takes beside them.
        """
        whole, words = _words(query)
        liked = {key: place for place, key in enumerate(favourites)}
        wanted = None if scope is None else frozenset(scope)
        found = [
            (_rank(row, met, whole, liked, _is_foreign(row, wanted, singles)), row, met)
            for row, met in self._matches(whole, words)
        ]
        found.sort(key=itemgetter(0))
        return tuple(_hit(rank, row, met) for rank, row, met in found[:limit])

    def _matches(
        self, whole: str, words: tuple[_Word, ...]
    ) -> Iterable[tuple[_Row, tuple[_Met, ...]]]:
        """Return the rows every word meets; only when there are none may letters stand apart."""
        if not words:
            return [(row, ()) for row in self._rows]
        found = [(row, met) for row in self._rows if (met := _meet_all(row, whole, words))]
        if found or not any(word.scattered for word in words):
            return found
        apart = tuple(word.apart() for word in words)
        return [(row, met) for row in self._rows if (met := _meet_all(row, whole, apart))]


@dataclass(frozen=True, slots=True)
class _Word:
    """One run of one script; `sound` is the pattern of a run of letters."""

    text: str
    sound: re.Pattern[str] | None = None
    first_sound: re.Pattern[str] | None = None
    scattered: re.Pattern[str] | None = None
    is_apart: bool = False

    def apart(self) -> _Word:
        return _Word(self.text, self.sound, self.first_sound, self.scattered, is_apart=True)

    def meet(self, row: _Row) -> _Met | None:
        """Return the plainest way the word meets the row."""
        if met := self._hear(row):
            return met
        place = row.name.find(self.text)
        if place >= 0:
            return _Met(MatchedBy.NAME, place, place + len(self.text))
        if self.text in row.aliases or (self.sound and self.sound.search(row.alias_sounds)):
            return _Met(MatchedBy.ALIAS)
        if self.is_apart and self.scattered and (found := self.scattered.search(row.name)):
            return _Met(MatchedBy.SCATTERED, found.start(), found.end())
        if self.text in row.department:
            return _Met(MatchedBy.DEPARTMENT)
        return None

    def _hear(self, row: _Row) -> _Met | None:
        """Find the letters among the readings of the name, at its start if at all possible."""
        if self.sound is None or self.first_sound is None:
            return None
        found = self.sound.search(row.sounds)
        if found is None:
            return None
        start = row.sounds.count("'", row.sounds.rfind(" ", 0, found.start()), found.start())
        if start and (first := self.first_sound.search(row.sounds)):
            found, start = first, 0
        syllables = found.group().count("'")
        by = MatchedBy.INITIALS if syllables == len(self.text) else MatchedBy.PINYIN
        return _Met(by, start, start + syllables, spoken=True)


def _words(query: str) -> tuple[str, tuple[_Word, ...]]:
    """Split a query into runs of one script; blanks and punctuation only part them."""
    folded = unicodedata.normalize("NFKC", query[:MAX_QUERY]).casefold().replace("ü", "v")
    folded = folded.replace("’", "'").replace("‘", "'")
    words = []
    for part in folded.split():
        for run in _RUNS.findall(part):
            text = "".join(letter for letter in run if letter.isalnum())
            if text:
                words.append(_word(text, run))
    whole = "".join(letter for letter in folded if letter.isalnum())
    return whole, tuple(words)


def _word(text: str, run: str) -> _Word:
    if text.isascii() and text.isalpha():
        body = _sound_pattern(run)
        return _Word(text, re.compile("'" + body), re.compile(" '" + body))
    apart = re.compile(".*?".join(map(re.escape, text))) if len(text) > 1 else None
    return _Word(text, scattered=None if text.isdigit() else apart)


def _sound_pattern(run: str) -> str:
    """Match each letter either as the next of its syllable or as the first of the next one.

    An apostrophe, as the input method sets it, allows only a new syllable.
    """
    body, after = "", ""
    for letter in run.strip("'"):
        if letter == "'":
            after = "[a-z0-9*]*'"
            continue
        body += after + letter
        after = "(?:[a-z0-9*]*')?"
    return body


def _meet_all(row: _Row, whole: str, words: tuple[_Word, ...]) -> tuple[_Met, ...]:
    """Return how every word meets the row, or nothing when one does not."""
    if row.code and row.code.startswith(whole):
        return (_Met(MatchedBy.CODE),)
    found = []
    for word in words:
        met = word.meet(row)
        if met is None:
            return ()
        found.append(met)
    return tuple(found)


def _rank(
    row: _Row,
    met: tuple[_Met, ...],
    whole: str,
    liked: Mapping[str, int],
    foreign: bool,
) -> tuple[int, ...]:
    """Return the place in the order: tier first, own scope, plainness, then the catalogue's."""
    start = min([one.start for one in met], default=_NOWHERE)
    by = _by(met)
    if whole and whole == row.code:
        tier = Tier.EXACT_CODE
    elif row.key in liked:
        tier = Tier.FAVOURITE
    elif len(met) == 1 and met[0].spoken and start == 0:
        tier = Tier.PREFIX
    else:
        tier = Tier.REST if foreign else Tier.IN_SCOPE
    place = liked[row.key] if tier is Tier.FAVOURITE else 0
    length = 0 if by in (MatchedBy.CODE, MatchedBy.NOTHING) else len(row.name)
    return (tier, place, foreign, by, start, length, row.order)


def _is_foreign(
    row: _Row, scope: frozenset[WindowCategory] | None, singles: Collection[str]
) -> bool:
    return scope is not None and row.key not in singles and scope.isdisjoint(row.categories)


def _by(met: tuple[_Met, ...]) -> MatchedBy:
    return max([one.by for one in met], default=MatchedBy.NOTHING)


def _hit(rank: tuple[int, ...], row: _Row, met: tuple[_Met, ...]) -> Hit:
    tier, _, foreign, *_ = rank
    spans = sorted(
        (row.at[one.start], row.at[one.end - 1] + 1) for one in met if one.end <= len(row.at)
    )
    return Hit(row.key, _by(met), Tier(tier), not foreign, tuple(spans))


def _row(order: int, entry: Searchable) -> _Row:
    letters = [(at, letter) for at, letter in enumerate(entry.name) if letter.isalnum()]
    own, _, others = entry.pinyin.partition(" / ")
    return _Row(
        order=order,
        key=entry.key,
        code=entry.code.casefold(),
        name="".join(_fold(letter) for _, letter in letters),
        at=tuple(at for at, _ in letters),
        aliases="\n".join(_plain(alias) for alias in entry.aliases),
        department=_plain(entry.department),
        sounds=_spoken(own),
        alias_sounds=_spoken(others),
        categories=frozenset(entry.categories),
    )


def _spoken(readings: str) -> str:
    """Put a mark before every syllable and a blank before every reading: searches begin there."""
    return "".join(" '" + reading for reading in readings.split())


def _plain(text: str) -> str:
    return "".join(_fold(letter) for letter in text if letter.isalnum())


def _fold(letter: str) -> str:
    """Return one letter in one width and case; a letter that would become several stays."""
    folded = unicodedata.normalize("NFKC", letter).casefold()
    return folded if len(folded) == 1 else letter

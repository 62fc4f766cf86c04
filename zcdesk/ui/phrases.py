"""Sentences the program wrote into records and tables, said in the language of the program.

Records and papers keep the Chinese; a sentence is found again by its marked text, in which `{x}`
stands for what was filled in. That is said the same way, and what a person wrote stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_HOLE = re.compile(r"\{(\w+)\}")
_SENTENCE = re.compile("(?<=。)(?=.)")
_JOINED = (
    (re.compile("，(?![^（]*）)"), QT_TRANSLATE_NOOP("phrases", "，")),  # not inside brackets
    (re.compile("、"), QT_TRANSLATE_NOOP("phrases", "、")),
)


class Phrases:
    """The sentences of one context: `phrases.say("周六休息")`.

    Args:
        marked: their marked texts; of two that fit, the one with more words of its own is meant.
        beside: contexts where what was filled in may be marked too.
    """

    def __init__(self, context: str, marked: Iterable[str], *beside: str) -> None:
        self._contexts = (context, *beside)
        holed = (one for one in marked if _HOLE.search(one))
        by_words = sorted(holed, key=lambda one: (-len(_HOLE.sub("", one)), one))
        self._holed = tuple((one, _pattern(one)) for one in by_words)

    def say(self, text: str) -> str:
        """Say a sentence in the language of the program."""
        for context in self._contexts:
            if (said := words(context, text)) != text:
                return said
        for marked, pattern in self._holed:
            if found := pattern.fullmatch(text):
                filled = {name: self.say(one) for name, one in found.groupdict().items()}
                return words(self._contexts[0], marked).format(**filled)
        for sign, joint in _JOINED:
            parts = sign.split(text)
            if len(parts) > 1:
                told = [self.say(part) for part in parts]
                pairs = zip(told, parts, strict=True)
                if all(one != part or part.isascii() for one, part in pairs):
                    return words("phrases", joint).join(told)
        return text

    def lines(self, text: str) -> str:
        """Say what a command prints, each sentence of each line; what a line begins with stays."""
        return "\n".join(self._line(line) for line in text.split("\n"))

    def _line(self, line: str) -> str:
        left = line[: len(line) - len(line.lstrip())]
        parts = _SENTENCE.split(line.lstrip())
        told = [self.say(part) for part in parts]
        return left + ("" if told == parts else " ").join(told)


def _pattern(marked: str) -> re.Pattern[str]:
    parts = _HOLE.split(marked)
    said = (f"(?P<{one}>.+?)" if at % 2 else re.escape(one) for at, one in enumerate(parts))
    return re.compile("".join(said), re.DOTALL)

"""What is said when a number is called, in Mandarin, digit by digit.

Pure text: `请A零零五七号到三号窗口办理`. Never a person's name, never more than three calls in
waiting; the older ones stand on the board (ux 2.19).
"""

from __future__ import annotations

import re
from collections import deque
from typing import NamedTuple

from zcdesk.devices.kinds import Call
from zcdesk.domain.calling import LOUD

DIGITS = "零一二三四五六七八九"
_SPELLED = str.maketrans("0123456789-", DIGITS + "杠")
WAITING = 3
_REMEMBERED = 1000
"""Tickets of a large hall's day; a call older than that is nobody's."""

CALL = "请{number}号到{window}窗口办理"
RECALL = "请{number}号尽快到{window}窗口办理"
SHOW = "请{number}号到{window}号窗口"
ENGLISH = "Number {number}, please go to window {window}."


class Spoken(NamedTuple):
    """A text that waits, how loud it is to be, and the ticket it calls."""

    text: str
    percent: int
    ticket: str


def digits(text: str) -> str:
    """Spell a ticket number: letters stay, every digit is a word."""
    return text.strip().upper().translate(_SPELLED)


def window_words(window: str) -> str:
    """Say a window: 三号 for 3, 十二号 for 12, A三号 for A3, 出件 as it is."""
    name = window.strip().removesuffix("窗口")
    bare = name.removesuffix("号")
    if re.fullmatch(r"0*[1-9][0-9]?", bare):
        return f"{_below_hundred(int(bare))}号"
    spelled = digits(bare) if re.search(r"[0-9]", bare) else bare
    return f"{spelled}号" if name.endswith("号") or bare[-1:].isdigit() else spelled


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return lead + (DIGITS[ones] if ones else "")


def announcement(number: str, window: str, *, recall: bool = False, template: str = "") -> str:
    """Compose a call.

    Args:
        template: a hall's own words with {number} and {window}, e.g. 请{number}号到{window}窗口.
    """
    words = template or (RECALL if recall else CALL)
    return words.format(number=digits(number), window=window_words(window))


def shown(number: str, window: str, template: str = "") -> str:
    """Compose what a screen shows: 请A012号到3号窗口."""
    name = window.strip().removesuffix("窗口").removesuffix("号")
    return (template or SHOW).format(number=number.strip().upper(), window=name)


def announcement_in_english(number: str, window: str) -> str:
    """Compose a call in English, for modules that speak it."""
    spaced = " ".join(number.strip().upper().replace("-", ""))
    return ENGLISH.format(number=spaced, window=window)


class Waiting:
    """Texts waiting to be spoken, at most three; a number called again is not said twice."""

    def __init__(self, most: int = WAITING) -> None:
        self._most = most
        self._spoken: deque[Spoken] = deque()

    def __len__(self) -> int:
        return len(self._spoken)

    def add(self, text: str, percent: int = LOUD, ticket: str = "") -> tuple[str, ...]:
        """Put a text at the end and return those that will not be spoken for it.

        Args:
            percent: how loud, of the set volume.
            ticket: what it calls; its newer call takes the place of one that still waits.
        """
        if any(one.text == text for one in self._spoken):
            return ()
        stale = [one for one in self._spoken if ticket and one.ticket == ticket]
        for one in stale:
            self._spoken.remove(one)
        self._spoken.append(Spoken(text, percent, ticket))
        dropped = [self._spoken.popleft() for _ in range(len(self._spoken) - self._most)]
        return tuple(one.text for one in (*stale, *dropped))

    def next(self) -> Spoken | None:
        """Take the text whose turn it is."""
        return self._spoken.popleft() if self._spoken else None

    def clear(self) -> None:
        """Forget all of them."""
        self._spoken.clear()


class Fences:
    """Knows the newest call of each ticket, so that an older one is never shown or spoken."""

    def __init__(self) -> None:
        self._newest: dict[str, int] = {}

    def is_stale(self, call: Call) -> bool:
        """Tell whether a newer call of the same ticket was seen; remembers this one if not."""
        if not call.ticket:
            return False
        newest = self._newest.pop(call.ticket, call.fence)
        self._newest[call.ticket] = max(newest, call.fence)
        while len(self._newest) > _REMEMBERED:
            self._newest.pop(next(iter(self._newest)))
        return call.fence < newest

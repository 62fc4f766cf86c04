"""One answer of the doctor."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from zcdesk.ui.doctor_words import doctor_words
from zcdesk.ui.words import labelled


class Light(StrEnum):
    """How it stands; only FAULT makes the command fail."""

    GOOD = "good"
    CAUTION = "caution"
    FAULT = "fault"


MARK = {Light.GOOD: "✓ 正常", Light.CAUTION: "△ 注意", Light.FAULT: "✗ 故障"}


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked at, what was found, and what to do about it.

    Attributes:
        advice: empty where nothing is to be done.
    """

    about: str
    light: Light
    found: str
    advice: str = ""

    @property
    def line(self) -> str:
        """Return it as a line for people, in the language of the program."""
        about, found, advice = map(doctor_words, (self.about, self.found, self.advice))
        tail = f" → {advice}" if advice else ""
        return f"{doctor_words(MARK[self.light])}  {labelled(about, found)}{tail}"


def good(about: str, found: str) -> Finding:
    return Finding(about=about, light=Light.GOOD, found=found)


def caution(about: str, found: str, advice: str) -> Finding:
    return Finding(about=about, light=Light.CAUTION, found=found, advice=advice)


def fault(about: str, found: str, advice: str) -> Finding:
    return Finding(about=about, light=Light.FAULT, found=found, advice=advice)

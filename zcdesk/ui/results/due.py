"""Until when, in a few words and a colour: the countdowns of the result counter."""

from __future__ import annotations

from datetime import datetime, timedelta

from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_OVER = QT_TRANSLATE_NOOP("results", "已过期 {at}")
_TODAY = QT_TRANSLATE_NOOP("results", "今天 {at} 前")
_LATER = QT_TRANSLATE_NOOP("results", "{at} 前")
_NONE = QT_TRANSLATE_NOOP("results", "不限时")
SOON = timedelta(hours=4)


def due_words(due: str, now: datetime) -> str:
    """Say an ISO time as seen from `now`."""
    return due_chip(due, now).word


def due_chip(due: str, now: datetime) -> ChipState:
    """Return the countdown of an ISO time; empty = no limit."""
    if not due:
        return ChipState("clock", words("results", _NONE), Tone.NEUTRAL)
    at = datetime.fromisoformat(due)
    if at < now:
        said = words("results", _OVER).format(at=f"{at:%m-%d %H:%M}")
        return ChipState("clock-exclamation", said, Tone.DANGER)
    if at.date() == now.date():
        said = words("results", _TODAY).format(at=f"{at:%H:%M}")
        return ChipState("clock-hour-4", said, Tone.WARN if at - now < SOON else Tone.INFO)
    return ChipState("clock", words("results", _LATER).format(at=f"{at:%m-%d %H:%M}"), Tone.INFO)


def day_words(text: str) -> str:
    """Say the day and time of an ISO time in short, the day alone of an ISO date."""
    at = datetime.fromisoformat(text)
    return f"{at:%m-%d %H:%M}" if len(text) > len("2026-11-24") else f"{at:%m-%d}"

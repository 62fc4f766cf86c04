"""What the top bar says of the hall's server: one chip, after each round."""

from __future__ import annotations

from datetime import datetime

from zcdesk.sync.news import News
from zcdesk.ui.theme import Tone
from zcdesk.ui.topbar import DeviceChip
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

DEVICE = "network"
"""Its place among the chips of the devices."""

SLOW_S = 15
"""What is unsent longer than this is said, though the server answers."""

_WORDS = (
    QT_TRANSLATE_NOOP("network", "联机"),
    QT_TRANSLATE_NOOP("network", "同步中 {i}/{n}"),
    QT_TRANSLATE_NOOP("network", "离线"),
    QT_TRANSLATE_NOOP("network", "离线·待同步 {n}，最早 {age}"),
    QT_TRANSLATE_NOOP("network", "待同步 {n}，最早 {age}"),
    QT_TRANSLATE_NOOP("network", "待人看 {n}"),
    QT_TRANSLATE_NOOP("network", "{n} 分前"),
    QT_TRANSLATE_NOOP("network", "{n} 小时前"),
    QT_TRANSLATE_NOOP("network", "刚才"),
    QT_TRANSLATE_NOOP("network", "{state}·登录未核实"),
)
_ONLINE, _CATCHING_UP, _OFFLINE, _OFFLINE_WITH, _WAITING, _LOOK, *_MORE = _WORDS
_MINUTES, _HOURS, _NOW, _UNVERIFIED = _MORE


def chip(news: News, now: datetime) -> DeviceChip:
    """Return the chip: well, catching up, offline, slow, or something for a person to look at.

    A login the server has not confirmed stands beside whatever else is said.
    """
    made = _of_the_round(news, now)
    if not news.unverified:
        return made
    tone = Tone.INFO if made.tone is Tone.OK else made.tone
    icon = made.icon or "id"
    return made._replace(word=_say(_UNVERIFIED, state=made.word), tone=tone, icon=icon)


def _of_the_round(news: News, now: datetime) -> DeviceChip:
    outcome = news.outcome
    age = seconds_since(outcome.oldest, now)
    if not news.is_online:
        text = _say(_OFFLINE_WITH if outcome.unsent else _OFFLINE, n=outcome.unsent, age=_age(age))
        return DeviceChip(DEVICE, text, Tone.WARN)
    if news.wait == 0:
        text = _say(_CATCHING_UP, i=news.position, n=news.end)
        return DeviceChip(DEVICE, text, Tone.INFO, "refresh")
    if news.attention:
        return DeviceChip(DEVICE, _say(_LOOK, n=news.attention), Tone.WARN, "eye")
    if outcome.code or age > SLOW_S:
        text = _say(_WAITING, n=outcome.unsent, age=_age(age))
        return DeviceChip(DEVICE, text, Tone.WARN, "refresh")
    return DeviceChip(DEVICE, _say(_ONLINE), Tone.OK)


def seconds_since(text: str, now: datetime) -> float:
    """Return the age of an act by its own time; 0 for none, and for one from a clock ahead."""
    return max(0.0, (now - datetime.fromisoformat(text)).total_seconds()) if text else 0.0


def _age(seconds: float) -> str:
    minutes = int(seconds // 60)
    if minutes < 1:
        return _say(_NOW)
    return _say(_MINUTES, n=minutes) if minutes < 60 else _say(_HOURS, n=minutes // 60)


def _say(text: str, **values: object) -> str:
    return words("network", text).format(**values)

"""The expected wait in words: a range, or that nobody can know it yet."""

from __future__ import annotations

from zcdesk.domain.forecast import Forecast
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_RANGE = QT_TRANSLATE_NOOP("expected", "约等 {a}—{b} 分")
_WITHIN = QT_TRANSLATE_NOOP("expected", "{b} 分钟以内")
_UNKNOWN = QT_TRANSLATE_NOOP("expected", "暂无预计")


def wait_words(forecast: Forecast | None) -> str:
    """Return what somebody who takes a number now is told."""
    if forecast is None:
        return words("expected", _UNKNOWN)
    form = _RANGE if forecast.least else _WITHIN
    return words("expected", form).format(a=forecast.least, b=forecast.most)

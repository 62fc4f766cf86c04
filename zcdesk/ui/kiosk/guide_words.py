"""What a guide says of a matter and its papers, in the language of whoever reads it."""

from __future__ import annotations

from zcdesk.ui.phrases import Phrases
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_MARKED = (
    QT_TRANSLATE_NOOP("kiosk_guide", "原件"),
    QT_TRANSLATE_NOOP("kiosk_guide", "复印件"),
    QT_TRANSLATE_NOOP("kiosk_guide", "验原件收复印件"),
    QT_TRANSLATE_NOOP("kiosk_guide", "电子件"),
    QT_TRANSLATE_NOOP("kiosk_guide", "必要"),
    QT_TRANSLATE_NOOP("kiosk_guide", "有条件"),
    QT_TRANSLATE_NOOP("kiosk_guide", "可容缺"),
    QT_TRANSLATE_NOOP("kiosk_guide", "免交"),
    QT_TRANSLATE_NOOP("kiosk_guide", "当场办结"),
    QT_TRANSLATE_NOOP("kiosk_guide", "办理时限以部门确认为准"),
    QT_TRANSLATE_NOOP("kiosk_guide", "自受理之日起 {n} 个工作日"),
    QT_TRANSLATE_NOOP("kiosk_guide", "自受理之日起 {n} 个自然日"),
)
_PHRASES = Phrases("kiosk_guide", _MARKED)


def guide_words(text: str) -> str:
    """Say what `domain.papers_guide` says on paper; what a department wrote stays as it is."""
    return _PHRASES.say(text)

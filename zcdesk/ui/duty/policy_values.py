"""Values of settings as people write them: words for yes and no and for every named value.

What a setting holds is `domain.policy_settings`'s; here its values get the words of the program's
language, and what was typed or chosen becomes a value again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from zcdesk.domain.message import MessageKind
from zcdesk.domain.platform_way import Way as PlatformWay
from zcdesk.domain.policy_settings import SETTINGS, check, is_structured, read, show
from zcdesk.domain.queue import Ahead
from zcdesk.ui.message_words import message_word
from zcdesk.ui.review.form import Ask, Way
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_AND = "、"
_YES = QT_TRANSLATE_NOOP("policies", "是")
_NO = QT_TRANSLATE_NOOP("policies", "否")
_NONE = QT_TRANSLATE_NOOP("policies", "无")
_AHEAD = {
    Ahead.FORWARDED: QT_TRANSLATE_NOOP("policies", "转来的号"),
    Ahead.PRIORITY: QT_TRANSLATE_NOOP("policies", "优先的号"),
    Ahead.APPOINTMENT: QT_TRANSLATE_NOOP("policies", "预约的号"),
}
_WAYS = {
    PlatformWay.INTERFACE: QT_TRANSLATE_NOOP("policies", "走接口"),
    PlatformWay.FILE: QT_TRANSLATE_NOOP("policies", "走文件"),
    PlatformWay.NONE: QT_TRANSLATE_NOOP("policies", "人工登记"),
}
_WORDS: Mapping[Any, Mapping[Any, str]] = {Ahead: _AHEAD, PlatformWay: _WAYS}


def value_words(path: str, value: Any) -> str:
    """Write a value for whoever reads it; an empty one is said to be none."""
    named = _named(path)
    if isinstance(value, bool):
        return words("policies", _YES if value else _NO)
    if is_structured(path):
        return _AND.join(str(one["name"]) for one in value)
    if named and isinstance(value, list | tuple):
        return _AND.join(named[str(one)] for one in value) or words("policies", _NONE)
    if named:
        return named.get(str(value), str(value))
    return show(path, value) or words("policies", _NONE)


def ask(path: str, label: str, value: Any) -> Ask:
    """Return the field in which a value is written or chosen."""
    kind, named = SETTINGS[path].kind, _named(path)
    if kind is bool:
        options = (True, words("policies", _YES)), (False, words("policies", _NO))
        return Ask("value", label, Way.CHOICE, options, given=value, wide=True)
    if named and not get_args(kind):
        return Ask("value", label, Way.COMBO, tuple(named.items()), given=str(value), wide=True)
    given = value_words(path, value) if named else show(path, value)
    return Ask("value", label, given=given, wide=True)


def taken(path: str, said: object) -> Any:
    """Make a value of an answer.

    Raises:
        Invalid: as `policy_settings.read`.
    """
    if isinstance(said, bool):
        check(path, said)
        return said
    named = {word: value for value, word in _named(path).items()}
    if named and get_args(SETTINGS[path].kind):
        parts = [part.strip() for part in str(said).replace("，", _AND).split(_AND)]
        said = _AND.join(named.get(part, part) for part in parts if part)
    return read(path, str(said))


def example(path: str) -> str:
    """Return the default as it would be typed."""
    default = SETTINGS[path].default
    return show(path, default) if is_structured(path) else value_words(path, default)


def _named(path: str) -> Mapping[str, str]:
    """Return value → words of a setting whose values have names; empty for every other."""
    kind = SETTINGS[path].kind
    one = next(iter(get_args(kind)), kind)
    if one is MessageKind:
        return {kind.value: message_word(kind) for kind in MessageKind}
    return {str(key.value): words("policies", word) for key, word in _WORDS.get(one, {}).items()}

"""Words of every error code: what happened, what it means for you, what to do now.

An error carries a code and fields, never words. The Chinese text is the source; the English one
stands beside it for the translation context `errors`. Codes are stable.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from enum import Enum
from typing import Any, NamedTuple, Protocol

from zcdesk.ui.keys import CAPS
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_log = logging.getLogger(__name__)


class Level(Enum):
    """How loud a message is."""

    NOTE = "提示"  # status line, goes by itself
    FIELD = "栏内"  # below the field it belongs to
    CAUTION = "注意"  # amber band
    FAULT = "故障"  # red band
    STOP = "阻断"  # nothing goes on before it is settled


class Action(NamedTuple):
    """A way out a message offers; pages handle it by its name."""

    name: str
    zh: str
    en: str


RETRY = Action("retry", QT_TRANSLATE_NOOP("errors", "重试"), "Try again")
SHOW = Action("show", QT_TRANSLATE_NOOP("errors", "查看"), "Show")
GO = Action("go", QT_TRANSLATE_NOOP("errors", "去处理"), "Go there")
LATER = Action("later", QT_TRANSLATE_NOOP("errors", "稍后办"), "Later")
BY_HAND = Action("by_hand", QT_TRANSLATE_NOOP("errors", "手工录入"), "Enter by hand")
CHOOSE = Action("choose", QT_TRANSLATE_NOOP("errors", "另选文件"), "Choose another file")
CONTINUE = Action("continue", QT_TRANSLATE_NOOP("errors", "继续办理"), "Go on")
PARK = Action("park", QT_TRANSLATE_NOOP("errors", "挂起"), "Park")
RELOAD = Action("reload", QT_TRANSLATE_NOOP("errors", "重新读取"), "Read again")


class ErrorText(NamedTuple):
    """One line of the tables; `zh` and `en` hold {fields} of the error."""

    level: Level
    zh: str
    en: str
    actions: tuple[Action, ...] = ()


class Coded(Protocol):
    """What can be described: errors, and the domain's problems and blockers."""

    @property
    def code(self) -> str: ...
    @property
    def fields(self) -> Any: ...


class Message(NamedTuple):
    """What the clerk reads.

    Attributes:
        code: as read out on the phone, `ZC-PRT-01`.
        actions: (name, words) pairs, first the safest.
    """

    code: str
    level: Level
    text: str
    actions: tuple[tuple[str, str], ...] = ()


class _Open(dict[str, object]):
    """Fields of an error; one that is missing shows as … instead of hiding the message."""

    def __missing__(self, name: str) -> object:
        if name == "i" and "row" in self:
            return self["row"]
        _log.warning("a message lacks its field %s", name)
        return "…"


def describe(error: Coded) -> Message:
    """Return the message of an error in the language of the program."""
    return message(error.code, **dict(error.fields))


def message(code: str, **fields: object) -> Message:
    """Return the message of a code; an unknown one says so with its number."""
    known = table().get(code)
    if known is None:
        _log.warning("no words for code %s", code)
        unknown = words("errors", UNKNOWN).format(code=code)
        return Message(f"ZC-{code}", Level.FAULT, unknown)
    fields = {name: _said(value) for name, value in fields.items()}
    text = words("errors", known.zh).format_map(_Open(fields, keys=CAPS))
    shown = tuple(
        (action.name, words("errors", action.zh).format_map(_Open(fields)))
        for action in known.actions
    )
    return Message(f"ZC-{code}", known.level, text, shown)


def _said(value: object) -> object:
    """Say a part that is a sentence of ours; devices' names and what is wrong with a file are."""
    from zcdesk.ui.finding_words import finding_words

    return finding_words(value) if type(value) is str else value


def table() -> Mapping[str, ErrorText]:
    """Return all texts by code."""
    from zcdesk.ui import (
        texts_after,
        texts_booking,
        texts_case,
        texts_catalogue,
        texts_devices,
        texts_duty,
        texts_exchange,
        texts_figures,
        texts_mail,
        texts_people,
        texts_results,
        texts_security,
        texts_shared,
        texts_system,
        texts_upkeep,
        texts_visit,
    )

    if not _TABLE:
        for part in (
            texts_after,
            texts_booking,
            texts_case,
            texts_catalogue,
            texts_devices,
            texts_duty,
            texts_exchange,
            texts_figures,
            texts_mail,
            texts_people,
            texts_results,
            texts_security,
            texts_shared,
            texts_system,
            texts_upkeep,
            texts_visit,
        ):
            _TABLE.update(part.TEXTS)
    return _TABLE


UNKNOWN = QT_TRANSLATE_NOOP("errors", "这一步没有办成，已保存的不受影响。请把 {code} 告诉信息科")
_TABLE: dict[str, ErrorText] = {}

"""Words about the hall's own affairs: policies, people, follow-ups, complaints."""

from __future__ import annotations

from zcdesk.ui.texts import CHOOSE, RELOAD, SHOW, ErrorText, Level
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_FIELD = Level.FIELD
_CAUTION = Level.CAUTION
_STOP = Level.STOP

TEXTS = {
    "POL-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有“{setting}”这项设置，请检查写法"),
        "There is no setting “{setting}”; check how it is written",
    ),
    "POL-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "这样的值不能用，请按旁边的例子填写"),
        "This value cannot be used; write it as the example beside it",
    ),
    "POL-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "须在 {least} 到 {most} 之间"),
        "It must lie between {least} and {most}",
    ),
    "POL-04": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "生效日期写成 2026-12-01，不能早于今天"),
        "Write the day as 2026-12-01, not before today",
    ),
    "POL-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "和那一天已定的制度一样，没有改动"),
        "Nothing would change: it is already so on that day",
        (RELOAD,),
    ),
    "POL-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "制度方案 {file} 读不出来，请换一个：{place}"),
        "The profile {file} cannot be read; choose another: {place}",
        (CHOOSE,),
    ),
    "PUB-01": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "事项维护员发布须由另一位主管或管理员复核，请先提交复核"),
        "An editor's change needs a second person's approval; submit it for review first",
        (SHOW,),
    ),
}

"""Words about changing the catalogue: drafts, approval, dates, tables."""

from __future__ import annotations

from zcdesk.ui.texts import RELOAD, SHOW, ErrorText, Level
from zcdesk.ui.words import QT_TRANSLATE_NOOP

TEXTS = {
    "CAT-20": ErrorText(
        Level.STOP,
        QT_TRANSLATE_NOOP("errors", "这是{department}的事项，请该部门的维护员来改"),
        "This belongs to {department}; its own editor changes it",
        (SHOW,),
    ),
    "CAT-21": ErrorText(
        Level.CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{name}”刚由{who}在 {time} 改过，请看新稿再改"),
        "{who} changed {name} at {time}; look at it again first",
        (RELOAD,),
    ),
    "CAT-22": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "生效日期“{day}”不对，写今天或以后，如 2026-12-01"),
        "{day} cannot be the day; write today or later as 2026-12-01",
    ),
    "CAT-23": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "还有 {n} 处要改：{what}"),
        "To mend: {n}: {what}",
    ),
    "CAT-24": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "“{name}”与第 {v} 版相同，改了再提交"),
        "{name} says what version {v} says; change it first",
    ),
    "CAT-25": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "编码 {number} 已用于“{name}”，换一个"),
        "Code {number} belongs to {name}; use another",
    ),
    "CAT-26": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "没有窗口受理“{name}”（{category}），先给窗口加上这一类"),
        "No window takes {name} ({category}); give a window this category first",
    ),
    "CAT-27": ErrorText(
        Level.STOP,
        QT_TRANSLATE_NOOP("errors", "这一稿您改过，请另一位主管或管理员批准"),
        "You wrote a part of it; another supervisor or administrator approves",
        (SHOW,),
    ),
    "CAT-28": ErrorText(
        Level.CAUTION,
        QT_TRANSLATE_NOOP("errors", "这一稿已不在复核中，请看现在的情况"),
        "It does not wait for approval any more; look again",
        (RELOAD,),
    ),
    "CAT-29": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "请写明退回的理由"),
        "Say why it is returned",
    ),
}

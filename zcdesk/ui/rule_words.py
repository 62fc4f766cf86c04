"""Rules behind a date, as `domain.limits` and `domain.deadlines` say them in one clause.

Records and papers keep the Chinese clause; a screen says it in the language of the program.
"""

from __future__ import annotations

import re

from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_MARKED = (
    QT_TRANSLATE_NOOP("rules", "{n} 前收件"),
    QT_TRANSLATE_NOOP("rules", "{n} 及以后收件"),
    QT_TRANSLATE_NOOP("rules", "休息日收件"),
    QT_TRANSLATE_NOOP("rules", "当日 {n} 前移交"),
    QT_TRANSLATE_NOOP("rules", "下一工作日 {n} 前移交"),
    QT_TRANSLATE_NOOP("rules", "本厅最长 {n} 个工作日"),
    QT_TRANSLATE_NOOP("rules", "手册规定 {n} 个工作日"),
    QT_TRANSLATE_NOOP("rules", "须早于承诺时限 {n} 个工作日"),
    QT_TRANSLATE_NOOP("rules", "部门在补正通知书中指定"),
    QT_TRANSLATE_NOOP("rules", "容缺受理承诺书"),
    QT_TRANSLATE_NOOP("rules", "督办单"),
    QT_TRANSLATE_NOOP("rules", "本厅受理时限"),
    QT_TRANSLATE_NOOP("rules", "行政许可法第三十二条"),
    QT_TRANSLATE_NOOP("rules", "行政许可法第四十四条"),
    QT_TRANSLATE_NOOP("rules", "行政许可法第四十五条"),
    QT_TRANSLATE_NOOP("rules", "自受理之日起的承诺时限"),
    QT_TRANSLATE_NOOP("rules", "法定办结时限"),
    QT_TRANSLATE_NOOP("rules", "本环节时限"),
    QT_TRANSLATE_NOOP("rules", "扣除特别程序时间"),
    QT_TRANSLATE_NOOP("rules", "经批准延长 {n} 个工作日"),
    QT_TRANSLATE_NOOP("rules", "结果不予接收后更正"),
    QT_TRANSLATE_NOOP("rules", "送达后移交部门"),
)
_AND = QT_TRANSLATE_NOOP("rules", "，")
_NUMBER = re.compile(r"\d+(?::\d+)?")


def rule_words(rule: str) -> str:
    """Say a rule in the language of the program; what somebody wrote stays as it is."""
    return words("rules", _AND).join(_part(part) for part in rule.split(_AND))


def _part(part: str) -> str:
    number = _NUMBER.search(part)
    template = part.replace(number[0], "{n}", 1) if number else part
    if template not in _MARKED:
        return part
    return words("rules", template).format(n=number[0] if number else "")

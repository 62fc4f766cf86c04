"""Rules behind a date, and what became of each day that was counted, as the domain says them."""

from __future__ import annotations

from zcdesk.ui.phrases import Phrases
from zcdesk.ui.words import QT_TRANSLATE_NOOP

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
    QT_TRANSLATE_NOOP("rules", "自起算日的次日起第 {n} 个{unit}结束前"),
    QT_TRANSLATE_NOOP("rules", "收件日"),
    QT_TRANSLATE_NOOP("rules", "材料移交日"),
    QT_TRANSLATE_NOOP("rules", "最迟受理日"),
    QT_TRANSLATE_NOOP("rules", "受理日"),
    QT_TRANSLATE_NOOP("rules", "原到期日"),
    QT_TRANSLATE_NOOP("rules", "起算日"),
    QT_TRANSLATE_NOOP("rules", "启动日"),
    QT_TRANSLATE_NOOP("rules", "决定日"),
    QT_TRANSLATE_NOOP("rules", "{start}为休息日（{why}）"),
    QT_TRANSLATE_NOOP("rules", "不计入"),
    QT_TRANSLATE_NOOP("rules", "当日到期"),
    QT_TRANSLATE_NOOP("rules", "自然日"),
    QT_TRANSLATE_NOOP("rules", "自然日照计"),
    QT_TRANSLATE_NOOP("rules", "工作日"),
    QT_TRANSLATE_NOOP("rules", "暂按工作日计"),
    QT_TRANSLATE_NOOP("rules", "期限顺延至本日"),
    QT_TRANSLATE_NOOP("rules", "{day}休息"),
    QT_TRANSLATE_NOOP("rules", "{name}放假"),
    QT_TRANSLATE_NOOP("rules", "{name}调休上班"),
    QT_TRANSLATE_NOOP("rules", "{name}（法定节日，当年安排未公布）"),
    QT_TRANSLATE_NOOP("rules", "周一"),
    QT_TRANSLATE_NOOP("rules", "周二"),
    QT_TRANSLATE_NOOP("rules", "周三"),
    QT_TRANSLATE_NOOP("rules", "周四"),
    QT_TRANSLATE_NOOP("rules", "周五"),
    QT_TRANSLATE_NOOP("rules", "周六"),
    QT_TRANSLATE_NOOP("rules", "周日"),
    QT_TRANSLATE_NOOP("rules", "元旦"),
    QT_TRANSLATE_NOOP("rules", "春节"),
    QT_TRANSLATE_NOOP("rules", "清明节"),
    QT_TRANSLATE_NOOP("rules", "劳动节"),
    QT_TRANSLATE_NOOP("rules", "端午节"),
    QT_TRANSLATE_NOOP("rules", "中秋节"),
    QT_TRANSLATE_NOOP("rules", "国庆节"),
)
_PHRASES = Phrases("rules", _MARKED)


def rule_words(rule: str) -> str:
    """Say a rule, or why a day counts or does not; what somebody wrote stays as it is."""
    return _PHRASES.say(rule)

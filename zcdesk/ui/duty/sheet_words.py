"""Words of tables on screens: headings, titles, and cells that are words of ours.

Tables are made by operations in the Chinese of records; what is no word of ours (a name, a
number, a department) stays as it is.
"""

from __future__ import annotations

from zcdesk.ui.phrases import Phrases
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_MARKED = (
    QT_TRANSLATE_NOOP("sheets", "编号"),
    QT_TRANSLATE_NOOP("sheets", "事项"),
    QT_TRANSLATE_NOOP("sheets", "部门"),
    QT_TRANSLATE_NOOP("sheets", "状态"),
    QT_TRANSLATE_NOOP("sheets", "窗口"),
    QT_TRANSLATE_NOOP("sheets", "收件"),
    QT_TRANSLATE_NOOP("sheets", "到期"),
    QT_TRANSLATE_NOOP("sheets", "号码"),
    QT_TRANSLATE_NOOP("sheets", "类别"),
    QT_TRANSLATE_NOOP("sheets", "取号"),
    QT_TRANSLATE_NOOP("sheets", "叫号"),
    QT_TRANSLATE_NOOP("sheets", "结束"),
    QT_TRANSLATE_NOOP("sheets", "等级"),
    QT_TRANSLATE_NOOP("sheets", "时间"),
    QT_TRANSLATE_NOOP("sheets", "原因"),
    QT_TRANSLATE_NOOP("sheets", "人员"),
    QT_TRANSLATE_NOOP("sheets", "从"),
    QT_TRANSLATE_NOOP("sheets", "受理范围"),
    QT_TRANSLATE_NOOP("sheets", "等候人数"),
    QT_TRANSLATE_NOOP("sheets", "最长分钟"),
    QT_TRANSLATE_NOOP("sheets", "办理"),
    QT_TRANSLATE_NOOP("sheets", "超期"),
    QT_TRANSLATE_NOOP("sheets", "今日到期"),
    QT_TRANSLATE_NOOP("sheets", "件数"),
    QT_TRANSLATE_NOOP("sheets", "首次发布"),
    QT_TRANSLATE_NOOP("sheets", "期初"),
    QT_TRANSLATE_NOOP("sheets", "期末"),
    QT_TRANSLATE_NOOP("sheets", "比首次"),
    QT_TRANSLATE_NOOP("sheets", "目标"),
    QT_TRANSLATE_NOOP("sheets", "编码"),
    QT_TRANSLATE_NOOP("sheets", "异常"),
    QT_TRANSLATE_NOOP("sheets", "情况"),
    QT_TRANSLATE_NOOP("sheets", "代码"),
    QT_TRANSLATE_NOOP("sheets", "事项（项）"),
    QT_TRANSLATE_NOOP("sheets", "必交材料（份）"),
    QT_TRANSLATE_NOOP("sheets", "承诺时限合计（工作日）"),
    QT_TRANSLATE_NOOP("sheets", "平均审查环节（实际）"),
    QT_TRANSLATE_NOOP("sheets", "综窗可办事项占比"),
    QT_TRANSLATE_NOOP("sheets", "网上申报率"),
    QT_TRANSLATE_NOOP("sheets", "综合受理可办事项"),
    QT_TRANSLATE_NOOP("sheets", "分领域综窗可办事项"),
    QT_TRANSLATE_NOOP("sheets", "专业窗口可办事项"),
    QT_TRANSLATE_NOOP("sheets", "主题窗口可办事项"),
    QT_TRANSLATE_NOOP("sheets", "特殊窗口可办事项"),
    QT_TRANSLATE_NOOP("sheets", "全科窗口可办事项"),
    QT_TRANSLATE_NOOP("sheets", "综合出件可办事项"),
    QT_TRANSLATE_NOOP("sheets", "等候"),
    QT_TRANSLATE_NOOP("sheets", "已呼叫"),
    QT_TRANSLATE_NOOP("sheets", "办理中"),
    QT_TRANSLATE_NOOP("sheets", "挂起"),
    QT_TRANSLATE_NOOP("sheets", "过号"),
    QT_TRANSLATE_NOOP("sheets", "已结束"),
    QT_TRANSLATE_NOOP("sheets", "空闲"),
    QT_TRANSLATE_NOOP("sheets", "暂停"),
    QT_TRANSLATE_NOOP("sheets", "关闭"),
    QT_TRANSLATE_NOOP("sheets", "故障"),
    QT_TRANSLATE_NOOP("sheets", "恢复"),
    QT_TRANSLATE_NOOP("sheets", "非常满意"),
    QT_TRANSLATE_NOOP("sheets", "满意"),
    QT_TRANSLATE_NOOP("sheets", "基本满意"),
    QT_TRANSLATE_NOOP("sheets", "不满意"),
    QT_TRANSLATE_NOOP("sheets", "非常不满意"),
    QT_TRANSLATE_NOOP("sheets", "今日已结束的办理"),
    QT_TRANSLATE_NOOP("sheets", "今日收件"),
    QT_TRANSLATE_NOOP("sheets", "今日办结"),
    QT_TRANSLATE_NOOP("sheets", "今日容缺收件"),
    QT_TRANSLATE_NOOP("sheets", "今日评价"),
    QT_TRANSLATE_NOOP("sheets", "今日差评"),
    QT_TRANSLATE_NOOP("sheets", "差评"),
    QT_TRANSLATE_NOOP("sheets", "超期与今日到期"),
    QT_TRANSLATE_NOOP("sheets", "指标"),
    QT_TRANSLATE_NOOP("sheets", "可办"),
    QT_TRANSLATE_NOOP("sheets", "不可办"),
    QT_TRANSLATE_NOOP("sheets", "未结束的号"),
    QT_TRANSLATE_NOOP("sheets", "对不上的件"),
)
_TITLES = (
    QT_TRANSLATE_NOOP("sheets", "{x}，另 {n} 项"),
    QT_TRANSLATE_NOOP("sheets", "只办 {n} 项"),
    QT_TRANSLATE_NOOP("sheets", "{x} 号窗口今日号码"),
    QT_TRANSLATE_NOOP("sheets", "{x} 号窗口设备异常记录"),
    QT_TRANSLATE_NOOP("sheets", "{x} 起 15 分钟"),
    QT_TRANSLATE_NOOP("sheets", "等候 {x}"),
    QT_TRANSLATE_NOOP("sheets", "超期与今日到期 {x}"),
    QT_TRANSLATE_NOOP("sheets", "超期 {x}"),
    QT_TRANSLATE_NOOP("sheets", "今日评价 {x}"),
    QT_TRANSLATE_NOOP("sheets", "待移交材料 {x}"),
)
_PHRASES = Phrases("sheets", _TITLES, "labels", "platform", "records")


def cell_words(cell: str | int) -> str:
    """Write a title, a heading or a cell in the language of the program."""
    return _PHRASES.say(str(cell))

"""Words about the hall's own affairs: policies, people, follow-ups, complaints."""

from __future__ import annotations

from zcdesk.ui.texts import CHOOSE, RELOAD, SHOW, ErrorText, Level
from zcdesk.ui.texts_after import ASK
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
    "INS-05": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP(
            "errors", "授权委托书 {number} 已于 {until} 到期，请部门续签，或请其远程确认"
        ),
        "The authorisation {number} ended on {until}; have it renewed, or ask an officer",
        (ASK,),
    ),
    "RAT-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "这条差评已有人处理到下一步，请刷新"),
        "Somebody has taken this follow-up further; read it again",
        (RELOAD,),
    ),
    "RAT-04": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "认定不计入的人不能自己复核，请另一位主管复核"),
        "Whoever found it not to count cannot review that; ask another supervisor",
        (SHOW,),
    ),
    "RAT-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请写明情况，再记下这一步"),
        "Write what was found or done, then record the step",
    ),
    "RAT-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "这次办事没有留下联系方式，请按窗口和时间自行核实"),
        "No contact was kept of this visit; verify by window and time",
        (SHOW,),
    ),
    "INQ-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请写明内容"),
        "Write what it is about",
    ),
    "INQ-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有事项 {key}，请从目录中选"),
        "There is no matter {key}; choose one of the catalogue",
    ),
    "INQ-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "期限写成 2026-12-01，不能是已过的日子"),
        "Write the day as 2026-12-01; it must not be over",
    ),
    "INQ-04": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请选转给哪个部门"),
        "Choose the department it goes to",
    ),
    "INQ-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "这一条已有人办理，请刷新"),
        "Somebody has dealt with this; read it again",
        (RELOAD,),
    ),
    "INQ-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有找到这一条，请刷新"),
        "No such entry; read the list again",
        (RELOAD,),
    ),
    "PEO-01": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "大厅至少要有一位在岗的管理员，请先给另一位这个岗位"),
        "The hall needs an administrator; give somebody else the role first",
        (SHOW,),
    ),
    "PEO-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "审批人员、首席代表和事项维护员要写明代表哪个部门"),
        "Officers, chief representatives and editors need their department",
    ),
    "PEO-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请照给出的岗位名称填写，至少一个"),
        "Write at least one role, as the roles are named",
    ),
    "PEO-04": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP(
            "errors",
            "与 {first}（A）和 {second}（B）{start} 至 {until} 的 AB 岗重叠，请先结束那一对",
        ),
        "It overlaps the pair {first} (A) and {second} (B) from {start} to {until}; end it first",
        (SHOW,),
    ),
    "PEO-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "A 岗和 B 岗须是两位在岗人员，止日不早于起日"),
        "A and B must be two people who work here, the last day not before the first",
    ),
    "PEO-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有找到这一对 AB 岗，请刷新"),
        "No such pair; read the list again",
        (RELOAD,),
    ),
    "PEO-07": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "培训要有日期（不晚于今天）和至少一个窗口类别"),
        "A training needs a day, not ahead, and at least one window category",
    ),
}

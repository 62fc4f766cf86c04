"""Words about figures, reports, the assessment sheet and the audit page."""

from __future__ import annotations

from zcdesk.ui.texts import SHOW, ErrorText, Level
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_FIELD = Level.FIELD
_CAUTION = Level.CAUTION
_STOP = Level.STOP

TEXTS = {
    "FIG-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有“{key}”这个时段，请在列表中选一个"),
        "There is no period {key}; choose one from the list",
    ),
    "FIG-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有“{key}”这项指标，请在列表中选一个"),
        "There is no figure {key}; choose one from the list",
        (SHOW,),
    ),
    "FIG-03": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "报表由主管或管理员制作，请找值班长"),
        "Reports are made by a supervisor or an administrator",
        (SHOW,),
    ),
    "FIG-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{period}还没有结束，结束后才能定稿"),
        "{period} is not over; its report is frozen afterwards",
        (SHOW,),
    ),
    "FIG-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{period}的数字与定稿一致，不用补报"),
        "The figures of {period} are as they were reported; nothing to correct",
        (SHOW,),
    ),
    "FIG-06": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请写明补报的原因"),
        "Say why the report is corrected",
    ),
    "FIG-07": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "至少一项指标的权重要大于 0"),
        "At least one weight must be above 0",
    ),
    "FIG-08": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{period}没有定稿的报表，请先定稿"),
        "There is no report of {period} yet; freeze it first",
        (SHOW,),
    ),
    "FIG-09": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP(
            "errors", "本机时钟与服务器相差 {n} 分钟，没有定稿任何报表；校时后再运行"
        ),
        "This PC's clock is {n} minutes off the server's and no report was frozen; set it first",
        (SHOW,),
    ),
    "AUD-01": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "审计岗位只看不改，这一步请有权的人办理"),
        "An auditor reads everything and changes nothing",
        (SHOW,),
    ),
    "AUD-02": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "操作记录只供审计和管理员查看"),
        "The record of actions is for auditors and administrators",
        (SHOW,),
    ),
}

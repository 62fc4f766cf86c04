"""Words about what comes after the visit: hand-over, review, result, mending."""

from __future__ import annotations

from zcdesk.ui.texts import GO, RELOAD, SHOW, Action, ErrorText, Level
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_FIELD = Level.FIELD
_CAUTION = Level.CAUTION
_STOP = Level.STOP

NEXT_PAGE = Action("next_page", QT_TRANSLATE_NOOP("errors", "看下一页"), "Next page")
ASK = Action("ask", QT_TRANSLATE_NOOP("errors", "远程确认"), "Ask an officer")

TEXTS = {
    "CAS-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "该件的状态已变，这一步不能再办，请看最新情况"),
        "The case has moved on; look at it again",
        (RELOAD, SHOW),
    ),
    "CAS-02": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "您的岗位不办这一步，请转给有权办理的人员"),
        "Your role does not do this; ask somebody who may",
        (SHOW,),
    ),
    "CAS-03": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "已满第 5 个工作日，依法视为受理，不能再退回，请办理受理"),
        "Deemed accepted by law; it can no longer be returned",
        (GO, SHOW),
    ),
    "CAS-04": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "该件不在您的部门，请由承办部门办理"),
        "The case is with another department",
        (SHOW,),
    ),
    "CAS-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "这条已有人处理过，请刷新"),
        "Somebody has settled this already",
        (RELOAD,),
    ),
    "HND-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "窗口没有该件的待移交材料，可能已移交"),
        "No paper of this case waits here; it was handed over",
        (SHOW,),
    ),
    "REV-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "还有 {n} 页未看，不能受理"),
        "{n} pages not seen; cannot accept yet",
        (NEXT_PAGE,),
    ),
    "REV-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "这个问题已有答复，请刷新"),
        "This question was answered already",
        (RELOAD,),
    ),
    "REV-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "该环节尚未开始或者已经办完，请刷新"),
        "This stage has not begun or is done",
        (RELOAD,),
    ),
    "REV-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "其他部门的意见还没有齐，牵头部门最后办"),
        "The lead department comes last; opinions are missing",
        (SHOW,),
    ),
    "REV-07": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "已有环节办完，不能再改环节"),
        "A stage is done; the stages stay as they are",
        (SHOW,),
    ),
    "REV-08": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "审查环节没有办完，还不能作决定"),
        "Stages are open; it cannot be decided yet",
        (SHOW,),
    ),
    "REV-09": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "该特别程序没有在进行，请刷新"),
        "This special step is not running",
        (RELOAD,),
    ),
    "REV-10": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "只能延长一次，该件已经延长过"),
        "Only one extension; this case has had it",
        (SHOW,),
    ),
    "INS-01": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "窗口没有有效授权，请由部门办理，或请其远程确认"),
        "No valid authority here; ask an officer to confirm",
        (ASK, SHOW),
    ),
    "SUP-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "该材料没有欠交，可能已补收"),
        "This material is not owed; it may be in already",
        (RELOAD,),
    ),
    "SUP-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "该督办已有答复，请刷新"),
        "This reminder was answered already",
        (RELOAD,),
    ),
    "RES-05": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "应收回的材料还没有收齐，不能发放"),
        "What must be taken in is missing; do not issue yet",
        (SHOW,),
    ),
    "RES-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "该件的送达回执已经移交"),
        "Its delivery receipt was passed on already",
        (SHOW,),
    ),
    "RES-07": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "送达回执还没有移交部门，先移交再归档"),
        "Pass the delivery receipt on first, then file",
        (GO,),
    ),
    "RES-08": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "该结果由综合出件窗口发放，请先交接"),
        "The result counter issues this; hand it over first",
        (GO,),
    ),
    "CUS-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "这些材料不在本厅手中，可能已退还，请刷新"),
        "These papers are not held here; look again",
        (RELOAD,),
    ),
    "CUS-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "还有材料在窗口或者邮寄途中，不能归档"),
        "Papers are at a window or in the post; not yet",
        (SHOW,),
    ),
    "PLT-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "该件已登记另一个平台编号，请核对"),
        "Another platform number is on record; compare",
    ),
}

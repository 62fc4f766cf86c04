"""Words about what comes after the visit: hand-over, review, result, mending."""

from __future__ import annotations

from zcdesk.ui.texts import GO, RELOAD, RETRY, SHOW, Action, ErrorText, Level
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
        "Pages not seen: {n}; cannot accept yet",
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
    "CAS-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有找到该件，请核对编号"),
        "No such case; compare the number",
        (SHOW,),
    ),
    "CAS-07": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "该件的个人信息已依法删除，不能再办理"),
        "Its personal record was erased; nothing more is done",
        (SHOW,),
    ),
    "HND-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "清单是空的，请先扫描要移交的件"),
        "The list is empty; scan the cases first",
        (SHOW,),
    ),
    "HND-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "双方都要签认：刷卡、口令、签字或者纸面签名"),
        "Both sides sign: card, password, pen or on paper",
        (GO,),
    ),
    "HND-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有找到这份交接单，请刷新"),
        "No such list; look again",
        (RELOAD,),
    ),
    "HND-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "交接单 {number} 已签认或者已作废，请刷新"),
        "List {number} was signed or dropped",
        (RELOAD,),
    ),
    "HND-07": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{number} 属{department}，不在这个部门的清单里"),
        "{number} belongs to {department}",
        (SHOW,),
    ),
    "HND-08": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{number} 已在另一份未签认的交接单上"),
        "{number} is on another unsigned list",
        (SHOW,),
    ),
    "HND-09": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "一份清单只能是一个部门的件，请分开交接"),
        "One list holds one department; make two lists",
        (SHOW,),
    ),
    "HND-10": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "领取人须是{department}的人员，且不能是移交人本人"),
        "The taker works for {department} and is not the giver",
    ),
    "HND-11": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "还有 {n} 份材料交接表未签字，请在“移交”里签字或作废"),
        "Hand-over lists unsigned: {n}; sign or drop them under Hand-over",
        (GO,),
    ),
    "ACC-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{number} 还没有到视为受理的时间"),
        "{number} is not deemed accepted yet",
        (SHOW,),
    ),
    "ACC-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "请列明要补正的材料，一次说全"),
        "List what must be corrected, all of it at once",
        (GO,),
    ),
    "ACC-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "该件已在{department}，不用再转"),
        "The case is with {department} already",
        (SHOW,),
    ),
    "REV-11": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{clerk} {time} 起正在看这一件，您只能查看"),
        "{clerk} has had this case open since {time}",
        (SHOW,),
    ),
    "REV-12": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "环节没有填，或者编号重复，请核对"),
        "No stages, or two of one id; compare",
        (GO,),
    ),
    "REV-13": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "延长要写明理由和批准人"),
        "An extension needs a reason and who approved",
        (GO,),
    ),
    "REV-14": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "最多延长 {n} 个工作日"),
        "At most {n} working days",
        (GO,),
    ),
    "REV-15": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{file} 没有写成，请换一个文件夹，或者关掉打开它的程序"),
        "{file} was not written; choose another folder, or close it",
        (RETRY,),
    ),
    "REV-16": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "工号 {clerk} 不是 {department} 的审查人员，请另选一人"),
        "{clerk} does not review for {department}; choose somebody else",
    ),
    "REV-17": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "这件已经在此人手上，请另选一人"),
        "This person has the case already; choose somebody else",
    ),
    "SUP-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "还有 {n} 项没有补齐，先补：{name}"),
        "Points open: {n}, first: {name}",
        (GO,),
    ),
    "SUP-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请选今天以后的日期"),
        "Choose a date after today",
    ),
    "SUP-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "超过 {n} 个工作日，要部门同意，请写明同意人"),
        "Over {n} working days: name who consented",
        (GO,),
    ),
    "MND-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请写明理由"),
        "Say why",
    ),
    "MND-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有改动，不用更正"),
        "Nothing was changed",
        (SHOW,),
    ),
    "MND-03": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "材料已移交，更正和作废要值班主管批准"),
        "Handed over already: a supervisor must approve",
        (GO,),
    ),
    "MND-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{item}不正确，请核对后再填"),
        "That is not a valid {item}; compare and type again",
    ),
    "MND-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "只能更正这一件清单上的材料，每项最多 99 份"),
        "Only rows of this case's list, 99 copies at most",
        (SHOW,),
    ),
    "MND-07": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "申请人还没有在屏上签字，可改为纸上签"),
        "Not signed on the screen yet; or choose paper",
    ),
    "FIL-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "档案没有写出：{path}，请换一个文件夹"),
        "The case file was not written to {path}; choose another folder",
        (GO,),
    ),
    "MND-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "只能并入同一申请人的另一件，请核对"),
        "Only into another case of the same applicant",
        (SHOW,),
    ),
    "INS-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "授权要有起止日期，并写明窗口或者人员"),
        "An authority needs dates and a window or person",
        (GO,),
    ),
    "INS-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有找到这份授权，请刷新"),
        "No such authority; look again",
        (RELOAD,),
    ),
    "INS-04": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "该事项不是即办件，请交部门审查"),
        "Not an instant matter; the department reviews it",
        (GO,),
    ),
    "BOK-01": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "空白“{name}”只剩 {n} 份，请先领入"),
        "Blanks of {name} left: {n}; fetch more first",
        (GO,),
    ),
    "BOK-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "请写明名称，份数至少为 1"),
        "Name it; the count is one at least",
        (GO,),
    ),
}

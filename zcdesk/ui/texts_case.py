"""Words about what is handed in: matter, materials, deferral, form, fee, papers."""

from __future__ import annotations

from zcdesk.ui.texts import (
    CONTINUE,
    GO,
    LATER,
    RETRY,
    Action,
    ErrorText,
    Level,
)
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_NOTE = Level.NOTE
_FIELD = Level.FIELD
_CAUTION = Level.CAUTION
_FAULT = Level.FAULT
_STOP = Level.STOP

NOTICE = Action("notice", QT_TRANSLATE_NOOP("errors", "告知书"), "Notice")
DIFF = Action("diff", QT_TRANSLATE_NOOP("errors", "看差异"), "Show changes")
OLD_LIST = Action("old_list", QT_TRANSLATE_NOOP("errors", "按旧版办完"), "Finish with the old list")
COMPARE = Action("compare", QT_TRANSLATE_NOOP("errors", "去核"), "Compare")
FETCH = Action("fetch", QT_TRANSLATE_NOOP("errors", "去补"), "Complete")
ON_PAPER = Action("on_paper", QT_TRANSLATE_NOOP("errors", "收纸质并说明"), "Take paper, say why")
VOLUNTARY = Action("voluntary", QT_TRANSLATE_NOOP("errors", "自愿补充"), "Voluntary")
HIS = Action("theirs", QT_TRANSLATE_NOOP("errors", "用他的"), "Take theirs")
MINE = Action("mine", QT_TRANSLATE_NOOP("errors", "用我的"), "Keep mine")
SET_DATE = Action("set_date", QT_TRANSLATE_NOOP("errors", "改为 {date}"), "Set {date}")
SIGN = Action("sign", QT_TRANSLATE_NOOP("errors", "群众屏签字"), "Sign on the screen")
PAPER_PROMISE = Action(
    "paper_promise", QT_TRANSLATE_NOOP("errors", "打印纸质承诺"), "Print the promise"
)

TEXTS: dict[str, ErrorText] = {
    "FRM-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "一表还有 {n} 栏必填：{list}"),
        "{n} required fields left: {list}",
    ),
    "MAT-01": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "没有“{q}”。换个说法，或按 Tab 按部门查找"),
        "Nothing for “{q}”; other words, or Tab by department",
    ),
    "MAT-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "该事项自 {date} 暂停办理（{dept}）"),
        "Suspended since {date} ({dept})",
        (NOTICE,),
    ),
    "MAT-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "材料清单已有第 {v} 版，差异 {n} 项"),
        "New checklist version {v}, {n} changes",
        (DIFF, OLD_LIST),
    ),
    "MAT-04": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "还没有事项，请按 {keys[F6]} 添加"),
        "No matter yet; press {keys[F6]}",
    ),
    "MAT-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{name}”没有材料清单，收件须写明原因"),
        "{name} has no list; give the reason to take it in",
    ),
    "MAT-06": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "本事项请到专业窗口，这里不留任何材料"),
        "This matter goes to its own window; nothing is kept here",
    ),
    "MAT-07": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "“{name}”已在本次事项中"),
        "{name} is already among the matters",
    ),
    "MAT-08": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "目录里已没有这个事项，请重新查找"),
        "The catalogue no longer has this matter; search again",
    ),
    "MAT-09": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "该事项由{department}在 {w} 窗口办理"),
        "{department} handles this at window {w}",
    ),
    "MAT-10": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "该事项不在大厅综合窗口办理，请联系{department}"),
        "Not handled at these windows; ask {department}",
    ),
    "CHK-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项要求核对原件，尚未核"),
        "Row {i} needs the original compared",
        (COMPARE,),
    ),
    "CHK-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项要 {n} 份，现有 {m} 份"),
        "Row {i}: {m} of {n} copies",
        (FETCH,),
    ),
    "CHK-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{src} 没有响应，可请申请人提供"),
        "{src} gives no answer; take paper",
        (RETRY, ON_PAPER),
    ),
    "CHK-04": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "清单外材料不能要求申请人提供"),
        "Not on the list, cannot be required",
        (VOLUNTARY,),
    ),
    "CHK-05": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项没有存上，其余已保存"),
        "Row {i} was not saved, the others were",
        (RETRY,),
    ),
    "CHK-06": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "{name} {time} 把第 {i} 项改为“{s}”"),
        "{name} set row {i} to {s} at {time}",
        (HIS, MINE),
    ),
    "CHK-07": ErrorText(
        _NOTE, QT_TRANSLATE_NOOP("errors", "第 {i} 项不要求核对原件"), "Row {i} needs no original"
    ),
    "CHK-08": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项是必交材料，不能标为不适用"),
        "Row {i} is required, it cannot be left out",
    ),
    "CHK-09": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项不能共享调取，请按清单收取"),
        "Row {i} cannot be shared; take it as listed",
    ),
    "CHK-10": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "已有的材料再要纸质，须写明原因"),
        "Asking for paper all the same needs a reason",
    ),
    "CHK-11": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项没有请部门确认，不用登记答复"),
        "Row {i} was not put to the department",
    ),
    "CHK-12": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请填部门答复人的姓名"),
        "Enter the name of the officer who answered",
    ),
    "CHK-13": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "只有一位申请人，不用标记共用"),
        "Only one applicant; nothing to share",
    ),
    "CHK-14": ErrorText(_NOTE, QT_TRANSLATE_NOOP("errors", "没有第 {i} 项"), "There is no row {i}"),
    "CHK-15": ErrorText(
        _NOTE, QT_TRANSLATE_NOOP("errors", "第 {i} 项已收，状态未变"), "Row {i} is received already"
    ),
    "CHK-16": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "没有缺或不符的材料，不用告知书"),
        "Nothing is missing or wrong; no notice needed",
    ),
    "CHK-17": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP(
            "errors", "第 {i} 项已共享或留存，不用交。确要纸质按 {keys[checklist.share]}"
        ),
        "Row {i} is shared or on file; press {keys[checklist.share]} to ask for paper",
    ),
    "CHK-18": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项本来就要交，请直接收取"),
        "Row {i} is asked for anyway; just receive it",
    ),
    "CHK-19": ErrorText(
        _FIELD, QT_TRANSLATE_NOOP("errors", "第 {i} 项须写明原因"), "Row {i} needs the reason"
    ),
    "CHK-21": ErrorText(
        _CAUTION, QT_TRANSLATE_NOOP("errors", "第 {i} 项还没有收"), "Row {i} is not received", (GO,)
    ),
    "CHK-22": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项缺或不符，可出告知书"),
        "Row {i} is missing or wrong; a notice can be printed",
        (GO, NOTICE),
    ),
    "CHK-23": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项在等部门答复"),
        "Row {i} waits for the department",
        (GO,),
    ),
    "CHK-24": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "还有 {n} 项没有看过：告知书要一次说全，请先看完"),
        "{n} rows were not looked at; a notice tells everything at once",
    ),
    "DEF-01": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项不可容缺（标准化手册规定）"),
        "Row {i} cannot be promised (handbook)",
    ),
    "DEF-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "补齐期限最长 {n} 工作日，即 {date} 前"),
        "{n} working days at most, until {date}",
        (SET_DATE,),
    ),
    "DEF-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "申请人尚未在承诺上签字"),
        "The applicant has not signed the promise",
        (SIGN, PAPER_PROMISE),
    ),
    "DEF-04": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{date} 已过，请填今天之后的日期"),
        "{date} has passed; enter a later date",
    ),
    "DEF-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项补齐期限已过，请改期限"),
        "The date of row {i} has passed; change it",
        (GO,),
    ),
    "DEF-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项容缺还没有定补齐期限"),
        "Row {i} is promised without a date",
        (GO,),
    ),
    "DEF-07": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "第 {i} 项不能容缺：{why}"),
        "Row {i} cannot be promised: {why}",
    ),
    "DEF-08": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请写成 2026-12-01 或 12-01"),
        "Write 2026-12-01 or 12-01",
    ),
    "FEE-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "缴费结果未知，件可先收，凭缴费凭证补登"),
        "Payment unknown; take the case, add the proof later",
        (CONTINUE, RETRY),
    ),
    "PAP-01": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "通知书缺内容，件已保存，请告诉信息科"),
        "The paper lacks content; the case is saved",
        (RETRY, LATER),
    ),
    "PAP-02": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "通知书里有未遮挡的号码，已停止打印，件已保存"),
        "An unmasked number stopped the print; the case is saved",
        (RETRY, LATER),
    ),
    "PAP-03": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "二维码内容不合要求，已停止打印，件已保存"),
        "The code is not fit to print; the case is saved",
        (RETRY, LATER),
    ),
    "PAP-04": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "打印字体“{name}”缺失，件已保存，请重新安装"),
        "Font {name} is missing; the case is saved",
        (RETRY, LATER),
    ),
    "PAP-05": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "打印机的纸宽设置不对，件已保存"),
        "The printer's paper width is set wrong; case saved",
        (LATER,),
    ),
    "PAP-06": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "通知书的日期或者编号前后不符，已停止打印，件已保存"),
        "Dates or numbers of the paper disagree; the case is saved",
        (RETRY, LATER),
    ),
    "PAP-07": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "文书用语的版本“{version}”不能用，请换一个没有用过的名称"),
        "Version {version} of the papers' words cannot be used; take a new name",
    ),
}

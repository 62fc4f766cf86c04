"""Words about parcels (邮件收件) and about typing a case in again (二次录入)."""

from __future__ import annotations

from zcdesk.ui.texts import ErrorText, Level
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_NOTE, _FIELD, _CAUTION = Level.NOTE, Level.FIELD, Level.CAUTION

TEXTS: dict[str, ErrorText] = {
    "MAI-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "单号应为 8 到 30 位字母数字，请重新扫面单；平信请留空"),
        "A waybill has 8 to 30 letters and digits; scan it again, leave empty for a letter",
    ),
    "MAI-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{number} 已于 {day} 登记，请在“全部”里查看，不要重复登记"),
        "{number} was registered on {day}; see it under All",
    ),
    "MAI-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请填寄件人姓名或单位名称"),
        "Enter the sender's name",
    ),
    "MAI-04": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "要用短信答复，请填手机号；没有手机请选回寄"),
        "An answer by message needs a mobile number; choose post if there is none",
    ),
    "MAI-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "要回寄答复，请填寄件人地址"),
        "An answer by post needs the sender's address",
    ),
    "MAI-06": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请领取人签认后再交件"),
        "Whoever fetches the parcel signs first",
    ),
    "MAI-07": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这件寄给“{department}”，不拆封，请由部门签收领走"),
        "Addressed to {department}: it stays shut and is signed for",
    ),
    "MAI-08": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这件已拆封并挂起，请在挂起的办理里继续"),
        "This parcel was opened and set aside; take it up there",
    ),
    "MAI-09": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{number} 是寄给窗口的，请按 Enter 拆封办理"),
        "{number} is addressed to the window; open it",
    ),
    "MAI-10": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{number} 没有要回寄的文书"),
        "{number} has nothing to be sent back",
    ),
    "MAI-11": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "这是来件的单号，请扫回寄信封上的单号"),
        "That is the number it came with; scan the one on the answer",
    ),
    "MAI-12": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "作废要写原因"),
        "Say why it is struck out",
    ),
    "MAI-13": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "没有登记过这个单号，请先登记来件"),
        "No parcel has this number; register it first",
    ),
    "MAI-14": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{number} 已经处理过了，请刷新列表"),
        "{number} has been dealt with already",
    ),
    "REE-01": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这是“{department}”的件，请由该部门录入"),
        "This case is {department}'s; they type it in",
    ),
    "REE-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "不像“{name}”的编号，请核对后重填"),
        "Not a number of {name}; check it",
    ),
    "REE-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{name}”的编号格式设置有误，请通知管理员"),
        "The number form set for {name} is wrong; tell the administrator",
    ),
    "REE-04": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "没有设置这个系统，请刷新后再选"),
        "No such system is set up; refresh and choose again",
    ),
    "REE-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "这个编号已用于 {number}，请核对是否抄错"),
        "That number belongs to {number}; check it",
    ),
}

"""Words about who comes to the window: queue, identity, presenter, roster.

No message carries an unmasked number; see `texts` for the rules.
"""

from __future__ import annotations

from zcdesk.ui.texts import (
    BY_HAND,
    CHOOSE,
    CONTINUE,
    PARK,
    RETRY,
    Action,
    ErrorText,
    Level,
)
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_NOTE = Level.NOTE
_FIELD = Level.FIELD
_CAUTION = Level.CAUTION

TRANSFER = Action("transfer", QT_TRANSLATE_NOOP("errors", "转移"), "Transfer")
VOID = Action("void", QT_TRANSLATE_NOOP("errors", "作废"), "Void")
SAY_AGAIN = Action("say_again", QT_TRANSLATE_NOOP("errors", "再播"), "Play again")
MISSING = Action("missing", QT_TRANSLATE_NOOP("errors", "缺"), "Missing")

TEXTS: dict[str, ErrorText] = {
    "QUE-01": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "现在没有人等候，有人取号会自动提示"),
        "Nobody is waiting; a new ticket will be announced",
    ),
    "QUE-02": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{no} 已被 {w} 号窗口呼叫，请呼叫下一位"),
        "{no} was called by window {w}; call the next one",
    ),
    "QUE-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{no} 已排到您，但语音未播出，请口头叫号"),
        "Voice not played for {no}; call it out",
        (SAY_AGAIN,),
    ),
    "QUE-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{no} 的事项本窗口不办，应到 {w} 号窗口"),
        "{no} is not handled here; window {w} does",
        (TRANSFER, CONTINUE),
    ),
    "QUE-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "本件未完成，还差 {n} 项"),
        "This visit is not finished; {n} left",
        (PARK, CONTINUE, VOID),
    ),
    "QUE-06": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "刚刚叫过，隔 {n} 秒可以重呼"),
        "Just called; recall after {n} s",
    ),
    "QUE-07": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{no} 的状态已变，未作改动，请按 {keys[F5]} 刷新"),
        "{no} has changed meanwhile; nothing done, press {keys[F5]}",
    ),
    "QUE-08": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{no} 已不在等候，号码未动，请另选"),
        "{no} is no longer waiting; choose another",
    ),
    "RAT-01": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这次办理已经评价过，一次办理只评一次，谢谢"),
        "This visit was rated already; one visit, one rating. Thank you",
    ),
    "RAT-02": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "没有找到这次办理，请扫收件通知书上的二维码再评"),
        "No such visit; scan the code of the receipt and rate again",
    ),
    "QUE-09": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "该号已不在本窗口，请按 {keys[F5]} 刷新"),
        "This ticket is no longer at this window; press {keys[F5]}",
    ),
    "QUE-10": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "请选另一个窗口或类别再转移"),
        "Choose another window or category to transfer to",
    ),
    "QUE-11": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "大厅没有“{category}”这一类，请另选类别"),
        "The hall has no category {category}; choose another",
    ),
    "QUE-12": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{no} 还在办理，已保存。请先挂起或办完"),
        "{no} is still open and saved; park or finish it first",
        (PARK, CONTINUE),
    ),
    "QUE-13": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "没有这张告知书的记录，请核对编码或重新取号"),
        "No such notice; check the code or take a new ticket",
    ),
    "QUE-14": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "您已经取过 {no}，请勿重复取号，请留意叫号"),
        "You already hold {no}; wait until it is called",
    ),
    "QUE-15": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "结束今日排队由值班主管、导办或管理员操作"),
        "Ending the day's queue is for the supervisor, the guide or the administrator",
    ),
    "QUE-16": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这个预约刚在别处取了号，请凭那张取号单等候叫号"),
        "A number was taken for this booking elsewhere just now; wait with that slip",
    ),
    "QUE-17": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "联系不上大厅的服务器，没有取到号，请到导办台领手写号"),
        "The hall's server is out of reach and no number was given; ask the guide for one by hand",
    ),
    "QUE-18": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{no} 已经在大厅的记录里，是同一张号，不用再录"),
        "{no} is in the hall's records already; it is the same slip, do not enter it again",
    ),
    "QUE-19": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{no} 和 {other} 是同一个人取的（断网时查不到），请先问清再办"),
        "{no} and {other} were taken by the same person while the kiosk was cut off; ask first",
    ),
    "QUE-20": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "“{no}”不是自助机的离线号：L 开头，例如 LA9001，请照单子输入"),
        "{no} is no number of a kiosk that was cut off, such as LA9001; type it as printed",
    ),
    "PAD-01": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{w} 号窗口没有人登录呼叫器，请先在呼叫器上登录"),
        "Nobody is logged in at the pad of window {w}; log in there first",
    ),
    "PAD-02": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{w} 号窗口没有叫过的号，请先呼叫"),
        "Window {w} has called nobody; call first",
    ),
    "PAD-03": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{w} 号窗口的件还没有办完，请在电脑上办完或挂起"),
        "The visit at window {w} is under way; finish or park it at the desk",
    ),
    "WIN-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "暂停窗口须写明原因，群众屏会显示"),
        "A pause needs its reason",
    ),
    "KSK-01": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "查询码多次不对，请 {n} 分钟后再试，或到导办台查询"),
        "The code was wrong too often; try again in {n} minutes or ask the guide",
    ),
    "KSK-02": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "没有查到，请核对收件通知书上的号码和查询码"),
        "Nothing found; check the number and the code on your receipt",
    ),
    "KSK-04": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这份收件通知书已作废，请用更正后的一份，或者到窗口领取"),
        "This receipt is void; use the corrected one, or ask at a window",
    ),
    "KSK-03": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这件事还没有公布材料清单，请到导办台咨询"),
        "No list of papers is published for this matter yet; ask the guide",
    ),
    "WIN-02": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这台电脑上没有正在运行的综窗台，请先启动再打开本窗口"),
        "No desk is running on this PC; start it first, then open this window",
    ),
    "WIN-03": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "正在运行的综窗台没有回应，请看它的窗口后再试"),
        "The running desk did not answer; look at its window and try again",
    ),
    "WIN-05": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这台电脑上没有运行综窗台，请先打开并登录，再按呼叫键"),
        "No desk is running on this PC; start it and log in, then press the key again",
    ),
    "WIN-04": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "正在运行的综窗台版本较旧，请重启综窗台后再试"),
        "The running desk is an older version; restart it and try again",
    ),
    "IDC-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有读到证件，请移开再放一次"),
        "No card read; lift it and place it again",
        (RETRY, BY_HAND),
    ),
    "IDC-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "身份证号第 18 位与前 17 位不符，请核对"),
        "Digit 18 does not match the first 17",
    ),
    "IDC-04": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "身份证号现有 {n} 位，应为 18 位"),
        "{n} digits, 18 needed",
    ),
    "IDC-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "证件已于 {date} 到期，按手册{rule}"),
        "The card expired on {date}: {rule}",
        (CONTINUE, MISSING),
    ),
    "IDC-07": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "姓名含生僻字，已按读卡原码保存并留图"),
        "Rare character kept as read, with its picture",
    ),
    "IDC-08": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "第 {i} 位“{char}”不会出现在该号码里，请核对"),
        "Character {i} “{char}” cannot stand there",
    ),
    "IDC-09": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "号码里的出生日期不存在，请核对"),
        "The birth date in the number does not exist",
    ),
    "IDC-10": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "号码里的出生日期在今天之后，请核对"),
        "The birth date in the number lies ahead",
    ),
    "IDC-11": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "号码前两位不是省级代码，请核对"),
        "The first two digits name no province",
    ),
    "IDC-12": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{label}现有 {n} 位，应为 {need} 位"),
        "{label}: {n} characters, {need} needed",
    ),
    "IDC-13": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "这是{label}的号码，已按{label}登记"),
        "This is the number of a {label}; entered as such",
    ),
    "IDC-14": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "信用代码第 18 位与前 17 位不符，请核对"),
        "Character 18 of the credit code does not match",
    ),
    "IDC-15": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "信用代码中的机构代码校验不符，请核对"),
        "The organisation part of the code does not match",
    ),
    "IDC-16": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "护照号码与常见格式不同，请对照护照核对"),
        "Unusual passport number; compare with the passport",
    ),
    "IDC-17": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "手机号现有 {n} 位，应为 {need} 位"),
        "Mobile number has {n} digits, {need} needed",
    ),
    "IDC-18": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有这样开头的电话号码，请核对"),
        "No phone number begins like this",
    ),
    "IDC-19": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "区号后现有 {n} 位，应为 {need} 位"),
        "{n} digits after the area code, {need} needed",
    ),
    "IDC-20": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "第 {i} 个字（{hex}）是自造字，已按原码保存"),
        "Character {i} ({hex}) is private; kept as read",
    ),
    "IDC-21": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "名称有 {n} 个字，最多 {most} 个"),
        "The name has {n} characters, {most} at most",
    ),
    "IDC-22": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "第 {i} 个字符“{char}”在姓名里少见，请核对"),
        "Character {i} “{char}” is unusual in a name",
    ),
    "IDC-23": ErrorText(_FIELD, QT_TRANSLATE_NOOP("errors", "请填姓名或名称"), "Enter the name"),
    "IDC-24": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "申请人还没有姓名和证件号，请读卡或录入"),
        "The applicant has no name and number yet",
    ),
    "IDC-25": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请填联系电话，结果出来要通知"),
        "Enter a phone number for the result",
    ),
    "IDC-26": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "本机没有设置读卡器，请手工录入"),
        "No card reader is set up here; enter by hand",
    ),
    "AGT-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "代办须核验委托书，请确认已核"),
        "Acting for someone: check the letter of authority",
    ),
    "AGT-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "经办人还没有姓名和证件号，请读卡或录入"),
        "The person present has no name and number yet",
    ),
    "AGT-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "一次办 {n} 位申请人，请填经办人"),
        "{n} applicants: enter who presents for them",
    ),
    "DLV-01": ErrorText(
        _FIELD, QT_TRANSLATE_NOOP("errors", "选了邮寄，请填收件地址"), "By post: enter the address"
    ),
    "ROS-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”打不开，未读入。请用本系统的名单模板"),
        "{file} cannot be read; use the roster template",
        (CHOOSE,),
    ),
    "ROS-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”正被其他程序打开，请关闭后再读"),
        "{file} is open in another program; close it",
        (RETRY,),
    ),
    "ROS-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有找到姓名、证件号两列，现有：{heads}"),
        "No columns for name and number; found: {heads}",
        (CHOOSE,),
    ),
    "ROS-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”里没有人，未读入"),
        "{file} holds nobody",
        (CHOOSE,),
    ),
    "ROS-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "一次最多 {most} 位申请人，未读入，请分次办"),
        "{most} applicants at most; split them",
        (CHOOSE,),
    ),
    "ROS-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”读写不了，请换一个位置"),
        "{file} cannot be read or written; use another place",
        (CHOOSE,),
    ),
    "ROS-07": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "与第 {row} 行证件号相同，只留一行"),
        "Same number as row {row}; keep one",
    ),
    "ROS-08": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "此人已在本次申请人中"),
        "This person is already an applicant",
    ),
    "ROS-09": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "证件号被表格改成了数字，末几位已丢，请按文本重填"),
        "The sheet turned the number into a figure; enter it as text",
    ),
    "ROS-10": ErrorText(
        _FIELD, QT_TRANSLATE_NOOP("errors", "没有证件号，请补填"), "No number; enter it"
    ),
    "ROS-11": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "证件类型“{kind}”不认识，已按号码判断"),
        "Unknown kind “{kind}”; judged by the number",
    ),
}

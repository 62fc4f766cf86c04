"""Words about printers, readers, callers, scanners and scans.

A printer that gives no answer is never said to be out of paper (UX-34).
"""

from __future__ import annotations

from zcdesk.ui.texts import (
    BY_HAND,
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

OTHER_PRINTER = Action("other_printer", QT_TRANSLATE_NOOP("errors", "换打印机"), "Another printer")
PICTURE = Action("picture", QT_TRANSLATE_NOOP("errors", "看图示"), "Show how")
OUT = Action("out", QT_TRANSLATE_NOOP("errors", "出来了"), "It came out")
NOT_OUT = Action("not_out", QT_TRANSLATE_NOOP("errors", "没有，重打"), "No, print again")
TRAY = Action("tray", QT_TRANSLATE_NOOP("errors", "选纸盒"), "Choose the tray")
CONNECT = Action("connect", QT_TRANSLATE_NOOP("errors", "重连"), "Reconnect")
PORT = Action("port", QT_TRANSLATE_NOOP("errors", "选端口"), "Choose the port")
IDENTIFY = Action("identify", QT_TRANSLATE_NOOP("errors", "认屏"), "Identify screens")
EXTEND = Action("extend", QT_TRANSLATE_NOOP("errors", "Win+P 选“扩展”"), "Win+P, choose Extend")
SERIAL = Action("serial", QT_TRANSLATE_NOOP("errors", "改串口图示"), "How to use the serial mode")
RESCAN = Action("rescan", QT_TRANSLATE_NOOP("errors", "重扫"), "Scan again")
KEEP = Action("keep", QT_TRANSLATE_NOOP("errors", "保留"), "Keep")

TEXTS: dict[str, ErrorText] = {
    "IDC-02": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "读卡器断开，可手工录入"),
        "Card reader unplugged; enter by hand",
        (BY_HAND, CONNECT),
    ),
    "PRT-01": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "打印机缺纸。编号已生成，件已保存"),
        "Out of paper. The case has its number and is saved",
        (RETRY, OTHER_PRINTER, LATER),
    ),
    "PRT-02": ErrorText(
        _CAUTION, QT_TRANSLATE_NOOP("errors", "纸将用尽，请备好新纸"), "Paper is low", (PICTURE,)
    ),
    "PRT-03": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "打印机盖未合上，件已保存"),
        "The cover is open; the case is saved",
        (PICTURE, OTHER_PRINTER, LATER),
    ),
    "PRT-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "打印机没有回应，不确定是否出纸。纸出来了吗"),
        "No answer from the printer. Did paper come out?",
        (OUT, NOT_OUT),
    ),
    "PRT-05": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "{time} 已打印过。补打请按 {keys[Ctrl+P]}"),
        "Printed at {time}. {keys[Ctrl+P]} prints again",
    ),
    "PRT-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{doc} 需 A4 纸，当前为 {size}"),
        "{doc} needs A4, the tray holds {size}",
        (TRAY, OTHER_PRINTER),
    ),
    "PRT-07": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有可用的打印机，件已保存，可稍后补打"),
        "No printer at hand; the case is saved",
        (LATER,),
    ),
    "PRT-08": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "没有打印出来，件已保存"),
        "Not printed; the case is saved",
        (RETRY, OTHER_PRINTER, LATER),
    ),
    "PRT-09": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "没有找到这张纸的打印记录，请从件里补打"),
        "No such print job; reprint from the case",
    ),
    "PRT-10": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "本机没有设置打印机，件已保存，可稍后补打"),
        "No printer is set up here; the case is saved, print later",
        (LATER,),
    ),
    "PRT-11": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "打印服务没有运行，没有打印，件已保存"),
        "The printing service is not running; nothing was printed, the case is saved",
        (RETRY, OTHER_PRINTER, LATER),
    ),
    "PRT-12": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "打印队列已暂停，没有打印，件已保存。请在系统的打印机里恢复"),
        "The print queue is paused; nothing was printed, the case is saved. Resume the queue",
        (RETRY, OTHER_PRINTER, LATER),
    ),
    "PRT-13": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "打印机卡纸，件已保存。请取出卡住的纸"),
        "Paper jam; the case is saved. Take the paper out",
        (RETRY, OTHER_PRINTER, LATER),
    ),
    "DEV-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "叫号器断开，叫号照常，请口头叫号"),
        "Caller unplugged; the queue works, call aloud",
        (CONNECT,),
    ),
    "DEV-02": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "{port} 正被其他程序使用"),
        "{port} is used by another program",
        (RETRY, PORT),
    ),
    "DEV-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "群众屏断开，已停止显示，请口头核对信息"),
        "Citizen screen gone; confirm orally",
        (IDENTIFY,),
    ),
    "DEV-04": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "两块屏显示相同，群众会看到您的屏幕"),
        "Both screens show the same; citizens see yours",
        (EXTEND,),
    ),
    "DEV-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有这种设备地址，请从列表里选"),
        "Unknown device address; choose from the list",
    ),
    "DEV-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{device} 没有回应，其他工作照常，请看电源和连线"),
        "{device} gives no answer; other work goes on. Check power and cable",
        (RETRY, CONNECT),
    ),
    "DEV-07": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "{port} 上的设备断开，其他照常，插好后自动重连"),
        "The device at {port} is gone; it reconnects by itself",
        (CONNECT,),
    ),
    "DEV-08": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "{port} 正被“{by}”使用，请先关闭那个程序"),
        "{port} is used by {by}; close that program first",
        (RETRY, PORT),
    ),
    "DEV-09": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "没有找到 {port}，请看连线或另选端口"),
        "{port} is not there; check the cable or choose another",
        (RETRY, PORT),
    ),
    "DEV-15": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "本机用户无权使用 {port}，请联系信息科"),
        "This user may not open {port}; call IT",
        (RETRY, PORT),
    ),
    "DEV-17": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "还没有配置这个设备，请先选型号和端口"),
        "This device is not set up; choose model and port first",
    ),
    "DEV-18": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "“{device}”没有等到放卡、按键或扫码，请再试一次"),
        "{device}: no card, key or code came in time; try again",
    ),
    "DEV-21": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "{port} 已接着本机的另一个设备，请另选端口"),
        "{port} is another device's on this PC already; choose another port",
        (RETRY, PORT),
    ),
    "DEV-20": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "评价键要五个不同的：F13 到 F24，或自带回车的单个字符"),
        "Five different rating keys, with commas: F13 to F24, or characters with Enter added",
    ),
    "SCN-07": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "拍摄程序“{program}”没有交出图片，请检查设置"),
        "The camera program {program} gave no picture; check its setting",
        (RETRY,),
    ),
    "SCN-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "扫码内容被输入法改写，请切到英文再扫"),
        "The input method changed the scan; switch to English",
        (SERIAL,),
    ),
    "SCN-02": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这是{given}，请扫{wanted}"),
        "This is a {given}; scan the {wanted}",
    ),
    "SCN-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "第 {p} 页偏斜或过暗，部门可能退回"),
        "Page {p} is poor; the department may return it",
        (RESCAN, KEEP),
    ),
    "SCN-04": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "高拍仪下没有纸，请放好再扫"),
        "No page under the camera; place it and scan again",
    ),
    "SCN-05": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "扫码没有结束符，未采用。请给扫码枪设回车后缀"),
        "The scan had no end; set the gun to send Enter",
    ),
    "SCN-06": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "没有这个编码的记录，请核对后再扫"),
        "No record of this code; check and scan again",
    ),
}

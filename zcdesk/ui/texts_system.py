"""Words about the store, the network, signing in, setting up, the calendar and the catalogue.

What was saved stays saved: every message about the store says so.
"""

from __future__ import annotations

from zcdesk.ui.texts import (
    CHOOSE,
    CONTINUE,
    RELOAD,
    RETRY,
    SHOW,
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

DIFFER = Action("compare", QT_TRANSLATE_NOOP("errors", "比较"), "Compare")
WAIT = Action("wait", QT_TRANSLATE_NOOP("errors", "继续等"), "Wait")
CANCEL = Action("cancel", QT_TRANSLATE_NOOP("errors", "取消读取"), "Stop reading")
SUPERVISOR = Action("supervisor", QT_TRANSLATE_NOOP("errors", "主管解锁"), "Supervisor unlocks")
BACKUP = Action("backup", QT_TRANSLATE_NOOP("errors", "从备份恢复"), "Restore a backup")
RESTART = Action("restart", QT_TRANSLATE_NOOP("errors", "重新启动"), "Restart")
CLOCK = Action("clock", QT_TRANSLATE_NOOP("errors", "去校时"), "Set the clock")
BELIEVE = Action("believe", QT_TRANSLATE_NOOP("errors", "日期无误"), "The date is right")
SETUP = Action("setup", QT_TRANSLATE_NOOP("errors", "去设置"), "Set up")

TEXTS: dict[str, ErrorText] = {
    "NET-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "网络断开，已转本机继续办理，待同步 {n} 件"),
        "Network lost. Work goes on here, {n} to sync",
        (SHOW,),
    ),
    "NET-02": ErrorText(
        _NOTE, QT_TRANSLATE_NOOP("errors", "网络恢复，{n} 件已同步"), "Back online, {n} synced"
    ),
    "NET-03": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "{no} 在别处已改，请选择保留哪一份"),
        "{no} was changed elsewhere; choose one",
        (DIFFER,),
    ),
    "NET-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "读取较慢，可先办下一步"),
        "Reading is slow; you may go on",
        (CANCEL, WAIT),
    ),
    "NET-05": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "本机第 {seq} 条记录与大厅的不同，请联系信息科"),
        "Record {seq} differs from the hall's; call IT",
        (SHOW,),
    ),
    "SEC-01": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "口令连续 {n} 次不符，{m} 分钟后再试"),
        "{n} wrong passwords; try again in {m} min",
        (SUPERVISOR,),
    ),
    "SEC-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "工号或口令不符，请再输一次"),
        "Staff number or password does not match",
    ),
    "SEC-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "您已在本窗口，不用顶岗"),
        "You work at this window already",
    ),
    "SEC-04": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "只有主管可以核实他人的登录"),
        "Only a supervisor confirms another clerk's login",
        (SUPERVISOR,),
    ),
    "SEC-05": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "本厅有服务器，个人信息按服务器的期限销毁"),
        "The hall's server has the schedule for erasing records",
        (SHOW,),
    ),
    "SYS-01": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "数据库文件受损，已停止写入。请从备份恢复"),
        "The store is damaged; writing stopped. Restore a backup",
        (BACKUP,),
    ),
    "SYS-02": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "数据来自更新的版本，未作改动。请升级本程序"),
        "The data are from a newer version; nothing changed",
        (RESTART,),
    ),
    "SYS-03": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "本机已有一个综窗台在用这份数据，请用那个窗口"),
        "Another window of this PC uses these data",
        (RETRY,),
    ),
    "SYS-04": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "磁盘已满，这一步没有存上，之前的都在。请腾出空间"),
        "Disk full; this step is not saved, earlier ones are",
        (RETRY,),
    ),
    "SYS-05": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "磁盘只读，这一步没有存上，之前的都在"),
        "Read-only disk; this step is not saved, earlier ones are",
        (RETRY,),
    ),
    "SYS-06": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "磁盘读写出错，这一步没有存上，请联系信息科"),
        "Disk fault; this step is not saved; call IT",
        (RETRY,),
    ),
    "SYS-07": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "找不到本机的数据密钥，数据未动。请用恢复纸取回"),
        "The key of the data is missing; nothing changed; use the recovery paper",
        (BACKUP,),
    ),
    "SYS-08": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "数据库组件太旧，未打开数据。请重新安装"),
        "The database part is too old; install again",
        (RESTART,),
    ),
    "SYS-09": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "数据文件被移走或换过，已停止写入，请重新启动"),
        "The data file was moved; writing stopped; restart",
        (RESTART,),
    ),
    "SYS-10": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "本机还没有设置大厅，请先完成设置"),
        "The hall is not set up yet",
        (SETUP,),
    ),
    "SYS-11": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有 {window} 号窗口，请核对本机设置"),
        "There is no window {window}; check the settings",
        (SETUP,),
    ),
    "SYS-12": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有工号 {staff_no}，请核对"),
        "There is no staff number {staff_no}",
    ),
    "SYS-20": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "本机时间倒退了，记录已标明。请校准时间"),
        "The clock went back; records are marked. Set it",
        (BELIEVE,),
    ),
    "SYS-44": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "电脑时间 {now}，上次可信是 {last}。请核对，销毁和定稿暂停"),
        "This PC shows {now}, last work was {last}. Check the date; erasing and reports wait",
        (BELIEVE,),
    ),
    "SYS-45": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "本机日期由值班主管或管理员确认"),
        "A supervisor or administrator confirms this PC's date",
    ),
    "SYS-21": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "数据是从旧备份恢复的，已另起编号，可继续办理"),
        "Restored from an older copy; new numbers begin",
        (CONTINUE,),
    ),
    "SYS-22": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "数据是从另一台机器复制的，已另起编号"),
        "Copied from another PC; new numbers begin",
        (CONTINUE,),
    ),
    "SYS-23": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "本机版本较旧，这一件只能查看。请升级"),
        "This program is older; the case is read-only here",
        (SHOW,),
    ),
    "SYS-24": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "写不进防篡改记录，已停止写入，请联系信息科"),
        "The witness cannot be written; writing stopped; call IT",
        (RETRY,),
    ),
    "SYS-25": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "没有找到数据文件，请先完成设置或恢复备份"),
        "No data found; set up or restore a backup",
        (SETUP, BACKUP),
    ),
    "SYS-26": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "这个文件夹里已有数据，未作改动。请另选文件夹"),
        "This folder holds data already; choose another",
        (CHOOSE,),
    ),
    "KEY-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{key} 固定不变：它只在光标处起作用，或用来找别的键"),
        "{key} stays: it acts where the focus is, or is how the other keys are found",
    ),
    "KEY-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{key} 留给输入法或系统，没有换。请另选一个键"),
        "{key} belongs to the input method or the system; nothing changed. Choose another",
    ),
    "KEY-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{key} 已用于“{what}”，没有换。请另选，或先给它换键"),
        "{key} does “{what}”; nothing changed. Choose another, or move that one first",
    ),
    "KEY-04": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{key} 不能用。可用 F2 到 F9、F11、Shift+F 键、Ctrl+字母"),
        "{key} cannot be used. F2 to F9, F11, Shift+F keys and Ctrl+letter can",
    ),
    "KEY-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{key} 是输入框里复制粘贴用的，没有换。请另选一个键"),
        "{key} copies and pastes in text fields; nothing changed. Choose another",
    ),
    "KEY-06": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "列表里的命令只用单个字母，{key} 不行。请按一个字母"),
        "A list's commands are single letters, not {key}. Press a letter",
    ),
    "SYS-99": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "这一步没有办成，已保存的都在。编号 {number}"),
        "This step did not work; saved work is safe. No. {number}",
        (RELOAD,),
    ),
    "SET-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{file}”不是能读的设置文件，请核对"),
        "{file} is no readable answers file",
    ),
    "SET-17": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{file}”第 {line} 行读不懂，请看这一行和上一行"),
        "Line {line} of {file} cannot be read; look at it and the one before",
    ),
    "SET-18": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{file}”里的 {place} 缺少或不对，请照示例改"),
        "{place} in {file} is missing or wrong; compare the example",
    ),
    "SET-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”打不开，请换一个位置"),
        "{file} cannot be opened; use another place",
        (CHOOSE,),
    ),
    "SET-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "行政区划应为 6 位数字，现为“{given}”"),
        "The region has 6 digits, not “{given}”",
    ),
    "SET-04": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请填大厅名称和每个人的工号、姓名"),
        "Enter the hall's name and everyone's number and name",
    ),
    "SET-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "本机窗口 {window} 不在窗口列表里"),
        "Window {window} is not in the list",
    ),
    "SET-06": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "至少要有一名管理员"),
        "At least one administrator is needed",
    ),
    "SET-07": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "口令至少 {least} 位，数字、大小写字母、符号至少用 {kinds} 种"),
        "A password has at least {least} characters of at least {kinds} kinds",
    ),
    "SET-08": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "大厅已经设置过，未作改动"),
        "The hall is set up already; nothing changed",
    ),
    "SET-09": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "目录里没有事项 {key}，请核对"),
        "The catalogue has no matter {key}",
    ),
    "SET-10": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "事项 {key} 没有材料“{material}”，请核对"),
        "Matter {key} has no material “{material}”",
    ),
    "CAL-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”打不开，日历未变"),
        "{file} cannot be opened; the calendar is unchanged",
        (CHOOSE,),
    ),
    "CAL-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”第 {line} 行读不懂，日历未变"),
        "Line {line} of {file} is unreadable; nothing changed",
        (CHOOSE,),
    ),
    "CAL-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”的 {field} 一栏不对，日历未变"),
        "{file}: {field} is wrong; nothing changed",
        (CHOOSE,),
    ),
    "CAL-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”第 {row} 行 {date} 不属于 {year} 年，日历未变"),
        "{file} row {row}: {date} is not in {year}",
        (CHOOSE,),
    ),
    "CAL-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”里没有 {year} 年的日子，日历未变"),
        "{file} holds no day of {year}",
        (CHOOSE,),
    ),
    "CAL-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”第 {row} 行 {date} 出现两次，日历未变"),
        "{file} row {row}: {date} stands twice",
        (CHOOSE,),
    ),
    "CAL-07": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "法定节日表“{file}”缺失，请重新安装"),
        "The table {file} is missing; install again",
        (RETRY,),
    ),
    "CAL-08": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{n} 天超出范围，应在 0 到 {most} 之间"),
        "{n} days is out of range, 0 to {most}",
    ),
    "CAL-09": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{year} 年超出日历范围（{first}—{last}）"),
        "{year} is outside the calendar ({first}–{last})",
    ),
    "CAL-10": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "时限“{rule}”还没有天数，请填"),
        "The limit {rule} has no days yet",
    ),
    "CAT-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{name}”属兜底表述，请写明材料名称"),
        "“{name}” is catch-all wording; name the paper",
    ),
    "CAT-10": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”读不懂：{reason}"),
        "{file} is unreadable: {reason}",
        (CHOOSE,),
    ),
    "CAT-11": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”第 {row} 行“{field}”：{reason}"),
        "{file} row {row}, {field}: {reason}",
        (CHOOSE,),
    ),
    "CAT-12": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "工作表“{sheet}”第 {row} 行“{column}”太长"),
        "Sheet {sheet} row {row}: {column} is too long",
        (CHOOSE,),
    ),
    "CAT-13": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{file}”写不进去，请换一个位置"),
        "{file} cannot be written; use another place",
        (CHOOSE,),
    ),
}

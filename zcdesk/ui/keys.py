"""Every key of the program in one table.

A page never builds a QShortcut or reads a key code for a command: it binds an id of `COMMANDS`
(see `bindings`), so the hint line, the F1 overlay and the uniqueness test speak of the same keys.
Letters, digits, Enter and Esc are never window shortcuts: they act only where the focus is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from zcdesk.ui.key_command import Command, Scope, window_cap
from zcdesk.ui.keys_after import AFTER
from zcdesk.ui.keys_catalogue import CATALOGUE
from zcdesk.ui.keys_duty import DUTY
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_FRONT: tuple[Command, ...] = (
    Command("shell.help", "F1", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "快捷键"), hint=True),
    Command("shell.refresh", "F5", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "刷新")),
    Command("shell.full_screen", "F11", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "全屏")),
    Command(
        "shell.next_page", "Ctrl+PgDown", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "下一个模块")
    ),
    Command(
        "shell.previous_page", "Ctrl+PgUp", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "上一个模块")
    ),
    Command("shell.find", "Ctrl+F", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "查询")),
    Command("shell.lock", "Ctrl+L", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "锁屏"), hint=True),
    Command("shell.own_secret", "Ctrl+U", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "口令与 PIN")),
    Command("shell.undo", "Ctrl+Z", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "撤销上一步")),
    Command("shell.reprint", "Ctrl+P", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "补打")),
    Command("checklist.receive", "Space", Scope.LIST, QT_TRANSLATE_NOOP("keys", "收"), hint=True),
    Command(
        "checklist.compared", "Y", Scope.LIST, QT_TRANSLATE_NOOP("keys", "原件已核"), hint=True
    ),
    Command("checklist.missing", "Q", Scope.LIST, QT_TRANSLATE_NOOP("keys", "缺"), hint=True),
    Command("checklist.defer", "R", Scope.LIST, QT_TRANSLATE_NOOP("keys", "容缺"), hint=True),
    Command("checklist.share", "G", Scope.LIST, QT_TRANSLATE_NOOP("keys", "共享"), hint=True),
    Command("checklist.licence", "L", Scope.LIST, QT_TRANSLATE_NOOP("keys", "查电子证照")),
    Command("checklist.defective", "W", Scope.LIST, QT_TRANSLATE_NOOP("keys", "不符"), hint=True),
    Command("checklist.not_applicable", "X", Scope.LIST, QT_TRANSLATE_NOOP("keys", "不适用")),
    Command("checklist.scan", "S", Scope.LIST, QT_TRANSLATE_NOOP("keys", "扫描"), hint=True),
    Command("checklist.view", "K", Scope.LIST, QT_TRANSLATE_NOOP("keys", "查看")),
    Command("checklist.remark", "B", Scope.LIST, QT_TRANSLATE_NOOP("keys", "备注"), hint=True),
    Command("checklist.all", "A", Scope.LIST, QT_TRANSLATE_NOOP("keys", "全收"), hint=True),
    Command("checklist.ask", "D", Scope.LIST, QT_TRANSLATE_NOOP("keys", "请部门确认")),
    Command("checklist.insist", "J", Scope.LIST, QT_TRANSLATE_NOOP("keys", "坚持递交")),
    Command("checklist.voluntary", "V", Scope.LIST, QT_TRANSLATE_NOOP("keys", "申请人自愿补充")),
    Command("checklist.identity", "H", Scope.LIST, QT_TRANSLATE_NOOP("keys", "人证已核对")),
    Command(
        "checklist.common", "U", Scope.LIST, QT_TRANSLATE_NOOP("keys", "共用（全体申请人一份）")
    ),
    Command("checklist.next", "N", Scope.LIST, QT_TRANSLATE_NOOP("keys", "下一位申请人")),
    Command(
        "checklist.row",
        "0-9",
        Scope.LIST,
        QT_TRANSLATE_NOOP("keys", "收第几项（0 再按一位为十几项）"),
    ),
    Command(
        "counter.call_next", "F2", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "下一位"), hint=True
    ),
    Command(
        "counter.queue_menu",
        "Shift+F2",
        Scope.WINDOW,
        QT_TRANSLATE_NOOP("keys", "更多排队操作"),
        hint=True,
    ),
    Command("counter.recall", "F3", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "重呼"), hint=True),
    Command("counter.no_show", "Shift+F3", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "过号")),
    Command(
        "counter.applicant",
        "F4",
        Scope.WINDOW,
        QT_TRANSLATE_NOOP("keys", "申请人、读证件"),
        hint=True,
    ),
    Command(
        "counter.add_matter", "F6", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "添加事项"), hint=True
    ),
    Command("counter.form", "F7", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "一表填写")),
    Command("counter.notice", "F8", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "一次性告知书")),
    Command("counter.finish", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "核对并打印")),
    Command("counter.adopt", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "已到、采用")),
    Command("counter.back", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回一步")),
    Command("choices.pick", "1-9", Scope.PART, QT_TRANSLATE_NOOP("keys", "选一项"), hint=True),
    Command("choices.back", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("editor.save", "Ctrl+Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "保存"), hint=True),
    Command("editor.accept", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "确认"), hint=True),
    Command("editor.cancel", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "取消"), hint=True),
    Command("search.take", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "采用"), hint=True),
    Command(
        "search.replace",
        "Ctrl+Return",
        Scope.PART,
        QT_TRANSLATE_NOOP("keys", "替换当前"),
        hint=True,
    ),
    Command("search.pick", "1-9", Scope.PART, QT_TRANSLATE_NOOP("keys", "采用第几条"), hint=True),
    Command(
        "search.department", "Tab", Scope.PART, QT_TRANSLATE_NOOP("keys", "按部门查找"), hint=True
    ),
    Command("search.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("applicant.read", "F4", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "读证件"), hint=True),
    Command("applicant.next", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "下一栏")),
    Command("applicant.done", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "完成"), hint=True),
    Command("applicant.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command(
        "form.next", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "下一个空的必填栏"), hint=True
    ),
    Command(
        "form.section", "Ctrl+Down", Scope.PART, QT_TRANSLATE_NOOP("keys", "下一组"), hint=True
    ),
    Command("form.done", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "完成"), hint=True),
    Command("form.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command(
        "check.print", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "确认并打印"), hint=True
    ),
    Command("check.finish", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "确认并打印")),
    Command("check.change", "1-9", Scope.PART, QT_TRANSLATE_NOOP("keys", "改第几行"), hint=True),
    Command("check.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回修改"), hint=True),
    Command("check.call_next", "F2", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "下一位"), hint=True),
    Command("roster.read", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "读取"), hint=True),
    Command("roster.take", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "导入"), hint=True),
    Command("roster.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command(
        "reprint.print", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "打印这一份"), hint=True
    ),
    Command("reprint.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command(
        "reentry.next", "Space", Scope.LIST, QT_TRANSLATE_NOOP("keys", "复制下一栏"), hint=True
    ),
    Command("reentry.pick", "1-9", Scope.LIST, QT_TRANSLATE_NOOP("keys", "复制第几栏"), hint=True),
    Command("reentry.pause", "P", Scope.LIST, QT_TRANSLATE_NOOP("keys", "暂停计时")),
    Command("reentry.done", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "录完"), hint=True),
    Command("reentry.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "不录了"), hint=True),
    Command("exchange.tab", "1-3", Scope.PART, QT_TRANSLATE_NOOP("keys", "换清单"), hint=True),
    Command(
        "exchange.register", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "登记编号"), hint=True
    ),
    Command("exchange.again", "R", Scope.LIST, QT_TRANSLATE_NOOP("keys", "再发"), hint=True),
    Command("exchange.stop", "X", Scope.LIST, QT_TRANSLATE_NOOP("keys", "不再发"), hint=True),
    Command("exchange.phoned", "T", Scope.LIST, QT_TRANSLATE_NOOP("keys", "已打电话"), hint=True),
    Command("exchange.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("attention.see", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "已看"), hint=True),
    Command("attention.open", "O", Scope.PART, QT_TRANSLATE_NOOP("keys", "看办件"), hint=True),
    Command("attention.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("check.reprint", "R", Scope.PART, QT_TRANSLATE_NOOP("keys", "没有出纸，重打")),
    Command("notice.print", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "打印告知书"), hint=True),
    Command("notice.insist", "2", Scope.PART, QT_TRANSLATE_NOOP("keys", "坚持递交"), hint=True),
    Command("notice.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("prints.answer", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "重试、出来了")),
    Command("prints.finish", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "是否已打印")),
    Command("prints.way", "2-3", Scope.PART, QT_TRANSLATE_NOOP("keys", "换打印机、稍后打")),
    Command("prints.again", "R", Scope.PART, QT_TRANSLATE_NOOP("keys", "没有出纸，重打")),
    Command("prints.decide", "J", Scope.PART, QT_TRANSLATE_NOOP("keys", "当场办结")),
    Command("prints.confirm", "Y", Scope.PART, QT_TRANSLATE_NOOP("keys", "远程确认")),
    Command("prints.hand_out", "L", Scope.PART, QT_TRANSLATE_NOOP("keys", "签收发放")),
    Command("prints.next", "F2", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "下一位"), hint=True),
    Command("devices.test", "T", Scope.LIST, QT_TRANSLATE_NOOP("keys", "测试"), hint=True),
    Command("devices.monitor", "M", Scope.LIST, QT_TRANSLATE_NOOP("keys", "监视"), hint=True),
    Command("devices.search", "P", Scope.LIST, QT_TRANSLATE_NOOP("keys", "检测端口"), hint=True),
    Command("devices.save", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "连接并保存"), hint=True),
    Command("devices.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command(
        "settings.change", "Return", Scope.LIST, QT_TRANSLATE_NOOP("keys", "换一个键"), hint=True
    ),
    Command("settings.own", "Del", Scope.LIST, QT_TRANSLATE_NOOP("keys", "恢复这个键"), hint=True),
    Command("page.primary", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "完成"), hint=True),
    Command("page.find_next", "F3", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "查找下一个")),
    Command("page.open", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "打开"), hint=True),
    Command("page.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("page.pick", "1-9", Scope.PART, QT_TRANSLATE_NOOP("keys", "选第几行")),
)

COMMANDS = (*_FRONT, *AFTER, *CATALOGUE, *DUTY)

BY_ID = {command.id: command for command in COMMANDS}

# ux.md 3.2: keys of input methods, the system, chat tools and scanners; F10 and F12 are Windows'.
_RESERVED = {"F10", "F12", "Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+5", "Ctrl+;"}
_RESERVED |= {"Alt+A", "Alt+F4", "Meta+Space", "Meta+L"}


class _Caps:
    """`CAPS["F9"]`, `CAPS["checklist.all"]`: in texts `{keys[F9]}`, told in time for a sentence."""

    def __getitem__(self, name: str) -> str:
        return BY_ID[name].cap if "." in name else window_cap(name)


CAPS = _Caps()
"""Caps of the keys as they are here: of a command by its id, of a window's key by its own cap."""


def is_reserved(key: str) -> bool:
    """Tell whether a key must never be bound."""
    parts = set(key.split("+"))
    pairs = ({"Ctrl", "Alt"}, {"Ctrl", "Shift"}, {"Alt", "Shift"})
    if key in _RESERVED or any(pair <= parts for pair in pairs):
        return True
    return "Alt" in parts and any(part.isdigit() for part in parts)


def problems(commands: Iterable[Command] = COMMANDS) -> tuple[str, ...]:
    """Return what is wrong with a table: twice the same key in reach, reserved keys, chords."""
    table = tuple(commands)
    found = [f"{c.id}: {c.key} is reserved" for c in table if is_reserved(c.key)]
    found += [f"{c.id}: {c.key} is a chord" for c in table if "," in c.key]
    local = {"Return", "Enter", "Space", "Esc", "Tab"}
    found += [
        f"{c.id}: {c.key} must not act in the whole window"
        for c in table
        if c.scope is Scope.WINDOW and (len(c.key) == 1 or "-" in c.key or c.key in local)
    ]
    shell = {c.key for c in table if c.page == "shell"}
    for (page, key), count in Counter((c.page, c.key) for c in table).items():
        if count > 1 or (page != "shell" and key in shell):
            found.append(f"{page}: {key} is bound twice")
    found += [f"{name} twice" for name, n in Counter(c.id for c in table).items() if n > 1]
    return tuple(found)

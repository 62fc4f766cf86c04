"""Every key of the program in one table.

A page never builds a QShortcut or reads a key code for a command: it binds an id of `COMMANDS`
(see `bindings`), so the hint line, the F1 overlay and the uniqueness test speak of the same keys.
Letters, digits, Enter and Esc are never window shortcuts: they act only where the focus is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from zcdesk.ui.words import QT_TRANSLATE_NOOP, words


class Scope(Enum):
    """Where a command listens."""

    WINDOW = "window"  # anywhere in the window while its page is shown
    PART = "part"  # focus inside the owner; the innermost owner wins (Esc, Enter, Ctrl+Enter)
    LIST = "list"  # focus on the owner itself, which takes no text


class Command(NamedTuple):
    """One thing a key does.

    Attributes:
        id: `page.act`; the page `shell` is in reach of all others.
        key: portable key text; `0-9` or `1-9` stands for the digits.
        text: what it does in a few words; marked, translated when shown.
        hint: whether the hint line shows it, or only the F1 overlay.
    """

    id: str
    key: str
    scope: Scope
    text: str
    hint: bool = False

    @property
    def is_range(self) -> bool:
        """Whether the key stands for several digits."""
        return "-" in self.key[1:]

    @property
    def page(self) -> str:
        """The screen the command belongs to."""
        return self.id.partition(".")[0]

    @property
    def words(self) -> str:
        """What it does, in the language of the program."""
        return words("keys", self.text)

    @property
    def cap(self) -> str:
        """The key as printed on a key cap."""
        return words("keys", _CAPS.get(self.key, self.key))


COMMANDS: tuple[Command, ...] = (
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
    Command("counter.notice", "F8", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "一次性告知单")),
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
    Command("online.bring", "Space", Scope.LIST, QT_TRANSLATE_NOOP("keys", "要纸质"), hint=True),
    Command("online.problem", "W", Scope.LIST, QT_TRANSLATE_NOOP("keys", "问题"), hint=True),
    Command("online.return", "F8", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "退回"), hint=True),
    Command("online.done", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "通过"), hint=True),
    Command("online.down", "PgDown", Scope.PART, QT_TRANSLATE_NOOP("keys", "下一屏、下一页")),
    Command("online.up", "PgUp", Scope.PART, QT_TRANSLATE_NOOP("keys", "上一屏、上一页")),
    Command("online.back", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回清单")),
    Command("mail.sender", "F4", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "寄件人"), hint=True),
    Command("mail.pile", "1-4", Scope.PART, QT_TRANSLATE_NOOP("keys", "换一类来件"), hint=True),
    Command("mail.void", "X", Scope.LIST, QT_TRANSLATE_NOOP("keys", "登记作废")),
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
    Command("notice.print", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "打印告知单"), hint=True),
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
    Command("handover.tick", "Space", Scope.LIST, QT_TRANSLATE_NOOP("keys", "已在手"), hint=True),
    Command("handover.refuse", "X", Scope.LIST, QT_TRANSLATE_NOOP("keys", "不移交"), hint=True),
    Command("handover.drop", "F8", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "本表作废"), hint=True),
    Command(
        "handover.proceed", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "打印、签字"), hint=True
    ),
    Command("handover.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command(
        "review.act", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "受理、决定、答复"), hint=True
    ),
    Command("review.fits", "Space", Scope.LIST, QT_TRANSLATE_NOOP("keys", "合格"), hint=True),
    Command("review.problem", "W", Scope.LIST, QT_TRANSLATE_NOOP("keys", "问题"), hint=True),
    Command(
        "review.all", "A", Scope.LIST, QT_TRANSLATE_NOOP("keys", "逐页看完，全部合格"), hint=True
    ),
    Command("review.return", "H", Scope.LIST, QT_TRANSLATE_NOOP("keys", "退回补正"), hint=True),
    Command("review.forward", "Z", Scope.LIST, QT_TRANSLATE_NOOP("keys", "转办"), hint=True),
    Command("review.reject", "N", Scope.LIST, QT_TRANSLATE_NOOP("keys", "不予受理")),
    Command("review.ask", "Q", Scope.LIST, QT_TRANSLATE_NOOP("keys", "征求意见")),
    Command("review.stages", "L", Scope.LIST, QT_TRANSLATE_NOOP("keys", "审查环节")),
    Command("review.step", "T", Scope.LIST, QT_TRANSLATE_NOOP("keys", "特别程序")),
    Command("review.extend", "Y", Scope.LIST, QT_TRANSLATE_NOOP("keys", "延长期限")),
    Command("review.decide", "J", Scope.LIST, QT_TRANSLATE_NOOP("keys", "作出决定")),
    Command("review.withdraw", "C", Scope.LIST, QT_TRANSLATE_NOOP("keys", "撤回申请")),
    Command("review.terminate", "X", Scope.LIST, QT_TRANSLATE_NOOP("keys", "终止办理")),
    Command("review.transfer", "I", Scope.LIST, QT_TRANSLATE_NOOP("keys", "移送其他机关")),
    Command("review.merge", "B", Scope.LIST, QT_TRANSLATE_NOOP("keys", "并入另一件")),
    Command("review.reply", "D", Scope.LIST, QT_TRANSLATE_NOOP("keys", "答复督办")),
    Command("review.sheet", "P", Scope.LIST, QT_TRANSLATE_NOOP("keys", "二次录入单")),
    Command("review.limits", "K", Scope.LIST, QT_TRANSLATE_NOOP("keys", "时限怎样算")),
    Command("review.take_over", "G", Scope.LIST, QT_TRANSLATE_NOOP("keys", "接手")),
    Command(
        "review.down", "PgDown", Scope.LIST, QT_TRANSLATE_NOOP("keys", "下一屏、下一页"), hint=True
    ),
    Command("review.up", "PgUp", Scope.LIST, QT_TRANSLATE_NOOP("keys", "上一屏、上一页")),
    Command("review.larger", "+", Scope.LIST, QT_TRANSLATE_NOOP("keys", "放大")),
    Command("review.smaller", "-", Scope.LIST, QT_TRANSLATE_NOOP("keys", "缩小")),
    Command("review.left", "Left", Scope.LIST, QT_TRANSLATE_NOOP("keys", "看左边")),
    Command("review.right", "Right", Scope.LIST, QT_TRANSLATE_NOOP("keys", "看右边")),
    Command("review.turn", "R", Scope.LIST, QT_TRANSLATE_NOOP("keys", "旋转")),
    Command("review.tab", "1-4", Scope.PART, QT_TRANSLATE_NOOP("keys", "换清单"), hint=True),
    Command("review.send", "S", Scope.PART, QT_TRANSLATE_NOOP("keys", "送出已决定的结果")),
    Command("review.back", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回清单")),
    Command("ledgers.write", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "登记"), hint=True),
    Command("ledgers.revoke", "X", Scope.LIST, QT_TRANSLATE_NOOP("keys", "撤销授权"), hint=True),
    Command("ledgers.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("live.table", "T", Scope.PART, QT_TRANSLATE_NOOP("keys", "表格"), hint=True),
    Command("live.lend", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "照建议加开"), hint=True),
    Command("figures.earlier", "Left", Scope.LIST, QT_TRANSLATE_NOOP("keys", "上一期"), hint=True),
    Command("figures.later", "Right", Scope.LIST, QT_TRANSLATE_NOOP("keys", "下一期"), hint=True),
    Command("figures.parts", "D", Scope.LIST, QT_TRANSLATE_NOOP("keys", "各部门")),
    Command("figures.windows", "W", Scope.LIST, QT_TRANSLATE_NOOP("keys", "各窗口")),
    Command("figures.reasons", "R", Scope.LIST, QT_TRANSLATE_NOOP("keys", "退回原因")),
    Command("figures.people", "K", Scope.LIST, QT_TRANSLATE_NOOP("keys", "考核表"), hint=True),
    Command("figures.table", "T", Scope.LIST, QT_TRANSLATE_NOOP("keys", "表格")),
    Command("figures.report", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "存 PDF"), hint=True),
    Command("figures.amend", "B", Scope.LIST, QT_TRANSLATE_NOOP("keys", "补报")),
    Command("audit.find", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "查找"), hint=True),
    Command("audit.more", "F8", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "更早的"), hint=True),
    Command("audit.check", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "核验记录"), hint=True),
    Command("sheet.export", "Ctrl+E", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "导出"), hint=True),
    Command("sheet.copy", "Ctrl+C", Scope.PART, QT_TRANSLATE_NOOP("keys", "复制"), hint=True),
    Command("sheet.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("scopes.save", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "保存"), hint=True),
    Command("scopes.back", "F8", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "撤销临时"), hint=True),
    Command("scopes.matter", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "加事项"), hint=True),
    Command("urging.tick", "Space", Scope.LIST, QT_TRANSLATE_NOOP("keys", "选"), hint=True),
    Command("urging.all", "A", Scope.LIST, QT_TRANSLATE_NOOP("keys", "选全部超期"), hint=True),
    Command("urging.urge", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "发出督办单"), hint=True),
    Command("closing.close", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "日清"), hint=True),
    Command("duty.tab", "1-9", Scope.PART, QT_TRANSLATE_NOOP("keys", "第几个页签"), hint=True),
    Command(
        "results.identity",
        "F4",
        Scope.WINDOW,
        QT_TRANSLATE_NOOP("keys", "手工录入领取人"),
        hint=True,
    ),
    Command("results.desk", "F6", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "收发结果"), hint=True),
    Command("results.post", "F7", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "邮寄"), hint=True),
    Command("results.file", "F8", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "回执归档"), hint=True),
    Command("results.shelf", "Shift+F6", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "柜架")),
    Command("results.leave", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "放下，不办")),
    Command("take.accept", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "接收"), hint=True),
    Command("take.all", "A", Scope.LIST, QT_TRANSLATE_NOOP("keys", "证照都看过，一致"), hint=True),
    Command("take.agrees", "Space", Scope.LIST, QT_TRANSLATE_NOOP("keys", "本项一致"), hint=True),
    Command(
        "take.differs", "W", Scope.LIST, QT_TRANSLATE_NOOP("keys", "录入证载，不一致"), hint=True
    ),
    Command("take.refuse", "H", Scope.LIST, QT_TRANSLATE_NOOP("keys", "不予接收"), hint=True),
    Command("take.corrected", "Z", Scope.LIST, QT_TRANSLATE_NOOP("keys", "当场更正"), hint=True),
    Command(
        "issue.confirm",
        "Return",
        Scope.PART,
        QT_TRANSLATE_NOOP("keys", "人证一致、发放"),
        hint=True,
    ),
    Command("issue.pick", "Space", Scope.LIST, QT_TRANSLATE_NOOP("keys", "发或不发"), hint=True),
    Command("issue.collect", "1-9", Scope.LIST, QT_TRANSLATE_NOOP("keys", "收回第几项"), hint=True),
    Command("issue.agent", "D", Scope.LIST, QT_TRANSLATE_NOOP("keys", "代领"), hint=True),
    Command("issue.sign", "P", Scope.LIST, QT_TRANSLATE_NOOP("keys", "屏签或纸签")),
    Command("issue.post", "Y", Scope.LIST, QT_TRANSLATE_NOOP("keys", "改邮寄")),
    Command(
        "supplements.judge", "X", Scope.LIST, QT_TRANSLATE_NOOP("keys", "延期、处理"), hint=True
    ),
    Command("supplements.told", "T", Scope.LIST, QT_TRANSLATE_NOOP("keys", "已告知"), hint=True),
    Command(
        "supplements.notice",
        "P",
        Scope.LIST,
        QT_TRANSLATE_NOOP("keys", "打印补正通知书"),
        hint=True,
    ),
    Command("supplements.tab", "1-5", Scope.LIST, QT_TRANSLATE_NOOP("keys", "换页签")),
    Command("supplements.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("case.tab", "1-6", Scope.LIST, QT_TRANSLATE_NOOP("keys", "换页签"), hint=True),
    Command("case.acts", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "办理操作"), hint=True),
    Command("case.export", "F7", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "导出档案"), hint=True),
    Command("case.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("act.do", "Ctrl+Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "确认办理"), hint=True),
    Command("act.next", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "下一栏"), hint=True),
    Command("act.cancel", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "取消"), hint=True),
    Command(
        "post.send", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "下一步、寄出"), hint=True
    ),
    Command("post.returned", "H", Scope.LIST, QT_TRANSLATE_NOOP("keys", "退回放柜"), hint=True),
    Command("filing.pick", "Space", Scope.LIST, QT_TRANSLATE_NOOP("keys", "勾选"), hint=True),
    Command(
        "filing.make", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "打印清单、签字"), hint=True
    ),
    Command("shelf.move", "M", Scope.LIST, QT_TRANSLATE_NOOP("keys", "换柜位"), hint=True),
    Command("shelf.recall", "T", Scope.LIST, QT_TRANSLATE_NOOP("keys", "催领"), hint=True),
    Command("page.primary", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "完成"), hint=True),
    Command("page.find_next", "F3", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "查找下一个")),
    Command("page.open", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "打开"), hint=True),
    Command("page.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("page.pick", "1-9", Scope.PART, QT_TRANSLATE_NOOP("keys", "选第几行")),
)

BY_ID = {command.id: command for command in COMMANDS}

_CAPS = {
    "Space": QT_TRANSLATE_NOOP("keys", "空格"),
    "Return": "Enter",
    "Ctrl+Return": "Ctrl+Enter",
    "Ctrl+PgDown": "Ctrl+PgDn",
    "PgDown": "PgDn",
}
# ux.md 3.2: keys of input methods, the system, chat tools and scanners; F10 and F12 are Windows'.
_RESERVED = {"F10", "F12", "Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+5", "Ctrl+;"}
_RESERVED |= {"Alt+A", "Alt+F4", "Meta+Space", "Meta+L"}


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

"""Keys of the manager's page and its tabs."""

from __future__ import annotations

from zcdesk.ui.key_command import Command, Scope
from zcdesk.ui.words import QT_TRANSLATE_NOOP

DUTY: tuple[Command, ...] = (
    Command("live.table", "T", Scope.PART, QT_TRANSLATE_NOOP("keys", "表格"), hint=True),
    Command("live.lend", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "照建议加开"), hint=True),
    Command("figures.earlier", "Left", Scope.LIST, QT_TRANSLATE_NOOP("keys", "上一期"), hint=True),
    Command("figures.later", "Right", Scope.LIST, QT_TRANSLATE_NOOP("keys", "下一期"), hint=True),
    Command("figures.parts", "D", Scope.LIST, QT_TRANSLATE_NOOP("keys", "各部门")),
    Command("figures.windows", "W", Scope.LIST, QT_TRANSLATE_NOOP("keys", "各窗口")),
    Command("figures.reasons", "R", Scope.LIST, QT_TRANSLATE_NOOP("keys", "退回原因")),
    Command("figures.people", "K", Scope.LIST, QT_TRANSLATE_NOOP("keys", "考核表"), hint=True),
    Command("figures.reforms", "G", Scope.LIST, QT_TRANSLATE_NOOP("keys", "四减与目标")),
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
    Command("duty.tab", "0-9", Scope.PART, QT_TRANSLATE_NOOP("keys", "第几个页签"), hint=True),
    # There are more tabs than digits for who looks after everything; Alt+digit belongs to scanners.
    Command("duty.next_tab", "Ctrl+Tab", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "下一个页签")),
)

"""Keys of catalogue administration."""

from __future__ import annotations

from zcdesk.ui.key_command import Command, Scope
from zcdesk.ui.words import QT_TRANSLATE_NOOP

CATALOGUE: tuple[Command, ...] = (
    Command(
        "package.answer", "1-9", Scope.PART, QT_TRANSLATE_NOOP("keys", "第几个答案"), hint=True
    ),
    Command("package.take", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "全部加入"), hint=True),
    Command("package.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("counter.changes", "Ctrl+H", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "事项变化")),
    Command("changes.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("catalogue.find", "F6", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "查找事项"), hint=True),
    Command("catalogue.part", "F7", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "下一部分"), hint=True),
    Command("catalogue.save", "F8", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "存草稿"), hint=True),
    Command("catalogue.go", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "提交／批准"), hint=True),
    Command("catalogue.back", "F4", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "退回修改")),
    Command("catalogue.import", "Ctrl+I", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "导入部门表")),
    Command("catalogue.export", "Ctrl+E", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "导出")),
    Command("catalogue.copy", "Ctrl+D", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "复制为新事项")),
    Command("catalogue.packages", "Ctrl+K", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "一件事")),
    Command(
        "packages.fresh", "Ctrl+D", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "新套餐"), hint=True
    ),
    Command("packages.save", "F8", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "存草稿"), hint=True),
    Command("packages.go", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "提交／批准"), hint=True),
    Command("packages.back", "F4", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "退回修改")),
    Command("packages.add", "Ins", Scope.PART, QT_TRANSLATE_NOOP("keys", "加一行"), hint=True),
    Command("packages.remove", "Del", Scope.LIST, QT_TRANSLATE_NOOP("keys", "删去这一行")),
    Command("packages.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
    Command("catalogue.add", "Ins", Scope.LIST, QT_TRANSLATE_NOOP("keys", "添加材料"), hint=True),
    Command("catalogue.remove", "Del", Scope.LIST, QT_TRANSLATE_NOOP("keys", "删去材料")),
    Command("catalogue.up", "Ctrl+Up", Scope.LIST, QT_TRANSLATE_NOOP("keys", "上移")),
    Command("catalogue.down", "Ctrl+Down", Scope.LIST, QT_TRANSLATE_NOOP("keys", "下移")),
    Command("catalogue.edit", "F2", Scope.LIST, QT_TRANSLATE_NOOP("keys", "改这份材料"), hint=True),
    Command("catalogue.list", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "回到列表")),
    Command("table.read", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "读取并检查"), hint=True),
    Command("table.take", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "提交复核"), hint=True),
    Command("table.export", "Ctrl+E", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "导出问题")),
    Command("table.close", "Esc", Scope.PART, QT_TRANSLATE_NOOP("keys", "返回"), hint=True),
)

"""Keys of the desks after the visit: review, ledgers, results, supplements, the case page."""

from __future__ import annotations

from zcdesk.ui.key_command import Command, Scope
from zcdesk.ui.words import QT_TRANSLATE_NOOP

AFTER: tuple[Command, ...] = (
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
    Command("mend.pick", "Space", Scope.LIST, QT_TRANSLATE_NOOP("keys", "勾选"), hint=True),
    Command("mend.copies", "1-9", Scope.LIST, QT_TRANSLATE_NOOP("keys", "份数"), hint=True),
    Command("mend.compared", "Y", Scope.LIST, QT_TRANSLATE_NOOP("keys", "原件已核"), hint=True),
    Command(
        "post.send", "Return", Scope.PART, QT_TRANSLATE_NOOP("keys", "下一步、寄出"), hint=True
    ),
    Command("post.returned", "H", Scope.LIST, QT_TRANSLATE_NOOP("keys", "退回放柜"), hint=True),
    Command("post.list", "P", Scope.LIST, QT_TRANSLATE_NOOP("keys", "寄递清单"), hint=True),
    Command("filing.pick", "Space", Scope.LIST, QT_TRANSLATE_NOOP("keys", "勾选"), hint=True),
    Command(
        "filing.make", "F9", Scope.WINDOW, QT_TRANSLATE_NOOP("keys", "打印清单、签字"), hint=True
    ),
    Command("shelf.move", "M", Scope.LIST, QT_TRANSLATE_NOOP("keys", "换柜位"), hint=True),
    Command("shelf.recall", "T", Scope.LIST, QT_TRANSLATE_NOOP("keys", "催领"), hint=True),
)

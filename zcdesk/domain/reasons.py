"""Reasons a clerk picks by digit, so that the notice says something exact in one key.

The chosen words go into the case and onto papers in Chinese; a screen says them by
`ui.record_words`. They say nothing of anybody: an act holds them in the clear, and figures are
grouped by them.
"""

from __future__ import annotations

MISSING = (
    "未携带",
    "尚未办理",
    "只有复印件，缺原件",
    "只有原件，缺复印件",
    "份数不足",
    "已遗失，需补办",
    "待单位出具",
    "已过有效期，需换新",
)
NOT_BROUGHT, NO_ORIGINAL = MISSING[0], MISSING[2]
DEFECTIVE = (
    "未签字",
    "未盖章",
    "填写不全",
    "有涂改",
    "已过有效期",
    "与原件不一致",
    "与申请人信息不一致",
    "字迹或影像不清",
)
DEMANDED = (
    "共享调取失败",
    "共享库中查不到",
    "共享信息与实际不一致",
    "信息刚变更，尚未同步",
    "部门要求存原件",
)
NOT_APPLICABLE = (
    "申请人不属于该情形",
    "本次申请不涉及",
    "已由其他材料载明",
    "法规规定可以不交",
)
NO_LIST = (
    "部门当场列明材料",
    "按部门电话答复收取",
    "申请人坚持递交",
)
CONFIRMED_NOT = "部门确认不予收取"
"""What stands for a department that refused a paper and said nothing."""

PICKED = frozenset((*MISSING, *DEFECTIVE, *DEMANDED, *NOT_APPLICABLE, *NO_LIST, CONFIRMED_NOT))

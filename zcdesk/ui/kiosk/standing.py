"""Where a case stands, in the words of whoever asks: what was done, what comes, what to do.

Not the words of records: nobody outside an office knows what 已决定 is. Never a name or a reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from zcdesk.domain.case import CaseState
from zcdesk.ui.phrases import Phrases
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.progress import Standing

CONTEXT = "kiosk_standing"
_STEP_NAMES = (
    QT_TRANSLATE_NOOP("kiosk_standing", "听证"),
    QT_TRANSLATE_NOOP("kiosk_standing", "招标"),
    QT_TRANSLATE_NOOP("kiosk_standing", "拍卖"),
    QT_TRANSLATE_NOOP("kiosk_standing", "检验"),
    QT_TRANSLATE_NOOP("kiosk_standing", "检测"),
    QT_TRANSLATE_NOOP("kiosk_standing", "检疫"),
    QT_TRANSLATE_NOOP("kiosk_standing", "鉴定"),
    QT_TRANSLATE_NOOP("kiosk_standing", "专家评审"),
)
_PHRASES = Phrases(CONTEXT, _STEP_NAMES)

_SAID = MappingProxyType(
    {
        CaseState.RECEIVED: QT_TRANSLATE_NOOP(
            "kiosk_standing", "材料已收下，部门正在看是否受理，结果会通知您"
        ),
        CaseState.RETURNED: QT_TRANSLATE_NOOP(
            "kiosk_standing", "需要补正：请带补正通知书到任一综合窗口，不用重新排队"
        ),
        CaseState.ACCEPTED: QT_TRANSLATE_NOOP("kiosk_standing", "已受理，部门正在审查"),
        CaseState.PAUSED: QT_TRANSLATE_NOOP(
            "kiosk_standing", "已受理，正在进行特别程序，所需时间不计入期限"
        ),
        CaseState.DECIDED: QT_TRANSLATE_NOOP(
            "kiosk_standing", "部门已作出决定，正在制作证照或文书"
        ),
        CaseState.SENT: QT_TRANSLATE_NOOP("kiosk_standing", "结果正在送往出件窗口，到了会通知您"),
        CaseState.SHELVED: QT_TRANSLATE_NOOP(
            "kiosk_standing", "结果可以领取：请带身份证和收件通知书到出件窗口"
        ),
        CaseState.POSTED: QT_TRANSLATE_NOOP("kiosk_standing", "结果已经寄出，请留意收件"),
        CaseState.DELIVERED: QT_TRANSLATE_NOOP("kiosk_standing", "结果已经领取，本件办完"),
        CaseState.ARCHIVED: QT_TRANSLATE_NOOP("kiosk_standing", "结果已经领取，本件办完"),
        CaseState.NOT_ACCEPTED: QT_TRANSLATE_NOOP(
            "kiosk_standing", "不予受理：理由和救济途径写在不予受理通知书上"
        ),
        CaseState.WITHDRAWN: QT_TRANSLATE_NOOP("kiosk_standing", "您已撤回申请，本件不再办理"),
        CaseState.TERMINATED: QT_TRANSLATE_NOOP(
            "kiosk_standing", "已终止办理：理由写在告知书上，可以重新申请"
        ),
        CaseState.VOID: QT_TRANSLATE_NOOP("kiosk_standing", "这张收件通知书已经作废，请到窗口询问"),
        CaseState.MERGED: QT_TRANSLATE_NOOP("kiosk_standing", "已并入另一件一起办理，请到窗口询问"),
        CaseState.TRANSFERRED: QT_TRANSLATE_NOOP(
            "kiosk_standing", "已移送有权办理的部门，请到窗口询问"
        ),
    }
)
_UNTIL = QT_TRANSLATE_NOOP("kiosk_standing", "要补 {n} 项，{day} 前补齐")
_LACKS = QT_TRANSLATE_NOOP("kiosk_standing", "要补 {n} 项")
_STEPS = QT_TRANSLATE_NOOP("kiosk_standing", "正在进行：{names}")
_DUE = QT_TRANSLATE_NOOP("kiosk_standing", "最迟 {day} 作出决定")
_PROMISED = QT_TRANSLATE_NOOP("kiosk_standing", "还有 {n} 份承诺补交的材料，{day} 前补来")
_GRANTED = QT_TRANSLATE_NOOP("kiosk_standing", "决定：准予")
_REFUSED = QT_TRANSLATE_NOOP("kiosk_standing", "决定：不予，理由和救济途径写在决定书上")


def standing_words(case: Standing) -> tuple[str, ...]:
    """Return what to tell, a line a thing, the most important first."""
    return (words(CONTEXT, _SAID[case.state]), *_more(case))


def _more(case: Standing) -> Iterator[str]:
    if case.lacks:
        said = _UNTIL if case.until else _LACKS
        yield words(CONTEXT, said).format(n=case.lacks, day=case.until)
    if case.steps:
        yield words(CONTEXT, _STEPS).format(names="、".join(map(_PHRASES.say, case.steps)))
    if case.due:
        yield words(CONTEXT, _DUE).format(day=case.due)
    if case.promised and case.promised_by:
        yield words(CONTEXT, _PROMISED).format(n=case.promised, day=case.promised_by)
    if case.granted is not None:
        yield words(CONTEXT, _GRANTED if case.granted else _REFUSED)

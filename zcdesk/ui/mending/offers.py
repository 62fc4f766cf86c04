"""Every act the case page offers: its word, what it asks for, and the operation it leads to.

A row stands here once; whether it is offered follows from `domain.case_rules` by state and role.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple

from zcdesk.domain import case_acts as act
from zcdesk.domain import case_ends as end
from zcdesk.domain.case_acts import CaseAct
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.ui.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from zcdesk.domain.case import Case

Values = dict[str, Any]
Call = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]
DEPARTMENTS, OFFICERS = "departments", "officers"
MATERIALS, BUNDLES = "materials", "bundles"
SIGNING = "signing"
"""Id of the choice where the applicant signs; without a citizen's screen it is not offered."""
ON_PAPER = QT_TRANSLATE_NOOP("offers", "纸上签")
ON_SCREEN = QT_TRANSLATE_NOOP("offers", "群众屏上签（手写签名影像）")


class Ask(NamedTuple):
    """One thing an act asks for.

    Attributes:
        kind: `text`, `code`, `date` (ISO), `pick` (one of `options`), `departments`, `officers`,
            or a list answered by keys: `materials` (rows put right), `bundles` (given back).
        options: marked words offered; the Chinese word is what is recorded.
    """

    id: str
    word: str
    kind: str = "text"
    options: tuple[str, ...] = ()
    optional: bool = False


class Offer(NamedTuple):
    """One act.

    Attributes:
        act: its kind in the table of rules.
        when: a further condition beyond state and role.
        run: the operation and what it is given.
    """

    id: str
    icon: str
    word: str
    act: type[CaseAct]
    asks: tuple[Ask, ...]
    run: Callable[[Any, Any, Values], Call]
    when: Callable[[Case], bool] = lambda _: True


def _reason(*options: str) -> Ask:
    return Ask("reason", QT_TRANSLATE_NOOP("offers", "原因"), options=options)


_APPROVER = Ask(
    "approver", QT_TRANSLATE_NOOP("offers", "批准的主管工号（移交后须批准）"), "code", optional=True
)


def _amend(ops: Any, case: Case, v: Values) -> Call:
    given = (case.id, v["item"], v["value"], v["reason"])
    return ops.amending.amend, given, {"approver": v["approver"]}


def _amend_materials(ops: Any, case: Case, v: Values) -> Call:
    rows = tuple(
        ops.amending.RightRow(key=key, given=given, compared=compared)
        for key, given, compared in v["rows"]
    )
    return ops.amending.amend_materials, (case.id, rows, v["reason"]), {"approver": v["approver"]}


def _return(ops: Any, case: Case, v: Values) -> Call:
    return ops.mending.return_papers, (case.id, v["bundles"], v["occasion"], v["waybill"]), {}


def _void(ops: Any, case: Case, v: Values) -> Call:
    more = {"approver": v["approver"], "replaced_by": v["replaced_by"]}
    return ops.mending.void, (case.id, v["reason"]), more


def _withdraw(ops: Any, case: Case, v: Values) -> Call:
    return ops.mending.withdraw, (case.id, v["reason"]), {"signed": v["signed"]}


def _remind(ops: Any, case: Case, v: Values) -> Call:
    by = datetime.combine(date.fromisoformat(v["by"]), time(17, 0), HALL_ZONE)
    return ops.mending.remind, (case.id, v["demand"], by), {}


def _answer(ops: Any, case: Case, v: Values) -> Call:
    open_ = next(r.id for r in case.reminders if not r.answer)
    return ops.mending.answer_reminder, (case.id, open_, v["answer"]), {}


def _settle(ops: Any, case: Case, v: Values) -> Call:
    late = next(r.act for r in case.refused if not r.settled)
    return ops.mending.settle, (case.id, late, v["how"]), {}


def _terminate(ops: Any, case: Case, v: Values) -> Call:
    return ops.mending.terminate, (case.id, v["reason"]), {"basis": v["basis"]}


def _has_away(case: Case) -> bool:
    return any(b.hand.value == "邮寄途中" and b.content.value == "申请材料" for b in case.bundles)


def _has_paper(case: Case) -> bool:
    ours = ("收件窗口", "部门", "出件窗口")
    return any(b.hand.value in ours and b.content.value == "申请材料" for b in case.bundles)


OFFERS = (
    Offer(
        "amend",
        "pencil",
        QT_TRANSLATE_NOOP("offers", "更正"),
        end.CaseAmended,
        (
            Ask(
                "item",
                QT_TRANSLATE_NOOP("offers", "更正什么"),
                "pick",
                (
                    QT_TRANSLATE_NOOP("offers", "手机号码"),
                    QT_TRANSLATE_NOOP("offers", "姓名"),
                    QT_TRANSLATE_NOOP("offers", "证件号码"),
                    QT_TRANSLATE_NOOP("offers", "联系地址"),
                    QT_TRANSLATE_NOOP("offers", "领取方式"),
                ),
            ),
            Ask(
                "value",
                QT_TRANSLATE_NOOP("offers", "正确的内容"),
                options=(
                    QT_TRANSLATE_NOOP("offers", "窗口自取"),
                    QT_TRANSLATE_NOOP("offers", "邮寄送达"),
                ),
            ),
            _reason(
                QT_TRANSLATE_NOOP("offers", "录入有误"), QT_TRANSLATE_NOOP("offers", "申请人要求")
            ),
            _APPROVER,
        ),
        _amend,
    ),
    Offer(
        "amend_materials",
        "list-check",
        QT_TRANSLATE_NOOP("offers", "更正材料"),
        end.CaseAmended,
        (
            Ask("rows", QT_TRANSLATE_NOOP("offers", "空格换收没收，数字改份数"), MATERIALS),
            _reason(
                QT_TRANSLATE_NOOP("offers", "录入有误"), QT_TRANSLATE_NOOP("offers", "清点有误")
            ),
            _APPROVER,
        ),
        _amend_materials,
        lambda case: bool(case.materials),
    ),
    Offer(
        "void",
        "ban",
        QT_TRANSLATE_NOOP("offers", "作废"),
        end.CaseVoided,
        (
            _reason(
                QT_TRANSLATE_NOOP("offers", "重复收件"), QT_TRANSLATE_NOOP("offers", "收件有误")
            ),
            Ask(
                "replaced_by",
                QT_TRANSLATE_NOOP("offers", "以哪一份收件通知书为准"),
                "code",
                optional=True,
            ),
            _APPROVER,
        ),
        _void,
    ),
    Offer(
        "forward",
        "arrow-forward-up",
        QT_TRANSLATE_NOOP("offers", "改派部门"),
        act.CaseForwarded,
        (
            Ask("department", QT_TRANSLATE_NOOP("offers", "转给哪个部门"), DEPARTMENTS),
            _reason(QT_TRANSLATE_NOOP("offers", "推送错部门")),
        ),
        lambda ops, case, v: (ops.acceptance.forward, (case.id, v["department"], v["reason"]), {}),
    ),
    Offer(
        "withdraw",
        "arrow-back-up",
        QT_TRANSLATE_NOOP("offers", "申请人撤回"),
        end.CaseWithdrawn,
        (
            _reason(
                QT_TRANSLATE_NOOP("offers", "不再办理"), QT_TRANSLATE_NOOP("offers", "准备后再申请")
            ),
            Ask(SIGNING, QT_TRANSLATE_NOOP("offers", "申请人签字"), "pick", (ON_PAPER, ON_SCREEN)),
        ),
        _withdraw,
    ),
    Offer(
        "return_papers",
        "package",
        QT_TRANSLATE_NOOP("offers", "退还材料"),
        end.CasePapersReturned,
        (
            Ask("bundles", QT_TRANSLATE_NOOP("offers", "退还哪些（空格选）"), BUNDLES),
            Ask(
                "occasion",
                QT_TRANSLATE_NOOP("offers", "因何退还"),
                "pick",
                (
                    QT_TRANSLATE_NOOP("offers", "退回补正"),
                    QT_TRANSLATE_NOOP("offers", "撤回申请"),
                    QT_TRANSLATE_NOOP("offers", "终止办理"),
                    QT_TRANSLATE_NOOP("offers", "不予受理"),
                    QT_TRANSLATE_NOOP("offers", "办结退还"),
                ),
            ),
            Ask(
                "waybill",
                QT_TRANSLATE_NOOP("offers", "邮寄单号（当面退还不填）"),
                "code",
                optional=True,
            ),
        ),
        _return,
        _has_paper,
    ),
    Offer(
        "papers_arrived",
        "mail",
        QT_TRANSLATE_NOOP("offers", "退还件已妥投"),
        end.CasePapersArrived,
        (),
        lambda ops, case, _: (ops.amending.arrived, (case.id,), {"came_back": False}),
        _has_away,
    ),
    Offer(
        "papers_came_back",
        "arrow-back-up",
        QT_TRANSLATE_NOOP("offers", "退还件被退回"),
        end.CasePapersArrived,
        (),
        lambda ops, case, _: (ops.amending.arrived, (case.id,), {"came_back": True}),
        _has_away,
    ),
    Offer(
        "terminate",
        "circle-x",
        QT_TRANSLATE_NOOP("offers", "终止办理"),
        end.CaseTerminated,
        (
            _reason(QT_TRANSLATE_NOOP("offers", "容缺材料逾期未补")),
            Ask("basis", QT_TRANSLATE_NOOP("offers", "依据"), optional=True),
        ),
        _terminate,
    ),
    Offer(
        "transfer",
        "arrow-right",
        QT_TRANSLATE_NOOP("offers", "移送"),
        end.CaseTransferred,
        (Ask("to", QT_TRANSLATE_NOOP("offers", "移送给哪个机关")), _reason()),
        lambda ops, case, v: (ops.mending.transfer, (case.id, v["to"], v["reason"]), {}),
    ),
    Offer(
        "merge",
        "git-merge",
        QT_TRANSLATE_NOOP("offers", "并案"),
        end.CaseMerged,
        (Ask("into", QT_TRANSLATE_NOOP("offers", "并入哪一件（件号）"), "code"), _reason()),
        lambda ops, case, v: (ops.amending.merge, (case.id, v["into"], v["reason"]), {}),
    ),
    Offer(
        "reassign",
        "user-check",
        QT_TRANSLATE_NOOP("offers", "换审查人"),
        act.CaseReassigned,
        (
            Ask("to", QT_TRANSLATE_NOOP("offers", "换给谁"), OFFICERS),
            _reason(
                QT_TRANSLATE_NOOP("offers", "审查人员请假"),
                QT_TRANSLATE_NOOP("offers", "审查人员手上的件太多"),
            ),
        ),
        lambda ops, case, v: (ops.reassigning.reassign, (case.id, v["to"], v["reason"]), {}),
    ),
    Offer(
        "remind",
        "flag",
        QT_TRANSLATE_NOOP("offers", "督办"),
        end.CaseReminded,
        (
            Ask(
                "demand",
                QT_TRANSLATE_NOOP("offers", "督办要求"),
                options=(QT_TRANSLATE_NOOP("offers", "请按期办结"),),
            ),
            Ask("by", QT_TRANSLATE_NOOP("offers", "答复期限（年-月-日）"), "date"),
        ),
        _remind,
    ),
    Offer(
        "answer_reminder",
        "message-circle",
        QT_TRANSLATE_NOOP("offers", "答复督办"),
        end.CaseReminderAnswered,
        (Ask("answer", QT_TRANSLATE_NOOP("offers", "答复内容")),),
        _answer,
        lambda case: any(not r.answer for r in case.reminders),
    ),
    Offer(
        "platform",
        "link",
        QT_TRANSLATE_NOOP("offers", "登记平台编号"),
        end.CasePlatformNumbered,
        (Ask("number", QT_TRANSLATE_NOOP("offers", "平台编号"), "code"),),
        lambda ops, case, v: (ops.mending.register_platform, (case.id, v["number"]), {}),
        lambda case: not case.platform_number,
    ),
    Offer(
        "settle",
        "check",
        QT_TRANSLATE_NOOP("offers", "处理后到的操作"),
        end.CaseSettled,
        (Ask("how", QT_TRANSLATE_NOOP("offers", "怎样处理的")),),
        _settle,
        lambda case: any(not r.settled for r in case.refused),
    ),
)

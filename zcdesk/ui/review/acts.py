"""What an officer may do with a case: one line each.

Which of them the state and the role allow is asked of `casework.may`; the operation asks again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from zcdesk.domain import case_acts as act
from zcdesk.domain import case_ends as end
from zcdesk.domain.case import Case
from zcdesk.domain.case_rules import is_instant
from zcdesk.domain.hall import Clerk
from zcdesk.ui.review import certificate, fields
from zcdesk.ui.review.fields import Call, Sight
from zcdesk.ui.review.form import Answers, Ask
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words


class Deed(NamedTuple):
    """One act of the desk.

    Attributes:
        key: id of its command, also the key cap of its button.
        needs: the act that must be allowed; `asks` its fields; `call` the operation.
        leaves: the case goes off this officer's list with it: the next one opens.
        rare: by its letter and in F1 only; it gets no button.
    """

    key: str
    icon: str
    word: str
    needs: type[act.CaseAct]
    asks: Callable[[Sight], tuple[Ask, ...]]
    call: Callable[[Sight, Answers], Call]
    leaves: bool = False
    rare: bool = False

    @property
    def words(self) -> str:
        """What it does, in the language of the program."""
        return words("review", self.word)


ANSWER = Deed(
    "act",
    "message-circle",
    QT_TRANSLATE_NOOP("review", "答复"),
    act.CaseAnswered,
    fields.answer_asks,
    fields.answer,
    True,
)
STAGE = Deed(
    "act",
    "git-merge",
    QT_TRANSLATE_NOOP("review", "办结本环节"),
    act.CaseStageDone,
    fields.answer_asks,
    fields.stage,
)
ACCEPT = Deed(
    "act",
    "rubber-stamp",
    QT_TRANSLATE_NOOP("review", "受理"),
    act.CaseAccepted,
    fields.accept_asks,
    fields.accept,
    True,
)
DECIDE = Deed(
    "decide",
    "gavel",
    QT_TRANSLATE_NOOP("review", "作出决定"),
    act.CaseDecided,
    lambda sight: fields.decision_asks(sight.case.intake.matter_name),
    fields.decide,
)
STEP = Deed(
    "step",
    "player-pause",
    QT_TRANSLATE_NOOP("review", "特别程序"),
    act.CaseStepBegun,
    fields.step_asks,
    fields.step,
)
END_STEP = STEP._replace(needs=act.CaseStepEnded, word=QT_TRANSLATE_NOOP("review", "结束特别程序"))
SEND = Deed(
    "act",
    "package",
    QT_TRANSLATE_NOOP("review", "送出结果"),
    end.CaseResultSent,
    certificate.asks,
    certificate.send,
    True,
)
DEEDS = (
    Deed(
        "return",
        "arrow-back-up",
        QT_TRANSLATE_NOOP("review", "退回补正"),
        act.CaseReturned,
        fields.return_asks,
        fields.return_back,
        True,
    ),
    Deed(
        "forward",
        "arrow-forward-up",
        QT_TRANSLATE_NOOP("review", "转办"),
        act.CaseForwarded,
        fields.forward_asks,
        fields.forward,
        True,
    ),
    Deed(
        "reject",
        "ban",
        QT_TRANSLATE_NOOP("review", "不予受理"),
        act.CaseNotAccepted,
        fields.reject_asks,
        fields.reject,
        True,
    ),
    Deed(
        "ask",
        "message-circle",
        QT_TRANSLATE_NOOP("review", "征求意见"),
        act.CaseAsked,
        fields.ask_asks,
        fields.ask,
    ),
    STEP,
    Deed(
        "extend",
        "calendar",
        QT_TRANSLATE_NOOP("review", "延长期限"),
        act.CaseExtended,
        fields.extend_asks,
        fields.extend,
    ),
    DECIDE,
    Deed(
        "reply",
        "flag",
        QT_TRANSLATE_NOOP("review", "答复督办"),
        end.CaseReminderAnswered,
        fields.reply_asks,
        fields.reply,
    ),
    Deed(
        "withdraw",
        "door-exit",
        QT_TRANSLATE_NOOP("review", "撤回"),
        end.CaseWithdrawn,
        fields.reason,
        fields.withdraw,
        True,
    ),
    Deed(
        "transfer",
        "transfer",
        QT_TRANSLATE_NOOP("review", "移送"),
        end.CaseTransferred,
        fields.transfer_asks,
        fields.transfer,
        True,
        rare=True,
    ),
    Deed(
        "merge",
        "git-merge",
        QT_TRANSLATE_NOOP("review", "并入"),
        end.CaseMerged,
        fields.merge_asks,
        fields.merge,
        True,
        rare=True,
    ),
    Deed(
        "terminate",
        "circle-x",
        QT_TRANSLATE_NOOP("review", "终止"),
        end.CaseTerminated,
        fields.terminate_asks,
        fields.terminate,
        True,
    ),
)
"""By letter; `primary_of` chooses the one of F9."""


SETTLE = Deed(
    "reply",
    "alert-triangle",
    QT_TRANSLATE_NOOP("review", "处理冲突"),
    end.CaseSettled,
    fields.settle_asks,
    fields.settle,
)


def deeds_for(case: Case) -> tuple[Deed, ...]:
    """Return the acts by letter that have something to act on."""
    found = []
    for deed in DEEDS:
        if deed.key == "reply" and all(r.answer for r in case.reminders):
            if all(r.settled for r in case.refused):
                continue
            found.append(SETTLE)
        elif deed is STEP and case.running_steps:
            found.append(END_STEP)
        else:
            found.append(deed)
    return tuple(found)


def primary_of(case: Case, clerk: Clerk) -> Deed | None:
    """Return what F9 does: what this department owes the case next."""
    if fields.question_for(case, clerk) is not None:
        return ANSWER
    if fields.stage_for(case, clerk) is not None:
        return STAGE
    if case.department not in clerk.departments:
        return None
    match case.state.value:
        case "received":
            return ACCEPT
        case "accepted":
            return DECIDE if all(stage.done for stage in case.stages) else None
        case "paused":
            return END_STEP
        case "decided" if not is_instant(case):
            return SEND
    return None

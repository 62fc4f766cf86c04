"""What acts from the result to the archive, and those that mend or end a case, change in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from zcdesk.domain import case_ends as on
from zcdesk.domain import custody
from zcdesk.domain.act import Act
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.case_acts import CaseAct
from zcdesk.domain.case_parts import (
    Called,
    Dispatch,
    Ending,
    Reminder,
    Result,
    Term,
    Way,
    handed_in,
)
from zcdesk.domain.custody import Bundle, Content, Hand

Changes = dict[str, Any]

_COUNTER = "综合出件"


def _sent(case: Case, act: Act, body: on.CaseResultSent) -> Changes:
    old = case.result or Result(sent_at=act.at)
    result = msgspec.structs.replace(
        old, sent_at=act.at, batch=body.batch, held=body.held, correct_by=Term()
    )
    return {"state": CaseState.SENT, "result": result}


def _result_moves(case: Case, act: Act, hand: Hand, holder: str = "") -> tuple[Bundle, ...]:
    away = frozenset(Hand) - {Hand.APPLICANT, Hand.ARCHIVE}
    moved = custody.held(case.bundles, away, {Content.RESULT})
    return custody.move(case.bundles, moved, hand, holder, act.at)


def _taken(case: Case, act: Act, body: on.CaseResultTaken) -> Changes:
    assert case.result is not None
    result = msgspec.structs.replace(
        case.result, taken_at=act.at, shelf=body.shelf, corrected=body.corrected
    )
    return {
        "state": CaseState.SHELVED,
        "result": result,
        "bundles": _result_moves(case, act, Hand.COUNTER, _COUNTER),
    }


def _refused(case: Case, act: Act, body: on.CaseResultRefused) -> Changes:
    assert case.result is not None
    reasons = (*case.result.refused, body.reason)
    result = msgspec.structs.replace(case.result, refused=reasons, correct_by=body.due)
    return {"state": CaseState.DECIDED, "result": result}


def _shelved(case: Case, act: Act, body: on.CaseShelved) -> Changes:
    assert case.result is not None
    return {"result": msgspec.structs.replace(case.result, shelf=body.shelf)}


def _issued(case: Case, act: Act, body: on.CaseIssued) -> Changes:
    holder = _COUNTER if case.state is CaseState.SHELVED else body.window
    hand = Hand.COUNTER if case.state is CaseState.SHELVED else Hand.WINDOW
    bundles = _result_moves(case, act, Hand.APPLICANT)
    bundles = custody.add(bundles, Content.COLLECTED, hand, holder, body.collected, act.at)
    bundles = custody.add(bundles, Content.RECEIPT, hand, holder, ("送达回执",), act.at)
    dispatch = Dispatch(
        way=body.way,
        at=act.at,
        receiver=body.receiver,
        authority=body.authority,
        delivered_at=act.at,
        proof=body.proof,
        receipt_due=body.receipt_due,
    )
    return {"state": CaseState.DELIVERED, "dispatch": dispatch, "bundles": bundles}


def _posted(case: Case, act: Act, body: on.CasePosted) -> Changes:
    return {
        "state": CaseState.POSTED,
        "dispatch": Dispatch(way=Way.POSTED, at=act.at, waybill=body.waybill),
        "bundles": _result_moves(case, act, Hand.POST),
    }


def _post_delivered(case: Case, act: Act, body: on.CasePostDelivered) -> Changes:
    assert case.dispatch is not None
    bundles = _result_moves(case, act, Hand.APPLICANT)
    dispatch = msgspec.structs.replace(
        case.dispatch,
        delivered_at=body.on,
        receiver=body.receiver,
        receipt_due=body.receipt_due,
    )
    return {
        "state": CaseState.DELIVERED,
        "dispatch": dispatch,
        "bundles": custody.add(
            bundles, Content.RECEIPT, Hand.COUNTER, _COUNTER, ("邮寄签收凭证",), act.at
        ),
    }


def _post_returned(case: Case, act: Act, body: on.CasePostReturned) -> Changes:
    assert case.dispatch is not None
    assert case.result is not None
    return {
        "state": CaseState.SHELVED,
        "dispatch": msgspec.structs.replace(case.dispatch, returned=body.reason),
        "result": msgspec.structs.replace(case.result, shelf=body.shelf),
        "bundles": _result_moves(case, act, Hand.COUNTER, _COUNTER),
    }


def _receipt_passed(case: Case, act: Act, body: on.CaseReceiptPassed) -> Changes:
    assert case.dispatch is not None
    hands = {Hand.COUNTER, Hand.WINDOW}
    moved = custody.held(case.bundles, hands, {Content.RECEIPT, Content.COLLECTED})
    return {
        "dispatch": msgspec.structs.replace(case.dispatch, transferred=body.batch),
        "bundles": custody.move(case.bundles, moved, Hand.DEPARTMENT, case.department, act.at),
    }


def _archived(case: Case, act: Act, body: on.CaseArchived) -> Changes:
    moved = custody.held(case.bundles, {Hand.DEPARTMENT, Hand.COUNTER})
    return {
        "state": CaseState.ARCHIVED,
        "archive": body.list_number,
        "bundles": custody.move(case.bundles, moved, Hand.ARCHIVE, "档案室", act.at),
    }


def _numbered(case: Case, numbers: tuple[int, ...]) -> tuple[Bundle, ...]:
    return tuple(b for b in case.bundles if b.no in numbers)


def _papers_returned(case: Case, act: Act, body: on.CasePapersReturned) -> Changes:
    hand = Hand.POST if body.waybill else Hand.APPLICANT
    moved = _numbered(case, body.bundles)
    return {"bundles": custody.move(case.bundles, moved, hand, body.waybill, act.at)}


def _papers_arrived(case: Case, act: Act, body: on.CasePapersArrived) -> Changes:
    hand = Hand.WINDOW if body.window else Hand.APPLICANT
    moved = _numbered(case, body.bundles)
    return {"bundles": custody.move(case.bundles, moved, hand, body.window, act.at)}


def _amended(case: Case, act: Act, body: on.CaseAmended) -> Changes:
    intake = msgspec.structs.replace(
        case.intake,
        receipt=body.receipt,
        query_code=body.query_code,
        applicant=body.applicant or case.intake.applicant,
        delivery=body.delivery or case.intake.delivery,
    )
    changes: Changes = {"intake": intake, "void_receipts": (*case.void_receipts, body.replaces)}
    if body.materials is not None:
        before, after = handed_in(case.materials), handed_in(body.materials)
        changes["materials"] = body.materials
        changes["bundles"] = custody.correct(case.bundles, before, after, intake.window, act.at)
    return changes


def _voided(case: Case, act: Act, body: on.CaseVoided) -> Changes:
    ending = _ending(act, body.reason, approver=body.approver, other=body.replaced_by)
    return {
        "state": CaseState.VOID,
        "ending": ending,
        "void_receipts": (*case.void_receipts, case.intake.receipt),
    }


def _withdrawn(case: Case, act: Act, body: on.CaseWithdrawn) -> Changes:
    return {"state": CaseState.WITHDRAWN, "ending": _ending(act, body.reason), "stopped_at": ""}


def _terminated(case: Case, act: Act, body: on.CaseTerminated) -> Changes:
    ending = _ending(act, body.reason, basis=body.basis)
    return {"state": CaseState.TERMINATED, "ending": ending, "stopped_at": ""}


def _transferred(case: Case, act: Act, body: on.CaseTransferred) -> Changes:
    return {
        "state": CaseState.TRANSFERRED,
        "ending": _ending(act, body.reason, other=body.to),
        "stopped_at": "",
        "bundles": custody.move(
            case.bundles,
            custody.held(case.bundles, {Hand.WINDOW, Hand.DEPARTMENT}),
            Hand.DEPARTMENT,
            body.to,
            act.at,
        ),
    }


def _merged(case: Case, act: Act, body: on.CaseMerged) -> Changes:
    return {"state": CaseState.MERGED, "ending": _ending(act, body.reason, other=body.into)}


def _joined(case: Case, act: Act, body: on.CaseJoined) -> Changes:
    return {"joined": (*case.joined, body.other)}


def _ending(
    act: Act, reason: str, *, basis: str = "", approver: str = "", other: str = ""
) -> Ending:
    return Ending(
        reason=reason, by=act.clerk, at=act.at, basis=basis, approver=approver, other=other
    )


def _reminded(case: Case, act: Act, body: on.CaseReminded) -> Changes:
    reminder = Reminder(
        id=body.reminder,
        stage=body.stage,
        demand=body.demand,
        reply_by=body.reply_by,
        by=act.clerk,
        at=act.at,
    )
    return {"reminders": (*case.reminders, reminder)}


def _reminder_answered(case: Case, act: Act, body: on.CaseReminderAnswered) -> Changes:
    return {
        "reminders": tuple(
            msgspec.structs.replace(
                r, answer=body.answer, answered_by=act.clerk, answered_at=act.at
            )
            if r.id == body.reminder
            else r
            for r in case.reminders
        )
    }


def _platform(case: Case, act: Act, body: on.CasePlatformNumbered) -> Changes:
    return {"platform_number": body.number}


def _signed(case: Case, act: Act, body: on.CaseSigned) -> Changes:
    return {"signatures": (*case.signatures, body.signature)}


def _called(case: Case, act: Act, body: on.CaseCalled) -> Changes:
    call = Called(how=body.how, at=act.at, by=act.clerk, about=body.about)
    return {"calls": (*case.calls, call)}


def _settled(case: Case, act: Act, body: on.CaseSettled) -> Changes:
    return {
        "refused": tuple(
            msgspec.structs.replace(r, settled=body.how) if r.act == body.act else r
            for r in case.refused
        )
    }


STEPS: Mapping[type[CaseAct], Callable[[Case, Act, Any], Changes]] = {
    on.CaseResultSent: _sent,
    on.CaseResultTaken: _taken,
    on.CaseResultRefused: _refused,
    on.CaseShelved: _shelved,
    on.CaseIssued: _issued,
    on.CasePosted: _posted,
    on.CasePostDelivered: _post_delivered,
    on.CasePostReturned: _post_returned,
    on.CaseReceiptPassed: _receipt_passed,
    on.CaseArchived: _archived,
    on.CasePapersReturned: _papers_returned,
    on.CasePapersArrived: _papers_arrived,
    on.CaseAmended: _amended,
    on.CaseVoided: _voided,
    on.CaseWithdrawn: _withdrawn,
    on.CaseTerminated: _terminated,
    on.CaseTransferred: _transferred,
    on.CaseMerged: _merged,
    on.CaseJoined: _joined,
    on.CaseReminded: _reminded,
    on.CaseReminderAnswered: _reminder_answered,
    on.CasePlatformNumbered: _platform,
    on.CaseCalled: _called,
    on.CaseSigned: _signed,
    on.CaseSettled: _settled,
}

"""What somebody still has to do about a case: the rows of every work list.

Pure, from the state alone, so the lists are made again from the acts. A task names who has it
(a department, a window or the counter) and until when, never whose case it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import msgspec

from zcdesk.domain.case import ENDED, Case, CaseState
from zcdesk.domain.case_rules import is_instant
from zcdesk.domain.custody import Bundle, Content, Hand, held


class TaskKind(StrEnum):
    """What is to be done; each is one list of a page."""

    HAND_OVER = "handover"
    ACCEPT = "accept"
    CORRECT = "correct"
    SUPPLEMENT = "supplement"
    ANSWER = "answer"
    STAGE = "stage"
    STEP = "step"
    DECIDE = "decide"
    SEND_RESULT = "send_result"
    TAKE_RESULT = "take_result"
    ISSUE = "issue"
    POST = "post"
    CONFIRM_POST = "confirm_post"
    PASS_RECEIPT = "pass_receipt"  # noqa: S105
    ARCHIVE = "archive"
    RETURN_PAPERS = "return_papers"
    REPLY = "reply"
    SETTLE = "settle"


REFUSED = "refused"
"""What a task to bring a result is about when the counter did not take it."""


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do.

    Attributes:
        department: whose list it is on; for a window's own work the case's department, too.
        window: the window that holds the paper; empty where that does not matter.
        due: ISO time or date; empty = no limit, last in every list.
        about: id or key of the stage, question, material, step or act.
    """

    kind: TaskKind
    department: str
    due: str = ""
    window: str = ""
    about: str = ""


def tasks(case: Case) -> tuple[Task, ...]:
    """Return everything that is to be done about a case."""
    return (
        *_paper(case),
        *_standing(case),
        *_asked(case),
        *(
            Task(kind=TaskKind.REPLY, department=case.department, due=r.reply_by, about=r.id)
            for r in case.reminders
            if not r.answer
        ),
        *(
            Task(kind=TaskKind.SETTLE, department=case.department, due=r.at, about=r.act)
            for r in case.refused
            if not r.settled
        ),
    )


def _paper(case: Case) -> Iterator[Task]:
    waiting = held(case.bundles, {Hand.WINDOW}, {Content.MATERIALS})
    if case.state in ENDED:
        ours = held(case.bundles, {Hand.WINDOW, Hand.DEPARTMENT}, {Content.MATERIALS})
        if ours and case.state not in (CaseState.TRANSFERRED, CaseState.MERGED):
            yield Task(
                kind=TaskKind.RETURN_PAPERS,
                department=case.department,
                due=case.ending.at if case.ending else "",
                window=ours[0].holder,
            )
        return
    if waiting:
        yield Task(
            kind=TaskKind.HAND_OVER,
            department=case.department,
            due=handover_due(case, waiting),
            window=waiting[0].holder,
        )


def handover_due(case: Case, waiting: tuple[Bundle, ...]) -> str:
    """Return when the oldest waiting paper has to be handed over, as its act told."""
    first = min(waiting, key=lambda b: b.since)
    if first.no == 1:
        return case.intake.handover_due
    return case.later_handover


def _standing(case: Case) -> Iterator[Task]:
    """What the state itself asks for."""
    dept = case.department
    match case.state:
        case CaseState.RECEIVED:
            yield Task(kind=TaskKind.ACCEPT, department=dept, due=case.accept_due.at)
        case CaseState.RETURNED:
            yield Task(kind=TaskKind.CORRECT, department=dept, due=case.until.at)
        case CaseState.ACCEPTED:
            yield from _review(case)
        case CaseState.PAUSED:
            for step in case.running_steps:
                yield Task(kind=TaskKind.STEP, department=dept, due="", about=step.id)
        case CaseState.DECIDED if is_instant(case):
            yield Task(
                kind=TaskKind.ISSUE, department=dept, due=case.due.at, window=case.intake.window
            )
        case CaseState.DECIDED:
            correct = case.result.correct_by.at if case.result else ""
            yield Task(
                kind=TaskKind.SEND_RESULT,
                department=dept,
                due=correct or case.due.at,
                about=REFUSED if correct else "",
            )
        case CaseState.SENT:
            yield Task(kind=TaskKind.TAKE_RESULT, department=dept, due=case.due.at)
        case CaseState.SHELVED:
            posts = case.intake.delivery.by_post
            kind = TaskKind.POST if posts else TaskKind.ISSUE
            yield Task(kind=kind, department=dept, due=case.result.taken_at if case.result else "")
        case CaseState.POSTED:
            sent = case.dispatch.at if case.dispatch else ""
            yield Task(kind=TaskKind.CONFIRM_POST, department=dept, due=sent)
        case CaseState.DELIVERED:
            yield from _filing(case)
        case _:
            pass
    if case.is_open:
        for material in case.deferred:
            yield Task(
                kind=TaskKind.SUPPLEMENT, department=dept, due=material.due, about=material.key
            )


def _review(case: Case) -> Iterator[Task]:
    running = [s for s in case.stages if s.begun and not s.done]
    for stage in running:
        yield Task(
            kind=TaskKind.STAGE,
            department=stage.department,
            due=stage.due.at or case.due.at,
            about=stage.id,
        )
    if not any(not s.done for s in case.stages):
        yield Task(kind=TaskKind.DECIDE, department=case.department, due=case.due.at)


def _filing(case: Case) -> Iterator[Task]:
    passed = case.dispatch is not None and case.dispatch.transferred
    due = case.dispatch.receipt_due.at if case.dispatch else ""
    kind = TaskKind.ARCHIVE if passed else TaskKind.PASS_RECEIPT
    yield Task(kind=kind, department=case.department, due=due)


def _asked(case: Case) -> Iterator[Task]:
    for question in case.questions:
        if question.agrees is None and case.is_open:
            yield Task(
                kind=TaskKind.ANSWER,
                department=question.department,
                due=case.accept_due.at or case.due.at,
                about=question.id,
            )

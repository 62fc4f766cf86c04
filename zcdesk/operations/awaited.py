"""What applicants still have to bring (ux 2.10): promised papers, corrections, what came in."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.message import MessageKind, MessageState
from zcdesk.domain.papers import PaperKind
from zcdesk.errors import UserError
from zcdesk.operations import printing
from zcdesk.operations.case_papers import masked_name
from zcdesk.operations.casework import case_of
from zcdesk.operations.printing import PrintTask
from zcdesk.operations.session import Session
from zcdesk.store import messages, persons, prints
from zcdesk.store.index import LAST
from zcdesk.store.prints import PrintState
from zcdesk.store.schema import task_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

SHOWN = 500
_TOLD = {
    TaskKind.SUPPLEMENT: {MessageKind.DEFERRAL_DUE},
    TaskKind.CORRECT: {MessageKind.RETURNED, MessageKind.CORRECTION_DUE},
}
_UNPRINTED = {PrintState.QUEUED, PrintState.FAILED}


class Awaited(msgspec.Struct, frozen=True, kw_only=True):
    """One line.

    Attributes:
        kind: SUPPLEMENT, CORRECT, or HAND_OVER for what came in and waits for its department.
        about: key of a promised material; empty for a correction.
        lacks: names of what has to be brought.
        due: ISO date or time, empty without a limit.
        compares: the original has to be seen beside the copy.
        told: 电话, 当面 or 短信 and when, the last of them; `sent` state of that message.
    """

    case: str
    number: str
    kind: TaskKind
    matter: str
    department: str
    name: str
    lacks: tuple[str, ...]
    about: str = ""
    due: str = ""
    compares: bool = False
    told: str = ""
    told_at: str = ""
    sent: MessageState | None = None

    def is_late(self, now: datetime) -> bool:
        """Whether the day it was to be brought is over."""
        return bool(self.due) and day_of(self.due) < now.date()

    def is_today(self, now: datetime) -> bool:
        """Whether today is the last day."""
        return bool(self.due) and day_of(self.due) == now.date()


def day_of(due: str) -> date:
    """Return the date of an ISO date or time."""
    return datetime.fromisoformat(due).date()


def rows(session: Session) -> tuple[Awaited, ...]:
    """Return everything awaited in the hall, and what came in and was not passed on, by date.

    Any window takes any of it in, so there is no list of one window.
    """
    c = task_index.c
    owed = [TaskKind.SUPPLEMENT.value, TaskKind.CORRECT.value]
    wanted = select(c.subject, c.kind, c.about, c.due).where(c.kind.in_(owed))
    came = select(c.subject, c.kind, c.about, c.due).where(c.kind == TaskKind.HAND_OVER.value)
    with session.reading() as store:
        found = store.select(wanted.order_by(c.due, c.number).limit(SHOWN)).all()
        found = [*found, *store.select(came.order_by(c.due, c.number)).all()]
        lines = (_line(store, r.subject, TaskKind(r.kind), r.about, r.due) for r in found)
        return tuple(line for line in lines if line is not None)


def notice(session: Session, case_id: str) -> PrintTask:
    """Return the last 补正通知书 of a case, to print: the original once, then copies.

    Raises:
        UserError: PRT-09, none was made.
    """
    with session.reading() as store:
        case = case_of(store, case_id)
        jobs = prints.of_subject(store, case.intake.sitting)
        mine = [
            job
            for job in jobs
            if job.paper == PaperKind.CORRECTION.value
            and job.copy == 0
            and job.number.split("/")[0] == case.intake.number
        ]
    if not mine:
        raise UserError("PRT-09")
    task = printing.task_of(mine[-1])
    return task if mine[-1].state in _UNPRINTED else printing.reprint(session, task)


def _line(store: Reader, subject: str, kind: TaskKind, about: str, due: str) -> Awaited | None:
    case = store.state(subject, Case)
    assert case is not None
    material = next((m for m in case.materials if m.key == about), None)
    match kind:
        case TaskKind.CORRECT:
            lacks = tuple(lack.name for lack in case.lacks)
        case TaskKind.SUPPLEMENT:
            lacks = (material.name,) if material else ()
        case _:
            later = [b for b in case.bundles if b.no > 1 and b.hand.value == "收件窗口"]
            if not later:
                return None
            lacks = tuple(name for b in later for name in b.items)
    record = persons.get(store, case.intake.applicant, Particulars)
    told, told_at, sent = _told(store, case, kind, about)
    return Awaited(
        case=case.id,
        number=case.intake.number,
        kind=kind,
        matter=case.intake.matter_name,
        department=case.department,
        name=masked_name(record.applicant.name) if record else "",
        lacks=lacks,
        about=about,
        due="" if due == LAST else due,
        compares=material is not None and material.form == "both",
        told=told,
        told_at=told_at,
        sent=sent,
    )


def _told(
    store: Reader, case: Case, kind: TaskKind, about: str
) -> tuple[str, str, MessageState | None]:
    """Return how the applicant was told of this last, and when."""
    told: list[tuple[str, str, MessageState | None]] = [
        (call.at, call.how, None) for call in case.calls if call.about in ("", about)
    ]
    wanted = _TOLD.get(kind, set())
    told += [
        (one.changed_at or one.at, "短信", one.state)
        for one in messages.of_subject(store, f"case:{case.id}")
        if one.kind in wanted
    ]
    at, how, sent = max(told, default=("", "", None), key=lambda each: each[0])
    return how, at, sent

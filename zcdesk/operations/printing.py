"""Papers on their way to a printer: each has an identity, one original, counted copies.

A paper is queued in the transaction of the act it belongs to, so a kill between 收件 and the
printer leaves it on the list; whatever a printer does, the case stays as it was committed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.paper_words import SUBJECT, PaperWords
from zcdesk.domain.papers import Paper, PaperKind, as_reprint
from zcdesk.domain.sitting import PaperPrinted
from zcdesk.errors import Conflict, UserError
from zcdesk.operations.session import Session, clerk
from zcdesk.store import prints
from zcdesk.store.prints import PrintJob, PrintState

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

SHOWN = 20
OUT = frozenset({PrintState.SENDING, PrintState.SENT, PrintState.CONFIRMED, PrintState.UNKNOWN})
"""States in which paper may be on somebody's desk: never a second original then (UX-31)."""


class PrintTask(msgspec.Struct, frozen=True, kw_only=True):
    """One paper to print.

    Attributes:
        sitting: identity of what it belongs to; a sitting, a ticket or a shift.
        copy: 0 is the original, n the n-th 补打.
        job: its place in the spool; empty until queued.
        state: where it stood when it was read from there.
    """

    sitting: str
    kind: PaperKind
    number: str
    paper: Paper
    copy: int = 0
    job: str = ""
    state: PrintState = PrintState.QUEUED


def queue(tx: Transaction, task: PrintTask, *, printer: str = "", again: bool = False) -> PrintTask:
    """Put a paper with its content into the spool inside an open transaction.

    An original bears the words in force now; its copies bear the same.
    """
    if not again and (words := (tx.state(SUBJECT, PaperWords) or PaperWords()).current):
        head = msgspec.structs.replace(task.paper.head, words=words)
        paper: Paper = msgspec.structs.replace(task.paper, head=head)
        task = msgspec.structs.replace(task, paper=paper)
    job = prints.queue(
        tx,
        paper=task.kind.value,
        subject=task.sitting,
        number=task.number,
        printer=printer,
        content=msgspec.json.encode(task.paper),
        again=again,
    )
    return msgspec.structs.replace(task, job=job.id, copy=job.copy)


def begin(session: Session, task: PrintTask, printer: str) -> str:
    """Note that a paper now goes to a printer; return its job.

    Raises:
        Conflict: PRT-05, this very paper went to a printer before; `time` says when.
    """
    with session.transaction(own=True) as tx:
        again = task.copy > 0
        placed = task if task.job else queue(tx, task, printer=printer, again=again)
        job = _must(tx, placed.job)
        if job.state in OUT:
            raise Conflict("PRT-05", time=job.at[11:19])
        prints.move(tx, job, PrintState.SENDING, printer)
        return job.id


def finish(session: Session, job_id: str, outcome: str) -> None:
    """Record how it ended, one of `PrintState`; what left a printer is an act."""
    state = PrintState(outcome)
    with session.transaction(own=True) as tx:
        job = prints.move(tx, _must(tx, job_id), state)
        if state is PrintState.FAILED or job.paper in _UNRECORDED:
            return
        body = PaperPrinted(
            paper=PaperKind(job.paper),
            number=job.number,
            copy=job.copy,
            printer=job.printer,
            outcome=state.value,
        )
        tx.append(NewAct(subject=f"sitting:{job.subject}", body=body))


def settle(session: Session, job_id: str, came_out: bool) -> None:
    """A person looked: paper came out (纸出来了), or it has to be printed again."""
    with session.transaction(own=True) as tx:
        state = PrintState.CONFIRMED if came_out else PrintState.FAILED
        prints.move(tx, _must(tx, job_id), state)


def reprint(session: Session, task: PrintTask) -> PrintTask:
    """Make the next 补打 of a paper, marked with its count, time and clerk."""
    with session.reading() as store:
        times = _last_copy(store, task) + 1
        who = clerk(store, session.clerk).name
    return msgspec.structs.replace(
        task,
        copy=times,
        job="",
        state=PrintState.QUEUED,
        paper=as_reprint(task.paper, times, who, session.now()),
    )


def recent(session: Session) -> tuple[PrintTask, ...]:
    """Return the originals of the day, the newest first."""
    day = session.now().date().isoformat()
    with session.reading() as store:
        jobs = [
            job
            for job in prints.in_states(
                store, (PrintState.SENT, PrintState.CONFIRMED, PrintState.UNKNOWN), since=day
            )
            if job.copy == 0 and job.paper not in _UNRECORDED
        ]
    newest = sorted(jobs, key=lambda job: (job.at, job.id), reverse=True)[:SHOWN]
    return tuple(task_of(job) for job in newest)


def later(session: Session) -> tuple[PrintTask, ...]:
    """Return what still has to be printed (稍后打), the oldest first."""
    with session.reading() as store:
        jobs = prints.in_states(store, (PrintState.QUEUED, PrintState.FAILED))
    return tuple(task_of(job) for job in sorted(jobs, key=lambda job: job.at))


def interrupted(session: Session) -> tuple[PrintTask, ...]:
    """After a start: what was being sent when the program ended, for a person to look."""
    with session.transaction(own=True) as tx:
        jobs = prints.interrupted(tx)
    return tuple(task_of(job) for job in jobs)


_UNRECORDED = frozenset(
    kind.value
    for kind in (
        PaperKind.TICKET,
        PaperKind.SHIFT,
        PaperKind.PROMISE,
        PaperKind.HANDOVER,
        PaperKind.RESULT_HANDOVER,
        PaperKind.DELIVERY_TRANSFER,
        PaperKind.POST_LIST,
        PaperKind.GUIDE,
        PaperKind.MATERIAL_LIST,
    )
)
"""Papers without a sitting of their own yet: spooled like the others, no act about them."""


def _must(store: Reader, job_id: str) -> PrintJob:
    job = prints.get(store, job_id)
    if job is None:
        raise UserError("PRT-09")
    return job


def _last_copy(store: Reader, task: PrintTask) -> int:
    same = (task.kind.value, task.number)
    return max(
        (
            job.copy
            for job in prints.of_subject(store, task.sitting)
            if (job.paper, job.number) == same
        ),
        default=0,
    )


def task_of(job: PrintJob) -> PrintTask:
    """Return the paper of a job as it was queued."""
    return PrintTask(
        sitting=job.subject,
        kind=PaperKind(job.paper),
        number=job.number,
        paper=msgspec.json.decode(job.content, type=Paper),
        copy=job.copy,
        job=job.id,
        state=job.state,
    )

"""Papers on their way to a printer: each has an identity, one original, counted copies.

Saving and printing are two things: whatever a printer does, the case stays as it was committed.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.papers import Paper, PaperKind, as_reprint
from zcdesk.domain.sitting import PaperPrinted, Sitting
from zcdesk.errors import Conflict
from zcdesk.operations.session import Session, clerk
from zcdesk.store import print_jobs

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

SHOWN = 20


class PrintTask(msgspec.Struct, frozen=True, kw_only=True):
    """One paper to print.

    Attributes:
        sitting: identity of the sitting it belongs to.
        copy: 0 is the original, n the n-th 补打.
    """

    sitting: str
    kind: PaperKind
    number: str
    paper: Paper
    copy: int = 0


def begin(session: Session, task: PrintTask, printer: str, data: bytes) -> str:
    """Note that a paper goes to a printer; the same original never goes twice (UX-31).

    Raises:
        Conflict: PRT-05, it was printed already; `time` says when.
    """
    with session.transaction() as tx:
        before = print_jobs.of_paper(tx, task.sitting, task.kind.value, task.number, task.copy)
        if before is not None and before.state != print_jobs.FAILED:
            raise Conflict("PRT-05", time=before.at[11:19])
        return print_jobs.begin(
            tx,
            subject=task.sitting,
            paper=task.kind.value,
            number=task.number,
            copy=task.copy,
            printer=printer,
            value=msgspec.json.encode(task.paper),
            digest=hashlib.sha256(data).hexdigest(),
        )


def finish(session: Session, job: str, outcome: str) -> None:
    """Record how it ended: `confirmed`, `unknown` or `failed`; what left the printer is an act."""
    with session.transaction() as tx:
        done = print_jobs.finish(tx, job, outcome)
        if outcome == print_jobs.FAILED:
            return
        body = PaperPrinted(
            paper=PaperKind(done.paper),
            number=done.number,
            copy=done.copy,
            printer=done.printer,
            outcome=outcome,
        )
        tx.append(NewAct(subject=f"sitting:{done.subject}", body=body))


def reprint(session: Session, task: PrintTask) -> PrintTask:
    """Make the next 补打 of a paper, marked with its count, time and clerk."""
    with session.reading() as store:
        last = _copies(store, task)
        who = clerk(store, session.clerk).name
    times = last + 1
    return msgspec.structs.replace(
        task, copy=times, paper=as_reprint(task.paper, times, who, session.now())
    )


def recent(session: Session) -> tuple[PrintTask, ...]:
    """Return the papers of the day at this window, the newest first, each once."""
    with session.reading() as store:
        jobs = print_jobs.of_day(store, session.window, session.now().date().isoformat(), SHOWN)
    return tuple(_task(job) for job in jobs)


def later(session: Session) -> tuple[PrintTask, ...]:
    """Return what still has to be printed (稍后打)."""
    with session.reading() as store:
        jobs = print_jobs.waiting(store, session.window)
    return tuple(_task(job) for job in jobs)


def _copies(store: Reader, task: PrintTask) -> int:
    sitting = store.state(f"sitting:{task.sitting}", Sitting)
    done = sitting.printed(task.kind, task.number) if sitting else None
    return done.copies if done else 0


def _task(job: print_jobs.Job) -> PrintTask:
    return PrintTask(
        sitting=job.subject,
        kind=PaperKind(job.paper),
        number=job.number,
        paper=msgspec.json.decode(job.value, type=Paper),
        copy=job.copy,
    )

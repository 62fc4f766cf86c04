"""日清: do numbers, cases, receipts, platform numbers, hand-overs and results of a day agree?

Each comparison names what is missing, one by one, never only a total. Closing records the day's
sums as an act; the sums come back from the acts whenever they are counted again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import func, select

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import ENDED, Case
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.day import Day, DayClosed, DayCount, Difference
from zcdesk.domain.facts import FactKind
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.sitting import Sitting
from zcdesk.domain.ticket import TicketStatus
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework, live
from zcdesk.operations.session import Session
from zcdesk.store.schema import case_index, fact_index, number_index, task_index, ticket_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One comparison.

    Attributes:
        name: key of `MISSING`; `whole` what there is, `missing` subjects that lack the other.
    """

    name: str
    whole: int
    missing: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        return not self.missing


class DayView(msgspec.Struct, frozen=True, kw_only=True):
    """A day before its closing, and how it was closed where it was."""

    date: str
    checks: tuple[Check, ...]
    closed: Day | None = None


def view(session: Session) -> DayView:
    """Compare today's numbers."""
    day = session.now().date().isoformat()
    with session.reading() as store:
        casework.must_hold(session, store, *live.MAY_SEE)
        return DayView(date=day, checks=checks(store, day), closed=store.state(f"day:{day}", Day))


def close(session: Session, remark: str = "") -> Day:
    """Close today; what does not agree needs a word why.

    Raises:
        NotAllowed: CAS-02 no supervisor or administrator; DAY-01 something does not agree and
            nothing is said about it.
    """
    day = session.now().date().isoformat()
    with session.transaction() as tx:
        casework.must_hold(session, tx, *live.MAY_SEE[:2])
        found = [check for check in checks(tx, day) if not check.agrees]
        if found and not remark.strip():
            raise NotAllowed("DAY-01", n=len(found))
        body = DayClosed(
            counts=counts(tx, day),
            differences=tuple(Difference(c.name, len(c.missing)) for c in found),
            remark=remark.strip(),
        )
        tx.append(NewAct(subject=f"day:{day}", body=body))
        closed = tx.state(f"day:{day}", Day)
    assert closed is not None
    return closed


def counts(store: Reader, day: str) -> tuple[DayCount, ...]:
    """Sum a day's facts by kind, department and window: one range of one index for each kind.

    It is what the acts known now tell of that day: a case voided later is no longer among them.
    """
    f = fact_index.c
    made: list[DayCount] = []
    for kind in FactKind:
        rows = store.select(
            select(
                f.department,
                f.window,
                func.count().label("many"),
                func.sum(f.hit).label("hits"),
                func.sum(f.value).label("total"),
            )
            .where(f.kind == kind.value, f.day == day)
            .group_by(f.department, f.window)
            .order_by(f.department, f.window)
        ).all()
        made += [
            DayCount(
                kind=kind.value,
                department=row.department,
                window=row.window,
                count=row.many,
                hits=row.hits,
                value=row.total,
            )
            for row in rows
        ]
    return tuple(made)


def checks(store: Reader, day: str) -> tuple[Check, ...]:
    """Make every comparison of a day."""
    cases = _cases(store, day)
    of_today = {"tickets": _tickets(store, day), "results": _decided(store, day)}
    found = {name: missing(store, day) for name, missing in MISSING.items()}
    return tuple(
        Check(  # what earlier days left open is missing today, too, and counts as a part
            name=name, whole=len({*of_today.get(name, cases), *missing}), missing=tuple(missing)
        )
        for name, missing in found.items()
    )


def _tickets(store: Reader, day: str) -> list[str]:
    return list(
        store.select(select(ticket_index.c.subject).where(ticket_index.c.day == day)).scalars()
    )


def _cases(store: Reader, day: str) -> list[str]:
    c = case_index.c
    wanted = select(c.subject).where(*live.within(c.received_at, day), c.state != "void")
    return list(store.select(wanted.order_by(c.received_at)).scalars())


def _decided(store: Reader, day: str) -> list[str]:
    c = case_index.c
    wanted = select(c.subject).where(*live.within(c.finished_at, day), c.state != "void")
    return list(store.select(wanted.order_by(c.finished_at)).scalars())


def _unended(store: Reader, day: str) -> list[str]:
    """Numbers whose visit has no end: somebody waits, is served, or was passed over."""
    t = ticket_index.c
    wanted = select(t.subject).where(t.day == day, t.status != TicketStatus.CLOSED.value)
    return list(store.select(wanted.order_by(t.taken_at)).scalars())


def _unvisited(store: Reader, day: str) -> list[str]:
    """Cases no visit tells of."""
    found = []
    for subject in _cases(store, day):
        sitting = _sitting(store, subject)
        if sitting is None or subject.partition(":")[2] not in sitting.case_ids:
            found.append(subject)
    return found


def _unprinted(store: Reader, day: str) -> list[str]:
    """Cases whose receipt never came out of a printer."""
    found = []
    for subject in _cases(store, day):
        sitting = _sitting(store, subject)
        prints = sitting.prints if sitting else ()
        if not any(p.paper in _RECEIPTS for p in prints):
            found.append(subject)
    return found


def _unregistered(store: Reader, day: str) -> list[str]:
    """Every case the district platform has no number for, of earlier days too (rules 4)."""
    known = select(number_index.c.subject).where(number_index.c.kind == "platform")
    c = case_index.c
    wanted = select(c.subject).where(
        c.received_at < day + "U", c.state.not_in(ENDED), c.subject.not_in(known)
    )
    return list(store.select(wanted.order_by(c.received_at)).scalars())


def _unfetched(store: Reader, day: str) -> list[str]:
    """Cases whose paper still lies here though it was due today or before."""
    t = task_index.c
    wanted = select(t.subject).where(t.kind == TaskKind.HAND_OVER.value, t.due < day + "U")
    return list(store.select(wanted.order_by(t.due)).scalars())


def _unresulted(store: Reader, day: str) -> list[str]:
    """Decisions whose result has not reached the counter, of earlier days too."""
    t, c = task_index.c, case_index.c
    kinds = (TaskKind.SEND_RESULT.value, TaskKind.TAKE_RESULT.value)
    waiting = select(t.subject).where(t.kind.in_(kinds))
    wanted = select(c.subject).where(c.subject.in_(waiting), c.finished_at < day + "U")
    return list(store.select(wanted.order_by(c.finished_at)).scalars())


_RECEIPTS = frozenset({PaperKind.RECEIPT, PaperKind.AMENDED_RECEIPT})

MISSING: dict[str, Callable[[Any, str], list[str]]] = {
    "tickets": _unended,
    "cases": _unvisited,
    "receipts": _unprinted,
    "platform": _unregistered,
    "handovers": _unfetched,
    "results": _unresulted,
}
"""Comparison → subjects that lack their other half; the last five are cases."""


def _sitting(store: Reader, subject: str) -> Sitting | None:
    case = store.state(subject, Case)
    return store.state(f"sitting:{case.intake.sitting}", Sitting) if case else None

"""Reports: frozen at a period's end by an act, corrected by a 补报, on paper and as a spreadsheet.

Counting a period is `figures`'; which sections stand in it is a plan's, which is data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain import period as periods
from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Role
from zcdesk.domain.papers_parts import PaperHead
from zcdesk.domain.papers_report import ReportPaper
from zcdesk.domain.period import Period, Span
from zcdesk.domain.report import Report, ReportAmended, ReportMade
from zcdesk.domain.report_paper import Plan, Plans
from zcdesk.domain.report_paper import paper as laid_out
from zcdesk.errors import Conflict, Invalid, NotAllowed
from zcdesk.operations import clocks, figures
from zcdesk.operations.session import Session, clerk, hall
from zcdesk.store import meta, project

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

MAKES = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
CAUGHT_UP = 31
"""Periods of a span made up for; older ones are frozen by hand where they are wanted."""

BY_ITSELF = "自动"
"""Who made a paper that nobody asked for."""

REPORTED = (Span.DAY, Span.MONTH, Span.QUARTER, Span.YEAR)


class Listed(msgspec.Struct, frozen=True):
    """A report in the list; `issues` counts its 补报 too."""

    period: str
    at: str
    issues: int


def freeze(session: Session, key: str) -> Report:
    """Freeze the report of a period that is over; one that is frozen stays as it is.

    Raises:
        NotAllowed: FIG-03 the clerk's role makes no reports; FIG-04 the period is not over.
    """
    period = periods.read(key)
    if not period.is_over(session.now().date()):
        raise NotAllowed("FIG-04", period=period.text)
    found = get(session, key)
    if found is not None:
        return found
    return _record(session, key, ReportMade(period=key, sheets=figures.sheets(session, period)))


def amend(session: Session, key: str, reason: str) -> Report:
    """Add a 补报 with the figures as they are known now.

    Raises:
        Invalid: FIG-06, no reason was given.
        Conflict: FIG-05, nothing differs from what was reported; FIG-08, nothing was.
    """
    if not reason.strip():
        raise Invalid("FIG-06", "reason")
    period = periods.read(key)
    found = get(session, key)
    if found is None:
        raise Conflict("FIG-08", period=period.text)
    sheets = figures.sheets(session, period)
    if sheets == found.last.sheets:
        raise Conflict("FIG-05", period=period.text)
    return _record(session, key, ReportAmended(reason=reason.strip(), sheets=sheets))


def differs(session: Session, key: str) -> bool:
    """Tell whether the figures known now are not those reported last."""
    found = get(session, key)
    return found is not None and figures.sheets(session, periods.read(key)) != found.last.sheets


def freeze_next(session: Session) -> str:
    """Freeze the next report that is due and not there; return its period, empty without any.

    In nobody's name, at any station that has every record of the hall: where two do so at once,
    the first in the hall's order stands. One at a time, so that the desk's own work goes between.
    """
    if not session.is_abreast() or clocks.is_ahead(session):
        return ""
    with session.reading() as store:
        if not _knows_all(store, is_joined=bool(session.store.head.epoch)):
            return ""
        due = (one.key for one in _recent(session, store) if not _is_there(store, one))
        key = next(due, "")
    if key:
        period = periods.read(key)
        body = ReportMade(period=key, sheets=figures.sheets(session, period))
        _append(session.as_clerk(""), key, body)
    return key


def freeze_due(session: Session) -> tuple[str, ...]:
    """Freeze everything that is due; see `freeze_next`. Returns the periods."""
    return tuple(iter(partial(freeze_next, session), ""))


def unwritten(session: Session) -> tuple[str, ...]:
    """Return the frozen reports this PC wrote no files of yet, the oldest period first.

    None where somebody works here who makes no reports; one whose act has no place in the hall's
    order waits, for another station's may come before it.
    """
    with session.reading() as store:
        if session.clerk and not MAKES & set(clerk(store, session.clerk).roles):
            return ()
        known = _written(store)
        recent = [one.key for one in _recent(session, store) if one.key not in known]
        return tuple(key for key in recent if store.folded(f"report:{key}").position)


def written(session: Session, keys: Iterable[str]) -> None:
    """Note that this PC has the files of these reports."""
    with session.transaction(own=True) as tx:
        recent = [one.key for one in _recent(session, tx)]
        known = _written(tx) | {*keys}
        kept = msgspec.json.encode([key for key in recent if key in known])
        meta.put(tx, meta.REPORTS, kept.decode())


def get(session: Session, key: str) -> Report | None:
    """Return the report of a period, or None while it is not frozen."""
    with session.reading() as store:
        return store.state(f"report:{key}", Report)


def made(session: Session) -> tuple[Listed, ...]:
    """Return every report there is, the latest period first."""
    with session.reading() as store:
        found = [report for _, report in store.states(Report)]
    rows = (Listed(r.period, r.last.at, len(r.issues)) for r in found)
    return tuple(sorted(rows, key=lambda row: row.period, reverse=True))


def on_paper(
    session: Session, key: str, plan: Plan, department: str = "", issue: int = -1
) -> ReportPaper:
    """Return a frozen report as a paper, of the hall or one department; `issue` counts from 0."""
    period = periods.read(key)
    with session.reading() as store:
        report = store.state(f"report:{key}", Report)
        if report is None:
            raise Conflict("FIG-08", period=period.text)
        head = PaperHead(
            hall=hall(store).name,
            number=f"{key}-{len(report.issues) if issue < 0 else issue + 1}",
            at=session.now(),
            clerk=clerk(store, session.clerk).name if session.clerk else BY_ITSELF,
            simulated=session.simulated,
        )
    return laid_out(head, period, report.issues[issue], plan, department)


def papers(session: Session, keys: Iterable[str], plans: Plans) -> tuple[ReportPaper, ...]:
    """Return frozen reports as papers: of each period the hall's and every department's."""
    made: list[ReportPaper] = []
    for key in keys:
        report = get(session, key)
        if report is None:
            continue
        plan = plans[periods.read(key).span]
        made += (on_paper(session, key, plan, sheet.who) for sheet in report.last.sheets)
    return tuple(made)


def _recent(session: Session, store: Reader) -> Iterator[Period]:
    """Yield the periods that are over and made up for, of each span the oldest first."""
    today = session.now().date()
    founded = store.acts("hall")[0].at[:10]
    for span in REPORTED:
        period = periods.of(span, today).before
        over: list[Period] = []
        while len(over) < CAUGHT_UP and period.last.isoformat() >= founded:
            over.append(period)
            period = period.before
        yield from reversed(over)


def _is_there(store: Reader, period: Period) -> bool:
    return store.state(f"report:{period.key}") is not None


def _knows_all(store: Reader, *, is_joined: bool) -> bool:
    """Whether this station has every record of the hall, and its tables are those of the acts."""
    if project.is_stale(store):
        return False
    whole = meta.get(store, meta.AUDIENCES) == "null" and not meta.get(store, meta.BODIES)
    return whole or not is_joined


def _written(store: Reader) -> set[str]:
    known = meta.get(store, meta.REPORTS)
    return set(msgspec.json.decode(known, type=list[str])) if known else set()


def _record(session: Session, key: str, body: ReportMade | ReportAmended) -> Report:
    """Record what a person makes of a period."""
    with session.reading() as store:
        if not MAKES & set(clerk(store, session.clerk).roles):
            raise NotAllowed("FIG-03")
    return _append(session, key, body)


def _append(session: Session, key: str, body: ReportMade | ReportAmended) -> Report:
    with session.transaction() as tx:
        tx.append(NewAct(subject=f"report:{key}", body=body))
        found = tx.state(f"report:{key}", Report)
        assert found is not None
        return found

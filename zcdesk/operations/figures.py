"""Figures of a period: each one range of one index, each open to the cases behind it.

Never a walk over states or acts: a year is as many index rows as there were facts in it, and
today's page costs what today brought. A rating is a clerk's by the ticket it was given for.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import Select, func, select

from zcdesk.domain.facts import FactKind
from zcdesk.domain.figures import BY_KEY, FIGURES, NOTHING, TIMED, Figure, Tally, number
from zcdesk.domain.period import Period
from zcdesk.domain.report import ReportLine, ReportSheet
from zcdesk.errors import Invalid
from zcdesk.operations.session import Session
from zcdesk.store.schema import case_index, fact_index, ticket_index

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from zcdesk.store.reader import Reader

SHOWN = 200
_F = fact_index.c
_SUMS: tuple[ColumnElement[Any], ...] = (func.count(), func.sum(_F.hit), func.sum(_F.value))
Tallies = Mapping[str, Tally]
"""Kind of fact → its tally."""


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of a period beside the period before and the year before."""

    key: str
    tally: Tally
    value: float | None
    before: float | None = None
    year_ago: float | None = None

    @property
    def figure(self) -> Figure:
        return BY_KEY[self.key]


class Behind(msgspec.Struct, frozen=True, kw_only=True):
    """One fact behind a figure.

    Attributes:
        subject: `case:…`, `ticket:…`, `sitting:…` or `rating:…`.
        number: of the case or ticket, empty for the others; `state` the case's.
    """

    subject: str
    day: str
    hit: bool
    value: int
    department: str
    window: str
    clerk: str
    about: str
    number: str = ""
    state: str = ""


def measure(
    session: Session, period: Period, department: str = "", clerk: str = ""
) -> tuple[Measured, ...]:
    """Return every figure of a period, of the hall or of one department or clerk.

    A department has only the figures of its cases; see `Figure.by_department` and `by_clerk`.
    """
    with session.reading() as store:
        now, before, year_ago = (
            _one(store, p, session, department=department, clerk=clerk)
            for p in (period, period.before, period.year_ago)
        )
    return tuple(
        Measured(
            key=figure.key,
            tally=now.get(figure.kind.value, NOTHING),
            value=_number(figure, now),
            before=_number(figure, before),
            year_ago=_number(figure, year_ago),
        )
        for figure in FIGURES
        if (not department or figure.by_department) and (not clerk or figure.by_clerk)
    )


def by_department(session: Session, period: Period) -> Mapping[str, Tallies]:
    """Return the tallies of each department that had any case in the period."""
    with session.reading() as store:
        found = _grouped(store, session, period, "department")
    return {name: tallies for name, tallies in found.items() if name}


def by_window(session: Session, period: Period) -> Mapping[str, Tallies]:
    """Return the tallies of each window: which are busy, which idle (忙闲不均)."""
    with session.reading() as store:
        found = _grouped(store, session, period, "window")
    return {name: tallies for name, tallies in found.items() if name}


def by_clerk(session: Session, period: Period) -> Mapping[str, Tallies]:
    """Return the tallies of each clerk, ratings by the ticket they were given for."""
    with session.reading() as store:
        found = {k: dict(v) for k, v in _grouped(store, session, period, "clerk").items() if k}
        for clerk, tally in _rated(store, session, period).items():
            found.setdefault(clerk, {})[FactKind.RATED.value] = tally
    return found


def of_hall(session: Session, period: Period) -> Tallies:
    """Return the hall's tallies."""
    with session.reading() as store:
        return _one(store, period, session)


def sheets(session: Session, period: Period) -> tuple[ReportSheet, ...]:
    """Return what a report of the period holds: the hall's sheet, then each department's."""
    now, before, year_ago = (
        {"": of_hall(session, p), **by_department(session, p)}
        for p in (period, period.before, period.year_ago)
    )
    return tuple(
        ReportSheet(
            who=who,
            lines=tuple(
                ReportLine(
                    key=figure.key,
                    tally=tallies.get(figure.kind.value, NOTHING),
                    before=_number(figure, before.get(who, {})),
                    year_ago=_number(figure, year_ago.get(who, {})),
                )
                for figure in FIGURES
                if not who or figure.by_department
            ),
            reasons=reasons(session, period, who),
        )
        for who, tallies in sorted(now.items())
    )


def trend(
    session: Session, key: str, period: Period, department: str = "", count: int = 8
) -> tuple[tuple[str, float | None], ...]:
    """Return a figure in the last `count` periods, this one last: (key of the period, figure)."""
    figure = BY_KEY[key]
    periods = [period]
    while len(periods) < count:
        periods.append(periods[-1].before)
    which = (_F.department == department,) if department else ()
    found = []
    with session.reading() as store:
        for one in reversed(periods):
            tally = _count(store, figure.kind, (*_range(figure.kind, one, session), *which))
            found.append((one.key, number(figure, tally) if tally.total else None))
    return tuple(found)


def reasons(session: Session, period: Period, department: str = "") -> tuple[tuple[str, int], ...]:
    """Return why cases were returned and how often, the commonest first."""
    counted = func.count().label("times")
    wanted = (
        select(_F.about, counted)
        .where(*_range(FactKind.REASON, period, session))
        .group_by(_F.about)
        .order_by(counted.desc(), _F.about)
    )
    if department:
        wanted = wanted.where(_F.department == department)
    with session.reading() as store:
        return tuple((row.about, int(row.times)) for row in store.select(wanted).all())


def behind(
    session: Session,
    key: str,
    period: Period,
    *,
    hit: bool | None = None,
    department: str = "",
    window: str = "",
    clerk: str = "",
    limit: int = SHOWN,
    skip: int = 0,
) -> tuple[Behind, ...]:
    """Return the cases, tickets or ratings behind a figure, the latest first.

    Args:
        hit: only those that count in the numerator, or only those that do not.

    Raises:
        Invalid: FIG-02, there is no such figure.
    """
    figure = BY_KEY.get(key)
    if figure is None:
        raise Invalid("FIG-02", "figure", key=key)
    wanted = _lines().where(*_range(figure.kind, period, session))
    if hit is not None:
        wanted = wanted.where(_F.hit == int(hit))
    if department:
        wanted = wanted.where(_F.department == department)
    if window:
        wanted = wanted.where(_F.window == window)
    if clerk:
        wanted = wanted.where(_of_clerk(figure, clerk))
    ordered = wanted.order_by(_F.day.desc(), _F.subject.desc(), _F.no).limit(limit).offset(skip)
    with session.reading() as store:
        return tuple(_behind(row) for row in store.select(ordered).all())


def _lines() -> Select[Any]:
    cases = case_index.c
    return select(
        fact_index,
        cases.number,
        cases.state,
        ticket_index.c.number.label("ticket"),
    ).select_from(
        fact_index.outerjoin(case_index, cases.subject == _F.subject).outerjoin(
            ticket_index, ticket_index.c.subject == _F.subject
        )
    )


def _behind(row: Any) -> Behind:
    return Behind(
        subject=row.subject,
        day=row.day,
        hit=bool(row.hit),
        value=row.value,
        department=row.department,
        window=row.window,
        clerk=row.clerk if row.kind != FactKind.RATED.value else "",
        about=row.about,
        number=row.number or row.ticket or "",
        state=row.state or "",
    )


def _of_clerk(figure: Figure, clerk: str) -> ColumnElement[bool]:
    if figure.kind is not FactKind.RATED:
        return _F.clerk == clerk
    served = fact_index.alias()
    mine = select(served.c.subject).where(
        served.c.kind == FactKind.SERVED.value, served.c.clerk == clerk
    )
    return ("ticket:" + _F.about).in_(mine)


def _range(kind: FactKind, period: Period, session: Session) -> tuple[ColumnElement[bool], ...]:
    """What is due counts from the day after: today it may still be done in time."""
    last = period.last
    if kind in _DUE:
        last = min(last, session.now().date() - timedelta(1))
    return (
        _F.kind == kind.value,
        _F.day >= period.first.isoformat(),
        _F.day <= last.isoformat(),
    )


_DUE = frozenset({FactKind.HANDED, FactKind.PROMISE})


def _number(figure: Figure, tallies: Tallies) -> float | None:
    return number(figure, tallies.get(figure.kind.value, NOTHING))


def _one(
    store: Reader, period: Period, session: Session, *, department: str = "", clerk: str = ""
) -> Tallies:
    which: list[ColumnElement[bool]] = []
    if department:
        which.append(_F.department == department)
    if clerk:
        which.append(_F.clerk == clerk)
    found: dict[str, Tally] = {}
    for kind in FactKind:
        tally = _count(store, kind, (*_range(kind, period, session), *which))
        if tally.total:
            found[kind.value] = tally
    if clerk:
        rated = _rated(store, session, period).get(clerk)
        if rated:
            found[FactKind.RATED.value] = rated
    return found


def _count(store: Reader, kind: FactKind, where: tuple[ColumnElement[bool], ...]) -> Tally:
    row = store.select(select(*_SUMS).where(*where)).one()
    return _tally(row, _values(store, where) if row[0] and kind in TIMED else [])


def _values(store: Reader, where: tuple[ColumnElement[bool], ...]) -> list[int]:
    wanted: Select[Any] = select(_F.value).where(*where)
    return list(store.select(wanted).scalars())


def _tally(row: Any, values: list[int]) -> Tally:
    total, hits, value = (int(x or 0) for x in row[-3:])
    return Tally(total, hits, value, float(statistics.median(values)) if values else 0.0)


def _grouped(store: Reader, session: Session, period: Period, by: str) -> dict[str, Tallies]:
    found: dict[str, dict[str, Tally]] = {}
    for kind in FactKind:
        where = _range(kind, period, session)
        totals = select(_F[by], *_SUMS)
        values = dict(_values_by(store, where, by)) if kind in TIMED else {}
        for row in store.select(totals.where(*where).group_by(_F[by])).all():
            found.setdefault(row[0], {})[kind.value] = _tally(row, values.get(row[0], []))
    return dict(found)


def _values_by(
    store: Reader, where: tuple[ColumnElement[bool], ...], by: str
) -> Iterator[tuple[str, list[int]]]:
    wanted: Select[Any] = select(_F[by], _F.value).where(*where).order_by(_F[by])
    rows = [tuple(row) for row in store.select(wanted).all()]
    for name, group in groupby(rows, key=itemgetter(0)):
        yield str(name), [int(row[1]) for row in group]


def _rated(store: Reader, session: Session, period: Period) -> dict[str, Tally]:
    """Ratings of each clerk: a rating names a ticket, the ticket's own fact who served it."""
    served = fact_index.alias()
    wanted = (
        select(served.c.clerk, *_SUMS)
        .select_from(
            fact_index.join(
                served,
                (served.c.subject == "ticket:" + _F.about)
                & (served.c.kind == FactKind.SERVED.value),
            )
        )
        .where(*_range(FactKind.RATED, period, session))
        .group_by(served.c.clerk)
    )
    return {row[0]: _tally(row, []) for row in store.select(wanted).all() if row[0]}

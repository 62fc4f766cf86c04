"""The assessment sheet (考核) of window staff: the hall's weights over figures that can be traced.

For coaching, not for contests: sorted by name, no rank anywhere, and nothing of a person is shown
that rests on fewer cases than the hall's policy says (S4: 考核办法; default 10).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.facts import FactKind
from zcdesk.domain.figures import BY_KEY, NOTHING, Figure, FigurePolicy, Tally, number, text
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.papers_parts import PaperHead
from zcdesk.domain.papers_report import AssessmentPaper, ReportTable
from zcdesk.domain.period import Period
from zcdesk.errors import Invalid
from zcdesk.operations import figures, policies
from zcdesk.operations.session import Session, clerk, hall, policy

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

SEES = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR})
CONTEXT = ("received", "handling")
"""Shown beside the indicators and never weighed: how many and how long would reward haste."""


class Indicator(msgspec.Struct, frozen=True, kw_only=True):
    """One number of one person; `value` is None where too few cases are behind it."""

    key: str
    weight: int
    count: int
    value: float | None = None

    @property
    def figure(self) -> Figure:
        return BY_KEY[self.key]


class Assessed(msgspec.Struct, frozen=True, kw_only=True):
    """One person's sheet; `score` from 0 to 100, None where nothing can be weighed."""

    staff_no: str
    name: str
    indicators: tuple[Indicator, ...]
    score: float | None = None


def assess(session: Session, period: Period) -> tuple[Assessed, ...]:
    """Return the sheets of everybody who worked at a window, by name; a clerk gets their own."""
    counted = figures.by_clerk(session, period)
    with session.reading() as store:
        rules = policy(store).figures
        who = clerk(store, session.clerk)
        names = {one.staff_no: one.name for _, one in store.states(Clerk)}
    may_see = set(counted) if SEES & set(who.roles) else {session.clerk} & set(counted)
    made = (
        _assessed(staff_no, names.get(staff_no, staff_no), counted[staff_no], rules)
        for staff_no in may_see
    )
    return tuple(sorted(made, key=lambda one: (one.name, one.staff_no)))


def weights(session: Session) -> tuple[tuple[Figure, int], ...]:
    """Return every indicator that can be weighed, with the hall's weight."""
    with session.reading() as store:
        return tuple((BY_KEY[key], weight) for key, weight in policy(store).figures.weights)


def set_weights(session: Session, given: Mapping[str, int]) -> None:
    """Set some weights of the hall, as any policy is set.

    Raises:
        Invalid: FIG-02 no such indicator; FIG-07 nothing would weigh anything; POL-03 a weight
            out of bounds.
        NotAllowed: CAS-02.
    """
    known = {figure.key: weight for figure, weight in weights(session)}
    for key in given:
        if key not in known:
            raise Invalid("FIG-02", "weights", key=key)
    if not any({**known, **given}.values()):
        raise Invalid("FIG-07", "weights")
    policies.change(session, {f"figures.weight_{key}": value for key, value in given.items()})


def on_paper(session: Session, period: Period) -> AssessmentPaper:
    """Return the sheet as a paper."""
    rows = assess(session, period)
    with session.reading() as store:
        rules = policy(store).figures
        head = _head(session, store, period)
    keys = (*CONTEXT, *(key for key, weight in rules.weights if weight))
    shares = dict(rules.weights)
    titles = tuple(
        f"{BY_KEY[key].title}（权重 {shares[key]}）" if key in shares else BY_KEY[key].title
        for key in keys
    )
    return AssessmentPaper(
        head=head,
        name=f"{period.text}考核表",
        scope="窗口人员",
        tables=(
            ReportTable(
                title="人员指标",
                columns=("姓名", *titles, "得分"),
                rows=tuple(_cells(one, keys, rules.least) for one in rows),
                note=f"按姓名排列，不排名次。少于 {rules.least} 件的数字不显示。",
            ),
        ),
    )


def said(one: Indicator, least: int) -> str:
    """Write one number, or that too few cases are behind it."""
    if one.value is None and one.count < least:
        return f"不足 {least} 件"
    return text(one.figure, one.value)


def _assessed(
    staff_no: str, name: str, counted: Mapping[str, Tally], rules: FigurePolicy
) -> Assessed:
    weighed = {key: weight for key, weight in rules.weights if weight}
    found = tuple(
        _indicator(BY_KEY[key], weight, counted, rules.least)
        for key, weight in (dict.fromkeys(CONTEXT, 0) | weighed).items()
    )
    shown = [one for one in found if one.weight and one.value is not None]
    cases = counted.get(FactKind.RECEIVED.value, NOTHING).total
    score = None
    if shown and cases >= rules.least:
        score = 100 * sum(_good(one) * one.weight for one in shown)
        score /= sum(one.weight for one in shown)
    return Assessed(staff_no=staff_no, name=name, indicators=found, score=score)


def _indicator(figure: Figure, weight: int, counted: Mapping[str, Tally], least: int) -> Indicator:
    tally = counted.get(figure.kind.value, NOTHING)
    value = number(figure, tally) if tally.total >= least else None
    return Indicator(key=figure.key, weight=weight, count=tally.total, value=value)


def _good(one: Indicator) -> float:
    """What an indicator adds, from 0 to 1: a rate, turned round where less is better."""
    value = min(max(one.value or 0.0, 0.0), 1.0)
    return value if one.figure.rises else 1 - value


def _cells(one: Assessed, keys: tuple[str, ...], least: int) -> tuple[str, ...]:
    known = {indicator.key: indicator for indicator in one.indicators}
    score = "—" if one.score is None else f"{one.score:.1f}"
    return (one.name, *(said(known[key], least) for key in keys), score)


def _head(session: Session, store: Reader, period: Period) -> PaperHead:
    return PaperHead(
        hall=hall(store).name,
        number=f"考-{period.key}",
        at=session.now(),
        clerk=clerk(store, session.clerk).name,
        simulated=session.simulated,
    )

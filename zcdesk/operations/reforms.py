"""四减 (fewer matters, steps, materials, days: S3) and the hall's targets for windows and online.

All of it follows from the published versions of the catalogue and from the period's facts; there
is nothing to type in. A matter counts on a day as the version in force at the end of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from zcdesk.domain.entry import Entry, MatterPublished, MatterWithdrawn
from zcdesk.domain.facts import FactKind
from zcdesk.domain.matter import Matter, MatterType, Necessity, Unit
from zcdesk.domain.period import Period
from zcdesk.domain.sheet import Sheet
from zcdesk.domain.window import Window, WindowKind
from zcdesk.errors import Invalid
from zcdesk.operations import figures
from zcdesk.operations.session import Session, policy

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

ONE_WINDOW = frozenset({WindowKind.GENERAL, WindowKind.FIELD, WindowKind.ALL_ROUND})
"""What S4 calls 一窗式: windows that take in for several departments."""

SHARE = "share:"
"""Begins the name of a share of windows; the kind follows."""

Matters = Mapping[str, Matter]


class Stand(NamedTuple):
    """The catalogue at three times: as first published, and at both ends of a period."""

    first: Matters
    before: Matters
    after: Matters


def _materials(matter: Matter) -> int:
    """Papers a citizen has to bring whatever the case: required, and not had by sharing."""
    return sum(m.necessity is Necessity.REQUIRED and not m.waived for m in matter.materials)


def _days(matter: Matter) -> int:
    """Promised working days; an instant matter takes none, one without a promise is left out."""
    if matter.effective_type is MatterType.INSTANT or matter.promised_unit is not Unit.WORKING:
        return 0
    return matter.promised_days or 0


MEASURES: Mapping[str, tuple[str, Callable[[Matter], int]]] = MappingProxyType(
    {
        "matters": ("事项（项）", lambda _: 1),
        "materials": ("必交材料（份）", _materials),
        "days": ("承诺时限合计（工作日）", _days),
    }
)


def overview(session: Session, period: Period) -> Sheet:
    """Return the four reductions over a period, and the hall's shares beside its targets.

    The steps of a matter stand in no catalogue: they are the stages its reviews really took, the
    period's against the same of the period before.
    """
    with session.reading() as store:
        stand = _stand(store, period)
        matters = tuple(stand.after.values())
        windows = [w.at(session.now()) for _, w in store.states(Window)]
        targets = policy(store).figures
    rows: list[tuple[str | int, ...]] = []
    keys: list[str] = []
    for name, (title, measure) in MEASURES.items():
        counts = [sum(map(measure, at.values())) for at in stand]
        rows.append((title, *counts, f"{counts[2] - counts[0]:+d}", ""))
        keys.append(f"reform/{name}")
    rows.append(_steps(session, period))
    keys.append("behind/steps///")
    for kind in WindowKind:
        mine = [w for w in windows if w.kind is kind]
        if mine:
            rows.append((f"{kind.value}可办事项", "", "", _share(mine, matters), "", ""))
            keys.append(f"reform/{SHARE}{kind.value}")
    one = [w for w in windows if w.kind in ONE_WINDOW]
    keys.append(f"reform/{SHARE}")
    rows.append(("综窗可办事项占比", "", "", _share(one, matters), "", f"≥ {targets.class_share}%"))
    rows.append(_online(session, period, targets.online_share))
    return Sheet(
        title=f"四减与目标 {period.text}",
        headings=("指标", "首次发布", "期初", "期末", "比首次", "目标"),
        rows=tuple(rows),
        keys=(*keys, "behind/received///"),
    )


def behind(session: Session, period: Period, name: str) -> Sheet:
    """Return the matters that make the difference of one of `MEASURES`, or a share of windows.

    Args:
        name: a key of `MEASURES`, or `SHARE` with a kind of window, alone for 综窗 together.

    Raises:
        Invalid: FIG-02, there is no such figure.
    """
    if name.startswith(SHARE):
        return _taken(session, period, name.removeprefix(SHARE))
    if name not in MEASURES:
        raise Invalid("FIG-02", "figure", key=name)
    title, measure = MEASURES[name]
    with session.reading() as store:
        stand = _stand(store, period)
    every = {**stand.first, **stand.before, **stand.after}
    counts = {key: tuple(measure(at[key]) if key in at else 0 for at in stand) for key in every}
    changed = [(every[key], found) for key, found in counts.items() if len(set(found)) > 1]
    return Sheet(
        title=f"{title} {period.text}：有变化的事项",
        headings=("编码", "事项", "部门", "首次发布", "期初", "期末"),
        rows=tuple((m.code, m.name, m.department, *found) for m, found in changed),
        keys=("",) * len(changed),
    )


def _taken(session: Session, period: Period, kind: str) -> Sheet:
    """Return every matter with whether a kind of window takes it now, those it does not first."""
    if kind and kind not in set(WindowKind):
        raise Invalid("FIG-02", "figure", key=kind)
    kinds = {WindowKind(kind)} if kind else ONE_WINDOW
    with session.reading() as store:
        matters = _stand(store, period).after.values()
        windows = [w.at(session.now()) for _, w in store.states(Window)]
    mine = [w for w in windows if w.kind in kinds]
    found = sorted(((any(w.takes(m) for w in mine), m.code, m) for m in matters), key=_order)
    return Sheet(
        title=f"{kind}可办事项" if kind else "综窗可办事项占比",
        headings=("编码", "事项", "部门", "情况"),
        rows=tuple(
            (m.code, m.name, m.department, "可办" if is_in else "不可办") for is_in, _, m in found
        ),
        keys=("",) * len(found),
    )


def _order(line: tuple[bool, str, Matter]) -> tuple[bool, str]:
    return line[:2]


def _stand(store: Reader, period: Period) -> Stand:
    first: dict[str, Matter] = {}
    before: dict[str, Matter] = {}
    after: dict[str, Matter] = {}
    ends = ((before, period.first - dt.timedelta(1)), (after, period.last))
    for subject, _ in store.states(Entry):
        for at, body in _versions(store, subject):
            for place, end in ends:
                if at > end.isoformat():
                    continue
                if isinstance(body, MatterPublished):
                    first.setdefault(subject, body.matter)
                    place[subject] = body.matter
                else:
                    place.pop(subject, None)
    return Stand(first, before, after)


def _versions(
    store: Reader, subject: str
) -> Iterable[tuple[str, MatterPublished | MatterWithdrawn]]:
    """Yield the day from which on each published version, or the withdrawal, held."""
    for act in store.acts(subject):
        body = store.rules.decode_body(act)
        if isinstance(body, MatterPublished):
            yield max(act.at[:10], body.matter.valid_from[:10]), body
        elif isinstance(body, MatterWithdrawn):
            yield act.at[:10], body


def _steps(session: Session, period: Period) -> tuple[str | int, ...]:
    kind = FactKind.DECIDED.value
    now, before = (figures.of_hall(session, p).get(kind) for p in (period, period.before))
    said = [f"{t.value / t.total:.1f}" if t and t.total else "—" for t in (before, now)]
    return ("平均审查环节（实际）", "", *said, "", "")


def _share(windows: list[Window], matters: tuple[Matter, ...]) -> str:
    taken = sum(any(w.takes(m) for w in windows) for m in matters)
    if not matters:
        return "—"
    return f"{taken} / {len(matters)} · {100 * taken / len(matters):.0f}%"


def _online(session: Session, period: Period, target: int) -> tuple[str | int, ...]:
    now, before = (
        figures.of_hall(session, p).get(FactKind.RECEIVED.value) for p in (period, period.before)
    )
    said = [f"{100 * t.hits / t.total:.1f}%" if t and t.total else "—" for t in (before, now)]
    return ("网上申报率", "", *said, "", f"≥ {target}%")

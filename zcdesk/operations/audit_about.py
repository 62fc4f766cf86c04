"""What people call the subjects of acts: the number on a paper, a name, a window.

Nobody but the program knows a case or a ticket by its identity; a log that names it so cannot be
read by whoever is to judge it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from zcdesk.domain.fold import subject_type
from zcdesk.store.schema import case_index, ticket_index

if TYPE_CHECKING:
    from sqlalchemy import Column

    from zcdesk.store.reader import Reader

Names = Mapping[str, str]
"""Staff number → name."""


def called(store: Reader, subject: str, names: Names) -> str:
    """Return what people call a subject; empty where its kind says all there is to say."""
    kind, rest = subject_type(subject), subject.partition(":")[2]
    if kind in _INDEXED:
        return next((found for look in _INDEXED[kind] if (found := look(store, rest))), "")
    if kind in _PERSONS:
        return f"{names.get(rest, '')} {rest}".strip()
    if kind in _SAYS_ITSELF:
        return rest.replace("/", " ")  # a booking is its day and code, a device its window
    read = _STATES.get(kind)
    state = store.state(subject) if read else None
    return read(state, names) if read and state is not None else ""


def _number(column: Column[Any], wanted: Column[Any], prefix: str = "") -> Callable[..., str]:
    """Look in an index: `column` where `wanted` is the identity."""

    def look(store: Reader, identity: str) -> str:
        found = store.select(select(column).where(wanted == f"{prefix}{identity}")).scalar()
        return str(found or "")

    return look


_OF_SITTING = (
    _number(case_index.c.receipt_number, case_index.c.sitting),
    _number(ticket_index.c.number, ticket_index.c.sitting),
)
"""A visit is known by its receipt; one that ended without, by its ticket."""

_INDEXED: Mapping[str, tuple[Callable[..., str], ...]] = {
    "case": (
        _number(case_index.c.number, case_index.c.subject, "case:"),
        *_OF_SITTING,  # who looks at a licence before there is a case is recorded by the visit
    ),
    "reentry": (
        lambda store, rest: called(store, f"case:{rest.partition('/')[0]}", {}),  # case/system
    ),
    "ticket": (_number(ticket_index.c.number, ticket_index.c.subject, "ticket:"),),
    "sitting": _OF_SITTING,
    "rating": _OF_SITTING,
}
_PERSONS = frozenset({"clerk", "size", "training"})
_SAYS_ITSELF = frozenset({"window", "online", "booking", "report", "day", "station", "device"})


def _of_matter(entry: Any, _names: Names) -> str:
    return f"{entry.matter.code} {entry.matter.name}"


def _of_package(entry: Any, _names: Names) -> str:
    package = entry.package or entry.proposed
    return package.name if package is not None else ""


def _of_deputy(deputy: Any, names: Names) -> str:
    pair = (deputy.named.first, deputy.named.second)
    return " · ".join(names.get(one, one) for one in pair)


def _of_shift(shift: Any, names: Names) -> str:
    return f"{names.get(shift.clerk, shift.clerk)} {shift.at[:16].replace('T', ' ')}"


_STATES: Mapping[str, Callable[[Any, Names], str]] = {
    "matter": _of_matter,
    "proposal": _of_matter,
    "package": _of_package,
    "deputy": _of_deputy,
    "shift": _of_shift,
    "handover": lambda one, _: f"{one.department} {one.number}",
    "authority": lambda one, _: f"{one.given.department} {one.given.number}".strip(),
    "inquiry": lambda one, _: one.recorded.number,
    "parcel": lambda one, _: one.arrived.waybill,
    "book": lambda one, _: one.name,
    "erasure": lambda one, _: one.day,
}

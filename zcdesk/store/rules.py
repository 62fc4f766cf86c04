"""What the store needs of the domain, as one value.

The store keeps and orders acts; what they mean is told by these functions. Tests pass tiny rules
of their own. Never a rule written here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.store.index import Index

State = msgspec.Struct

# Each ends or opens something that can happen once: two of them on one base exclude each other.
_EXCLUSIVE = frozenset(
    {
        "ticket.called",
        "ticket.transferred",
        "booking.taken",
        "case.received",
        "sitting.received",
        "sitting.notified",
        "sitting.referred",
        "online.reviewed",
        "online.taken",
        "window.set",
        "window.lent",
        "parcel.passed_on",
        "parcel.taken",
        "parcel.notified",
        "proposal.saved",
        "proposal.returned",
        "proposal.approved",
        "package.proposed",
        "package.returned",
    }
)


@dataclass(frozen=True)
class Rules:
    """The domain as the store sees it.

    Attributes:
        kinds: kind → type of body.
        states: subject type → type of state.
        decode_body: None for an unknown kind or an erased body.
        subject_type: `ticket` of `ticket:…`.
        fold: pure; the state after an act.
        indexes: subject type → rows of the index tables.
        exclusive: kinds of which only the first act on one base counts; later ones are contested.
        version: of the read tables; see `index.PROJECTION_VERSION`.
    """

    kinds: Mapping[str, type[Body]]
    states: Mapping[str, type[State]]
    decode_body: Callable[[Act], Body | None]
    subject_type: Callable[[str], str]
    fold: Callable[[State | None, Act, Body | None], State | None]
    indexes: Mapping[str, tuple[Index, ...]] = field(default_factory=dict)
    exclusive: frozenset[str] = frozenset()
    version: int = 1


def hall_rules() -> Rules:
    """Return the real rules."""
    from zcdesk.domain import fold
    from zcdesk.store import index

    return Rules(
        kinds=fold.KINDS,
        states=fold.STATES,
        decode_body=fold.decode_body,
        subject_type=fold.subject_type,
        fold=fold.fold,
        indexes=index.INDEXES,
        exclusive=_EXCLUSIVE,
        version=index.PROJECTION_VERSION,
    )

"""A catalogue entry: the published version of a matter, and who published it.

A version is never changed: a change is a new version, and a case keeps the one it was taken in
under (rules 2).
"""

from __future__ import annotations

from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.matter import Matter


class MatterPublished(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "matter.published"
    matter: Matter
    approver: str = ""


class MatterWithdrawn(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "matter.withdrawn"
    reason: str


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Attributes: `withdrawn` holds the reason once no window takes the matter in."""

    matter: Matter
    published_at: str
    by: str
    withdrawn: str = ""


def fold(state: Entry | None, act: Act, body: Body) -> Entry | None:
    """An older or equal version than the published one changes nothing."""
    match body:
        case MatterPublished():
            if state is not None and body.matter.version <= state.matter.version:
                return state
            return Entry(matter=body.matter, published_at=act.at, by=act.clerk)
        case MatterWithdrawn() if state is not None:
            return msgspec.structs.replace(state, withdrawn=body.reason)
        case _:
            return state

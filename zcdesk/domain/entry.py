"""A catalogue entry: the published version of a matter, and who published it.

A version is never changed: a change is a new version, and a case keeps the one it was taken in
under (rules 2). A version may begin on a later day; until then the one before it is in force, so
whoever reads an entry asks `at` for what holds now.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar, Protocol, TypeVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.matter import Matter
from zcdesk.domain.worktime import HALL_ZONE

NOT_YET = "尚未生效"
"""Why a matter whose first version has not begun is taken in nowhere."""


class MatterPublished(Body, frozen=True, kw_only=True):
    """Attributes: `effective` is the ISO day the version begins with; empty = at once."""

    kind: ClassVar[str] = "matter.published"
    matter: Matter
    approver: str = ""
    effective: str = ""


class MatterWithdrawn(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "matter.withdrawn"
    reason: str


class Ahead(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A published version whose day has not come; `begins` is its ISO day."""

    matter: Matter
    begins: str
    published_at: str
    by: str

    @property
    def version(self) -> int:
        return self.matter.version


class Later(Protocol):
    """A version with a day of its own, of whatever it is."""

    @property
    def begins(self) -> str: ...
    @property
    def version(self) -> int: ...


_L = TypeVar("_L", bound=Later)


def begun(ahead: Sequence[_L], now: dt.datetime) -> tuple[_L | None, tuple[_L, ...]]:
    """Return the last of the versions that have begun, and those above it that have not."""
    found = [one for one in ahead if begin(one.begins) <= now]
    if not found:
        return None, tuple(ahead)
    last = max(found, key=lambda one: one.version)
    left = (one for one in ahead if one not in found and one.version > last.version)
    return last, tuple(left)


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is published of a matter.

    Attributes:
        withdrawn: the reason once no window takes the matter in.
        ahead: versions that begin later, in the order they were published.
    """

    matter: Matter
    published_at: str
    by: str
    withdrawn: str = ""
    ahead: tuple[Ahead, ...] = ()

    @property
    def newest(self) -> int:
        """Number of the last version, whether it has begun or not."""
        return max(self.matter.version, *(one.matter.version for one in self.ahead), 0)

    def at(self, now: dt.datetime) -> Entry:
        """Return the entry as it is in force: of the versions that have begun, the last."""
        last, left = begun(self.ahead, now)
        if last is None:
            return self
        return Entry(matter=last.matter, published_at=last.published_at, by=last.by, ahead=left)


def fold(state: Entry | None, act: Act, body: Body) -> Entry | None:
    """An older or equal version than the newest published one changes nothing."""
    old = state.at(dt.datetime.fromisoformat(act.at)) if state is not None else None
    match body:
        case MatterPublished():
            if old is not None and body.matter.version <= old.newest:
                return old
            return _published(old, act, body)
        case MatterWithdrawn() if old is not None:
            return msgspec.structs.replace(old, withdrawn=body.reason, ahead=())
        case _:
            return old


def _published(old: Entry | None, act: Act, body: MatterPublished) -> Entry:
    if begin(body.effective) <= dt.datetime.fromisoformat(act.at):
        return Entry(matter=body.matter, published_at=act.at, by=act.clerk)
    later = Ahead(matter=body.matter, begins=body.effective, published_at=act.at, by=act.clerk)
    if old is None:
        first = Entry(matter=body.matter, published_at=act.at, by=act.clerk, withdrawn=NOT_YET)
        return msgspec.structs.replace(first, ahead=(later,))
    return msgspec.structs.replace(old, ahead=(*old.ahead, later))


def begin(day: str) -> dt.datetime:
    """Return the first moment of a day in the hall; what is no day has begun long ago."""
    try:
        return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), HALL_ZONE)
    except ValueError:
        return dt.datetime.min.replace(tzinfo=HALL_ZONE)

"""What is done to a station rather than at it: copies, restores, exports, versions.

Each is an act on `station:NAME`, so the administrator sees from any desk which PC was copied when
and runs which version, and the auditor sees who took the data out.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body


class BackedUp(Body, frozen=True, kw_only=True):
    """A copy was made and looked through.

    Attributes:
        position: end of the hall's order in it.
    """

    kind: ClassVar[str] = "station.backed_up"
    station: str
    position: int


class Restored(Body, frozen=True, kw_only=True):
    """The station was brought back from a copy.

    Attributes:
        taken_at: when the copy was made. missing: acts the lost file had after it; -1 = not known.
        numbers: the last ones in the copy; what was printed after them is on paper only.
    """

    kind: ClassVar[str] = "station.restored"
    station: str
    taken_at: str
    missing: int
    numbers: tuple[str, ...] = ()


class TakenOut(Body, frozen=True, kw_only=True):
    """Everything the station holds was written out in the clear."""

    kind: ClassVar[str] = "station.taken_out"
    station: str
    acts: int
    persons: int
    pages: int


class Turn(StrEnum):
    """How a change of version ended."""

    DONE = "done"
    FAILED = "failed"
    BACK = "back"


class VersionChanged(Body, frozen=True, kw_only=True):
    """The station runs another version than before, or was to.

    Attributes:
        why: code of the error where it failed.
    """

    kind: ClassVar[str] = "station.version"
    station: str
    version: str
    before: str
    turn: Turn
    why: str = ""


class ClockBelieved(Body, frozen=True, kw_only=True):
    """A person looked at the PC's clock and said that it is right, though it did not seem so.

    Attributes:
        before: ISO time of the last act whose clock was believed.
    """

    kind: ClassVar[str] = "station.clock_believed"
    station: str
    before: str


class Station(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One station as these acts leave it.

    Attributes:
        backed_up: time of the last copy; restored: of the last restore; taken_out: of the last
            full export. version: what it runs; empty = as it was installed.
        stuck: the version that failed last, and its code.
    """

    name: str
    backed_up: str = ""
    restored: str = ""
    taken_out: str = ""
    version: str = ""
    version_at: str = ""
    stuck: tuple[str, str] = ("", "")


STEPS: tuple[type[Body], ...] = (BackedUp, Restored, TakenOut, VersionChanged, ClockBelieved)


def fold(state: Station | None, act: Act, body: Body) -> Station | None:
    """Apply one act."""
    old = state or Station(name=act.subject.partition(":")[2])
    match body:
        case BackedUp():
            return msgspec.structs.replace(old, backed_up=act.at)
        case Restored():
            return msgspec.structs.replace(old, restored=act.at)
        case TakenOut():
            return msgspec.structs.replace(old, taken_out=act.at)
        case VersionChanged(turn=Turn.FAILED):
            return msgspec.structs.replace(old, stuck=(body.version, body.why))
        case VersionChanged():
            return msgspec.structs.replace(
                old, version=body.version, version_at=act.at, stuck=("", "")
            )
        case ClockBelieved():
            return old
        case _:
            return state

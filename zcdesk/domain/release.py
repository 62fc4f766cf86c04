"""The hall's decision which version its stations run: whose signature counts, from when, who first.

One subject, `release`. The manifest travels in the act exactly as it was signed, so every station
checks the signature itself. Never a package in an act.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body


class ReleaseTrusted(Body, frozen=True, kw_only=True):
    """Updates signed with this key count from now on.

    Attributes:
        public: Ed25519, hex.
    """

    kind: ClassVar[str] = "release.trusted"
    public: str


class ReleaseSet(Body, frozen=True, kw_only=True):
    """A version is rolled out; it takes the place of the one before.

    Attributes:
        manifest, signature: as published; see `upkeep.release`.
        since: ISO day from which stations take it at closing.
        first: stations that take it from then on; empty = all.
        rest_since: ISO day for all others; empty = when somebody decides so.
    """

    kind: ClassVar[str] = "release.set"
    version: str
    manifest: str
    signature: str
    since: str
    first: tuple[str, ...] = ()
    rest_since: str = ""


class ReleaseStopped(Body, frozen=True, kw_only=True):
    """No station takes the version any more; those that have it keep it."""

    kind: ClassVar[str] = "release.stopped"
    version: str
    reason: str


class Release(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is decided."""

    public: str = ""
    rollout: ReleaseSet | None = None

    def since(self, station: str) -> str:
        """Return the ISO day a station takes what is rolled out; empty = none is set for it."""
        wanted = self.rollout
        if wanted is None:
            return ""
        is_first = not wanted.first or station in wanted.first
        return wanted.since if is_first else wanted.rest_since

    def due(self, station: str, day: dt.date) -> ReleaseSet | None:
        """Return what a station shall run from its closing on `day`; None = what it runs."""
        since = self.since(station)
        return self.rollout if since and day.isoformat() >= since else None


STEPS: tuple[type[Body], ...] = (ReleaseTrusted, ReleaseSet, ReleaseStopped)


def fold(state: Release | None, act: Act, body: Body) -> Release | None:
    """Apply one act."""
    old = state or Release()
    match body:
        case ReleaseTrusted():
            return msgspec.structs.replace(old, public=body.public)
        case ReleaseSet():
            return msgspec.structs.replace(old, rollout=body)
        case ReleaseStopped():
            return msgspec.structs.replace(old, rollout=None)
        case _:
            return state

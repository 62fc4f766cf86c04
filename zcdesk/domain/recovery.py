"""The way back to a station's data when its keystore is lost (恢复纸).

The hall has one recovery key: its secret half stands on a sheet of paper in a safe and nowhere in
the program, its public half is an act. Each station seals the key of its data to it, and that too
is an act, so the hall's server and every window can give it back. A new sheet is a new act, upon
which every station seals again.
"""

from __future__ import annotations

from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body

SUBJECT = "recovery"


class RecoverySet(Body, frozen=True, kw_only=True):
    """A recovery key was made.

    Attributes:
        public: its public half, base64. mark: eight letters that stand on its paper too.
    """

    kind: ClassVar[str] = "recovery.set"
    public: str
    mark: str


class KeyEscrowed(Body, frozen=True, kw_only=True):
    """A station sealed the key of its data to the recovery key.

    Attributes:
        station: its name. file: which data file the key opens, by its salt in hex.
        mark: of the recovery key. sealed: the key, base64; nobody reads it without the paper.
    """

    kind: ClassVar[str] = "recovery.escrowed"
    station: str
    file: str
    mark: str
    sealed: str


class Recovery(msgspec.Struct, frozen=True, kw_only=True):
    """The recovery key in force."""

    public: str
    mark: str
    by: str
    at: str


class Escrow(msgspec.Struct, frozen=True, kw_only=True):
    """What opens one data file, for who holds the paper."""

    station: str
    file: str
    mark: str
    sealed: str
    at: str


def subject_of(file: str) -> str:
    """Return the subject of a data file's escrow."""
    return f"escrow:{file}"


def fold_recovery(state: Recovery | None, act: Act, body: Body) -> Recovery | None:
    if not isinstance(body, RecoverySet):
        return state
    return Recovery(public=body.public, mark=body.mark, by=act.clerk, at=act.at)


def fold_escrow(state: Escrow | None, act: Act, body: Body) -> Escrow | None:
    if not isinstance(body, KeyEscrowed):
        return state
    about = (body.station, body.file, body.mark, body.sealed)
    return Escrow(**dict(zip(("station", "file", "mark", "sealed"), about, strict=True)), at=act.at)

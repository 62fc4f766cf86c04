"""The administrator's hand on the stations' versions: whose updates count, which one, who first."""

from __future__ import annotations

import datetime as dt

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Role
from zcdesk.domain.release import Release, ReleaseSet, ReleaseStopped, ReleaseTrusted
from zcdesk.domain.upkeep import Station
from zcdesk.errors import Invalid, NotAllowed, UserError
from zcdesk.operations.session import Session, clerk

MAY = Role.ADMINISTRATOR
BAD_DAY, NOTHING = "UPD-14", "UPD-10"


COPY_DAYS = 3
"""A copy older than this leaves out a weekend and a day more: somebody should look."""


class StationRow(msgspec.Struct, frozen=True, kw_only=True):
    """One station as the administrator sees it.

    Attributes:
        due: the version it shall take, `since` its day; empty where there is none for it.
    """

    station: Station
    due: str = ""
    since: str = ""
    is_copy_old: bool = False


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What is decided, and how every station that was ever kept stands."""

    release: Release
    rows: tuple[StationRow, ...]


def view(session: Session) -> View:
    """Return what is rolled out and how the stations stand."""
    now = session.now()
    with session.reading() as store:
        known = store.state("release", Release) or Release()
        stations = [one for _, one in store.states(Station)]
    rows = tuple(
        StationRow(
            station=one,
            due=known.rollout.version if known.rollout and known.since(one.name) else "",
            since=known.since(one.name),
            is_copy_old=bool(one.backed_up)
            and (now - dt.datetime.fromisoformat(one.backed_up)).days >= COPY_DAYS,
        )
        for one in sorted(stations, key=lambda one: one.name)
    )
    return View(release=known, rows=rows)


def trust(session: Session, public: str) -> None:
    """Pin the key whose signature counts.

    Raises:
        NotAllowed: BAK-10, no administrator.
    """
    _record(session, ReleaseTrusted(public=public))


def roll_out(
    session: Session,
    version: str,
    manifest: str,
    signature: str,
    *,
    since: str = "",
    first: tuple[str, ...] = (),
    rest_since: str = "",
) -> None:
    """Have the stations take a version whose signature the caller has verified.

    Args:
        since, rest_since: ISO days, see `ReleaseSet`; `since` empty = today.

    Raises:
        NotAllowed: BAK-10. Invalid: UPD-14, a day that is none or is over.
    """
    today = session.now().date()
    for field, day in (("since", since), ("rest_since", rest_since)):
        if day and _day(day, field) < today:
            raise Invalid(BAD_DAY, field, day=day)
    body = ReleaseSet(
        version=version,
        manifest=manifest,
        signature=signature,
        since=since or today.isoformat(),
        first=first,
        rest_since=rest_since,
    )
    _record(session, body)


def stop(session: Session, reason: str) -> str:
    """Stop the roll-out; return the version.

    Raises:
        UserError: UPD-10, there is none. NotAllowed: BAK-10.
    """
    rollout = view(session).release.rollout
    if rollout is None:
        raise UserError(NOTHING)
    _record(session, ReleaseStopped(version=rollout.version, reason=reason))
    return rollout.version


def _record(session: Session, body: ReleaseTrusted | ReleaseSet | ReleaseStopped) -> None:
    with session.transaction() as tx:
        if MAY not in clerk(tx, session.clerk).roles:
            raise NotAllowed("BAK-10")
        tx.append(NewAct(subject="release", body=body))


def _day(text: str, field: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise Invalid(BAD_DAY, field, day=text) from error

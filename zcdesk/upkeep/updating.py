"""A station's own part of an update: what it is due, bringing the package, asking at closing.

The desk never changes itself: it brings the signed package to the spool and leaves a request there;
who may install (a unit of the system, or whoever installs by hand) does the rest. Everything may be
cut at any point and is gone on with.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from zcdesk import __version__
from zcdesk.domain.act import NewAct
from zcdesk.domain.release import Release
from zcdesk.domain.upkeep import Station, Turn, VersionChanged
from zcdesk.errors import SurroundingsError
from zcdesk.store.place import write_durably
from zcdesk.upkeep import lowering, release
from zcdesk.upkeep.release import Offer, Package

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

NO_SPOOL = "UPD-17"
REQUEST, RESULT = "request.json", "result.json"
PIECE = 1 << 20
SPARE = 3
"""A package unpacks to about three times its size."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What a station asks the installer for; nothing of it is believed there unchecked."""

    manifest: str
    signature: str


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What the installer answers; `code` is empty where the version is installed."""

    version: str
    code: str = ""


class Pieces(Protocol):
    """Whoever gives contents in pieces: the hall's server."""

    def get_blob(self, digest: str, offset: int, limit: int) -> bytes: ...


def spool() -> Path:
    """Return the folder between desk and installer; writable by every desk of this PC."""
    if given := os.environ.get("ZCDESK_UPDATE_SPOOL"):
        return Path(given)
    if os.name == "nt":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "zcdesk-update"
    return Path("/var/spool/zcdesk")


def wanted(session: Session, here: str = __version__) -> Offer | None:
    """Return what this station shall run from today's closing on, None if it does or need not.

    Raises:
        UserError: UPD-01 or UPD-02, what is rolled out is not signed by the pinned key.
    """
    name = session.store.station.name
    with session.reading() as store:
        known = store.state("release", Release) or Release()
        own = store.state(f"station:{name}", Station)
    due = known.due(name, session.now().date())
    if due is None or due.version == here or (own and own.stuck[0] == due.version):
        return None
    offer = release.offered(due.manifest.encode(), due.signature)
    release.verify(offer, known.public)
    if release.number(due.version) <= release.number(here):
        return None
    return offer


def bring(
    offer: Offer,
    spool: Path,
    *,
    folder: Path | None = None,
    server: Pieces | None = None,
    system: str = "",
    go_on: Callable[[], bool] = lambda: True,
) -> Path | None:
    """Bring the package into the spool, going on where it was cut; None if told to stop.

    Raises:
        SurroundingsError: UPD-03 not the signed one, UPD-07 no room, UPD-09 nowhere to be found,
            UPD-17 this PC has no spool, or it cannot be written.
        UserError: UPD-04, none for this system.
    """
    package = release.package_here(offer.manifest, system or release.system_here())
    target = spool / package.file
    if is_whole(target, package):
        return target
    with _spooling(spool):
        _must_fit(spool, package)
        if folder is not None and (folder / package.file).is_file():
            with open(folder / package.file, "rb") as source:
                release.copy_checked(source, target, package)
            return target
        if server is None:
            raise SurroundingsError(release.NO_SOURCE, file=package.file)
        return _fetch(server, target, package, go_on)


def ask(offer: Offer, spool: Path) -> None:
    """Leave the request; the last thing a desk does before it ends."""
    request = Request(manifest=offer.raw.decode(), signature=offer.signature)
    with _spooling(spool):
        write_durably(spool / REQUEST, msgspec.json.encode(request))
        (spool / REQUEST).chmod(0o644)


def bring_from_anywhere(
    offer: Offer, data: Path, spool: Path, go_on: Callable[[], bool] = lambda: True
) -> Path | None:
    """Bring the package from this station's folder for updates, else from the hall's server."""
    from zcdesk import settings
    from zcdesk.sync import login
    from zcdesk.sync.postgres_hall import PostgresHall

    named = settings.load(data).updates
    folder = Path(named) if named else None
    kept = data / login.FILE
    if not kept.exists():
        return bring(offer, spool, folder=folder, go_on=go_on)
    hall = PostgresHall(login.address(data, login.load(kept)))
    try:
        return bring(offer, spool, folder=folder, server=hall, go_on=go_on)
    finally:
        hall.close()


def ask_if_here(session: Session, spool: Path, system: str = "") -> str:
    """Where an update is due and its package is here, keep the file as it is and ask for it.

    Returns:
        The version asked for; empty where nothing is due or the package is still on its way.
    """
    offer = wanted(session)
    if offer is None:
        return ""
    package = release.package_here(offer.manifest, system or release.system_here())
    if not is_whole(spool / package.file, package):
        return ""
    lowering.keep_file(session)
    ask(offer, spool)
    return offer.manifest.version


def take_note(session: Session, spool: Path, here: str = __version__) -> Turn | None:
    """At the start: record that another version runs, or that an update failed and why."""
    name = session.store.station.name
    with session.reading() as store:
        own = store.state(f"station:{name}", Station)
    said = _result(spool)
    if said is not None and said.code and not (own and own.stuck == (said.version, said.code)):
        _record(session, said.version, here, Turn.FAILED, said.code)
        return Turn.FAILED
    before = own.version if own else ""
    if before == here:
        return None
    if not before:  # as it was installed by hand: known from now on, no turn
        _record(session, here, "", Turn.DONE)
        return None
    turn = Turn.DONE if release.number(here) > release.number(before) else Turn.BACK
    _record(session, here, before, turn)
    return turn


def is_whole(path: Path, package: Package) -> bool:
    try:
        if path.stat().st_size != package.size:
            return False
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == package.sha256
    except OSError:
        return False


@contextmanager
def _spooling(spool: Path) -> Iterator[None]:
    """Say in words what the disk says of the spool; a share that went away meanwhile too."""
    try:
        if not spool.is_dir():
            raise SurroundingsError(NO_SPOOL, folder=str(spool))
        yield
    except OSError as error:
        raise SurroundingsError(NO_SPOOL, folder=str(spool)) from error


def _fetch(
    server: Pieces, target: Path, package: Package, go_on: Callable[[], bool]
) -> Path | None:
    part = target.with_name(target.name + ".fetched")
    have = part.stat().st_size if part.exists() else 0
    with open(part, "ab") as file:
        while have < package.size:
            if not go_on():
                return None
            piece = server.get_blob(f"sha256:{package.sha256}", have, PIECE)
            if not piece:
                raise SurroundingsError(release.NO_SOURCE, file=package.file)
            file.write(piece)
            have += len(piece)
    try:
        with open(part, "rb") as source:
            release.copy_checked(source, target, package)
    finally:
        part.unlink()
    return target


def _must_fit(spool: Path, package: Package) -> None:
    need = package.size * (1 + SPARE)
    free = shutil.disk_usage(spool).free
    if free < need:
        raise SurroundingsError(
            release.NO_ROOM, need=need // 1_000_000 + 1, free=free // 1_000_000 + 1
        )


def _result(spool: Path) -> Result | None:
    try:
        return msgspec.json.decode((spool / RESULT).read_bytes(), type=Result)
    except (OSError, msgspec.DecodeError):
        return None


def _record(session: Session, version: str, before: str, turn: Turn, why: str = "") -> None:
    name = session.store.station.name
    body = VersionChanged(station=name, version=version, before=before, turn=turn, why=why)
    with session.as_clerk("").transaction() as tx:
        tx.append(NewAct(subject=f"station:{name}", body=body))

"""A watched folder of files: whole ones are taken once, bad ones moved aside with a reason.

A sender may write in place: what is not whole yet, as no JSON is, is left alone until it has not
changed for a while. A file is moved only after it was taken: a kill repeats it and loses nothing.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import msgspec

from zcdesk.domain.online import MOST_BYTES, is_complete
from zcdesk.errors import StoreError, SurroundingsError, UserError

DONE, BAD = "done", "bad"
SETTLED = 60.0
"""Seconds without a change after which a file that is not whole is bad and not half written."""

JSON = (".json",)

AT_ONCE = 50
Reason = Callable[[UserError], str]


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What a look into the folder did.

    Attributes:
        taken, repeated, bad: names of files; `waiting` may still be being written.
    """

    taken: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


class Came(msgspec.Struct, frozen=True):
    """A whole file of the folder."""

    path: Path
    raw: bytes


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """What lies in the folder: whole files, and names of those still being written."""

    files: tuple[Came, ...] = ()
    waiting: tuple[str, ...] = ()


class Judged(msgspec.Struct, frozen=True):
    """A file after it was offered; `words` says why a bad one is bad."""

    path: Path
    kind: str
    words: str = ""


def look(folder: Path, take: Callable[[bytes], bool], reason: Reason, now: datetime) -> Looked:
    """Take every whole file of a folder: gather, offer, move aside."""
    gathered = gather(folder, now)
    judged = offer(gathered.files, take, reason)
    move_aside(folder, judged, now)
    return looked(gathered, judged)


def gather(
    folder: Path,
    now: datetime,
    suffixes: Collection[str] = JSON,
    is_whole: Callable[[bytes], bool] = is_complete,
) -> Gathered:
    """Read the whole files of a folder, the oldest name first; touches nothing.

    Args:
        is_whole: tells a finished file from one half written, where its content can.
    """
    files, waiting = [], []
    for path in _files(folder, suffixes):
        raw = _read(path)
        if raw is None or (not is_whole(raw) and not _is_settled(path, now)):
            waiting.append(path.name)
        else:
            files.append(Came(path, raw))
    return Gathered(files=tuple(files), waiting=tuple(waiting))


def offer(
    files: Iterable[Came], take: Callable[[bytes], bool], reason: Reason
) -> tuple[Judged, ...]:
    """Offer files to whoever takes them.

    Args:
        take: False for one that is here already; raises UserError for a bad one. Any other
            error leaves the files where they are.
        reason: words for the reason file.
    """
    found = []
    for came in files:
        try:
            found.append(Judged(came.path, "taken" if take(came.raw) else "repeated"))
        except UserError as error:
            found.append(Judged(came.path, "bad", reason(error)))
    return tuple(found)


def move_aside(folder: Path, judged: Iterable[Judged], now: datetime) -> None:
    """Move files that were offered into `done`, or into `bad` with their reason."""
    for one in judged:
        _aside(one.path, folder / (BAD if one.kind == "bad" else DONE), now, one.words)


def looked(gathered: Gathered, judged: Iterable[Judged]) -> Looked:
    """Say in names what became of the files."""
    names: dict[str, list[str]] = {"taken": [], "repeated": [], "bad": []}
    for one in judged:
        names[one.kind].append(one.path.name)
    found = {kind: tuple(files) for kind, files in names.items()}
    return Looked(waiting=gathered.waiting, **found)


def put(folder: Path, name: str, raw: bytes) -> Path:
    """Write a file as a sender should: under another name first, then whole in one step."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.json"
        part = folder / f".{name}.part"
        with open(part, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise StoreError("EXC-12") from error
    return path


def _files(folder: Path, suffixes: Collection[str]) -> list[Path]:
    """Plain files only: a link or a pipe may lead anywhere, or never end."""
    try:
        found = (p for p in folder.iterdir() if p.suffix.lower() in suffixes)
        names = sorted(p for p in found if p.name[0] not in ".~")
    except OSError as error:
        raise SurroundingsError("EXC-11", file=folder.name) from error
    plain = []
    for path in names:
        with suppress(OSError):
            if stat.S_ISREG(path.lstat().st_mode):
                plain.append(path)
    return plain[:AT_ONCE]


def _read(path: Path) -> bytes | None:
    """Return the content, one byte more than is allowed at most; None while nobody may read it."""
    try:
        with open(path, "rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        return None


def _is_settled(path: Path, now: datetime) -> bool:
    try:
        return now.timestamp() - path.stat().st_mtime >= SETTLED
    except OSError:
        return False


def _aside(path: Path, folder: Path, now: datetime, words: str = "") -> None:
    """Move a file away under a name of its own, its reason beside it."""
    try:
        folder.mkdir(exist_ok=True)
        target = folder / f"{now:%Y%m%dT%H%M%S}-{path.name}"
        count = 1
        while target.exists():
            count += 1
            target = folder / f"{now:%Y%m%dT%H%M%S}-{count}-{path.name}"
        if words:
            target.with_suffix(".reason.txt").write_text(f"{words}\n", encoding="utf-8")
        path.replace(target)
    except OSError as error:
        raise StoreError("EXC-12") from error

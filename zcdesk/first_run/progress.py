"""How far a first start came, beside the store: it is gone on with at the next start.

Never a secret: passwords are typed again, a one-time code too.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from zcdesk.operations.setup import PLAIN, Looks
from zcdesk.store.place import write_durably

FILE = "first-run.json"


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """The step reached and what was entered, by the name of its field."""

    step: int = 0
    kept: dict[str, str] = {}
    looks: Looks = PLAIN


def load(data: Path) -> Progress:
    """Return what was kept; a file nobody can read begins anew."""
    try:
        return msgspec.json.decode((data / FILE).read_bytes(), type=Progress)
    except (OSError, msgspec.DecodeError):
        return Progress()


def save(data: Path, progress: Progress) -> None:
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_durably(data / FILE, msgspec.json.encode(progress))


def clear(data: Path) -> None:
    """The first start is over."""
    (data / FILE).unlink(missing_ok=True)


def is_unfinished(data: Path) -> bool:
    """Tell whether somebody began and did not finish."""
    return (data / FILE).exists()

"""What is news in the catalogue to somebody: which matters are not what they were."""

from __future__ import annotations

import msgspec

from zcdesk.domain.matter import Matter


class MatterChange(msgspec.Struct, frozen=True, kw_only=True):
    """One matter that is not what it was.

    Attributes:
        new: as it is in force; old: as the clerk last knew it, None where it was not taken in.
        withdrawn: why it is no longer taken in.
        here: whether the window of whoever asks takes it.
    """

    new: Matter
    old: Matter | None = None
    withdrawn: str = ""
    here: bool = True


class News(msgspec.Struct, frozen=True, kw_only=True):
    """Attributes: `since` is the ISO time the clerk was last here; empty = never before today."""

    since: str = ""
    changes: tuple[MatterChange, ...] = ()

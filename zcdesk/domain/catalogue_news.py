"""What is news in the catalogue to somebody: which matters and packages are not what they were."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from zcdesk.domain.matter import Matter
from zcdesk.domain.package import Package


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


class PackageChange(msgspec.Struct, frozen=True, kw_only=True):
    """One package (一件事) that is not what it was; see `MatterChange`.

    Attributes:
        names: key of a matter → what it is called, of every matter the two name.
    """

    new: Package
    old: Package | None = None
    withdrawn: str = ""
    here: bool = True
    names: Mapping[str, str] = MappingProxyType({})


CatalogueChange = MatterChange | PackageChange


class News(msgspec.Struct, frozen=True, kw_only=True):
    """Attributes: `since` is the ISO time the clerk was last here; empty = never before today."""

    since: str = ""
    changes: tuple[CatalogueChange, ...] = ()

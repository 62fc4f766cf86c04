"""Profiles of policies (制度方案): what a known hall lays down, as files that can be compared."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from zcdesk.domain.policies import changed, differences
from zcdesk.domain.policy_settings import check
from zcdesk.errors import Invalid
from zcdesk.operations import policies
from zcdesk.operations.session import Session


class Profile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file.

    Attributes:
        source: the document it is faithful to.
        settings: only what that document says; see `domain.policies.Settings`.
    """

    name: str
    source: str
    settings: dict[str, Any]


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A setting a profile has otherwise than the hall now."""

    profile: Profile
    path: str
    now: Any
    then: Any


def read(folder: Path) -> tuple[Profile, ...]:
    """Return the profiles of a folder, in the order of their file names.

    Raises:
        Invalid: POL-06, a file that cannot be read; POL-01 to POL-03, a value that cannot be.
    """
    return tuple(_read(path) for path in sorted(folder.glob("*.toml")))


def compare(session: Session, folder: Path, name: str) -> tuple[Compared, ...]:
    """Return where the profile of that name differs from the policies in force."""
    now = policies.policy(session)
    found = next((one for one in read(folder) if one.name == name), None)
    if found is None:
        raise Invalid("POL-06", "file", file=name, place=folder.name)
    differing = differences(now, changed(now, found.settings))
    return tuple(
        Compared(profile=found, path=path, now=before, then=after)
        for path, (before, after) in differing.items()
    )


def _read(path: Path) -> Profile:
    try:
        profile = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Profile)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Invalid("POL-06", "file", file=path.name, place=str(error)) from error
    for setting, value in profile.settings.items():
        check(setting, value)
    return profile

"""Settings of this station alone: devices, window, looks. Hall policies are acts, never here.

A damaged file is set aside under another name and the defaults hold: a clerk with a line of
people in front of her must not meet a start-up error about a preference.
"""

from __future__ import annotations

import os
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

FILE = "station.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:  # no Struct: msgspec's import would stand before the login window is painted
    """One station's settings.

    Attributes:
        window: number of the window this PC is bound to.
        devices: device kind → URL.
        keys: what was given another key → that key, see `ui.key_command.Command.slot`.
        theme: `light`, `dark`, `contrast` or `system`; scale 1.0, 1.25 or 1.5.
        screens: looks of the screens citizens see: `light`, `dark` or `contrast`; empty = each its
            own, the hall's board dark and the others light.
        language: `zh_CN` or `en_US`.
        tight_rows: more rows of a list are seen at once.
        trainee: the guidance panel is always open.
        second_screen: the second monitor faces the citizen.
        sounds: the PC sounds when something wants the clerk.
        second_first: papers go to the second printer first.
        prints_later: papers of a case wait for a key.
        lock_idle, lock_serving: seconds without input until this PC locks, where that is sooner
            than the hall's rule; 0 = as the rule has it.
        backup: folder on another disk for copies of the store; empty = none are made.
        feed: address of the existing caller's text feed in a pilot; empty = numbers are ours.
        updates: folder that packages of updates are brought from; empty = the hall's server alone.
    """

    window: str = ""
    devices: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    theme: str = "light"
    scale: float = 1.0
    screens: str = ""
    language: str = "zh_CN"
    tight_rows: bool = False
    trainee: bool = False
    second_screen: bool = False
    sounds: bool = False
    second_first: bool = False
    prints_later: bool = False
    lock_idle: int = 0
    lock_serving: int = 0
    backup: str = ""
    updates: str = ""
    feed: str = ""


def load(folder: Path) -> Settings:
    """Read the station's settings, or the defaults."""
    path = folder / FILE
    try:
        return _settings(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError:
        return Settings()
    except (tomllib.TOMLDecodeError, TypeError, UnicodeDecodeError):
        with suppress(OSError):
            path.replace(path.with_suffix(".damaged"))
        return Settings()


def save(folder: Path, settings: Settings) -> None:
    """Write the settings; the old file stays whole until the new one is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / FILE
    fresh = path.with_suffix(".new")
    fresh.write_text(_toml(settings), encoding="utf-8")
    os.replace(fresh, path)


def _settings(read: dict[str, Any]) -> Settings:
    """Take the values of the right type; a wrong one is a TypeError, an unknown one is left."""
    defaults = Settings()
    known = {f.name: getattr(defaults, f.name) for f in fields(Settings)}
    given = {name: read[name] for name in known if name in read}
    if isinstance(given.get("scale"), int) and not isinstance(given["scale"], bool):
        given["scale"] = float(given["scale"])
    for name, value in given.items():
        if type(value) is not type(known[name]):
            raise TypeError(name)
    for name in ("devices", "keys"):
        if not all(isinstance(value, str) for value in given.get(name, {}).values()):
            raise TypeError(name)
    return Settings(**given)


def _toml(settings: Settings) -> str:
    lines = [
        f"window = {_text(settings.window)}",
        f"theme = {_text(settings.theme)}",
        f"scale = {settings.scale}",
        f"screens = {_text(settings.screens)}",
        f"language = {_text(settings.language)}",
        f"tight_rows = {str(settings.tight_rows).lower()}",
        f"trainee = {str(settings.trainee).lower()}",
        f"second_screen = {str(settings.second_screen).lower()}",
        f"sounds = {str(settings.sounds).lower()}",
        f"second_first = {str(settings.second_first).lower()}",
        f"prints_later = {str(settings.prints_later).lower()}",
        f"lock_idle = {settings.lock_idle}",
        f"lock_serving = {settings.lock_serving}",
        f"backup = {_text(settings.backup)}",
        f"updates = {_text(settings.updates)}",
        f"feed = {_text(settings.feed)}",
        *_table("devices", settings.devices),
        *_table("keys", settings.keys),
    ]
    return "\n".join(lines) + "\n"


def _table(name: str, pairs: dict[str, str]) -> list[str]:
    lines = (f"{_text(key)} = {_text(value)}" for key, value in sorted(pairs.items()))
    return ["", f"[{name}]", *lines]


def _text(value: str) -> str:
    """A TOML basic string: JSON's escapes are a subset of TOML's."""
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

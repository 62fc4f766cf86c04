"""Settings of this station alone: devices, window, looks. Hall policies are acts, never here.

A damaged file is set aside under another name and the defaults hold: a clerk with a line of
people in front of her must not meet a start-up error about a preference.
"""

from __future__ import annotations

import os
import tomllib
from contextlib import suppress
from pathlib import Path

import msgspec

FILE = "station.toml"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """One station's settings.

    Attributes:
        window: number of the window this PC is bound to.
        devices: device kind → URL.
        theme: `light`, `dark` or `system`; scale 1.0, 1.25 or 1.5.
        language: `zh_CN` or `en_US`.
        trainee: the guidance panel is always open.
    """

    window: str = ""
    devices: dict[str, str] = {}
    theme: str = "light"
    scale: float = 1.0
    language: str = "zh_CN"
    trainee: bool = False


def load(folder: Path) -> Settings:
    """Read the station's settings, or the defaults."""
    path = folder / FILE
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8-sig")), Settings)
    except OSError:
        return Settings()
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError):
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


def _toml(settings: Settings) -> str:
    lines = [
        f"window = {_text(settings.window)}",
        f"theme = {_text(settings.theme)}",
        f"scale = {settings.scale}",
        f"language = {_text(settings.language)}",
        f"trainee = {str(settings.trainee).lower()}",
        "",
        "[devices]",
        *(f"{_text(kind)} = {_text(url)}" for kind, url in sorted(settings.devices.items())),
    ]
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    """A TOML basic string: JSON's escapes are a subset of TOML's, which wants DEL escaped too."""
    return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")

"""The licence texts of everything that is shipped: one folder for each package, as published.

Whoever passes the program on passes these on with it, as every one of them asks. Debian's own
copies stand in for those a wheel only names.
"""

from __future__ import annotations

import re
from pathlib import Path

import environment

PAGE = environment.ROOT / "THIRD-PARTY.md"
COMMON = Path("/usr/share/common-licenses")
NAMED = {"LGPL-3.0-only": ("LGPL-3", "GPL-3")}
"""The first is a supplement to the second, so both go along."""

_ROW = re.compile(r"^\| ([a-z0-9-]+) \| \d[^|]*\| ([^|]+?) \|", re.MULTILINE)
_TEXT = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)


def packages(page: str) -> dict[str, str]:
    """Return the packages a page like THIRD-PARTY.md lists, each with its licence."""
    return dict(_ROW.findall(page))


def copy(site: Path, target: Path) -> list[str]:
    """Copy the texts of the packages installed in `site`; return those nothing was found for."""
    folders = {_plain(path.name.partition("-")[0]): path for path in site.glob("*.dist-info")}
    without = []
    for name, licence in packages(PAGE.read_text("utf-8")).items():
        folder = folders.get(name)
        if folder is None:  # another system's
            continue
        texts = [*_of(folder), *(COMMON / one for one in NAMED.get(licence, ()))]
        texts = [text for text in texts if text.is_file()]
        for text in texts or [folder / "METADATA"]:
            place = target / name / text.name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(_words(text.read_bytes()), "utf-8")
        if not texts:
            without.append(name)
    return without


def _words(text: bytes) -> str:
    """Return a text; those that are not UTF-8 are older than it."""
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")


def _of(folder: Path) -> list[Path]:
    """Return a wheel's own texts: those named so, and all of its folder of licences."""
    own = [path for path in folder.iterdir() if _TEXT.search(path.name)]
    return sorted(
        path
        for top in own
        for path in ([top] if top.is_file() else top.rglob("*"))
        if path.is_file()
    )


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

"""THIRD-PARTY.md beside the lock, the packages' own words, and the files we ship."""

from __future__ import annotations

import hashlib
import importlib.metadata
import re
import tomllib
from pathlib import Path

import environment
import licences
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
# The text as the Apache Software Foundation publishes it.
APACHE_2 = "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30"
PLATFORMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
)


def section(title: str) -> list[list[str]]:
    """Return the cells of the table below a heading."""
    text = (ROOT / "THIRD-PARTY.md").read_text("utf-8").split(f"## {title}\n", 1)[1]
    rows = [line for line in text.split("\n## ", 1)[0].splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def locked() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", lock, re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def shipped() -> set[str]:
    """Return everything the program's dependencies bring along, on Linux and on Windows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names: set[str] = set()
    for platform in PLATFORMS:
        machine = {**platform, "platform_machine": "x86_64"}
        todo = [(Requirement(text), {""}) for text in project["dependencies"]]
        seen: set[str] = set()
        while todo:
            wanted, extras = todo.pop()
            name, marker = canonicalize_name(wanted.name), wanted.marker
            is_meant = not marker or any(marker.evaluate({**machine, "extra": e}) for e in extras)
            if name in seen or not is_meant:
                continue
            seen.add(name)
            try:
                needs = importlib.metadata.requires(name) or []
            except importlib.metadata.PackageNotFoundError:  # only on the other platform
                needs = []
            todo += [(Requirement(text), {"", *wanted.extras}) for text in needs]
        names |= seen
    return names


def test_every_shipped_package_is_listed_and_no_other() -> None:
    assert [row[0] for row in section("Packages")] == sorted(shipped())


def test_versions_are_those_of_the_lock() -> None:
    lock = locked()
    for name, version, *_ in section("Packages"):
        assert set(version.split(", ")) == lock[name], name


def test_licences_are_what_the_packages_say() -> None:
    compared = 0
    for name, _, licence, role in section("Packages"):
        assert role, name
        try:
            said = importlib.metadata.metadata(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        texts = [said.get("License-Expression"), said.get("License")]
        texts += [c for c in said.get_all("Classifier", []) if c.startswith("License")]
        declared = " ".join(text for text in texts if text)
        family = licence.split("-", 1)[0]
        compared += bool(declared)
        assert family in declared or not declared, f"{name}: {licence} is not {declared[:60]}"
    assert compared > 30


def test_every_shipped_font_is_listed() -> None:
    listed = " ".join(row[1] for row in section("Fonts, icons and data"))
    fonts = [p for p in (ROOT / "resources" / "fonts").iterdir() if p.suffix in {".ttf", ".otf"}]
    assert fonts
    assert [f.name for f in fonts if f"resources/fonts/{f.name}" not in listed] == []


def test_the_licence_is_the_published_text() -> None:
    assert hashlib.sha256((ROOT / "LICENSE").read_bytes()).hexdigest() == APACHE_2


def test_every_licence_text_goes_along_with_the_package(tmp_path: Path) -> None:
    site = environment.venv_path("purelib")
    without = licences.copy(site, tmp_path)
    listed = licences.packages(licences.PAGE.read_text("utf-8"))
    here = {path.name for path in tmp_path.iterdir()}
    # Those three are other systems'; these two wheels name their licence and bring no text.
    assert set(listed) - here == {"colorama", "pywin32-ctypes", "tzdata"}
    assert set(without) == {"chinesecalendar", "pyserial"}
    assert all(any(folder.iterdir()) for folder in tmp_path.iterdir())
    for name in ("pyside6-essentials", "shiboken6", "psycopg", "psycopg-binary"):
        texts = {path.name: path.read_text("utf-8") for path in (tmp_path / name).iterdir()}
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["LGPL-3"]
        assert "GNU GENERAL PUBLIC LICENSE" in texts["GPL-3"]


def test_the_named_text_goes_along_beside_what_a_wheel_brings(tmp_path: Path) -> None:
    """PySide6 for Windows brings a commercial licence's name and no text of the LGPL."""
    own = tmp_path / "site" / "pyside6_essentials-6.9.3.dist-info"
    own.mkdir(parents=True)
    (own / "LicenseRef-Qt-Commercial.txt").write_text("Qt", "utf-8")
    licences.copy(tmp_path / "site", tmp_path / "out")
    found = {path.name for path in (tmp_path / "out" / "pyside6-essentials").iterdir()}
    assert found == {"LGPL-3", "GPL-3", "LicenseRef-Qt-Commercial.txt"}

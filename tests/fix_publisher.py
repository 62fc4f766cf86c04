"""Somebody who builds packages of the program and signs them."""

from __future__ import annotations

import importlib.util
import os
import subprocess
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
SYSTEM = "trial-x"


@cache
def maker() -> ModuleType:
    """`packaging/release.py`, which makes and signs manifests."""
    spec = importlib.util.spec_from_file_location("maker", ROOT / "packaging" / "release.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


class Publisher:
    """Somebody who builds packages and signs them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.key = folder / "private.key"
        self.public = maker().new_key(self.key)

    def deb(self, version: str, preinst: str = "") -> Path:
        tree = self.folder / f"tree-{version}"
        (tree / "DEBIAN").mkdir(parents=True)
        (tree / "opt").mkdir()
        (tree / "opt" / "version").write_text(version)
        (tree / "DEBIAN" / "control").write_text(
            f"Package: zcdesk-trial\nVersion: {version}\nArchitecture: all\n"
            "Maintainer: trial <trial@example.org>\nDescription: trial\n"
        )
        if preinst:
            (tree / "DEBIAN" / "preinst").write_text(f"#!/bin/sh\n{preinst}\n")
            (tree / "DEBIAN" / "preinst").chmod(0o755)
        package = self.folder / f"trial_{version}.deb"
        words = ["dpkg-deb", "-Zgzip", "--build", str(tree), str(package)]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        return package

    def publish(self, version: str, package: Path | None = None) -> Path:
        """Return a folder with package, manifest and signature."""
        out = self.folder / f"out-{version}"
        if package is None:
            package = self.folder / f"trial_{version}.bin"
            package.write_bytes(os.urandom(3 << 20))
        maker().make(out, self.key, {SYSTEM: package}, version=version)
        return out


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher(tmp_path / "publisher")

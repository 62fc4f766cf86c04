"""The Debian package (UOS and Kylin are Debian-based): `build/zcdesk_VERSION_ARCH.deb`.

Everything lies in /opt/zcdesk with libraries of its own; outside it only a command, three menu
entries, an icon and rules for serial ports. Compressed by xz: older dpkg cannot read zstd.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from pathlib import Path

import environment
import freeze

PARTS = environment.ROOT / "packaging" / "debian"
STAGE = freeze.BUILD / "deb"
ICON = environment.ROOT / "resources" / "icons" / "clipboard-list.svg"

INSTALLED = {
    "launcher": "usr/bin/zcdesk",
    "60-zcdesk.rules": "usr/lib/udev/rules.d/60-zcdesk.rules",
    "zcdesk-update.path": "usr/lib/systemd/system/zcdesk-update.path",
    "zcdesk-update.service": "usr/lib/systemd/system/zcdesk-update.service",
    "zcdesk.desktop": "usr/share/applications/zcdesk.desktop",
    "zcdesk-kiosk.desktop": "usr/share/applications/zcdesk-kiosk.desktop",
    "zcdesk-board.desktop": "usr/share/applications/zcdesk-board.desktop",
    "lintian-overrides": "usr/share/lintian/overrides/zcdesk",
}
SCRIPTS = ("config", "postinst", "postrm")
CHECKERS = ("lintian", "desktop-file-utils")
MANUAL = "usr/share/man/man1/zcdesk.1.gz"
PROGRAMS = {"usr/bin/zcdesk", "opt/zcdesk/zcdesk"}


def build(compression: str = "xz", tree: Path | None = None, version: str = "") -> Path:
    """Freeze the program unless `tree` is given, lay the package out and pack it.

    Args:
        compression: `xz` for release, `gzip` to try things (three times as fast).
        version: the package's, where it is not the program's.
    """
    if shutil.which("dpkg-deb") is None:
        raise environment.Unusable("a .deb is built on Debian: dpkg-deb is missing")
    version = version or freeze.version()
    lay_out(tree or freeze.build(), version)
    package = freeze.BUILD / f"zcdesk_{version}_{architecture()}.deb"
    command = ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build"]
    subprocess.run([*command, str(STAGE), str(package)], check=True, stdout=subprocess.DEVNULL)
    return package


def lay_out(tree: Path, version: str) -> None:
    """Make the folder that dpkg-deb packs; the tree is moved in by hard links."""
    shutil.rmtree(STAGE, ignore_errors=True)
    shutil.copytree(tree, STAGE / "opt" / "zcdesk", copy_function=os.link, symlinks=True)
    for name, target in INSTALLED.items():
        _put(PARTS / name, STAGE / target, 0o755 if target in PROGRAMS else 0o644)
    _put(ICON, STAGE / "usr/share/icons/hicolor/scalable/apps/zcdesk.svg")
    documents = STAGE / "usr/share/doc/zcdesk"
    _put(environment.ROOT / "NOTICE", documents / "copyright")
    with (documents / "copyright").open("a", encoding="utf-8") as file:
        file.write("\nThe licence is in /usr/share/common-licenses/Apache-2.0; what is shipped\n")
        file.write("with the program and its licences: /opt/zcdesk/THIRD-PARTY.md\n")
    (documents / "changelog.gz").write_bytes(changelog("zcdesk", version))
    _manual(STAGE / MANUAL)
    control = STAGE / "DEBIAN"
    control.mkdir(mode=0o755)
    (control / "control").write_text(_control(tree, version), encoding="utf-8")
    _put(PARTS / "templates", control / "templates")
    for name in SCRIPTS:
        _put(PARTS / name, control / name, 0o755)
    _even_modes()


def findings(package: Path) -> list[str] | None:
    """Return what Debian's own checker finds and no override answers; None where it is missing.

    An override says in `debian/lintian-overrides` why the finding stands.
    """
    if shutil.which("lintian") is None or shutil.which("desktop-file-validate") is None:
        return None
    said = lint(package)
    entries = [str(STAGE / p) for p in INSTALLED.values() if p.endswith(".desktop")]
    return said + _said("desktop-file-validate", *entries)


def lint(package: Path) -> list[str]:
    """Return what lintian says of a package."""
    return _said("lintian", "--no-cfg", "--allow-root", "--tag-display-limit=0", str(package))


def architecture() -> str:
    """Return Debian's name of this machine's architecture."""
    answer = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, check=True)
    return answer.stdout.decode("ascii").strip()


def depends() -> tuple[str, ...]:
    """Return the system packages Qt needs; the shell tools of a checkout are not among them."""
    return tuple(n for n in environment.SYSTEM if n not in environment.TOOLS.split())


def _control(tree: Path, version: str) -> str:
    fields = {
        "version": version,
        "architecture": architecture(),
        "installed": str(freeze.size(tree) // 1024),
        "glibc": freeze.newest_glibc(tree),
        "depends": ", ".join(f"{n} | {n}t64" if n == "libglib2.0-0" else n for n in depends()),
    }
    return (PARTS / "control").read_text("utf-8").format(**fields)


def changelog(package: str, version: str) -> bytes:
    """Return Debian's kind of changelog, packed; what changed stands in CHANGELOG.md."""
    text = f"{package} ({version}) stable; urgency=medium\n\n"
    text += "  * See CHANGELOG.md of the program.\n"
    text += "\n -- zcdesk authors <zcdesk@example.org>  Sun, 22 Nov 2026 00:00:00 +0000\n"
    return gzip.compress(text.encode(), 9, mtime=0)


def _manual(target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress((PARTS / "zcdesk.1").read_bytes(), 9, mtime=0))


def _said(*command: str) -> list[str]:
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return (ran.stdout + ran.stderr).splitlines()


def _put(source: Path, target: Path, mode: int = 0o644) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)


def _even_modes() -> None:
    """Folders 755; in the tree files 644 but for programs: nothing depends on who built it."""
    for path in STAGE.rglob("*"):
        if path.is_dir():
            path.chmod(0o755)
        elif not path.is_symlink() and path.parent.name != "DEBIAN":
            name = path.relative_to(STAGE).as_posix()
            path.chmod(0o755 if name in PROGRAMS else 0o644)
    STAGE.chmod(0o755)

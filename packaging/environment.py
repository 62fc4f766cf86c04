"""The project's own environment: system packages, `.venv`, and exactly the locked versions.

`ready()` is all the rest needs: nothing to do costs one file read and one `dpkg-query`. Outside
the checkout only apt is ever asked for anything, and only on a Debian-family system.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PYTHONS = ((3, 11), (3, 12))

OFFSCREEN = (
    "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libx11-6"
    " libgssapi-krb5-2"  # QtNetwork, for the desk's own socket
)
XCB = (
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0"
    " libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1"
)
TOOLS = "poppler-utils tzdata"
SYSTEM = (*OFFSCREEN.split(), *XCB.split(), *TOOLS.split())
# The wheel's server knows no TLS; the tests of certificates run the system's. Papers go through a
# real CUPS to an IPP Everywhere printer, both the tests' own. What makes libraries of the package
# smaller is tried with the tools that do it.
FOR_TESTS = (
    *("postgresql", "cups-daemon", "cups-client", "cups-filters", "cups-ipp-utils"),
    *("dbus-daemon", "icu-devtools", "gcc", "binutils"),
)

# What the demo and the tests need first; a library that is missing shows here, by its name.
PROOF = "from PySide6.QtWidgets import QApplication; import sqlcipher3, zcdesk; QApplication([])"


class Unusable(Exception):
    """The environment cannot be made here; the message says what to do."""


def say(text: str) -> None:
    """Tell the person what is happening, apart from the program's own output."""
    print(f"dev: {text}", file=sys.stderr, flush=True)


def venv_path(kind: str, venv: Path = VENV) -> Path:
    """Return a folder of the environment: `scripts` or `purelib`."""
    base = {"base": str(venv), "platbase": str(venv), "installed_base": str(venv)}
    return Path(sysconfig.get_path(kind, "venv", base))


def venv_python(venv: Path = VENV) -> Path:
    return venv_path("scripts", venv) / ("python.exe" if os.name == "nt" else "python")


def child_environment(**more: str) -> dict[str, str]:
    """Return the variables for a program run in the environment.

    Without byte code on disk every process compiles every import again, so the switch that
    forbids it is dropped here.
    """
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME"}
    return {k: v for k, v in os.environ.items() if k not in dropped} | more


def absent(needed: Iterable[str], listing: str) -> tuple[str, ...]:
    """Return the packages that `listing` (lines `name status`) does not show as installed.

    Later releases add `t64` to some names.
    """
    lines = (line.split() for line in listing.splitlines())
    present = {name for name, *status in lines if status == ["installed"]}
    return tuple(n for n in needed if n not in present and f"{n}t64" not in present)


def missing_packages(also: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the Debian packages still to install; empty on any other system."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return ()
    needed = (*SYSTEM, *also)
    if not is_current() and importlib.util.find_spec("ensurepip") is None:
        needed = (*needed, "python3-venv")
    names = [n for name in needed for n in (name, f"{name}t64")]
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names]
    done = subprocess.run(query, capture_output=True, text=True, check=False)
    return absent(needed, done.stdout)


def install_packages(packages: Sequence[str]) -> None:
    """Install by apt as root or through sudo without a question; else print the line to run."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() == 0:
        prefix: list[str] = []
    elif shutil.which("sudo") and _quiet(["sudo", "-n", "true"]):
        prefix = ["sudo", "-n"]
    else:
        line = f"sudo apt-get update && sudo {shlex.join(install)}"
        say(f"some system packages are missing; going on without. To install them:\n  {line}")
        return
    say(f"installing {len(packages)} system packages")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    waiting = ["-o", "DPkg::Lock::Timeout=300"]
    subprocess.run([*apt, "apt-get", "update", "-qq", *waiting], stdout=sys.stderr, check=False)
    done = subprocess.run([*apt, *install, *waiting], capture_output=True, text=True, check=False)
    if done.returncode:
        say(f"{done.stdout[-2000:]}{done.stderr[-2000:]}")
        say(f"apt could not install everything; going on. By hand: {shlex.join(install)}")


def _quiet(command: Sequence[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def stamp_text() -> str:
    """Return what makes an environment the right one: the lock and the Python below it."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{digest} {sys.version_info[0]}.{sys.version_info[1]}\n"


def is_current(venv: Path = VENV) -> bool:
    stamp = venv / "zcdesk.stamp"
    return stamp.is_file() and venv_python(venv).exists() and stamp.read_text() == stamp_text()


def link_checkout(venv: Path = VENV, root: Path = ROOT) -> None:
    """Make `import zcdesk` and the command `zcdesk` of this environment mean the checkout.

    The path is relative where it can be: a folder of any name, moved anywhere, goes on working.
    """
    site = venv_path("purelib", venv)
    try:
        target = os.path.relpath(root, site)
    except ValueError:  # another drive
        target = str(root)
    (site / "zcdesk-checkout.pth").write_text(target + "\n")
    if os.name != "nt":
        command = venv_path("scripts", venv) / "zcdesk"
        command.write_text(
            '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -m zcdesk "$@"\n'
        )
        command.chmod(0o755)


def build() -> None:
    """Make the environment anew: what the lock names and nothing else."""
    if sys.version_info[:2] not in PYTHONS:
        found = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise Unusable(
            f"Python {found} runs this; it needs 3.11 or 3.12, e.g. python3.11 {__file__}"
        )
    say("building .venv from requirements.lock, about a minute")
    base = getattr(sys, "_base_executable", sys.executable)
    _must(
        [base, "-I", "-m", "venv", "--clear", str(VENV)],
        "no .venv without Python's venv module (python3-venv)",
    )
    python = [str(venv_python()), "-I", "-m"]
    options = "--quiet --disable-pip-version-check --no-deps --no-compile --only-binary=:all:"
    _must(
        [*python, "pip", "install", *options.split(), "--require-hashes", "-r", str(LOCK)],
        "the locked packages could not be installed; pip needs a package index it can reach",
    )
    # Some packages carry files of other Python versions, which do not compile and need not.
    site = str(venv_path("purelib"))
    subprocess.run([*python, "compileall", "-qq", "-j", "0", site], check=False)
    link_checkout()
    prove()
    (VENV / "zcdesk.stamp").write_text(stamp_text())


def prove() -> None:
    """Start Qt and the store's library once, so that what is missing is said here, in words."""
    done = subprocess.run(
        [str(venv_python()), "-c", PROOF],
        env=child_environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise Unusable(
            f"the libraries do not start ({last}); Debian calls them: {' '.join(SYSTEM)}"
        )


def _must(command: Sequence[str], otherwise: str) -> None:
    done = subprocess.run(command, env=child_environment(), stdout=sys.stderr, check=False)
    if done.returncode:
        raise Unusable(otherwise)


def ready(also: Sequence[str] = ()) -> Path:
    """Make sure of the environment, with `also` these Debian packages; return its Python."""
    if os.name == "posix" and (packages := missing_packages(also)):
        install_packages(packages)
    if not is_current():
        build()
    return venv_python()

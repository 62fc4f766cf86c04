"""Install the package into a bare Debian 12 made for it, and use it there.

mmdebstrap takes the system's own package sources and throws the root away afterwards, so nothing
here knows an address and nothing of this machine can help the package along.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import environment

RELEASE = "bookworm"
HOOKS = "/usr/share/mmdebstrap/hooks/file-mirror-automount"
# Inside the root, as its administrator; a line that fails fails the trial.
STEPS = Path(__file__).with_name("try_deb.sh")
ANSWERS = Path(__file__).with_name("try_deb.toml")
PRINTING = ("cups-daemon", "cups-client")
RESULTS = ("receipt.pdf", "setup.txt")
BEGUN = "begun"
"""Left once the package is in and the trial proper begins: a failure from then on is its own."""

OUT = environment.ROOT / "build" / "trial"


def reason_not() -> str:
    """Say why the trial cannot run here, or return ''."""
    if not Path("/etc/debian_version").exists():
        return "a trial installation needs Debian"
    if os.geteuid() != 0:
        return "a trial installation needs root"
    if shutil.which("mmdebstrap") is None:
        environment.install_packages(("mmdebstrap",))
    return "" if shutil.which("mmdebstrap") else "mmdebstrap could not be installed"


def run(package: Path, previous: Path) -> int:
    """Install and use `previous`, then `package`, then go back; return the trial's exit code.

    The receipt that came out of the root's printer is left in `build/trial`.
    """
    sources = [*Path("/etc/apt").glob("sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]
    OUT.mkdir(parents=True, exist_ok=True)
    into = {
        STEPS: "/tmp/try_deb.sh",
        ANSWERS: "/tmp/try_deb.toml",
        package: "/tmp/next.deb",
        previous: "/tmp/previous.deb",
    }
    command = [
        *("mmdebstrap", "--quiet", "--mode=root", "--variant=apt", f"--hook-dir={HOOKS}"),
        *(f"--include={previous.absolute()}", f"--include={','.join(PRINTING)}"),
        *(f"--customize-hook=upload {source} {target}" for source, target in into.items()),
        f"--customize-hook=touch {OUT / BEGUN}",
        '--customize-hook=chroot "$1" sh -e /tmp/try_deb.sh',
        *(f"--customize-hook=download /srv/out/{name} {OUT / name}" for name in RESULTS),
        *(RELEASE, "/dev/null"),
        *(str(path) for path in sources if path.suffix in ("", ".list", ".sources")),
    ]
    for name in (BEGUN, *RESULTS):
        (OUT / name).unlink(missing_ok=True)
    code = subprocess.run(command, check=False).returncode
    if code and not (OUT / BEGUN).exists():
        raise environment.Unusable("the bare Debian could not be made; nothing was tried")
    return code or _looked_at(OUT / RESULTS[0])


def _looked_at(receipt: Path) -> int:
    """Read what was printed: the hall's paper, in Chinese, and marked as a trial."""
    told = subprocess.run(["pdftotext", str(receipt), "-"], capture_output=True, check=True)
    text = told.stdout.decode()
    lacking = [word for word in ("收件通知书", "试运行", "示例区") if word not in text]
    if lacking:
        environment.say(f"the printed receipt lacks {lacking}")
    return 1 if lacking else 0

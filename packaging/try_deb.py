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


def reason_not() -> str:
    """Say why the trial cannot run here, or return ''."""
    if not Path("/etc/debian_version").exists():
        return "a trial installation needs Debian"
    if os.geteuid() != 0:
        return "a trial installation needs root"
    if shutil.which("mmdebstrap") is None:
        environment.install_packages(("mmdebstrap",))
    return "" if shutil.which("mmdebstrap") else "mmdebstrap could not be installed"


def run(package: Path) -> int:
    """Install and use `package`; return the trial's exit code."""
    sources = [*Path("/etc/apt").glob("sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]
    root_script = "/tmp/try_deb.sh"
    command = [
        *("mmdebstrap", "--quiet", "--mode=root", "--variant=apt", f"--hook-dir={HOOKS}"),
        f"--include={package.absolute()}",
        f"--customize-hook=upload {STEPS} {root_script}",
        f'--customize-hook=chroot "$1" sh -e {root_script}',
        *(RELEASE, "/dev/null"),
        *(str(path) for path in sources if path.suffix in ("", ".list", ".sources")),
    ]
    return subprocess.run(command, check=False).returncode

"""Time since this PC was started, suspended hours included; and which start it was.

Leases are measured by it and never by the wall clock, which a person may set (sync 2.2). Where the
system has no such clock the monotonic one serves, which stands still while the PC sleeps.
"""

from __future__ import annotations

import time
import uuid
from pathlib import Path

_LINUX_BOOT = Path("/proc/sys/kernel/random/boot_id")
_THIS_PROCESS = uuid.uuid4().hex


def boot_id() -> str:
    """Name this start of the PC, or of the process where the system does not tell."""
    try:
        return _LINUX_BOOT.read_text("ascii").strip()
    except OSError:
        return _THIS_PROCESS


def seconds() -> float:
    """Return seconds since the start."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)

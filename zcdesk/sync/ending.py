"""A command that goes on until it is told to end."""

from __future__ import annotations

import signal
import threading
from typing import Any


def told_to_end() -> threading.Event:
    """Return what is set by Ctrl+C and by the system's word to end."""
    over = threading.Event()

    def end(*_: Any) -> None:
        over.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, end)
    return over

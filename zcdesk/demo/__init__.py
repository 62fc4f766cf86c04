"""The demo: a simulated hall to click around in, or a whole day played by key events.

Invariant: acts and papers of a demo are marked simulated, people and devices are invented, and a
visit that does not end as scripted makes the run fail.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path


def run(out: Path, *, headless: bool) -> int:
    """Play or show the demo; papers, pictures and `summary.json` go to `out`."""
    headless = headless or not _has_display()
    if headless:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    station = Path(tempfile.mkdtemp(prefix="zcdesk-demo-"))
    os.environ["ZCDESK_STATION_DIR"] = str(station)
    if headless:
        os.environ["ZCDESK_DOCUMENTS"] = str(out / "documents")
    try:
        from zcdesk.demo import stage

        return stage.play(station / "data", out) if headless else stage.show(station / "data")
    finally:
        shutil.rmtree(station, ignore_errors=True)


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

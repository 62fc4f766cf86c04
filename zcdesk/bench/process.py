"""Starting what is measured in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from zcdesk.bench.figure import NotMeasurable

PATIENCE_S = 90.0
_CODE = "from zcdesk.bench.child import main; main()"


def watch(
    what: str, *arguments: str, program: Path | None = None, patience: float | None = None
) -> dict[str, Any]:
    """Run `child` once and return what its eye has seen.

    Args:
        program: the packaged program; None = these sources.
        patience: seconds it may take; PATIENCE_S unless told.

    Raises:
        NotMeasurable: it ended otherwise, or not at all.
    """
    patience = PATIENCE_S if patience is None else patience
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # An installed program is compiled; so are sources from their second start on, unless forbidden.
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        ended = subprocess.run(  # noqa: S603 - ourselves
            command(what, *arguments, program=program),
            env=surroundings,
            capture_output=True,
            text=True,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotMeasurable(f"{what} was not reached within {patience:g} s") from error
    lines = ended.stdout.splitlines()
    if ended.returncode or not lines:
        said = ended.stderr.strip().splitlines() or [f"exit code {ended.returncode}"]
        raise NotMeasurable(f"{what}: {said[-1]}")
    seen: dict[str, Any] = json.loads(lines[-1])
    return seen


def command(what: str, *arguments: str, program: Path | None = None) -> list[str]:
    """Return what runs `child`, which begins to count now."""
    ours = [sys.executable, "-c", _CODE] if program is None else [str(program), "bench-child"]
    return [*ours, what, repr(time.perf_counter()), *arguments]

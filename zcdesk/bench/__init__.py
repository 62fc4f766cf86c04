"""The program's figures, measured in one run, each beside a plain reference: `zcdesk bench`.

Everything happens in a temporary folder with an invented hall; the store of this PC is never
opened. Importing this costs nothing: children that are timed import it too.
"""

from __future__ import annotations

from typing import Any


def run(quick: bool = False) -> dict[str, Any]:
    """Measure every figure; about six minutes, or half a minute if `quick`."""
    from zcdesk.bench import whole
    from zcdesk.bench.plan import FULL, QUICK

    return whole.run(QUICK if quick else FULL)


def table(report: dict[str, Any]) -> str:
    """Lay a report out for people."""
    from zcdesk.bench.report import as_table

    return as_table(report)

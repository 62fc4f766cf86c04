"""A payload as dark runs, for layouts that draw codes themselves.

Never composes a payload: `zcdesk.domain.qr` does.
"""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8)
def dark_runs(payload: str) -> tuple[list[list[tuple[int, int]]], int]:
    """Give the dark (from, to) runs of every row, and the modules in a row."""
    import segno

    matrix = segno.make(payload, error="m", micro=False, boost_error=False).matrix
    rows = []
    for bits in matrix:
        row: list[tuple[int, int]] = []
        for place, bit in enumerate(bits):
            if bit and row and row[-1][1] == place:
                row[-1] = (row[-1][0], place + 1)
            elif bit:
                row.append((place, place + 1))
        rows.append(row)
    return rows, len(matrix)

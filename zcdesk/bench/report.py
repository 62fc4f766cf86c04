"""A report as a plain table for people; the numbers are those of the JSON, not measured again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

_HEAD = ("figure", "value", "reference", "ratio", "target", "", "runs")


def as_table(report: dict[str, Any]) -> str:
    """Lay a report out, one figure a line; what could not be measured follows below."""
    figures = report["figures"]
    rows = [_HEAD, *(_row(figure) for figure in figures)]
    widths = [max(_width(row[at]) for row in rows) for at in range(len(_HEAD))]
    lines = [_line(row, widths) for row in rows]
    lines += [f"{figure['name']}: {figure['why']}" for figure in figures if figure["why"]]
    return "\n".join(lines)


def _row(figure: dict[str, Any]) -> tuple[str, ...]:
    unit, ratio = figure["unit"], figure["ratio"]
    met = {True: "met", False: "missed", None: ""}[figure["met"]]
    return (
        figure["name"],
        _number(figure["value"], unit),
        _number(figure["reference"], unit),
        f"{ratio:.2f}×" if ratio is not None else "",
        figure["target"] or "",
        met,
        str(figure["runs"] or ""),
    )


def _number(value: float | None, unit: str) -> str:
    return "" if value is None else f"{value:.3g} {unit}"


def _line(row: Sequence[str], widths: Iterable[int]) -> str:
    cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
    return "  ".join(cells).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)

"""Yearly tables of working days, read into one `WorkCalendar`.

Three sources, the later over the earlier: the years chinesecalendar knows, the yearly notices an
administrator imported, and for years nobody announced yet the shipped statutory days.
Never asks chinesecalendar about a day: for a year it does not know it raises, its tables do not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zcdesk.domain.worktime import WorkCalendar, YearTable
    from zcdesk.errors import UserError

__all__ = ["YEARS", "load", "load_folder", "published", "read_year_file", "statutory_days"]

YEARS = "calendar"
"""Folder of imported yearly notices inside a store's data."""

# First day of the holiday seen from the festival, and its days (放假办法 of 2024-11-10).
_SPANS = {"春节": (-1, 4), "清明节": (0, 1), "端午节": (0, 1), "中秋节": (0, 1)}

_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利纪念日",
}


def load(extra_files: Iterable[Path] = (), tables: Iterable[YearTable] = ()) -> WorkCalendar:
    """Read every table into one value; a yearly file or table replaces the published year.

    Raises:
        UserError: CAL-01 to CAL-06 for a damaged yearly file.
    """
    from zcdesk.domain.worktime import work_calendar

    imported = [read_year_file(path) for path in extra_files]
    return work_calendar((*published(), *imported, *tables), statutory_days())


def load_folder(folder: Path | None) -> tuple[WorkCalendar, tuple[UserError, ...]]:
    """Read every table, the yearly notices of `folder` over the published years.

    A damaged notice is passed over, its year as if it were not there, and returned as the error
    that says why: one bad file must not keep a desk from starting.
    """
    from zcdesk.errors import UserError

    tables, damaged = [], []
    for path in sorted(folder.glob("*.json")) if folder else ():
        try:
            tables.append(read_year_file(path))
        except UserError as error:
            damaged.append(error)
    return load(tables=tables), tuple(damaged)


def published() -> tuple[YearTable, ...]:
    """Return the tables of every year chinesecalendar knows, 2004 onwards."""
    from chinese_calendar import holidays, workdays

    from zcdesk.domain.worktime import SpecialDay, YearTable

    days: dict[int, list[SpecialDay]] = {}
    for table, off in ((holidays, True), (workdays, False)):
        for day, name in table.items():
            special = SpecialDay(day, _NAMES.get(name, name), off)
            days.setdefault(day.year, []).append(special)
    return tuple(
        YearTable(year, tuple(sorted(days[year], key=lambda d: d.date)), "chinesecalendar")
        for year in sorted(days)
    )


def read_year_file(path: Path) -> YearTable:
    """Read one imported yearly notice; see `zcdesk.calendar.yearfile`."""
    from zcdesk.calendar.yearfile import read_year_file as read

    return read(path)


def statutory_days(path: Path | None = None) -> dict[dt.date, str]:
    """Return the statutory days that move with moon and sun, from the shipped table.

    Raises:
        UserError: CAL-07 if the installation lacks the table or it is damaged.
    """
    import json

    from zcdesk.errors import UserError
    from zcdesk.paths import resources_dir

    try:
        path = path or resources_dir() / "calendar" / "statutory.json"
        rows = json.loads(path.read_text(encoding="utf-8"))["festivals"]
        return {
            dt.date.fromisoformat(first) + dt.timedelta(_SPANS[name][0] + i): name
            for row in rows.values()
            for name, first in row.items()
            for i in range(_SPANS[name][1])
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UserError("CAL-07", file="statutory.json") from error

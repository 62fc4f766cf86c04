"""The yearly notice as a file: `{"year": 2027, "days": [{"date", "name", "isOffDay"}]}`.

Every fault is named with its file and place before anything is taken over. Never half a table:
a file is read whole or refused.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from zcdesk.domain.worktime import FIRST_YEAR, LAST_YEAR, SpecialDay, YearTable
from zcdesk.errors import UserError

MAX_BYTES = 1_000_000
_OFF_KEYS = ("isOffDay", "is-off-day", "is_off_day")


def read_year_file(path: Path) -> YearTable:
    """Read and check one yearly file.

    Raises:
        UserError: CAL-01 unreadable, CAL-02 not JSON, CAL-03 a field wrong or missing, CAL-04 a
            date of another year, CAL-05 no days, CAL-06 a date twice.
    """
    file = path.name
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError("CAL-01", file=file, reason=error.strerror or "") from error
    if len(data) > MAX_BYTES:
        raise UserError("CAL-02", file=file, line=0, column=0)
    return parse_year(_decode(data, file), file)


def parse_year(raw: object, file: str = "") -> YearTable:
    """Turn decoded JSON into a table; `file` names it in messages."""
    if not isinstance(raw, dict):
        raise UserError("CAL-03", file=file, field="year")
    year = raw.get("year")
    if not isinstance(year, int) or isinstance(year, bool) or not FIRST_YEAR <= year <= LAST_YEAR:
        raise UserError("CAL-03", file=file, field="year")
    rows = raw.get("days")
    if not isinstance(rows, list):
        raise UserError("CAL-03", file=file, field="days")
    if not rows:
        raise UserError("CAL-05", file=file, year=year)
    days: dict[dt.date, SpecialDay] = {}
    for place, row in enumerate(rows, start=1):
        day = _day(row, place, file)
        if not _belongs(day.date, year):
            raise UserError("CAL-04", file=file, year=year, row=place, date=day.date.isoformat())
        if day.date in days:
            raise UserError("CAL-06", file=file, row=place, date=day.date.isoformat())
        days[day.date] = day
    if not any(day.date.year == year for day in days.values()):
        raise UserError("CAL-05", file=file, year=year)
    return YearTable(year, tuple(days[date] for date in sorted(days)), file)


def _decode(data: bytes, file: str) -> object:
    """Read UTF-8 with or without its mark, else what an older Windows editor saves."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UserError("CAL-02", file=file, line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:
        raise UserError("CAL-02", file=file, line=0, column=0) from error


def _day(row: object, place: int, file: str) -> SpecialDay:
    def fault(field: str) -> UserError:
        return UserError("CAL-03", file=file, field=f"days[{place}].{field}")

    if not isinstance(row, dict):
        raise fault("date")
    try:
        date = dt.date.fromisoformat(str(row.get("date")))
    except ValueError as error:
        raise fault("date") from error
    given = [row[key] for key in _OFF_KEYS if key in row]
    if len(given) != 1 or not isinstance(given[0], bool):
        raise fault("isOffDay")
    name = row.get("name")
    if not isinstance(name, str) or not name.strip() or len(name) > 40:
        raise fault("name")
    return SpecialDay(date, name.strip(), given[0])


def _belongs(date: dt.date, year: int) -> bool:
    """A year's notice may reach back into December, when New Year's holiday begins there."""
    return date.year == year or (date.year == year - 1 and date.month == 12)

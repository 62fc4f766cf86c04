"""The yearly notice as a file: `{"year": 2027, "days": [{"date", "name", "isOffDay"}]}`.

Every fault is named with its file, line and field before anything is taken over. Never half a
table: a file is read whole or refused, and one taken in replaces its year's whole.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
from pathlib import Path

from zcdesk.domain.worktime import FIRST_YEAR, LAST_YEAR, SpecialDay, YearTable
from zcdesk.errors import UserError

MAX_BYTES = 1_000_000
_OFF_KEYS = ("isOffDay", "is-off-day", "is_off_day")


def read_year_file(path: Path) -> YearTable:
    """Read and check one yearly file.

    Raises:
        UserError: CAL-01 unreadable, CAL-02 not JSON, CAL-03 a field wrong or missing, CAL-04 a
            date of another year, CAL-05 no days, CAL-06 a date twice; `line` where it is known.
    """
    return _table(_content(path), path.name)


def install(path: Path, folder: Path) -> tuple[YearTable, bool]:
    """Check a yearly file and copy it to `folder` as `2027.json`, whole or not at all.

    Returns the table, and whether it replaced an earlier one.

    Raises:
        UserError: as `read_year_file`. OSError: the folder cannot be written.
    """
    data = _content(path)
    table = _table(data, path.name)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    target = folder / f"{table.year}.json"
    replaced = target.exists()
    part = folder / f".{table.year}.part"
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return table, replaced


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


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UserError("CAL-01", file=path.name, reason=error.strerror or "") from error
    if len(data) > MAX_BYTES:
        raise UserError("CAL-02", file=path.name, line=0, column=0)
    return data


def _table(data: bytes, file: str) -> YearTable:
    text = _text(data)
    try:
        return parse_year(_decode(text, file), file)
    except UserError as error:
        error.fields.setdefault("line", _line_of(text, error))
        raise


def _text(data: bytes) -> str:
    """Read UTF-8 with or without its mark, else what an older Windows editor saves."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _decode(text: str, file: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UserError("CAL-02", file=file, line=error.lineno, column=error.colno) from error
    except (ValueError, RecursionError) as error:
        raise UserError("CAL-02", file=file, line=0, column=0) from error


def _line_of(text: str, error: UserError) -> int:
    """Find the line a refused field stands on; 0 where it is not there."""
    field = str(error.fields.get("field", f"days[{error.fields.get('row', 0)}].date"))
    row = re.fullmatch(r"days\[(\d+)\]\.(\w+)", field)
    start, key = (_row_start(text, int(row[1])), row[2]) if row else (0, field)
    if start < 0:
        return 0
    end = text.find("}", start) if row else len(text)
    names = _OFF_KEYS if key in _OFF_KEYS else (key,)
    places = [text.find(f'"{name}"', start, end) for name in names]
    place = max(*places, start if row else -1)
    return text.count("\n", 0, place) + 1 if place >= 0 else 0


def _row_start(text: str, number: int) -> int:
    """Return where the `number`-th element of `days` begins; -1 where it cannot be told."""
    days = re.search(r'"days"\s*:\s*\[', text)
    at = days.end() if days else -1
    decoder = json.JSONDecoder()
    for left in range(number - 1, -1, -1):
        while 0 <= at < len(text) and text[at] in " \t\r\n,":
            at += 1
        if at < 0 or at >= len(text) or left == 0:
            break
        try:
            _, at = decoder.raw_decode(text, at)
        except ValueError:
            return -1
    return at if 0 <= at < len(text) else -1


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

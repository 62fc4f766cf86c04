"""Compute the festivals that move (春节 清明 端午 中秋) into `resources/calendar/statutory.json`.

Run once by a maintainer, never at build or run time. The rules are GB/T 33661-2017: civil days of
UTC+8, a lunar month begins on the day of new moon, the month holding the winter solstice is the
11th, and of 13 months between two solstices the first without a major term is the leap one.
Sun and moon follow the series of Meeus, *Astronomical Algorithms*, chapters 25 and 49: good to
about a quarter of an hour and half a minute, so a festival nearer to midnight than that is refused.
"""

from __future__ import annotations

import itertools
import json
import math
from datetime import date, timedelta
from pathlib import Path

FIRST, LAST = 2004, 2050
TARGET = Path(__file__).resolve().parents[1] / "resources" / "calendar" / "statutory.json"

J2000 = 2451545.0
SYNODIC = 29.530588861
ZONE = 8 / 24
SUN_MARGIN, MOON_MARGIN = 15 / 1440, 2 / 1440

# Chapter 49: coefficient, power of E, multiples of M, M', F, Omega.
NEW_MOON_TERMS = (
    (-0.40720, 0, 0, 1, 0, 0),
    (0.17241, 1, 1, 0, 0, 0),
    (0.01608, 0, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2, 0),
    (0.00739, 1, -1, 1, 0, 0),
    (-0.00514, 1, 1, 1, 0, 0),
    (0.00208, 2, 2, 0, 0, 0),
    (-0.00111, 0, 0, 1, -2, 0),
    (-0.00057, 0, 0, 1, 2, 0),
    (0.00056, 1, 1, 2, 0, 0),
    (-0.00042, 0, 0, 3, 0, 0),
    (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0),
    (-0.00024, 1, -1, 2, 0, 0),
    (-0.00017, 0, 0, 0, 0, 1),
    (-0.00007, 0, 2, 1, 0, 0),
)


def delta_t(jd: float) -> float:
    """Return TT minus UT in days; a straight line through 2004 (65 s) and 2050 (93 s)."""
    year = 2000 + (jd - J2000) / 365.25
    return (65 + (year - 2004) * 0.61) / 86400


def sun_longitude(jd: float) -> float:
    """Return the sun's apparent longitude in degrees at the dynamical day `jd`."""
    t = (jd - J2000) / 36525
    m = math.radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t)
    centre = (
        (1.914602 - 0.004817 * t) * math.sin(m)
        + (0.019993 - 0.000101 * t) * math.sin(2 * m)
        + 0.000289 * math.sin(3 * m)
    )
    node = math.radians(125.04 - 1934.136 * t)
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
    return (mean + centre - 0.00569 - 0.00478 * math.sin(node)) % 360


def sun_reaches(degrees: float, near: date) -> float:
    """Return the Julian day (UT) at which the sun reaches `degrees`, close to `near`."""
    jd = julian(near)
    for _ in range(6):
        jd += ((degrees - sun_longitude(jd) + 180) % 360 - 180) * 365.2422 / 360
    return jd - delta_t(jd)


def new_moon(k: int) -> float:
    """Return the Julian day (UT) of the `k`-th new moon since January 2000."""
    t = k / 1236.85
    jde = 2451550.09766 + SYNODIC * k + 0.00015437 * t * t
    e = 1 - 0.002516 * t - 0.0000074 * t * t
    angles = [
        math.radians(value)
        for value in (
            2.5534 + 29.10535670 * k - 0.0000014 * t * t,
            201.5643 + 385.81693528 * k + 0.0107582 * t * t,
            160.7108 + 390.67050284 * k - 0.0016118 * t * t,
            124.7746 - 1.56375588 * k + 0.0020672 * t * t,
        )
    ]
    for size, power, *multiples in NEW_MOON_TERMS:
        argument = sum(n * angle for n, angle in zip(multiples, angles, strict=True))
        jde += size * e**power * math.sin(argument)
    # The largest of the planetary terms; the rest stay under ten seconds together.
    jde += 0.000325 * math.sin(math.radians(299.77 + 0.107408 * k - 0.009173 * t * t))
    return jde - delta_t(jde)


def julian(day: date) -> float:
    return day.toordinal() + 1721424.5


def civil(jd: float, margin: float) -> date:
    """Return the day of UTC+8; refuse an instant too near to midnight for the series used."""
    local = jd + ZONE - 1721424.5
    if min(local % 1, 1 - local % 1) < margin:
        raise ValueError(f"too near to midnight: {date.fromordinal(int(local))}")
    return date.fromordinal(int(local))


def term(degrees: int, near: date, margin: float) -> date:
    return civil(sun_reaches(degrees, near), margin)


def months_from(solstice: date, until: date) -> list[date]:
    """Return first days of the lunar months from the one that holds `solstice` to `until`'s."""
    k = int((julian(solstice) - 2451550.1) / SYNODIC) - 2
    starts: list[date] = []
    while not starts or starts[-1] <= until:
        starts.append(civil(new_moon(k), MOON_MARGIN))
        k += 1
    return [day for i, day in enumerate(starts[:-1]) if starts[i + 1] > solstice]


def lunar_months(year: int) -> dict[int, date]:
    """Return month number → first day, for months 1 to 10 of the lunar `year`, leap left out."""
    # No margin: only the solstice's month matters (2021's came 51 seconds before midnight).
    before, after = (term(270, date(y, 12, 21), 0) for y in (year - 1, year))
    starts = months_from(before, after)
    leap_year = len(starts) == 14
    numbers: dict[int, date] = {}
    number = 11
    for first, following in itertools.pairwise(starts):
        if leap_year and first > before and not holds_major_term(first, following):
            leap_year = False
            continue
        numbers.setdefault(number, first)
        number = number % 12 + 1
    return numbers


def holds_major_term(first: date, following: date) -> bool:
    """Tell whether the sun reaches a multiple of 30° from `first` up to before `following`."""
    target = (math.ceil(sun_longitude(julian(first) - ZONE) / 30) * 30) % 360
    day = term(target, first + timedelta(15), 0)
    return first <= day < following


def festivals(year: int) -> dict[str, str]:
    """Return the first days of 春节, 清明节, 端午节 and 中秋节."""
    months = lunar_months(year)
    days = {
        "春节": months[1],
        "清明节": term(15, date(year, 4, 5), SUN_MARGIN),
        "端午节": months[5] + timedelta(4),
        "中秋节": months[8] + timedelta(14),
    }
    return {name: day.isoformat() for name, day in days.items()}


def main() -> None:
    years = {str(year): festivals(year) for year in range(FIRST, LAST + 1)}
    lines = ",\n".join(
        f'    "{year}": {json.dumps(row, ensure_ascii=False)}' for year, row in years.items()
    )
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(f'{{\n  "festivals": {{\n{lines}\n  }}\n}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()

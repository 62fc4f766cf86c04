"""A clock that leapt ahead, told from time that passed while nobody worked.

While the program runs, the time since the PC was started says how much really passed. Over a
restart only the calendar does: a PC that was off over a holiday missed no working day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from zcdesk.domain.worktime import WorkCalendar, next_working
from zcdesk.store import boottime

LEAP = timedelta(hours=1)
"""A clock this far ahead of the time that passed was set, not corrected."""

MISSED_DAYS = 5
"""So many working days without one act are explained by a hall that was closed."""


class Leaps:
    """Judges the clock of one running program."""

    def __init__(
        self, calendar: WorkCalendar, seconds: Callable[[], float] = boottime.seconds
    ) -> None:
        self._calendar, self._seconds = calendar, seconds
        self._believed: tuple[datetime, float] | None = None

    def is_ahead(self, at: datetime, trusted_at: str) -> bool:
        """Tell whether `at` is later than the time that passed explains.

        Args:
            trusted_at: ISO time of the last act whose clock was believed; empty before the first.
        """
        if self._believed is not None:
            then, seconds = self._believed
            return at - then - timedelta(seconds=self._seconds() - seconds) > LEAP
        if not trusted_at:
            return False
        trusted = datetime.fromisoformat(trusted_at)
        if self._has_missed(trusted.date(), at.astimezone(trusted.tzinfo).date()):
            return True
        if at >= trusted:
            self.believe(at)
        return False

    def believe(self, at: datetime) -> None:
        """Measure from here on: the clock is right at this moment."""
        self._believed = at, self._seconds()

    def _has_missed(self, last: date, today: date) -> bool:
        """Whether more working days than a closed hall explains lie between two days."""
        day = last
        for _ in range(MISSED_DAYS + 1):
            day = next_working(self._calendar, day)
            if day >= today:
                return False
        return True

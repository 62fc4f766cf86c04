"""A pilot window beside the system a hall has: the same figures of both, side by side.

What stands for the old way is counted by people with a stopwatch, so it is written down as it was
counted; ours comes from the acts. Never a difference without both its numbers.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from zcdesk.errors import Invalid

BAD_BASELINE = "PIL-01"


class Side(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was counted of one way of working.

    Attributes:
        name: 原系统 5 号窗口.
        cases: taken in; everything else is about these.
        seconds: from the call to the end of the visits they were taken in at, all together.
        returned: of these, how many a department sent back at its first look.
        answered: how many it has looked at so far; None = all.
        reprints: papers printed again.
        entry_seconds: spent typing the same into another system.
        days: on how many it was counted.
    """

    name: str
    cases: int
    seconds: int
    returned: int
    reprints: int
    entry_seconds: int
    answered: int | None = None
    days: int = 1

    def __post_init__(self) -> None:
        numbers = (self.cases, self.seconds, self.returned, self.reprints, self.entry_seconds)
        if min(*numbers, self.days) < 0 or self.returned > self.looked_at:
            raise Invalid(BAD_BASELINE, "before")

    @property
    def looked_at(self) -> int:
        """Cases some department has answered."""
        return self.cases if self.answered is None else self.answered


class Row(NamedTuple):
    """One line of the sheet; None where a side has no case to divide by."""

    label: str
    unit: str
    before: float | None
    now: float | None

    @property
    def change(self) -> float | None:
        """By how much the second is more, in percent of the first; None without both."""
        if self.before is None or self.now is None or not self.before:
            return None
        return (self.now - self.before) / self.before * 100


def compare(before: Side, now: Side) -> tuple[Row, ...]:
    """Return the lines of the comparison."""

    def row(label: str, unit: str, name: str, factor: float, of: str = "cases") -> Row:
        values = [
            getattr(side, name) * factor / getattr(side, of) if getattr(side, of) else None
            for side in (before, now)
        ]
        return Row(label, unit, *values)

    return (
        Row("办件", "件", float(before.cases), float(now.cases)),
        row("每件用时（叫号到办结）", "秒", "seconds", 1),
        row("退回补正率", "%", "returned", 100, "looked_at"),
        row("每百件补打", "张", "reprints", 100),
        row("每件二次录入", "分钟", "entry_seconds", 1 / 60),
        Row("二次录入合计", "分钟", before.entry_seconds / 60, now.entry_seconds / 60),
    )


def text(value: float | None) -> str:
    """Write a number as the sheet shows it; a dash where there is none."""
    if value is None:
        return "—"
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def change_text(row: Row) -> str:
    """Write the change: `-35.0%`; of the number of cases none, it says nothing."""
    if row.change is None or row.unit == "件":
        return "—"
    return f"{row.change:+.1f}%"

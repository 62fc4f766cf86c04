"""What a page of the shell is, and the three widths it may be laid out in.

A page is a plain QWidget with these few methods; there is no base class to inherit. One that has
tabs has a signal `turned` for each time another one comes to the front.
"""

from __future__ import annotations

from enum import Enum
from typing import Protocol, runtime_checkable

WIDE_FROM = 1440
NORMAL_FROM = 1200


class LayoutStep(Enum):
    """How much room a page has (ux.md 2.0); widths of the side panels are at scale 1.

    NARROW: the matter list becomes a row of tabs, the guidance panel a drawer.
    """

    WIDE = (248, 320)
    NORMAL = (232, 268)
    NARROW = (0, 0)

    @property
    def left(self) -> int:
        """Width of the left panel, 0 if it is not shown beside."""
        return self.value[0]

    @property
    def right(self) -> int:
        """Width of the guidance panel, 0 if it is a drawer."""
        return self.value[1]


def step_for(width: int, scale: float) -> LayoutStep:
    """Return the step of a window `width` logical pixels wide at a text scale."""
    room = width / scale
    if room >= WIDE_FROM:
        return LayoutStep.WIDE
    return LayoutStep.NORMAL if room >= NORMAL_FROM else LayoutStep.NARROW


@runtime_checkable
class Page(Protocol):
    """A QWidget the shell can show."""

    title: str

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return (key cap, words) for keys no command table knows; usually nothing."""

    def activate(self) -> None:
        """Take the focus to where work goes on; called whenever the page comes to the front."""

    def on_layout(self, step: LayoutStep) -> None:
        """Lay the page out for a width."""

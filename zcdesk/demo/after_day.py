"""What comes after the visit: every story at one house, and the pages that show what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from zcdesk.demo.driver import StuckError
from zcdesk.demo.house import House
from zcdesk.demo.pictures import Pictures
from zcdesk.demo.stories import STORIES, Story, finish
from zcdesk.errors import CodedError

DARK = frozenset(
    (
        "review-inbox",
        "review-case",
        "handover-pile",
        "result-compare",
        "result-issue",
        "supplement",
        "strip",
        "case-page",
        "duty-live",
    )
)
"""Screens that are pictured dark and larger, too; every look of every page has tests of its own."""


class AfterDay:
    """Plays the stories one after the other.

    Attributes:
        ended: names of the stories that ended as scripted, with the ids of their cases.
        failures: what did not end as scripted, in words.
    """

    def __init__(self, house: House, pictures: Pictures) -> None:
        self.house = house
        self.pictures = pictures
        self.ended: dict[str, str] = {}
        self.failures: list[str] = []
        house.counter.shoot = self._shoot

    def play(self) -> None:
        """Play every story, then look at the pages of who leads."""
        for story in STORIES:
            self._safely(story.name, partial(self._tell, story))
        self._safely("duty", self._look)

    def _tell(self, story: Story) -> None:
        case = finish(story.play(self.house))
        if wrong := story.differs(self.house, case):
            raise StuckError(wrong)
        self.ended[story.name] = case

    def _shoot(self, name: str, window: QWidget | None = None) -> None:
        """Take a screen of the stories, each once."""
        if f"{name}-light-100.png" not in self.pictures.taken:
            dark = name in DARK
            settle = self.house.counter.driver.settle
            self.pictures.plain(name, window, dark=dark, settle=settle)

    def _look(self) -> None:
        """The supervisor looks at the hall, and at a case that went all the way."""
        self.house.duty.look()
        self.house.finder().find(next(iter(self.ended.values())))

    def _safely(self, name: str, play: Callable[[], None]) -> None:
        try:
            play()
        except (RuntimeError, CodedError, AssertionError) as error:
            self.failures.append(f"{name}: {error}")
            self.pictures.snap(f"failed-{name}")
            self._leave()

    def _leave(self) -> None:
        """Leave whatever lies open, so that the next story finds an empty desk."""
        clerk = self.house.counter
        clerk.driver.press("Esc", "Esc", "Esc")
        if clerk.workplace.counter.open_visit is not None:
            self.house.window.give_up()

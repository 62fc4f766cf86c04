"""The scripted day: sixty visits and more over real matters, at one window, by key events."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from zcdesk.demo import roster, scenarios, tour
from zcdesk.demo.clerk import SOCIAL, DemoClerk
from zcdesk.demo.people import person
from zcdesk.demo.pictures import Pictures
from zcdesk.demo.score import Result
from zcdesk.domain.person import Person
from zcdesk.errors import CodedError

ORDINARY = (
    "1-49", "1-71", "4-28", "1-52", "1-48", "2-3", "1-67", "1-78", "1-85", "4-14",
    "1-10", "1-16", "1-23", "1-26", "1-29", "1-39", "1-44", "1-55", "1-60", "3-15",
    "4-6", "4-12", "4-16", "4-18", "4-33", "1-76", "4-27", "4-44", "1-57", "1-9",
)  # fmt: skip
"""Matters of the ordinary visits of the day, taken in turn."""

VISITS = 66
CALLED_BEFORE = ("S-9",)
"""Scenarios that begin with somebody called who does not come (ux 1.3)."""


class Day:
    """Plays the day and keeps the score.

    Attributes:
        visits: visits that ended as scripted; `matters`: keys of the matters taken in.
        failures: what did not end as scripted, in words.
    """

    def __init__(self, clerk: DemoClerk, pictures: Pictures, out: Path) -> None:
        self.clerk = clerk
        self.pictures = pictures
        self.out = out
        self.visits = 0
        self.matters: set[str] = set()
        self.failures: list[str] = []
        self._people = 20

    def play(self) -> None:
        """Play every scenario, the batch, and ordinary visits until the day is full."""
        self._shoot("idle")
        for step in self._scenarios():
            self._safely(*step)
        self._safely("S-16", self._batch)
        self._safely("tour", lambda: tour.walk(self.clerk, self._next_person(), self._shoot))
        while self.visits < VISITS and len(self.failures) < 5:
            key = ORDINARY[self.visits % len(ORDINARY)]
            self._safely(f"visit {self.visits + 1} {key}", partial(self._ordinary, key))

    def _scenarios(self) -> list[tuple[str, Callable[[], None]]]:
        played = (
            ("S-1", 8, "1-49", scenarios.repeat_case, True),
            ("S-2", 13, "", scenarios.by_code, True),
            ("S-3", 17, "", scenarios.by_initials, True),
            ("S-4", 11, "", scenarios.by_favourite, True),
            ("S-5", 14, "1-71", scenarios.missing, False),
            ("S-6", 12, "1-61", scenarios.deferred, True),
            ("S-7", 26, "1-71", scenarios.three_matters, True),
            ("S-8", 50, "1-49", scenarios.typed, True),
            ("S-9", 3, "1-49", scenarios.no_show, False),
        )
        steps: list[tuple[str, Callable[[], None]]] = [
            (row[0], partial(self._scenario, *row)) for row in played
        ]
        steps.append(("S-10", self._reprint))
        return steps

    def _scenario(
        self,
        name: str,
        ceiling: int,
        matter: str,
        play: Callable[[DemoClerk, Person], None],
        received: bool,
    ) -> None:
        self.clerk.take_number(SOCIAL, matter=matter)
        who = self._next_person()
        if name in CALLED_BEFORE:
            self.clerk.call()
        self.clerk.shoot = self._shoot_once
        with self.clerk.score.count(name, ceiling):
            play(self.clerk, who)
        if received:
            self._shoot_once("done")
        self._count()

    def _reprint(self) -> None:
        with self.clerk.score.count("S-10", 3):
            scenarios.reprint(self.clerk, self._next_person())

    def _ordinary(self, key: str) -> None:
        clerk = self.clerk
        clerk.take_number(SOCIAL, matter=key)
        clerk.call()
        clerk.lay_card(self._next_person())
        self._shoot_once("called")
        clerk.adopt()
        clerk.give_list_reason()
        clerk.driver.press("A")
        clerk.settle_rows()
        clerk.driver.press("F9")
        clerk.driver.until(lambda: clerk.front == "check", "the check page did not open")
        self._shoot_once("check")
        clerk.confirm()
        self.matters.add(key)
        self._count()

    def _batch(self) -> None:
        file = roster.write(self.out / "roster.xlsx")
        per_applicant, clicks = roster.play(self.clerk, file, self._next_person())
        self.clerk.score.add(Result("S-16", per_applicant, clicks, 4))
        self._count()

    def _safely(self, name: str, play: Callable[[], None]) -> None:
        try:
            play()
        except (RuntimeError, CodedError, AssertionError) as error:
            self.failures.append(f"{name}: {error}")
            self.pictures.snap(f"failed-{name.replace(' ', '-')}")
            self.clerk.give_up()

    def _count(self) -> None:
        self.visits += 1
        self.clerk.clock.pass_(minutes=4)

    def _next_person(self) -> Person:
        self._people += 1
        return person(self._people % 1000)

    def _shoot(self, name: str) -> None:
        self.pictures.take(name, settle=lambda: self.clerk.driver.settle(0.02))

    def _shoot_once(self, name: str) -> None:
        if not any(taken.startswith(f"{name}-") for taken in self.pictures.taken):
            self._shoot(name)

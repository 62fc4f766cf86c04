"""What the scenarios of ux 1.3 cost in keys and clicks, each with the ceiling it must not pass."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from zcdesk.demo.driver import Driver


class Result(NamedTuple):
    """What one scenario cost."""

    name: str
    keys: int
    clicks: int
    ceiling: int

    @property
    def is_met(self) -> bool:
        return self.keys <= self.ceiling and self.clicks == 0

    def __str__(self) -> str:
        return f"{self.name}: {self.keys} keys (ceiling {self.ceiling}), {self.clicks} clicks"


class Score:
    """Counts what one pair of hands needs; a scenario played again counts at its worst."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._worst: dict[str, Result] = {}

    @property
    def results(self) -> tuple[Result, ...]:
        """What was counted, in the order it was first played."""
        return tuple(self._worst.values())

    @contextmanager
    def count(self, name: str, ceiling: int) -> Iterator[None]:
        """Count a scenario from here to the end of the block; one that gets stuck has no result."""
        keys, clicks = self._driver.keys, self._driver.clicks.count
        yield
        driver = self._driver
        self.add(Result(name, driver.keys - keys, driver.clicks.count - clicks, ceiling))

    def add(self, result: Result) -> None:
        """Take a result, unless a worse one is known."""
        known = self._worst.get(result.name, result)
        self._worst[result.name] = max(known, result, key=lambda one: (one.clicks, one.keys))

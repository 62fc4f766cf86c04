"""What the headless demo tells at its end: `summary.json`, and the same in lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from zcdesk.demo.after_day import AfterDay
from zcdesk.demo.day import Day
from zcdesk.demo.score import Result

MEASURED = tuple(f"S-{n}" for n in (*range(1, 15), 16))
"""Scenarios of ux 1.3 the day must play; S-15 is clicks, which a test counts."""


class Left(NamedTuple):
    """What a hall holds at the end: papers that came out, and acts."""

    documents: int
    acts: int


class Whole:
    """Both halves of the day: the visits, and what comes after them."""

    def __init__(self, visits: Day, left: Left, after: tuple[AfterDay, Left]) -> None:
        self._visits, self._after = visits, after[0]
        self._left = left, after[1]

    @property
    def results(self) -> tuple[Result, ...]:
        """Keys and clicks of every scenario."""
        return (*self._visits.clerk.score.results, *self._after.house.counter.score.results)

    @property
    def failures(self) -> tuple[str, ...]:
        """What did not end as scripted, in words; a scenario nobody measured is none, either."""
        known = {result.name for result in self.results}
        missing = (f"{name}: not measured" for name in MEASURED if name not in known)
        return (*self._visits.failures, *self._after.failures, *missing)

    @property
    def is_good(self) -> bool:
        """Whether everything ended as scripted and within its ceiling."""
        return not self.failures and all(result.is_met for result in self.results)

    def write(self, path: Path) -> None:
        """Write the summary."""
        text = json.dumps(self._summary(), ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")

    def lines(self) -> list[str]:
        """Return it for the terminal."""
        visits, documents = self._visits, sum(left.documents for left in self._left)
        head = f"visits {visits.visits}, matters {len(visits.matters)}"
        head += f", stories {len(self._after.ended)}, documents {documents}"
        failures = [f"NOT AS SCRIPTED {failure}" for failure in self.failures]
        return [head, *map(str, self.results), *failures]

    def _summary(self) -> dict[str, Any]:
        pictures = (*self._visits.pictures.taken, *self._after.pictures.taken)
        return {
            "scenarios": {
                one.name: {"keys": one.keys, "clicks": one.clicks, "ceiling": one.ceiling}
                for one in self.results
            },
            "visits": self._visits.visits,
            "stories": list(self._after.ended),
            "documents": sum(left.documents for left in self._left),
            "acts": sum(left.acts for left in self._left),
            "matters": len(self._visits.matters),
            "pictures": len(pictures),
            "failures": list(self.failures),
        }

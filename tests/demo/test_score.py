"""What the demo counts, and when it fails: a ceiling passed, a story or a scenario missing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from zcdesk.demo.score import Result, Score
from zcdesk.demo.summary import MEASURED, Left, Whole


@pytest.fixture
def hands() -> Any:
    return SimpleNamespace(keys=0, clicks=SimpleNamespace(count=0))


@pytest.fixture
def score(hands) -> Score:
    return Score(hands)


def test_a_scenario_played_again_counts_at_its_worst(score, hands) -> None:
    for keys in (3, 5, 4):
        with score.count("S-12", 5):
            hands.keys += keys
    assert score.results == (Result("S-12", 5, 0, 5),)
    assert score.results[0].is_met


def test_one_key_or_one_click_too_many_is_told(score, hands) -> None:
    with score.count("S-11", 4):
        hands.keys += 5
    with score.count("S-13", 6):
        hands.clicks.count += 1
    assert [one.is_met for one in score.results] == [False, False]


def test_a_scenario_that_gets_stuck_has_no_result(score, hands) -> None:
    with pytest.raises(RuntimeError), score.count("S-11", 4):
        raise RuntimeError
    assert score.results == ()


def whole(*, over: str = "", without: str = "", failed: str = "") -> Whole:
    """A day in which everything went well but for what is named."""
    results = tuple(Result(n, 9 if n == over else 1, 0, 4) for n in MEASURED if n != without)
    shots = SimpleNamespace(taken=["idle.png"])
    counted = SimpleNamespace(score=SimpleNamespace(results=results))
    visits = SimpleNamespace(clerk=counted, visits=66, matters={"1-1"}, failures=[], pictures=shots)
    house = SimpleNamespace(counter=SimpleNamespace(score=SimpleNamespace(results=())))
    failures = [failed] if failed else []
    after = SimpleNamespace(house=house, ended={"promised": "1"}, failures=failures, pictures=shots)
    return Whole(visits, Left(3, 5), (after, Left(4, 6)))  # type: ignore[arg-type]


def test_a_good_day_is_good(tmp_path) -> None:
    day = whole()
    assert day.is_good
    day.write(tmp_path / "summary.json")
    text = (tmp_path / "summary.json").read_text("utf-8")
    assert '"documents": 7' in text
    assert '"stories"' in text
    assert day.lines()[0] == "visits 66, matters 1, stories 1, documents 7"


@pytest.mark.parametrize(
    "wrong", [{"over": "S-11"}, {"without": "S-14"}, {"failed": "online: it did not open"}]
)
def test_what_went_wrong_fails_the_day(wrong) -> None:
    assert not whole(**wrong).is_good

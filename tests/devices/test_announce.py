"""What is said when a number is called."""

from __future__ import annotations

import pytest

from zcdesk.devices.announce import (
    Fences,
    Waiting,
    announcement,
    announcement_in_english,
    window_words,
)
from zcdesk.devices.kinds import Call


@pytest.mark.parametrize(
    ("number", "window", "said"),
    [
        ("A057", "3", "请A零五七号到三号窗口办理"),
        ("A0057", "3", "请A零零五七号到三号窗口办理"),
        ("a0012 ", "3号窗口", "请A零零一二号到三号窗口办理"),
        ("VA012", "12", "请VA零一二号到十二号窗口办理"),
        ("YB003", "20", "请YB零零三号到二十号窗口办理"),
        ("LA009", "A3", "请LA零零九号到A三号窗口办理"),
        ("W07-003", "07", "请W零七杠零零三号到七号窗口办理"),
    ],
)
def test_a_call(number: str, window: str, said: str) -> None:
    assert announcement(number, window) == said


def test_a_recall_and_a_hall_s_own_words() -> None:
    assert announcement("A001", "3", recall=True) == "请A零零一号尽快到三号窗口办理"
    own = announcement("A001", "3", template="请{number}到{window}窗口")
    assert own == "请A零零一到三号窗口"
    assert announcement_in_english("A012", "3") == "Number A 0 1 2, please go to window 3."


@pytest.mark.parametrize(
    ("window", "words"),
    [
        ("1", "一号"),
        ("10", "十号"),
        ("11", "十一号"),
        ("45", "四十五号"),
        ("101", "一零一号"),
        ("出件", "出件"),
        ("综合1", "综合一号"),
        ("出件窗口", "出件"),
        ("咨询号", "咨询号"),
    ],
)
def test_windows(window: str, words: str) -> None:
    assert window_words(window) == words


def test_at_most_three_wait_and_the_oldest_goes() -> None:
    waiting = Waiting()
    assert [waiting.add(text) for text in "abc"] == [(), (), ()]
    assert waiting.add("b") == ()
    assert waiting.add("d") == ("a",)
    left = [waiting.next() for _ in range(4)]
    assert [one and one.text for one in left] == ["b", "c", "d", None]


def test_a_newer_call_takes_the_place_of_one_that_waits() -> None:
    waiting = Waiting()
    waiting.add("three", ticket="t")
    waiting.add("other", ticket="u")
    assert waiting.add("five", 30, ticket="t") == ("three",)
    assert [waiting.next(), waiting.next()] == [("other", 100, "u"), ("five", 30, "t")]


def test_an_older_fence_is_stale_and_another_ticket_is_not() -> None:
    fences = Fences()
    calls = [("t", 3), ("t", 2), ("t", 3), ("u", 1), ("t", 4), ("t", 3), ("", 0)]
    stale = [fences.is_stale(Call("A001", "3", ticket=t, fence=f)) for t, f in calls]
    assert stale == [False, True, False, False, False, True, False]

"""What is said when a number is called."""

from __future__ import annotations

import datetime as dt

import pytest

from zcdesk.devices.announce import (
    Quiet,
    Waiting,
    announcement,
    announcement_in_english,
    volume_at,
    window_words,
)


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
    assert [waiting.next() for _ in range(4)] == ["b", "c", "d", None]


def test_softer_at_lunch_and_never_louder_than_told() -> None:
    lunch = Quiet(dt.time(12), dt.time(13, 30), 30)
    night = Quiet(dt.time(22), dt.time(6), 0)
    at = [dt.time(11, 59), dt.time(12), dt.time(13, 30), dt.time(23), dt.time(5)]
    assert [volume_at(t, 80, (lunch, night)) for t in at] == [80, 30, 80, 0, 0]
    assert volume_at(dt.time(12), 20, (lunch,)) == 20

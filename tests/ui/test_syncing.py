"""The rounds of a joined desk: when they run, what the clerk hears, what never waits for them."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject

from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import SurroundingsError
from zcdesk.sync.news import News, Outcome
from zcdesk.ui import network_chip
from zcdesk.ui.jobs import InlineJobs, Jobs
from zcdesk.ui.syncing import NUDGED_MS, Syncing
from zcdesk.ui.theme import Tone

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=HALL_ZONE)
FINE = News(outcome=Outcome())
LOST = News(outcome=Outcome(code="NET-20", unsent=3), is_online=False, wait=4.0)


class FakeTie:
    """A tie that answers what it is told to."""

    def __init__(self, *news: News) -> None:
        self.left = list(news)
        self.rounds = self.closed = self.hurried = 0
        self.fetched: list[str] = []

    def round(self) -> News:
        self.rounds += 1
        return self.left.pop(0) if len(self.left) > 1 else self.left[0]

    def hurry(self) -> None:
        self.hurried += 1

    def fetch(self, number: str = "", window: str = "") -> bool:
        self.fetched.append(number)
        return True

    def take(self, request: str, wish: Any) -> Any:
        raise SurroundingsError("NET-20")

    def close(self) -> None:
        self.closed += 1


class Heard(QObject):
    """Notices that only remember."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, dict[str, Any]]] = []
        self.settled: list[str] = []

    def say(self, code: str, **fields: Any) -> None:
        self.said.append((code, fields))

    def settle(self, code: str) -> None:
        self.settled.append(code)

    def show(self, error: Any) -> None:
        self.said.append((error.code, error.fields))

    @property
    def codes(self) -> list[str]:
        return [code for code, _ in self.said]


@pytest.fixture
def syncing(qtbot: Any) -> Any:
    """A maker of rounds over news given beforehand; a test runs each round itself."""
    made: list[Syncing] = []

    def make(*news: News, jobs: Any = None) -> tuple[Syncing, FakeTie, Heard]:
        tie, heard = FakeTie(*news), Heard()
        one = Syncing(tie, jobs or InlineJobs(), heard)  # type: ignore[arg-type]
        made.append(one)
        return one, tie, heard

    yield make
    for one in made:
        one.end()


@pytest.mark.req("UX-37")
def test_a_call_does_not_wait_for_all_a_round_has_to_bring(syncing: Any) -> None:
    one, tie, _ = syncing(FINE)
    held: list[bool] = []
    one.fetch("", owner=one, done=held.append)
    assert (tie.hurried, tie.fetched, held) == (1, [""], [True])


def test_the_loss_and_the_return_of_the_server_are_told_once(syncing: Any) -> None:
    one, _, heard = syncing(FINE, LOST, LOST, FINE, FINE)
    for _ in range(5):
        one._run()
    assert heard.codes == ["NET-01", "NET-02"]
    assert "NET-01" in heard.settled


def test_why_the_server_refuses_is_told_by_its_own_code(syncing: Any) -> None:
    revoked = News(outcome=Outcome(code="NET-19"), is_online=False)
    one, _, heard = syncing(revoked)
    one.start()
    assert heard.codes == ["NET-19"]


@pytest.mark.parametrize(("offset", "way"), [(3600.0, "快"), (-3600.0, "慢")])
def test_a_clock_apart_is_told_once_and_taken_back(syncing: Any, offset: float, way: str) -> None:
    apart = News(outcome=Outcome(), offset=offset)
    one, _, heard = syncing(apart, apart, News(outcome=Outcome(), offset=0.2))
    for _ in range(3):
        one._run()
    assert heard.said == [("NET-40", {"way": way, "n": 60})]
    assert heard.settled == ["NET-40"]


@pytest.mark.parametrize(
    ("news", "is_abreast"),
    [
        (News(outcome=Outcome(), offset=0.4, position=9, end=9), True),
        (News(outcome=Outcome(), offset=0.4, position=8, end=9), False),
        (News(outcome=Outcome(code="NET-08", unsent=1), offset=0.4, position=9, end=9), True),
        (News(outcome=Outcome(), offset=None, position=9, end=9), False),
        (News(outcome=Outcome(), offset=86_400.0, position=9, end=9), False),
        (LOST, False),
    ],
)
def test_a_desk_is_abreast_with_nothing_left_and_the_halls_clock(
    syncing: Any, session: Any, news: News, is_abreast: bool
) -> None:
    """Only then it freezes a report for the whole hall: a clock that jumped ends no day."""
    one, _, _ = syncing(news)
    tied = one.tied(session)
    assert not tied.is_abreast(), "nothing was heard yet"
    one._run()
    assert tied.is_abreast() is is_abreast
    assert tied.is_online() is news.is_online


def test_a_commit_brings_the_next_round_forward_but_never_the_back_off(syncing: Any) -> None:
    one, _, _ = syncing(FINE, LOST)
    one._run()
    one.nudge()
    assert one._timer.interval() == NUDGED_MS
    one._run()
    one.nudge()
    assert one._timer.interval() == 4000


def test_a_locked_desk_asks_rarely_and_catches_up_when_somebody_is_back(syncing: Any) -> None:
    one, _, _ = syncing(FINE, FINE, FINE, FINE)
    one.rest(is_idle=True)
    one._run()
    assert 8000 < one._timer.interval() <= 12000
    one.is_watched = lambda: True  # a board on the wall shows the queue
    one._run()
    assert one._timer.interval() <= 1200
    one.is_watched = lambda: False
    one.rest(is_idle=False)
    assert one._timer.interval() == NUDGED_MS


def test_topics_of_others_acts_reach_the_pages(syncing: Any) -> None:
    one, _, _ = syncing(News(outcome=Outcome(received=1), topics=frozenset({"ticket"})))
    got: list[frozenset[str]] = []
    one.changed.connect(got.append)
    one.start()
    assert got == [frozenset({"ticket"})]


def test_a_call_without_a_server_waits_for_nothing(syncing: Any) -> None:
    one, tie, _ = syncing(LOST)
    one.start()
    got: list[bool] = []
    one.fetch("", owner=one, done=got.append)
    assert (got, tie.fetched) == ([False], [])


def test_a_call_waits_a_moment_for_a_server_that_hangs(syncing: Any, qtbot: Any) -> None:
    jobs = InlineJobs(held=True)
    one, tie, _ = syncing(FINE, jobs=jobs)
    one.start()
    jobs.release()
    got: list[bool] = []
    one.fetch("A001", owner=one, done=got.append)
    qtbot.waitUntil(lambda: got == [False])
    jobs.release()
    assert tie.fetched == ["A001"]
    assert got == [False]


def test_nothing_more_after_the_end(syncing: Any) -> None:
    one, tie, _ = syncing(FINE)
    one.start()
    one.end()
    one._run()
    one.nudge()
    assert (tie.rounds, tie.closed) == (1, 1)
    assert not one._timer.isActive()


def test_a_lane_asks_another_and_gets_its_answer_or_its_error(qtbot: Any) -> None:
    jobs = Jobs(lambda error: None)
    owner, got = QObject(), []
    lanes = []

    def in_store() -> str:
        lanes.append(threading.current_thread().name)
        return "read"

    def failing() -> str:
        raise KeyError("x")

    def in_net() -> tuple[str, str]:
        lanes.append(threading.current_thread().name)
        answer = jobs.ask("store", in_store)
        with pytest.raises(KeyError):
            jobs.ask("store", failing)
        return answer, "net"

    jobs.run("store", lambda: None, owner=owner)
    jobs.run("net", in_net, owner=owner, done=got.append)
    qtbot.waitUntil(lambda: got == [("read", "net")])
    assert lanes == ["lane-net", "lane-store"]
    assert jobs.close(60, 60)


@pytest.mark.req("UX-37")
@pytest.mark.parametrize(
    ("news", "word", "tone"),
    [
        (FINE, "联机", Tone.OK),
        (LOST, "离线·待同步 3，最早 刚才", Tone.WARN),
        (News(outcome=Outcome(code="NET-20"), is_online=False), "离线", Tone.WARN),
        (
            News(outcome=Outcome(received=200), wait=0.0, position=400, end=900),
            "同步中 400/900",
            Tone.INFO,
        ),
        (News(outcome=Outcome(), attention=2), "待人看 2", Tone.WARN),
        (
            News(
                outcome=Outcome(
                    code="NET-20",
                    unsent=4,
                    oldest=(NOW - timedelta(minutes=12)).isoformat(),
                ),
                is_online=False,
            ),
            "离线·待同步 4，最早 12 分前",
            Tone.WARN,
        ),
        (
            News(outcome=Outcome(unsent=1, oldest=(NOW - timedelta(hours=2)).isoformat())),
            "待同步 1，最早 2 小时前",
            Tone.WARN,
        ),
        (
            News(outcome=Outcome(unsent=1, oldest=(NOW - timedelta(seconds=2)).isoformat())),
            "联机",
            Tone.OK,
        ),
        (News(outcome=Outcome(), unverified=1), "联机·登录未核实", Tone.INFO),
        (
            News(outcome=Outcome(code="NET-20"), is_online=False, unverified=1),
            "离线·登录未核实",
            Tone.WARN,
        ),
    ],
)
def test_the_chip_says_one_thing_at_a_time(news: News, word: str, tone: Tone) -> None:
    found = network_chip.chip(news, NOW)
    assert (found.device, found.word, found.tone) == ("network", word, tone)

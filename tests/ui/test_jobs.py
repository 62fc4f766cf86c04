"""Lanes: order, threads, errors as values, owners that are gone, a clean end."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from zcdesk.errors import CodedError, StoreError, UserError
from zcdesk.ui.jobs import BUG, NET, STORE, WORK, InlineJobs, Jobs, after_answer, device

SECRET = "110101199003070074"
PATIENCE = 60.0
"""Seconds; only a lane that hangs is waited for so long."""


@pytest.fixture
def shown() -> list[CodedError]:
    return []


@pytest.fixture
def jobs(qapp, shown):
    made = Jobs(shown.append)
    yield made
    assert made.close(PATIENCE, PATIENCE)


@pytest.fixture
def owner(qapp) -> QObject:
    return QObject()


def fail(error: Exception) -> None:
    raise error


def test_results_come_back_in_order_on_the_ui_thread(jobs, owner, qtbot) -> None:
    seen: list[tuple[int, str]] = []
    for number in range(200):
        jobs.run(
            STORE,
            lambda n=number: (n, threading.current_thread().name),
            owner=owner,
            done=lambda found: seen.append((found[0], threading.current_thread().name)),
        )
    qtbot.waitUntil(lambda: len(seen) == 200)
    assert [number for number, _ in seen] == list(range(200))
    assert {name for _, name in seen} == {threading.main_thread().name}


def test_each_lane_is_one_thread_of_its_own(jobs, owner, qtbot) -> None:
    seen: dict[str, set[int]] = {STORE: set(), WORK: set(), NET: set(), device("printer"): set()}
    count: list[int] = []
    for lane, threads in seen.items():
        for _ in range(5):
            jobs.run(lane, threading.get_ident, owner=owner, done=threads.add)
            jobs.run(lane, lambda: 1, owner=owner, done=count.append)
    qtbot.waitUntil(lambda: len(count) == 20)
    assert all(len(threads) == 1 for threads in seen.values())
    assert len(set.union(*seen.values())) == 4


def test_a_hanging_device_holds_up_neither_the_store_nor_the_end(qapp, owner, qtbot) -> None:
    release = threading.Event()
    jobs = Jobs(lambda error: None)
    done: list[int] = []
    jobs.run(device("printer"), release.wait, owner=owner)
    jobs.run(STORE, lambda: 1, owner=owner, done=done.append)
    qtbot.waitUntil(lambda: done == [1])
    assert not jobs.close(device_patience=0.01)
    release.set()


def test_what_the_store_lane_holds_is_finished_at_the_end(qapp, owner) -> None:
    jobs, written = Jobs(lambda error: None), []
    for number in range(20):
        jobs.run(STORE, lambda n=number: written.append(n), owner=owner)
    assert jobs.close(PATIENCE)
    assert written == list(range(20))
    jobs.run(STORE, lambda: written.append(99), owner=owner)
    assert written == list(range(20))


@pytest.mark.parametrize("error", [UserError("QUE-01"), StoreError("SYS-04")])
def test_expected_errors_travel_as_values(jobs, owner, qtbot, shown, error) -> None:
    mine: list[CodedError] = []
    jobs.run(STORE, lambda: fail(error), owner=owner, failed=mine.append)
    jobs.run(STORE, lambda: fail(error), owner=owner)
    qtbot.waitUntil(lambda: bool(shown))
    assert mine == [error]
    assert shown == [error]


def test_a_bug_gets_a_number_and_its_words_stay_out_of_the_log(
    jobs, owner, qtbot, shown, caplog
) -> None:
    jobs.run(WORK, lambda: fail(ValueError(SECRET)), owner=owner)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown[0].code == BUG
    assert str(shown[0].fields["number"]) in caplog.text
    assert "ValueError" in caplog.text
    assert "fail" in caplog.text
    assert SECRET not in caplog.text


def test_an_owner_that_is_gone_hears_nothing(jobs, qtbot, shown) -> None:
    gone, here = QObject(), QObject()
    heard: list[str] = []
    gate = threading.Event()
    jobs.run(STORE, gate.wait, owner=here)
    jobs.run(STORE, lambda: 1, owner=gone, done=lambda _: heard.append("gone"))
    jobs.run(STORE, lambda: fail(UserError("QUE-01")), owner=gone)
    jobs.run(STORE, lambda: 1, owner=here, done=lambda _: heard.append("here"))
    delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["here"]
    assert shown == []


def test_an_unknown_lane_is_refused(jobs, owner) -> None:
    for lanes in (jobs, InlineJobs()):
        with pytest.raises(ValueError, match="lane"):
            lanes.run("cloud", lambda: 1, owner=owner)


def test_inline_jobs_answer_at_once_and_raise_what_nobody_handles(owner) -> None:
    jobs, seen = InlineJobs(), []
    jobs.run(STORE, lambda: 7, owner=owner, done=seen.append)
    assert seen == [7]
    with pytest.raises(UserError):
        jobs.run(STORE, lambda: fail(UserError("QUE-01")), owner=owner)


def test_held_inline_jobs_show_the_time_between(owner) -> None:
    jobs, seen = InlineJobs(held=True), []
    jobs.run(STORE, lambda: 1, owner=owner, done=seen.append)
    jobs.run(STORE, lambda: 2, owner=owner, done=seen.append)
    assert (seen, jobs.waiting) == ([], 2)
    jobs.release()
    assert seen == [1, 2]


def test_what_a_person_waits_for_goes_before_what_nobody_does(jobs, owner, qtbot) -> None:
    gate, ran = threading.Event(), []
    jobs.run(STORE, gate.wait, owner=owner)
    for number in range(3):
        jobs.run(STORE, lambda n=number: ran.append(("behind", n)), owner=owner, behind=True)
    for number in range(3):
        jobs.run(STORE, lambda n=number: ran.append(("first", n)), owner=owner)
    gate.set()
    qtbot.waitUntil(lambda: len(ran) == 6)
    assert ran == [(rank, n) for rank in ("first", "behind") for n in range(3)]


def test_another_lane_that_asks_lets_the_person_go_first(jobs, owner, qtbot) -> None:
    gate, ran = threading.Event(), []
    held = threading.Event()
    jobs.run(STORE, lambda: (held.set(), gate.wait()), owner=owner)
    assert held.wait(PATIENCE)
    jobs.run(NET, lambda: jobs.ask(STORE, lambda: ran.append("round")), owner=owner)
    qtbot.waitUntil(lambda: len(jobs._lanes[STORE].orders) == 1)
    jobs.run(STORE, lambda: ran.append("call"), owner=owner)
    gate.set()
    qtbot.waitUntil(lambda: len(ran) == 2)
    assert ran == ["call", "round"]


def test_what_lies_behind_is_finished_at_the_end_too(qapp, owner) -> None:
    jobs, ran, gate = Jobs(lambda error: None), [], threading.Event()
    jobs.run(STORE, gate.wait, owner=owner)
    jobs.run(STORE, lambda: ran.append("behind"), owner=owner, behind=True)
    jobs.run(STORE, lambda: ran.append("last"), owner=owner, behind=True)
    jobs.run(STORE, lambda: ran.append("first"), owner=owner)
    gate.set()
    assert jobs.close(PATIENCE)
    assert ran == ["first", "behind", "last"]


def test_at_once_is_in_the_lane_and_before_the_ui_thread_hears(jobs, owner, qtbot) -> None:
    seen: list[tuple[str, int, str]] = []

    def note(where: str, found: int) -> None:
        seen.append((where, found, threading.current_thread().name))

    jobs.run(
        STORE,
        lambda: 7,
        owner=owner,
        at_once=lambda found: note("at once", found),
        done=lambda found: note("done", found),
    )
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [("at once", 7, "lane-store"), ("done", 7, threading.main_thread().name)]


def test_nothing_is_at_once_where_it_failed(jobs, owner, qtbot, shown) -> None:
    heard: list[object] = []
    jobs.run(STORE, lambda: fail(StoreError("SYS-04")), owner=owner, at_once=heard.append)
    qtbot.waitUntil(lambda: bool(shown))
    assert (heard, [error.code for error in shown]) == ([], ["SYS-04"])


def test_a_bug_at_once_is_told_and_takes_no_result_away(jobs, owner, qtbot, shown, caplog) -> None:
    mine: list[int] = []
    failed: list[CodedError] = []
    for lanes in (jobs, InlineJobs(shown.append)):
        lanes.run(
            STORE,
            lambda: 7,
            owner=owner,
            at_once=lambda _: fail(ValueError("bug")),
            done=mine.append,
            failed=failed.append,
        )
    qtbot.waitUntil(lambda: len(mine) == 2)
    assert ([error.code for error in shown], failed) == ([BUG, BUG], [])


def test_what_comes_after_the_answer_is_done_before_the_next_order(jobs, owner, qtbot) -> None:
    ran: list[str] = []
    posted: list[int] = []
    begun: list[None] = []

    def answer() -> None:
        after_answer(lambda: ran.append(f"after, {len(posted)} posted"))
        ran.append("answer")

    post = jobs._post

    def count(outcome: object) -> None:
        posted.append(1)
        post(outcome)

    jobs.run(STORE, lambda: None, owner=owner, done=begun.append)
    qtbot.waitUntil(lambda: bool(begun))
    jobs._lanes[STORE]._post = count
    gate = threading.Event()
    jobs.run(STORE, gate.wait, owner=owner)
    jobs.run(STORE, answer, owner=owner)
    jobs.run(STORE, lambda: ran.append("next"), owner=owner)
    gate.set()
    qtbot.waitUntil(lambda: "next" in ran)
    assert ran == ["answer", "after, 2 posted", "next"]
    after_answer(lambda: ran.append("at once"))
    assert ran[-1] == "at once", "outside a lane nobody waits for an answer"

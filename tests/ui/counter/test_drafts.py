"""Every step of a visit is saved as it is made; a program that dies loses a field at most."""

from __future__ import annotations

import pytest

from zcdesk.errors import StoreError
from zcdesk.operations import intake
from zcdesk.ui.jobs import InlineJobs

STEPS = (
    ("F2",),
    ("Enter",),
    ("Enter",),
    ("A",),
    ("Y",),
    ("X", "2"),
    ("6", "Q", "2"),
    ("7", "R", "Enter"),
    ("1", "W", "1"),
    ("S",),
    ("G",),
    ("B", "o", "k", "Enter"),
    ("V", "x", "Enter"),
    ("D",),
    ("Ctrl+Z",),
)


@pytest.mark.req("UX-39")
def test_what_is_on_the_screen_is_in_the_store_after_each_step(counter):
    counter.ticket("1-5")
    for step in STEPS:
        counter.press(*step)
        assert counter.visit is not None, step
        assert intake.reopen(counter.desk.session) == counter.visit, step


@pytest.mark.req("UX-39")
@pytest.mark.parametrize("steps", range(1, len(STEPS) + 1, 3))
def test_a_restart_takes_up_where_it_stopped(make_counter, steps):
    counter = make_counter()
    counter.ticket("1-5")
    for step in STEPS[:steps]:
        counter.press(*step)
    left = counter.visit
    again = make_counter()
    assert again.visit == left
    assert again.notes[-1] == "A001 上次没有办完，已恢复"
    assert again.page.front == "serving"


@pytest.mark.req("UX-39")
def test_an_editor_that_was_open_loses_only_its_text(make_counter):
    counter = make_counter()
    counter.serve()
    counter.press("A", "B")
    counter.write("half a no")
    left = counter.visit
    again = make_counter()
    assert again.visit == left
    assert again.rows[0].mark.note == ""


def test_the_clerk_does_not_wait_for_the_disk(make_counter):
    jobs = InlineJobs(held=True)
    counter = make_counter(jobs=jobs)
    jobs.release()
    counter.ticket("1-5")
    counter.press("F2")
    jobs.release()
    counter.press("Enter")
    jobs.release()
    counter.press("Enter", "1")
    assert counter.state(1) == "received"
    assert jobs.waiting
    jobs.release()
    assert intake.reopen(counter.desk.session) == counter.visit


class FullDisk:
    """The operations with a disk that takes nothing more."""

    def __init__(self, real) -> None:
        self._real = real
        self.intake = self

    def __getattr__(self, name: str):
        return getattr(self._real, name)

    def save(self, session, visit) -> None:
        raise StoreError("SYS-04", path="")


def test_a_full_disk_says_so_and_the_next_step_saves_all(counter):
    counter.serve()
    real = counter.desk.operations
    counter.desk.operations = FullDisk(real)
    counter.press("1")
    assert counter.state(1) == "received"
    assert counter.codes == ["SYS-04"]
    counter.desk.operations = real
    counter.press("4")
    assert intake.reopen(counter.desk.session) == counter.visit


def test_undo_goes_back_step_by_step_and_stops_at_the_call(counter):
    counter.serve()
    begun = counter.visit
    counter.press("A", "Y", "X", "1")
    for _ in range(3):
        counter.press("Ctrl+Z")
    assert counter.visit == begun
    for _ in range(5):
        counter.press("Ctrl+Z")
    assert counter.visit.ticket == begun.ticket
    assert intake.reopen(counter.desk.session) == counter.visit

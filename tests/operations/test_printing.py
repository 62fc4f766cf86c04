"""The spool: one original, counted copies, nothing lost by a kill or a dead printer."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from fix_visit import settle, visiting

from zcdesk.errors import Conflict, SurroundingsError
from zcdesk.operations import intake, printing


@pytest.fixture
def task(session):
    return intake.receive(session, settle(visiting(session, "1-2"))).prints[0]


@pytest.mark.req("UX-31", "UX-32")
def test_an_original_goes_to_a_printer_once(session, task):
    job = printing.begin(session, task, "热敏#1")
    with pytest.raises(Conflict) as again:
        printing.begin(session, task, "热敏#1")
    assert (again.value.code, again.value.fields["time"]) == ("PRT-05", "09:00:00")
    printing.finish(session, job, "confirmed")
    with pytest.raises(Conflict):
        printing.begin(session, task, "热敏#1")


def test_a_failed_original_may_go_again(session, task):
    printing.finish(session, printing.begin(session, task, "热敏#1"), "failed")
    assert [t.number for t in printing.later(session)] == [task.number]
    printing.finish(session, printing.begin(session, task, "激光"), "confirmed")
    assert printing.later(session) == ()


def test_a_paper_that_was_only_sent_is_not_printed_again_either(session, task):
    printing.finish(session, printing.begin(session, task, "激光"), "sent")
    with pytest.raises(Conflict):
        printing.begin(session, task, "激光")
    assert printing.later(session) == ()
    assert [one.state for one in printing.recent(session)] == ["sent"]


def test_a_reprint_says_which_one_when_and_by_whom(session, task, clock):
    printing.finish(session, printing.begin(session, task, "热敏#1"), "confirmed")
    clock.pass_(minutes=10)
    (recent,) = printing.recent(session)
    for times in (1, 2):
        again = printing.reprint(session, recent)
        head = again.paper.head
        assert (again.copy, head.reprint, head.reprint_by) == (times, times, "张敏")
        assert head.reprint_at == clock()
        printing.finish(session, printing.begin(session, again, "热敏#1"), "confirmed")
    assert [t.copy for t in printing.recent(session)] == [0]


@pytest.mark.req("UX-39")
def test_what_was_being_sent_when_the_program_died_is_asked_about(session, task, open_hall):
    printing.begin(session, task, "热敏#1")
    again = open_hall().as_clerk("0312")
    assert [t.number for t in printing.interrupted(again)] == [task.number]
    assert printing.interrupted(again) == ()
    with pytest.raises(Conflict):
        printing.begin(again, task, "热敏#1")
    printing.settle(again, task.job, came_out=False)
    printing.finish(again, printing.begin(again, task, "热敏#1"), "confirmed")


def test_a_paper_queued_but_never_sent_survives_a_kill(session, task, open_hall):
    again = open_hall().as_clerk("0312")
    (left,) = printing.later(again)
    assert left.paper == task.paper


def test_a_full_disk_sends_nothing_and_loses_nothing(session, task):
    """The job is noted before a byte goes out: what cannot be noted is not sent."""
    handle = session.store.handle
    handle.pragma(f"max_page_count = {handle.pragma('page_count')}")
    big = task.paper.materials[0]
    long = msgspec.structs.replace(big, note="备注" * 40_000)
    fat = msgspec.structs.replace(task.paper, materials=(long,))
    other = msgspec.structs.replace(task, job="", number="320213-26-7K2-00099-X", paper=fat)
    with pytest.raises(SurroundingsError) as caught:
        printing.begin(session, other, "热敏#1")
    assert caught.value.code == "SYS-04"
    assert [one.number for one in printing.later(session)] == [task.number]
    # with room again both go out, each once
    for one in (other, task):
        printing.finish(session, printing.begin(session, one, "热敏#1"), "confirmed")
    assert printing.later(session) == ()


@pytest.mark.req("UX-39")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_a_program_killed_while_it_prints_asks_and_never_prints_a_second_original(
    session, task, open_hall, place
):
    """A process of its own opens the hall, begins to print, and dies by kill -9."""
    session.store.close()
    code = (
        "import os, signal, sys\n"
        "from fix_hall import Chance, Clock, open_store, session_on, START\n"
        "from zcdesk.operations import printing\n"
        "from zcdesk.store.place import Place\n"
        "from pathlib import Path\n"
        "import random\n"
        "chance = Chance(random.Random(99))\n"
        "place = Place(*map(Path, sys.argv[1:4]))\n"
        "session = session_on(open_store(place, START, chance), Clock(), chance)\n"
        "(task,) = printing.later(session := session.as_clerk('0312'))\n"
        "printing.begin(session, task, 'laser')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    here = Path(__file__).parent.parent
    paths = os.pathsep.join([str(here), str(here.parent)])
    died = subprocess.run(
        [sys.executable, "-c", code, place.data, place.witness, place.keys],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr
    again = open_hall().as_clerk("0312")
    (asked,) = printing.interrupted(again)
    assert (asked.number, asked.state) == (task.number, "unknown")
    assert printing.later(again) == ()
    with pytest.raises(Conflict):
        printing.begin(again, asked, "激光")

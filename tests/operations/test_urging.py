"""Urging late cases: each its 督办单, its deadline, its answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from zcdesk.errors import NotAllowed
from zcdesk.operations import casework, mending, urging


@pytest.mark.req("R018", "R057", "R150")
def test_several_are_urged_at_once_and_the_answers_followed(busy_hall) -> None:
    boss = busy_hall.boss
    late = [row for row in urging.cases(boss) if row.is_late]
    assert [row.due for row in late] == sorted(row.due for row in late)
    assert len(late) == 3
    reply_by = busy_hall.clock.at + timedelta(days=1)
    prints = urging.urge(boss, tuple(row.case for row in late[:2]), "请说明原因", reply_by)
    assert len(prints) == 2
    first, second, third = (row for row in urging.cases(boss) if row.is_late)
    assert (first.urged, second.urged, third.urged) == (1, 1, 0)
    assert first.reply_by == reply_by.isoformat()
    (task,) = _reminders(boss, first.case)
    mending.answer_reminder(busy_hall.staff.other, first.case, task, "今日办结")
    assert urging.cases(boss)[0].answer == "今日办结"


def test_nothing_chosen_or_an_answer_due_already_is_refused(busy_hall) -> None:
    boss, now = busy_hall.boss, busy_hall.clock.at
    case = urging.cases(boss)[0].case
    with pytest.raises(NotAllowed, match="DUT-01"):
        urging.urge(boss, (), "请说明", now + timedelta(days=1))
    with pytest.raises(NotAllowed, match="DUT-02"):
        urging.urge(boss, (case,), "请说明", now)
    with pytest.raises(NotAllowed, match="CAS-02"):
        urging.urge(busy_hall.session, (case,), "请说明", now + timedelta(days=1))
    assert not urging.cases(boss)[0].urged


def test_one_that_ended_meanwhile_leaves_all_of_them_as_they_were(busy_hall) -> None:
    boss, reply_by = busy_hall.boss, busy_hall.clock.at + timedelta(days=1)
    chosen = tuple(row.case for row in urging.cases(boss))[:2]
    mending.void(boss, chosen[1], "重复收件")
    with pytest.raises(NotAllowed, match="CAS-01"):
        urging.urge(boss, chosen, "请说明", reply_by)
    assert not any(row.urged for row in urging.cases(boss))
    assert len(urging.urge(boss, chosen[:1], "请说明", reply_by)) == 1


def _reminders(session, case_id: str) -> list[str]:
    with session.reading() as store:
        return [r.id for r in casework.case_of(store, case_id).reminders if not r.answer]

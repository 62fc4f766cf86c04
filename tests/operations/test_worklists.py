"""Work lists come sorted as their index lies: a full hall opens as fast as an empty one."""

from __future__ import annotations

from fix_cases import BUREAU, HEALTH, People, bring, instant_case, received
from fix_visit import somebody
from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from zcdesk.domain.case import CaseState
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.operations import worklists
from zcdesk.store.reader import Reader

KINDS = (TaskKind.ACCEPT, TaskKind.DECIDE, TaskKind.HAND_OVER)


def test_no_list_is_sorted_or_scanned_to_be_shown(staff: People, monkeypatch) -> None:
    asked = []
    select = Reader.select
    monkeypatch.setattr(Reader, "select", lambda self, q: asked.append(q) or select(self, q))
    worklists.tasks(staff.reviewer, *KINDS, departments=(HEALTH, BUREAU))
    worklists.tasks(staff.supervisor, *KINDS, until="2027")
    worklists.tasks(staff.clerk, *KINDS, window="3")
    worklists.counts(staff.reviewer, *KINDS, departments=(HEALTH, BUREAU))
    monkeypatch.undo()
    lists = [q for q in asked if "task_index" in str(q)]
    assert len(lists) == 13
    with staff.clerk.reading() as store:
        for wanted in lists:
            literal = {"literal_binds": True}
            said = str(wanted.compile(dialect=sqlite.dialect(), compile_kwargs=literal))
            plan = [row[-1] for row in store.select(text(f"EXPLAIN QUERY PLAN {said}"))]
            assert all("SEARCH task_index" in step for step in plan), (said, plan)


def test_several_departments_lie_in_one_order_page_by_page(staff: People) -> None:
    first = received(staff.clerk, person=somebody(1))
    second = instant_case(staff)
    third = bring(staff, CaseState.ACCEPTED)
    kinds = {"departments": (HEALTH, BUREAU)}
    whole = worklists.tasks(staff.reviewer, *KINDS, **kinds)
    assert {row.case for row in whole} == {first, second, third}
    assert [row.due for row in whole] == sorted(row.due for row in whole)
    pages = [worklists.tasks(staff.reviewer, *KINDS, **kinds, limit=2, offset=n) for n in (0, 2, 4)]
    assert tuple(row for page in pages for row in page) == whole

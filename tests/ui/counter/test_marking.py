"""Each key of the checklist as a pure step: the visit after it, and where the cursor goes."""

from __future__ import annotations

import pytest
from fix_counter import matters, resident

from zcdesk.domain import visit as visits
from zcdesk.domain.checklist import RowState
from zcdesk.domain.visit import Visit, rows_of
from zcdesk.errors import NotAllowed
from zcdesk.ui.counter import marking

ALL = {matter.key: matter for matter in matters()}


def opened(*keys: str, applicants: int = 1) -> Visit:
    seen = Visit(id="v", window="3", started_at="2026-11-24T09:00:00+08:00")
    seen = visits.add_applicants(seen, tuple(resident(n) for n in range(1, applicants + 1)))
    for key in keys or ("1-5",):
        seen = visits.add_matter(seen, ALL[key])
    return seen


def row(seen: Visit, no: int):
    return rows_of(seen)[no - 1]


def states(seen: Visit) -> list[RowState]:
    return [r.mark.state for r in rows_of(seen)]


@pytest.mark.req("UX-21")
def test_all_receives_plain_rows_and_stops_at_the_one_to_compare():
    step = marking.receive_all(opened(), 1)
    assert step.row == 5
    assert row(step.visit, 5).mark.state is RowState.PENDING
    assert not any(r.mark.compared for r in rows_of(step.visit))
    assert row(step.visit, 8).mark.state is RowState.PENDING  # a question to answer first


def test_all_on_a_list_without_originals_goes_to_what_is_left():
    step = marking.receive_all(opened("1-8"), 3)
    assert step.row == 3
    assert not [r for r in rows_of(step.visit) if marking.is_to_do(r)]


def test_space_goes_on_when_the_row_is_settled_and_stays_to_compare():
    assert marking.receive(opened(), row(opened(), 1)).row == 4  # 2 and 3 are shared
    step = marking.receive(opened(), row(opened(), 5))
    assert (step.row, row(step.visit, 5).mark.state) == (5, RowState.RECEIVED)
    back = marking.receive(step.visit, row(step.visit, 5))
    assert (back.row, row(back.visit, 5).mark.state) == (5, RowState.PENDING)


def test_comparing_twice_takes_the_comparison_back():
    seen = marking.compare(opened(), row(opened(), 5)).visit
    assert row(seen, 5).mark.compared
    again = marking.compare(seen, row(seen, 5))
    assert again.row == 5
    assert (row(again.visit, 5).mark.state, row(again.visit, 5).mark.compared) == (
        RowState.RECEIVED,
        False,
    )


def test_a_reason_is_kept_and_the_row_counts_as_looked_at():
    step = marking.miss(opened(), row(opened(), 1), "未携带")
    assert (row(step.visit, 1).mark.state, row(step.visit, 1).mark.reason) == (
        RowState.MISSING,
        "未携带",
    )
    assert not marking.is_to_do(row(step.visit, 1))
    assert step.row == 4


@pytest.mark.req("UX-20")
def test_a_shared_paper_is_asked_for_only_with_a_reason():
    with pytest.raises(NotAllowed):
        marking.demand(opened(), row(opened(), 2), " ")
    step = marking.demand(opened(), row(opened(), 2), "共享调取失败")
    assert step.row == 2
    assert row(step.visit, 2).mark.demanded
    back = marking.share(step.visit, row(step.visit, 2))
    assert row(back.visit, 2).mark.state is RowState.SHARED


def test_only_a_question_can_be_answered_with_not_applicable():
    assert marking.exempt(opened(), row(opened(), 8), "本次不涉及").row == 1
    with pytest.raises(NotAllowed):
        marking.exempt(opened(), row(opened(), 1), "本次不涉及")


@pytest.mark.req("UX-19")
def test_what_is_offered_freely_never_counts():
    seen = marking.receive_all(opened("1-8"), 1).visit
    with_more = marking.add_voluntary(seen, "荣誉证书", 1).visit
    extra = rows_of(with_more)[-1]
    assert extra.line.voluntary
    assert extra.is_settled
    taken_back = visits.set_mark(with_more, extra.key, marking.Mark())
    assert not [r for r in rows_of(taken_back) if marking.is_to_do(r)]


def test_a_paper_for_all_is_marked_once():
    seen = opened("1-49", applicants=3)
    seen = marking.toggle_common(seen, row(seen, 5)).visit
    seen = marking.receive(seen, row(seen, 5)).visit
    third = visits.select(seen, 2)
    assert row(third, 5).mark.state is RowState.RECEIVED
    with pytest.raises(NotAllowed):
        marking.toggle_common(opened(), row(opened(), 1))


def test_the_next_applicant_is_one_with_something_open():
    seen = opened("1-49", applicants=3)
    first = marking.receive_all(seen, 1).visit
    first = marking.compare(first, row(first, 3)).visit
    second = marking.next_applicant(first)
    assert second is not None
    assert (second.visit.current, second.row) == (1, 1)
    for index in (1, 2):
        here = visits.select(second.visit, index)
        done = marking.receive_all(here, 1).visit
        second = marking.Step(marking.compare(done, row(done, 3)).visit, 1)
    assert marking.next_applicant(second.visit) is None


def test_a_digit_beyond_the_list_is_refused():
    with pytest.raises(NotAllowed) as refused:
        marking.toggle(opened(), 9)
    assert (refused.value.code, refused.value.fields) == ("CHK-14", {"i": 9})


@pytest.mark.req("UX-24")
def test_merging_gives_each_paper_once_with_the_strictest_rule():
    seen = opened("1-5", "1-6", "1-7")
    by_name = {r.name: r for r in rows_of(seen)}
    place = by_name["场所所有权或使用权证明"]
    assert place.line.used_by == (1, 2, 3)
    assert place.line.material.compares_original
    assert place.line.material.count == 2
    assert by_name["综合申请表（一表）"].line.used_by == (1, 2, 3)
    alone = visits.remove_matter(visits.remove_matter(seen, "1-6"), "1-7")
    assert [r.line for r in rows_of(alone)] == [r.line for r in rows_of(opened("1-5"))]

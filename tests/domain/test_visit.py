"""The open visit: several matters and applicants, papers that serve all, what is given back."""

from __future__ import annotations

import msgspec
import pytest
from fix_matters import matter, several
from fix_sitting import (
    FIRST,
    PLAN,
    SECOND,
    TODAY,
    applicants,
    empty,
    finished,
    marks,
    person,
    persons,
    press,
    sitting,
    states,
    texts,
)
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import checklist, visit
from zcdesk.domain.checklist import Mark, RowState
from zcdesk.domain.matter import Matter, Secrecy
from zcdesk.domain.person import Agency
from zcdesk.domain.readiness import blockers
from zcdesk.domain.visit import (
    Chosen,
    Phase,
    Visit,
    add_matter,
    add_voluntary,
    note_versions,
    receive_all,
    remove_applicant,
    remove_matter,
    replace_matter,
    rows_of,
    select,
    set_chosen,
    set_mark,
    set_person,
    sign_promises,
    toggle_common,
)
from zcdesk.errors import NotAllowed

# --- keys that touch the whole list ---


@pytest.mark.req("UX-21")
def test_a_takes_the_plain_rows_and_nothing_else() -> None:
    seen = press(sitting(FIRST, SECOND), "平面图", lambda row: checklist.miss(row, "未带"))
    seen = receive_all(add_voluntary(seen, "荣誉证书"))
    assert states(seen) == {
        "综合申请表（一表）": RowState.RECEIVED,
        "身份证": RowState.PENDING,  # its original has to be seen
        "授权委托书": RowState.PENDING,  # its question has to be answered
        "平面图": RowState.MISSING,  # somebody looked already
        "检验报告": RowState.RECEIVED,
        "荣誉证书": RowState.RECEIVED,
    }


@pytest.mark.req("UX-21")
@given(several(), st.data())
def test_a_never_compares_never_answers_and_changes_only_open_rows(
    chosen: tuple[Matter, ...], data: st.DataObject
) -> None:
    seen = sitting(*chosen)
    for row in rows_of(seen):
        if data.draw(st.booleans()):
            seen = set_mark(seen, row.key, Mark(state=data.draw(st.sampled_from(RowState))))
    before = {row.key: row for row in rows_of(seen)}
    for row in rows_of(receive_all(seen)):
        was = before[row.key]
        assert row.mark.compared is was.mark.compared
        if was.is_plain:
            assert (row.mark.state, row.is_settled) == (RowState.RECEIVED, True)
        else:
            assert row.mark == was.mark


@pytest.mark.req("UX-19", "R139")
@given(several(3), st.lists(st.text(max_size=8), max_size=4))
def test_nothing_a_clerk_does_adds_a_paper_that_counts(
    chosen: tuple[Matter, ...], names: list[str]
) -> None:
    """Only the catalogue's own lists make lines that count."""
    seen = sitting(*chosen)
    asked = [row.line for row in rows_of(seen)]
    for name in names:
        seen = add_voluntary(seen, name)
    rows = rows_of(seen)
    assert [row.line for row in rows if not row.line.voluntary] == asked
    extra = [row for row in rows if row.line.voluntary]
    assert all(row.mark.state is RowState.RECEIVED for row in extra)
    assert not any(row.line.voluntary for row in checklist.open_rows(rows))
    assert len({row.key for row in rows}) == len(rows)


@pytest.mark.req("UX-19")
def test_a_voluntary_paper_can_be_given_up_again_and_blocks_nothing() -> None:
    seen = finished(set_person(add_matter(empty(), FIRST), person(1)))
    seen = add_voluntary(seen, " 荣誉证书 ")
    assert add_voluntary(seen, "荣誉 证书") == seen
    assert add_voluntary(seen, "  ") == seen
    for act in (checklist.receive, lambda row: checklist.miss(row, "")):
        assert blockers(press(seen, "荣誉证书", act), TODAY) == ()


# --- matters come and go ---


def test_a_secret_matter_leaves_nothing_in_the_visit() -> None:
    secret = msgspec.structs.replace(FIRST, key="1-9", secrecy=Secrecy.SECRET)
    seen = sitting(SECOND)
    for join in (lambda: add_matter(seen, secret), lambda: replace_matter(seen, "1-2", secret)):
        with pytest.raises(NotAllowed) as refused:
            join()
        assert refused.value.code == "MAT-06"


def test_a_matter_is_there_once() -> None:
    seen = sitting(FIRST, SECOND)
    for join in (lambda: add_matter(seen, FIRST), lambda: replace_matter(seen, "1-2", FIRST)):
        with pytest.raises(NotAllowed) as refused:
            join()
        assert refused.value.code == "MAT-07"


@pytest.mark.req("UX-24")
@given(several(3), several(1), st.data())
def test_adding_a_matter_and_taking_it_out_restores_the_list(
    chosen: tuple[Matter, ...], more: tuple[Matter, ...], data: st.DataObject
) -> None:
    seen = sitting(*chosen)
    for row in rows_of(seen):
        if data.draw(st.booleans()):
            seen = set_mark(seen, row.key, checklist.Mark(note="看过"))
    (other,) = (msgspec.structs.replace(m, key="9-9") for m in more)
    both = add_matter(seen, other)
    assert rows_of(remove_matter(both, "9-9")) == rows_of(seen)


@pytest.mark.req("UX-24")
def test_papers_only_the_removed_matter_used_are_to_be_given_back() -> None:
    seen = finished(sitting(FIRST, SECOND))
    without = remove_matter(seen, "1-2")
    assert without.removed == ("综合申请表（一表）", "平面图", "检验报告")
    assert states(without) == {
        "申请表": RowState.PENDING,
        "身份证": RowState.RECEIVED,
        "授权委托书": RowState.RECEIVED,
    }
    again = add_matter(without, SECOND)
    assert (again.removed, rows_of(again)) == ((), rows_of(seen))


def test_a_form_that_one_form_replaces_is_to_be_given_back() -> None:
    """The single form lies on the desk while the list asks for the common one."""
    seen = receive_all(sitting(FIRST))
    both = add_matter(seen, SECOND)
    assert both.removed == ("申请表",)
    assert remove_matter(both, "1-2").removed == ()


def test_a_matter_is_replaced_in_its_place() -> None:
    third = matter("1-3", PLAN)
    seen = replace_matter(sitting(FIRST, SECOND), "1-1", third)
    assert [c.matter.key for c in seen.matters] == ["1-3", "1-2"]


def test_who_applied_for_the_replaced_matter_applies_for_the_new_one() -> None:
    seen = sitting(FIRST, SECOND, people=2)
    one, two = seen.applicants
    seen = msgspec.structs.replace(
        seen, applicants=(msgspec.structs.replace(one, only=("1-1",)), two)
    )
    seen = replace_matter(seen, "1-1", matter("1-3", PLAN))
    assert [m.key for m in visit.matters_of(seen, seen.applicants[0])] == ["1-3"]
    assert [m.key for m in visit.matters_of(seen, seen.applicants[1])] == ["1-3", "1-2"]


@pytest.mark.req("UX-26")
def test_a_running_visit_keeps_its_list_and_says_that_there_is_a_newer_one() -> None:
    seen = set_chosen(sitting(FIRST, SECOND), Chosen(matter=FIRST, no_list_reason="部门电话确认"))
    newer = msgspec.structs.replace(FIRST, version=3, materials=(PLAN,))
    told = note_versions(seen, {"1-1": 3, "1-2": 1})
    assert [(c.matter.version, c.newer) for c in told.matters] == [(1, 3), (1, 0)]
    assert rows_of(told) == rows_of(seen)
    taken = replace_matter(told, "1-1", newer)
    assert taken.matters[0] == Chosen(matter=newer, no_list_reason="部门电话确认")
    assert note_versions(taken, {"1-1": 3}).matters[0].newer == 0


visits = st.builds(
    Visit,
    id=texts,
    window=texts,
    started_at=texts,
    phase=st.sampled_from(Phase),
    presenter=persons,
    agency=st.sampled_from(Agency),
    applicants=st.lists(applicants, min_size=1, max_size=3).map(tuple),
    matters=several(2).map(lambda found: tuple(Chosen(matter=m) for m in found)),
    common=st.lists(texts, max_size=2).map(tuple),
    marks=st.dictionaries(texts, marks, max_size=2),
    form=st.dictionaries(texts, texts, max_size=2),
    removed=st.lists(texts, max_size=2).map(tuple),
    note=texts,
)


@given(visits)
def test_any_visit_is_read_back_as_it_was_saved(seen: Visit) -> None:
    assert msgspec.json.decode(msgspec.json.encode(seen), type=Visit) == seen


@pytest.mark.req("UX-19")
@given(several(3), st.integers(1, 3), st.lists(st.integers(0, 6), max_size=8))
def test_whatever_happens_the_list_is_that_of_the_chosen_matters(
    chosen: tuple[Matter, ...], people: int, steps: list[int]
) -> None:
    seen = sitting(*chosen, people=people)
    for step in steps:
        rows = rows_of(seen)
        match step:
            case 0 if seen.matters:
                seen = remove_matter(seen, seen.matters[-1].matter.key)
            case 1:
                seen = receive_all(seen)
            case 2 if rows:
                seen = toggle_common(seen, rows[0])
            case 3:
                seen = select(seen, seen.current + 1)
            case 4:
                seen = add_voluntary(seen, "荣誉证书")
            case 5:
                seen = remove_applicant(seen, seen.applicant.id)
            case 6:
                seen = sign_promises(seen, "paper")
    for who in seen.applicants:
        asked = checklist.merge(visit.matters_of(seen, who))
        lines = tuple(row.line for row in rows_of(seen, who) if not row.line.voluntary)
        assert lines == asked

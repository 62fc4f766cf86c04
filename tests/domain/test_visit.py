"""The open visit: several matters and applicants, papers that serve all, what is given back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest
from fix_matters import matter, several
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import checklist, visit
from zcdesk.domain.checklist import Mark, RowState
from zcdesk.domain.identity import with_check_digit
from zcdesk.domain.matter import Form, Material, Matter, Necessity, Secrecy
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.readiness import blockers, identity_blockers
from zcdesk.domain.visit import (
    APPLICANTS_MAX,
    Applicant,
    Chosen,
    Phase,
    Visit,
    add_applicants,
    add_matter,
    add_voluntary,
    decline_reuse,
    next_unfinished,
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
    set_presenter,
    sign_promises,
    toggle_common,
)
from zcdesk.errors import NotAllowed

TODAY = dt.date(2026, 11, 24)
IDENTITY = Material(name="身份证", form=Form.BOTH)
PLAN = Material(name="平面图")
PROXY = Material(name="授权委托书", necessity=Necessity.CONDITIONAL, condition="委托他人办理")
LATE = Material(name="检验报告", necessity=Necessity.DEFERRABLE, deferral_days=5)
FIRST = matter("1-1", Material(name="申请表"), IDENTITY, PROXY)
SECOND = matter("1-2", Material(name="登记表"), IDENTITY, PLAN, LATE)


def person(serial: int) -> Person:
    return Person(
        name=f"测试{chr(0x4E00 + serial)}",
        id_number=with_check_digit(f"32021319880612{serial:03d}"),
        phone="13800000000",
    )


def empty() -> Visit:
    return Visit(id="v", window="3", started_at="2026-11-24T10:00:00+08:00")


def sitting(*chosen: Matter, people: int = 1) -> Visit:
    seen = empty()
    for one in chosen:
        seen = add_matter(seen, one)
    return add_applicants(seen, tuple(person(n) for n in range(1, people + 1)))


def states(seen: Visit) -> dict[str, RowState]:
    return {row.name: row.mark.state for row in rows_of(seen)}


def press(seen: Visit, name: str, act: Callable[[checklist.Row], Mark]) -> Visit:
    row = next(r for r in rows_of(seen) if r.name == name)
    return set_mark(seen, row.key, act(row))


def finished(seen: Visit) -> Visit:
    for row in rows_of(seen):
        act = checklist.compare if row.line.material.compares_original else checklist.receive
        if not row.is_settled:
            seen = press(seen, row.name, act)
    return seen


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


# --- applicants ---


def test_a_roster_takes_the_place_of_the_empty_first_applicant() -> None:
    seen = add_applicants(empty(), (person(1), person(2)))
    assert [(a.id, a.person.name) for a in seen.applicants] == [
        ("2", person(1).name),
        ("3", person(2).name),
    ]
    more = add_applicants(seen, (person(3),))
    assert [a.id for a in more.applicants] == ["2", "3", "4"]
    assert more.is_batch
    assert not empty().is_batch
    assert add_applicants(empty(), ()).applicants == empty().applicants


def test_a_sitting_has_its_limit_of_applicants() -> None:
    full = add_applicants(empty(), (person(1),) * APPLICANTS_MAX)
    assert len(full.applicants) == APPLICANTS_MAX
    with pytest.raises(NotAllowed) as refused:
        add_applicants(full, (person(2),))
    assert (refused.value.code, refused.value.fields) == ("ROS-05", {"most": APPLICANTS_MAX})


@given(st.integers(1, 6), st.data())
def test_taking_one_applicant_out_keeps_the_screen_on_who_was_shown(
    people: int, data: st.DataObject
) -> None:
    seen = select(sitting(FIRST, people=people), data.draw(st.integers(0, people - 1)))
    gone = data.draw(st.sampled_from(seen.applicants))
    after = remove_applicant(seen, gone.id)
    assert gone not in after.applicants
    assert len(after.applicants) == max(people - 1, 1)
    if gone.id != seen.applicant.id:
        assert after.applicant == seen.applicant
    assert remove_applicant(seen, "nobody") == seen


def test_the_last_applicant_stays_emptied() -> None:
    seen = sitting(FIRST)
    after = remove_applicant(seen, seen.applicant.id)
    assert after.applicants == (Applicant(id="1"),)
    assert after.applicant.person.is_empty


def test_each_applicant_has_own_marks_and_own_matters() -> None:
    seen = sitting(FIRST, SECOND, people=2)
    one, two = seen.applicants
    seen = msgspec.structs.replace(
        seen, applicants=(one, msgspec.structs.replace(two, only=("1-2",)))
    )
    seen = receive_all(seen)
    assert "平面图" in states(seen)
    other = select(seen, 1)
    assert states(other) == {
        "登记表": RowState.PENDING,
        "身份证": RowState.PENDING,
        "平面图": RowState.PENDING,
        "检验报告": RowState.PENDING,
    }
    assert [row.line.used_by for row in rows_of(other)] == [(1,)] * 4


def test_an_applicant_without_a_matter_keeps_the_sitting_from_being_received() -> None:
    seen = sitting(FIRST, SECOND, people=2)
    one, two = seen.applicants
    seen = msgspec.structs.replace(
        seen, applicants=(one, msgspec.structs.replace(two, only=("1-2",)))
    )
    slim = remove_matter(seen, "1-2")
    for found in (blockers(slim, TODAY), identity_blockers(slim, TODAY)):
        assert [b.applicant_index for b in found if b.code == "MAT-04"] == [1]
    assert rows_of(slim, slim.applicants[1]) == ()
    back = add_matter(slim, SECOND)
    assert [m.key for m in visit.matters_of(back, back.applicants[1])] == ["1-2"]


def test_a_paper_that_serves_all_is_taken_once() -> None:
    seen = sitting(SECOND, people=3)
    plan = next(row for row in rows_of(seen) if row.name == "平面图")
    seen = press(toggle_common(seen, plan), "平面图", checklist.receive)
    for index in range(3):
        assert states(select(seen, index))["平面图"] is RowState.RECEIVED
    shown = select(seen, 1)
    plan = next(row for row in rows_of(shown) if row.name == "平面图")
    apart = toggle_common(shown, plan)
    assert [states(select(apart, i))["平面图"] for i in range(3)] == [
        RowState.PENDING,
        RowState.RECEIVED,  # it stays with the one on the screen
        RowState.PENDING,
    ]
    assert (apart.common, apart.marks) == ((), {})


def test_what_is_on_file_is_not_used_again_against_the_applicants_will() -> None:
    seen = set_person(add_matter(empty(), FIRST), person(1), {"身份证": "320213-26-7K2-00057-X"})
    refused = decline_reuse(seen, True)
    assert states(refused)["身份证"] is not RowState.ON_FILE
    assert states(decline_reuse(refused, False)) == states(seen)


def test_what_is_on_file_of_one_person_is_not_of_another() -> None:
    seen = set_person(add_matter(empty(), FIRST), person(1), {"身份证": "320213-26-7K2-00057-X"})
    row = next(r for r in rows_of(seen) if r.name == "身份证")
    assert (row.mark.state, row.mark.since) == (RowState.ON_FILE, "320213-26-7K2-00057-X")
    noted = set_mark(seen, row.key, checklist.remark(row, "清晰"))
    assert states(noted)["身份证"] is RowState.ON_FILE
    assert states(set_person(noted, person(1)))["身份证"] is RowState.ON_FILE
    other = set_person(noted, person(2), {})
    assert states(other)["身份证"] is RowState.PENDING
    shared = add_applicants(toggle_common(noted, row), (person(2),))
    assert [states(select(shared, i))["身份证"] for i in range(2)] == [
        RowState.ON_FILE,
        RowState.PENDING,
    ]


def test_the_next_unfinished_applicant_wraps() -> None:
    seen = sitting(SECOND, people=3)
    assert next_unfinished(seen) == 1
    for index in (1, 2):
        seen = finished(select(seen, index))
    assert next_unfinished(select(seen, 1)) == 0
    assert next_unfinished(finished(select(seen, 0))) is None


@pytest.mark.req("UX-22")
def test_signing_signs_every_promise_of_every_applicant_and_nothing_else() -> None:
    seen = sitting(SECOND, people=2)
    for index in range(2):
        seen = press(select(seen, index), "检验报告", lambda r: checklist.defer(r, "2026-12-01"))
    signed = sign_promises(seen, "screen")
    assert signed.current == seen.current
    for applicant in signed.applicants:
        marks = {row.name: row.mark.signed for row in rows_of(signed, applicant)}
        assert marks == {"登记表": "", "身份证": "", "平面图": "", "检验报告": "screen"}
    changed = press(signed, "检验报告", lambda r: checklist.defer(r, "2026-11-30"))
    row = next(r for r in rows_of(changed) if r.name == "检验报告")
    assert row.mark.signed == ""  # another date is another promise


def test_a_new_kind_of_presenter_needs_the_authority_looked_at_again() -> None:
    seen = msgspec.structs.replace(
        set_presenter(empty(), person(9), Agency.UNIT_CLERK), authority=True
    )
    assert set_presenter(seen, person(9), Agency.UNIT_CLERK).authority
    assert not set_presenter(seen, person(9), Agency.AGENT).authority
    alone = set_presenter(seen, person(9), Agency.SELF)
    assert (alone.presenter, alone.authority) == (Person(), False)


# --- saved and read back ---

texts = st.text(max_size=6)
marks = st.builds(
    Mark,
    state=st.sampled_from(RowState),
    compared=st.booleans(),
    given=st.integers(0, 9),
    reason=texts,
    due=st.sampled_from(("", "2026-12-01")),
    signed=st.sampled_from(("", "paper", "screen")),
    demanded=st.booleans(),
    demand_reason=texts,
    pages=st.lists(texts, max_size=2).map(tuple),
    note=texts,
)
persons = st.builds(
    Person, name=texts, id_number=texts, phone=texts, is_unit=st.booleans(), override=texts
)
applicants = st.builds(
    Applicant,
    id=st.integers(1, 99).map(str),
    person=persons,
    only=st.lists(texts, max_size=2).map(tuple),
    marks=st.dictionaries(texts, marks, max_size=3),
    on_file=st.dictionaries(texts, texts, max_size=2),
    voluntary=st.lists(texts, max_size=2).map(tuple),
)
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

"""One sitting with several applicants: each with own marks, matters and promises."""

from __future__ import annotations

import msgspec
import pytest
from fix_sitting import (
    FIRST,
    SECOND,
    TODAY,
    empty,
    finished,
    person,
    press,
    sitting,
    states,
)
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import checklist, visit
from zcdesk.domain.checklist import RowState
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.readiness import blockers, identity_blockers
from zcdesk.domain.visit import (
    APPLICANTS_MAX,
    Applicant,
    add_applicants,
    add_matter,
    decline_reuse,
    next_unfinished,
    receive_all,
    remove_applicant,
    remove_matter,
    rows_of,
    select,
    set_mark,
    set_person,
    set_presenter,
    sign_promises,
    toggle_common,
)
from zcdesk.errors import NotAllowed

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

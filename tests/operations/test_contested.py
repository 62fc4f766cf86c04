"""Two stations acted on one case: both sides are shown, and a person says which shall hold."""

from __future__ import annotations

import pytest
from fix_cases import accepted, received

from zcdesk.domain.act import NewAct
from zcdesk.domain.case_acts import CaseReturned
from zcdesk.domain.case_parts import Lack, Term
from zcdesk.domain.hall import Role
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework, contested
from zcdesk.operations.contested import Choice


@pytest.fixture
def late(staff) -> str:
    """A case another station returned after it had been accepted here."""
    case_id = received(staff.clerk)
    accepted(staff, case_id)
    with staff.reviewer.transaction() as tx:
        case = casework.case_of(tx, case_id)
        body = CaseReturned(
            role=Role.REVIEWER,
            department=case.department,
            lacks=(Lack(name="申请表", defective=True),),
            until=Term(at="2026-12-20T17:00:00+08:00"),
        )
        tx.append(NewAct(subject=f"case:{case_id}", body=body))
    return case_id


@pytest.mark.req("UX-38")
def test_both_sides_are_told_with_what_they_say(staff, late) -> None:
    (row,) = contested.rows(staff.supervisor)
    assert row.case == late
    assert (row.first.kind, row.later.kind) == ("case.accepted", "case.returned")
    assert dict(row.later.said)["缺什么"] == "申请表"
    assert row.code == "CAS-01"
    assert row.state.value == "accepted"


@pytest.mark.parametrize(("choice", "note"), [(c, "已告知部门重办") for c in Choice])
def test_what_was_decided_is_recorded_and_leaves_the_list(staff, late, choice, note) -> None:
    (row,) = contested.rows(staff.supervisor)
    case = contested.settle(staff.supervisor, late, row.later.act, choice, note)
    assert case.refused[0].settled == f"{choice.value}：{note}"
    assert case.state.value == "accepted", "which shall hold is said here, and done by a person"
    assert contested.rows(staff.supervisor) == ()


def test_taking_the_later_one_needs_words_and_the_list_a_role(staff, late) -> None:
    (row,) = contested.rows(staff.supervisor)
    with pytest.raises(NotAllowed, match="MND-01"):
        contested.settle(staff.supervisor, late, row.later.act, Choice.LATER)
    with pytest.raises(NotAllowed, match="CAS-02"):
        contested.rows(staff.clerk)

"""A case in somebody's hands is given to somebody else, by who is in charge."""

from __future__ import annotations

import pytest
from fix_cases import HEALTH, received

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.errors import NotAllowed
from zcdesk.operations import acceptance, casefile, reassigning


@pytest.fixture
def case(staff) -> str:
    return received(staff.clerk)


@pytest.fixture
def second(staff):
    """Another officer of the same department."""
    with staff.clerk.transaction() as tx:
        body = ClerkSet(staff_no="0498", name="郑工", roles=(Role.REVIEWER,), departments=(HEALTH,))
        tx.append(NewAct(subject="clerk:0498", body=body))
    return staff.clerk.as_clerk("0498")


def test_a_reassigned_case_is_the_others_and_what_was_found_stays(staff, case, second) -> None:
    acceptance.take(staff.reviewer, case)
    acceptance.saw(staff.reviewer, case, ("sha256:1",))
    assert [no for no, _ in reassigning.officers(staff.supervisor, case)] == ["0402", "0498"]
    given = reassigning.reassign(staff.supervisor, case, "0498", "请假")
    assert given.reviewer == "0498"
    assert given.seen == ("sha256:1",)
    assert acceptance.take(second, case) == given
    with pytest.raises(NotAllowed, match="REV-11"):
        acceptance.take(staff.reviewer, case)
    kinds = [event.kind for event in casefile.view(staff.supervisor, case).timeline]
    assert kinds[-1] == "case.reassigned"


@pytest.mark.req("R050")
def test_only_an_officer_of_the_department_and_another_one(staff, case, second) -> None:
    for to, code in (("0312", "REV-16"), ("9999", "REV-16")):
        with pytest.raises(NotAllowed, match=code):
            reassigning.reassign(staff.supervisor, case, to, "请假")
    with pytest.raises(NotAllowed, match="MND-01"):
        reassigning.reassign(staff.supervisor, case, "0498", " ")
    acceptance.take(second, case)
    with pytest.raises(NotAllowed, match="REV-17"):
        reassigning.reassign(staff.supervisor, case, "0498", "请假")
    with pytest.raises(NotAllowed, match="CAS-02"):
        reassigning.reassign(second, case, staff.reviewer.clerk, "请假")

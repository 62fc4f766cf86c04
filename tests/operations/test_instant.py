"""Matters decided at the window: within an authority, or confirmed by an officer from afar."""

from __future__ import annotations

from datetime import date

import pytest
from fix_cases import (
    BUREAU,
    GRANT,
    People,
    authorise,
    instant_case,
    received,
)
from fix_hall import Clock
from fix_visit import somebody

from zcdesk.domain.case import CaseState
from zcdesk.errors import UserError
from zcdesk.operations import (
    acceptance,
    instant,
    issuing,
)
from zcdesk.operations.issuing import Receiver


def refused(call, *args, **more) -> str:
    with pytest.raises(UserError) as error:
        call(*args, **more)
    return error.value.code


@pytest.mark.req("R127", "R062")
def test_an_instant_matter_is_decided_only_inside_its_authority(
    staff: People, clock: Clock
) -> None:
    case_id = instant_case(staff)
    assert refused(instant.decide, staff.clerk, case_id, GRANT) == "INS-01"
    authority = authorise(staff, "4-1", until=date(2026, 11, 24))
    done = instant.decide(staff.clerk, case_id, GRANT)
    assert (done.case.decision.officer, done.case.decision.department) == ("钱工", BUREAU)
    own = Receiver(person=somebody())
    issued = issuing.issue(staff.clerk, case_id, own, collected=("原卫生许可证",))
    assert issued.case.state is CaseState.DELIVERED
    clock.pass_(days=1)
    later = instant_case(staff)
    assert refused(instant.decide, staff.clerk, later, GRANT) == "INS-05"
    instant.revoke(staff.supervisor, authority, "调整")
    assert instant.authorities(staff.clerk)[0].revoked == "调整"
    assert refused(instant.decide, staff.clerk, received(staff.clerk), GRANT) == "INS-04"


@pytest.mark.req("R050", "R062")
def test_an_officer_confirms_from_afar_by_one_key(staff: People) -> None:
    case_id = instant_case(staff)
    assert [c.name for c in instant.officers(staff.clerk, BUREAU)] == ["钱工"]
    question = acceptance.ask(staff.clerk, case_id, BUREAU, "可否当场办结", confirm=True)
    assert refused(instant.decide, staff.clerk, case_id, GRANT, question=question) == "INS-01"
    acceptance.answer(staff.other, case_id, question, True)
    done = instant.decide(staff.clerk, case_id, GRANT, question=question)
    assert done.case.decision.officer == "钱工"

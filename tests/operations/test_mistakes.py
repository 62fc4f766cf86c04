"""What a paper was sent back for is counted by paper and matter, from the hall's own returns."""

from __future__ import annotations

from datetime import timedelta

from fix_cases import hand_over, received

from zcdesk.domain.case_parts import Lack
from zcdesk.operations import acceptance, casework, mistakes


def test_the_commonest_reasons_of_the_last_year_come_first(staff, clock) -> None:
    names = []
    for reasons in (("未签字",), ("未签字", "已过有效期")):
        case_id = received(staff.clerk)
        hand_over(staff, case_id)
        case = casework_of(staff, case_id)
        paper = case.intake.materials[0].name
        names.append(paper)
        lacks = tuple(Lack(name=paper, defective=True, reason=r, mend="补") for r in reasons)
        acceptance.saw(staff.reviewer, case_id, case.pages)
        acceptance.return_(staff.reviewer, case_id, lacks)
    key = casework_of(staff, case_id).intake.matter
    assert mistakes.common(staff.clerk, (key,)) == {names[0]: ("未签字", "已过有效期")}
    assert mistakes.common(staff.clerk, ("9-9",)) == {}
    clock.at += timedelta(days=400)
    assert mistakes.common(staff.clerk, (key,)) == {}


def casework_of(staff, case_id):
    with staff.clerk.reading() as store:
        return casework.case_of(store, case_id)

"""A case: made once by its intake, and what it still owes."""

from __future__ import annotations

import msgspec
from fix_acts import act_on

from zcdesk.domain import case_fold as case
from zcdesk.domain.case import Case, CaseMaterial, CaseReceived, CaseState, Delivery, PersonRef
from zcdesk.domain.checklist import RowState
from zcdesk.domain.hall import Revealed


def material(name: str, state: RowState, due: str = "") -> CaseMaterial:
    return CaseMaterial(key=name, name=name, form="original", due_count=1, state=state, due=due)


TAKEN = CaseReceived(
    number="R1",
    receipt="R1",
    sitting="s1",
    window="3",
    matter="1-1",
    matter_version=1,
    matter_name="饮用水供水单位卫生许可",
    department="区卫生健康委",
    applicant=PersonRef(ref="p1", digest="sha256:1"),
    materials=(
        material("申请表", RowState.RECEIVED),
        material("检验报告", RowState.DEFERRED, "2026-12-01"),
    ),
)


def test_a_case_begins_with_its_intake() -> None:
    found = case.fold(None, act_on("case:c1", TAKEN), TAKEN)
    at = "2026-11-24T10:00:00+08:00"
    assert found == Case(
        id="c1",
        state=CaseState.RECEIVED,
        received_at=at,
        clerk="0312",
        intake=TAKEN,
        department="区卫生健康委",
        changed_at=at,
        completed_at=at,
        materials=TAKEN.materials,
    )
    assert [m.name for m in found.deferred] == ["检验报告"]


def test_a_second_intake_changes_nothing() -> None:
    found = case.fold(None, act_on("case:c1", TAKEN), TAKEN)
    again = msgspec.structs.replace(TAKEN, number="R2")
    assert case.fold(found, act_on("case:c1", again), again) is found
    assert case.fold(None, act_on("case:c1", TAKEN), Revealed(field="phone")) is None


def test_how_the_result_is_wanted() -> None:
    assert (Delivery().text, Delivery(by_post=True).text) == ("窗口自取", "邮寄送达")

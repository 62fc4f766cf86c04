"""二次录入: values in the system's order, the number checked, the minutes counted."""

from __future__ import annotations

import msgspec
import pytest
from fix_cases import BUREAU, HEALTH, received
from fix_visit import somebody

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import Case
from zcdesk.domain.entry_systems import PLATFORM, USUAL, EntryField, EntryPolicy, EntrySystem
from zcdesk.domain.hall import Policy, PolicySet
from zcdesk.errors import Conflict, Invalid, NotAllowed, UserError
from zcdesk.operations import casefile, platform, reentering

NUMBER = "SIM32021300000017"
OWN = EntrySystem(
    key="health",
    name="卫健业务系统",
    departments=(HEALTH,),
    fields=(
        EntryField(label="许可项目", source="matter"),
        EntryField(label="单位或个人", source="applicant.name"),
        EntryField(label="证件号", source="applicant.id_number"),
        EntryField(label="经办电话", source="presenter.phone"),
    ),
    number_form=r"WJ[0-9]{8}",
)


def use(session, *systems: EntrySystem) -> None:
    policy = msgspec.structs.replace(Policy(), entry=EntryPolicy(systems=systems))
    with session.transaction() as tx:
        tx.append(NewAct(subject="policy", body=PolicySet(policy=policy)))


def case_of(session, case_id: str) -> Case:
    with session.reading() as store:
        found = store.state(f"case:{case_id}", Case)
    assert found is not None
    return found


@pytest.mark.req("R033")
def test_the_window_types_a_case_into_the_platform_and_the_number_comes_back(staff) -> None:
    case_id = received(staff.clerk)
    sheet = reentering.open_sheet(staff.clerk, case_id)
    assert [row.system for row in reentering.owed(staff.clerk)] == [PLATFORM]
    assert sheet.wants_number
    values = {line.label: line.value for line in sheet.lines}
    assert values["申请人"] == somebody().name
    assert values["证件号码"] == somebody().id_number
    assert [look.kind for look in casefile.looked(staff.clerk, case_id)] == ["二次录入"]
    with pytest.raises(Invalid, match="PLT-01"):
        reentering.finish(staff.clerk, case_id, PLATFORM, seconds=61, copied=3, back="?")
    assert reentering.minutes(staff.clerk) == {}
    reentering.finish(staff.clerk, case_id, PLATFORM, seconds=90, copied=9, back=f" {NUMBER} ")
    assert case_of(staff.clerk, case_id).platform_number == NUMBER
    assert platform.unregistered(staff.clerk) == ()
    department = case_of(staff.clerk, case_id).department
    assert reentering.minutes(staff.clerk) == {department: 1.5}


def test_a_number_of_another_case_is_refused_and_nothing_is_counted(staff) -> None:
    first, second = received(staff.clerk), received(staff.clerk, person=somebody(2))
    reentering.finish(staff.clerk, first, PLATFORM, seconds=60, copied=1, back=NUMBER)
    with pytest.raises(Conflict, match="PLT-05"):
        reentering.finish(staff.clerk, second, PLATFORM, seconds=60, copied=1, back=NUMBER)
    assert sum(reentering.minutes(staff.clerk).values()) == 1


@pytest.mark.req("R033")
def test_a_department_types_its_own_cases_in_its_own_order(staff) -> None:
    use(staff.clerk, OWN)
    case_id = received(staff.clerk, "1-1")
    assert case_of(staff.clerk, case_id).department == HEALTH
    (row,) = reentering.owed(staff.reviewer)
    assert (row.case, row.system_name) == (case_id, OWN.name)
    sheet = reentering.open_sheet(staff.reviewer, case_id, OWN.key)
    assert [line.label for line in sheet.lines] == ["许可项目", "单位或个人", "证件号"]
    with pytest.raises(Invalid, match="REE-02"):
        reentering.finish(staff.reviewer, case_id, OWN.key, seconds=1, copied=1, back="12")
    reentering.finish(staff.reviewer, case_id, OWN.key, seconds=600, copied=3, back="wj00000001")
    assert reentering.owed(staff.reviewer) == ()
    assert reentering.minutes(staff.reviewer) == {HEALTH: 10}
    other = received(staff.clerk, "1-1", person=somebody(3))
    with pytest.raises(Conflict, match="REE-05"):
        reentering.finish(staff.reviewer, other, OWN.key, seconds=1, copied=1, back="WJ00000001")


def test_a_department_without_a_system_of_its_own_has_the_usual_fields(staff) -> None:
    case_id = received(staff.clerk, "1-1")
    (row,) = reentering.owed(staff.reviewer)
    assert row.system == f"department:{HEALTH}"
    sheet = reentering.open_sheet(staff.reviewer, case_id, row.system)
    assert not sheet.wants_number
    usual = {field.label for field in USUAL}
    assert {line.label for line in sheet.lines if not line.is_personal} <= usual
    reentering.finish(staff.reviewer, case_id, row.system, seconds=30, copied=2)
    assert reentering.owed(staff.reviewer) == ()


def test_nobody_opens_another_departments_case(staff) -> None:
    case_id = received(staff.clerk, "1-1")
    for system in (PLATFORM, f"department:{HEALTH}", f"department:{BUREAU}"):
        with pytest.raises(NotAllowed, match="REE-01"):
            reentering.open_sheet(staff.other, case_id, system)
    with pytest.raises(UserError, match="REE-04"):
        reentering.open_sheet(staff.clerk, case_id, "nowhere")
    assert casefile.looked(staff.clerk, case_id) == ()


def test_a_strip_left_open_counts_no_longer_than_half_a_day(staff) -> None:
    case_id = received(staff.clerk)
    reentering.finish(staff.clerk, case_id, PLATFORM, seconds=99999, copied=1, back=NUMBER)
    assert sum(reentering.minutes(staff.clerk).values()) == 240

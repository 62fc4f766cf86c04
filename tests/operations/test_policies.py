"""What a hall decides differently: one act, in force at once and after a restart."""

from __future__ import annotations

import msgspec
import pytest
from fix_visit import settle, visiting

from zcdesk.domain.hall import IntakePolicy, Policy
from zcdesk.domain.limits import LimitPolicy
from zcdesk.domain.visit import rows_of
from zcdesk.errors import Invalid, NotAllowed
from zcdesk.operations import intake, policies

OTHER = Policy(
    limits=LimitPolicy(acceptance_days=1),
    intake=IntakePolicy(one_form=False, form_required=True),
)


def test_a_hall_without_a_word_has_the_defaults(session) -> None:
    assert policies.policy(session) == Policy()
    assert policies.the_hall(session).name == "示例区政务服务中心"


def test_a_policy_is_one_act_and_outlives_the_program(session, open_hall) -> None:
    policies.set_policy(session.as_clerk("0001"), OTHER)
    with session.reading() as store:
        assert [(a.kind, a.clerk) for a in store.acts("policy")][-1] == ("policy.set", "0001")
    assert policies.policy(open_hall()) == OTHER


def test_the_next_visit_goes_by_the_new_policy_and_an_open_one_by_its_own(session) -> None:
    before = visiting(session, "1-1", "1-2")
    assert "综合申请表（一表）" in {row.name for row in rows_of(before)}
    policies.set_policy(session.as_clerk("0001"), OTHER)
    assert "综合申请表（一表）" in {row.name for row in rows_of(before)}
    intake.receive(session, settle(before))
    after = visiting(session, "1-1", "1-2")
    assert (after.one_form, after.form_required) == (False, True)
    assert "申请表" in {row.name for row in rows_of(after)}


@pytest.mark.req("R152")
def test_the_days_to_accept_stand_on_the_receipt_and_move_the_latest_date(session) -> None:
    two = intake.receive(session, settle(visiting(session, "1-2"))).prints[0].paper
    policies.set_policy(
        session.as_clerk("0001"), msgspec.structs.replace(OTHER, intake=IntakePolicy())
    )
    one = intake.receive(session, settle(visiting(session, "1-2"))).prints[0].paper
    assert (two.acceptance_days, one.acceptance_days) == (2, 1)
    assert (two.matters[0].latest_text, one.matters[0].latest_text) == (
        "最迟 2026年12月10日",
        "最迟 2026年12月9日",
    )


@pytest.mark.parametrize("who", ["0312", "0401", "0402", "0501"])
def test_only_administrators_and_supervisors_change_them(session, staff, who: str) -> None:
    one = session.as_clerk(who)
    for act in (
        lambda: policies.set_policy(one, OTHER),
        lambda: policies.change(one, {"limits.acceptance_days": 1}),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert refused.value.code == "CAS-02"
    assert policies.policy(session) == Policy()


def test_a_change_waits_for_its_day_and_then_every_operation_goes_by_it(
    session, staff, clock, open_hall
) -> None:
    policies.change(staff.supervisor, {"intake.one_form": False}, effective="2026-11-26")
    assert policies.policy(session).intake.one_form
    assert [s.begins for s in policies.view(session).ahead] == ["2026-11-26"]
    clock.pass_(days=2)
    assert not visiting(session, "1-1").one_form
    assert policies.view(session).ahead == ()
    clock.pass_(days=-2)
    assert policies.policy(open_hall()).intake.one_form, "a rebuilt answer is the same"


@pytest.mark.parametrize(
    ("changes", "effective", "code"),
    [
        ({"limits.acceptance_days": 9}, "", "POL-03"),
        ({"limits.deferral_max": 3}, "", "POL-02"),
        ({"limits.acceptance_days": 2}, "", "POL-05"),
        ({"limits.acceptance_days": 1}, "2026-11-23", "POL-04"),
        ({"limits.acceptance_days": 1}, "明天", "POL-04"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(staff, changes, effective, code) -> None:
    with pytest.raises(Invalid) as refused:
        policies.change(staff.supervisor, changes, effective=effective)
    assert refused.value.code == code
    assert len(policies.view(staff.supervisor).steps) == 1

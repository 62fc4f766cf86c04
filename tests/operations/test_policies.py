"""What a hall decides differently: one act, in force at once and after a restart."""

from __future__ import annotations

import msgspec
from fix_visit import settle, visiting

from zcdesk.domain.hall import IntakePolicy, Policy
from zcdesk.domain.limits import LimitPolicy
from zcdesk.domain.visit import rows_of
from zcdesk.operations import intake, policies

OTHER = Policy(
    limits=LimitPolicy(acceptance_days=1),
    intake=IntakePolicy(one_form=False, form_required=True),
)


def test_a_hall_without_a_word_has_the_defaults(session) -> None:
    assert policies.policy(session) == Policy()
    assert policies.the_hall(session).name == "示例区政务服务中心"


def test_a_policy_is_one_act_and_outlives_the_program(session, open_hall) -> None:
    policies.set_policy(session, OTHER)
    with session.reading() as store:
        assert [(a.kind, a.clerk) for a in store.acts("policy")][-1] == ("policy.set", "0312")
    assert policies.policy(open_hall()) == OTHER


def test_the_next_visit_goes_by_the_new_policy_and_an_open_one_by_its_own(session) -> None:
    before = visiting(session, "1-1", "1-2")
    assert "综合申请表（一表）" in {row.name for row in rows_of(before)}
    policies.set_policy(session, OTHER)
    assert "综合申请表（一表）" in {row.name for row in rows_of(before)}
    intake.receive(session, settle(before))
    after = visiting(session, "1-1", "1-2")
    assert (after.one_form, after.form_required) == (False, True)
    assert "申请表" in {row.name for row in rows_of(after)}


def test_the_days_to_accept_stand_on_the_receipt_and_move_the_latest_date(session) -> None:
    two = intake.receive(session, settle(visiting(session, "1-2"))).prints[0].paper
    policies.set_policy(session, msgspec.structs.replace(OTHER, intake=IntakePolicy()))
    one = intake.receive(session, settle(visiting(session, "1-2"))).prints[0].paper
    assert (two.acceptance_days, one.acceptance_days) == (2, 1)
    assert (two.matters[0].latest_text, one.matters[0].latest_text) == (
        "最迟 2026年12月10日",
        "最迟 2026年12月9日",
    )

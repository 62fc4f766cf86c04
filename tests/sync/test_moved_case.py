"""A case went to another hall while a window was cut off: what was done there is kept and flagged.

The case is moved by 移送: it ends here and says where it goes on (`Ending.other`); the other hall
has a log of its own.
"""

from __future__ import annotations

from fix_cases import people
from fix_sync_hall import Windows
from fix_visit import settle, somebody, visiting

from zcdesk.domain.case import Case, CaseState
from zcdesk.operations import contested, intake, mending
from zcdesk.operations.contested import Choice
from zcdesk.operations.session import Session
from zcdesk.store.project import read_digest
from zcdesk.store.verify import verify

CHIEF = "0601"
THERE = "示例市政务服务中心"


def case_of(session: Session, case_id: str) -> Case:
    with session.reading() as store:
        case = store.state(f"case:{case_id}", Case)
    assert case is not None
    return case


def test_an_act_on_a_case_that_went_elsewhere_is_kept_flagged_and_told_where(
    windows: Windows,
) -> None:
    first, second = windows.first, windows.joined("5")
    people(first)
    intake.receive(first, settle(visiting(first, "1-2", person=somebody())))
    with first.reading() as store:
        (case_id,) = (case.id for _, case in store.states(Case))
    for session in (first, second):
        windows.round(session)
    mending.transfer(first.as_clerk(CHIEF), case_id, THERE, "属市级事项")
    mending.withdraw(second, case_id, "申请人改了主意")  # cut off: it knows nothing of that
    assert case_of(second, case_id).state is CaseState.WITHDRAWN
    for session in (first, second, first):
        assert windows.round(session)[0].code == ""
    for session in (first, second):
        case = case_of(session, case_id)
        assert case.state is CaseState.TRANSFERRED
        assert case.ending is not None
        assert case.ending.other == THERE
        (late,) = case.refused
        assert late.kind == "case.withdrawn"
        with session.reading() as store:
            assert late.act in [act.id for act in store.acts(f"case:{case_id}")]
        (row,) = contested.rows(session.as_clerk(CHIEF))
        assert row.first is not None
        assert dict(row.first.said)["转给"] == THERE
        assert dict(row.later.said)["理由"] == "申请人改了主意"
        assert verify(session.store).is_clean
    with first.reading() as here, second.reading() as there:
        assert read_digest(here) == read_digest(there)
    contested.settle(second.as_clerk(CHIEF), case_id, late.act, Choice.LATER, "已函告该中心")
    for session in (second, first):
        windows.round(session)
    assert contested.rows(first.as_clerk(CHIEF)) == ()
    assert case_of(first, case_id).state is CaseState.TRANSFERRED

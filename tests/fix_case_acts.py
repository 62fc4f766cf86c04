"""Cases brought to any state by their acts alone, and one sample of every act."""

from __future__ import annotations

from functools import reduce

import msgspec
from fix_acts import act_on

from zcdesk.domain import case_acts as on
from zcdesk.domain import case_ends as end
from zcdesk.domain import case_fold
from zcdesk.domain.act import Body
from zcdesk.domain.case import Case, CaseMaterial, CaseReceived, CaseState, PersonRef
from zcdesk.domain.case_acts import CaseAct
from zcdesk.domain.case_parts import (
    Decision,
    Finding,
    Lack,
    Outcome,
    Signature,
    Stage,
    Term,
    Verdict,
)
from zcdesk.domain.checklist import RowState
from zcdesk.domain.hall import Role

HEALTH, FIRE = "区卫生健康委", "区消防救援大队"
AT = "2026-11-24T10:00:00+08:00"
DEEMED = Term(at="2026-12-01T17:00:00+08:00")
PAGES = ("sha256:p1", "sha256:p2")
DUE = Term(at="2026-12-04T17:00:00+08:00")


def material(key: str, state: RowState = RowState.RECEIVED, **more) -> CaseMaterial:
    given = 1 if state is RowState.RECEIVED else 0
    return CaseMaterial(
        key=key, name=key, form="original", due_count=1, given=given, state=state, **more
    )


TAKEN = CaseReceived(
    number="320213-26-7K2-00057-X",
    receipt="320213-26-7K2-00057-X",
    sitting="s1",
    window="3",
    matter="1-1",
    matter_version=1,
    matter_name="饮用水供水单位卫生许可",
    department=HEALTH,
    promised_days=8,
    statutory_days=20,
    applicant=PersonRef(ref="p1", digest="sha256:1"),
    materials=(
        material("申请表", pages=PAGES),
        material("检验报告", RowState.DEFERRED, due="2026-12-01"),
    ),
    handover_due="2026-11-24T15:00:00+08:00",
    accept_due=Term(at="2026-11-26T17:00:00+08:00"),
    deemed_due=DEEMED,
)

REVIEWER = {"role": Role.REVIEWER, "department": HEALTH}
CLERK = {"role": Role.CLERK}
COUNTER = {"role": Role.RESULT_CLERK}
SUPERVISOR = {"role": Role.SUPERVISOR}

SEEN = on.CaseSeen(**REVIEWER, pages=PAGES)
ACCEPTED = on.CaseAccepted(**REVIEWER, ground="材料齐全", days=8, due=DUE)
GRANTED = on.CaseDecided(
    **REVIEWER,
    decision=Decision(
        outcome=Outcome.GRANTED, department=HEALTH, officer="李工", at="", collect=("原许可证",)
    ),
)
STEP = on.CaseStepBegun(**REVIEWER, step="x1", name="专家评审", reason="须评审")

SAMPLES: dict[type[CaseAct], CaseAct] = {
    type(body): body
    for body in (
        on.CaseHandedOver(**CLERK, batch="b1", to_department=HEALTH),
        on.CaseHandoverRefused(**CLERK, batch="b1", reason="缺件"),
        on.CaseTaken(**REVIEWER),
        on.CaseReassigned(**SUPERVISOR, to="0499", reason="请假"),
        SEEN,
        on.CaseFound(**REVIEWER, findings=(Finding(material="申请表", fits=True),)),
        ACCEPTED,
        on.CaseReturned(**REVIEWER, lacks=(Lack(name="申请表", defective=True),), until=DUE),
        on.CaseCorrected(**CLERK, window="3", names=("申请表",)),
        on.CaseNotAccepted(**REVIEWER, ground="其他", reason="不属本机关", basis="第三十二条"),
        on.CaseForwarded(**REVIEWER, to_department=FIRE, reason="不属本部门"),
        on.CaseAsked(**REVIEWER, question="q1", of_department=FIRE, text="是否同意"),
        on.CaseAnswered(role=Role.REVIEWER, department=FIRE, question="q1", agrees=True),
        on.CaseSupplemented(**CLERK, window="3", material="检验报告"),
        on.CasePromiseJudged(
            **REVIEWER, material="检验报告", verdict=Verdict.GO_ON, reason="不影响"
        ),
        on.CaseStagesSet(**REVIEWER, stages=(Stage(id="t1", name="消防", department=FIRE),)),
        on.CaseStageDone(role=Role.REVIEWER, department=FIRE, stage="t1", agrees=True),
        STEP,
        on.CaseStepEnded(**REVIEWER, step="x1", due=DUE),
        on.CaseExtended(**REVIEWER, days=10, reason="复杂", approver="王局", due=DUE),
        GRANTED,
        end.CaseResultSent(**REVIEWER),
        end.CaseResultTaken(**COUNTER, shelf="B-07"),
        end.CaseResultRefused(**COUNTER, reason="地址不符", due=DUE),
        end.CaseShelved(**COUNTER, shelf="B-08"),
        end.CaseIssued(
            **COUNTER, window="9", receiver="本人", proof="paper", collected=("原许可证",)
        ),
        end.CasePosted(**COUNTER, window="9", waybill="EMS1"),
        end.CasePostDelivered(**COUNTER, on="2026-12-05"),
        end.CasePostReturned(**COUNTER, reason="查无此人", shelf="B-01"),
        end.CaseReceiptPassed(**COUNTER, batch="r1"),
        end.CaseArchived(**COUNTER, list_number="A1", retention="30年"),
        end.CasePapersReturned(**CLERK, occasion="退回补正", bundles=(1,)),
        end.CasePapersArrived(**CLERK, bundles=(1,)),
        end.CaseAmended(
            **CLERK, reason="电话有误", items=("电话",), receipt="R2", replaces="R1", query_code="X"
        ),
        end.CaseVoided(**CLERK, reason="重复收件"),
        end.CaseWithdrawn(**CLERK, reason="不办了"),
        end.CaseTerminated(**REVIEWER, reason="容缺逾期"),
        end.CaseTransferred(**REVIEWER, to="市卫生健康委", reason="市级权限"),
        end.CaseMerged(**REVIEWER, into="case:c2", reason="重复申请"),
        end.CaseJoined(**REVIEWER, other="case:c3"),
        end.CaseReminded(**SUPERVISOR, reminder="d1", stage="受理", demand="尽快", reply_by=AT),
        end.CaseReminderAnswered(**REVIEWER, reminder="d1", answer="今日办结"),
        end.CasePlatformNumbered(**CLERK, number="JS320213001"),
        end.CaseCalled(**CLERK, how="电话", about="检验报告"),
        end.CaseSigned(
            **CLERK,
            signature=Signature(
                paper="delivery", shown="d", image="i", signer="本人", station="3", at=AT
            ),
        ),
        end.CaseSettled(**CLERK, act="a", how="已电话告知"),
    )
}

_S = SAMPLES
_TO_ACCEPTED = (_S[on.CaseHandedOver], SEEN, ACCEPTED)
_TO_SENT = (*_TO_ACCEPTED, GRANTED, _S[end.CaseResultSent])
_TO_SHELF = (*_TO_SENT, _S[end.CaseResultTaken])
_TO_DELIVERED = (*_TO_SHELF, _S[end.CaseIssued])

WAY_TO: dict[CaseState, tuple[CaseAct, ...]] = {
    CaseState.RECEIVED: (),
    CaseState.RETURNED: (_S[on.CaseHandedOver], _S[on.CaseReturned]),
    CaseState.ACCEPTED: _TO_ACCEPTED,
    CaseState.PAUSED: (*_TO_ACCEPTED, STEP),
    CaseState.DECIDED: (*_TO_ACCEPTED, GRANTED),
    CaseState.SENT: _TO_SENT,
    CaseState.SHELVED: _TO_SHELF,
    CaseState.POSTED: (*_TO_SHELF, _S[end.CasePosted]),
    CaseState.DELIVERED: _TO_DELIVERED,
    CaseState.ARCHIVED: (*_TO_DELIVERED, _S[end.CaseReceiptPassed], _S[end.CaseArchived]),
    CaseState.NOT_ACCEPTED: (_S[on.CaseNotAccepted],),
    CaseState.WITHDRAWN: (_S[end.CaseWithdrawn],),
    CaseState.TERMINATED: (_S[end.CaseTerminated],),
    CaseState.VOID: (_S[end.CaseVoided],),
    CaseState.MERGED: (_S[end.CaseMerged],),
    CaseState.TRANSFERRED: (_S[end.CaseTransferred],),
}
"""The shortest way to every state."""


def step(case: Case | None, body: Body, at: str = AT) -> Case:
    found = case_fold.fold(case, act_on("case:c1", body, at), body)
    assert found is not None
    return found


def case_in(state: CaseState, intake: CaseReceived = TAKEN) -> Case:
    """Bring a case to a state by acts."""
    made = reduce(step, (intake, *WAY_TO[state]), None)
    assert isinstance(made, Case)
    assert made.state is state, [r.code for r in made.refused]
    return made


def in_role(body: CaseAct, role: Role) -> CaseAct:
    return msgspec.structs.replace(body, role=role)

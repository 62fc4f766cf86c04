"""A staffed hall and cases brought to any state by the operations themselves, cheaply.

`people(session)` gives one session per role; `bring(people, state)` a fresh case in that state.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import msgspec
import pytest
from fix_visit import settle, somebody, visiting

from zcdesk.domain.act import NewAct
from zcdesk.domain.authority import AuthorityGiven
from zcdesk.domain.case import Case, CaseState, Delivery
from zcdesk.domain.case_parts import Decision, Lack, Outcome
from zcdesk.domain.comparison import CertificateField, Looked
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.handover import Side
from zcdesk.domain.papers_review import RejectionGround
from zcdesk.domain.person import Person
from zcdesk.domain.sitting import Sitting
from zcdesk.operations import (
    acceptance,
    archiving,
    casework,
    handover,
    instant,
    intake,
    issuing,
    mending,
    results,
    review,
    worklists,
)
from zcdesk.operations.issuing import Receiver
from zcdesk.operations.session import Session

HEALTH, BUREAU = "区卫生健康委", "区行政审批局"
GIVER = Side(clerk="0312", name="张敏", proof="口令")
TAKER = Side(name="李工", proof="刷卡")
STAFF = (
    ("0401", "李工", (Role.REVIEWER,), (HEALTH,)),
    ("0402", "赵局", (Role.CHIEF,), (HEALTH,)),
    ("0403", "钱工", (Role.REVIEWER,), (BUREAU,)),
    ("0501", "周倩", (Role.RESULT_CLERK,), ()),
    ("0601", "孙主任", (Role.SUPERVISOR,), ()),
)


@dataclass(frozen=True)
class People:
    """One session per role, all of the same hall."""

    clerk: Session
    reviewer: Session
    chief: Session
    other: Session
    counter: Session
    supervisor: Session


def people(session: Session) -> People:
    """Hire everybody a case meets and return their sessions."""
    with session.transaction() as tx:
        for staff_no, name, roles, departments in STAFF:
            body = ClerkSet(staff_no=staff_no, name=name, roles=roles, departments=departments)
            tx.append(NewAct(subject=f"clerk:{staff_no}", body=body))
    others = (session.as_clerk(staff_no) for staff_no, *_ in STAFF)
    return People(session, *(s.at_window("9") if s.clerk == "0501" else s for s in others))


@pytest.fixture
def staff(session: Session) -> People:
    return people(session)


SEEN = {field: Looked(agrees=True) for field in CertificateField}
"""A certificate that was looked at in every field."""

GRANT = Decision(
    outcome=Outcome.GRANTED,
    department="",
    officer="",
    at="",
    document_number="示卫许决〔2026〕1号",
    result="卫生许可证",
    certificate_number="示卫水字2026第0001号",
    granted="准予饮用水供水",
    basis="《行政许可法》第三十八条",
    collect=("原卫生许可证",),
)


def received(session: Session, *keys: str, person: Person | None = None, post: bool = False) -> str:
    """Take one case in (`1-1` unless told) and return its id."""
    visit = settle(visiting(session, *(keys or ("1-1",)), person=person or somebody()))
    if post:
        delivery = Delivery(by_post=True)
        visit = msgspec.structs.replace(visit, delivery=delivery, post_address="示例路 1 号")
    done = intake.receive(session, visit)
    with session.reading() as store:
        sitting = store.state(f"sitting:{done.visit.id}", Sitting)
        assert sitting is not None
        return sitting.case_ids[-1]


def case_now(session: Session, case_id: str) -> Case:
    with session.reading() as store:
        return casework.case_of(store, case_id)


def hand_over(staff: People, case_id: str) -> None:
    """One list with one case, signed by both."""
    found = case_now(staff.clerk, case_id)
    made = handover.make(staff.clerk, found.department, (case_id,))
    handover.sign(staff.clerk, made.id, GIVER, TAKER)


def accepted(staff: People, case_id: str) -> None:
    hand_over(staff, case_id)
    acceptance.saw(staff.reviewer, case_id, case_now(staff.reviewer, case_id).pages)
    acceptance.accept(staff.reviewer, case_id)


def on_shelf(staff: People, case_id: str) -> None:
    accepted(staff, case_id)
    review.decide(staff.reviewer, case_id, GRANT)
    made = results.send(staff.reviewer, (case_id,))
    results.sign_list(staff.reviewer, made.id, TAKER, GIVER)
    results.check_in(staff.counter, case_id, "B-07", SEEN)


def bring(staff: People, state: CaseState, case_id: str = "") -> str:
    """Return the id of a case (a new one unless given) brought to `state`."""
    id_ = case_id or received(staff.clerk, post=state is CaseState.POSTED)
    match state:
        case CaseState.RECEIVED:
            pass
        case CaseState.RETURNED:
            hand_over(staff, id_)
            acceptance.return_(staff.reviewer, id_, (Lack(name="申请表", reason="未签字"),))
        case CaseState.ACCEPTED:
            accepted(staff, id_)
        case CaseState.PAUSED:
            accepted(staff, id_)
            review.begin_step(staff.reviewer, id_, "专家评审", "工艺复杂", days=10)
        case CaseState.DECIDED:
            accepted(staff, id_)
            review.decide(staff.reviewer, id_, GRANT)
        case CaseState.SENT:
            bring(staff, CaseState.DECIDED, id_)
            results.send(staff.reviewer, (id_,))
        case CaseState.SHELVED:
            on_shelf(staff, id_)
        case CaseState.POSTED:
            on_shelf(staff, id_)
            results.post(staff.counter, id_, "EMS0001", "EMS0001")
        case CaseState.DELIVERED:
            on_shelf(staff, id_)
            issue(staff, id_)
        case CaseState.ARCHIVED:
            bring(staff, CaseState.DELIVERED, id_)
            results.pass_receipts(staff.counter, (id_,))
            archiving.archive(staff.counter, id_, "档〔2026〕1")
        case CaseState.NOT_ACCEPTED:
            acceptance.not_accept(
                staff.reviewer,
                id_,
                RejectionGround.NOT_COMPETENT,
                "属市级权限",
                "《行政许可法》第三十二条第一款第二项",
                competent="市卫生健康委",
            )
        case CaseState.WITHDRAWN:
            mending.withdraw(staff.clerk, id_, "不再开业")
        case CaseState.TERMINATED:
            mending.terminate(staff.reviewer, id_, "容缺材料逾期未补")
        case CaseState.VOID:
            mending.void(staff.clerk, id_, "重复收件")
        case CaseState.MERGED:
            mending.merge(staff.reviewer, id_, received(staff.clerk), "同一申请")
        case CaseState.TRANSFERRED:
            mending.transfer(staff.reviewer, id_, "市卫生健康委", "市级权限")
    return id_


def issue(staff: People, case_id: str) -> None:
    """Hand the result to the applicant in person."""
    issuing.issue(staff.counter, case_id, Receiver(person=somebody()), collected=("原卫生许可证",))


def authorise(staff: People, *matters: str, until: date = date(2026, 12, 31)) -> str:
    """Register an authority of the bureau for window 3."""
    return instant.give(
        staff.supervisor,
        AuthorityGiven(
            department=BUREAU,
            officer="钱工",
            matters=matters,
            windows=("3",),
            start="2026-01-01",
            until=until.isoformat(),
        ),
    )


def instant_case(staff: People) -> str:
    """An instant matter has no list here: taken in with a reason."""
    visit = visiting(staff.clerk.at_window("3"), "4-1", person=somebody())
    chosen = msgspec.structs.replace(visit.matters[0], no_list_reason="部门电话确认")
    visit = msgspec.structs.replace(visit, matters=(chosen,))
    done = intake.receive(staff.clerk, visit)
    return worklists.by_number(staff.clerk, done.cases[0])[0].case

"""A hall in which a little of everything happened, played by the operations themselves."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from datetime import timedelta

import msgspec
import pytest
from fix_cases import BUREAU, HEALTH, People, accepted, authorise, bring, case_now, received
from fix_hall import Clock
from fix_live import Hall, busy, staffed
from fix_visit import somebody

from zcdesk.domain.act import NewAct
from zcdesk.domain.authority import BookEntry, BookKind
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.case_acts import CaseReturned
from zcdesk.domain.case_parts import Lack, Term
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.inquiry import Asker, InquiryChannel, InquiryKind, Topic
from zcdesk.domain.package import Answer, Package, Question
from zcdesk.domain.parcel import Sender
from zcdesk.domain.ticket import Outcome
from zcdesk.operations import (
    booking_file,
    bookings,
    breakdowns,
    casework,
    catalogue,
    drafts,
    inquiries,
    mending,
    online,
    packages,
    parcels,
    policies,
    proposals,
    queue,
    registers,
    reports,
    review,
    urging,
)
from zcdesk.operations.session import Session

EVERYBODY = "0900"
ROLES = tuple(role for role in Role if role is not Role.AUDITOR)
"""An auditor only looks, and sees nothing another of them does not see."""
PACKAGE = Package(
    key="p-1",
    code="9001",
    name="开书店一件事",
    department=BUREAU,
    matters=("1-2",),
    questions=(
        Question(
            key="water",
            text="自己供水吗？",
            answers=(Answer(words="自己供水", matters=("1-1",)), Answer(words="接自来水")),
        ),
    ),
    initials="ksdyjs",
    pinyin="kai shu dian yi jian shi",
)
WORDS = "昨天排队等了一个小时，窗口说材料不全"


@dataclass
class Played:
    """What happened, and who may be sent to look at it.

    Attributes:
        session: of one person who holds every role and belongs to every department.
    """

    hall: Hall
    session: Session


def play(session: Session, clock: Clock) -> Played:
    """Let everything happen once in the weeks before, and stop in the middle of a busy day."""
    hall = busy(staffed(session, clock))
    staff = hall.staff
    with session.reading() as store:
        visit = drafts.open_visit(store, session.window)
        late = tuple(case.id for _, case in store.states(Case))[:3]
    assert visit is not None
    queue.leave(session, visit, Outcome.CONSULTED)
    body = ClerkSet(staff_no=EVERYBODY, name="吴全能", roles=ROLES, departments=(HEALTH, BUREAU))
    editor = ClerkSet(staff_no="0701", name="郑编", roles=(Role.EDITOR,), departments=(BUREAU,))
    with hall.session.transaction() as tx:
        for one in (body, editor):
            tx.append(NewAct(subject=f"clerk:{one.staff_no}", body=one))
    _late(staff, clock, late)
    _cases(staff)
    _office(staff, session)
    _changes(session)
    _from_outside(session, clock)
    return Played(hall, session.as_clerk(EVERYBODY))


def _late(staff: People, clock: Clock, cases: tuple[str, ...]) -> None:
    urging.urge(staff.supervisor, cases, "请说明原因", clock() + timedelta(days=2))
    (reminder,) = case_now(staff.clerk, cases[0]).reminders
    mending.answer_reminder(staff.other, cases[0], reminder.id, "等专家意见")


def _cases(staff: People) -> None:
    for state in CaseState:
        bring(staff, state)
    twice = received(staff.clerk, person=somebody(80))
    accepted(staff, twice)
    review.begin_step(staff.reviewer, twice, "听证", "利害关系人申请", days=5)
    with staff.reviewer.transaction() as tx:
        case = casework.case_of(tx, twice)
        returned = CaseReturned(
            role=Role.REVIEWER,
            department=case.department,
            lacks=(Lack(name="申请表", defective=True),),
            until=Term(at="2026-12-20T17:00:00+08:00"),
        )
        tx.append(NewAct(subject=f"case:{twice}", body=returned))
    assert case_now(staff.clerk, twice).refused
    received(staff.clerk, "1-2", person=somebody(81))


def _office(staff: People, session: Session) -> None:
    authorise(staff, "4-1")
    for kind in (BookKind.SEAL, BookKind.BLANK_IN, BookKind.BLANK_USED):
        entry = BookEntry(entry=kind, name="卫生许可证", department=HEALTH, count=1, window="")
        registers.enter(session, entry)
    asker = Asker(name="测试甲", phone="13861236620", text=WORDS)
    for kind, topic in (
        (InquiryKind.COMPLAINT, Topic.WAITING),
        (InquiryKind.CONSULTATION, Topic.OTHER),
    ):
        taken = inquiries.record(
            staff.clerk,
            inquiries.Taking(of=kind, channel=InquiryChannel.HOTLINE, asker=asker, topic=topic),
        )
        inquiries.forward(staff.supervisor, taken.inquiry.id, HEALTH)
    breakdowns.record(session, {"printer": "PRT-01", "reader": "DEV-09"})


def _changes(session: Session) -> None:
    admin, editor = session.as_clerk("0001"), session.as_clerk("0701")
    old = catalogue.matter(session, "1-2")
    new = msgspec.structs.replace(old, promised_days=3, legal_basis="出版管理条例第三十五条")
    proposals.save(editor, new, seen=0, submit=True)
    (handed,) = packages.propose(editor, (PACKAGE,)).proposed
    packages.approve(admin, PACKAGE.key, seen=handed.saves)
    policies.change(admin, {"limits.acceptance_days": 1}, reason="局办公会")


def _from_outside(session: Session, clock: Clock) -> None:
    who = somebody(90)
    sender = Sender(
        name=who.name, id_number=who.id_number, phone=who.phone, address="示例市示例路 1 号"
    )
    parcels.register(session, sender, waybill="EA123456789CN", pages=9)
    paper = b"%PDF-1.4 invented"
    document = {
        "format": "zcdesk.online/1",
        "number": "JS-2026-000123",
        "filed_at": "2026-11-23T21:00:00+08:00",
        "matter": "1-2",
        "applicant": {
            "name": who.name,
            "id_kind": "resident",
            "id_number": who.id_number,
            "phone": who.phone,
        },
        "materials": [
            {
                "name": "申请表",
                "files": [
                    {
                        "kind": "application/pdf",
                        "content": base64.b64encode(paper).decode(),
                        "sha256": hashlib.sha256(paper).hexdigest(),
                    }
                ],
            }
        ],
    }
    online.take_in(session, json.dumps(document).encode(), "folder")
    day = clock().date().isoformat()
    lines = (
        "预约码,日期,时段,业务,事项,证件号码,状态",
        f"YY0001,{day},10:00-10:30,社会民生",
        f"YY0002,{day},16:00-16:30,市场准入",
    )
    bookings.import_rows(
        session.as_clerk("0001"), booking_file.judged("a.csv", "\n".join(lines).encode())
    )
    yesterday = clock().date() - timedelta(days=1)
    reports.freeze(session.as_clerk("0601"), yesterday.isoformat())


@pytest.fixture
def played(page_session: Session, clock: Clock) -> Played:
    return play(page_session, clock)

"""A Tuesday at window 3, from the first number to the last, two clerks and a restart between."""

from __future__ import annotations

import msgspec
import pytest
from fix_catalogue import publish
from fix_hall import SECRET
from fix_visit import settle
from fix_workday import (
    Desk,
    all_tickets,
    assert_consistent,
    assert_whole,
    cases,
    missing,
)

from zcdesk.domain import checklist
from zcdesk.domain.numbers import parse
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.ticket import Outcome, TicketStatus
from zcdesk.domain.visit import add_voluntary, rows_of
from zcdesk.errors import Conflict, NotAllowed
from zcdesk.operations import (
    catalogue,
    clerks,
    history,
    intake,
    printing,
    queue,
    tickets,
    windows,
)


@pytest.mark.req("R093", "R102", "R103", "R121", "R128", "R132", "UX-26", "UX-33")
def test_a_tuesday(session, clock, open_hall) -> None:
    desk = Desk(session, clock)
    windows.open_window(session)
    code, parked = morning(desk)
    desk = noon(desk, open_hall)
    afternoon(desk, code, parked)
    closing(desk)


def morning(desk: Desk) -> tuple[str, str]:
    """Until noon: ordinary and priority numbers, one told, one parked, one passed over."""
    for _ in range(8):
        desk.take()
    assert desk.take(priority=True, why="65岁以上") == "VA001"
    assert desk.take(appointment="2026-11-24T09:45:00+08:00") == "YA001"
    first = desk.serve("1-2")
    assert first.visit.ticket.number == "VA001"
    assert first.receipts[0].startswith("320213-26-")

    simple = desk.serve("1-1")  # with a paper promised for later
    assert simple.visit.ticket.number == "A001"
    late = next(m for m in simple.prints[0].paper.materials if m.deferred_until)
    assert late.state == "容缺，2026年12月1日前补齐"

    both = desk.serve("1-1", "1-2")
    assert len(both.cases) == 2
    assert [t.kind for t in both.prints] == [PaperKind.RECEIPT]

    told = desk.mark(settle(desk.choose(desk.call(), "1-2")), "居民身份证", missing)
    notice = intake.notify(desk.session, told)

    aside = desk.mark(desk.choose(desk.call(), "1-2"), "申请表", checklist.receive)
    queue.park(desk.session, aside, "回去取原件")

    gone = queue.call_next(desk.session)  # nobody comes
    desk.clock.pass_(seconds=95)
    queue.recall(desk.session, gone)
    queue.miss(desk.session, gone)
    desk.serve("1-2")
    back = queue.arrive(desk.session, queue.call_back(desk.session, gone.ticket.id), "key")
    desk.print(desk.receive(desk.choose(back, "1-2")))

    stubborn = desk.mark(desk.choose(desk.call(), "1-2"), "申请表", checklist.receive)
    done = intake.insist(desk.session, stubborn)
    assert [t.kind for t in done.prints] == [PaperKind.VOUCHER]

    desk.consult()  # the appointment came only to ask
    return notice.code, aside.id


def noon(desk: Desk, open_hall) -> Desk:
    """The shift changes hands, the program is started again, the catalogue has a new version."""
    custody = clerks.custody_now(desk.session)
    assert custody.parked == ("A004 出版物零售业务经营许可",)
    assert "A004 申请表" in custody.originals
    desk.clock.pass_(hours=3)
    paper = clerks.hand_custody(desk.session, "0313", SECRET, custody)
    assert (paper.giver, paper.taker) == ("张敏", "李强")

    again = open_hall().as_clerk("0313")
    assert intake.reopen(again) is None
    changed = msgspec.structs.replace(catalogue.matter(again, "1-2"), promised_days=5, materials=())
    assert publish(again.as_clerk("0001"), changed).version == 2
    return Desk(again, desk.clock, desk.number)


def afternoon(desk: Desk, code: str, parked: str) -> None:
    """After noon: what was left comes back, and much comes new."""
    session = desk.session
    resumed = queue.resume(session, parked)
    assert [(c.matter.version, c.newer) for c in resumed.matters] == [(1, 2)]
    done = desk.receive(resumed)  # under the list it began with (UX-26)
    desk.print(done)

    again = intake.come_back(session, code)
    desk.print(desk.receive(desk.mark(again, "居民身份证", checklist.compare)))

    for _ in range(10):
        desk.take()
    desk.take("投资建设")
    unit = desk.receive(desk.batch(desk.call(), "1-1", 6))
    assert len(set(unit.receipts)) == 6
    assert [t.kind for t in unit.prints].count(PaperKind.SUMMARY) == 1

    fresh = desk.choose(desk.call(), "1-2")
    assert rows_of(fresh) == ()  # the new version has no list
    with pytest.raises(NotAllowed) as refused:
        intake.receive(session, fresh)
    assert refused.value.code == "MAT-05"
    queue.leave(session, fresh, Outcome.LEFT)

    extra = add_voluntary(settle(desk.choose(desk.call(), "1-1")), "荣誉证书")
    desk.receive(extra)

    secret = desk.call()
    intake.refer(session, "1-9")
    queue.leave(session, secret, Outcome.REFERRED)

    wrong = desk.call()
    queue.transfer(session, wrong, category="投资建设", reason="投资项目")
    fifth = Desk(session.at_window("5").as_clerk("0312"), desk.clock, desk.number)
    assert fifth.call().ticket.number == wrong.ticket.number  # sent on, so ahead of D001
    queue.leave(fifth.session, intake.reopen(fifth.session), Outcome.CONSULTED)
    fifth.consult()

    assert history.known(session, fifth.person()).open_cases == ()  # the next one is new here
    walked = desk.choose(queue.walk_in(session), "1-1")
    desk.print(desk.receive(walked), "unknown")


def closing(desk: Desk) -> None:
    """The day's figures, its papers, and that nothing of it was lost or doubled."""
    session = desk.session
    for _ in range(3):
        desk.serve("1-1")
    while tickets.view(session).total:
        desk.consult()
    view = tickets.view(session)
    found = cases(session)
    assert view.received_today == len(found)
    assert view.notified_today == 1
    assert (view.parked, view.missed) == ((), ())
    ended = [t for t in all_tickets(session) if t.status is TicketStatus.CLOSED]
    assert len(ended) == len(all_tickets(session)) >= 20

    serials = sorted({parse(case.intake.receipt).serial for case in found})
    notice = next(n for n in range(1, len(serials) + 2) if n not in serials)
    assert serials == [n for n in range(1, len(serials) + 2) if n != notice]
    assert sum(case.intake.insisted for case in found) == 1
    assert {case.intake.matter_version for case in found} == {1}
    slots = {case.received_at < "2026-11-24T12": case.intake.handover_due for case in found}
    assert slots == {True: "2026-11-24T15:00:00+08:00", False: "2026-11-25T10:00:00+08:00"}
    assert all(case.intake.simulated for case in found)

    last = printing.recent(session)[0]
    again = printing.reprint(session, last)
    assert again.paper.head.reprint == 1
    with pytest.raises(Conflict):
        printing.begin(session, last, "热敏#1")
    windows.close_window(session)
    assert_consistent(session, ("3", "5"))
    assert_whole(session)

"""Either side of New Year: numbers begin again, dates cross the holidays, people come back."""

from __future__ import annotations

from datetime import datetime

import msgspec
import pytest
from fix_catalogue import publish
from fix_hall import SECRET
from fix_visit import settle, somebody
from fix_workday import Desk, assert_consistent, assert_whole, cases, missing

from zcdesk.domain import checklist
from zcdesk.domain.checklist import RowState
from zcdesk.domain.numbers import parse
from zcdesk.domain.visit import rows_of, set_person
from zcdesk.domain.worktime import HALL_ZONE, is_working, next_working
from zcdesk.errors import NotAllowed
from zcdesk.operations import catalogue, clerks, history, intake, queue, tickets

LAST_DAY = datetime(2026, 12, 31, 16, 0, tzinfo=HALL_ZONE)


@pytest.mark.req("R144", "R162", "UX-26")
def test_the_turn_of_the_year(session, clock, open_hall) -> None:
    clock.at = LAST_DAY
    desk = Desk(session, clock)
    for _ in range(4):
        desk.take()
    regular = desk.serve("1-2", person=somebody(501))
    told = intake.notify(
        session,
        desk.mark(settle(desk.choose(desk.call(), "1-2", person=somebody(502))), "申请表", missing),
    )
    aside = desk.choose(desk.call(), "1-1", person=somebody(503))
    queue.park(session, aside)
    (case,) = cases(session)
    first_day = next_working(session.calendar, LAST_DAY.date())
    assert case.intake.handover_due == f"{first_day}T10:00:00+08:00"
    assert case.intake.latest > "2027-01-10"
    assert parse(regular.receipts[0]).year == 26
    assert_whole(session)

    clock.at = datetime.combine(first_day, LAST_DAY.timetz()).replace(hour=9)
    session = open_hall()
    clerks.log_in(session, "0313", SECRET)
    january(Desk(session.as_clerk("0313"), clock, 600), told.code, aside.id, regular.receipts[0])


def january(desk: Desk, code: str, parked: str, old_receipt: str) -> None:
    session = desk.session
    assert is_working(session.calendar, desk.clock().date()).counts
    view = tickets.view(session)
    assert (view.total, view.received_today) == (0, 0)  # who waited last year has gone home
    assert [p.visit_id for p in view.parked] == [parked]

    assert desk.take() == "A001"  # numbers of the day begin again
    known = history.known(session, somebody(501))
    visit = set_person(desk.call(), somebody(501), known.on_file)
    done = desk.receive(desk.choose(visit, "1-2", person=somebody(501)))
    number = parse(done.receipts[0])
    assert (number.year, number.serial) == (27, 1)
    assert number.code != parse(old_receipt).code
    mine = [c for c in cases(session) if c.intake.receipt == done.receipts[0]]
    on_file = next(m for m in mine[0].intake.materials if m.name == "居民身份证")
    assert (on_file.state, on_file.since) == (RowState.ON_FILE, old_receipt)

    back = intake.come_back(session, code)
    assert back.ticket.number == "W03-001"
    changed = msgspec.structs.replace(catalogue.matter(session, "1-2"), promised_days=4)
    publish(session.as_clerk("0001"), changed)
    back = intake.look_for_newer(session, back)
    assert [(c.matter.version, c.newer) for c in back.matters] == [(1, 2)]
    finished = desk.mark(back, "申请表", checklist.receive)
    assert parse(intake.receive(session, finished).receipts[0]).serial == 2

    late = queue.resume(session, parked)
    row = next(r for r in rows_of(late) if r.can_defer)
    stale = desk.mark(late, row.name, lambda r: checklist.defer(r, "2026-12-31"))
    with pytest.raises(NotAllowed) as refused:
        intake.receive(session, stale)
    assert refused.value.code in ("IDC-24", "CHK-21", "DEF-05")
    queue.leave(session, stale, tickets.Outcome.LEFT)
    assert_consistent(session, ("3", "5"))
    assert_whole(session)

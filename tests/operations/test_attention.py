"""What a person should look at: found in the copy, shown with who and when, seen once."""

from __future__ import annotations

import msgspec
import pytest
from fix_hall import START

from zcdesk.domain.act import (
    BODY_LARGEST,
    GENESIS,
    Act,
    Body,
    NewAct,
    Position,
    act_hash,
    digest,
    next_chain,
    seal,
)
from zcdesk.domain.ticket import TicketCalled, TicketTaken
from zcdesk.operations import attention
from zcdesk.operations.attention import Reason
from zcdesk.operations.session import Session
from zcdesk.store import transaction
from zcdesk.store.hall import Placed
from zcdesk.sync.station_copy import StoreCopy

TICKET = "ticket:t1"


class Others:
    """Acts of another window, placed one after the other behind what is here."""

    def __init__(self, session: Session) -> None:
        self.copy = StoreCopy(session.store, session.now)
        self.copy.join(1)
        self.last: Act | None = None
        self.made: list[Act] = []

    def add(self, new: Body, base: str = GENESIS, **changes: object) -> Act:
        act = seal(
            NewAct(subject=TICKET, body=new),
            id=f"act-{len(self.made)}",
            hall=self.copy.store.hall,
            origin="window-5",
            seq=len(self.made) + 1,
            clerk="0313",
            at=START.isoformat(),
            clock_ok=True,
            base=base,
            prev=self.last.hash if self.last else GENESIS,
        )
        if changes:
            act = msgspec.structs.replace(act, **changes)
            act = msgspec.structs.replace(act, body_hash=digest(act.body or b""))
            act = msgspec.structs.replace(act, hash=act_hash(act))
        self.last = act
        self.made.append(act)
        return act

    def arrive(self) -> None:
        here, placed = self.copy.position, []
        for act in self.made:
            here = Position(here.number + 1, next_chain(here.chain, act))
            placed.append(Placed(here, act))
        self.copy.receive(placed, 1)


@pytest.mark.req("R128")
def test_what_came_second_and_what_cannot_be_read_is_listed_and_nothing_is_lost(
    session: Session,
) -> None:
    others = Others(session)
    taken = others.add(TicketTaken(number="A001", category="社会民生"))
    first = others.add(TicketCalled(window="5", fence=1, request="r1"), base=taken.hash)
    second = others.add(TicketCalled(window="3", fence=2, request="r2"), base=taken.hash)
    unknown = others.add(TicketTaken(number="B"), base=second.hash, kind="ticket.blessed")
    broken = others.add(TicketTaken(number="B"), base=unknown.hash, body=b'{"number":\xff\x00')
    others.arrive()
    assert attention.count(session) == 3
    found = {one.act: one for one in attention.all_of(session)}
    assert {act: one.reason for act, one in found.items()} == {
        second.id: Reason.CONTESTED,
        unknown.id: Reason.UNKNOWN,
        broken.id: Reason.UNREADABLE,
    }
    contested = found[second.id]
    assert (contested.what, contested.clerk, contested.is_mine) == ("A001", "0313", False)
    assert (contested.other_clerk, contested.other_at) == (first.clerk, first.at)
    with session.reading() as reader:
        assert len(reader.acts(TICKET)) == 5
        state = reader.state(TICKET)
    assert state is not None
    assert state.window == "5"

    attention.see(session, second.id)
    assert attention.count(session) == 2
    assert [one.act for one in attention.all_of(session)][-1] == second.id
    assert session.take_topics() == {"attention"}


def test_a_hall_where_all_is_well_has_nothing_to_look_at(session: Session) -> None:
    assert attention.all_of(session) == ()
    assert attention.count(session) == 0


@pytest.mark.req("R128")
def test_a_whole_hall_is_not_looked_through_for_what_is_amiss(session: Session) -> None:
    """It is asked after every round, in the lane a clerk's own commit waits for."""
    asked: list[str] = []
    raw = session.store.handle.raw
    raw.set_trace_callback(asked.append)
    assert attention.count(session) == 0
    raw.set_trace_callback(None)
    (states,) = [sql for sql in asked if "FROM subject_state" in sql and "contested" in sql]
    plan = [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {states}")]
    assert plan == ["SCAN subject_state USING INDEX subject_state_amiss"]


def test_what_no_hall_takes_is_listed_with_why_until_it_is_seen(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = StoreCopy(session.store, session.now)
    copy.join(1)
    with session.transaction() as tx, monkeypatch.context() as patch:
        # As a program wrote it that knew no limit.
        patch.setattr(transaction, "is_too_large", lambda act: False)
        huge = TicketTaken(number="A001", category="社" * BODY_LARGEST)
        large = tx.append(NewAct(subject=TICKET, body=huge))
        altered = tx.append(NewAct(subject="ticket:t2", body=TicketTaken(number="A002")))
    session.store.handle.raw.execute(
        "UPDATE acts SET clerk = '9999', at = 'gestern' WHERE id = ?", (altered.id,)
    )
    copy.set_aside(large.origin, large.seq)
    found = {one.act: one for one in attention.all_of(session)}
    assert {act: one.reason for act, one in found.items()} == {
        large.id: Reason.TOO_LARGE,
        altered.id: Reason.ALTERED,
    }
    assert all(one.is_mine for one in found.values())
    assert "attention" in copy.take_topics()
    assert attention.count(session) == 2
    attention.see(session, large.id)
    assert attention.count(session) == 1

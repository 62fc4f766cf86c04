"""Rows made of cases: work lists, numbers and hand-overs, the same live and rebuilt."""

from __future__ import annotations

from fix_case_acts import ACCEPTED, SAMPLES, SEEN, TAKEN, WAY_TO
from fix_store import AT, Stores, action
from sqlalchemy import select

from zcdesk.domain import case_acts as on
from zcdesk.domain import case_ends as end
from zcdesk.domain.act import NewAct
from zcdesk.domain.case import CaseState
from zcdesk.domain.handover import HandoverKind, HandoverMade
from zcdesk.store import project
from zcdesk.store.project import read_digest
from zcdesk.store.rules import hall_rules
from zcdesk.store.schema import handover_index, number_index, task_index
from zcdesk.store.store import Store


def filled(stores: Stores) -> Store:
    """A store with one case in every state, one with a refused act and a hand-over."""
    stores.rules = hall_rules()
    store = stores.create()
    with action(store) as tx:
        for number, state in enumerate(CaseState):
            for body in (TAKEN, *WAY_TO[state]):
                tx.append(NewAct(subject=f"case:{number}", body=body))
        made = HandoverMade(
            number="B1", handover_kind=HandoverKind.MATERIALS, department="d", cases=("0",)
        )
        tx.append(NewAct(subject="handover:h1", body=made))
    return store


def test_work_lists_are_the_same_live_and_rebuilt(stores: Stores) -> None:
    store = filled(stores)
    with action(store) as tx:
        tx.append(NewAct(subject="case:1", body=ACCEPTED))  # late: a return came first
    with store.reading() as reader:
        live = read_digest(reader)
        kinds = set(reader.select(select(task_index.c.kind)).scalars())
        assert {"handover", "accept", "settle", "pass_receipt", "return_papers"} <= kinds
        assert reader.select(select(handover_index.c.state)).scalar() == "open"
    project.rebuild(store, at=AT)
    with store.reading() as reader:
        assert read_digest(reader) == live


def test_a_task_that_is_done_leaves_its_list(stores: Stores) -> None:
    stores.rules = hall_rules()
    store = stores.create()
    wanted = select(task_index.c.kind).where(task_index.c.subject == "case:1")
    with action(store) as tx:
        tx.append(NewAct(subject="case:1", body=TAKEN))
        assert "handover" in tx.select(wanted).scalars().all()
        for body in (SAMPLES[on.CaseHandedOver], SEEN, ACCEPTED):
            tx.append(NewAct(subject="case:1", body=body))
        assert set(tx.select(wanted).scalars()) == {"decide", "supplement"}


def test_every_number_finds_the_case_the_void_ones_too(stores: Stores) -> None:
    store = filled(stores)
    with action(store) as tx:
        amended = SAMPLES[end.CaseAmended]
        tx.append(NewAct(subject="case:0", body=amended))
        found = {
            row.number: row.kind
            for row in tx.select(select(number_index).where(number_index.c.subject == "case:0"))
        }
    assert found == {TAKEN.number: "case", "R2": "receipt", "R1": "void"}

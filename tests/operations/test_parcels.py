"""Parcels through the real store: registered, passed on unopened, opened, answered."""

from __future__ import annotations

import base64

import pytest
from fix_visit import settle, somebody
from sqlalchemy import select

from zcdesk.domain import checklist
from zcdesk.domain.act import NewAct
from zcdesk.domain.case import Case
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.handover import Side
from zcdesk.domain.message import MessageKind
from zcdesk.domain.parcel import Parcel, ParcelArrived, ParcelState, Reply, Sender
from zcdesk.domain.typed import GONE
from zcdesk.domain.visit import add_matter, rows_of, set_mark
from zcdesk.errors import Conflict, Invalid, NotAllowed, UserError
from zcdesk.operations import audit, catalogue, intake, messages, parcels, queue
from zcdesk.operations.parcels import Pile
from zcdesk.store import meta, persons
from zcdesk.store.schema import acts, person

EMS = "EA123456789CN"
OFFICER = Side(name="李工", proof="口令")


def sender(**more) -> Sender:
    who = somebody()
    given = {"name": who.name, "id_number": who.id_number, "phone": who.phone}
    return Sender(**{**given, "address": "示例市示例路 1 号", **more})


def parcel(session, number: str = EMS) -> Parcel:
    with session.reading() as store:
        (found,) = (one for _, one in store.states(Parcel) if one.arrived.waybill == number)
    return found


def opened(session, *keys: str, **more):
    number = parcels.register(session, sender(), waybill=EMS, pages=9, **more)
    visit = parcels.open_visit(session, number)
    for key in keys:
        visit = add_matter(visit, catalogue.matter(session, key))
    return visit


@pytest.mark.req("R056", "R133")
def test_a_parcel_for_the_window_is_taken_in_like_a_visit_and_answered_by_message(session) -> None:
    visit = opened(session, "1-2")
    assert visit.ticket is None
    assert visit.applicant.person.name == somebody().name
    assert visit.delivery.by_post
    done = intake.receive(session, settle(visit))
    assert parcel(session).state is ParcelState.TAKEN
    assert parcel(session).numbers == done.receipts
    (case_id,) = parcel(session).case_ids
    (told,) = messages.of_case(session, case_id)
    assert told.kind is MessageKind.RECEIVED
    with session.reading() as store:
        case = store.state(f"case:{case_id}", Case)
    assert case is not None
    assert case.intake.manual_identity
    with pytest.raises(Conflict, match="MAI-14"):
        parcels.open_visit(session, EMS)


def test_an_answer_by_post_sends_no_message_and_waits_for_its_waybill(session) -> None:
    visit = opened(session, "1-2", reply=Reply.POST)
    intake.receive(session, settle(visit))
    (case_id,) = parcel(session).case_ids
    assert messages.of_case(session, case_id) == ()
    (owed,) = parcels.listed(session, Pile.POST)
    assert owed.number == EMS
    with pytest.raises(Invalid, match="MAI-11"):
        parcels.answer(session, EMS, EMS)
    parcels.answer(session, EMS, "EA 987654321 CN")
    assert parcels.listed(session, Pile.POST) == ()
    assert parcel(session).answer == "EA987654321CN"
    with pytest.raises(NotAllowed, match="MAI-10"):
        parcels.answer(session, EMS, "EA987654322CN")


def test_what_falls_short_is_told_at_once_and_comes_back_by_another_parcel(session) -> None:
    visit = settle(opened(session, "1-2"))
    first = rows_of(visit)[0]
    noticed = intake.notify(session, set_mark(visit, first.key, checklist.miss(first, "未携带")))
    assert parcel(session).state is ParcelState.NOTIFIED
    assert messages.counts(session) == {"queued": 1}
    again = parcels.register(session, sender(), waybill="EA111111111CN", pages=1)
    back = parcels.open_visit(session, again, noticed.code.lower())
    assert back.id == visit.id
    assert back.parcel == again
    brought = rows_of(back)[0]
    intake.receive(session, settle(set_mark(back, first.key, checklist.receive(brought))))
    assert parcel(session, again).state is ParcelState.TAKEN


@pytest.mark.req("R056")
def test_a_parcel_for_a_department_stays_shut_and_is_signed_for(session) -> None:
    parcels.register(session, sender(phone=""), waybill=EMS, department="区卫生健康委")
    with pytest.raises(NotAllowed, match="MAI-07"):
        parcels.open_visit(session, EMS)
    with pytest.raises(Invalid, match="MAI-06"):
        parcels.pass_on(session, (EMS,), Side())
    parcels.pass_on(session, (EMS,), OFFICER)
    assert parcel(session).state is ParcelState.PASSED_ON
    assert parcel(session).taker == OFFICER
    assert parcels.listed(session, Pile.DEPARTMENT) == ()
    with pytest.raises(Conflict, match="MAI-14"):
        parcels.pass_on(session, (EMS,), OFFICER)


def test_a_number_is_registered_once_and_again_when_struck_out_or_long_ago(session) -> None:
    parcels.register(session, sender(), waybill=EMS)
    with pytest.raises(Conflict, match="MAI-02"):
        parcels.register(session, sender(), waybill=" ea123456789cn")
    parcels.void(session, EMS, "扫错面单")
    parcels.register(session, sender(), waybill=EMS)
    assert parcel(session).state is ParcelState.WAITING


def test_a_letter_without_a_number_is_given_one(session) -> None:
    number = parcels.register(session, sender())
    assert number.startswith("XJ")
    assert parcels.open_visit(session, number).parcel == number


@pytest.mark.parametrize(
    ("given", "more", "code"),
    [
        ({"name": " "}, {}, "MAI-03"),
        ({"phone": ""}, {}, "MAI-04"),
        ({"phone": "0510-85880000"}, {}, "MAI-04"),
        ({"address": ""}, {"reply": Reply.POST}, "MAI-05"),
        ({}, {"waybill": "EMS?"}, "MAI-01"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_kept(session, given, more, code) -> None:
    with pytest.raises(Invalid, match=code):
        parcels.register(session, sender(**given), **{"waybill": EMS, **more})
    assert parcels.listed(session) == ()


def test_nobody_opens_two_at_once_or_the_same_twice(session) -> None:
    visit = opened(session)
    second = parcels.register(session, sender(), waybill="EA111111111CN")
    with pytest.raises(Conflict, match="QUE-12"):
        parcels.open_visit(session, second)
    queue.park(session, visit)
    with pytest.raises(Conflict, match="MAI-08"):
        parcels.open_visit(session, EMS)
    assert queue.resume(session, visit.id).parcel == EMS


def test_roles_and_unknown_numbers_are_refused(session) -> None:
    with pytest.raises(UserError, match="MAI-13"):
        parcels.open_visit(session, EMS)
    with session.transaction() as tx:
        body = ClerkSet(staff_no="0801", name="审查员", roles=(Role.REVIEWER,))
        tx.append(NewAct(subject="clerk:0801", body=body))
    with pytest.raises(NotAllowed, match="CAS-02"):
        parcels.register(session.as_clerk("0801"), sender(), waybill=EMS)


def test_names_are_masked_in_lists_and_in_no_act(session) -> None:
    parcels.register(session, sender(), waybill=EMS)
    (row,) = parcels.listed(session)
    assert row.sender == somebody().name[0] + "*" * (len(somebody().name) - 1)
    with session.reading() as store:
        bodies = b"".join(act.body or b"" for act in store.acts(f"parcel:{EMS}"))
    assert somebody().name.encode() not in bodies
    assert somebody().phone.encode() not in bodies


def subjects(session) -> list[str]:
    with session.reading() as store:
        return [subject for subject, _ in store.states(Parcel)]


def everything_said(session) -> bytes:
    """All acts as they are kept and sent, the subjects too."""
    with session.reading() as store:
        rows = store.select(select(acts.c.subject, acts.c.body)).all()
    return b"".join(subject.encode() + (body or b"") for subject, body in rows)


def test_no_act_holds_the_number_by_which_the_carrier_knows_the_sender(session) -> None:
    intake.receive(session, settle(opened(session, "1-2")))
    assert EMS.encode() not in everything_said(session)
    assert parcel(session).arrived.waybill == EMS
    assert parcels.listed(session)[0].number == EMS
    wanted = audit.Wanted(subject=EMS.lower(), kind="parcel.arrived")
    (line,) = audit.lines(session.as_clerk("0001"), wanted)
    assert line.number == EMS


def test_a_parcel_an_older_program_registered_is_found_by_its_number(session) -> None:
    with session.transaction() as tx:
        who = persons.put(tx, f"parcel:{EMS}", sender())
        body = ParcelArrived(waybill=EMS, sender=who, window=session.window)
        tx.append(NewAct(subject=f"parcel:{EMS}", body=body))
    with pytest.raises(Conflict, match="MAI-02"):
        parcels.register(session, sender(), waybill=EMS)
    parcels.void(session, EMS, "扫错面单")
    assert subjects(session) == [f"parcel:{EMS}"]


def test_a_parcel_registered_before_the_hall_shared_a_key_is_found_after(session) -> None:
    parcels.register(session, sender(), waybill=EMS)
    before = subjects(session)
    with session.transaction() as tx:
        meta.put(tx, meta.HALL_KEY, base64.b64encode(b"k" * 32).decode())
    parcels.void(session, EMS, "扫错面单")
    assert subjects(session) == before
    parcels.register(session, sender(), waybill="EA111111111CN")
    assert len(subjects(session)) == 2


def test_of_a_parcel_whose_records_were_destroyed_no_number_is_left(session) -> None:
    parcels.register(session, sender(), waybill=EMS)
    with session.transaction() as tx:
        for ref in tx.select(select(person.c.ref)).scalars().all():
            persons.erase(tx, ref)
    (row,) = parcels.listed(session)
    assert row.number == GONE
    assert row.sender == "—"

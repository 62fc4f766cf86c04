"""The outbox through the real store: queued with its act, sent at most as often as it must be."""

from __future__ import annotations

import msgspec
import pytest
from fix_visit import settle, somebody, visiting

from zcdesk.domain.case import Case
from zcdesk.domain.hall import Policy
from zcdesk.domain.message import Handed, MessageKind, MessagePolicy, MessageState
from zcdesk.errors import NotAllowed
from zcdesk.exchange import templates
from zcdesk.operations import intake, messages, policies
from zcdesk.store import persons, secrets

WORDS = templates.load()
KIND = MessageKind.ACCEPTED


def take_in(session, person=None) -> Case:
    done = intake.receive(session, settle(visiting(session, "1-2", person=person)))
    with session.reading() as store:
        return next(c for _, c in store.states(Case) if c.intake.number == done.cases[0])


def tell(session, case: Case, cause: str = "a-1", kind: MessageKind = KIND, **fields) -> bool:
    with session.transaction() as tx:
        given = fields or {"due": "2026-12-10"}
        return messages.tell(session, tx, case, kind, cause, **given)


def hand(session, request: str, state: MessageState, why: str = "", reference: str = "") -> None:
    done = Handed(request=request, state=state, why=why, reference=reference)
    messages.record(session, "http", (done,))


@pytest.mark.req("R035")
def test_a_message_leaves_once_and_its_state_is_on_the_case(session, clock) -> None:
    case = take_in(session)
    assert tell(session, case)
    assert not tell(session, case)  # the same act says it once
    (out,) = messages.take_due(session, WORDS)
    assert out.phone == somebody().phone
    assert case.intake.number in out.text
    assert "示例区政务服务中心" in out.text
    assert somebody().name not in out.text
    assert messages.take_due(session, WORDS) == ()
    hand(session, out.request, MessageState.SENT, reference="g-1")
    messages.report(session, "http", {"g-1": MessageState.DELIVERED, "g-9": MessageState.FAILED})
    (told,) = messages.of_case(session, case.id)
    assert (told.state, told.text, told.attempts) == (MessageState.DELIVERED, out.text, 1)
    assert told.phone == "138****0000"
    assert messages.counts(session) == {"delivered": 1}


def test_a_rolled_back_act_tells_nothing(session) -> None:
    case = take_in(session)

    def act() -> None:
        with session.transaction() as tx:
            messages.tell(session, tx, case, KIND, "a-1", due="x")
            raise KeyError

    with pytest.raises(KeyError):
        act()
    assert messages.of_case(session, case.id) == ()


def test_no_number_stands_in_the_outbox(session, place) -> None:
    tell(session, take_in(session))
    messages.take_due(session, WORDS)
    with session.reading() as store:
        rows = store._handle.raw.execute("SELECT * FROM message").fetchall()
    assert len(rows) == 1
    assert somebody().phone not in str(rows)
    assert somebody().name not in str(rows)


def test_nothing_leaves_at_night(session, clock) -> None:
    clock.pass_(hours=11, minutes=30)
    tell(session, take_in(session))
    assert messages.take_due(session, WORDS) == ()
    clock.pass_(hours=11, minutes=31)
    assert len(messages.take_due(session, WORDS)) == 1


def test_what_did_not_leave_is_tried_again_under_the_same_request(session, clock) -> None:
    case = take_in(session)
    tell(session, case)
    (first,) = messages.take_due(session, WORDS)
    hand(session, first.request, MessageState.UNKNOWN, "EXC-02")
    assert messages.take_due(session, WORDS) == ()
    clock.pass_(minutes=2)
    assert messages.take_due(session, WORDS) == (first,)
    hand(session, first.request, MessageState.FAILED, "MSG-11")
    clock.pass_(days=1)
    assert messages.take_due(session, WORDS) == ()
    messages.send_again(session, first.request)
    assert messages.take_due(session, WORDS) == (first,)
    with pytest.raises(NotAllowed):
        messages.send_again(session, first.request)


def test_a_kill_while_sending_loses_nothing(session, open_hall) -> None:
    tell(session, take_in(session))
    (first,) = messages.take_due(session, WORDS)
    again = open_hall().as_clerk("0312")
    assert messages.after_start(again) == 1
    assert messages.take_due(again, WORDS) == (first,)


@pytest.mark.parametrize(("phone", "why"), [("", "MSG-06"), ("0510-82830000", "MSG-07")])
def test_who_cannot_be_told_by_message_is_said(session, phone: str, why: str) -> None:
    person = msgspec.structs.replace(somebody(), phone=phone)
    case = take_in(session, person)
    tell(session, case)
    assert messages.take_due(session, WORDS) == ()
    (told,) = messages.of_case(session, case.id)
    assert (told.state, told.why) == (MessageState.FAILED, why)


def test_an_erased_person_is_told_nothing(session) -> None:
    case = take_in(session)
    tell(session, case)
    with session.transaction() as tx:
        persons.erase(tx, case.intake.applicant.ref)
    assert messages.take_due(session, WORDS) == ()
    (told,) = messages.of_case(session, case.id)
    assert (told.state, told.why, told.phone) == (MessageState.FAILED, "MSG-06", "")


def test_a_broken_message_does_not_stop_the_next(session) -> None:
    case = take_in(session)
    tell(session, case, "a-1", wrong="x")
    tell(session, case, "a-2")
    assert len(messages.take_due(session, WORDS)) == 1
    assert {t.why for t in messages.of_case(session, case.id)} == {"MSG-04", ""}


def test_the_hall_decides_what_is_told(session) -> None:
    case = take_in(session)
    assert not tell(session, case, kind=MessageKind.DECIDED, outcome="准予")
    wanted = MessagePolicy(kinds=(MessageKind.DECIDED,))
    policies.set_policy(session.as_clerk("0001"), Policy(messages=wanted))
    assert tell(session, case, kind=MessageKind.DECIDED, outcome="准予")
    assert not tell(session, case)


def test_secrets_come_back_and_lie_sealed(session) -> None:
    with session.transaction() as tx:
        secrets.put(tx, "sms", "invented-token")
        secrets.put(tx, "other", "x")
    with session.reading() as store:
        assert secrets.get(store, "sms") == "invented-token"
        assert secrets.get(store, "none") is None
        assert secrets.names(store) == ("other", "sms")
        rows = store._handle.raw.execute("SELECT * FROM secret").fetchall()
        assert b"invented" not in b"".join(part for row in rows for part in row[1:])
    with session.transaction() as tx:
        secrets.drop(tx, "sms")
    with session.reading() as store:
        assert secrets.get(store, "sms") is None

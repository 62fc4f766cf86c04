"""What a scan at the result counter is about, who may ask, and what the acts may not hold."""

from __future__ import annotations

import pytest
from fix_cases import SEEN, People, bring, case_now, received
from fix_visit import somebody

from zcdesk.domain.case import CaseState
from zcdesk.domain.comparison import Certificate, CertificateField
from zcdesk.domain.person import Agency
from zcdesk.errors import UserError
from zcdesk.operations import issuing, result_counter, result_lists, results, shelf
from zcdesk.operations.handover_desk import Proof, Taker
from zcdesk.operations.issuing import Receiver
from zcdesk.operations.result_counter import Arrived, OnTheWay, Waiting, numbers_in


def refused(call, *args, **more) -> str:
    with pytest.raises(UserError) as error:
        call(*args, **more)
    return error.value.code


def test_a_number_is_known_in_every_form_it_is_printed_in(staff: People) -> None:
    number = case_now(staff.clerk, received(staff.clerk)).intake.number
    compact = number.replace("-", "")
    for text in (number, compact, number.lower(), f"R/{compact}/K7Q2M4"):
        assert number in numbers_in(text)
    assert f"{number}-2" in numbers_in(f"{compact}2")
    assert "示卫水字2026第0001号" in numbers_in("示卫水字２０２６第0001号")


def test_a_scan_says_what_it_is_about(staff: People) -> None:
    look = result_counter.look
    sent = case_now(staff.counter, bring(staff, CaseState.SENT))
    found = look(staff.counter, sent.intake.number)
    assert isinstance(found, Arrived)
    assert (found.left, found.collect) == (1, ("原卫生许可证",))
    shelved = case_now(staff.counter, bring(staff, CaseState.SHELVED))
    assert isinstance(look(staff.counter, shelved.intake.number), Waiting)
    assert isinstance(look(staff.counter, somebody().id_number), Waiting)
    bring(staff, CaseState.POSTED)
    assert isinstance(look(staff.counter, "EMS0001"), OnTheWay)


@pytest.mark.req("R047", "R064")
def test_only_the_result_clerk_sees_the_counter(staff: People) -> None:
    bring(staff, CaseState.SHELVED)
    for call in (result_lists.open_lists, shelf.rows):
        assert refused(call, staff.reviewer) == "CAS-02"
    assert refused(result_counter.waiting, staff.clerk, somebody().id_number) == "CAS-02"


@pytest.mark.req("UX-28")
def test_no_operation_takes_a_result_that_differs_or_was_not_compared(staff: People) -> None:
    case_id = bring(staff, CaseState.DECIDED)
    held = {case_id: Certificate(said={CertificateField.HOLDER: "别人"})}
    results.send(staff.reviewer, (case_id,), held)
    assert refused(results.check_in, staff.counter, case_id, "A-01", {}) == "RES-10"
    seen = {f: looked for f, looked in SEEN.items() if f is not CertificateField.HOLDER}
    assert refused(results.check_in, staff.counter, case_id, "A-01", seen) == "RES-11"
    assert refused(results.check_in, staff.counter, case_id, " ", SEEN) == "RES-12"
    with staff.counter.reading() as store:
        bodies = b"".join(act.body or b"" for act in store.acts(f"case:{case_id}"))
    assert "别人".encode() not in bodies


def test_an_authority_that_does_not_name_a_case_gives_it_to_nobody(staff: People) -> None:
    one, two = (bring(staff, CaseState.SHELVED) for _ in range(2))
    agent = Receiver(
        person=somebody(9), agency=Agency.AGENT, authority="委托书 2026-11-20", covers=(one,)
    )
    both = {one: ("原卫生许可证",), two: ("原卫生许可证",)}
    code = refused(issuing.issue_all, staff.counter, (one, two), agent, collected=both)
    assert code == "RES-13"
    # together or not at all
    assert case_now(staff.counter, one).state is CaseState.SHELVED


def test_a_list_is_signed_with_a_proof_and_when_all_were_compared(staff: People) -> None:
    case_id = bring(staff, CaseState.DECIDED)
    made = results.send(staff.reviewer, (case_id,))
    stranger = Taker(proof=Proof.PAPER, name="王工")
    assert refused(result_lists.sign, staff.counter, made.id, stranger) == "RES-21"
    results.check_in(staff.counter, case_id, "A-01", SEEN)
    assert refused(result_lists.sign, staff.counter, made.id, Taker(proof=Proof.CARD)) == "HND-04"
    result_lists.sign(staff.counter, made.id, Taker(proof=Proof.PAPER, name="李工"))
    assert result_lists.open_lists(staff.counter) == ()

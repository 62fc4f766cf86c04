"""Taking results from departments: every difference is said and stops the result (UX-28)."""

from __future__ import annotations

import pytest
from fix_visit import somebody

from zcdesk.domain.case import CaseState
from zcdesk.domain.comparison import Certificate, CertificateField, Verdict

F = CertificateField


def verdicts(counter) -> dict[CertificateField, Verdict]:
    return {point.field: point.verdict for point in counter.page.take.points}


@pytest.mark.req("R136", "UX-28")
def test_a_clean_result_takes_two_keys_and_a_scan(counter, press, told) -> None:
    case_id = counter.sent()
    counter.scan(counter.code(case_id))
    assert set(verdicts(counter).values()) == {Verdict.OPEN}
    press("A", "Enter")
    case = counter.case(case_id)
    assert (case.state, case.result.shelf) == (CaseState.SHELVED, "A-01")
    assert press.count == 2
    assert "A-01" in told.notes[-1]


def test_enter_takes_nothing_that_was_not_compared(counter, press, told) -> None:
    case_id = counter.sent()
    counter.scan(counter.number(case_id))
    press("Enter")
    assert told.codes == ["RES-10"]
    assert counter.case(case_id).state is CaseState.SENT


@pytest.mark.req("UX-28")
def test_what_the_department_typed_is_compared_word_by_word(counter, press, told) -> None:
    who = somebody(7)
    held = Certificate(said={F.HOLDER: "测试错", F.ID_NUMBER: f" {who.id_number} "})
    case_id = counter.sent(who, held)
    counter.scan(counter.number(case_id))
    assert verdicts(counter)[F.HOLDER] is Verdict.DIFFERS
    assert verdicts(counter)[F.ID_NUMBER] is Verdict.AGREES
    press("A", "Enter")
    assert told.codes[-1] == "RES-11"
    assert counter.case(case_id).state is CaseState.SENT
    press("H", "1")
    case = counter.case(case_id)
    assert case.state is CaseState.DECIDED
    assert case.result.refused == ("信息有误（持证人）",)
    assert "11-25" in told.notes[-1]
    row = counter.page.expected.model.rows[0]
    assert (row.case, counter.page.expected._chip(row).word) == (case_id, "退部门更正")


def test_a_result_corrected_on_the_spot_is_compared_anew(counter, press, told) -> None:
    case_id = counter.sent(somebody(7), Certificate(said={F.HOLDER: "测试错"}))
    counter.scan(counter.number(case_id))
    press("A", "Z")
    assert verdicts(counter)[F.HOLDER] is Verdict.OPEN
    press("Enter")
    assert told.codes[-1] == "RES-10"
    press("Space", "Enter")
    case = counter.case(case_id)
    assert (case.state, case.result.corrected) == (CaseState.SHELVED, "持证人")


def test_words_typed_from_the_certificate_agree_or_differ(counter, press, told) -> None:
    case_id = counter.sent(somebody(7))
    counter.scan(counter.number(case_id))
    press("A", "Home", "W")
    press.type("x")
    press("Enter")
    assert verdicts(counter)[F.HOLDER] is Verdict.DIFFERS
    press("W")
    counter.page.take.typed.set_text(somebody(7).name)
    press("Enter")
    assert verdicts(counter)[F.HOLDER] is Verdict.AGREES
    press("Enter")
    assert counter.case(case_id).state is CaseState.SHELVED


def test_the_next_free_place_is_proposed_and_an_empty_one_is_asked_for(counter, press) -> None:
    counter.shelved()  # at B-07
    first, second = counter.sent(somebody(2)), counter.sent(somebody(3))
    counter.scan(counter.number(first))
    press("A")
    counter.page.take.shelf.set_text("")
    press("Enter")
    assert counter.page.take.shelf.message
    press.type("a-01")
    press("Enter")
    assert counter.case(first).result.shelf == "A-01"
    counter.scan(counter.number(second))
    assert counter.page.take.shelf.text() == "A-02"


def test_two_presses_take_once(counter, press) -> None:
    from zcdesk.ui.jobs import InlineJobs

    case_id = counter.sent()
    counter.scan(counter.number(case_id))
    press("A")
    jobs = InlineJobs(held=True)
    counter.desk.jobs = jobs
    press("Enter", "Enter")
    jobs.release()
    assert counter.case(case_id).state is CaseState.SHELVED


def test_a_case_without_a_result_is_refused_in_words(counter, told) -> None:
    from fix_cases import received

    case_id = received(counter.staff.clerk)
    counter.scan(counter.number(case_id))
    counter.scan("320213-26-7K2-99999-0")
    assert told.codes == ["RES-15", "RES-14"]

"""Taking results from departments: every difference is said and stops the result (UX-28)."""

from __future__ import annotations

import pytest
from fix_visit import somebody

from zcdesk.domain.case import CaseState
from zcdesk.domain.comparison import Certificate, CertificateField, Verdict

F = CertificateField


def verdicts(results) -> dict[CertificateField, Verdict]:
    return {point.field: point.verdict for point in results.page.take.points}


@pytest.mark.req("R136", "UX-28")
def test_a_clean_result_takes_two_keys_and_a_scan(results, press, told) -> None:
    case_id = results.sent()
    results.scan(results.code(case_id))
    assert set(verdicts(results).values()) == {Verdict.OPEN}
    press("A", "Enter")
    case = results.case(case_id)
    assert (case.state, case.result.shelf) == (CaseState.SHELVED, "A-01")
    assert press.count == 2
    assert "A-01" in told.notes[-1]


@pytest.mark.req("UX-28")
def test_enter_takes_nothing_that_was_not_compared(results, press, told) -> None:
    case_id = results.sent()
    results.scan(results.number(case_id))
    press("Enter")
    assert told.codes == ["RES-10"]
    assert results.case(case_id).state is CaseState.SENT


@pytest.mark.req("UX-28")
def test_what_the_department_typed_is_compared_word_by_word(results, press, told) -> None:
    who = somebody(7)
    held = Certificate(said={F.HOLDER: "测试错", F.ID_NUMBER: f" {who.id_number} "})
    case_id = results.sent(who, held)
    results.scan(results.number(case_id))
    assert verdicts(results)[F.HOLDER] is Verdict.DIFFERS
    assert verdicts(results)[F.ID_NUMBER] is Verdict.AGREES
    press("A", "Enter")
    assert told.codes[-1] == "RES-11"
    assert results.case(case_id).state is CaseState.SENT
    press("H", "1")
    case = results.case(case_id)
    assert case.state is CaseState.DECIDED
    assert case.result.refused == ("信息有误（持证人）",)
    assert "11-25" in told.notes[-1]
    row = results.page.expected.model.rows[0]
    assert (row.case, results.page.expected._chip(row).word) == (case_id, "退部门更正")


@pytest.mark.req("R137", "R159")
def test_a_result_corrected_on_the_spot_is_compared_anew(results, press, told) -> None:
    case_id = results.sent(somebody(7), Certificate(said={F.HOLDER: "测试错"}))
    results.scan(results.number(case_id))
    press("A", "Z")
    assert verdicts(results)[F.HOLDER] is Verdict.OPEN
    press("Enter")
    assert told.codes[-1] == "RES-10"
    press("Space", "Enter")
    case = results.case(case_id)
    assert (case.state, case.result.corrected) == (CaseState.SHELVED, "持证人")


def test_words_typed_from_the_certificate_agree_or_differ(results, press, told) -> None:
    case_id = results.sent(somebody(7))
    results.scan(results.number(case_id))
    press("A", "Home", "W")
    press.type("x")
    press("Enter")
    assert verdicts(results)[F.HOLDER] is Verdict.DIFFERS
    press("W")
    results.page.take.typed.set_text(somebody(7).name)
    press("Enter")
    assert verdicts(results)[F.HOLDER] is Verdict.AGREES
    press("Enter")
    assert results.case(case_id).state is CaseState.SHELVED


def test_the_next_free_place_is_proposed_and_an_empty_one_is_asked_for(results, press) -> None:
    results.shelved()  # at B-07
    first, second = results.sent(somebody(2)), results.sent(somebody(3))
    results.scan(results.number(first))
    press("A")
    results.page.take.shelf.set_text("")
    press("Enter")
    assert results.page.take.shelf.message
    press.type("a-01")
    press("Enter")
    assert results.case(first).result.shelf == "A-01"
    results.scan(results.number(second))
    assert results.page.take.shelf.text() == "A-02"


def test_two_presses_take_once(results, press) -> None:
    from zcdesk.ui.jobs import InlineJobs

    case_id = results.sent()
    results.scan(results.number(case_id))
    press("A")
    jobs = InlineJobs(held=True)
    results.desk.jobs = jobs
    press("Enter", "Enter")
    jobs.release()
    assert results.case(case_id).state is CaseState.SHELVED


def test_a_case_without_a_result_is_refused_in_words(results, told) -> None:
    from fix_cases import received

    case_id = received(results.staff.clerk)
    results.scan(results.number(case_id))
    results.scan("320213-26-7K2-99999-0")
    assert told.codes == ["RES-15", "RES-14"]

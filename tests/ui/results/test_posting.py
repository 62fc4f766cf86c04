"""Posting: the right result in the right envelope, and what the post brings back."""

from __future__ import annotations

import pytest

from zcdesk.domain.case import CaseState
from zcdesk.domain.papers import PaperKind
from zcdesk.forms.decode import decode


@pytest.mark.req("R134", "R064")
def test_three_scans_post_a_result(results, press, told) -> None:
    case_id = results.shelved(post=True)
    press("F7")
    assert results.page.post.left.model.rows[0].to.endswith("示例路 1 号")
    results.scan(results.code(case_id))
    results.scan("EMS0001CN")
    assert results.case(case_id).state is CaseState.SHELVED
    results.scan("EMS0001CN")
    case = results.case(case_id)
    assert (case.state, case.dispatch.waybill) == (CaseState.POSTED, "EMS0001CN")
    assert [row.case for row in results.page.post.right.model.rows] == [case_id]
    assert results.page.post.left.model.rows == ()


def test_another_envelope_is_refused_and_scanned_again(results, press, told) -> None:
    case_id = results.shelved(post=True)
    press("F7", "Enter")
    for scan in ("EMS0001CN", "EMS0002CN"):
        results.scan(scan)
    assert told.codes == ["RES-09"]
    assert results.case(case_id).state is CaseState.SHELVED
    results.scan("EMS0001CN")
    assert results.case(case_id).state is CaseState.POSTED


def test_what_was_to_be_fetched_may_go_by_post(results, press) -> None:
    case_id = results.shelved()
    results.scan(results.code(case_id))
    press("Y")
    assert results.page.post.left.is_open
    press.type("EMS1")
    press("Enter")
    press.type("EMS1")
    press("Enter")
    assert results.case(case_id).state is CaseState.POSTED


def posted(results, press) -> str:
    case_id = results.shelved(post=True)
    press("F7", "Enter")
    for _ in range(2):
        results.scan("EMS0001CN")
    return case_id


@pytest.mark.req("R134")
def test_delivery_is_confirmed_with_its_day(results, press, told) -> None:
    case_id = posted(results, press)
    results.scan("EMS0001CN")
    press("Enter")
    results.page.post.right.day.set_text("2026-11-23")
    press("Enter")
    assert results.page.post.right.day.message
    assert results.case(case_id).state is CaseState.POSTED
    results.page.post.right.day.set_text("2026-11-24")
    press("Enter")
    case = results.case(case_id)
    assert (case.state, case.dispatch.delivered_at) == (CaseState.DELIVERED, "2026-11-24")


def test_what_comes_back_lies_on_the_shelf_again(results, press, told) -> None:
    case_id = posted(results, press)
    results.scan("EMS0001CN")
    press("H", "1")
    case = results.case(case_id)
    assert (case.state, case.dispatch.returned) == (CaseState.SHELVED, "查无此人")
    assert case.result.shelf in told.notes[-1]
    results.scan(results.code(case_id))
    assert "查无此人" in results.page.post.left.back.state.word


def test_what_was_posted_goes_to_the_carrier_with_a_list(results, press) -> None:
    case_id = posted(results, press)
    results.page.post.right.choose(case_id)
    press("P")
    assert results.printed[-1] is PaperKind.POST_LIST
    text = decode(results.desk.devices["printer"].documents[-1], 48).text
    case = results.case(case_id)
    for said in ("EMS0001CN", case.intake.number, "卫生许可证", "揽收人（寄递企业）签字"):
        assert said in text
    assert "示例路" not in text

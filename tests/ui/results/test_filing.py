"""Receipts go to the department on a signed list, case files to the archive; the shelf."""

from __future__ import annotations

import pytest
from fix_cases import bring

from zcdesk.domain.case import CaseState
from zcdesk.domain.handover import Handover, HandoverKind, HandoverState
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Person
from zcdesk.operations import handover, messages


@pytest.mark.req("R139", "R107", "R160")
def test_receipts_are_listed_signed_and_the_case_archived(results, press, told) -> None:
    case_id = bring(results.staff, CaseState.DELIVERED)
    press("F8")
    (one,) = results.page.filing.model.rows
    assert results.page.filing._due(one).word.startswith("11-25")
    press("F9")
    assert results.printed == [PaperKind.DELIVERY_TRANSFER]
    lists = results.page.filing.lists
    assert lists.is_signing
    results.card(Person(name="李工", id_number="1"))
    press("F9")
    assert not lists.is_signing
    (signed,) = signed_lists(results, HandoverKind.RECEIPTS)
    assert (signed.giver.name, signed.taker.name, signed.taker.proof) == ("周倩", "李工", "刷卡")
    press("F8")
    results.page.filing.archive.view.setFocus()
    press("Enter")
    case = results.case(case_id)
    assert (case.state, case.archive) == (CaseState.ARCHIVED, "D20261124")
    assert case.archive_number in told.notes[-1]
    assert results.printed[-1] is PaperKind.ARCHIVE


def signed_lists(results, kind: HandoverKind) -> list[Handover]:
    from sqlalchemy import select

    from zcdesk.store.schema import handover_index

    with results.staff.counter.reading() as store:
        wanted = select(handover_index.c.subject).where(
            handover_index.c.state == HandoverState.SIGNED.value,
            handover_index.c.kind == kind.value,
        )
        ids = [s.partition(":")[2] for s in store.select(wanted).scalars().all()]
        return [handover.handover_of(store, i) for i in ids]


def test_a_receipt_held_back_stays_off_the_list(results, press) -> None:
    cases = [bring(results.staff, CaseState.DELIVERED) for _ in range(2)]
    press("F8", "Space", "F9")
    passed = [results.case(one).dispatch.transferred for one in cases]
    assert sorted(map(bool, passed)) == [False, True]


def test_a_list_of_results_is_signed_only_when_all_were_compared(results, press, told) -> None:
    case_id = results.sent()
    press("F8")
    lists = results.page.filing.lists
    lists.view.setFocus()
    press("Enter")
    assert told.codes == ["RES-21"]
    results.scan(results.number(case_id))
    press("A", "Enter", "F8")
    lists.view.setFocus()
    press("Enter")
    lists.signing.proof.set_value("纸面签名")
    lists.signing.name.set_text("李工")
    press("F9")
    (signed,) = signed_lists(results, HandoverKind.RESULTS)
    assert (signed.giver.name, signed.taker.name) == ("李工", "周倩")


def test_the_directory_names_papers_scans_signatures_and_acts(results) -> None:
    from zcdesk.operations import archiving

    case = results.case(bring(results.staff, CaseState.DELIVERED))
    with results.staff.counter.reading() as store:
        items = archiving.items_of(store, case)
    names = [item.name for item in items]
    assert {"申请表", "送达回执", "原卫生许可证", "办件记录"} <= set(names)
    record = items[-1]
    assert (record.medium, len(record.digest)) == ("电子", 64)


def test_the_shelf_shows_what_nobody_fetched_first_and_recalls_once_a_day(
    results, press, clock, told
) -> None:
    old, new = results.shelved(), results.sent()
    clock.pass_(days=20)
    results.scan(results.number(new))
    press("A", "Enter", "Shift+F6")
    rows = results.page.shelf.model.rows
    assert [row.is_overdue for row in rows] == [True, False]
    assert results.page.shelf._chip(rows[0]).word == "逾期未领"
    before = len(messages.of_case(results.staff.counter, old))
    press("T", "T")
    assert told.codes == ["RES-22"]
    assert len(messages.of_case(results.staff.counter, old)) == before + 1


def test_a_result_is_put_somewhere_else(results, press) -> None:
    case_id = results.shelved()
    press("Shift+F6", "M")
    press.type("c-09")
    press("Enter")
    assert results.case(case_id).result.shelf == "C-09"

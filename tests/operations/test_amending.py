"""更正 of the list of materials: one corrected receipt, custody follows, nothing is invented."""

from __future__ import annotations

import msgspec
import pytest
from fix_cases import People, case_now, hand_over, received

from zcdesk.domain.checklist import RowState
from zcdesk.domain.custody import Hand, in_house
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.papers_counter import AmendedReceiptPaper
from zcdesk.errors import NotAllowed
from zcdesk.exchange import templates
from zcdesk.operations import amending, mending, messages
from zcdesk.operations.amending import RightRow
from zcdesk.store import prints


def amend(staff: People, case_id: str, *right: RightRow, **more: str):
    return amending.amend_materials(staff.clerk, case_id, right, "清点有误", **more)


def test_what_was_not_handed_in_leaves_list_custody_and_receipt(staff: People) -> None:
    case_id = received(staff.clerk)
    before = case_now(staff.clerk, case_id)
    named = {m.name: m for m in before.materials}
    form, identity = named["申请表"], named["居民身份证"]
    assert "居民身份证" in before.bundles[0].items
    none, three = RightRow(key=identity.key, given=0), RightRow(key=form.key, given=3)
    done = amend(staff, case_id, none, three)
    after = done.case
    assert after.void_receipts == (before.intake.receipt,)
    now = {m.name: (m.state, m.given) for m in after.materials}
    assert now["居民身份证"] == (RowState.MISSING, 0)
    assert now["申请表"] == (RowState.RECEIVED, 3)
    assert "居民身份证" not in after.bundles[0].items
    assert after.bundles[0].hand is Hand.WINDOW
    (task,) = done.prints
    assert task.kind is PaperKind.AMENDED_RECEIPT
    with staff.clerk.reading() as store:
        job = prints.get(store, task.job)
    paper = msgspec.json.decode(job.content, type=AmendedReceiptPaper)
    assert paper.replaces == before.intake.receipt
    assert [(c.item, c.before, c.after) for c in paper.changes] == [
        ("申请表", "已收 1 份", "已收 3 份"),
        ("居民身份证", "已收，已核对原件 1 份", "未收：清点有误"),
    ]


def test_a_paper_nobody_recorded_lay_in_the_pile_all_along(staff: People) -> None:
    case_id = received(staff.clerk)
    shared = next(m for m in case_now(staff.clerk, case_id).materials if m.state is RowState.SHARED)
    hand_over(staff, case_id)
    right = RightRow(key=shared.key, given=1)
    with pytest.raises(NotAllowed) as error:
        amend(staff, case_id, right)
    assert error.value.code == "MND-03"
    amend(staff, case_id, right, approver="0601")
    (pile,) = in_house(case_now(staff.clerk, case_id).bundles)
    assert (pile.hand, pile.items[-1]) == (Hand.DEPARTMENT, shared.name)


def test_nothing_in_the_house_is_held_by_nobody(staff: People) -> None:
    case_id = received(staff.clerk)
    given = [m for m in case_now(staff.clerk, case_id).materials if m.given]
    amend(staff, case_id, *(RightRow(key=m.key, given=0) for m in given))
    case = case_now(staff.clerk, case_id)
    assert in_house(case.bundles) == ()
    amend(staff, case_id, RightRow(key=given[0].key, given=1))
    (pile,) = in_house(case_now(staff.clerk, case_id).bundles)
    assert (pile.no, pile.hand, pile.holder, pile.items) == (2, Hand.WINDOW, "3", (given[0].name,))


@pytest.mark.parametrize(
    ("key", "given", "code"), [("别的", 1, "MND-06"), ("", 100, "MND-06"), ("", 1, "MND-02")]
)
def test_rows_of_another_list_and_no_change_are_refused(staff: People, key, given, code) -> None:
    case_id = received(staff.clerk)
    first = case_now(staff.clerk, case_id).materials[0]
    with pytest.raises(NotAllowed) as error:
        amend(staff, case_id, RightRow(key=key or first.key, given=given, compared=first.compared))
    assert error.value.code == code


def test_a_promised_paper_is_supplemented_not_amended(staff: People) -> None:
    case_id = received(staff.clerk)
    case = case_now(staff.clerk, case_id)
    (late,) = case.deferred
    assert late.key not in {m.key for m in amending.amendable(case)}
    with pytest.raises(NotAllowed) as error:
        amend(staff, case_id, RightRow(key=late.key, given=1))
    assert error.value.code == "MND-06"


def test_the_applicant_is_told_of_what_no_longer_counts(staff: People) -> None:
    case_id = received(staff.clerk)
    old = case_now(staff.clerk, case_id).intake.receipt
    amending.amend(staff.clerk, case_id, "手机号码", "13900001234", "录入有误")
    mending.void(staff.clerk, case_id, "重复收件")
    out = messages.take_due(staff.clerk, templates.load())
    assert [one.phone for one in out] == ["13900001234"] * 2
    said = "".join(one.text for one in out)
    assert f"原收件通知书 {old} 作废" in said
    assert "的收件已作废" in said

"""Mending from the case page: amend, void, re-route, withdraw, give papers back, settle."""

from __future__ import annotations

import pytest
from fix_cases import BUREAU, People, bring, case_now, hand_over, people, received
from fix_visit import somebody

from zcdesk.domain.case import CaseState
from zcdesk.domain.custody import Hand
from zcdesk.domain.hall import CasePolicy, Policy
from zcdesk.forms.decode import decode
from zcdesk.operations import casework, clerks, supplements, worklists
from zcdesk.ui.cases.page import CasesPage
from zcdesk.ui.mending.offers import OFFERS, ON_SCREEN
from zcdesk.ui.printing import Printing
from zcdesk.ui.second.lines import digest


@pytest.fixture
def hall(page_session) -> People:
    return people(page_session)


@pytest.fixture
def case_id(page_session) -> str:
    return received(page_session, "1-1", person=somebody(7))


@pytest.fixture
def page(page_desk, page_session, show, hall, case_id) -> CasesPage:
    page_desk.printing = Printing(page_desk)
    page_desk.clerk = clerks.clerk_of(page_session)
    page = CasesPage(page_desk)
    show(page)
    page.open_case(case_id)
    return page


def begin(page: CasesPage, act: str, **values: str) -> None:
    """Choose an act and fill in its form, as the keys would."""
    offers = page.detail.offers
    place = next(i for i, o in enumerate(offers.rows_model.rows) if o.id == act)
    offers.set_current(place)
    page.detail.begin(offers.rows_model.rows[place])
    for name, value in values.items():
        field = page.detail.form.fields[name]
        if hasattr(field.edit, "findData"):
            field.edit.setCurrentIndex(field.edit.findData(value))
        else:
            field.set_text(value)


def paper(page: CasesPage) -> str:
    return decode(page._desk.devices["printer"].documents[-1], 48).text


def test_an_amended_receipt_cites_the_void_one(page, press, case_id, page_session) -> None:
    before = case_now(page_session, case_id).intake.receipt
    begin(page, "amend", item="手机号码", value="13900001234", reason="录入有误")
    press("Ctrl+Enter")
    after = case_now(page_session, case_id)
    assert after.intake.receipt != before
    assert after.void_receipts == (before,)
    assert before in paper(page)
    with page_session.reading() as store:
        person = casework.particulars(store, after).applicant
    assert person.phone == "13900001234"
    (row,) = worklists.by_number(page_session, before)
    assert row.case == case_id
    assert before in page.detail.about.full_text


def test_a_wrong_number_is_refused_and_what_was_typed_stays(page, press, case_id) -> None:
    begin(page, "amend", item="证件号码", value="320213198806120011", reason="录入有误")
    press("Ctrl+Enter")
    assert "证件号码" in page.detail.form.message.full_text
    assert page.detail.form.fields["value"].text() == "320213198806120011"


def test_after_the_hand_over_a_supervisor_approves(
    page, press, case_id, hall, page_session
) -> None:
    hand_over(hall, case_id)
    begin(page, "void", reason="重复收件")
    press("Ctrl+Enter")
    assert case_now(page_session, case_id).state is CaseState.RECEIVED
    page.detail.form.fields["approver"].set_text("0601")
    press("Ctrl+Enter")
    assert case_now(page_session, case_id).state is CaseState.VOID
    assert "作废" in paper(page)


def test_a_missing_reason_is_asked_for(page, press, case_id, page_session) -> None:
    begin(page, "withdraw")
    press("Ctrl+Enter")
    assert page.detail.form.fields["reason"].message == "请填写"
    assert case_now(page_session, case_id).state is CaseState.RECEIVED


def test_withdrawn_papers_go_back_to_the_applicant(page, press, case_id, page_session) -> None:
    begin(page, "withdraw", reason="不再办理")
    press("Ctrl+Enter")
    assert "撤回申请书" in paper(page)
    begin(page, "return_papers", occasion="撤回申请")
    press("Ctrl+Enter")
    assert {b.hand for b in case_now(page_session, case_id).bundles} == {Hand.APPLICANT}
    assert "材料退还清单" in paper(page)


def test_papers_sent_back_by_post_arrive_or_come_back(page, press, case_id, page_session) -> None:
    begin(page, "withdraw", reason="不再办理")
    press("Ctrl+Enter")
    begin(page, "return_papers", occasion="撤回申请", waybill="EMS0007")
    press("Ctrl+Enter")
    assert {b.hand for b in case_now(page_session, case_id).bundles} == {Hand.POST}
    begin(page, "papers_came_back")
    press("Ctrl+Enter")
    assert {b.hand for b in case_now(page_session, case_id).bundles} == {Hand.WINDOW}


def test_a_wrong_department_is_put_right_after_the_push(page, press, case_id, page_session) -> None:
    begin(page, "forward", department=BUREAU, reason="推送错部门")
    press("Ctrl+Enter")
    assert case_now(page_session, case_id).department == BUREAU


def test_the_platforms_number_is_typed_back_once(page, press, case_id, page_session) -> None:
    begin(page, "platform", number="JS320213001")
    press("Ctrl+Enter")
    assert case_now(page_session, case_id).platform_number == "JS320213001"
    assert "platform" not in {o.id for o in page.detail.offers.rows_model.rows}


def test_a_supervisor_reminds_and_the_window_answers(
    page, press, case_id, hall, page_session
) -> None:
    boss = hall.supervisor
    page._desk.set_session(boss, clerks.clerk_of(boss))
    page.detail.refresh()
    begin(page, "remind", demand="请按期办结", by="nonsense")
    press("Ctrl+Enter")
    assert page.detail.form.message.full_text
    page.detail.form.fields["by"].set_text("2026-11-26")
    press("Ctrl+Enter")
    assert "督办单" in paper(page)
    page._desk.set_session(page_session, clerks.clerk_of(page_session))
    page.detail.refresh()
    begin(page, "answer_reminder", answer="今日办结")
    press("Ctrl+Enter")
    (reminder,) = case_now(page_session, case_id).reminders
    assert reminder.answer == "今日办结"


def test_a_case_is_merged_by_the_number_of_the_other(
    page, press, case_id, hall, page_session
) -> None:
    other = received(page_session, "1-1", person=somebody(7))
    boss = hall.supervisor
    page._desk.set_session(boss, clerks.clerk_of(boss))
    page.detail.refresh()
    number = case_now(page_session, other).intake.number
    begin(page, "merge", into=number, reason="同一申请")
    press("Ctrl+Enter")
    assert case_now(page_session, case_id).state is CaseState.MERGED


def test_enter_walks_on_and_esc_leaves_everything(page, press, case_id, page_session) -> None:
    begin(page, "void")
    press.type("x")
    press("Enter", "Enter", "Esc")
    assert case_now(page_session, case_id).state is CaseState.RECEIVED
    assert page.detail.tables["timeline"].view.hasFocus()


def test_what_is_offered_is_named_once() -> None:
    assert len({offer.id for offer in OFFERS}) == len(OFFERS)


def test_an_ended_case_offers_nothing_that_changes_it(page, hall) -> None:
    page.open_case(bring(hall, CaseState.VOID))
    offered = {offer.id for offer in page.detail.offers.rows_model.rows}
    assert not offered & {"amend", "void", "withdraw", "forward"}


def test_rows_of_the_list_are_put_right_by_keys(page, press, case_id, page_session) -> None:
    before = case_now(page_session, case_id)
    begin(page, "amend_materials", reason="清点有误")
    rows = page.detail.form.fields["rows"].edit
    press("Ctrl+Enter")
    assert page.detail.form.fields["rows"].message.startswith("没有改动")
    rows.setFocus()
    press("2", "Down", "Space")
    first, second = (row.material for row in rows.rows_model.rows[:2])
    press("Ctrl+Enter")
    now = {m.key: m for m in case_now(page_session, case_id).materials}
    assert now[first.key].given == 2
    assert bool(now[second.key].given) is not bool(second.given)
    printed = paper(page)
    assert before.intake.receipt in printed
    assert first.name in printed


def test_only_the_chosen_bundles_go_back(page, press, case_id, hall, page_session) -> None:
    late = case_now(page_session, case_id).deferred[0]
    supplements.supplement(page_session, case_id, late.key, given=1)
    page.detail.refresh()
    begin(page, "withdraw", reason="不再办理")
    press("Ctrl+Enter")
    begin(page, "return_papers", occasion="撤回申请")
    press("Space", "Down", "Space", "Ctrl+Enter")
    assert page.detail.form.fields["bundles"].message == "请按空格选要退的"
    press("Space", "Ctrl+Enter")
    kept, back = case_now(page_session, case_id).bundles
    assert (kept.hand, back.hand) == (Hand.WINDOW, Hand.APPLICANT)
    assert late.name in paper(page)
    assert "申请表" not in paper(page)


class Screen:
    """A citizen's screen that remembers what it was asked to have signed."""

    screen = object()
    asked = None

    def ask_signature(self, *asked: object) -> None:
        self.asked = asked

    def forget_signature(self, _signed: object) -> None:
        self.asked = None


def test_a_withdrawal_is_signed_on_the_screen_under_what_was_shown(
    page, press, case_id, page_session
) -> None:
    screen = page._desk.second = Screen()
    page._desk.policy = Policy(case=CasePolicy(screen_signature=True))
    begin(page, "withdraw")
    form = page.detail.form
    assert screen.asked is None
    form.fields["reason"].setFocus()
    form.fields["reason"].set_text("不再办理")
    press("Enter", "Ctrl+Enter")
    assert form.fields["signing"].message.startswith("申请人还没有在屏上签字")
    _, lines, signed = screen.asked
    assert "不再办理" in {line.text for line in lines}
    signed(b"picture", digest(lines))
    assert screen.asked is None
    form.fields["reason"].set_text("准备后再申请")
    press("Ctrl+Enter")
    assert case_now(page_session, case_id).state is CaseState.RECEIVED
    _, lines, signed = screen.asked
    signed(b"picture", digest(lines))
    press("Ctrl+Enter")
    case = case_now(page_session, case_id)
    assert case.state is CaseState.WITHDRAWN
    (kept,) = case.signatures
    assert (kept.paper, kept.shown) == ("withdrawal", digest(lines))
    assert page_session.store.blobs.get(kept.image) == b"picture"
    assert "手写签名影像" in paper(page)
    assert screen.asked is None


def test_nothing_of_a_withdrawal_stays_on_the_screen_when_the_page_is_left(page, press) -> None:
    screen = page._desk.second = Screen()
    begin(page, "withdraw", reason="不再办理", signing=ON_SCREEN)
    assert screen.asked is not None
    page.hide()
    assert screen.asked is None
    page.show()
    assert screen.asked is not None
    press("Esc")
    assert screen.asked is None


def test_without_a_screen_the_paper_is_signed(page, press, case_id, page_session) -> None:
    begin(page, "withdraw", reason="不再办理")
    assert not page.detail.form.fields["signing"].isVisible()
    press("Ctrl+Enter")
    assert case_now(page_session, case_id).signatures == ()
    assert "手写签名影像" not in paper(page)

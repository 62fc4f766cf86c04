"""The hand-over desk: key counts, strangers, signatures, refusals, lists nobody signed."""

from __future__ import annotations

import msgspec
import pytest
from fix_cases import GRANT, HEALTH, authorise, bring, case_now, people, received
from fix_catalogue import publish
from fix_hall import SECRET
from fix_pages import CARD
from fix_visit import somebody
from PySide6.QtWidgets import QLineEdit

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import CaseState
from zcdesk.domain.custody import Hand
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.handover import HandoverKind
from zcdesk.domain.matter import MatterType
from zcdesk.forms.decode import decode
from zcdesk.operations import catalogue, handover, instant
from zcdesk.store import verifiers
from zcdesk.ui.handover.page import HandoverPage
from zcdesk.ui.handover.passing import Step
from zcdesk.ui.jobs import InlineJobs
from zcdesk.ui.printing import Printing

BUREAU = "区行政审批局"


@pytest.fixture
def cases(page_session) -> list[str]:
    """Three cases of one department, one of another, taken in at nine."""
    mine = [received(page_session, "1-1", person=somebody(n)) for n in (1, 2, 3)]
    return [*mine, received(page_session, "1-2", person=somebody(4))]


@pytest.fixture
def page(page_desk, show, cases) -> HandoverPage:
    page_desk.printing = Printing(page_desk)
    page = HandoverPage(page_desk)
    show(page)
    page.activate()
    choose(page, HEALTH)
    return page


def choose(page: HandoverPage, department: str) -> None:
    rows = page.stacks.rows_model.rows
    page.stacks.set_current(next(i for i, r in enumerate(rows) if r.department == department))


def scan(page: HandoverPage, session, *case_ids: str) -> None:
    for case_id in case_ids:
        intake = case_now(session, case_id).intake
        page._desk.scanned.emit(f"R/{intake.receipt}/{intake.query_code}")


def hands(session, case_ids) -> set[Hand]:
    return {b.hand for i in case_ids for b in case_now(session, i).bundles}


@pytest.mark.req("UX-01", "R105", "R155")
def test_three_keys_and_a_scan_per_case_hand_a_department_its_pile(
    page, press, cases, page_session
) -> None:
    mine = cases[:3]
    press("Enter")
    scan(page, page_session, *mine)
    press("F9")
    page._desk.card_read.emit(CARD)
    press("Enter")
    assert press.count == 3
    assert hands(page_session, mine) == {Hand.DEPARTMENT}
    assert hands(page_session, cases[3:]) == {Hand.WINDOW}
    first, second = page._desk.devices["printer"].documents[:2]
    assert decode(first, 48).text == decode(second, 48).text
    assert "材料交接表" in decode(first, 48).text
    assert handover.unsigned(page_session) == ()


def test_an_answer_that_comes_late_takes_the_focus_from_no_other_page(page) -> None:
    other = QLineEdit(page.window())
    other.show()
    held = InlineJobs(page._desk.notices.show, held=True)
    page._desk.jobs = held
    page.activate()
    page.hide()
    other.setFocus()
    held.release()
    assert other.hasFocus()


def test_papers_of_a_case_handed_out_on_the_spot_are_fetched_too(page, press, page_session) -> None:
    staff = people(page_session)
    ordinary = catalogue.matter(page_session, "1-2")
    on_the_spot = {"key": "2-9", "code": "2009", "type": MatterType.INSTANT, "promised_days": None}
    quick = msgspec.structs.replace(ordinary, **on_the_spot)
    publish(page_session, quick)
    authorise(staff, "2-9")
    case_id = received(page_session, "2-9")
    instant.decide(page_session, case_id, GRANT)
    instant.hand_out(page_session, case_id)
    assert case_now(page_session, case_id).state is CaseState.DELIVERED
    page.activate()
    choose(page, BUREAU)
    press("Enter")
    scan(page, page_session, case_id)
    assert page.passing.strangers == ()


def test_what_is_missing_and_what_is_foreign_is_shown_at_once(
    page, press, cases, page_session
) -> None:
    press("Enter")
    scan(page, page_session, cases[0], cases[3])
    missing = page.differences.missing.lines.full_text.split("\n")
    assert missing == [case_now(page_session, i).intake.number for i in cases[1:3]]
    assert f"属{BUREAU}" in page.differences.strangers.lines.full_text
    page._desk.scanned.emit("6901234567892")
    assert "不是本大厅的件" in page.differences.strangers.lines.full_text


def test_a_list_with_missing_cases_is_printed_only_after_the_clerk_said_so(
    page, press, cases, page_session
) -> None:
    press("Enter")
    scan(page, page_session, cases[0])
    press("F9")
    assert page.choices.is_open
    press("2")
    assert page.passing.step is Step.SCAN
    press("F9", "1")
    ((_, made),) = handover.unsigned(page_session, HandoverKind.MATERIALS)
    assert made.cases == (cases[0],)
    assert set(made.missing) == set(cases[1:3])


def test_a_case_handed_over_already_is_refused_in_words(page, press, cases, page_session) -> None:
    bring(people(page_session), CaseState.ACCEPTED, cases[1])
    page.refresh()
    choose(page, HEALTH)
    press("Enter")
    scan(page, page_session, cases[1])
    assert "可能已移交" in page.differences.strangers.lines.full_text
    assert len(page.lines.rows_model.rows) == 2


def test_one_case_is_refused_with_a_reason_and_stays(page, press, cases, page_session) -> None:
    press("Enter")
    scan(page, page_session, *cases[:3])
    press("F9")
    page.lines.set_current(1)
    page.lines.setFocus()
    press("X", "2")
    page._desk.card_read.emit(CARD)
    page.signing.take_focus()
    press("Enter")
    assert hands(page_session, (cases[0], cases[2])) == {Hand.DEPARTMENT}
    assert hands(page_session, (cases[1],)) == {Hand.WINDOW}
    waiting = [p for p in handover.piles(page_session) if p.department == HEALTH]
    assert [p.cases for p in waiting] == [(cases[1],)]


def test_a_list_nobody_signed_waits_at_the_top_and_is_signed_later(
    page, press, cases, page_session
) -> None:
    press("Enter")
    scan(page, page_session, *cases[:3])
    press("F9", "Esc")
    top = page.stacks.rows_model.rows[0]
    assert top.list_id
    late = received(page_session, "1-1", person=somebody(9))
    page.refresh()
    assert [r.cases for r in page.stacks.rows_model.rows if r.department == HEALTH] == [3, 1]
    page.stacks.set_current(0)
    press("Enter")
    page._desk.card_read.emit(CARD)
    press("Enter")
    assert hands(page_session, cases[:3]) == {Hand.DEPARTMENT}
    assert hands(page_session, (late,)) == {Hand.WINDOW}


def test_a_list_can_be_given_up_with_a_reason(page, press, cases, page_session) -> None:
    press("Enter")
    scan(page, page_session, *cases[:3])
    press("F9", "F8", "1")
    assert handover.unsigned(page_session) == ()
    assert sum(len(p.cases) for p in handover.piles(page_session)) == 4


def hire(session, staff_no: str, department: str) -> None:
    with session.transaction() as tx:
        body = ClerkSet(
            staff_no=staff_no, name="李工", roles=(Role.REVIEWER,), departments=(department,)
        )
        tx.append(NewAct(subject=f"clerk:{staff_no}", body=body))
        verifiers.set_secret(tx, staff_no, SECRET)


def test_a_pin_signs_only_for_its_own_department(page, press, cases, page_session) -> None:
    hire(page_session, "0401", HEALTH)
    hire(page_session, "0403", BUREAU)
    press("Enter")
    scan(page, page_session, *cases[:3])
    press("F9")
    page.signing.proof.set_value("口令")
    page.signing.staff_no.setFocus()
    page.signing.staff_no.set_text("0403")
    page.signing.secret.set_text(SECRET)
    press("Enter")
    assert HEALTH in page.signing.secret.message
    assert hands(page_session, cases[:3]) == {Hand.WINDOW}
    page.signing.staff_no.set_text("0401")
    page.signing.secret.set_text("wrong")
    press("Enter")
    assert hands(page_session, cases[:3]) == {Hand.WINDOW}
    page.signing.secret.set_text(SECRET)
    press("Enter")
    assert hands(page_session, cases[:3]) == {Hand.DEPARTMENT}


def test_a_signature_by_pen_is_kept_bound_to_the_list(
    page, press, cases, page_session, qtbot
) -> None:
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    press("Enter")
    scan(page, page_session, *cases[:3])
    press("F9")
    ((id_, _),) = handover.unsigned(page_session)
    page.signing.proof.set_value("手写签名")
    page.signing.name.set_text("李工")
    page.signing.name.setFocus()
    press("Enter")
    assert handover.unsigned(page_session)
    pen = page.signing.pen
    QTest.mousePress(pen, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(pen, QPoint(120, 60))
    QTest.mouseRelease(pen, Qt.MouseButton.LeftButton, pos=QPoint(120, 60))
    press("Enter")
    with page_session.reading() as store:
        done = handover.handover_of(store, id_)
    assert done.taker.signature is not None
    assert done.taker.signature.shown.startswith("sha256:")
    assert page_session.store.blobs.get(done.taker.signature.image).startswith(b"\x89PNG")


def test_two_presses_make_one_list(page, press, cases, page_session) -> None:
    from zcdesk.ui.jobs import InlineJobs

    press("Enter")
    scan(page, page_session, *cases[:3])
    jobs = InlineJobs(held=True)
    page._desk.jobs = jobs
    press("F9", "F9")
    jobs.release()
    assert len(handover.unsigned(page_session)) == 1


def test_without_a_scanner_each_case_is_ticked_by_hand(page, press, cases) -> None:
    press("Enter")
    press("Space")
    assert [x.mark.value for x in page.passing.lines] == ["scanned", "open", "open"]
    press("Space")
    assert [x.mark.value for x in page.passing.lines] == ["open", "open", "open"]


def test_esc_leads_back_step_by_step(page, press, qtbot) -> None:
    press("Enter", "Esc")
    assert page.passing.step is Step.PICK
    with qtbot.waitSignal(page.closed):
        press("Esc")

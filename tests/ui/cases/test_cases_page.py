"""Search and the page of a case: found by everything, masked, each look an act, acts by role."""

from __future__ import annotations

from pathlib import Path

import pytest
from fix_cases import HEALTH, People, bring, case_now, people, received
from fix_visit import settle, somebody
from sqlalchemy import select

from zcdesk.domain.act import Body, NewAct
from zcdesk.domain.case import CaseState, RecordErased
from zcdesk.domain.case_acts import CaseAct
from zcdesk.domain.case_rules import TABLE
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.typed import GONE
from zcdesk.domain.visit import add_matter, set_person
from zcdesk.errors import NotAllowed
from zcdesk.operations import (
    case_file,
    casefile,
    catalogue,
    clerks,
    finding,
    intake,
    mending,
    queue,
    tickets,
)
from zcdesk.store import erasure
from zcdesk.store.schema import person
from zcdesk.ui.cases.page import CasesPage
from zcdesk.ui.cases.tables import TABS
from zcdesk.ui.cases.words import ACTS
from zcdesk.ui.mending.offers import OFFERS
from zcdesk.ui.printing import Printing


@pytest.fixture
def hall(page_session) -> People:
    return people(page_session)


@pytest.fixture
def case_id(page_session) -> str:
    return received(page_session, "1-1", person=somebody(7, address="示例路 12 号"))


@pytest.fixture
def page(page_desk, page_session, show, hall, case_id) -> CasesPage:
    page_desk.printing = Printing(page_desk)
    page_desk.clerk = clerks.clerk_of(page_session)
    page = CasesPage(page_desk)
    show(page)
    page.begin()
    return page


def look(page: CasesPage, text: str) -> list[str]:
    page.box.set_text(text)
    page.timer.stop()
    page.look()
    return [row.case for row in page.found.rows_model.rows]


def test_one_box_finds_by_number_person_tails_and_matter(page, case_id, page_session) -> None:
    seen = case_now(page_session, case_id).intake
    person = somebody(7)
    other = received(page_session, "1-2", person=somebody(8))
    for text in (seen.number, person.name, person.id_number, person.id_number[-4:]):
        assert case_id in look(page, text), text
    assert set(look(page, "13800000000"[-4:])) == {case_id, other}
    assert look(page, "饮用水供水") == [case_id]
    assert look(page, "1002") == [other]
    assert look(page, "没有这样的") == []
    assert page.nothing.isVisible()


def test_todays_ticket_finds_what_was_taken_in_with_it(page, page_session) -> None:
    taken = tickets.take_ticket(page_session, WindowCategory.SOCIAL.value)
    visit = queue.call_next(page_session)
    assert visit is not None
    visit = queue.arrive(page_session, visit, "key")
    visit = add_matter(set_person(visit, somebody(9)), catalogue.matter(page_session, "1-2"))
    intake.receive(page_session, settle(visit))
    assert len(look(page, taken.ticket.number)) == 1


def test_a_scan_opens_the_case(page, press, case_id, page_session) -> None:
    seen = case_now(page_session, case_id).intake
    page._desk.scanned.emit(f"R/{seen.receipt}/{seen.query_code}")
    assert page.detail.number.full_text == seen.number
    assert page.detail.tables["timeline"].view.rows_model.rows[0].cells[1] == "收件"


def test_enter_in_the_box_opens_the_only_case(page, press, case_id, page_session) -> None:
    press.type(case_now(page_session, case_id).intake.number)
    press("Enter")
    assert page.detail.isVisible()
    press("Esc")
    assert not page.detail.isVisible()


@pytest.mark.req("UX-42")
def test_every_value_is_masked_and_each_look_is_an_act(page, press, case_id, page_session) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    person = somebody(7)
    page.open_case(case_id)
    detail = page.detail
    shown = " ".join(field.text() for field in detail.fields.values())
    assert person.name not in shown
    assert person.id_number not in shown
    assert person.phone not in shown
    field = detail.fields["id_number"]
    field.setFocus()
    QTest.keyPress(field, Qt.Key.Key_Control)
    assert field.text() == person.id_number
    QTest.keyRelease(field, Qt.Key.Key_Control)
    assert person.id_number not in field.text()
    (seen,) = casefile.looked(page_session, case_id)
    assert (seen.kind, seen.clerk) == ("id_number", "张敏")
    detail.tabs.set_value("looks")
    (fact,) = detail.tables["looks"].view.rows_model.rows
    assert fact.cells[1] == "证件号码"


def test_every_tab_has_its_digit(page, press, case_id) -> None:
    page.open_case(case_id)
    for place, name in enumerate(TABS, 1):
        press(str(place))
        assert page.detail.tabs.value == name
        assert page.detail.tables[name].isVisible()


def test_a_limit_explains_itself_day_by_day(page, press, case_id) -> None:
    page.open_case(case_id)
    press("4")
    table = page.detail.tables["limits"]
    place = next(i for i, f in enumerate(table.view.rows_model.rows) if f.cells[1] == "受理")
    table.view.set_current(place)
    assert "第 1 天" in table.more.full_text


def test_every_act_of_a_case_has_a_word() -> None:
    kinds = {act.kind for act in TABLE}
    assert kinds <= set(ACTS)
    assert all(issubclass(offer.act, CaseAct | Body) for offer in OFFERS)


@pytest.mark.parametrize(
    ("staff_no", "offered"),
    [
        (
            "0312",
            {"amend", "amend_materials", "void", "forward", "withdraw", "platform"},
        ),
        (
            "0601",
            {
                "amend",
                "amend_materials",
                "void",
                "forward",
                "transfer",
                "merge",
                "reassign",
                "remind",
                "platform",
            },
        ),
        ("0501", {"platform"}),
    ],
)
def test_each_role_is_offered_what_it_may(page, case_id, page_session, staff_no, offered) -> None:
    session = page_session.as_clerk(staff_no)
    page._desk.set_session(session, clerks.clerk_of(session))
    page.open_case(case_id)
    assert {offer.id for offer in page.detail.offers.rows_model.rows} == offered


def test_the_case_file_is_whole_with_digests(page, press, case_id, tmp_path: Path) -> None:
    import hashlib

    page.detail.export.folder = tmp_path / "files"
    page.open_case(case_id)
    press("F7")
    (folder,) = (tmp_path / "files").iterdir()
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert {"档案移交目录.pdf", "SHA256.txt", "办件.json", "办理记录.json"} <= names
    assert any("收件通知书" in name for name in names)
    digests = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    written = (folder / "SHA256.txt").read_text("utf-8").split()[::2]
    assert set(written) <= digests
    assert (folder / "档案移交目录.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_written_is_said(page, press, case_id, tmp_path, told) -> None:
    page.detail.export.folder = tmp_path / "file"
    page.detail.export.folder.write_text("not a folder")
    page.open_case(case_id)
    press("F7")
    assert told.codes == ["FIL-01"]


def test_an_ended_case_says_so(page, hall, page_session) -> None:
    done = bring(hall, CaseState.WITHDRAWN)
    page.open_case(done)
    assert page.detail.state.state.word == "已撤回"
    assert HEALTH in page.detail.about.full_text


@pytest.mark.req("R048")
def test_a_guide_has_no_business_with_cases(page, case_id, page_session) -> None:
    with page_session.transaction() as tx:
        body = ClerkSet(staff_no="0701", name="阿芳", roles=(Role.GUIDE,))
        tx.append(NewAct(subject="clerk:0701", body=body))
    guide = page_session.as_clerk("0701")
    for refused in (
        lambda: finding.find(guide, "饮用水供水"),
        lambda: casefile.view(guide, case_id),
        lambda: casefile.reveal(guide, case_id, "name"),
        lambda: case_file.gather(guide, case_id),
    ):
        with pytest.raises(NotAllowed):
            refused()
    assert casefile.looked(page_session, case_id) == ()


def test_the_line_of_an_act_says_what_was_written_and_what_was_destroyed(
    page, press, page_session, hall, case_id
) -> None:
    mending.withdraw(page_session, case_id, "申请人说他不办了")
    press.type(case_now(page_session, case_id).intake.number)
    press("Enter")
    table = page.detail.tables["timeline"]
    assert table.more.full_text == "申请人说他不办了"
    with page_session.reading() as store:
        refs = store.select(select(person.c.ref).where(person.c.subject == f"case:{case_id}"))
        found = tuple(refs.scalars())
    with page_session.transaction() as tx:
        for ref in erasure.destroy(tx, found).refs:
            body = RecordErased(ref=ref, reason="30d")
            tx.append(NewAct(subject=f"case:{case_id}", body=body))
    page.detail.refresh()
    rows = table.view.rows_model.rows
    told = {row.cells[1]: row.more for row in rows}
    assert told["撤回"] == GONE
    assert {row.more for row in rows if row.cells[1] == "个人信息删除"} == {
        "销毁了申请人、经办人的个人信息及其扫描页、文书内容",
        "销毁了一条办理记录中填写的文字；记录本身仍在，可以核验",
    }

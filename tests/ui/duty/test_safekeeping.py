"""The tab of the recovery paper and of the proofs of deletion: printed, written, never kept."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fix_visit import settle, somebody, visiting

from zcdesk.devices.simulated import PrinterFault
from zcdesk.domain.hall import CasePolicy, Clerk, Policy, Role
from zcdesk.operations import erasing, intake, policies, printing, recovery
from zcdesk.ui.duty.safekeeping import PROOF, SafekeepingPage
from zcdesk.ui.duty.tabs import tabs_for
from zcdesk.upkeep.keeping import Keeper

ADMIN = "0001"
PRINT, FILE = "打印新的恢复纸", "恢复纸写成文件"


@pytest.fixture
def page(page_desk, page_session, dressed, tmp_path):
    admin = page_session.as_clerk(ADMIN)
    page_desk.set_session(admin, Clerk(staff_no=ADMIN, name="王主任", roles=(Role.ADMINISTRATOR,)))
    page_desk.keeping = Keeper(tmp_path, lambda: None)
    made = SafekeepingPage(page_desk)
    dressed(made, size=(1100, 600))
    made.activate()
    return made


@pytest.fixture
def laser(page_desk):
    return page_desk.devices["second_printer"]


def answer(page, word: str, **said: str) -> None:
    page.begin(next(d for d in page.deeds(page.view.current) if d.word == word))
    for name, text in said.items():
        page.form.fields[name].set_text(text)
    page.form.submit()


def words_of(page) -> set[str]:
    return {d.word for d in page.deeds(page.view.current)}


def test_the_paper_is_printed_and_opens_this_station(page, page_session, laser) -> None:
    assert page.empty.isVisible()
    answer(page, PRINT)
    assert len(laser.documents) == 1
    assert laser.documents[0].startswith(b"%PDF")
    (row,) = page.model.rows
    assert page._state(row).word == "现用的恢复纸能打开"
    assert recovery.is_followed(page_session)
    assert printing.later(page_session) == ()  # nothing of it is in the spool
    assert "由 0001 制作" in page.tell(row)


def test_a_printer_that_is_empty_is_said_and_the_same_paper_comes_out_later(page, laser) -> None:
    laser.fault = PrinterFault.NO_PAPER
    answer(page, PRINT)
    assert laser.documents == []
    assert "没有打印出来" in page.facts.full_text
    mark = page._key.mark
    laser.fault = None
    answer(page, "再打一份")
    assert len(laser.documents) == 1
    assert page._key.mark == mark
    assert "没有打印出来" not in page.facts.full_text


@pytest.mark.parametrize("how", ["locked", "left", "another"])
def test_no_code_stays_behind_a_lock_or_another_page(page, page_desk, how: str) -> None:
    answer(page, PRINT)
    assert "再打一份" in words_of(page)
    if how == "locked":
        page_desk.locked.emit()
    elif how == "left":
        page.hide()
    else:
        page_desk.set_session(page_desk.session, page_desk.clerk)
    assert page._sheet is None
    assert "再打一份" not in words_of(page)


def test_a_file_nobody_can_write_voids_no_paper(page, tmp_path) -> None:
    answer(page, FILE, file=str(tmp_path / "paper.pdf"))
    mark = page._desk.operations.recovery.in_force(page._desk.session).mark
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "paper.pdf").stat().st_mode & 0o077 == 0
    page.read()
    for file in (tmp_path / "paper.pdf", tmp_path / "gone" / "paper.pdf"):
        answer(page, FILE, file=str(file))
        assert page.form.message.full_text
        page._on_cancelled()
    assert recovery.in_force(page._desk.session).mark == mark


def test_without_an_a4_printer_it_says_so(page, page_desk) -> None:
    del page_desk.devices["second_printer"]
    answer(page, PRINT)
    assert "没有打印出来" in page.facts.full_text
    assert "再打一份" in words_of(page)


def test_what_was_destroyed_is_proved_on_paper_without_a_name(page, page_session, clock, laser):
    one = somebody(1)
    intake.receive(page_session, settle(visiting(page_session, "1-2", person=one)))
    policies.set_policy(page_session.as_clerk(ADMIN), Policy(case=CasePolicy(record_days=1)))
    clock.at += timedelta(days=3)
    (run,) = erasing.erase_due(page_session)
    page.show_mode(PROOF)
    (row,) = page.model.rows
    assert (row.day, row.counts.records) == (run.day, 1)
    assert "个人信息 1 份" in page.tell(row)
    answer(page, "打印销毁证明")
    assert laser.documents[-1].startswith(b"%PDF")
    assert one.name.encode() not in laser.documents[-1]


def test_an_auditor_looks_and_makes_no_paper(page, page_desk) -> None:
    page_desk.set_session(page_desk.session, Clerk(staff_no="9", name="审", roles=(Role.AUDITOR,)))
    assert page.deeds(None) == ()
    for role, sees in ((Role.AUDITOR, True), (Role.SECURITY, True), (Role.SUPERVISOR, False)):
        assert ("safekeeping" in {tab.name for tab in tabs_for((role,))}) == sees

"""The audit page: what was done is found, tables open, a broken chain is said in words."""

from __future__ import annotations

import re

import pytest
from page_looks import clipped
from sqlalchemy import update

from zcdesk.domain.act import NewAct
from zcdesk.domain.fold import KINDS, STATES
from zcdesk.domain.hall import Clerk, ClerkSet, Role
from zcdesk.operations.audit import Line
from zcdesk.store.schema import acts
from zcdesk.store.walk import Fault, Finding
from zcdesk.ui.duty.audit import AuditPage
from zcdesk.ui.duty.audit_words import about_words, finding_words, kind_words


@pytest.fixture
def page(busy_page_hall, page_desk, show) -> AuditPage:
    with busy_page_hall.boss.transaction() as tx:
        body = ClerkSet(staff_no="0701", name="审计员", roles=(Role.AUDITOR,))
        tx.append(NewAct(subject="clerk:0701", body=body))
    clerk = Clerk(staff_no="0701", name="审计员", roles=(Role.AUDITOR,))
    page_desk.set_session(busy_page_hall.boss.as_clerk("0701"), clerk)
    page = AuditPage(page_desk)
    show(page)
    page.activate()
    return page


def test_today_is_shown_and_a_kind_is_asked_for(page, press) -> None:
    rows = page.view.rows_model.rows
    assert rows
    page.kind.setCurrentIndex(page.kind.findData("ticket."))
    page.staff.setFocus()
    press("Enter")
    kinds = {line.kind for line in page.view.rows_model.rows}
    assert kinds
    assert all(kind.startswith("ticket.") for kind in kinds)


def test_a_day_that_is_none_is_said_and_nothing_found_too(page, press) -> None:
    page.first.setText("昨天")
    page.first.setFocus()
    press("Enter")
    assert "2026-11-24" in page.outcome.full_text
    page.first.setText("")
    page.staff.setText("9999")
    press("Enter")
    assert "没有符合条件" in page.outcome.full_text


def test_the_chain_is_verified_in_words(page, press) -> None:
    page.view.setFocus()
    press("F9")
    assert "核验通过" in page.outcome.full_text
    with page._desk.session.store.transaction(clerk="", at=page._desk.now()) as tx:
        first = tx.select(acts.select().order_by(acts.c.pk)).first()
        tx._handle.execute(update(acts).where(acts.c.pk == first.pk).values(clerk="0999"))
    press("F9")
    assert "核验不通过" in page.outcome.full_text


def test_the_table_opens_and_goes_back(page, press) -> None:
    page.view.setFocus()
    press("T")
    assert len(page.sheet.sheet.rows) == len(page.view.rows_model.rows)
    press("Esc")
    assert page.view.isVisible()


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_act_has_words(kind) -> None:
    assert kind not in kind_words(kind)


@pytest.mark.parametrize("kind", sorted(STATES))
def test_every_kind_of_subject_has_words(kind) -> None:
    line = Line(
        id="1", at="", clerk="", name="", kind="x", subject="", origin="", seq=1, number="王 0601",
        about=f"{kind}:0190-raw/printer",
    )  # fmt: skip
    assert "raw" not in about_words(line) or kind in ("device", "report")
    assert kind not in about_words(line)


@pytest.mark.parametrize(
    ("about", "said"),
    [("report:2026-Q4", "报表 2026年第4季度"), ("report:altered", "报表 altered")],
)
def test_a_report_is_named_by_its_period(about, said) -> None:
    line = Line(
        id="1", at="", clerk="", name="", kind="x", subject="", origin="", seq=1, about=about
    )
    assert about_words(line) == said


def test_what_is_shown_is_what_people_call_it(page) -> None:
    shown = [about_words(line) for line in page.view.rows_model.rows]
    assert "人员 审计员 0701" in shown
    assert not [words for words in shown if re.search("[0-9a-f]{8}-[0-9a-f]{4}|:", words)]


@pytest.mark.parametrize("fault", list(Fault))
def test_everything_a_verification_finds_has_words(fault) -> None:
    assert finding_words(Finding(fault=fault, origin="abc", seq=3)).endswith("（abc #3）")


@pytest.mark.parametrize(("theme_name", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.25)])
def test_nothing_is_cut(busy_page_hall, page_desk, show, theme_name, scale) -> None:
    clerk = Clerk(staff_no="0601", name="孙主任", roles=(Role.AUDITOR,))
    page_desk.set_session(busy_page_hall.boss, clerk)
    page = AuditPage(page_desk)
    show(page, theme_name=theme_name, scale=scale)
    assert clipped(page) == []
    for field in (page.first, page.last):
        day = field.fontMetrics().horizontalAdvance("2026-11-24")
        assert field.width() >= day + 16, "the whole day is seen"

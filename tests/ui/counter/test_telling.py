"""F8: nobody is told half of what is missing; what nobody looked at is asked about first."""

from __future__ import annotations

import msgspec
import pytest
from fix_counter import Counter, resident

from zcdesk.domain.matter import Necessity
from zcdesk.domain.reasons import NO_ORIGINAL, NOT_BROUGHT
from zcdesk.domain.visit import add_applicants, rows_of
from zcdesk.ui.counter.notice import Lack, NoticePage


def exempt_questions(counter: Counter) -> None:
    """Answer every 视情形 row: it does not apply."""
    for row in counter.rows:
        if row.line.material.necessity is Necessity.CONDITIONAL:
            counter.page.serving.checklist.go_to(row.no)
            counter.press("X", "1")


def lacks(counter: Counter) -> tuple[Lack, ...]:
    page = counter.find("notice_page")
    assert isinstance(page, NoticePage)
    return page.lacks


@pytest.mark.req("R128")
def test_rows_nobody_looked_at_are_asked_about_and_can_all_be_missing(counter: Counter) -> None:
    counter.serve("1-5")
    exempt_questions(counter)
    counter.press("1", "Q", "1", "F8")
    title = counter.page.menu.choices.title.full_text
    assert counter.page.front == "serving"
    assert title.startswith("还有")
    assert "4 未收" in title
    assert "1 未收" not in title
    counter.press("1")
    assert counter.page.front == "notice"
    told = [lack.row.mark.reason for lack in lacks(counter)]
    assert set(told) == {NOT_BROUGHT}
    assert len(told) == len([row for row in counter.rows if not row.is_settled]) > 2
    counter.clock.pass_(seconds=1)
    counter.press("Enter")
    assert counter.page.front == "idle"


def test_an_original_nobody_saw_is_told_as_missing(counter: Counter) -> None:
    counter.serve("1-7")
    counter.press("A", "2", "F8")
    assert "2 待核原件" in counter.page.menu.choices.title.full_text
    counter.press("1")
    assert counter.page.front == "notice"
    assert (counter.state(2), counter.rows[1].mark.reason) == ("missing", NO_ORIGINAL)
    counter.press("Esc", "Ctrl+Z")
    assert counter.state(2) == "received"


def test_the_other_answer_goes_to_the_row_and_esc_leaves_all_as_it_was(counter: Counter) -> None:
    counter.serve("1-6")
    counter.press("1", "Q", "1", "F8")
    before = counter.visit
    counter.press("Esc")
    assert not counter.page.menu.is_open
    assert counter.visit == before
    counter.press("F8", "2")
    row = counter.page.serving.checklist.row
    assert row is not None
    assert not row.is_settled
    assert row.mark.state == "pending"
    assert counter.visit == before


def test_a_question_is_never_answered_with_all_the_rest(counter: Counter) -> None:
    """A 视情形 paper may not be wanted at all: nobody is told to bring it unasked."""
    counter.serve("1-5")
    assert any(row.line.material.necessity is Necessity.CONDITIONAL for row in counter.rows)
    counter.press("1", "Q", "1", "F8")
    assert [one.isEnabled() for one in counter.page.menu.choices.answers] == [False, True]
    before = counter.visit
    counter.press("1")
    assert counter.visit == before


def test_of_many_applicants_each_is_looked_at(counter: Counter) -> None:
    counter.serve("1-6")
    counter.press("A", "Y")
    counter.page.set_visit(add_applicants(counter.visit, (resident(2),)))
    counter.press("F8")
    assert counter.page.menu.is_open
    counter.press("1")
    assert counter.page.front == "notice"
    assert {lack.at for lack in lacks(counter)} == {1}
    assert counter.visit.current == 0
    first, second = counter.visit.applicants
    assert all(row.is_settled for row in rows_of(counter.visit, first))
    assert not any(row.mark.state == "pending" for row in rows_of(counter.visit, second))


def test_with_nothing_missing_there_is_nothing_to_tell(counter: Counter) -> None:
    counter.serve("1-6")
    counter.press("A", "Y", "F8")
    assert counter.page.front == "serving"
    assert counter.notes[-1].startswith("没有缺或不符")
    counter.page.set_visit(msgspec.structs.replace(counter.visit, matters=()))
    counter.press("F8")
    assert not counter.page.menu.is_open

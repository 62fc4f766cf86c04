"""一件事 packages on the page: written by one person's keys, approved by another's."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from page_looks import SIZES, clipped
from PySide6.QtWidgets import QApplication

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.package import asked, chosen
from zcdesk.domain.proposal import ProposalState
from zcdesk.operations import catalogue, clerks
from zcdesk.ui.catalogue.page import CataloguePage


@pytest.fixture
def hall(page_session, page_desk, show):
    people = {"0701": ("周维", Role.EDITOR), "0702": ("钱主管", Role.SUPERVISOR)}
    with page_session.as_clerk("0001").transaction() as tx:
        for number, (name, role) in people.items():
            body = ClerkSet(
                staff_no=number, name=name, roles=(role,), departments=("区行政审批局",)
            )
            tx.append(NewAct(subject=f"clerk:{number}", body=body))

    def open_(staff_no: str, theme: str = "light", scale: float = 1.0):
        session = page_session.as_clerk(staff_no)
        page_desk.set_session(session, clerks.clerk_of(session))
        page = CataloguePage(page_desk)
        page.window_ = show(page, "normal", theme, scale)
        page.activate()
        page.open_packages()
        return page.packages

    return SimpleNamespace(open=open_, session=page_session)


def write(page, **texts: str) -> None:
    for name, text in texts.items():
        page.editor.fields[name].edit.setText(text)


def answer(page, press, **texts: str) -> None:
    """Put a line in by Ins, from whatever field has the focus, and write it."""
    count = len(page.editor.draft.lines)
    press("Ins")
    assert len(page.editor.draft.lines) == count + 1
    assert page.editor.isAncestorOf(QApplication.focusWidget())
    for name, text in texts.items():
        page.editor.parts[name].edit.setText(text)


@pytest.mark.req("R084", "R013")
def test_a_package_is_written_and_a_second_person_approves_it(hall, press, told) -> None:
    page = hall.open("0701")
    press("Ctrl+D")
    write(page, name="开书店一件事", department="区行政审批局", matters="1002")
    assert "检查" in page.verdict.full_text
    answer(page, press, question="自己供水吗？", answer="是", matters="1001")
    assert "至少写两个答案" in page.verdict.full_text
    answer(page, press, answer="否")
    assert page.verdict.full_text == "检查：通过"
    assert [line.question for line in page.editor.draft.lines] == ["自己供水吗？"] * 2
    press("F9")
    assert catalogue.catalogue(hall.session).packages == {}

    other = hall.open("0702")
    assert other.acts.go_button.text() == "批准发布"
    assert "周维起草" in other.list.stands.full_text
    press("F9")
    (found,) = catalogue.catalogue(hall.session).packages.values()
    assert (found.name, found.version, found.matters) == ("开书店一件事", 1, ("1-2",))
    (question,) = asked(found, {})
    assert chosen(found, {question.key: 0}) == ("1-2", "1-1")
    assert told.codes == []


def test_who_wrote_it_cannot_approve_it_and_a_reason_goes_back(hall, press) -> None:
    page = hall.open("0702")
    press("Ctrl+D")
    write(page, name="开书店一件事", department="区行政审批局", matters="1001、1002")
    press("F9")
    assert page.acts.go_button.text() == "提交复核", "not by whoever wrote it"
    editor = hall.open("0701")
    write(editor, note="补一句")
    press("F9")
    page = hall.open("0702")
    assert page.acts.go_button.text() == "提交复核"
    press("F4")
    page.acts.form.fields["reason"].edit.setText("缺招牌一问")
    page.acts.form.submit()
    assert "钱主管退回：缺招牌一问" in page.list.stands.full_text
    assert not page.acts.back_button.isVisible()


def test_what_is_typed_stays_and_a_finding_is_told_at_its_field(hall, press, told) -> None:
    page = hall.open("0701")
    press("Ctrl+D")
    write(page, code="1002", name="错的一件事", department="区行政审批局", matters="1002、7777")
    assert "已用于" in page.editor.fields["code"].message
    assert "没有事项" in page.editor.fields["matters"].message
    press("F9")
    assert told.codes == ["CAT-23"]
    assert page.editor.draft.values["name"] == "错的一件事"


@pytest.mark.req("R084")
def test_a_draft_is_kept_begins_on_its_day_and_is_compared(hall, press, told, clock) -> None:
    page = hall.open("0701")
    press("Ctrl+D")
    write(page, name="开书店一件事", department="区行政审批局", matters="1001、1002")
    press("F9")
    hall.open("0702")
    press("F9")

    page = hall.open("0701")
    state = page.list.model.columnCount() - 1

    def chip():
        place = page.list.model.place(page.editor.draft.key)
        return page.list.model.index(place, state).data()

    write(page, matters="1002", note="改")
    assert chip() == "未保存"
    press("F8")
    assert chip() == "草稿"
    assert page.list.current.entry.open.state is ProposalState.DRAFT
    page = hall.open("0701")
    assert page.editor.draft.values["matters"] == "1002", "the draft is shown again"
    assert "备注：空 → 改" in page.versions.differences.full_text
    assert page.acts.go_button.text() == "提交复核"
    write(page, matters="1002、1001")
    page.acts.day.setText("2026-12-01")
    press("F9")
    other = hall.open("0702")
    assert "批准后自 2026-12-01 起生效" in other.list.stands.full_text
    press("F9")
    (found,) = catalogue.catalogue(hall.session).packages.values()
    assert found.version == 1
    assert "第 2 版自 2026-12-01 起生效" in other.list.stands.full_text
    other.versions.new.setCurrentIndex(other.versions.new.findData(1))
    assert other.versions.differences.full_text == "没有差异"
    clock.pass_(days=7)
    (found,) = catalogue.catalogue(hall.session).packages.values()
    assert (found.version, found.matters) == (2, ("1-2", "1-1"))
    assert told.codes == []


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.25)])
def test_nothing_is_cut(hall, press, theme: str, scale: float) -> None:
    page = hall.open("0701", theme, scale)
    press("Ctrl+D")
    write(page, name="开书店一件事", department="区行政审批局", matters="1002")
    answer(page, press, question="自己供水吗？", answer="是", matters="1001")
    size = next(size for at, size in SIZES if at == scale)
    page.window().resize(*size)
    for _ in range(3):  # a window that is no longer low gives its parts their room back
        QApplication.processEvents()
    assert clipped(page) == []

"""Catalogue administration by keyboard alone, over a real store."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import msgspec
import openpyxl
import pytest
from page_looks import clipped, reachable
from PySide6.QtWidgets import QApplication

from zcdesk.catalogue.files import read_xlsx, write_xlsx
from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.matter import Confidence, Material
from zcdesk.domain.proposal import ProposalState
from zcdesk.operations import catalogue, catalogue_sheet, clerks, proposals
from zcdesk.ui.catalogue.page import CataloguePage

BASIS = "出版管理条例第三十五条"


@pytest.fixture
def hall(page_session, page_desk, show):
    """The page as an editor of one department, a supervisor and an auditor see it."""
    people = {
        "0701": ("周维", Role.EDITOR),
        "0702": ("钱主管", Role.SUPERVISOR),
        "0703": ("孙审", Role.AUDITOR),
    }
    with page_session.as_clerk("0001").transaction() as tx:
        for number, (name, role) in people.items():
            body = ClerkSet(
                staff_no=number, name=name, roles=(role,), departments=("区行政审批局",)
            )
            tx.append(NewAct(subject=f"clerk:{number}", body=body))

    def open_(staff_no: str, theme: str = "light", scale: float = 1.0) -> CataloguePage:
        session = page_session.as_clerk(staff_no)
        page_desk.set_session(session, clerks.clerk_of(session))
        page = CataloguePage(page_desk)
        page.window_ = show(page, "normal", theme, scale)
        page.activate()
        return page

    return SimpleNamespace(open=open_, session=page_session, editor=page_session.as_clerk("0701"))


def state_of(hall, key: str) -> ProposalState:
    return catalogue_sheet.sheet(hall.editor, key).proposal.state


def put(page: CataloguePage, part: str, **texts: str) -> None:
    for key, text in texts.items():
        page.editor.forms[part].fields[key].set_text(text)


def lacking(page: CataloguePage) -> list[str]:
    return [finding.rule for finding in page.beside.found.rows]


@pytest.mark.req("R145", "R109")
def test_a_change_goes_from_the_keys_of_one_to_those_of_another(hall, press, told) -> None:
    page = hall.open("0701")
    press("F6")
    press.type("1002")
    press("Enter")
    assert page.sheet.row.matter.key == "1-2"
    put(page, "evidence", legal_basis=BASIS)
    put(page, "limits", promised_days="6")
    press("F8")
    assert state_of(hall, "1-2") is ProposalState.DRAFT
    press("F9")
    assert state_of(hall, "1-2") is ProposalState.SUBMITTED
    assert "承诺时限：10 → 6" in page.beside.versions.differences.full_text
    assert catalogue.matter(hall.session, "1-2").promised_days == 10

    other = hall.open("0702")
    other.list.show_standing("submitted")
    assert other.acts.go_button.text() == "批准发布"
    press("F9")
    now = catalogue.matter(hall.session, "1-2")
    assert (now.version, now.promised_days, now.author) == (2, 6, "周维")
    assert told.codes == []


def test_the_check_speaks_while_typing_and_leads_to_the_field(hall, press, qtbot) -> None:
    page = hall.open("0701")
    page.list.go_to("1-2")
    put(page, "evidence", legal_basis=BASIS)
    page.editor.show_part("materials")
    page.editor.materials.view.setFocus()
    press("F2")
    name = QApplication.focusWidget()
    with qtbot.waitSignal(page.editor.checked):
        name.setText("法律法规规定的其他材料")
    assert lacking(page) == ["catch-all"]
    assert "兜底" in page.editor.materials.form.fields["name"].message
    press("F9")
    assert page.acts.go_button.isEnabled()
    assert catalogue_sheet.sheet(hall.editor, "1-2").proposal is None, "not handed in"
    page.editor.show_part("basic")
    page.beside.findings.setFocus()
    press("Enter")
    assert QApplication.focusWidget() is name
    with qtbot.waitSignal(page.editor.checked):
        name.setText("经营场所平面图")
    assert lacking(page) == []
    assert page.beside.verdict.full_text == "检查：通过"


def test_materials_are_put_in_moved_and_taken_out_by_keys(hall, press) -> None:
    page = hall.open("0701")
    page.list.go_to("1-2")
    page.editor.show_part("materials")
    page.editor.materials.view.setFocus()
    before = [m.name for m in catalogue.matter(hall.session, "1-2").materials]
    press("Ins")
    page.editor.materials.form.fields["name"].set_text("消防安全承诺书")
    press("Esc", "Ctrl+Up")
    names = [str(line.values.get("name")) for line in page.editor.materials.model.rows]
    assert names == ["消防安全承诺书", *before]
    press("Del", "Del")
    names = [str(line.values.get("name")) for line in page.editor.materials.model.rows]
    assert names == before[1:]


@pytest.mark.req("R109", "R118")
def test_evidence_and_confidence_of_each_fact(hall, press) -> None:
    page = hall.open("0701")
    page.list.go_to("1-2")
    put(page, "evidence", legal_basis=BASIS, evidence="区局 2026-11-20 书面回函")
    page.editor.show_part("materials")
    form = page.editor.materials.form
    form.fields["evidence"].set_text("回函附件二")
    box = form.fields["confidence"].edit
    box.setCurrentIndex(box.findData("confirmed"))
    box.activated.emit(box.currentIndex())
    press("F9")
    made = catalogue_sheet.sheet(hall.editor, "1-2").proposal.matter
    assert made.evidence == "区局 2026-11-20 书面回函"
    first = made.materials[0]
    assert (first.evidence, first.confidence) == ("回函附件二", Confidence.CONFIRMED)
    assert made.confidence is Confidence.UNVERIFIED


def test_typing_is_kept_while_another_matter_is_looked_at(hall) -> None:
    page = hall.open("0701")
    page.list.go_to("1-2")
    put(page, "limits", promised_days="4")
    page.list.go_to("4-1")
    assert page.editor.forms["limits"].fields["promised_days"].text() == ""
    assert page.list.unsaved == {"1-2"}
    model = page.list.model
    typed = model.index(model.place("1-2"), model.columnCount() - 1)
    assert typed.data() == "未保存"
    page.list.go_to("1-2")
    assert page.editor.forms["limits"].fields["promised_days"].text() == "4"
    page.drop()
    assert page.editor.forms["limits"].fields["promised_days"].text() == "10"
    assert typed.data() != "未保存"


def test_two_who_change_one_matter_at_once_see_each_other(hall, press, told) -> None:
    page = hall.open("0701")
    page.list.go_to("1-2")
    put(page, "limits", promised_days="4")
    admin = hall.session.as_clerk("0001")
    theirs = msgspec.structs.replace(catalogue.matter(admin, "1-2"), promised_days=7)
    proposals.save(admin, theirs, seen=0)
    press("F8")
    assert told.codes == ["CAT-21"]
    told.raised[-1].handlers["reload"]()
    assert page.editor.forms["limits"].fields["promised_days"].text() == "4", "nothing is lost"
    page.beside.versions.old.setCurrentIndex(page.beside.versions.old.findData("draft"))
    assert "承诺时限：7 → 4" in page.beside.versions.differences.full_text
    press("F8")
    assert catalogue_sheet.sheet(admin, "1-2").proposal.editors == ("0001", "0701")


def test_what_is_returned_and_what_is_withdrawn_say_why(hall, press, told) -> None:
    page = hall.open("0701")
    page.list.go_to("4-1")
    page.acts.withdraw_button.click()
    page.acts.form.fields["reason"].set_text("下放街道")
    press("Ctrl+Enter")
    assert state_of(hall, "4-1") is ProposalState.SUBMITTED
    other = hall.open("0702")
    other.list.go_to("4-1")
    assert "申请停办：下放街道" in other.beside.state.full_text
    press("F4")
    other.acts.form.fields["reason"].set_text("先办理移交")
    press("Ctrl+Enter")
    assert state_of(hall, "4-1") is ProposalState.RETURNED
    page = hall.open("0701")
    page.list.go_to("4-1")
    assert "钱主管退回：先办理移交" in page.beside.state.full_text


def test_an_auditor_reads_and_changes_nothing(hall, press) -> None:
    page = hall.open("0703")
    page.list.go_to("1-2")
    page.editor.begin()
    press("X", "F8", "F9")
    assert page.editor.forms["basic"].fields["name"].text() == "出版物零售业务经营许可"
    assert catalogue_sheet.sheet(hall.editor, "1-2").proposal is None
    assert not page.acts.go_button.isEnabled()


def test_a_copy_is_a_new_matter_with_a_code_of_its_own(hall, press) -> None:
    page = hall.open("0701")
    page.list.go_to("1-2")
    page.list.view.setFocus()
    press("Ctrl+D")
    put(page, "basic", name="出版物零售业务经营许可（变更）")
    put(page, "evidence", legal_basis=BASIS)
    press("F9")
    row = next(r for r in catalogue_sheet.rows(hall.editor) if r.matter.key == "h-1003")
    assert (row.version, row.proposal.state) == (0, ProposalState.SUBMITTED)


def test_a_table_with_a_mistake_is_shown_line_by_line_and_changes_nothing(
    hall, press, tmp_path: Path, told
) -> None:
    good = msgspec.structs.replace(
        catalogue.matter(hall.session, "1-2"), promised_days=4, legal_basis=BASIS
    )
    bad = msgspec.structs.replace(
        good, key="h-1", code="1", name="错", materials=(Material(name="其他材料"),)
    )
    path = tmp_path / "部门表.xlsx"
    write_xlsx(path, (good, bad))
    page = hall.open("0701")
    press("Ctrl+I")
    page.table.folder = tmp_path
    page.table.file.set_text(str(path))
    press("Enter")
    assert [(f.row, f.rule) for f in page.table.model.rows] == [
        ("事项!3", "code"),
        ("材料!6", "catch-all"),
    ]
    assert "什么也没有导入" in page.table.told.full_text
    press("F9", "Ctrl+E")
    assert catalogue_sheet.sheet(hall.editor, "1-2").proposal is None
    (report,) = tmp_path.glob("部门表要改的地方*.xlsx")
    assert [c.value for c in openpyxl.load_workbook(report).active[2]][:2] == ["事项!3", "编码"]

    write_xlsx(path, (good,))
    page.table.file.setFocus()
    press("Enter", "F9")
    assert state_of(hall, "1-2") is ProposalState.SUBMITTED
    assert told.notes[-1] == "已提交 1 个事项待复核，0 个没有变化"
    assert page.stack.currentWidget() is page.main


def test_the_list_goes_out_as_a_table_the_import_reads(hall, press, tmp_path: Path) -> None:
    page = hall.open("0701")
    page.exporting.folder = tmp_path
    press("Ctrl+E")
    (path,) = tmp_path.glob("事项目录*.xlsx")
    assert {m.key for m in read_xlsx(path)} == {r.matter.key for r in page.list.model.rows}


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 1.25)])
def test_nothing_is_cut_and_everything_is_reached(hall, theme: str, scale: float) -> None:
    page = hall.open("0702", theme, scale)
    page.list.go_to("1-2")
    for part in page.editor.forms:
        page.editor.show_part(part)
        assert clipped(page.window_) == []
    assert {page.list.box, page.acts.day, page.beside.versions.old} <= reachable(page)


def test_the_preview_shows_the_draft_as_a_window_will_see_it(hall, press) -> None:
    page = hall.open("0701")
    page.list.go_to("1-2")
    put(page, "limits", promised_days="6")
    page.editor.show_part("materials")
    page.editor.materials.view.setFocus()
    press("Ins")
    page.editor.materials.form.fields["name"].set_text("消防安全承诺书")
    page.editor.show_part("preview")
    page.editor.begin()
    preview = page.editor.preview
    assert "承诺 6 工作日" in preview.facts.full_text
    names = [shown.row.name for shown in preview.model.rows]
    before = catalogue.matter(hall.session, "1-2")
    assert "消防安全承诺书" in names
    assert {m.name for m in before.materials} - {"申请登记表"} <= {*names, "申请登记表"}
    press("Right")
    assert preview.choice.value == "receipt"
    assert "收件通知书" in preview.paper.text
    assert "未收" not in preview.paper.text, "as if every paper had been handed in"
    assert "消防安全承诺书" in preview.paper.text
    press("Right")
    assert "办事指南" in preview.paper.text
    assert "6 个工作日" in preview.paper.text
    assert "消防安全承诺书" in preview.paper.text
    assert catalogue.matter(hall.session, "1-2") == before, "nothing was published by looking"
    assert catalogue_sheet.sheet(hall.editor, "1-2").proposal is None


def test_the_preview_waits_for_what_is_to_mend_and_keeps_a_secret(hall) -> None:
    page = hall.open("0701")
    page.list.go_to("1-2")
    put(page, "limits", promised_days="六天")
    page.editor.show_part("preview")
    preview = page.editor.preview
    assert preview.shown is None
    assert preview.empty.isVisible()
    put(page, "limits", promised_days="6")
    box = page.editor.forms["basic"].fields["secrecy"].edit
    box.setCurrentIndex(box.findData("secret"))
    box.activated.emit(box.currentIndex())
    page.editor.check()
    assert preview.shown is None
    assert "涉密" in preview.empty.sentence.full_text

"""A department's table comes in as a whole or not at all, and every mistake names its line."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import msgspec
import openpyxl
import pytest
import xlsxwriter

from zcdesk.catalogue.files import read_raw, write_xlsx
from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.matter import Material, Matter, WindowCategory
from zcdesk.domain.proposal import Proposal, ProposalState
from zcdesk.errors import NotAllowed
from zcdesk.operations import catalogue, catalogue_table, proposals

ROWS, MISTAKES = 1000, 50


@pytest.fixture
def editor(session):
    with session.as_clerk("0001").transaction() as tx:
        body = ClerkSet(
            staff_no="0701", name="周维", roles=(Role.EDITOR,), departments=("区行政审批局",)
        )
        tx.append(NewAct(subject="clerk:0701", body=body))
    return session.as_clerk("0701")


def made(number: int) -> Matter:
    return Matter(
        key=f"h-{number}",
        code=str(number),
        name=f"示例事项第{number}项",
        department="区行政审批局",
        categories=(WindowCategory.SOCIAL,),
        statutory_days=20,
        promised_days=10,
        legal_basis="示例条例第三条",
        materials=(Material(name="申请表"), Material(name="营业执照")),
    )


def spoil(path: Path, seed: int) -> set[str]:
    """Put fifty mistakes of five kinds into the workbook, one to a row; return the rows."""
    book = openpyxl.load_workbook(path)
    sheets = {"事项": book["事项"], "材料": book["材料"]}
    heads = {name: {c.value: c.column for c in sheet[1]} for name, sheet in sheets.items()}
    kinds = (
        ("事项", "承诺时限", 99),
        ("事项", "承诺时限", "尽快"),
        ("事项", "编码", ""),
        ("材料", "材料名称", "法律法规规定的其他材料"),
        ("材料", "份数", "若干"),
    )
    chance, spoilt = random.Random(seed), set()
    for number in range(MISTAKES):
        sheet, head, value = kinds[number % len(kinds)]
        row = chance.choice([r for r in range(2, ROWS + 2) if f"{sheet}!{r}" not in spoilt])
        cell = sheets[sheet].cell(row, heads[sheet][head])
        cell.value = f"{number}A" if head == "编码" else value
        spoilt.add(f"{sheet}!{row}")
    book.save(path)
    return spoilt


def names(done: catalogue_table.Imported) -> list[str]:
    return [proposal.matter.name for proposal in done.proposed]


def all_proposals(session) -> list[Proposal]:
    with session.reading() as store:
        return [proposal for _, proposal in store.states(Proposal)]


def test_a_thousand_rows_with_fifty_mistakes_name_fifty_lines_and_change_nothing(
    editor, tmp_path: Path
) -> None:
    path = tmp_path / "部门表.xlsx"
    write_xlsx(path, (made(1000 + n) for n in range(ROWS)))
    spoilt = spoil(path, 20261124)
    done = catalogue_table.take_in(editor, read_raw(path))
    assert (done.rows, done.proposed) == (ROWS, ())
    assert {finding.row for finding in done.findings} == spoilt
    assert Counter(f.rule for f in done.findings) == {
        "limit": 10,
        "value": 20,
        "code": 10,
        "catch-all": 10,
    }
    assert all(finding.message and finding.instead for finding in done.findings)
    assert all_proposals(editor) == []
    assert len(catalogue.catalogue(editor).matters) == 4


@pytest.mark.req("R032")
def test_a_clean_table_is_handed_in_as_a_whole_and_approved_one_by_one(
    editor, tmp_path: Path
) -> None:
    old = catalogue.matter(editor, "1-2")
    mended = msgspec.structs.replace(old, promised_days=5, legal_basis="出版管理条例第三十五条")
    same = catalogue.matter(editor, "4-1")
    path = tmp_path / "部门表.xlsx"
    write_xlsx(path, (mended, same, made(2001)))
    done = catalogue_table.take_in(editor, read_raw(path), effective="2026-12-01")
    assert (done.rows, names(done), done.same) == (3, [old.name, made(2001).name], 1)
    found = {p.matter.key: p for p in all_proposals(editor)}
    assert {p.state for p in found.values()} == {ProposalState.SUBMITTED}
    assert {p.effective for p in found.values()} == {"2026-12-01"}
    admin = editor.as_clerk("0001")
    assert proposals.approve(admin, "1-2", seen=1).version == 2
    assert catalogue.matter(editor, "1-2").version == 1  # its day has not come


@pytest.mark.req("R031", "R119")
def test_a_departments_own_table_knows_no_keys(editor, tmp_path: Path) -> None:
    """Known by department and name; what the hall alone says (category, code) stays."""
    path = tmp_path / "自己的表.xlsx"
    book = xlsxwriter.Workbook(str(path))
    first, second = book.add_worksheet("事项"), book.add_worksheet("材料")
    first.write_row(0, 0, ("事项名称", "实施部门", "联系人", "承诺时限", "法定依据"))
    first.write_row(1, 0, ("出版物零售业务经营许可", "区行政审批局", "某某", 6, "条例第三十五条"))
    second.write_row(0, 0, ("事项名称", "材料名称", "材料形式"))
    second.write_row(1, 0, ("出版物零售业务经营许可", "申请表", "原件"))
    book.close()
    done = catalogue_table.take_in(editor, read_raw(path))
    assert names(done) == ["出版物零售业务经营许可"]
    (found,) = all_proposals(editor)
    old = catalogue.matter(editor, "1-2")
    assert (found.matter.key, found.matter.code, found.matter.categories) == (
        "1-2",
        "1002",
        old.categories,
    )


def test_what_the_hall_has_against_a_row_is_said_with_the_row(editor, tmp_path: Path) -> None:
    admin = editor.as_clerk("0001")
    basis = {"legal_basis": "条例第三条"}
    theirs = msgspec.structs.replace(catalogue.matter(editor, "1-2"), promised_days=2, **basis)
    proposals.save(admin, theirs, seen=0)
    foreign = msgspec.structs.replace(catalogue.matter(editor, "1-1"), promised_days=2)
    stolen = msgspec.structs.replace(made(2002), code="4001")
    path = tmp_path / "表.xlsx"
    write_xlsx(path, (theirs, foreign, stolen, made(2003)))
    done = catalogue_table.take_in(editor, read_raw(path))
    assert [(f.row, f.rule) for f in done.findings] == [
        ("事项!2", "draft"),
        ("事项!3", "department"),
        ("事项!4", "code"),
    ]
    assert [p.by for p in all_proposals(editor)] == ["0001"]


def test_an_empty_table_and_a_clerk_bring_in_nothing(session, editor, tmp_path: Path) -> None:
    path = tmp_path / "空.xlsx"
    write_xlsx(path, ())
    assert [f.rule for f in catalogue_table.take_in(editor, read_raw(path)).findings] == ["empty"]
    with pytest.raises(NotAllowed):
        catalogue_table.take_in(session, read_raw(path))


def test_two_persons_at_one_keyboard_publish_a_table(session, editor, tmp_path: Path) -> None:
    admin = editor.as_clerk("0001")
    path = tmp_path / "表.xlsx"
    write_xlsx(path, (made(2001), made(2002)))
    with pytest.raises(NotAllowed) as refused:
        catalogue_table.publish(admin, admin, read_raw(path))
    assert refused.value.code == "CAT-27"
    assert len(catalogue.catalogue(session).matters) == 4
    for proposal in all_proposals(session):
        proposals.drop(admin, proposal.matter.key, seen=proposal.saves)
    assert len(catalogue_table.publish(editor, admin, read_raw(path)).proposed) == 2
    found = catalogue.catalogue(session).matters
    assert (found["h-2001"].author, found["h-2001"].approver) == ("周维", "王主任")


@pytest.mark.req("R039")
def test_one_sheet_with_a_paper_to_a_row_is_a_table_too(editor, tmp_path: Path) -> None:
    path = tmp_path / "一张表.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("材料清单")
    sheet.write_row(0, 0, ("事项名称", "实施部门", "法定依据", "材料名称", "份数"))
    whose = ("出版物零售业务经营许可", "区行政审批局", "条例第三十五条")
    sheet.write_row(1, 0, (*whose, "申请表", 1))
    sheet.write_row(2, 0, (*whose, "其他材料", 1))
    book.close()
    done = catalogue_table.take_in(editor, read_raw(path))
    assert [(f.row, f.rule) for f in done.findings] == [("材料清单!3", "catch-all")]
    assert all_proposals(editor) == []

"""The sheet for typing a case again elsewhere: in order, masked, printable."""

from __future__ import annotations

import json

import pytest
from fix_cases import People, received
from openpyxl import load_workbook

from zcdesk.domain.papers import PaperKind
from zcdesk.errors import StoreError
from zcdesk.operations import reentry


def test_a_sheet_holds_the_case_in_order_and_no_number_in_full(staff: People) -> None:
    case_id = received(staff.clerk)
    sheet = reentry.sheet(staff.clerk, case_id, "区平台")
    assert [e.no for e in sheet.entries] == list(range(1, len(sheet.entries) + 1))
    said = {e.label: e.value for e in sheet.entries}
    assert said["事项名称"] == "饮用水供水单位卫生许可"
    assert "*" in said["证件号码"]
    assert "*" in said["联系电话"]
    assert sheet.materials[0].name == "申请表"
    assert reentry.queue(staff.clerk, case_id, "区平台").kind is PaperKind.REENTRY


def test_the_sheet_as_a_spreadsheet_holds_text_and_no_formula(staff: People, tmp_path) -> None:
    sheet = reentry.sheet(staff.clerk, received(staff.clerk), "=1+1")
    path = reentry.write(sheet, tmp_path / "sheet.xlsx")
    book = load_workbook(path)
    rows = list(book["二次录入单"].iter_rows(min_row=2, values_only=True))
    assert [row[2:] for row in rows] == [(e.label, e.value or None) for e in sheet.entries]
    assert all(cell.data_type != "f" for row in book["二次录入单"] for cell in row)
    assert book["材料"]["A1"].value == "申请表"


def test_the_sheet_as_json_says_what_the_paper_says(staff: People, tmp_path) -> None:
    sheet = reentry.sheet(staff.clerk, received(staff.clerk), "区平台")
    said = json.loads(reentry.write(sheet, tmp_path / "sheet.json").read_text("utf-8"))
    assert (said["schema"], said["system"]) == ("zcdesk.reentry/1", "区平台")
    assert [field["value"] for field in said["fields"]] == [e.value for e in sheet.entries]
    assert said["materials"][0]["name"] == "申请表"


def test_a_folder_that_takes_no_file_is_said(staff: People, tmp_path) -> None:
    sheet = reentry.sheet(staff.clerk, received(staff.clerk), "区平台")
    for name in ("gone/sheet.xlsx", "gone/sheet.json"):
        with pytest.raises(StoreError, match="REV-15"):
            reentry.write(sheet, tmp_path / name)

"""The sheet for typing a case again elsewhere: in order, masked, printable."""

from __future__ import annotations

from fix_cases import People, received

from zcdesk.domain.papers import PaperKind
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

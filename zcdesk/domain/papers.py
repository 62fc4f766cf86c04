"""What each paper (文书) prints, as frozen values: content only, no layout.

`zcdesk.forms` turns a paper into a PDF or thermal bytes. Never an unmasked number: values arrive
masked (`domain.identity`) and a paper refuses to be made with a bare one. The values themselves
stand in `papers_counter`, `papers_review`, `papers_lists` and `papers_guide`.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TypeVar

import msgspec

from zcdesk.domain.papers_counter import (
    AmendedReceiptPaper,
    CasePaper,
    Change,
    CustodyLine,
    NoticePaper,
    PromisePaper,
    ReceiptPaper,
    ShiftPaper,
    SummaryPaper,
    SummaryRow,
    TicketPaper,
    VoidPaper,
    VoucherPaper,
)
from zcdesk.domain.papers_guide import FlowPaper, GuidePaper, MaterialListPaper
from zcdesk.domain.papers_lists import (
    ArchivePaper,
    DeliveryPaper,
    DeliveryTransferPaper,
    HandoverPaper,
    MaterialsReturnPaper,
    PostListPaper,
    ReentryPaper,
    ResultHandoverPaper,
)
from zcdesk.domain.papers_parts import (
    NO_LIMIT,
    Contact,
    LackLine,
    MaterialLine,
    MatterLine,
    PaperHead,
    Party,
    Unfit,
    day_text,
    document_number,
)
from zcdesk.domain.papers_report import AssessmentPaper, ErasurePaper, RecoveryPaper, ReportPaper
from zcdesk.domain.papers_review import (
    AcceptancePaper,
    CorrectionPaper,
    ExtensionPaper,
    GrantPaper,
    RefusalPaper,
    RejectionPaper,
    SpecialStepPaper,
    SupervisionPaper,
    TerminationPaper,
    WithdrawalPaper,
)
from zcdesk.domain.qr import qr_payload

__all__ = [
    "NO_LIMIT",
    "TITLES",
    "CasePaper",
    "Change",
    "Contact",
    "CustodyLine",
    "LackLine",
    "MaterialLine",
    "MatterLine",
    "NoticePaper",
    "Paper",
    "PaperHead",
    "PaperKind",
    "Party",
    "PromisePaper",
    "ReceiptPaper",
    "ShiftPaper",
    "SummaryPaper",
    "SummaryRow",
    "TicketPaper",
    "Unfit",
    "VoucherPaper",
    "as_copy",
    "as_reprint",
    "day_text",
    "document_number",
    "kind_of",
    "qr_payload",
    "title",
    "type_of",
]


class PaperKind(StrEnum):
    """Every paper; the value names files, print jobs and `zcdesk form`."""

    RECEIPT = "receipt"
    NOTICE = "notice"
    PROMISE = "promise"
    VOUCHER = "voucher"
    SUMMARY = "summary"
    TICKET = "ticket"
    SHIFT = "shift"
    AMENDED_RECEIPT = "amended-receipt"
    VOID = "void"
    ACCEPTANCE = "acceptance"
    REJECTION = "rejection"
    CORRECTION = "correction"
    SPECIAL_STEP = "special-step"
    EXTENSION = "extension"
    GRANT = "grant"
    REFUSAL = "refusal"
    WITHDRAWAL = "withdrawal"
    TERMINATION = "termination"
    SUPERVISION = "supervision"
    HANDOVER = "handover"
    RESULT_HANDOVER = "result-handover"
    DELIVERY = "delivery"
    DELIVERY_TRANSFER = "delivery-transfer"
    POST_LIST = "post-list"
    MATERIALS_RETURN = "materials-return"
    REENTRY = "reentry"
    ARCHIVE = "archive"
    GUIDE = "guide"
    MATERIAL_LIST = "material-list"
    FLOW = "flow"
    REPORT = "report"
    ASSESSMENT = "assessment"
    ERASURE = "erasure"
    RECOVERY = "recovery"


TITLES: dict[PaperKind, str] = {
    PaperKind.RECEIPT: "收件通知书",
    PaperKind.NOTICE: "一次性告知书",
    PaperKind.PROMISE: "容缺受理承诺书",
    PaperKind.VOUCHER: "材料接收凭证",
    PaperKind.SUMMARY: "汇总清单",
    PaperKind.TICKET: "取号单",
    PaperKind.SHIFT: "交接班单",
    PaperKind.AMENDED_RECEIPT: "收件通知书（更正）",
    PaperKind.VOID: "收件作废告知书",
    PaperKind.ACCEPTANCE: "受理通知书",
    PaperKind.REJECTION: "不予受理通知书",
    PaperKind.CORRECTION: "材料补齐补正通知书",
    PaperKind.SPECIAL_STEP: "特别程序告知书",
    PaperKind.EXTENSION: "延长审批期限告知书",
    PaperKind.GRANT: "准予行政许可决定书",
    PaperKind.REFUSAL: "不予行政许可决定书",
    PaperKind.WITHDRAWAL: "撤回申请书",
    PaperKind.TERMINATION: "终止办理告知书",
    PaperKind.SUPERVISION: "督办单",
    PaperKind.HANDOVER: "材料交接表",
    PaperKind.RESULT_HANDOVER: "办理结果交接表",
    PaperKind.DELIVERY: "送达回执",
    PaperKind.DELIVERY_TRANSFER: "送达回执移交清单",
    PaperKind.POST_LIST: "寄递清单",
    PaperKind.MATERIALS_RETURN: "材料退还清单",
    PaperKind.REENTRY: "二次录入单",
    PaperKind.ARCHIVE: "办件档案移交目录",
    PaperKind.GUIDE: "办事指南",
    PaperKind.MATERIAL_LIST: "申请材料清单",
    PaperKind.FLOW: "办理流程图",
    PaperKind.REPORT: "政务服务报表",
    PaperKind.ASSESSMENT: "窗口人员考核表",
    PaperKind.ERASURE: "个人信息销毁证明",
    PaperKind.RECOVERY: "数据恢复纸",
}

Paper = (
    ReceiptPaper
    | NoticePaper
    | PromisePaper
    | VoucherPaper
    | SummaryPaper
    | TicketPaper
    | ShiftPaper
    | AmendedReceiptPaper
    | VoidPaper
    | AcceptancePaper
    | RejectionPaper
    | CorrectionPaper
    | SpecialStepPaper
    | ExtensionPaper
    | GrantPaper
    | RefusalPaper
    | WithdrawalPaper
    | TerminationPaper
    | SupervisionPaper
    | HandoverPaper
    | ResultHandoverPaper
    | DeliveryPaper
    | DeliveryTransferPaper
    | PostListPaper
    | MaterialsReturnPaper
    | ReentryPaper
    | ArchivePaper
    | GuidePaper
    | MaterialListPaper
    | FlowPaper
    | ReportPaper
    | AssessmentPaper
    | ErasurePaper
    | RecoveryPaper
)
_P = TypeVar("_P", bound=Paper)


def kind_of(paper: Paper) -> PaperKind:
    """Tell the kind of a paper."""
    return PaperKind(str(paper.__struct_config__.tag))


def type_of(kind: PaperKind) -> type[Paper]:
    """Give the type of a kind's values."""
    return _TYPES[kind]


def title(paper: Paper) -> str:
    """Give the title a paper carries."""
    return TITLES[kind_of(paper)]


def as_copy(paper: _P, label: str) -> _P:
    """Give the same paper as another copy: 申请人联, 随件联."""
    return msgspec.structs.replace(
        paper, head=msgspec.structs.replace(paper.head, copy_label=label)
    )


def as_reprint(paper: _P, times: int, by: str, at: datetime) -> _P:
    """Give the same paper marked 补打 第 `times` 次."""
    head = msgspec.structs.replace(paper.head, reprint=times, reprint_by=by, reprint_at=at)
    return msgspec.structs.replace(paper, head=head)


_TYPES: dict[PaperKind, type[Paper]] = {
    PaperKind(str(one.__struct_config__.tag)): one for one in Paper.__args__
}

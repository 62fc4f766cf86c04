"""One invented paper of each kind, for trial prints, commands and tests.

All people, firms and numbers are made up, with right check digits; names hold rare characters on
purpose. Never printed by the counter.
"""

from __future__ import annotations

from collections.abc import Callable

from zcdesk.domain.papers import Paper, PaperKind
from zcdesk.forms import samples_counter as counter
from zcdesk.forms import samples_guide as guide
from zcdesk.forms import samples_lists as lists
from zcdesk.forms import samples_official as official
from zcdesk.forms import samples_security as security
from zcdesk.forms.samples_people import AT, HALL

__all__ = ["AT", "HALL", "sample"]


def sample(kind: PaperKind) -> Paper:
    """Make the sample of a kind."""
    return _MAKERS[kind]()


_MAKERS: dict[PaperKind, Callable[[], Paper]] = {
    PaperKind.RECEIPT: counter.receipt,
    PaperKind.NOTICE: counter.notice,
    PaperKind.PROMISE: counter.promise,
    PaperKind.VOUCHER: counter.voucher,
    PaperKind.SUMMARY: counter.summary,
    PaperKind.TICKET: counter.ticket,
    PaperKind.SHIFT: counter.shift,
    PaperKind.AMENDED_RECEIPT: counter.amended_receipt,
    PaperKind.VOID: counter.void,
    PaperKind.ACCEPTANCE: official.acceptance,
    PaperKind.REJECTION: official.rejection,
    PaperKind.CORRECTION: official.correction,
    PaperKind.SPECIAL_STEP: official.special_step,
    PaperKind.EXTENSION: official.extension,
    PaperKind.GRANT: official.grant,
    PaperKind.REFUSAL: official.refusal,
    PaperKind.WITHDRAWAL: official.withdrawal,
    PaperKind.TERMINATION: official.termination,
    PaperKind.SUPERVISION: official.supervision,
    PaperKind.HANDOVER: lists.handover,
    PaperKind.RESULT_HANDOVER: lists.result_handover,
    PaperKind.DELIVERY: lists.delivery,
    PaperKind.DELIVERY_TRANSFER: lists.delivery_transfer,
    PaperKind.POST_LIST: lists.post_list,
    PaperKind.MATERIALS_RETURN: lists.materials_return,
    PaperKind.REENTRY: lists.reentry,
    PaperKind.ARCHIVE: lists.archive,
    PaperKind.GUIDE: guide.guide,
    PaperKind.MATERIAL_LIST: guide.material_list,
    PaperKind.FLOW: guide.flow,
    PaperKind.REPORT: lists.report,
    PaperKind.ASSESSMENT: lists.assessment,
    PaperKind.ERASURE: security.erasure,
    PaperKind.RECOVERY: security.recovery,
}

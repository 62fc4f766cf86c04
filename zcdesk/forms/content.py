"""Turns a paper into blocks: which words stand where, the same for A4 and thermal slip.

Each family of papers has its module; this one only knows which. Never a layout measure here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from zcdesk.domain.papers import TITLES, Paper, PaperKind, kind_of
from zcdesk.forms import counter, guides, lists, official, statistics
from zcdesk.forms.blocks import Block, Document
from zcdesk.forms.frame import heading
from zcdesk.forms.wording import Say, Wording, shipped

Compose = Callable[[Any, Say], tuple[Block, ...]]


def compose(paper: Paper, wording: Wording | None = None) -> Document:
    """Lay down what the paper says, in order; without `wording` in the shipped words."""
    kind = kind_of(paper)
    body = _BODIES[kind](paper, (wording or shipped()).of(kind.value))
    return Document(TITLES[kind], paper.head.number, (heading(paper), *body), kind in _WIDE)


_WIDE = frozenset(
    {
        PaperKind.HANDOVER,
        PaperKind.RESULT_HANDOVER,
        PaperKind.DELIVERY_TRANSFER,
        PaperKind.POST_LIST,
    }
)

_BODIES: dict[PaperKind, Compose] = {
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
    PaperKind.GUIDE: guides.guide,
    PaperKind.MATERIAL_LIST: guides.material_list,
    PaperKind.FLOW: guides.flow,
    PaperKind.REPORT: statistics.report,
    PaperKind.ASSESSMENT: statistics.assessment,
    PaperKind.ERASURE: statistics.erasure,
    PaperKind.RECOVERY: statistics.recovery,
}

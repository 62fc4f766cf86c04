"""Reports of figures, the assessment sheet and the papers of security, as blocks of one layout.

Never a number made here: every cell arrives as text, counted and written by the domain.
"""

from __future__ import annotations

from zcdesk.domain.papers_report import (
    AssessmentPaper,
    ErasurePaper,
    RecoveryPaper,
    ReportPaper,
    ReportTable,
    StatisticsPaper,
)
from zcdesk.forms import tables
from zcdesk.forms.blocks import (
    Align,
    Block,
    Column,
    Pair,
    Pairs,
    Paragraph,
    Row,
    Signatures,
    Slip,
    Table,
)
from zcdesk.forms.frame import caption, foot
from zcdesk.forms.wording import Say

DIGEST = 16


def report(paper: ReportPaper, say: Say) -> tuple[Block, ...]:
    return _paper(paper, say, ("制表人签字", "审核人签字"))


def assessment(paper: AssessmentPaper, say: Say) -> tuple[Block, ...]:
    return _paper(paper, say, ("制表人签字", "本人签字"))


def erasure(paper: ErasurePaper, say: Say) -> tuple[Block, ...]:
    return _paper(paper, say, ("经办人签字", "监督人签字"))


def recovery(paper: RecoveryPaper, say: Say) -> tuple[Block, ...]:
    return _paper(paper, say, ("制作人签字", "保管人签字"))


def _paper(paper: StatisticsPaper, say: Say, signers: tuple[str, ...]) -> tuple[Block, ...]:
    about = (
        Pair("名称", paper.name),
        Pair("范围", paper.scope),
        Pair("制表", f"{paper.head.window}　{paper.head.clerk}".strip("　")),
        Pair("制表时间", tables.moment(paper.head.at)),
        Pair("补报原因", paper.reason),
        Pair("记录摘要", paper.digest.partition(":")[2][:DIGEST]),
    )
    parts: list[Block] = []
    for one in paper.tables:
        parts.append(_table(one))
        if one.note:
            parts.append(Paragraph(one.note, indent=False))
    return (
        caption(paper.head, "编号"),
        Pairs(tuple(pair for pair in about if pair.value)),
        *(Paragraph(text) for text in paper.remarks),
        *parts,
        Paragraph(say("body")),
        Signatures(signers),
        foot(paper.head, say),
    )


_COUNTING = ("行", "序号")
"""A first column that only counts needs little room."""


def _table(one: ReportTable) -> Table:
    first, *rest = one.columns
    if first in _COUNTING:
        lead = Column(first, 12, slip=Slip.LEAD)
    else:
        lead = Column(first, 26 if len(rest) > 1 else 70, Align.LEFT, Slip.NAME)
    share = (100 - lead.share) / max(len(rest), 1)
    columns = (lead, *(Column(title, share, slip=Slip.LABELLED) for title in rest))
    return Table(columns, tuple(Row(row) for row in one.rows), one.title, empty="本期没有数据")

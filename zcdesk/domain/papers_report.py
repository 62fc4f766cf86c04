"""Papers of figures: a period's report and the assessment sheet, as tables with their notes."""

from __future__ import annotations

from collections.abc import Iterator

from zcdesk.domain.papers_counter import HeadedPaper
from zcdesk.domain.papers_parts import Part, missing
from zcdesk.errors import Invalid


class ReportTable(Part, frozen=True, kw_only=True):
    """One table; the first column names its row, every row has a cell for each column."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from missing("table", title=self.title, columns=self.columns)
        if any(len(row) != len(self.columns) for row in self.rows):
            yield Invalid("PAP-06", "table.rows")


class StatisticsPaper(HeadedPaper, frozen=True, kw_only=True):
    """Figures on paper.

    Attributes:
        name: 2026年11月月报, with what it is about.
        scope: the hall or the department.
        reason: of a 补报; empty for a first issue.
        digest: of the act the figures are frozen in; empty while they are not.
    """

    name: str
    scope: str
    tables: tuple[ReportTable, ...]
    reason: str = ""
    digest: str = ""
    remarks: tuple[str, ...] = ()

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("report", name=self.name, scope=self.scope)


class ReportPaper(StatisticsPaper, frozen=True, kw_only=True, tag="report"):
    """政务服务报表."""


class ErasurePaper(StatisticsPaper, frozen=True, kw_only=True, tag="erasure"):
    """个人信息销毁证明: what was destroyed when and how much of it; never whose."""


class RecoveryPaper(StatisticsPaper, frozen=True, kw_only=True, tag="recovery"):
    """恢复纸: the secret half of the hall's recovery key, for the safe; never spooled."""


class AssessmentPaper(StatisticsPaper, frozen=True, kw_only=True, tag="assessment"):
    """窗口人员考核表: never a ranking; each number can be traced."""

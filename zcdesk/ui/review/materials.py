"""The materials of the case on the desk: what was handed in, what was seen, what was found."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zcdesk.domain.case import Case, CaseMaterial
from zcdesk.domain.case_parts import Finding, Lack
from zcdesk.domain.checklist import RowState
from zcdesk.ui.record_words import record_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import CENTRE, ChipState, Column, RowsModel, RowsView
from zcdesk.ui.widgets.chip import chips_width
from zcdesk.ui.words import listed


class MaterialLine(NamedTuple):
    """One material as the list shows it."""

    no: int
    material: CaseMaterial
    finding: Finding | None
    unseen: int


class MaterialsList(RowsView):
    """`show_case(case)`; letters of the review desk act while it has the focus.

    Signals:
        chosen(str): another material is current; digest of its first page, or empty.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = (
            Column[MaterialLine]("", lambda line: str(line.no), width=32, align=CENTRE),
            Column[MaterialLine](self.tr("材料"), _name),
            Column[MaterialLine](self.tr("页"), _pages, width=44, align=CENTRE, style="body"),
            Column[MaterialLine](
                self.tr("审查"), self._word, width=chips_width(96, self._words()), chip=self.chip
            ),
        )
        super().__init__(RowsModel(columns, lambda line: line.material.key, self._spoken), parent)
        self.setObjectName("review_materials")
        self.setAccessibleName(self.tr("材料清单"))
        self.current_changed.connect(self._on_current)

    @property
    def lines(self) -> tuple[MaterialLine, ...]:
        """The materials shown."""
        return self.rows_model.rows

    def show_case(self, case: Case) -> None:
        """Show a case's materials as they stand."""
        found = {finding.material: finding for finding in case.findings}
        unseen = set(case.unseen)
        lines = tuple(
            MaterialLine(no, m, found.get(m.key), sum(page in unseen for page in m.pages))
            for no, m in enumerate(case.materials, 1)
        )
        self.rows_model.set_rows(lines)
        if lines and self.current is None:
            self.set_current(0)

    def go_to_page(self, digest: str) -> None:
        """Make the material current that a page belongs to, without moving the page."""
        line = self.current
        if line is not None and digest in line.material.pages:
            return
        for place, other in enumerate(self.lines):
            if digest in other.material.pages:
                self.blockSignals(True)
                self.set_current(place)
                self.blockSignals(False)
                return

    def go_on(self) -> None:
        """Go to the next material without a finding, if there is one."""
        here = self.current_place
        places = [*range(here + 1, len(self.lines)), *range(here)]
        at = next((i for i in places if self.lines[i].finding is None), None)
        if at is not None:
            self.set_current(at)

    def open_keys(self) -> tuple[str, ...]:
        """Return the materials nobody has found anything about."""
        return tuple(line.material.key for line in self.lines if line.finding is None)

    def lacks(self) -> tuple[Lack, ...]:
        """Return the problems found, as the points of one complete list."""
        return tuple(
            Lack(
                name=line.material.name,
                defective=line.material.state is not RowState.MISSING,
                reason=line.finding.reason,
            )
            for line in self.lines
            if line.finding is not None and not line.finding.fits
        )

    def chip(self, line: MaterialLine) -> ChipState:
        """Return icon, word and colour of how far a material is."""
        if line.finding is not None:
            if line.finding.fits:
                return ChipState("circle-check", self.tr("合格"), Tone.OK)
            return ChipState("circle-x", self.tr("问题"), Tone.DANGER)
        material = line.material
        match material.state:
            case RowState.DEFERRED:
                until = self.tr("容缺 {date}").format(date=material.due[5:])
                return ChipState("clock-hour-4", until, Tone.DEFER)
            case RowState.SHARED | RowState.ON_FILE:
                return ChipState("database-share", self.tr("共享"), Tone.SHARE)
            case _ if line.unseen:
                return ChipState("circle-dashed", self.tr("未看"), Tone.WARN)
            case _ if material.pages:
                return ChipState("eye", self.tr("已看"), Tone.INFO)
            case _:
                return ChipState("file-text", self.tr("纸质"), Tone.NEUTRAL)

    def _words(self) -> tuple[str, ...]:
        said = (self.tr("合格"), self.tr("问题"), self.tr("未看"), self.tr("已看"), self.tr("纸质"))
        return (*said, self.tr("共享"), self.tr("容缺 {date}").format(date="12-01"))

    def _word(self, line: MaterialLine) -> str:
        return self.chip(line).word

    def _spoken(self, line: MaterialLine) -> str:
        pages = self.tr("{n} 页").format(n=len(line.material.pages))
        reason = record_words(line.finding.reason) if line.finding else ""
        parts = (f"{line.no} {line.material.name}", pages, self._word(line), reason)
        return listed(part for part in parts if part)

    def _on_current(self, line: MaterialLine | None) -> None:
        if line is not None and line.material.pages:
            self.chosen.emit(line.material.pages[0])


def _name(line: MaterialLine) -> str:
    wrong = line.finding is not None and not line.finding.fits
    reason = record_words(line.finding.reason) if line.finding and wrong else ""
    return f"{line.material.name} · {reason}" if reason else line.material.name


def _pages(line: MaterialLine) -> str:
    n = len(line.material.pages)
    if not n:
        return "–"
    return f"{n - line.unseen}/{n}" if line.unseen else str(n)

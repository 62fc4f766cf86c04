"""Beside the editor: how the matter stands, what the check found, and two versions compared."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from zcdesk.catalogue.lint import Finding
from zcdesk.domain.matter import Matter
from zcdesk.domain.proposal import Proposal, ProposalState
from zcdesk.operations.catalogue_sheet import Sheet
from zcdesk.ui import theme
from zcdesk.ui.catalogue.differences import lines
from zcdesk.ui.catalogue.versions import VersionsPanel
from zcdesk.ui.catalogue.words import state_chip
from zcdesk.ui.finding_words import finding_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Chip, ChipState, Column, Panel, RowsModel, RowsView, Text


class Beside(QWidget):
    """State, findings and differences.

    Signals:
        finding_opened(str): the field to go to.
    """

    finding_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = Chip(ChipState("circle-dashed", "—", Tone.NEUTRAL))
        self.state = Text("", "body", wrap=True)
        self.found: RowsModel[Finding] = RowsModel(
            (
                Column(
                    self.tr("要改"), lambda f: finding_words(f.message), tone=lambda _f: Tone.DANGER
                ),
            ),
            key=lambda f: (f.field, f.rule),
        )
        self.findings = RowsView(self.found)
        self.findings.set_compact(True)
        self.findings.setAccessibleName(self.tr("检查"))
        self.verdict = Text("", "strong", elide=True)
        self.versions = VersionsPanel("catalogue")
        self._build()
        self.findings.opened.connect(lambda f: self.finding_opened.emit(f.field))

    def show_sheet(self, sheet: Sheet) -> None:
        """Show how a matter stands, and offer its versions for comparison."""
        self.state.set_text("\n".join(self._state_lines(sheet)))
        self.chip.set_state(self._chip(sheet))
        change = sheet.row.proposal
        drafted = change.matter if change is not None else None
        self.versions.offer(sheet.versions, change, drafted, lines)

    def show_writing(self, matter: Matter | None, found: tuple[Finding, ...]) -> None:
        """Show what is being written: findings, and differences while it makes a value."""
        self.found.set_rows(found)
        self.findings.setVisible(bool(found))
        said = self.tr("检查：{n} 处要改，Enter 到那一栏").format(n=len(found))
        self.verdict.set_text(said if found else self.tr("检查：通过"))
        self.verdict.set_tone(Tone.DANGER if found else Tone.OK)
        self.versions.show_writing(matter)

    def _chip(self, sheet: Sheet) -> ChipState:
        if sheet.row.proposal is not None:
            return state_chip(sheet.row.proposal.state)
        if sheet.row.withdrawn:
            return ChipState("ban", self.tr("未受理"), Tone.NEUTRAL)
        return ChipState("circle-check", self.tr("生效中"), Tone.OK)

    def _state_lines(self, sheet: Sheet) -> list[str]:
        row = sheet.row
        lines = []
        if row.version:
            said = self.tr("第 {v} 版生效中").format(v=row.version)
            lines.append(said + self._made_by(sheet))
        if row.withdrawn:
            lines.append(self.tr("未受理：{reason}").format(reason=row.withdrawn))
        if row.begins:
            lines.append(self.tr("下一版自 {day} 起生效").format(day=row.begins))
        if row.proposal is not None:
            lines += self._proposal_lines(sheet, row.proposal)
        if row.matter.is_sample:
            lines.append(self.tr("示例：材料清单待部门确认"))
        if row.no_window:
            lines.append(self.tr("没有窗口受理，请到“窗口与事项”加上"))
        return lines

    def _made_by(self, sheet: Sheet) -> str:
        now = next((v.item for v in sheet.versions if v.in_force), None)
        if now is None or not now.author:
            return ""
        return self.tr("（{author}起草，{approver}批准）").format(
            author=now.author, approver=now.approver
        )

    def _proposal_lines(self, sheet: Sheet, proposal: Proposal) -> list[str]:
        who = "、".join(sheet.names.get(one, one) for one in proposal.editors)
        lines = [self.tr("{who}起草，{time}").format(who=who, time=_minute(proposal.at))]
        if proposal.effective:
            lines.append(self.tr("批准后自 {day} 起生效").format(day=proposal.effective))
        if proposal.withdrawal:
            lines.append(self.tr("申请停办：{why}").format(why=proposal.withdrawal))
        if proposal.state is ProposalState.RETURNED:
            judge = sheet.names.get(proposal.judged_by, "")
            lines.append(self.tr("{who}退回：{why}").format(who=judge, why=proposal.reason))
        if proposal.state is ProposalState.SUBMITTED:
            lines.append(
                self.tr("您参与起草，由另一位主管或管理员批准")
                if sheet.mine
                else self.tr("您若改动并保存，就由另一位批准")
            )
        return lines

    def _build(self) -> None:
        stands, checks = Panel(), Panel()
        stands.body.addWidget(self.chip)
        stands.body.addWidget(self.state)
        checks.body.addWidget(self.verdict)
        checks.body.addWidget(self.findings)
        self.findings.hide()
        theme.sized(self.findings, height=132)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        for panel in (stands, checks):
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            column.addWidget(panel)
        column.addWidget(self.versions, 1)


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")

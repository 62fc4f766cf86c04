"""Beside the editor: how the matter stands, what the check found, and two versions compared."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zcdesk.catalogue.lint import Finding
from zcdesk.domain.matter import Matter
from zcdesk.domain.proposal import Proposal, ProposalState
from zcdesk.operations.catalogue_sheet import Sheet, Version
from zcdesk.ui import theme
from zcdesk.ui.catalogue.differences import lines
from zcdesk.ui.catalogue.words import state_chip
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Chip, ChipState, Column, Combo, Panel, RowsModel, RowsView, Text
from zcdesk.ui.widgets.scroll import Scroll

WRITING = "writing"
"""The side of a comparison that is in the editor."""


class Beside(QWidget):
    """State, findings and differences.

    Signals:
        finding_opened(str): the field to go to.
    """

    finding_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._writing: Matter | None = None
        self.chip = Chip(ChipState("circle-dashed", "—", Tone.NEUTRAL))
        self.state = Text("", "body", wrap=True)
        self.found: RowsModel[Finding] = RowsModel(
            (Column(self.tr("要改"), lambda f: f.message, tone=lambda _f: Tone.DANGER),),
            key=lambda f: (f.field, f.rule),
        )
        self.findings = RowsView(self.found)
        self.findings.set_compact(True)
        self.findings.setAccessibleName(self.tr("检查"))
        self.verdict = Text("", "strong", elide=True)
        self.old, self.new = Combo(), Combo()
        self.old.setObjectName("catalogue_old")
        self.new.setObjectName("catalogue_new")
        self.old.setAccessibleName(self.tr("比较：从"))
        self.new.setAccessibleName(self.tr("比较：到"))
        self.differences = Text("", "body", wrap=True)
        self.differences.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._build()
        self.findings.opened.connect(lambda f: self.finding_opened.emit(f.field))
        for combo in (self.old, self.new):
            combo.currentIndexChanged.connect(self.compare)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show how a matter stands, and offer its versions for comparison."""
        self._sheet = sheet
        self.state.set_text("\n".join(self._state_lines(sheet)))
        self.chip.set_state(self._chip(sheet))
        for combo in (self.old, self.new):
            combo.blockSignals(True)
            combo.clear()
        self.new.addItem(self.tr("正在编辑"), WRITING)
        if sheet.proposal is not None and sheet.proposal.is_open:
            self.old.addItem(state_chip(sheet.proposal.state).word, ProposalState.DRAFT.value)
        for version in sheet.versions:
            words = self._version_words(version)
            self.old.addItem(words, version.matter.version)
            self.new.addItem(words, version.matter.version)
        at = next((v.matter.version for v in sheet.versions if v.in_force), None)
        self.old.setCurrentIndex(max(0, self.old.findData(at)))
        for combo in (self.old, self.new):
            combo.blockSignals(False)

    def show_writing(self, matter: Matter | None, found: tuple[Finding, ...]) -> None:
        """Show what is being written: findings, and differences while it makes a value."""
        self._writing = matter
        self.found.set_rows(found)
        self.findings.setVisible(bool(found))
        said = self.tr("检查：{n} 处要改，Enter 到那一栏").format(n=len(found))
        self.verdict.set_text(said if found else self.tr("检查：通过"))
        self.verdict.set_tone(Tone.DANGER if found else Tone.OK)
        self.compare()

    def compare(self) -> None:
        """Say what differs between the two sides, line by line."""
        old, new = self._side(self.old), self._side(self.new)
        if new is None:
            self.differences.set_text(self.tr("先改好上面的问题，再看差异"))
        elif old is None:
            self.differences.set_text(self.tr("新事项，还没有发布过的版本"))
        else:
            self.differences.set_text("\n".join(lines(old, new)) or self.tr("没有差异"))

    def _side(self, combo: Combo) -> Matter | None:
        sheet, wanted = self._sheet, combo.currentData()
        if sheet is None or wanted is None:
            return None
        if wanted == WRITING:
            return self._writing
        if wanted == ProposalState.DRAFT.value:
            return sheet.proposal.matter if sheet.proposal is not None else None
        return next((v.matter for v in sheet.versions if v.matter.version == wanted), None)

    def _version_words(self, version: Version) -> str:
        said = self.tr("第 {v} 版").format(v=version.matter.version)
        if version.in_force:
            return self.tr("{version} 生效中").format(version=said)
        return f"{said} {(version.begins or version.at)[:10]}"

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
        now = next((v.matter for v in sheet.versions if v.in_force), None)
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
        stands, checks, versions = Panel(), Panel(), Panel(self.tr("差异"))
        stands.body.addWidget(self.chip)
        stands.body.addWidget(self.state)
        checks.body.addWidget(self.verdict)
        checks.body.addWidget(self.findings)
        self.findings.hide()
        theme.sized(self.findings, height=132)
        for word, combo in ((self.tr("从"), self.old), (self.tr("到"), self.new)):
            side = QHBoxLayout()
            theme.spaced(side, gap=6)
            side.addWidget(Text(word, "body", Tone.NEUTRAL))
            side.addWidget(combo, 1)
            versions.body.addLayout(side)
        versions.body.addWidget(Scroll(self.differences), 1)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        for panel in (stands, checks):
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            column.addWidget(panel)
        column.addWidget(versions, 1)


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")

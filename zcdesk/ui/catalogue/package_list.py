"""The hall's packages in a list, and below it how the one in front stands."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.domain.package import PackageChange
from zcdesk.domain.proposal import ProposalState
from zcdesk.operations.package_sheet import PackageRow
from zcdesk.ui import theme
from zcdesk.ui.catalogue.words import state_chip
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import ChipState, Column, Empty, RowsModel, RowsView, Text


class PackageList(QWidget):
    """The list; `empty` offers to begin the first one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed: frozenset[str] = frozenset()
        self.model: RowsModel[PackageRow] = RowsModel(
            (
                Column(self.tr("一件事"), lambda row: row.shown.name),
                Column(self.tr("编码"), lambda row: row.shown.code, width=52),
                Column(self.tr("情况"), self._state, width=94, chip=self._chip),
            ),
            key=lambda row: row.shown.key,
        )
        self.view = RowsView(self.model)
        self.view.set_compact(True)
        self.view.setObjectName("packages_list")
        self.view.setAccessibleName(self.tr("一件事"))
        self.empty = Empty("package", self.tr("还没有一件事套餐"), self.tr("新建"), key="Ctrl+D")
        self.stands = Text("", "body", wrap=True)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=6)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.stands)

    @property
    def current(self) -> PackageRow | None:
        """The row in front."""
        found: PackageRow | None = self.view.current
        return found

    def show_rows(self, rows: tuple[PackageRow, ...], key: str) -> None:
        """Show other rows, with one in front if it is named."""
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        place = self.model.place(key) if key else self.view.current_place
        self.view.set_current(max(place, 0))

    def say(self, row: PackageRow | None, typed: frozenset[str]) -> None:
        """Say how a package stands, None = a new one; mark those whose changes wait."""
        self.stands.set_text("\n".join(self._stand(row)))
        if typed != self._typed:
            self._typed = typed
            self.model.renew()

    def _stand(self, row: PackageRow | None) -> list[str]:
        if row is None:
            return [self.tr("新套餐，提交后由另一位主管或管理员批准")]
        entry, change, lines = row.entry, row.entry.open, []
        if entry.withdrawn:
            lines.append(self.tr("已停办：{why}").format(why=entry.withdrawn))
        elif entry.package is not None:
            lines.append(self.tr("第 {v} 版在用").format(v=entry.package.version))
        for later in entry.ahead:
            said = self.tr("第 {v} 版自 {day} 起生效")
            lines.append(said.format(v=later.version, day=later.begins))
        if change is not None:
            lines += self._change(row, change)
        if row.shown.is_sample:
            lines.append(self.tr("示例，待部门确认"))
        return lines

    def _change(self, row: PackageRow, change: PackageChange) -> list[str]:
        said = self.tr("{who}起草，{time}")
        time = change.at[:16].replace("T", " ")
        lines = [said.format(who="、".join(row.writers), time=time)]
        if change.effective:
            lines.append(self.tr("批准后自 {day} 起生效").format(day=change.effective))
        if change.withdrawal:
            lines.append(self.tr("申请停办：{why}").format(why=change.withdrawal))
        if change.state is ProposalState.RETURNED:
            lines.append(self.tr("{who}退回：{why}").format(who=row.judge, why=change.reason))
        elif change.waits and row.mine:
            lines.append(self.tr("您参与起草，由另一位主管或管理员批准"))
        return lines

    def _state(self, row: PackageRow) -> str:
        return self._chip(row).word

    def _chip(self, row: PackageRow) -> ChipState:
        entry = row.entry
        if row.shown.key in self._typed:
            return ChipState("pencil", self.tr("未保存"), Tone.WARN)
        if entry.open is not None:
            return state_chip(entry.open.state)
        if entry.withdrawn:
            return ChipState("ban", self.tr("已停办"), Tone.NEUTRAL)
        if entry.ahead:
            return ChipState("calendar", entry.ahead[-1].begins[5:], Tone.INFO)
        if entry.package is None:
            return state_chip(ProposalState.DROPPED)
        if row.shown.is_sample:
            return ChipState("flag", self.tr("示例"), Tone.NEUTRAL)
        words = self.tr("第 {v} 版").format(v=entry.package.version)
        return ChipState("circle-check", words, Tone.OK)

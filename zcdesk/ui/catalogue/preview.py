"""预览: what the window will see of the version that is being written, and what will be printed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zcdesk.catalogue.columns import BY_KEY
from zcdesk.domain.matter import FeeStage, Matter
from zcdesk.domain.papers import PaperKind
from zcdesk.errors import CodedError
from zcdesk.operations.catalogue_preview import Preview
from zcdesk.ui import theme
from zcdesk.ui.catalogue.fields import shown
from zcdesk.ui.counter.checklist_model import SCAN, USED, Shown, checklist_model
from zcdesk.ui.counter.matter_tile import limit_text
from zcdesk.ui.desk import Desk
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Choice, Empty, Panel, RowsView, Text
from zcdesk.ui.widgets.preview import PaperPreview
from zcdesk.ui.words import noted

LIST = "list"


class PreviewPart(QWidget):
    """The checklist, or one of the papers; made anew from what stands in the fields.

    Attributes:
        choice: what of it is shown. shown: what was made last, None where nothing could be.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = 0
        self.shown: Preview | None = None
        self.choice = Choice(
            (
                (LIST, self.tr("窗口看到的")),
                (PaperKind.RECEIPT.value, self.tr("收件通知书")),
                (PaperKind.GUIDE.value, self.tr("办事指南")),
            )
        )
        self.choice.setObjectName("preview_choice")
        self.choice.setAccessibleName(self.tr("预览"))
        self.facts = Text("", "body", wrap=True)
        self.model = checklist_model()
        self.view = RowsView(self.model)
        self.view.set_compact(True)
        self.view.setObjectName("preview_rows")
        self.view.setAccessibleName(self.tr("材料核验"))
        for column in (USED, SCAN):
            self.view.show_column(column, False)
        self.paper = PaperPreview(desk.jobs)
        self.empty = Empty("eye", "")
        self._list, self._stack = Panel(), QStackedWidget()
        self._list.body.addWidget(self.facts)
        self._list.body.addWidget(self.view, 1)
        for part in (self._list, self.paper, self.empty):
            self._stack.addWidget(part)
        column_ = QVBoxLayout(self)
        theme.spaced(column_, gap=8)
        column_.addWidget(self.choice)
        column_.addWidget(self._stack, 1)
        self.choice.changed.connect(self._show)

    def show_matter(self, matter: Matter | None) -> None:
        """Show a version; None while the fields make none."""
        self._wanted += 1
        if matter is None:
            self._say(self.tr("先改好右边“检查”里的问题，再看预览"))
            return
        make = self._desk.operations.catalogue_preview.preview
        made = partial(self._on_made, self._wanted, matter)
        failed = partial(self._on_failed, self._wanted)
        self._desk.do(make, matter, owner=self, done=made, failed=failed)

    def _on_made(self, wanted: int, matter: Matter, made: Preview) -> None:
        if wanted != self._wanted:
            return
        if not made.papers:
            self._say(self.tr("涉密事项：窗口不显示、不受理，只指到专业窗口"))
            return
        self.shown = made
        self.facts.set_text("\n".join(self._facts(matter, made)))
        self.model.set_rows(tuple(Shown(row, False) for row in made.rows))
        self._show()

    def _on_failed(self, wanted: int, error: CodedError) -> None:
        if wanted == self._wanted:
            self._say(self.tr("预览没有生成，不影响存草稿和提交"))
            self._desk.notices.show(error)

    def _say(self, words: str) -> None:
        self.shown = None
        self.empty.say(words)
        self._stack.setCurrentWidget(self.empty)

    def _show(self, _: object = None) -> None:
        if self.shown is None:
            return
        kind = str(self.choice.value)
        if kind == LIST:
            self._stack.setCurrentWidget(self._list)
            return
        self._stack.setCurrentWidget(self.paper)
        paper = self.shown.papers.get(kind)
        if paper is None:
            self.paper.clear(self.tr("没有材料清单，收件时须写原因，这里没有可预览的收件通知书"))
        else:
            self.paper.show_paper(paper, "pdf", self._desk.words)

    def _facts(self, matter: Matter, made: Preview) -> list[str]:
        lines = [f"{matter.code} {matter.name}", limit_text(matter)]
        if matter.fee:
            stage = shown(BY_KEY["fee_stage"], matter.fee_stage.value)
            is_said = matter.fee_stage is not FeeStage.NONE
            said = noted(matter.fee, stage) if is_said else matter.fee
            lines.append(self.tr("收费：{said}").format(said=said))
        if matter.result:
            lines.append(self.tr("结果：{said}").format(said=matter.result))
        fields = "、".join(field.label for field in made.fields)
        lines.append(self.tr("一表 {n} 项：{said}").format(n=len(made.fields), said=fields))
        self.facts.set_tone(Tone.NEUTRAL if matter.is_sample else None)
        if matter.is_sample:
            lines.append(self.tr("示例，待部门确认"))
        return lines

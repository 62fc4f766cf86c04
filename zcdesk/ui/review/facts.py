"""Whose case it is and how it stands: the head of the open case, and what is going on in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.case import Case
from zcdesk.ui import theme
from zcdesk.ui.case_words import case_chip
from zcdesk.ui.record_words import record_words
from zcdesk.ui.review import words as say
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Chip, ChipState, Text
from zcdesk.ui.words import labelled

if TYPE_CHECKING:
    from datetime import datetime

    from zcdesk.operations.inbox import Opened


class CaseHead(QWidget):
    """Number, matter, applicant, where and when it came in, time left, who else has it open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = Text("", "title")
        self.number.setObjectName("review_number")
        self.matter = Text("", "strong", elide=True)
        self.facts = Text("", "small", Tone.NEUTRAL, elide=True)
        self.state, self.left, self.reader = Chip(), Chip(), Chip()
        self.reader.setObjectName("review_reader")
        top = QHBoxLayout()
        theme.spaced(top, gap=10)
        top.addWidget(self.number)
        top.addWidget(self.matter, 1)
        for chip in (self.reader, self.state, self.left):
            top.addWidget(chip)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=2)
        column.addLayout(top)
        column.addWidget(self.facts)

    def show_case(self, opened: Opened, now: datetime) -> None:
        """Show the head of a case."""
        case, party = opened.case, opened.page.party
        intake = case.intake
        self.number.set_text(say.short(intake.number))
        self.number.setToolTip(intake.number)
        self.matter.set_text(intake.matter_name)
        name = party.name if party else self.tr("个人信息已删除")
        window = self.tr("{n}号窗口").format(n=intake.window)
        came = self.tr("收件 {at}").format(at=case.received_at[5:16].replace("T", " "))
        parts = [intake.number, name, came, window]
        if intake.insisted:
            parts.append(self.tr("坚持递交"))
        if intake.manual_identity:
            parts.append(self.tr("证件手工录入"))
        self.facts.set_text(" · ".join(parts))
        self.state.set_state(case_chip(case.state))
        self.left.set_state(say.time_left(opened.limit, now))
        self.reader.set_state(self._reader(opened))

    def _reader(self, opened: Opened) -> ChipState | None:
        if not opened.mine:
            if not opened.reader:
                return ChipState("eye", self.tr("只读"), Tone.WARN)
            said = self.tr("{name} {time} 起在看，只读")
            words = said.format(name=opened.reader, time=opened.since[11:16])
            return ChipState("eye", words, Tone.WARN)
        if opened.others:
            name, at = opened.others[-1]
            words = self.tr("{name} {time} 也看了").format(name=name, time=at[11:16])
            return ChipState("users", words, Tone.INFO)
        return None


class CaseProgress(Text):
    """Stages, special steps, questions, promises and reminders, a line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "small", Tone.NEUTRAL, wrap=True, parent=parent)
        self.setObjectName("review_progress")

    def show_case(self, case: Case) -> None:
        """Show what is going on; hidden where nothing is."""
        lines = tuple(self._lines(case))
        self.set_text("\n".join(lines))
        self.setVisible(bool(lines))

    def _lines(self, case: Case) -> Iterator[str]:
        for stage in case.stages:
            lead = self.tr("（牵头）") if stage.lead else ""
            said = self.tr("第 {turn} 步 {name} · {department}{lead}：{how}")
            how = self.tr("未开始") if not stage.begun else self.tr("办理中")
            if stage.done:
                how = self.tr("同意") if stage.agrees else self.tr("不同意")
            yield said.format(
                turn=stage.turn,
                name=stage.name,
                department=stage.department,
                lead=lead,
                how=" ".join(part for part in (how, stage.opinion) if part),
            )
        for step in case.steps:
            how = step.outcome or self.tr("已结束") if step.ended else self.tr("进行中，停表")
            yield self.tr("特别程序 {name}：{how}").format(name=record_words(step.name), how=how)
        for question in case.questions:
            if question.agrees is None:
                how = self.tr("等答复")
            else:
                how = self.tr("同意") if question.agrees else self.tr("不同意")
            words = (record_words(question.text), how, question.answer)
            yield labelled(question.department, " · ".join(part for part in words if part))
        if case.extension:
            said = self.tr("已延长 {n} 个工作日，批准人 {name}")
            yield said.format(n=case.extension.days, name=case.extension.approver)
        if case.returns:
            said = self.tr("已退回补正 {n} 次：{names}")
            yield said.format(n=case.returns, names="、".join(case.told))
        for reminder in case.reminders:
            if not reminder.answer:
                yield self.tr("督办：{text}").format(text=record_words(reminder.demand))
        for refused in case.refused:
            if not refused.settled:
                yield self.tr("有一条记录与现状冲突（{at}），请处理").format(at=refused.at[5:16])

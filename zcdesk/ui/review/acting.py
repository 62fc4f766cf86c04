"""Doing an act: its fields in place, the operation in the store's lane, its papers printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from zcdesk.domain import case_acts as act
from zcdesk.domain.case_parts import Stage
from zcdesk.domain.case_rules import is_deemed
from zcdesk.errors import CodedError
from zcdesk.ui.desk import Desk
from zcdesk.ui.keys import CAPS
from zcdesk.ui.labels import unit_word
from zcdesk.ui.record_words import record_words
from zcdesk.ui.review import acts, fields
from zcdesk.ui.review.acts import Deed
from zcdesk.ui.review.certificate import has_certificate
from zcdesk.ui.review.fields import Call, Sight
from zcdesk.ui.review.form import ActForm
from zcdesk.ui.review.stages import StagesForm
from zcdesk.ui.texts import describe
from zcdesk.ui.words import labelled

if TYPE_CHECKING:
    from zcdesk.operations.inbox import Opened


class Acting(QObject):
    """Runs the acts of the open case.

    Signals:
        done(bool): an act was recorded; True: the case leaves this list.
        closed(): the panel went away; the focus belongs to the materials again.
    """

    done = Signal(bool)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sight: Sight | None = None
        self._deed: Deed | None = None
        self._busy = False
        self.departments: tuple[str, ...] = ()
        self.form = ActForm(desk.keys)
        self.stages = StagesForm(desk.keys)
        self.form.accepted.connect(self._on_accepted)
        self.form.cancelled.connect(self.close)
        self.stages.accepted.connect(self._on_stages)
        self.stages.cancelled.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether an act is being written."""
        return self.form.is_open or self.stages.is_open

    def may(self, opened: Opened, deed: Deed) -> bool:
        """Whether to offer an act: state, role and whose the case is."""
        return opened.mine and self._allowed(opened, deed.needs)

    def may_set_stages(self, opened: Opened) -> bool:
        """Whether stages can be laid down."""
        own = opened.case.department in self._desk.clerk.departments
        free = not any(stage.done for stage in opened.case.stages)
        return opened.mine and own and free and self._allowed(opened, act.CaseStagesSet)

    def begin(self, deed: Deed, sight: Sight) -> None:
        """Open the fields of an act."""
        self.stages.hide()
        self._deed, self._sight = deed, sight
        self.form.open(deed.words, self._said(deed, sight), deed.asks(sight), deed.words)

    def begin_stages(self, sight: Sight) -> None:
        """Open the list of stages."""
        self.form.close_form()
        self._sight = sight
        case = sight.case
        self.stages.open(self.departments, case.department, case.stages)

    def close(self) -> None:
        """Leave without doing anything."""
        self.form.close_form()
        self.stages.hide()
        self._deed = None
        self.closed.emit()

    def _allowed(self, opened: Opened, kind: type[act.CaseAct]) -> bool:
        may = self._desk.operations.casework.may
        return bool(may(opened.case, self._desk.clerk, kind))

    def _said(self, deed: Deed, sight: Sight) -> str:
        """What is being done, in one sentence above the fields."""
        case = sight.case
        if deed.key == "return":
            told = set(case.told)
            new = self.tr("（新增）")
            lines = [
                labelled(f"{no}. {lack.name}", record_words(lack.reason))
                + (new if case.returns and lack.name not in told else "")
                for no, lack in enumerate(sight.lacks, 1)
            ]
            return "\n".join(lines) or self.tr(
                "还没有标出问题，请先在材料上按 {keys[review.problem]}"
            ).format(keys=CAPS)
        if deed is acts.ACCEPT and sight.at and is_deemed(case, sight.at):
            return self.tr("已满第 5 个工作日，依法视为收件之日受理，办理的是确认")
        if deed is acts.ACCEPT and sight.lacks:
            names = "、".join(lack.name for lack in sight.lacks)
            return self.tr(
                "有 {n} 项标了问题：{names}。确定受理？退回请按 Esc 再按 {keys[review.return]}"
            ).format(keys=CAPS, n=len(sight.lacks), names=names)
        if deed is acts.ACCEPT and case.intake.promised_days is not None:
            said = self.tr("承诺 {n} 个{unit}，自今天受理起算；受理通知书随即打印，并告知申请人")
            return said.format(n=case.intake.promised_days, unit=unit_word(case.intake.unit))
        if deed is acts.ANSWER and (question := fields.question_for(case, sight.clerk)):
            return record_words(question.text)
        if deed is acts.STAGE and (stage := fields.stage_for(case, sight.clerk)):
            return f"{stage.name} · {stage.department}"
        if deed is acts.SEND and case.decision:
            collect = "、".join(case.decision.collect) or self.tr("无")
            said = self.tr("发放时须收回：{names}").format(names=collect)
            if has_certificate(case):
                said += "\n" + self.tr("请照证照原样填写，不填的由出件窗口目视核对")
            return said
        return ""

    def _on_accepted(self, said: dict[str, Any]) -> None:
        if self._deed is None or self._sight is None:
            return
        try:
            call = self._deed.call(self._sight, said)
        except CodedError as wrong:
            self._on_refused(wrong)
            return
        self._run(call, leaves=self._deed.leaves)

    def _on_stages(self, stages: tuple[Stage, ...]) -> None:
        self._run(Call("review", "set_stages", (stages,)), leaves=False)

    def _run(self, call: Call, *, leaves: bool) -> None:
        assert self._sight is not None
        if self._busy:
            return
        self._busy = True
        operation = getattr(getattr(self._desk.operations, call.where), call.name)
        case = () if call.name == "send" else (self._sight.case.id,)
        self._desk.do(
            operation,
            *case,
            *call.given,
            owner=self,
            done=partial(self._on_done, leaves),
            failed=self._on_refused,
            **call.named,
        )

    def _on_done(self, leaves: bool, result: Any) -> None:
        self._busy = False
        prints = getattr(result, "prints", ())
        if prints and self._desk.printing is not None:
            self._desk.printing.print(prints)
        if self._deed is not None:
            number = self._sight.case.intake.number if self._sight else ""
            self._desk.notices.note(f"{self._deed.words} {number}")
        self.form.close_form()
        self.stages.hide()
        self._deed = None
        self.done.emit(leaves)

    def _on_refused(self, error: CodedError) -> None:
        self._busy = False
        words = describe(error).text
        if self.stages.is_open:
            self.stages.say(words)
        else:
            self.form.say(words)

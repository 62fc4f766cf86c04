"""Taking results from departments: what the certificate says beside what was accepted.

Every difference is red and in words; nothing is taken while one is left or a field was not looked
at (UX-28). What the department typed is compared by the program, the rest by the clerk's eye.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.domain import comparison
from zcdesk.domain.comparison import Certificate, CertificateField, Looked, Point, Verdict
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.counter.choices import Choices
from zcdesk.ui.desk import Desk
from zcdesk.ui.results.labels import (
    REASONS,
    field_word,
    reason_words,
    verdict_chip,
    verdict_words,
)
from zcdesk.ui.texts import message
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    Chip,
    ChipState,
    CodeEdit,
    Column,
    Field,
    Kind,
    LineEdit,
    Panel,
    RowsModel,
    RowsView,
    Text,
)
from zcdesk.ui.widgets.chip import chips_width

if TYPE_CHECKING:
    from zcdesk.domain.case import Case
    from zcdesk.operations.result_counter import Arrived


class TakePanel(Panel):
    """One result beside what it must say.

    Signals:
        taken(Case): it lies on the shelf.
        refused(Case): it goes back to the department.
        left(): nothing was done.
    """

    taken = Signal(object)
    refused = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._arrived: Arrived | None = None
        self._looked: dict[CertificateField, Looked] = {}
        self._wrong: tuple[str, ...] = ()
        self._under_way = False
        self.setObjectName("take_panel")
        self.set_title(self.tr("收部门结果"), self.tr("逐项与证照核对，不一致的不能接收"))
        self.what = Text("", "strong", elide=True)
        self.batch = Chip()
        self.before = Chip()
        self.model: RowsModel[Point] = RowsModel(
            (
                Column(self.tr("项目"), lambda p: field_word(p.field), width=84, style="body"),
                Column(self.tr("收件、决定"), lambda p: p.shown[0]),
                Column(self.tr("证载"), self._said, tone=_tone),
                Column(
                    self.tr("核对"),
                    lambda p: verdict_chip(p).word,
                    width=chips_width(96, verdict_words()),
                    chip=verdict_chip,
                ),
            ),
            lambda p: p.field,
            self._spoken,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("comparison")
        self.view.setAccessibleName(self.tr("证载与收件比对"))
        self.typed = Field(self.tr("照证照录入"), LineEdit())
        self.typed.edit.setObjectName("certificate_words")
        self.question = Choices(desk.keys)
        self.collect = Text("", "body", Tone.WARN, wrap=True)
        self.shelf = Field(self.tr("柜位（已取下一个空位，可改）"), CodeEdit(upper=True))
        self.shelf.edit.setObjectName("shelf_place")
        self.state = Chip()
        self.refuse_button = Button(self.tr("不予接收"), icon="ban", key="take.refuse")
        self.corrected_button = Button(self.tr("当场更正"), icon="pencil", key="take.corrected")
        self.accept_button = Button(self.tr("接收"), Kind.PRIMARY, icon="package", key="Enter")
        self._build()
        self._bind()

    @property
    def points(self) -> tuple[Point, ...]:
        """The comparison as it stands."""
        return self.model.rows

    def open(self, arrived: Arrived) -> None:
        """Show a result somebody brought."""
        self._arrived, self._looked, self._wrong = arrived, {}, ()
        self._under_way = False
        self.what.set_text(f"{arrived.number}  {arrived.document}")
        words = self.tr("{department} · 交接表 {batch} 还剩 {n} 件")
        said = words.format(department=arrived.department, batch=arrived.batch, n=arrived.left)
        self.batch.set_state(ChipState("clipboard-list", said, Tone.INFO))
        n = len(arrived.refused)
        again = self.tr("第 {n} 次送来，上次：{why}").format(
            n=n + 1, why=arrived.refused[-1] if n else ""
        )
        self.before.set_state(ChipState("repeat", again, Tone.WARN) if n else None)
        names = "、".join(arrived.collect)
        self.collect.set_text(self.tr("发放时要收回：{names}").format(names=names))
        self.collect.setVisible(bool(names))
        self.shelf.set_text(arrived.shelf)
        self.shelf.say("")
        self.typed.hide()
        self.question.close_question()
        self._show()
        self.view.set_current(self._next_open())
        self.view.setFocus()

    def accept(self) -> None:
        """Take it, if every field agrees."""
        arrived = self._arrived
        if arrived is None or self._under_way:
            return
        if open_ := comparison.open_points(self.points):
            self.view.set_current(self.model.place(open_[0]))
            self.view.setFocus()
            self._desk.notices.say("RES-10", n=len(open_), name=field_word(open_[0]))
            return
        if wrong := comparison.differing(self.points):
            self._desk.notices.say("RES-11", n=len(wrong), name=field_word(wrong[0]))
            return
        if not self.shelf.text():
            self.shelf.say(message("RES-12").text)
            self.shelf.setFocus()
            return
        self._under_way = True
        self._desk.do(
            self._desk.operations.results.check_in,
            arrived.case,
            self.shelf.text(),
            dict(self._looked),
            corrected="、".join(self._wrong),
            owner=self,
            done=self.taken.emit,
            failed=self._on_failed,
        )

    def see_all(self) -> None:
        """The clerk compared every field that is still open with the certificate itself."""
        for field in comparison.open_points(self.points):
            self._looked[field] = Looked(agrees=True)
        self._show()

    def see(self) -> None:
        """The field under the cursor agrees, by eye; again takes that back."""
        point: Point | None = self.view.current
        if point is None or point.said:
            return
        seen = self._looked.get(point.field) == Looked(agrees=True)
        self._looked[point.field] = Looked() if seen else Looked(agrees=True)
        self._show()
        if not seen:
            self.view.set_current(self._next_open())

    def type_words(self) -> None:
        """Ask what the certificate says in the field under the cursor."""
        point: Point | None = self.view.current
        if point is None:
            return
        self.typed.label.set_text(self.tr("证照上的{field}").format(field=field_word(point.field)))
        self.typed.edit.setAccessibleName(self.typed.label.full_text)
        self.typed.set_text(point.said)
        self.typed.show()
        self.typed.setFocus()

    def ask_reason(self) -> None:
        """Ask why it is not taken."""
        if self._arrived is not None:
            title = self.tr("不予接收，退回{department}更正。原因：").format(
                department=self._arrived.department
            )
            self.question.ask(title, reason_words(), tone=Tone.DANGER, icon="ban")

    def correct(self) -> None:
        """The department put the differing fields right on the spot: they are looked at anew."""
        wrong = comparison.differing(self.points)
        if not wrong:
            self._desk.notices.note(self.tr("没有不一致的项目，不用更正"))
            return
        self._wrong = tuple(dict.fromkeys((*self._wrong, *(f.value for f in wrong))))
        for field in wrong:
            self._looked[field] = Looked()
        self._forget_sent(wrong)
        self._show()
        self.view.set_current(self._next_open())
        self._desk.notices.note(self.tr("请按更正后的证照重新核对标出的项目"))

    def _forget_sent(self, fields: tuple[CertificateField, ...]) -> None:
        """What the department had typed of these fields no longer stands on the certificate."""
        assert self._arrived is not None
        points = tuple(
            msgspec.structs.replace(p, said="") if p.field in fields else p
            for p in self._arrived.points
        )
        self._arrived = msgspec.structs.replace(self._arrived, points=points)

    def _show(self) -> None:
        assert self._arrived is not None
        sent = Certificate(said={p.field: p.said for p in self._arrived.points if p.said})
        asked = {p.field: p.wanted for p in self._arrived.points}
        self.model.set_rows(comparison.points(asked, sent, self._looked))
        self.state.set_state(self._state())

    def _state(self) -> ChipState:
        wrong = comparison.differing(self.points)
        if wrong:
            said = self.tr("{n} 项不一致，不能接收").format(n=len(wrong))
            return ChipState("circle-x", said, Tone.DANGER)
        left = len(comparison.open_points(self.points))
        if left:
            said = self.tr("还有 {n} 项待核对").format(n=left)
            return ChipState("circle-dashed", said, Tone.WARN)
        return ChipState("circle-check", self.tr("全部一致，可以接收"), Tone.OK)

    def _next_open(self) -> int:
        found = (*comparison.differing(self.points), *comparison.open_points(self.points))
        return self.model.place(found[0]) if found else max(0, self.view.current_place)

    def _on_typed(self) -> None:
        point: Point | None = self.view.current
        if point is not None:
            said = self.typed.text().strip()
            self._looked[point.field] = Looked(said=said) if said else Looked(agrees=False)
        self.typed.hide()
        self._show()
        self.view.setFocus()

    def _on_reason(self, place: int) -> None:
        self.question.close_question()
        if self._arrived is None or self._under_way:
            return
        self._under_way = True
        wrong = "、".join(f.value for f in comparison.differing(self.points))
        why = f"{REASONS[place]}（{wrong}）" if wrong else REASONS[place]
        self._desk.do(
            self._desk.operations.results.refuse,
            self._arrived.case,
            why,
            owner=self,
            done=self._on_refused,
            failed=self._on_failed,
        )

    def _on_refused(self, case: Case) -> None:
        self.refused.emit(case)

    def _on_failed(self, error: CodedError) -> None:
        self._under_way = False
        self._desk.notices.show(error)

    def _on_escape(self) -> None:
        if self.question.is_open or self.typed.isVisible():
            self.question.close_question()
            self.typed.hide()
            self.view.setFocus()
        else:
            self.left.emit()

    def _said(self, point: Point) -> str:
        if not point.said:
            return self.tr("（看证照）") if point.verdict is Verdict.OPEN else "—"
        return point.shown[1]

    def _spoken(self, point: Point) -> str:
        return self.tr("{field}，收件 {wanted}，证载 {said}，{verdict}").format(
            field=field_word(point.field),
            wanted=point.shown[0],
            said=self._said(point),
            verdict=verdict_chip(point).word,
        )

    def _build(self) -> None:
        chips = QHBoxLayout()
        theme.spaced(chips, gap=8)
        for chip in (self.batch, self.before):
            chips.addWidget(chip)
        chips.addStretch(1)
        acts = QHBoxLayout()
        theme.spaced(acts, gap=8)
        acts.addWidget(self.state)
        acts.addStretch(1)
        for button in (self.refuse_button, self.corrected_button, self.accept_button):
            acts.addWidget(button)
        self.body.addWidget(self.what)
        self.body.addLayout(chips)
        self.body.addWidget(self.view, 1)
        for widget in (self.typed, self.question, self.collect, self.shelf):
            self.body.addWidget(widget)
        self.body.addLayout(acts)
        self.typed.hide()

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("take.accept", self, self.accept)
        keys.bind("results.leave", self, self._on_escape)
        keys.bind("take.all", self.view, self.see_all)
        keys.bind("take.agrees", self.view, self.see)
        keys.bind("take.differs", self.view, self.type_words)
        keys.bind("take.refuse", self.view, self.ask_reason)
        keys.bind("take.corrected", self.view, self.correct)
        keys.bind("editor.accept", self.typed, self._on_typed)
        self.question.chosen.connect(self._on_reason)
        self.question.cancelled.connect(self._on_escape)
        self.view.opened.connect(lambda _: self.accept())
        self.accept_button.clicked.connect(self.accept)
        self.refuse_button.clicked.connect(self.ask_reason)
        self.corrected_button.clicked.connect(self.correct)


def _tone(point: Point) -> Tone | None:
    return Tone.DANGER if point.verdict is Verdict.DIFFERS else None

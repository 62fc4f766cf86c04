"""即办 on the spot: offered after 收件 where an authority covers it, else asked of an officer.

Outside both the program refuses and says who may. The decision is made in the department's and
its officer's name; nothing is decided by being silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.review import fields
from zcdesk.ui.review.form import ActForm
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Button, Chip, ChipState, Kind, Text

if TYPE_CHECKING:
    from zcdesk.domain.case import Case
    from zcdesk.operations.casework import Done
    from zcdesk.operations.instant import Offer


class InstantOffer(QFrame):
    """`open(sitting)`; hidden while nothing can be done at once.

    Signals:
        decided(tuple): papers to print.
        closed(): the panel is left; the focus belongs to the list again.
    """

    decided = Signal(tuple)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sitting = ""
        self._busy = False
        self._is_stale = False
        self.offer: Offer | None = None
        self.made: Case | None = None
        self.chip = Chip()
        self.said = Text("", "body", wrap=True)
        self.said.setObjectName("instant_said")
        self.decide = Button(self.tr("当场办结"), Kind.PLAIN, icon="gavel", key="prints.decide")
        self.ask = Button(
            self.tr("远程确认"), Kind.PLAIN, icon="message-circle", key="prints.confirm"
        )
        self.give = Button(self.tr("签收发放"), Kind.PLAIN, icon="package", key="prints.hand_out")
        self.form = ActForm(desk.keys)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(self.chip)
        row.addWidget(self.said, 1)
        row.addWidget(self.ask)
        row.addWidget(self.decide)
        row.addWidget(self.give)
        column = QVBoxLayout(self)
        theme.spaced(column, (0, 4, 0, 4), 6)
        column.addLayout(row)
        column.addWidget(self.form)
        self.decide.clicked.connect(self.begin)
        self.ask.clicked.connect(self.ask_officer)
        self.give.clicked.connect(self.hand_out)
        self.form.accepted.connect(self._on_accepted)
        self.form.cancelled.connect(self._close_form)
        desk.changed.connect(self._on_changed)
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was answered while another page was in front."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self._read()

    def open(self, sitting: str) -> None:
        """Look what of a sitting can be decided at once."""
        self._sitting = sitting
        self.offer = self.made = None
        self.form.close_form()
        self.hide()
        self._read()

    def begin(self) -> None:
        """Write the decision; everything usual stands there already."""
        if self.made is None and self.offer is not None and self.offer.officer:
            said = self.tr("以{department} {officer} 的名义作出决定")
            words = said.format(department=self.offer.department, officer=self.offer.officer)
            asks = fields.decision_asks(self.offer.matter, numbered=False)
            self.form.open(self.tr("当场办结"), words, asks, self.tr("办结并打印"))

    def ask_officer(self) -> None:
        """Ask the department's officers; it stands on top of their desk."""
        offer = self.offer
        if offer is None or offer.officer or self._is_asked or not offer.officers or self._busy:
            return
        self._busy = True
        text = f"{self._desk.session.window}号窗口请确认：{offer.matter}，当场办结"
        ask = self._desk.operations.acceptance.ask
        self._desk.do(
            ask,
            offer.case,
            offer.department,
            text,
            owner=self,
            confirm=True,
            done=self._on_asked,
            failed=self._on_refused,
        )

    def hand_out(self) -> None:
        """Give what was decided to the applicant, who signs for it."""
        if self.made is not None and not self._busy:
            self._busy = True
            self._desk.do(
                self._desk.operations.instant.hand_out,
                self.made.id,
                owner=self,
                done=self._on_out,
                failed=self._on_refused,
            )

    @property
    def _is_asked(self) -> bool:
        return self.offer is not None and bool(self.offer.question) and self.offer.agrees is None

    def _read(self) -> None:
        offers = self._desk.operations.instant.offers
        self._desk.do(offers, self._sitting, owner=self, done=self._on_offers)

    def _on_offers(self, offers: tuple[Offer, ...]) -> None:
        self.offer = next(iter(offers), None)
        self.setVisible(self.offer is not None or self.made is not None)
        self.give.setVisible(self.made is not None)
        if self.made is not None:
            self._show_made(self.made)
        elif self.offer is not None:
            self._show(self.offer)

    def _show_made(self, case: Case) -> None:
        """Say what goes out now; the next decision waits until it did."""
        for button in (self.decide, self.ask):
            button.hide()
        said = self.tr("{matter}：请申请人在送达回执上签收").format(matter=case.intake.matter_name)
        if case.decision is not None and case.decision.collect:
            names = "、".join(case.decision.collect)
            said += self.tr("，并收回：{names}").format(names=names)
        self.chip.set_state(ChipState("circle-check", self.tr("已办结"), Tone.OK))
        self.said.set_text(said)

    def _show(self, offer: Offer) -> None:
        self.decide.setVisible(bool(offer.officer))
        may_ask = not offer.officer and not self._is_asked and bool(offer.officers)
        self.ask.setVisible(may_ask)
        names = "、".join(offer.officers)
        if offer.officer:
            chip = ChipState("circle-check", self.tr("可当场办结"), Tone.OK)
            said = self.tr("{matter}：以{department} {officer} 的名义").format(
                matter=offer.matter, department=offer.department, officer=offer.officer
            )
        elif self._is_asked:
            chip = ChipState("clock", self.tr("等确认"), Tone.WARN)
            said = self.tr("{matter}：已请 {names} 确认").format(matter=offer.matter, names=names)
        elif offer.agrees is False:
            chip = ChipState("circle-x", self.tr("未同意"), Tone.DANGER)
            said = self.tr("{matter}：{department} 未同意 {answer}").format(
                matter=offer.matter, department=offer.department, answer=offer.answer
            )
        elif offer.officers:
            chip = ChipState("ban", self.tr("窗口无授权"), Tone.WARN)
            said = self.tr("{matter}：可请 {names} 确认").format(matter=offer.matter, names=names)
        else:
            chip = ChipState("ban", self.tr("窗口无授权"), Tone.WARN)
            said = self.tr("{matter}：只能由 {department} 办理，材料照常移交").format(
                matter=offer.matter, department=offer.department
            )
        self.chip.set_state(chip)
        self.said.set_text(said)

    def _on_accepted(self, said: dict[str, Any]) -> None:
        if self.offer is None or self._busy:
            return
        try:
            decision = fields.decision_of(said)
        except CodedError as wrong:
            self._on_refused(wrong)
            return
        self._busy = True
        self._desk.do(
            self._desk.operations.instant.decide,
            self.offer.case,
            decision,
            owner=self,
            question=self.offer.question,
            done=self._on_decided,
            failed=self._on_refused,
        )

    def _on_decided(self, done: Done) -> None:
        self._busy = False
        self._close_form()
        said = self.tr("{no} 已当场办结").format(no=done.case.intake.number)
        self._desk.notices.note(said)
        self.made = done.case
        self.decided.emit(done.prints)
        self._read()

    def _on_out(self, done: Done) -> None:
        self._busy, self.made = False, None
        self._desk.notices.note(self.tr("{no} 已发放").format(no=done.case.intake.number))
        self.decided.emit(done.prints)
        self._read()

    def _on_asked(self, _question: str) -> None:
        self._busy = False
        self._read()

    def _on_refused(self, error: CodedError) -> None:
        self._busy = False
        if self.form.is_open:
            self.form.say(describe(error).text)
        else:
            self._desk.notices.show(error)

    def _close_form(self) -> None:
        self.form.close_form()
        self.closed.emit()

    def _on_changed(self, topics: frozenset[str]) -> None:
        """An officer may have answered, or an authority have begun."""
        if not topics & {"case", "authority"} or self._busy or self.form.is_open:
            return
        if self.isVisible():
            self._read()
        else:
            self._is_stale = bool(self._sitting)

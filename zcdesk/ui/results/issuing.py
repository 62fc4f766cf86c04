"""Handing out: every result that waits for one person, who fetches it, and the 送达回执.

Enter says that person and card are one, Enter again hands out; nothing leaves before what is
lacking was said in words and settled (see `domain.pickup`).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.domain import pickup
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.pickup import Lacking, Pickup
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.counter.check import ARMED_AFTER
from zcdesk.ui.desk import Desk
from zcdesk.ui.results.collecting import Collecting
from zcdesk.ui.results.receipt_lines import receipt_lines
from zcdesk.ui.results.receiver import ReceiverPart
from zcdesk.ui.second.lines import Line, digest
from zcdesk.ui.texts import message
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    Chip,
    ChipState,
    Column,
    Kind,
    Panel,
    RowsModel,
    RowsView,
)
from zcdesk.ui.widgets.chip import chips_width

if TYPE_CHECKING:
    from zcdesk.operations.casework import Signed
    from zcdesk.operations.result_counter import Ready, Waiting


class Out(NamedTuple):
    """A result on the counter, and whether it goes out now."""

    ready: Ready
    goes: bool


class IssuePanel(Panel):
    """One person's results.

    Signals:
        issued(Issued): they are out.
        post_wanted(str): this case goes by post instead.
        left(): nothing was done.
    """

    issued = Signal(object)
    post_wanted = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._now: Pickup | None = None
        self._signed: tuple[bytes, str] | None = None
        self._since = desk.now()
        self._under_way = False
        self.setObjectName("issue_panel")
        self.set_title(self.tr("发群众"), self.tr("人证一致才能发，代领核委托书"))
        self.receiver = ReceiverPart(desk.keys)
        out, stays = self.tr("发放"), self.tr("不发")
        self._chips = {
            True: ChipState("square-check", out, Tone.OK),
            False: ChipState("square", stays, Tone.NEUTRAL),
        }
        self.model: RowsModel[Out] = RowsModel(
            (
                Column(
                    self.tr("发否"),
                    self._word,
                    width=chips_width(84, (out, stays)),
                    chip=self._chip,
                ),
                Column(self.tr("结果"), lambda o: o.ready.document, style="strong"),
                Column(self.tr("件号"), lambda o: o.ready.number, width=196),
                Column(self.tr("份数"), lambda o: str(o.ready.copies), width=52),
                Column(self.tr("柜位"), lambda o: o.ready.shelf, width=76, style="strong"),
            ),
            lambda o: o.ready.case,
            self._spoken,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("ready_results")
        self.view.setAccessibleName(self.tr("待领结果"))
        self.collecting = Collecting()
        self.signature = Chip()
        self.signature.setObjectName("signature_state")
        self.agent_button = Button(self.tr("代领"), icon="users", key="issue.agent")
        self.post_button = Button(self.tr("改邮寄"), icon="mail", key="issue.post")
        self.issue_button = Button(self.tr("人证一致"), Kind.PRIMARY, icon="package", key="Enter")
        self._build()
        self._bind()

    @property
    def pickup(self) -> Pickup | None:
        """What stands on the counter."""
        return self._now

    def open(self, waiting: Waiting, came: Person | None = None) -> None:
        """Show what waits for one person; `came` has put a card on the reader already."""
        self._under_way, self._signed = False, None
        self.receiver.clear()
        wanted = {one.case: one.collect for one in waiting.ready}
        begun = pickup.begin(waiting.applicant, wanted, waiting.picked)
        on_screen = self._desk.policy.case.screen_signature and self._has_screen
        self._now = msgspec.structs.replace(begun, on_screen=on_screen)
        self.model.set_rows(tuple(Out(one, True) for one in waiting.ready))
        self._put(self._now)
        if came is not None:
            self.arrive(came)
        self.view.set_current(max(0, self.model.place(waiting.picked)))
        self.view.setFocus()

    def arrive(self, person: Person) -> None:
        """A card lies on the reader, or was typed."""
        if self._now is None:
            return
        self._put(pickup.arrive(self._now, person))
        if self._now.is_own:
            self.view.setFocus()
        else:
            self._desk.notices.say("RES-03")

    def showEvent(self, event: QShowEvent) -> None:
        """Ask the citizen again where a page over this one took the question away."""
        super().showEvent(event)
        self._tell_screen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing of anybody stays on the citizen's screen while another page is in front."""
        super().hideEvent(event)
        self._tell_screen()

    def forget(self) -> None:
        """Forget who was here."""
        self._now, self._signed = None, None
        self.receiver.clear()
        self.model.set_rows(())
        self._tell_screen()

    def confirm(self) -> None:
        """Person and card are one; or, once nothing lacks, hand out."""
        now = self._now
        if now is None or self._under_way:
            return
        what = pickup.lacking(now)
        if what is Lacking.COMPARE:
            self._put(msgspec.structs.replace(now, compared=True))
            self._since = self._desk.now()
            self._go_on()
        elif what is not None:
            self._ask_for(what)
        elif self._is_armed:
            self._issue(now)

    @property
    def _is_armed(self) -> bool:
        """A bounced Enter hands out nothing; a clock set back does not lock it."""
        since = self._desk.now() - self._since
        return not dt.timedelta() <= since < ARMED_AFTER

    def _go_on(self) -> None:
        """After 人证一致 put the focus at what is asked for next."""
        assert self._now is not None
        if pickup.lacking(self._now) in (Lacking.AUTHORITY, Lacking.CHECKED):
            self.receiver.authority.setFocus()
        else:
            self.view.setFocus()

    def _ask_for(self, what: Lacking) -> None:
        assert self._now is not None
        notices = self._desk.notices
        match what:
            case Lacking.IDENTITY:
                notices.say("RES-16")
            case Lacking.AUTHORITY:
                self.receiver.authority.say(message("RES-04").text)
                self.receiver.authority.setFocus()
            case Lacking.CHECKED:
                notices.say("RES-17")
                self.receiver.checked.setFocus()
            case Lacking.NOTHING_PICKED:
                notices.say("RES-18")
            case Lacking.COLLECT:
                left = [n for c, n in self._now.to_collect if (c, n) not in self._now.collected]
                notices.say("RES-19", names="、".join(left))
            case _:
                notices.say("RES-20")

    def _issue(self, now: Pickup) -> None:
        from zcdesk.operations.issuing import Receiver  # loads the store; not on the way in

        assert now.came is not None
        own = now.agency is Agency.SELF
        receiver = Receiver(
            person=now.came,
            agency=now.agency,
            authority="" if own else now.authority,
            covers=() if own else now.picked,
        )
        collected = {
            case: tuple(n for n in now.wanted[case] if (case, n) in now.collected)
            for case in now.picked
        }
        self._under_way = True
        self._desk.do(
            self._desk.operations.issuing.issue_all,
            now.picked,
            receiver,
            collected=collected,
            signed=self._signature(),
            owner=self,
            done=self.issued.emit,
            failed=self._on_failed,
        )

    def _signature(self) -> Signed | None:
        from zcdesk.operations.casework import Signed

        return Signed(png=self._signed[0], shown=self._signed[1]) if self._signed else None

    def _put(self, now: Pickup) -> None:
        """Show another state; a signature under other lines no longer counts."""
        if self._signed is not None and digest(self._lines(now)) != self._signed[1]:
            self._signed = None
        self._now = msgspec.structs.replace(now, signed=self._signed is not None)
        self.receiver.show_pickup(self._now)
        every = (one.ready for one in self.model.rows)
        self.model.set_rows(tuple(Out(one, one.case in now.picked) for one in every))
        self.collecting.show_pickup(self._now)
        self._show_state(self._now)
        self._tell_screen()

    def _show_state(self, now: Pickup) -> None:
        if self._signed is not None:
            said = ChipState("writing-sign", self.tr("已屏签（手写签名影像）"), Tone.OK)
        elif now.on_screen:
            said = ChipState("device-tv", self.tr("请群众在屏上签送达回执"), Tone.INFO)
        else:
            said = ChipState("printer", self.tr("送达回执纸上签"), Tone.NEUTRAL)
        self.signature.set_state(said)
        ready = pickup.lacking(now) is None
        compared = now.compared
        n = len(now.picked)
        words = self.tr("发放 {n} 件").format(n=n) if compared else self.tr("人证一致")
        self.issue_button.set_text(words)
        self.issue_button.setEnabled(ready or not compared)

    @property
    def _has_screen(self) -> bool:
        """Whether a citizen's screen is shown."""
        second = self._desk.second
        return second is not None and second.screen is not None

    def _lines(self, now: Pickup) -> tuple[Line, ...]:
        return receipt_lines(now, tuple(one.ready for one in self.model.rows))

    def _tell_screen(self) -> None:
        """Let the citizen read and sign once everything else is settled."""
        second = self._desk.second
        if second is None:
            return
        now = self._now if self.isVisible() else None
        asked = now is not None and pickup.lacking(now) is Lacking.SIGNATURE
        if asked and now is not None:
            second.ask_signature(self.tr("请核对并签收"), self._lines(now), self._on_signed)
        else:
            second.forget_signature(self._on_signed)

    def _on_signed(self, png: bytes, shown: str) -> None:
        if self._now is not None:
            self._signed = (png, shown)
            self._since = self._desk.now()
            self._put(self._now)

    def _on_failed(self, error: CodedError) -> None:
        self._under_way = False
        self._desk.notices.show(error)

    # --- keys ---

    def toggle_row(self) -> None:
        """Let the result under the cursor go out, or keep it here."""
        row: Out | None = self.view.current
        if self._now is not None and row is not None:
            self._put(pickup.pick(self._now, row.ready.case))

    def choose_agent(self) -> None:
        """Somebody comes for the applicant; again takes that back."""
        if self._now is not None:
            own = self._now.agency is not Agency.SELF
            self._on_agency(Agency.SELF if own else Agency.AGENT)
            if not own:
                self.receiver.authority.setFocus()

    def choose_signature(self) -> None:
        """Sign on the citizen's screen, or on the paper."""
        if self._now is None:
            return
        if not self._has_screen:
            self._desk.notices.note(self.tr("本窗口没有开着的群众屏，请在纸上签"))
            return
        self._signed = None
        self._put(msgspec.structs.replace(self._now, on_screen=not self._now.on_screen))

    def post(self) -> None:
        """Send the result under the cursor by post instead."""
        row: Out | None = self.view.current
        if row is not None:
            self.post_wanted.emit(row.ready.case)

    def _on_agency(self, agency: Agency) -> None:
        if self._now is None:
            return
        if agency is Agency.SELF and self._now.came is not None and not self._now.is_own:
            self._desk.notices.say("RES-03")
            agency = self._now.agency
        self._put(msgspec.structs.replace(self._now, agency=agency, checked=False))

    def _on_authority(self, words: str, checked: bool) -> None:
        if self._now is not None:
            self._put(msgspec.structs.replace(self._now, authority=words, checked=checked))

    def _on_digit(self, digit: int) -> bool:
        if self._now is None or digit > len(self._now.to_collect):
            return False
        self._put(pickup.collect(self._now, digit - 1))
        return True

    def _on_escape(self) -> None:
        if self.receiver.close_fields():
            self.view.setFocus()
        else:
            self.left.emit()

    def _chip(self, row: Out) -> ChipState:
        return self._chips[row.goes]

    def _word(self, row: Out) -> str:
        return self._chip(row).word

    def _spoken(self, row: Out) -> str:
        one = row.ready
        return self.tr("{word}，{document}，柜位 {shelf}，件号 {number}").format(
            word=self._word(row), document=one.document, shelf=one.shelf, number=one.number
        )

    def _build(self) -> None:
        acts = QHBoxLayout()
        theme.spaced(acts, gap=8)
        acts.addWidget(self.signature)
        acts.addStretch(1)
        for button in (self.agent_button, self.post_button, self.issue_button):
            acts.addWidget(button)
        self.body.addWidget(self.receiver)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.collecting)
        self.body.addLayout(acts)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("issue.confirm", self, self.confirm)
        keys.bind("results.leave", self, self._on_escape)
        keys.bind("issue.pick", self.view, self.toggle_row)
        keys.bind("issue.collect", self.view, self._on_digit)
        keys.bind("issue.agent", self.view, self.choose_agent)
        keys.bind("issue.sign", self.view, self.choose_signature)
        keys.bind("issue.post", self.view, self.post)
        self.view.opened.connect(lambda _: self.confirm())
        self.receiver.typed.connect(self.arrive)
        self.receiver.agency_chosen.connect(self._on_agency)
        self.receiver.authority_changed.connect(self._on_authority)
        self.collecting.ticked.connect(lambda place: self._on_digit(place + 1))
        self.agent_button.clicked.connect(self.choose_agent)
        self.post_button.clicked.connect(self.post)
        self.issue_button.clicked.connect(self.confirm)

"""The session strip: whose turn it is, for how long, who they are and how that is known.

The ticket number is the largest text on the screen: the clerk says it aloud. Numbers are masked;
short of room the phone goes first, then what is less needed; number, name, identity and buttons
never do.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QWidget

from zcdesk.domain.identity import mask_id, mask_phone
from zcdesk.domain.person import Agency, Person, Trust
from zcdesk.domain.visit import OpenTicket, Phase, Visit
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.labels import agency_word, ground_word
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.chip import Chip, ChipButton, ChipState
from zcdesk.ui.widgets.elapsed import Elapsed
from zcdesk.ui.widgets.masked import MaskedText
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

AMBER_AFTER = 60
NAME_ROOM = 180
"""Room a name gets before anything else gives way; a longer one is cut and told in full."""
_TRUST = {
    Trust.CARD: ("id", QT_TRANSLATE_NOOP("strip", "已读卡"), Tone.OK),
    Trust.LICENCE: ("qrcode", QT_TRANSLATE_NOOP("strip", "电子证照"), Tone.OK),
    Trust.HISTORY: ("history", QT_TRANSLATE_NOOP("strip", "历史信息"), Tone.INFO),
    Trust.MANUAL: ("pencil", QT_TRANSLATE_NOOP("strip", "手工录入"), Tone.WARN),
}


def trust_chip(person: Person) -> ChipState:
    """Return how the particulars are known."""
    icon, word, tone = _TRUST[person.trust]
    return ChipState(icon, words("strip", word), tone)


class SessionStrip(QFrame):
    """Shows the open visit.

    Signals:
        recall_wanted, menu_wanted, next_wanted, applicant_wanted: the buttons.
        identity_wanted: the clerk says that person and card agree, or takes it back.
    """

    recall_wanted = Signal()
    menu_wanted = Signal()
    next_wanted = Signal()
    applicant_wanted = Signal()
    identity_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit: Visit | None = None
        self._known = False
        self._on_work = True
        self.setProperty("kind", "panel")
        self.setObjectName("session_strip")
        self.number = Text("", "display", Tone.INFO)
        self.number.setObjectName("ticket_number")
        self.phase = Text("", "body", Tone.NEUTRAL)
        self.elapsed = Elapsed(self._seconds)
        self.name = Text("", "title", elide=True)
        self.name.setObjectName("applicant_name")
        self.who = Button(self.tr("申请人"), icon="id", key="F4")
        self.who.setObjectName("strip_applicant")
        self.presenter = Text("", "body", Tone.NEUTRAL, elide=True)
        self.id_number = MaskedText(self.tr("证件号"))
        self.id_number.setObjectName("strip_id_number")
        self.phone = MaskedText(self.tr("手机"))
        self.phone.setObjectName("strip_phone")
        self.trust = ChipButton(trust_chip(Person()))
        self.trust.setObjectName("strip_trust")
        self.identity = ChipButton(self._identity_state(compared=False))
        self.identity.setObjectName("strip_identity")
        self.agency = Chip()
        self.priority = Chip()
        self._chips = (self.trust, self.identity, self.agency, self.priority)
        self._measured: tuple[int, ...] = ()
        self.recall = Button(self.tr("重呼"), key="F3")
        self.more = Button(self.tr("更多"), key="⇧F2")
        self.next = Button(self.tr("下一位"), key="F2")
        for button, name in ((self.recall, "recall"), (self.more, "more"), (self.next, "next")):
            button.setObjectName(f"strip_{name}")
        self._build()

    def show_visit(self, visit: Visit) -> None:
        """Show what is known of the visit."""
        old, self._visit = self._visit, visit
        ticket = visit.ticket
        nobody = self.tr("邮件") if visit.parcel else "—"
        self.number.set_text(ticket.number if ticket else nobody)
        if old is None or (old.id, old.phase) != (visit.id, visit.phase):
            self._start(visit)
        self._show_person(visit)
        self._show_ticket(ticket)
        self.recall.setEnabled(ticket is not None and not ticket.walk_in)
        self._fit()

    def show_buttons(self, on: bool) -> None:
        """Show or hide the queue's buttons: behind another page their keys do not act."""
        self._on_work = on
        for button in (self.recall, self.more, self.next):
            button.setVisible(on)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when a part asks for another size."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._sizes() != self._measured:
            self._fit()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the less needed give way, or come back."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again in the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        theme.spaced(row, (16, 8, 12, 8), 14)
        row.addWidget(self.number)
        row.addWidget(self.phase)
        row.addWidget(self.elapsed)
        row.addWidget(self.name)
        row.addWidget(self.who)
        for widget in (self.presenter, self.id_number, self.phone):
            row.addWidget(widget)
        for chip in self._chips:
            row.addWidget(chip)
        row.addStretch(1)
        for button in (self.recall, self.more, self.next):
            row.addWidget(button)
        self.recall.clicked.connect(self.recall_wanted)
        self.more.clicked.connect(self.menu_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.who.clicked.connect(self.applicant_wanted)
        self.trust.clicked.connect(self.applicant_wanted)
        self.identity.clicked.connect(self.identity_wanted)
        self.id_number.revealed.connect(lambda: self._log("id_number"))
        self.phone.revealed.connect(lambda: self._log("phone"))

    def _start(self, visit: Visit) -> None:
        called = visit.phase is Phase.CALLED
        self.phase.set_text(self.tr("已呼叫 ·") if called else self.tr("办理中"))
        since = visit.ticket.called_at if called and visit.ticket else visit.started_at
        began = datetime.fromisoformat(since).timestamp() if since else None
        self.elapsed.start(began, amber_after=AMBER_AFTER if called else 0)

    def _show_person(self, visit: Visit) -> None:
        batch = visit.is_batch
        shown = (
            visit.presenter if batch and not visit.presenter.is_empty else visit.applicant.person
        )
        known = not shown.is_empty
        self.name.set_text(shown.name)
        self.id_number.set_value(mask_id(shown.id_number), lambda: shown.id_number)
        self.phone.set_value(mask_phone(shown.phone), lambda: shown.phone)
        if batch:
            self.presenter.set_text(self.tr("经办 {n} 位申请人").format(n=len(visit.applicants)))
        elif visit.agency is not Agency.SELF and visit.presenter.name:
            self.presenter.set_text(self.tr("经办 {name}").format(name=visit.presenter.name))
        else:
            self.presenter.set_text("")
        self.trust.set_state(trust_chip(shown))
        self.trust.setVisible(known)
        self.identity.set_state(self._identity_state(compared=shown.compared))
        self.identity.setVisible(known and not shown.is_unit)
        self._known = known
        self.agency.set_state(self._agency_state(visit))

    def _show_ticket(self, ticket: OpenTicket | None) -> None:
        if ticket is None or not (ticket.priority or ticket.appointment):
            self.priority.set_state(None)
            return
        if ticket.priority:
            why = ground_word(ticket.why) if ticket.why else self.tr("绿色通道")
            word = self.tr("优先 · {why}").format(why=why)
            self.priority.set_state(ChipState("accessible", word, Tone.WARN))
            self.priority.setToolTip(self.tr("取号时登记为优先，按本厅规则先叫"))
        else:
            word = self.tr("预约 {time}").format(time=ticket.appointment[11:16])
            self.priority.set_state(ChipState("calendar", word, Tone.INFO))

    def _agency_state(self, visit: Visit) -> ChipState | None:
        if visit.agency is Agency.SELF:
            return None
        if visit.authority:
            word = self.tr("{kind} · 委托书已核").format(kind=agency_word(visit.agency))
            return ChipState("writing-sign", word, Tone.NEUTRAL)
        word = self.tr("{kind} · 委托书未核").format(kind=agency_word(visit.agency))
        return ChipState("writing-sign", word, Tone.WARN)

    def _identity_state(self, *, compared: bool) -> ChipState:
        if compared:
            return ChipState("user-check", self.tr("人证已核对"), Tone.OK)
        return ChipState("user-question", self.tr("人证待核对"), Tone.NEUTRAL)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None or self._visit is None:
            return
        self._measured = self._sizes()
        wanted = {
            self.phone: bool(self.phone.full_text),
            self.phase: True,
            self.presenter: bool(self.presenter.full_text),
            self.elapsed: True,
            self.id_number: bool(self.id_number.full_text),
            self.agency: self.agency.state is not None,
            self.trust: self._known,
            self.priority: self.priority.state is not None,
        }
        for widget, on in wanted.items():
            widget.setVisible(on)
        self.name.setVisible(bool(self.name.full_text))
        self.who.setVisible(self._on_work and not self._known)
        gone = []
        for widget in wanted:
            if self._fits(layout):
                break
            widget.hide()
            gone.append(widget)
        for widget in reversed(gone):  # a short one may come back where a long one had to go
            widget.setVisible(wanted[widget])
            if not self._fits(layout):
                widget.hide()

    def _sizes(self) -> tuple[int, ...]:
        """What the fit depends on; hiding a part asks for a layout, which changes none of it."""
        parts = (*self._chips, self.name, self.who, self.next, self.phone, self.id_number)
        return (self.width(), *(part.sizeHint().width() for part in parts))

    def _fits(self, layout: QLayout) -> bool:
        """Whether nothing is cut but a long name or unit."""
        layout.activate()
        long = max(0, self.name.sizeHint().width() - theme.look(self).px(NAME_ROOM))
        whole = layout.sizeHint().width() - (long if self.name.isVisibleTo(self) else 0)
        return whole <= self.width()

    def _seconds(self) -> float:
        return self._desk.now().timestamp()

    def _log(self, field: str) -> None:
        about = self._visit.id if self._visit else ""
        self._desk.do(self._desk.operations.clerks.reveal, field, about, owner=self)

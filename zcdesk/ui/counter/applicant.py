"""The applicant and who came for them (F4): by card, or typed and checked while typing.

Each field left is saved with the visit; Enter goes to what is still missing and closes when
nothing is. Numbers stand masked as soon as they are in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.person import Agency, Person, Trust
from zcdesk.domain.visit import Visit, decline_reuse, set_person, set_presenter
from zcdesk.ui import theme
from zcdesk.ui.counter.known_card import KnownCard
from zcdesk.ui.counter.person_fields import PersonFields
from zcdesk.ui.counter.strip import trust_chip
from zcdesk.ui.desk import Desk
from zcdesk.ui.jobs import device
from zcdesk.ui.widgets import Button, Check, Chip, Choice, Footer, Kind, Panel, Text
from zcdesk.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from zcdesk.operations.history import Known

_NARROW = 900
"""Logical width at scale 1 below which what is known goes under the fields."""


class ApplicantPanel(QWidget):
    """The page over the serving page.

    Signals:
        changed(Visit): a field was finished.
        roster_requested(): many applicants, from a spreadsheet.
        closed(): done, or Esc; nothing typed is lost either way.
    """

    changed = Signal(object)
    roster_requested = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit = Visit(id="", window="", started_at="")
        self._known_of = ""
        self.setObjectName("applicant_panel")
        self.setProperty("kind", "page")
        self.unit = Choice(((False, self.tr("个人")), (True, self.tr("企业、组织"))))
        self.unit.setObjectName("applicant_unit")
        self.read = Button(self.tr("读身份证"), icon="id", key="F4")
        self.read.setObjectName("applicant_read")
        self.trust = Chip()
        self.fields = PersonFields(desk, "applicant")
        self.agency = Choice(
            (
                (Agency.SELF, self.tr("本人")),
                (Agency.AGENT, self.tr("代办")),
                (Agency.UNIT_CLERK, self.tr("单位经办人")),
                (Agency.AGENT_OFFICER, self.tr("代办员")),
            )
        )
        self.agency.setObjectName("applicant_agency")
        self.agent = PersonFields(desk, "agent", full=False)
        self.authority = Check(self.tr("授权委托书（介绍信）已核对"))
        self.authority.setObjectName("applicant_authority")
        self.known = KnownCard()
        self.done = Button(self.tr("完成"), Kind.PRIMARY, key="F9")
        self.done.setObjectName("applicant_done")
        self._build()
        self._bind()

    def open(self, visit: Visit) -> None:
        """Show the applicant of the visit that is on the screen."""
        self._visit = visit
        person = visit.applicant.person
        self.unit.blockSignals(True)
        self.unit.set_value(person.is_unit)
        self.unit.blockSignals(False)
        self.fields.set_person(person)
        self.agent.set_person(visit.presenter)
        self.authority.setChecked(visit.authority)
        self.agency.blockSignals(True)
        self.agency.set_value(visit.agency)
        self.agency.blockSignals(False)
        self._show_agency(visit.agency)
        self.trust.set_state(None if person.is_empty else trust_chip(person))
        self._known_of = ""
        self.known.clear()
        self.known.declined.blockSignals(True)
        self.known.declined.setChecked(visit.applicant.reuse_declined)
        self.known.declined.blockSignals(False)
        self._look_up()
        (self._next_empty() or self.done).setFocus()
        if person.is_empty:
            self._read_card(quiet=True)

    def take_card(self, person: Person) -> None:
        """Take a card laid on the reader: whose fields the clerk is in, or who is missing."""
        unit = self.fields.person.is_unit
        if unit and self._agency is Agency.SELF:
            self.agency.set_value(Agency.UNIT_CLERK)  # a unit has no card of its own
        in_agent = self.agent.isAncestorOf(self.focusWidget() or self)
        there = unit or self.fields.person.is_identified
        for_agent = self._agency is not Agency.SELF and (in_agent or there)
        fields = self.agent if for_agent else self.fields
        known = fields.person
        fields.set_person(
            msgspec.structs.replace(
                person,
                phone=person.phone or known.phone,
                address=person.address or known.address,
            )
        )
        self._on_finished()
        (self._next_empty() or self.done).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is known under the fields where there is no room beside them."""
        super().resizeEvent(event)
        self._place_known()

    def _place_known(self) -> None:
        at = theme.look(self)
        beside = self.width() >= at.px(_NARROW)
        ways = QBoxLayout.Direction
        self._middle.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.known.setFixedWidth(at.px(320) if beside else self.width())
        self.known.setMaximumHeight(16777215 if beside else at.px(132))
        self.known.setVisible(beside or self.known.tells)

    def _build(self) -> None:
        who = Panel(self.tr("申请人"))
        who.head.addWidget(self.trust)
        who.head.addWidget(self.unit)
        who.head.addWidget(self.read)
        who.body.addWidget(self.fields)
        agency = Panel(self.tr("谁来办理"))
        agency.head.addWidget(self.agency)
        agency.body.addWidget(self.agent)
        agency.body.addWidget(self.authority)
        inside = QWidget()
        left = QVBoxLayout(inside)
        theme.spaced(left, gap=8)
        left.addWidget(who)
        left.addWidget(agency)
        left.addStretch(1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        theme.spaced(self._middle, gap=8)
        self._middle.addWidget(Scroll(inside), 1)
        self._middle.addWidget(self.known)
        footer = Footer()
        roster = Button(self.tr("多人办理：导入名册"), Kind.QUIET, icon="users")
        roster.setObjectName("applicant_roster")
        roster.clicked.connect(self.roster_requested)
        footer.say(roster)
        footer.say(Text(), 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self._on_close)
        footer.act(back)
        footer.act(self.done)
        footer.under(self._middle, self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("applicant.read", self, self._read_card)
        keys.bind("applicant.next", self, self._on_next)
        keys.bind("applicant.done", self, self._on_close)
        keys.bind("applicant.close", self, self._on_close)
        self._desk.card_read.connect(self._on_card)
        self.read.clicked.connect(self._on_read_clicked)
        self.done.clicked.connect(self._on_close)
        self.unit.changed.connect(self._on_unit)
        self.agency.changed.connect(self._on_agency)
        self.authority.toggled.connect(self._on_finished)
        self.known.declined.toggled.connect(self._on_declined)
        for fields in (self.fields, self.agent):
            fields.finished.connect(self._on_finished)
            fields.revealed.connect(self._on_revealed)

    @property
    def _agency(self) -> Agency:
        value = self.agency.value
        assert isinstance(value, Agency)
        return value

    def _next_empty(self) -> QWidget | None:
        """Return what still needs the clerk, the applicant before the agent."""
        missing = self.fields.next_empty()
        if self._agency is Agency.SELF:
            return missing
        if missing is self.fields.phone.edit and not self.fields.person.phone:
            missing = None  # who comes for them can be reached
        missing = missing or self.agent.next_empty()
        return missing or (None if self.authority.isChecked() else self.authority)

    def _current(self) -> Visit:
        """The visit with what the fields say."""
        visit = set_person(self._visit, self.fields.person)
        visit = set_presenter(visit, self.agent.person, self._agency)
        authority = self.authority.isChecked() and self._agency is not Agency.SELF
        return msgspec.structs.replace(visit, authority=authority)

    def _on_finished(self) -> None:
        person = self.fields.person
        self.trust.set_state(None if person.is_empty else trust_chip(person))
        self._emit(self._current())
        self._look_up()

    def _emit(self, visit: Visit) -> None:
        if visit != self._visit:
            self._visit = visit
            self.changed.emit(visit)

    def _on_next(self) -> None:
        self._finish_field()
        missing = self._next_empty()
        if missing is None:
            self.closed.emit()
        else:
            missing.setFocus()

    def _on_close(self) -> None:
        self._finish_field()
        self.closed.emit()

    def _finish_field(self) -> None:
        self.fields.finish()
        self.agent.finish()
        self._on_finished()

    def _on_unit(self, unit: object) -> None:
        self.fields.set_unit(bool(unit))
        self._on_finished()

    def _on_agency(self, agency: object) -> None:
        assert isinstance(agency, Agency)
        self._show_agency(agency)
        self._on_finished()

    def _show_agency(self, agency: Agency) -> None:
        for part in (self.agent, self.authority):
            part.setVisible(agency is not Agency.SELF)

    def _on_card(self, person: Person) -> None:
        if self.isVisible():
            self.take_card(person)

    def _on_read_clicked(self) -> None:
        self._read_card()

    def _read_card(self, *, quiet: bool = False) -> None:
        reader = self._desk.devices.get("reader")
        if reader is None:
            if not quiet:
                self._desk.notices.say("IDC-26")
            return
        before = self.fields.person

        def taken(person: Person | None) -> None:
            if person is not None and not (quiet and self.fields.person != before):
                self.take_card(person)
            elif person is None and not quiet and before.trust is not Trust.CARD:
                ways = {"retry": self._read_card, "by_hand": self.fields.name.edit.setFocus}
                self._desk.notices.say("IDC-01", ways)

        def silent(_error: object) -> None:
            """Nobody asked for a card, and the chip says how the reader stands."""

        failed = silent if quiet else None
        self._desk.jobs.run(device("reader"), reader.read, owner=self, done=taken, failed=failed)

    def _look_up(self) -> None:
        """Ask what the hall knows, once per number that is in order."""
        person = self.fields.person
        if not person.id_number or self.fields.number_is_wrong:
            return
        if person.id_number != self._known_of:
            self._known_of = person.id_number
            known = self._desk.operations.history.known
            self._desk.do(known, person, owner=self, done=self._on_known)

    def _on_known(self, known: Known) -> None:
        self.known.show_known(known, self._desk.now().date().isoformat())
        self._place_known()
        self._emit(set_person(self._visit, self._visit.applicant.person, known.on_file))

    def _on_declined(self, declined: bool) -> None:
        self._emit(decline_reuse(self._visit, declined))

    def _on_revealed(self, field: str) -> None:
        reveal = self._desk.operations.clerks.reveal
        self._desk.do(reveal, field, f"sitting:{self._visit.id}", owner=self)

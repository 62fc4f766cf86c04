"""Who fetches the results: the person at the counter, identity and card, and an authority."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zcdesk.domain.identity import mask_id, normalise_number
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.pickup import Pickup
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Check,
    Chip,
    ChipState,
    Choice,
    CodeEdit,
    Field,
    LineEdit,
    Text,
)


class ReceiverPart(QWidget):
    """Shows the person and takes what a card does not tell.

    Signals:
        typed(Person): somebody whose card could not be read.
        agency_chosen(Agency): 本人, 代领 or a unit's clerk.
        authority_changed(str, bool): its words, and whether it was read and fits.
    """

    typed = Signal(object)
    agency_chosen = Signal(object)
    authority_changed = Signal(str, bool)

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.applicant = Text("", "strong", elide=True)
        self.identity = Chip()
        self.identity.setObjectName("identity_state")
        self.agency = Choice(
            (
                (Agency.SELF, self.tr("本人")),
                (Agency.AGENT, self.tr("代领（委托书）")),
                (Agency.UNIT_CLERK, self.tr("单位经办人")),
            )
        )
        self.name = Field(self.tr("领取人姓名"), LineEdit())
        self.number = Field(self.tr("领取人证件号（手工录入）"), CodeEdit(upper=True))
        words = LineEdit()
        self.authority = Field(self.tr("委托书、介绍信编号或日期"), words)
        self.checked = Check(self.tr("委托书原件已核：在有效期内，写明代领勾选的结果"))
        for field, name in (
            (self.name, "receiver_name"),
            (self.number, "receiver_number"),
            (self.authority, "authority"),
        ):
            field.edit.setObjectName(name)
        self._build()
        keys.bind("editor.accept", self._manual, self._on_typed)
        keys.bind("editor.accept", self.authority, self._on_authority_read)
        self.agency.changed.connect(self.agency_chosen)
        words.textChanged.connect(lambda _: self._on_authority())
        self.checked.toggled.connect(lambda _: self._on_authority())

    def show_pickup(self, now: Pickup) -> None:
        """Show who came and how that stands."""
        who = now.applicant
        self.applicant.set_text(f"{who.name}  {mask_id(who.id_number)}")
        self.identity.set_state(self._state(now))
        with_authority = now.agency is not Agency.SELF
        self.authority.setVisible(with_authority)
        self.checked.setVisible(with_authority)
        for widget in (self.agency, self.checked):
            widget.blockSignals(True)
        self.agency.set_value(now.agency)
        self.checked.setChecked(now.checked)
        for widget in (self.agency, self.checked):
            widget.blockSignals(False)

    def clear(self) -> None:
        """Nobody's words stay."""
        for field in (self.name, self.number, self.authority):
            field.edit.blockSignals(True)
            field.set_text("")
            field.edit.blockSignals(False)
            field.say("")
        self._manual.hide()

    def ask_identity(self) -> None:
        """Let the clerk type the receiver's card."""
        self._manual.show()
        self.number.setFocus()

    def close_fields(self) -> bool:
        """Close the fields for typing; tell whether they were open."""
        was_open = self._manual.isVisible()
        self._manual.hide()
        return was_open

    def _state(self, now: Pickup) -> ChipState:
        if now.came is None:
            return ChipState("id", self.tr("请读领取人身份证"), Tone.NEUTRAL)
        if now.is_own and now.compared:
            return ChipState("circle-check", self.tr("本人，人证一致"), Tone.OK)
        if now.is_own:
            return ChipState("user-check", self.tr("证件是申请人的，请看人证是否一致"), Tone.INFO)
        words = self.tr("{name} 不是申请人，须有委托书").format(name=now.came.name)
        if now.compared:
            words = self.tr("{name} 代领，人证一致").format(name=now.came.name)
            return ChipState("user-check", words, Tone.OK)
        return ChipState("user-question", words, Tone.WARN)

    def _on_typed(self) -> None:
        number, name = normalise_number(self.number.text()), self.name.text().strip()
        for field, said in ((self.number, number), (self.name, name)):
            field.say("" if said else self.tr("请填写"))
        if not number:
            self.number.setFocus()
        elif not name:
            self.name.setFocus()
        else:
            self._manual.hide()
            self.typed.emit(Person(name=name, id_number=number))

    def _on_authority(self) -> None:
        self.authority.say("")
        self.authority_changed.emit(self.authority.text().strip(), self.checked.isChecked())

    def _on_authority_read(self) -> None:
        self.checked.setFocus()

    def _build(self) -> None:
        top = QHBoxLayout()
        theme.spaced(top, gap=8)
        top.addWidget(self.applicant, 1)
        top.addWidget(self.identity)
        self._manual = QWidget()
        row = QHBoxLayout(self._manual)
        theme.spaced(row, gap=8)
        row.addWidget(self.number, 1)
        row.addWidget(self.name, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addLayout(top)
        column.addWidget(self._manual)
        column.addWidget(self.agency)
        column.addWidget(self.authority)
        column.addWidget(self.checked)
        for widget in (self._manual, self.authority, self.checked):
            widget.hide()

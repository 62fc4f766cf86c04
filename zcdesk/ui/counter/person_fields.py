"""The fields of one person or unit, checked while they are typed.

What is wrong is said below its field and names the digit; a check digit that fails can be
overridden with a reason, since wrong real numbers exist. Nothing typed is ever thrown away.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from zcdesk.domain.identity import (
    IdCheck,
    IdKind,
    check_id,
    check_phone,
    mask_id,
    mask_phone,
    recognise,
)
from zcdesk.domain.names import check_name, rare
from zcdesk.domain.person import Person, Trust
from zcdesk.domain.problem import Problem, Severity
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.labels import id_word
from zcdesk.ui.texts import message
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Combo, Field, LineEdit
from zcdesk.ui.widgets.masked_edit import MaskedEdit

_KINDS = tuple(kind for kind in IdKind if kind is not IdKind.USCC)


class PersonFields(QWidget):
    """`fields.set_person(person)`, `fields.person`; `prefix` begins the object names.

    Signals:
        finished(): a field was left or Enter pressed with something new in it.
        revealed(str): the number or phone was shown in clear.
    """

    finished = Signal()
    revealed = Signal(str)

    def __init__(
        self, desk: Desk, prefix: str, *, full: bool = True, parent: QWidget | None = None
    ) -> None:
        """Build.

        Args:
            full: with address and 法定代表人; an agent needs neither.
        """
        super().__init__(parent)
        self._desk = desk
        self._full = full
        self._person = Person()
        self._asked: IdKind | None = None
        self._said = Person()
        self.name = Field(self.tr("姓名"), LineEdit())
        self.number = Field(self.tr("证件号码"), MaskedEdit(mask_id, upper=True))
        self.phone = Field(self.tr("手机或电话"), MaskedEdit(mask_phone))
        self.kind = Field(self.tr("证件类型"), Combo())
        self.address = Field(self.tr("地址"), LineEdit())
        self.representative = Field(self.tr("法定代表人"), LineEdit())
        self.reason = Field(self.tr("仍要采用的理由"), LineEdit(self.tr("例如：户口簿上同号")))
        for field, name in self._named():
            field.edit.setObjectName(f"{prefix}_{name}")
        self._build()
        self._bind()

    @property
    def person(self) -> Person:
        """What the fields say now; what the card said stays the card's."""
        unit = self._person.is_unit
        check = self._number_check()
        return msgspec.structs.replace(
            self._person,
            name=check_name(self.name.text(), unit=unit).name,
            id_kind=self._kind().value,
            id_number=check.text,
            phone=check_phone(self._phone_edit.value).text,
            address=self.address.text().strip() if self._full else self._person.address,
            representative=self.representative.text().strip() if unit else "",
            override=self.reason.text().strip() if self.reason.isVisibleTo(self) else "",
            birth=check.birth.isoformat() if check.birth else self._person.birth,
            sex=check.sex or self._person.sex,
        )

    def set_person(self, person: Person) -> None:
        """Fill the fields."""
        self._person = self._said = person
        self._asked = IdKind(person.id_kind) if person.id_kind else None
        self.set_unit(person.is_unit)
        self.name.set_text(person.name)
        self._number_edit.set_value(person.id_number)
        self._phone_edit.set_value(person.phone)
        self.address.set_text(person.address)
        self.representative.set_text(person.representative)
        self.reason.set_text(person.override)
        self._check_all()

    def set_unit(self, unit: bool) -> None:
        """Ask for a unit's name and credit code instead of a person's."""
        self._person = msgspec.structs.replace(self._person, is_unit=unit)
        self.name.label.set_text(self.tr("单位名称") if unit else self.tr("姓名"))
        code, number = self.tr("统一社会信用代码"), self.tr("证件号码")
        self.number.label.set_text(code if unit else number)
        self.kind.setVisible(not unit)
        self.representative.setVisible(unit and self._full)
        self._check_number()

    def finish(self) -> None:
        """Take the field being typed in as finished."""
        self._on_finished()

    @property
    def number_is_wrong(self) -> bool:
        """Whether the number cannot be taken as it stands."""
        return self._number_check().blocked

    def next_empty(self) -> QWidget | None:
        """Return the first field that still needs the clerk, None if there is none."""
        check = self._number_check()
        if check_name(self.name.text(), unit=self._person.is_unit).blocked:
            return self.name.edit
        if not self._number_edit.value or check.blocked:
            return self._number_edit
        if self._lacks_reason(check):
            return self.reason.edit
        if not self._phone_edit.value or check_phone(self._phone_edit.value).blocked:
            return self._phone_edit
        return None

    def _named(self) -> tuple[tuple[Field, str], ...]:
        return (
            (self.name, "name"),
            (self.number, "id_number"),
            (self.phone, "phone"),
            (self.kind, "id_kind"),
            (self.address, "address"),
            (self.representative, "representative"),
            (self.reason, "override"),
        )

    @property
    def _number_edit(self) -> MaskedEdit:
        assert isinstance(self.number.edit, MaskedEdit)
        return self.number.edit

    @property
    def _phone_edit(self) -> MaskedEdit:
        assert isinstance(self.phone.edit, MaskedEdit)
        return self.phone.edit

    @property
    def _combo(self) -> Combo:
        assert isinstance(self.kind.edit, Combo)
        return self.kind.edit

    def _build(self) -> None:
        self._combo.setSizeAdjustPolicy(
            Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for kind in _KINDS:
            self._combo.addItem(id_word(kind), kind)
        grid = QGridLayout(self)
        theme.spaced(grid, gap=12, row_gap=8)
        # reading order is typing order: name, number, phone, and only then what has a default
        for column, field in enumerate((self.name, self.number, self.phone)):
            grid.addWidget(field, 0, column)
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        grid.addWidget(self.kind, 1, 0)
        grid.addWidget(self.representative, 1, 0)
        grid.addWidget(self.address, 1, 1, 1, 2)
        grid.addWidget(self.reason, 2, 0, 1, 3)
        self.reason.hide()
        self.representative.hide()
        self.address.setVisible(self._full)

    def _bind(self) -> None:
        assert isinstance(self.name.edit, LineEdit)
        self.name.edit.textEdited.connect(self._on_typed)
        self._number_edit.value_edited.connect(self._on_number)
        self._phone_edit.value_edited.connect(self._check_phone)
        self._combo.activated.connect(self._on_kind)
        self._number_edit.revealed.connect(lambda: self.revealed.emit("id_number"))
        self._phone_edit.revealed.connect(lambda: self.revealed.emit("phone"))
        for field, _ in self._named():
            if isinstance(field.edit, LineEdit):
                field.edit.editingFinished.connect(self._on_finished)

    def _kind(self) -> IdKind:
        if self._person.is_unit:
            return IdKind.USCC
        value = self._number_edit.value
        guess = recognise(value) or IdKind.RESIDENT
        if guess is IdKind.PASSPORT_FOREIGN and value[:2].isdigit():
            guess = IdKind.RESIDENT  # a letter slipped in; such passports are chosen by hand
        return self._asked or guess

    def _number_check(self, *, partial: bool = False) -> IdCheck:
        today = self._desk.now().date()
        return check_id(self._kind(), self._number_edit.value, today=today, partial=partial)

    def _lacks_reason(self, check: IdCheck) -> bool:
        typed = self._person.trust is Trust.MANUAL
        return check.needs_reason and typed and not self.reason.text().strip()

    def _on_typed(self) -> None:
        """Typed over, it is no longer the card's word."""
        if self._person.trust is not Trust.MANUAL:
            self._person = msgspec.structs.replace(self._person, trust=Trust.MANUAL)

    def _on_number(self) -> None:
        self._on_typed()
        self._check_number(partial=True)

    def _on_kind(self) -> None:
        self._asked = IdKind(self._combo.currentData())
        self._check_number()
        self._on_finished()

    def _on_finished(self) -> None:
        self._check_all()
        said = self.person
        if said != self._said:
            self._said = said
            self.finished.emit()

    def _check_all(self) -> None:
        self._check_name()
        self._check_number()
        self._check_phone()

    def _check_name(self) -> None:
        text = self.name.text()
        if not text:
            self.name.say("")
            return
        problems = check_name(text, unit=self._person.is_unit).problems
        if problems:
            _say(self.name, problems)
        elif rare(text, _is_common):
            self.name.say(message("IDC-07").text, Tone.INFO)
        else:
            self.name.say("")

    def _check_number(self, *, partial: bool = False) -> None:
        check = self._number_check(partial=partial)
        kind = self._combo.findData(check.kind)
        if kind >= 0 and self._number_edit.value:
            self._combo.setCurrentIndex(kind)
        shown = check.problems if self._number_edit.value else ()
        if partial and check.partial:
            self.number.say(_words(shown[0]), Tone.INFO)
        else:
            _say(self.number, shown)
        asks = check.needs_reason and self._person.trust is Trust.MANUAL
        self.reason.setVisible(asks and bool(self._number_edit.value))
        self._number_edit.hide_when(bool(self._number_edit.value) and not check.blocked)

    def _check_phone(self) -> None:
        value = self._phone_edit.value
        check = check_phone(value)
        if check.partial and self._phone_edit.hasFocus():
            self.phone.say(_words(check.problems[0]), Tone.INFO)
        else:
            _say(self.phone, check.problems if value else ())
        self._phone_edit.hide_when(bool(value) and not check.blocked)


def _say(field: Field, problems: tuple[Problem, ...]) -> None:
    """Put the gravest problem below its field."""
    if not problems:
        field.say("")
        return
    worst = next((p for p in problems if p.severity is Severity.BLOCK), problems[-1])
    field.say(_words(worst), Tone.DANGER if worst.severity is Severity.BLOCK else Tone.WARN)


def _is_common(char: str) -> bool:
    """Tell whether a printer's own font can be trusted with a character."""
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _words(problem: Problem) -> str:
    return message(problem.code, **problem.values).text

"""The row of acts below the editor: draft, hand in, approve, return, withdraw; asked in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.domain.proposal import Change
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.review.form import ActForm, Ask
from zcdesk.ui.widgets import Button, CodeEdit, Footer, Kind, Text


class Standing(NamedTuple):
    """How the thing in front stands.

    Attributes:
        change: the open one, None where there is none.
        is_mine: whoever works here wrote a part of it.
        is_offered: some version is in force.
    """

    change: Change | None = None
    is_mine: bool = False
    is_offered: bool = False


class ChangeActs(QWidget):
    """Shows what may be done with the matter or package in front by whoever works here.

    Attributes:
        may_edit: whoever works here may write at all.

    Signals:
        back_wanted, withdraw_wanted carry the reason; the others nothing.
    """

    save_wanted = Signal()
    submit_wanted = Signal()
    approve_wanted = Signal()
    back_wanted = Signal(str)
    withdraw_wanted = Signal(str)
    drop_wanted = Signal()
    all_wanted = Signal()

    def __init__(
        self, keys: Keys, name: str, withdrawal: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """Build.

        Args:
            name: what the object names begin with.
            withdrawal: what it is called to offer the thing no more, and what that means.
        """
        super().__init__(parent)
        self.may_edit = self._may_judge = self._touched = self._approves = False
        self._standing: Standing | None = None
        self._withdrawal = withdrawal
        self._asked: Callable[[str], object] | None = None
        self.form = ActForm(keys)
        self.day_words = Text(self.tr("生效"), "strong")
        self.day = CodeEdit(self.tr("批准时；定日写 2026-12-01"))
        self.day.setObjectName(f"{name}_day")
        self.day.setAccessibleName(self.tr("生效日期"))
        theme.sized(self.day, width=232)
        self.drop_button = Button(self.tr("放弃修改"), Kind.QUIET, icon="trash")
        self.withdraw_button = Button(self.tr("停办"), Kind.QUIET, icon="ban")
        self.all_button = Button(self.tr("批准列表中全部"), icon="user-check")
        self.back_button = Button(self.tr("退回修改"), icon="arrow-back-up", key="F4")
        self.save_button = Button(self.tr("存草稿"), icon="device-floppy", key="F8")
        self.go_button = Button(self.tr("提交复核"), Kind.PRIMARY, key="F9")
        self.go_button.setObjectName(f"{name}_go")
        self._build()
        self._connect()

    @property
    def effective(self) -> str:
        """The day as typed; empty = when approved."""
        return self.day.text().strip()

    def set_roles(self, *, may_edit: bool, may_judge: bool) -> None:
        """Offer what the roles of whoever works here allow."""
        self.may_edit, self._may_judge = may_edit, may_judge
        self.show_standing(self._standing)

    def show_standing(self, standing: Standing | None) -> None:
        """Offer what may be done with another one."""
        self._standing = standing
        self._touched = False
        change = standing.change if standing is not None else None
        self.day.setText(change.effective if change is not None else "")
        self.close_form()
        self._offer()

    def set_touched(self) -> None:
        """Something was typed: it can only be handed in now, not approved as it stands."""
        if not self._touched:
            self._touched = True
            self._offer()

    def close_form(self) -> None:
        """Leave what was asked."""
        self.form.close_form()
        self._asked = None

    def _offer(self) -> None:
        known = self._standing
        change = known.change if known is not None else None
        waits = change is not None and change.waits
        judges = waits and self._may_judge and known is not None and not known.is_mine
        self._approves = judges and not self._touched
        self.go_button.set_text(self.tr("批准发布") if self._approves else self.tr("提交复核"))
        self.go_button.setEnabled(known is not None and self.may_edit)
        self.save_button.setEnabled(known is not None and self.may_edit)
        self.back_button.setVisible(self._approves)
        self.all_button.setVisible(self._may_judge and waits)
        self.drop_button.setVisible(self.may_edit and (change is not None or self._touched))
        is_offered = known is not None and known.is_offered
        self.withdraw_button.setVisible(self.may_edit and is_offered and change is None)
        for part in (self.day, self.day_words):
            part.setVisible(self.may_edit)

    def _go(self) -> None:
        (self.approve_wanted if self._approves else self.submit_wanted).emit()

    def _ask(self, title: str, said: str, then: Callable[[str], object]) -> None:
        self._asked = then
        reason = Ask("reason", self.tr("理由"), needed=True, wide=True)
        self.form.open(title, said, (reason,), title)

    def _ask_back(self) -> None:
        self._ask(self.tr("退回修改"), self.tr("起草人会看到理由"), self.back_wanted.emit)

    def _ask_withdraw(self) -> None:
        self._ask(*self._withdrawal, self.withdraw_wanted.emit)

    def _on_accepted(self, answers: dict[str, object]) -> None:
        then, self._asked = self._asked, None
        self.form.close_form()
        if then is not None:
            then(str(answers["reason"]))

    def _build(self) -> None:
        self.footer = footer = Footer()
        for part in (self.day_words, self.day):
            footer.say(part)
        footer.say(Text(""), 1)
        for button in (
            self.drop_button,
            self.withdraw_button,
            self.all_button,
            self.back_button,
            self.save_button,
            self.go_button,
        ):
            footer.act(button)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addWidget(self.form)
        column.addWidget(footer)

    def _connect(self) -> None:
        self.drop_button.clicked.connect(self.drop_wanted)
        self.withdraw_button.clicked.connect(self._ask_withdraw)
        self.all_button.clicked.connect(self.all_wanted)
        self.back_button.clicked.connect(self._ask_back)
        self.save_button.clicked.connect(self.save_wanted)
        self.go_button.clicked.connect(self._go)
        self.form.accepted.connect(self._on_accepted)
        self.form.cancelled.connect(self.close_form)

"""Messages as a case shows them: kind, state, when, and why not; a list any page can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.domain.message import MessageState
from zcdesk.errors import UserError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.message_words import message_chip, message_word
from zcdesk.ui.texts import describe
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView

if TYPE_CHECKING:
    from zcdesk.operations.told import Told


class ToldList(QWidget):
    """`ToldList(desk)`, then `show_case(id)`: everything told about a case by this station."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model: RowsModel[Told] = RowsModel(
            (
                Column(self.tr("时间"), lambda told: _time(told.at), width=110, style="body"),
                Column(self.tr("短信"), lambda told: message_word(told.kind), width=110),
                Column(self.tr("编号"), lambda told: told.number, width=190, style="body"),
                Column(self.tr("手机"), lambda told: told.phone, width=130, style="body"),
                Column(self.tr("状态"), lambda told: _chip(told).word, width=150, chip=_chip),
                Column(self.tr("为什么"), why_words, style="body"),
            ),
            lambda told: told.id,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("told")
        self.view.setAccessibleName(self.tr("短信"))
        self.empty = Empty("message-circle", self.tr("本机没有这件的短信"))
        column = QVBoxLayout(self)
        theme.spaced(column, gap=0)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)

    def show_case(self, case_id: str) -> None:
        """Show what was told about a case, the oldest first."""
        of_case = self._desk.operations.messages.of_case
        self._desk.do(of_case, case_id, owner=self, done=self.show_rows)

    def show_rows(self, rows: tuple[Told, ...]) -> None:
        """Show these messages."""
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows and self.view.current is None:
            self.view.set_current(0)


def why_words(told: Told) -> str:
    """Say what went wrong last, where nothing reached the applicant."""
    arrived = (MessageState.SENT, MessageState.DELIVERED)
    return describe(UserError(told.why)).text if told.why and told.state not in arrived else ""


def _chip(told: Told) -> ChipState:
    return message_chip(told.state)


def _time(at: str) -> str:
    return at[5:16].replace("T", " ")

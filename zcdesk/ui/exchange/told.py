"""Messages as a case shows them: kind, state, when, and why not; a list any page can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.domain.message import MessageKind, MessageState
from zcdesk.errors import UserError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.told import Told

_KINDS = {
    MessageKind.RECEIVED: QT_TRANSLATE_NOOP("messages", "邮件收件"),
    MessageKind.ACCEPTED: QT_TRANSLATE_NOOP("messages", "受理"),
    MessageKind.RETURNED: QT_TRANSLATE_NOOP("messages", "补正"),
    MessageKind.NOT_ACCEPTED: QT_TRANSLATE_NOOP("messages", "不予受理"),
    MessageKind.DECIDED: QT_TRANSLATE_NOOP("messages", "决定"),
    MessageKind.RESULT_READY: QT_TRANSLATE_NOOP("messages", "领取结果"),
    MessageKind.DEFERRAL_DUE: QT_TRANSLATE_NOOP("messages", "容缺提醒"),
    MessageKind.CORRECTION_DUE: QT_TRANSLATE_NOOP("messages", "补正提醒"),
    MessageKind.POSTED: QT_TRANSLATE_NOOP("messages", "已寄出"),
    MessageKind.RATING: QT_TRANSLATE_NOOP("messages", "评价回访"),
    MessageKind.NOTICE: QT_TRANSLATE_NOOP("messages", "一次性告知"),
    MessageKind.AMENDED: QT_TRANSLATE_NOOP("messages", "更正"),
    MessageKind.VOIDED: QT_TRANSLATE_NOOP("messages", "作废"),
}
_STATES = {
    MessageState.QUEUED: ("clock", QT_TRANSLATE_NOOP("messages", "待发"), Tone.INFO),
    MessageState.SENDING: ("clock", QT_TRANSLATE_NOOP("messages", "正在发"), Tone.INFO),
    MessageState.SENT: ("check", QT_TRANSLATE_NOOP("messages", "已发出"), Tone.OK),
    MessageState.DELIVERED: ("circle-check", QT_TRANSLATE_NOOP("messages", "已送达"), Tone.OK),
    MessageState.FAILED: ("circle-x", QT_TRANSLATE_NOOP("messages", "没有发成"), Tone.DANGER),
    MessageState.UNKNOWN: ("help", QT_TRANSLATE_NOOP("messages", "不确定，会再发"), Tone.WARN),
    MessageState.STOPPED: ("ban", QT_TRANSLATE_NOOP("messages", "不再发"), Tone.NEUTRAL),
    MessageState.BY_PHONE: ("phone", QT_TRANSLATE_NOOP("messages", "已打电话"), Tone.OK),
}


class ToldList(QWidget):
    """`ToldList(desk)`, then `show_case(id)`: everything told about a case by this station."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model: RowsModel[Told] = RowsModel(
            (
                Column(self.tr("时间"), lambda told: _time(told.at), width=110, style="body"),
                Column(self.tr("短信"), kind_word, width=110),
                Column(self.tr("编号"), lambda told: told.number, width=190, style="body"),
                Column(self.tr("手机"), lambda told: told.phone, width=130, style="body"),
                Column(self.tr("状态"), state_word, width=150, chip=state_chip),
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


def kind_word(told: Told) -> str:
    """What a message is about."""
    return words("messages", _KINDS[told.kind])


def state_chip(told: Told) -> ChipState:
    """How far a message came."""
    icon, word, tone = _STATES[told.state]
    return ChipState(icon, words("messages", word), tone)


def state_word(told: Told) -> str:
    """The word of that chip."""
    return state_chip(told).word


def why_words(told: Told) -> str:
    """Say what went wrong last, where nothing reached the applicant."""
    arrived = (MessageState.SENT, MessageState.DELIVERED)
    return describe(UserError(told.why)).text if told.why and told.state not in arrived else ""


def _time(at: str) -> str:
    return at[5:16].replace("T", " ")

"""待人看: acts that came second, or that this program cannot read; what happened, who and when.

Nothing was refused or lost: each is kept in the hall's order. Seen here means only that; which of
two acts shall hold is a manager's decision.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import ChipState, chips_width
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.attention import Attention

KINDS = {
    "ticket.called": QT_TRANSLATE_NOOP("attention", "叫号"),
    "ticket.transferred": QT_TRANSLATE_NOOP("attention", "转出"),
    "case.received": QT_TRANSLATE_NOOP("attention", "收件"),
    "sitting.received": QT_TRANSLATE_NOOP("attention", "收件"),
    "sitting.notified": QT_TRANSLATE_NOOP("attention", "一次性告知"),
    "shift.began": QT_TRANSLATE_NOOP("attention", "登录"),
    "sitting.referred": QT_TRANSLATE_NOOP("attention", "转办"),
}
REASONS = {
    "contested": ("arrows-exchange", QT_TRANSLATE_NOOP("attention", "与先到的冲突"), Tone.WARN),
    "unknown": ("help", QT_TRANSLATE_NOOP("attention", "需要新版本"), Tone.WARN),
    "unreadable": ("alert-triangle", QT_TRANSLATE_NOOP("attention", "内容读不出"), Tone.DANGER),
    "too_large": ("alert-triangle", QT_TRANSLATE_NOOP("attention", "过大，未上报"), Tone.DANGER),
    "altered": ("alert-triangle", QT_TRANSLATE_NOOP("attention", "被改动，未上报"), Tone.DANGER),
    "unverified": ("id", QT_TRANSLATE_NOOP("attention", "登录未核实"), Tone.WARN),
}
_HELD = frozenset({"too_large", "altered"})
"""Reasons for which an act is in nobody else's copy, so that it has to be done again."""
_SEEN = ("eye", QT_TRANSLATE_NOOP("attention", "已看"), Tone.NEUTRAL)


class AttentionPage(QWidget):
    """Lists what a person should look at.

    Signals:
        closed(): back to the counter.
        case_wanted(str): show the page of this case.
    """

    closed = Signal()
    case_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("待人看的记录")
        self.setObjectName("attention_page")
        self.setProperty("kind", "page")
        width = chips_width(150, [words("attention", w) for _, w, _ in (*REASONS.values(), _SEEN)])
        self.model: RowsModel[Attention] = RowsModel(
            (
                Column(self.tr("原因"), reason_words, width=width, chip=_chip),
                Column(self.tr("号码或编号"), lambda one: one.what, width=230),
                Column(self.tr("记录"), kind_words, width=120),
                Column(self.tr("谁、何时"), self._who),
                Column(self.tr("先到的是"), self._other),
            ),
            lambda one: one.act,
            lambda one: f"{reason_words(one)} {one.what} {kind_words(one)}",
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("attentions")
        self.view.setAccessibleName(self.title)
        self.empty = Empty("circle-check", self.tr("没有需要人看的记录"))
        self.button = Button(self.tr("已看"), Kind.PRIMARY, icon="eye", key="Enter")
        self.open_button = Button(self.tr("看办件"), icon="file-search", key="attention.open")
        self.back = Button(self.tr("返回"), key="Esc")
        self._build()
        desk.keys.bind("attention.see", self, self.see_current)
        desk.keys.bind("attention.open", self, self.open_current)
        desk.keys.bind("attention.close", self, self.closed.emit)
        desk.changed.connect(self._on_changed)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Keep the focus in the list, or on the way back while there is none."""
        (self.view if self.model.rows else self.back).setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is: one list."""

    def open(self) -> None:
        """Read the list again."""
        self._desk.do(self._desk.operations.attention.all_of, owner=self, done=self._on_found)

    def see_current(self) -> None:
        """Note that the one under the cursor was looked at."""
        one: Attention | None = self.view.current
        if one is None or one.is_seen:
            return
        see = self._desk.operations.attention.see
        self._desk.do(see, one.act, owner=self, done=lambda _: self.open())

    def open_current(self) -> None:
        """Show the case the one under the cursor is about."""
        case_id = _case_of(self.view.current)
        if case_id:
            self.case_wanted.emit(case_id)

    def _on_found(self, found: tuple[Attention, ...]) -> None:
        self.model.set_rows(found)
        self.view.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.button.setEnabled(any(not one.is_seen for one in found))
        self.open_button.setEnabled(any(_case_of(one) for one in found))
        if found and self.view.current is None:
            self.view.set_current(0)
        self.activate()

    def _on_changed(self, topics: frozenset[str]) -> None:
        if self.isVisible() and topics & {"ticket", "case", "sitting", "shift", "attention"}:
            self.open()

    def _who(self, one: Attention) -> str:
        where = self.tr("本窗口") if one.is_mine else self.tr("别的窗口")
        return f"{where} {one.clerk} {_time(one.at)}"

    def _other(self, one: Attention) -> str:
        if one.reason in _HELD:
            return self.tr("只在本机，核对后重办")
        return f"{one.other_clerk} {_time(one.other_at)}".strip() if one.other_at else "—"

    def _build(self) -> None:
        panel = Panel()
        panel.set_title(self.title, self.tr("都已保存，先到的有效；后到的由主管决定"))
        panel.body.addWidget(self.view, 1)
        panel.body.addWidget(self.empty, 1)
        footer = Footer()
        said = self.tr("“已看”只表示本窗口有人看过；登录由主管按“已看”核实")
        footer.say(Text(said, "small", Tone.NEUTRAL, elide=True), 1)
        footer.act(self.back)
        footer.act(self.open_button)
        footer.act(self.button)
        footer.under(panel, self)
        self.button.clicked.connect(self.see_current)
        self.open_button.clicked.connect(self.open_current)
        self.back.clicked.connect(self.closed)
        self.view.opened.connect(lambda _: self.see_current())


def kind_words(one: Attention) -> str:
    """Say what was recorded; a kind nobody here knows by its own name."""
    known = KINDS.get(one.kind)
    return words("attention", known) if known else one.kind


def _case_of(one: Attention | None) -> str:
    """Return the case something is about, empty where it is about none."""
    kind, _, id_ = one.subject.partition(":") if one else ("", "", "")
    return id_ if kind == "case" else ""


def _chip(one: Attention) -> ChipState:
    icon, word, tone = _SEEN if one.is_seen else REASONS[one.reason]
    return ChipState(icon, words("attention", word), tone)


def reason_words(one: Attention) -> str:
    return _chip(one).word


def _time(text: str) -> str:
    try:
        return f"{datetime.fromisoformat(text):%m-%d %H:%M}"
    except ValueError:
        # An act altered by hand may say anything.
        return "—"

"""The row below the desk: until when, and a button for each act the state and the role allow."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from zcdesk.domain.deadlines import Limit
from zcdesk.domain.hall import Clerk
from zcdesk.ui import theme
from zcdesk.ui.case_words import limit_word
from zcdesk.ui.review import acts
from zcdesk.ui.review import words as say
from zcdesk.ui.review.acting import Acting
from zcdesk.ui.rule_words import rule_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Button, Footer, Kind, Text
from zcdesk.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from zcdesk.operations.inbox import Opened


class ActBar(Footer):
    """`show_case(opened, clerk, acting, now)`.

    Signals:
        wanted(Deed): a button was pressed.
    """

    wanted = Signal(object)
    stages_wanted = Signal()
    sheet_wanted = Signal()
    limits_wanted = Signal()
    take_over_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.until = Text("", "small", Tone.NEUTRAL, elide=True)
        self.until.setObjectName("review_until")
        self.primary = Button("", Kind.PRIMARY, key="F9")
        self.primary.setObjectName("review_primary")
        self._deed: acts.Deed | None = None
        self._shown: tuple[object, ...] = ()
        self._buttons = QWidget()
        self._row = FlowLayout(self._buttons)
        theme.spaced(self._row, gap=6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self.say(self.until, 1)
        self.act(self._buttons)
        self.act(self.primary)
        self.primary.clicked.connect(lambda: self.wanted.emit(self._deed))

    def show_case(self, opened: Opened, clerk: Clerk, acting: Acting, now: dt.datetime) -> None:
        """Show what may be done."""
        self.until.set_text(self._until(opened.limit, now) if opened.limit else "")
        self._deed = acts.primary_of(opened.case, clerk)
        if self._deed is not None and not acting.may(opened, self._deed):
            self._deed = None
        self.primary.setVisible(self._deed is not None)
        if self._deed is not None:
            unseen = len(opened.case.unseen) if self._deed is acts.ACCEPT else 0
            left = self.tr("（{n} 页未看）").format(n=unseen) if unseen else ""
            self.primary.set_text(self._deed.words + left)
            self.primary.setEnabled(not unseen)
        offered = [d for d in acts.deeds_for(opened.case) if acting.may(opened, d)]
        offered = [d for d in offered if d is not self._deed and not d.rare]
        self._show(tuple(offered), opened, acting.may_set_stages(opened))

    def _until(self, limit: Limit, now: dt.datetime) -> str:
        chip = say.time_left(limit, now)
        at = f"{limit.at:%m-%d %H:%M}" if limit.at else ""
        words = (limit_word(limit.kind), at, chip.word if chip else "", rule_words(limit.rule))
        return " · ".join(word for word in words if word)

    def _show(self, offered: tuple[acts.Deed, ...], opened: Opened, may_set_stages: bool) -> None:
        key = (offered, may_set_stages, opened.mine, opened.reader)
        if key == self._shown:
            return
        self._shown = key
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for deed in offered:
            button = self._add(deed.words, deed.key)
            button.clicked.connect(lambda _checked=False, d=deed: self.wanted.emit(d))
        if may_set_stages:
            self._add(self.tr("环节"), "stages").clicked.connect(self.stages_wanted)
        self._add(self.tr("录入单"), "sheet").clicked.connect(self.sheet_wanted)
        self._add(self.tr("时限"), "limits").clicked.connect(self.limits_wanted)
        if not opened.mine and opened.reader:
            self._add(self.tr("接手"), "take_over").clicked.connect(self.take_over_wanted)

    def _add(self, word: str, key: str) -> Button:
        button = Button(word, key=f"review.{key}")
        button.setObjectName(f"review_{key}")
        self._row.addWidget(button)
        theme.rescale(button, theme.look(self))
        return button

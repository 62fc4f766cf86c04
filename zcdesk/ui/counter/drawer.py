"""The drawer below the checklist: the one place where a row's question or editor opens.

Only one is open at a time; whoever opens it says what follows. Esc closes it and changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.domain.checklist import Row
from zcdesk.domain.limits import Deferral
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.counter.choices import Choices
from zcdesk.ui.counter.deferral import DeferralEditor
from zcdesk.ui.counter.editors import AnswerEditor, LineEditor
from zcdesk.ui.record_words import record_words
from zcdesk.ui.theme import Tone


class Drawer(QWidget):
    """Holds choices and editors; hidden while none is open.

    Signals:
        opened(): a question takes the focus.
        closed(): it was answered, or left.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(keys)
        self.choices.setObjectName("row_choices")
        self.deferral = DeferralEditor(keys)
        self.answer = AnswerEditor(keys)
        self.line = LineEditor(keys, "pencil")
        self._parts: tuple[QWidget, ...] = (self.choices, self.deferral, self.answer, self.line)
        self._then: Callable[[], object] = _nothing
        self._reasons: Sequence[str] = ()
        self._of_reason: Callable[[str], object] = _nothing
        column = QVBoxLayout(self)
        theme.spaced(column, gap=0)
        for part in self._parts:
            column.addWidget(part)
        self.choices.chosen.connect(self._on_chosen)
        self.choices.cancelled.connect(self.close_all)
        for editor in (self.deferral, self.answer, self.line):
            editor.accepted.connect(self._on_accepted)
            editor.cancelled.connect(self.close_all)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a question stands."""
        return not self.isHidden()

    def take_focus(self) -> None:
        """Put the focus into what is open."""
        for part in self._parts:
            if not part.isHidden():
                part.setFocus()

    def close_all(self) -> None:
        """Leave what is open."""
        was_open = self.is_open
        self._clear()
        if was_open:
            self.closed.emit()

    def ask(
        self,
        title: str,
        answers: Sequence[str],
        then: Callable[[str], object],
        *,
        tone: Tone = Tone.INFO,
    ) -> None:
        """Ask for one of `answers` or the clerk's own words."""
        self._open(self.choices)
        self._reasons, self._of_reason = answers, then
        self.choices.ask(title, (*map(record_words, answers), self.tr("其他，写明…")), tone=tone)

    def write(
        self,
        title: str,
        then: Callable[[str], object],
        text: str = "",
        *,
        may_be_empty: bool = False,
    ) -> None:
        """Ask for a line of text."""
        self._open(self.line)
        self._then = lambda: then(self.line.text)
        self.line.open(title, text, may_be_empty=may_be_empty)

    def promise(
        self, row: Row, deferral: Deferral, at: dt.datetime, then: Callable[[str], object]
    ) -> None:
        """Ask until when a paper is promised."""
        self._open(self.deferral)
        self._then = lambda: then(self.deferral.due)
        self.deferral.open(row, deferral, at)

    def hear(self, title: str, then: Callable[[str, bool, str], object]) -> None:
        """Ask what the department answered: officer, whether it is taken, words."""
        self._open(self.answer)
        given = self.answer
        self._then = lambda: then(
            given.officer.text().strip(), given.may_receive, given.words.text().strip()
        )
        self.answer.open(title)

    def _open(self, part: QWidget) -> None:
        self._clear()
        self.show()
        self.opened.emit()
        part.show()

    def _clear(self) -> None:
        for part in self._parts:
            part.hide()
        self.hide()

    def _on_chosen(self, place: int) -> None:
        if place >= len(self._reasons):
            self.write(self.choices.title.full_text, self._of_reason)
            return
        reason = self._reasons[place]
        self._clear()
        self._of_reason(reason)
        self._report()

    def _on_accepted(self) -> None:
        self._clear()
        self._then()
        self._report()

    def _report(self) -> None:
        if not self.is_open:
            self.closed.emit()


def _nothing(*_args: object) -> None:
    """Follow nothing."""

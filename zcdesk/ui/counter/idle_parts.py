"""Parts of the idle counter: who is first in line, a list at the side, one line that reminds."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.labels import category_word, ground_word
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.chip import Chip, ChipState
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.front import Front
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text

if TYPE_CHECKING:
    from zcdesk.domain.ticket import Ticket


class NextUp(QWidget):
    """The first in line, as large as the clerk will say it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("idle_next")
        self.glyph = Glyph("users", Tone.NEUTRAL, 40)
        self.label = Text("", "body", Tone.NEUTRAL)
        self.number = Text("", "display", Tone.INFO)
        self.number.setObjectName("idle_first_number")
        self.about = Text("", "body", Tone.NEUTRAL, elide=True)
        self.priority = Chip()
        column = QVBoxLayout()
        theme.spaced(column, gap=2)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        theme.spaced(line, gap=12)
        line.addWidget(self.number)
        line.addWidget(self.priority)
        line.addWidget(self.about, 1)
        column.addWidget(self.label)
        column.addWidget(self._line)
        row = QHBoxLayout(self)
        theme.spaced(row, gap=16)
        row.addWidget(self.glyph)
        row.addLayout(column, 1)

    def minimumSizeHint(self) -> QSize:
        """Never cut the number."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def show_ticket(self, ticket: Ticket | None, total: int, now: datetime) -> None:
        """Show the first in line, or that nobody waits."""
        self._line.setVisible(ticket is not None)
        if ticket is None:
            self.priority.set_state(None)
            self.label.set_text(
                self.tr("现在没有人等候，有人取号会自动提示")
                if not total
                else self.tr("等候的 {n} 人都不在本窗口范围").format(n=total)
            )
            return
        waited = int((now - datetime.fromisoformat(ticket.taken_at)).total_seconds() // 60)
        self.label.set_text(self.tr("前面第一位"))
        self.number.set_text(ticket.number)
        self.about.set_text(
            self.tr("{category} · 已等 {n} 分").format(
                category=category_word(ticket.category), n=max(0, waited)
            )
        )
        why = ground_word(ticket.why) if ticket.why else self.tr("绿色通道")
        chip = ChipState("accessible", self.tr("优先 · {why}").format(why=why), Tone.WARN)
        self.priority.set_state(chip if ticket.priority else None)


class SideList(Panel):
    """A list at the side with one verb for its current row.

    Signals:
        chosen(object): the verb was asked for that row.
    """

    chosen = Signal(object)

    def __init__(self, title: str, view: RowsView, empty: Empty, verb: Button) -> None:
        super().__init__(title)
        self._title = title
        self.view = view
        self.verb = verb
        self.verb.setObjectName(f"{view.objectName()}_verb")
        view.setAccessibleName(title)
        self._stack = Front()
        self._stack.addWidget(empty)
        self._stack.addWidget(view)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(verb)
        view.opened.connect(self.chosen)
        verb.clicked.connect(self._on_verb)

    @property
    def has_rows(self) -> bool:
        """Whether there is anything in it."""
        return self.view.rows_model.rowCount() > 0

    def show_rows(self, rows: tuple[Any, ...]) -> None:
        """Show the rows, or the words of an empty list."""
        self.set_title(self._title, "", str(len(rows)) if rows else "")
        self.view.rows_model.set_rows(rows)
        if rows and self.view.current_place < 0:
            self.view.set_current(0)
        self._stack.setCurrentIndex(1 if rows else 0)
        self.verb.setVisible(bool(rows))

    def _on_verb(self) -> None:
        if self.view.current is not None:
            self.chosen.emit(self.view.current)


class Reminder(Panel):
    """One line that asks for something; hidden while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__("")
        self.setObjectName("idle_reminder")
        self.words = Text("", "body", Tone.WARN, elide=True)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        self._icon = Glyph("clock-exclamation", Tone.WARN, 20)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        self.body.addLayout(row)
        self.hide()

    def say(self, sentence: str, tone: Tone = Tone.WARN) -> None:
        """Show a sentence; none hides the line."""
        self.words.set_text(sentence)
        self.words.set_tone(tone)
        self._icon.show_icon("clock-exclamation", tone)
        self.setVisible(bool(sentence))

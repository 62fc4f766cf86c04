"""A question with numbered answers, in the page and without a dialog: reasons, verbs, ways out.

A digit or a click answers, Esc leaves everything as it was. It takes the focus, so the digits
belong to it and not to the list behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.flow import FlowLayout
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.text import Text

MOST = 9


class Choices(QFrame):
    """`choices.ask(title, ("未携带", "尚未办理"))`; hidden while there is no question.

    Signals:
        chosen(int): place of the answer, from 0.
        cancelled(): Esc.
    """

    chosen = Signal(int)
    cancelled = Signal()

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.INFO
        self._answers: list[Button] = []
        self._off: frozenset[int] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.icon = Glyph("help", Tone.INFO, 20)
        self.title = Text("", "strong", elide=True)
        self.back = Button(self.tr("返回"), Kind.QUIET, key="Esc")
        self.back.setObjectName("choices_back")
        self.back.clicked.connect(self.cancelled)
        self._flow = FlowLayout()
        theme.spaced(self._flow, gap=6)
        head = QHBoxLayout()
        theme.spaced(head, gap=8)
        head.addWidget(self.icon)
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        theme.spaced(column, (12, 6, 6, 8), 6)
        column.addLayout(head)
        column.addLayout(self._flow)
        self._digits = keys.bind("choices.pick", self, self._on_digit)
        keys.bind("choices.back", self, self.cancelled.emit)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a question stands."""
        return not self.isHidden()

    @property
    def answers(self) -> tuple[Button, ...]:
        """The buttons, in the order of their digits."""
        return tuple(self._answers)

    def ask(
        self,
        title: str,
        answers: Sequence[str],
        *,
        tone: Tone = Tone.INFO,
        icon: str = "help",
        back: str = "",
        off: frozenset[int] = frozenset(),
    ) -> None:
        """Show a question and take the focus.

        Args:
            back: words of the way back, 返回 without.
            off: places of answers that cannot be chosen now.
        """
        self._tone = tone
        self._off = off
        self.icon.show_icon(icon, tone)
        self.title.set_text(title)
        self.back.set_text(back or self.tr("返回"))
        self.setAccessibleName(title)
        for button in self._answers:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._answers = [self._answer(place, words) for place, words in enumerate(answers[:MOST])]
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
        self.update()

    def close_question(self) -> None:
        """Hide without an answer."""
        self.hide()

    def sizeHint(self) -> QSize:
        """Ask for the lines the answers need at this width."""
        hint = super().sizeHint()
        layout = self.layout()
        if layout is not None and self.width() > 0 and layout.hasHeightForWidth():
            hint.setHeight(layout.heightForWidth(self.width()))
        return hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the coloured ground."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(at.colour(self._tone.chip))
        painter.drawRoundedRect(self.rect(), 8, 8)

    def _answer(self, place: int, words: str) -> Button:
        button = Button(words, key=str(place + 1))
        button.setObjectName(f"answer_{place + 1}")
        button.setEnabled(place not in self._off)
        button.clicked.connect(lambda _checked=False, at=place: self._choose(at))
        self._flow.addWidget(button)
        return button

    def _on_digit(self, digit: int) -> None:
        self._choose(digit - 1)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._answers) and place not in self._off:
            self.chosen.emit(place)

"""Editors that open in place below the checklist: a line of text, and a department's answer.

Enter accepts, Esc leaves everything as it was; none is a dialog and only one is open at a time.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.field import LineEdit
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.text import Text


class Editor(QFrame):
    """A row's editor: heading, inputs, and the two ways out.

    Signals:
        accepted(): Enter, and `check` had nothing against it.
        cancelled(): Esc.
    """

    accepted = Signal()
    cancelled = Signal()

    def __init__(self, keys: Keys, icon: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.title = Text("", "strong", elide=True)
        self.inputs = QHBoxLayout()
        theme.spaced(self.inputs, gap=8)
        self.accept = Button(self.tr("确认"), key="Enter")
        self.accept.setObjectName("editor_accept")
        self.cancel = Button(self.tr("取消"), key="Esc")
        self.cancel.setObjectName("editor_cancel")
        self.accept.clicked.connect(self._on_accept)
        self.cancel.clicked.connect(self.cancelled)
        head = QHBoxLayout()
        theme.spaced(head, gap=8)
        head.addWidget(Glyph(icon, tone, 20))
        head.addWidget(self.title, 1)
        line = QHBoxLayout()
        theme.spaced(line, gap=8)
        line.addLayout(self.inputs, 1)
        line.addWidget(self.accept)
        line.addWidget(self.cancel)
        self.body = QVBoxLayout(self)
        theme.spaced(self.body, (12, 6, 8, 8), 6)
        self.body.addLayout(head)
        self.body.addLayout(line)
        keys.bind("editor.accept", self, self._on_accept)
        keys.bind("editor.save", self, self._on_accept)
        keys.bind("editor.cancel", self, self.cancelled.emit)
        self.hide()

    def check(self) -> bool:
        """Tell whether what was entered can be taken; says what is wrong in its place."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the coloured ground."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(at.colour(self._tone.chip))
        painter.drawRoundedRect(self.rect(), 8, 8)

    def _on_accept(self) -> None:
        if self.check():
            self.accepted.emit()


class LineEditor(Editor):
    """One line of Chinese text: a note, or the name of a paper offered freely."""

    def __init__(self, keys: Keys, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, icon, Tone.INFO, parent)
        self._may_be_empty = False
        self.edit = LineEdit()
        self.edit.setObjectName("line_edit")
        self.edit.textChanged.connect(lambda _text: self.edit.mark_wrong(False))
        self.inputs.addWidget(self.edit, 1)
        self.setFocusProxy(self.edit)

    @property
    def text(self) -> str:
        """What was entered, without blanks at the ends."""
        return self.edit.text().strip()

    def open(self, title: str, text: str = "", *, may_be_empty: bool = False) -> None:
        """Show the editor and put the cursor into it."""
        self._may_be_empty = may_be_empty
        self.title.set_text(title)
        self.edit.setAccessibleName(title)
        self.edit.setText(text)
        self.edit.selectAll()
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        """Refuse an empty text where something has to be said."""
        if self.text or self._may_be_empty:
            return True
        self.edit.mark_wrong(True)
        return False


class AnswerEditor(Editor):
    """What the department answered: who, whether it is taken, and their words.

    What it confirms has to be received on the spot (S1), so 可收 is chosen first.
    """

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(keys, "phone", Tone.INFO, parent)
        self.officer = LineEdit(self.tr("答复人姓名"))
        self.officer.setObjectName("answer_officer")
        self.officer.setAccessibleName(self.tr("答复人姓名"))
        self.officer.textChanged.connect(lambda _text: self.officer.mark_wrong(False))
        self.verdict = Choice(((True, self.tr("可收")), (False, self.tr("不可收"))))
        self.verdict.setObjectName("answer_verdict")
        self.words = LineEdit(self.tr("答复内容（可不填）"))
        self.words.setObjectName("answer_words")
        self.words.setAccessibleName(self.tr("答复内容"))
        theme.sized(self.officer, width=140)
        self.inputs.addWidget(self.officer)
        self.inputs.addWidget(self.verdict)
        self.inputs.addWidget(self.words, 1)
        self.setFocusProxy(self.officer)

    @property
    def may_receive(self) -> bool:
        """Whether the department takes the paper."""
        return bool(self.verdict.value)

    def open(self, title: str) -> None:
        """Show the editor, empty."""
        self.title.set_text(title)
        for edit in (self.officer, self.words):
            edit.clear()
        self.verdict.set_value(True)
        self.show()
        self.officer.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        """Ask for the officer's name: a nameless answer binds nobody."""
        if self.officer.text().strip():
            return True
        self.officer.mark_wrong(True)
        self.officer.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

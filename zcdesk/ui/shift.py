"""Change of shift (换班, 午休, 顶岗): what lies at the window passes from hand to hand.

Both sign: the giver is logged in, the taker signs with staff number and secret; the 交接班单
prints, and the taker works on at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.hall import Clerk
from zcdesk.domain.papers import PaperKind, ShiftPaper
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.field import CodeEdit, Field, LineEdit
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.clerks import Custody

OCCASIONS = (
    QT_TRANSLATE_NOOP("shift", "换班"),
    QT_TRANSLATE_NOOP("shift", "午休"),
    QT_TRANSLATE_NOOP("shift", "顶岗"),
)


class ShiftPage(QWidget):
    """Lists what is handed on and takes the second signature.

    Signals:
        handed(Clerk): the taker works here now.
        closed(): back to the counter, nothing handed on.
    """

    handed = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._custody: Custody | None = None
        self.title = self.tr("交接班")
        self.setObjectName("shift_page")
        self.lists = {
            name: Text("", "body", wrap=True) for name in ("visits", "parked", "originals")
        }
        self.seals = Field(self.tr("印章（用、分开）"), LineEdit())
        self.blanks = Field(self.tr("空白证照（用、分开）"), LineEdit())
        self.remark = Field(self.tr("备注"), LineEdit())
        self.occasion = Choice(tuple((o, words("shift", o)) for o in OCCASIONS))
        self.staff_no = Field(self.tr("接班人工号"), CodeEdit())
        self.secret = Field(self.tr("接班人口令"), CodeEdit(secret=True))
        self.button = Button(self.tr("双方签字并打印交接班单"), Kind.PRIMARY, key="Enter")
        self.button.clicked.connect(self.submit)
        self._build()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the fields' own Enter."""
        return (("Esc", self.tr("返回")),)

    def activate(self) -> None:
        """Read what lies here now."""
        self.staff_no.setFocus()
        clerks = self._desk.operations.clerks
        self._desk.do(clerks.custody_now, owner=self, done=self._on_custody)

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is: two columns fit every width."""

    def submit(self) -> None:
        """Hand the window over."""
        if self._custody is None or not self.button.isEnabled():
            return
        if not self.staff_no.text() or not self.secret.text():
            empty = self.secret if self.staff_no.text() else self.staff_no
            empty.say(self.tr("请填写"))
            empty.setFocus()
            return
        import msgspec

        custody = msgspec.structs.replace(
            self._custody,
            seals=_parts(self.seals.text()),
            blanks=_parts(self.blanks.text()),
            remark=self.remark.text().strip(),
        )
        self.button.setEnabled(False)
        self._desk.do(
            self._desk.operations.clerks.hand_custody,
            self.staff_no.text(),
            self.secret.text(),
            custody,
            str(self.occasion.value),
            owner=self,
            done=self._on_handed,
            failed=self._on_refused,
        )
        self.secret.set_text("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on and signs at the end; Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            if self.staff_no.edit.hasFocus() and not self.secret.text():
                self.secret.setFocus()
            else:
                self.submit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        held = Panel(self.tr("交接内容"))
        labels = (self.tr("在办"), self.tr("挂起"), self.tr("留存材料"))
        for label, text in zip(labels, self.lists.values(), strict=True):
            held.body.addWidget(Text(label, "heading"))
            held.body.addWidget(text)
        for field in (self.seals, self.blanks, self.remark):
            held.body.addWidget(field)
        held.body.addStretch(1)
        sign = Panel(self.tr("签字"))
        grid = QGridLayout()
        theme.spaced(grid, gap=16, row_gap=12)
        grid.addWidget(Text(self.tr("交接原因"), "small", Tone.NEUTRAL), 0, 0)
        grid.addWidget(self.occasion, 1, 0)
        grid.addWidget(self.staff_no, 2, 0)
        grid.addWidget(self.secret, 3, 0)
        grid.addWidget(self.button, 4, 0)
        sign.body.addLayout(grid)
        sign.body.addStretch(1)
        theme.sized(sign, width=360)
        column = QVBoxLayout()
        column.addWidget(held, 1)
        row = QHBoxLayout(self)
        theme.spaced(row, gap=8)
        row.addLayout(column, 1)
        row.addWidget(sign)

    def _on_custody(self, custody: Custody) -> None:
        self._custody = custody
        nothing = self.tr("没有")
        for name, text in self.lists.items():
            found: tuple[str, ...] = getattr(custody, name)
            text.set_text("\n".join(found) or nothing)

    def _on_refused(self, error: CodedError) -> None:
        self.button.setEnabled(True)
        self.secret.say(describe(error).text)
        self.secret.setFocus()

    def _on_handed(self, paper: ShiftPaper) -> None:
        from zcdesk.operations.printing import PrintTask

        self.button.setEnabled(True)
        if self._desk.printing is not None:
            task = PrintTask(
                sitting=f"shift-{paper.head.number}",
                kind=PaperKind.SHIFT,
                number=paper.head.number,
                paper=paper,
            )
            self._desk.printing.print((task,))
        taker = Clerk(staff_no=self.staff_no.text().strip(), name=paper.taker)
        for field in (self.staff_no, self.secret, self.seals, self.blanks, self.remark):
            field.set_text("")
            field.say("")
        self.handed.emit(taker)


def _parts(text: str) -> tuple[str, ...]:
    """Split a list typed with 、, comma or blank."""
    for mark in "，,；; ":
        text = text.replace(mark, "、")
    return tuple(part for part in text.split("、") if part)

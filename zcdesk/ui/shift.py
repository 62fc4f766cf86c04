"""Change of shift (换班, 午休, 顶岗): what lies at the window passes from hand to hand.

Both sign: the giver is logged in, the taker signs with staff number and secret; the 交接班单
prints, and the taker works on at once. Nothing is handed on that is not on the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.hall import Clerk
from zcdesk.domain.papers import PaperKind, ShiftPaper
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    Chip,
    ChipState,
    Choice,
    CodeEdit,
    Field,
    Footer,
    Glyph,
    Kind,
    LineEdit,
    Panel,
    Text,
)
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.words import QT_TRANSLATE_NOOP, noted, words

if TYPE_CHECKING:
    from zcdesk.operations.clerks import Custody

OCCASIONS = (
    QT_TRANSLATE_NOOP("shift", "换班"),
    QT_TRANSLATE_NOOP("shift", "午休"),
    QT_TRANSLATE_NOOP("shift", "顶岗"),
)
_HELD = {
    "visits": ("user-check", QT_TRANSLATE_NOOP("shift", "在办")),
    "parked": ("player-pause", QT_TRANSLATE_NOOP("shift", "挂起")),
    "originals": ("file-text", QT_TRANSLATE_NOOP("shift", "留存材料")),
}

_NONE = (QT_TRANSLATE_NOOP("shift", "无号"), QT_TRANSLATE_NOOP("shift", "尚未选事项"))
"""What a 交接班单 writes where somebody has no number, or has chosen no matter."""


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
        self._under_way = False
        self.title = self.tr("交接班")
        self.setObjectName("shift_page")
        self.setProperty("kind", "page")
        self.lists = {name: Text("", "body", Tone.NEUTRAL, wrap=True) for name in _HELD}
        self.counts = {name: Chip() for name in _HELD}
        self.seals = Field(self.tr("印章（用、分开）"), LineEdit())
        self.blanks = Field(self.tr("空白证照（用、分开）"), LineEdit())
        self.remark = Field(self.tr("备注"), LineEdit())
        self.giver = Text("", "strong")
        self.occasion = Choice(tuple((o, words("shift", o)) for o in OCCASIONS))
        self.staff_no = Field(self.tr("接班人工号"), CodeEdit())
        self.secret = Field(self.tr("接班人口令"), CodeEdit(secret=True))
        self.button = Button(
            self.tr("双方签字并打印交接班单"), Kind.PRIMARY, icon="arrows-exchange", key="F9"
        )
        for field, name in self._named():
            field.edit.setObjectName(f"shift_{name}")
        self._grid, self._signed = QGridLayout(), self._signatures()
        self._build()
        self.on_layout(LayoutStep.NORMAL)
        self._bind()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read what lies here now."""
        self._under_way = False
        self.staff_no.setFocus()
        clerks = self._desk.operations.clerks
        self._desk.do(clerks.custody_now, owner=self, done=self._on_custody)
        self._desk.do(clerks.clerk_of, owner=self, done=self._on_clerk)

    def on_layout(self, step: LayoutStep) -> None:
        """A narrow window asks for seals, blanks and remark below each other."""
        narrow = step is LayoutStep.NARROW
        theme.sized(self._signed, width=300 if narrow else 340)
        for place, field in enumerate((self.seals, self.blanks, self.remark)):
            self._grid.addWidget(field, place if narrow else 0, 0 if narrow else place)
            self._grid.setColumnStretch(place, int(not narrow or place == 0))

    def submit(self) -> None:
        """Hand the window over."""
        if self._custody is None or self._under_way:
            return
        for field in (self.staff_no, self.secret):
            field.say("" if field.text() else self.tr("请填写"))
        empty = next((f for f in (self.staff_no, self.secret) if not f.text()), None)
        if empty is not None:
            empty.setFocus()
            return
        custody = msgspec.structs.replace(
            self._custody,
            seals=_parts(self.seals.text()),
            blanks=_parts(self.blanks.text()),
            remark=self.remark.text().strip(),
        )
        self._under_way = True
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

    def _named(self) -> tuple[tuple[Field, str], ...]:
        return (
            (self.seals, "seals"),
            (self.blanks, "blanks"),
            (self.remark, "remark"),
            (self.staff_no, "staff_no"),
            (self.secret, "secret"),
        )

    def _build(self) -> None:
        inside = QWidget()
        lines = QVBoxLayout(inside)
        theme.spaced(lines, gap=6)
        for name, (icon, label) in _HELD.items():
            head = QHBoxLayout()
            theme.spaced(head, gap=8)
            head.addWidget(Glyph(icon, Tone.NEUTRAL, 18))
            head.addWidget(Text(words("shift", label), "strong"))
            head.addWidget(self.counts[name])
            head.addStretch(1)
            lines.addLayout(head)
            lines.addWidget(self.lists[name])
        lines.addStretch(1)
        theme.spaced(self._grid, gap=12)
        lines.addLayout(self._grid)
        held = Panel(self.tr("交接内容"))
        held.body.addWidget(Scroll(inside), 1)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(held, 1)
        row.addWidget(self._signed)
        footer = Footer()
        words_ = self.tr("接班人签字后立即以其名义继续，在办件不中断")
        footer.say(Text(words_, "small", Tone.NEUTRAL, elide=True), 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self.closed)
        footer.act(back)
        footer.act(self.button)
        footer.under(row, self)

    def _signatures(self) -> Panel:
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.spaced(column, gap=10)
        giver = QHBoxLayout()
        theme.spaced(giver, gap=8)
        giver.addWidget(Text(self.tr("交班人"), "small", Tone.NEUTRAL))
        giver.addWidget(self.giver)
        signed = ChipState("circle-check", self.tr("已登录即签字"), Tone.OK)
        giver.addStretch(1)
        column.addLayout(giver)
        column.addWidget(Chip(signed), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Text(self.tr("交接原因"), "small", Tone.NEUTRAL))
        column.addWidget(self.occasion)
        column.addWidget(self.staff_no)
        column.addWidget(self.secret)
        column.addStretch(1)
        panel = Panel(self.tr("双方签字"))
        panel.body.addWidget(Scroll(inside), 1)
        return panel

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("page.primary", self, self.submit)
        keys.bind("page.close", self, self.closed.emit)
        keys.bind("editor.accept", self, self._on_enter)
        self.button.clicked.connect(self.submit)

    def _on_enter(self) -> None:
        """Enter walks on through the fields and signs at the end."""
        fields = [field for field, _ in self._named()]
        at = next((i for i, f in enumerate(fields) if f.edit.hasFocus()), len(fields) - 1)
        if at < len(fields) - 1:
            fields[at + 1].setFocus()
        else:
            self.submit()

    def _on_clerk(self, clerk: Clerk) -> None:
        self.giver.set_text(noted(clerk.name, clerk.staff_no))

    def _on_custody(self, custody: Custody) -> None:
        self._custody = custody
        for name, text in self.lists.items():
            found: tuple[str, ...] = getattr(custody, name)
            text.set_text("\n".join(map(_line_words, found)) or self.tr("没有"))
            tone = Tone.INFO if found else Tone.NEUTRAL
            self.counts[name].set_state(ChipState("clipboard-list", str(len(found)), tone))

    def _on_refused(self, error: CodedError) -> None:
        self._under_way = False
        self.secret.say(describe(error).text)
        self.secret.setFocus()

    def _on_handed(self, paper: ShiftPaper) -> None:
        taker = Clerk(staff_no=self.staff_no.text().strip(), name=paper.taker)
        self._under_way = False
        self._print(paper)
        for field, _ in self._named():
            field.set_text("")
            field.say("")
        self.occasion.set_value(OCCASIONS[0])
        self.handed.emit(taker)

    def _print(self, paper: ShiftPaper) -> None:
        if self._desk.printing is None:
            return
        from zcdesk.operations.printing import PrintTask  # loads the store; not on the way in

        number = paper.head.number
        task = PrintTask(
            sitting=f"shift-{number}", kind=PaperKind.SHIFT, number=number, paper=paper
        )
        self._desk.printing.print((task,))


def _line_words(line: str) -> str:
    """Say a line of what is held: number and names, or the words that stand for none."""
    return " ".join(words("shift", part) if part in _NONE else part for part in line.split(" "))


def _parts(text: str) -> tuple[str, ...]:
    """Split a list typed with 、, comma or blank."""
    for mark in "，,；; ":
        text = text.replace(mark, "、")
    return tuple(part for part in text.split("、") if part)

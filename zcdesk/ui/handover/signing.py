"""Who fetches the pile signs: a card on the reader, a PIN, a pen on this screen, or on paper."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.person import Person
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.second.signature import SignatureArea
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import Chip, ChipState
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.field import CodeEdit, Field, LineEdit
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text

CARD, PIN, PEN, PAPER = "刷卡", "口令", "手写签名", "纸面签名"
"""Values of `operations.handover_desk.Proof`; they go into the record."""


class Signing(Panel):
    """Takes the second signature of a printed list.

    Signals:
        accepted(): Enter where everything is filled in.
        drop_wanted(): this list shall not count.
    """

    accepted = Signal()
    drop_wanted = Signal()

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("双方签字"))
        self._shown = ""
        self.number = Text("", "strong", elide=True)
        self.giver = Text("", "body")
        self.own_side = Text(self.tr("移交人"), "small", Tone.NEUTRAL)
        self.other_side = Text(self.tr("领取人签认方式"), "small", Tone.NEUTRAL)
        self.proof = Choice(
            (
                (CARD, self.tr("刷卡")),
                (PIN, self.tr("口令")),
                (PEN, self.tr("签字")),
                (PAPER, self.tr("纸面")),
            )
        )
        self.card = Chip()
        self.name = Field(self.tr("领取人姓名"), LineEdit())
        self.staff_no = Field(self.tr("领取人工号"), CodeEdit())
        self.secret = Field(self.tr("领取人口令"), CodeEdit(secret=True))
        self.pen = SignatureArea()
        self.again = Button(self.tr("重签"), Kind.QUIET, icon="refresh")
        self.drop = Button(self.tr("本表作废"), Kind.QUIET, icon="ban", key="F8")
        self._read = ""
        for field, name in ((self.name, "name"), (self.staff_no, "no"), (self.secret, "secret")):
            field.edit.setObjectName(f"taker_{name}")
        self._build()
        self.proof.changed.connect(lambda _: self._on_proof())
        self.again.clicked.connect(self.pen.clear)
        self.drop.clicked.connect(self.drop_wanted)
        keys.bind("editor.accept", self, self._on_enter)
        self._on_proof()

    @property
    def value(self) -> dict[str, object]:
        """What was entered, as `operations.handover_desk.Taker` wants it; empty while it lacks."""
        proof = self.proof.value
        found: dict[str, object] = {"proof": proof}
        match proof:
            case "刷卡":
                found["name"] = self._read
            case "口令":
                found |= {"staff_no": self.staff_no.text(), "secret": self.secret.text()}
            case "手写签名":
                signed = self.pen.is_signed
                image = self.pen.png() if signed else b""
                found |= {"name": self.name.text().strip(), "image": image, "shown": self._shown}
            case _:
                found["name"] = self.name.text().strip()
        return found if all(found.values()) else {}

    def say_sides(self, *, brings: bool) -> None:
        """Say which side signs here: who fetches, or who brings (results from a department)."""
        self.own_side.set_text(self.tr("接收人") if brings else self.tr("移交人"))
        words = self.tr("移交人签认方式") if brings else self.tr("领取人签认方式")
        self.other_side.set_text(words)
        said = (
            (self.name, self.tr("移交人姓名"), self.tr("领取人姓名")),
            (self.staff_no, self.tr("移交人工号"), self.tr("领取人工号")),
            (self.secret, self.tr("移交人口令"), self.tr("领取人口令")),
        )
        for field, bringing, fetching in said:
            field.label.set_text(bringing if brings else fetching)
            field.edit.setAccessibleName(field.label.full_text)

    def begin(self, number: str, giver: str, lines: tuple[str, ...]) -> None:
        """Ask for the signature of a list; the digest of `lines` is what is signed."""
        shown = "\n".join((number, *lines))
        self._shown = f"sha256:{hashlib.sha256(shown.encode()).hexdigest()}"
        self._read = ""
        self.number.set_text(number)
        self.giver.set_text(giver)
        for field in (self.name, self.staff_no, self.secret):
            field.set_text("")
            field.say("")
        self.pen.clear()
        self.proof.set_value(CARD)
        self._on_proof()

    def take_card(self, person: Person) -> None:
        """A card lies on the reader: it signs for whoever it names."""
        self._read = person.name
        self.proof.set_value(CARD)
        self._on_proof()

    def complain(self, words: str) -> None:
        """Say what is wrong at the field it belongs to."""
        field = self.secret if self.proof.value == PIN else self.name
        field.setVisible(True)
        field.say(words)
        field.set_text("")
        field.setFocus()

    def take_focus(self) -> None:
        """Put the focus where the signature is entered."""
        self.proof.setFocus()

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.spaced(column, gap=10)
        column.addWidget(self.number)
        giver = QHBoxLayout()
        theme.spaced(giver, gap=8)
        giver.addWidget(self.own_side)
        giver.addWidget(self.giver)
        giver.addWidget(Chip(ChipState("circle-check", self.tr("已登录即签字"), Tone.OK)))
        giver.addStretch(1)
        column.addLayout(giver)
        column.addWidget(self.other_side)
        column.addWidget(self.proof)
        for widget in (self.card, self.name, self.staff_no, self.secret, self.pen, self.again):
            column.addWidget(widget)
        column.addStretch(1)
        self.body.addWidget(Scroll(inside), 1)
        self.body.addWidget(self.drop)

    def _on_proof(self) -> None:
        proof = self.proof.value
        self.name.setVisible(proof in (PEN, PAPER))
        for field in (self.staff_no, self.secret):
            field.setVisible(proof == PIN)
        for widget in (self.pen, self.again):
            widget.setVisible(proof == PEN)
        if proof != CARD:
            self.card.set_state(None)
        elif self._read:
            words = self.tr("已读卡 {name}，按 Enter 签字").format(name=self._read)
            self.card.set_state(ChipState("circle-check", words, Tone.OK))
        else:
            words = self.tr("请领取人把证件放在读卡器上")
            self.card.set_state(ChipState("id", words, Tone.INFO))

    def _on_enter(self) -> None:
        """Enter walks on to what is still empty, and signs when nothing is."""
        fields = [f for f in (self.name, self.staff_no, self.secret) if f.isVisibleTo(self)]
        empty = next((field for field in fields if not field.text()), None)
        if empty is not None:
            empty.setFocus()
        else:
            self.accepted.emit()

"""The login page: staff number, secret, this window, own post or standing in, looks.

It loads no store and no operations: it is painted while those load behind it. The secret goes out
by signal and is wiped from the field; messages stand where they belong.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import SCALES, Theme, Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.field import CodeEdit, Field
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.panel import Panel, centre
from zcdesk.ui.widgets.text import Text


class Login(QWidget):
    """The login page; give it a look with `theme.apply` when it is a window of its own.

    Signals:
        login_requested(str, str, bool): staff number, secret, standing in (B岗).
        look_chosen(Theme, float): another theme or text size.
    """

    login_requested = Signal(str, str, bool)
    look_chosen = Signal(object, float)

    def __init__(self, window_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("登录")
        self._caps_on = False
        self.setProperty("kind", "page")
        self.setWindowTitle(self.tr("综窗台 · 登录"))
        self.staff_no = Field(self.tr("工号"), CodeEdit())
        self.secret = Field(self.tr("口令"), _SecretEdit(self))
        self.window_field = Field(self.tr("窗口"), CodeEdit())
        self.window_field.set_text(self.tr("{window}（本机绑定）").format(window=window_name))
        self.window_field.setEnabled(False)
        self.post = Choice(((False, self.tr("A岗")), (True, self.tr("B岗顶岗"))))
        self.button = Button(self.tr("登录"), Kind.PRIMARY, key="Enter")
        self.note = Text("", "small", Tone.NEUTRAL, wrap=True)
        names = (self.tr("标准"), self.tr("大"), self.tr("特大"))
        self.size_choice = Choice(tuple(zip(SCALES, names, strict=True)))
        self.size_choice.setAccessibleName(self.tr("字号"))
        self.theme_choice = Choice(
            (
                (Theme.LIGHT, self.tr("浅色")),
                (Theme.DARK, self.tr("深色")),
                (Theme.CONTRAST, self.tr("高对比")),
            )
        )
        self.theme_choice.setAccessibleName(self.tr("主题"))
        self.note.hide()
        self._build()
        self._connect()

    def say(self, words: str, tone: Tone = Tone.DANGER) -> None:
        """Answer a login in place, below the secret; the secret gets the focus."""
        self.set_busy(False)
        self.secret.say(words, tone)
        self.secret.setFocus()

    def clear(self) -> None:
        """Wait for somebody else: nothing of who sat here before stays."""
        for field in (self.staff_no, self.secret):
            field.set_text("")
            field.say("")
        self.post.set_value(False)
        self.set_busy(False)

    def set_busy(self, busy: bool, words: str = "") -> None:
        """Say that the login is on its way; a second Enter then does nothing."""
        self.button.setEnabled(not busy)
        self.note.set_text(words)
        self.note.setVisible(bool(words))

    def set_look(self, chosen: Theme, scale: float) -> None:
        """Show which look is in use."""
        for choice, value in ((self.theme_choice, chosen), (self.size_choice, scale)):
            choice.blockSignals(True)
            choice.set_value(value)
            choice.blockSignals(False)

    def set_caps(self, on: bool) -> None:
        """Warn that Caps Lock is on."""
        if on != self._caps_on:
            self._caps_on = on
            self.secret.say(self.tr("大写锁定已开") if on else "", Tone.WARN)

    def submit(self) -> None:
        """Ask for the login, or for what is missing."""
        staff_no, secret = self.staff_no.text(), self.secret.text()
        self.staff_no.say("" if staff_no else self.tr("请填工号"))
        self.secret.say("" if secret else self.tr("请填口令"))
        if not staff_no or not secret:
            (self.secret if staff_no else self.staff_no).setFocus()
            return
        if not self.button.isEnabled():
            return
        self.set_busy(True, self.tr("正在登录…"))
        self.secret.set_text("")
        self.login_requested.emit(staff_no, secret, bool(self.post.value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Log in with Enter from any field; the number alone moves on to the secret."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.staff_no.edit.hasFocus() and not self.secret.text():
            self.secret.setFocus()
        elif not event.isAutoRepeat():
            self.submit()

    def _build(self) -> None:
        card = Panel()
        card.setAccessibleName(self.title)
        theme.sized(card, width=560)
        theme.spaced(card.body, (14, 6, 14, 8), 10)
        card.body.addLayout(self._heading())
        fields = QGridLayout()
        theme.spaced(fields, gap=16, row_gap=8)
        post = Field(self.tr("岗位"), self.post)
        for place, field in enumerate((self.staff_no, self.secret, self.window_field, post)):
            fields.addWidget(field, place // 2, place % 2)
            fields.setColumnStretch(place % 2, 1)
        card.body.addLayout(fields)
        card.body.addWidget(self.button)
        card.body.addWidget(self.note)
        looks = QHBoxLayout()
        theme.spaced(looks, gap=16)
        looks.addStretch(1)
        looks.addLayout(_labelled(self.tr("字号"), self.size_choice))
        looks.addLayout(_labelled(self.tr("主题"), self.theme_choice))
        looks.addStretch(1)
        centre(self, card, looks)

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        theme.spaced(row, gap=10)
        row.addWidget(Glyph("clipboard-list", Tone.INFO, 28))
        row.addWidget(Text(self.tr("综窗台"), "title", Tone.INFO))
        row.addWidget(Text(self.tr("综合窗口收件系统"), "body", Tone.NEUTRAL))
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.button.clicked.connect(self.submit)
        self.size_choice.changed.connect(self._on_look)
        self.theme_choice.changed.connect(self._on_look)
        self.setFocusProxy(self.staff_no)

    def _on_look(self, _value: object) -> None:
        chosen, scale = self.theme_choice.value, self.size_choice.value
        assert isinstance(chosen, Theme)
        assert isinstance(scale, float)
        self.look_chosen.emit(chosen, scale)


class _SecretEdit(CodeEdit):
    """The secret's field; it notices Caps Lock from what the keys give."""

    def __init__(self, login: Login) -> None:
        super().__init__(secret=True)
        self._login = login

    def event(self, event: QEvent) -> bool:
        """Compare letter and Shift: capital without Shift, or small with it, is Caps Lock."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            if len(text) == 1 and text.isalpha() and text.isascii():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._login.set_caps(text.isupper() != shift)
            elif event.key() == Qt.Key.Key_CapsLock:
                self._login.set_caps(False)
        return super().event(event)


def _labelled(words: str, widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    theme.spaced(row, gap=10)
    row.addWidget(Text(words, "small", Tone.NEUTRAL))
    row.addWidget(widget)
    row.addStretch(1)
    return row

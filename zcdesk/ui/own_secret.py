"""One's own secret and PIN (口令与 PIN): change the one, choose the other.

The present secret is asked for each time: an unlocked desk must not be enough to take it over.
Fields are wiped as soon as what they hold went out.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Button, CodeEdit, Field, Footer, Kind, Panel, Text
from zcdesk.ui.widgets.scroll import Scroll


class OwnSecretPage(QWidget):
    """Changes the secret and the PIN of who works here.

    Signals:
        closed(): back to where the clerk came from.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("口令与 PIN")
        self.setObjectName("own_secret_page")
        self.setProperty("kind", "page")
        self.secret = _secret(self.tr("现在的口令"))
        self.new, self.again = _secret(self.tr("新口令")), _secret(self.tr("再输一次新口令"))
        self.pin, self.pin_again = _secret(self.tr("新 PIN")), _secret(self.tr("再输一次新 PIN"))
        self.rule = Text("", "small", Tone.NEUTRAL, wrap=True)
        self.pin_rule = Text("", "small", Tone.NEUTRAL, wrap=True)
        self.change = Button(self.tr("更换口令"), Kind.PRIMARY, key="F9")
        self.choose = Button(self.tr("设置 PIN"))
        self.give_up = Button(self.tr("停用 PIN"))
        self._build()
        self._bind()
        self.setFocusProxy(self.secret)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is: two narrow columns fit every width."""

    def activate(self) -> None:
        """Begin with empty fields and say what the hall asks of a secret."""
        lock = self._desk.policy.lock
        self._wipe()
        rule = self.tr("至少 {n} 位，数字、大小写字母、符号至少用 {kinds} 种；换后要重设 PIN")
        self.rule.set_text(rule.format(n=lock.secret_least, kinds=lock.secret_kinds))
        words = self.tr("{n} 位数字，只在本机、您的班次内用来解锁；错 {tries} 次后改用口令")
        none = self.tr("本厅不用 PIN 解锁")
        shown = words.format(n=lock.pin_digits, tries=lock.pin_tries)
        self.pin_rule.set_text(shown if lock.pin_digits else none)
        for button in (self.choose, self.give_up):
            button.setEnabled(lock.pin_digits > 0)
        self.secret.setFocus()

    def submit_secret(self) -> None:
        """Change the secret."""
        if self._is_ready(self.new, self.again):
            do = self._desk.operations.own_secret.change_secret
            self._do(do, self.new.text(), self.tr("口令已更换"), self.new)

    def submit_pin(self) -> None:
        """Choose the PIN."""
        if self._is_ready(self.pin, self.pin_again):
            do = self._desk.operations.own_secret.set_pin
            self._do(do, self.pin.text(), self.tr("PIN 已设置，锁屏后可用"), self.pin)

    def submit_none(self) -> None:
        """Give the PIN up."""
        if self._is_ready():
            do = self._desk.operations.own_secret.set_pin
            self._do(do, "", self.tr("PIN 已停用"), self.pin)

    def _is_ready(self, *twice: Field) -> bool:
        for field in self._fields():
            field.say("")
        for field in (self.secret, *twice):
            if not field.text():
                field.say(self.tr("请填写"))
                field.setFocus()
                return False
        if twice and twice[0].text() != twice[1].text():
            twice[1].say(self.tr("两次输入不一样"))
            twice[1].setFocus()
            return False
        return True

    def _do(self, operation: object, given: str, told: str, at: Field) -> None:
        secret = self.secret.text()
        self._wipe()
        self._desk.do(
            operation,  # type: ignore[arg-type]
            secret,
            given,
            owner=self,
            done=lambda _: self._desk.notices.note(told),
            failed=lambda error: self._on_refused(error, at),
        )

    def _on_refused(self, error: CodedError, at: Field) -> None:
        """Say it where it belongs: a wrong secret at the secret, a weak new one at that."""
        field = self.secret if error.code in ("SEC-01", "SEC-02") else at
        field.say(describe(error).text)
        self.secret.setFocus()

    def _fields(self) -> tuple[Field, ...]:
        return (self.secret, self.new, self.again, self.pin, self.pin_again)

    def _wipe(self) -> None:
        for field in self._fields():
            field.set_text("")
            field.say("")

    def _build(self) -> None:
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        for title, rule, fields, buttons in (
            (self.tr("更换口令"), self.rule, (self.new, self.again), (self.change,)),
            (
                self.tr("解锁 PIN"),
                self.pin_rule,
                (self.pin, self.pin_again),
                (self.choose, self.give_up),
            ),
        ):
            panel = Panel(title)
            theme.spaced(panel.body, (14, 8, 14, 10), 10)
            for widget in (rule, *fields, *buttons):
                panel.body.addWidget(widget)
            panel.body.addStretch(1)
            row.addWidget(panel, 1)
        who = Panel()
        theme.spaced(who.body, (14, 8, 14, 10), 10)
        who.body.addWidget(self.secret)
        footer = Footer()
        note = self.tr("口令和 PIN 都只存不可还原的校验值")
        footer.say(Text(note, "small", Tone.NEUTRAL, elide=True), 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self.closed)
        footer.act(back)
        inside = QWidget()
        both = QVBoxLayout(inside)
        theme.spaced(both, gap=8)
        both.addWidget(who)
        both.addLayout(row, 1)
        footer.under(Scroll(inside), self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("page.primary", self, self.submit_secret)
        keys.bind("page.close", self, self.closed.emit)
        keys.bind("editor.accept", self, self._on_enter)
        self.change.clicked.connect(self.submit_secret)
        self.choose.clicked.connect(self.submit_pin)
        self.give_up.clicked.connect(self.submit_none)

    def _on_enter(self) -> None:
        """Enter walks on through the fields and does what the last of a panel is for."""
        if self.again.edit.hasFocus():
            self.submit_secret()
        elif self.pin_again.edit.hasFocus():
            self.submit_pin()
        else:
            self.focusNextChild()


def _secret(label: str) -> Field:
    return Field(label, CodeEdit(secret=True))

"""The last page of a PC whose window goes to another one: who sends it, then the other PC's code.

It stands where the login would: nobody works here meanwhile. Who asks proves it again; the secret
goes out by signal and is wiped from the field.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.field import CodeEdit, Field
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.panel import Panel, centre
from zcdesk.ui.widgets.text import Text


class MovePage(QWidget):
    """Asks for an administrator, then shows the code.

    Signals:
        wanted(str, str): staff number and secret of who sends the window away.
        left(): not now; only while the window is still here.
    """

    wanted = Signal(str, str)
    left = Signal()

    def __init__(self, *, is_gone: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("把窗口迁到另一台电脑")
        self.setObjectName("move_page")
        self.setProperty("kind", "page")
        self._is_gone = is_gone
        self.staff_no = Field(self.tr("管理员工号"), CodeEdit())
        self.secret = Field(self.tr("口令"), CodeEdit(secret=True))
        self.warning = Text(self._warning(), "body", Tone.NEUTRAL, wrap=True)
        self.told = Text("", "body", Tone.NEUTRAL, wrap=True)
        self.code = Text("", "display")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.steps = Text("", "body", wrap=True)
        words = self.tr("再看接入码") if is_gone else self.tr("上报全部记录并交出窗口")
        self.button = Button(words, Kind.PRIMARY, key="Enter")
        self.back = Button(self.tr("不迁了，回到登录"), key="Esc")
        self.button.clicked.connect(self.submit)
        self.back.clicked.connect(self.leave)
        self._build()
        self.setFocusProxy(self.staff_no)

    def submit(self) -> None:
        """Hand on who asks."""
        number, secret = self.staff_no.text().strip(), self.secret.text()
        for field, given in ((self.staff_no, number), (self.secret, secret)):
            field.say("" if given else self.tr("请填写"))
            if not given:
                field.setFocus()
                return
        if self.button.isEnabled():
            self._set_busy(True)
            self.secret.set_text("")
            self.told.set_text(self.tr("正在上报本机的全部记录，请不要关机…"))
            self.wanted.emit(number, secret)

    def say(self, error: CodedError) -> None:
        """Answer what was refused; it may be tried again at any time."""
        self._set_busy(False)
        self.told.set_text("")
        self.secret.say(describe(error).text)
        self.secret.setFocus()

    def show_code(self, code: str, server: str) -> None:
        """Show what the other PC asks for; there is no way back from here."""
        self._is_gone = True
        for widget in (self.warning, self.staff_no, self.secret, self.button, self.back):
            widget.hide()
        self.told.set_text(self.tr("窗口已交出，本机的记录已全部上报。新电脑的一次性接入码："))
        self.code.set_text(code)
        lines = (
            self.tr("1. 在新电脑上装好综窗台并打开，首次设置到“大厅”一步选“加入已有大厅”。"),
            self.tr("2. 服务器地址填 {server}，接入码照上面输入，大小写和横线不论。"),
            self.tr("3. 24 小时内有效，只能用一次。本机不能再收件，可以卸载综窗台。"),
        )
        self.steps.set_text("\n".join(lines).format(server=server))
        self.code.show()
        self.steps.show()
        self.code.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.code)
        self.code.setFocus()

    def leave(self) -> None:
        """Stay at this PC."""
        if not self._is_gone and self.button.isEnabled():
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field and on the last one does it; Esc stays."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.isAutoRepeat() and not self.code.isVisible():
            if self.staff_no.edit.hasFocus():
                self.secret.setFocus()
            else:
                self.submit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _set_busy(self, busy: bool) -> None:
        for button in (self.button, self.back):
            button.setEnabled(not busy)

    def _build(self) -> None:
        card = Panel()
        theme.sized(card, width=680)
        theme.spaced(card.body, (14, 8, 14, 10), 12)
        head = QHBoxLayout()
        theme.spaced(head, gap=10)
        head.addWidget(Glyph("device-desktop", Tone.WARN, 28))
        title = self.tr("本机的窗口已迁走") if self._is_gone else self.title
        head.addWidget(Text(title, "title"), 1)
        card.body.addLayout(head)
        card.body.addWidget(self.warning)
        self.warning.setVisible(not self._is_gone)
        fields = QHBoxLayout()
        theme.spaced(fields, gap=16)
        for field in (self.staff_no, self.secret):
            fields.addWidget(field)
        card.body.addLayout(fields)
        for widget in (self.told, self.code, self.steps):
            card.body.addWidget(widget)
        self.code.hide()
        self.steps.hide()
        foot = QHBoxLayout()
        theme.spaced(foot, gap=10)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.button)
        self.back.setVisible(not self._is_gone)
        card.body.addLayout(foot)
        centre(self, card)

    def _warning(self) -> str:
        return self.tr(
            "先把本机的记录全部上报给大厅服务器，再交出窗口；交出后本机永远不能再收件。"
            "没有办完的件要先办完。断网时窗口不会交出。"
        )

"""The page of the first start: hall, window and administrator, then the program is in use.

It makes the same answers as an answers file; the catalogue that ships with the program is taken
in with them, every list marked 示例.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.hall import Role
from zcdesk.errors import CodedError, Invalid
from zcdesk.operations import setup
from zcdesk.operations.setup import Answers, ClerkAnswer, HallAnswer, WindowAnswer
from zcdesk.ui import theme
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.field import CodeEdit, Field, LineEdit
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.panel import Line, Panel
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text

_PLACES = {"hall.region": "region", "hall.name": "hall", "clerks": "staff_no"}
"""Where a refusal of `setup.check` is said."""


LOOK_MS = 200
"""How often the page looks how far a join is."""


class Joining(Protocol):
    """A join under way, looked at and stopped from here."""

    position: int
    end: int

    def stop(self) -> None: ...


class SetupPage(QWidget):
    """The form of the first start.

    Signals:
        answered(Answers): everything is there; make the hall.
        join_wanted(str): join the hall of this login file.
    """

    answered = Signal(object)
    join_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("首次设置")
        self.setObjectName("setup_page")
        self.setProperty("kind", "page")
        self.fields = {
            "hall": Field(self.tr("大厅名称"), LineEdit()),
            "region": Field(self.tr("行政区划代码（6 位）"), CodeEdit()),
            "window": Field(self.tr("本机窗口号"), CodeEdit("1")),
            "phone": Field(self.tr("咨询电话"), CodeEdit()),
            "staff_no": Field(self.tr("管理员工号"), CodeEdit()),
            "name": Field(self.tr("管理员姓名"), LineEdit()),
            "secret": Field(self.tr("口令（至少 8 位）"), CodeEdit(secret=True)),
            "again": Field(self.tr("再输一次口令"), CodeEdit(secret=True)),
        }
        for name, field in self.fields.items():
            field.edit.setObjectName(f"setup_{name}")
        self.login = Field(self.tr("登录文件（由管理员登记本机后给出）"), LineEdit())
        self.login.edit.setObjectName("setup_login")
        self.join_button = Button(self.tr("加入已有大厅"), icon="cloud-check")
        self.join_button.clicked.connect(self.join)
        self.stop_button = Button(self.tr("停止加入"), key="Esc")
        self.stop_button.clicked.connect(self.stop)
        self.stop_button.hide()
        self._joining: Joining | None = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._show_joining)
        self.note = Text("", "body", Tone.NEUTRAL, wrap=True)
        self.button = Button(self.tr("建立并开始使用"), Kind.PRIMARY, key="Enter")
        self.button.clicked.connect(self.submit)
        self._build()
        self.setFocusProxy(self.fields["hall"])

    def say(self, error: CodedError) -> None:
        """Answer in place what the making of the hall refused."""
        self._look.stop()
        self._joining = None
        self.stop_button.hide()
        self.button.setEnabled(True)
        self.join_button.setEnabled(True)
        self.note.set_text(describe(error).text)

    def submit(self) -> None:
        """Check the answers and hand them on."""
        if not self.button.isEnabled():
            return
        for field in self.fields.values():
            field.say("")
        first = next((f for k, f in self.fields.items() if k != "phone" and not f.text()), None)
        if first is not None:
            first.say(self.tr("请填写"))
            first.setFocus()
            return
        if self.fields["secret"].text() != self.fields["again"].text():
            self.fields["again"].say(self.tr("两次输入不同"))
            self.fields["again"].setFocus()
            return
        try:
            answers = self._answers()
            setup.check(answers)
        except Invalid as refused:
            self._refuse(refused)
            return
        self.button.setEnabled(False)
        self.note.set_text(self.tr("正在建立大厅、导入事项目录…"))
        self.answered.emit(answers)

    def join(self) -> None:
        """Become one more window of a hall that has a server."""
        if not self.join_button.isEnabled():
            return
        self.login.say("")
        if not self.login.text().strip():
            self.login.say(self.tr("请填写"))
            self.login.setFocus()
            return
        self.button.setEnabled(False)
        self.join_button.setEnabled(False)
        self.note.set_text(self.tr("正在联系服务器，取得窗口、人员和事项…几秒后即可办理"))
        self.join_wanted.emit(self.login.text().strip())

    def follow(self, joining: Joining) -> None:
        """Show how far a join is, and offer to stop it."""
        self._joining = joining
        self.stop_button.setEnabled(True)
        self.stop_button.show()
        self.stop_button.setFocus()
        self._look.start()

    def stop(self) -> None:
        """Stop the join; what was fetched goes, and the page is free again."""
        if self._joining is None or not self.stop_button.isEnabled():
            return
        self.stop_button.setEnabled(False)
        self._look.stop()
        self.note.set_text(self.tr("正在停止…"))
        self._joining.stop()

    def _show_joining(self) -> None:
        joining = self._joining
        if joining is not None and joining.end:
            done, whole = joining.position, joining.end
            said = self.tr("已取得 {n} / {all} 条记录（{part} %），几秒后即可办理，其余自动取得")
            part = min(100, 100 * done // whole)
            self.note.set_text(said.format(n=f"{done:,}", all=f"{whole:,}", part=part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field and, on the last one, on; Esc stops a join."""
        if event.key() == Qt.Key.Key_Escape and self._joining is not None:
            self.stop()
            return
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.isAutoRepeat():
            super().keyPressEvent(event)
            return
        if self.stop_button.hasFocus():
            self.stop()
            return
        if self.login.edit.hasFocus() or self.join_button.hasFocus():
            self.join()
            return
        inputs = list(self.fields.values())
        at = next((i for i, f in enumerate(inputs) if f.edit.hasFocus()), len(inputs) - 1)
        if at < len(inputs) - 1:
            inputs[at + 1].setFocus()
        else:
            self.submit()

    def _refuse(self, refused: Invalid) -> None:
        words = describe(refused).text
        staff = self.fields["secret"] if refused.field.startswith("clerks.") else None
        field = staff or self.fields[_PLACES.get(refused.field, "hall")]
        field.say(words)
        field.setFocus()

    def _answers(self) -> Answers:
        text = {name: field.text().strip() for name, field in self.fields.items()}
        return Answers(
            hall=HallAnswer(name=text["hall"], region=text["region"], phone_consult=text["phone"]),
            windows=(WindowAnswer(number=text["window"]),),
            clerks=(
                ClerkAnswer(
                    staff_no=text["staff_no"],
                    name=text["name"],
                    secret=self.fields["secret"].text(),
                    roles=(Role.ADMINISTRATOR, Role.CLERK),
                ),
            ),
            station=text["window"],
        )

    def _build(self) -> None:
        card = Panel()
        card.setAccessibleName(self.title)
        theme.sized(card, width=620)
        theme.spaced(card.body, (14, 8, 14, 10), 12)
        head = QHBoxLayout()
        theme.spaced(head, gap=10)
        head.addWidget(Glyph("building", Tone.INFO, 28))
        head.addWidget(Text(self.title, "title", Tone.INFO))
        head.addWidget(Text(self.tr("填完即可叫号收件"), "body", Tone.NEUTRAL), 1)
        card.body.addLayout(head)
        card.body.addWidget(Line())
        grid = QGridLayout()
        theme.spaced(grid, gap=16, row_gap=10)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        card.body.addLayout(grid)
        card.body.addWidget(self.button)
        card.body.addWidget(Line())
        row = QHBoxLayout()
        theme.spaced(row, gap=16)
        row.addWidget(self.login, 1)
        row.addWidget(self.join_button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        card.body.addWidget(self.note)
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.spaced(column, (8, 8, 8, 8))
        column.addStretch(1)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        around = QVBoxLayout(self)
        theme.spaced(around)
        around.addWidget(Scroll(inside))

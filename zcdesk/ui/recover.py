"""The page for a PC whose data key is lost: the code of the recovery paper brings it back.

It stands where the login would: nothing of the data can be read before. The code goes out by
signal and is wiped from the field.
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


class RecoverPage(QWidget):
    """Asks for the recovery code.

    Signals:
        code_given(str): what was typed.
    """

    code_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("取回数据密钥")
        self.setObjectName("recover_page")
        self.setProperty("kind", "page")
        self.code = Field(self.tr("恢复码（14 组，空格可省）"), CodeEdit())
        self.code.edit.setObjectName("recover_code")
        self.button = Button(self.tr("取回密钥并打开数据"), Kind.PRIMARY, key="Enter")
        self.button.clicked.connect(self.submit)
        self._build()
        self.setFocusProxy(self.code)

    def say(self, error: CodedError) -> None:
        """Answer in place what was refused; the paper is looked at again from the start."""
        self.code.say(describe(error).text)
        self.button.setEnabled(True)
        self.code.setFocus()

    def submit(self) -> None:
        """Hand the code on."""
        code = self.code.text().strip()
        if not code:
            self.code.say(self.tr("请输入恢复纸上的恢复码"))
        elif self.button.isEnabled():
            self.button.setEnabled(False)
            self.code.say("")
            self.code.set_text("")
            self.code_given.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.submit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        card = Panel()
        theme.sized(card, width=640)
        theme.spaced(card.body, (14, 8, 14, 10), 12)
        head = QHBoxLayout()
        theme.spaced(head, gap=10)
        head.addWidget(Glyph("lock", Tone.WARN, 28))
        head.addWidget(Text(self.tr("找不到本机的数据密钥"), "title"), 1)
        card.body.addLayout(head)
        for words in (
            self.tr("数据完好、未动，只是打不开：系统的密钥库被清空、更换过，或换了系统账户。"),
            self.tr(
                "请管理员从保险柜取出“数据恢复纸”，输入纸上的恢复码。本机和服务器都不存这个码。"
            ),
            self.tr("找不到恢复纸时，请不要删除数据文件夹：原来的密钥库恢复后仍可打开。"),
        ):
            card.body.addWidget(Text(words, "body", Tone.NEUTRAL, wrap=True))
        card.body.addWidget(self.code)
        card.body.addWidget(self.button)
        centre(self, card)

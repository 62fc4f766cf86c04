"""待登记平台: cases without their platform number, and a department's own to type in again.

Enter opens the 二次录入 strip on the case; a number that is known already is scanned or typed
below the list. Both are checked for form and against every other case.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.errors import CodedError, UserError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.exchange.strip import HEIGHT, WIDTH, ReentryStrip
from zcdesk.ui.record_words import record_words
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.field import CodeEdit, Field
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView

if TYPE_CHECKING:
    from zcdesk.operations.reentering import Owed, Sheet

PLATFORM = "platform"


class Registering(QWidget):
    """The list, the field for a number, and the strip it opens."""

    def __init__(self, desk: Desk, strip: Callable[[Desk], ReentryStrip] = ReentryStrip) -> None:
        super().__init__()
        self._desk = desk
        self._make_strip = strip
        self.strip: ReentryStrip | None = None
        self.model: RowsModel[Owed] = RowsModel(
            (
                Column(self.tr("收件时间"), lambda row: _time(row.received_at), width=110),
                Column(self.tr("件号"), lambda row: row.number, width=190),
                Column(self.tr("事项"), lambda row: row.matter),
                Column(
                    self.tr("录入到"),
                    lambda row: record_words(row.system_name),
                    width=160,
                    style="body",
                ),
                Column(self.tr("状态"), self._word, width=150, chip=self._chip),
            ),
            lambda row: (row.case, row.system),
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("unregistered")
        self.view.setAccessibleName(self.tr("待登记平台"))
        self.empty = Empty("circle-check", self.tr("每一件都登记了，没有待录入的"))
        self.number = Field(self.tr("平台给的编号（扫描或输入）"), CodeEdit(upper=True))
        self.number.edit.setObjectName("platform_number")
        self.open = Button(self.tr("二次录入"), icon="copy", key="Enter")
        self.give = Button(self.tr("登记编号"), icon="check", key="F9")
        self._build()

    @property
    def focus_widget(self) -> QWidget | None:
        """What takes the focus; nothing while the list is empty."""
        return self.view if self.model.rows else None

    def refresh(self) -> None:
        """Read what is owed to the platform, or by a department to its own system."""
        owed = self._desk.operations.reentering.owed
        self._desk.do(owed, owner=self, done=self._on_rows)

    def register(self) -> None:
        """`F9`: take the number of the case in front."""
        row: Owed | None = self.view.current
        if row is None or row.system != PLATFORM:
            return
        if not self.number.text().strip():
            self.number.setFocus()
            return
        self._desk.do(
            self._desk.operations.platform.register,
            row.case,
            self.number.text(),
            owner=self,
            done=lambda _: self._on_registered(row.number),
            failed=self._on_refused,
        )

    def take_scan(self, text: str) -> None:
        """A number was scanned."""
        self.number.set_text(text)
        self.register()

    def begin(self) -> None:
        """Open the strip on the case in front."""
        row: Owed | None = self.view.current
        if row is not None:
            sheet = self._desk.operations.reentering.open_sheet
            self._desk.do(sheet, row.case, row.system, owner=self, done=self._on_sheet)

    def _on_sheet(self, sheet: Sheet) -> None:
        if self.strip is None:
            self.strip = self._make_strip(self._desk)
            self.strip.ended.connect(self._on_ended)
            self.destroyed.connect(self.strip.deleteLater)
        at = theme.look(self)
        theme.apply(self.strip, at.theme, at.scale)
        self.strip.resize(at.px(WIDTH), at.px(HEIGHT))
        self.strip.begin(sheet)

    def _on_ended(self, done: bool) -> None:
        if done and self.strip is not None:
            self._desk.notices.note(self.tr("已录完，用时已记下"))
        self.refresh()

    def _on_rows(self, rows: tuple[Owed, ...]) -> None:
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        gives_number = any(row.system == PLATFORM for row in rows)
        self.number.setVisible(gives_number)
        self.give.setVisible(gives_number)
        self.open.setEnabled(bool(rows))
        if rows and self.view.current is None:
            self.view.set_current(0)

    def _on_registered(self, number: str) -> None:
        self.number.set_text("")
        self.number.say("")
        self._desk.notices.note(self.tr("{no} 已登记平台").format(no=number))
        self.refresh()
        self.view.setFocus()

    def _on_refused(self, error: CodedError) -> None:
        self.number.say(describe(error).text)
        self.number.setFocus()

    def _word(self, row: Owed) -> str:
        return self._chip(row).word

    def _chip(self, row: Owed) -> ChipState:
        if row.by_itself and row.why:
            return ChipState("cloud-off", self.tr("自动登记未成"), Tone.WARN)
        if row.by_itself:
            return ChipState("cloud-up", self.tr("等平台答复"), Tone.INFO)
        return ChipState("pencil", self.tr("待录入"), Tone.WARN)

    def _build(self) -> None:
        foot = QHBoxLayout()
        theme.spaced(foot, gap=8)
        foot.addWidget(self.number, 1)
        for button in (self.open, self.give):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)  # beside the field's own line
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(foot)
        self.open.clicked.connect(self.begin)
        self.give.clicked.connect(self.register)
        self.view.opened.connect(lambda _: self.begin())
        self.view.current_changed.connect(self._on_current)
        self._desk.keys.bind("editor.accept", self.number, self.register)

    def _on_current(self, row: Owed | None) -> None:
        why = describe(UserError(row.why)).text if row is not None and row.why else ""
        self.number.say(why, Tone.WARN)


def _time(at: str) -> str:
    return at[5:16].replace("T", " ")

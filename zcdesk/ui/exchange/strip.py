"""二次录入 strip: a narrow window above the other program, one value after the other.

It copies the value under the cursor to the clipboard; the clerk pastes it over there and comes
back. Personal values are masked on the strip, and the clipboard is emptied of them at its end.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.record_words import record_words
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.widgets.elapsed import Elapsed
from zcdesk.ui.widgets.field import CodeEdit, Field
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text

if TYPE_CHECKING:
    from zcdesk.operations.reentering import Sheet

WIDTH, HEIGHT = 420, 580


class Line(NamedTuple):
    """One value of the strip and whether it was copied."""

    no: int
    label: str
    value: str
    is_personal: bool
    is_copied: bool = False

    @property
    def shown(self) -> str:
        """The value, covered but for its ends where it is personal."""
        if not self.is_personal or len(self.value) < 2:
            return self.value
        ends = 1 if len(self.value) < 8 else 3
        tail = self.value[-ends:] if len(self.value) > 3 else ""
        return self.value[:ends] + "*" * (len(self.value) - ends - len(tail)) + tail


class ReentryStrip(QWidget):
    """Copies a case field by field, counts the time, takes the number typed back.

    Signals:
        ended(bool): it is gone; True where the case was typed in to the end.
    """

    ended = Signal(bool)

    def __init__(self, desk: Desk, seconds: Callable[[], float] | None = None) -> None:
        """Build.

        Args:
            seconds: a running clock; the desk's where none is given.
        """
        flags = Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self._desk = desk
        self._seconds = seconds or (lambda: desk.now().timestamp())
        self._sheet: Sheet | None = None
        self._began = self._paused_at = 0.0
        self._paused = 0.0
        self._busy = False
        self.setObjectName("reentry_strip")
        self.setWindowTitle(self.tr("二次录入"))
        self.number = Text("", "strong", elide=True)
        self.system = Text("", "small", Tone.NEUTRAL, elide=True)
        self.elapsed = Elapsed(self._spent)
        self.model: RowsModel[Line] = RowsModel(
            (
                Column(self.tr("栏目"), lambda line: line.label, width=120, style="body"),
                Column(self.tr("内容"), lambda line: line.shown, style="body"),
                Column("", self._mark, width=100, chip=self._chip),
            ),
            lambda line: line.no,
            lambda line: f"{line.label} {line.shown} {self._mark(line)}",
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("reentry_lines")
        self.view.setAccessibleName(self.windowTitle())
        self.back = Field("", CodeEdit(upper=True))
        self.back.edit.setObjectName("reentry_back")
        self.pause = Button(
            self.tr("暂停计时"), Kind.QUIET, icon="player-pause", key="reentry.pause"
        )
        self.done = Button(self.tr("录完"), Kind.PRIMARY, icon="check", key="F9")
        self._build()
        self._bind()

    @property
    def seconds(self) -> int:
        """Whole seconds worked so far, pauses left out."""
        return int(self._spent())

    def begin(self, sheet: Sheet) -> None:
        """Show a case above everything else, its first value copied."""
        self._sheet = sheet
        self._busy = False
        self._began, self._paused, self._paused_at = self._seconds(), 0.0, 0.0
        self.number.set_text(sheet.number)
        self.system.set_text(record_words(sheet.system.name))
        lines = enumerate(sheet.lines, 1)
        self.model.set_rows(tuple(Line(no, x.label, x.value, x.is_personal) for no, x in lines))
        self.back.setVisible(sheet.wants_number)
        label = self.tr("{name}给的编号").format(name=record_words(sheet.system.name))
        self.back.label.set_text(label)
        self.back.edit.setAccessibleName(label)
        self.back.set_text("")
        self.back.say("")
        self.elapsed.start(0.0)
        self.show()
        self.raise_()
        self.view.set_current(0)
        self.view.setFocus()
        self._copy(self.view.current)

    def copy_next(self) -> None:
        """Space, Enter: go one field on and copy it; after the last comes the number."""
        place = self.view.current_place + 1
        if place < len(self.model.rows):
            self.view.set_current(place)
            self._copy(self.view.current)
        elif self._sheet is not None and self._sheet.wants_number:
            self.back.setFocus()

    def toggle_pause(self) -> None:
        """Stop the time, or let it run again."""
        if self._paused_at:
            self._paused += self._seconds() - self._paused_at
            self._paused_at = 0.0
        else:
            self._paused_at = self._seconds()
        on = bool(self._paused_at)
        self.pause.setText(self.tr("继续计时") if on else self.tr("暂停计时"))

    def finish(self) -> None:
        """`F9`: take the number typed back and record the time."""
        if self._sheet is None or self._busy:
            return
        self._busy = True
        self._desk.do(
            self._desk.operations.reentering.finish,
            self._sheet.case,
            self._sheet.system.key,
            owner=self,
            done=lambda _: self._end(done=True),
            failed=self._on_failed,
            seconds=self.seconds,
            copied=sum(line.is_copied for line in self.model.rows),
            back=self.back.text() if self._sheet.wants_number else "",
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing leaves the case on its list."""
        self._end(done=False)
        super().closeEvent(event)

    def _end(self, *, done: bool) -> None:
        if self._sheet is None:
            return
        self._busy = False
        self._sheet = None
        clipboard = QApplication.clipboard()
        if clipboard.text() in {line.value for line in self.model.rows if line.is_personal}:
            clipboard.clear()
        self.model.set_rows(())
        self.hide()
        self.ended.emit(done)

    def _copy(self, line: Line | None) -> None:
        if line is None:
            return
        QApplication.clipboard().setText(line.value)
        rows = self.model.rows
        self.model.set_rows(tuple(x._replace(is_copied=True) if x is line else x for x in rows))

    def _mark(self, line: Line) -> str:
        return self.tr("已复制") if line.is_copied else ""

    def _chip(self, line: Line) -> ChipState | None:
        return ChipState("copy", self._mark(line), Tone.OK) if line.is_copied else None

    def _spent(self) -> float:
        until = self._paused_at or self._seconds()
        return max(0.0, until - self._began - self._paused)

    def _on_failed(self, error: CodedError) -> None:
        self._busy = False
        words = describe(error).text
        if self.back.isVisibleTo(self):
            self.back.say(words)
            self.back.setFocus()
        else:
            self._desk.notices.show(error)

    def _build(self) -> None:
        head = QHBoxLayout()
        theme.spaced(head, gap=8)
        head.addWidget(self.number, 1)
        head.addWidget(self.elapsed)
        foot = QHBoxLayout()
        theme.spaced(foot, gap=8)
        foot.addWidget(self.pause)
        foot.addStretch(1)
        foot.addWidget(self.done)
        said = self.tr("空格：复制下一栏；数字：复制第几栏；到对方系统按 Ctrl+V")
        column = QVBoxLayout(self)
        theme.spaced(column, (10, 8, 10, 10), 8)
        column.addLayout(head)
        column.addWidget(self.system)
        column.addWidget(self.view, 1)
        column.addWidget(Text(said, "small", Tone.NEUTRAL, wrap=True))
        column.addWidget(self.back)
        column.addLayout(foot)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("reentry.next", self.view, self.copy_next)
        keys.bind("reentry.pick", self.view, self._pick)
        keys.bind("reentry.pause", self.view, self.toggle_pause)
        keys.bind("reentry.done", self, self.finish)
        keys.bind("reentry.close", self, self.close)
        keys.bind("editor.accept", self.back, self.finish)
        self.view.opened.connect(lambda _: self.copy_next())
        self.pause.clicked.connect(self.toggle_pause)
        self._desk.locked.connect(self.hide)
        self._desk.unlocked.connect(self._on_unlocked)
        self._desk.session_changed.connect(self.close)
        self.done.clicked.connect(self.finish)

    def _on_unlocked(self) -> None:
        """A locked desk shows nothing of an applicant; the work goes on where it was."""
        if self._sheet is not None:
            self.show()

    def _pick(self, digit: int) -> bool:
        if not 0 < digit <= len(self.model.rows):
            return False
        self.view.set_current(digit - 1)
        self._copy(self.view.current)
        return True

"""The wizard's page: the row of steps, the step, and the ways on, back and out.

All of it by keyboard: Enter goes from field to field and on the last one to the next step, PgUp
back, Esc leaves for now; what was entered is kept, but no secret.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zcdesk.errors import CodedError
from zcdesk.operations.setup import Looks
from zcdesk.ui import theme
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.panel import Footer, Line, Panel, centre
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.wizard.after import DevicesStep, ScreenStep, TrialStep
from zcdesk.ui.wizard.steps import HallStep, LooksStep, Step, WindowStep

LOOKS, HALL, WINDOW, DEVICES, SCREEN, TRIAL = range(6)
AFTER = DEVICES
"""From this step on there is a hall, and no way back before it."""

_DIGITS = "①②③④⑤⑥"
_PAST = "✓"

WIDTH = 760
"""Of the form at scale 1, where the window has it."""

LOOK_MS = 200
"""How often the page looks how far a join is."""


class Joining(Protocol):
    """A join under way, looked at and stopped from here."""

    position: int
    end: int

    def stop(self) -> None: ...


class WizardPage(QWidget):
    """The form of the first start.

    Signals:
        hall_wanted(Answers): everything is there; make the hall.
        join_wanted(str, str, str): join by server and code, or by a login file.
        moved(int): another step is shown.
        left(): not now.
        finished(): everything is done.
    """

    hall_wanted = Signal(object)
    join_wanted = Signal(str, str, str)
    moved = Signal(int)
    left = Signal()
    finished = Signal()

    def __init__(self, looks: Looks | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("首次设置")
        self.setObjectName("setup_page")
        self.setProperty("kind", "page")
        self.setWindowTitle(self.tr("综窗台 · 首次设置"))
        self.looks = LooksStep(looks or Looks())
        self.hall = HallStep()
        self.window_step = WindowStep()
        self.devices = DevicesStep()
        self.screen_step = ScreenStep()
        self.trial = TrialStep()
        self.steps: tuple[Step, ...] = (
            *(self.looks, self.hall, self.window_step),
            *(self.devices, self.screen_step, self.trial),
        )
        self._marks = [Text("", "small", Tone.NEUTRAL) for _ in self.steps]
        self._card, self._stack = Panel(), QStackedWidget()
        self.note = Text("", "body", Tone.NEUTRAL, wrap=True)
        self.back_button = Button(self.tr("上一步"), icon="chevron-left", key="PgUp")
        self.leave_button = Button(self.tr("以后再设"), Kind.QUIET, key="Esc")
        self._joining: Joining | None = None
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._show_joining)
        self.button = Button(self.tr("下一步"), Kind.PRIMARY, key="Enter")
        self._build()
        self.show_step(LOOKS)

    @property
    def step(self) -> int:
        """The step on show."""
        return self._stack.currentIndex()

    @property
    def is_busy(self) -> bool:
        """Whether a hall is being made or joined."""
        return not self.button.isEnabled()

    def show_step(self, number: int) -> None:
        """Show a step and put the focus into it."""
        self._stack.setCurrentIndex(number)
        self._set_busy("")
        for place, (mark, step) in enumerate(zip(self._marks, self.steps, strict=True)):
            sign = _PAST if place < number else _DIGITS[place]
            mark.set_text(f"{sign} {step.title}")
            mark.set_tone(Tone.INFO if place == number else Tone.NEUTRAL)
        self.back_button.setVisible(number not in (LOOKS, AFTER))
        last = number == TRIAL
        self.button.set_text(self.tr("完成，去登录") if last else self.tr("下一步"))
        self.steps[number].begin()
        self.moved.emit(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be no wider than the window."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the width of the new text size, which is chosen here."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        at = theme.look(self)
        self._card.setFixedWidth(min(at.px(WIDTH), self.width() - at.space(2 * 8 + 12)))

    def next(self) -> None:
        """Check the step and go on, or say what is missing."""
        if self.is_busy or not self.steps[self.step].is_right():
            return
        match self.step:
            case number if number == HALL and self.hall.joins:
                self._set_busy(self.tr("正在联系服务器，取得窗口、人员和事项…几秒后即可办理"))
                fields = self.hall.fields
                wanted = (fields[name].text().strip() for name in ("server", "code", "login"))
                self.join_wanted.emit(*wanted)
            case number if number == WINDOW:
                self._set_busy(self.tr("正在建立大厅、导入事项目录…"))
                self.hall_wanted.emit(self.window_step.answers(self.hall, self.looks.looks))
            case number if number == TRIAL:
                self.finished.emit()
            case number:
                self.show_step(number + 1)

    def back(self) -> None:
        """Return to the step before."""
        if not self.is_busy and self.step not in (LOOKS, AFTER):
            self.screen_step.end()
            self.show_step(self.step - 1)

    def follow(self, joining: Joining) -> None:
        """Show how far a join is; Esc stops it."""
        self._joining = joining
        self.leave_button.set_text(self.tr("停止加入"))
        self.leave_button.setEnabled(True)
        self.leave_button.setFocus()
        self._look.start()

    def leave(self) -> None:
        """Go on another time, or stop a join: what was fetched goes, and the page is free again."""
        if self._joining is not None and self.leave_button.isEnabled():
            self.leave_button.setEnabled(False)
            self._look.stop()
            self.note.set_text(self.tr("正在停止…"))
            self._joining.stop()
        elif not self.is_busy:
            self.screen_step.end()
            self.left.emit()

    def say(self, error: CodedError) -> None:
        """Answer what the making of the hall refused: at its field, else below."""
        self._set_busy("")
        # A hall of one's own is made at the window's step, but its name belongs to the one before.
        for number in (self.step, HALL):
            if self.steps[number].refuse(error):
                if number != self.step:
                    self.show_step(number)
                    self.steps[number].refuse(error)
                return
        self.note.set_text(describe(error).text)

    def kept(self) -> dict[str, str]:
        """Return what was entered and is no secret."""
        return {
            name: field.text()
            for step in self.steps[HALL:AFTER]
            for name, field in step.fields.items()
            if name != "code"
        }

    def fill(self, kept: dict[str, str]) -> None:
        """Put back what was entered another time."""
        for step in self.steps[HALL:AFTER]:
            for name, field in step.fields.items():
                field.set_text(kept.get(name, ""))
        self.hall.way.set_value(bool(kept.get("server") or kept.get("login")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Work by the keys the buttons show."""
        ways = {
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_Escape: self.leave,
        }
        if self.step == DEVICES:
            ways |= {Qt.Key.Key_F5: self.devices.find_all, Qt.Key.Key_F6: self.devices.test}
        if self.step == TRIAL:
            ways[Qt.Key.Key_F9] = self.trial.try_
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            way()

    def _enter(self) -> None:
        """Go to the next field, and from the last one on."""
        inputs = self.steps[self.step].inputs()
        at = next((i for i, edit in enumerate(inputs) if edit.hasFocus()), len(inputs) - 1)
        if 0 <= at < len(inputs) - 1:
            inputs[at + 1].setFocus()
        else:
            self.next()

    def _show_joining(self) -> None:
        joining = self._joining
        if joining is not None and joining.end:
            done, whole = joining.position, joining.end
            said = self.tr("已取得 {n} / {all} 条记录（{part} %），几秒后即可办理，其余自动取得")
            part = min(100, 100 * done // whole)
            self.note.set_text(said.format(n=f"{done:,}", all=f"{whole:,}", part=part))

    def _set_busy(self, words: str) -> None:
        self._joining = None
        self._look.stop()
        self.leave_button.set_text(self.tr("以后再设"))
        self.note.set_text(words)
        for button in (self.button, self.back_button, self.leave_button):
            button.setEnabled(not words)

    def _build(self) -> None:
        head = QHBoxLayout()
        theme.spaced(head, gap=10)
        head.addWidget(Glyph("building", Tone.INFO, 28))
        head.addWidget(Text(self.title, "title", Tone.INFO))
        head.addStretch(1)
        row = QHBoxLayout()
        theme.spaced(row, gap=14)
        for mark in self._marks:
            row.addWidget(mark)
        row.addStretch(1)
        card = self._card
        card.setAccessibleName(self.title)
        theme.spaced(card.body, (14, 8, 14, 10), 12)
        for layout in (head, row):
            card.body.addLayout(layout)
        card.body.addWidget(Line())
        for step in self.steps:
            step.column.addStretch(1)
            self._stack.addWidget(step)
        card.body.addWidget(self._stack)
        card.body.addWidget(self.note)
        footer = Footer()
        footer.say(self.back_button)
        footer.say(Text("", "small"), 1)
        footer.act(self.leave_button)
        footer.act(self.button)
        card.body.addWidget(footer)
        inside = QWidget()
        centre(inside, card)
        around = QVBoxLayout(self)
        theme.spaced(around)
        around.addWidget(Scroll(inside))
        self.button.clicked.connect(self.next)
        self.back_button.clicked.connect(self.back)
        self.leave_button.clicked.connect(self.leave)
        # A scroll area would take this key for itself before it came here.
        up = QShortcut(QKeySequence(Qt.Key.Key_PageUp), self, self.back)
        up.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        # Enter then means on, not the button whose key it was.
        self.trial.ended.connect(self.button.setFocus)

"""The lock page, and the clock that calls for it.

Nothing of an applicant or a case may stand on it: a citizen sits in front of it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.field import CodeEdit, Field
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.panel import Panel, centre
from zcdesk.ui.widgets.text import Text

_LOOK_MS = 5000


class Lock(QWidget):
    """The page that covers a locked desk.

    Signals:
        unlock_requested(str): the secret of the clerk who locked, or their PIN.
        take_over_requested(): somebody else wants to work here (换人顶岗).
    """

    unlock_requested = Signal(str)
    take_over_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("已锁定")
        self.setProperty("kind", "page")
        self._clerk = ""
        self.heading = Text("", "title")
        self.queue = Text("", "body", Tone.NEUTRAL)
        self.kept = Text(self.tr("现办件已保存，解锁后继续"), "body", Tone.NEUTRAL, wrap=True)
        self.secret = Field("", CodeEdit(secret=True))
        self.unlock = Button(self.tr("解锁"), Kind.PRIMARY, key="Enter")
        self.take_over = Button(self.tr("换人顶岗"), icon="users")
        self._build()
        self.unlock.clicked.connect(self.submit)
        self.take_over.clicked.connect(self.take_over_requested)
        self.setFocusProxy(self.secret)

    def show_lock(self, window: str, since: str, clerk: str, *, has_visit: bool) -> None:
        """Say which window is locked since when, and by whom."""
        words = self.tr("{window} 已锁定 {time}").format(window=window, time=since)
        self.heading.set_text(words)
        self._clerk = clerk
        self.ask_for(pin_digits=0)
        self.kept.setVisible(has_visit)
        self.secret.set_text("")
        self.say("")

    def ask_for(self, *, pin_digits: int) -> None:
        """Say what unlocks: the secret, or a PIN of so many digits as well."""
        label = self.tr("{clerk} 的口令").format(clerk=self._clerk)
        if pin_digits:
            words = self.tr("{clerk} 的 PIN（{n} 位）或口令")
            label = words.format(clerk=self._clerk, n=pin_digits)
        self.secret.label.set_text(label)
        self.secret.edit.setAccessibleName(label)

    def show_queue(self, waiting: int) -> None:
        """Say how many people wait."""
        self.queue.set_text(self.tr("等候 {n} 人").format(n=waiting))

    def say(self, words: str) -> None:
        """Answer in place."""
        self.secret.say(words)
        self.unlock.setEnabled(True)
        self.secret.setFocus()

    def submit(self) -> None:
        """Ask to unlock."""
        secret = self.secret.text()
        if not secret:
            self.say(self.tr("请填口令"))
        elif self.unlock.isEnabled():
            self.unlock.setEnabled(False)
            self.secret.set_text("")
            self.unlock_requested.emit(secret)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unlock with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.submit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        card = Panel()
        theme.sized(card, width=420)
        theme.spaced(card.body, (14, 8, 14, 10), 12)
        head = QHBoxLayout()
        theme.spaced(head, gap=10)
        head.addWidget(Glyph("lock", Tone.INFO, 28))
        head.addWidget(self.heading, 1)
        head.addWidget(self.queue)
        card.body.addLayout(head)
        for widget in (self.kept, self.secret, self.unlock, self.take_over):
            card.body.addWidget(widget)
        centre(self, card)


class AutoLock(QObject):
    """Calls for the lock after some time without input, a longer one while a visit is open.

    Signals:
        due(): lock now; given once until `rearm`.
    """

    due = Signal()

    def __init__(
        self,
        idle_seconds: Callable[[], float],
        is_serving: Callable[[], bool],
        limits: Callable[[], tuple[int, int]],
        parent: QObject | None = None,
    ) -> None:
        """Build.

        Args:
            limits: seconds without input, while nobody is served and while somebody is; asked
                each time, for the hall's rule may change.
        """
        super().__init__(parent)
        self._idle_seconds = idle_seconds
        self._is_serving = is_serving
        self._limits = limits
        self._armed = True
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch; the program calls this once somebody is logged in."""
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer: the desk closes."""
        self._timer.stop()

    def rearm(self) -> None:
        """Watch again: the desk was unlocked."""
        self._armed = True

    def look(self) -> None:
        """Compare the idle time with its limit."""
        limit = self._limits()[1 if self._is_serving() else 0]
        if self._armed and self._idle_seconds() >= limit:
            self._armed = False
            self.due.emit()

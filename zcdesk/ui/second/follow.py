"""Lets the citizen's screen follow the counter, and closes it at once when its monitor goes.

It never mirrors the clerk's screen: it is told the open visit and nothing else. Qt moves a
full-screen window to the remaining monitor before it says so; hidden first, it never covers the
clerk's work.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from zcdesk.domain.rating import Level, RatingChannel
from zcdesk.domain.visit import Phase, Visit
from zcdesk.domain.window import Window, WindowMode
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.counter.page import CounterPage
from zcdesk.ui.desk import Desk
from zcdesk.ui.record_words import record_words
from zcdesk.ui.second.lines import Line, lines_of
from zcdesk.ui.second.window import SecondScreen
from zcdesk.ui.theme import Theme
from zcdesk.ui.theme.system import for_citizens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zcdesk.operations.tickets import QueueView

RATING_MS, THANKS_MS = 30_000, 4_000


Signed = Callable[[bytes, str], object]


class Asked(NamedTuple):
    """Lines that wait for a signature, and who is told."""

    title: str
    lines: tuple[Line, ...]
    signed: Signed


class SecondFollow(QObject):
    """Shows on the second monitor what the citizen may see of the counter.

    Signals:
        signed(Visit, bytes, str): the visit, a signature as PNG, the digest of what was read.
    """

    signed = Signal(object, bytes, str)

    def __init__(
        self,
        desk: Desk,
        counter: CounterPage,
        parent: QObject | None = None,
        *,
        screens: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
    ) -> None:
        super().__init__(parent)
        self._desk, self._counter = desk, counter
        self._screens = screens
        self._clerk = ""
        self._locked = True
        self._rating: Visit | None = None
        self._window: Window | None = None
        self._guest = self._next = ""
        self._asked: Asked | None = None
        self.screen: SecondScreen | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.screenRemoved.connect(self._on_screens)
            app.screenAdded.connect(self._on_screens)
        counter.visit.changed.connect(self.look)
        counter.front_changed.connect(self.look)
        counter.served.connect(self.ask_rating)
        desk.settings_changed.connect(self._dress)
        counter.calls.window_changed.connect(self._on_window)
        counter.idle.queue_read.connect(self._on_queue)

    def begin(self, clerk: str) -> None:
        """Somebody works here: show the screen, if there is a monitor for it."""
        self._clerk = clerk
        self._locked = False
        self.look_at_screens()
        self.look()

    def lock(self) -> None:
        """The desk is locked: nothing of anybody stands there."""
        self._locked = True
        self._forget_rating()
        self.look()

    def unlock(self) -> None:
        """Go on where the visit is."""
        self._locked = False
        self.look()

    def end(self) -> None:
        """Take the screen away."""
        self._timer.stop()
        if self.screen is not None:
            self.screen.hide()
            self.screen.deleteLater()
            self.screen = None

    def _on_screens(self, _screen: object) -> None:
        """A method, not a lambda: the connection ends with its owner."""
        self.look_at_screens()

    def look_at_screens(self) -> None:
        """Show or close the screen as its monitor comes and goes."""
        others = self._screens()[1:]
        if not others:
            self.end()
            return
        if self.screen is None:
            self.screen = SecondScreen()
            self.screen.signed.connect(self._on_signed)
            self.screen.disputed.connect(self._on_disputed)
            self.screen.rated.connect(self._on_rated)
            self.screen.stars.later.connect(self._on_time)
            self._dress()
        self.screen.setGeometry(others[0].geometry())
        # showFullScreen() would ask for the keyboard as well, which stays the clerk's.
        self.screen.setWindowState(Qt.WindowState.WindowFullScreen)
        self.screen.show()
        self.look()

    def _dress(self, *_: object) -> None:
        """Give the screen the looks the station sets."""
        settings = self._desk.settings
        if self.screen is not None:
            chosen = for_citizens(settings.screens if settings else "", Theme.LIGHT)
            theme.apply(self.screen, chosen, 1.0)

    def look(self, *_: object) -> None:
        """Show what belongs to this moment."""
        if self.screen is None or not isValid(self._counter):
            return
        is_shown = False
        try:
            self._show(self.screen)
            is_shown = True
        finally:
            if not is_shown:  # on any error nothing of anybody stays
                self.screen.show_blank(self._name)

    def ask_rating(self, visit: Visit) -> None:
        """Ask who was just served."""
        if self.screen is None or self._locked or visit.phase is Phase.CALLED:
            return
        self._rating = visit  # asked as soon as the counter has let go of the visit
        self._timer.start(RATING_MS)

    def ask_signature(self, title: str, lines: tuple[Line, ...], signed: Signed) -> None:
        """Show lines to be read and signed; `signed` gets the picture and the lines' digest."""
        self._asked = Asked(title, lines, signed)
        self.look()

    def forget_signature(self, signed: Signed) -> None:
        """Whoever asked needs it no more; somebody else's question stays."""
        if self._asked is not None and self._asked.signed == signed:
            self._asked = None
            self.look()

    @property
    def _name(self) -> str:
        return self.tr("{n} 号窗口").format(n=self._desk.session.window)

    def _show(self, screen: SecondScreen) -> None:
        visit, head = self._counter.open_visit, self._name
        if self._locked:
            screen.show_blank(head)
            return
        if self._clerk:
            head = self.tr("{window}  {clerk}").format(window=head, clerk=self._clerk)
        if visit is not None and (self._rating is None or self._rating.id != visit.id):
            self._forget_rating()  # somebody else is here
        guest = visit.id if visit is not None else self._guest if self._rating else ""
        if guest != self._guest:
            self._guest = guest
            screen.set_larger(False)
        if self._asked is not None:
            asked = self._asked
            screen.show_record(head, "", asked.lines, check=True, title=asked.title)
        elif visit is not None and visit.phase is Phase.SERVING:
            number = visit.ticket.number if visit.ticket else ""
            lines = lines_of(visit)
            if lines:
                check = self._counter.front == "check"
                screen.show_record(head, number, lines, check=check)
            else:
                screen.show_message(head, self.tr("请出示身份证"), number=number)
        elif visit is not None and visit.ticket is not None:
            said = self.tr("请 {no} 号到本窗口办理").format(no=visit.ticket.number)
            screen.show_message(head, said, number=visit.ticket.number)
        elif self._rating is not None:
            if screen.stack.currentWidget() is not screen.stars:
                screen.ask_rating(head)
        else:
            self._welcome(screen, head)

    def _welcome(self, screen: SecondScreen, head: str) -> None:
        window = self._window
        if window is not None and window.mode is WindowMode.PAUSED:
            why = self.tr("原因：{why}").format(why=record_words(window.reason))
            screen.show_message(head, self.tr("暂停服务"), why)
        elif window is not None and window.mode is WindowMode.CLOSED:
            screen.show_message(head, self.tr("本窗口没有开放"))
        else:
            told = self.tr("请出示身份证或取号单")
            if self._next and self._counter.idle.isVisible():
                told = self.tr("{told}　下一位 {no}").format(told=told, no=self._next)
            screen.show_message(head, self.tr("欢迎您"), told)

    def _on_queue(self, view: QueueView) -> None:
        """Whose turn comes next may get ready."""
        number = view.first.number if view.first else ""
        if number == self._next:
            return
        self._next = number
        if not self._timer.isActive():  # else a question or thanks stand there
            self.look()

    def _on_window(self, window: Window) -> None:
        self._window = window
        self.look()

    def _on_signed(self, png: bytes, digest: str) -> None:
        if self._asked is not None:
            self._asked.signed(png, digest)
            self._desk.notices.note(self.tr("领取人已在群众屏签字"))
            return
        visit = self._counter.open_visit
        if visit is not None and self.screen is not None:
            self.screen.record.title.set_text(self.tr("已签字，谢谢"))
            self._desk.notices.note(self.tr("申请人已在群众屏签字"))
            self.signed.emit(visit, png, digest)

    def _on_disputed(self) -> None:
        if self.screen is not None:
            self.screen.record.title.set_text(self.tr("请告诉工作人员哪里不对"))
        self._desk.notices.note(self.tr("申请人说群众屏上的内容不对，请核对"))

    def _on_rated(self, level: Level, reasons: tuple[str, ...]) -> None:
        visit = self._rating
        if visit is None:
            return
        self._forget_rating()
        rate = partial(
            self._desk.operations.ratings.rate,
            ticket=visit.ticket.id if visit.ticket else "",
            reasons=reasons,
        )
        self._desk.do(
            rate, visit.id, level, RatingChannel.SCREEN, owner=self, failed=self._on_failed
        )
        if self.screen is not None:
            self.screen.show_message(self._name, self.tr("谢谢您的评价"))
            self._timer.start(THANKS_MS)

    def _on_failed(self, _error: CodedError) -> None:
        """It was rated elsewhere, or there is no such visit: the clerk learns nothing of it."""

    def _on_time(self) -> None:
        self._forget_rating()
        self.look()

    def _forget_rating(self) -> None:
        self._rating = None
        self._timer.stop()

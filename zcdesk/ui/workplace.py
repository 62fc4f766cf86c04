"""The workplace of a clerk who is logged in: shell, counter, and what lies beside and over them.

It joins parts that do not know each other; a rule of the hall or of a page is never decided here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from zcdesk.devices.kinds import Workshop
from zcdesk.domain.hall import Clerk, Role
from zcdesk.sync.news import News
from zcdesk.ui import network_chip
from zcdesk.ui.bindings import Keys
from zcdesk.ui.breakdowns import Breakdowns
from zcdesk.ui.cases.finder import Finder
from zcdesk.ui.clock_question import ClockQuestion
from zcdesk.ui.counter.page import CounterPage
from zcdesk.ui.desk import Desk
from zcdesk.ui.handover.pressing import PressingWatch
from zcdesk.ui.input import KeyGate
from zcdesk.ui.jobs import JobsLike
from zcdesk.ui.keys_given import sound
from zcdesk.ui.locking import Locking
from zcdesk.ui.modules import COUNTER, meets_citizens, modules_for, works_at_window
from zcdesk.ui.notices import Notices
from zcdesk.ui.pads import Pads
from zcdesk.ui.printing import Printing
from zcdesk.ui.ratings import Ratings
from zcdesk.ui.shell import Shell
from zcdesk.ui.theme import Tone
from zcdesk.ui.topbar import PAUSES, DeviceChip, WindowState
from zcdesk.ui.training import TrainingReminder
from zcdesk.ui.watch import Watch
from zcdesk.ui.workplace_pages import WorkplacePages

if TYPE_CHECKING:
    from zcdesk.operations.session import Session
    from zcdesk.ui.duty.report_files import ReportFiles
    from zcdesk.ui.second.follow import SecondFollow
    from zcdesk.ui.syncing import Syncing


class Workplace(QObject):
    """Builds the desk of one window and keeps it together.

    Attributes:
        shell: the main window; `counter` its first page, `pages` the others; `desk` what every
            page shares.

    Signals:
        logged_off: nobody works here any more.
        taken_over(Session): the window was handed over, and its taker works here.
    """

    logged_off = Signal()
    taken_over = Signal(object)

    def __init__(
        self,
        *,
        session: Session,
        jobs: JobsLike,
        notices: Notices,
        devices: dict[str, Any],
        workshop: Workshop | None = None,
        settings: Any = None,
        gate: KeyGate | None = None,
    ) -> None:
        super().__init__()
        self.clerk = Clerk(staff_no=session.clerk, name="")
        self._reports: ReportFiles | None = None
        self.keys = Keys(self)
        self.keys.give(sound(getattr(settings, "keys", {})))
        self.desk = Desk(
            session=session,
            jobs=jobs,
            notices=notices,
            keys=self.keys,
            devices=devices,
            settings=settings,
            parent=self,
        )
        self.desk.workshop = workshop
        self.gate = gate or KeyGate(parent=self)
        self.desk.printing = Printing(self.desk)
        self.shell = Shell(self.keys, notices)
        self.counter = CounterPage(self.desk)
        self.watch = Watch(self.desk, self)
        self.pages = WorkplacePages(
            self.desk, self.shell, self.counter, self.watch.devices, workshop
        )
        self.breakdowns = Breakdowns(self.desk, self.watch.devices, self)
        self.clock = ClockQuestion(self.desk, self)
        self.training = TrainingReminder(self.desk, self)
        self.pressing = PressingWatch(self.desk, self)
        self.pads = Pads(self.desk, self.counter, self)
        self.ratings = Ratings(self.desk, self)
        self.gate.rating_keys = self.ratings.keys
        self.gate.rated.connect(self.ratings.key_pressed)
        self.finder = Finder(self.desk, self.shell, self._is_serving, self)
        self.second = self.desk.second = self._second_screen()
        self.locking = Locking(self.desk, self.shell, self.gate, self._is_serving)
        self._connect()

    def begin(self, session: Session, clerk: Clerk) -> None:
        """Go on for the clerk who just logged in."""
        self.clerk = clerk
        self.shell.band.leave_clerk()
        self.desk.set_session(session, clerk)
        self.pages.open(modules_for(clerk.roles))
        # then only, or a page of whoever sat here before would read for whom it is not meant
        self.locking.begin(clerk)
        # before the counter takes up what was open: a number called yesterday is over
        self._begin_day()
        self.desk.do(self.desk.operations.recovery.follow, owner=self)
        if works_at_window(clerk.roles):
            self.desk.do(self.desk.operations.windows.open_window, owner=self)
            self.counter.start()
            self.pads.start()
        if self.second is not None and meets_citizens(clerk.roles):
            who = self.tr("{name}（工号 {no}）").format(name=clerk.name, no=clerk.staff_no)
            self.second.begin(who)
        self.watch.start(clerk)
        if works_at_window(clerk.roles):
            self.pressing.start()  # nobody waits for it

    def _begin_day(self) -> None:
        """What is over with yesterday: its numbers; and the reports that were made of it."""
        self.desk.do(self.desk.operations.day_end.close_past_days, owner=self)
        if {Role.SUPERVISOR, Role.ADMINISTRATOR} & set(self.clerk.roles):
            from zcdesk.ui.duty.report_files import ReportFiles  # with it comes the paper

            self._reports = self._reports or ReportFiles(self.desk, self)
            self._reports.begin()

    def _on_day(self) -> None:
        if not self._is_serving():
            self._begin_day()

    @property
    def prints_a4(self) -> bool:
        """Whether a printer of this window takes PDF."""
        return any(getattr(one, "as_", "") == "pdf" for one in self.desk.devices.values())

    def follow(self, syncing: Syncing) -> None:
        """Work beside others of the hall: show their work as it comes, send one's own."""
        self.desk.syncing = syncing
        syncing.rest(is_idle=False)
        self.desk.locked.connect(lambda: syncing.rest(is_idle=True))
        self.desk.unlocked.connect(lambda: syncing.rest(is_idle=False))
        syncing.changed.connect(self.desk.tell)
        syncing.told.connect(self._on_news)
        if syncing.news is not None:
            self._on_news(syncing.news)

    def end(self) -> None:
        """Let go of the application's keys and of every page: the desk closes."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self.gate)
        self.watch.end()
        self.locking.end()
        self.pressing.stop()
        self.pads.end()
        if self.second is not None:
            self.second.end()
        for device in self.desk.devices.values():
            if hasattr(device, "close"):
                device.close()
        self.shell.deleteLater()
        self.deleteLater()

    def hear(self, word: str) -> bool:
        """Call the next number for a clerk who works in another program; never while locked.

        Returns whether the counter was asked.
        """
        from zcdesk.ui.intercom import NEXT  # with it comes the network

        if word != NEXT or self.shell.is_covered or not works_at_window(self.clerk.roles):
            return False
        self.shell.show_page(COUNTER)
        self.counter.turns.next()
        if self._is_serving():
            self.shell.window().activateWindow()
        return True

    def lock(self) -> None:
        """Cover the desk: no key, scan or card reaches it, nothing of an applicant is shown."""
        self.locking.lock(self.watch.place_of(self.clerk))

    def _on_locked(self) -> None:
        self.watch.stop()
        self.pads.lock()
        if self.second is not None:
            self.second.lock()

    def _sound(self, _: object) -> None:
        """Something wants the clerk: who looks at papers may hear it."""
        if getattr(self.desk.settings, "sounds", False):
            QApplication.beep()

    def _on_unlocked(self) -> None:
        self.watch.resume()
        if works_at_window(self.clerk.roles):
            self.pads.start()
        if self.second is not None and meets_citizens(self.clerk.roles):
            self.second.unlock()

    def _on_off(self) -> None:
        self._on_locked()
        self.pressing.stop()
        self.logged_off.emit()

    def _on_handed(self, taker: Clerk) -> None:
        """The window was handed over: the taker works here now."""
        session = self.desk.session.as_clerk(taker.staff_no)
        self.desk.set_session(session, taker)
        clerk_of = self.desk.operations.clerks.clerk_of
        self.desk.do(clerk_of, owner=self, done=partial(self.begin, session))
        self.taken_over.emit(session)

    def _second_screen(self) -> SecondFollow | None:
        """Return what follows the counter on the citizen's monitor, where the settings ask it."""
        if not getattr(self.desk.settings, "second_screen", False):
            return None
        from zcdesk.ui.second.follow import SecondFollow
        from zcdesk.ui.second.signing import Signatures

        made = SecondFollow(self.desk, self.counter, self)
        Signatures(self.desk, self.counter, made)
        return made

    def _connect(self) -> None:
        shell, gate = self.shell, self.gate
        shell.lock_wanted.connect(self.lock)
        shell.undo_wanted.connect(self._undo)
        shell.refresh_wanted.connect(self._refresh)
        shell.topbar.state_wanted.connect(self._on_state_wanted)
        shell.topbar.device_opened.connect(self.pages.open_chip)
        self.keys.bind("shell.reprint", shell, self.pages.open_reprint)
        self.keys.bind("shell.own_secret", shell, self.pages.open_account)
        self.desk.account_wanted.connect(self.pages.open_account)
        self.desk.notices.raised.connect(self._sound)
        self.desk.printing.reprint_wanted.connect(self.pages.open_reprint)
        self.pages.handed.connect(self._on_handed)
        self.locking.locked.connect(self._on_locked)
        self.locking.unlocked.connect(self._on_unlocked)
        self.locking.left.connect(self._on_off)
        self.locking.auto.due.connect(self.lock)
        self.counter.serving_changed.connect(self.watch.set_serving)
        self.counter.arrival.parcel_scanned.connect(self.pages.open_parcel)
        self.counter.served.connect(self.ratings.ask)
        self.pads.rated.connect(self.ratings.pressed)
        self.counter.visit.changed.connect(lambda: self.ratings.look_at(self.counter.open_visit))
        self.watch.state_changed.connect(shell.show_state)
        self.pressing.changed.connect(self._on_pressing)
        gate.scanned.connect(self.desk.scanned)
        gate.garbled.connect(lambda: self.desk.notices.say("SCN-01"))
        gate.unended.connect(lambda: self.desk.notices.say("SCN-05"))
        gate.held_back.connect(self._on_held_back)
        self.desk.session_changed.connect(self._on_session)
        self.desk.day_begun.connect(self._on_day)
        self.clock.settled.connect(self._on_day)

    def _undo(self) -> None:
        if self.shell.current == COUNTER:
            self.counter.undo()

    def _refresh(self) -> None:
        self.desk.refresh()
        self.watch.look_at_queue()

    def _on_held_back(self) -> None:
        self.desk.notices.note(self.tr("请先选字（空格上屏）"))

    def _on_session(self) -> None:
        self.watch.look_at_queue()

    def _on_state_wanted(self, state: WindowState, reason: str) -> None:
        windows = self.desk.operations.windows
        match state:
            case WindowState.PAUSED:
                # what is recorded and stands on the board is Chinese, whatever the screen speaks
                said = dict(PAUSES).get(reason, reason).partition("：")[2] or reason
                self.desk.do(windows.pause_window, said, owner=self)
            case WindowState.CLOSED:
                self.desk.do(windows.close_window, owner=self)
                if self.pressing.unsigned:
                    self.desk.notices.say("HND-11", n=self.pressing.unsigned)
            case _:
                self.desk.do(windows.open_window, owner=self)

    def _on_pressing(self, chip: DeviceChip | None, sentence: str, tone: Tone) -> None:
        self.watch.show_pressing(chip)
        self.counter.idle.show_pressing(sentence, tone)

    def _on_news(self, news: News) -> None:
        self.watch.show_network(network_chip.chip(news, self.desk.now()))

    def _is_serving(self) -> bool:
        return self.counter.open_visit is not None

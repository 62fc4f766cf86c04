"""The workplace of a clerk who is logged in: shell, counter, and what lies beside and over them.

It joins parts that do not know each other; a rule of the hall or of a page is never decided here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from zcdesk.devices.kinds import Workshop
from zcdesk.domain.hall import Clerk
from zcdesk.domain.visit import Visit
from zcdesk.sync.news import News
from zcdesk.ui import network_chip
from zcdesk.ui.attention import AttentionPage
from zcdesk.ui.bindings import Keys
from zcdesk.ui.breakdowns import Breakdowns
from zcdesk.ui.cases.finder import Finder
from zcdesk.ui.counter.page import CounterPage
from zcdesk.ui.desk import Desk
from zcdesk.ui.devices_page import DevicesPage
from zcdesk.ui.handover import pressing
from zcdesk.ui.handover.pressing import PressingWatch
from zcdesk.ui.input import KeyGate
from zcdesk.ui.jobs import JobsLike
from zcdesk.ui.locking import Locking
from zcdesk.ui.modules import (
    CASES,
    COUNTER,
    HANDOVER,
    MAIL,
    SHIFT,
    Module,
    meets_citizens,
    modules_for,
    works_at_window,
)
from zcdesk.ui.notices import Notices
from zcdesk.ui.own_secret import OwnSecretPage
from zcdesk.ui.pads import Pads
from zcdesk.ui.printing import Printing
from zcdesk.ui.ratings import Ratings
from zcdesk.ui.reprint import ReprintPage
from zcdesk.ui.shell import Shell
from zcdesk.ui.theme import Tone
from zcdesk.ui.topbar import PAUSES, DeviceChip, WindowState
from zcdesk.ui.training import TrainingReminder
from zcdesk.ui.watch import Watch
from zcdesk.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from zcdesk.operations.session import Session
    from zcdesk.ui.second.follow import SecondFollow
    from zcdesk.ui.syncing import Syncing

REPRINT, ATTENTION, DEVICES, NOTHING = "reprint", "attention", "devices", "nothing"
ACCOUNT = "account"


class Workplace(QObject):
    """Builds the desk of one window and keeps it together.

    Attributes:
        shell: the main window; `counter` its first page; `desk` what every page shares.

    Signals:
        logged_off: nobody works here any more.
    """

    logged_off = Signal()

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
        self._open: set[str] = set()
        self._home = COUNTER
        self.keys = Keys(self)
        self.desk = Desk(
            session=session,
            jobs=jobs,
            notices=notices,
            keys=self.keys,
            devices=devices,
            settings=settings,
            parent=self,
        )
        self.gate = gate or KeyGate(parent=self)
        self.desk.printing = Printing(self.desk)
        self.shell = Shell(self.keys, notices)
        self.counter = CounterPage(self.desk)
        self.reprint = ReprintPage(self.desk)
        self.attention = AttentionPage(self.desk)
        self.watch = Watch(self.desk, self)
        self.breakdowns = Breakdowns(self.desk, self.watch.devices, self)
        self.training = TrainingReminder(self.desk, self)
        self.pressing = PressingWatch(self.desk, self)
        self.pads = Pads(self.desk, self.counter, self)
        self.ratings = Ratings(self.desk, self)
        self.gate.rating_keys = self.ratings.keys
        self.gate.rated.connect(self.ratings.key_pressed)
        self.finder = Finder(self.desk, self.shell, self._is_serving, self)
        self._workshop = workshop
        self.second = self.desk.second = self._second_screen()
        self.locking = Locking(self.desk, self.shell, self.gate, self._is_serving)
        self._add_pages()
        self._connect()

    def begin(self, session: Session, clerk: Clerk) -> None:
        """Go on for the clerk who just logged in."""
        self.clerk = clerk
        self.shell.band.leave_clerk()
        self.desk.set_session(session, clerk)
        self._open_modules(modules_for(clerk.roles))
        # then only, or a page of whoever sat here before would read for whom it is not meant
        self.locking.begin(clerk)
        # before the counter takes up what was open: a number called yesterday is over
        self._begin_day()
        self.desk.do(self.desk.operations.recovery.follow, owner=self)
        if works_at_window(clerk.roles):
            self.desk.do(self.desk.operations.windows.open_window, owner=self)
            self.counter.start()
            self.pads.start()
            self.pressing.start()
        if self.second is not None and meets_citizens(clerk.roles):
            who = self.tr("{name}（工号 {no}）").format(name=clerk.name, no=clerk.staff_no)
            self.second.begin(who)
        self.watch.start(clerk)

    def _begin_day(self) -> None:
        """What is over with yesterday: its numbers, and the periods reports are frozen for."""
        self.desk.do(self.desk.operations.day_end.close_past_days, owner=self)
        self.desk.do(self.desk.operations.reports.freeze_due, owner=self)

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

    def _open_modules(self, modules: tuple[Module, ...]) -> None:
        """Show what the clerk's roles use, built when first wanted, and begin with the first."""
        for module in modules:
            if module.page not in self._open:
                page = self.counter if module.page == COUNTER else module.build(self.desk)
                self.shell.add_page(module.page, page, module.icon, module.words)
                self._open.add(module.page)
                if module.page == SHIFT:
                    page.handed.connect(self._on_handed)  # type: ignore[attr-defined]
                if hasattr(page, "closed"):
                    page.closed.connect(self._back)
                if hasattr(page, "visit_opened"):
                    page.visit_opened.connect(self._on_visit_opened)
        self.shell.allow((*(module.page for module in modules), DEVICES))
        self._home = modules[0].page if modules else NOTHING
        self._back()

    def _on_visit_opened(self, visit: Visit) -> None:
        """A visit was begun elsewhere than in the queue: the counter goes on with it."""
        self.shell.show_page(COUNTER)
        self.counter.calls.opened.emit(visit)

    def _on_parcel(self, waybill: str) -> None:
        """A waybill was scanned at the counter."""
        if MAIL in self._open:
            self.shell.show_page(MAIL)
            page = self.shell.page(MAIL)
            page.begin(waybill)  # type: ignore[attr-defined]

    def _second_screen(self) -> SecondFollow | None:
        """Return what follows the counter on the citizen's monitor, where the settings ask it."""
        if not getattr(self.desk.settings, "second_screen", False):
            return None
        from zcdesk.ui.second.follow import SecondFollow
        from zcdesk.ui.second.signing import Signatures

        made = SecondFollow(self.desk, self.counter, self)
        Signatures(self.desk, self.counter, made)
        return made

    def _add_pages(self) -> None:
        if self._workshop is not None:
            devices = DevicesPage(self.desk, self._workshop, self.watch.devices)
            devices.closed.connect(self._back)
            self.shell.add_page(DEVICES, devices, "plug-connected", self.tr("设备"))
        self.shell.add_page(REPRINT, self.reprint)
        own_secret = OwnSecretPage(self.desk)
        own_secret.closed.connect(self._back)
        self.shell.add_page(ACCOUNT, own_secret)
        self.reprint.closed.connect(self._back)
        self.attention.closed.connect(self._back)
        self.attention.case_wanted.connect(self._open_case)
        self.shell.add_page(ATTENTION, self.attention)
        words = self.tr("您的岗位在这台电脑上没有要办的页面，请找管理员设置岗位")
        self.shell.add_page(NOTHING, Empty("user-question", words))

    def _connect(self) -> None:
        shell, gate = self.shell, self.gate
        shell.lock_wanted.connect(self.lock)
        shell.undo_wanted.connect(self._undo)
        shell.refresh_wanted.connect(self._refresh)
        shell.topbar.state_wanted.connect(self._on_state_wanted)
        shell.topbar.device_opened.connect(self._on_chip)
        self.keys.bind("shell.reprint", shell, self._open_reprint)
        self.keys.bind("shell.own_secret", shell, partial(self.shell.show_page, ACCOUNT))
        self.desk.printing.reprint_wanted.connect(self._open_reprint)
        self.locking.locked.connect(self._on_locked)
        self.locking.unlocked.connect(self._on_unlocked)
        self.locking.left.connect(self._on_off)
        self.locking.auto.due.connect(self.lock)
        self.counter.serving_changed.connect(self.watch.set_serving)
        self.counter.arrival.parcel_scanned.connect(self._on_parcel)
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

    def _open_reprint(self) -> None:
        self.shell.show_page(REPRINT)
        self.reprint.open()

    def _on_chip(self, device: str) -> None:
        if device == network_chip.DEVICE:
            self.shell.show_page(ATTENTION)
            self.attention.open()
        elif device == pressing.CHIP:
            self.shell.show_page(HANDOVER)
        elif self._workshop is not None:
            self._open_devices(device)

    def _open_case(self, case_id: str) -> None:
        """Show the page of a case; who may not look for cases stays where they are."""
        if CASES in {module.page for module in modules_for(self.clerk.roles)}:
            self.shell.show_page(CASES)
            self.shell.page(CASES).open_case(case_id)  # type: ignore[attr-defined]
        else:
            self.desk.notices.say("CAS-02")

    def _open_devices(self, chip: str) -> None:
        """Show the device of a chip; the chip of what calls shows the worst of several."""
        self.shell.show_page(DEVICES)
        page = self.shell.page(DEVICES)
        assert isinstance(page, DevicesPage)
        page.open(self.watch.devices.kind_of(chip))

    def _back(self) -> None:
        self.shell.show_page(self._home)

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

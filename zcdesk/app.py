"""The running desk: login first, store and pages behind it, then the counter.

The login window is painted before SQLAlchemy, the store or any page is loaded; they load in the
store lane and in the first idle moments while the clerk types.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from zcdesk import late, settings
from zcdesk.errors import CodedError
from zcdesk.mishaps import hook
from zcdesk.ui import theme
from zcdesk.ui.dressing import Dressing
from zcdesk.ui.frame import Frame
from zcdesk.ui.language import install_language
from zcdesk.ui.login import Login

if TYPE_CHECKING:
    from zcdesk.beginning import Beginning
    from zcdesk.devices.equipment import Equipment
    from zcdesk.exchanging import Exchanging
    from zcdesk.operations.clerks import LoggedIn
    from zcdesk.operations.session import Session
    from zcdesk.ui.hall_windows import HallWindows
    from zcdesk.ui.intercom import Intercom
    from zcdesk.ui.jobs import Jobs
    from zcdesk.ui.notices import Notices
    from zcdesk.ui.syncing import Syncing
    from zcdesk.ui.workplace import Workplace
    from zcdesk.upkeeping import Upkeeping

DESIGN_SIZE = (1366, 697)
UNSEEN_MS = 1000
"""A window that is never painted (started minimised) opens its store after this."""
SETTLED_MS = 1500
"""The counter is painted and answers keys by then; nobody prints so soon after a login."""

STORE, WORK = "store", "work"
"""Lanes of `ui.jobs`, which is loaded once the login is painted."""

Opener = Callable[[], "Session"]


class App(QObject):
    """One desk from login to the end of the day.

    Attributes:
        frame: the window; `workplace` is there once somebody logged in; `beginning` where there
            was no store to open.
        notices, jobs: the voice and the lanes, made once the login is painted.
        exchanging: the rounds with other systems, there once the store is open.
    """

    notices: Notices
    jobs: Jobs
    exchanging: Exchanging

    def __init__(
        self,
        data: Path,
        *,
        opener: Opener | None = None,
        devices: dict[str, Any] | None = None,
        jobs: Jobs | None = None,
        notices: Notices | None = None,
    ) -> None:
        super().__init__()
        self.data = data
        if notices is not None and jobs is not None:
            self.notices, self.jobs = notices, jobs
        self.session: Session | None = None
        self.workplace: Workplace | None = None
        self.syncing: Syncing | None = None
        self.frame = Frame()
        self.dressing = Dressing(self.frame, data, self._in_store)
        self._opener = opener
        self._devices = devices
        self._equipment: Equipment | None = None
        self._wanted: tuple[str, str, bool] | None = None
        self._is_opening = False
        self.beginning: Beginning | None = None
        self._intercom: Intercom | None = None
        self._halls: HallWindows | None = None
        self._upkeeping: Upkeeping | None = None
        self.login = self._new_login()

    def show(self) -> None:
        """Paint the login, then begin to load what lies behind it."""
        self.dressing.show()
        self.frame.resize(*DESIGN_SIZE)
        self.frame.put(self.login)
        self.frame.painted.connect(self._open_store)
        QTimer.singleShot(UNSEEN_MS, self._open_store)
        self.frame.show()

    @property
    def settings(self) -> settings.Settings:
        """What this PC is set to."""
        return self.dressing.settings

    @property
    def hall_windows(self) -> HallWindows:
        """Kiosk and board of a one-PC hall, which need no clerk."""
        from zcdesk.ui.hall_windows import HallWindows

        assert self.session is not None
        if self._halls is None:
            looks = self.settings.screens
            self._halls = HallWindows(self.session, self.jobs, self.all_devices, self, looks)
            self._halls.told.connect(lambda words: self.notices.note(words))
            self._halls.syncing = self.syncing
        return self._halls

    def close(self) -> None:
        """Let the lanes finish and close the store."""
        for window in (self._intercom, self._halls):
            if window is not None:
                window.close()
        for part in (self.workplace, self.syncing, self._upkeeping):
            if part is not None:
                part.end()
        self.workplace = None
        if self.session is not None:
            self.jobs.run(STORE, self.session.store.close, owner=self, behind=True)
            self.session = None
        self._is_opening = True  # a window closed as soon as it was painted opens nothing later
        if hasattr(self, "jobs"):
            self.jobs.close()
        gc.unfreeze()

    def _open_store(self) -> None:
        if self._is_opening:
            return
        self._is_opening = True
        gc.enable()
        if not hasattr(self, "jobs"):
            from zcdesk.ui.jobs import Jobs
            from zcdesk.ui.notices import Notices

            self.notices = Notices(parent=self)
            self.jobs = Jobs(self.notices.show)
        opener = self._opener or self._open_own
        self.jobs.run(STORE, opener, owner=self, done=self._on_open, failed=self._on_no_store)

    def _open_own(self) -> Session:
        from zcdesk import log, station, upkeeping

        session = station.open_own(self.data)
        upkeeping.first_rows(session)
        log.start(self.data)
        return session

    def _on_open(self, session: Session) -> None:
        self.session = session
        late.witness(session.store)
        self._join(session)
        self.jobs.run(WORK, late.pages, owner=self)
        self._exchange()
        self._listen()
        if self.beginning is None and (self.data / "first-run.json").exists():
            self._begin()
        elif self._wanted is not None:
            self._log_in(*self._wanted)

    def _listen(self) -> None:
        """Hear the commands that ask for a window of this desk."""
        from zcdesk.ui.hall_windows import KNOWN
        from zcdesk.ui.intercom import NEXT, Intercom

        self._intercom = Intercom(self.data, KNOWN | {NEXT}, self)
        self._intercom.asked.connect(lambda name: self.hall_windows.open(name))
        self._intercom.asked.connect(lambda name: self.workplace and self.workplace.hear(name))
        self._intercom.listen()

    def _join(self, session: Session) -> None:
        """At a station of a hall with a server, begin to talk with it."""
        if not session.store.head.epoch:
            return
        from zcdesk import station
        from zcdesk.ui.syncing import Syncing

        tie = station.tie(
            self.data, session, in_store=partial(self.jobs.ask, STORE), working=self._working
        )
        syncing = self.syncing = Syncing(tie, self.jobs, self.notices, self)
        self.session = syncing.tied(session)
        syncing.is_watched = lambda: self._halls is not None and self._halls.is_open
        syncing.changed.connect(self._tell_halls)
        syncing.start()

    def _working(self) -> Session | None:
        """Who works here now; None before the first login."""
        return None if self.workplace is None else self.workplace.desk.session

    def _exchange(self) -> None:
        """Keep messages, platform, online applications and copies going, where they are set up."""
        from zcdesk.exchanging import Exchanging
        from zcdesk.upkeeping import Upkeeping

        say = self.notices.show
        self.exchanging = Exchanging(
            self.jobs, self.data, lambda: self.session, say, self, rests=self._only_reads
        )
        QTimer.singleShot(5000, self.exchanging, self.exchanging.begin)  # first who logs in
        self._upkeeping = Upkeeping(
            self.jobs,
            self.data,
            self._idle_session,
            say,
            self,
            note=self.notices.say,
            open_store=lambda: self.session,
        )
        self._upkeeping.changed.connect(self._tell_desk)
        QTimer.singleShot(5000, self._upkeeping, self._upkeeping.begin)

    def _only_reads(self) -> bool:
        """Whether an auditor works here, in whose name nothing may be recorded."""
        from zcdesk.domain.hall import Role

        return self.workplace is not None and Role.AUDITOR in self.workplace.clerk.roles

    def _idle_session(self) -> Session | None:
        """The open store; None while somebody is being served."""
        workplace = self.workplace
        return None if workplace and workplace.counter.open_visit else self.session

    def _on_no_store(self, error: CodedError) -> None:
        if not self._begin(error):
            self._on_refused(error)

    def _begin(self, error: CodedError | None = None) -> bool:
        """Show what comes before the login; False if nothing helps against the error."""
        from zcdesk.beginning import Beginning

        self.beginning = Beginning(self.data, self.frame, self.jobs, self.session, self)
        self.beginning.made.connect(self._on_open)
        self.beginning.over.connect(self._on_set_up)
        self.beginning.recovered.connect(self._open_again)
        return self.beginning.show(error)

    def _open_again(self) -> None:
        """The key is back: go on as at any start."""
        self.frame.put(self.login)
        self._is_opening = False
        self._open_store()

    def _on_set_up(self) -> None:
        self.dressing.read_again()
        self.login = self._new_login()
        self.frame.put(self.login)

    def _new_login(self) -> Login:
        made = Login(self.settings.window)
        made.login_requested.connect(self._on_login)
        made.look_chosen.connect(self.dressing.choose)
        self.dressing.greet(made)
        return made

    def _in_store(self, function: Callable[[], Any], **how: Any) -> None:
        self.jobs.run(STORE, function, owner=self, **how)

    def _on_login(self, staff_no: str, secret: str, stand_in: bool) -> None:
        self._wanted = (staff_no, secret, stand_in)
        if self.session is not None:
            self._log_in(staff_no, secret, stand_in)

    def _log_in(self, staff_no: str, secret: str, stand_in: bool) -> None:
        from zcdesk.operations import clerks

        session = self.session
        assert session is not None
        self._wanted = None
        self.jobs.run(
            STORE,
            lambda: clerks.log_in(session, staff_no, secret, stand_in),
            owner=self,
            done=self._on_logged_in,
            failed=self._on_refused,
        )

    def _on_refused(self, error: CodedError) -> None:
        from zcdesk.ui.texts import describe

        self.login.say(describe(error).text)

    def _on_logged_in(self, logged: LoggedIn) -> None:
        from zcdesk.ui.workplace import Workplace
        from zcdesk.upkeep.keeping import Keeper

        assert self.session is not None
        self.session = self.session.as_clerk(logged.clerk.staff_no)
        self.login.set_busy(False)
        if self.workplace is None:
            self.workplace = Workplace(
                session=self.session,
                jobs=self.jobs,
                notices=self.notices,
                devices=self.all_devices,
                workshop=self.equipment,
                settings=self.dressing.in_force,
            )
            desk = self.workplace.desk
            self.workplace.logged_off.connect(self._on_logged_off)
            self.workplace.taken_over.connect(partial(self.dressing.take_over, desk))
            desk.changed.connect(lambda topics: self._tell_halls(topics))
            desk.settings_changed.connect(partial(self.dressing.keep, desk))
            desk.settings_changed.connect(self.hall_windows.dress)
            self.hall_windows.changed.connect(self.workplace.desk.changed)
            desk.licences = lambda: self.exchanging.licences
            desk.keeping = Keeper(self.data, self._leave)
            if self.syncing is not None:
                self.workplace.follow(self.syncing)
            if self.settings.feed:
                from zcdesk.ui import caller_feed

                caller_feed.follow(self.settings.feed, self.workplace)
        self.frame.put(self.workplace.shell)
        self.dressing.begin(self.workplace.desk, self.session, logged.scale)
        self.workplace.begin(self.session, logged.clerk)
        QTimer.singleShot(SETTLED_MS, self._warm)

    def _warm(self) -> None:
        """Load the rest once the counter stands; fonts of A4 papers where a printer takes them."""
        late.keep()
        prints = self.workplace is not None and self.workplace.prints_a4
        self.jobs.run(WORK, partial(late.rest, prints_a4=prints), owner=self)

    def _on_logged_off(self) -> None:
        self.login.clear()
        self.dressing.end()
        self.frame.put(self.login)

    def _leave(self) -> None:
        """Ask for what sends this window to another PC; nobody works here meanwhile."""
        from zcdesk.first_run.leaving import Leaving

        assert self.workplace is not None
        self.workplace.locking.left.emit()
        leaving = Leaving(self.data, self.frame, self.jobs, self.session, self.syncing, self)
        leaving.stayed.connect(self._on_logged_off)
        leaving.gone.connect(self._on_gone)

    def _on_gone(self) -> None:
        """The window went and the store is closed: only the page with the code is left."""
        if self.workplace is not None:
            self.workplace.end()
        self.workplace = self.session = None

    def _tell_desk(self, topics: frozenset[str]) -> None:
        if self.workplace is not None:
            self.workplace.desk.tell(topics)

    def _tell_halls(self, topics: frozenset[str]) -> None:
        if self._halls is not None:
            self._halls.hear(topics)

    @property
    def all_devices(self) -> dict[str, Any]:
        """The devices of this PC by name, made when first asked for."""
        return self.equipment.devices

    @property
    def equipment(self) -> Equipment:
        """What keeps the devices and their addresses."""
        if self._equipment is None:
            from zcdesk.devices import urls as addresses
            from zcdesk.devices.equipment import Equipment

            addresses.provide("system", late.system_printer)
            urls = self.settings.devices
            self._equipment = Equipment(urls, self.dressing.keep_devices, self._devices)
        return self._equipment


def run(data: Path) -> int:
    """Start the desk of `data`; return the exit code."""
    qt = theme.start(sys.argv[:1])
    install_language(qt, settings.load(data).language)
    app = App(data)
    sys.excepthook = hook(app)
    app.show()
    code = qt.exec()
    app.close()
    return code

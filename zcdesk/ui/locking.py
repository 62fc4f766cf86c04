"""Locking the desk and unlocking it: by key, by idle time, with the system's own session.

Nothing reaches the pages below while it is locked. What else has to rest meanwhile hears of it by
signal; the open visit is a draft already and stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zcdesk.domain.hall import Clerk
from zcdesk.errors import CodedError
from zcdesk.ui.idle_time import InputClock
from zcdesk.ui.lock import AutoLock, Lock
from zcdesk.ui.session_lock import SessionLock
from zcdesk.ui.texts import describe

if TYPE_CHECKING:
    from zcdesk.ui.desk import Desk
    from zcdesk.ui.input import KeyGate
    from zcdesk.ui.shell import Shell

STAND_IN = "顶岗"
"""Why the clerk went off duty, as it is recorded."""


class Locking(QObject):
    """The lock of one desk.

    Attributes:
        page: what covers the desk; `clerk` whose lock it is.

    Signals:
        locked, unlocked: the pages are covered, and shown again.
        left: the clerk went off duty at the lock; somebody else logs in.
    """

    locked = Signal()
    unlocked = Signal()
    left = Signal()

    def __init__(
        self, desk: Desk, shell: Shell, gate: KeyGate, is_serving: Callable[[], bool]
    ) -> None:
        super().__init__(desk)
        self._desk, self._shell, self._gate = desk, shell, gate
        self._is_serving = is_serving
        self.clerk = Clerk(staff_no="", name="")
        self._pin_digits = 0
        self.page = Lock()
        self.auto = AutoLock(InputClock(parent=self), is_serving, self._limits, self)
        self.session_lock = SessionLock(self)
        self.session_lock.locked.connect(self._on_session_locked)
        self.page.unlock_requested.connect(self._unlock)
        self.page.take_over_requested.connect(self._take_over)

    def begin(self, clerk: Clerk) -> None:
        """Somebody works here now: open, and watch the idle time."""
        self.clerk = clerk
        self._open()
        self.auto.start()
        overdue = self._desk.operations.own_secret.overdue
        self._desk.do(overdue, owner=self, done=self._on_overdue)

    def end(self) -> None:
        """Nobody works here any more: a desk that closes asks its store nothing."""
        self.clerk = Clerk(staff_no="", name="")
        self.auto.stop()

    def _limits(self) -> tuple[int, int]:
        """Seconds without input until the lock: the hall's rule, sooner where this PC says so."""
        rule, station = self._desk.policy.lock, self._desk.settings
        idle, serving = (getattr(station, name, 0) for name in ("lock_idle", "lock_serving"))
        return (
            min(rule.idle_seconds, idle or rule.idle_seconds),
            min(rule.serving_seconds, serving or rule.serving_seconds),
        )

    def _on_session_locked(self) -> None:
        """The system's session was locked: the desk with it, once somebody works here."""
        if self.clerk.staff_no:
            self.auto.due.emit()

    def _on_overdue(self, days: int) -> None:
        if days:
            self._desk.notices.say("SEC-29", n=days)

    def lock(self, place: str) -> None:
        """Cover the desk: no key, scan or card reaches it, nothing of an applicant is shown.

        Args:
            place: what is locked, as the page says it.
        """
        if self._shell.is_covered:
            return
        self._gate.is_open = False
        self._pin_digits = 0
        self._desk.locked.emit()
        self.locked.emit()
        time = f"{self._desk.now():%H:%M}"
        self.page.show_lock(place, time, self.clerk.name, has_visit=self._is_serving())
        self.page.show_queue(self._shell.topbar.state.waiting)
        self._shell.cover(self.page)
        self._ask_for_pin()

    def _open(self) -> None:
        self._gate.is_open = True
        self.auto.rearm()
        self._shell.uncover()

    def _ask_for_pin(self) -> None:
        """Learn whether a PIN unlocks here."""
        digits = self._desk.operations.own_secret.pin_digits
        self._desk.do(digits, owner=self, done=self._on_pin)

    def _on_pin(self, digits: int) -> None:
        self._pin_digits = digits
        self.page.ask_for(pin_digits=digits)

    def _unlock(self, given: str) -> None:
        """Try what was typed: as many digits as a PIN has are one, anything else is the secret."""
        operations, number = self._desk.operations, self.clerk.staff_no
        do = partial(self._desk.do, owner=self, done=self._on_unlocked, failed=self._on_refused)
        if given.isdigit() and len(given) == self._pin_digits:
            do(operations.own_secret.unlock_by_pin, given)
        else:
            do(operations.clerks.unlock, number, given)

    def _on_unlocked(self, _: None) -> None:
        self._open()
        self._desk.unlocked.emit()
        self.unlocked.emit()

    def _on_refused(self, error: CodedError) -> None:
        self.page.say(describe(error).text)
        self._ask_for_pin()

    def _take_over(self) -> None:
        """Somebody else sits down (换人顶岗): back to the login, the visit stays as it is."""
        log_off = self._desk.operations.clerks.log_off
        self._desk.do(log_off, STAND_IN, owner=self, done=lambda _: self.left.emit())

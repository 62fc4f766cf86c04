"""What a running desk does for its own keep once the hall has closed: erasing, then a copy.

Asked every few minutes and once more when the desk is left; never while somebody is being served.
What cannot be done is said once, and tried again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from zcdesk.errors import CodedError
from zcdesk.ui.jobs import STORE, JobsLike

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

EVERY_MS = 5 * 60_000
A_DAY = timedelta(hours=20)
"""A desk that was left early is copied at its next closing all the same."""


class Upkeeping(QObject):
    """Copies of this station at closing.

    Attributes:
        failing: code of what was said last; empty once it went through.
    """

    def __init__(
        self,
        jobs: JobsLike,
        data: Path,
        session: Callable[[], Session | None],
        say: Callable[[CodedError], object],
        parent: QObject | None = None,
    ) -> None:
        """Build.

        Args:
            session: the open store; None while nothing may be done to it.
        """
        super().__init__(parent)
        self.failing = ""
        self._jobs, self._data = jobs, data
        self._session, self._say = session, say
        self._is_busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.turn)

    def begin(self) -> None:
        """Look from time to time whether something is due."""
        self._timer.start()

    def turn(self) -> None:
        """Do what is due, unless somebody is being served."""
        session = self._session()
        if session is None or self._is_busy:
            return
        self._is_busy = True
        data = self._data
        self._jobs.run(
            STORE,
            lambda: keep_up(session, data),
            owner=self,
            done=self._on_done,
            failed=self._on_failed,
        )

    def end(self) -> None:
        """The desk is left: what is due is done before the store closes."""
        self._timer.stop()
        self.turn()

    def _on_done(self, _: object) -> None:
        self._is_busy, self.failing = False, ""

    def _on_failed(self, error: CodedError) -> None:
        self._is_busy = False
        if error.code != self.failing:
            self.failing = error.code
            self._say(error)


def keep_up(session: Session, data: Path) -> bool:
    """Destroy what is due, then copy, so that no copy holds it; return whether one was made."""
    from zcdesk.operations import erasing

    erasing.at_closing(session)
    return copy_if_due(session, data)


def copy_if_due(session: Session, data: Path) -> bool:
    """Make the day's copy after closing, where a folder is set; return whether one was made."""
    from zcdesk import settings
    from zcdesk.operations import policies
    from zcdesk.upkeep import copies

    if not settings.load(data).backup:
        return False
    now = session.now()
    closing = datetime.combine(now.date(), policies.policy(session).limits.closing, now.tzinfo)
    every = min(now - closing, A_DAY) if now >= closing else A_DAY
    if not copies.is_due(session, every):
        return False
    copies.take(session, copies.folder_of(data))
    return True

"""What a running desk does for its own keep: erasing, copies and updates once the hall has closed,
and for the hall the reports that are due.

Asked every few minutes and once more when the desk is left; never while somebody is being served.
What cannot be done is said once, and tried again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from zcdesk.errors import CodedError
from zcdesk.ui.jobs import STORE, JobsLike, device

if TYPE_CHECKING:
    from zcdesk.operations.session import Session
    from zcdesk.upkeep.release import Offer

EVERY_MS = 5 * 60_000
A_DAY = timedelta(hours=20)
"""A desk that was left early is copied at its next closing all the same."""

REBUILDING, REBUILT = "UPD-15", "UPD-16"

REBUILD_MS = 5
"""Between two batches of rows an older version left: the clerk's own work goes in between."""

FIRST_SECONDS = 1.0
"""So long a start may take longer for rows an older version left; the newest come first."""

UPDATE = device("update")
"""A lane of its own: a package takes minutes on a slow line."""


class Upkeeping(QObject):
    """Copies of this station at closing, updates that are rolled out, reports of what is over.

    Attributes:
        failing: code of what was said last; empty once it went through.

    Signals:
        changed(object): a frozenset of topics whose acts were written here by themselves.
    """

    changed = Signal(object)

    def __init__(
        self,
        jobs: JobsLike,
        data: Path,
        session: Callable[[], Session | None],
        say: Callable[[CodedError], object],
        parent: QObject | None = None,
        *,
        note: Callable[..., object] = lambda code, **fields: None,
        open_store: Callable[[], Session | None] | None = None,
    ) -> None:
        """Build.

        Args:
            session: the open store; None while nothing may be done to it for long.
            note: says a code that goes by itself.
            open_store: the open store, while somebody is served too; `session` if not told.
        """
        super().__init__(parent)
        self.failing = ""
        self._jobs, self._data = jobs, data
        self._session, self._say, self._note = session, say, note
        self._open_store = open_store or session
        self._is_busy = self._is_over = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.turn)

    def begin(self) -> None:
        """Note what became of an update; then look from time to time whether something is due."""
        self._timer.start()
        self.report()
        session = self._open_store()
        if session is not None:
            self._jobs.run(
                STORE,
                lambda: _take_note(session),
                owner=self,
                done=self._on_noted,
                failed=self._on_failed,
                behind=True,
            )

    def _on_noted(self, left: int) -> None:
        if left:
            self._note(REBUILDING, n=left)
            self._rebuild()

    def _rebuild(self) -> None:
        """Bring the next rows of an older version up to date; visits go on meanwhile."""
        session = self._open_store()
        if session is not None and not self._is_over:
            self._jobs.run(
                STORE,
                lambda: _rebuild(session),
                owner=self,
                done=self._on_rebuilt,
                failed=self._on_failed,
                behind=True,
            )

    def _on_rebuilt(self, has_more: bool) -> None:
        if has_more:
            QTimer.singleShot(REBUILD_MS, self, self._rebuild)
        else:
            self._note(REBUILT)

    def turn(self) -> None:
        """Do what is due, unless somebody is being served."""
        self._in_store(_turn, self._bring)
        self.report()

    def report(self) -> None:
        """Freeze the reports that are due, one at a time: what a clerk wants goes between."""
        session = self._session()
        if session is None or self._is_over:
            return
        self._jobs.run(
            STORE,
            lambda: _freeze_next(session),
            owner=self,
            done=self._on_frozen,
            failed=self._on_failed,
            behind=True,
        )

    def _on_frozen(self, key: str) -> None:
        if key:
            self.changed.emit(frozenset({"report"}))
            self.report()

    def end(self) -> None:
        """The desk is left: what is due is done before the store closes."""
        self._timer.stop()
        self._is_over, self._is_busy = True, False  # what is being brought goes on another day
        self._in_store(_last, self._on_done)

    def _in_store(
        self, work: Callable[[Session, Path], Any], then: Callable[[Any], object]
    ) -> None:
        session, data = self._session(), self._data
        if session is None or self._is_busy:
            return
        self._is_busy = True
        self._jobs.run(
            STORE,
            lambda: work(session, data),
            owner=self,
            done=then,
            failed=self._on_failed,
            behind=True,
        )

    def _bring(self, offer: Offer | None) -> None:
        """Have the package of a due update brought while nobody waits for it."""
        if offer is None:
            self._on_done(None)
            return
        data = self._data
        self._jobs.run(
            UPDATE,
            lambda: _bring(offer, data, lambda: not self._is_over),
            owner=self,
            done=self._on_done,
            failed=self._on_failed,
        )

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


def _turn(session: Session, data: Path) -> Offer | None:
    from zcdesk.upkeep import updating

    keep_up(session, data)
    return updating.wanted(session)


def _last(session: Session, data: Path) -> None:
    from zcdesk.upkeep import updating

    keep_up(session, data)
    updating.ask_if_here(session, updating.spool())


def _freeze_next(session: Session) -> str:
    from zcdesk.operations import reports

    return reports.freeze_next(session)


def _take_note(session: Session) -> int:
    """Note what became of an update; return how many rows an older version left."""
    from zcdesk.store import project
    from zcdesk.upkeep import updating

    updating.take_note(session, updating.spool())
    with session.reading() as store:
        return project.stale_count(store)


def first_rows(session: Session) -> None:
    """After an update, bring what the day begins with up to date before anybody logs in."""
    from zcdesk.store import project

    over = time.monotonic() + FIRST_SECONDS
    while project.refresh(session.store, at=session.now()) and time.monotonic() < over:
        pass


def _rebuild(session: Session) -> bool:
    from zcdesk.store import project

    return project.refresh(session.store, at=session.now())


def _bring(offer: Offer, data: Path, go_on: Callable[[], bool]) -> None:
    from zcdesk.upkeep import updating

    updating.bring_from_anywhere(offer, data, updating.spool(), go_on)

"""Keeps a joined desk and its hall's server together: when they talk, and what is told of it.

The rounds run in the net lane, one after the other; a commit brings the next one forward. Nothing
a clerk does ever waits for them. Told once: the network gone, back again, the clock apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from zcdesk.errors import CodedError
from zcdesk.sync.news import CUT_OFF, News, Tie, Waiting, Wish
from zcdesk.ui.jobs import NET, Failed, JobsLike
from zcdesk.ui.notices import Notices

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

NUDGED_MS = 30
"""A commit is sent this soon: acts of one gesture go together."""

OFFSET_MAX = 300.0
"""Seconds the clocks may be apart before the clerk is told (sync 2.2)."""

PATIENCE_MS = 1500
"""A call waits no longer for the server; then it takes what is held here."""

TROUBLES_S = 60.0

RESTING_TIMES = 10
"""So much rarer are the rounds while nobody looks at this PC: every ten seconds (sync 2.4)."""


SETTLED = tuple(f"NET-{n:02d}" for n in (1, 10, 17, 18, 19, 20, 41, 42, 43, 44))
"""What is over once the server answers again."""


class Syncing(QObject):
    """The rounds of one desk.

    Attributes:
        news: what the last round brought; None before the first.
        is_watched: tells whether a board or a kiosk of this PC shows the queue all the same.

    Signals:
        told(News): a round ended.
        changed(object): a frozenset of topics others' acts touched.
    """

    told = Signal(object)
    changed = Signal(object)

    def __init__(
        self, tie: Tie, jobs: JobsLike, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tie, self._jobs, self._notices = tie, jobs, notices
        self.news: News | None = None
        self._is_running = self._is_ended = self._is_nudged = False
        self._was_lost = self._was_apart = self._is_resting = False
        self.is_watched: Callable[[], bool] = lambda: False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._run)

    @property
    def is_online(self) -> bool:
        """Whether the server answered last; told by any thread."""
        return self.news is None or self.news.is_online

    @property
    def is_cut_off(self) -> bool:
        """Whether no server of this hall was there when it was asked last."""
        return self.news is not None and self.news.outcome.code in CUT_OFF

    @property
    def is_abreast(self) -> bool:
        """Whether the last round left nothing to fetch, and the clock is the hall's.

        What of one's own the server has not taken is known here all the same.
        """
        news = self.news
        if news is None or not news.is_online or news.offset is None:
            return False
        return news.position >= news.end and abs(news.offset) <= OFFSET_MAX

    def tied(self, session: Session) -> Session:
        """Return a session that asks this desk's rounds about its server."""
        return replace(
            session, is_online=lambda: self.is_online, is_abreast=lambda: self.is_abreast
        )

    def start(self) -> None:
        """Begin the first round."""
        self._run()

    def end(self) -> None:
        """No more rounds; the one under way is cut short."""
        self._is_ended = True
        self._timer.stop()
        self._tie.close()

    def hold(self) -> None:
        """No more rounds for now: somebody else talks with the server for this PC."""
        self._is_ended = True
        self._timer.stop()

    def go_on(self) -> None:
        """The rounds begin again."""
        self._is_ended = False
        self._run()

    def nudge(self) -> None:
        """There is something to send; while the server is gone the back-off goes on."""
        if self._is_running:
            self._is_nudged = True
        elif self.is_online and not self._is_ended:
            self._timer.start(NUDGED_MS)

    def rest(self, *, is_idle: bool) -> None:
        """Nobody looks: the desk is locked. Or somebody is back, and sees the newest at once."""
        was_idle, self._is_resting = self._is_resting, is_idle
        if was_idle and not is_idle:
            self.nudge()

    def fetch(
        self, number: str, *, owner: QObject, done: Callable[[bool], object], window: str = ""
    ) -> None:
        """Hold the next ticket, or that one, for a call of this window or of another.

        Answers False where nobody can be asked: at once if that is known, else after a moment; a
        ticket that comes later stays held for the next call.
        """
        if not self.is_online:
            done(False)
            return
        patience = QTimer(owner)
        patience.setSingleShot(True)

        def settle(is_held: bool) -> None:
            if patience.isActive():
                patience.stop()
                patience.deleteLater()
                done(is_held)

        def give_up() -> None:
            patience.deleteLater()
            done(False)

        patience.timeout.connect(give_up)
        patience.start(PATIENCE_MS)
        self._tie.hurry()
        self._jobs.run(NET, lambda: self._tie.fetch(number, window), owner=patience, done=settle)

    def take(
        self,
        wish: Wish,
        *,
        owner: QObject,
        done: Callable[[Waiting], object],
        failed: Failed | None,
    ) -> None:
        """Let the server put a ticket into the queue, under the ticket's own identity."""
        self._tie.hurry()
        self._jobs.run(
            NET, lambda: self._tie.take(wish.ticket, wish), owner=owner, done=done, failed=failed
        )

    def _run(self) -> None:
        if self._is_running or self._is_ended:
            return
        self._is_running, self._is_nudged = True, False
        self._jobs.run(
            NET,
            self._tie.round,
            owner=self,
            done=self._on_news,
            failed=self._on_bug,
            behind=True,
        )

    def _on_news(self, news: News) -> None:
        self._is_running = False
        self.news = news
        if self._is_ended:
            return
        self._tell(news)
        if news.topics:
            self.changed.emit(news.topics)
        self.told.emit(news)
        is_soon = self._is_nudged and news.is_online
        is_rare = self._is_resting and news.is_online and not self.is_watched()
        wait = news.wait * (RESTING_TIMES if is_rare else 1)
        self._timer.start(NUDGED_MS if is_soon else int(wait * 1000))

    def _on_bug(self, error: CodedError) -> None:
        """A round that broke is told once a minute and tried again all the same."""
        self._is_running = False
        if not self._is_ended:
            self._notices.show(error)
            self._timer.start(int(TROUBLES_S * 1000))

    def _tell(self, news: News) -> None:
        outcome = news.outcome
        if not news.is_online and not self._was_lost:
            self._was_lost = True
            code = "NET-01" if outcome.code == "NET-20" else outcome.code
            self._notices.say(code, n=outcome.unsent)
        elif news.is_online and self._was_lost:
            self._was_lost = False
            for code in (
                "NET-01",
                "NET-10",
                "NET-17",
                "NET-18",
                "NET-19",
                "NET-20",
                "NET-41",
                "NET-42",
                "NET-43",
                "NET-44",
            ):
                self._notices.settle(code)
            self._notices.say("NET-02", n=outcome.sent)
        self._tell_clock(news.offset)

    def _tell_clock(self, offset: float | None) -> None:
        is_apart = offset is not None and abs(offset) > OFFSET_MAX
        if is_apart and not self._was_apart and offset is not None:
            way = self.tr("快") if offset > 0 else self.tr("慢")
            self._notices.say("NET-40", way=way, n=round(abs(offset) / 60))
        elif offset is not None and not is_apart and self._was_apart:
            self._notices.settle("NET-40")
        if offset is not None:
            self._was_apart = is_apart

"""The rounds of exchange in a running desk: every half minute, each in a lane of its own.

What touches the store runs in the store's lane, what waits for another system never does. A round
that fails says so once, until one goes through again.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from zcdesk.errors import CodedError
from zcdesk.ui.jobs import STORE, JobsLike, device

if TYPE_CHECKING:
    from zcdesk.domain.licence import LicenceAnswer, LicenceQuery
    from zcdesk.operations.session import Session
    from zcdesk.rounds import Round

    Loaded = tuple[tuple[Round, ...], Callable[[LicenceQuery], LicenceAnswer] | None]

EVERY_MS = 30_000


class Exchanging(QObject):
    """Keeps the rounds of this station going.

    Attributes:
        failing: names of the rounds whose last turn failed.
        licences: asks the library of licences, where one is set up.
    """

    def __init__(
        self,
        jobs: JobsLike,
        data: Path,
        session: Callable[[], Session | None],
        say: Callable[[CodedError], object],
        parent: QObject | None = None,
        *,
        rests: Callable[[], bool] = lambda: False,
    ) -> None:
        """Build.

        Args:
            session: the open store, None while there is none.
            rests: whether nothing may be recorded here now, as while an auditor works.
        """
        super().__init__(parent)
        self.failing: set[str] = set()
        self.licences: Callable[[LicenceQuery], LicenceAnswer] | None = None
        self._jobs, self._data = jobs, data
        self._session, self._say, self._rests = session, say, rests
        self._rounds: tuple[Round, ...] = ()
        self._busy: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.turn)

    def begin(self) -> None:
        """Read what is set up; without any nothing ever runs."""
        session = self._session()
        if session is None:
            return

        def load() -> Loaded:
            from zcdesk import rounds
            from zcdesk.exchange import settings
            from zcdesk.ui.texts import describe

            read = settings.load(self._data)
            library = rounds.licence_library(session, read)
            return rounds.rounds(session, read, lambda error: describe(error).text), library

        self._jobs.run(STORE, load, owner=self, done=self._on_read, failed=self._say, behind=True)

    def turn(self) -> None:
        """Begin every round that is not under way."""
        if self._rests():
            return
        for one in self._rounds:
            if one.name not in self._busy:
                self._busy.add(one.name)
                self._in_store(one, one.take, self._send)

    def end(self) -> None:
        """Begin no more rounds."""
        self._timer.stop()
        self._rounds = ()
        self.licences = None

    def _on_read(self, read: Loaded) -> None:
        found, self.licences = read
        self._rounds = found
        if found:
            self._timer.start()
            self.turn()

    def _send(self, one: Round, due: Any) -> None:
        self._step(one, _lane(one), lambda: one.send(due), self._record)

    def _record(self, one: Round, came: Any) -> None:
        self._in_store(one, lambda session: one.record(session, came), self._finish)

    def _finish(self, one: Round, rest: Any) -> None:
        self._step(one, _lane(one), lambda: one.finish(rest), self._on_done)

    def _on_done(self, one: Round, count: int) -> None:
        self._busy.discard(one.name)
        self.failing.discard(one.name)

    def _in_store(
        self, one: Round, work: Callable[[Session], Any], then: Callable[[Round, Any], None]
    ) -> None:
        session = self._session()
        if session is None:  # the desk is closing; what was not recorded is done again
            self._busy.discard(one.name)
            return
        self._step(one, STORE, lambda: work(session), then)

    def _step(
        self, one: Round, lane: str, work: Callable[[], Any], then: Callable[[Round, Any], None]
    ) -> None:
        self._jobs.run(
            lane,
            work,
            owner=self,
            done=lambda result: then(one, result),
            failed=lambda error: self._on_failed(one, error),
            behind=True,
        )

    def _on_failed(self, one: Round, error: CodedError) -> None:
        self._busy.discard(one.name)
        if one.name not in self.failing:
            self.failing.add(one.name)
            self._say(error)


def _lane(one: Round) -> str:
    """A lane of its own: a modem may take a minute, and nobody else waits for it."""
    return device(f"exchange-{one.name}")

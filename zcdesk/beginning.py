"""What stands where the login would: the first set-up, or the way back to a lost key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from zcdesk import station
from zcdesk.errors import CodedError
from zcdesk.store import faults
from zcdesk.sync.joining import Watch
from zcdesk.ui.jobs import STORE
from zcdesk.ui.recover import RecoverPage
from zcdesk.ui.setup import SetupPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from zcdesk.operations.session import Session
    from zcdesk.ui.frame import Frame
    from zcdesk.ui.jobs import JobsLike


class Beginning(QObject):
    """Shows the page that fits why there is no store to open, until there is one.

    Attributes:
        page: what is shown.

    Signals:
        made(Session): the store is there and open.
        recovered(): its key is back; it can be opened as ever.
    """

    made = Signal(object)
    recovered = Signal()

    def __init__(self, data: Path, frame: Frame, jobs: JobsLike, parent: QObject) -> None:
        super().__init__(parent)
        self._data, self._frame, self._jobs = data, frame, jobs
        self.page: SetupPage | RecoverPage | None = None

    def show(self, error: CodedError) -> bool:
        """Show the page for an error of opening; False if no page helps against it."""
        if not station.exists(self._data) or error.code == station.UNFINISHED:
            setup = self.page = SetupPage()
            setup.answered.connect(self._on_answers)
            setup.join_wanted.connect(self._on_login_file)
        elif error.code == faults.NO_KEY:
            recover = self.page = RecoverPage()
            recover.code_given.connect(self._on_code)
        else:
            return False
        self._frame.put(self.page)
        return True

    def _on_answers(self, answers: Any) -> None:
        self._make(lambda: station.create(self._data, answers))

    def _on_login_file(self, file: str) -> None:
        watch = Watch()
        if isinstance(self.page, SetupPage):
            self.page.follow(watch)
        self._make(lambda: station.join_hall(self._data, Path(file), watch=watch))

    def _on_code(self, code: str) -> None:
        from zcdesk.upkeep import command_keys

        assert self.page is not None
        self._jobs.run(
            STORE,
            lambda: command_keys.recover(self._data, code),
            owner=self,
            done=lambda _: self.recovered.emit(),
            failed=self.page.say,
        )

    def _make(self, make: Callable[[], Session]) -> None:
        """Make or open this PC's store; nothing else runs in its lane yet."""
        assert self.page is not None
        self._jobs.run(STORE, make, owner=self, done=self.made.emit, failed=self.page.say)

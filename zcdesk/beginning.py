"""What stands where the login would: the first set-up, or the way back to a lost key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zcdesk import station
from zcdesk.errors import CodedError
from zcdesk.first_run.leaving import Leaving
from zcdesk.first_run.wizard import FirstRun
from zcdesk.store import faults
from zcdesk.ui.jobs import STORE
from zcdesk.ui.recover import RecoverPage

if TYPE_CHECKING:
    from zcdesk.operations.session import Session
    from zcdesk.ui.frame import Frame
    from zcdesk.ui.jobs import Jobs


class Beginning(QObject):
    """Shows the page that fits why there is no store to open, or a first start to go on with.

    Attributes:
        page: the way back to a lost key; first_run: the first start; leaving: the window went.

    Signals:
        made(Session): the store is there and open.
        over(): the first start is done or left; the login comes.
        recovered(): its key is back; it can be opened as ever.
    """

    made = Signal(object)
    over = Signal()
    recovered = Signal()

    def __init__(
        self, data: Path, frame: Frame, jobs: Jobs, session: Session | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._data, self._frame, self._jobs, self._session = data, frame, jobs, session
        self.page: RecoverPage | None = None
        self.first_run: FirstRun | None = None
        self.leaving: Leaving | None = None

    def show(self, error: CodedError | None) -> bool:
        """Show the page for an error of opening; False if no page helps against it."""
        if error is None or self._is_to_begin(error):
            self.first_run = FirstRun(self._data, self._frame, self._jobs, self._session, self)
            self.first_run.made.connect(self.made)
            self.first_run.over.connect(self.over)
        elif error.code == station.GONE:
            self.leaving = Leaving(self._data, self._frame, self._jobs, None, None, self)
        elif error.code == faults.NO_KEY:
            self.page = RecoverPage()
            self.page.code_given.connect(self._on_code)
            self._frame.put(self.page)
        else:
            return False
        return True

    def _is_to_begin(self, error: CodedError) -> bool:
        return not station.exists(self._data) or error.code == station.UNFINISHED

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

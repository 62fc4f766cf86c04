"""A PC's last page at work: its window is sent to another one, or the code is shown once more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zcdesk.first_run import moving
from zcdesk.ui.jobs import STORE
from zcdesk.ui.moving import MovePage

if TYPE_CHECKING:
    from zcdesk.first_run.moving import Given
    from zcdesk.operations.session import Session
    from zcdesk.ui.frame import Frame
    from zcdesk.ui.jobs import Jobs
    from zcdesk.ui.syncing import Syncing


class Leaving(QObject):
    """Shows the page and does what it asks; no round with the server runs meanwhile.

    Attributes:
        page: on show.

    Signals:
        stayed(): not now; the login comes.
        gone(): the window went, and the store is closed.
    """

    stayed = Signal()
    gone = Signal()

    def __init__(
        self,
        data: Path,
        frame: Frame,
        jobs: Jobs,
        session: Session | None,
        syncing: Syncing | None,
        parent: QObject,
    ) -> None:
        """Begin; without a session the window went before."""
        super().__init__(parent)
        self._data, self._jobs, self._session, self._syncing = data, jobs, session, syncing
        self.page = MovePage(is_gone=session is None)
        self.page.wanted.connect(self._on_wanted)
        self.page.left.connect(self._on_left)
        if syncing is not None:
            syncing.hold()
        frame.put(self.page)

    def _on_wanted(self, staff_no: str, secret: str) -> None:
        data, session = self._data, self._session
        self._jobs.run(
            STORE,
            lambda: moving.send_away(data, session, staff_no, secret),
            owner=self,
            done=self._on_given,
            failed=self.page.say,
        )

    def _on_given(self, given: Given) -> None:
        self.page.show_code(given.code, given.server)
        if self._session is not None:
            self._session = None
            self.gone.emit()

    def _on_left(self) -> None:
        if self._syncing is not None:
            self._syncing.go_on()
        self.stayed.emit()

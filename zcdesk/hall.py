"""The commands `zcdesk kiosk` and `zcdesk board`.

On a one-PC hall the running desk opens the window: one process owns a store. A station that was
joined to a hall's server has a store of its own, opens it here and talks with the server.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from zcdesk import late, log, settings, station
from zcdesk.devices import urls as addresses
from zcdesk.devices.equipment import Equipment
from zcdesk.errors import CodedError, NotAllowed
from zcdesk.ui import intercom, theme
from zcdesk.ui.hall_windows import HallWindows
from zcdesk.ui.jobs import STORE, Jobs
from zcdesk.ui.language import install_language
from zcdesk.ui.notices import Notices
from zcdesk.ui.syncing import Syncing
from zcdesk.ui.texts import describe

if TYPE_CHECKING:
    from zcdesk.operations.session import Session


def run(data: Path, name: str) -> int:
    """Open the window of that name, here or in the running desk; return the exit code.

    Raises:
        NotAllowed: WIN-02, no desk runs and this is no joined station.
    """
    qt = theme.start(sys.argv[:1])
    install_language(qt, settings.load(data).language)
    if intercom.ask(data, name):
        return 0
    if not station.exists(data) or not _is_joined(data):
        raise NotAllowed("WIN-02")
    own = OwnHall(data, name)
    own.start()
    code = qt.exec()
    own.close()
    return code


def call_next(data: Path) -> int:
    """Have the running desk call its next number; return the exit code.

    Raises:
        NotAllowed: WIN-05, no desk runs.
    """
    core = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    asked = intercom.ask(data, intercom.NEXT)
    del core
    if not asked:
        raise NotAllowed("WIN-05")
    return 0


class OwnHall(QObject):
    """One window over the store of a joined station."""

    def __init__(self, data: Path, name: str) -> None:
        super().__init__()
        self._data, self._name = data, name
        self._jobs = Jobs(self._on_failed)
        self._session: Session | None = None
        self._syncing: Syncing | None = None
        self._equipment = Equipment({}, _keep_none)
        self.windows: HallWindows | None = None

    def start(self) -> None:
        """Open the store in its lane, then the window."""
        self._jobs.run(STORE, self._open, owner=self, done=self._on_open)

    def close(self) -> None:
        """Let the lanes finish and close the store."""
        if self._syncing is not None:
            self._syncing.end()
        for device in self._equipment.devices.values():
            if (close := getattr(device, "close", None)) is not None:
                close()
        session = self._session
        if session is not None:
            self._jobs.run(STORE, session.store.close, owner=self, behind=True)
        self._jobs.close()

    def _open(self) -> Session:
        session = station.open_session(self._data)
        log.start(self._data)
        return session

    def _on_open(self, session: Session) -> None:
        self._session = session
        late.witness(session.store)
        syncing = self._join(session)
        if syncing is not None:
            session = replace(session, is_online=lambda: syncing.is_online)
        own = settings.load(self._data)
        addresses.provide("system", late.system_printer)
        self._equipment = Equipment(own.devices, _keep_none)
        devices = self._equipment.devices
        self.windows = HallWindows(session, self._jobs, devices, self, own.screens)
        self.windows.syncing = syncing
        self.windows.open(self._name)
        for fault in self._equipment.faults.values():
            self._on_failed(fault)
        if syncing is not None:
            syncing.changed.connect(self.windows.hear)
            syncing.start()

    def _join(self, session: Session) -> Syncing | None:
        """Talk with the hall's server, which gives the numbers and tells the calls."""
        if not session.store.head.epoch:
            return None
        tie = station.tie(
            self._data, session, in_store=partial(self._jobs.ask, STORE), working=lambda: None
        )
        self._syncing = Syncing(tie, self._jobs, Notices(parent=self), self)
        self._syncing.is_watched = lambda: True
        return self._syncing

    def _on_failed(self, error: CodedError) -> None:
        """Without a window there is nobody to tell but the console, and nothing to stay for."""
        said = describe(error)
        sys.stderr.write(f"{said.text}（{said.code}）\n")
        app = QApplication.instance()
        if app is not None and (self.windows is None or self.windows.window(self._name) is None):
            app.exit(1)


def _keep_none(_urls: dict[str, str]) -> None:
    """Addresses are changed at a desk."""


def _is_joined(data: Path) -> bool:
    session = station.open_session(data)
    try:
        return session.store.head.epoch > 0
    finally:
        session.store.close()

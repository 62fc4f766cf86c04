"""How a command reaches the running desk: one process owns a store, so it opens the windows.

A local socket only this user may use; a command says one word, the desk answers one. Nothing of
the store passes through it.
"""

from __future__ import annotations

import hashlib
import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from zcdesk.errors import SurroundingsError

HELLO = "zcdesk/1"
DONE, UNKNOWN = "done", "unknown"
NEXT = "next"
"""The word that calls the next number: what a key of the whole system is bound to."""
LONGEST = 64
"""Bytes of one word: more is nobody of ours."""

PATIENCE_MS = 15_000
"""A desk answers at once; on a PC busy with an update it may come late to its turn."""


def name_of(data: Path) -> str:
    """Return the socket's name for the store in `data`."""
    digest = hashlib.sha256(os.fsencode(data.absolute())).hexdigest()[:16]
    return f"zcdesk-{digest}"


class Intercom(QObject):
    """The desk's ear.

    Signals:
        asked(str): a command wants the window of this name, or `NEXT`.
    """

    asked = Signal(str)

    def __init__(self, data: Path, known: frozenset[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._name = name_of(data)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self) -> bool:
        """Begin to listen; whoever holds the store owns the name, so a left one is taken over."""
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(partial(self._on_words, socket))
            socket.disconnected.connect(socket.deleteLater)

    def _on_words(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > LONGEST:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        hello, _, word = bytes(socket.readLine().data()).decode("ascii", "replace").partition(" ")
        known = hello == HELLO and word.strip() in self._known
        socket.write(f"{DONE if known else UNKNOWN}\n".encode())
        socket.flush()
        socket.disconnectFromServer()
        if known:
            self.asked.emit(word.strip())


def ask(data: Path, word: str, patience_ms: int = PATIENCE_MS) -> bool:
    """Ask the desk that runs on `data` for a window; False where none runs.

    Raises:
        SurroundingsError: WIN-03 it did not answer, WIN-04 it does not know the window.
    """
    socket = QLocalSocket()
    socket.connectToServer(name_of(data))
    if not socket.waitForConnected(patience_ms):
        return False
    socket.write(f"{HELLO} {word}\n".encode())
    socket.flush()
    while not socket.canReadLine():
        if not socket.waitForReadyRead(patience_ms):
            raise SurroundingsError("WIN-03")
    answer = bytes(socket.readLine().data()).decode("ascii", "replace").strip()
    socket.disconnectFromServer()
    if answer != DONE:
        raise SurroundingsError("WIN-04")
    return True

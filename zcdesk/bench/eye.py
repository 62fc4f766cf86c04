"""An eye inside a running program: when was a window painted, and when did it take a key.

A window is painted when the turn of the event loop that painted it is over, with everything in
it. Loads nothing an empty window would not load, until the time is noted: the eye must not make
the reference slow.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

LOOK_MS = 2
"""How often it is looked for what is not there yet: the error of a time, and rare enough."""

PATIENCE_S = 60.0

Then = Callable[[], object]


class Eye(QObject):
    """Waits for things to be there, to be painted, and to take a key.

    Attributes:
        seen: event → seconds since `since`, bytes, or lists of seconds.
    """

    def __init__(self, since: float) -> None:
        super().__init__()
        self.seen: dict[str, float | list[float]] = {}
        self._since = since
        self._widget: QWidget | None = None
        self._then: Then | None = None

    def note(self, event: str) -> None:
        """Note when it happened and what memory it took so far."""
        self.seen[event] = self.now()
        self.seen[f"{event} resident"] = resident()

    def now(self) -> float:
        """Return the seconds since the start."""
        return time.perf_counter() - self._since

    def tell(self) -> None:
        """Say what was seen."""
        import json

        sys.stdout.write(json.dumps(self.seen) + "\n")
        sys.stdout.flush()

    def after(self, what: str, ready: Callable[[], object], then: Then, since: float = 0) -> None:
        """Go on as soon as something is so.

        Args:
            what: is waited for, said where it never comes.
            since: when the waiting began, by `now`; 0 = now.
        """
        if ready():
            then()
            return
        began = since or self.now()
        if self.now() - began > PATIENCE_S:
            raise RuntimeError(f"{what} did not come")
        QTimer.singleShot(LOOK_MS, self, lambda: self.after(what, ready, then, began))

    def painted(self, widget: QWidget, then: Then) -> None:
        """Go on behind the next paint of a widget."""
        self._widget, self._then = widget, then
        widget.installEventFilter(self)
        widget.update()

    def takes_key(self, event: str, then: Callable[[QWidget], object]) -> None:
        """Note the event as soon as anything has the focus; then prove it with the key 0."""
        focus = QApplication.focusWidget()
        if focus is None:
            QTimer.singleShot(LOOK_MS, self, lambda: self.takes_key(event, then))
            return
        self.note(event)
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeyEvent

        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_0, Qt.KeyboardModifier.NoModifier, "0")
            QApplication.sendEvent(focus, key)
        then(focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Go on behind the first paint of the widget that is waited for."""
        then = self._then
        if event.type() is QEvent.Type.Paint and watched is self._widget and then is not None:
            self._then = None
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, then)
        return False


def resident() -> float:
    """Return this process's resident memory in bytes; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            pages = int(file.read().split()[1])
    except OSError:
        return 0.0
    import resource

    return float(pages * resource.getpagesize())

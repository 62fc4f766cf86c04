"""Whether the screen stays alive: a timer on its thread, and how late it comes each time.

Beside it the live hall is asked for again and again and numbers are taken, so that the desk reads,
paints, writes and sends while it is listened to.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from zcdesk.operations import series

if TYPE_CHECKING:
    from zcdesk.bench.eye import Eye
    from zcdesk.ui.duty.live import LivePage

BEAT_MS = 5
ASK_MS = 1000
SETTLE_S = 3.0
"""Until what follows a login, at its leisure, is over; no longer than what is watched."""


class Pulse(QObject):
    """Beats on the thread of the screen.

    Attributes:
        late: seconds each beat came after its time.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.late: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, now - self._last - BEAT_MS / 1000))
        self._last = now


def listen(eye: Eye, page: LivePage, seconds: float) -> None:
    """Note `gaps`, and in `shown` the seconds from each question to its answer on the page."""
    shown: list[float] = []
    category = next(iter(series.LETTERS))
    asks = QTimer(eye)

    def ask() -> None:
        page._desk.take_ticket(category, owner=page, done=lambda _: None)
        before, start = page.shown, time.perf_counter()
        page.look()

        def there() -> None:
            shown.append(time.perf_counter() - start)

        eye.after("the live hall", lambda: page.shown is not before, there)

    def begin() -> None:
        pulse = Pulse(eye)

        def end() -> None:
            asks.stop()
            eye.seen["gaps"], eye.seen["shown"] = pulse.late, shown
            QApplication.quit()

        asks.timeout.connect(ask)
        asks.start(ASK_MS)
        ask()
        QTimer.singleShot(int(seconds * 1000), eye, end)

    QTimer.singleShot(int(min(SETTLE_S, seconds) * 1000), eye, begin)

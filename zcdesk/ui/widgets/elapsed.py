"""A label that counts minutes and seconds since something began.

Its size is fixed but for the number of its digits: a label of any size would have the whole window
laid out anew with each second.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.text import Text


class Elapsed(Text):
    """`Elapsed(time.monotonic)`, then `start()`; amber from `amber_after` seconds on."""

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        amber_after: float = 0,
        style: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", style, Tone.NEUTRAL, parent=parent)
        self._clock = clock
        self._amber_after = amber_after
        self._since: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    @property
    def seconds(self) -> int:
        """Seconds counted so far."""
        return max(0, int(self._clock() - self._since)) if self._since is not None else 0

    def set_text(self, text: str) -> None:
        """Show `text`; room is made when it has more digits than before."""
        is_longer = len(text) != len(self.full_text)
        super().set_text(text)
        if is_longer:
            self.setFixedSize(self.sizeHint())

    def changeEvent(self, event: QEvent) -> None:
        """Take the room of the new text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setFixedSize(self.sizeHint())

    def start(self, since: float | None = None, *, amber_after: float | None = None) -> None:
        """Count from `since` on the clock, or from now; `amber_after` replaces the one before."""
        if amber_after is not None:
            self._amber_after = amber_after
        self._since = self._clock() if since is None else since
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Stop counting and show nothing."""
        self._timer.stop()
        self._since = None
        self.set_text("")

    def tick(self) -> None:
        """Show the time that has passed."""
        seconds = self.seconds
        hours, rest = divmod(seconds, 3600)
        ahead = f"{hours}:" if hours else ""
        self.set_text(f"{ahead}{rest // 60:02d}:{rest % 60:02d}")
        late = self._amber_after and seconds >= self._amber_after
        self.set_tone(Tone.WARN if late else Tone.NEUTRAL)

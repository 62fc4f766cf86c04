"""Windows that are low for their text: what holds things apart gives way to what is read.

A hall PC of 1366×768 at 125 % leaves 545 pixels; with the largest text that is the height of 363.
Only windows that say so with `may_be_low` are watched: those of citizens never shrink a target.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from zcdesk.ui.theme.look import look

LOW_UNDER = 500
"""Height at scale 1 under which a window is low."""

_WATCHED = "may_be_low"


def may_be_low(window: QWidget) -> None:
    """Let a window's looks follow its height from its next `theme.apply` on."""
    window.setProperty(_WATCHED, True)


def is_low(window: QWidget, scale: float) -> bool:
    """Tell whether a window has little height for a text scale; one without a size has not."""
    has_size = window.isVisible() or window.testAttribute(Qt.WidgetAttribute.WA_Resized)
    watched = bool(window.property(_WATCHED))
    return watched and has_size and window.height() < LOW_UNDER * scale


class HeightWatch(QObject):
    """Tells when a window became low, or is no longer."""

    def __init__(self, window: QWidget, crossed: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._crossed = crossed
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Compare with the look of the moment; the event goes on."""
        if event.type() == QEvent.Type.Resize:
            at = look(self._window)
            if at.low != is_low(self._window, at.scale):
                self._crossed()
        return False

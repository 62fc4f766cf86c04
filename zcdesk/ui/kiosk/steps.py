"""The kiosk's steps spoken, for who asks for it: through a voice of its own, never the hall's."""

from __future__ import annotations

from functools import partial
from itertools import islice

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zcdesk.devices.kinds import DeviceKind
from zcdesk.errors import CodedError
from zcdesk.ui import jobs
from zcdesk.ui.desk import Desk
from zcdesk.ui.widgets.elder import BigText
from zcdesk.ui.words import listed

LINES = 4
"""A page's first lines say what to do; nobody listens to a whole list."""


class StepVoice(QObject):
    """Speaks what a page says.

    Attributes:
        is_on: somebody wants to hear it; off again for the next person.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_speaking = False
        self._next = ""
        self.is_on = False

    @property
    def is_there(self) -> bool:
        """Whether the kiosk has a voice of its own."""
        return DeviceKind.VOICE.value in self._desk.devices

    def say_page(self, page: QWidget) -> None:
        """Speak the first lines on a page."""
        lines = (one.full_text for one in page.findChildren(BigText) if one.isVisibleTo(page))
        self.say(listed(islice((line for line in lines if line), LINES)))

    def say(self, words: str) -> None:
        """Speak; what is newer takes the place of what still waits."""
        if not self.is_on or not self.is_there or not words:
            return
        self._next = words
        self._go_on()

    def _go_on(self, _: object = None) -> None:
        if self._is_speaking or not self._next:
            return
        words, self._next = self._next, ""
        voice = self._desk.devices[DeviceKind.VOICE.value]
        self._is_speaking = True
        self._desk.jobs.run(
            jobs.device(DeviceKind.VOICE.value),
            partial(voice.say, words),
            owner=self,
            done=self._over,
            failed=self._over,
        )

    def _over(self, _: object | CodedError) -> None:
        """Go on with what came meanwhile; a dead voice stops nobody."""
        self._is_speaking = False
        self._go_on()

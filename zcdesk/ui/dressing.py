"""How the window looks: theme and text size of the PC, and the size of whoever works here.

A text size is chosen at the login and belongs to the person (ux 4.6): it comes along to every PC
of the hall and goes again with the log-off. The theme suits the light of the place: it is the PC's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk import settings
from zcdesk.settings import Settings
from zcdesk.ui import theme
from zcdesk.ui.theme import SCALES, Theme, system

if TYPE_CHECKING:
    from zcdesk.operations.session import Session
    from zcdesk.ui.desk import Desk
    from zcdesk.ui.frame import Frame
    from zcdesk.ui.login import Login


class Dressing:
    """Gives the window its looks, and keeps what is chosen.

    Attributes:
        settings: the PC's own, as they are in its file.
    """

    def __init__(self, frame: Frame, data: Path, in_store: Callable[..., None]) -> None:
        """Read the PC's settings.

        Args:
            in_store: runs a function in the store's lane, and `done` with what it returns.
        """
        self.settings = settings.load(data)
        self._login: Login | None = None
        self._frame, self._data, self._in_store = frame, data, in_store
        self._own = 0.0
        self._chosen = 0.0

    @property
    def scale(self) -> float:
        """The text size in use."""
        return self._own or self.settings.scale

    @property
    def in_force(self) -> Settings:
        """The settings as whoever works here meets them."""
        return replace(self.settings, scale=self.scale)

    def read_again(self) -> None:
        """Take the settings the first set-up left behind."""
        self.settings = settings.load(self._data)

    def show(self) -> None:
        """Let the window and the login page have the looks in use."""
        chosen = system.chosen(self.settings.theme)
        theme.apply(self._frame, chosen, self.scale)
        if self._login is not None:
            self._login.set_look(chosen, self.scale)

    def greet(self, login: Login) -> None:
        """Show which looks are in use on this login page from now on."""
        self._login = login
        login.set_look(system.chosen(self.settings.theme), self.scale)

    def choose(self, chosen: Theme, scale: float) -> None:
        """Take what was chosen on the login page: the size is of whoever logs in next."""
        if scale != self.scale:
            self._own = self._chosen = scale
            self.show()
        self._keep(replace(self.settings, theme=chosen.value))

    def begin(self, desk: Desk, session: Session, own: float) -> None:
        """Dress for somebody who comes on duty; what they chose on the login page is kept.

        Args:
            own: the size they chose once; 0.0 = none. One this version does not know is none.
        """
        chosen, self._chosen = self._chosen, 0.0
        before, self._own = self.scale, chosen or (own if own in SCALES else 0.0)
        if self.scale != before:
            self.show()
        if chosen and chosen != own:
            self._keep_size(session)
        desk.settings = self.in_force

    def take_over(self, desk: Desk, session: Session) -> None:
        """Dress for somebody the window was handed to."""
        from zcdesk.operations import clerks

        done = partial(self.begin, desk, session)
        self._in_store(partial(clerks.size_of, session), done=done)

    def keep(self, desk: Desk, kept: Settings) -> None:
        """Keep what somebody changed at work: the size is theirs, the rest this PC's.

        Devices are the devices page's to change.
        """
        if kept.scale != self.scale:
            self._own = kept.scale
            self.show()
            self._keep_size(desk.session)
        self._keep(replace(kept, devices=self.settings.devices, scale=self.settings.scale))

    def keep_devices(self, devices: dict[str, str]) -> None:
        """Save the addresses of this PC's devices; called in a device's lane."""
        self.settings = replace(self.settings, devices=devices)
        settings.save(self._data, self.settings)

    def end(self) -> None:
        """Nobody works here: the PC's own looks come back."""
        self._own = self._chosen = 0.0
        self.show()

    def _keep_size(self, session: Session) -> None:
        from zcdesk.operations import clerks

        self._in_store(partial(clerks.choose_size, session, self.scale))

    def _keep(self, kept: Settings) -> None:
        is_other = kept.theme != self.settings.theme
        self.settings = kept
        if is_other:
            self.show()
        self._in_store(partial(settings.save, self._data, kept))

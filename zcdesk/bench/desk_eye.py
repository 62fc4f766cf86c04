"""The eye on the desk: login painted and taking keys, then the counter, then what is done there.

It logs in through the login page and works with keys where a clerk would. Never loads a page before
the program does: the counter's modules are looked up among those already loaded.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from zcdesk.bench.eye import Eye
from zcdesk.ui.login import Login

if TYPE_CHECKING:
    from zcdesk.ui.counter.page import CounterPage
    from zcdesk.ui.duty.live import LivePage

LOGIN, COUNTER, VISIT, KEYS, IDLE, WEEK = "login", "counter", "visit", "keys", "idle", "week"
MANAGER = "manager"


class DeskEye(Eye):
    """Follows the desk as far as it is told; see the names above."""

    def __init__(self, since: float, until: str, more: Sequence[str]) -> None:
        """Watch.

        Args:
            more: staff number and secret; how many keys to press, seconds to be idle, or visits
                of a day and days.
        """
        super().__init__(since)
        self._until, self._more = until, tuple(more)

    def begin(self) -> None:
        """Wait for the login page."""
        self.after(
            "the login page", _login, lambda: self.painted(_shown(_login()), self._on_login_painted)
        )

    def _on_login_painted(self) -> None:
        self.takes_key(LOGIN, self._on_login_key)

    def _on_login_key(self, _: QWidget) -> None:
        login = _login()
        if login is None or login.staff_no.text() != "0":
            raise RuntimeError("the login page did not take the key")
        if self._until == LOGIN:
            QApplication.quit()
            return
        login.staff_no.set_text(self._more[0])
        login.secret.set_text(self._more[1])
        login.submit()
        if self._until == MANAGER:
            self.after("the live hall", _live_hall, self._on_live_hall)
            return
        self.after(
            "the counter",
            _usable_counter,
            lambda: self.painted(_shown(_counter()), self._on_counter),
        )

    def _on_live_hall(self) -> None:
        from zcdesk.bench import pulse

        page = _live_hall()
        assert page is not None
        pulse.listen(self, page, float(self._more[2]))

    def _on_counter(self) -> None:
        self.note(COUNTER)
        if self._until == COUNTER:
            QApplication.quit()
            return
        from zcdesk.bench import deskwork

        counter = _usable_counter()
        assert counter is not None
        if self._until == VISIT:
            deskwork.serve(self, counter)
        elif self._until == IDLE:
            deskwork.stay_idle(self, float(self._more[2]))
        elif self._until == WEEK:
            deskwork.week(self, counter, int(self._more[2]), int(self._more[3]))
        else:
            deskwork.press_keys(self, counter, int(self._more[2]))


def _login() -> Login | None:
    """Return the login page once it is shown."""
    found = (window.findChild(Login) for window in QApplication.topLevelWidgets())
    return next((login for login in found if login is not None and login.isVisible()), None)


def _counter() -> CounterPage | None:
    """Return the counter once it is shown."""
    page: CounterPage | None = _page("zcdesk.ui.counter.page", "CounterPage")
    return page


def _live_hall() -> LivePage | None:
    """Return the live hall once it shows what was read."""
    page: LivePage | None = _page("zcdesk.ui.duty.live", "LivePage")
    return page if page is not None and page.shown is not None else None


def _page(where: str, name: str) -> Any:
    """Return a page once it is shown; its module is looked up, never loaded."""
    kind = getattr(sys.modules.get(where), name, None)
    if kind is None:
        return None
    found = (window.findChild(kind) for window in QApplication.topLevelWidgets())
    return next((page for page in found if page is not None and page.isVisible()), None)


def _usable_counter() -> CounterPage | None:
    """Return the counter once the day's figures are shown, F2 calls and F6 finds matters."""
    page = _counter()
    if page is None or page.taking.view is None or not page.idle.today.text():
        return None
    return page


def _shown(widget: QWidget | None) -> QWidget:
    if widget is None:
        raise RuntimeError("a page was there and is gone")
    return widget

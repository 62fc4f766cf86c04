"""The chair before a running desk of the demo: who sits down logs in, and what comes from outside.

Each log in once, by number and secret, as at a desk of their own. When somebody's turn comes again
their desk is open as they left it, so that a day of many hands is not mostly passwords.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from zcdesk.app import App
from zcdesk.demo import hall
from zcdesk.demo.driver import CountingJobs, Driver
from zcdesk.devices.urls import from_url
from zcdesk.domain.hall import Clerk
from zcdesk.operations import clerks
from zcdesk.operations.session import Session
from zcdesk.ui.notices import Notices

T = TypeVar("T")


def desk(data: Path, now: Any, urls: Mapping[str, str]) -> App:
    """Return the program over the demo hall in `data`, not yet shown.

    Args:
        now: the hall's clock.
        urls: addresses of its devices by name.
    """
    notices = Notices()
    return App(
        data,
        opener=lambda: hall.opened(data, now),
        devices={kind: from_url(url) for kind, url in urls.items()},
        jobs=CountingJobs(notices.show),
        notices=notices,
    )


def driver_of(app: App) -> Driver:
    """Return hands for a desk."""
    assert isinstance(app.jobs, CountingJobs)
    return Driver(app.frame, app.jobs)


def open_up(app: App, driver: Driver) -> None:
    """Show a desk: the login waits, the store is open behind it."""
    app.show()
    driver.until(lambda: app.session is not None, "the store did not open")


def log_in(app: App, driver: Driver, staff_no: str) -> None:
    """Type a number and its secret into the login that waits."""
    driver.write(staff_no)
    driver.press("Enter")
    driver.write(_secret(staff_no))
    driver.press("Enter")
    driver.until(lambda: _works(app) == staff_no, "nobody was logged in")
    driver.settle()
    _stay(app)


class Chair:
    """The chair at one computer, and the folder in which online applications come.

    Attributes:
        folder: watched by the program, see `zcdesk.exchange.inbox`.
    """

    def __init__(self, app: App, driver: Driver, folder: Path) -> None:
        self.folder = folder
        self._app, self._driver = app, driver
        self._known: set[str] = set()

    def sit(self, staff_no: str) -> None:
        """Log in, or go on where one logged in before."""
        if staff_no in self._known:
            self._go_on(staff_no)
            return
        if self._app.workplace is not None:
            self._clear()
        log_in(self._app, self._driver, staff_no)
        self._known.add(staff_no)

    def ask(self, question: Callable[[Session], T]) -> T:
        """Ask the store in its lane."""
        found: list[T] = []
        workplace = self._app.workplace
        assert workplace is not None
        workplace.desk.do(question, owner=workplace, done=found.append)
        self._driver.until(lambda: bool(found), "the store did not answer")
        return found[0]

    def file_online(self, document: bytes) -> None:
        """Lay an application into the folder; the next round of exchange takes it."""
        path = self.folder / "application.json"
        path.write_bytes(document)

        def is_taken() -> bool:
            self._app.exchanging.turn()
            return not path.exists()

        self._driver.until(is_taken, "the application was not taken")

    def _go_on(self, staff_no: str) -> None:
        workplace = self._app.workplace
        assert workplace is not None

        def who(session: Session) -> Clerk:
            return clerks.clerk_of(session.as_clerk(staff_no))

        workplace.begin(workplace.desk.session.as_clerk(staff_no), self.ask(who))
        self._driver.settle()
        _stay(self._app)

    def _clear(self) -> None:
        """Lock the window and let somebody else sit down (换人顶岗)."""
        workplace, driver = self._app.workplace, self._driver
        assert workplace is not None
        driver.press("Ctrl+L")
        driver.until(lambda: workplace.shell.is_covered, "the window was not locked")
        for _ in range(4):
            if workplace.locking.page.take_over.hasFocus():
                break
            driver.press("Tab")
        driver.press("Space")
        login = self._app.login
        driver.until(login.isVisible, "the login did not come back")
        driver.settle()


def _stay(app: App) -> None:
    """Keep the desk from locking by itself: between two keys a slow PC pauses, nobody goes away."""
    assert app.workplace is not None
    app.workplace.locking.auto.stop()


def _secret(staff_no: str) -> str:
    return next(one.secret for one in hall.answers().clerks if one.staff_no == staff_no)


def _works(app: App) -> str:
    return "" if app.workplace is None else app.workplace.clerk.staff_no

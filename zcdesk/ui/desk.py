"""The desk: what every screen of one window shares, and the one way to an operation.

A screen never touches the store: it hands an operation to `do`, which runs it in the store's
lane and tells everyone what changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from zcdesk.domain.hall import Clerk, Policy
from zcdesk.domain.paper_words import PaperWords
from zcdesk.errors import CodedError, Conflict, SurroundingsError
from zcdesk.sync.news import CUT_OFF, TWICE
from zcdesk.ui.jobs import STORE, Failed, JobsLike
from zcdesk.ui.looks import Looks

if TYPE_CHECKING:
    from zcdesk.devices.kinds import Workshop
    from zcdesk.domain.licence import LicenceAnswer, LicenceQuery
    from zcdesk.operations.session import Session
    from zcdesk.operations.tickets import Taken
    from zcdesk.sync.news import Wish
    from zcdesk.ui.bindings import Keys
    from zcdesk.ui.keeping import Keeping
    from zcdesk.ui.second.follow import SecondFollow
    from zcdesk.ui.syncing import Syncing

T = TypeVar("T")
DATED = frozenset({"matter", "package", "policy", "words", "authority", "deputy", "window"})
"""Topics of what may begin or end with a day: versions, policies, authorisations, deputies."""

LookUp = Callable[["LicenceQuery"], "LicenceAnswer"]
"""Asks the library of licences; waits for it, so never on the UI thread."""


class Operations:
    """The modules of `zcdesk.operations` by name, each loaded when first asked for.

    So the login window is painted before the store and SQLAlchemy are loaded behind it.
    """

    def __getattr__(self, name: str) -> ModuleType:
        return import_module(f"zcdesk.operations.{name}")


class Desk(QObject):
    """Session, lanes, notices and devices of one window.

    Attributes:
        clerk: who works here; roles are checked again in every operation.
        licences: gives the way to the library of licences, None where none is set up.
        keeping: of this PC; None where nobody keeps it (a demo's, a test's).
        workshop: makes and adjusts devices; None where they are not to be changed.

    Signals:
        changed: a frozenset of topics an operation touched.
        card_read: a `Person` whose card lies on the reader.
        scanned: the text of a scan that belongs to no field.
        case_wanted: the id of a case somebody wants to see.
        session_changed: somebody else works here, or at another window.
        day_begun: it is another day than a moment ago; pages were told what may differ.
        settings_changed: the station's settings are others now; they are saved and take effect.
        account_wanted: somebody wants to change their own secret.
        fitted: the kind of a device that was connected anew, or taken away.
        locked, unlocked: nothing of an applicant may be shown, and may again.
    """

    changed = Signal(object)
    card_read = Signal(object)
    scanned = Signal(str)
    case_wanted = Signal(str)
    session_changed = Signal()
    day_begun = Signal()
    settings_changed = Signal(object)
    account_wanted = Signal()
    fitted = Signal(str)
    locked = Signal()
    unlocked = Signal()

    def __init__(
        self,
        *,
        session: Session,
        jobs: JobsLike,
        notices: Any,
        keys: Keys,
        devices: Mapping[str, Any] | None = None,
        operations: Any = None,
        settings: Any = None,
        parent: QObject | None = None,
    ) -> None:
        """Build.

        Args:
            devices: by kind, see `zcdesk.devices.kinds.DeviceKind`.
            operations: a stand-in for the modules of `zcdesk.operations`.
        """
        super().__init__(parent)
        self._session = session
        self.jobs = jobs
        self.notices = notices
        self.keys = keys
        self.devices = dict(devices or {})
        self.operations = operations if operations is not None else Operations()
        self.settings = settings
        self.printing: Any = None
        self.syncing: Syncing | None = None
        self.licences: Callable[[], LookUp | None] = _no_library
        self.keeping: Keeping | None = None
        self.workshop: Workshop | None = None
        self.second: SecondFollow | None = None
        self.policy = Policy()
        self.clerk = Clerk(staff_no=session.clerk, name="")
        self.words = PaperWords()
        self._looks = Looks(self.do, self)
        self._day = session.now().date()

    @property
    def session(self) -> Session:
        """Who works at which window."""
        return self._session

    def set_session(self, session: Session, clerk: Clerk | None = None) -> None:
        """Go on as another clerk or at another window.

        Args:
            clerk: with roles and departments, by which pages show what they offer.
        """
        self._session = session
        self._looks = Looks(self.do, self)  # what waits yet was asked for whoever was here
        self.clerk = clerk or Clerk(staff_no=session.clerk, name="")
        self.session_changed.emit()

    def keep_settings(self, settings: Any) -> None:
        """Let the station have other settings from now on."""
        self.settings = settings
        self.settings_changed.emit(settings)

    def fit(self, kind: str, device: Any) -> None:
        """Work with another device of a kind from now on; None = with none."""
        self.devices.pop(kind, None)
        if device is not None:
            self.devices[kind] = device
        self.fitted.emit(kind)

    def now(self) -> datetime:
        """Return the station's time."""
        return self._session.now()

    def do(
        self,
        operation: Callable[..., T],
        *args: object,
        owner: QObject,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        at_once: Callable[[T], object] | None = None,
        behind: bool = False,
        **named: object,
    ) -> None:
        """Run `operation(session, *args)` in the store's lane; the owner hears of it first.

        Args:
            at_once: is given what came of it in the lane itself, right behind the commit.
            behind: see `look`.
        """
        session = self._session
        self.jobs.run(
            STORE,
            partial(_perform, partial(operation, session, *args, **named), session),
            owner=owner,
            done=partial(self._done, done),
            failed=failed,
            at_once=None if at_once is None else lambda outcome: at_once(outcome[0]),
            behind=behind,
        )

    def look(
        self, reading: Callable[[Session], T], *, owner: QObject, done: Callable[[T], object]
    ) -> None:
        """Run a reading like `do`, once for all pages that ask before it begins.

        Behind whatever a person waits for: it shows what was done meanwhile as well.
        """
        self._looks.ask(reading, owner, done)

    def take_ticket(
        self,
        category: str,
        *,
        owner: QObject,
        done: Callable[[Taken], object],
        failed: Failed | None = None,
        at_kiosk: bool = False,
        **how: Any,
    ) -> None:
        """Take a number: see `operations.tickets.take_ticket` for `how`.

        At a station of a hall with a server that gives it first: its series are everybody's.

        Args:
            at_kiosk: cut off from the server a number of this station's own is given (ux 2.20).
        """
        tickets, syncing = self.operations.tickets, self.syncing
        take = partial(self.do, tickets.take_ticket, category, owner=owner, done=done)
        if syncing is None:
            take(failed=failed, **how)
            return
        alone = partial(take, failed=failed, alone=True, **how) if at_kiosk else None
        if alone is not None and syncing.is_cut_off:
            alone()
            return

        def ask(wish: Wish) -> None:
            syncing.take(
                wish,
                owner=owner,
                done=lambda placed: take(failed=failed, placed=placed, **how),
                failed=partial(_not_placed, failed, alone, how.get("number", "")),
            )

        self.do(self.operations.wishes.wish, category, owner=owner, done=ask, failed=failed, **how)

    def tell(self, topics: frozenset[str]) -> None:
        """Let every page know what changed, here or at another window."""
        if topics & {"policy", "words"}:
            self.refresh()
        self.changed.emit(topics)

    def refresh(self) -> None:
        """Read the hall's policy again, and let every page read what it shows."""
        self.do(self.operations.policies.policy, owner=self, done=self._on_policy)
        self.do(self.operations.words.words, owner=self, done=self._on_words)
        self.changed.emit(frozenset({"ticket", "window"}))

    def follow_day(self) -> None:
        """Once it is another day, let every page read what holds from it on.

        Asked after each operation, and there is one each minute: a PC that slept over midnight,
        or whose clock was put right, follows as well.
        """
        today = self.now().date()
        if today != self._day:
            self._day = today
            self.tell(DATED)
            self.day_begun.emit()

    def _done(self, done: Callable[[T], object] | None, outcome: tuple[T, frozenset[str]]) -> None:
        result, topics = outcome
        if done is not None:
            done(result)
        if topics:
            self.tell(topics)
            if self.syncing is not None:
                self.syncing.nudge()
        self.follow_day()

    def _on_policy(self, policy: Policy) -> None:
        self.policy = policy

    def _on_words(self, words: PaperWords) -> None:
        self.words = words


def _not_placed(
    failed: Failed | None, alone: Callable[[], None] | None, number: str, error: CodedError
) -> None:
    """The hall's server gives the numbers: without it only a kiosk has some.

    Whether the server took the wish of a lost answer is not known: a place in its queue that no
    act speaks of is nobody's and is never called.
    """
    if error.code in CUT_OFF and alone is not None:
        alone()
    elif failed is not None:
        if error.code in CUT_OFF:
            error = SurroundingsError("QUE-17")
        elif error.code == TWICE and number:
            error = Conflict("QUE-18", no=number)
        failed(error)


def _no_library() -> LookUp | None:
    return None


def _perform(operation: Callable[[], T], session: Session) -> tuple[T, frozenset[str]]:
    result = operation()
    return result, session.take_topics()

"""Lanes: everything that may take time runs here, never on the UI thread.

One thread per lane: `store`, `work`, `net` and one per device (`device:printer`). A function given
to a lane never touches a widget; its result comes back on the UI thread, in order, and is dropped
when the owner is gone. What a person waits for goes before what nobody does (sync 3.2 fault 26).
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from queue import SimpleQueue
from threading import Event, Lock, Thread, current_thread
from typing import Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from zcdesk.errors import CodedError, SurroundingsError

STORE = "store"
WORK = "work"
NET = "net"

BUG = "SYS-99"
CLOSED = "SYS-41"
ASK_SECONDS = 0.5
"""How often a waiting lane looks whether the other one still lives."""

T = TypeVar("T")
Failed = Callable[[CodedError], object]

_log = logging.getLogger(__name__)


def device(name: str) -> str:
    """Return the lane of the device called `name`."""
    return f"device:{name}"


def after_answer(work: Callable[[], object]) -> None:
    """Within a lane, do `work` there once the answer under way has left; elsewhere at once."""
    here = current_thread()
    if isinstance(here, _Lane):
        here.after.append(work)
    else:
        work()


class JobsLike(Protocol):
    """What pages need of the lanes; `Jobs` in the program, `InlineJobs` in tests."""

    def run(
        self,
        lane: str,
        function: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        at_once: Callable[[T], object] | None = None,
        behind: bool = False,
    ) -> None:
        """Run `function` in `lane`; `done` or `failed` follows on the UI thread.

        Args:
            at_once: is given the result in the lane itself, before the UI thread hears of it: for
                what may not wait until a window is painted. It may not wait for anything.
            behind: nobody waits for it: it runs when no other order of the lane is left.
        """


class _Order(NamedTuple):
    function: Callable[[], object]
    owner: QObject
    done: Callable[..., object] | None
    failed: Failed | None
    at_once: Callable[..., object] | None = None

    def outcomes(self) -> Iterator[_Outcome]:
        """Run it; what `at_once` does wrong is a bug of its own and takes no result away."""
        result, error = _attempt(self.function)
        if error is None and self.at_once is not None:
            _, broken = _attempt(partial(self.at_once, result))
            if broken is not None:
                yield self._replace(done=None, failed=None), None, broken
        yield self, result, error

    def settle(self, result: object, error: CodedError | None, fallback: Failed) -> None:
        """Hand the outcome to whoever asked, unless that widget is gone."""
        if not isValid(self.owner):
            return
        if error is not None:
            (self.failed or fallback)(error)
        elif self.done is not None:
            self.done(result)


_Outcome = tuple[_Order, object, CodedError | None]


class Jobs(QObject):
    """The lanes of the running program; lives on the UI thread, orders come from any.

    Signals:
        _settled: queued wake-up of the UI thread; results wait in a list.
    """

    _settled = Signal()

    def __init__(self, fallback: Failed) -> None:
        """Build without threads; each lane starts with its first job.

        Args:
            fallback: shows an error nobody handles, usually `Notices.show`.
        """
        super().__init__()
        self._fallback = fallback
        self._lanes: dict[str, _Lane] = {}
        self._making = Lock()
        self._results: deque[_Outcome] = deque()
        self._closed = False
        self._settled.connect(self._on_settled, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: str,
        function: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        at_once: Callable[[T], object] | None = None,
        behind: bool = False,
    ) -> None:
        """Run `function` in `lane`; `done` or `failed` follows on the UI thread."""
        _check(lane)
        order = _Order(function, owner, done, failed, at_once)
        with self._making:
            if self._closed:
                return
            if lane not in self._lanes:
                self._lanes[lane] = _Lane(lane, self._post)
            self._lanes[lane].orders.put(order, behind=behind)

    def ask(self, lane: str, function: Callable[[], T]) -> T:
        """From within another lane, run `function` in `lane` and wait; whatever it raises comes.

        Never on the UI thread, which waits for nothing; behind whatever a person waits for.
        """
        asked = _Asked(function)
        there = self._lanes[lane]
        there.orders.put(_Order(asked.run, self, None, None), behind=True)
        while not asked.answered.wait(ASK_SECONDS):
            if not there.is_alive():
                raise SurroundingsError(CLOSED)
        return asked.result()

    def close(self, patience: float = 10.0, device_patience: float = 1.0) -> bool:
        """Finish what the store lane holds, leave hung devices behind; True if all ended.

        Args:
            patience: seconds to wait for the store lane.
            device_patience: seconds to wait for each other lane.
        """
        with self._making:
            self._closed = True
        for lane in self._lanes.values():
            lane.orders.put(None, behind=True)
        for name, lane in self._lanes.items():
            lane.join(patience if name == STORE else device_patience)
        return not any(lane.is_alive() for lane in self._lanes.values())

    def _post(self, outcome: _Outcome) -> None:
        self._results.append(outcome)
        if isValid(self):
            self._settled.emit()

    def _on_settled(self) -> None:
        while self._results:
            order, result, error = self._results.popleft()
            order.settle(result, error, self._fallback)


class InlineJobs:
    """Lanes without threads for tests: a job runs, and answers, inside `run`.

    With `held=True` jobs wait until `release()`, to show what a page does meanwhile.
    """

    def __init__(self, fallback: Failed | None = None, *, held: bool = False) -> None:
        self._fallback = fallback or _raise
        self._held = held
        self._waiting = _Orders()

    @property
    def waiting(self) -> int:
        """Number of jobs held back."""
        return len(self._waiting)

    def run(
        self,
        lane: str,
        function: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
        at_once: Callable[[T], object] | None = None,
        behind: bool = False,
    ) -> None:
        """Run `function` now, or keep it for `release`."""
        _check(lane)
        self._waiting.put(_Order(function, owner, done, failed, at_once), behind=behind)
        if not self._held:
            self.release()

    def release(self) -> None:
        """Run every job held back, in order."""
        while self._waiting:
            order = self._waiting.get()
            assert order is not None
            for one, result, error in order.outcomes():
                one.settle(result, error, self._fallback)


class _Asked(Generic[T]):
    """A function another lane waits for."""

    def __init__(self, function: Callable[[], T]) -> None:
        self._function = function
        self._found: list[T] = []
        self._raised: BaseException | None = None
        self.answered = Event()

    def run(self) -> None:
        try:
            self._found.append(self._function())
        except BaseException as error:  # noqa: BLE001 - raised again where it was asked
            self._raised = error
        self.answered.set()

    def result(self) -> T:
        if self._raised is not None:
            raise self._raised
        return self._found[0]


class _Orders:
    """The orders of a lane: first those somebody waits for, then those behind, each in turn."""

    def __init__(self) -> None:
        self._first: deque[_Order | None] = deque()
        self._behind: deque[_Order | None] = deque()
        self._count: SimpleQueue[None] = SimpleQueue()

    def __len__(self) -> int:
        return self._count.qsize()

    def put(self, order: _Order | None, *, behind: bool) -> None:
        """Add an order; None behind all others ends the lane. From any thread."""
        (self._behind if behind else self._first).append(order)
        self._count.put(None)

    def get(self) -> _Order | None:
        """Wait for an order and take it; for the lane alone."""
        self._count.get()
        return (self._first or self._behind).popleft()


class _Lane(Thread):
    """One daemon thread: a device that hangs must not keep the program from ending.

    Attributes:
        after: what is done as soon as the answer under way has left.
    """

    def __init__(self, name: str, post: Callable[[_Outcome], None]) -> None:
        super().__init__(name=f"lane-{name}", daemon=True)
        self.orders = _Orders()
        self.after: deque[Callable[[], object]] = deque()
        self._post = post
        self.start()

    def run(self) -> None:
        while (order := self.orders.get()) is not None:
            for outcome in order.outcomes():
                self._post(outcome)
            while self.after:
                _attempt(self.after.popleft())


def _attempt(function: Callable[[], T]) -> tuple[T | None, CodedError | None]:
    try:
        return function(), None
    except CodedError as error:
        _log.info("%s", error.code)
        return None, error
    except Exception as error:  # noqa: BLE001 - the lane's border: any other error is a bug
        return None, bug(error)


def bug(error: BaseException) -> CodedError:
    """Log an unexpected error under a number the clerk can read out; return what to show.

    The exception's own words stay out of the log: they may hold an applicant's data.
    """
    import secrets
    import traceback

    number = secrets.token_hex(2).upper()
    places = "".join(traceback.format_tb(error.__traceback__))
    _log.error("bug %s: %s\n%s", number, type(error).__name__, places)
    shown = CodedError(BUG, number=number)
    shown.__cause__ = error
    return shown


def _check(lane: str) -> None:
    if lane not in (STORE, WORK, NET) and not lane.startswith("device:"):
        raise ValueError(f"no such lane: {lane}")


def _raise(error: CodedError) -> None:
    raise error

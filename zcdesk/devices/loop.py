"""Keeps one device alive in a thread of its own: opens it, turns it, loses it, finds it again.

The one place of the package where anything may be caught: whatever a driver does wrong costs its
own device, never another and never the clerk. A job for a device that is gone fails at once.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from typing import Any, Generic, Protocol, TypeVar

from zcdesk.devices.kinds import DeviceState, Status, fault
from zcdesk.devices.wire import LOST, MISSING, SILENT
from zcdesk.errors import CodedError, DeviceError

log = logging.getLogger(__name__)

BACK_OFF = (1.0, 2.0, 5.0, 10.0)
"""Seconds before a device is tried again, the last for ever (ux 2.17)."""
STATUS_EVERY = 5.0
_REOPENED = frozenset({LOST, "IDC-02"})
"""Errors after which the line is opened anew."""


class Driver(Protocol):
    """What a loop keeps alive, on an open wire."""

    def turn(self) -> float:
        """Do what is due, briefly; returns seconds until it wants to again."""

    def status(self) -> Status:
        """Ask the device how it stands; never raises."""

    def close(self) -> None:
        """Let go of the wire."""


D = TypeVar("D", bound=Driver)
T = TypeVar("T")


class DeviceLoop(Generic[D]):
    """One device and its thread.

    `step` does one round, so that tests turn it by hand with a clock of their own.
    """

    def __init__(
        self,
        name: str,
        connect: Callable[[], D],
        *,
        on_status: Callable[[Status], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
        lost_code: str = LOST,
    ) -> None:
        """Build without connecting.

        Args:
            connect: opens the wire and builds the driver; raises a DeviceError where it cannot.
            on_status: told of each change, in the loop's thread.
            lost_code: what the clerk is told when this device is gone, such as DEV-01.
        """
        self.name = name
        self._connect = connect
        self._on_status = on_status
        self._clock = clock
        self._lost_code = lost_code
        self._driver: D | None = None
        self._status = Status(state=DeviceState.UNKNOWN)
        self._failures = 0
        self._was_here = False
        self._retry_at = clock()
        self._ask_at = clock()
        self._error = DeviceError(lost_code, device=name, port=name)
        self._jobs: deque[tuple[Callable[[D], Any], Future[Any]]] = deque()
        self._woken = threading.Condition()
        self._thread: threading.Thread | None = None
        self._is_stopping = False

    @property
    def status(self) -> Status:
        """How the device stands, as far as known; costs nothing."""
        return self._status

    def start(self) -> None:
        """Begin, in a thread of its own."""
        with self._woken:
            if self._thread is None:
                self._thread = threading.Thread(target=self.run, name=self.name, daemon=True)
                self._thread.start()

    def stop(self, seconds: float = 2.0) -> None:
        """End the thread and let go of the device."""
        with self._woken:
            self._is_stopping = True
            self._woken.notify_all()
        if self._thread is not None:
            self._thread.join(seconds)

    def do(self, job: Callable[[D], T]) -> Future[T]:
        """Have `job` done by the device's thread as soon as it can; starts the loop."""
        future: Future[T] = Future()
        with self._woken:
            self._jobs.append((job, future))
            self._woken.notify_all()
        self.start()
        return future

    def call(self, job: Callable[[D], T], seconds: float) -> T:
        """Have `job` done and wait for it; DEV-06 when it takes longer than `seconds`."""
        return self.outcome(self.do(job), seconds)

    def outcome(self, future: Future[T], seconds: float) -> T:
        """Wait for a job that was handed over; DEV-06 when it takes longer than `seconds`."""
        try:
            return future.result(seconds)
        except FutureTimeout as error:
            future.cancel()
            raise DeviceError(SILENT, device=self.name) from error

    def run(self) -> None:
        """Turn until stopped."""
        while not self._is_stopping:
            pause = self.step()
            with self._woken:
                if pause > 0 and not self._jobs and not self._is_stopping:
                    self._woken.wait(pause)
        self._close()
        self._fail_jobs()

    def step(self) -> float:
        """Do one round; returns the seconds that may pass before the next."""
        if self._driver is None:
            if self._clock() < self._retry_at:
                self._fail_jobs()
                return self._retry_at - self._clock()
            self._open()
            if self._driver is None:
                self._fail_jobs()
                return max(self._retry_at - self._clock(), 0.0)
        return self._guarded(self._round)

    def _round(self) -> float:
        assert self._driver is not None
        while self._driver is not None and (waiting := self._next_job()) is not None:
            self._work(*waiting)
        if self._driver is None:
            return 0.0
        pause = self._driver.turn()
        if self._clock() >= self._ask_at:
            self._ask_at = self._clock() + STATUS_EVERY
            status = self._driver.status()
            self._tell(status)
            if status.code in _REOPENED:
                self._lose(DeviceError(status.code))
        return min(pause, max(self._ask_at - self._clock(), 0.0))

    def _work(self, job: Callable[[D], Any], future: Future[Any]) -> None:
        if not future.set_running_or_notify_cancel():
            return
        assert self._driver is not None
        try:
            result = job(self._driver)
        except CodedError as error:
            future.set_exception(error)
            self._judge(error)
        except Exception as error:
            future.set_exception(error)
            raise
        else:
            future.set_result(result)
            if self._status.state is DeviceState.FAULT:
                self._ask_at = self._clock()

    def _open(self) -> None:
        try:
            driver = self._connect()
        except CodedError as error:
            self._lose(error)
            return
        except Exception as error:
            log.exception("%s: cannot be opened", self.name)
            self._lose(error)
            return
        self._driver = driver
        self._ask_at = self._clock()
        log.info("%s: opened", self.name)

    def _guarded(self, function: Callable[[], float]) -> float:
        try:
            return function()
        except CodedError as error:
            self._judge(error)
        except Exception as error:
            log.exception("%s: fell over", self.name)
            self._lose(error)
        return 0.0

    def _judge(self, error: CodedError) -> None:
        """Give the line up if it is gone; a device that only fails to answer keeps it."""
        if error.code in _REOPENED:
            self._lose(error)
        elif error.code == SILENT:
            self._tell(fault(SILENT))

    def _lose(self, error: BaseException) -> None:
        was_there = self._driver is not None
        self._close()
        if was_there and self._status.works:
            # It worked until now: look again soon, as after a loose plug.
            self._failures = 0
        pause = BACK_OFF[min(self._failures, len(BACK_OFF) - 1)]
        self._failures += 1
        self._retry_at = self._clock() + pause
        code = error.code if isinstance(error, CodedError) else self._lost_code
        if code == MISSING and self._was_here:
            code = LOST  # pulled out, however long ago: its port went with it
        self._error = DeviceError(
            self._lost_code if code in _REOPENED else code,
            **{"device": self.name, "port": self.name, **getattr(error, "fields", {})},
        )
        log.info("%s: lost (%s), again in %g s", self.name, code, pause)
        self._tell(fault(self._error.code))

    def _close(self) -> None:
        driver, self._driver = self._driver, None
        if driver is not None:
            try:
                driver.close()
            except Exception:
                log.exception("%s: cannot be closed", self.name)

    def _tell(self, status: Status) -> None:
        if status.works and self._driver is not None:
            self._failures = 0
            self._was_here = True
        if status == self._status:
            return
        self._status = status
        if self._on_status is not None:
            self._on_status(status)

    def _next_job(self) -> tuple[Callable[[D], Any], Future[Any]] | None:
        with self._woken:
            return self._jobs.popleft() if self._jobs else None

    def _fail_jobs(self) -> None:
        while (waiting := self._next_job()) is not None:
            if waiting[1].set_running_or_notify_cancel():
                waiting[1].set_exception(DeviceError(self._error.code, **self._error.fields))

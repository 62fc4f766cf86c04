"""Papers on their way out: laid out in the work lane, noted in the store, sent in the printer's.

A printer can fail or stay silent; the case was saved before. Trouble stops the row until the
clerk has chosen a way out: again, another printer, later. Never a second original, never silence
(ux 0.6).
"""

from __future__ import annotations

from collections import deque
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from zcdesk.devices.kinds import DeviceKind
from zcdesk.errors import CodedError, Conflict, DeviceError
from zcdesk.ui.desk import Desk
from zcdesk.ui.jobs import WORK, device

if TYPE_CHECKING:
    from zcdesk.domain.paper_words import PaperWords
    from zcdesk.domain.printer_profile import PrinterProfile
    from zcdesk.operations.printing import PrintTask

NO_ANSWER = "PRT-04"
NO_PRINTER = "PRT-10"
MAIN, OTHER = DeviceKind.PRINTER.value, DeviceKind.SECOND_PRINTER.value


class PrintState(StrEnum):
    """How one paper fares; the middle four are what the spool records."""

    WAITING = "waiting"
    SENT = "sent"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    FAILED = "failed"
    REFUSED = "refused"
    LATER = "later"


class PrintOutcome(NamedTuple):
    """One paper and how it fares.

    Attributes:
        error: what went wrong, for its words.
        job: its place in the spool.
        printer: kind of the printer it went to.
    """

    task: PrintTask
    state: PrintState
    error: CodedError | None = None
    job: str = ""
    printer: str = MAIN

    @property
    def code(self) -> str:
        """Code of the trouble, e.g. `PRT-01`; empty when all is well."""
        return self.error.code if self.error is not None else ""


class Printing(QObject):
    """Prints for one desk.

    Signals:
        outcome(PrintOutcome): something became of a paper; may come again for the same one.
        idle(): nothing is under way any more, or what is waits for the clerk.
        reprint_wanted(): a button of 补打, which is a page of the shell.
    """

    outcome = Signal(object)
    idle = Signal()
    reprint_wanted = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self._desk = desk
        self._waiting: deque[PrintOutcome] = deque()
        self._under_way = False
        self._trouble: PrintOutcome | None = None
        self._attendants: list[QWidget] = []

    @property
    def is_busy(self) -> bool:
        """Whether a paper is on its way."""
        return self._under_way

    @property
    def trouble(self) -> PrintOutcome | None:
        """The paper that waits for the clerk's word."""
        return self._trouble

    def has_other(self) -> bool:
        """Whether there is a second printer to change to."""
        return self._order[1] in self._desk.devices

    @property
    def _order(self) -> tuple[str, str]:
        """The printer of this window and the other one; the station says which is which."""
        turned = getattr(self._desk.settings, "second_first", False) and OTHER in self._desk.devices
        return (OTHER, MAIN) if turned else (MAIN, OTHER)

    def attend(self, page: QWidget) -> None:
        """Leave it to `page`, while it is seen, to show trouble and the ways out."""
        self._attendants.append(page)

    def print(self, tasks: tuple[PrintTask, ...], *, other: bool = False) -> None:
        """Send papers to the window's printer, or to the other one; older trouble waits."""
        if self._trouble is not None:
            self.put_off()
        for task in tasks:
            fresh = PrintOutcome(task, PrintState.WAITING, printer=self._order[other])
            self._waiting.append(fresh)
            self.outcome.emit(fresh)
        self._next()

    def hold(self, tasks: tuple[PrintTask, ...]) -> None:
        """Leave papers on the list until somebody prints them there."""
        for task in tasks:
            self.outcome.emit(PrintOutcome(task, PrintState.LATER))

    def retry(self, *, other: bool = False) -> None:
        """Print the paper in trouble again, and what waits behind it."""
        trouble = self._take_trouble()
        if trouble is None:
            return
        again = PrintOutcome(trouble.task, PrintState.WAITING, printer=trouble.printer)
        self._waiting.appendleft(again)
        if other and self.has_other():
            self._waiting = deque(
                waiting._replace(printer=self._order[1]) for waiting in self._waiting
            )
        if trouble.state is PrintState.UNKNOWN:
            self._settle(trouble, came_out=False)
        else:
            self._next()

    def confirm(self) -> None:
        """The clerk looked: paper came out."""
        trouble = self._take_trouble()
        if trouble is not None:
            self.outcome.emit(trouble._replace(state=PrintState.CONFIRMED, error=None))
            self._settle(trouble, came_out=True)

    def put_off(self) -> None:
        """Leave the paper in trouble and those behind it on the list (稍后打)."""
        trouble = self._take_trouble()
        if trouble is None:
            return
        left, self._waiting = [waiting.task for waiting in self._waiting], deque()
        if trouble.state is PrintState.FAILED:
            left.insert(0, trouble.task)
        self.hold(tuple(left))
        self.idle.emit()

    def _take_trouble(self) -> PrintOutcome | None:
        trouble, self._trouble = self._trouble, None
        if trouble is not None:
            self._desk.notices.settle(trouble.code)
        return trouble

    def _next(self, _: object = None) -> None:
        if self._under_way or self._trouble is not None:
            return
        if not self._waiting:
            self.idle.emit()
            return
        now = self._waiting.popleft()
        self._under_way = True
        printer = self._desk.devices.get(now.printer)
        if printer is None:
            self._over(now._replace(state=PrintState.FAILED, error=DeviceError(NO_PRINTER)))
            return
        self._desk.jobs.run(
            WORK,
            partial(_render, now.task, printer.as_, printer.profile, self._desk.words),
            owner=self,
            done=partial(self._on_rendered, now, printer),
            failed=partial(self._on_refused, now),
        )

    def _on_rendered(self, now: PrintOutcome, printer: Any, data: bytes) -> None:
        self._desk.do(
            self._desk.operations.printing.begin,
            now.task,
            printer.name,
            owner=self,
            done=partial(self._on_begun, now, printer, data),
            failed=partial(self._on_refused, now),
        )

    def _on_begun(self, now: PrintOutcome, printer: Any, data: bytes, job: str) -> None:
        # from now on the spool knows it: printed again it is the same original
        begun = now._replace(job=job, task=msgspec.structs.replace(now.task, job=job))
        self._desk.jobs.run(
            device(now.printer),
            partial(_print, printer, data, self._times(begun.task)),
            owner=self,
            done=lambda how: self._finish(begun._replace(state=PrintState(how))),
            failed=partial(self._on_not_sent, begun),
        )

    def _times(self, task: PrintTask) -> int:
        """How often a paper comes out: a receipt's original as often as the hall says."""
        is_receipt = task.kind.value == "receipt" and not task.copy
        return self._desk.policy.intake.receipt_copies if is_receipt else 1

    def _on_not_sent(self, now: PrintOutcome, error: CodedError) -> None:
        if isinstance(error, DeviceError) and error.code != NO_ANSWER:
            self._finish(now._replace(state=PrintState.FAILED, error=error))
            return
        if error.code != NO_ANSWER:
            # a driver that broke down may have printed: only a printer that says so has not
            self._desk.notices.show(error)
            error = DeviceError(NO_ANSWER)
        self._finish(now._replace(state=PrintState.UNKNOWN, error=error))

    def _on_refused(self, now: PrintOutcome, error: CodedError) -> None:
        """The store will not have it: printed before (a visible answer), or it cannot be made."""
        if isinstance(error, Conflict):
            self._desk.notices.show(error)
            self._over(now._replace(state=PrintState.REFUSED, error=error))
        else:
            self._over(now._replace(state=PrintState.FAILED, error=error))

    def _finish(self, result: PrintOutcome) -> None:
        def unrecorded(error: CodedError) -> None:
            self._desk.notices.show(error)
            self._over(result)

        self._desk.do(
            self._desk.operations.printing.finish,
            result.job,
            result.state.value,
            owner=self,
            done=lambda _: self._over(result),
            failed=unrecorded,
        )

    def _over(self, result: PrintOutcome) -> None:
        self._under_way = False
        stops = result.state in (PrintState.FAILED, PrintState.UNKNOWN)
        if stops:
            self._trouble = result
        self.outcome.emit(result)
        if not stops:
            self._next()
            return
        self.idle.emit()
        if not any(isValid(page) and page.isVisible() for page in self._attendants):
            self._tell(result)

    def _tell(self, result: PrintOutcome) -> None:
        """Put the ways out into the band of whatever page is in front."""
        ways: dict[str, Any] = {"retry": self.retry, "later": self.put_off}
        ways |= {"out": self.confirm, "not_out": self.retry}
        if self.has_other():
            ways["other_printer"] = partial(self.retry, other=True)
        if result.error is not None:
            self._desk.notices.show(result.error, ways)

    def _settle(self, trouble: PrintOutcome, *, came_out: bool) -> None:
        def unsettled(error: CodedError) -> None:
            self._desk.notices.show(error)
            self._next()

        settle = self._desk.operations.printing.settle
        self._desk.do(settle, trouble.job, came_out, owner=self, done=self._next, failed=unsettled)


def _print(printer: Any, data: bytes, times: int) -> str:
    """Print a paper as often as wanted; PRT-04 when only the first came out for certain."""
    how: str = printer.print(data)
    for _ in range(times - 1):
        try:
            how = printer.print(data)
        except DeviceError as error:
            raise DeviceError(NO_ANSWER, printer=printer.name) from error
    return how


def _render(task: PrintTask, as_: str, model: PrinterProfile | None, words: PaperWords) -> bytes:
    from zcdesk.forms import render, wording

    version = task.paper.head.words if task.job else task.paper.head.words or words.current
    own = wording.in_force(version, words.texts(version))
    return render(task.paper, as_, own, model)  # type: ignore[arg-type]  # it refuses a wrong form

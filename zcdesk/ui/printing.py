"""Papers on their way out: laid out in the work lane, sent in the printer's, told as they are.

A printer can fail or stay silent; the case was saved before, so every failure leaves three ways
out: again, another printer, later. Never a second original, never silence (ux 0.6).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from zcdesk.devices.kinds import DeviceKind
from zcdesk.errors import CodedError, Conflict, DeviceError
from zcdesk.ui import jobs
from zcdesk.ui.desk import Desk

if TYPE_CHECKING:
    from zcdesk.operations.printing import PrintTask

CONFIRMED, UNKNOWN, FAILED = "confirmed", "unknown", "failed"
NO_ANSWER = "PRT-04"
NO_PRINTER = "PRT-10"
PRINTERS = (DeviceKind.PRINTER.value, DeviceKind.SECOND_PRINTER.value)


class PrintOutcome(NamedTuple):
    """How one paper fared.

    Attributes:
        state: confirmed, unknown (did paper come out?) or failed; empty = refused, see `code`.
        code: of the trouble, e.g. `PRT-01`; empty when all is well.
        time: of the earlier print where the same original was asked for again (PRT-05).
    """

    task: PrintTask
    state: str
    code: str = ""
    printer: str = ""
    time: str = ""


class Printing(QObject):
    """Prints for one desk.

    Signals:
        outcome(PrintOutcome): a paper came out, may have, or did not.
        idle(): nothing is under way any more.
    """

    outcome = Signal(object)
    idle = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self._desk = desk
        self._under_way = 0

    @property
    def is_busy(self) -> bool:
        """Whether a paper is on its way."""
        return self._under_way > 0

    def has_other(self) -> bool:
        """Whether there is a second printer to change to."""
        return PRINTERS[1] in self._desk.devices

    def print(self, tasks: tuple[PrintTask, ...], *, other: bool = False) -> None:
        """Send papers to the window's printer, or to the other one."""
        for task in tasks:
            self._under_way += 1
            device = self._desk.devices.get(PRINTERS[1] if other else PRINTERS[0])
            if device is None:
                self._over(PrintOutcome(task, FAILED, NO_PRINTER))
                continue
            self._desk.jobs.run(
                jobs.WORK,
                partial(_render, task, device.as_),
                owner=self,
                done=partial(self._on_rendered, task, device, other),
                failed=partial(self._on_failed, task, device, ""),
            )

    def settle(self, task: PrintTask, job: str, came_out: bool) -> None:
        """A person looked whether paper came out; if not it may go again."""
        printing = self._desk.operations.printing
        self._desk.do(
            printing.settle,
            job,
            came_out,
            owner=self,
            done=lambda _: None if came_out else self.print((task,)),
        )

    def _on_rendered(self, task: PrintTask, device: Any, other: bool, data: bytes) -> None:
        self._desk.do(
            self._desk.operations.printing.begin,
            task,
            device.name,
            owner=self,
            done=partial(self._on_begun, task, device, other, data),
            failed=partial(self._on_failed, task, device, ""),
        )

    def _on_begun(self, task: PrintTask, device: Any, other: bool, data: bytes, job: str) -> None:
        self._desk.jobs.run(
            jobs.device(PRINTERS[1] if other else PRINTERS[0]),
            partial(device.print, data),
            owner=self,
            done=lambda _: self._finish(task, device, job, CONFIRMED, ""),
            failed=partial(self._on_failed, task, device, job),
        )

    def _on_failed(self, task: PrintTask, device: Any, job: str, error: CodedError) -> None:
        if isinstance(error, Conflict):
            time = str(error.fields.get("time", ""))
            self._over(PrintOutcome(task, "", error.code, device.name, time))
        elif isinstance(error, DeviceError) and job:
            state = UNKNOWN if error.code == NO_ANSWER else FAILED
            self._finish(task, device, job, state, error.code)
        else:
            self._desk.notices.show(error)
            self._over(PrintOutcome(task, FAILED, error.code, device.name))

    def _finish(self, task: PrintTask, device: Any, job: str, state: str, code: str) -> None:
        import msgspec

        placed = msgspec.structs.replace(task, job=job)
        self._desk.do(
            self._desk.operations.printing.finish,
            job,
            state,
            owner=self,
            done=lambda _: self._over(PrintOutcome(placed, state, code, device.name)),
        )

    def _over(self, outcome: PrintOutcome) -> None:
        self._under_way -= 1
        self.outcome.emit(outcome)
        if not self._under_way:
            self.idle.emit()


def _render(task: PrintTask, as_: Literal["pdf", "escpos80", "escpos58"]) -> bytes:
    from zcdesk import forms

    return forms.render(task.paper, as_)

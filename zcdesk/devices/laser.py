"""Printers that speak IPP: a queue of CUPS, or a network printer itself; A4 as PDF, slips as bytes.

A job that waits is called back before the clerk is told that nothing was printed, so that it
cannot come out later beside its reprint. What may have left the printer is never called unprinted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import NoReturn

from zcdesk.devices.ipp import Answer, Broken, Encodable, IppLine, Operation, Tag, Unreachable
from zcdesk.devices.kinds import READY, DeviceState, Printed, Status, fault, no_answer
from zcdesk.domain.printer_profile import PrinterProfile
from zcdesk.errors import DeviceError

NO_PAPER, PAPER_LOW, COVER, NO_ANSWER, OTHER = "PRT-01", "PRT-02", "PRT-03", "PRT-04", "PRT-08"
NO_SERVICE, PAUSED, JAM = "PRT-11", "PRT-12", "PRT-13"

SIDES = {
    "one": "one-sided",
    "long": "two-sided-long-edge",
    "short": "two-sided-short-edge",
}
MAX_COPIES = 99
_FORMATS = {"pdf": "application/pdf"}
_RAW = "application/vnd.cups-raw"
_A4 = {"x-dimension": 21000, "y-dimension": 29700}
_ASKED = ("printer-state", "printer-state-reasons", "printer-is-accepting-jobs")
_STOPPED = 5

# The reasons of RFC 8011 and PWG 5100.9 that a clerk can do something about, the worst first.
_FAULTS = {
    "cover-open": COVER,
    "door-open": COVER,
    "interlock-open": COVER,
    "media-jam": JAM,
    "media-empty": NO_PAPER,
    "media-needed": NO_PAPER,
    "input-tray-missing": NO_PAPER,
    "marker-supply-empty": OTHER,
    "toner-empty": OTHER,
    "paused": PAUSED,
}
_ALWAYS = frozenset({"cover-open", "door-open", "interlock-open", "media-jam", "paused"})
"""Faults even where a printer calls them a report; an empty tray may be one of several."""

_CAUTIONS = {
    "media-empty": NO_PAPER,
    "media-low": PAPER_LOW,
    "toner-low": "",
    "marker-supply-low": "",
}
_GONE = ("offline", "connecting-to-device", "timed-out", "shutdown")


class Job(IntEnum):
    """Where a job stands (RFC 8011, 5.3.7); from `CANCELED` on it is over."""

    PENDING, HELD, PROCESSING, STOPPED = 3, 4, 5, 6
    CANCELED, ABORTED, COMPLETED = 7, 8, 9


class IppPrinter:
    """A printer by its address `ipp://localhost/printers/name`."""

    def __init__(
        self,
        url: str,
        as_: str = "pdf",
        *,
        name: str = "",
        profile: PrinterProfile | None = None,
        tray: str = "",
        sides: str = "one",
        copies: int = 1,
        patience: float = 60.0,
        answer: float = 5.0,
        grace: float = 3.0,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Build without connecting.

        Args:
            profile: model of a thermal printer behind the queue.
            tray: a keyword of the printer's `media-source-supported`, e.g. `tray-2`.
            sides: `one`, `long` or `short` edge.
            patience: seconds for a job to come out; a cold laser takes half a minute.
            answer: seconds for each answer.
            grace: seconds trouble may last while a job is under way: a printer wakes up, a clerk
                pushes the tray in.
        """
        if sides not in SIDES or not 1 <= copies <= MAX_COPIES:
            raise ValueError(url)
        self._line = IppLine(url, patience=answer)
        self.name = name or url.rpartition("/")[2] or url
        self.as_ = as_
        self.profile = profile
        self._template = _template(as_, tray, SIDES[sides], copies)
        self._patience, self._grace = patience, grace
        self._wait, self._clock = wait, clock

    def print(self, data: bytes) -> Printed:
        """Print one document and wait until it came out.

        Raises:
            DeviceError: PRT-01, PRT-03, PRT-08, PRT-11 to PRT-13: nothing came out and nothing
                will; PRT-04: it may have.
        """
        before = self.status()
        if not before.works:
            raise DeviceError(before.code or OTHER, printer=self.name)
        return self._watch(self._send(data))

    def _watch(self, job: int) -> Printed:
        """Wait until a job came out, or call it back."""
        deadline = self._clock() + self._patience
        well_until = self._clock() + self._grace
        while True:
            answer = self._ask_job(job)
            state = answer.number("job-state")
            if state == Job.COMPLETED:
                return Printed.CONFIRMED
            if state in _DEAD:
                raise DeviceError(OTHER if _is_blank(answer) else NO_ANSWER, printer=self.name)
            now = self._clock()
            standing = self.status()
            if standing.state in (DeviceState.OK, DeviceState.WARN):
                well_until = now + self._grace
            if now > min(deadline, well_until):
                self._call_back(job, standing.code or OTHER)
            self._wait(_TURN)

    def status(self) -> Status:
        """Ask the printer how it stands."""
        try:
            return _status(self._line.ask(Operation.GET_PRINTER, {"requested-attributes": _ASKED}))
        except Unreachable:
            return fault(NO_SERVICE)
        except Broken:
            return no_answer()

    def _send(self, data: bytes) -> int:
        """Hand the document over; return the job's number."""
        attributes: dict[str, Encodable] = {
            # never a number or a name: queues are shown to everybody
            "job-name": (Tag.NAME, "zcdesk"),
            "document-format": (Tag.MIME, _FORMATS.get(self.as_, _RAW)),
        }
        try:
            answer = self._line.ask(Operation.PRINT_JOB, attributes, self._template, data)
        except Unreachable as error:
            raise DeviceError(NO_SERVICE, printer=self.name) from error
        except Broken as error:
            raise DeviceError(NO_ANSWER, printer=self.name) from error
        job = answer.number("job-id")
        if not answer.is_ok:
            raise DeviceError(OTHER, printer=self.name)
        if not job:
            raise DeviceError(NO_ANSWER, printer=self.name)
        return job

    def _ask_job(self, job: int) -> Answer:
        wanted = ("job-state", *_COUNTED)
        try:
            answer = self._line.ask(
                Operation.GET_JOB, {"job-id": job, "requested-attributes": wanted}
            )
        except (Unreachable, Broken) as error:
            raise DeviceError(NO_ANSWER, printer=self.name) from error
        if not answer.is_ok:  # it has forgotten the job, as small printers do at once
            raise DeviceError(NO_ANSWER, printer=self.name)
        return answer

    def _call_back(self, job: int, code: str) -> NoReturn:
        """Cancel a job that does not come out; only what surely stayed inside is unprinted."""
        try:
            self._line.ask(Operation.CANCEL_JOB, {"job-id": job})
        except (Unreachable, Broken) as error:
            raise DeviceError(NO_ANSWER, printer=self.name) from error
        end = self._clock() + self._grace
        answer = self._ask_job(job)
        while answer.number("job-state") not in _OVER and self._clock() < end:
            self._wait(_TURN)
            answer = self._ask_job(job)
        stayed = answer.number("job-state") in _DEAD and _is_blank(answer)
        raise DeviceError(code if stayed else NO_ANSWER, printer=self.name)


_DEAD = (Job.CANCELED, Job.ABORTED)
_OVER = (*_DEAD, Job.COMPLETED)
_TURN = 0.2
_COUNTED = ("job-impressions-completed", "job-media-sheets-completed")


def _is_blank(answer: Answer) -> bool:
    """Whether the printer counts no page of a job as printed; one that does not count is unsure."""
    counted = [answer.number(name, -1) for name in _COUNTED]
    return max(counted) == 0


def _template(as_: str, tray: str, sides: str, copies: int) -> dict[str, Encodable]:
    """Say how a job wants to be printed; slips are the printer's own bytes and take no wish."""
    if as_ != "pdf":
        return {}
    media: dict[str, Encodable] = {"media-size": _A4}
    if tray:
        media["media-source"] = tray
    wishes: Mapping[str, Encodable] = {"sides": sides, "media-col": media}
    return {**wishes, **({"copies": copies} if copies > 1 else {})}


def _status(answer: Answer) -> Status:
    """Judge what a printer says of itself."""
    if not answer.is_ok:
        return fault(OTHER)
    reasons = dict(_reason(word) for word in answer.words("printer-state-reasons"))
    for word, code in _FAULTS.items():
        if reasons.get(word) == "error" or (word in reasons and word in _ALWAYS):
            return fault(code)
    if any(reasons.get(word) == "error" for word in _GONE):
        return no_answer()
    accepts = answer.attributes.get("printer-is-accepting-jobs", [True])
    if answer.number("printer-state") == _STOPPED or accepts == [False]:
        return fault(PAUSED)
    for word, code in _CAUTIONS.items():
        if word in reasons:
            return Status(state=DeviceState.WARN, code=code)
    return READY


def _reason(word: str) -> tuple[str, str]:
    """Split `media-empty-warning` into what it is and how bad; bare it is an error."""
    for weight in ("warning", "report", "error"):
        if word.endswith(f"-{weight}"):
            return word.removesuffix(f"-{weight}"), weight
    return word, "error"

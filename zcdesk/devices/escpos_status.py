"""Reads what an ESC/POS printer says of itself: DLE EOT answers among automatic reports.

Pure functions over bytes. No answer is never taken for an empty paper roll (devices.md 7.4).
"""

from __future__ import annotations

from zcdesk.devices.kinds import READY, DeviceState, Status, fault
from zcdesk.domain.printer_profile import Answers

QUERY = {n: bytes((0x10, 0x04, n)) for n in (1, 2, 3, 4)}
"""DLE EOT n: 1 printer, 2 why offline, 3 errors, 4 paper."""

PAPER_QUERY = {Answers.GS_R: b"\x1dr\x01", Answers.ESC_V: b"\x1bv"}
"""What older clones answer: a byte that tells of the paper and of nothing else."""

NO_PAPER, COVER, OTHER, PAPER_LOW = "PRT-01", "PRT-03", "PRT-08", "PRT-02"

_REPLY_MASK, _REPLY, _REPORT = 0x93, 0x12, 0x10
_COVER = 0x04
_PAPER_STOP = 0x20
_ERRORS = 0x40
_HARD_ERRORS = 0x2C  # mechanical, cutter, unrecoverable
_OFFLINE = 0x08
_PAPER_END = 0x60
_PAPER_NEAR_END = 0x0C
_SENSORS_FIXED, _SENSORS_END, _SENSORS_NEAR_END = 0x90, 0x0C, 0x03


def reply_in(received: bytes) -> int | None:
    """Return the answer among `received`, stepping over automatic four-byte reports and noise."""
    at = 0
    while at < len(received):
        byte = received[at]
        if byte & _REPLY_MASK == _REPLY:
            return byte
        at += 4 if byte & _REPLY_MASK == _REPORT else 1
    return None


def decode(answers: dict[int, int]) -> Status:
    """Judge the answers to the queries, by number; the cover before the paper under it."""
    offline, errors, paper = (answers.get(n, _REPLY) for n in (2, 3, 4))
    if offline & _COVER:
        return fault(COVER)
    if offline & _PAPER_STOP or paper & _PAPER_END == _PAPER_END:
        return fault(NO_PAPER)
    if errors & _HARD_ERRORS or offline & _ERRORS or answers.get(1, _REPLY) & _OFFLINE:
        return fault(OTHER)
    if paper & _PAPER_NEAR_END == _PAPER_NEAR_END:
        return Status(state=DeviceState.WARN, code=PAPER_LOW)
    return READY


def sensors_in(received: bytes) -> int | None:
    """Return the answer to `PAPER_QUERY` among `received`, whose fixed bits are clear."""
    return next((byte for byte in received if not byte & _SENSORS_FIXED), None)


def decode_sensors(byte: int) -> Status:
    """Judge that answer."""
    if byte & _SENSORS_END == _SENSORS_END:
        return fault(NO_PAPER)
    if byte & _SENSORS_NEAR_END == _SENSORS_NEAR_END:
        return Status(state=DeviceState.WARN, code=PAPER_LOW)
    return READY

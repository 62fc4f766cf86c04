"""What went over a wire, written down and played again.

A line of a transcript is `seconds direction hex`; `>` left the program, `<` came in. A transcript
of a card reader holds a person's data and never enters the repository.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TextIO

from zcdesk.devices.hextext import from_hex, to_hex
from zcdesk.devices.wire import Wire, lost


class Line(NamedTuple):
    """One write or one read.

    Attributes:
        at: seconds since the wire was opened.
    """

    at: float
    outgoing: bool
    data: bytes

    def __str__(self) -> str:
        return f"{self.at:.3f} {'>' if self.outgoing else '<'} {to_hex(self.data)}"


class Recording:
    """A wire that writes down what passes over another."""

    def __init__(self, wire: Wire, out: TextIO, clock: Callable[[], float]) -> None:
        self._wire = wire
        self._out = out
        self._clock = clock
        self._start = clock()

    @property
    def name(self) -> str:
        return self._wire.name

    def write(self, data: bytes) -> None:
        """Note the bytes, then send them: what got stuck half-way was still tried."""
        self._note(True, data)
        self._wire.write(data)

    def read(self, timeout: float) -> bytes:
        """Return what has come, noted."""
        data = self._wire.read(timeout)
        if data:
            self._note(False, data)
        return data

    def close(self) -> None:
        """Close the wire; the transcript belongs to the caller."""
        self._wire.close()

    def _note(self, outgoing: bool, data: bytes) -> None:
        self._out.write(f"{Line(self._clock() - self._start, outgoing, data)}\n")
        self._out.flush()


class Replay:
    """A wire that plays a transcript: answers come once the writes before them were made.

    A write that differs from the recorded one is the end of the line, so a changed driver is seen.
    """

    def __init__(self, lines: Iterable[Line], name: str = "replay") -> None:
        self.name = name
        self.clock = 0.0
        self._lines = list(lines)

    def now(self) -> float:
        """Return the transcript's own time."""
        return self.clock

    @property
    def is_over(self) -> bool:
        return not self._lines

    def write(self, data: bytes) -> None:
        """Compare with what was sent when the transcript was made."""
        self._lines = self._lines[self._next :]
        if not self._lines or self._lines[0].data != data:
            raise lost(self.name)
        self.clock = max(self.clock, self._lines.pop(0).at)

    def read(self, timeout: float) -> bytes:
        """Return the next recorded answer; past the last line the wire is gone."""
        if not self._lines:
            raise lost(self.name)
        line = self._lines[0]
        if line.outgoing or line.at > self.clock + timeout:
            self.clock += timeout
            return b""
        self.clock = max(self.clock, line.at)
        return self._lines.pop(0).data

    def close(self) -> None:
        """Forget the rest."""
        self._lines = []

    @property
    def _next(self) -> int:
        """Return where the next recorded write stands."""
        return next((i for i, line in enumerate(self._lines) if line.outgoing), len(self._lines))


def read_transcript(path: Path) -> tuple[Line, ...]:
    """Read a transcript; lines beginning with `#` are remarks."""
    rows = (row.split(maxsplit=2) for row in path.read_text("utf-8").splitlines())
    return tuple(
        Line(float(at), way == ">", from_hex(data))
        for at, way, data in (row for row in rows if row and not row[0].startswith("#"))
    )

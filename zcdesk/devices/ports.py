"""Serial ports of this PC, and which known device answers on one.

Found out by asking, never by guessing from a name; a question is one short frame, put only when a
person asks for the search.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing

import msgspec

from zcdesk.devices import bx_frames as bx
from zcdesk.devices import sam_frames as sam
from zcdesk.devices import voice_frames as vf
from zcdesk.devices.bx_frames import BxFrames
from zcdesk.devices.frame_profile import Profile, build
from zcdesk.devices.frame_reader import FrameReader
from zcdesk.devices.models import CHIPS, Model, models
from zcdesk.devices.sam_frames import SamFrames
from zcdesk.devices.serial_wire import holder_of
from zcdesk.devices.wire import LineSettings, Wire, discard
from zcdesk.errors import DeviceError

_ANSWER = 0.4
_GAP = 0.02
"""More than the silence that makes a voice module drop a question not meant for it."""


class Port(msgspec.Struct, frozen=True):
    """A serial port.

    Attributes:
        url: address that finds the same adapter again, whatever its name then.
        holder: program that has it open, where the system tells.
    """

    name: str
    title: str
    url: str
    holder: str = ""


class Probe(msgspec.Struct, frozen=True):
    """A question to one model and what recognises its answer."""

    model: Model
    question: bytes
    is_answer: Callable[[bytes], bool]


class Found(msgspec.Struct, frozen=True):
    """A model that answered and how the line was set then."""

    model: Model
    line: LineSettings


def ports() -> tuple[Port, ...]:
    """Return the serial ports there are now."""
    from serial.tools import list_ports

    found = []
    for port in sorted(list_ports.comports()):
        url = f"serial:{port.device}"
        if port.vid is not None and port.pid is not None:
            url = f"serial:usb:{port.vid:04X}:{port.pid:04X}"
            url += f":{port.serial_number}" if port.serial_number else ""
        found.append(Port(port.device, port.description or "", url, holder_of(port.device)))
    return tuple(found)


def detect(
    open_at: Callable[[LineSettings], Wire], clock: Callable[[], float] = time.monotonic
) -> Found | None:
    """Ask every model that can be asked, at each of its speeds; None when nobody answers.

    Args:
        open_at: opens the port with given settings; raises DeviceError where it cannot.
    """
    for line, probes in _by_line():
        with closing(open_at(line)) as wire:
            for probe in probes:
                if _answers(wire, probe, clock):
                    return Found(probe.model, line)
    return None


def _by_line() -> Iterator[tuple[LineSettings, list[Probe]]]:
    """Group the questions by the speed they are put at, so that a port is opened seldom."""
    groups: dict[LineSettings, list[Probe]] = {}
    for model in models():
        if (probe := probe_of(model)) is not None:
            for line in model.lines:
                groups.setdefault(line, []).append(probe)
    # The short question of the XFS5152 is refused by a SYN6288, the longer is not by both.
    for line, probes in groups.items():
        yield line, sorted(probes, key=lambda one: len(one.question))


def probe_of(model: Model) -> Probe | None:
    """Return how to ask for a model, None where it cannot be asked."""
    if model.name == "sam-v":
        return Probe(model, sam.frame(sam.STATUS), _is_sam)
    if model.name in CHIPS:
        return Probe(model, vf.frame(CHIPS[model.name], vf.QUERY), _is_voice)
    if model.name == "bx5k":
        return Probe(model, bx.frame(bx.command(bx.PING), bx.BROADCAST), _is_bx)
    profile = model.profile
    if profile is None or model.is_experimental:
        return None
    frame = profile.frame("query")
    if frame is None or not frame.reply:
        return None
    return Probe(model, build(profile, frame, {"addr": 1}).data, _is_reply(profile, frame.reply))


def _answers(wire: Wire, probe: Probe, clock: Callable[[], float]) -> bool:
    came = b""
    try:
        wire.read(_GAP)
        discard(wire)
        wire.write(probe.question)
        end = clock() + _ANSWER
        while (left := end - clock()) > 0:
            came += wire.read(left)
            if probe.is_answer(came):
                return True
    except DeviceError:
        return False
    return False


def _is_sam(data: bytes) -> bool:
    return any(sam.as_answer(body) is not None for body in SamFrames().feed(data))


def _is_voice(data: bytes) -> bool:
    """An acknowledgement, then speaking or idle, and nothing else."""
    states = {vf.SPEAKING, vf.IDLE}
    return len(data) == 2 and data[0] == vf.ACCEPTED and data[1] in states


def _is_bx(data: bytes) -> bool:
    return any(packet.to == bx.HOST for packet in BxFrames().feed(data))


def _is_reply(profile: Profile, name: str) -> Callable[[bytes], bool]:
    def is_answer(data: bytes) -> bool:
        return any(one.name == name for one in FrameReader(profile.receive).feed(data))

    return is_answer

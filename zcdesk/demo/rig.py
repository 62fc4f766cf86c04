"""One window's devices as simulators at the far ends of real lines, each with its transcript.

On a pseudo-terminal where the system has them, else on a TCP port: the program meets the same
wires, drivers and lanes as in a hall.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

from zcdesk.devices.kinds import DeviceKind, PadKey
from zcdesk.devices.models import find_model
from zcdesk.devices.sam_layouts import Card
from zcdesk.devices.simulators.far_side import FarSide, Fault
from zcdesk.devices.simulators.models import played
from zcdesk.devices.simulators.serve import PtyLine, Server, TcpLine
from zcdesk.domain.identity import IdKind
from zcdesk.domain.person import Person


class Fitting(NamedTuple):
    """A device of the rig.

    Attributes:
        model: name; options: of its simulator; address: what the driver is told beside.
    """

    model: str
    options: dict[str, str]
    address: str = ""


HALL = {
    DeviceKind.VOICE: Fitting("syn6288", {"pace": "600"}),
    DeviceKind.WINDOW_SCREEN: Fitting("bx5k", {}),
    DeviceKind.HALL_SCREEN: Fitting("pingan-lihe", {"address": "9"}, "&address=9"),
    DeviceKind.READER: Fitting("sam-v", {"cards": ""}),
    DeviceKind.PADS: Fitting("pad-ff68", {"addresses": "3,5"}, "&addresses=3,5"),
    DeviceKind.RATER: Fitting("rater-stx", {}),
    DeviceKind.GUN: Fitting("gun", {}),
}
"""What a well-fitted window has; the pads belong to windows 3 and 5."""


class Simulated:
    """A device that is not there, served by a thread of its own.

    Attributes:
        model: what it knows of itself; heard: when it was sent what, in seconds and bytes.
    """

    def __init__(self, fitting: Fitting, folder: Path, patience: float = 1.0) -> None:
        model = find_model(fitting.model)
        assert model is not None, fitting.model
        self.model: Any = played(model, fitting.options)
        self.heard: list[tuple[float, bytes]] = []
        self._far = FarSide(self.model, seed=1)
        line = PtyLine(folder / fitting.model) if os.name == "posix" else TcpLine()
        self._server = Server(self._far, line, on_heard=self._on_heard)
        self.url = f"{line.url}?model={fitting.model}{fitting.address}&patience={patience:g}"
        self._thread = Thread(target=self._server.run, name=fitting.model, daemon=True)
        self._thread.start()

    def upset(self, fault: Fault, value: float = 0, times: int = 1) -> None:
        """Let a fault spoil its next answers."""
        self._server.do(lambda: self._far.upset(fault, value, times))

    def pull(self) -> None:
        """Pull the plug, until `plug_in`."""
        self._server.pull()

    def plug_in(self) -> None:
        """Put a plug that was pulled, or fell out, back in."""
        self._server.plug_in()

    def scan(self, code: str) -> None:
        """Let a scanner read a code."""
        self._server.say(code.encode() + b"\r")

    def close(self) -> None:
        """End the thread."""
        self._server.stop()
        self._thread.join(60)

    def _on_heard(self, data: bytes) -> None:
        self.heard.append((time.monotonic(), data))


class Rig:
    """The devices of one window.

    Attributes:
        by_kind: each of them.
    """

    def __init__(self, folder: Path, patience: float = 1.0) -> None:
        """Plug all of them in.

        Args:
            patience: factor on what they are given for an answer. A PC too slow for the devices
                on it would have a call sent, and spoken, again.
        """
        self.by_kind = {
            kind: Simulated(fitting, folder, patience) for kind, fitting in HALL.items()
        }

    def __getitem__(self, kind: DeviceKind) -> Simulated:
        return self.by_kind[kind]

    def urls(self) -> dict[str, str]:
        """Return the addresses of all of them, as settings hold them."""
        return {kind.value: one.url for kind, one in self.by_kind.items()}

    def press(self, address: int, key: PadKey, number: int = 0) -> None:
        """Press a key of a call pad."""
        self.by_kind[DeviceKind.PADS].model.press(address, key, number)

    def lay_card(self, person: Person) -> None:
        """Lay an identity card on the reader."""
        self.by_kind[DeviceKind.READER].model.lay_down(_card(person))

    def close(self) -> None:
        """Switch all of them off."""
        for one in self.by_kind.values():
            one.close()


def _card(person: Person) -> Card:
    return Card(
        kind=IdKind.RESIDENT,
        name=person.name,
        sex=person.sex,
        nation="汉",
        birth=person.birth,
        address=person.address,
        number=person.id_number,
        issuer="示例市公安局",
        valid_from="2015-01-01",
        valid_to="2035-01-01",
    )

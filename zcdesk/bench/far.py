"""The far ends of a measured window's lines, in a process of their own, as real devices are.

A simulator in the measured process would wait for its interpreter, and a byte that is long on the
wire would count as not there. Both processes read the one monotonic clock of the machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from zcdesk.bench import process
from zcdesk.bench.figure import NotMeasurable
from zcdesk.devices.kinds import DeviceKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zcdesk.demo.rig import Simulated

TOLD_EVERY_S = 0.002

Heard = list[tuple[float, bytes]]
"""When a device was sent what: seconds of the monotonic clock, bytes."""


class FarEnds:
    """The simulated devices of one window, switched on.

    Attributes:
        urls: where each is. heard: what each was sent so far.
    """

    def __init__(self, folder: Path) -> None:
        self._child = subprocess.Popen(  # noqa: S603 - ourselves
            process.command("far", str(folder)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.heard: defaultdict[DeviceKind, Heard] = defaultdict(list)
        assert self._child.stdout is not None
        first = self._child.stdout.readline()
        if not first:
            raise NotMeasurable("no devices at the far ends")
        self.urls = {DeviceKind(kind): url for kind, url in json.loads(first).items()}
        self._ear = Thread(target=self._listen, name="far-ends", daemon=True)
        self._ear.start()

    def close(self) -> None:
        """Switch them off."""
        assert self._child.stdin is not None
        self._child.stdin.close()
        self._child.wait(10)
        self._ear.join(10)
        assert self._child.stdout is not None
        self._child.stdout.close()

    def _listen(self) -> None:
        assert self._child.stdout is not None
        for line in self._child.stdout:
            kind, at, data = json.loads(line)
            self.heard[DeviceKind(kind)].append((at, bytes.fromhex(data)))


def run(folder: Path) -> None:
    """Be the devices until the input is closed; say where they are, then all they are sent."""
    from zcdesk.demo.rig import Rig

    over = Event()

    def wait() -> None:
        sys.stdin.read()
        over.set()

    rig = Rig(folder)
    try:
        sys.stdout.write(json.dumps(rig.urls()) + "\n")
        sys.stdout.flush()
        Thread(target=wait, daemon=True).start()
        _tell(rig.by_kind, over)
    finally:
        rig.close()


def _tell(devices: Mapping[DeviceKind, Simulated], over: Event) -> None:
    told = dict.fromkeys(devices, 0)
    while not over.wait(TOLD_EVERY_S):
        for kind, one in devices.items():
            for at, data in one.heard[told[kind] :]:
                sys.stdout.write(json.dumps((kind.value, at, data.hex())) + "\n")
                told[kind] += 1
        sys.stdout.flush()

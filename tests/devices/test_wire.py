"""Wires over real pseudo-terminals and sockets: time-outs, losses, ports that are not to be had."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from serial import SerialException

from zcdesk.devices.serial_wire import holder_of, refused
from zcdesk.devices.transcript import Line, Recording, Replay, read_transcript
from zcdesk.devices.wire import LineSettings, MemoryWire, TcpWire, discard, open_wire
from zcdesk.errors import DeviceError, Invalid

if TYPE_CHECKING:
    from tests.devices.conftest import FarEnd

ALL_BYTES = bytes(range(256))


def test_every_byte_passes_a_serial_line_both_ways(far: FarEnd) -> None:
    with closing(open_wire(f"serial:{far.path}?baud=115200")) as wire:
        wire.write(ALL_BYTES)
        assert far.heard(256) == ALL_BYTES
        far.say(ALL_BYTES)
        got = b""
        while part := wire.read(60 if len(got) < 256 else 0):
            got += part
        assert got == ALL_BYTES


def test_a_read_of_nothing_ends_in_time(far: FarEnd) -> None:
    with closing(open_wire(f"serial:{far.path}")) as wire:
        start = time.monotonic()
        assert wire.read(0.05) == b""
        assert wire.read(0) == b""
        assert 0.04 < time.monotonic() - start < 30


def test_a_stuck_line_ends_a_write(far: FarEnd) -> None:
    with closing(open_wire(f"serial:{far.path}", LineSettings(write_timeout=0.1))) as wire:
        with pytest.raises(DeviceError) as stuck:
            wire.write(bytes(1 << 20))
        assert stuck.value.code == "DEV-06"


def test_pulled_out_while_reading_and_while_writing(far: FarEnd) -> None:
    with closing(open_wire(f"serial:{far.path}")) as wire:
        far.pull()
        for use in (lambda: wire.read(0.1), lambda: wire.write(b"x" * 5000)):
            with pytest.raises(DeviceError) as gone:
                use()
            assert gone.value.code == "DEV-07"
    wire.close()


def test_a_port_is_held_for_one_alone(far: FarEnd) -> None:
    with (
        closing(open_wire(f"serial:{far.path}")),
        pytest.raises(DeviceError) as taken,
    ):
        open_wire(f"serial:{far.path}")
    assert taken.value.code == "DEV-21"
    open_wire(f"serial:{far.path}").close()


def test_who_holds_the_port_is_told(far: FarEnd) -> None:
    code = (
        f"import os; os.open({far.path!r}, os.O_RDWR | os.O_NOCTTY); print(1, flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert holder_of(far.path).startswith("python")
        other.communicate(b"\n")
    assert holder_of(far.path) == ""


@pytest.mark.parametrize(
    "url",
    ["serial:/dev/zcdesk-no-such-port", "serial:usb:FFFF:FFFE", "tcp:127.0.0.1:1"],
)
def test_what_is_not_there(url: str) -> None:
    with pytest.raises(DeviceError) as missing:
        open_wire(url)
    assert missing.value.code == "DEV-09"


@pytest.mark.parametrize(
    "url",
    ["", "serial:", "usb:1", "tcp:host", "tcp:127.0.0.1:x", "serial:C?baud=x", "serial:C?line=8Q1"],
)
def test_an_address_nobody_understands(url: str) -> None:
    with pytest.raises(Invalid) as unknown:
        open_wire(url)
    assert unknown.value.code == "DEV-05"


def test_tcp_both_ways_and_hung_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        wire = open_wire(f"tcp:127.0.0.1:{server.getsockname()[1]}")
        with closing(wire), server.accept()[0] as far:
            wire.write(ALL_BYTES)
            assert far.recv(1024) == ALL_BYTES
            assert wire.read(0.02) == b""
            assert wire.read(0) == b""
            far.sendall(b"\xfd")
            assert wire.read(1) == b"\xfd"
            far.close()
            with pytest.raises(DeviceError) as gone:
                wire.read(1)
            assert gone.value.code == "DEV-07"


def test_a_stuck_tcp_write_ends() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        wire = TcpWire("127.0.0.1", server.getsockname()[1], timeout=0.1)
        with closing(wire), server.accept()[0], pytest.raises(DeviceError) as stuck:
            wire.write(bytes(64 << 20))
        assert stuck.value.code == "DEV-06"


def test_a_line_in_memory_spends_its_own_time() -> None:
    wire = MemoryWire(answer=lambda data: data[::-1])
    wire.write(b"ab")
    assert (wire.read(1), wire.now()) == (b"ba", 0)
    assert (wire.read(1.5), wire.now()) == (b"", 1.5)
    wire.arrive(b"1", b"", b"23")
    assert discard(wire) == 3
    wire.pull()
    with pytest.raises(DeviceError):
        wire.write(b"x")
    with pytest.raises(DeviceError):
        wire.read(0)


def test_a_session_is_written_down_and_played_again(tmp_path: Path) -> None:
    path = tmp_path / "session.txt"
    live = MemoryWire(answer=lambda _: b"\x41")
    with path.open("w", encoding="utf-8") as out:
        out.write("# a voice module\n")
        recording = Recording(live, out, live.now)
        recording.write(b"\xfd\x00\x01\x21")
        assert recording.read(1) == b"\x41"
        recording.read(2)
        live.arrive(b"\x4f")
        assert recording.read(1) == b"\x4f"
        recording.close()
    lines = read_transcript(path)
    assert lines[0] == Line(0, True, b"\xfd\x00\x01\x21")
    assert lines[2] == Line(2, False, b"\x4f")
    again = Replay(lines)
    again.write(b"\xfd\x00\x01\x21")
    assert (again.read(0.1), again.read(1), again.read(2)) == (b"\x41", b"", b"\x4f")
    assert again.is_over
    with pytest.raises(DeviceError):
        again.read(1)


def test_a_changed_driver_does_not_match_its_transcript() -> None:
    lines = (Line(0, True, b"a"), Line(0, False, b"1"), Line(1, True, b"b"))
    replay = Replay(lines)
    replay.write(b"a")
    replay.write(b"b")
    with pytest.raises(DeviceError):
        Replay(lines).write(b"x")
    with pytest.raises(DeviceError):
        replay.write(b"c")


def test_serial_is_not_loaded_before_a_port_is_opened() -> None:
    names = "zcdesk.devices.wire, zcdesk.devices.serial_wire"
    code = f"import sys, {names}; print('serial' in sys.modules)"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root)
    assert done.stdout.strip() == "False", done.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (SerialException(13, "could not open port: Permission denied"), "DEV-15"),
        (SerialException(2, "could not open port: No such file"), "DEV-09"),
        (SerialException(11, "Could not exclusively lock port: temporarily unavailable"), "DEV-02"),
        (SerialException("could not open port 'COM9': FileNotFoundError(2, '')"), "DEV-09"),
        (SerialException("could not open port 'COM9': PermissionError(13, 'denied')"), "DEV-02"),
        (SerialException("Cannot configure port, something went wrong"), "DEV-09"),
    ],
)
def test_why_a_port_is_not_to_be_had(error: SerialException, code: str) -> None:
    assert refused("COM9", error).code == code

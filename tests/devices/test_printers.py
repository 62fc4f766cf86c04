"""A folder that takes documents, and a raw port with an ESC/POS printer played at its other end."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from zcdesk.devices.kinds import DeviceState, Printed
from zcdesk.devices.printers import FolderPrinter, WirePrinter
from zcdesk.domain.papers import PaperKind
from zcdesk.errors import DeviceError
from zcdesk.forms import render
from zcdesk.forms.decode import decode
from zcdesk.forms.samples import sample

FINE = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}
NO_PAPER = {**FINE, 2: 0x32, 4: 0x72}
COVER = {**FINE, 1: 0x1A, 2: 0x16}
BROKEN = {**FINE, 3: 0x1A}
LOW = {**FINE, 4: 0x1E}


class Played:
    """A printer at the other end of a socket.

    Attributes:
        script: answers to the queries before the document, then after it; None = says nothing.
        printed: bytes that were no query.
    """

    def __init__(self, *script: dict[int, int] | None, noise: bytes = b"") -> None:
        self.script = list(script)
        self.printed = b""
        self.noise = noise
        self.port = 0

    def serve(self, wire: socket.socket) -> None:
        answers = self.script.pop(0)
        with wire:
            while data := wire.recv(1 << 20):  # never a query cut in two
                # A query may come in one piece with the end of the document before it.
                at = len(data) - 3 if data[-3:-1] == b"\x10\x04" else -1
                if at != 0:
                    self.printed += data if at < 0 else data[:at]
                    answers = self.script.pop(0) if self.script else answers
                if at >= 0 and answers is not None:
                    wire.sendall(self.noise + bytes((answers[data[at + 2]],)))


@contextmanager
def listening(played: Played, calls: int = 1) -> Iterator[Played]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        played.port = server.getsockname()[1]

        def answer() -> None:
            for _ in range(calls):
                played.serve(server.accept()[0])

        thread = Thread(target=answer)
        thread.start()
        yield played
        thread.join(60)
        assert not thread.is_alive()


DOCUMENT = b"\x1b@" + "收件通知书".encode("gb18030") * 20


def printer(played: Played, *, patience: float = 60.0, **options: object) -> WirePrinter:
    """Return the driver; only a printer that says nothing is waited for as long as `patience`."""
    return WirePrinter(f"tcp:127.0.0.1:{played.port}", patience=patience, **options)


def test_folder_numbers_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    printer = FolderPrinter(folder, "escpos80")
    printer.print(b"one")
    (folder / "notes.txt").write_text("not ours")
    (folder / "0041.pdf").write_bytes(b"an earlier one")
    printer.print(b"two")
    assert (folder / "0001.80.bin").read_bytes() == b"one"
    assert (folder / "0042.80.bin").read_bytes() == b"two"


def test_two_printers_share_a_folder(tmp_path: Path) -> None:
    for text in (b"a", b"b", b"c"):
        FolderPrinter(tmp_path).print(text)
    assert [p.read_bytes() for p in sorted(tmp_path.iterdir())] == [b"a", b"b", b"c"]


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    broken = FolderPrinter(tmp_path / "file" / "folder")
    with pytest.raises(DeviceError) as caught:
        broken.print(b"x")
    assert caught.value.code == "PRT-08"
    assert broken.status().code == "PRT-08"


def test_a_ready_printer_gets_the_document() -> None:
    with listening(Played(FINE)) as played:
        printer(played).print(DOCUMENT)
    assert played.printed == DOCUMENT


def test_automatic_reports_between_the_answers_are_stepped_over() -> None:
    with listening(Played(FINE, noise=b"\x14\x00\x00\x0f")) as played:
        printer(played).print(DOCUMENT)
    assert played.printed == DOCUMENT


@pytest.mark.req("UX-34")
@pytest.mark.parametrize(
    ("answers", "code"), [(NO_PAPER, "PRT-01"), (COVER, "PRT-03"), (BROKEN, "PRT-08")]
)
def test_a_printer_that_says_why_not_gets_nothing(answers: dict[int, int], code: str) -> None:
    with listening(Played(answers)) as played, pytest.raises(DeviceError) as caught:
        printer(played).print(DOCUMENT)
    assert caught.value.code == code
    assert played.printed == b""


@pytest.mark.req("UX-34")
@pytest.mark.parametrize("after", [None, NO_PAPER, COVER])
def test_trouble_after_sending_is_unknown_never_unprinted(after: dict[int, int] | None) -> None:
    patience = 3.0 if after is None else 60.0
    with listening(Played(FINE, after)) as played, pytest.raises(DeviceError) as caught:
        printer(played, patience=patience).print(DOCUMENT)
    assert caught.value.code == "PRT-04"
    assert played.printed == DOCUMENT


def test_a_printer_that_never_answers_is_not_sent_to() -> None:
    with listening(Played(None)) as played, pytest.raises(DeviceError) as caught:
        printer(played, patience=0.2).print(DOCUMENT)
    assert caught.value.code == "PRT-08"
    assert played.printed == b""


def test_a_print_server_that_cannot_answer_is_trusted() -> None:
    with listening(Played(None)) as played:
        printer(played, answers=False).print(DOCUMENT)
    assert played.printed == DOCUMENT


def test_nobody_listens() -> None:
    with socket.socket() as held:  # a port nobody else is given, at which nobody listens
        held.bind(("127.0.0.1", 0))
        gone = WirePrinter(f"tcp:127.0.0.1:{held.getsockname()[1]}")
        with pytest.raises(DeviceError) as caught:
            gone.print(DOCUMENT)
        assert caught.value.code == "PRT-08"
        assert gone.status().code == "PRT-08"


@pytest.mark.parametrize(
    ("answers", "state", "code"),
    [
        (FINE, DeviceState.OK, ""),
        (LOW, DeviceState.WARN, "PRT-02"),
        (NO_PAPER, DeviceState.FAULT, "PRT-01"),
        (None, DeviceState.UNKNOWN, "PRT-04"),
    ],
)
def test_status(answers: dict[int, int] | None, state: DeviceState, code: str) -> None:
    with listening(Played(answers)) as played:
        found = printer(played, patience=0.2 if answers is None else 60.0).status()
    assert (found.state, found.code) == (state, code)


def test_a_cable_that_goes_while_a_slip_is_sent_is_asked_about() -> None:
    """The far end takes a little of a long slip and is gone."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def gone() -> None:
            wire, _ = server.accept()
            wire.recv(100)
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            wire.close()

        thread = Thread(target=gone)
        thread.start()
        torn = WirePrinter(f"tcp:127.0.0.1:{port}", patience=60.0, answers=False)
        with pytest.raises(DeviceError) as caught:
            torn.print(DOCUMENT * 100_000)
        thread.join(60)
    assert caught.value.code == "PRT-04"


@pytest.mark.parametrize(("layout", "columns"), [("escpos80", 48), ("escpos58", 32)])
def test_a_slip_over_the_raw_port_reads_as_it_was_laid_out(layout: str, columns: int) -> None:
    paper = sample(PaperKind.RECEIPT)
    with listening(Played(FINE)) as played:
        assert printer(played).print(render(paper, layout)) is Printed.CONFIRMED
    slip = decode(played.printed, columns)
    assert (slip.overflows, slip.unknown) == ((), ())
    assert paper.head.number in slip.text
    assert all(line.name[:8] in slip.text for line in paper.materials)

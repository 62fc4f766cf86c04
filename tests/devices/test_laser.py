"""A4 papers through a real CUPS, and straight to a real IPP Everywhere printer."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pypdfium2
import pytest
from fix_cups import wait_for

from zcdesk.devices import queues
from zcdesk.devices.ipp import Operation, Tag, decoded, encoded
from zcdesk.devices.kinds import READY, DeviceState, Printed
from zcdesk.devices.laser import IppPrinter
from zcdesk.devices.urls import from_url
from zcdesk.domain.papers import PaperKind
from zcdesk.errors import DeviceError, Invalid
from zcdesk.forms import render
from zcdesk.forms.samples import sample

LONG = 60.0
"""Seconds for an answer, or for trouble to pass: what comes late on a busy PC is no failure."""


@pytest.fixture(scope="module")
def paper() -> bytes:
    return render(sample(PaperKind.RECEIPT))


def read(data: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def test_a_network_printer_says_that_it_came_out(everywhere, paper) -> None:
    printer = from_url(f"{everywhere.url}?sides=long&copies=2&name=激光")
    assert (printer.name, printer.as_, printer.status()) == ("激光", "pdf", READY)
    before = len(everywhere.printed())
    assert printer.print(paper) is Printed.CONFIRMED
    assert [out.read_bytes() for out in everywhere.printed()[before:]] == [paper]


def test_through_cups_with_tray_sides_and_copies(cups, everywhere, paper) -> None:
    printer = IppPrinter(
        cups.url("laser"), tray="main", sides="long", copies=2, answer=LONG, grace=LONG
    )
    assert printer.status() == READY
    before = len(everywhere.printed())
    assert printer.print(paper) is Printed.CONFIRMED
    (out,) = everywhere.printed()[before:]
    # CUPS or the printer makes the copies; what it draws are our words
    assert read(paper) in read(out.read_bytes())
    wanted = everywhere.wanted()
    assert "IPP_SIDES=two-sided-long-edge" in wanted
    assert "IPP_COPIES=2" in wanted or read(out.read_bytes()) == read(paper) * 2
    assert "media-source=main" in wanted


def test_the_queue_there_is_is_found_by_asking(cups) -> None:
    assert queues.default("127.0.0.1", cups.port) == cups.url("laser")
    assert queues.default("127.0.0.1", 1) == ""


@pytest.mark.req("UX-34")
@pytest.mark.parametrize(
    ("word", "state", "code"),
    [
        ("media-empty", DeviceState.WARN, "PRT-01"),
        ("media-low", DeviceState.WARN, "PRT-02"),
        ("cover-open", DeviceState.FAULT, "PRT-03"),
        ("media-jam", DeviceState.FAULT, "PRT-13"),
        ("toner-low", DeviceState.WARN, ""),
    ],
)
def test_what_the_printer_says_is_understood(everywhere, paper, word, state, code) -> None:
    printer = IppPrinter(everywhere.url)
    with everywhere.saying(word):
        came_out = len(everywhere.printed()) + 1
        printer._send(paper)
        wait_for(lambda: printer.status() != READY, word)
        status = printer.status()
        assert (status.state, status.code) == (state, code)
        wait_for(lambda: len(everywhere.printed()) == came_out, "the paper")
        if state is DeviceState.FAULT:
            with pytest.raises(DeviceError) as caught:
                printer.print(paper)
            assert caught.value.code == code
            assert len(everywhere.printed()) == came_out


def test_paper_that_ends_under_way_is_asked_about(everywhere, paper) -> None:
    printer = IppPrinter(everywhere.url, answer=LONG, patience=0.5, grace=0.5)
    with everywhere.saying("media-empty", stuck=True):
        job = printer._send(paper)
        wait_for(lambda: printer.status() != READY, "the document at the printer")
        with pytest.raises(DeviceError) as caught:
            printer._watch(job)
        assert caught.value.code == "PRT-04"


def test_a_queue_that_is_paused_says_so_and_keeps_nothing(cups, everywhere, paper) -> None:
    before = len(everywhere.printed())
    printer = IppPrinter(cups.url("laser"), answer=LONG, grace=LONG)
    with cups.paused("laser"):
        with pytest.raises(DeviceError) as caught:
            printer.print(paper)
        assert caught.value.code == "PRT-12"
    assert printer.print(paper) is Printed.CONFIRMED
    assert len(everywhere.printed()) == before + 1


def test_a_job_that_waits_too_long_is_called_back(cups, everywhere, paper) -> None:
    """Stopped after the desk has asked: the job must not come out later, beside its reprint."""
    hasty = IppPrinter(cups.url("laser"), answer=LONG, grace=0.5)
    before = len(everywhere.printed())
    with cups.paused("laser"):
        job = hasty._send(paper)
        with pytest.raises(DeviceError) as caught:
            hasty._watch(job)
        assert caught.value.code == "PRT-12"
    patient = IppPrinter(cups.url("laser"), answer=LONG, grace=LONG)
    assert patient.print(paper) is Printed.CONFIRMED
    assert len(everywhere.printed()) == before + 1


def test_cups_stopped_is_said_and_nothing_is_lost(cups, everywhere, paper) -> None:
    before = len(everywhere.printed())
    printer = IppPrinter(cups.url("laser"), answer=LONG, grace=LONG)
    cups.stop()
    try:
        assert printer.status().code == "PRT-11"
        with pytest.raises(DeviceError) as caught:
            printer.print(paper)
        assert caught.value.code == "PRT-11"
    finally:
        cups.start()
    assert printer.print(paper) is Printed.CONFIRMED
    assert len(everywhere.printed()) == before + 1


def test_a_queue_nobody_made_is_not_printed(cups, paper) -> None:
    with pytest.raises(DeviceError) as caught:
        IppPrinter(cups.url("no-such-queue")).print(paper)
    assert caught.value.code == "PRT-08"


def is_whole(request: bytes) -> bool:
    head, end, body = request.partition(b"\r\n\r\n")
    size = re.search(rb"Content-Length: (\d+)", head)
    return bool(end) and size is not None and len(body) >= int(size[1])


@contextmanager
def played(*answers: bytes | None) -> Iterator[int]:
    """Play an HTTP printer: an answer for each connection; None hangs up half-way, b"" is mute."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            for answer in answers:
                wire, _ = server.accept()
                with wire:
                    got = wire.recv(65536)
                    while answer is not None and not is_whole(got):
                        got += wire.recv(65536)
                    if answer:
                        head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(answer)}\r\n\r\n"
                        wire.sendall(head.encode() + answer)
                    if answer == b"":
                        while wire.recv(65536):
                            pass

        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join(60)
        assert not thread.is_alive()


def message(status: int, **attributes: int | str) -> bytes:
    head = b"\x02\x00" + status.to_bytes(2, "big") + b"\0\0\0\x01\x04"
    body = b"".join(b"".join(encoded(k.replace("_", "-"), v)) for k, v in attributes.items())
    return head + body + bytes((Tag.END,))


IDLE = message(0, printer_state=3)


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ([b""], "PRT-04"),
        ([IDLE, None], "PRT-04"),
        ([IDLE, b"no ipp at all"], "PRT-04"),
        ([IDLE, message(0x0508)], "PRT-08"),
        ([IDLE, message(0)], "PRT-04"),
        ([IDLE, message(0, job_id=7), None], "PRT-04"),
        ([IDLE, message(0, job_id=7), message(0x0406)], "PRT-04"),
        ([IDLE, message(0, job_id=7), message(0, job_state=8)], "PRT-04"),
        (
            [IDLE, message(0, job_id=7), message(0, job_state=8, job_impressions_completed=0)],
            "PRT-08",
        ),
        (
            [IDLE, message(0, job_id=7), message(0, job_state=8, job_impressions_completed=1)],
            "PRT-04",
        ),
    ],
    ids=[
        *("mute", "cable goes", "no ipp", "refused", "no job number", "goes after", "forgotten"),
        *("aborted", "aborted blank", "aborted after a page"),
    ],
)
def test_what_may_have_left_is_never_called_unprinted(answers, code) -> None:
    answer = 0.5 if b"" in answers else LONG
    with played(*answers) as port, pytest.raises(DeviceError) as caught:
        IppPrinter(f"ipp://127.0.0.1:{port}/x", answer=answer).print(b"%PDF-1.4" * 90000)
    assert caught.value.code == code


@pytest.mark.req("UX-34")
@pytest.mark.parametrize(
    ("reasons", "printer_state", "state", "code"),
    [
        ("media-empty-error", 5, DeviceState.FAULT, "PRT-01"),
        ("media-empty", 5, DeviceState.FAULT, "PRT-01"),
        ("media-low-warning", 3, DeviceState.WARN, "PRT-02"),
        ("cover-open-error", 5, DeviceState.FAULT, "PRT-03"),
        ("offline-error", 5, DeviceState.UNKNOWN, "PRT-04"),
        ("connecting-to-device", 4, DeviceState.UNKNOWN, "PRT-04"),
        ("toner-empty-error", 5, DeviceState.FAULT, "PRT-08"),
        ("none", 5, DeviceState.FAULT, "PRT-12"),
        ("none", 4, DeviceState.OK, ""),
    ],
)
def test_paper_out_near_end_cover_and_no_answer_differ(
    reasons: str, printer_state: int, state: DeviceState, code: str
) -> None:
    said = message(0, printer_state=printer_state, printer_state_reasons=reasons)
    with played(said) as port:
        status = IppPrinter(f"ipp://127.0.0.1:{port}/x").status()
    assert (status.state, status.code) == (state, code)


def test_slips_go_through_as_they_are() -> None:
    with played(IDLE, message(0, job_id=7), message(0, job_state=9)) as port:
        url = f"ipp://127.0.0.1:{port}/printers/pos?as=escpos58"
        assert from_url(url).print(b"\x1b@") is Printed.CONFIRMED


@pytest.mark.parametrize(
    "url",
    [
        "ipp:",
        "ipp:x",
        "ipp://localhost/p?sides=both",
        "ipp://localhost/p?copies=0",
        "ipp://localhost/p?copies=many",
        "ipp://localhost/p?x=1",
    ],
)
def test_an_address_that_makes_no_sense_is_refused(url: str) -> None:
    with pytest.raises(Invalid) as caught:
        from_url(url)
    assert caught.value.code == "DEV-05"


def test_an_attribute_is_encoded_as_the_standard_shows() -> None:
    assert b"".join(encoded("copies", 20)) == bytes.fromhex("21 0006 636f70696573 0004 00000014")
    assert b"".join(encoded("a", ("b", "c"))) == bytes.fromhex("44 0001 61 0001 62 44 0000 0001 63")
    col = b"".join(encoded("m", {"s": "t"}))
    assert col == bytes.fromhex("34 0001 6d 0000 4a 0000 0001 73 44 0000 0001 74 37 0000 0000")
    data = b"\x02\x00\x00\x00\0\0\0\x01\x04" + col + b"".join(encoded("after", 3)) + b"\x03"
    assert decoded(data).attributes == {"after": [3]}
    assert Operation.PRINT_JOB == 2

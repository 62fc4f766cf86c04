"""Simulators do exactly what their parameters say."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from zcdesk.devices.kinds import READY, Call, DeviceState
from zcdesk.devices.simulated import (
    PrinterFault,
    SimulatedCaller,
    SimulatedPrinter,
    SimulatedReader,
    SimulatedScanner,
)
from zcdesk.devices.urls import from_url
from zcdesk.domain.person import Person, Trust
from zcdesk.errors import DeviceError, Invalid


def code_of(printer: SimulatedPrinter, data: bytes = b"0123456789") -> str:
    try:
        printer.print(data)
    except DeviceError as error:
        return error.code
    return ""


@pytest.mark.req("UX-34")
def test_out_of_paper_cover_and_silence_are_three_things() -> None:
    codes = {fault: code_of(SimulatedPrinter(fault=fault)) for fault in (
        PrinterFault.NO_PAPER, PrinterFault.COVER_OPEN, PrinterFault.SILENT)}  # fmt: skip
    assert list(codes.values()) == ["PRT-01", "PRT-03", "PRT-04"]


def test_a_silent_printer_lets_the_paper_out_an_empty_one_does_not() -> None:
    silent = SimulatedPrinter(fault=PrinterFault.SILENT)
    empty = SimulatedPrinter(fault=PrinterFault.NO_PAPER)
    assert (code_of(silent), code_of(empty)) == ("PRT-04", "PRT-01")
    assert (len(silent.documents), len(empty.documents)) == (1, 0)
    assert silent.status().state is DeviceState.UNKNOWN
    assert empty.status().code == "PRT-01"


def test_a_fault_that_comes_after_some_documents() -> None:
    printer = SimulatedPrinter(fault=PrinterFault.NO_PAPER, after=2)
    assert [code_of(printer) for _ in range(3)] == ["", "", "PRT-01"]
    printer.repair()
    assert code_of(printer) == ""
    assert printer.status() == READY


def test_dying_tears_off_the_document_and_answers_no_more() -> None:
    printer = SimulatedPrinter(dies_at=2)
    assert [code_of(printer) for _ in range(3)] == ["", "PRT-04", "PRT-04"]
    assert printer.documents == [b"0123456789", b"01234"]
    assert printer.status().state is DeviceState.UNKNOWN
    printer.repair()
    assert code_of(printer) == ""


def test_a_slow_printer_takes_its_time() -> None:
    waited: list[float] = []
    printer = SimulatedPrinter(fault=PrinterFault.SLOW, wait=waited.append)
    assert code_of(printer) == ""
    assert waited == [5.0]


def test_documents_also_go_to_a_folder(tmp_path: Path) -> None:
    printer = SimulatedPrinter(folder=tmp_path, as_="escpos58")
    printer.print(b"slip")
    assert (tmp_path / "0001.58.bin").read_bytes() == b"slip"


def test_cards_come_in_order_then_none() -> None:
    first, second = Person(name="甲", trust=Trust.CARD), Person(name="乙", trust=Trust.CARD)
    reader = SimulatedReader([first])
    reader.lay_down(second)
    assert [reader.read(), reader.read(), reader.read()] == [first, second, None]


def test_a_smudged_card_reads_the_second_time() -> None:
    reader = SimulatedReader([Person(name="甲")])
    reader.smudged = True
    with pytest.raises(DeviceError, match="IDC-01"):
        reader.read()
    assert reader.read() == Person(name="甲")


def test_a_reader_pulled_out() -> None:
    reader = SimulatedReader([Person(name="甲")])
    reader.gone = True
    assert reader.status().code == "IDC-02"
    with pytest.raises(DeviceError, match="IDC-02"):
        reader.read()


def test_the_caller_records() -> None:
    caller = SimulatedCaller()
    caller.announce(Call("A057", "3"))
    assert caller.announced == [("A057", "3")]
    caller.gone = True
    with pytest.raises(DeviceError, match="DEV-01"):
        caller.announce(Call("A058", "3"))
    assert caller.announced == [("A057", "3")]
    assert caller.status().code == "DEV-01"


def test_pages_are_images_that_differ_and_repeat() -> None:
    scanner = SimulatedScanner()
    first, second = scanner.scan().data, scanner.scan().data
    assert first != second
    assert first == SimulatedScanner().scan().data
    with Image.open(BytesIO(first)) as page:
        assert page.format == "PNG"
        assert page.width < page.height


def test_nothing_under_the_lens() -> None:
    scanner = SimulatedScanner()
    scanner.empty = True
    with pytest.raises(DeviceError, match="SCN-04"):
        scanner.scan()


def test_urls_carry_the_parameters(tmp_path: Path) -> None:
    printer = from_url(f"sim:printer?as=pdf&fault=no_paper&after=1&folder={tmp_path}&name=激光")
    assert isinstance(printer, SimulatedPrinter)
    assert (printer.name, printer.as_) == ("激光", "pdf")
    assert [code_of(printer), code_of(printer)] == ["", "PRT-01"]
    assert [p.name for p in tmp_path.iterdir()] == ["0001.pdf"]
    assert [from_url(f"sim:{kind}").status() for kind in ("reader", "caller", "scanner")] == (
        [READY] * 3
    )
    assert from_url("tcp:192.0.2.7:9100?as=escpos58&answers=no").name == "192.0.2.7:9100"
    assert from_url(f"file:{tmp_path}/x").status() == READY


@pytest.mark.parametrize(
    "url",
    [
        "",
        "sim:toaster",
        "file:",
        "tcp:printer",
        "tcp::x",
        "lpt:1",
        "sim:printer?fault=tired",
        "sim:printer?after=two",
        "sim:printer?colour=red",
        "file:/tmp?as=png",
    ],
)
def test_an_unknown_url_is_refused(url: str) -> None:
    with pytest.raises(Invalid) as caught:
        from_url(url)
    assert caught.value.code == "DEV-05"

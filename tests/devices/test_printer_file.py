"""Printer profiles: the shipped ones load, a hall's own is refused with line and field."""

from __future__ import annotations

import os
import pty
from pathlib import Path
from threading import Thread

import pytest

from zcdesk.devices import trial
from zcdesk.devices.equipment import Equipment
from zcdesk.devices.kinds import READY, UNKNOWN, DeviceState, Printed, Wanted
from zcdesk.devices.printer_file import load_printer, printer_of, printers, read_printer
from zcdesk.devices.urls import from_url
from zcdesk.domain.printer_profile import Answers, Chinese, Cutter
from zcdesk.errors import Invalid

OWN = """\
# 本厅的打印机
[printer]
name = "hall-own"
title = "本厅一号"
paper = 58
dots = 384
cutter = "none"
answers = "gs-r"
baud = 19200
"""


def test_shipped_models_load_the_generic_ones_first() -> None:
    known = printers()
    assert list(known)[:2] == ["generic-80", "generic-58"]
    assert len(known) > 8
    assert {one.paper for one in known.values()} == {58, 80}
    assert {Cutter.NONE, Cutter.FULL} < {one.cutter for one in known.values()}
    assert {one.chinese for one in known.values()} == set(Chinese)
    for name, one in known.items():
        assert (one.name, printer_of(f" {name.upper()} ")) == (name, one)
    with pytest.raises(ValueError, match="nobody"):
        printer_of("nobody")


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ('"hall-own"', '"本厅"', 3, "printer.name"),
        ("paper = 58", "paper = 76", 5, "printer.paper"),
        ("dots = 384", "dots = 576", 6, "printer.dots"),
        ("dots = 384", "dots = 385", 6, "printer.dots"),
        ('cutter = "none"', 'cutter = "axe"', 7, "printer.cutter"),
        ("baud = 19200", "baud = 19201", 9, "printer.baud"),
        ("baud = 19200", 'line = "9N1"', 9, "printer.line"),
        ("baud = 19200", "feed = 99", 9, "printer.feed"),
        ("baud = 19200", 'colour = "red"', 9, "printer.colour"),
        ("baud = 19200", "baud = ", 9, ""),
    ],
)
def test_a_wrong_file_is_refused_with_line_and_field(
    tmp_path: Path, old: str, new: str, line: int, field: str
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(OWN.replace(old, new), "utf-8")
    with pytest.raises(Invalid) as wrong:
        load_printer(own)
    assert wrong.value.code == "DEV-12"
    assert (wrong.value.fields["file"], wrong.value.fields["line"]) == ("own.toml", line)
    assert wrong.value.fields["place"] == field
    assert wrong.value.fields["why"]


def test_a_printer_is_chosen_connected_and_kept_by_its_model(tmp_path: Path) -> None:
    kept: list[dict[str, str]] = []
    made = Equipment({}, kept.append)
    names = [one.name for one in made.choices("printer")]
    assert names[:3] == ["", "generic-80", "generic-58"]
    slips = f"file:{tmp_path}/slips"
    printer = made.connect("printer", Wanted(slips, "zj-5870", more="as=pdf&name=窗口热敏"))
    assert (printer.as_, printer.profile.name) == ("escpos58", "zj-5870")
    assert made.wanted("printer") == Wanted(slips, "zj-5870", more="name=窗口热敏")
    assert Equipment(kept[-1], kept.append).devices["printer"].name == "窗口热敏"
    own = tmp_path / "own.toml"
    own.write_text(OWN, "utf-8")
    printer = made.connect("printer", Wanted(slips, "zj-5870", str(own)))
    assert printer.profile.answers is Answers.GS_R
    assert made.wanted("printer") == Wanted(slips, "", str(own))
    plain = made.connect("printer", Wanted(slips))
    assert (plain.as_, plain.profile) == ("pdf", None)
    for wrong in (Wanted(slips, "nobody"), Wanted(slips, profile="own.txt")):
        with pytest.raises(Invalid) as refused:
            made.connect("printer", wrong)
        assert refused.value.code == "DEV-05"


@pytest.mark.parametrize("url", ["tcp:h:9100?printer=zj-5870&as=escpos80", "tcp:h?printer=zj-5870"])
def test_an_address_against_its_model_is_refused(url: str) -> None:
    with pytest.raises(Invalid):
        from_url(url)


@pytest.mark.parametrize(
    ("model", "says_cut", "ends"),
    [
        ("generic-80", True, b"\x1dVB\x00"),
        ("kr-306", True, b"\x1dVA\x00"),
        ("zj-5870", False, b"\x1bd\x05"),
        ("picture-58", True, b"\x1dVB\x00"),
    ],
)
def test_the_test_page_shows_whether_the_model_is_right(
    model: str, says_cut: bool, ends: bytes
) -> None:
    printer = from_url(f"sim:printer?printer={model}")
    said = trial.run(printer, "3")
    (page,) = printer.documents  # type: ignore[attr-defined]
    assert ("切纸" in said) == says_cut
    assert page.endswith(ends)
    columns = printers()[model].columns
    assert max(len(line) for line in page.split(b"\n")[1:2]) == columns


class FarEnd:
    """A printer at the other end of a pty that tells of its paper in one byte, or nothing."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer
        self.printed = b""
        self._master, slave = pty.openpty()
        self.port = os.ttyname(slave)
        self._slave = slave
        Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                data = os.read(self._master, 4096)
            except OSError:
                return
            if data.startswith(b"\x1dr\x01"):
                os.write(self._master, self.answer)
            else:
                self.printed += data.replace(b"\x1dr\x01", b"")
                if b"\x1dr\x01" in data:
                    os.write(self._master, self.answer)

    def close(self) -> None:
        os.close(self._slave)
        os.close(self._master)


@pytest.mark.parametrize(
    ("answer", "state", "code"),
    [
        (b"\x00", DeviceState.OK, ""),
        (b"\x03", DeviceState.WARN, "PRT-02"),
        (b"\x0f", DeviceState.FAULT, "PRT-01"),
        (b"\xff\x00", DeviceState.OK, ""),
    ],
)
def test_an_older_clone_on_a_serial_line_tells_of_its_paper(
    tmp_path: Path, answer: bytes, state: DeviceState, code: str
) -> None:
    far = FarEnd(answer)
    own = tmp_path / "own.toml"
    own.write_text(OWN, "utf-8")
    try:
        printer = from_url(f"serial:{far.port}?printer={own}")
        printer._patience = 60.0  # type: ignore[attr-defined]  # its answer may come late
        status = printer.status()
        assert (status.state, status.code) == (state, code)
        if status.works:
            document = b"slip\n" * 600
            assert printer.print(document) is Printed.CONFIRMED  # type: ignore[attr-defined]
            assert far.printed == document
    finally:
        far.close()


def test_a_model_that_answers_nothing_is_unknown_never_out_of_paper(tmp_path: Path) -> None:
    far = FarEnd(b"")
    try:
        silent = from_url(f"serial:{far.port}?printer=zj-5870&baud=115200")
        assert silent.status() == UNKNOWN
        assert silent.print(b"slip\n") is Printed.SENT  # type: ignore[attr-defined]
        gone = from_url("serial:/dev/not-there?printer=zj-5870")
        assert gone.status().code == "PRT-08"
        assert READY.works
    finally:
        far.close()


def test_a_hall_s_own_text_reads_to_the_same_model() -> None:
    own = read_printer(OWN)
    assert (own.columns, own.as_, own.ending) == (32, "escpos58", b"\x1bd\x03")

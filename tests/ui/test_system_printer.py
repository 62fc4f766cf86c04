"""Printing through Qt: a real queue of CUPS here, where Windows has its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from fix_cups import wait_for
from PIL import ImageChops

from zcdesk.devices import urls
from zcdesk.domain.papers import PaperKind
from zcdesk.errors import DeviceError, Invalid
from zcdesk.forms import render
from zcdesk.forms.samples import sample
from zcdesk.ui.system_printer import SystemPrinter, of_address

CHILD = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from zcdesk.ui.system_printer import SystemPrinter
app = QGuiApplication([])
printer = SystemPrinter(sys.argv[1], sides="long")
print(printer.status().state.value, printer.print(Path(sys.argv[2]).read_bytes()).value)
"""


def through_qt(cups, queue: str, file: Path) -> subprocess.CompletedProcess[str]:
    """Print in a process of its own: the system's printing library reads its server once."""
    surroundings = {**os.environ, "CUPS_SERVER": f"127.0.0.1:{cups.port}"}
    command = [sys.executable, "-c", CHILD, queue, str(file)]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("kind", [PaperKind.RECEIPT, PaperKind.RESULT_HANDOVER])
def test_the_page_comes_out_as_it_looks(cups, everywhere, tmp_path: Path, kind) -> None:
    paper = render(sample(kind))
    (tmp_path / "paper.pdf").write_bytes(paper)
    before = len(everywhere.printed())
    done = through_qt(cups, "laser", tmp_path / "paper.pdf")
    assert done.stdout.split() == ["ok", "sent"], done.stderr
    wait_for(lambda: len(everywhere.printed()) > before, "the page")
    page = everywhere.printed()[-1]
    wait_for(lambda: page.read_bytes().rstrip().endswith(b"%%EOF"), "the whole page")
    ours = pypdfium2.PdfDocument(paper)
    theirs = pypdfium2.PdfDocument(page.read_bytes())
    assert len(theirs) == len(ours)
    size = (420, 594)
    pages = [document[0].render(scale=2).to_pil().convert("L") for document in (ours, theirs)]
    if pages[1].size[0] < pages[1].size[1] and pages[0].size[0] > pages[0].size[1]:
        pages[1] = pages[1].rotate(90, expand=True)
    one, other = (page.resize(size) for page in pages)
    strong = ImageChops.difference(one, other).point(lambda grey: 255 if grey > 110 else 0)
    assert sum(strong.histogram()[255:]) < 0.01 * size[0] * size[1]
    assert "two-sided-long-edge" in everywhere.wanted()


def test_a_printer_that_is_not_there_is_said(qapp) -> None:
    printer = SystemPrinter("no such printer")
    assert printer.status().code == "PRT-11"
    with pytest.raises(DeviceError) as caught:
        printer.print(b"")
    assert caught.value.code == "PRT-11"


@pytest.mark.parametrize("wish", [{"sides": "both"}, {"tray": "attic"}, {"copies": 0}])
def test_a_wish_nobody_understands_is_refused(wish) -> None:
    with pytest.raises(ValueError, match="laser"):
        SystemPrinter("laser", **wish)


def test_an_address_opens_it_where_a_desk_runs(monkeypatch) -> None:
    monkeypatch.setattr(urls, "_provided", {})
    with pytest.raises(Invalid):
        urls.from_url("system:HP M404")
    urls.provide("system", of_address)
    printer = urls.from_url("system:HP M404?sides=long&copies=2&name=激光")
    assert (printer.name, printer.as_) == ("激光", "pdf")
    for wrong in ("system:", "system:HP?sides=both", "system:HP?copies=no", "system:HP?x=1"):
        with pytest.raises(Invalid):
            urls.from_url(wrong)

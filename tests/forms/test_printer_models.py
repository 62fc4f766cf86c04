"""Slips as each model of printer takes them: a strict reader of it understands every byte."""

from __future__ import annotations

import msgspec
import pytest

from zcdesk.devices.printer_file import printers
from zcdesk.domain.papers import PaperKind, Party, ReceiptPaper
from zcdesk.domain.printer_profile import (
    GENERIC,
    Chinese,
    Cutter,
    Draws,
    Enlarge,
    PrinterProfile,
)
from zcdesk.forms import render
from zcdesk.forms.decode import BITMAP, Bars, Cut, Line, Printed, Qr, Raster, decode, picture
from zcdesk.forms.qr import dark_runs
from zcdesk.forms.samples import sample
from zcdesk.forms.strip import BAR_HEIGHT, BAR_MODULE, QR_MODULE

MODELS = tuple(printers().values())
PAPERS = (PaperKind.RECEIPT, PaperKind.TICKET, PaperKind.NOTICE, PaperKind.HANDOVER)


def model(**changes: object) -> PrinterProfile:
    return msgspec.structs.replace(GENERIC[80], **changes)


def words(text: str) -> str:
    """What is said, without rules, blanks to write on, and where lines break."""
    return "".join(char for char in text if char not in " \n\u3000-_")


def printed(printer: PrinterProfile, kind: PaperKind = PaperKind.RECEIPT) -> Printed:
    return decode(render(sample(kind), printer.as_, None, printer), printer)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", PAPERS)
@pytest.mark.parametrize("printer", MODELS, ids=lambda one: one.name)
def test_a_model_understands_every_byte_of_its_slips(
    printer: PrinterProfile, kind: PaperKind
) -> None:
    slip = printed(printer, kind)
    assert (slip.unknown, slip.overflows) == ((), ())
    assert isinstance(slip.items[-1], Cut) == (printer.cutter is not Cutter.NONE)
    if printer.chinese is Chinese.NONE:
        assert slip.text.strip() == ""
        assert {type(item) for item in slip.items} <= {Raster, Line, Cut}
    else:
        usual = GENERIC[printer.paper]
        generic = decode(render(sample(kind), usual.as_, None, usual), usual).text  # type: ignore[arg-type]
        for got, same in zip(words(slip.text), words(generic), strict=True):
            assert got == same or same == BITMAP


@pytest.mark.parametrize(
    ("changes", "unknown"),
    [
        ({"cutter": Cutter.NONE}, "1D 56"),
        ({"cutter": Cutter.FULL}, "1D 56 42"),
        ({"fs_mode": False}, "1C 26"),
        ({"enlarge": Enlarge.GS}, "1C 21"),
        ({"qr": Draws.RASTER}, "1D 28"),
        ({"bars": Draws.RASTER}, "1D 6B"),
    ],
)
def test_the_generic_slip_is_not_understood_by_a_lesser_model(
    changes: dict[str, object], unknown: str
) -> None:
    lesser = model(**changes)
    assert unknown in decode(render(sample(PaperKind.RECEIPT), "escpos80"), lesser).unknown
    assert decode(render(sample(PaperKind.RECEIPT), "escpos80", None, lesser), lesser).unknown == ()


def dots(item: Raster) -> list[str]:
    rows = (item.data[at : at + item.size] for at in range(0, len(item.data), item.size))
    return ["".join(f"{byte:08b}" for byte in row) for row in rows]


@pytest.mark.parametrize("paper", GENERIC)
def test_a_code_drawn_here_is_the_printer_s_own_dot_for_dot(paper: int) -> None:
    usual = GENERIC[paper]
    drawn = printed(msgspec.structs.replace(usual, qr=Draws.RASTER, bars=Draws.RASTER))
    own = printed(usual)
    (qr,) = (item for item in own.items if isinstance(item, Qr))
    runs, modules = dark_runs(qr.payload)
    code, *rest = (item for item in drawn.items if isinstance(item, Raster))
    rows = dots(code)
    left = (usual.dots - modules * QR_MODULE) // 2
    assert len(rows) == modules * QR_MODULE
    for number, row in enumerate(runs):
        got = rows[number * QR_MODULE + 1]
        spans = "".join(
            "1" if any(start <= at < end for start, end in row) else "0" for at in range(modules)
        )
        assert got[left : left + modules * QR_MODULE : QR_MODULE] == spans
        assert set(got[:left]) == {"0"}
    assert len(rest) == sum(isinstance(item, Bars) for item in own.items)
    for bars in rest:
        assert bars.rows == BAR_HEIGHT
        assert len(set(dots(bars))) == 1
        assert "1" * BAR_MODULE in dots(bars)[0]
    assert picture(drawn).height > 0


def test_rare_characters_go_as_text_only_where_the_model_has_them() -> None:
    receipt = sample(PaperKind.RECEIPT)
    assert isinstance(receipt, ReceiptPaper)
    paper = msgspec.structs.replace(receipt, party=Party(name="王㛃䶮𬱖"))
    plain, rich = model(), model(chinese=Chinese.GB18030)
    poor_text = decode(render(paper, "escpos80", None, plain), plain).text
    rich_text = decode(render(paper, "escpos80", None, rich), rich).text
    assert f"王{BITMAP * 3}" in poor_text
    assert f"王㛃䶮{BITMAP}" in rich_text, "outside the BMP no printer has a character"


def test_dot_matrix_models_take_their_own_bits_for_double_size() -> None:
    usual = render(sample(PaperKind.TICKET), "escpos80", None, model())
    dot = render(sample(PaperKind.TICKET), "escpos80", None, model(enlarge=Enlarge.GS_FS_DOT))
    assert b"\x1c!\x0c" in usual
    assert b"\x1c!\x30" not in usual
    assert b"\x1c!\x30" in dot
    assert b"\x1c!\x0c" not in dot


def test_a_narrow_line_wraps_by_its_own_columns() -> None:
    narrow = printers()["tm-t88iv"]
    assert narrow.columns == 42
    widest = max(item.columns for item in printed(narrow).items if isinstance(item, Line))
    assert 36 < widest <= 42

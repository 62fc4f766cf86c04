"""Papers laid out: one content, as A4 PDF and as bytes for thermal printers.

Importing this costs nothing; the libraries load on the first paper. Never decides what a paper
says about a case: it prints values from `zcdesk.domain.papers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, assert_never

from zcdesk.errors import Invalid

if TYPE_CHECKING:
    from zcdesk.domain.papers import Paper
    from zcdesk.domain.printer_profile import PrinterProfile
    from zcdesk.forms.wording import Wording

Layout = Literal["pdf", "escpos80", "escpos58", "raster80", "raster58"]
LAYOUTS: tuple[Layout, ...] = ("pdf", "escpos80", "escpos58")
PICTURES: tuple[Layout, ...] = ("raster80", "raster58")
"""Slips drawn here, for printers without Chinese characters."""


def render(
    paper: Paper,
    as_: Layout = "pdf",
    wording: Wording | None = None,
    printer: PrinterProfile | None = None,
) -> bytes:
    """Lay a paper out; the same paper in the same words always gives the same bytes.

    Args:
        wording: the hall's texts; None = the shipped ones.
        printer: model of the thermal printer; None = the generic one of the slip's width.
    """
    if as_ not in (*LAYOUTS, *PICTURES):
        raise Invalid("PAP-05", "layout", layout=as_)
    if as_ == "pdf":
        from zcdesk.forms.pdf import pdf_bytes

        return pdf_bytes(paper, wording)
    match as_:
        case "escpos80" | "escpos58":
            from zcdesk.forms.escpos import escpos_bytes

            return escpos_bytes(paper, int(as_[-2:]), wording, printer)
        case "raster80" | "raster58":
            from zcdesk.forms.raster import raster_bytes

            return raster_bytes(paper, int(as_[-2:]), wording, printer)
        case _ as never:
            assert_never(never)


def warm() -> None:
    """Load library and fonts of the A4 papers, so that the first one does not wait for them."""
    from zcdesk.forms import fonts, pdf  # noqa: F401

    for name in (fonts.REGULAR, fonts.BOLD):
        fonts.font(name)


def spelt_out(paper: Paper) -> tuple[str, ...]:
    """List the characters no font has, which the paper shows as `[U+XXXX]`."""
    from zcdesk.forms import fonts
    from zcdesk.forms.blocks import texts
    from zcdesk.forms.content import compose

    return fonts.missing("".join(texts(compose(paper))))

"""Papers: how quick they are, how large, and how soon the printer has the first byte.

Each beside the plain way to the same thing: bare ReportLab, python-escpos' image, a bare socket.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import msgspec

from zcdesk.bench import bare_page, hall, process
from zcdesk.bench.figure import (
    Clock,
    Figure,
    Limit,
    NotMeasurable,
    Runs,
    alternate,
    figure,
    timed,
)
from zcdesk.bench.plan import Plan
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.forms import render, samples
from zcdesk.forms.content import compose
from zcdesk.forms.pdf import lay
from zcdesk.forms.qr import dark_runs

MS = 1000.0
ROWS = 200
DAY = 2000
PDF, SIZE, SHEET = "receipt PDF", "receipt PDF size", f"hand-over sheet of {ROWS}"
SLIP, FIRST_BYTE = "receipt slip size", "first byte at the printer"
COLD, MEMORY = "first paper, cold", f"memory after {DAY:,} slips"

PDF_LIMIT, SIZE_LIMIT = Limit("ratio", 1.2), Limit("value", 60)
SHEET_LIMIT, SLIP_LIMIT = Limit("value", 500), Limit("ratio", 0.06)
BYTE_LIMIT, COLD_LIMIT, MEMORY_LIMIT = Limit("value", 30), Limit("value", 1), Limit("value", 20)

TARGETS: tuple[tuple[str, str, Limit | None], ...] = (
    (PDF, "ms", PDF_LIMIT),
    (SIZE, "KB", SIZE_LIMIT),
    (SHEET, "ms", SHEET_LIMIT),
    (SLIP, "KB", SLIP_LIMIT),
    (FIRST_BYTE, "ms", BYTE_LIMIT),
    (COLD, "s", COLD_LIMIT),
    (MEMORY, "MB", MEMORY_LIMIT),
)
HOW = "papers laid out and sent; beside the plain way to the same thing"


def measure(plan: Plan, clock: Clock, root: Path) -> tuple[Figure, ...]:
    """Measure all of them; `root` is a folder for a hall of its own."""
    return (
        *pdf(plan, clock),
        _sheet(plan, clock),
        _slip(),
        _first_byte(plan, clock, root),
        *_apart(plan),
    )


def numbered(first: int = 10_000) -> Iterator[Any]:
    """Give receipts with a number and a code of their own each, so that none is drawn twice."""
    paper: Any = samples.sample(PaperKind.RECEIPT)
    for number in count(first):
        yield msgspec.structs.replace(paper, qr=f"{paper.qr[:-5]}{number:05}")


def pdf(plan: Plan, clock: Clock) -> tuple[Figure, Figure]:
    """Measure a receipt: its time and its size."""
    papers, codes = numbered(), numbered(50_000)
    laid = lay(compose(next(papers)))

    def bare() -> bytes:
        dark_runs(next(codes).qr)
        return bare_page.draw(laid)

    runs = alternate(timed(lambda: render(next(papers)), clock), timed(bare, clock), plan.papers)
    sizes = Runs((len(render(next(papers))),), (len(bare_page.draw(laid)),))
    return (
        figure(
            PDF,
            runs,
            how="a receipt from its content to the bytes of the PDF, fonts loaded, each with a new "
            "code; beside the code made alone and bare ReportLab drawing the same texts and lines",
            unit="ms",
            scale=MS,
            limit=PDF_LIMIT,
        ),
        figure(
            SIZE,
            sizes,
            how="the file of that receipt; beside the one of bare ReportLab",
            unit="KB",
            scale=1e-3,
            limit=SIZE_LIMIT,
        ),
    )


def _sheet(plan: Plan, clock: Clock) -> Figure:
    paper: Any = samples.sample(PaperKind.HANDOVER)
    rows = tuple(
        msgspec.structs.replace(paper.rows[n % len(paper.rows)], no=n + 1) for n in range(ROWS)
    )
    paper = msgspec.structs.replace(paper, rows=rows)
    laid = lay(compose(paper))
    runs = alternate(
        timed(lambda: render(paper), clock),
        timed(lambda: bare_page.draw(laid), clock),
        max(1, plan.papers // 6),
    )
    how = f"a sheet of {ROWS} cases, {len(laid.pages)} pages, as PDF; beside bare ReportLab"
    return figure(SHEET, runs, how=how, unit="ms", scale=MS, limit=SHEET_LIMIT)


def _slip() -> Figure:
    """Weigh a receipt's slip beside the same slip as python-escpos sends a picture."""
    data = render(next(numbered()), "escpos80")
    return figure(
        SLIP,
        Runs((len(data),), (len(_as_image(data)),)),
        how="a receipt for 80 mm; beside its picture sent by python-escpos",
        unit="KB",
        scale=1e-3,
        limit=SLIP_LIMIT,
    )


def _as_image(data: bytes) -> bytes:
    from escpos.printer import Dummy

    from zcdesk.forms.decode import decode
    from zcdesk.forms.slip_picture import draw

    dummy: Any = Dummy()
    dummy.image(draw(decode(data, 48)))
    sent: bytes = dummy.output
    return sent


def _first_byte(plan: Plan, clock: Clock, root: Path) -> Figure:
    from zcdesk.devices.printers import WirePrinter
    from zcdesk.operations import printing

    session = hall.found(root / "printing", hall.Clock(datetime.now(HALL_ZONE)))
    papers = numbered()
    with closing(session.store), _listening(clock) as (port, arrived):
        printer = WirePrinter(f"tcp:127.0.0.1:{port}", answers=False)

        def ours() -> float:
            paper = next(papers)
            task = printing.PrintTask(
                sitting=paper.qr, kind=PaperKind.RECEIPT, number=paper.head.number, paper=paper
            )
            start = clock()
            data = render(paper, "escpos80")
            printing.begin(session, task, printer.name)
            printer.print(data)
            return arrived() - start

        def bare() -> float:
            start = clock()
            with socket.create_connection(("127.0.0.1", port)) as wire:
                wire.sendall(b"\x1b@")
            return arrived() - start

        runs = alternate(ours, bare, plan.papers)
    return figure(
        FIRST_BYTE,
        runs,
        how="from the order to print a receipt, through its layout and its place in the spool, "
        "synced, until a network printer has the first byte; beside two bytes over a bare socket",
        unit="ms",
        scale=MS,
        limit=BYTE_LIMIT,
    )


@contextmanager
def _listening(clock: Clock) -> Iterator[tuple[int, Callable[[], float]]]:
    """Play a printer on a free port; gives the moment the first byte of the last call came."""
    moments: Queue[float] = Queue()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    wire, _ = server.accept()
                except OSError:
                    return
                with wire:
                    if wire.recv(1):
                        moments.put(clock())
                    while wire.recv(65536):
                        pass

        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], lambda: moments.get(timeout=10)
        server.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def _apart(plan: Plan) -> tuple[Figure, Figure]:
    """Measure what needs a process of its own: the first paper, and a day of slips."""
    first: list[tuple[float, float]] = []
    for _ in range(plan.visits + 2):
        first.append((_seen("paper", "paper"), _seen("bare paper", "paper")))
    cold = figure(
        COLD,
        Runs(tuple(value for value, _ in first), tuple(bare for _, bare in first)),
        how="from the start of a process until its first receipt is a PDF, nothing loaded before; "
        "beside bare ReportLab loading the same fonts and drawing one line",
        limit=COLD_LIMIT,
    )
    seen = process.watch("slips", str(DAY))
    if not seen["after"]:
        raise NotMeasurable("this system does not tell a process's resident memory")
    grown = figure(
        MEMORY,
        Runs((seen["after"] - seen["before"],), (seen["before"],)),
        how=f"resident memory grown between the first hundred slips and the last of {DAY:,}, each "
        "of somebody else; beside what the process held before",
        unit="MB",
        scale=1e-6,
        limit=MEMORY_LIMIT,
    )
    return cold, grown


def _seen(what: str, event: str) -> float:
    return float(process.watch(what)[event])

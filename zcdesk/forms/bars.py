"""The number of a paper as Code 128, for laser scanners, which read no QR.

The same letter and number the QR begins with, so that every page takes either. Never the code the
citizen keeps: bars are read from a distance and typed by everybody's scanner.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

LASER = frozenset("RH")
"""Papers that come back over a counter in piles: receipts and hand-over lists."""

_RUN = re.compile(r"(?:\d\d){2,}")  # two digits in one symbol pay for the two switches from four on


def bar_text(payload: str) -> str:
    """Give what the bars hold of a QR's payload; empty where a paper has none."""
    letter, _, rest = payload.partition("/")
    number = rest.partition("/")[0]
    return f"{letter}/{number}" if letter in LASER and number else ""


@lru_cache(maxsize=8)
def dark_spans(text: str) -> tuple[tuple[tuple[int, int], ...], int]:
    """Give the dark (from, to) spans, and how many modules the bars are wide."""
    from reportlab.graphics.barcode.code128 import Code128

    bars: Any = Code128(text, quiet=0)
    for step in (bars.validate, bars.encode, bars.decompose):
        step()
    spans = []
    at = 0
    for run in bars.decomposed:  # capitals are dark, A is one module wide
        wide = ord(run.upper()) - ord("A") + 1
        if run.isupper():
            spans.append((at, at + wide))
        at += wide
    return tuple(spans), at


def printer_data(text: str) -> tuple[bytes, int]:
    """Give the text in the printer's own code sets (`GS k 73`), and its width in modules.

    Not by ReportLab: a slip does not wait for it to load.
    """
    out = bytearray()
    symbols = 0
    at = 0
    for run in _RUN.finditer(text):
        pairs = [int(run[0][n : n + 2]) for n in range(0, len(run[0]), 2)]
        before = text[at : run.start()].encode("ascii")
        out += (b"{B" + before if before else b"") + b"{C" + bytes(pairs)
        symbols += (1 + len(before) if before else 0) + 1 + len(pairs)
        at = run.end()
    if rest := text[at:].encode("ascii"):
        out += b"{B" + rest
        symbols += 1 + len(rest)
    # every symbol and the check are eleven modules, the stop thirteen
    return bytes(out), 11 * (symbols + 1) + 13


def printed_text(data: bytes) -> str:
    """Read the data of `GS k 73` as the printer does."""
    text = ""
    code_set = ""
    at = 0
    while at < len(data):
        if data[at : at + 1] == b"{":
            code_set = chr(data[at + 1])
            at += 2
            continue
        text += f"{data[at]:02d}" if code_set == "C" else chr(data[at])
        at += 1
    return text

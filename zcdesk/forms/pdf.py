"""Lays a paper out on A4 and writes it as PDF with embedded fonts.

The same paper always gives the same bytes. Never a seal: only a guide where it goes.
"""

from __future__ import annotations

import io
from typing import assert_never

from zcdesk.domain.papers import Paper
from zcdesk.forms import archival, flowchart, fonts, grid, operators
from zcdesk.forms.bars import bar_text, dark_spans
from zcdesk.forms.blocks import (
    Big,
    Block,
    Caption,
    Code,
    Document,
    Flow,
    Foot,
    Heading,
    Pairs,
    Paragraph,
    Section,
    Signatures,
    Table,
)
from zcdesk.forms.content import compose
from zcdesk.forms.qr import dark_runs
from zcdesk.forms.sheet import GUIDE, LEFT, MM, TOP, Sheet
from zcdesk.forms.wording import Wording

BODY, LEADING = 10.5, 17.0
SMALL = 9.0
SEAL = 42 * MM
QR = 25 * MM
MARK = 18 * MM
BEFORE_SIGNING = 6.0
ISSUER = 62 * MM
BAR_MODULE, BAR_HIGH = 0.25 * MM, 9 * MM
AIR = 1.75


def pdf_bytes(paper: Paper, wording: Wording | None = None) -> bytes:
    """Write a paper as PDF/A-2b."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # a quarter more bytes, for mail of the last century
    rl_config.pdfMultiLine = 0
    document = compose(paper, wording)
    try:
        sheet = lay(document)
    finally:
        fonts.lines.cache_clear()
    out = io.BytesIO()
    fonts.font(fonts.REGULAR)
    canvas = Canvas(
        out,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        pdfVersion=(1, 7),
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # wrong in the stubs
        lang="zh-CN",
    )
    title = f"{document.title} {document.number}"
    archival.mark(canvas, title=title, author=paper.head.hall, at=paper.head.at)
    operators.paint(sheet, canvas)
    canvas.save()
    return out.getvalue()


def lay(document: Document) -> Sheet:
    """Lay the blocks out: airy where one page holds them, tight where not."""
    sheet = _laid(document, 1.0)
    if len(sheet.pages) == 1:
        return _laid(document, min(AIR, 1 + 0.98 * sheet.room / sheet.loose))
    trial = Sheet(wide=document.wide)
    for block in document.blocks[_last_table(document) + 1 :]:
        _lay(trial, block)
    tail = trial.y - TOP if len(trial.pages) == 1 else 0.0
    sheet = _laid(document, 1.0, tail)
    _number(sheet, document)
    return sheet


def _laid(document: Document, air: float, tail: float = 0.0) -> Sheet:
    """Lay the blocks; the last table's last row stays with the `tail` that follows it."""
    sheet = Sheet(air, wide=document.wide)
    last = _last_table(document)
    for number, block in enumerate(document.blocks):
        match block:
            case Table() if number == last:
                grid.lay_table(sheet, block, tail)
            case Pairs() if number == last:
                grid.lay_pairs(sheet, block, tail)
            case _:
                _lay(sheet, block)
    return sheet


def _last_table(document: Document) -> int:
    return max(i for i, block in enumerate(document.blocks) if isinstance(block, (Table, Pairs)))


def _lay(sheet: Sheet, block: Block) -> None:
    match block:
        case Heading():
            _heading(sheet, block)
        case Caption():
            _caption(sheet, block)
        case Pairs():
            grid.lay_pairs(sheet, block)
        case Table():
            grid.lay_table(sheet, block)
        case Paragraph():
            _paragraph(sheet, block)
        case Section():
            _section(sheet, block)
        case Flow():
            flowchart.lay(sheet, block)
        case Big():
            _big(sheet, block)
        case Code():
            _code(sheet, block)
        case Signatures():
            _signatures(sheet, block)
        case Foot():
            _foot(sheet, block)
        case _ as never:
            assert_never(never)


def _heading(sheet: Sheet, block: Heading) -> None:
    _marks(sheet, block.marks)
    _centred(sheet, block.hall, 13.5, 19, False)
    sheet.y += 7
    _centred(sheet, block.title, 21.5, 27, True, tracking=5.5)
    sheet.gap(13)


def _marks(sheet: Sheet, marks: tuple[str, ...]) -> None:
    """Put the marks into the upper margin, or into lines of their own where they are too long."""
    wide = [fonts.width(fonts.visible(mark), SMALL, bold=False) + 8 for mark in marks]
    if sum(wide) + 5 * len(wide) > sheet.inner:
        for mark in marks:
            _centred(sheet, f"【{mark}】", SMALL, 14, False)
        return
    x = sheet.right
    for mark, width in zip(reversed(marks), reversed(wide), strict=True):
        x -= width
        sheet.box(x, sheet.y - 22, width, 14)
        sheet.text(x + 4, sheet.y - 19.5, fonts.visible(mark), SMALL)
        x -= 5


def _centred(
    sheet: Sheet, text: str, size: float, leading: float, bold: bool, tracking: float = 0.0
) -> None:
    with sheet.one(fonts.visible(text)):
        for line in _lines(sheet, text, size, bold):
            wide = fonts.width(line, size, bold=bold) + tracking * (len(line) - 1)
            x = (sheet.width - wide) / 2
            if leading > sheet.room:
                sheet.turn()
            sheet.text(x, sheet.y, line, size, bold=bold, tracking=tracking)
            sheet.y += leading


def _caption(sheet: Sheet, block: Caption) -> None:
    """Number on the left, whose copy on the right; below it where one line is too short."""
    left, right = _lines(sheet, block.left, BODY, False), _lines(sheet, block.right, BODY, False)
    used = fonts.width(left[-1], BODY, bold=False) + fonts.width(right[0], BODY, bold=False)
    with sheet.one(fonts.visible(block.left)):
        for line in left:
            if sheet.room < LEADING:
                sheet.turn()
            sheet.text(LEFT, sheet.y, line, BODY)
            sheet.y += 17
    if block.right:
        sheet.y -= 17 if used + BODY < sheet.inner and len(right) == 1 else 0
        for line in right:
            if sheet.room < LEADING:
                sheet.turn()
            _right(sheet, line, BODY)
            sheet.y += 17


def _paragraph(sheet: Sheet, block: Paragraph) -> None:
    _flow(sheet, f"　　{block.text}" if block.indent else block.text, BODY, LEADING)
    sheet.gap(4)


def _flow(sheet: Sheet, text: str, size: float, leading: float, grey: float = 0.0) -> None:
    with sheet.one(fonts.visible(text)):
        for line in _lines(sheet, text, size, False):
            if leading > sheet.room:
                sheet.turn()
            sheet.text(LEFT, sheet.y + (leading - size) / 2, line, size, grey=grey)
            sheet.y += leading


def _section(sheet: Sheet, block: Section) -> None:
    """Head a part; it stands with the first lines of what follows."""
    lines = _lines(sheet, block.text, grid.SIZE + 0.5, True)
    if sheet.room < (3 + len(lines)) * LEADING:
        sheet.turn()
    sheet.gap(3)
    with sheet.one(fonts.visible(block.text)):
        for line in lines:
            if sheet.room < LEADING:
                sheet.turn()
            sheet.text(LEFT, sheet.y, line, grid.SIZE + 0.5, bold=True)
            sheet.y += grid.LEADING + 2


def _big(sheet: Sheet, block: Big) -> None:
    sheet.y += 6
    _centred(sheet, block.text, 64, 76, True)
    _centred(sheet, block.under, 16, 24, False)
    sheet.y += 14


def _code(sheet: Sheet, block: Code) -> None:
    """QR and its lines on the left, the guide of the seal on the right, on one foot."""
    x = LEFT + (QR + 5 * MM if block.payload else 0.0)
    seal = max(SEAL, ISSUER if block.issued else 0.0) + BODY if block.seal else 0.0
    lines: tuple[str, ...] = tuple(
        line for text in block.lines for line in _wrapped(text, sheet.right - x - seal)
    )
    if len(lines) * LEADING > SEAL:
        for text in block.lines:
            _flow(sheet, text, BODY, LEADING)
        lines = ()
    issued = [line for text in block.issued for line in _wrapped(text, ISSUER)]
    beside = max(QR if block.payload else 0.0, len(lines) * LEADING)
    bars, bars_wide = _bars(block.payload)
    if bars_wide > sheet.inner - seal:
        bars = ""
    white = _white(block.payload, QR)
    above = BAR_HIGH + white if bars else 0.0
    high = max(beside + above, SEAL + max(0, len(issued) - 2) * LEADING if block.seal else 0.0)
    if high + 8 > sheet.room:
        sheet.turn()
    sheet.gap(2)
    bottom = sheet.y + high
    if block.payload:
        sheet.code(LEFT, bottom - QR, QR, block.payload)
    if bars:
        sheet.bars(LEFT, bottom - beside - above, BAR_HIGH, bars, BAR_MODULE)
    y = bottom - (beside + len(lines) * LEADING) / 2
    for line in lines:
        sheet.text(x, y + (LEADING - BODY) / 2, line, BODY)
        y += LEADING
    if block.seal:
        _seal(sheet, block.seal, issued, bottom - max(0, len(issued) - 2) * LEADING - SEAL / 2)
    sheet.y = bottom + max(0.0, white - 4 - BEFORE_SIGNING)
    sheet.gap(4 if block.seal else 8)


def _white(payload: str, size: float) -> float:
    """Measure the four modules a QR of that size keeps white around it."""
    return 4 * size / dark_runs(payload)[1] if payload else 0.0


def _bars(payload: str) -> tuple[str, float]:
    """Give what a paper's bars hold and how wide they are; empty for papers without."""
    text = bar_text(payload)
    return text, dark_spans(text)[1] * BAR_MODULE if text else 0.0


def _seal(sheet: Sheet, guide: str, issued: list[str], middle: float) -> None:
    """Draw the guide of the seal, and on it whose paper it is and its date."""
    widths = [fonts.width(line, BODY, bold=False) for line in issued]
    centre = sheet.right - max([SEAL, *widths]) / 2
    sheet.ring(centre, middle, SEAL / 2)
    words = _wrapped(guide, SEAL - 2 * BODY)
    first = middle - 0.3 * 1.3 * LEADING
    y = (
        first - 0.3 * LEADING - len(words) * LEADING
        if issued
        else middle - len(words) * LEADING / 2
    )
    for line in words:
        wide = fonts.width(line, BODY, bold=False)
        sheet.text(centre - wide / 2, y + (LEADING - BODY) / 2, line, BODY, grey=GUIDE)
        y += LEADING
    step = 1.3 * LEADING if len(issued) <= 2 else LEADING
    for number, (line, wide) in enumerate(zip(issued, widths, strict=True)):
        sheet.text(centre - wide / 2, first + number * step, line, BODY)


def _signatures(sheet: Sheet, block: Signatures) -> None:
    """Lines to sign on the left; on the right a small code, or the paper's date."""
    high = len(block.labels) * 25.0
    if block.payload:
        high = max(high, MARK + _white(block.payload, MARK))
    if high + 3 > sheet.room:
        sheet.turn()
    sheet.gap(BEFORE_SIGNING)
    top = sheet.y
    if block.payload:
        sheet.code(sheet.right - MARK, top, MARK, block.payload)
        sheet.y += (high - len(block.labels) * 25) / 2
    start = LEFT + max(fonts.width(label, BODY, bold=False) for label in block.labels) + BODY
    bars, wide = _bars(block.payload)
    x = sheet.right - MARK - 8 * MM - wide
    if bars and x > start + 118 + fonts.width("年　　月　　日", BODY, bold=False) + 4 * MM:
        sheet.bars(x, top + (MARK - BAR_HIGH) / 2, BAR_HIGH, bars, BAR_MODULE)
    for number, label in enumerate(block.labels):
        sheet.text(LEFT, sheet.y, f"{label}：", BODY)
        sheet.line(start, sheet.y + BODY + 2, start + 88, sheet.y + BODY + 2)
        sheet.text(start + 118, sheet.y, "年　　月　　日", BODY)
        if number == len(block.labels) - 1 and block.day:
            _right(sheet, block.day, BODY)
        sheet.y += 25
    sheet.y = top + high


def _foot(sheet: Sheet, block: Foot) -> None:
    if sheet.room < 4 + 14:
        sheet.turn()
    sheet.line(LEFT, sheet.y, sheet.right, sheet.y, dashed=True)
    sheet.y += 4
    _flow(sheet, block.text, SMALL, 14, grey=0.35)


def _number(sheet: Sheet, document: Document) -> None:
    """Number the pages, so that the leaves of one paper find together again."""
    for number, page in enumerate(sheet.pages, 1):
        alone = Sheet(wide=sheet.wide)
        alone.pages = [page]
        place = f"第 {number} 页，共 {len(sheet.pages)} 页"
        whole = _lines(sheet, f"{document.title}　{document.number}　{place}", SMALL, False)
        text = whole[0] if len(whole) == 1 else place
        wide = fonts.width(text, SMALL, bold=False)
        alone.text((sheet.width - wide) / 2, sheet.bottom + 16, text, SMALL)


def _right(sheet: Sheet, text: str, size: float) -> None:
    text = fonts.visible(text)
    sheet.text(sheet.right - fonts.width(text, size, bold=False), sheet.y, text, size)


def _wrapped(text: str, width: float) -> tuple[str, ...]:
    return fonts.lines(text, width, BODY, bold=False)


def _lines(sheet: Sheet, text: str, size: float, bold: bool) -> tuple[str, ...]:
    return fonts.lines(text, sheet.inner, size, bold=bold)

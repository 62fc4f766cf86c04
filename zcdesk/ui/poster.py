"""The poster of keys: one A4 sheet beside the screen, drawn from the same table the keys come from.

`zcdesk poster FILE` writes it as PDF, or as a picture where the file's name asks for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from zcdesk.ui.key_command import Command
from zcdesk.ui.keys import COMMANDS
from zcdesk.ui.theme import Look
from zcdesk.ui.widgets.text import cap_size, paint_cap
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

WIDTH, HEIGHT = 1123, 794
"""A4 across at 96 dots an inch; everything is drawn in these units, whatever it is written to."""

DPI = 96
SHARPER = 3
"""A picture has so many dots a unit, a PDF as many as its printer."""

COLUMNS, MARGIN, LINE, BESIDE = 4, 28, 23, 90

SECTIONS = (
    (QT_TRANSLATE_NOOP("poster", "随时"), ("shell",)),
    (QT_TRANSLATE_NOOP("poster", "叫号和办理"), ("counter",)),
    (QT_TRANSLATE_NOOP("poster", "材料清单"), ("checklist",)),
    (QT_TRANSLATE_NOOP("poster", "核对"), ("check",)),
    (QT_TRANSLATE_NOOP("poster", "告知书"), ("notice",)),
    (QT_TRANSLATE_NOOP("poster", "收件以后"), ("prints",)),
    (QT_TRANSLATE_NOOP("poster", "出件窗口"), ("results", "take", "issue")),
)
"""What somebody at a window has to find at a glance; every other page says its keys itself."""


class _Line(NamedTuple):
    """A heading (no command), or a key and what it does."""

    words: str
    command: Command | None = None


def write(file: Path) -> Path:
    """Draw the poster into `file`: PDF, or a picture by the ending of its name.

    Raises:
        OSError: it could not be written there.
    """
    if not file.absolute().parent.is_dir():
        raise FileNotFoundError(f"not written: {file}")
    if file.suffix.lower() == ".pdf":
        _as_pdf(file)
    elif not _as_picture().save(str(file)):
        raise OSError(f"not written: {file}")
    return file


def _as_pdf(file: Path) -> None:
    writer = QPdfWriter(str(file))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF()
        )
    )
    writer.setTitle(words("poster", _TITLE))
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"not written: {file}")
    painter.scale(writer.width() / WIDTH, writer.height() / HEIGHT)
    _draw(painter)
    painter.end()


def _as_picture() -> QImage:
    image = QImage(WIDTH * SHARPER, HEIGHT * SHARPER, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(SHARPER, SHARPER)
    _draw(painter)
    painter.end()
    return image


_TITLE = QT_TRANSLATE_NOOP("poster", "综窗台按键一览")
_NOTE = QT_TRANSLATE_NOOP("poster", "屏幕最下面一行写着此刻能用的键；F1 看当前页全部的键")


def lines() -> tuple[_Line, ...]:
    """Return what stands on the poster, section by section."""
    return tuple(_lines())


def _lines() -> Iterator[_Line]:
    for heading, pages in SECTIONS:
        yield _Line(words("poster", heading))
        for command in COMMANDS:
            if command.page in pages:
                yield _Line(command.words, command)


def _draw(painter: QPainter) -> None:
    assert QApplication.instance() is not None, "fonts need the application"
    at = Look()
    painter.setPen(at.colour("text"))
    painter.setFont(at.font("title"))
    painter.drawText(MARGIN, MARGIN + 18, words("poster", _TITLE))
    painter.setFont(at.font("small"))
    painter.setPen(at.colour("text2"))
    painter.drawText(MARGIN + 200, MARGIN + 17, words("poster", _NOTE))
    top, width = MARGIN + 36, (WIDTH - 2 * MARGIN) / COLUMNS
    for place, line in _placed(lines()):
        where = QRectF(MARGIN + place.column * width, top + place.y, width - 14, LINE)
        _draw_line(painter, where, line, at)


class _Place(NamedTuple):
    column: int
    y: float


def _placed(shown: tuple[_Line, ...]) -> Iterator[tuple[_Place, _Line]]:
    """Run the lines down the columns, evenly; a heading never stands alone at the foot."""
    gap = 10
    total = len(shown) * LINE + sum(line.command is None for line in shown) * gap
    most = total / COLUMNS + 2 * LINE
    column, y = 0, 0.0
    for place, line in enumerate(shown):
        is_heading = line.command is None
        y += gap if is_heading and y else 0
        room = LINE * (3 if is_heading and place + 2 < len(shown) else 1)
        if y + room > most and column < COLUMNS - 1:
            column, y = column + 1, 0.0
        yield _Place(column, y), line
        y += LINE


def _draw_line(painter: QPainter, where: QRectF, line: _Line, at: Look) -> None:
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    if line.command is None:
        painter.setFont(at.font("strong"))
        painter.setPen(at.colour("brand"))
        painter.drawText(where, flags, line.words)
        painter.setPen(at.colour("divider"))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        return
    cap = cap_size(line.command.cap, at)
    room = where.toRect()
    room.setSize(cap)
    room.moveTop(int(where.top() + (LINE - cap.height()) / 2))
    paint_cap(painter, room, line.command.cap, at, at.colour("text2"), at.colour("subtle"))
    font, beside = at.font("small"), where.adjusted(BESIDE, 0, 0, 0)
    while QFontMetrics(font).horizontalAdvance(line.words) > beside.width():
        font.setPixelSize(font.pixelSize() - 1)  # nothing on paper is cut
    painter.setFont(font)
    painter.setPen(at.colour("text"))
    painter.drawText(beside, flags, line.words)

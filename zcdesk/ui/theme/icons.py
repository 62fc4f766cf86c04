"""Tabler outline icons (resources/icons, MIT) drawn by QtSvg in a token's colour.

Always rendered from the vector at the device's pixel ratio, never scaled from a bitmap.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from zcdesk.paths import resources_dir


def icon(name: str, colour: str, px: int) -> QIcon:
    """Return a tinted icon with one crisp pixmap per pixel ratio of the connected screens.

    Args:
        colour: #RRGGBB.
        px: side in logical pixels.
    """
    found = QIcon()
    for ratio in sorted(
        {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
    ):
        found.addPixmap(pixmap(name, colour, px, ratio))
    return found


def paint_icon(painter: QPainter, name: str, colour: str, left: float, top: float, px: int) -> None:
    """Draw an icon of `px` logical pixels at (left, top)."""
    ratio = painter.device().devicePixelRatioF()
    # Snap to whole device pixels: a half pixel blurs every stroke.
    spot = QPointF(round(left * ratio) / ratio, round(top * ratio) / ratio)
    painter.drawPixmap(spot, pixmap(name, colour, px, ratio))


@cache
def pixmap(name: str, colour: str, px: int, ratio: float) -> QPixmap:
    """Render one icon; cached for the life of the program."""
    from PySide6.QtSvg import QSvgRenderer  # loaded with the first icon, not with the module

    drawn = QPixmap(round(px * ratio), round(px * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    drawn.setDevicePixelRatio(ratio)
    painter = QPainter(drawn)
    svg = _source(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, px, px))
    painter.end()
    return drawn


@cache
def _source(name: str) -> str:
    return (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")

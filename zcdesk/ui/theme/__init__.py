"""How the program looks: colours, type, sizes, icons and the focus ring, all from tables.

`start(argv)` once, `apply(window, theme, scale)` for each top-level window, again at any time.
No other module names a colour, a font family or a pixel size.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from zcdesk.ui.theme.fonts import load_fallback, load_fonts, needs_fallback
from zcdesk.ui.theme.icons import icon, paint_icon, pixmap
from zcdesk.ui.theme.look import (
    SCALES,
    STYLES,
    Look,
    look,
    mark,
    px,
    rescale,
    sized,
    spaced,
    tighten,
    unsized,
)
from zcdesk.ui.theme.low import HeightWatch, is_low, may_be_low
from zcdesk.ui.theme.ring import FocusRing
from zcdesk.ui.theme.sheet import sheet
from zcdesk.ui.theme.tokens import Theme, Tokens, Tone, contrast, tokens

__all__ = [
    "SCALES",
    "STYLES",
    "FocusRing",
    "Look",
    "Theme",
    "Tokens",
    "Tone",
    "apply",
    "contrast",
    "cover",
    "icon",
    "load_fonts",
    "look",
    "may_be_low",
    "paint_icon",
    "palette",
    "pixmap",
    "prepare",
    "px",
    "rescale",
    "sheet",
    "sized",
    "spaced",
    "start",
    "tighten",
    "tokens",
    "unsized",
]

_STYLED = "styled"


def start(arguments: list[str]) -> QApplication:
    """Make the application in our style, with our fonts.

    The style is named as an argument: asking Qt for it later loads a whole table of enums, a
    tenth of the time to the login window.
    """
    app = QApplication([*(arguments or [""]), "-style", "fusion"])
    app.setProperty(_STYLED, True)
    app.setFont(look().font("body"))
    return app


def prepare(app: QApplication) -> None:
    """Set style and fonts of an application made elsewhere; safe to call again."""
    if not app.property(_STYLED):
        app.setStyle("Fusion")
        app.setProperty(_STYLED, True)
        app.setFont(look().font("body"))


def apply(window: QWidget, theme: Theme, scale: float = 1.0) -> None:
    """Give a top-level window its look, now or again later; living widgets follow at once."""
    new = Look(theme, scale, is_low(window, scale))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    prepare(app)
    if look() != new or app.palette() != palette(new):
        app.setPalette(palette(new))
    mark(app, new)
    mark(window, new)
    if window.property("kind") is None:
        window.setProperty("kind", "window")
    window.setPalette(palette(new))
    rescale(window, new)
    window.setStyleSheet(sheet(new))
    if window.findChild(FocusRing) is None:
        FocusRing(window)
    if window.findChild(HeightWatch) is None:
        HeightWatch(window, lambda: apply(window, look(window).theme, look(window).scale))


def cover(text: str) -> None:
    """Load the fallback font if `text` needs it; every window is drawn again with it."""
    if not needs_fallback(text) or not load_fallback():
        return
    for window in QApplication.topLevelWidgets():
        if window.property("look") is not None:
            at = look(window)
            apply(window, at.theme, at.scale)


def palette(at: Look) -> QPalette:
    """Return the palette Fusion and our own painting use for a look."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: "window",
        roles.WindowText: "text",
        roles.Base: "surface",
        roles.AlternateBase: "subtle",
        roles.Text: "text",
        roles.Button: "surface",
        roles.ButtonText: "text",
        roles.PlaceholderText: "disabled",
        roles.ToolTipBase: "text",
        roles.ToolTipText: "surface",
        roles.Highlight: "selection",
        roles.HighlightedText: "text",
        roles.Link: "brand",
        roles.BrightText: "danger",
        roles.Accent: "brand",
    }
    made = QPalette()
    for role, token in colours.items():
        made.setColor(role, at.colour(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, at.colour("disabled"))
    made.setColor(roles.Shadow, QColor(Qt.GlobalColor.black))
    return made

"""The parts pages are made of; each draws itself from the look of its window.

Each is loaded when first asked for, so that the login window waits for nothing it does not show.
No part knows a case, a ticket or the store: it takes words and gives signals.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zcdesk.ui.widgets.band import Band
    from zcdesk.ui.widgets.button import Button, IconButton, Kind
    from zcdesk.ui.widgets.chip import Chip, ChipButton, ChipState, chip_size, paint_chip
    from zcdesk.ui.widgets.choice import Check, Choice
    from zcdesk.ui.widgets.elapsed import Elapsed
    from zcdesk.ui.widgets.empty import Empty, ProgressLine
    from zcdesk.ui.widgets.field import CodeEdit, Combo, Field, LineEdit, Spin, plain_text
    from zcdesk.ui.widgets.figure import Figure
    from zcdesk.ui.widgets.glyph import Glyph
    from zcdesk.ui.widgets.masked import MaskedText
    from zcdesk.ui.widgets.panel import Footer, Line, Panel
    from zcdesk.ui.widgets.question import Confirm, confirm
    from zcdesk.ui.widgets.rows import CENTRE, LEFT, RIGHT, Cell, Column, RowsModel
    from zcdesk.ui.widgets.rows_view import RowsView
    from zcdesk.ui.widgets.text import KeyCap, Text, paint_cap

_PARTS = {
    "band": "Band",
    "button": "Button IconButton Kind",
    "chip": "Chip ChipButton ChipState chip_size paint_chip",
    "choice": "Check Choice",
    "question": "Confirm confirm",
    "elapsed": "Elapsed",
    "empty": "Empty ProgressLine",
    "field": "CodeEdit Combo Field LineEdit Spin plain_text",
    "figure": "Figure",
    "glyph": "Glyph",
    "masked": "MaskedText",
    "panel": "Footer Line Panel",
    "rows": "CENTRE LEFT RIGHT Cell Column RowsModel",
    "rows_view": "RowsView",
    "text": "KeyCap Text paint_cap",
}
_HOME = {name: part for part, names in _PARTS.items() for name in names.split()}

__all__ = [
    "CENTRE",
    "LEFT",
    "RIGHT",
    "Band",
    "Button",
    "Cell",
    "Check",
    "Chip",
    "ChipButton",
    "ChipState",
    "Choice",
    "CodeEdit",
    "Column",
    "Combo",
    "Confirm",
    "Elapsed",
    "Empty",
    "Field",
    "Figure",
    "Footer",
    "Glyph",
    "IconButton",
    "KeyCap",
    "Kind",
    "Line",
    "LineEdit",
    "MaskedText",
    "Panel",
    "ProgressLine",
    "RowsModel",
    "RowsView",
    "Spin",
    "Text",
    "chip_size",
    "confirm",
    "paint_cap",
    "paint_chip",
    "plain_text",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)

"""The parts pages are made of; each draws itself from the look of its window.

No part knows a case, a ticket or the store: it takes words and gives signals.
"""

from __future__ import annotations

from zcdesk.ui.widgets.band import Band
from zcdesk.ui.widgets.button import Button, IconButton, Kind
from zcdesk.ui.widgets.chip import Chip, ChipButton, ChipState, chip_size, paint_chip
from zcdesk.ui.widgets.choice import Check, Choice
from zcdesk.ui.widgets.elapsed import Elapsed
from zcdesk.ui.widgets.empty import Empty, ProgressLine
from zcdesk.ui.widgets.field import CodeEdit, Combo, Field, LineEdit, Spin, plain_text
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.masked import MaskedText
from zcdesk.ui.widgets.panel import Footer, Line, Panel
from zcdesk.ui.widgets.rows import CENTRE, LEFT, RIGHT, Cell, Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import KeyCap, Text, paint_cap

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
    "Elapsed",
    "Empty",
    "Field",
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
    "paint_cap",
    "paint_chip",
    "plain_text",
]

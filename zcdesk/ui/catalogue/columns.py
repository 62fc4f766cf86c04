"""List, form and what stands beside it: three columns, or two where three are too many."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.widgets.scroll import Columns

_WIDTHS = {
    LayoutStep.WIDE: (360, 360),
    LayoutStep.NORMAL: (340, 288),
    LayoutStep.NARROW: (264, 232),
}
"""Of the list and of what stands beside the form."""
_FORM, _GAPS = 380, 40
_TIGHT = 240
"""Width of the list with what else stands beside below it."""
_HIGH, _HIGHER = 380, 560
"""Least heights of three columns, and of two; lower they scroll, as lists and forms always do."""


class MatterColumns(Columns):
    """The columns of 事项管理: nobody pushes them sideways to read a large text."""

    def __init__(self, left: QWidget, middle: QWidget, beside: QWidget) -> None:
        super().__init__()
        self._left, self._beside = left, beside
        self._row, self._side = QHBoxLayout(self), QVBoxLayout()
        for lines in (self._row, self._side):
            theme.spaced(lines, gap=8)
        self._side.addWidget(left, 1)
        self._row.addLayout(self._side)
        self._row.addWidget(middle, 1)
        theme.sized(middle, min_width=_FORM)

    def share(self, step: LayoutStep, room: int) -> None:
        """Stand beside each other, or the last below the list.

        Args:
            room: pixels of the page's width.
        """
        left, right = _WIDTHS[step]
        is_tight = room < theme.look(self).px(left + _FORM + right + _GAPS)
        (self._side if is_tight else self._row).addWidget(self._beside)
        theme.sized(self._left, width=_TIGHT if is_tight else left)
        theme.sized(self._beside, width=_TIGHT if is_tight else right)
        theme.sized(self, min_height=_HIGHER if is_tight else _HIGH)

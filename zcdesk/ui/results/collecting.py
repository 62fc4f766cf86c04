"""Materials taken in against a result (须收回): one tick each, by digit or click."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from zcdesk.domain.pickup import Pickup
from zcdesk.ui import theme
from zcdesk.ui.widgets import Check
from zcdesk.ui.widgets.flow import FlowLayout


class Collecting(QWidget):
    """Shows what is to be taken in; hidden while there is nothing.

    Signals:
        ticked(int): place of the material, from 0.
    """

    ticked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checks: list[Check] = []
        self._flow = FlowLayout(self)
        theme.spaced(self._flow, gap=12)
        self.hide()

    def show_pickup(self, now: Pickup) -> None:
        """Show one tick per material of what goes out."""
        while len(self.checks) > len(now.to_collect):
            gone = self.checks.pop()
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.checks) < len(now.to_collect):
            check = Check("")
            check.clicked.connect(partial(self._on_clicked, len(self.checks)))
            self._flow.addWidget(check)
            self.checks.append(check)
        for place, (check, key) in enumerate(zip(self.checks, now.to_collect, strict=True), 1):
            words = self.tr("{no} 收回 {name}").format(no=place, name=key[1])
            theme.cover(words)
            check.setText(words)
            check.setAccessibleName(words)
            check.setChecked(key in now.collected)
            check.updateGeometry()
        self.setVisible(bool(now.to_collect))

    def _on_clicked(self, place: int, _checked: bool = False) -> None:
        self.ticked.emit(place)
